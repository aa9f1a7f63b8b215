//! What a role sees, written down once more without the table of `policy` and without `project`: the oracle's own look.
//!
//! It knows what the rows of the tests hold, and no more.

use app_domain::agenda::Absence;
use app_domain::calls::{Attempt, Outcome, OutcomeOf, ReasonKind, Settlement, Topic};
use app_domain::care::{Care, Due};
use app_domain::command::Command;
use app_domain::patient::{Contacts, Patient, PatientField};
use app_domain::review::{About, Review};
use app_domain::role::Role;
use app_domain::rows::Row;

/// A row as a role may see it; `None` where it may not know of it.
pub fn seen_by(role: Role, row: &Row) -> Option<Row> {
    match row {
        Row::Patient(patient) => Some(Row::Patient(seen_patient(role, patient))),
        // The owner sees sums of calls, and no single one.
        Row::Care(_)
        | Row::Recall(_)
        | Row::Attempt(_)
        | Row::Claim(_)
        | Row::Request(_)
        | Row::SharedView(_)
            if role == Role::Owner =>
        {
            None
        }
        // They see sums of consents too; who speaks with patients knows only whether one is missing.
        Row::TreatmentConsent(_) if matches!(role, Role::OfficeManager | Role::Owner) => None,
        Row::TreatmentConsent(consent) if !matches!(role, Role::Dentist | Role::Hygienist) => {
            let mut seen = consent.clone();
            seen.given.clear();
            Some(Row::TreatmentConsent(seen))
        }
        // Who takes part in money by yes and no sees no single entry of the books, and clinicians do not know of any.
        Row::Payment(_) if !matches!(role, Role::FrontDesk | Role::OfficeManager | Role::Owner) => None,
        Row::RiskMarks(_) if matches!(role, Role::OfficeManager | Role::Owner) => None,
        // Who speaks with patients knows that there is a risk, and no more.
        Row::RiskMarks(marks) if !matches!(role, Role::Dentist | Role::Hygienist) => {
            let mut seen = marks.clone();
            for mark in &mut seen.marks {
                mark.said.clear();
                mark.by_hand.iter_mut().for_each(|episode| episode.tooth.clear());
            }
            Some(Row::RiskMarks(seen))
        }
        Row::Care(care) => Some(Row::Care(seen_care(role, care))),
        Row::Attempt(attempt) => seen_attempt(role, attempt).map(Row::Attempt),
        Row::Absence(absence) => Some(Row::Absence(seen_absence(role, absence))),
        Row::Review(review) => Some(Row::Review(seen_review(role, review))),
        _ => Some(row.clone()),
    }
}

/// Why somebody is away is for who keeps the team's shifts.
fn seen_absence(role: Role, absence: &Absence) -> Absence {
    let mut seen = absence.clone();
    if !matches!(role, Role::OfficeManager | Role::Owner) {
        seen.reason = String::new();
    }
    seen
}

fn seen_patient(role: Role, patient: &Patient) -> Patient {
    let mut seen = patient.clone();
    let is_minimal = matches!(role, Role::OfficeManager | Role::Owner);
    if is_minimal {
        seen.born = None;
        seen.dentist = None;
        seen.hygienist = None;
        seen.contacts = patient
            .contacts
            .as_ref()
            .filter(|_| role == Role::OfficeManager)
            .map(|contacts| Contacts {
                email: None,
                note: String::new(),
                ..contacts.clone()
            });
    }
    seen
}

fn seen_care(role: Role, care: &Care) -> Care {
    let mut seen = care.clone();
    match role {
        Role::Dentist | Role::Hygienist => seen.money = None,
        Role::FrontDesk | Role::RemoteSecretary | Role::CaseManager => {
            seen.episodes.iter_mut().for_each(|episode| episode.tooth.clear());
        }
        Role::OfficeManager | Role::Owner => {
            seen.episodes.clear();
            seen.closed_episodes.clear();
            seen.plans.clear();
            seen.finished = None;
        }
    }
    if matches!(role, Role::FrontDesk | Role::RemoteSecretary) {
        for plan in &mut seen.plans {
            plan.title.clear();
            plan.steps.clear();
        }
        seen.finished.iter_mut().for_each(|plan| plan.title.clear());
    }
    if let (Role::RemoteSecretary | Role::CaseManager, Some(money)) = (role, &mut seen.money) {
        money.plans.clear();
        let blank = |due: &mut Due| due.amount = None;
        money.balance.iter_mut().for_each(blank);
        money.instalment.iter_mut().for_each(blank);
    }
    seen
}

