use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::agenda::{CancelledBy, Confirmation};
use crate::calls::{
    BrokenPromise, ChecksDetail, ConfirmDetail, CyclesDetail, DueCheck, DueDetail, DueFrom, EpisodeDue,
    HygieneDetail, Lateness, PlanDue, PromiseDetail, ReasonDetail, ReasonKind, RecallType, RiskCategory,
    RiskDetail, Topic, VisitToConfirm, VisitsDetail,
};
use crate::care::{FinishedPlan, MissedVisit};
use crate::id::{AppointmentId, AttemptId, PlanId};
use crate::money::Cents;

const TODAY: Date = date(2026, 11, 23);

fn now() -> Now {
    Now::at_civil(TODAY.at(10, 0, 0, 0))
}

fn said(detail: ReasonDetail) -> [String; 2] {
    let reason = Reason { detail, since: TODAY };
    [Language::Italian, Language::English].map(|language| reason_title(&reason, now(), language))
}

fn tags(detail: ReasonDetail) -> [String; 2] {
    let reason = Reason { detail, since: TODAY };
    [Language::Italian, Language::English].map(|language| reason_tag(&reason, now(), language))
}

fn risk(last_contact: Option<Date>, failures: u16) -> ReasonDetail {
    let episode = EpisodeDue {
        category: RiskCategory::ExtendedProvisional,
        opened: date(2026, 10, 10),
        check: date(2026, 11, 19),
        tooth: "16".to_owned(),
        clinician: None,
    };
    ReasonDetail::ClinicalRisk(RiskDetail {
        episodes: vec![episode],
        last_contact,
        failures,
    })
}

fn promise(until: jiff::civil::DateTime, lateness: Lateness) -> ReasonDetail {
    let about = Topic::Reason(ReasonKind::HygieneRecall);
    ReasonDetail::Promise(PromiseDetail {
        attempt: AttemptId(Uuid::nil()),
        about,
        until,
        what: String::new(),
        lateness,
        owner: None,
        hand_offs: 0,
    })
}

fn due(amount: Option<i64>, day: Date, broken_promise: Option<BrokenPromise>) -> DueDetail {
    DueDetail {
        amount: amount.map(Cents),
        day,
        broken_promise,
    }
}

fn visit(start: jiff::civil::DateTime, cancelled_by: Option<CancelledBy>, event: Date) -> VisitsDetail {
    let appointment = AppointmentId(Uuid::nil());
    let event = event.at(9, 0, 0, 0);
    VisitsDetail {
        visits: vec![MissedVisit {
            appointment,
            start,
            cancelled_by,
            event,
        }],
    }
}

#[test]
fn a_risk_says_how_long_it_is_open_and_when_somebody_last_heard() {
    assert_eq!(
        said(risk(Some(date(2026, 10, 20)), 0)),
        [
            "Provvisorio esteso da 44 giorni, ultimo contatto 34 giorni fa",
            "Extended provisional for 44 days, last contact 34 days ago",
        ]
    );
    assert_eq!(
        said(risk(None, 3)),
        [
            "Provvisorio esteso da 44 giorni, da controllare da 4 giorni, 3 tentativi a vuoto",
            "Extended provisional for 44 days, check due for 4 days, 3 tries in vain",
        ]
    );
    assert_eq!(
        tags(risk(None, 0)),
        ["Provvisorio esteso", "Extended provisional"]
    );
}

#[test]
fn a_promise_says_what_was_promised_besides_the_call() {
    let ReasonDetail::Promise(plain) = promise(TODAY.at(9, 40, 0, 0), Lateness::Overdue) else {
        unreachable!("a promise is a promise")
    };
    let what = "la risposta sul preventivo".to_owned();
    assert_eq!(
        said(ReasonDetail::Promise(PromiseDetail { what, ..plain })),
        [
            "Promessa scaduta da 20 minuti: richiamare entro le 9:40, «la risposta sul preventivo»",
            "Promise overdue by 20 minutes: call back by 9:40, “la risposta sul preventivo”"
        ]
    );
}

#[test]
fn checks_that_are_due_are_named_the_one_most_days_past_first() {
    let check = |recall, due| DueCheck {
        recall,
        due,
        last_done: Some(date(2025, 10, 1)),
    };
    let checks = vec![
        check(RecallType::ImplantCheck, date(2026, 11, 11)),
        check(RecallType::DentureCheck, date(2026, 11, 24)),
    ];
    assert_eq!(
        said(ReasonDetail::CheckRecall(ChecksDetail { checks })),
        [
            "Controllo degli impianti previsto l'11 novembre, 12 giorni fa; controllo della protesi previsto domani",
            "Implant check due 11 November, 12 days ago; denture check due tomorrow"
        ]
    );
}

