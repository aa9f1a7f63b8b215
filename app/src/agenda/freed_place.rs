//! A place that has just become free, and who would rather come then.

use app_domain::agenda::{Place, who_would_come};
use app_domain::id::AppointmentId;
use app_domain::rows::Rows;
use jiff::ToSpan;
use leptos::prelude::*;

use super::appointment_name::appointment_name;
use super::move_draft::MoveDrafts;
use super::open_appointment::OpenAppointment;
use super::text::text;
use crate::ui::{ButtonLook, Glyph, IconButton};
use crate::workspace::{Workspace, expect_workspace};

/// As many as are proposed.
const SHOWN: usize = 4;
/// Days of visits that are looked through.
const DAYS: usize = 90;

/// The place that this person has just made free, if any.
#[derive(Clone, Copy)]
pub(super) struct Freed(RwSignal<Option<Place>>);

impl Freed {
    /// Puts it into the context, for [`Freed::expect`].
    pub(super) fn provide() {
        provide_context(Self(RwSignal::new(None)));
    }

    /// That of the page, where there is one.
    pub(super) fn of_page() -> Option<Self> {
        use_context()
    }

    /// A place has become free.
    pub(super) fn tell(self, place: Place) {
        self.0.set(Some(place));
    }
}

/// The place that has just become free, with who would come, the most urgent first. Nothing where nobody would.
#[component]
pub fn FreedPlace() -> impl IntoView {
    let workspace = expect_workspace();
    let Freed(freed) = Freed::of_page()?;
    let candidates = Memo::new(move |_| {
        let now = workspace.now().get();
        let place = freed.get().filter(|place| place.start > now.civil);
        place.map_or_else(Vec::new, |place| candidates(workspace, place))
    });
    let words = move || text(workspace.language().get());
    let title = move || {
        let words = words();
        freed.get().map(|place| {
            let who = workspace.read(|rows| rows.clinician(place.clinician).map(|who| who.surname.clone()));
            (words.side.freed)(&words.common.moment(place.start), &who.unwrap_or_default())
        })
    };
    Some(view! {
        <Show when=move || !candidates.read().is_empty()>
            <section class="side__part side__part--freed" role="status">
                <h2 class="side__title">
                    {title}
                    <IconButton
                        glyph=Glyph::Cross
                        label=Signal::derive(move || words().common.close.to_owned())
                        look=ButtonLook::Quiet
                        on:click=move |_| freed.set(None)
                    />
                </h2>
                <ul class="side__list">
                    <For
                        each=move || candidates.get()
                        key=|id| *id
                        children=move |id| view! { <Candidate id freed /> }
                    />
                </ul>
            </section>
        </Show>
    })
}

fn candidates(workspace: Workspace, place: Place) -> Vec<AppointmentId> {
    workspace.read(|rows| {
        let days = place.start.date().series(1.day()).take(DAYS);
        let later = days.flat_map(|day| rows.appointments_on(day));
        let found = who_would_come(rows, &place, later);
        found.into_iter().take(SHOWN).map(|visit| visit.id).collect()
    })
}

/// Somebody who would come: a tap opens their visit with the place filled in.
#[component]
fn Candidate(
    /// Their visit.
    id: AppointmentId,
    /// The place.
    freed: RwSignal<Option<Place>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let (open, drafts) = (OpenAppointment::expect(), MoveDrafts::expect());
    let row = workspace.appointment(id);
    let patient = row.with_untracked(|row| row.as_ref().map(|row| row.patient))?;
    let name = appointment_name(workspace, patient);
    let when = move || {
        let words = text(workspace.language().get());
        let row = row.read();
        let row = row.as_ref()?;
        Some(format!(
            "{} · {}",
            words.common.moment_with_month(row.start()),
            words.common.minutes(row.place.minutes)
        ))
    };
    let propose = move |_| {
        if let (Some(row), Some(place)) = (row.get_untracked(), freed.get_untracked()) {
            let mut draft = drafts.of(&row).get_untracked();
            draft.take(Place {
                minutes: row.place.minutes,
                ..place
            });
            drafts.keep(id, draft);
            open.open(id);
        }
    };
    Some(view! {
        <li>
            <button type="button" class="side-row" on:click=propose>
                <b>{name}</b>
                <small class="num">{when}</small>
            </button>
        </li>
    })
}
