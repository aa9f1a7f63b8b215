//! Carrying out what is asked about payments.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Context;
use super::calls::check_length;
use crate::id::PaymentId;
use crate::money::Cents;
use crate::money::ledger::NOTHING;
use crate::payments::{
    LARGEST, NewPayment, OLDEST_DAYS, PaymentEntry, RecordedPayment, correction_of, waived_lately,
};
use crate::policy;
use crate::refusal::Refusal;
use crate::rows::{Change, Row, Rows};
use crate::time::Now;

/// Makes an entry of the books. The same entry again is the second tap of a double one, and changes nothing.
///
/// That the plan is the patient's is checked where every plan is known, which is the server's database: a device knows
/// those that are open, and a payment for one that was closed meanwhile is a payment all the same.
pub(super) fn record_payment(
    rows: &impl Rows,
    context: &Context,
    wanted: &NewPayment,
) -> Result<Vec<Change>, Refusal> {
    if let Some(known) = rows.payment(wanted.payment) {
        let again = known.by == context.actor.member && known.is_what(wanted);
        return if again {
            Ok(Vec::new())
        } else {
            Err(Refusal::AlreadyRecorded)
        };
    }
    check_day(Now::at(context.at).today(), wanted.day)?;
    if !(Cents(1)..=LARGEST).contains(&wanted.amount) {
        return Err(Refusal::UnfitValue);
    }
    if let Some(reason) = wanted.entry.reason() {
        check_length(reason)?;
        if reason.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
    }
    let amount = match wanted.entry {
        PaymentEntry::Payment => wanted.amount,
        PaymentEntry::Refund { .. } => -wanted.amount,
        PaymentEntry::Waiver { .. } => {
            check_owed(rows, wanted)?;
            within_budget(rows, context, wanted)?
        }
        PaymentEntry::Correction { of, .. } => -corrected(rows, wanted, of)?.amount,
    };
    let payment = RecordedPayment {
        id: wanted.payment,
        patient: wanted.patient,
        plan: wanted.plan,
        day: wanted.day,
        amount,
        entry: wanted.entry.tidied(),
        by: context.actor.member,
        at: context.at,
    };
    Ok(vec![Change::Put {
        row: Row::Payment(payment),
    }])
}

/// What is waived, if the role lets a patient off so much, with what the same person has let them off lately: many small waivers
/// are a large one.
fn within_budget(rows: &impl Rows, context: &Context, wanted: &NewPayment) -> Result<Cents, Refusal> {
    let budget = policy::budget(rows, context.actor.role).waive;
    let today = Now::at(context.at).today();
    let waived = waived_lately(wanted.patient, context.actor.member, today, rows);
    if waived + wanted.amount <= budget {
        Ok(wanted.amount)
    } else {
        Err(Refusal::BeyondBudget {
            most: (budget - waived).max(Cents(0)),
        })
    }
}

/// Nobody is let off more than they owe, as the digest says; what is nothing in the books may go. Of whom there is no digest
/// nothing is known.
fn check_owed(rows: &impl Rows, wanted: &NewPayment) -> Result<(), Refusal> {
    let Some(money) = rows.care(wanted.patient).and_then(|care| care.money.as_ref()) else {
        return Ok(());
    };
    let owed = match wanted.plan {
        Some(plan) => {
            let of_plan = money.plans.iter().find(|payable| payable.plan == plan);
            of_plan.map_or(Cents(0), |payable| payable.left)
        }
        None => money.balance.and_then(|due| due.amount).unwrap_or_default(),
    };
    if wanted.amount <= owed.max(NOTHING) {
        Ok(())
    } else {
        Err(Refusal::MoreThanOwed { owed })
    }
}

/// Nobody has paid tomorrow; what is older than that is in books that were closed.
fn check_day(today: Date, day: Date) -> Result<(), Refusal> {
    let oldest = today.saturating_sub(OLDEST_DAYS.days());
    if (oldest..=today).contains(&day) {
        Ok(())
    } else {
        Err(Refusal::UnfitValue)
    }
}

/// The entry that is taken back: as the person saw it, once, and never before its own day.
fn corrected<'a>(
    rows: &'a impl Rows,
    wanted: &NewPayment,
    of: PaymentId,
) -> Result<&'a RecordedPayment, Refusal> {
    let corrected = rows
        .payment(of)
        .filter(|payment| payment.patient == wanted.patient)
        .ok_or(Refusal::NotFound)?;
    if let Some(first) = correction_of(corrected, rows) {
        return Err(Refusal::Settled {
            by: first.by,
            at: first.at,
        });
    }
    let is_seen = corrected.amount.0.abs() == wanted.amount.0 && corrected.plan == wanted.plan;
    let is_correction = corrected.entry.corrects().is_some();
    if !is_seen || is_correction || wanted.day < corrected.day {
        return Err(Refusal::UnfitValue);
    }
    Ok(corrected)
}
