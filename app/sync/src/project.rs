//! What a class of viewers sees of a row (`domain.md`, "Who may do what"). A pure function: hidden fields are absent.

mod care;

use app_domain::agenda::Absence;
use app_domain::calls::{Attempt, Outcome, OutcomeOf, OutcomesWere, ReasonKind, Settlement, Topic};
use app_domain::command::Command;
use app_domain::patient::{Contacts, Patient, PatientField};
use app_domain::policy::{self, Entity, Read};
use app_domain::review::{About, Review, Settled, is_waiver};
use app_domain::role::Role;
use app_domain::rows::{Change, Key, Row};
use app_domain::search::Sight;
use app_domain::treatment_consent::TreatmentConsent;
use serde::{Deserialize, Serialize};

use crate::wire::Viewer;
use care::{project_care, project_risk_marks};

/// Viewers who see the same: a change is projected and serialised once per class.
///
/// Today a class is a role. Relations (`ª` in the table) will make it finer; until then they count as given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct ViewClass {
    /// The active role.
    pub role: Role,
}

impl ViewClass {
    /// The class of a viewer.
    pub fn of(viewer: &Viewer) -> Self {
        Self { role: viewer.role }
    }

    fn reads(self, entity: Entity) -> Read {
        policy::grant(self.role, entity).read
    }

    /// Whether single rows of the entity are seen, with or without all their fields.
    pub(crate) fn sees(self, entity: Entity) -> bool {
        matches!(
            self.reads(entity),
            Read::Minimal | Read::Own | Read::Related | Read::All
        )
    }

    /// Whether the field of a patient is seen.
    fn sees_field(self, field: &PatientField) -> bool {
        match field {
            PatientField::Mobile(_) | PatientField::Landline(_) | PatientField::Language(_) => {
                self.reads(Entity::Identity) != Read::Minimal || policy::may_record_calls(self.role)
            }
            PatientField::Email(_) | PatientField::Born(_) => self.reads(Entity::Identity) != Read::Minimal,
            PatientField::RecallConsent(_) | PatientField::Times(_) => true,
        }
    }

    /// What of a patient may be searched: what is seen, and the tax code by those who see the whole identity.
    pub fn sight(self) -> Sight {
        let whole = self.sees(Entity::Identity) && self.reads(Entity::Identity) != Read::Minimal;
        Sight {
            phones: self.sees(Entity::Identity) && self.sees_field(&PatientField::Mobile(None)),
            born: whole,
            tax_code: whole,
        }
    }

    /// Whether amounts are seen.
    fn sees_amounts(self) -> bool {
        self.reads(Entity::Payments) == Read::All
    }
}

/// A change as the class sees it; `None` where it sees nothing of it.
///
/// Whether a row is seen never changes while the row lives, so a hidden put needs no removal.
pub fn project_change(class: ViewClass, change: &Change) -> Option<Change> {
    match change {
        Change::Put { row } => project(class, row).map(|row| Change::Put { row }),
        Change::Remove { key } => sees_key(class, *key).then_some(Change::Remove { key: *key }),
    }
}

/// A row as the class sees it; `None` where the class may not know of it.
pub fn project(class: ViewClass, row: &Row) -> Option<Row> {
    if !sees_key(class, row.key()) {
        return None;
    }
    match row {
        Row::Patient(patient) => Some(Row::Patient(project_patient(class, patient))),
        Row::Care(care) => Some(Row::Care(project_care(class, care))),
        Row::Attempt(attempt) => project_attempt(class, attempt).map(Row::Attempt),
        Row::RiskMarks(marks) => Some(Row::RiskMarks(project_risk_marks(class, marks))),
        Row::Review(review) => Some(Row::Review(project_review(class, review))),
        Row::Absence(absence) => Some(Row::Absence(project_absence(class, absence))),
        Row::TreatmentConsent(consent) => Some(Row::TreatmentConsent(project_consent(class, consent))),
        Row::Practice(_)
        | Row::Chair(_)
        | Row::Clinician(_)
        | Row::Closure(_)
        | Row::VisitType(_)
        | Row::Budget(_)
        | Row::CallSettings(_)
        | Row::RiskRule(_)
        | Row::Member(_)
        | Row::DayNote(_)
        | Row::SharedView(_)
        | Row::Appointment(_)
        | Row::Recall(_)
        | Row::Claim(_)
        | Row::Request(_)
        | Row::Payment(_) => Some(row.clone()),
    }
}

