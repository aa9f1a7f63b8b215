//! `richiamo member`.

use std::io::BufRead as _;

use anyhow::{Context as _, bail};
use app_domain::id::{ClinicianId, PracticeId};
use app_domain::role::Role;
use clap::{Args, Subcommand};

use super::{open_store, the_practice};
use crate::accounts::{Accounts, Login, NewMember, NewPassword, fresh_password};
use crate::clock::Clock;
use crate::config::Config;
use crate::session::Sessions;
use crate::store::Store;
use crate::store::accounts::{MemberRow, Standing};
use crate::store::clinician::clinicians;

const EXAMPLES: &str = "\
Examples:
  richiamo member add --login anna.rossi --name \"Anna Rossi\" --role FD
  richiamo member add --login luca --name \"Luca Neri\" --role DE --role OW --clinician DOC01
  richiamo member list
  richiamo member password anna.rossi
  richiamo member roles anna.rossi --role RS
  richiamo member disable anna.rossi";

const ADD_EXAMPLES: &str = "\
Examples:
  richiamo member add --login anna.rossi --name \"Anna Rossi\" --role FD
  richiamo member add --login luca --name \"Luca Neri\" --role DE --role OW --clinician DOC01
  richiamo member add --login sara --name \"Sara Blu\" --role HY --password-stdin < password.txt

Roles: FD front desk, RS remote secretary, DCM case manager, DOM office manager, DE dentist, HY hygienist, OW owner.
Without --password-stdin a password is made up and printed once.";

const PASSWORD_EXAMPLES: &str = "\
Examples:
  richiamo member password anna.rossi
  richiamo member password anna.rossi --password-stdin < password.txt

Without --password-stdin a password is made up and printed once.";

/// What to do with people who sign in.
#[derive(Debug, Subcommand)]
#[command(after_help = EXAMPLES)]
pub enum MemberCommand {
    /// Add a person with an account
    #[command(after_help = ADD_EXAMPLES)]
    Add(AddArgs),
    /// List everybody, with login names and roles
    #[command(after_help = "Example:\n  richiamo member list")]
    List,
    /// Give a person who has forgotten theirs a new password, and end their sessions
    #[command(after_help = PASSWORD_EXAMPLES)]
    Password {
        /// Login name
        login: String,
        /// Read the password from the first line of standard input
        #[arg(long)]
        password_stdin: bool,
    },
    /// Give a person other roles; a session in one that is gone goes on in the first of these
    #[command(after_help = "Example:\n  richiamo member roles anna.rossi --role RS --role FD")]
    Roles {
        /// Login name
        login: String,
        /// A role that the person may take; several times for several roles
        #[arg(long = "role", required = true, value_name = "ROLE", value_parser = role)]
        roles: Vec<Role>,
    },
    /// Take a person's right to sign in away, and end their sessions
    #[command(after_help = "Example:\n  richiamo member disable anna.rossi")]
    Disable {
        /// Login name
        login: String,
    },
}

/// A person to add.
#[derive(Debug, Args)]
pub struct AddArgs {
    /// Name to sign in with: letters, digits and . _ - @
    #[arg(long)]
    login: String,
    /// Name on the screen
    #[arg(long)]
    name: String,
    /// A role that the person may take; several times for several roles
    #[arg(long = "role", required = true, value_name = "ROLE", value_parser = role)]
    roles: Vec<Role>,
    /// Code of the clinician whose column of the agenda is this person's
    #[arg(long, value_name = "CODE")]
    clinician: Option<String>,
    /// Read the password from the first line of standard input
    #[arg(long)]
    password_stdin: bool,
}

fn role(text: &str) -> Result<Role, String> {
    let known = || format!("one of {} is expected", Role::ALL.map(Role::code).join(", "));
    Role::from_code(&text.to_uppercase()).ok_or_else(known)
}

