//! More places, for another kind of visit or another clinician.

use app_domain::agenda::{AppointmentKind, Spread};
use app_domain::calls::{Outcome, Reason, Topic};
use app_domain::id::ClinicianId;
use leptos::prelude::*;

use super::draft::Draft;
use super::other_time::OtherTime;
use super::panel::PanelFrame;
use super::place_button::PlaceButton;
use super::record::record_booking;
use super::text::text;
use super::wish::{Wish, usual_minutes};
use crate::heed::heed;
use crate::ui::{Field, Select};
use crate::workspace::{Workspace, expect_workspace};

/// How many places are offered.
const OFFERED: usize = 9;

/// More places: what for, with whom, when. The chosen one is booked by the same button as ever.
#[component]
pub(super) fn BookPanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let common = move || crate::text::text(workspace.language().get());
    let first = first_wish(workspace, draft);
    let asked = first.kind;
    let kind = RwSignal::new(asked);
    let with = RwSignal::new(
        first
            .clinicians
            .first()
            .copied()
            .filter(|_| first.clinicians.len() == 1),
    );
    let wish = Memo::new(move |_| wished(workspace, &first, kind.get(), with.get()));
    let places = Memo::new(move |_| {
        heed(draft.places_stale);
        let now = workspace.now().get_untracked();
        let wish = wish.get();
        workspace.free_places(&wish.query(now, Spread::PerSpan), OFFERED)
    });
    let kinds = Signal::derive(move || {
        let offered = workspace.offered_kinds();
        // What the reason asks for is there in any case.
        let kinds = AppointmentKind::ALL.into_iter();
        kinds
            .filter(|kind| *kind == asked || offered.contains(kind))
            .map(|kind| (kind, (common().kind)(kind).to_owned()))
            .collect::<Vec<_>>()
    });
    let clinicians = workspace.clinicians();
    let people = Signal::derive(move || {
        let known = clinicians.read();
        let people = known
            .iter()
            .map(|who| (Some(who.id), format!("{} {}", who.surname, who.name)));
        std::iter::once((None, words().panel.anybody.to_owned()))
            .chain(people)
            .collect::<Vec<_>>()
    });
    let label = move || (words().card.places_for)((common().kind)(kind.get()));
    view! {
        <PanelFrame
            title=Signal::derive(move || words().panel.book.to_owned())
            on_close=move |()| draft.panel.set(None)
            on_enter=move |()| {
                if let Some(chosen) = draft.chosen.get_untracked() {
                    record_booking(workspace, draft, &chosen);
                }
            }
        >
            <div class="call-panel__fields">
                <Field id="call-book-kind" label=Signal::derive(move || words().panel.kind.to_owned())>
                    <Select id="call-book-kind" options=kinds chosen=kind on_choose=move |next| kind.set(next) />
                </Field>
                <Field id="call-book-with" label=Signal::derive(move || words().panel.clinician.to_owned())>
                    <Select id="call-book-with" options=people chosen=with on_choose=move |next| with.set(next) />
                </Field>
            </div>
            <div class="call-places" role="group" aria-label=label>
                {move || {
                    let wish = wish.get();
                    let place = |place| view! { <PlaceButton draft wish=wish.clone() place /> };
                    places.get().into_iter().map(place).collect_view()
                }}
                <Show when=move || places.read().is_empty()>
                    <p class="call-card__note">{move || words().card.no_places}</p>
                </Show>
            </div>
            // A visit that is moved outside hours is moved on the agenda.
            <Show when=move || wish.read().moving.is_none()>
                <OtherTime draft wish />
            </Show>
        </PanelFrame>
    }
}

/// The visit of the first chosen reason that asks for one, before it of a plan that was answered just now; else one with the
/// patient's dentist.
fn first_wish(workspace: Workspace, draft: Draft) -> Wish {
    let (listed, selected) = untrack(|| (draft.listed(), draft.selected()));
    let answered = listed.into_iter().filter(|reason| {
        let gathered = draft.gathered.read_untracked();
        let said = gathered.about(Topic::Reason(reason.kind()));
        matches!(said, Some(Outcome::AnswersPlan { .. }))
    });
    let selected: Vec<Reason> = answered.chain(selected).collect();
    workspace.read(|rows| {
        let asked = selected
            .iter()
            .find_map(|reason| Wish::of(reason, draft.patient, rows));
        asked.unwrap_or_else(|| Wish::dentist(draft.patient, AppointmentKind::Examination, rows))
    })
}

/// The visit, changed by what was chosen; another profession takes the length and the people that go with it.
fn wished(workspace: Workspace, first: &Wish, kind: AppointmentKind, with: Option<ClinicianId>) -> Wish {
    let is_hygiene = kind == AppointmentKind::Hygiene;
    let base = workspace.read(|rows| {
        if is_hygiene == first.is_hygiene() {
            first.clone()
        } else if is_hygiene {
            Wish::hygiene(first.patient, rows)
        } else {
            Wish::dentist(first.patient, kind, rows)
        }
    });
    let clinicians = match with {
        Some(clinician) => vec![clinician],
        None => workspace.read(|rows| Wish::everybody(kind, rows)),
    };
    // Another kind of visit takes as long as is usual for it.
    let minutes = if kind == first.kind {
        base.minutes
    } else {
        workspace.read(|rows| usual_minutes(kind, rows))
    };
    Wish {
        kind,
        minutes,
        clinicians,
        ..base
    }
}
