//! An appointment on the day.

use app_domain::id::AppointmentId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::appointment_marks::{AppointmentMarks, marks_of};
use super::appointment_name::appointment_name;
use super::arrival_button::ArrivalButton;
use super::chair_heads::hue;
use super::day_grid::row_of;
use super::day_plan::DayPlan;
use super::open_appointment::OpenAppointment;
use super::row_mark::RowMark;
use super::stage::Stage;
use super::text::text;
use crate::ui::Icon;
use crate::workspace::expect_workspace;

/// A card of the grid, or a row of the list: who, what for, how it stands now. A tap opens it.
#[component]
pub fn AppointmentCard(
    /// Which.
    id: AppointmentId,
    /// Where everything stands.
    plan: Memo<DayPlan>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let open = OpenAppointment::expect();
    let row = workspace.appointment(id);
    // The patient of an appointment never changes.
    let patient = row.with_untracked(|row| row.as_ref().map(|row| row.patient))?;
    let name = appointment_name(workspace, patient);
    let now = workspace.now();
    let stage = Memo::new(move |_| row.read().as_ref().map(|row| Stage::of(row, now.get())));
    let place = Memo::new(move |_| plan.read().planned(id));
    let hours = Memo::new(move |_| plan.read().hours);
    let words = move || text(workspace.language().get());
    let marks = marks_of(workspace, row, patient);
    let time = move || {
        row.read()
            .as_ref()
            .map(|row| words().common.clock(row.start().time()))
    };
    let kind = move || row.read().as_ref().map(|row| (words().common.kind)(row.kind));
    let minutes = move || {
        row.read()
            .as_ref()
            .map(|row| words().common.minutes(row.place.minutes))
    };
    let place_words = move || {
        let place = row.read().as_ref().map(|row| row.place)?;
        workspace.read(|rows| {
            Some(format!(
                "{} · {}",
                rows.chair(place.chair)?.name,
                rows.clinician(place.clinician)?.surname
            ))
        })
    };
    let label = move || {
        let stage = stage.get().map(|stage| stage.spoken(words()));
        let parts = [Some(name.get()), kind().map(str::to_owned), time(), stage];
        let marks = marks
            .read()
            .iter()
            .map(|mark| mark.word(words()).to_owned())
            .collect::<Vec<_>>();
        parts
            .into_iter()
            .flatten()
            .chain(marks)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let class = move || {
        let too_long = stage.get().is_some_and(Stage::is_too_long);
        let stage = stage.get().map_or("", Stage::class);
        format!(
            "appointment {stage} {}",
            if too_long { "appointment--too-long" } else { "" }
        )
    };
    let number = move |pick: fn(super::day_plan::Planned) -> u16| place.get().map_or(0, pick).to_string();
    let from = move || row_of(hours.get(), place.get().map_or(0, |place| place.span.from)).to_string();
    let state = move || {
        stage.get().map(|stage| {
            view! {
                <Icon glyph=stage.glyph() />
                <span>{stage.words(words())}</span>
            }
        })
    };
    Some(view! {
        <article
            class=class
            aria-label=label
            style:--column=move || place.get().map_or(0, |place| place.column).to_string()
            style:--hue=move || hue(place.get().map_or(0, |place| place.column))
            style:--from=from
            style:--length=move || number(|place| place.span.minutes() / 5)
            style:--lane=move || number(|place| place.lane)
            style:--lanes=move || number(|place| place.lanes)
        >
            <button type="button" class="appointment__open" aria-label=label on:click=move |_| open.open(id)>
                <span class="appointment__time num">{time}</span>
                <span class="appointment__name">{name}</span>
                <AppointmentMarks marks />
                <span class="appointment__what">{kind} " · " {minutes}</span>
                <span class="appointment__where">{place_words}</span>
                <span class="appointment__state num">
                    <RowMark id />
                    {state}
                </span>
            </button>
            <ArrivalButton id row name />
        </article>
    })
}
