//! The command line, as the binary.

use std::process::{Command, Output, Stdio};

fn richiamo(folder: &std::path::Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_richiamo"));
    let inherited = std::env::vars().filter(|(name, _)| name.starts_with("RICHIAMO_"));
    inherited.for_each(|(name, _)| drop(command.env_remove(name)));
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
