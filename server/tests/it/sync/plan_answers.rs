//! What a patient answers to a plan, and an instalment that is put off: said in a call, it is in the digests of everybody in
//! one step, for each as much as they may know.

use app_domain::calls::{Outcome, OutcomeOf, ReasonKind, StepAnswer, Topic};
use app_domain::care::{Due, PlanAnswer, PlanCare};
use app_domain::command::Command;
use app_domain::id::{ActId, AttemptId};
use app_domain::money::Cents;
use app_domain::patient::Channel;
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::Rows as _;
use app_sync::wire::MutationResult;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use server::calls_command::list_at;
use server::figures_command::figures_at;
use uuid::Uuid;

use super::live::{Device, Live};
use super::risk_table::{is_listed_for, until};
use super::statement::ask;
use crate::app::TestApp;
use crate::export::the_practice;
use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::{ANNA, PRACTICE, TODAY, fill, now};

on_both_engines!(
    what_is_answered_closes_the_reason_for_everybody_and_each_knows_as_much_as_they_may,
    a_correction_within_the_day_opens_the_reason_again,
    who_may_not_know_what_is_answered_does_not_write_it_down,
    an_instalment_that_is_put_off_is_not_overdue_for_anybody,
);

/// Anna has a plan of two steps without an answer, presented three weeks ago, and an instalment that nobody has paid.
const PLAN: &str = "
    INSERT INTO plan (practice_id, id, code, patient_id, clinician_id, title, signed, presented, state) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000071', 'PC1',
         '00000000-0000-0000-0000-000000000051', '00000000-0000-0000-0000-000000000021', 'Protesi fissa',
         '2026-11-01', '2026-11-02', 'active');
    INSERT INTO act (practice_id, id, code, patient_id, plan_id, position, act_code, description, tooth,
        clinician_id, done, price_cents, discount_cents, answer) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000081', 'A1',
         '00000000-0000-0000-0000-000000000051', '00000000-0000-0000-0000-000000000071', 1, 'CORONA-PROV',
         'Corona provvisoria', '14', NULL, NULL, 20000, 0, NULL),
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000082', 'A2',
         '00000000-0000-0000-0000-000000000051', '00000000-0000-0000-0000-000000000071', 2, 'CORONA-DEF', '', '14',
         NULL, NULL, 60000, 0, NULL);
    INSERT INTO instalment (practice_id, id, plan_id, number, due, amount_cents) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-0000000000a1',
         '00000000-0000-0000-0000-000000000071', 1, '2026-11-09', 30000);";

const DUE: Date = date(2026, 11, 9);
const FIRST: ActId = ActId(Uuid::from_u128(0x81));
const SECOND: ActId = ActId(Uuid::from_u128(0x82));
const CALL: AttemptId = AttemptId(Uuid::from_u128(0xc1));
const AWAITS: ReasonKind = ReasonKind::PlanAwaiting;

async fn served(database: &Database) -> Live {
    fill(&database.store).await;
    database.run(PLAN).await.expect("a plan");
    server::sync::day::turn(&database.store, PRACTICE, now())
        .await
        .expect("a turn");
    let before = TestApp::over(database.store.clone()).await;
    before.add("sara", &[Role::FrontDesk]).await;
    before.add("chiara", &[Role::CaseManager]).await;
    before.add("teresa", &[Role::Dentist]).await;
    before.add("olga", &[Role::OfficeManager]).await;
    before.state.sync.stop().await;
    Live::again(database.store.clone()).await
}

fn says(topic: ReasonKind, outcome: Outcome) -> Vec<OutcomeOf> {
    vec![OutcomeOf {
        topic: Topic::Reason(topic),
        outcome,
    }]
}

fn answers(said: &[(ActId, PlanAnswer)]) -> Vec<OutcomeOf> {
    let step = |(step, answer): &(ActId, PlanAnswer)| StepAnswer {
        step: *step,
        answer: *answer,
    };
    let steps = said.iter().map(step).collect();
    says(AWAITS, Outcome::AnswersPlan { steps })
}

fn call(outcomes: Vec<OutcomeOf>) -> Command {
    Command::RecordAttempt {
        attempt: CALL,
        patient: ANNA,
        channel: Channel::Phone,
        outcomes,
        booking: None,
        asks: None,
        latest: None,
        question: String::new(),
    }
}

fn plan(device: &Device) -> PlanCare {
    device.rows.care(ANNA).expect("a digest").plans[0].clone()
}

fn unanswered(device: &Device) -> u16 {
    plan(device).steps_unanswered
}

/// Whether the list from the whole history has Anna for the plan.
async fn is_called(database: &Database) -> bool {
    let practice = the_practice(&database.store).await;
    let list = list_at(&database.store, practice, now()).await.expect("a list");
    let mut reasons = list.listed.iter().flat_map(|row| &row.reasons);
    reasons.any(|reason| reason.kind() == AWAITS)
}

