//! One tap marks the next step of a visit, from arrival to left.

use app_domain::agenda::{Appointment, Mark};
use app_domain::id::AppointmentId;
use app_domain::policy::may_change;
use app_domain::time::{Instant, Now};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::act::Act;
use super::step::Step;
use super::text::text;
use crate::ui::Icon;
use crate::workspace::expect_workspace;

/// Minutes before the start from which an arrival is on the card; earlier, the window of the appointment has it.
const OFFERED_FROM: i64 = 60;

/// Marks what comes next of a visit of today, for those who may; nothing on any other card.
#[component]
pub fn NextStep(
    /// Whose.
    id: AppointmentId,
    /// The appointment.
    row: Memo<Option<Appointment>>,
    /// The patient's name.
    name: Memo<String>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::of(id);
    let now = workspace.now();
    let viewer = workspace.viewer();
    let offered = Memo::new(move |_| {
        let (row, viewer) = (row.read(), viewer.read());
        let (row, viewer) = (row.as_ref()?, viewer.as_ref()?);
        let may = || workspace.read(|rows| may_change(&viewer.actor(), row, rows));
        offered(row, now.get()).filter(|_| may())
    });
    let button = move |mark: Mark| {
        let label = move || (text(workspace.language().get()).mark_step)(mark, &name.read());
        // A double tap is one step: the second one meant the first.
        let take = move |event: MouseEvent| {
            if event.detail() < 2 {
                act.mark(mark);
            }
        };
        view! {
            <button type="button" class="appointment__step" aria-label=label title=label on:click=take>
                <Icon glyph=Step::Mark(mark).glyph() />
            </button>
        }
    };
    move || offered.get().map(button)
}

/// What comes next of a visit, if it may come at any moment.
fn offered(row: &Appointment, now: Now) -> Option<Mark> {
    let start = row.start();
    let mark = row.status.next_mark().filter(|_| start.date() == now.today())?;
    let is_near = || Instant::from_civil(start).minutes_since(now.instant) <= OFFERED_FROM;
    (mark != Mark::Arrived || is_near()).then_some(mark)
}

#[cfg(test)]
mod tests {
    use app_domain::agenda::{Status, VisitTimes};
    use jiff::civil::{Date, date};

    use super::*;
    use crate::agenda::stage::tests::booked_at_ten;

    const MONDAY: Date = date(2026, 11, 23);

    fn at(day: Date, hour: i8, minute: i8) -> Now {
        Now::at_civil(day.at(hour, minute, 0, 0))
    }

    fn visit(status: Status) -> Appointment {
        Appointment {
            status,
            ..booked_at_ten()
        }
    }

    #[test]
    fn an_arrival_is_offered_from_an_hour_before_the_start() {
        let booked = booked_at_ten();
        assert_eq!(offered(&booked, at(MONDAY, 8, 59)), None);
        assert_eq!(offered(&booked, at(MONDAY, 9, 0)), Some(Mark::Arrived));
        assert_eq!(offered(&booked, at(MONDAY, 12, 0)), Some(Mark::Arrived));
    }

    #[test]
    fn each_step_offers_the_next_one_and_the_last_one_nothing() {
        let arrived = at(MONDAY, 8, 0).instant;
        let times = VisitTimes::default();
        let seated = arrived;
        let steps = [
            (Status::Arrived { arrived }, Some(Mark::InChair)),
            (Status::InChair { arrived, seated }, Some(Mark::Done)),
            (Status::Done { times }, Some(Mark::Left)),
            (Status::Left { times }, None),
            (Status::NoShow { at: None }, None),
        ];
        for (status, next) in steps {
            assert_eq!(offered(&visit(status), at(MONDAY, 8, 30)), next);
        }
    }

    #[test]
    fn nothing_is_offered_on_another_day() {
        let arrived = at(MONDAY, 8, 0).instant;
        for day in [date(2026, 11, 22), date(2026, 11, 24)] {
            let visit = visit(Status::Arrived { arrived });
            assert_eq!(offered(&visit, at(day, 10, 0)), None);
            assert_eq!(offered(&booked_at_ten(), at(day, 10, 0)), None);
        }
    }
}
