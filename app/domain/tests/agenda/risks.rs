//! Episodes of clinical risk are opened and closed by hand, by dentists, with a reason.

use app_domain::calls::RiskCategory;
use app_domain::care::{Care, Episode, HygieneCare};
use app_domain::command::Command;
use app_domain::id::EpisodeId;
use app_domain::refusal::Refusal;
use app_domain::risk_marks::{NewRisk, RiskSaid, RiskStanding};
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};
use app_domain::time::Instant;
use jiff::civil::{Date, date};

use super::model::{MONDAY, Model, actor, clinician, id, monday_at, patient};

const BY_ACT: EpisodeId = EpisodeId(id(800));
const BY_HAND: EpisodeId = EpisodeId(id(801));

fn provisional() -> Episode {
    Episode {
        id: Some(BY_ACT),
        category: RiskCategory::ExtendedProvisional,
        opened: date(2026, 10, 1),
        tooth: "16".to_owned(),
        clinician: Some(clinician(2)),
    }
}

/// An act has opened an episode of the first patient.
fn practice() -> Model {
    let mut practice = Model::new();
    practice.put(Row::Care(Care {
        patient: patient(1),
        episodes: vec![provisional()],
        hygiene: HygieneCare {
            interval_months: 6,
            last_done: None,
            fixed: None,
        },
        finished: None,
        checks: Vec::new(),
        plans: Vec::new(),
        money: None,
        missed: Vec::new(),
        closed_episodes: Vec::new(),
        last_visit_done: None,
    }));
    practice
}

fn opens(opened: Date, tooth: &str, reason: &str) -> Command {
    Command::OpenRisk(NewRisk {
        episode: BY_HAND,
        patient: patient(1),
        category: RiskCategory::ExtendedProvisional,
        opened,
        tooth: tooth.to_owned(),
        reason: reason.to_owned(),
    })
}

fn closes(episode: EpisodeId, reason: &str) -> Command {
    Command::CloseRisk {
        patient: patient(1),
        episode,
        reason: reason.to_owned(),
    }
}

fn open(practice: &Model) -> Vec<EpisodeId> {
    let care = practice.care(patient(1)).expect("a digest");
    let open = care.open_episodes(practice.risk_marks(patient(1)));
    open.into_iter().filter_map(|episode| episode.id).collect()
}

fn dentist(practice: &mut Model, at: Instant, command: &Command) -> Result<usize, Refusal> {
    practice
        .act(Role::Dentist, at, command)
        .map(|changes| changes.len())
}

#[test]
fn what_an_act_has_opened_is_closed_by_hand_and_every_word_stays() {
    let mut practice = practice();
    let closing = closes(BY_ACT, " corona fatta altrove ");
    assert_eq!(dentist(&mut practice, monday_at(9, 0), &closing), Ok(1));
    assert_eq!(open(&practice), []);
    let marks = practice.risk_marks(patient(1)).expect("marks");
    assert_eq!(
        marks.of(BY_ACT).expect("a mark").said,
        [RiskSaid {
            by: actor(Role::Dentist).member,
            at: monday_at(9, 0),
            stands: RiskStanding::Closed,
            reason: "corona fatta altrove".to_owned(),
        }]
    );
    // Repeated, it changes nothing.
    assert_eq!(dentist(&mut practice, monday_at(9, 5), &closing), Ok(0));
    // Another act opens another episode.
    let mut care = practice.care(patient(1)).cloned().expect("a digest");
    care.episodes.push(Episode {
        id: Some(EpisodeId(id(802))),
        ..provisional()
    });
    practice.put(Row::Care(care));
    assert_eq!(open(&practice), [EpisodeId(id(802))]);
}

