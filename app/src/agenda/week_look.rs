//! How the cards of a day of the week look: computed for the whole day at once, so that a card itself is only drawn.

use std::collections::BTreeMap;
use std::sync::Arc;

use app_domain::agenda::Appointment;
use app_domain::id::{AppointmentId, ReviewId};
use app_sync::client::RowState;
use jiff::civil::Date;
use leptos::prelude::*;

use super::appointment_marks::{SmallMark, marks_on};
use super::appointment_name::written_name;
use super::card_words::CardWords;
use super::column_heads::hue;
use super::day_grid::{ROW_MINUTES, row_of};
use super::day_plan::{Planned, Span, Standing};
use super::row_mark::mark;
use super::stage::Stage;
use super::text::{Text, text};
use super::week_room::Room;
use crate::heed::heed;
use crate::ui::Glyph;
use crate::workspace::Workspace;

/// How a card looks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct WeekLook {
    /// What it is of.
    pub(super) id: Standing,
    /// Where it stands.
    pub(super) style: String,
    /// Its classes of `style/agenda/week.css`.
    pub(super) class: String,
    /// How much of it is written.
    pub(super) room: Room,
    /// What is read aloud.
    pub(super) label: String,
    /// Who.
    pub(super) name: String,
    /// When.
    pub(super) time: String,
    /// How it stands now: the picture, and the word.
    pub(super) state: Option<(Glyph, String)>,
    /// How far its last change has come, where that is to be seen.
    pub(super) row: Option<(Glyph, &'static str)>,
    /// What to know of the patient.
    pub(super) marks: Vec<SmallMark>,
}

/// How the cards of a day look, in the order in which they are read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct WeekLooks {
    all: Vec<Arc<WeekLook>>,
    index: BTreeMap<Standing, usize>,
}

impl WeekLooks {
    /// The visits.
    pub(super) fn visits(&self) -> Vec<(AppointmentId, Arc<WeekLook>)> {
        let visits = self.all.iter().filter_map(|look| match look.id {
            Standing::Visit(id) => Some((id, look.clone())),
            Standing::Ghost(_) => None,
        });
        visits.collect()
    }

    /// What was to stand there, and waits for a person.
    pub(super) fn ghosts(&self) -> Vec<(ReviewId, Arc<WeekLook>)> {
        let ghosts = self.all.iter().filter_map(|look| match look.id {
            Standing::Ghost(id) => Some((id, look.clone())),
            Standing::Visit(_) => None,
        });
        ghosts.collect()
    }

    /// One of them.
    pub(super) fn get(&self, id: Standing) -> Option<Arc<WeekLook>> {
        self.all.get(*self.index.get(&id)?).cloned()
    }
}

/// What looks are made of, but for the visit itself.
struct Around<'a> {
    workspace: Workspace,
    text: &'static Text,
    hours: Span,
    width: Option<u16>,
    marks: &'a BTreeMap<AppointmentId, Vec<SmallMark>>,
    states: &'a [(AppointmentId, RowState)],
}

/// How the cards of a day look.
pub(super) fn week_looks(
    workspace: Workspace,
    date: Date,
    here: Memo<Vec<Planned>>,
    (hours, width): (Memo<Span>, Memo<Option<u16>>),
    visits: Memo<Vec<Appointment>>,
) -> Memo<WeekLooks> {
    let marks = marks_on(workspace, visits);
    let ids = Signal::derive(move || visits.read().iter().map(|visit| visit.id).collect());
    let states = workspace.unsettled(ids);
    let now = workspace.now();
    // Only on its own day does a visit look different as the minutes pass.
    let moment = Memo::new(move |_| {
        let now = now.get();
        (now.today(), (now.today() == date).then_some(now.instant))
    });
    Memo::new(move |_| {
        heed(moment);
        workspace.track_patients();
        let (here, visits, marks, states) = (here.read(), visits.read(), marks.read(), states.read());
        let around = Around {
            workspace,
            text: text(workspace.language().get()),
            hours: hours.get(),
            width: width.get(),
            marks: &marks,
            states: &states,
        };
        let rows: BTreeMap<AppointmentId, &Appointment> =
            visits.iter().map(|visit| (visit.id, visit)).collect();
        let look = |planned: &Planned| match planned.id {
            Standing::Visit(id) => rows.get(&id).map(|row| Arc::new(around.look(planned, row))),
            Standing::Ghost(_) => Some(Arc::new(around.place(planned))),
        };
        let all: Vec<_> = here.iter().filter_map(look).collect();
        let index = all
            .iter()
            .enumerate()
            .map(|(place, look)| (look.id, place))
            .collect();
        WeekLooks { all, index }
    })
}

impl Around<'_> {
    fn look(&self, planned: &Planned, row: &Appointment) -> WeekLook {
        let text = self.text;
        let stage = Stage::of(row, self.workspace.now().get_untracked());
        let name = written_name(self.workspace, row.patient);
        let words = self.workspace.read(|rows| CardWords::of(row, text, rows));
        let marks = self.marks.get(&row.id).cloned().unwrap_or_default();
        let state = self.states.iter().find(|(id, _)| *id == row.id);
        let place = self.place(planned);
        let row = state.and_then(|(_, state)| mark(*state, text));
        let mut label = words.label_as_seen(&name, stage, &marks, text);
        if let Some((_, word)) = row {
            label.push_str(", ");
            label.push_str(word);
        }
        let too_long = if stage.is_too_long() {
            "appointment--too-long"
        } else {
            ""
        };
        WeekLook {
            class: format!("{} {} {too_long}", place.class, stage.class()),
            label,
            name,
            time: words.time,
            state: Some((stage.glyph(), stage.words(text))),
            row,
            marks,
            ..place
        }
    }

    /// Where it stands, before anything is said of it.
    fn place(&self, planned: &Planned) -> WeekLook {
        let (from, length) = (
            row_of(self.hours, planned.span.from),
            (planned.span.minutes() / ROW_MINUTES).max(1),
        );
        let (lane, lanes) = (f32::from(planned.lane), f32::from(planned.lanes.max(1)));
        let height = match planned.span.minutes() {
            ..25 => "week-card--slip",
            25..35 => "week-card--low",
            _ => "",
        };
        let room = Room::of(self.width, planned);
        WeekLook {
            id: planned.id,
            style: format!(
                "top:calc(var(--row)*{from});height:calc(var(--row)*{length} - 2px);left:{:.2}%;width:{:.2}%;--hue:{}",
                100.0 * lane / lanes,
                100.0 * f32::from(planned.wide) / lanes,
                hue(planned.hue)
            ),
            class: format!("week-card {height} {}", room.class()),
            room,
            label: String::new(),
            name: String::new(),
            time: String::new(),
            state: None,
            row: None,
            marks: Vec::new(),
        }
    }
}
