//! Where a figure of money comes from: the rows that the server has in its books, unfolded when somebody asks.

use app_domain::id::PatientId;
use app_sync::client::Link;
use app_sync::statement::StatementRequest;
use leptos::prelude::*;

use super::statement_rows::StatementRows;
use super::text::text;
use crate::heed::heed;
use crate::ui::{Button, ButtonLook};
use crate::workspace::expect_workspace;

/// The button that unfolds the rows. They are asked for when it is pressed, and again whenever this device learns that the
/// books stand otherwise; what was answered goes when it is folded or the sheet is shut.
#[component]
pub(super) fn SheetStatement(
    /// Whose.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).statement;
    let common = move || crate::text::text(workspace.language().get());
    let asked = StatementRequest { patient };
    let is_open = RwSignal::new(false);
    let link = workspace.link();
    let is_live = Memo::new(move |_| link.get() == Link::Live);
    let stand = workspace.books_stand(patient);
    Effect::new(move || {
        heed(stand);
        if is_open.get() && is_live.get() {
            workspace.ask_statement(asked);
        }
    });
    let stated = workspace.stated();
    on_cleanup(move || stated.set(None));
    let answer = Memo::new(move |_| {
        let stated = stated.read();
        let stated = stated.as_ref().filter(|stated| stated.asked == asked)?;
        Some(stated.answer.clone())
    });
    let toggle = move |_| {
        stated.set(None);
        is_open.update(|is_open| *is_open = !*is_open);
    };
    let again = move |_| {
        stated.set(None);
        workspace.ask_statement(asked);
    };
    let rows = move || match answer.get() {
        Some(Some(answer)) => view! { <StatementRows answer /> }.into_any(),
        _ if !is_live.get() => ().into_any(),
        Some(None) => view! {
            <p class="sheet__note" role="status">{move || words().failed}</p>
            <div class="sheet__actions">
                <Button look=ButtonLook::Quiet on:click=again>{move || common().retry}</Button>
            </div>
        }
        .into_any(),
        None => view! { <p class="sheet__none" role="status">{move || words().loading}</p> }.into_any(),
    };
    view! {
        <section class="sheet__part" aria-labelledby="sheet-statement">
            <h3 id="sheet-statement" class="statement__head">
                <Button
                    look=ButtonLook::Quiet
                    attr:aria-expanded=move || is_open.get().to_string()
                    attr:aria-controls="sheet-statement-rows"
                    on:click=toggle
                >
                    {move || words().title}
                </Button>
            </h3>
            <div id="sheet-statement-rows" class="statement" hidden=move || !is_open.get()>
                <Show when=move || is_open.get()>
                    <p class="sheet__note" role="status" hidden=move || is_live.get()>
                        {move || words().offline}
                    </p>
                    {rows}
                </Show>
            </div>
        </section>
    }
}
