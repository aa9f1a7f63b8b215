//! Who is woken by what: one trigger per thing that a screen has read.
//!
//! Not `reactive_stores`: a store owns its data, while the rows live in the client core's replica, which replays
//! speculation over them and must be the only copy. So screens subscribe to topics and read the replica itself.

use std::cell::RefCell;
use std::collections::BTreeMap;

use app_domain::id::{AppointmentId, AttemptId, PatientId};
use app_domain::rows::{Key, Rows};
use jiff::civil::Date;
use leptos::prelude::*;

/// Something a screen can depend on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Topic {
    /// One row, and how far its unsent changes have come.
    Row(Key),
    /// The visits of a day.
    Day(Date),
    /// The visits of a patient.
    VisitsOf(PatientId),
    /// The attempts to reach a patient.
    AttemptsOf(PatientId),
    /// Every call that asks a clinician.
    Questions,
    /// Every request of a patient.
    Requests,
    /// What is recorded of every consent to a plan.
    TreatmentConsents,
    /// Every entry of the books.
    Payments,
    /// What a role may grant without asking.
    Budgets,
    /// Every patient's header.
    Patients,
    /// Every chair.
    Chairs,
    /// Every clinician.
    Clinicians,
    /// Every closure and every absence.
    Closures,
    /// What the practice has set for its types of visit.
    VisitTypes,
    /// Every note about a day.
    DayNotes,
    /// The views of the call list that are shared.
    SharedViews,
    /// The visits that wait to be placed again.
    Parked,
    /// Who is on the call list, in which order.
    CallList,
    /// A patient's reasons.
    Call(PatientId),
    /// What waits for a person.
    Reviews,
    /// The outbox, and how the device stands with the server.
    State,
    /// Who else is live.
    Presence,
}

/// Triggers by topic, made when first read; and where visits and attempts were when last shown, so that the day that
/// a visit leaves is woken as well as the one it comes to.
#[derive(Default)]
pub(super) struct Wakers {
    triggers: RefCell<BTreeMap<Topic, ArcTrigger>>,
    visits: RefCell<BTreeMap<AppointmentId, (Date, PatientId)>>,
    attempts: RefCell<BTreeMap<AttemptId, PatientId>>,
}

impl Wakers {
    /// Subscribes the running memo or effect.
    #[expect(
        clippy::disallowed_methods,
        reason = "a trigger has no value, and nothing that it is computed from"
    )]
    pub(super) fn track(&self, topic: Topic) {
        let trigger = self.triggers.borrow_mut().entry(topic).or_default().clone();
        trigger.track();
    }

    /// Wakes whoever read it.
    pub(super) fn notify(&self, topic: Topic) {
        let trigger = self.triggers.borrow().get(&topic).cloned();
        if let Some(trigger) = trigger {
            trigger.notify();
        }
    }

    /// What depends on a changed row, before and after the change. Remembers where the row is now.
    pub(super) fn topics_of(&self, key: Key, rows: &impl Rows) -> Vec<Topic> {
        let mut topics = vec![Topic::Row(key)];
        match key {
            Key::Chair(_) => topics.push(Topic::Chairs),
            Key::Clinician(_) => topics.push(Topic::Clinicians),
            Key::Closure(_) | Key::Absence(_) => topics.push(Topic::Closures),
            Key::VisitType(_) => topics.push(Topic::VisitTypes),
            Key::DayNote(_) => topics.push(Topic::DayNotes),
            Key::SharedView(_) => topics.push(Topic::SharedViews),
            Key::Appointment(id) => {
                let is = rows
                    .appointment(id)
                    .map(|visit| (visit.start().date(), visit.patient));
                let was = replace(&mut self.visits.borrow_mut(), id, is);
                for (day, patient) in was.into_iter().chain(is) {
                    topics.extend([Topic::Day(day), Topic::VisitsOf(patient)]);
                }
                topics.push(Topic::Parked);
            }
            Key::Attempt(id) => {
                let is = rows.attempt(id).map(|attempt| attempt.patient);
                let was = replace(&mut self.attempts.borrow_mut(), id, is);
                topics.extend(was.into_iter().chain(is).map(Topic::AttemptsOf));
                topics.push(Topic::Questions);
            }
            Key::Request(_) => topics.push(Topic::Requests),
            Key::Budget(_) => topics.push(Topic::Budgets),
            Key::Review(_) => topics.push(Topic::Reviews),
            Key::Patient(_) => topics.push(Topic::Patients),
            Key::TreatmentConsent(_) => topics.push(Topic::TreatmentConsents),
            Key::Payment(_) => topics.push(Topic::Payments),
            Key::Practice
            | Key::CallSettings
            | Key::RiskRule(_)
            | Key::Member(_)
            | Key::Care(_)
            | Key::Recall(_)
            | Key::CheckRecall(..)
            | Key::RiskMarks(_)
            | Key::Claim(_) => {}
        }
        topics
    }
}

fn replace<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    }
}

/// The patient whose reasons a topic bears on.
pub(super) fn patient_of(topic: Topic) -> Option<PatientId> {
    match topic {
        Topic::Row(
            Key::Patient(id)
            | Key::Care(id)
            | Key::Recall(id)
            | Key::CheckRecall(id, _)
            | Key::RiskMarks(id)
            | Key::Claim(id),
        ) => Some(id),
        Topic::VisitsOf(id) | Topic::AttemptsOf(id) => Some(id),
        _ => None,
    }
}
