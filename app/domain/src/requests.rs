//! What patients ask for: taken in charge by a person, promised by an hour, solved, or handed over with a count.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::calls::HandOff;
use crate::id::{MemberId, PatientId, RequestId};
use crate::patient::Channel;
use crate::time::Instant;

/// Something a patient asked (`richiesta`). What was written down of it is never lost.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Identity.
    pub id: RequestId,
    /// Who asks.
    pub patient: PatientId,
    /// Who wrote it down.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// How it came; `None` = in person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// How the patient wants the answer.
    pub answer_by: Channel,
    /// What is asked, at most [`crate::calls::LONGEST_WORDS`] characters.
    pub words: String,
    /// The hour by which an answer was promised, wall clock of the practice.
    pub due: DateTime,
    /// Hours that were promised before this one, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub put_off: Vec<HourWas>,
    /// How it went from hand to hand. The first is who took it in charge: that is no passage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hand_offs: Vec<HandOff>,
    /// Set while it is solved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solved: Option<Solved>,
    /// Solutions that did not last, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened: Vec<Reopened>,
}

/// An hour that was promised before another one was.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourWas {
    /// Who promised another hour.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// The hour that was promised before.
    pub due: DateTime,
}

/// How a request was solved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Solved {
    /// By whom.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// What was done, or answered; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// A solution that did not last.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reopened {
    /// Who opened the request again.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// Why.
    pub reason: String,
    /// The solution.
    pub was: Solved,
}

impl Request {
    /// Who has it in charge; `None` = nobody yet.
    pub fn owner(&self) -> Option<MemberId> {
        self.hand_offs.last().map(|hand_off| hand_off.to)
    }

    /// How often it passed from one person to another (`passaggi`): taking it in charge is no passage.
    pub fn passages(&self) -> usize {
        self.hand_offs
            .iter()
            .filter(|hand_off| hand_off.from.is_some())
            .count()
    }

    /// Whether the patient still waits.
    pub const fn is_open(&self) -> bool {
        self.solved.is_none()
    }

    /// Whether the promised hour has passed without a solution. Strictly after it, as for every promise.
    pub fn is_late(&self, now: Instant) -> bool {
        self.is_open() && Instant::from_civil(self.due) < now
    }

    /// The hour that was promised first.
    pub fn first_due(&self) -> DateTime {
        self.put_off.first().map_or(self.due, |was| was.due)
    }

    /// Whether it was answered by the first hour that was promised; `None` while the patient waits within it.
    pub fn kept(&self, now: Instant) -> Option<bool> {
        let hour = Instant::from_civil(self.first_due());
        let first_solved = self
            .reopened
            .first()
            .map(|reopened| reopened.was.at)
            .or(self.solved.as_ref().map(|solved| solved.at));
        match first_solved {
            Some(at) => Some(at <= hour),
            None => (hour < now).then_some(false),
        }
    }
}
