//! Why a reason is not on the list: the first cause that holds (`domain.md`, "Exclusions" and "Attempts").

use jiff::ToSpan;
use jiff::civil::Date;

use super::checks::Off;
use super::{Candidate, Case, start_of};
use crate::autonomy::decide_by;
use crate::calls::log::{CallLog, Said};
use crate::calls::recall::disabled_until;
use crate::calls::{Advice, Attempt, Cause, Outcome, ReasonDetail, ReasonKind, Recall, Topic};
use crate::patient::{Channel, Consent, Opposition, Patient, Purpose, Standing};
use crate::time::Instant;

/// Tries per reason that reached nobody, since it began.
const TRIES_PER_REASON: usize = 5;
/// Tries per patient that reached nobody, in [`WEEK`] days.
pub(crate) const TRIES_PER_WEEK: usize = 3;
/// Today is the seventh.
pub(crate) const WEEK: i64 = 7;
/// For how many days a patient may think.
const THINKING_DAYS: i64 = 7;

/// A cause, and when it ends by itself.
type Held = (Cause, Option<Instant>);

impl Case<'_> {
    pub(super) fn cause(&self, candidate: &Candidate) -> Option<Held> {
        let kind = candidate.reason.kind();
        if matches!(kind, ReasonKind::Promise | ReasonKind::Answered) {
            return self
                .cause_of_patient(candidate)
                .or_else(|| self.cause_of_contact());
        }
        self.cause_of_patient(candidate)
            .or_else(|| match kind {
                ReasonKind::HygieneRecall => self.cause_of_recall(),
                ReasonKind::CheckRecall => self.cause_of_check(candidate),
                _ => None,
            })
            .or_else(|| self.cause_of_contact())
            .or_else(|| {
                if kind.is_money() {
                    self.cause_of_money()
                } else {
                    None
                }
            })
            .or_else(|| self.cause_of_what_was_said(candidate))
            .or_else(|| self.cause_of_tries(candidate))
    }

    fn cause_of_patient(&self, candidate: &Candidate) -> Option<Held> {
        let purpose = match &candidate.reason.detail {
            ReasonDetail::Promise(promise) => promise.about.purpose(),
            detail => Topic::Reason(detail.kind()).purpose(),
        };
        not_contacted(self.facts.patient, &self.log, purpose).map(|cause| (cause, None))
    }

    fn cause_of_recall(&self) -> Option<Held> {
        let facts = self.facts;
        let months = facts.hygiene().interval_months;
        cause_of_recall(facts.patient, months, facts.recall, &self.log, self.today)
    }

    /// Alike with hygiene. Where one check is off and another is due, the reason is of the other.
    fn cause_of_check(&self, candidate: &Candidate) -> Option<Held> {
        let patient = self.facts.patient;
        if patient.recall_consent == Consent::Denied {
            return Some((Cause::ConsentDenied, None));
        }
        if let ReasonDetail::CheckRecall(due) = &candidate.reason.detail {
            let off: Option<Vec<Off>> = due
                .checks
                .iter()
                .map(|check| self.check_off(check.recall))
                .collect();
            if let Some(off) = off {
                let days = off.into_iter().filter_map(|off| match off {
                    Off::Until(day) => Some(day),
                    Off::Always => None,
                });
                return Some((Cause::Disabled, days.min().map(start_of)));
            }
        }
        (patient.standing == Standing::Inactive).then_some((Cause::Inactive, None))
    }

    /// Reported deceased or moved: until a person has looked. A wrong number: until it is corrected, or any later attempt.
    fn cause_of_contact(&self) -> Option<Held> {
        if self.log.attempts().any(Attempt::report_stands) {
            return Some((Cause::Review, None));
        }
        self.log.number_is_wrong().then_some((Cause::WrongNumber, None))
    }

    fn cause_of_money(&self) -> Option<Held> {
        if self.log.attempts().any(Attempt::dispute_stands) {
            return Some((Cause::Disputed, None));
        }
        let awaited = self.manager_hours().filter(|hour| self.now.instant < *hour);
        if let Some(hour) = awaited.max() {
            return Some((Cause::AwaitingManager, Some(hour)));
        }
        let promise = self
            .promise_to_pay()
            .filter(|promise| self.today < promise.broken_from)?;
        Some((Cause::PromisedToPay, Some(start_of(promise.broken_from))))
    }

    fn cause_of_what_was_said(&self, candidate: &Candidate) -> Option<Held> {
        let kind = candidate.reason.kind();
        let about_this = || {
            let said = self.log.about(kind);
            said.filter(|said| said.attempt.at.civil() >= candidate.occurrence)
                .map(|said| said.outcome)
        };
        if about_this().any(|outcome| matches!(outcome, Outcome::DeclinesToGoOn)) {
            return Some((Cause::Closed, None));
        }
        if self.log.is_closed_by_hand(kind, candidate.occurrence) {
            return Some((Cause::ClosedByPractice, None));
        }
        let still_comes = |outcome: &Outcome| match outcome {
            Outcome::Booked {
                appointment: Some(id),
            } => self.visits.is_future(*id),
            Outcome::Booked { appointment: None } => self.visits.has_future(),
            Outcome::AsksForPlace { appointment } => self.visits.is_future(*appointment),
            _ => false,
        };
        if about_this().any(still_comes) {
            return Some((Cause::VisitBooked, None));
        }
        self.call_back(kind)
            .or_else(|| self.place_asked_for(kind))
            .or_else(|| self.clinician(kind))
            .or_else(|| self.thinking(kind))
    }

    fn call_back(&self, kind: ReasonKind) -> Option<Held> {
        let promises = self
            .log
            .promises()
            .iter()
            .filter(|promise| promise.about == Topic::Reason(kind));
        let until = promises
            .map(|promise| promise.from())
            .filter(|from| self.now.instant < *from)
            .max()?;
        Some((Cause::CallBackPromised, Some(until)))
    }

    fn place_asked_for(&self, kind: ReasonKind) -> Option<Held> {
        let hours = self.log.about(kind).filter_map(|said| self.place_hour(said));
        let until = hours.filter(|hour| self.now.instant < *hour).max()?;
        Some((Cause::AwaitingManager, Some(until)))
    }

    /// By when somebody is to decide of a place that was asked for in a call; once there is the visit, no longer. That it was not
    /// granted the caller is told: the patient is called again when the hour has passed.
    pub(super) fn place_hour(&self, said: &Said<'_>) -> Option<Instant> {
        let Outcome::AsksForPlace { appointment } = said.outcome else {
            return None;
        };
        let is_there = self
            .facts
            .appointments
            .iter()
            .any(|visit| visit.id == *appointment);
        (!is_there).then(|| Instant::from_civil(decide_by(said.attempt.at, self.calendar)))
    }

    fn clinician(&self, kind: ReasonKind) -> Option<Held> {
        let hours = self.log.about(kind).filter_map(clinician_hour);
        let until = hours.filter(|hour| self.now.instant < *hour).max()?;
        Some((Cause::AwaitingClinician, Some(until)))
    }

    /// What the former software calls "thinking" holds nothing. Who has answered a plan and not all of it thinks about the rest.
    fn thinking(&self, kind: ReasonKind) -> Option<Held> {
        let said = self.log.about(kind).filter(|said| !said.attempt.imported);
        let thinks = |outcome: &Outcome| match outcome {
            Outcome::Thinking => true,
            Outcome::AnswersPlan { .. } => kind == ReasonKind::PlanAwaiting,
            _ => false,
        };
        let thought = said
            .filter(|said| thinks(said.outcome))
            .map(|said| said.day)
            .max()?;
        let until = thought.saturating_add(THINKING_DAYS.days());
        (self.today < until).then(|| (Cause::Thinking, Some(start_of(until))))
    }

    /// Promises and confirmations are exempt from every limit, clinical risk from all but one try a day.
    fn cause_of_tries(&self, candidate: &Candidate) -> Option<Held> {
        let kind = candidate.reason.kind();
        let tomorrow = Some(start_of(self.today.saturating_add(1.days())));
        let is_limited = !matches!(kind, ReasonKind::Promise | ReasonKind::Confirm);
        let is_limited_by_count = is_limited && kind != ReasonKind::ClinicalRisk;
        let in_a_row = || self.log.failures_in_a_row(kind, candidate.reason.since);
        if is_limited_by_count && in_a_row() >= TRIES_PER_REASON {
            return Some((Cause::FiveAttempts, None));
        }
        let all_well = |outcome: &Outcome| matches!(outcome, Outcome::AllWell);
        if self
            .log
            .about(kind)
            .any(|said| said.day == self.today && all_well(said.outcome))
        {
            return Some((Cause::SpokenToday, tomorrow));
        }
        if is_limited && self.log.tries_since(self.today).next().is_some() {
            return Some((Cause::TriedToday, tomorrow));
        }
        let week: Vec<_> = self.log.tries_since(self.log.days_back(WEEK)).collect();
        // The list opens again when so many have left the week that fewer than three remain.
        let leaves = week
            .len()
            .checked_sub(TRIES_PER_WEEK)
            .filter(|_| is_limited_by_count)?;
        Some((
            Cause::ThreeInSevenDays,
            Some(start_of(week[leaves].saturating_add(WEEK.days()))),
        ))
    }
}

