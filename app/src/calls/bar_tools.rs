//! What the calls put into the top of the page.

use leptos::prelude::*;
use leptos_router::components::A;

use super::call_timer::CallTimer;
use super::draft::Draft;
use super::list_state::ListState;
use super::segment::Segment;
use super::text::text;
use crate::ui::{Glyph, Icon, Segmented};
use crate::workspace::expect_workspace;

/// The parts of the list; over an open card on a narrow page, the way back and the length of the call.
#[component]
pub(super) fn BarTools(
    /// What is looked at.
    list: ListState,
    /// The open card.
    draft: Memo<Option<Draft>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let options = Memo::new(move |_| {
        let words = &words().list;
        let option =
            |(segment, count): (Segment, usize)| (segment, format!("{} {count}", segment.words(words)));
        Segment::ALL
            .into_iter()
            .zip(list.counts.get())
            .map(option)
            .collect::<Vec<_>>()
    });
    let choose = move |segment| list.show(segment, super::filter::Filter::default());
    view! {
        <div class="calls-bar" data-shows=move || if draft.read().is_some() { "card" } else { "list" }>
            <A href="/chiamate" attr:class="button button--icon button--quiet calls-bar__back" attr:aria-label=move || words().card.back>
                <Icon glyph=Glyph::Back />
            </A>
            <div class="calls-bar__segments">
                <Segmented
                    name="calls-segment"
                    label=Signal::derive(move || words().list.segments.to_owned())
                    options
                    chosen=list.segment
                    on_choose=choose
                />
            </div>
            {move || draft.get().map(|draft| view! { <CallTimer draft /> })}
        </div>
    }
}
