//! Rows of accounts, sessions and owner links. Times come from the caller; secrets come as hashes.

mod device_key;
mod owner_link;
mod session;

use app_domain::id::{MemberId, PracticeId};
use app_domain::practice::Member;
use app_domain::role::Role;
use app_domain::time::Instant;

use super::column::{from_word, from_word_or_none, parsed, parsed_or_none};
use super::member::put_member;
use super::{Store, StoreError, Tx, sql};

pub use device_key::{DEVICES, DeviceOf};
pub(crate) use owner_link::use_owner_link;
use session::delete_sessions_of;
pub use session::{NewSession, SessionRow};

/// An account as a sign-in needs it.
#[derive(Clone, Debug)]
pub struct AccountRow {
    /// The practice.
    pub practice: PracticeId,
    /// The person.
    pub member: Member,
    /// How the password is kept, as a PHC string.
    pub password_hash: String,
    /// The role in which the person last worked.
    pub last_role: Option<Role>,
    /// Whether the person may sign in.
    pub standing: Standing,
}

/// Whether a person may sign in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Yes.
    Active,
    /// No longer, since then.
    Disabled(Instant),
}

/// A person of the practice as the administration lists them.
#[derive(Clone, Debug)]
pub struct MemberRow {
    /// The person.
    pub member: Member,
    /// The login name, where there is an account.
    pub login: Option<String>,
    /// Whether the person may sign in.
    pub standing: Standing,
}

/// What an account is made with.
#[derive(Clone, Copy, Debug)]
pub struct NewAccount<'a> {
    /// The practice.
    pub practice: PracticeId,
    /// The person.
    pub member: &'a Member,
    /// The login name.
    pub login: &'a str,
    /// How the password is kept, as a PHC string.
    pub password_hash: &'a str,
    /// Now.
    pub at: Instant,
}

type PersonColumns = (String, String, Option<String>, Option<i64>);

impl Store {
    /// The account of a login name.
    pub async fn account(&self, login: &str) -> Result<Option<AccountRow>, StoreError> {
        let row = sql!(
            self.db(),
            optional::<(String, String, String, Option<String>)>,
            "SELECT practice_id, member_id, password_hash, last_role FROM account WHERE login = $1",
            login,
        )?;
        let Some((practice, member, password_hash, last_role)) = row else {
            return Ok(None);
        };
        let practice = parsed("account.practice_id", &practice)?;
        let member = parsed("account.member_id", &member)?;
        let last_role = from_word_or_none("account.last_role", last_role.as_deref())?;
        let Some((member, standing)) = self.person(practice, member).await? else {
            return Ok(None);
        };
        Ok(Some(AccountRow {
            practice,
            member,
            password_hash,
            last_role,
            standing,
        }))
    }

    async fn person(
        &self,
        practice: PracticeId,
        id: MemberId,
    ) -> Result<Option<(Member, Standing)>, StoreError> {
        let row = sql!(
            self.db(),
            optional::<PersonColumns>,
            "SELECT id, name, clinician_id, disabled_at FROM member WHERE practice_id = $1 AND id = $2",
            practice.to_string(),
            id.to_string(),
        )?;
        let Some(columns) = row else { return Ok(None) };
        let roles = sql!(
            self.db(),
            all::<(String,)>,
            "SELECT role FROM member_role WHERE practice_id = $1 AND member_id = $2",
            practice.to_string(),
            id.to_string(),
        )?;
        person(columns, roles.iter().map(|(code,)| code.as_str())).map(Some)
    }

    /// The name with which a person signs in, where they can.
    pub async fn login_of(&self, practice: PracticeId, id: MemberId) -> Result<Option<String>, StoreError> {
        let row = sql!(
            self.db(),
            optional::<(String,)>,
            "SELECT login FROM account WHERE practice_id = $1 AND member_id = $2",
            practice.to_string(),
            id.to_string(),
        )?;
        Ok(row.map(|(login,)| login))
    }

    /// Every person of the practice, by name.
    pub async fn members(&self, practice: PracticeId) -> Result<Vec<MemberRow>, StoreError> {
        let people = sql!(
            self.db(),
            all::<(String, String, Option<String>, Option<i64>, Option<String>)>,
            "SELECT m.id, m.name, m.clinician_id, m.disabled_at, a.login
             FROM member m LEFT JOIN account a ON a.practice_id = m.practice_id AND a.member_id = m.id
             WHERE m.practice_id = $1 ORDER BY m.name, m.id",
            practice.to_string(),
        )?;
        let roles = sql!(
            self.db(),
            all::<(String, String)>,
            "SELECT member_id, role FROM member_role WHERE practice_id = $1",
            practice.to_string(),
        )?;
        let row = |(id, name, clinician, disabled, login): (String, _, _, _, _)| {
            let own: Vec<&str> = roles
                .iter()
                .filter(|(of, _)| *of == id)
                .map(|(_, code)| code.as_str())
                .collect();
            let (member, standing) = person((id, name, clinician, disabled), own)?;
            Ok(MemberRow {
                member,
                login,
                standing,
            })
        };
        people.into_iter().map(row).collect()
    }

