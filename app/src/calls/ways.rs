//! How to reach the patient, and how not to.

use app_domain::calls::VideoTemplate;
use leptos::prelude::*;

use super::copy_link::CopyLink;
use super::draft::Draft;
use super::opposed::Opposed;
use super::text::{CardText, text};
use super::way::{Opens, Way, cause, ways};
use crate::ui::Icon;
use crate::workspace::expect_workspace;

/// The ways to reach the patient as links of the system, what is preferred first; those that the patient does not want
/// are struck through, with the cause in words.
#[component]
pub(super) fn Ways(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let row = workspace.patient(draft.patient);
    let purposes = Memo::new(move |_| draft.purposes());
    let set = workspace.call_settings();
    // One room as long as the card is open: the patient comes to where the caller waits.
    let chance = workspace.new_id();
    let room = Memo::new(move |_| {
        let set = set.read();
        let video = set.video.as_ref().filter(|video| video.is_fit());
        video.map(|video: &VideoTemplate| video.address(chance))
    });
    move || {
        let (words, common) = (words(), crate::text::text(workspace.language().get()));
        let row = row.read();
        let row = row.as_ref()?;
        let no_phone = row
            .contacts
            .as_ref()
            .is_some_and(|contacts| contacts.phone().is_none());
        let opposed = |channel| Opposed::of(&row.oppositions, channel, &purposes.read());
        let ways = ways(row, room.get(), words, common, &opposed);
        let way = |(place, way): (usize, Way)| view_way(way, place == 0, words, draft);
        Some(view! {
            <ul class="call-ways" aria-label=words.ways>
                {no_phone.then(|| view! {
                    <li class="call-way call-way--none">
                        <strong>{words.no_phone}</strong>
                        <small>{words.no_phone_note}</small>
                    </li>
                })}
                {ways.into_iter().enumerate().map(way).collect_view()}
            </ul>
        })
    }
}

fn view_way(way: Way, is_first: bool, words: &'static CardText, draft: Draft) -> AnyView {
    let is_open = way.is_open();
    let Way {
        channel,
        glyph,
        href,
        opens,
        words: name,
        label,
        opposed,
    } = way;
    let cause = cause(&opposed, words);
    let cause = cause.map(|cause| view! { <small class="call-way__cause">{cause}</small> });
    match href.filter(|_| is_open) {
        Some(href) => {
            let look = if is_first {
                "button button--big button--main"
            } else {
                "button button--big"
            };
            let target = match opens {
                Opens::Program => "_self",
                Opens::Tab | Opens::Room => "_blank",
            };
            let copy = (opens == Opens::Room).then(|| view! { <CopyLink address=href.clone() /> });
            view! {
                <li class="call-way">
                    <span class="call-way__links">
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
                        {copy}
                    </span>
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
