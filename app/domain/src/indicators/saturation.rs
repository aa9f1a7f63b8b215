//! How full the agenda is over a period.

use super::{Component, Formula, Indicator, Period, Share};
use crate::agenda::{Part, fullness};
use crate::id::ChairId;
use crate::practice::Chair;
use crate::rows::Rows;

/// Minutes booked within open time, of the minutes open, for each chair that is shown (`domain.md`, "Indicators").
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Saturation {
    /// The chairs in the order of the columns.
    pub chairs: Vec<(ChairId, Share)>,
}

impl Saturation {
    /// All chairs together.
    pub fn whole(&self) -> Share {
        let sum = |sum: Share, (_, share): &(ChairId, Share)| Share {
            numerator: sum.numerator + share.numerator,
            denominator: sum.denominator + share.denominator,
        };
        self.chairs.iter().fold(Share::default(), sum)
    }

    /// Minutes booked, of the minutes open.
    pub fn indicator(&self) -> Indicator {
        let whole = self.whole();
        let chairs = self.chairs.iter();
        Indicator {
            components: chairs
                .map(|(chair, share)| Component::Chair(*chair, *share))
                .collect(),
            ..Indicator::share(Formula::AgendaSaturation, whole.numerator, whole.denominator)
        }
    }
}

/// How full the agenda was. `rows` holds the chairs, the closures and every visit of the period. Opening hours are those of
/// today: former ones are not recorded.
pub fn saturation(rows: &impl Rows, period: Period) -> Saturation {
    let mut chairs: Vec<&Chair> = rows.chairs().filter(|chair| !chair.hidden).collect();
    chairs.sort_by_key(|chair| (chair.position, chair.id));
    let share = |chair: &Chair| {
        let days = period
            .days()
            .map(|day| fullness(rows, day, Part::Chair(chair.id)));
        days.fold(Share::default(), |sum, full| Share {
            numerator: sum.numerator + u64::from(full.booked),
            denominator: sum.denominator + u64::from(full.open),
        })
    };
    Saturation {
        chairs: chairs.into_iter().map(|chair| (chair.id, share(chair))).collect(),
    }
}
