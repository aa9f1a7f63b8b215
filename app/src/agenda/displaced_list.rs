//! What must be placed again: called off by the practice, or not come today.

use app_domain::calls::why::reason_title;
use app_domain::calls::{CallBoard, ReasonKind};
use app_domain::id::PatientId;
use jiff::civil::Date;
use leptos::prelude::*;

use super::appointment_name::appointment_name;
use super::parked_list::ParkedList;
use super::side_panel::SideSection;
use super::text::text;
use crate::layout::AfterPaint;
use crate::workspace::expect_workspace;

/// As many as are shown; the call list has them all.
const SHOWN: usize = 6;

/// The visits to be placed again, in the order of the call list.
#[component]
pub fn DisplacedList() -> impl IntoView {
    let workspace = expect_workspace();
    let painted = AfterPaint::expect();
    let (today, parked) = (workspace.today(), workspace.parked());
    let to_place = Memo::new(move |_| {
        let today = today.get();
        if painted.has_come() {
            let parked: Vec<PatientId> = parked.read().iter().map(|visit| visit.patient).collect();
            workspace.call_board(|board| to_place(board, today, &parked))
        } else {
            Vec::new()
        }
    });
    let words = move || text(workspace.language().get());
    let rest = move || to_place.read().len().saturating_sub(SHOWN);
    view! {
        <SideSection
            title=Signal::derive(move || words().side.displaced.to_owned())
            count=Signal::derive(move || parked.read().len() + to_place.read().len())
            none=Signal::derive(move || words().side.none_displaced.to_owned())
        >
            <ParkedList />
            <ul class="side__list">
                <For
                    each=move || to_place.get().into_iter().take(SHOWN)
                    key=|(patient, kind)| (*patient, *kind)
                    children=|(patient, kind)| view! { <DisplacedRow patient kind /> }
                />
            </ul>
            <Show when=move || rest() != 0>
                <a class="side__more" href="/chiamate">
                    {move || (words().side.more)(rest())}
                </a>
            </Show>
        </SideSection>
    }
}

/// Who is listed because the practice called off, or because they did not come today; whose visit waits in the tray is there
/// already.
fn to_place(board: &CallBoard, today: Date, parked: &[PatientId]) -> Vec<(PatientId, ReasonKind)> {
    let kind = |patient| {
        let status = board.status(patient)?;
        if status.listed(ReasonKind::Displaced).is_some() {
            return Some(ReasonKind::Displaced);
        }
        let missed = status.listed(ReasonKind::MissedVisit)?;
        (missed.since == today).then_some(ReasonKind::MissedVisit)
    };
    board
        .ranked()
        .filter(|patient| !parked.contains(patient))
        .filter_map(|patient| Some((patient, kind(patient)?)))
        .collect()
}

/// A patient to be placed again, and why; a tap leads to their call.
#[component]
fn DisplacedRow(
    /// Who.
    patient: PatientId,
    /// Why.
    kind: ReasonKind,
) -> impl IntoView {
    let workspace = expect_workspace();
    let name = appointment_name(workspace, patient);
    let status = workspace.call_status(patient);
    let why = move || {
        let (now, language) = (workspace.now().get(), workspace.language().get());
        status.read().as_ref().and_then(|status| {
            status
                .listed(kind)
                .map(|reason| reason_title(reason, now, language))
        })
    };
    view! {
        <li>
            <a class="side-row" href=format!("/chiamate/{patient}")>
                <b>{name}</b>
                <small>{why}</small>
            </a>
        </li>
    }
}
