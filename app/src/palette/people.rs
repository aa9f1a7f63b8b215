//! People of the practice, as the palette finds them.

use app_domain::practice::Profession;
use app_domain::role::Role;
use app_domain::rows::Rows;
use app_sync::presence::{LookingAt, Present};
use leptos::prelude::*;

use super::action::all_begin;
use super::entry::{Person, PersonKey, PersonWay};
use crate::workspace::Workspace;

/// Whose name every typed word begins a word of: clinicians, who have a column, then the others, who are where they look.
pub(super) fn people(workspace: Workspace, present: &[Present], typed: &str) -> Vec<Person> {
    let common = crate::text::text(workspace.language().get_untracked());
    workspace.read(|rows| {
        let clinicians = rows.clinicians().map(|clinician| Person {
            key: PersonKey::Clinician(clinician.id),
            name: format!("{} {}", clinician.surname, clinician.name),
            what: (common.role)(match clinician.profession {
                Profession::Dentist => Role::Dentist,
                Profession::Hygienist => Role::Hygienist,
            })
            .to_owned(),
            way: Some(PersonWay::Column),
        });
        let members = rows.members().filter(|member| member.clinician.is_none());
        let members = members.map(|member| Person {
            key: PersonKey::Member(member.id),
            name: member.name.clone(),
            what: member
                .roles
                .iter()
                .map(|role| (common.role)(*role))
                .collect::<Vec<_>>()
                .join(", "),
            way: present
                .iter()
                .find(|person| person.member == member.id)
                .and_then(|person| person.looking_at.first())
                .map(|at| match at {
                    LookingAt::Day { day } => PersonWay::Day(*day),
                    LookingAt::Call { patient } => PersonWay::Call(*patient),
                }),
        });
        let mut found: Vec<_> = clinicians
            .chain(members)
            .filter(|person| all_begin(typed, &person.name))
            .collect();
        found.sort_by(|a, b| a.name.cmp(&b.name));
        found
    })
}
