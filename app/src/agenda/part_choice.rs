//! What of the agenda the week and the month show.

use app_domain::agenda::Part;
use leptos::prelude::*;

use super::choices::Choices;
use super::text::text;
use crate::ui::Select;
use crate::workspace::expect_workspace;

/// Every chair together, one chair, or one clinician.
#[component]
pub fn PartChoice() -> impl IntoView {
    let workspace = expect_workspace();
    let choices = Choices::expect();
    let part = choices.part(workspace);
    let (chairs, clinicians) = (workspace.chairs(), workspace.clinicians());
    let words = move || text(workspace.language().get());
    let options = Signal::derive(move || {
        let (chairs, clinicians) = (chairs.read(), clinicians.read());
        let all = (Part::Whole, words().week.whole.to_owned());
        let chairs = chairs
            .iter()
            .map(|chair| (Part::Chair(chair.id), chair.name.clone()));
        let clinicians = clinicians
            .iter()
            .map(|who| (Part::Clinician(who.id), format!("{} {}", who.surname, who.name)));
        std::iter::once(all)
            .chain(chairs)
            .chain(clinicians)
            .collect::<Vec<_>>()
    });
    view! {
        <label class="part-choice">
            <span class="aloud">{move || words().week.part}</span>
            <Select id="agenda-part" options chosen=part on_choose=move |part| choices.set_part(part) />
        </label>
    }
}
