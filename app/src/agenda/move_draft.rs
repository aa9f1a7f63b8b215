//! What was typed to move an appointment: kept while the page lives, whatever becomes of the window.

use std::collections::BTreeMap;

use app_domain::agenda::{Appointment, Place};
use app_domain::id::{AppointmentId, ChairId, ClinicianId};
use jiff::civil::{Date, Time};
use leptos::prelude::*;

/// What was typed, as it was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct MoveDraft {
    /// The day, `2026-11-25`.
    pub(super) day: String,
    /// The time, `09:00`.
    pub(super) hour: String,
    /// Length in minutes.
    pub(super) minutes: u16,
    /// The chair.
    pub(super) chair: ChairId,
    /// The clinician.
    pub(super) clinician: ClinicianId,
    /// Why there in spite of what is in the way.
    pub(super) reason: String,
}

impl MoveDraft {
    /// The place that the appointment has now.
    pub(super) fn of(appointment: &Appointment) -> Self {
        Self::at(appointment.place)
    }

    /// A place.
    pub(super) fn at(place: Place) -> Self {
        let mut draft = Self {
            day: String::new(),
            hour: String::new(),
            minutes: 0,
            chair: place.chair,
            clinician: place.clinician,
            reason: String::new(),
        };
        draft.take(place);
        draft
    }

    /// Takes over a place.
    pub(super) fn take(&mut self, place: Place) {
        self.day = place.start.date().to_string();
        self.hour = format!("{:02}:{:02}", place.start.hour(), place.start.minute());
        self.minutes = place.minutes;
        self.chair = place.chair;
        self.clinician = place.clinician;
    }

    /// The day, if it can be read.
    pub(super) fn date(&self) -> Option<Date> {
        self.day.parse().ok()
    }

    /// The place, if it can be read.
    pub(super) fn place(&self) -> Option<Place> {
        let time: Time = self.hour.parse().ok()?;
        let start = self.date()?.to_datetime(time);
        Some(Place {
            start,
            minutes: self.minutes,
            chair: self.chair,
            clinician: self.clinician,
        })
    }
}

/// The drafts of the page.
#[derive(Clone, Copy)]
pub(super) struct MoveDrafts {
    typed: RwSignal<BTreeMap<AppointmentId, MoveDraft>>,
    /// What was let go where something is in the way, and where it was when it was taken up.
    let_go: StoredValue<Option<(AppointmentId, Place)>>,
}

impl MoveDrafts {
    /// Puts an empty set into the context, for [`MoveDrafts::expect`].
    pub(super) fn provide() {
        provide_context(Self {
            typed: RwSignal::new(BTreeMap::new()),
            let_go: StoredValue::new(None),
        });
    }

    /// Those of the page.
    pub(super) fn expect() -> Self {
        expect_context()
    }

    /// The draft of an appointment: what was typed before, else the place that it has.
    pub(super) fn of(self, appointment: &Appointment) -> Memo<MoveDraft> {
        let (id, fresh) = (appointment.id, MoveDraft::of(appointment));
        Memo::new(move |_| {
            self.typed
                .read()
                .get(&id)
                .cloned()
                .unwrap_or_else(|| fresh.clone())
        })
    }

    /// Whether something was typed.
    pub(super) fn has(self, id: AppointmentId) -> bool {
        self.typed.with_untracked(|drafts| drafts.contains_key(&id))
    }

    /// Keeps what was typed.
    pub(super) fn keep(self, id: AppointmentId, draft: MoveDraft) {
        self.typed.update(|drafts| {
            drafts.insert(id, draft);
        });
    }

    /// A visit that was taken up at `from` is let go where something is in the way: its window asks how it goes on.
    pub(super) fn put_down(self, visit: &Appointment, from: Place, to: Place) {
        let mut draft = self.of(visit).get_untracked();
        draft.take(to);
        self.keep(visit.id, draft);
        self.let_go.set_value(Some((visit.id, from)));
    }

    /// Where a visit was taken up that was let go just now. Asked once: afterwards its window opens as ever.
    pub(super) fn taken_up_at(self, id: AppointmentId) -> Option<Place> {
        let (_, from) = self.let_go.get_value().filter(|(visit, _)| *visit == id)?;
        self.let_go.set_value(None);
        Some(from)
    }

    /// Forgets it: it was carried out, or the person gave it up.
    pub(super) fn forget(self, id: AppointmentId) {
        self.typed.update(|drafts| {
            drafts.remove(&id);
        });
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    fn draft(day: &str, hour: &str) -> MoveDraft {
        MoveDraft {
            day: day.to_owned(),
            hour: hour.to_owned(),
            minutes: 45,
            chair: ChairId(Uuid::nil()),
            clinician: ClinicianId(Uuid::nil()),
            reason: String::new(),
        }
    }

    #[test]
    fn what_a_browser_writes_into_its_fields_is_a_place() {
        let place = draft("2026-11-25", "09:05").place().expect("a place");
        assert_eq!(place.start, date(2026, 11, 25).at(9, 5, 0, 0));
    }

    #[test]
    fn an_emptied_field_is_no_place() {
        assert_eq!(draft("", "09:05").place(), None);
        assert_eq!(draft("2026-11-25", "").place(), None);
    }

    #[test]
    fn a_place_taken_over_reads_back_as_itself() {
        let place = draft("2026-11-25", "09:05").place().expect("a place");
        let mut other = draft("2026-12-01", "17:40");
        other.take(place);
        assert_eq!(other.place(), Some(place));
    }
}
