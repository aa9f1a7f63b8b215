//! Episodes of risk under what clinicians say of them by hand.

use app_domain::calls::{ReasonDetail, ReasonKind, RiskCategory, RiskRule, RiskTable};
use app_domain::care::Episode;
use app_domain::id::{ClinicianId, EpisodeId};
use app_domain::risk_marks::{RiskMark, RiskMarks, RiskStanding};
use uuid::Uuid;

use super::case::{Case, NOW, day};

const BY_HAND: EpisodeId = EpisodeId(Uuid::from_u128(77));

/// As who speaks with patients sees it: nothing of what was said.
fn mark(episode: EpisodeId, by_hand: Option<Episode>, stands: RiskStanding) -> RiskMark {
    RiskMark {
        episode,
        by_hand,
        stands,
        said: Vec::new(),
    }
}

fn under(case: &Case, marks: Vec<RiskMark>) -> Case {
    let patient = case.patient.id;
    Case {
        risk_marks: Some(RiskMarks { patient, marks }),
        ..case.clone()
    }
}

fn delivered(opened: &str) -> Episode {
    Episode {
        id: Some(BY_HAND),
        category: RiskCategory::DentureJustDelivered,
        opened: day(opened),
        tooth: String::new(),
        clinician: Some(ClinicianId(Uuid::from_u128(5))),
    }
}

#[test]
fn an_episode_closed_by_hand_is_no_reason_and_the_others_stay() {
    let two = Case::quiet()
        .episode(RiskCategory::ExtendedProvisional, "2026-10-01")
        .episode(RiskCategory::FixedOrthodontics, "2026-10-01");
    let ids: Vec<EpisodeId> = two
        .care
        .episodes
        .iter()
        .filter_map(|episode| episode.id)
        .collect();
    let closed = |id: EpisodeId| mark(id, None, RiskStanding::Closed);
    let categories = |case: &Case| match case
        .status(NOW)
        .listed
        .first()
        .map(|reason| reason.detail.clone())
    {
        Some(ReasonDetail::ClinicalRisk(risk)) => {
            risk.episodes.iter().map(|episode| episode.category).collect()
        }
        _ => Vec::new(),
    };
    assert_eq!(categories(&two).len(), 2);
    assert_eq!(
        categories(&under(&two, vec![closed(ids[0])])),
        [RiskCategory::FixedOrthodontics]
    );
    assert_eq!(
        categories(&under(&two, ids.iter().copied().map(closed).collect())),
        []
    );
}

#[test]
fn an_episode_opened_by_hand_is_checked_like_one_that_an_act_has_opened() {
    let quiet = Case::quiet();
    let open = |opened| {
        let case = under(
            &quiet,
            vec![mark(BY_HAND, Some(delivered(opened)), RiskStanding::Open)],
        );
        case.since(ReasonKind::ClinicalRisk, NOW)
    };
    assert_eq!(open("2026-11-16"), Some(day("2026-11-23")));
    assert_eq!(open("2026-11-17"), None);
    let closed = mark(BY_HAND, Some(delivered("2026-11-01")), RiskStanding::Closed);
    assert_eq!(under(&quiet, vec![closed]).kinds(NOW), []);
    // An act has closed it since.
    let mut case = under(
        &quiet,
        vec![mark(BY_HAND, Some(delivered("2026-11-01")), RiskStanding::Open)],
    );
    assert_eq!(case.kinds(NOW), [ReasonKind::ClinicalRisk]);
    case.care.closed_episodes = vec![BY_HAND];
    assert_eq!(case.kinds(NOW), []);
}

#[test]
fn an_episode_is_checked_as_often_as_the_practice_has_set() {
    let delivered = Case::quiet().episode(RiskCategory::DentureJustDelivered, "2026-11-01");
    let every = |check_every_days| Case {
        risk_checks: RiskTable::set([RiskRule {
            check_every_days,
            ..RiskRule::usual(RiskCategory::DentureJustDelivered)
        }])
        .checks(),
        ..delivered.clone()
    };
    let since = |case: &Case| case.since(ReasonKind::ClinicalRisk, NOW);
    assert_eq!(since(&delivered), Some(day("2026-11-08")));
    assert_eq!(since(&every(22)), Some(day("2026-11-23")));
    assert_eq!(since(&every(23)), None);
    // The days of one category are not those of another.
    let other = every(365).episode(RiskCategory::RetreatmentWithoutCore, "2026-11-01");
    assert_eq!(since(&other), Some(day("2026-11-15")));
}