/// Whether rows of the key's table are seen at all.
pub(crate) fn sees_key(class: ViewClass, key: Key) -> bool {
    match key {
        Key::Practice
        | Key::Chair(_)
        | Key::Clinician(_)
        | Key::Closure(_)
        | Key::Absence(_)
        | Key::VisitType(_)
        | Key::Budget(_)
        | Key::CallSettings
        | Key::RiskRule(_)
        | Key::Member(_)
        | Key::DayNote(_)
        | Key::Review(_) => true,
        Key::Patient(_) => class.sees(Entity::Identity),
        Key::Appointment(_) => class.sees(Entity::Appointments),
        Key::RiskMarks(_) => class.sees(Entity::RiskEpisode),
        Key::TreatmentConsent(_) => {
            class.sees(Entity::TreatmentConsent) || class.reads(Entity::TreatmentConsent) == Read::Whether
        }
        Key::Payment(_) => class.sees_amounts(),
        Key::Care(_)
        | Key::Recall(_)
        | Key::CheckRecall(..)
        | Key::Attempt(_)
        | Key::Claim(_)
        | Key::Request(_)
        | Key::SharedView(_) => class.sees(Entity::Calls),
    }
}

/// The minimal projection is the name, whether care goes on, and what the patient wants of contacts; with the numbers
/// for those who call, and with the payer for those who see payments.
fn project_patient(class: ViewClass, patient: &Patient) -> Patient {
    if class.reads(Entity::Identity) != Read::Minimal {
        return patient.clone();
    }
    let numbers = |contacts: &Contacts| Contacts {
        mobile: contacts.mobile.clone(),
        landline: contacts.landline.clone(),
        preferred: contacts.preferred,
        language: contacts.language,
        ..Contacts::default()
    };
    Patient {
        born: None,
        contacts: patient
            .contacts
            .as_ref()
            .filter(|_| policy::may_record_calls(class.role))
            .map(numbers),
        payer: patient.payer.filter(|_| class.sees_amounts()),
        dentist: None,
        hygienist: None,
        ..patient.clone()
    }
}

/// That somebody is away concerns everybody; why, only who keeps the team's shifts.
fn project_absence(class: ViewClass, absence: &Absence) -> Absence {
    Absence {
        reason: if class.reads(Entity::Team) == Read::All {
            absence.reason.clone()
        } else {
            String::new()
        },
        ..absence.clone()
    }
}

/// Who knows only whether a consent is missing does not know when it was signed, who attested it, or why it was withdrawn.
fn project_consent(class: ViewClass, consent: &TreatmentConsent) -> TreatmentConsent {
    let given = if class.sees(Entity::TreatmentConsent) {
        consent.given.clone()
    } else {
        Vec::new()
    };
    TreatmentConsent {
        given,
        ..consent.clone()
    }
}

