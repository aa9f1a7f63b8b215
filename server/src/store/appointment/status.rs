//! How far a visit has come, in columns.

use app_domain::agenda::{Status, VisitTimes};
use app_domain::time::Instant;
use sqlx::FromRow;

use crate::store::StoreError;
use crate::store::column::{from_word_or_none, to_word, unreadable};

/// The columns of [`Status`]: only those of the present state are filled.
#[derive(FromRow, Default)]
pub(super) struct StatusColumns {
    pub(super) status: String,
    pub(super) arrived_at: Option<i64>,
    pub(super) seated_at: Option<i64>,
    pub(super) done_at: Option<i64>,
    pub(super) left_at: Option<i64>,
    pub(super) missed_at: Option<i64>,
    pub(super) cancelled_at: Option<i64>,
    pub(super) cancelled_by: Option<String>,
    pub(super) cancelled_reason: Option<String>,
}

impl StatusColumns {
    /// Into columns.
    pub(super) fn of(status: &Status) -> Self {
        let named = |name: &str| Self {
            status: name.to_owned(),
            ..Self::default()
        };
        let millis = |at: &Option<Instant>| at.map(|at| at.0);
        match status {
            Status::Booked => named("booked"),
            Status::Arrived { arrived } => Self {
                arrived_at: Some(arrived.0),
                ..named("arrived")
            },
            Status::InChair { arrived, seated } => Self {
                arrived_at: Some(arrived.0),
                seated_at: Some(seated.0),
                ..named("in_chair")
            },
            Status::Done { times } => Self::timed(times, "done"),
            Status::Left { times } => Self::timed(times, "left"),
            Status::NoShow { at } => Self {
                missed_at: millis(at),
                ..named("no_show")
            },
            Status::Cancelled { who, reason, at } => Self {
                cancelled_at: millis(at),
                cancelled_by: Some(to_word(who)),
                cancelled_reason: Some(reason.clone()),
                ..named("cancelled")
            },
        }
    }

    fn timed(times: &VisitTimes, name: &str) -> Self {
        let millis = |at: Option<Instant>| at.map(|at| at.0);
        Self {
            status: name.to_owned(),
            arrived_at: millis(times.arrived),
            seated_at: millis(times.seated),
            done_at: millis(times.done),
            left_at: millis(times.left),
            ..Self::default()
        }
    }

    /// Out of columns.
    pub(super) fn read(self) -> Result<Status, StoreError> {
        let needed = |at: Option<i64>, column| at.map(Instant).ok_or_else(|| unreadable(column, "null"));
        Ok(match self.status.as_str() {
            "booked" => Status::Booked,
            "arrived" => Status::Arrived {
                arrived: needed(self.arrived_at, "appointment.arrived_at")?,
            },
            "in_chair" => Status::InChair {
                arrived: needed(self.arrived_at, "appointment.arrived_at")?,
                seated: needed(self.seated_at, "appointment.seated_at")?,
            },
            "done" => Status::Done { times: self.times() },
            "left" => Status::Left { times: self.times() },
            "no_show" => Status::NoShow {
                at: self.missed_at.map(Instant),
            },
            "cancelled" => self.cancelled()?,
            other => return Err(unreadable("appointment.status", other)),
        })
    }

    fn times(&self) -> VisitTimes {
        VisitTimes {
            arrived: self.arrived_at.map(Instant),
            seated: self.seated_at.map(Instant),
            done: self.done_at.map(Instant),
            left: self.left_at.map(Instant),
        }
    }

    fn cancelled(self) -> Result<Status, StoreError> {
        let who = from_word_or_none("appointment.cancelled_by", self.cancelled_by.as_deref())?;
        Ok(Status::Cancelled {
            who: who.ok_or_else(|| unreadable("appointment.cancelled_by", "null"))?,
            reason: self.cancelled_reason.unwrap_or_default(),
            at: self.cancelled_at.map(Instant),
        })
    }
}
