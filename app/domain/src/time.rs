//! Instants, civil time of the practice, and the `now` that every rule takes as an argument.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

/// The zone of every civil time in Richiamo, whatever the device's own zone.
pub static ROME: TimeZone = jiff::tz::get!("Europe/Rome");

/// A point in time: milliseconds since the Unix epoch, UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// The civil time that a clock on the practice's wall shows at this instant.
    ///
    /// Instants outside the years that a calendar can name are clamped to the ends.
    pub fn civil(self) -> DateTime {
        let clamped = self
            .0
            .clamp(Timestamp::MIN.as_millisecond(), Timestamp::MAX.as_millisecond());
        let timestamp = Timestamp::from_millisecond(clamped).unwrap_or(Timestamp::UNIX_EPOCH);
        ROME.to_datetime(timestamp)
    }

    /// The instant at which the practice's wall clock shows `civil`.
    ///
    /// An hour that the clocks skip is read as after the change, one that comes twice as the first.
    pub fn from_civil(civil: DateTime) -> Self {
        let instant = ROME
            .to_ambiguous_zoned(civil)
            .compatible()
            .map(|zoned: Zoned| zoned.timestamp());
        Self(instant.map_or(0, Timestamp::as_millisecond))
    }

    /// This instant, `minutes` later (earlier if negative).
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes.saturating_mul(60_000)))
    }

    /// Whole minutes from `earlier` to this instant; negative if `earlier` is later.
    pub const fn minutes_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0).div_euclid(60_000)
    }
}

/// The present, as given to a rule: never read from a clock inside this crate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Now {
    /// The present instant.
    pub instant: Instant,
    /// What the practice's wall clock shows.
    pub civil: DateTime,
}

impl Now {
    /// The present at an instant.
    pub fn at(instant: Instant) -> Self {
        Self {
            instant,
            civil: instant.civil(),
        }
    }

    /// The present at a time of the practice's wall clock.
    pub fn at_civil(civil: DateTime) -> Self {
        Self {
            instant: Instant::from_civil(civil),
            civil,
        }
    }

    /// Today's date at the practice.
    pub fn today(&self) -> Date {
        self.civil.date()
    }

    /// The time of day at the practice.
    pub fn time(&self) -> Time {
        self.civil.time()
    }
}
