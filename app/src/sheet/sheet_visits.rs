//! What is booked for a patient, and what was in the last days.

use app_domain::agenda::Appointment;
use app_domain::id::PatientId;
use leptos::prelude::*;

use super::text::text;
use super::visit_link::VisitLink;
use crate::workspace::expect_workspace;

/// The visits to come, then those of the last days, each with the way to it.
#[component]
pub(super) fn SheetVisits(
    /// Whose.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let visits = workspace.appointments_of(patient);
    let today = workspace.today();
    let coming = Memo::new(move |_| part(&visits.read(), |visit| visit.start().date() >= today.get()));
    let past = Memo::new(move |_| {
        let mut past = part(&visits.read(), |visit| visit.start().date() < today.get());
        past.reverse();
        past
    });
    let list = move |visits: Vec<Appointment>| {
        view! {
            <ul class="sheet__list">
                {visits.into_iter().map(|visit| view! { <VisitLink visit /> }).collect_view()}
            </ul>
        }
    };
    view! {
        <section class="sheet__part" aria-labelledby="sheet-coming">
            <h3 id="sheet-coming" class="sheet__heading">{move || words().coming}</h3>
            {move || match coming.get() {
                none if none.is_empty() => view! { <p class="sheet__none">{words().no_visit}</p> }.into_any(),
                visits => list(visits).into_any(),
            }}
        </section>
        <Show when=move || !past.read().is_empty()>
            <section class="sheet__part" aria-labelledby="sheet-past">
                <h3 id="sheet-past" class="sheet__heading">{move || words().past}</h3>
                {move || list(past.get())}
            </section>
        </Show>
    }
}

fn part(visits: &[Appointment], is_in: impl Fn(&Appointment) -> bool) -> Vec<Appointment> {
    visits.iter().filter(|visit| is_in(visit)).cloned().collect()
}
