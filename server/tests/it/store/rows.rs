//! Every row comes back as it was written.

use std::collections::{BTreeMap, BTreeSet};

use app_domain::agenda::{
    Appointment, Booked, CancelledBy, Confirmation, Correction, Displacement, Offer, Overbooking, Status,
    Struck, VisitTimes,
};
use app_domain::calls::{
    Attempt, Claim, Outcome, OutcomeOf, ReasonKind, RecallRule, Settlement, Settling, StepAnswer, TakenOver,
    Topic, VideoTemplate,
};
use app_domain::care::{Care, HygieneCare, PlanAnswer};
use app_domain::command::Command;
use app_domain::id::{ActId, AppointmentId, AttemptId, PatientId, ReviewId};
use app_domain::money::Cents;
use app_domain::patient::{Channel, PatientField, Purpose, Standing};
use app_domain::refusal::Refusal;
use app_domain::review::{About, Cause, Device, Review, Settled, Verdict};
use app_domain::risk_marks::RiskStanding;
use app_domain::role::Role;
use app_domain::rows::{Change, Key, Row};
use app_domain::time::Instant;
use jiff::ToSpan as _;
use jiff::civil::date;
use server::store::StoreError;
use server::store::care::replace_cares;
use server::store::change::write_change;
use uuid::Uuid;

use super::database::Database;
use super::small_practice::{
    ABSENCE, ANNA, BLUE, BRUNO, CARLA, CLOSURE, DENTIST, NOTE, PAST, PRACTICE, SARA, SECOND, TODAY, VIEW,
    VISIT, WINDOW_FROM, at, fill, place, put, rows, visit,
};

super::on_both_engines!(
    the_devices_know_the_window_and_the_patients_with_a_digest,
    every_state_of_a_visit_comes_back,
    every_outcome_of_a_call_comes_back,
    attempts_of_long_ago_stay_at_home,
    a_lease_is_renewed_and_given_back,
    what_waits_to_be_placed_again_is_known_however_long_ago_it_was,
    absences_closures_and_slips_can_go_and_what_a_call_has_booked_stays,
    what_waits_for_a_person_comes_back_until_it_is_long_settled,
    a_call_is_found_to_be_double,
    what_a_person_settles_of_a_call_comes_back,
    a_changed_row_replaces_the_old_one,
    what_holds_history_is_never_removed,
    a_row_cannot_point_into_another_practice,
);

fn care(patient: PatientId) -> Care {
    Care {
        patient,
        episodes: Vec::new(),
        hygiene: HygieneCare {
            interval_months: 6,
            last_done: Some(date(2026, 3, 1)),
            fixed: None,
        },
        plans: Vec::new(),
        finished: None,
        checks: Vec::new(),
        money: None,
        missed: Vec::new(),
        closed_episodes: Vec::new(),
        last_visit_done: None,
    }
}

async fn set_cares(database: &Database, patients: &[PatientId]) {
    let cares: BTreeMap<PatientId, Care> = patients
        .iter()
        .map(|patient| (*patient, care(*patient)))
        .collect();
    let mut tx = database.store.begin().await.expect("a transaction");
    replace_cares(&mut tx, PRACTICE, TODAY, WINDOW_FROM, &cares)
        .await
        .expect("digests");
    tx.commit().await.expect("a commit");
}

async fn known_rows(database: &Database) -> Vec<Row> {
    let truth = database.store.truth(PRACTICE).await.expect("rows");
    truth.rows().rows().cloned().collect()
}

async fn the_devices_know_the_window_and_the_patients_with_a_digest(database: Database) {
    fill(&database.store).await;
    set_cares(&database, &[ANNA, BRUNO]).await;
    let mut expected = rows();
    expected.retain(|row| !matches!(row.key(), Key::Patient(CARLA) | Key::Appointment(PAST)));
    expected.extend([Row::Care(care(ANNA)), Row::Care(care(BRUNO))]);
    expected.sort_by_key(Row::key);
    assert_eq!(known_rows(&database).await, expected);

    set_cares(&database, &[BRUNO]).await;
    let keys: BTreeSet<Key> = known_rows(&database).await.iter().map(Row::key).collect();
    assert!(!keys.contains(&Key::Patient(ANNA)) && !keys.contains(&Key::Care(ANNA)));
    assert!(keys.contains(&Key::Care(BRUNO)));
}