async fn what_is_answered_closes_the_reason_for_everybody_and_each_knows_as_much_as_they_may(
    database: Database,
) {
    let live = served(&database).await;
    let (mut chiara, mut sara) = (live.device("chiara", 1).await, live.device("sara", 2).await);
    let mut teresa = live.device("teresa", 3).await;
    let words: Vec<String> = plan(&chiara).steps.into_iter().map(|step| step.what).collect();
    assert_eq!(words, ["Corona provvisoria", "CORONA-DEF"]);
    assert!(is_listed_for(&sara, ANNA, AWAITS) && is_called(&database).await);
    let said = answers(&[(FIRST, PlanAnswer::Accepted), (SECOND, PlanAnswer::Postponed)]);
    let head = database.store.head(PRACTICE).await.expect("a head").seq;
    chiara.push([(1, call(said.clone()))]).await;
    assert_eq!(chiara.result().await, (1, MutationResult::Ok));
    until(&mut sara, |sara| unanswered(sara) == 0).await;
    let after = database.store.head(PRACTICE).await.expect("a head").seq;
    assert_eq!(after, head + 1, "one step");
    assert!(!is_listed_for(&sara, ANNA, AWAITS));
    assert!(!is_called(&database).await);

    // The front desk knows that the patient answered; what, and what is treated, it does not.
    assert!(plan(&sara).steps.is_empty());
    let seen = sara.rows.attempt(CALL).expect("a call");
    assert_eq!(seen.outcomes, answers(&[]));
    until(&mut teresa, |teresa| unanswered(teresa) == 0).await;
    let known: Vec<_> = plan(&teresa).steps.iter().map(|step| step.answer).collect();
    assert_eq!(known, [Some(PlanAnswer::Accepted), Some(PlanAnswer::Postponed)]);
    assert_eq!(teresa.rows.attempt(CALL).expect("a call").outcomes, said);
    // What the database holds is what the devices were told.
    let late = live.device("sara", 4).await;
    assert_eq!(late.rows, sara.rows);
}

async fn a_correction_within_the_day_opens_the_reason_again(database: Database) {
    let live = served(&database).await;
    let (mut chiara, mut sara) = (live.device("chiara", 1).await, live.device("sara", 2).await);
    let said = answers(&[(FIRST, PlanAnswer::Accepted), (SECOND, PlanAnswer::Accepted)]);
    let truly = says(AWAITS, Outcome::NoAnswer);
    chiara.push([(1, call(said.clone()))]).await;
    until(&mut sara, |sara| unanswered(sara) == 0).await;
    let corrects = Command::CorrectAttempt {
        attempt: CALL,
        was: said,
        becomes: truly,
        question: String::new(),
    };
    chiara.push([(2, corrects)]).await;
    until(&mut sara, |sara| unanswered(sara) == 2).await;
    let late = live.device("chiara", 3).await;
    until(&mut chiara, |chiara| chiara.rows == late.rows).await;
}

async fn who_may_not_know_what_is_answered_does_not_write_it_down(database: Database) {
    let live = served(&database).await;
    let mut sara = live.device("sara", 1).await;
    sara.push([(1, call(answers(&[(FIRST, PlanAnswer::Accepted)])))])
        .await;
    let refused = MutationResult::Refused {
        refusal: Refusal::NotAllowed,
    };
    assert_eq!(sara.result().await, (1, refused));
    assert_eq!(database.number("SELECT count(*) FROM attempt_outcome").await, 0);
}

fn overdue(device: &Device) -> Option<Due> {
    device.rows.care(ANNA)?.money.as_ref()?.instalment
}

async fn an_instalment_that_is_put_off_is_not_overdue_for_anybody(database: Database) {
    let live = served(&database).await;
    let (mut sara, mut olga) = (live.device("sara", 1).await, live.device("olga", 2).await);
    let exposure = async || {
        let practice = the_practice(&database.store).await;
        figures_at(&database.store, practice, now())
            .await
            .expect("figures")
            .figures
            .exposure
            .total
    };
    let due = Due {
        amount: Some(Cents(30_000)),
        day: DUE,
    };
    assert_eq!(overdue(&olga), Some(due));
    assert_eq!(exposure().await, Cents(30_000));
    // Beyond what the front desk grants: until the manager has, the day stays.
    let until_day = TODAY.saturating_add(30.days());
    let asks = Outcome::AsksToSpread {
        until: Some(until_day),
    };
    sara.push([(1, call(says(ReasonKind::Instalment, asks)))]).await;
    assert_eq!(sara.result().await, (1, MutationResult::Ok));
    until(&mut olga, |olga| olga.rows.attempt(CALL).is_some()).await;
    assert_eq!(overdue(&olga), Some(due));
    let grants = Command::DecideDelay {
        attempt: CALL,
        granted: true,
        words: String::new(),
    };
    olga.push([(1, grants)]).await;
    until(&mut sara, |sara| overdue(sara).is_none()).await;
    assert_eq!(exposure().await, Cents(0));
    let statement = ask(&mut sara.browser, ANNA).await.statement;
    let part = &statement.cycles[0].instalments[0];
    assert_eq!(
        (part.due, part.put_off_from, part.days_late),
        (until_day, Some(DUE), None)
    );
    let late = live.device("sara", 3).await;
    assert_eq!(late.rows, sara.rows);
    // What is written in the books stays as it was.
    let kept = "SELECT count(*) FROM instalment WHERE due = '2026-11-09'";
    assert_eq!(database.number(kept).await, 1);
}