/// Risk and plans are not for the manager, money not for clinicians; nor does the manager see what a clinician is asked. Who may
/// not know what a patient answers to a plan sees that they did.
fn seen_outcomes(role: Role, outcomes: &mut Vec<OutcomeOf>) {
    let is_risk = |topic| topic == Topic::Reason(ReasonKind::ClinicalRisk);
    let is_money = |topic| matches!(topic, Topic::Reason(ReasonKind::Balance | ReasonKind::Instalment));
    let sees = |about: &OutcomeOf| match role {
        Role::OfficeManager => {
            let is_plan = about.topic == Topic::Reason(ReasonKind::PlanAwaiting);
            !is_risk(about.topic) && !is_plan && !matches!(about.outcome, Outcome::Problem { .. })
        }
        Role::Dentist | Role::Hygienist => {
            !is_money(about.topic) && !matches!(about.outcome, Outcome::AsksToSpread { until: Some(_) })
        }
        _ => true,
    };
    outcomes.retain(sees);
    if matches!(role, Role::FrontDesk | Role::RemoteSecretary) {
        for about in outcomes {
            if let Outcome::AnswersPlan { steps } = &mut about.outcome {
                steps.clear();
            }
        }
    }
}

/// What was seen once stays a row.
fn seen_attempt(role: Role, attempt: &Attempt) -> Option<Attempt> {
    let mut seen = attempt.clone();
    seen_outcomes(role, &mut seen.outcomes);
    for before in &mut seen.corrected {
        seen_outcomes(role, &mut before.outcomes);
    }
    seen.corrected.retain(|before| !before.outcomes.is_empty());
    if matches!(role, Role::Dentist | Role::Hygienist) {
        seen.delay = None;
        seen.settled.retain(|one| one.settlement != Settlement::Resolved);
    }
    if role == Role::OfficeManager {
        seen.question = String::new();
        seen.answer = None;
    }
    (!seen.outcomes.is_empty() || !seen.corrected.is_empty()).then_some(seen)
}

/// Whether nothing of what a call left is for this role.
fn hides(role: Role, outcomes: &[OutcomeOf]) -> bool {
    let mut seen = outcomes.to_vec();
    seen_outcomes(role, &mut seen);
    seen.is_empty()
}

/// That something waits is known to all, for its author is told in any role; what it is, to those who may see that.
fn seen_review(role: Role, review: &Review) -> Review {
    let sees = |about: &About| match &about.command {
        Command::EditPatient { becomes, .. } => match becomes {
            PatientField::Mobile(_) | PatientField::Landline(_) | PatientField::Language(_) => {
                role != Role::Owner
            }
            PatientField::Email(_) | PatientField::Born(_) => {
                !matches!(role, Role::OfficeManager | Role::Owner)
            }
            PatientField::RecallConsent(_) | PatientField::Times(_) => true,
        },
        // The simulated calls are about hygiene, about a payment that is put off, or about a plan.
        Command::RecordAttempt { outcomes, .. } => role != Role::Owner && !hides(role, outcomes),
        Command::CorrectAttempt { was, becomes, .. } => {
            role != Role::Owner && !hides(role, was) && !hides(role, becomes)
        }
        Command::HandOverPromise { .. }
        | Command::SetRecall(_)
        | Command::OpenRequest(_)
        | Command::HandOverRequest { .. }
        | Command::PutOffRequest { .. }
        | Command::SolveRequest { .. }
        | Command::ReopenRequest { .. }
        | Command::ShareView { .. }
        | Command::StrikeView { .. } => role != Role::Owner,
        Command::AttestConsent { .. }
        | Command::WithdrawConsent { .. }
        | Command::OpenRisk(_)
        | Command::CloseRisk { .. } => {
            matches!(role, Role::Dentist | Role::Hygienist)
        }
        // The simulated settlements are about hygiene, and about disputes, which are money.
        Command::SettleCall { settlement, .. } => {
            role != Role::Owner
                && (*settlement != Settlement::Resolved || !matches!(role, Role::Dentist | Role::Hygienist))
        }
        Command::DecideDelay { .. } => !matches!(role, Role::Owner | Role::Dentist | Role::Hygienist),
        Command::RecordPayment(_) => matches!(role, Role::FrontDesk | Role::OfficeManager | Role::Owner),
        Command::Ask { wish, .. } if matches!(**wish, Command::RecordPayment(_)) => {
            matches!(role, Role::FrontDesk | Role::OfficeManager | Role::Owner)
        }
        Command::AnswerEscalation { .. } => !matches!(role, Role::OfficeManager | Role::Owner),
        Command::SettleReview { .. }
        | Command::ClaimCall { .. }
        | Command::TakeOverCall { .. }
        | Command::ReleaseCall { .. } => false,
        _ => true,
    };
    let mut about = review.about.clone().filter(|about| sees(about));
    match about.as_mut().map(|about| &mut about.command) {
        Some(Command::MarkAbsence(absence)) => *absence = seen_absence(role, absence),
        Some(Command::RecordAttempt { outcomes, .. }) => seen_outcomes(role, outcomes),
        Some(Command::CorrectAttempt { was, becomes, .. }) => {
            seen_outcomes(role, was);
            seen_outcomes(role, becomes);
        }
        _ => {}
    }
    let mut settled = review.settled.clone();
    if let Some(settled) = settled.as_mut().filter(|_| about.is_none()) {
        settled.words.clear();
    }
    Review {
        about,
        settled,
        ..review.clone()
    }
}
