//! Where each visit could go that an absence or a closure would displace: as if it were done already.

use app_domain::agenda::{Appointment, CancelledBy, Status};
use app_domain::rows::Row;
use leptos::prelude::*;

use super::draft::Away;
use crate::placing::NewPlaces;

/// Looks for places whenever what is away or what it displaces has changed.
pub(super) fn proposals(away: Memo<Option<Away>>, visits: Memo<Vec<Appointment>>) -> NewPlaces {
    let places = NewPlaces::none();
    Effect::new(move || {
        // What was found for other days is no proposal.
        places.forget();
        match away.get() {
            Some(away) => {
                let visits = visits.get();
                let suppose = visits.iter().map(parked).chain([cause(away)]).collect();
                places.look(visits, suppose);
            }
            None => places.look(Vec::new(), Vec::new()),
        }
    });
    places
}

fn cause(away: Away) -> Row {
    match away {
        Away::Absence(absence) => Row::Absence(absence),
        Away::Closure(closure) => Row::Closure(closure),
    }
}

fn parked(visit: &Appointment) -> Row {
    Row::Appointment(Appointment {
        status: Status::Cancelled {
            who: CancelledBy::Practice,
            reason: String::new(),
            at: None,
        },
        ..visit.clone()
    })
}
