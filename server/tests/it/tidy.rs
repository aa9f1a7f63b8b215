//! Rules of the tree that no compiler checks. Each says what to do where it fails.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the server lies in the workspace")
        .to_owned()
}

/// Every file below a folder of the workspace whose name ends so, with its path from the root and its text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !matches!(
                    name.as_str(),
                    "node_modules" | "target" | "target-web" | "shots" | "test-results"
                ) {
                    folders.push(path);
                }
            } else if name.ends_with(ending) {
                let shown = path
                    .strip_prefix(root())
                    .expect("below the root")
                    .to_string_lossy()
                    .into_owned();
                found.push((shown, fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    found.sort();
    found
}

fn rust_files() -> Vec<(String, String)> {
    ["app", "frontend", "server"]
        .iter()
        .flat_map(|folder| files(folder, ".rs"))
        .collect()
}

/// This file names what it forbids.
fn is_this_test(path: &str) -> bool {
    path.ends_with("tests/it/tidy.rs")
}

fn assert_none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}\n  {}", found.join("\n  "));
}

/// Lines that name a thing outside the folders where it belongs.
fn strays(names: &[&str], homes: &[&str]) -> Vec<String> {
    let outside = |path: &str| !is_this_test(path) && !homes.iter().any(|home| path.starts_with(home));
    let mut found = Vec::new();
    for (path, text) in rust_files().iter().filter(|(path, _)| outside(path)) {
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if names.iter().any(|name| code.contains(name)) {
                found.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    found
}

#[test]
fn sql_stays_in_the_store_and_http_stays_out_of_it() {
    assert_none(
        &strays(&["sqlx::"], &["server/src/store", "server/tests/it/store"]),
        "sqlx is used in server/src/store only",
    );
    let store = files("server/src/store", ".rs");
    let with_http: Vec<String> = store
        .into_iter()
        .filter(|(_, text)| text.contains("axum"))
        .map(|(path, _)| path)
        .collect();
    assert_none(&with_http, "the store knows nothing of HTTP");
}

#[test]
fn the_browser_is_touched_in_the_frontend_only() {
    assert_none(
        &strays(&["gloo_storage", "indexed_db_futures"], &["frontend/"]),
        "storage belongs to frontend/",
    );
}

#[test]
fn crates_depend_in_one_direction() {
    let allowed: [(&str, &[&str]); 4] = [
        ("app/domain", &[]),
        ("app/sync", &["app-domain"]),
        ("app", &["app-domain", "app-sync"]),
        ("frontend", &["app", "app-domain", "app-sync"]),
    ];
    for (folder, allowed) in allowed {
        let manifest = fs::read_to_string(root().join(folder).join("Cargo.toml")).expect("a manifest");
        let named = ["app", "app-domain", "app-sync", "server", "frontend"]
            .into_iter()
            .filter(|name| {
                manifest.lines().any(|line| {
                    line.starts_with(&format!("{name}.workspace")) || line.starts_with(&format!("{name} ="))
                })
            });
        for name in named {
            assert!(allowed.contains(&name), "{folder} must not depend on {name}");
        }
    }
}

#[test]
fn screens_do_not_import_each_other() {
    // The header of a patient and the state of the outbox are parts that several screens show.
    let screens = ["absence", "agenda", "calls", "setup", "sign_in"];
    let mut found = Vec::new();
    for screen in screens {
        for (path, text) in rust_files() {
            let own =
                path.starts_with(&format!("app/src/{screen}/")) || path == format!("app/src/{screen}.rs");
            let other = screens
                .iter()
                .find(|other| **other != screen && text.contains(&format!("crate::{other}")));
            if let (true, Some(other)) = (own, other) {
                found.push(format!("{path} imports {other}"));
            }
        }
    }
    assert_none(
        &found,
        "what two screens need belongs to neither: ui, patient, text or the domain",
    );
}

#[test]
fn features_are_declared_in_one_place() {
    let strays = strays(
        &["cfg(feature", "cfg_attr(feature", "cfg(not(feature"],
        &["app/src/lib.rs", "app/src/port.rs"],
    );
    assert_none(&strays, "cfg(feature) belongs to app/src/lib.rs");
}

#[test]
fn both_engines_have_the_same_migrations() {
    let names = |engine: &str| -> BTreeSet<String> {
        files(&format!("server/migrations/{engine}"), ".sql")
            .into_iter()
            .map(|(path, _)| path.rsplit('/').next().expect("a name").to_owned())
            .collect()
    };
    assert!(!names("sqlite").is_empty(), "no migrations found");
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn modules_stay_small_enough_to_be_read_at_once() {
    const MOST_LINES: usize = 420;
    let long: Vec<String> = rust_files()
        .into_iter()
        .filter(|(path, text)| !path.contains("/tests/") && text.lines().count() > MOST_LINES)
        .map(|(path, text)| format!("{path}: {} lines", text.lines().count()))
        .collect();
    assert_none(&long, "split what does more than one thing");
}

#[test]
fn there_is_no_mod_rs_and_no_bare_suppression() {
    let mut found = Vec::new();
    for (path, text) in rust_files().into_iter().filter(|(path, _)| !is_this_test(path)) {
        if path.ends_with("/mod.rs") && !path.contains("/tests/") {
            found.push(path.clone());
        }
        for (number, line) in text.lines().enumerate() {
            if ["#[allow(", "#![allow(", "#[ignore", "TODO", "FIXME", "XXX"]
                .iter()
                .any(|bad| line.contains(bad))
            {
                found.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert_none(
        &found,
        "foo.rs + foo/, #[expect(…, reason)], and nothing left for later in the code",
    );
}

#[test]
fn care_is_not_a_sale() {
    let words = [
        "cliente",
        "clienti",
        "vendita",
        "vendite",
        "conversione",
        "customer",
        "upsell",
    ];
    let mut found = Vec::new();
    for (path, text) in ["app/src", "style"].iter().flat_map(|folder| {
        files(folder, ".rs")
            .into_iter()
            .chain(files(folder, ".css"))
            .collect::<Vec<_>>()
    }) {
        for (number, line) in text.lines().enumerate() {
            let mut spoken = line.split(|letter: char| !letter.is_alphabetic());
            if spoken.any(|word| words.contains(&word.to_lowercase().as_str())) {
                found.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert_none(&found, "these words appear nowhere in the interface");
}

#[test]
fn a_noun_is_spelled_the_same_in_every_layer() {
    for noun in ["agenda", "calls"] {
        for home in [
            format!("app/domain/src/{noun}.rs"),
            format!("app/src/{noun}.rs"),
            format!("style/{noun}.css"),
            format!("end2end/pages/{noun}_page.ts"),
        ] {
            assert!(root().join(&home).exists(), "{noun} has no room at {home}");
        }
    }
}

#[test]
fn every_path_named_in_the_architecture_exists() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let tops = [
        "app/",
        "server/",
        "frontend/",
        "style/",
        "end2end/",
        "scripts/",
        ".ci/",
    ];
    let mut named = 0;
    for quoted in text.split('`').skip(1).step_by(2) {
        let path = quoted.trim_end_matches('/');
        if !tops.iter().any(|top| quoted.starts_with(top)) || quoted.contains(['*', ' ', '<', '{']) {
            continue;
        }
        named += 1;
        assert!(
            root().join(path).exists(),
            "ARCHITECTURE.md names `{quoted}`, which does not exist"
        );
    }
    assert!(named > 20, "ARCHITECTURE.md is a map: it names places");
}

#[test]
fn every_style_is_bundled() {
    let main = fs::read_to_string(root().join("style/main.css")).expect("style/main.css");
    for (path, _) in files("style", ".css") {
        let name = path.trim_start_matches("style/");
        assert!(
            name == "main.css" || main.contains(&format!("\"{name}\"")),
            "{path} is not imported by main.css"
        );
    }
}

#[test]
fn a_class_is_styled_in_one_room() {
    // Two screens that call different things by one class style each other's, and no test of either sees it.
    let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in files("style", ".css") {
        let name = path.trim_start_matches("style/").trim_end_matches(".css");
        let room = name.split('/').next().unwrap_or(name);
        if room == "print" {
            continue;
        }
        for selector in text.lines().filter_map(|line| line.strip_prefix('.')) {
            let is_letter = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
            let (class, rest) = selector.split_at(
                selector
                    .find(|letter| !is_letter(letter))
                    .unwrap_or(selector.len()),
            );
            if rest.trim_start().starts_with(['{', ',']) {
                rooms.entry(class.to_owned()).or_default().insert(room.to_owned());
            }
        }
    }
    assert!(rooms.len() > 100, "classes are found by how their rules begin");
    let found: Vec<String> = rooms
        .iter()
        .filter(|(_, rooms)| rooms.len() > 1)
        .map(|(class, rooms)| format!(".{class}: {rooms:?}"))
        .collect();
    assert_none(&found, "a class has one meaning: another name for the other");
}

#[test]
fn what_is_typed_is_not_written_down_by_the_browser() {
    // Chromium keeps what stands in a field for a restart, in clear, unless the field says `autocomplete="off"`.
    let chosen = [
        "radio",
        "checkbox",
        "date",
        "time",
        "datetime-local",
        "hidden",
        "number",
    ];
    let is_chosen = |field: &str| {
        chosen
            .iter()
            .any(|kind| field.contains(&format!("type=\"{kind}\"")))
    };
    let mut found = Vec::new();
    for (path, text) in files("app/src", ".rs") {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for (number, line) in lines.iter().enumerate() {
            if !line.starts_with("<textarea") && !line.starts_with("<input") {
                continue;
            }
            let rest = &lines[number..];
            let end = rest
                .iter()
                .position(|line| line.ends_with("/>") || line.ends_with("</textarea>"));
            let field = rest[..=end.unwrap_or_default()].join(" ");
            if !field.contains("autocomplete=") && !is_chosen(&field) {
                found.push(format!("{path}:{}", number + 1));
            }
        }
    }
    assert_none(&found, "say autocomplete=\"off\" where something can be typed");
}