    /// The practices of this database, oldest first.
    pub async fn practices(&self) -> Result<Vec<PracticeId>, StoreError> {
        let rows = sql!(self.db(), all::<(String,)>, "SELECT id FROM practice ORDER BY id")?;
        rows.iter().map(|(id,)| parsed("practice.id", id)).collect()
    }
}

/// How many people of the practice can sign in, or could before they were disabled.
pub(crate) async fn count_accounts(tx: &mut Tx, practice: PracticeId) -> Result<i64, StoreError> {
    let sql = sql!(
        tx,
        one::<(i64,)>,
        "SELECT count(*) FROM account WHERE practice_id = $1",
        practice.to_string(),
    )?;
    Ok(sql.0)
}

/// Keeps a person with their roles and their account. Gives false, and keeps nothing, where the login name is taken.
pub(crate) async fn insert_account(tx: &mut Tx, new: NewAccount<'_>) -> Result<bool, StoreError> {
    let taken = sql!(
        &mut *tx,
        optional::<(String,)>,
        "SELECT login FROM account WHERE login = $1",
        new.login
    )?;
    if taken.is_some() {
        return Ok(false);
    }
    put_member(tx, new.practice, new.member).await?;
    sql!(
        &mut *tx,
        execute,
        "INSERT INTO account (practice_id, member_id, login, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)",
        new.practice.to_string(),
        new.member.id.to_string(),
        new.login,
        new.password_hash,
        new.at.0,
    )?;
    Ok(true)
}

/// Takes a person's right to sign in away and drops their sessions. Gives false where they had none.
pub(crate) async fn disable(
    tx: &mut Tx,
    practice: PracticeId,
    id: MemberId,
    at: Instant,
) -> Result<bool, StoreError> {
    let (practice, member) = (practice.to_string(), id.to_string());
    let changed = sql!(
        &mut *tx,
        execute,
        "UPDATE member SET disabled_at = $3 WHERE practice_id = $1 AND id = $2 AND disabled_at IS NULL",
        practice.as_str(),
        member.as_str(),
        at.0,
    )?;
    delete_sessions_of(tx, &practice, &member).await?;
    Ok(changed == 1)
}

/// Puts another password in the place of a person's, and drops their sessions.
pub(crate) async fn replace_password(
    tx: &mut Tx,
    practice: PracticeId,
    id: MemberId,
    password_hash: &str,
) -> Result<(), StoreError> {
    let (practice, member) = (practice.to_string(), id.to_string());
    sql!(
        &mut *tx,
        execute,
        "UPDATE account SET password_hash = $3 WHERE practice_id = $1 AND member_id = $2",
        practice.as_str(),
        member.as_str(),
        password_hash,
    )?;
    delete_sessions_of(tx, &practice, &member).await
}

/// Gives a person other roles. Sessions, and the next sign-in, in a role that is gone go on in the first one.
pub(crate) async fn replace_roles(
    tx: &mut Tx,
    practice: PracticeId,
    member: &Member,
    first: Role,
) -> Result<(), StoreError> {
    put_member(tx, practice, member).await?;
    let (practice, id) = (practice.to_string(), member.id.to_string());
    sql!(
        &mut *tx,
        execute,
        "UPDATE session SET role = $3 WHERE practice_id = $1 AND member_id = $2 AND role NOT IN
         (SELECT role FROM member_role WHERE practice_id = $1 AND member_id = $2)",
        practice.as_str(),
        id.as_str(),
        first.code(),
    )?;
    sql!(
        &mut *tx,
        execute,
        "UPDATE account SET last_role = $3 WHERE practice_id = $1 AND member_id = $2 AND last_role NOT IN
         (SELECT role FROM member_role WHERE practice_id = $1 AND member_id = $2)",
        practice.as_str(),
        id.as_str(),
        first.code(),
    )?;
    Ok(())
}

fn person<'a>(
    (id, name, clinician, disabled): PersonColumns,
    roles: impl IntoIterator<Item = &'a str>,
) -> Result<(Member, Standing), StoreError> {
    let mut roles = roles
        .into_iter()
        .map(|code| from_word("member_role.role", code))
        .collect::<Result<Vec<_>, _>>()?;
    roles.sort_unstable();
    let clinician = parsed_or_none("member.clinician_id", clinician.as_deref())?;
    let standing = disabled.map_or(Standing::Active, |at| Standing::Disabled(Instant(at)));
    Ok((
        Member {
            id: parsed("member.id", &id)?,
            name,
            roles,
            clinician,
        },
        standing,
    ))
}
