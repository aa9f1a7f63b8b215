//! One outcome of an attempt, in columns.

use app_domain::calls::{Outcome, OutcomeOf, Topic};
use app_domain::id::{AttemptId, PracticeId};
use app_domain::money::Cents;
use sqlx::FromRow;

use crate::store::column::{
    from_word, from_word_or_none, json_or_none, parsed, parsed_or_none, to_json, to_word, unreadable,
};
use crate::store::{StoreError, Tx, sql};

/// The name of [`Topic::Other`]; the others are named after their reason.
const OTHER: &str = "other";

/// The columns of [`OutcomeOf`]: only those of the outcome are filled.
#[derive(FromRow, Default)]
pub(super) struct OutcomeColumns {
    attempt_id: String,
    topic: String,
    outcome: String,
    clinician_id: Option<String>,
    appointment_id: Option<String>,
    until: Option<String>,
    day: Option<String>,
    amount_cents: Option<i64>,
    purpose: Option<String>,
    channel: Option<String>,
    what: String,
    steps: Option<String>,
    wanted_id: Option<String>,
}

impl OutcomeColumns {
    fn of(about: &OutcomeOf) -> Self {
        let topic = match about.topic {
            Topic::Reason(kind) => kind.name(),
            Topic::Other => OTHER,
        };
        let named = Self {
            topic: topic.to_owned(),
            outcome: name(&about.outcome).to_owned(),
            ..Self::default()
        };
        match &about.outcome {
            Outcome::Problem { clinician, until } => Self {
                clinician_id: clinician.map(|id| id.to_string()),
                until: until.map(|until| until.to_string()),
                ..named
            },
            Outcome::Confirms { appointment }
            | Outcome::AsksToMove { appointment }
            | Outcome::Booked { appointment } => Self {
                appointment_id: appointment.map(|id| id.to_string()),
                ..named
            },
            Outcome::AsksForPlace { appointment } => Self {
                wanted_id: Some(appointment.to_string()),
                ..named
            },
            Outcome::CallBack { until, what } => Self {
                until: Some(until.to_string()),
                what: what.clone(),
                ..named
            },
            Outcome::Later { until } => Self {
                day: Some(until.to_string()),
                ..named
            },
            Outcome::AsksToSpread { until } => Self {
                day: until.map(|until| until.to_string()),
                ..named
            },
            Outcome::AnswersPlan { steps } => Self {
                steps: Some(to_json(steps)),
                ..named
            },
            Outcome::PromisesToPay { by, amount } => Self {
                day: Some(by.to_string()),
                amount_cents: amount.map(|amount| amount.0),
                ..named
            },
            Outcome::DoNotContact { purpose, channel } => Self {
                purpose: purpose.map(to_word),
                channel: channel.map(to_word),
                ..named
            },
            _ => named,
        }
    }

    /// The attempt's id, and what came of it.
    pub(super) fn read(self) -> Result<(String, OutcomeOf), StoreError> {
        let topic = match self.topic.as_str() {
            OTHER => Topic::Other,
            reason => Topic::Reason(from_word("attempt_outcome.topic", reason)?),
        };
        let outcome = self.outcome()?;
        Ok((self.attempt_id, OutcomeOf { topic, outcome }))
    }

