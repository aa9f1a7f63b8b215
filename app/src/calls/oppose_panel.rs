//! What the patient does not want to be contacted for any more, and by which channel.

use app_domain::calls::Outcome;
use app_domain::patient::{Channel, Purpose};
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::PanelFrame;
use super::record::record;
use super::text::text;
use crate::ui::{Button, Field, Select};
use crate::workspace::expect_workspace;

/// For what: the purpose of each reason, unless another is chosen. Choosing the channel writes the opposition down.
#[component]
pub(super) fn OpposePanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let language = workspace.language();
    let words = move || text(language.get());
    // Of something else there is no reason that would tell what for.
    let of_reasons = untrack(|| {
        draft.correcting.get().is_some() || draft.listed().is_empty() || !draft.selected().is_empty()
    });
    let purpose = RwSignal::new((!of_reasons).then_some(Purpose::ALL[0]));
    let purposes = Signal::derive(move || {
        let names = words().card.purposes;
        let of_this = (None, words().panel.of_this_call.to_owned());
        let named = Purpose::ALL.into_iter().zip(names);
        std::iter::once(of_this)
            .filter(|_| of_reasons)
            .chain(named.map(|(purpose, name)| (Some(purpose), name.to_owned())))
            .collect::<Vec<_>>()
    });
    let oppose = move |channel: Option<Channel>| {
        let purpose = purpose.get_untracked();
        record(workspace, draft, &Outcome::DoNotContact { purpose, channel });
    };
    let choice = move |channel: Option<Channel>| {
        let name = move || match channel {
            Some(channel) => (crate::text::text(language.get()).channel)(channel),
            None => words().panel.no_channel,
        };
        view! { <Button on:click=move |_| oppose(channel)>{name}</Button> }
    };
    let channels = std::iter::once(None).chain(Channel::ALL.into_iter().map(Some));
    view! {
        <PanelFrame
            title=Signal::derive(move || words().panel.oppose.to_owned())
            on_close=move |()| draft.panel.set(None)
        >
            <Field id="call-oppose-purpose" label=Signal::derive(move || words().panel.purpose.to_owned())>
                <Select
                    id="call-oppose-purpose"
                    options=purposes
                    chosen=purpose
                    on_choose=move |next| purpose.set(next)
                />
            </Field>
            <p class="call-panel__label">{move || words().panel.by_channel}</p>
            <div class="call-panel__choices">{channels.map(choice).collect_view()}</div>
            <p class="call-card__note">{move || words().panel.oppose_note}</p>
        </PanelFrame>
    }
}