/// An attempt without the outcomes that the class may not know of; none of it where nothing is left.
fn project_attempt(class: ViewClass, attempt: &Attempt) -> Option<Attempt> {
    let outcomes = project_outcomes(class, &attempt.outcomes);
    let before = attempt.corrected.iter().map(|before| OutcomesWere {
        outcomes: project_outcomes(class, &before.outcomes),
        ..before.clone()
    });
    let corrected: Vec<_> = before.filter(|before| !before.outcomes.is_empty()).collect();
    // What was seen once stays a row, though nothing of what it became is seen: nobody has to be told that it is gone.
    let hidden = outcomes.is_empty() && corrected.is_empty() && !attempt.outcomes.is_empty();
    let asked = class.sees(Entity::Escalation);
    (!hidden).then(|| Attempt {
        outcomes,
        question: if asked {
            attempt.question.clone()
        } else {
            String::new()
        },
        answer: attempt.answer.clone().filter(|_| asked),
        delay: attempt
            .delay
            .clone()
            .filter(|_| class.reads(Entity::Payments) != Read::Nothing),
        corrected,
        settled: attempt
            .settled
            .iter()
            .filter(|settling| sees_settlement(class, settling.settlement))
            .cloned()
            .collect(),
        ..attempt.clone()
    })
}

/// What is settled about something that the class may not know of is not for it either.
fn sees_settlement(class: ViewClass, settlement: Settlement) -> bool {
    match settlement {
        Settlement::Resolved => class.reads(Entity::Payments) != Read::Nothing,
        Settlement::Retry { reason } | Settlement::Closed { reason } => {
            sees_topic(class, Topic::Reason(reason))
        }
        Settlement::Confirmed { .. }
        | Settlement::NotTrue
        | Settlement::NumberCorrected
        | Settlement::Seen => true,
    }
}

fn project_outcomes(class: ViewClass, outcomes: &[OutcomeOf]) -> Vec<OutcomeOf> {
    outcomes
        .iter()
        .filter_map(|about| project_outcome(class, about))
        .collect()
}

fn project_outcome(class: ViewClass, about: &OutcomeOf) -> Option<OutcomeOf> {
    let outcome = match &about.outcome {
        Outcome::Problem { .. } if !class.sees(Entity::Escalation) => return None,
        Outcome::PromisesToPay { .. } | Outcome::AsksToSpread { until: Some(_) }
            if class.reads(Entity::Payments) == Read::Nothing =>
        {
            return None;
        }
        Outcome::PromisesToPay { by, .. } if !class.sees_amounts() => Outcome::PromisesToPay {
            by: *by,
            amount: None,
        },
        // That the patient answered is part of the call; what, not of what everybody who calls may know.
        Outcome::AnswersPlan { .. } if !class.sees(Entity::PlanAnswer) => {
            Outcome::AnswersPlan { steps: Vec::new() }
        }
        outcome => outcome.clone(),
    };
    sees_topic(class, about.topic).then_some(OutcomeOf {
        topic: about.topic,
        outcome,
    })
}

fn sees_topic(class: ViewClass, topic: Topic) -> bool {
    match topic {
        Topic::Reason(ReasonKind::ClinicalRisk) => class.sees(Entity::RiskEpisode),
        Topic::Reason(ReasonKind::Answered) => class.sees(Entity::Escalation),
        Topic::Reason(ReasonKind::Balance | ReasonKind::Instalment) => {
            class.reads(Entity::Payments) != Read::Nothing
        }
        Topic::Reason(ReasonKind::SuspendedCycle | ReasonKind::PlanAwaiting) => {
            class.sees(Entity::PlanSequence)
        }
        Topic::Reason(_) | Topic::Other => true,
    }
}

/// That somebody's change waits is known to all, so that its author can be told in whatever role; what it asks for only to
/// those who may see what it would change, and so what was said of it.
fn project_review(class: ViewClass, review: &Review) -> Review {
    let about = review
        .about
        .as_deref()
        .and_then(|about| project_about(class, about));
    Review {
        settled: review.settled.clone().map(|settled| Settled {
            words: if about.is_some() {
                settled.words
            } else {
                String::new()
            },
            ..settled
        }),
        about: about.map(Box::new),
        ..review.clone()
    }
}

