//! What a patient has paid: what was recorded here, the form for more, and what takes an entry back.

use app_domain::id::{PatientId, PaymentId};
use app_domain::policy;
use leptos::prelude::*;

use super::payment_form::PaymentForm;
use super::payment_line::PaymentLine;
use super::text::text;
use crate::ui::{Button, Glyph, Icon};
use crate::workspace::{Workspace, expect_workspace};

/// Whether the viewer's role sees single payments.
pub(super) fn sees_books(workspace: Workspace) -> Memo<bool> {
    let viewer = workspace.viewer();
    Memo::new(move |_| {
        viewer
            .read()
            .as_ref()
            .is_some_and(|viewer| policy::sees_payments(viewer.role))
    })
}

/// The entries that were made here, the newest first; with the form, for who makes entries.
#[component]
pub(super) fn SheetPayments(
    /// Whose.
    patient: PatientId,
    /// Whether the form is open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).payments;
    let books = workspace.books_of(patient);
    let may_record = Memo::new(move |_| books.read().may_record);
    let is_empty = Memo::new(move |_| books.read().entries.is_empty());
    // One form at a time: the entry that is being corrected.
    let correcting = RwSignal::new(None::<PaymentId>);
    view! {
        <section class="sheet__part" aria-labelledby="sheet-payments">
            <h3 id="sheet-payments" class="sheet__heading">{move || words().title}</h3>
            <Show
                when=move || is_empty.get()
                fallback=move || {
                    view! {
                        <ul class="sheet__list">
                            <For
                                each=move || books.get().entries
                                key=|(payment, corrected)| (payment.id, *corrected)
                                children=move |(payment, corrected)| {
                                    view! { <PaymentLine payment corrected may_record correcting /> }
                                }
                            />
                        </ul>
                    }
                }
            >
                <p class="sheet__none">{move || words().none}</p>
            </Show>
            <p class="sheet__note" role="status" hidden=move || !books.read().waits>
                {move || words().waits}
            </p>
            <Show when=move || may_record.get()>
                <Show
                    when=move || is_open.get()
                    fallback=move || {
                        view! {
                            <div class="sheet__actions">
                                <Button on:click=move |_| is_open.set(true)>
                                    <Icon glyph=Glyph::Plus />
                                    {move || words().record}
                                </Button>
                            </div>
                        }
                    }
                >
                    <PaymentForm patient on_close=move |()| is_open.set(false) />
                </Show>
            </Show>
        </section>
    }
}