#[test]
fn care_that_has_ended_says_when() {
    let ended = |title: &str| {
        ReasonDetail::Satisfaction(FinishedPlan {
            plan: PlanId(Uuid::nil()),
            title: title.to_owned(),
            last_done: date(2026, 11, 11),
        })
    };
    assert_eq!(
        said(ended("Protesi superiore")),
        [
            "Protesi superiore, cure finite 12 giorni fa: chiedere com’è andata",
            "Protesi superiore, care ended 12 days ago: ask how it went",
        ]
    );
    assert_eq!(
        said(ended("")),
        [
            "Cure finite 12 giorni fa: chiedere com’è andata",
            "Care ended 12 days ago: ask how it went",
        ]
    );
    assert_eq!(tags(ended("")), ["Com’è andata", "How it went"]);
}

#[test]
fn a_promise_says_its_hour() {
    let at = TODAY.at(9, 40, 0, 0);
    assert_eq!(
        said(promise(at, Lateness::Overdue)),
        [
            "Promessa scaduta da 20 minuti: richiamare entro le 9:40",
            "Promise overdue by 20 minutes: call back by 9:40"
        ]
    );
    assert_eq!(
        tags(promise(at, Lateness::Overdue)),
        ["Promessa 9:40", "Promise 9:40"]
    );
    assert_eq!(
        said(promise(date(2026, 11, 20).at(17, 0, 0, 0), Lateness::Overdue)),
        [
            "Promessa scaduta da 3 giorni: richiamare entro le 17:00 del 20 novembre",
            "Promise overdue by 3 days: call back by 17:00 on 20 November",
        ]
    );
    assert_eq!(
        said(promise(TODAY.at(10, 1, 0, 0), Lateness::InTime)),
        [
            "Promessa tra 1 minuto: richiamare entro le 10:01",
            "Promise in 1 minute: call back by 10:01"
        ]
    );
    assert_eq!(
        said(promise(TODAY.at(10, 0, 0, 0), Lateness::InTime))[0],
        "Promessa da mantenere adesso: richiamare entro le 10:00"
    );
    assert_eq!(
        said(promise(TODAY.at(7, 30, 0, 0), Lateness::Overdue))[0],
        "Promessa scaduta da 2 ore: richiamare entro le 7:30"
    );
}

#[test]
fn amounts_appear_only_where_they_may_be_known() {
    let day = date(2026, 9, 2);
    assert_eq!(
        said(ReasonDetail::Balance(due(Some(132_050), day, None))),
        [
            "€ 1.320,50 a saldo dal 2 settembre, 82 giorni fa",
            "€1,320.50 due since 2 September, 82 days ago"
        ]
    );
    assert_eq!(
        tags(ReasonDetail::Balance(due(Some(32_000), day, None))),
        ["€ 320 a saldo", "€320 due"]
    );
    let unknown = [
        ReasonDetail::Balance(due(None, day, None)),
        ReasonDetail::Instalment(due(None, day, None)),
    ];
    for text in unknown
        .into_iter()
        .flat_map(|detail| [said(detail.clone()), tags(detail)])
        .flatten()
    {
        assert!(!text.contains('€'), "{text}");
    }
}

#[test]
fn an_instalment_and_a_promise_not_kept() {
    let day = date(2026, 11, 15);
    assert_eq!(
        said(ReasonDetail::Instalment(due(Some(15_000), day, None))),
        [
            "Rata del 15 novembre scaduta da 8 giorni, € 150,00",
            "Instalment of 15 November overdue by 8 days, €150.00"
        ]
    );
    assert_eq!(
        tags(ReasonDetail::Instalment(due(None, date(2026, 11, 8), None))),
        ["Rata dell'8/11", "Instalment 8/11"]
    );
    let broken = |amount| {
        Some(BrokenPromise {
            by: date(2026, 11, 20),
            amount,
        })
    };
    assert_eq!(
        said(ReasonDetail::Instalment(due(
            Some(15_000),
            day,
            broken(Some(Cents(10_000)))
        ))),
        [
            "Promessa non mantenuta, € 100,00 entro il 20 novembre: rata del 15 novembre scaduta da 8 giorni, € 150,00",
            "Promise not kept, €100.00 by 20 November: instalment of 15 November overdue by 8 days, €150.00",
        ]
    );
    assert_eq!(
        said(ReasonDetail::Balance(due(None, day, broken(None))))[0],
        "Promessa non mantenuta, pagare entro il 20 novembre: saldo aperto dal 15 novembre, 8 giorni fa"
    );
}

