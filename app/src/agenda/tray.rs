//! The tray beside the day: what waits to be placed again is dragged out of it, and what has to wait is dragged into it.

use app_domain::agenda::Appointment;
use app_domain::id::AppointmentId;
use jiff::civil::Date;
use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::drag::{Dragging, Hand};
use super::open_appointment::OpenAppointment;

/// Marks the tray in the page.
const TRAY: &str = "[data-tray]";

/// The tray of the page: which grid lies beside it, and what was dragged into it.
#[derive(Clone, Copy)]
pub(super) struct Tray {
    beside: StoredValue<Option<Dragging>>,
    /// The visit that somebody has dragged into it: its window asks why it has to wait.
    parking: RwSignal<Option<AppointmentId>>,
    day: Memo<Date>,
    open: OpenAppointment,
}

impl Tray {
    /// Puts it into the context, for [`Tray::expect`]. What is taken out of it would stand on `day`.
    pub(super) fn provide(day: Memo<Date>, open: OpenAppointment) {
        provide_context(Self {
            beside: StoredValue::new(None),
            parking: RwSignal::new(None),
            day,
            open,
        });
    }

    /// That of the page.
    pub(super) fn expect() -> Self {
        expect_context()
    }

    /// The grid that is shown now.
    pub(super) fn lies_beside(self, grid: Dragging) {
        self.beside.set_value(Some(grid));
        on_cleanup(move || {
            self.beside.try_set_value(None);
        });
    }

    /// A hand is put on what waits in the tray.
    pub(super) fn touch(self, visit: &Appointment, event: &PointerEvent) {
        let hand = if event.pointer_type() == "touch" {
            Hand::Finger
        } else {
            Hand::Mouse
        };
        let at = (event.client_x(), event.client_y());
        if let Some(grid) = self.beside.get_value() {
            grid.touch_beside(visit, self.day.get_untracked(), at, hand);
        }
    }

    /// Whether the tap that comes now is the end of a drag.
    pub(super) fn swallows_tap(self) -> bool {
        self.beside.get_value().is_some_and(Dragging::swallows_tap)
    }

    /// Whether anything is in the hand.
    pub(super) fn is_busy(self) -> bool {
        self.beside.get_value().is_some_and(Dragging::is_busy)
    }

    /// [`Dragging::keeps_menu_away`].
    pub(super) fn keeps_menu_away(self) -> bool {
        self.beside.get_value().is_some_and(Dragging::keeps_menu_away)
    }

    /// A visit was dragged into it: why, is asked in its window.
    pub(super) fn park(self, id: AppointmentId) {
        self.parking.set(Some(id));
        self.open.open(id);
    }

    /// Whether this visit was dragged into it just now. Asked once: afterwards its window opens as ever.
    pub(super) fn takes(self, id: AppointmentId) -> bool {
        let takes = self.parking.get_untracked() == Some(id);
        if takes {
            self.parking.set(None);
        }
        takes
    }
}

/// Whether a point of the window lies over the tray.
pub(super) fn is_over_tray(x: i32, y: i32) -> bool {
    let under = document().element_from_point(x as f32, y as f32);
    under.is_some_and(|element| element.closest(TRAY).ok().flatten().is_some())
}
