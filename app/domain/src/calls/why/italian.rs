//! The words in Italian.

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
use words::{
    ago, category, days, length, of_visit, short_amount, short_category, short_day, since, with_article,
};

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
            .map_or("Rischio clinico", |episode| short_category(episode.category))
            .to_owned(),
        ReasonDetail::Balance(due) => due.amount.map_or_else(
            || "Saldo".to_owned(),
            |amount| format!("{} a saldo", short_amount(amount)),
        ),
        ReasonDetail::Instalment(due) => format!("Rata {}", short_day("del", due.day)),
        ReasonDetail::SuspendedCycle(_) => "Ciclo sospeso".to_owned(),
        ReasonDetail::HygieneRecall(_) => "Igiene".to_owned(),
        ReasonDetail::Promise(promise) if promise.until.date() == now.today() => {
            format!("Promessa {}", hour(promise.until))
        }
        ReasonDetail::Promise(promise) => format!("Promessa {}", short_day("del", promise.until.date())),
        ReasonDetail::Confirm(_) => "Conferma".to_owned(),
        ReasonDetail::PlanAwaiting(_) => "Piano in attesa".to_owned(),
        ReasonDetail::MissedVisit(_) => "Visita mancata".to_owned(),
        ReasonDetail::Displaced(_) => "Da ricollocare".to_owned(),
        ReasonDetail::Answered(_) => "Risposta del medico".to_owned(),
        ReasonDetail::Satisfaction(_) => "Com’è andata".to_owned(),
        ReasonDetail::CheckRecall(_) => "Controllo periodico".to_owned(),
    }
}

/// "Il medico ha risposto alle 10:12: venga oggi".
fn has_answered(answered: &AnsweredDetail, today: Date) -> String {
    let at = answered.answer.at.civil();
    let when = if at.date() == today {
        format!("alle {}", hour(at))
    } else {
        ago(at.date(), today)
    };
    format!("Il medico ha risposto {when}: {}", advice(answered.answer.advice))
}

/// What the clinician wants done, for whoever calls.
pub(super) const fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::ComeToday => "venga oggi",
        Advice::Reassure => "da rassicurare",
        Advice::NextVisit => "si vede alla prossima visita",
        Advice::WillCall => "chiama il medico",
    }
}

fn clinical_risk(risk: &RiskDetail, today: Date) -> String {
    let Some(first) = risk.episodes.first() else {
        return "Rischio clinico".to_owned();
    };
    let open_for = days(days_between(first.opened, today));
    let checked = match risk.last_contact {
        Some(day) => format!("ultimo contatto {}", ago(day, today)),
        None => format!("da controllare {}", since(first.check, today)),
    };
    let mut text = format!("{} da {open_for}, {checked}", category(first.category));
    if risk.clinician_is_told() {
        text += &format!(", {} tentativi a vuoto", risk.failures);
    }
    match risk.episodes.len() - 1 {
        0 => text,
        1 => text + ", e un altro rischio aperto",
        others => text + &format!(", e altri {others} rischi aperti"),
    }
}

fn balance(due: &DueDetail, today: Date) -> String {
    let what = due.amount.map_or_else(
        || "Saldo aperto".to_owned(),
        |amount| format!("{} a saldo", euros(amount)),
    );
    with_broken_promise(
        due,
        today,
        &format!(
            "{what} {}, {}",
            with_article("dal", due.day, today),
            ago(due.day, today)
        ),
    )
}

fn instalment(due: &DueDetail, today: Date) -> String {
    let late = format!(
        "Rata {} scaduta {}",
        with_article("del", due.day, today),
        since(due.day, today)
    );
    let text = due
        .amount
        .map_or_else(|| late.clone(), |amount| format!("{late}, {}", euros(amount)));
    with_broken_promise(due, today, &text)
}

fn with_broken_promise(due: &DueDetail, today: Date, text: &str) -> String {
    let Some(promise) = due.broken_promise else {
        return text.to_owned();
    };
    let by = with_article("il", promise.by, today);
    let promised = match promise.amount {
        Some(amount) => format!("{} entro {by}", euros(amount)),
        None => format!("pagare entro {by}"),
    };
    format!("Promessa non mantenuta, {promised}: {}", lower_first(text))
}

fn suspended(cycles: &CyclesDetail, today: Date) -> String {
    let Some(plan) = cycles.plans.first() else {
        return "Piano sospeso".to_owned();
    };
    let steps = counted(i64::from(plan.steps), "passo", "passi");
    let stands = match (plan.last_done, plan.presented) {
        (Some(day), _) => format!("Piano sospeso: ultima seduta {}", ago(day, today)),
        (None, Some(day)) => format!("Piano accettato e mai iniziato: presentato {}", ago(day, today)),
        (None, None) => "Piano accettato e mai iniziato".to_owned(),
    };
    format!("{stands}, {steps} da fare")
}

