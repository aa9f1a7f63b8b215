//! A type of visit.

use app_domain::agenda::{AppointmentKind, Colour, Offer, SLOT_MINUTES, VisitType};
use app_domain::command::Command;
use app_domain::rows::{Key, Rows};
use leptos::prelude::*;

use super::act::Act;
use super::refused_change::RefusedChange;
use super::swatches::Swatches;
use super::text::text;
use crate::outbox::RowStanding;
use crate::ui::Select;
use crate::workspace::expect_workspace;

/// The longest visit offered, in minutes.
const LONGEST: u16 = 240;

/// A type of visit: each choice is kept as it is made.
#[component]
pub(super) fn TypeRow(
    /// Which.
    kind: AppointmentKind,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::expect();
    let words = move || text(workspace.language().get());
    let name = move || (words().common.kind)(kind);
    let set = Memo::new(move |_| workspace.visit_type(kind));
    let change = move |change: &dyn Fn(&mut VisitType)| {
        let was = workspace.read(|rows| rows.visit_type(kind).copied());
        let mut becomes = set.get_untracked();
        change(&mut becomes);
        act.visit_type(was, becomes);
    };
    let lengths = Signal::derive(move || {
        let steps = (SLOT_MINUTES..=LONGEST).step_by(usize::from(SLOT_MINUTES));
        steps
            .map(|minutes| (minutes, words().common.minutes(minutes)))
            .collect::<Vec<_>>()
    });
    let is_its = move |command: &Command| match command {
        Command::SetUpVisitType { becomes, .. } if becomes.kind == kind => {
            let words = text(workspace.language().get());
            Some(format!(
                "{} · {}",
                words.common.minutes(becomes.minutes),
                (words.colour_name)(becomes.colour)
            ))
        }
        _ => None,
    };
    let again = move |command: Command| match command {
        Command::SetUpVisitType { becomes, .. } => Command::SetUpVisitType {
            was: workspace.read(|rows| rows.visit_type(kind).copied()),
            becomes,
        },
        command => command,
    };
    view! {
        <li class="setup-type" aria-label=name>
            <b class="setup-type__name">{name}</b>
            <Select
                id=length_id(kind)
                options=lengths
                chosen=Signal::derive(move || set.read().minutes)
                on_choose=move |minutes| change(&|set| set.minutes = minutes)
                attr:aria-label=move || (words().length)(name())
            />
            <Swatches
                name=format!("colour-{}", length_id(kind))
                label=Signal::derive(move || (words().colour)(name()))
                chosen=Signal::derive(move || set.read().colour)
                on_choose=move |colour: Colour| change(&|set| set.colour = colour)
            />
            <label class="setup-type__offer">
                <input
                    type="checkbox"
                    aria-label=move || (words().offered_of)(name())
                    prop:checked=move || set.read().offer == Offer::Offered
                    on:change=move |_| change(&|set| set.offer = other(set.offer))
                />
                <span>{move || words().offered}</span>
            </label>
            <RowStanding key=Key::VisitType(kind) />
            <RefusedChange is_its again />
        </li>
    }
}

const fn other(offer: Offer) -> Offer {
    match offer {
        Offer::Offered => Offer::Withdrawn,
        Offer::Withdrawn => Offer::Offered,
    }
}

/// Identity of the field of a length in the page.
const fn length_id(kind: AppointmentKind) -> &'static str {
    match kind {
        AppointmentKind::Hygiene => "length-hygiene",
        AppointmentKind::Examination => "length-examination",
        AppointmentKind::Restorative => "length-restorative",
        AppointmentKind::Endodontics => "length-endodontics",
        AppointmentKind::Prosthetics => "length-prosthetics",
        AppointmentKind::Implant => "length-implant",
        AppointmentKind::Orthodontics => "length-orthodontics",
        AppointmentKind::Surgery => "length-surgery",
        AppointmentKind::Checkup => "length-checkup",
    }
}