fn states() -> Vec<(Status, Confirmation)> {
    let times = VisitTimes {
        arrived: Some(at(9, 1)),
        seated: None,
        done: Some(at(9, 40)),
        left: Some(at(9, 50)),
    };
    let cancelled = |who, at: Option<Instant>| Status::Cancelled {
        who,
        reason: if at.is_none() {
            String::new()
        } else {
            "febbre".into()
        },
        at,
    };
    vec![
        (Status::Booked, Confirmation::NotAsked),
        (
            Status::Arrived { arrived: at(9, 58) },
            Confirmation::Asked {
                channel: Channel::WhatsApp,
            },
        ),
        (
            Status::InChair {
                arrived: at(9, 58),
                seated: at(10, 2),
            },
            Confirmation::Confirmed,
        ),
        (Status::Done { times }, Confirmation::AskedToMove),
        (
            Status::Left {
                times: VisitTimes::default(),
            },
            Confirmation::Asked {
                channel: Channel::Email,
            },
        ),
        (Status::NoShow { at: Some(at(10, 30)) }, Confirmation::NotAsked),
        (Status::NoShow { at: None }, Confirmation::NotAsked),
        (
            cancelled(CancelledBy::Patient, Some(Instant(-1))),
            Confirmation::NotAsked,
        ),
        (cancelled(CancelledBy::Practice, None), Confirmation::NotAsked),
    ]
}

async fn every_state_of_a_visit_comes_back(database: Database) {
    fill(&database.store).await;
    for (index, (status, confirmation)) in states().into_iter().enumerate() {
        let index_of_overbooking = index % 3;
        let overbooking = match index_of_overbooking {
            0 => None,
            1 => Some(Overbooking {
                by: Some(SARA),
                reason: "urgenza".into(),
            }),
            _ => Some(Overbooking {
                by: None,
                reason: "dal vecchio programma".into(),
            }),
        };
        let written = Appointment {
            status,
            confirmation,
            overbooking,
            as_soon_as_possible: index % 2 == 1,
            correction: (index % 2 == 0).then(|| Correction {
                by: SARA,
                at: Instant(1_795_420_800_000),
                was: Status::NoShow { at: None },
                reason: "era in sala".into(),
            }),
            note: "porta la lastra".into(),
            ..visit(VISIT, ANNA, place(TODAY.at(10, 5, 0, 0), BLUE, DENTIST))
        };
        put(&database.store, [Row::Appointment(written.clone())]).await;
        let rows = known_rows(&database).await;
        assert!(rows.contains(&Row::Appointment(written.clone())), "{written:?}");
    }
}

fn outcomes() -> Vec<Outcome> {
    let (until, day) = (TODAY.at(17, 30, 0, 0), date(2026, 12, 1));
    vec![
        Outcome::AllWell,
        Outcome::Problem {
            clinician: Some(DENTIST),
            until: Some(until),
        },
        Outcome::Problem {
            clinician: None,
            until: None,
        },
        Outcome::Confirms {
            appointment: Some(VISIT),
        },
        Outcome::AsksToMove { appointment: None },
        Outcome::Booked {
            appointment: Some(VISIT),
        },
        Outcome::CallBack {
            until,
            what: String::new(),
        },
        Outcome::CallBack {
            until,
            what: "L’esito «della» radiografia".to_owned(),
        },
        Outcome::Later { until: day },
        Outcome::AsksForPlace {
            appointment: AppointmentId(Uuid::from_u128(0xdead)),
        },
        Outcome::AnswersPlan {
            steps: vec![StepAnswer {
                step: ActId(Uuid::from_u128(5)),
                answer: PlanAnswer::Postponed,
            }],
        },
        Outcome::Thinking,
        Outcome::NoAnswer,
        Outcome::Busy,
        Outcome::Voicemail,
        Outcome::Family,
        Outcome::WrongNumber,
        Outcome::PromisesToPay {
            by: day,
            amount: Some(Cents(12_345)),
        },
        Outcome::PromisesToPay {
            by: day,
            amount: None,
        },
        Outcome::AsksToSpread { until: None },
        Outcome::Disputes,
        Outcome::DeclinesToGoOn,
        Outcome::DoNotContact {
            purpose: Some(Purpose::Recalls),
            channel: None,
        },
        Outcome::DoNotContact {
            purpose: None,
            channel: Some(Channel::Phone),
        },
        Outcome::Deceased,
        Outcome::MovedAway,
    ]
}

fn attempt(number: u128, at: Instant, outcomes: Vec<OutcomeOf>) -> Attempt {
    Attempt {
        id: AttemptId(Uuid::from_u128(number)),
        patient: ANNA,
        at,
        channel: Channel::Phone,
        by: Some(SARA),
        by_name: None,
        imported: false,
        double: false,
        outcomes,
        question: String::new(),
        answer: None,
        hand_offs: Vec::new(),
        delay: None,
        corrected: Vec::new(),
        settled: Vec::new(),
        opposed: Vec::new(),
    }
}

