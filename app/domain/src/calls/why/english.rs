//! The words in English.

mod words;

use jiff::civil::Date;

use super::spans::{Length, Naming, counted, days_between, hour, length_to, lower_first, naming};
use crate::agenda::Confirmation;
use crate::calls::{
    Advice, AnsweredDetail, ChecksDetail, ConfirmDetail, CyclesDetail, DueCheck, DueDetail, DueFrom,
    HygieneDetail, Lateness, PromiseDetail, Reason, ReasonDetail, RecallType, RiskDetail, VisitsDetail,
};
use crate::care::FinishedPlan;
use crate::time::Now;
pub(super) use words::euros;
use words::{ago, category, date, length, short_amount, short_category, short_day, visit_day};

pub(super) fn title(reason: &Reason, now: Now) -> String {
    let today = now.today();
    match &reason.detail {
        ReasonDetail::ClinicalRisk(risk) => clinical_risk(risk, today),
        ReasonDetail::Balance(due) => balance(due, today),
        ReasonDetail::Instalment(due) => instalment(due, today),
        ReasonDetail::SuspendedCycle(cycles) => suspended(cycles, today),
        ReasonDetail::HygieneRecall(hygiene) => hygiene_recall(hygiene, today),
        ReasonDetail::Promise(promise) => call_back(promise, now),
        ReasonDetail::Confirm(confirm) => to_confirm(confirm, today),
        ReasonDetail::PlanAwaiting(cycles) => awaiting(cycles, today),
        ReasonDetail::MissedVisit(visits) => missed(visits, today),
        ReasonDetail::Displaced(visits) => displaced(visits, today),
        ReasonDetail::Answered(answered) => has_answered(answered, today),
        ReasonDetail::Satisfaction(plan) => care_ended(plan, today),
        ReasonDetail::CheckRecall(due) => checks_due(due, today),
    }
}

pub(super) fn tag(reason: &Reason, now: Now) -> String {
    match &reason.detail {
        ReasonDetail::ClinicalRisk(risk) => risk
            .episodes
            .first()
            .map_or("Clinical risk", |episode| short_category(episode.category))
            .to_owned(),
        ReasonDetail::Balance(due) => due.amount.map_or_else(
            || "Balance".to_owned(),
            |amount| format!("{} due", short_amount(amount)),
        ),
        ReasonDetail::Instalment(due) => format!("Instalment {}", short_day(due.day)),
        ReasonDetail::SuspendedCycle(_) => "Care suspended".to_owned(),
        ReasonDetail::HygieneRecall(_) => "Hygiene".to_owned(),
        ReasonDetail::Promise(promise) if promise.until.date() == now.today() => {
            format!("Promise {}", hour(promise.until))
        }
        ReasonDetail::Promise(promise) => format!("Promise {}", short_day(promise.until.date())),
        ReasonDetail::Confirm(_) => "To confirm".to_owned(),
        ReasonDetail::PlanAwaiting(_) => "Plan awaiting".to_owned(),
        ReasonDetail::MissedVisit(_) => "Missed visit".to_owned(),
        ReasonDetail::Displaced(_) => "To place again".to_owned(),
        ReasonDetail::Answered(_) => "Clinician’s answer".to_owned(),
        ReasonDetail::Satisfaction(_) => "How it went".to_owned(),
        ReasonDetail::CheckRecall(_) => "Periodic check".to_owned(),
    }
}

/// "The clinician answered at 10:12: to come today".
fn has_answered(answered: &AnsweredDetail, today: Date) -> String {
    let at = answered.answer.at.civil();
    let when = if at.date() == today {
        format!("at {}", hour(at))
    } else {
        ago(at.date(), today)
    };
    format!(
        "The clinician answered {when}: {}",
        advice(answered.answer.advice)
    )
}

/// What the clinician wants done, for whoever calls.
pub(super) const fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::ComeToday => "to come today",
        Advice::Reassure => "to be reassured",
        Advice::NextVisit => "looked at in the next visit",
        Advice::WillCall => "the clinician calls",
    }
}

fn clinical_risk(risk: &RiskDetail, today: Date) -> String {
    let Some(first) = risk.episodes.first() else {
        return "Clinical risk".to_owned();
    };
    let open_for = counted(i64::from(days_between(first.opened, today)), "day", "days");
    let checked = match risk.last_contact {
        Some(day) => format!("last contact {}", ago(day, today)),
        None => match days_between(first.check, today) {
            0 => "check due today".to_owned(),
            late => format!("check due for {}", counted(i64::from(late), "day", "days")),
        },
    };
    let mut text = format!("{} for {open_for}, {checked}", category(first.category));
    if risk.clinician_is_told() {
        text += &format!(", {} tries in vain", risk.failures);
    }
    match risk.episodes.len() - 1 {
        0 => text,
        1 => text + ", and one more open risk",
        others => text + &format!(", and {others} more open risks"),
    }
}

fn balance(due: &DueDetail, today: Date) -> String {
    let what = due.amount.map_or_else(
        || "Balance open".to_owned(),
        |amount| format!("{} due", euros(amount)),
    );
    with_broken_promise(
        due,
        today,
        &format!("{what} since {}, {}", date(due.day, today), ago(due.day, today)),
    )
}

fn instalment(due: &DueDetail, today: Date) -> String {
    let late = counted(i64::from(days_between(due.day, today)), "day", "days");
    let late = format!("Instalment of {} overdue by {late}", date(due.day, today));
    let text = due
        .amount
        .map_or_else(|| late.clone(), |amount| format!("{late}, {}", euros(amount)));
    with_broken_promise(due, today, &text)
}

