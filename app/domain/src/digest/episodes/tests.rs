use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::calls::RiskRule;
use crate::digest::tests::nobody;
use crate::id::{ActId, PatientId};
use crate::money::Cents;
use crate::risk_marks::{RiskMark, RiskMarks, RiskStanding};

const TODAY: Date = date(2026, 11, 23);

fn act(code: &str, tooth: &str, done: Date) -> Act {
    Act {
        id: ActId(Uuid::nil()),
        code: String::new(),
        patient: PatientId(Uuid::nil()),
        plan: None,
        position: None,
        act_code: code.to_owned(),
        description: String::new(),
        tooth: tooth.to_owned(),
        clinician: None,
        done: Some(done),
        price: Cents(0),
        discount: Cents(0),
        answer: None,
        gap_days: None,
    }
}

fn open(acts: &[Act]) -> Vec<Episode> {
    super::open(acts, &RiskTable::usual(), TODAY)
}

fn is_open(acts: &[Act]) -> bool {
    !open(acts).is_empty()
}

#[test]
fn each_category_opens_and_closes_with_its_own_codes() {
    let rule = RiskRule::usual;
    for category in RiskCategory::ALL {
        let closes = &rule(category).closes[0];
        let opening = act(&rule(category).opens[0], "16", date(2026, 3, 2));
        assert_eq!(open(std::slice::from_ref(&opening))[0].category, category);
        let closing = act(closes, "16", date(2026, 3, 2));
        assert!(
            !is_open(&[opening.clone(), closing]),
            "{category:?}: the same day is enough"
        );
        let too_early = act(closes, "16", date(2026, 3, 1));
        assert!(is_open(&[opening.clone(), too_early]));
        for other in RiskCategory::ALL.into_iter().filter(|other| *other != category) {
            assert!(is_open(&[
                opening.clone(),
                act(&rule(other).closes[0], "16", date(2026, 4, 2))
            ]));
        }
    }
}

#[test]
fn a_category_opens_and_closes_with_the_codes_that_the_practice_has_set() {
    let table = RiskTable::set([RiskRule {
        opens: vec!["PROV-A".to_owned(), "PROV-B".to_owned()],
        closes: vec!["CORONA-A".to_owned(), "CORONA-B".to_owned()],
        ..RiskRule::usual(RiskCategory::ExtendedProvisional)
    }]);
    let on = |code| act(code, "16", date(2026, 3, 2));
    let categories = |acts: &[Act]| -> Vec<RiskCategory> {
        let open = super::open(acts, &table, TODAY);
        open.iter().map(|episode| episode.category).collect()
    };
    for opening in ["PROV-A", "PROV-B"] {
        assert_eq!(categories(&[on(opening)]), [RiskCategory::ExtendedProvisional]);
        for closing in ["CORONA-A", "CORONA-B"] {
            assert_eq!(categories(&[on(opening), on(closing)]), [], "{opening} {closing}");
        }
        assert_eq!(categories(&[on(opening), on("CORONA-DEF")]).len(), 1);
        let extracted = act("ESTRAZ", "16", date(2026, 3, 3));
        assert_eq!(categories(&[on(opening), extracted]), []);
    }
    assert_eq!(categories(&[on("PROV-EST")]), []);
    assert_eq!(
        categories(&[on("RITR-ENDO")]),
        [RiskCategory::RetreatmentWithoutCore]
    );
}

#[test]
fn teeth_agree_if_equal_or_within_the_arch_or_unsaid() {
    let closed_by = |tooth: &str, closing: &str| {
        !is_open(&[
            act("PROV-EST", tooth, date(2026, 3, 2)),
            act("CORONA-DEF", closing, date(2026, 4, 2)),
        ])
    };
    for (tooth, closing, expected) in [
        ("16", "16", true),
        ("16", "17", false),
        ("16", "Sup", true),
        ("Sup", "26", true),
        ("55", "Sup", true),
        ("65", "Sup", true),
        ("36", "Sup", false),
        ("36", "Inf", true),
        ("75", "Inf", true),
        ("85", "Inf", true),
        ("16", "Inf", false),
        ("Sup", "Inf", false),
        ("Sup", "Sup", true),
        ("16", "", true),
        ("", "16", true),
        ("", "", true),
    ] {
        assert_eq!(closed_by(tooth, closing), expected, "{tooth:?} {closing:?}");
    }
}

#[test]
fn an_extraction_of_that_very_tooth_on_a_later_day_closes() {
    let closed_by = |tooth: &str, extracted: &str, day| {
        !is_open(&[
            act("RITR-ENDO", tooth, date(2026, 3, 2)),
            act("ESTRAZ", extracted, day),
        ])
    };
    assert!(closed_by("16", "16", date(2026, 3, 3)));
    assert!(!closed_by("16", "16", date(2026, 3, 2)));
    assert!(!closed_by("16", "17", date(2026, 3, 3)));
    assert!(!closed_by("16", "Sup", date(2026, 3, 3)));
    assert!(!closed_by("Sup", "Sup", date(2026, 3, 3)));
    assert!(!closed_by("", "", date(2026, 3, 3)));
}

#[test]
fn what_is_planned_or_dated_later_neither_opens_nor_closes() {
    let mut planned = act("PROV-EST", "16", TODAY);
    planned.done = None;
    assert!(!is_open(&[planned, act("PROV-EST", "16", date(2026, 11, 24))]));
    assert!(is_open(&[
        act("PROV-EST", "16", TODAY),
        act("CORONA-DEF", "16", date(2026, 11, 24))
    ]));
}

#[test]
fn an_episode_opened_again_is_open_again() {
    let acts = [
        act("PROV-EST", "16", date(2026, 1, 2)),
        act("CORONA-DEF", "16", date(2026, 2, 2)),
        act("PROV-EST", "16", date(2026, 3, 2)),
    ];
    let opened: Vec<Date> = open(&acts).iter().map(|episode| episode.opened).collect();
    assert_eq!(opened, [date(2026, 3, 2)]);
}

#[test]
fn an_act_closes_what_was_opened_by_hand_where_teeth_and_days_agree() {
    let id = EpisodeId(Uuid::from_u128(70));
    let closed = |tooth: &str, act_code: &str, act_tooth: &str, done: Date| {
        let episode = Episode {
            id: Some(id),
            category: RiskCategory::ExtendedProvisional,
            opened: date(2026, 11, 2),
            tooth: tooth.to_owned(),
            clinician: None,
        };
        let mut history = nobody(1);
        history.acts.push(act(act_code, act_tooth, done));
        history.risk_marks = Some(RiskMarks {
            patient: history.patient.id,
            marks: vec![RiskMark {
                episode: id,
                by_hand: Some(episode),
                stands: RiskStanding::Open,
                said: Vec::new(),
            }],
        });
        closed_by_acts(&history, &RiskTable::usual(), date(2026, 11, 23)) == [id]
    };
    assert!(closed("16", "CORONA-DEF", "16", date(2026, 11, 2)));
    assert!(closed("", "CORONA-DEF", "36", date(2026, 11, 3)));
    assert!(closed("16", "ESTRAZ", "16", date(2026, 11, 3)));
    assert!(!closed("16", "CORONA-DEF", "26", date(2026, 11, 3)));
    assert!(!closed("16", "CORONA-DEF", "16", date(2026, 11, 1)));
    assert!(!closed("16", "CORONA-DEF", "16", date(2026, 11, 24)));
    assert!(!closed("16", "ORTO-DEBOND", "16", date(2026, 11, 3)));
}
