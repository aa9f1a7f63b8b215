//! How a visit stands with the consent to treatment, and the ways to attest and to withdraw it.

use app_domain::agenda::Appointment;
use app_domain::id::AppointmentId;
use app_domain::treatment_consent::{ConsentStanding, WithdrawalWish};
use leptos::prelude::*;

use super::attest_form::AttestForm;
use super::row_mark::mark;
use super::text::{Text, text};
use super::withdraw_form::WithdrawForm;
use crate::ui::{Button, Icon, Tag, Tone};
use crate::workspace::{ConsentOfVisit, Workspace, expect_workspace};

/// The consent to the plan that a visit treats, in a line; nothing where it treats none.
#[component]
pub fn ConsentLine(
    /// Which appointment.
    id: AppointmentId,
    /// The appointment.
    row: Memo<Option<Appointment>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let consent = workspace.consent_of(row);
    let withdraws = RwSignal::new(false);
    let words = move || text(workspace.language().get());
    let line = move || {
        let consent = consent.read();
        consent
            .as_ref()
            .map(|consent| in_words(consent, workspace, words()))
    };
    let tone = Signal::derive(move || match consent.read().as_ref() {
        Some(consent) if consent.misses => Tone::Owed,
        _ => Tone::Plain,
    });
    let kept = move || {
        let (glyph, word) = mark(consent.read().as_ref()?.state, words())?;
        Some(view! {
            <Tag tone=Tone::Owed>
                <Icon glyph />
                {word}
            </Tag>
        })
    };
    let may_attest = Memo::new(move |_| {
        let consent = consent.read();
        let consent = consent.as_ref().filter(|consent| consent.may_attest)?;
        Some((consent.plan, consent.patient, is_in_force(consent)))
    });
    let ways = move || {
        may_attest
            .get()
            .map(|(plan, patient, in_force)| match (in_force, withdraws.get()) {
                (false, _) => view! { <AttestForm id plan patient /> }.into_any(),
                (true, true) => {
                    view! { <WithdrawForm id plan patient on_give_up=move |()| withdraws.set(false) /> }
                        .into_any()
                }
                (true, false) => view! {
                    <Button on:click=move |_| withdraws.set(true)>{move || words().consent.withdraw}</Button>
                }
                .into_any(),
            })
    };
    view! {
        <Show when=move || consent.read().is_some()>
            <section class="consent" class:consent--missing=move || tone.get() == Tone::Owed>
                <p class="consent__line">{line}</p>
                {kept}
                {ways}
            </section>
        </Show>
    }
}

fn is_in_force(consent: &ConsentOfVisit) -> bool {
    let recorded = consent.consent.as_ref();
    recorded.is_some_and(|recorded| recorded.standing == ConsentStanding::InForce)
}

/// "Consenso alla cura: firmato il …, attestato da …", as far as the role sees it.
fn in_words(consent: &ConsentOfVisit, workspace: Workspace, words: &Text) -> String {
    let text = &words.consent;
    let Some(recorded) = consent.consent.as_ref() else {
        let plain = if consent.misses {
            text.missing
        } else {
            text.unrecorded
        };
        return plain.to_owned();
    };
    let name = |by| {
        let name = workspace.name_of(by);
        if name.is_empty() {
            words.dialog.colleague.to_owned()
        } else {
            name
        }
    };
    if let Some(given) = recorded.in_force() {
        return (text.signed)(&words.common.date(given.signed), &name(given.by));
    }
    if let Some(withdrawn) = recorded.last_withdrawal() {
        let sentence = match withdrawn.wish {
            WithdrawalWish::Patient => text.withdrawn_by_patient,
            WithdrawalWish::Clinician => text.withdrawn_by_clinician,
        };
        let day = words.common.date(withdrawn.at.civil().date());
        return sentence(&day, &name(withdrawn.by), &withdrawn.reason);
    }
    let plain = match recorded.standing {
        ConsentStanding::InForce => text.there,
        ConsentStanding::Withdrawn => text.missing,
    };
    plain.to_owned()
}
