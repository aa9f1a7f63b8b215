//! How to reach the patient, and how not to.

use app_domain::patient::Channel;
use leptos::prelude::*;

use super::draft::Draft;
use super::opposed::Opposed;
use super::text::{CardText, text};
use super::way::{Way, cause, ways};
use crate::ui::Icon;
use crate::workspace::expect_workspace;

/// The ways to reach the patient as links of the system; those that the patient does not want are struck through, with
/// the cause in words.
#[component]
pub(super) fn Ways(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let row = workspace.patient(draft.patient);
    let purposes = Memo::new(move |_| draft.purposes());
    move || {
        let (words, common) = (words(), crate::text::text(workspace.language().get()));
        let row = row.read();
        let row = row.as_ref()?;
        let no_phone = row
            .contacts
            .as_ref()
            .is_some_and(|contacts| contacts.phone().is_none());
        let opposed = |channel| Opposed::of(&row.oppositions, channel, &purposes.read());
        let ways = ways(row, words, common, &opposed);
        Some(view! {
            <ul class="call-ways" aria-label=words.ways>
                {no_phone.then(|| view! {
                    <li class="call-way call-way--none">
                        <strong>{words.no_phone}</strong>
                        <small>{words.no_phone_note}</small>
                    </li>
                })}
                {ways.into_iter().map(|way| view_way(way, words, draft)).collect_view()}
            </ul>
        })
    }
}

fn view_way(way: Way, words: &'static CardText, draft: Draft) -> AnyView {
    let Way {
        channel,
        glyph,
        href,
        words: name,
        label,
        opposed,
    } = way;
    let cause = cause(&opposed, words);
    let cause = cause.map(|cause| view! { <small class="call-way__cause">{cause}</small> });
    match href.filter(|_| opposed != Opposed::Wholly) {
        Some(href) => {
            let look = if channel == Channel::Phone {
                "button button--big button--main"
            } else {
                "button button--big"
            };
            let target = if channel == Channel::WhatsApp {
                "_blank"
            } else {
                "_self"
            };
            view! {
                <li class="call-way">
                    <a
                        class=look
                        href=href
                        target=target
                        rel="external noreferrer"
                        aria-label=label
                        on:click=move |_| draft.channel.set(channel)
                    >
                        <Icon glyph />
                        <span class="num">{name}</span>
                    </a>
                    {cause}
                </li>
            }
            .into_any()
        }
        None => view! {
            <li class="call-way call-way--no">
                <s class="num">{name}</s>
                {cause}
            </li>
        }
        .into_any(),
    }
}
