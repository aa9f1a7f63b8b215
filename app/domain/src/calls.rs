//! The call list: why a patient is on it, who is left out and why, in which order, and what a call leaves.

mod addenda;
pub mod advice;
pub mod attempt;
mod board;
mod check_rule;
mod detail;
mod evaluate;
mod facts;
mod folded;
mod gathered;
mod log;
mod outcomes;
mod plan_answers;
mod rank;
pub mod reason;
mod recall;
mod resume;
mod risk_table;
pub mod script;
mod settings;
mod settling;
mod shared_view;
mod status;
pub mod why;
mod word;

pub use addenda::{Advice, Answer, HandOff, LONGEST_WORDS, OutcomesWere};
pub use advice::attempt_advice;
pub use attempt::{Attempt, Claim, Outcome, OutcomeOf, TakenOver, Topic};
pub use board::CallBoard;
pub use check_rule::{CheckRule, MOST_CHECK_CODES, MOST_CHECK_MONTHS, RecallType, are_check_rules};
pub use detail::{
    AnsweredDetail, BrokenPromise, ChecksDetail, ConfirmDetail, CyclesDetail, DueCheck, DueDetail, DueFrom,
    EpisodeDue, HygieneDetail, Lateness, PlanDue, PromiseDetail, Reason, ReasonDetail, RiskDetail,
    VisitToConfirm, VisitsDetail,
};
pub use evaluate::evaluate;
pub use facts::Facts;
pub use folded::folded;
pub use gathered::{Gathered, SecondVisit};
pub use outcomes::{OutcomeKind, fits, outcomes_for};
pub use plan_answers::StepAnswer;
pub use rank::{Rank, RankPlace};
pub use reason::{Cause, ReasonKind, RiskCategory};
pub use recall::{LONGEST_RECALL_MONTHS, NewRecall, Recall, RecallRule, RecallStanding};
pub use resume::{Stopped, StoppedCycle, cycles_to_resume};
pub use risk_table::{
    LONGEST_RISK_CODE, MOST_CHECK_DAYS, MOST_RISK_CODES, RiskChecks, RiskRule, RiskTable, is_act_code,
    is_risk_code,
};
pub use settings::{CallSettings, FollowUp, VideoTemplate};
pub use settling::{Matter, Settlement, Settling};
pub use shared_view::{CallsShown, LONGEST_VIEW_NAME, SharedView};
pub use status::{CallStatus, Excluded};

pub(crate) use evaluate::{
    SATISFACTION_DAYS, check_day, last_contact_about_risk, not_contacted, not_recalled, recall_due,
};
pub(crate) use log::CallLog;
pub(crate) use plan_answers::{answers_by_step, plans_under};
pub(crate) use recall::recorded;
