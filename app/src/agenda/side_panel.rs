//! The front desk's three questions, answered without a tap.

use leptos::html;
use leptos::prelude::*;

use super::displaced_list::DisplacedList;
use super::earlier_list::EarlierList;
use super::legend::Legend;
use super::text::text;
use super::waiting_list::WaitingList;
use crate::workspace::expect_workspace;

/// Identity of the column in the page.
pub(super) const SIDE: &str = "side";

/// Who waits, what must be placed again, who would come earlier.
#[component]
pub fn SidePanel(
    /// Whether all of it is shown where there is little room.
    open: RwSignal<bool>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let region = move || text(workspace.language().get()).side.region;
    let node = NodeRef::<html::Aside>::new();
    // Whoever shows it goes on in it: in the page it comes after all the visits.
    Effect::new(move || {
        if open.get() {
            request_animation_frame(move || {
                // Fails only for what cannot have the focus any more: then it stays where it is.
                let _no_focus = node.get_untracked().map(|aside| aside.focus());
            });
        }
    });
    view! {
        <aside
            id=SIDE
            node_ref=node
            class="side"
            class:side--open=move || open.get()
            tabindex="-1"
            aria-label=region
        >
            <WaitingList />
            <div data-tray="">
                <DisplacedList />
            </div>
            <EarlierList />
            <Legend />
        </aside>
    }
}

/// A part of the column: a heading with how many there are, and what is said where there are none.
#[component]
pub(super) fn SideSection(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// How many there are.
    #[prop(into)]
    count: Signal<usize>,
    /// What is said where there are none.
    #[prop(into)]
    none: Signal<String>,
    /// The list.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="side__part">
            <h2 class="side__title">
                {move || title.get()} <Show when=move || count.get() != 0>
                    <span class="num">{move || count.get()}</span>
                </Show>
            </h2>
            <Show when=move || count.get() == 0>
                <p class="side__none">{move || none.get()}</p>
            </Show>
            {children()}
        </section>
    }
}
