//! What is not settled yet: on its way, and refused.

use app_sync::client::Link;
use app_sync::outbox::OutboxRecord;
use leptos::prelude::*;

use super::outbox_entry::OutboxEntry;
use super::standing::is_refused;
use super::text::text;
use crate::ui::{Dialog, DialogShape};
use crate::workspace::expect_workspace;

/// Which changes a part of the drawer shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Refused,
    Waiting,
}

/// What is not settled yet. Refused changes come first: they wait for the person.
#[component]
pub fn OutboxDrawer(
    /// What is shown above the changes of this device.
    tray: ViewFn,
    /// Called when the person wants it gone.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).drawer;
    let outbox = workspace.outbox();
    let link = workspace.link();
    let reviews = workspace.reviews();
    let belongs = |part: Part, record: &OutboxRecord| is_refused(record) == (part == Part::Refused);
    let records = move |part: Part| {
        Memo::new(move |_| {
            outbox
                .read()
                .iter()
                .filter(|record| belongs(part, record))
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let (refused, waiting) = (records(Part::Refused), records(Part::Waiting));
    let list = move |title: fn(&super::text::DrawerText) -> &'static str,
                     records: Memo<Vec<OutboxRecord>>| {
        view! {
            <Show when=move || !records.read().is_empty()>
                <section class="outbox__part" aria-label=move || title(words())>
                    <h3 class="outbox__heading">
                        {move || title(words())}
                        " "
                        <span class="num">{move || records.read().len()}</span>
                    </h3>
                    <ul class="outbox__list">
                        // A record is drawn again when its state changes: the key holds both.
                        <For
                            each=move || records.get()
                            key=|record| (record.mutation.mid, format!("{:?}", record.state))
                            children=move |record| view! { <OutboxEntry record on_close /> }
                        />
                    </ul>
                </section>
            </Show>
        }
    };
    view! {
        <Dialog
            shape=DialogShape::Drawer
            title=Signal::derive(move || words().title.to_owned())
            close_label=Signal::derive(move || words().close.to_owned())
            on_close
        >
            <Show when=move || matches!(link.get(), Link::AsOf(_))>
                <p class="outbox__note">{move || words().offline_note}</p>
            </Show>
            <Show when=move || workspace.too_old().get()>
                <p class="outbox__note outbox__note--risk" role="status">{move || words().too_old}</p>
            </Show>
            <Show when=move || workspace.rescued().get() != 0>
                <p class="outbox__note" role="status">{move || (words().rescued)(workspace.rescued().get())}</p>
            </Show>
            {move || {
                let trouble = workspace.storage_trouble().get()?;
                Some(view! { <p class="outbox__note outbox__note--risk">{(words().trouble)(trouble)}</p> })
            }}
            <Show when=move || { workspace.unreadable().get() > 0 }>
                <p class="outbox__note outbox__note--risk">
                    {move || (words().unreadable)(workspace.unreadable().get())}
                </p>
            </Show>
            {tray.run()}
            {list(|words| words.refused, refused)}
            {list(|words| words.waiting, waiting)}
            <Show when=move || outbox.read().is_empty() && reviews.read().is_empty()>
                <p class="outbox__empty">{move || words().empty}</p>
            </Show>
        </Dialog>
    }
}