/// Why a patient is not contacted for a purpose at all, whatever the occasion.
pub(crate) fn not_contacted(patient: &Patient, log: &CallLog<'_>, purpose: Purpose) -> Option<Cause> {
    match patient.standing {
        Standing::Deceased => Some(Cause::Deceased),
        Standing::MovedAway => Some(Cause::MovedAway),
        Standing::Active | Standing::Inactive => is_opposed(patient, log, purpose).then_some(Cause::Opposed),
    }
}

/// Why a patient is not recalled for hygiene at all, whenever it is due.
pub(crate) fn not_recalled(
    patient: &Patient,
    interval_months: u8,
    set: Option<&Recall>,
    log: &CallLog<'_>,
    today: Date,
) -> Option<Cause> {
    not_contacted(patient, log, Purpose::Recalls)
        .or_else(|| cause_of_recall(patient, interval_months, set, log, today).map(|(cause, _)| cause))
}

/// An opposition of the purpose that leaves no channel, told to the practice or in a call.
fn is_opposed(patient: &Patient, log: &CallLog<'_>, purpose: Purpose) -> bool {
    let in_calls = log.said().filter_map(|said| match *said.outcome {
        Outcome::DoNotContact { purpose, channel } => Some(Opposition {
            purpose: purpose.or(Some(said.topic.purpose())),
            channel,
        }),
        _ => None,
    });
    let oppositions: Vec<Opposition> = patient.oppositions.iter().copied().chain(in_calls).collect();
    let opposes = |opposition: &Opposition, channel: Channel| {
        opposition
            .purpose
            .is_none_or(|opposed: Purpose| opposed == purpose)
            && opposition.channel.is_none_or(|opposed| opposed == channel)
    };
    Channel::ALL
        .into_iter()
        .all(|channel| oppositions.iter().any(|opposition| opposes(opposition, channel)))
}

