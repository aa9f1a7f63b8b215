//! Dragging: a visit in the hand, on its way to another place. With the mouse at once, with a finger after holding still.
//!
//! The hand is heard on the window: a card that a remote change takes away, or moves, does not take the visit out of it.

use std::time::Duration;

use app_domain::agenda::{Appointment, Place, SLOT_MINUTES, Status};
use app_domain::id::AppointmentId;
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::Element;

use super::day_plan::{Standing, minute_of};
use super::drag_aim::Aim;
use super::drag_step::{KeyStep, stepped};
use super::drag_turn::{PageTurn, Towards, arrow_at};

/// How long a finger holds still before it takes the visit up.
const HOLD: Duration = Duration::from_millis(400);
/// Pixels that a hand moves without meaning it.
const SLACK: i32 = 8;

/// By what the visit is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Grip {
    /// As a whole, so many minutes below its start.
    Whole {
        /// Minutes from its start to the hand.
        below: i64,
    },
    /// By its end, so many minutes above it: it becomes longer or shorter.
    End {
        /// Minutes from the hand to its end.
        above: i64,
    },
    /// Out of the tray, by its middle.
    OutOfTray,
}

/// A visit in the hand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Drag {
    /// Which.
    pub(super) id: AppointmentId,
    /// Where it was when it was taken up.
    pub(super) from: Place,
    /// Where it would be if it were let go now.
    pub(super) to: Place,
    grip: Grip,
}

impl Drag {
    /// Whether it was put back where it was taken up. What comes out of the tray was not anywhere.
    pub(super) fn is_back(&self) -> bool {
        self.to == self.from && self.grip != Grip::OutOfTray
    }
}

/// A hand that is on a visit and has not taken it up yet.
#[derive(Clone, Copy)]
struct Touch {
    id: AppointmentId,
    from: Place,
    /// Where it would be if it were let go at once.
    first: Place,
    grip: Grip,
    at: (i32, i32),
    hold: Option<TimeoutHandle>,
}

/// What is in the hand, if anything.
#[derive(Clone, Copy)]
pub(super) struct Dragging {
    drag: RwSignal<Option<Drag>>,
    touch: StoredValue<Option<Touch>>,
    /// Where the hand was last; none where the keys carry.
    hand: StoredValue<Option<(i32, i32)>>,
    /// A tap follows the end of a drag, and means nothing.
    ended: StoredValue<bool>,
    /// What is done with what is let go.
    drop_it: Callback<Drag>,
    aim: Aim,
    /// The way to other days; none where days stand side by side.
    turn: Option<PageTurn>,
}

impl Dragging {
    /// Puts one into the context of a day or a week, for [`Dragging::expect`].
    pub(super) fn provide(aim: Aim, turn: Option<PageTurn>, drop_it: Callback<Drag>) -> Self {
        let dragging = Self {
            drag: RwSignal::new(None),
            touch: StoredValue::new(None),
            hand: StoredValue::new(None),
            ended: StoredValue::new(false),
            drop_it,
            aim,
            turn,
        };
        provide_context(dragging);
        dragging
    }

    /// That of the day or the week.
    pub(super) fn expect() -> Self {
        expect_context()
    }

    /// What is in the hand. Tracked.
    pub(super) fn get(self) -> Option<Drag> {
        self.drag.get()
    }

    /// Where the hand was last; none where the keys carry.
    pub(super) fn hand(self) -> Option<(i32, i32)> {
        self.hand.get_value()
    }

    /// Whether this one is in the hand. Tracked.
    pub(super) fn holds(self, id: AppointmentId) -> bool {
        self.drag.read().is_some_and(|drag| drag.id == id)
    }

    /// Whether this one is in the hand. Untracked.
    pub(super) fn holds_now(self, id: AppointmentId) -> bool {
        self.drag.read_untracked().is_some_and(|drag| drag.id == id)
    }

    /// The slot of the grid at a point of the window: [`Aim::slot_at`].
    pub(super) fn slot_at(self, at: (i32, i32), template: Place) -> Option<Place> {
        self.aim.slot_at(at, template)
    }

    /// Whether anything is.
    pub(super) fn is_busy(self) -> bool {
        self.drag.with_untracked(Option::is_some)
    }