fn project_about(class: ViewClass, about: &About) -> Option<About> {
    let command = match &about.command {
        Command::MarkAppointment { .. }
        | Command::UndoMark { .. }
        | Command::CancelAppointment { .. }
        | Command::CorrectAppointment { .. }
        | Command::SetAsSoonAsPossible { .. }
        | Command::SetLabWork { .. }
        | Command::MoveAppointment { .. }
        | Command::BookAppointment(_)
        | Command::UnbookAppointment { .. }
        | Command::SetConfirmation { .. } => class.sees(Entity::Appointments).then(|| about.command.clone()),
        Command::EditPatient { becomes, .. } => class.sees_field(becomes).then(|| about.command.clone()),
        Command::MarkAbsence(absence) => Some(Command::MarkAbsence(project_absence(class, absence))),
        Command::WithdrawAbsence { .. }
        | Command::CloseDays(_)
        | Command::ReopenDays { .. }
        | Command::SetUpChair { .. }
        | Command::SetUpVisitType { .. }
        | Command::SetUpBudget { .. }
        | Command::SetUpCalls { .. }
        | Command::SetUpRisk { .. }
        | Command::AddDayNote { .. }
        | Command::StrikeDayNote { .. } => Some(about.command.clone()),
        Command::RecordAttempt { .. } | Command::CorrectAttempt { .. } => project_call(class, &about.command),
        Command::AnswerEscalation { .. } => class.sees(Entity::Escalation).then(|| about.command.clone()),
        Command::HandOverPromise { .. }
        | Command::SetRecall(_)
        | Command::OpenRequest(_)
        | Command::HandOverRequest { .. }
        | Command::PutOffRequest { .. }
        | Command::SolveRequest { .. }
        | Command::ReopenRequest { .. }
        | Command::ShareView { .. }
        | Command::StrikeView { .. } => class.sees(Entity::Calls).then(|| about.command.clone()),
        Command::SettleCall { settlement, .. } => {
            let seen = class.sees(Entity::Calls) && sees_settlement(class, *settlement);
            seen.then(|| about.command.clone())
        }
        Command::DecideDelay { .. } => {
            let seen = class.sees(Entity::Calls) && class.reads(Entity::Payments) != Read::Nothing;
            seen.then(|| about.command.clone())
        }
        Command::AttestConsent { .. } | Command::WithdrawConsent { .. } => class
            .sees(Entity::TreatmentConsent)
            .then(|| about.command.clone()),
        Command::RecordPayment(_) => class.sees_amounts().then(|| about.command.clone()),
        Command::Ask { wish, .. } => {
            let seen = if is_waiver(wish) {
                class.sees_amounts()
            } else {
                class.sees(Entity::Appointments)
            };
            seen.then(|| about.command.clone())
        }
        // They say which tooth, and why.
        Command::OpenRisk(_) | Command::CloseRisk { .. } => {
            (class.reads(Entity::RiskEpisode) == Read::All).then(|| about.command.clone())
        }
        // These are never put aside.
        Command::SettleReview { .. }
        | Command::ClaimCall { .. }
        | Command::TakeOverCall { .. }
        | Command::ReleaseCall { .. } => None,
    };
    Some(About {
        command: command?,
        refusal: about.refusal.clone(),
    })
}

/// A call without the outcomes that the class may not know of; none of it where nothing is left.
fn project_call(class: ViewClass, call: &Command) -> Option<Command> {
    if !class.sees(Entity::Calls) {
        return None;
    }
    let mut call = call.clone();
    match &mut call {
        Command::RecordAttempt {
            outcomes, question, ..
        } => {
            *outcomes = project_outcomes(class, outcomes);
            if !class.sees(Entity::Escalation) {
                question.clear();
            }
            (!outcomes.is_empty()).then_some(call)
        }
        Command::CorrectAttempt {
            was,
            becomes,
            question,
            ..
        } => {
            if !class.sees(Entity::Escalation) {
                question.clear();
            }
            *was = project_outcomes(class, was);
            *becomes = project_outcomes(class, becomes);
            (!was.is_empty() && !becomes.is_empty()).then_some(call)
        }
        _ => None,
    }
}