    fn outcome(&self) -> Result<Outcome, StoreError> {
        let until = || parsed_or_none("attempt_outcome.until", self.until.as_deref());
        let day = || parsed("attempt_outcome.day", self.day.as_deref().unwrap_or_default());
        let appointment = || parsed_or_none("attempt_outcome.appointment_id", self.appointment_id.as_deref());
        Ok(match self.outcome.as_str() {
            "all_well" => Outcome::AllWell,
            "problem" => Outcome::Problem {
                clinician: parsed_or_none("attempt_outcome.clinician_id", self.clinician_id.as_deref())?,
                until: until()?,
            },
            "confirms" => Outcome::Confirms {
                appointment: appointment()?,
            },
            "asks_to_move" => Outcome::AsksToMove {
                appointment: appointment()?,
            },
            "booked" => Outcome::Booked {
                appointment: appointment()?,
            },
            "asks_for_place" => Outcome::AsksForPlace {
                appointment: parsed(
                    "attempt_outcome.wanted_id",
                    self.wanted_id.as_deref().unwrap_or_default(),
                )?,
            },
            "call_back" => Outcome::CallBack {
                until: until()?.ok_or_else(|| unreadable("attempt_outcome.until", "null"))?,
                what: self.what.clone(),
            },
            "later" => Outcome::Later { until: day()? },
            "answers_plan" => Outcome::AnswersPlan {
                steps: json_or_none("attempt_outcome.steps", self.steps.as_deref())?.unwrap_or_default(),
            },
            "thinking" => Outcome::Thinking,
            "no_answer" => Outcome::NoAnswer,
            "busy" => Outcome::Busy,
            "voicemail" => Outcome::Voicemail,
            "family" => Outcome::Family,
            "wrong_number" => Outcome::WrongNumber,
            "promises_to_pay" => Outcome::PromisesToPay {
                by: day()?,
                amount: self.amount_cents.map(Cents),
            },
            "asks_to_spread" => Outcome::AsksToSpread {
                until: parsed_or_none("attempt_outcome.day", self.day.as_deref())?,
            },
            "disputes" => Outcome::Disputes,
            "declines_to_go_on" => Outcome::DeclinesToGoOn,
            "do_not_contact" => Outcome::DoNotContact {
                purpose: from_word_or_none("attempt_outcome.purpose", self.purpose.as_deref())?,
                channel: from_word_or_none("attempt_outcome.channel", self.channel.as_deref())?,
            },
            "deceased" => Outcome::Deceased,
            "moved_away" => Outcome::MovedAway,
            other => return Err(unreadable("attempt_outcome.outcome", other)),
        })
    }
}

/// The name of an outcome in the database; the same as on the wire.
fn name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::AllWell => "all_well",
        Outcome::Problem { .. } => "problem",
        Outcome::Confirms { .. } => "confirms",
        Outcome::AsksToMove { .. } => "asks_to_move",
        Outcome::Booked { .. } => "booked",
        Outcome::AsksForPlace { .. } => "asks_for_place",
        Outcome::CallBack { .. } => "call_back",
        Outcome::Later { .. } => "later",
        Outcome::AnswersPlan { .. } => "answers_plan",
        Outcome::Thinking => "thinking",
        Outcome::NoAnswer => "no_answer",
        Outcome::Busy => "busy",
        Outcome::Voicemail => "voicemail",
        Outcome::Family => "family",
        Outcome::WrongNumber => "wrong_number",
        Outcome::PromisesToPay { .. } => "promises_to_pay",
        Outcome::AsksToSpread { .. } => "asks_to_spread",
        Outcome::Disputes => "disputes",
        Outcome::DeclinesToGoOn => "declines_to_go_on",
        Outcome::DoNotContact { .. } => "do_not_contact",
        Outcome::Deceased => "deceased",
        Outcome::MovedAway => "moved_away",
    }
}

/// Takes the outcomes of an attempt out, to write what is true instead.
pub(super) async fn delete_all(
    tx: &mut Tx,
    practice: PracticeId,
    attempt: AttemptId,
) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM attempt_outcome WHERE practice_id = $1 AND attempt_id = $2",
        practice.to_string(),
        attempt.to_string(),
    )?;
    Ok(())
}

/// Writes one outcome of an attempt.
pub(super) async fn insert(
    tx: &mut Tx,
    practice: PracticeId,
    attempt: AttemptId,
    position: i64,
    about: &OutcomeOf,
) -> Result<(), StoreError> {
    let columns = OutcomeColumns::of(about);
    sql!(
        tx,
        execute,
        "INSERT INTO attempt_outcome (practice_id, attempt_id, position, topic, outcome, clinician_id, appointment_id,
             until, day, amount_cents, purpose, channel, what, steps,
             wanted_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        practice.to_string(),
        attempt.to_string(),
        position,
        columns.topic.as_str(),
        columns.outcome.as_str(),
        columns.clinician_id.as_deref(),
        columns.appointment_id.as_deref(),
        columns.until.as_deref(),
        columns.day.as_deref(),
        columns.amount_cents,
        columns.purpose.as_deref(),
        columns.channel.as_deref(),
        columns.what.as_str(),
        columns.steps.as_deref(),
        columns.wanted_id.as_deref(),
    )?;
    Ok(())
}
