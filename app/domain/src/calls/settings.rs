//! What the practice sets for its calls: the hours in which to call, and where a video call takes place.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::CheckRule;
use super::advice::Band;
use crate::calendar::{Calendar, national_holiday};
use crate::practice::Opening;
use crate::rows::Rows;
use crate::time::Now;

/// What the practice sets for its calls. There is one, or none where it has set nothing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallSettings {
    /// The hours of the week in which to call.
    pub hours: Vec<Opening>,
    /// Where a video call takes place; absent = the practice makes none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video: Option<VideoTemplate>,
    /// Whether somebody asks how it went, once care has ended.
    #[serde(default, skip_serializing_if = "FollowUp::is_off")]
    pub follow_up: FollowUp,
    /// The recalls beside hygiene that are on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<CheckRule>,
}

/// Whether somebody asks how it went, once care has ended (`domain.md`, `satisfaction`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUp {
    /// Nobody asks.
    #[default]
    Off,
    /// It is a reason to call.
    On,
}

impl FollowUp {
    /// Whether nobody asks.
    pub fn is_off(&self) -> bool {
        *self == Self::Off
    }
}

impl CallSettings {
    /// What holds where the practice has set nothing (`domain.md`, "Attempts"): Monday to Friday 9–13 and 15–19, no video.
    pub fn usual() -> Self {
        let span = |weekday, from: Time, to: Time| Opening { weekday, from, to };
        let day = |weekday| {
            [
                span(weekday, Band::Nine.from(), Band::Eleven.to()),
                span(weekday, Band::Fifteen.from(), Band::Seventeen.to()),
            ]
        };
        Self {
            hours: (1..=5).flat_map(day).collect(),
            video: None,
            follow_up: FollowUp::Off,
            checks: Vec::new(),
        }
    }

    /// What the practice has set, or what is usual.
    pub fn of(rows: &impl Rows) -> Self {
        rows.call_settings().cloned().unwrap_or_else(Self::usual)
    }

    /// Whether this is an hour to call: within the hours of the day of the week, on no holiday and no closure. Outside, a
    /// warning is due, and nothing is refused.
    pub fn is_hour_to_call(&self, calendar: &Calendar, now: Now) -> bool {
        let is_now = |span: &Opening| span.from <= now.time() && now.time() < span.to;
        self.hours_on(calendar, now.today()).any(is_now)
    }

    /// The hours of a day in which to call: none on a holiday or a closure.
    pub fn hours_on(&self, calendar: &Calendar, day: Date) -> impl Iterator<Item = &Opening> {
        let is_open = national_holiday(day).is_none() && calendar.closure_on(day).is_none();
        self.hours
            .iter()
            .filter(move |span| is_open && span.is_on(day.weekday()))
    }
}

/// The address of the practice's video calls, with a place for the room: `https://meet.example.org/{codice}`.
///
/// The place is filled with figures that are made anew for each call. A patient's code or name in an address would tell
/// whoever runs the rooms, and every log between, who is a patient of which practice; and a room that can be guessed or
/// that stays the same is one into which the next patient may walk.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VideoTemplate(String);

impl VideoTemplate {
    /// What stands for the room.
    pub const ROOM: &'static str = "{codice}";
    /// Longest template, in characters.
    pub const LONGEST: usize = 200;
    const SCHEME: &'static str = "https://";

    /// As it was typed, whether or not it is one: [`Self::is_fit`] says so.
    pub fn typed(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The template as it is typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it leads somewhere, encrypted, and has exactly one place for the room, which is not in the name of the
    /// host.
    pub fn is_fit(&self) -> bool {
        let Some((host, path)) = self
            .0
            .strip_prefix(Self::SCHEME)
            .and_then(|rest| rest.split_once('/'))
        else {
            return false;
        };
        let mut of_host = host.chars();
        self.0.len() <= Self::LONGEST
            && self
                .0
                .chars()
                .all(|one| one.is_ascii_graphic() && !r#""<>\^`|"#.contains(one))
            && !host.is_empty()
            && of_host.all(|one| one.is_ascii_alphanumeric() || ".-:".contains(one))
            && path.matches(Self::ROOM).count() == 1
            && !path.replacen(Self::ROOM, "", 1).contains(['{', '}'])
    }

    /// The address of a room: `chance` is a fresh identity, of which only the part that tells no time is taken.
    pub fn address(&self, chance: Uuid) -> String {
        const RANDOM: u128 = (1 << 62) - 1;
        let room = format!("{:016x}", chance.as_u128() & RANDOM);
        self.0.replacen(Self::ROOM, &room, 1)
    }
}

#[cfg(test)]
mod tests;