/// Does what is asked with people who sign in.
pub(super) async fn run(command: MemberCommand, config: &Config) -> anyhow::Result<()> {
    let store = open_store(config).await?;
    let clock = Clock::system();
    let practice = the_practice(&store).await?;
    let accounts = Accounts::new(store.clone(), clock.clone())?;
    match command {
        MemberCommand::Add(args) => add(args, &store, &accounts, practice).await?,
        MemberCommand::List => list(&accounts.members(practice).await?),
        MemberCommand::Password {
            login,
            password_stdin,
        } => {
            let login: Login = login.parse()?;
            let (password, to_show) = choose_password(&login, password_stdin)?;
            let sessions = Sessions::new(store.clone(), clock);
            accounts
                .reset_password(practice, &login, password, &sessions)
                .await?;
            println!("{login} has a new password; open sessions end within half a minute.");
            show(to_show);
        }
        MemberCommand::Roles { login, roles } => {
            let login: Login = login.parse()?;
            let member = accounts.change_roles(practice, &login, roles).await?;
            println!(
                "{} has other roles; open pages follow within half a minute.",
                member.name
            );
        }
        MemberCommand::Disable { login } => {
            let login: Login = login.parse()?;
            let sessions = Sessions::new(store.clone(), clock);
            accounts.disable_member(practice, &login, &sessions).await?;
            println!("{login} can sign in no longer; open sessions end within half a minute.");
        }
    }
    store.close().await;
    Ok(())
}

async fn add(args: AddArgs, store: &Store, accounts: &Accounts, practice: PracticeId) -> anyhow::Result<()> {
    let AddArgs {
        login,
        name,
        roles,
        clinician,
        password_stdin,
    } = args;
    let login: Login = login.parse()?;
    let clinician = match clinician {
        Some(code) => Some(find_clinician(store, practice, &code).await?),
        None => None,
    };
    let (password, to_show) = choose_password(&login, password_stdin)?;
    let new = NewMember {
        name,
        roles,
        clinician,
        login: login.clone(),
        password,
    };
    let member = accounts.add_member(practice, new).await?;
    println!("{} signs in as {login}.", member.name);
    show(to_show);
    Ok(())
}

/// The password, and its text where it was made up and the person has yet to be told.
fn choose_password(login: &Login, from_stdin: bool) -> anyhow::Result<(NewPassword, Option<String>)> {
    if from_stdin {
        return Ok((NewPassword::parse(&read_line()?, login)?, None));
    }
    let made_up = fresh_password()?;
    Ok((NewPassword::parse(&made_up, login)?, Some(made_up)))
}

fn show(password: Option<String>) {
    if let Some(password) = password {
        println!("Password, shown this once: {password}");
    }
}

async fn find_clinician(store: &Store, practice: PracticeId, code: &str) -> anyhow::Result<ClinicianId> {
    let mut tx = store.begin().await?;
    let known = clinicians(&mut tx, practice).await?;
    tx.rollback().await?;
    if let Some(clinician) = known.iter().find(|clinician| clinician.code == code) {
        return Ok(clinician.id);
    }
    let codes: Vec<&str> = known.iter().map(|clinician| clinician.code.as_str()).collect();
    bail!(
        "there is no clinician with the code `{code}`; there are: {}",
        codes.join(", ")
    )
}

fn read_line() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .context("no password on standard input")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn list(members: &[MemberRow]) {
    let width = |text: fn(&MemberRow) -> &str| {
        members
            .iter()
            .map(|row| text(row).chars().count())
            .max()
            .unwrap_or(0)
    };
    let (names, logins) = (width(|row| &row.member.name), width(login_of));
    for row in members {
        let roles = row
            .member
            .roles
            .iter()
            .map(|role| role.code())
            .collect::<Vec<_>>()
            .join(" ");
        let standing = match row.standing {
            Standing::Active => String::new(),
            Standing::Disabled(at) => format!("  disabled since {}", at.civil().date()),
        };
        println!(
            "{:names$}  {:logins$}  {roles}{standing}",
            row.member.name,
            login_of(row)
        );
    }
}

fn login_of(row: &MemberRow) -> &str {
    row.login.as_deref().unwrap_or("-")
}