fn awaiting(cycles: &CyclesDetail, today: Date) -> String {
    let Some(plan) = cycles.plans.first() else {
        return "Piano senza risposta".to_owned();
    };
    let presented = plan
        .presented
        .map(|day| format!(", presentato {}", ago(day, today)))
        .unwrap_or_default();
    match plan.title.as_str() {
        // Who may not know the title knows that there is a plan.
        "" => format!("Aspettiamo una risposta al piano{presented}"),
        title => format!("Aspettiamo una risposta al piano «{title}»{presented}"),
    }
}

fn hygiene_recall(hygiene: &HygieneDetail, today: Date) -> String {
    let word = match hygiene.from {
        DueFrom::Interval => "prevista",
        DueFrom::Hand => "fissata per",
    };
    due_day(&format!("Igiene {word}"), hygiene.due, today)
}

/// "Igiene prevista l'11 novembre, 12 giorni fa".
fn due_day(what: &str, due: Date, today: Date) -> String {
    let day = || with_article("il", due, today);
    match days_between(today, due) {
        0 => format!("{what} oggi"),
        1 => format!("{what} domani"),
        ahead @ 2.. => format!("{what} {}, tra {ahead} giorni", day()),
        _ => format!("{what} {}, {}", day(), ago(due, today)),
    }
}

fn checks_due(due: &ChecksDetail, today: Date) -> String {
    let one = |(place, check): (usize, &DueCheck)| {
        let name = match check.recall {
            RecallType::OrthodonticCheck => "Controllo ortodontico",
            RecallType::ImplantCheck => "Controllo degli impianti",
            RecallType::DentureCheck => "Controllo della protesi",
        };
        let name = if place == 0 {
            name.to_owned()
        } else {
            lower_first(name)
        };
        due_day(&format!("{name} previsto"), check.due, today)
    };
    let all: Vec<String> = due.checks.iter().enumerate().map(one).collect();
    all.join("; ")
}

fn care_ended(plan: &FinishedPlan, today: Date) -> String {
    let ended = ago(plan.last_done, today);
    // The title is not for every role.
    match plan.title.as_str() {
        "" => format!("Cure finite {ended}: chiedere com’è andata"),
        title => format!("{title}, cure finite {ended}: chiedere com’è andata"),
    }
}

fn call_back(promise: &PromiseDetail, now: Now) -> String {
    let by = match naming(promise.until.date(), now.today()) {
        Naming::Today => format!("le {}", hour(promise.until)),
        _ => format!(
            "le {} {}",
            hour(promise.until),
            with_article("del", promise.until.date(), now.today())
        ),
    };
    let text = match (promise.lateness, length_to(promise.until, now)) {
        (Lateness::Overdue, Length::Minutes(0)) => format!("Promessa appena scaduta: richiamare entro {by}"),
        (Lateness::Overdue, late) => format!("Promessa scaduta da {}: richiamare entro {by}", length(late)),
        (Lateness::InTime, Length::Minutes(0)) => {
            format!("Promessa da mantenere adesso: richiamare entro {by}")
        }
        (Lateness::InTime, left) => format!("Promessa tra {}: richiamare entro {by}", length(left)),
    };
    if promise.what.is_empty() {
        text
    } else {
        format!("{text}, «{}»", promise.what)
    }
}

fn to_confirm(confirm: &ConfirmDetail, today: Date) -> String {
    let Some(visit) = confirm.visits.first() else {
        return "Conferma la visita".to_owned();
    };
    let what = match visit.confirmation {
        Confirmation::AskedToMove => "Chiede di spostare",
        Confirmation::NotAsked | Confirmation::Asked { .. } | Confirmation::Confirmed => "Conferma",
    };
    let text = format!(
        "{what} la visita {}, {}",
        of_visit(visit.start.date(), today),
        hour(visit.start)
    );
    and_others(text, confirm.visits.len() - 1)
}

fn missed(visits: &VisitsDetail, today: Date) -> String {
    let Some(visit) = visits.visits.first() else {
        return "Visita mancata".to_owned();
    };
    let event = ago(visit.event.date(), today);
    let text = match visit.cancelled_by {
        None => format!(
            "Visita mancata {}, {event}",
            with_article("il", visit.start.date(), today)
        ),
        Some(_) => format!("Visita {} disdetta {event}", of_visit(visit.start.date(), today)),
    };
    and_others(
        format!("{text}, senza un nuovo appuntamento"),
        visits.visits.len() - 1,
    )
}

fn displaced(visits: &VisitsDetail, today: Date) -> String {
    let Some(visit) = visits.visits.first() else {
        return "Visita da ricollocare".to_owned();
    };
    let day = of_visit(visit.start.date(), today);
    let event = ago(visit.event.date(), today);
    and_others(
        format!("Visita {day} disdetta dallo studio {event}: da ricollocare"),
        visits.visits.len() - 1,
    )
}

fn and_others(text: String, others: usize) -> String {
    match others {
        0 => text,
        1 => text + ", e un'altra",
        _ => text + &format!(", e altre {others}"),
    }
}