#[test]
fn plans_say_what_is_left() {
    let cycles = |last_done, presented, steps| CyclesDetail {
        plans: vec![PlanDue {
            plan: PlanId(Uuid::nil()),
            title: "Protesi fissa".to_owned(),
            presented,
            last_done,
            steps,
            since: TODAY,
        }],
    };
    assert_eq!(
        said(ReasonDetail::SuspendedCycle(cycles(
            Some(date(2026, 10, 2)),
            None,
            3
        ))),
        [
            "Piano sospeso: ultima seduta 52 giorni fa, 3 passi da fare",
            "Care suspended: last session 52 days ago, 3 steps to go"
        ]
    );
    assert_eq!(
        said(ReasonDetail::SuspendedCycle(cycles(
            None,
            Some(date(2026, 9, 24)),
            1
        )))[0],
        "Piano accettato e mai iniziato: presentato 60 giorni fa, 1 passo da fare"
    );
    assert_eq!(
        said(ReasonDetail::PlanAwaiting(cycles(
            None,
            Some(date(2026, 11, 14)),
            2
        ))),
        [
            "Aspettiamo una risposta al piano «Protesi fissa», presentato 9 giorni fa",
            "We await an answer to the plan “Protesi fissa”, presented 9 days ago",
        ]
    );
    let mut untitled = cycles(None, Some(date(2026, 11, 14)), 2);
    untitled.plans[0].title.clear();
    assert_eq!(
        said(ReasonDetail::PlanAwaiting(untitled))[0],
        "Aspettiamo una risposta al piano, presentato 9 giorni fa"
    );
}

#[test]
fn hygiene_says_when_it_is_due() {
    let hygiene = |due, from| {
        ReasonDetail::HygieneRecall(HygieneDetail {
            due,
            from,
            last_done: None,
        })
    };
    let texts = |due| said(hygiene(due, DueFrom::Interval));
    assert_eq!(
        texts(date(2026, 10, 4)),
        [
            "Igiene prevista il 4 ottobre, 50 giorni fa",
            "Hygiene due 4 October, 50 days ago"
        ]
    );
    assert_eq!(
        texts(date(2025, 4, 11))[0],
        "Igiene prevista l'11 aprile 2025, 591 giorni fa"
    );
    assert_eq!(
        texts(date(2026, 12, 1))[0],
        "Igiene prevista il 1° dicembre, tra 8 giorni"
    );
    assert_eq!(texts(TODAY), ["Igiene prevista oggi", "Hygiene due today"]);
    assert_eq!(texts(date(2026, 11, 24))[0], "Igiene prevista domani");
    assert_eq!(
        texts(date(2026, 11, 22))[0],
        "Igiene prevista il 22 novembre, ieri"
    );
    assert_eq!(said(hygiene(TODAY, DueFrom::Hand))[0], "Igiene fissata per oggi");
}

#[test]
fn visits_say_their_day() {
    let confirm = |confirmation| {
        let start = date(2026, 11, 25).at(12, 0, 0, 0);
        let visit = VisitToConfirm {
            appointment: AppointmentId(Uuid::nil()),
            start,
            confirmation,
        };
        ReasonDetail::Confirm(ConfirmDetail { visits: vec![visit] })
    };
    assert_eq!(
        said(confirm(Confirmation::NotAsked)),
        [
            "Conferma la visita di mercoledì 25, 12:00",
            "Confirm the visit of Wednesday 25, 12:00"
        ]
    );
    assert_eq!(
        said(confirm(Confirmation::AskedToMove))[0],
        "Chiede di spostare la visita di mercoledì 25, 12:00"
    );
    let start = date(2026, 11, 12).at(9, 0, 0, 0);
    assert_eq!(
        said(ReasonDetail::MissedVisit(visit(start, None, start.date()))),
        [
            "Visita mancata il 12 novembre, 11 giorni fa, senza un nuovo appuntamento",
            "Visit of 12 November missed, 11 days ago, no new one yet",
        ]
    );
    assert_eq!(
        said(ReasonDetail::MissedVisit(visit(
            start,
            Some(CancelledBy::Patient),
            date(2026, 11, 11)
        )))[0],
        "Visita del 12 novembre disdetta 12 giorni fa, senza un nuovo appuntamento"
    );
    assert_eq!(
        said(ReasonDetail::Displaced(visit(
            date(2026, 11, 27).at(9, 0, 0, 0),
            Some(CancelledBy::Practice),
            TODAY
        ))),
        [
            "Visita di venerdì 27 disdetta dallo studio oggi: da ricollocare",
            "Visit of Friday 27 called off by the practice today: to place again",
        ]
    );
}

#[test]
fn a_row_without_reasons_says_nothing() {
    assert_eq!(row_sentence(&CallStatus::default(), now(), Language::Italian), "");
}

#[test]
fn an_amount_is_written_with_its_cents_and_with_a_minus_below_nothing() {
    for (cents, italian, english) in [
        (1, "€ 0,01", "€0.01"),
        (12_000, "€ 120,00", "€120.00"),
        (10_000_000, "€ 100.000,00", "€100,000.00"),
        (-132_050, "−€ 1.320,50", "−€1,320.50"),
    ] {
        assert_eq!(amount(Cents(cents), Language::Italian), italian);
        assert_eq!(amount(Cents(cents), Language::English), english);
    }
}