    /// Whether anything is, or a finger holds still to take something up: a browser's menu, which comes a moment later and on a
    /// busy device before it, would take it out of the hand.
    pub(super) fn keeps_menu_away(self) -> bool {
        self.is_busy() || self.touch.get_value().is_some_and(|touch| touch.hold.is_some())
    }

    /// Whether the tap that comes now is the end of a drag.
    pub(super) fn swallows_tap(self) -> bool {
        self.ended.get_value()
    }

    /// From now on a tap is a tap.
    pub(super) fn hears_taps(self) {
        self.ended.try_set_value(false);
    }

    /// A hand is put on a visit: a mouse takes it up when it moves, a finger when it holds still.
    pub(super) fn touch(self, visit: &Appointment, held: Held, at: (i32, i32), by: Hand) {
        let is_shown = self
            .aim
            .plan
            .read_untracked()
            .planned(Standing::Visit(visit.id))
            .is_some();
        if !is_loose(visit) || !is_shown {
            return;
        }
        // Where the day is a list there are no places to drag to.
        let Some(minute) = self.aim.minute_at(at.1) else {
            return;
        };
        let below = minute - i64::from(minute_of(visit.start().time()));
        let grip = match held {
            Held::End => Grip::End {
                above: i64::from(visit.place.minutes) - below,
            },
            Held::Whole => Grip::Whole { below },
        };
        self.hold(visit, visit.place, grip, at, by);
    }

    /// A hand is put on a visit that waits beside the day: it would stand on that day, its middle under the hand.
    pub(super) fn touch_beside(self, visit: &Appointment, day: Date, at: (i32, i32), by: Hand) {
        if is_loose(visit) && self.aim.minute_at(at.1).is_some() {
            let there = Place {
                start: day.to_datetime(visit.start().time()),
                ..visit.place
            };
            self.hold(visit, there, Grip::OutOfTray, at, by);
        }
    }

    fn hold(self, visit: &Appointment, first: Place, grip: Grip, at: (i32, i32), by: Hand) {
        let hold = (by == Hand::Finger)
            .then(|| set_timeout_with_handle(move || self.take_up(), HOLD).ok())
            .flatten();
        self.hand.set_value(Some(at));
        self.touch.set_value(Some(Touch {
            id: visit.id,
            from: visit.place,
            first,
            grip,
            at,
            hold,
        }));
    }

    /// The hand has moved.
    pub(super) fn moved(self, at: (i32, i32)) {
        self.hand.set_value(Some(at));
        if let Some(drag) = self.drag.get_untracked() {
            self.carry_to(drag, self.target(drag, at));
            return;
        }
        let Some(touch) = self.touch.get_value() else {
            return;
        };
        let far = (at.0 - touch.at.0).abs().max((at.1 - touch.at.1).abs()) > SLACK;
        match touch.hold {
            // A finger that moves at once scrolls.
            Some(_) if far => self.let_go_of_touch(),
            None if far => {
                self.take_up();
                self.moved(at);
            }
            _ => {}
        }
    }

    /// The hand opens: what it held is put where it is.
    pub(super) fn let_go(self) {
        self.dropped().into_iter().for_each(|drag| self.drop_it.run(drag));
        self.turn.into_iter().for_each(PageTurn::settle);
    }

    /// The hand opens, and what it held goes nowhere of the day: what was held, if anything was.
    pub(super) fn dropped(self) -> Option<Drag> {
        self.let_go_of_touch();
        let drag = self.drag.get_untracked()?;
        self.drag.set(None);
        self.ended.set_value(true);
        Some(drag)
    }

    /// The hand gives it up: it stays where it was, and that day is shown again.
    pub(super) fn give_up(self) {
        if self.dropped().is_some() {
            self.turn.into_iter().for_each(PageTurn::go_home);
        }
    }

    /// What is in the hand goes to the next day, or the one before, by the keys.
    pub(super) fn turn_by_keys(self, towards: Towards) {
        if let Some((turn, drag)) = self.turn.zip(self.travelling()) {
            let day = turn.go(drag.to.start.date(), towards);
            day.into_iter().for_each(|day| self.carry_to_day(drag, day));
        }
    }

    /// What is in the hand, if that may go to another day: a visit that becomes longer or shorter stays where it begins.
    pub(super) fn travelling(self) -> Option<Drag> {
        let drag = self.drag.get_untracked();
        drag.filter(|drag| !matches!(drag.grip, Grip::End { .. }))
    }

