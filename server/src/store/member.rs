//! People at work.

use std::collections::BTreeMap;

use app_domain::id::PracticeId;
use app_domain::practice::Member;
use app_domain::role::Role;

use super::column::{parsed, parsed_or_none, unreadable};
use super::{StoreError, Tx, sql};

/// Everybody who is or was at work: what they did carries their name.
pub async fn members(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Member>, StoreError> {
    let practice = practice.to_string();
    let held = sql!(
        tx,
        all::<(String, String)>,
        "SELECT member_id, role FROM member_role WHERE practice_id = $1",
        practice.as_str(),
    )?;
    let mut roles: BTreeMap<&str, Vec<Role>> = BTreeMap::new();
    for (member, code) in &held {
        let role = Role::from_code(code).ok_or_else(|| unreadable("member_role.role", code))?;
        roles.entry(member).or_default().push(role);
    }
    roles.values_mut().for_each(|roles| roles.sort_unstable());
    let rows = sql!(
        tx,
        all::<(String, String, Option<String>)>,
        "SELECT id, name, clinician_id FROM member WHERE practice_id = $1",
        practice.as_str(),
    )?;
    let member = |(id, name, clinician): (String, String, Option<String>)| {
        Ok(Member {
            id: parsed("member.id", &id)?,
            name,
            roles: roles.remove(id.as_str()).unwrap_or_default(),
            clinician: parsed_or_none("member.clinician_id", clinician.as_deref())?,
        })
    };
    rows.into_iter().map(member).collect()
}

/// A person at work, new or changed, with their roles.
pub async fn put_member(tx: &mut Tx, practice: PracticeId, member: &Member) -> Result<(), StoreError> {
    let (practice, id) = (practice.to_string(), member.id.to_string());
    sql!(
        tx,
        execute,
        "INSERT INTO member (practice_id, id, name, clinician_id) VALUES ($1, $2, $3, $4)
         ON CONFLICT (practice_id, id) DO UPDATE SET name = excluded.name, clinician_id = excluded.clinician_id",
        practice.as_str(),
        id.as_str(),
        member.name.as_str(),
        member.clinician.map(|clinician| clinician.to_string()),
    )?;
    sql!(
        tx,
        execute,
        "DELETE FROM member_role WHERE practice_id = $1 AND member_id = $2",
        practice.as_str(),
        id.as_str(),
    )?;
    for role in &member.roles {
        sql!(
            tx,
            execute,
            "INSERT INTO member_role (practice_id, member_id, role) VALUES ($1, $2, $3)",
            practice.as_str(),
            id.as_str(),
            role.code(),
        )?;
    }
    Ok(())
}