fn cause_of_recall(
    patient: &Patient,
    interval_months: u8,
    set: Option<&Recall>,
    log: &CallLog<'_>,
    today: Date,
) -> Option<Held> {
    if patient.recall_consent == Consent::Denied {
        return Some((Cause::ConsentDenied, None));
    }
    if interval_months == 0 {
        return Some((Cause::Disabled, None));
    }
    if let Some(until) = disabled_until(log, ReasonKind::HygieneRecall, set).filter(|until| today < *until) {
        return Some((Cause::Disabled, Some(start_of(until))));
    }
    (patient.standing == Standing::Inactive).then_some((Cause::Inactive, None))
}

/// Until when a reason waits for a clinician: for the hour by which an answer was asked; once there is one, no longer, or
/// until midnight where the clinician calls. The former software asks nobody.
pub(super) fn clinician_hour(said: &Said<'_>) -> Option<Instant> {
    let Outcome::Problem {
        until: Some(until), ..
    } = *said.outcome
    else {
        return None;
    };
    match &said.attempt.answer {
        None => Some(Instant::from_civil(until)),
        Some(answer) if answer.advice == Advice::WillCall => {
            let day = answer.at.civil().date();
            Some(start_of(day.saturating_add(1.days())))
        }
        Some(answer) => Some(answer.at),
    }
}
