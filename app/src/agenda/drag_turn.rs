//! What is in the hand goes to another day: held for a moment over an arrow of the navigation, or carried there by the keys.

use std::time::Duration;

use app_domain::agenda::Place;
use app_domain::id::AppointmentId;
use app_domain::rows::Rows;
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

use super::drag::Dragging;
use crate::workspace::{Workspace, expect_workspace};

/// How often it is looked whether the hand rests on an arrow, and how many looks make a rest: twice as many before the next
/// page, because the one that has come wants to be looked at.
const LOOK: Duration = Duration::from_millis(100);
const LOOKS: u8 = 7;
const LOOKS_AGAIN: u8 = 14;
/// Says in the page to which day an arrow leads.
pub(super) const ARROW: &str = "data-turn";

/// To which day the page turns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Towards {
    /// The day before.
    Before,
    /// The day after.
    After,
}

impl Towards {
    /// What an arrow of the navigation is marked with.
    pub(super) const fn mark(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }

    fn of_mark(mark: &str) -> Option<Self> {
        [Self::Before, Self::After]
            .into_iter()
            .find(|towards| towards.mark() == mark)
    }

    fn from(self, day: Date) -> Date {
        match self {
            Self::Before => day.saturating_sub(1.day()),
            Self::After => day.saturating_add(1.day()),
        }
    }
}

/// What was taken up, and the day that was shown then.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Carried {
    id: AppointmentId,
    home: Date,
}

/// The way to other days with what is in the hand.
#[derive(Clone, Copy)]
pub(super) struct PageTurn {
    workspace: Workspace,
    day: Memo<Date>,
    go: Callback<Date>,
    /// What is in the hand, and after it was given up until its day is shown again.
    carried: RwSignal<Option<Carried>>,
    /// The arrow that the hand is over.
    over: RwSignal<Option<Towards>>,
    /// What has the focus while the keys carry: the pages that turn move its card about, which takes the focus from it.
    focused: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl PageTurn {
    /// Puts it into the context of the page, for [`PageTurn::expect`]. `go` shows another day.
    pub(super) fn provide(day: Memo<Date>, go: Callback<Date>) {
        provide_context(Self {
            workspace: expect_workspace(),
            day,
            go,
            carried: RwSignal::new(None),
            over: RwSignal::new(None),
            focused: StoredValue::new_local(None),
        });
    }

    /// That of the page.
    pub(super) fn expect() -> Self {
        expect_context()
    }

    /// Whether there is something in the hand that might go to another day. Tracked.
    pub(super) fn waits(self) -> bool {
        self.carried.read().is_some()
    }

    /// Whether the hand is over this arrow. Tracked.
    pub(super) fn is_over(self, towards: Towards) -> bool {
        self.over.get() == Some(towards)
    }

    /// The visit whose card stays in the page although another day is shown: it has the focus, or the finger. Tracked.
    pub(super) fn away(self) -> Option<AppointmentId> {
        let carried = self.carried.get()?;
        (carried.home != self.day.get()).then_some(carried.id)
    }

    /// Where that visit stands on its own day. Tracked.
    pub(super) fn guest(self) -> Option<Place> {
        let id = self.away()?;
        self.workspace
            .read(|rows| rows.appointment(id).map(|visit| visit.place))
    }

    /// Turns the page under what is in the hand from now on, and lets it follow to whatever day is shown.
    pub(super) fn follow(self, dragging: Dragging) {
        let held = Memo::new(move |_| dragging.get().map(|drag| drag.id));
        let day = self.day;
        Effect::new(move || {
            let Some(id) = held.get() else {
                return;
            };
            let home = day.get_untracked();
            self.carried.set(Some(Carried { id, home }));
            let looks = StoredValue::new(LOOKS);
            // A browser without timers has no page either.
            if let Ok(looking) = set_interval_with_handle(move || self.look(dragging, looks), LOOK) {
                on_cleanup(move || {
                    looking.clear();
                    self.over.try_set(None);
                });
            }
        });
        Effect::new(move || {
            let day = day.get();
            dragging.comes_to(day);
            self.refocus();
            let is_empty = held.get().is_none();
            let is_home = self
                .carried
                .get_untracked()
                .is_some_and(|carried| carried.home == day);
            if is_empty && is_home {
                self.settle();
            }
        });
    }

    /// Shows the day before or after one, if this device holds it: which that is.
    pub(super) fn go(self, day: Date, towards: Towards) -> Option<Date> {
        let window = self
            .workspace
            .read(|rows| rows.practice().map(|practice| practice.window_from));
        let to = Some(towards.from(day)).filter(|to| window.is_none_or(|from| from <= *to));
        to.into_iter().for_each(|to| self.go.run(to));
        to
    }

    /// Shows the day again on which it was taken up.
    pub(super) fn go_home(self) {
        let home = self.carried.get_untracked().map(|carried| carried.home);
        let elsewhere = home.filter(|home| *home != self.day.get_untracked());
        elsewhere.into_iter().for_each(|home| self.go.run(home));
    }

    /// The hand is empty, and nothing goes back.
    pub(super) fn settle(self) {
        self.carried.set(None);
        self.refocus();
        self.focused.set_value(None);
    }

    /// The keys carry from now on, heard by this element.
    pub(super) fn keep_focus(self, on: HtmlElement) {
        self.focused.set_value(Some(on));
    }

    fn refocus(self) {
        let Some(element) = self.focused.get_value() else {
            return;
        };
        // Once the page shows what has changed.
        request_animation_frame(move || {
            if nothing_has_focus() {
                let _no_focus = element.focus();
            }
        });
    }

    fn look(self, dragging: Dragging, looks: StoredValue<u8>) {
        let under = dragging
            .hand()
            .filter(|_| dragging.travelling().is_some())
            .and_then(arrow_at);
        let rests = under.is_some() && under == self.over.get_untracked();
        if !rests {
            looks.set_value(LOOKS);
            self.over.set(under);
            return;
        }
        looks.update_value(|looks| *looks -= 1);
        if let Some(towards) = under.filter(|_| looks.get_value() == 0) {
            looks.set_value(LOOKS_AGAIN);
            let _ = self.go(self.day.get_untracked(), towards);
        }
    }
}

/// The arrow of the navigation at a point of the window.
pub(super) fn arrow_at(at: (i32, i32)) -> Option<Towards> {
    let under = document().element_from_point(at.0 as f32, at.1 as f32)?;
    let arrow = under.closest(&format!("[{ARROW}]")).ok().flatten()?;
    Towards::of_mark(&arrow.get_attribute(ARROW)?)
}

/// Whether the focus is on the page as a whole.
pub(super) fn nothing_has_focus() -> bool {
    document()
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_arrow_is_known_by_its_mark_and_leads_a_day_away() {
        for towards in [Towards::Before, Towards::After] {
            assert_eq!(Towards::of_mark(towards.mark()), Some(towards));
        }
        assert_eq!(Towards::of_mark(""), None);
        assert_eq!(Towards::Before.from(date(2026, 3, 1)), date(2026, 2, 28));
        assert_eq!(Towards::After.from(date(2026, 12, 31)), date(2027, 1, 1));
    }
}
