//! What each role may grant without asking (`autonomia`). Within it: done, and written down. Beyond it: the office manager
//! is asked, with the proposal ready.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::id::{AttemptId, MemberId, PatientId};
use crate::money::Cents;
use crate::payments::LARGEST;
use crate::role::Role;
use crate::rows::Rows;
use crate::time::{Instant, Now};

/// Longest delay of a payment that can be a budget, in days.
pub const LONGEST_DELAY_DAYS: u16 = 180;

/// Days within which the delays that one person grants one patient count together.
pub const DELAY_DAYS: i32 = 30;

/// The largest waiver that can be a budget.
pub const LARGEST_WAIVER: Cents = Cents(100_000);

/// What a role may grant by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// Whose.
    pub role: Role,
    /// By how many days a payment that is due may be put off, counted from today.
    pub delay_days: u16,
    /// Whether a visit may be put outside opening hours, with a reason.
    pub outside_hours: bool,
    /// How much of what a patient owes one person may waive within [`WAIVER_DAYS`](crate::payments::WAIVER_DAYS), with a reason.
    #[serde(default, skip_serializing_if = "waives_nothing")]
    pub waive: Cents,
}

fn waives_nothing(waive: &Cents) -> bool {
    *waive == Cents(0)
}

impl Budget {
    /// What holds for a role for which the practice has set nothing.
    pub const fn usual(role: Role) -> Self {
        const NOTHING: Cents = Cents(0);
        let (delay_days, outside_hours, waive) = match role {
            Role::FrontDesk => (15, false, Cents(500)),
            Role::RemoteSecretary => (7, false, NOTHING),
            Role::CaseManager => (30, false, NOTHING),
            Role::OfficeManager => (LONGEST_DELAY_DAYS, true, LARGEST),
            Role::Dentist | Role::Hygienist => (0, true, NOTHING),
            Role::Owner => (0, false, NOTHING),
        };
        Self {
            role,
            delay_days,
            outside_hours,
            waive,
        }
    }

    /// Roles whose budget the practice sets. The manager decides what is beyond it, and clinicians by rule take places
    /// outside hours (`domain.md`, "Appointments").
    pub const SET_FOR: [Role; 3] = [Role::FrontDesk, Role::RemoteSecretary, Role::CaseManager];

    /// The last day until which a payment may be put off without asking, where so many days were granted lately
    /// ([`put_off_lately`]); before today where none is left.
    pub fn last_delay(&self, today: Date, lately: i32) -> Date {
        let left = i32::from(self.delay_days) - lately;
        today.saturating_add(i64::from(left.max(-1)).days())
    }

    /// Whether a payment may be put off until that day without asking.
    pub fn allows_delay(&self, today: Date, until: Date, lately: i32) -> bool {
        (today..=self.last_delay(today, lately)).contains(&until)
    }
}

/// By how many days a person has put payments of a patient off by themselves in the last [`DELAY_DAYS`] days, today among
/// them: seven days again and again are no seven days. `but` is a call that does not count.
pub fn put_off_lately(
    rows: &impl Rows,
    patient: PatientId,
    by: MemberId,
    but: Option<AttemptId>,
    today: Date,
) -> i32 {
    let since = today.saturating_sub(i64::from(DELAY_DAYS).days());
    let granted = rows.attempts_of(patient).filter(|call| {
        let own = call
            .delay
            .as_ref()
            .filter(|delay| delay.granted && delay.by == by);
        Some(call.id) != but && call.by == Some(by) && own.is_some()
    });
    let days = granted.filter_map(|call| {
        let asked = Now::at(call.at).today();
        Some((call.asks_delay()? - asked).get_days()).filter(|_| asked > since)
    });
    days.sum()
}

/// What was decided of a payment that a patient asked to put off.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelayDecision {
    /// Who decided: who called, where it was within their budget.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// Whether it was granted.
    pub granted: bool,
    /// The words for the patient; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// By when the office manager is to decide what was asked at a moment: noon of the next working day.
pub fn decide_by(asked: Instant, calendar: &Calendar) -> DateTime {
    calendar.next_working_day(Now::at(asked).today()).at(12, 0, 0, 0)
}
