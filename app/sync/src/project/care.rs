//! What a class of viewers sees of the digest of care.

use app_domain::care::{Care, Due, Episode, FinishedPlan, MoneyCare, PlanCare};
use app_domain::policy::{Entity, Read};
use app_domain::risk_marks::{RiskMark, RiskMarks};

use super::ViewClass;

pub(super) fn project_care(class: ViewClass, care: &Care) -> Care {
    let episodes = match class.reads(Entity::RiskEpisode) {
        Read::All => care.episodes.clone(),
        Read::Minimal => care.episodes.iter().map(without_tooth).collect(),
        _ => Vec::new(),
    };
    let plans = care.plans.iter().filter(|_| class.sees(Entity::PlanSequence));
    Care {
        episodes,
        closed_episodes: if class.sees(Entity::RiskEpisode) {
            care.closed_episodes.clone()
        } else {
            Vec::new()
        },
        plans: plans.map(|plan| project_plan(class, plan)).collect(),
        finished: care
            .finished
            .as_ref()
            .filter(|_| class.sees(Entity::PlanSequence))
            .map(|plan| project_finished(class, plan)),
        money: care.money.as_ref().and_then(|money| project_money(class, money)),
        ..care.clone()
    }
}

/// Who knows only of the category and the days knows neither of the tooth nor what clinicians said.
pub(super) fn project_risk_marks(class: ViewClass, row: &RiskMarks) -> RiskMarks {
    if class.reads(Entity::RiskEpisode) == Read::All {
        return row.clone();
    }
    let without_words = |mark: &RiskMark| RiskMark {
        by_hand: mark.by_hand.as_ref().map(without_tooth),
        said: Vec::new(),
        ..mark.clone()
    };
    RiskMarks {
        patient: row.patient,
        marks: row.marks.iter().map(without_words).collect(),
    }
}

/// Category and script: the day is part of the rank, and the clinician is whom to ask.
fn without_tooth(episode: &Episode) -> Episode {
    Episode {
        tooth: String::new(),
        ..episode.clone()
    }
}

/// The title of a plan names the treatment: it is clinical content. The counts are what the list is made of; the
/// steps say what is treated, and what the patient answers to it.
fn project_plan(class: ViewClass, plan: &PlanCare) -> PlanCare {
    PlanCare {
        title: title_for(class, &plan.title),
        steps: if class.sees(Entity::PlanAnswer) && class.sees(Entity::PlanContent) {
            plan.steps.clone()
        } else {
            Vec::new()
        },
        ..plan.clone()
    }
}

/// The same of one that is finished.
fn project_finished(class: ViewClass, plan: &FinishedPlan) -> FinishedPlan {
    FinishedPlan {
        title: title_for(class, &plan.title),
        ..plan.clone()
    }
}

fn title_for(class: ViewClass, title: &str) -> String {
    if class.sees(Entity::PlanContent) {
        title.to_owned()
    } else {
        String::new()
    }
}

/// Amounts for those who read payments; else whether something is due, since when, and the band that ranks it.
fn project_money(class: ViewClass, money: &MoneyCare) -> Option<MoneyCare> {
    let without_amount = |due: Due| Due { amount: None, ..due };
    match class.reads(Entity::Payments) {
        Read::All => Some(money.clone()),
        Read::Whether => Some(MoneyCare {
            balance: money.balance.map(without_amount),
            instalment: money.instalment.map(without_amount),
            band: money.band,
            plans: Vec::new(),
        }),
        _ => None,
    }
}
