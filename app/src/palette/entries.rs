//! What is offered for what was typed, and how the server's answer comes in.

use std::collections::BTreeSet;

use app_domain::id::PatientId;
use app_domain::patient::Patient;
use app_domain::search::named_day;
use app_sync::presence::Present;
use app_sync::search::{HITS, SearchAnswer};
use jiff::civil::Date;
use leptos::prelude::*;

use super::action::Action;
use super::entry::{Entry, EntryKey, Kind};
use super::people::people;
use super::text::text;
use crate::workspace::Workspace;

/// What is offered, and how many more patients there are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Offer {
    /// In order; entries of a kind stand together.
    pub(super) entries: Vec<Entry>,
    /// How many more patients there are.
    pub(super) more: usize,
}

/// What is read for every letter, without a memo for each.
#[derive(Clone, Copy)]
pub(super) struct Sources {
    /// Rows, language, privacy.
    pub(super) workspace: Workspace,
    /// Who else is live.
    pub(super) present: Memo<Vec<Present>>,
    /// The present day.
    pub(super) today: Memo<Date>,
}

/// What this device offers at once. Untracked.
pub(super) fn offer(sources: Sources, typed: &str, recent: &[Patient], actions: &[Action]) -> Offer {
    let workspace = sources.workspace;
    if typed.is_empty() {
        let recent = recent.iter().cloned().map(patient);
        let actions = actions.iter().copied().map(Entry::Action);
        return Offer {
            entries: recent.chain(actions).collect(),
            more: 0,
        };
    }
    let language = workspace.language().get_untracked();
    let hidden = workspace.names_hidden().get_untracked();
    let today = sources.today.get_untracked();
    let found = workspace.search_here(typed);
    let day = named_day(typed, today).map(Entry::Day);
    let is_found = |action: &&Action| action.is_found(typed, text(language), hidden);
    let actions = actions.iter().filter(is_found).copied().map(Entry::Action);
    let entries = day
        .into_iter()
        .chain(found.patients.into_iter().map(patient))
        .chain(
            people(workspace, &sources.present.read_untracked(), typed)
                .into_iter()
                .map(Entry::Person),
        )
        .chain(actions);
    Offer {
        entries: entries.collect(),
        more: found.more,
    }
}

fn patient(patient: Patient) -> Entry {
    Entry::Patient(Box::new(patient))
}

/// The offer with what the server has found. Nothing moves down to the row that is selected; below it stand the
/// patients in the server's order, then those whom only this device knows, then the rest.
pub(super) fn merged(before: Offer, selected: Option<EntryKey>, answer: &SearchAnswer) -> Offer {
    let kept = selected
        .and_then(|key| before.entries.iter().position(|entry| entry.key() == key))
        .map_or(0, |at| at + 1);
    let mut entries = before.entries;
    let rest = entries.split_off(kept);
    let mut shown: BTreeSet<PatientId> = entries.iter().filter_map(patient_of).collect();
    let (here, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(|entry| entry.kind() == Kind::Patient);
    let found = answer.patients.iter().cloned().map(patient);
    let mut tail: Vec<Entry> = Vec::new();
    for entry in found.chain(here) {
        if shown.len() < HITS && patient_of(&entry).is_some_and(|id| shown.insert(id)) {
            tail.push(entry);
        }
    }
    tail.extend(others);
    tail.sort_by_key(Entry::kind);
    entries.extend(tail);
    let all = answer.patients.len() + answer.more;
    Offer {
        entries,
        more: all.saturating_sub(shown.len()),
    }
}

fn patient_of(entry: &Entry) -> Option<PatientId> {
    match entry {
        Entry::Patient(patient) => Some(patient.id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use app_domain::patient::{Consent, Standing};
    use uuid::Uuid;

    use super::*;

    fn row(number: u128) -> Patient {
        Patient {
            id: PatientId(Uuid::from_u128(number)),
            code: format!("P{number}"),
            surname: "Rossi".into(),
            name: "Ada".into(),
            born: None,
            contacts: None,
            standing: Standing::Active,
            payer: None,
            dentist: None,
            hygienist: None,
            recall_consent: Consent::Given,
            oppositions: Vec::new(),
            times: app_domain::agenda::PlaceTimes::default(),
        }
    }

    fn offer_of(numbers: &[u128], actions: &[Action]) -> Offer {
        let patients = numbers.iter().map(|number| patient(row(*number)));
        Offer {
            entries: patients
                .chain(actions.iter().copied().map(Entry::Action))
                .collect(),
            more: 0,
        }
    }

    fn answer(numbers: &[u128], more: usize) -> SearchAnswer {
        SearchAnswer {
            patients: numbers.iter().map(|number| row(*number)).collect(),
            more,
        }
    }

    fn keys(offer: &Offer) -> Vec<EntryKey> {
        offer.entries.iter().map(Entry::key).collect()
    }

    fn key(number: u128) -> EntryKey {
        EntryKey::Patient(row(number).id)
    }

    #[test]
    fn the_selected_row_stays_where_it_is_and_the_rest_takes_the_order_of_the_server() {
        let before = offer_of(&[2, 4, 9], &[Action::Today]);
        let after = merged(before, Some(key(4)), &answer(&[1, 2, 3, 4, 5], 7));
        let expected = [
            key(2),
            key(4),
            key(1),
            key(3),
            key(5),
            key(9),
            EntryKey::Action(Action::Today),
        ];
        assert_eq!(keys(&after), expected);
        assert_eq!(after.more, 6, "one of those shown is known to this device only");
    }

    #[test]
    fn with_nothing_selected_the_order_is_that_of_the_server() {
        let after = merged(offer_of(&[4], &[]), None, &answer(&[1, 4], 0));
        assert_eq!(keys(&after), [key(1), key(4)]);
        assert_eq!(after.more, 0);
    }

    #[test]
    fn patients_who_come_late_stand_below_a_selected_action() {
        let selected = EntryKey::Action(Action::Today);
        let before = offer_of(&[], &[Action::Today, Action::Calls]);
        let after = merged(before, Some(selected), &answer(&[1], 0));
        assert_eq!(keys(&after), [selected, key(1), EntryKey::Action(Action::Calls)]);
    }

    #[test]
    fn no_more_patients_than_an_answer_holds_are_shown() {
        let numbers: Vec<u128> = (1..=20).collect();
        let others: Vec<u128> = (21..=40).collect();
        let after = merged(offer_of(&numbers, &[]), Some(key(20)), &answer(&others, 0));
        assert_eq!(after.entries.len(), 20);
        assert_eq!(keys(&after)[19], key(20));
    }
}