    /// Another day is shown: what is in the hand would stand there, at the hour at which it is held.
    pub(super) fn comes_to(self, day: Date) {
        let drag = self.travelling().filter(|drag| drag.to.start.date() != day);
        if let Some(drag) = drag {
            self.carry_to_day(drag, day);
            self.hand().into_iter().for_each(|at| self.moved(at));
        }
    }

    /// A visit is taken up by the keys, which this element hears.
    pub(super) fn pick_up(self, visit: &Appointment, focused: Option<Element>) {
        if is_loose(visit) {
            let focused = focused.and_then(|element| element.dyn_into().ok());
            if let Some((turn, element)) = self.turn.zip(focused) {
                turn.keep_focus(element);
            }
            self.hand.set_value(None);
            self.drag.set(Some(Drag {
                id: visit.id,
                from: visit.place,
                to: visit.place,
                grip: Grip::Whole { below: 0 },
            }));
        }
    }

    /// What is in the hand goes a step on, within the hours and the columns that are shown.
    pub(super) fn step(self, step: KeyStep) {
        let Some(drag) = self.drag.get_untracked() else {
            return;
        };
        let plan = self.aim.plan.read_untracked();
        let to = stepped(drag.to, step, &plan);
        drop(plan);
        self.drag.set(Some(Drag { to, ..drag }));
    }

    fn carry_to_day(self, drag: Drag, day: Date) {
        let start = day.to_datetime(drag.to.start.time());
        self.carry_to(drag, Place { start, ..drag.to });
    }

    fn carry_to(self, drag: Drag, to: Place) {
        if to != drag.to {
            self.drag.set(Some(Drag { to, ..drag }));
        }
    }

    fn take_up(self) {
        let Some(touch) = self.touch.get_value() else {
            return;
        };
        self.let_go_of_touch();
        self.drag.set(Some(Drag {
            id: touch.id,
            from: touch.from,
            to: touch.first,
            grip: touch.grip,
        }));
    }

    fn let_go_of_touch(self) {
        if let Some(hold) = self.touch.get_value().and_then(|touch| touch.hold) {
            hold.clear();
        }
        self.touch.set_value(None);
    }

    /// The place under the hand, on the grid and within the day.
    fn target(self, drag: Drag, at: (i32, i32)) -> Place {
        if self.travelling().is_some() && self.turn.is_some() && arrow_at(at).is_some() {
            // Over the way to another day there is no hour: it keeps its own.
            let start = drag.to.start.date().to_datetime(drag.from.start.time());
            return Place { start, ..drag.from };
        }
        let Some(minute) = self.aim.minute_at(at.1) else {
            return drag.to;
        };
        let hours = self.aim.plan.read_untracked().hours;
        let slot = i64::from(SLOT_MINUTES);
        let on_grid = |minute: i64| (minute + slot / 2).div_euclid(slot) * slot;
        let minutes_of = |place: &Place| i64::from(place.minutes);
        match drag.grip {
            Grip::End { above } => {
                let start = i64::from(minute_of(drag.from.start.time()));
                let minutes = on_grid(minute + above - start).clamp(slot, i64::from(hours.to) - start);
                Place {
                    minutes: u16::try_from(minutes).unwrap_or(drag.from.minutes),
                    ..drag.from
                }
            }
            Grip::Whole { .. } | Grip::OutOfTray => {
                let below = match drag.grip {
                    Grip::Whole { below } => below,
                    Grip::End { .. } | Grip::OutOfTray => minutes_of(&drag.from) / 2,
                };
                let last = (i64::from(hours.to) - minutes_of(&drag.from)).max(i64::from(hours.from));
                let start = on_grid(minute - below).clamp(i64::from(hours.from), last);
                let midnight = drag.to.start.date().at(0, 0, 0, 0);
                let place = Place {
                    start: midnight.saturating_add(start.minutes()),
                    ..drag.from
                };
                self.aim.in_column_at(place, at.0)
            }
        }
    }
}

/// Whether a visit may be taken up: what has begun or ended stays.
fn is_loose(visit: &Appointment) -> bool {
    visit.status == Status::Booked || visit.is_parked()
}

/// What of a card the hand is on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Held {
    /// The card.
    Whole,
    /// Its lower edge.
    End,
}

/// What points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hand {
    /// A mouse or a pen.
    Mouse,
    /// A finger, which also scrolls.
    Finger,
}
