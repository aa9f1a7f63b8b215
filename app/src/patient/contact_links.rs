//! The ways to reach a patient as links of the system.

use app_domain::patient::{Channel, Contacts, Opposition, Patient};
use leptos::prelude::*;

use super::phone::{tel, whatsapp, written};
use super::text::{Text, text};
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// The ways to reach a patient; nothing for roles that do not see contacts.
#[component]
pub fn ContactLinks(
    /// Whose.
    row: Patient,
    /// What stands after them.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let workspace = expect_workspace();
    move || {
        let words = text(workspace.language().get());
        row.contacts.as_ref().map(|contacts| {
            view! {
                <ul class="patient__contacts" aria-label=words.contacts>
                    {ways(contacts, &row.oppositions, words).into_iter().map(link).collect_view()}
                    {children.as_ref().map(|children| view! { <li>{children()}</li> })}
                </ul>
                {(!contacts.note.is_empty()).then(|| view! { <p class="patient__note">{contacts.note.clone()}</p> })}
            }
        })
    }
}

/// A way to reach somebody.
struct Way {
    glyph: Glyph,
    href: Option<String>,
    words: String,
    label: String,
}

fn ways(contacts: &Contacts, oppositions: &[Opposition], words: &Text) -> Vec<Way> {
    let number = |number: &String, label: fn(&str) -> String| Way {
        glyph: Glyph::Phone,
        href: tel(number),
        words: written(number),
        label: label(&written(number)),
    };
    let mail = |address: &String| Way {
        glyph: Glyph::Email,
        href: Some(format!("mailto:{address}")),
        words: address.clone(),
        label: (words.write_to)(address),
    };
    let message = |href: String| Way {
        glyph: Glyph::Message,
        href: Some(href),
        words: words.whatsapp.to_owned(),
        label: words.write_whatsapp.to_owned(),
    };
    // Whoever wants no messages at all there is not offered one.
    let unwanted = oppositions.iter().any(|opposition| {
        opposition.purpose.is_none()
            && opposition
                .channel
                .is_none_or(|channel| channel == Channel::WhatsApp)
    });
    let conversation = contacts.mobile.as_deref().and_then(whatsapp);
    let ways = [
        contacts
            .mobile
            .as_ref()
            .map(|mobile| number(mobile, words.call_mobile)),
        contacts
            .landline
            .as_ref()
            .map(|landline| number(landline, words.call_landline)),
        conversation.filter(|_| !unwanted).map(message),
        contacts.email.as_ref().map(mail),
    ];
    ways.into_iter().flatten().collect()
}

/// A number that no telephone can call is shown as it was written. Another site opens beside the day, not in its place.
fn link(way: Way) -> impl IntoView {
    let Way {
        glyph,
        href,
        words,
        label,
    } = way;
    let inside = view! {
        <Icon glyph />
        <span class="num">{words}</span>
    };
    match href {
        Some(href) => {
            let target = if href.starts_with("https:") {
                "_blank"
            } else {
                "_self"
            };
            view! {
                <li>
                    <a class="patient__way" href=href target=target rel="external noreferrer" aria-label=label>
                        {inside}
                    </a>
                </li>
            }
            .into_any()
        }
        None => view! { <li><span class="patient__way">{inside}</span></li> }.into_any(),
    }
}
