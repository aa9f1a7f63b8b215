//! The command line, as the binary.

use std::process::{Command, Output, Stdio};

fn richiamo(folder: &std::path::Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_richiamo"));
    let inherited = std::env::vars().filter(|(name, _)| name.starts_with("RICHIAMO_"));
    for (name, _) in inherited {
        command.env_remove(name);
    }
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    command
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn refusal(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said.lines().count(), 1, "one sentence: {said}");
    assert!(
        !said.contains("panicked") && !said.contains("backtrace"),
        "{said}"
    );
    said
}

#[test]
fn an_address_for_everybody_is_refused_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let output = richiamo(folder.path(), &["serve", "--listen", "0.0.0.0:3000"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(refusal(&output).contains("without TLS"), "{}", text(&output));
}

#[test]
fn flags_win_over_the_environment_and_that_over_the_file() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("richiamo.toml"), "listen = \"192.0.2.1:1\"").unwrap();
    let said = |variable: Option<&str>, arguments: &[&str]| {
        let mut command = richiamo(folder.path(), arguments);
        variable.map(|value| command.env("RICHIAMO_LISTEN", value));
        refusal(&command.output().unwrap())
    };
    assert!(said(None, &["serve"]).contains("192.0.2.1:1 "));
    assert!(said(Some("192.0.2.2:2"), &["serve"]).contains("192.0.2.2:2 "));
    assert!(said(Some("192.0.2.2:2"), &["serve", "--listen", "192.0.2.3:3"]).contains("192.0.2.3:3 "));
}

#[test]
fn a_settings_file_that_is_not_in_order_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("mine.toml"), "lissen = 3").unwrap();
    let output = richiamo(folder.path(), &["--config", "mine.toml"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(refusal(&output).contains("mine.toml"));
    let output = richiamo(folder.path(), &["--config", "gone.toml"])
        .output()
        .unwrap();
    assert!(refusal(&output).contains("gone.toml"));
}

#[test]
fn an_empty_database_has_no_members_and_says_how_to_begin() {
    let folder = tempfile::tempdir().unwrap();
    let output = richiamo(folder.path(), &["member", "list"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(refusal(&output).contains("richiamo serve"));
}

#[test]
fn help_shows_examples() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [
        vec!["--help"],
        vec!["serve", "--help"],
        vec!["member", "add", "--help"],
    ] {
        let output = richiamo(folder.path(), &arguments).output().unwrap();
        assert!(output.status.success());
        assert!(
            text(&output).contains("Example") || text(&output).contains("Begin:"),
            "{}",
            text(&output)
        );
    }
}

/// A folder whose database has a practice in which nobody can sign in.
async fn begun() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a new database");
    std::fs::create_dir(folder.path().join("data")).expect("a new database");
    let url = format!("sqlite:{}", folder.path().join("data/richiamo.db").display());
    let store = server::store::Store::open(&url).await.expect("a new database");
    let now = app_domain::time::Now::at_civil(jiff::civil::date(2026, 11, 23).at(9, 30, 0, 0));
    let mut tx = store.begin().await.expect("a new database");
    let practice = server::accounts::new_practice("Prova", now).expect("a new database");
    server::store::practice::insert_practice(&mut tx, &practice)
        .await
        .expect("a new database");
    tx.commit().await.expect("a new database");
    store.close().await;
    folder
}

#[tokio::test]
async fn a_member_is_added_listed_given_a_password_and_disabled() {
    let folder = begun().await;
    let run = |arguments: &[&str]| richiamo(folder.path(), arguments).output().unwrap();
    let added = run(&[
        "member",
        "add",
        "--login",
        "anna",
        "--name",
        "Anna Rossi",
        "--role",
        "hy",
        "--role",
        "FD",
    ]);
    assert!(added.status.success(), "{}", text(&added));
    assert!(text(&added).contains("Password, shown this once: "));
    let again = run(&[
        "member", "add", "--login", "Anna", "--name", "Anna Due", "--role", "FD",
    ]);
    assert!(refusal(&again).contains("`anna` is taken"));
    let short = run(&["member", "password", "anna", "--password-stdin"]);
    assert!(
        refusal(&short).contains("12 characters"),
        "nothing comes from standard input"
    );
    assert!(run(&["member", "password", "anna"]).status.success());
    assert!(text(&run(&["member", "list"])).contains("Anna Rossi  anna  FD HY"));
    assert!(run(&["member", "roles", "anna", "--role", "RS"]).status.success());
    assert!(text(&run(&["member", "list"])).contains("Anna Rossi  anna  RS"));
    assert!(run(&["member", "disable", "anna"]).status.success());
    assert!(text(&run(&["member", "list"])).contains("disabled since"));
    assert!(refusal(&run(&["member", "disable", "anna"])).contains("nobody"));
    let unknown = run(&[
        "member",
        "add",
        "--login",
        "luca",
        "--name",
        "Luca",
        "--role",
        "DE",
        "--clinician",
        "X",
    ]);
    assert!(refusal(&unknown).contains("no clinician"));
}

#[tokio::test]
async fn figures_that_cannot_be_computed_are_not_available_and_never_zero() {
    let folder = begun().await;
    let run = |format: &str| {
        let arguments = ["figures", "--at", "2026-11-23T09:30", "--format", format];
        richiamo(folder.path(), &arguments).output().unwrap()
    };
    let table = text(&run("table"));
    assert!(table.contains("2026-10-01 to 2026-10-31"), "{table}");
    assert!(table.contains("variable costs are not recorded"), "{table}");
    let document: serde_json::Value = serde_json::from_slice(&run("json").stdout).unwrap();
    assert_eq!(document["at"], "2026-11-23T09:30:00");
    assert_eq!(document["months"].as_array().unwrap().len(), 12);
    let indicators = document["last_month"]["indicators"].as_array().unwrap();
    assert_eq!(indicators.len(), 12);
    for name in [
        "margin",
        "informed_adherence",
        "hand_offs",
        "solved_at_first_contact",
    ] {
        let row = indicators.iter().find(|row| row["name"] == name).unwrap();
        assert!(row["not_available"].is_string(), "{row}");
        assert!(
            row.get("numerator").is_none() && row.get("cents").is_none(),
            "{row}"
        );
    }
    let wrong = richiamo(folder.path(), &["figures", "--at", "yesterday"])
        .output()
        .unwrap();
    assert!(text(&wrong).contains("2026-11-23T09:30"), "{}", text(&wrong));
}