async fn every_outcome_of_a_call_comes_back(database: Database) {
    fill(&database.store).await;
    set_cares(&database, &[ANNA]).await;
    let mut written = Vec::new();
    for (number, outcome) in (0x700..).zip(outcomes()) {
        let other = OutcomeOf {
            topic: Topic::Other,
            outcome: outcome.clone(),
        };
        let hygiene = OutcomeOf {
            topic: Topic::Reason(ReasonKind::HygieneRecall),
            outcome,
        };
        written.push(attempt(number, at(9, 0), vec![hygiene, other]));
    }
    let imported = Attempt {
        by: None,
        by_name: Some("Giorgia (remoto)".into()),
        imported: true,
        double: false,
        ..attempt(0x800, at(8, 0), Vec::new())
    };
    written.push(imported);
    put(&database.store, written.iter().cloned().map(Row::Attempt)).await;
    let rows = known_rows(&database).await;
    let attempts: Vec<&Row> = rows.iter().filter(|row| matches!(row, Row::Attempt(_))).collect();
    let written: Vec<Row> = written.into_iter().map(Row::Attempt).collect();
    assert_eq!(attempts, written.iter().collect::<Vec<_>>());
}

async fn attempts_of_long_ago_stay_at_home(database: Database) {
    fill(&database.store).await;
    set_cares(&database, &[ANNA]).await;
    let since = Instant::from_civil(WINDOW_FROM.saturating_sub(400.days()).at(0, 0, 0, 0));
    let recent = attempt(0x701, since, Vec::new());
    let old = attempt(0x702, Instant(since.0 - 1), Vec::new());
    let of_carla = Attempt {
        patient: CARLA,
        ..attempt(0x703, since, Vec::new())
    };
    put(&database.store, [recent.clone(), old, of_carla].map(Row::Attempt)).await;
    let rows = known_rows(&database).await;
    let attempts: Vec<&Row> = rows.iter().filter(|row| matches!(row, Row::Attempt(_))).collect();
    assert_eq!(attempts, [&Row::Attempt(recent)]);
}

async fn a_lease_is_renewed_and_given_back(database: Database) {
    fill(&database.store).await;
    set_cares(&database, &[ANNA]).await;
    let claim = |until| {
        Row::Claim(Claim {
            patient: ANNA,
            by: SARA,
            since: at(9, 0),
            until,
            taken: Some(TakenOver {
                from: SARA,
                word: "la chiamo io".to_owned(),
            }),
        })
    };
    put(&database.store, [claim(at(9, 10))]).await;
    put(&database.store, [claim(at(9, 20))]).await;
    assert!(known_rows(&database).await.contains(&claim(at(9, 20))));
    let mut tx = database.store.begin().await.expect("a transaction");
    let gone = Change::Remove {
        key: Key::Claim(ANNA),
    };
    write_change(&mut tx, PRACTICE, &gone).await.expect("given back");
    tx.commit().await.expect("a commit");
    assert!(
        !known_rows(&database)
            .await
            .iter()
            .any(|row| matches!(row, Row::Claim(_)))
    );
}

async fn what_waits_to_be_placed_again_is_known_however_long_ago_it_was(database: Database) {
    fill(&database.store).await;
    let parked = Appointment {
        status: Status::Cancelled {
            who: CancelledBy::Practice,
            reason: "Ferie".into(),
            at: Some(at(9, 0)),
        },
        displaced: Some(Displacement::Closure(CLOSURE)),
        ..visit(
            PAST,
            CARLA,
            place(date(2026, 11, 9).at(9, 0, 0, 0), BLUE, DENTIST),
        )
    };
    put(&database.store, [Row::Appointment(parked.clone())]).await;
    assert!(known_rows(&database).await.contains(&Row::Appointment(parked)));
}

