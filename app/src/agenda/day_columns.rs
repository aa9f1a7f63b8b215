//! What the columns of a day are: chairs, or clinicians.

use app_domain::agenda::{Appointment, Place};
use app_domain::id::ChairId;
use app_domain::practice::{Chair, Clinician, Opening};
use app_domain::rows::Rows;
use jiff::civil::Date;

use super::day_plan::{ColumnOf, DayKind, Head, open_spans};
use crate::port::DayView;
use crate::workspace::Workspace;

/// What there is to make columns of.
pub(super) struct Columns {
    /// The day.
    pub(super) day: Date,
    /// Whether anybody works.
    pub(super) kind: DayKind,
    /// What the person has chosen.
    pub(super) view: DayView,
    /// The practice's visible chairs, in the person's order.
    pub(super) chairs: Vec<Chair>,
    /// Those of them that the person does not want to see.
    pub(super) hidden: Vec<ChairId>,
    /// The clinicians, in their order.
    pub(super) clinicians: Vec<Clinician>,
    /// Where what is in the hand stood on the day from which it comes: chair and clinician have their columns here too.
    pub(super) guest: Option<Place>,
}

impl Columns {
    /// The heads of the columns of a day on which these appointments are shown.
    pub(super) fn heads(&self, workspace: Workspace, shown: &[Appointment]) -> Vec<Head> {
        match self.view {
            DayView::Chairs => self.of_chairs(workspace, shown),
            DayView::Clinicians => self.of_clinicians(shown),
        }
    }

    /// The chairs that the person sees, and hidden ones of the practice that somebody comes to that day.
    fn of_chairs(&self, workspace: Workspace, shown: &[Appointment]) -> Vec<Head> {
        let mut chairs = self.chairs.clone();
        for place in shown.iter().map(|visit| visit.place).chain(self.guest) {
            if !chairs.iter().any(|chair| chair.id == place.chair) {
                chairs.extend(workspace.read(|rows| rows.chair(place.chair).cloned()));
            }
        }
        let head = |chair: Chair| Head {
            of: ColumnOf::Chair(chair.id),
            name: chair.name,
            open: open_spans(&chair.opening, self.day, self.kind),
        };
        let seen: Vec<Chair> = chairs
            .iter()
            .filter(|chair| !self.hidden.contains(&chair.id))
            .cloned()
            .collect();
        // Whoever has hidden every chair that is left sees them all.
        let seen = if seen.is_empty() { chairs } else { seen };
        seen.into_iter().map(head).collect()
    }

    /// Who works that day, as far as anybody is booked with them; everybody where nobody is. The practice is open to them when
    /// any chair is.
    fn of_clinicians(&self, shown: &[Appointment]) -> Vec<Head> {
        let works = |who: &&Clinician| {
            let mut places = shown.iter().map(|visit| visit.place).chain(self.guest);
            shown.is_empty() || places.any(|place| place.clinician == who.id)
        };
        let mut here: Vec<&Clinician> = self.clinicians.iter().filter(works).collect();
        if here.is_empty() {
            here = self.clinicians.iter().collect();
        }
        let open = open_at_any(&self.chairs, self.day, self.kind);
        let head = |who: &Clinician| Head {
            of: ColumnOf::Clinician(who.id),
            name: format!("{} {}", who.surname, who.name),
            open: open.clone(),
        };
        here.into_iter().map(head).collect()
    }
}

/// When any of these chairs is open on a day.
pub(super) fn open_at_any(chairs: &[Chair], day: Date, kind: DayKind) -> Vec<super::day_plan::Span> {
    let opening: Vec<Opening> = chairs.iter().flat_map(|chair| chair.opening.clone()).collect();
    open_spans(&opening, day, kind)
}

/// The visits at chairs that the person does not see, and at how many chairs.
pub(super) fn unseen(hidden: &[ChairId], shown: &[Appointment]) -> (usize, usize) {
    let here = |chair: &&ChairId| shown.iter().any(|visit| visit.place.chair == **chair);
    let visits = shown.iter().filter(|visit| hidden.contains(&visit.place.chair));
    (hidden.iter().filter(here).count(), visits.count())
}
