//! How to reach the patient, and how not to.

use app_domain::patient::{Channel, Patient, Purpose};
use leptos::prelude::*;

use super::draft::Draft;
use super::opposed::Opposed;
use super::text::{CardText, text};
use crate::patient::phone::{tel, whatsapp, written};
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// A way to reach the patient.
struct Way {
    channel: Channel,
    glyph: Glyph,
    href: Option<String>,
    words: String,
    label: String,
    opposed: Opposed,
}

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

fn ways(
    row: &Patient,
    words: &CardText,
    common: &crate::text::Text,
    opposed: &dyn Fn(Channel) -> Opposed,
) -> Vec<Way> {
    let Some(contacts) = &row.contacts else {
        return Vec::new();
    };
    let number = |number: &String| Way {
        channel: Channel::Phone,
        glyph: Glyph::Phone,
        href: tel(number),
        words: written(number),
        label: (words.call_number)(&written(number)),
        opposed: opposed(Channel::Phone),
    };
    let named = |channel: Channel, glyph: Glyph, href: Option<String>| Way {
        channel,
        glyph,
        href,
        words: (common.channel)(channel).to_owned(),
        label: (common.channel)(channel).to_owned(),
        opposed: opposed(channel),
    };
    let wa = contacts.mobile.as_deref().and_then(whatsapp);
    let mail = contacts.email.as_ref().map(|address| format!("mailto:{address}"));
    // A text message is not a link here yet; that it is not wanted is said all the same.
    let sms = Some(named(Channel::Sms, Glyph::Message, None)).filter(|way| way.opposed != Opposed::No);
    let ways = [
        contacts.mobile.as_ref().map(number),
        contacts.landline.as_ref().map(number),
        wa.map(|href| named(Channel::WhatsApp, Glyph::Message, Some(href))),
        mail.map(|href| named(Channel::Email, Glyph::Email, Some(href))),
        sms,
    ];
    ways.into_iter().flatten().collect()
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
    let cause = match &opposed {
        Opposed::No => None,
        Opposed::Wholly => Some(words.opposed.to_owned()),
        Opposed::Partly(purposes) => {
            let purposes: Vec<_> = purposes
                .iter()
                .map(|purpose| purpose_words(*purpose, words))
                .collect();
            Some((words.opposed_for)(&purposes.join(", ")))
        }
    };
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

const fn purpose_words(purpose: Purpose, words: &CardText) -> &'static str {
    match purpose {
        Purpose::Recalls => words.purposes[0],
        Purpose::Care => words.purposes[1],
        Purpose::Administration => words.purposes[2],
        Purpose::Satisfaction => words.purposes[3],
    }
}
