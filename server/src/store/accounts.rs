//! Rows of accounts, sessions and owner links. Times come from the caller; secrets come as hashes.

use app_domain::id::{MemberId, PracticeId};
use app_domain::practice::Member;
use app_domain::role::Role;
use app_domain::time::Instant;

use super::column::{from_word, from_word_or_none, parsed, parsed_or_none};
use super::member::put_member;
use super::{Store, StoreError, Tx, sql};

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

/// A session as it is kept.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// The practice.
    pub practice: PracticeId,
    /// The person.
    pub member: Member,
    /// The active role.
    pub role: Role,
    /// When the person signed in.
    pub started: Instant,
    /// Last sign of life.
    pub seen: Instant,
}

/// What a new session is kept with.
#[derive(Clone, Copy, Debug)]
pub struct NewSession<'a> {
    /// Hash of the secret in the cookie.
    pub id_hash: &'a str,
    /// The practice.
    pub practice: PracticeId,
    /// The person.
    pub member: MemberId,
    /// The active role.
    pub role: Role,
    /// When the person signed in.
    pub started: Instant,
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

    /// The session of a cookie's hash, if its person may still sign in and still holds the role.
    pub async fn session(&self, id_hash: &str) -> Result<Option<SessionRow>, StoreError> {
        let row = sql!(
            self.db(),
            optional::<(String, String, String, i64, i64)>,
            "SELECT practice_id, member_id, role, started_at, seen_at FROM session WHERE id_hash = $1",
            id_hash,
        )?;
        let Some((practice, member, code, started, seen)) = row else {
            return Ok(None);
        };
        let practice = parsed("session.practice_id", &practice)?;
        let role = from_word("session.role", &code)?;
        let person = self
            .person(practice, parsed("session.member_id", &member)?)
            .await?;
        Ok(match person {
            Some((member, Standing::Active)) if member.roles.contains(&role) => Some(SessionRow {
                practice,
                member,
                role,
                started: Instant(started),
                seen: Instant(seen),
            }),
            _ => None,
        })
    }

    /// Keeps a new session.
    pub async fn insert_session(&self, new: NewSession<'_>) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sql!(
            &mut tx,
            execute,
            "INSERT INTO session (id_hash, practice_id, member_id, role, started_at, seen_at)
             VALUES ($1, $2, $3, $4, $5, $5)",
            new.id_hash,
            new.practice.to_string(),
            new.member.to_string(),
            new.role.code(),
            new.started.0,
        )?;
        Ok(tx.commit().await?)
    }

    /// Notes a sign of life.
    pub async fn see_session(&self, id_hash: &str, at: Instant) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sql!(
            &mut tx,
            execute,
            "UPDATE session SET seen_at = $2 WHERE id_hash = $1",
            id_hash,
            at.0
        )?;
        Ok(tx.commit().await?)
    }

    /// Makes another role the active one, of this session and of the next sign-in.
    pub async fn set_session_role(&self, id_hash: &str, role: Role) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sql!(
            &mut tx,
            execute,
            "UPDATE session SET role = $2 WHERE id_hash = $1",
            id_hash,
            role.code()
        )?;
        sql!(
            &mut tx,
            execute,
            "UPDATE account SET last_role = $2 WHERE (practice_id, member_id) =
             (SELECT practice_id, member_id FROM session WHERE id_hash = $1)",
            id_hash,
            role.code(),
        )?;
        Ok(tx.commit().await?)
    }

    /// Drops a session.
    pub async fn delete_session(&self, id_hash: &str) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sql!(
            &mut tx,
            execute,
            "DELETE FROM session WHERE id_hash = $1",
            id_hash
        )?;
        Ok(tx.commit().await?)
    }

    /// Drops the sessions that were last seen at one instant or before, or began at another or before.
    pub async fn delete_old_sessions(&self, last_seen: Instant, started: Instant) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let gone = sql!(
            &mut tx,
            execute,
            "DELETE FROM session WHERE seen_at <= $1 OR started_at <= $2",
            last_seen.0,
            started.0,
        )?;
        tx.commit().await?;
        Ok(gone)
    }

    /// The owner link of a token, unless it has expired.
    pub async fn owner_link(&self, token_hash: &str, now: Instant) -> Result<Option<PracticeId>, StoreError> {
        let row = sql!(
            self.db(),
            optional::<(String,)>,
            "SELECT practice_id FROM owner_link WHERE token_hash = $1 AND expires_at > $2",
            token_hash,
            now.0,
        )?;
        row.map(|(id,)| parsed("owner_link.practice_id", &id)).transpose()
    }

    /// Keeps an owner link; those made before are good no longer.
    pub async fn replace_owner_link(
        &self,
        practice: PracticeId,
        token_hash: &str,
        at: Instant,
        expires: Instant,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sql!(
            &mut tx,
            execute,
            "DELETE FROM owner_link WHERE practice_id = $1",
            practice.to_string()
        )?;
        sql!(
            &mut tx,
            execute,
            "INSERT INTO owner_link (token_hash, practice_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
            token_hash,
            practice.to_string(),
            at.0,
            expires.0,
        )?;
        Ok(tx.commit().await?)
    }
}

/// Uses an owner link up. Gives false where it was used or replaced meanwhile.
pub(crate) async fn use_owner_link(tx: &mut Tx, token_hash: &str) -> Result<bool, StoreError> {
    Ok(sql!(
        tx,
        execute,
        "DELETE FROM owner_link WHERE token_hash = $1",
        token_hash
    )? == 1)
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

async fn delete_sessions_of(tx: &mut Tx, practice: &str, member: &str) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM session WHERE practice_id = $1 AND member_id = $2",
        practice,
        member
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
