//! An entry of the books on the sheet.

use app_domain::calls::why;
use app_domain::id::PaymentId;
use app_domain::payments::{PaymentEntry, RecordedPayment};
use app_domain::rows::Key;
use leptos::prelude::*;

use super::correct_payment::CorrectPayment;
use super::text::text;
use crate::outbox::RowStanding;
use crate::ui::{Button, ButtonLook, Tag, Tone};
use crate::workspace::{Corrected, expect_workspace};

/// How much, what it was, of which day, who recorded it when; and the way to take it back.
#[component]
pub(super) fn PaymentLine(
    /// The entry.
    payment: RecordedPayment,
    /// Whether another one takes it back.
    corrected: Corrected,
    /// Whether this person may make entries.
    may_record: Memo<bool>,
    /// The entry that is being corrected, if one is.
    correcting: RwSignal<Option<PaymentId>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).payments;
    let common = move || crate::text::text(workspace.language().get());
    let RecordedPayment { id, day, by, at, .. } = payment;
    let kind = match payment.entry {
        PaymentEntry::Payment => 0,
        PaymentEntry::Refund { .. } => 1,
        PaymentEntry::Waiver { .. } => 2,
        PaymentEntry::Correction { .. } => 3,
    };
    let money = payment.amount;
    let amount = move || why::amount(money, workspace.language().get());
    let what = move || {
        let of_day = (words().of_day)(&common().date(day));
        format!("{} {of_day}", words().kinds[kind])
    };
    let who = move || (words().by)(&workspace.name_of(by), &common().moment_with_month(at.civil()));
    let reason = payment.entry.reason().map(str::to_owned);
    let is_open = payment.entry.corrects().is_none() && corrected == Corrected::No;
    let entry = StoredValue::new(payment);
    let way = move || {
        view! {
            <Button
                look=ButtonLook::Quiet
                attr:aria-label=move || (words().correct_which)(&amount(), &common().date(day))
                on:click=move |_| correcting.set(Some(id))
            >
                {move || words().correct}
            </Button>
        }
    };
    let form = move || {
        view! { <CorrectPayment payment=entry.get_value() on_close=move |()| correcting.set(None) /> }
    };
    view! {
        <li class="sheet__payment">
            <b class="sheet__amount num">{amount}</b>
            <span class="sheet__entry">
                <span>{what}</span>
                {reason.map(|reason| view! { <span class="sheet__reason">{reason}</span> })}
                <small>{who}</small>
                <RowStanding key=Key::Payment(id) />
            </span>
            {(corrected == Corrected::Yes)
                .then(|| view! { <Tag tone=Tone::Plain>{move || words().corrected}</Tag> })}
            <Show when=move || is_open && may_record.get()>
                <Show when=move || correcting.get() == Some(id) fallback=way>
                    {form}
                </Show>
            </Show>
        </li>
    }
}
