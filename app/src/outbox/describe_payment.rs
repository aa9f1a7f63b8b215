//! What is recorded of payments, in words.

use app_domain::calls::why;
use app_domain::command::Command;
use app_domain::payments::PaymentEntry;
use app_domain::rows::Rows;

use super::Lookup;
use super::describe::Description;

/// What is recorded of payments; `None` for other commands.
pub(super) fn describe_payment(command: &Command, lookup: &Lookup<'_, impl Rows>) -> Option<Description> {
    let Command::RecordPayment(wanted) = command else {
        return None;
    };
    let text = &lookup.text().payment;
    let sentence = match wanted.entry {
        PaymentEntry::Payment => text.pays,
        PaymentEntry::Refund { .. } => text.refunds,
        PaymentEntry::Waiver { .. } => text.waives,
        PaymentEntry::Correction { .. } => text.corrects,
    };
    let amount = why::amount(wanted.amount, lookup.language);
    let mut fields = vec![
        (text.amount.to_owned(), amount),
        (text.day.to_owned(), lookup.common().date(wanted.day)),
    ];
    let reason = wanted.entry.reason().filter(|reason| !reason.is_empty());
    fields.extend(reason.map(|reason| (text.why.to_owned(), reason.to_owned())));
    Some(Description {
        headline: sentence(&lookup.patient_or_unknown(wanted.patient)),
        fields,
    })
}