async fn absences_closures_and_slips_can_go_and_what_a_call_has_booked_stays(database: Database) {
    fill(&database.store).await;
    set_cares(&database, &[ANNA]).await;
    let call = attempt(
        0x701,
        at(9, 0),
        vec![OutcomeOf {
            topic: Topic::Other,
            outcome: Outcome::Booked {
                appointment: Some(VISIT),
            },
        }],
    );
    put(&database.store, [Row::Attempt(call)]).await;
    for key in [
        Key::Absence(ABSENCE),
        Key::Closure(CLOSURE),
        Key::Appointment(SECOND),
    ] {
        let mut tx = database.store.begin().await.expect("a transaction");
        write_change(&mut tx, PRACTICE, &Change::Remove { key })
            .await
            .expect("gone");
        tx.commit().await.expect("a commit");
        let keys: BTreeSet<Key> = known_rows(&database).await.iter().map(Row::key).collect();
        assert!(!keys.contains(&key), "{key:?}");
    }
    let mut tx = database.store.begin().await.expect("a transaction");
    let of_the_call = Change::Remove {
        key: Key::Appointment(VISIT),
    };
    let refused = write_change(&mut tx, PRACTICE, &of_the_call).await;
    let constraint = refused.expect_err("kept").constraint();
    assert_eq!(constraint, Some(server::store::refused::Constraint::Reference));
}

async fn what_waits_for_a_person_comes_back_until_it_is_long_settled(database: Database) {
    fill(&database.store).await;
    let waits = Review {
        id: ReviewId(Uuid::from_u128(0x900)),
        by: SARA,
        role: Role::RemoteSecretary,
        at: at(9, 0),
        received: at(9, 30),
        device: Device::Phone,
        cause: Cause::Conflict,
        about: Some(Box::new(About {
            command: Command::EditPatient {
                patient: ANNA,
                was: PatientField::Email(None),
                becomes: PatientField::Email(Some("anna@example.org".into())),
            },
            refusal: Some(Refusal::FieldChanged {
                now: PatientField::Email(None),
            }),
        })),
        settled: None,
    };
    let settled_at = |instant| {
        Row::Review(Review {
            settled: Some(Settled {
                by: SARA,
                at: instant,
                verdict: Verdict::Done,
                words: "non di sabato".to_owned(),
            }),
            ..waits.clone()
        })
    };
    let window = Instant::from_civil(WINDOW_FROM.at(0, 0, 0, 0));
    for (row, is_known) in [
        (Row::Review(waits.clone()), true),
        (settled_at(window), true),
        (settled_at(Instant(window.0 - 1)), false),
    ] {
        put(&database.store, [row.clone()]).await;
        assert_eq!(known_rows(&database).await.contains(&row), is_known, "{row:?}");
    }
    // Whatever it waits for.
    for (number, cause) in [
        (1, Cause::Conflict),
        (2, Cause::OtherRole),
        (3, Cause::BeyondBudget),
    ] {
        let row = Row::Review(Review {
            id: ReviewId(Uuid::from_u128(0x910 + number)),
            cause,
            ..waits.clone()
        });
        put(&database.store, [row.clone()]).await;
        assert!(known_rows(&database).await.contains(&row), "{cause:?}");
    }
}

async fn a_call_is_found_to_be_double(database: Database) {
    fill(&database.store).await;
    set_cares(&database, &[ANNA]).await;
    let about = vec![OutcomeOf {
        topic: Topic::Other,
        outcome: Outcome::NoAnswer,
    }];
    let alone = attempt(0x701, at(9, 0), about);
    put(&database.store, [Row::Attempt(alone.clone())]).await;
    let double = Row::Attempt(Attempt {
        double: true,
        ..alone
    });
    put(&database.store, [double.clone()]).await;
    assert!(known_rows(&database).await.contains(&double));
}

async fn what_a_person_settles_of_a_call_comes_back(database: Database) {
    fill(&database.store).await;
    set_cares(&database, &[ANNA]).await;
    let about = vec![OutcomeOf {
        topic: Topic::Other,
        outcome: Outcome::MovedAway,
    }];
    let mut call = attempt(0x701, at(9, 0), about);
    let settlements = [
        Settlement::Confirmed {
            standing: Standing::Inactive,
        },
        Settlement::NotTrue,
        Settlement::Retry {
            reason: ReasonKind::HygieneRecall,
        },
        Settlement::NumberCorrected,
    ];
    for settlement in settlements {
        put(&database.store, [Row::Attempt(call.clone())]).await;
        call.settled.push(Settling {
            by: SARA,
            at: at(9, 30),
            settlement,
            words: "ha chiamato la figlia".to_owned(),
        });
    }
    put(&database.store, [Row::Attempt(call.clone())]).await;
    assert!(known_rows(&database).await.contains(&Row::Attempt(call.clone())));
    // One that comes whole, as from an export.
    let whole = Attempt {
        id: AttemptId(Uuid::from_u128(0x702)),
        ..call
    };
    put(&database.store, [Row::Attempt(whole.clone())]).await;
    assert!(known_rows(&database).await.contains(&Row::Attempt(whole)));
}