fn with_broken_promise(due: &DueDetail, today: Date, text: &str) -> String {
    let Some(promise) = due.broken_promise else {
        return text.to_owned();
    };
    let by = date(promise.by, today);
    let promised = match promise.amount {
        Some(amount) => format!("{} by {by}", euros(amount)),
        None => format!("payment by {by}"),
    };
    format!("Promise not kept, {promised}: {}", lower_first(text))
}

fn suspended(cycles: &CyclesDetail, today: Date) -> String {
    let Some(plan) = cycles.plans.first() else {
        return "Care suspended".to_owned();
    };
    let steps = counted(i64::from(plan.steps), "step", "steps");
    let stands = match (plan.last_done, plan.presented) {
        (Some(day), _) => format!("Care suspended: last session {}", ago(day, today)),
        (None, Some(day)) => format!("Plan accepted and never begun: presented {}", ago(day, today)),
        (None, None) => "Plan accepted and never begun".to_owned(),
    };
    format!("{stands}, {steps} to go")
}

fn awaiting(cycles: &CyclesDetail, today: Date) -> String {
    let Some(plan) = cycles.plans.first() else {
        return "Plan without an answer".to_owned();
    };
    let presented = plan
        .presented
        .map(|day| format!(", presented {}", ago(day, today)))
        .unwrap_or_default();
    match plan.title.as_str() {
        // Who may not know the title knows that there is a plan.
        "" => format!("We await an answer to the plan{presented}"),
        title => format!("We await an answer to the plan “{title}”{presented}"),
    }
}

fn hygiene_recall(hygiene: &HygieneDetail, today: Date) -> String {
    let word = match hygiene.from {
        DueFrom::Interval => "due",
        DueFrom::Hand => "set for",
    };
    due_day(&format!("Hygiene {word}"), hygiene.due, today)
}

/// "Hygiene due 11 November, 12 days ago".
fn due_day(what: &str, due: Date, today: Date) -> String {
    let day = || date(due, today);
    match days_between(today, due) {
        0 => format!("{what} today"),
        1 => format!("{what} tomorrow"),
        ahead @ 2.. => format!("{what} {}, in {ahead} days", day()),
        _ => format!("{what} {}, {}", day(), ago(due, today)),
    }
}

fn checks_due(due: &ChecksDetail, today: Date) -> String {
    let one = |(place, check): (usize, &DueCheck)| {
        let name = match check.recall {
            RecallType::OrthodonticCheck => "Orthodontic check",
            RecallType::ImplantCheck => "Implant check",
            RecallType::DentureCheck => "Denture check",
        };
        let name = if place == 0 {
            name.to_owned()
        } else {
            lower_first(name)
        };
        due_day(&format!("{name} due"), check.due, today)
    };
    let all: Vec<String> = due.checks.iter().enumerate().map(one).collect();
    all.join("; ")
}

fn care_ended(plan: &FinishedPlan, today: Date) -> String {
    let ended = ago(plan.last_done, today);
    // The title is not for every role.
    match plan.title.as_str() {
        "" => format!("Care ended {ended}: ask how it went"),
        title => format!("{title}, care ended {ended}: ask how it went"),
    }
}

fn call_back(promise: &PromiseDetail, now: Now) -> String {
    let by = match naming(promise.until.date(), now.today()) {
        Naming::Today => hour(promise.until),
        _ => format!(
            "{} on {}",
            hour(promise.until),
            date(promise.until.date(), now.today())
        ),
    };
    let text = match (promise.lateness, length_to(promise.until, now)) {
        (Lateness::Overdue, Length::Minutes(0)) => format!("Promise just overdue: call back by {by}"),
        (Lateness::Overdue, late) => format!("Promise overdue by {}: call back by {by}", length(late)),
        (Lateness::InTime, Length::Minutes(0)) => format!("Promise due now: call back by {by}"),
        (Lateness::InTime, left) => format!("Promise in {}: call back by {by}", length(left)),
    };
    if promise.what.is_empty() {
        text
    } else {
        format!("{text}, “{}”", promise.what)
    }
}

fn to_confirm(confirm: &ConfirmDetail, today: Date) -> String {
    let Some(visit) = confirm.visits.first() else {
        return "Confirm the visit".to_owned();
    };
    let what = match visit.confirmation {
        Confirmation::AskedToMove => "Asks to move",
        Confirmation::NotAsked | Confirmation::Asked { .. } | Confirmation::Confirmed => "Confirm",
    };
    let text = format!(
        "{what} the visit of {}, {}",
        visit_day(visit.start.date(), today),
        hour(visit.start)
    );
    and_others(text, confirm.visits.len() - 1)
}

fn missed(visits: &VisitsDetail, today: Date) -> String {
    let Some(visit) = visits.visits.first() else {
        return "Missed visit".to_owned();
    };
    let event = ago(visit.event.date(), today);
    let day = visit_day(visit.start.date(), today);
    let text = match visit.cancelled_by {
        None if visit.start.date() == today => "Visit of today missed".to_owned(),
        None => format!("Visit of {day} missed, {event}"),
        Some(_) => format!("Visit of {day} called off {event}"),
    };
    and_others(format!("{text}, no new one yet"), visits.visits.len() - 1)
}

fn displaced(visits: &VisitsDetail, today: Date) -> String {
    let Some(visit) = visits.visits.first() else {
        return "Visit to place again".to_owned();
    };
    let day = visit_day(visit.start.date(), today);
    let event = ago(visit.event.date(), today);
    and_others(
        format!("Visit of {day} called off by the practice {event}: to place again"),
        visits.visits.len() - 1,
    )
}

fn and_others(text: String, others: usize) -> String {
    match others {
        0 => text,
        others => text + &format!(", and {others} more"),
    }
}