#[test]
fn an_episode_is_opened_by_hand_with_who_opened_it_and_closed_again() {
    let mut practice = practice();
    assert_eq!(
        dentist(&mut practice, monday_at(9, 0), &opens(MONDAY, "26", "si muove")),
        Ok(1)
    );
    assert_eq!(open(&practice), [BY_ACT, BY_HAND]);
    let marks = practice.risk_marks(patient(1)).expect("marks");
    let by_hand = marks.of(BY_HAND).and_then(|mark| mark.by_hand.as_ref());
    assert_eq!(by_hand.and_then(|episode| episode.clinician), Some(clinician(1)));
    // Sent twice, it is one.
    assert_eq!(
        dentist(&mut practice, monday_at(9, 0), &opens(MONDAY, "26", "si muove")),
        Ok(0)
    );
    assert_eq!(
        dentist(&mut practice, monday_at(9, 30), &closes(BY_HAND, "fissata")),
        Ok(1)
    );
    assert_eq!(open(&practice), [BY_ACT]);
    let said = &practice
        .risk_marks(patient(1))
        .expect("marks")
        .of(BY_HAND)
        .expect("a mark")
        .said;
    let stands: Vec<RiskStanding> = said.iter().map(|said| said.stands).collect();
    assert_eq!(stands, [RiskStanding::Open, RiskStanding::Closed]);
}

#[test]
fn what_is_open_already_is_not_opened_twice() {
    let mut practice = practice();
    let same = opens(date(2026, 10, 1), "16", "si muove");
    assert_eq!(dentist(&mut practice, monday_at(9, 0), &same), Ok(0));
    assert_eq!(open(&practice), [BY_ACT]);
    // Closed by hand meanwhile, it is another one.
    assert_eq!(
        dentist(&mut practice, monday_at(9, 0), &closes(BY_ACT, "chiusa")),
        Ok(1)
    );
    assert_eq!(dentist(&mut practice, monday_at(9, 1), &same), Ok(1));
    assert_eq!(open(&practice), [BY_HAND]);
}

#[test]
fn a_reason_a_day_that_has_come_and_a_tooth_are_asked_for() {
    let asked = |command: &Command| dentist(&mut practice(), monday_at(9, 0), command);
    let unfit = Err(Refusal::UnfitValue);
    assert_eq!(asked(&opens(MONDAY, "", " ")), Err(Refusal::ReasonMissing));
    assert_eq!(asked(&closes(BY_ACT, "")), Err(Refusal::ReasonMissing));
    assert_eq!(asked(&opens(date(2026, 11, 24), "", "si muove")), unfit);
    for tooth in ["", "Sup", "Inf", "48", "55"] {
        assert_eq!(asked(&opens(MONDAY, tooth, "si muove")), Ok(1), "{tooth}");
    }
    for tooth in ["sopra", "99", "1"] {
        assert_eq!(asked(&opens(MONDAY, tooth, "si muove")), unfit, "{tooth}");
    }
    let long = "x".repeat(app_domain::calls::LONGEST_WORDS + 1);
    assert_eq!(asked(&opens(MONDAY, "", &long)), unfit);
    assert_eq!(
        asked(&closes(EpisodeId(id(99)), "chiusa")),
        Err(Refusal::NotFound)
    );
}

#[test]
fn dentists_write_and_who_sees_no_single_episode_knows_of_none() {
    for (role, expected) in [
        (Role::Dentist, Ok(1)),
        (Role::Hygienist, Err(Refusal::NotAllowed)),
        (Role::FrontDesk, Err(Refusal::NotAllowed)),
        (Role::RemoteSecretary, Err(Refusal::NotAllowed)),
        (Role::CaseManager, Err(Refusal::NotAllowed)),
        (Role::OfficeManager, Err(Refusal::NotFound)),
        (Role::Owner, Err(Refusal::NotFound)),
    ] {
        for command in [closes(BY_ACT, "chiusa"), opens(MONDAY, "", "si muove")] {
            let changes = practice().act(role, monday_at(9, 0), &command);
            assert_eq!(changes.map(|changes| changes.len()), expected, "{role:?}");
        }
    }
}