async fn a_changed_row_replaces_the_old_one(database: Database) {
    fill(&database.store).await;
    set_cares(&database, &[ANNA, BRUNO]).await;
    let mut changed = rows();
    for row in &mut changed {
        match row {
            Row::Practice(row) => row.name = "Studio Nuovo".into(),
            Row::Chair(row) => {
                row.hidden = !row.hidden;
                row.opening.truncate(3);
            }
            Row::Clinician(row) => row.surname = "Verdi".into(),
            Row::Closure(row) => row.reason = "Corso".into(),
            Row::Absence(row) => row.to = date(2026, 12, 3).at(9, 0, 0, 0),
            Row::VisitType(row) => (row.minutes, row.offer) = (30, Offer::Withdrawn),
            Row::Budget(row) => row.delay_days = 21,
            Row::CallSettings(row) => {
                row.video = Some(VideoTemplate::typed("https://meet.example.org/{codice}"))
            }
            Row::RiskRule(row) => {
                row.opens.push("ALLINEATORI".to_owned());
                row.check_every_days = 365;
            }
            Row::Member(row) => row.roles.truncate(1),
            Row::DayNote(row) => {
                row.struck = Some(Struck {
                    by: SARA,
                    at: at(9, 0),
                });
            }
            Row::SharedView(row) => {
                row.struck = Some(Struck {
                    by: SARA,
                    at: at(9, 5),
                });
            }
            Row::Patient(row) => {
                row.oppositions.truncate(1);
                row.born = None;
                row.contacts.as_mut().expect("contacts").mobile = None;
            }
            Row::Appointment(row) => {
                row.as_soon_as_possible = true;
                row.lab = app_domain::agenda::LabWork::Arrived;
                row.left_place = Some(row.place);
                row.booked = Some(Booked {
                    by: SARA,
                    at: at(8, 30),
                });
            }
            Row::Request(row) => {
                row.due = date(2026, 11, 24).at(12, 0, 0, 0);
                row.hand_offs.clear();
                row.solved = None;
            }
            Row::RiskMarks(row) => row.marks[0].stands = RiskStanding::Closed,
            Row::Recall(row) => {
                row.rule = RecallRule {
                    interval_months: 0,
                    fixed: None,
                    disabled_until: None,
                };
                row.at = at(9, 0);
            }
            Row::TreatmentConsent(_)
            | Row::Payment(_)
            | Row::Care(_)
            | Row::Attempt(_)
            | Row::Claim(_)
            | Row::Review(_) => {}
        }
    }
    put(&database.store, changed.clone()).await;
    changed.retain(|row| !matches!(row.key(), Key::Patient(CARLA) | Key::Appointment(PAST)));
    let known = known_rows(&database).await;
    for row in &changed {
        assert!(known.contains(row), "{row:?}");
    }
}

async fn what_holds_history_is_never_removed(database: Database) {
    fill(&database.store).await;
    for key in [
        Key::Recall(ANNA),
        Key::RiskMarks(ANNA),
        Key::DayNote(NOTE),
        Key::SharedView(VIEW),
        Key::Patient(ANNA),
        Key::Chair(BLUE),
        Key::Member(SARA),
        Key::Practice,
    ] {
        let mut tx = database.store.begin().await.expect("a transaction");
        let refused = write_change(&mut tx, PRACTICE, &Change::Remove { key }).await;
        assert!(
            matches!(refused, Err(StoreError::Kept(kept)) if kept == key),
            "{key:?}"
        );
    }
    let mut tx = database.store.begin().await.expect("a transaction");
    let digest = Change::Put {
        row: Row::Care(care(ANNA)),
    };
    assert!(matches!(
        write_change(&mut tx, PRACTICE, &digest).await,
        Err(StoreError::Kept(_))
    ));
}

async fn a_row_cannot_point_into_another_practice(database: Database) {
    fill(&database.store).await;
    database
        .run(
            "INSERT INTO practice (id, name, window_from, log_epoch)
             VALUES ('00000000-0000-0000-0000-000000000002', 'Altro', '2026-11-16', 'x')",
        )
        .await
        .expect("another practice");
    let stranger = Row::Appointment(visit(
        AppointmentId(Uuid::from_u128(0x69)),
        ANNA,
        place(TODAY.at(15, 0, 0, 0), BLUE, DENTIST),
    ));
    let other = app_domain::id::PracticeId(Uuid::from_u128(2));
    let mut tx = database.store.begin().await.expect("a transaction");
    let refused = write_change(&mut tx, other, &Change::Put { row: stranger }).await;
    let constraint = refused.expect_err("refused").constraint();
    assert_eq!(constraint, Some(server::store::refused::Constraint::Reference));
}
