//! What is pushed is durable before anybody hears of it, once, and in order.

use std::collections::BTreeSet;

use app_domain::agenda::{Mark, Status};
use app_domain::command::Command;
use app_domain::id::AppointmentId;
use app_domain::refusal::{Common, Refusal};
use app_domain::rows::{Change, Row, Rows as _};
use app_sync::wire::{ClientMessage, Mid, MutationResult};
use futures::future::join_all;
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;

use super::live::{Device, Live, booking, mark};
use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::{ANNA, BRUNO, PRACTICE, SECOND, VISIT, at};

on_both_engines!(
    a_change_is_durable_before_another_device_sees_it,
    a_mutation_sent_twice_is_answered_with_what_was_decided,
    of_two_bookings_of_one_place_the_second_waits_for_a_person,
    a_refused_mutation_does_not_hold_up_the_next,
    a_device_acts_under_its_own_outbox_only,
    many_writers_leave_a_log_without_gaps,
    a_restart_keeps_everything,
    a_device_that_was_away_reads_on,
    what_the_database_refuses_is_refused_and_the_rest_is_written,
    what_is_no_message_ends_the_socket,
);

async fn a_change_is_durable_before_another_device_sees_it(database: Database) {
    let live = Live::over(&database).await;
    let (mut sara, mut marta) = (live.device("sara", 1).await, live.device("marta", 2).await);
    let head = database.store.head(PRACTICE).await.expect("a head").seq;
    sara.push([(1, mark(VISIT, Mark::Arrived))]).await;

    let changes = marta.changes().await;
    assert_eq!(
        database
            .number("SELECT count(*) FROM appointment WHERE status = 'arrived'")
            .await,
        1
    );
    assert_eq!(database.store.head(PRACTICE).await.expect("a head").seq, head + 1);
    let [
        Change::Put {
            row: Row::Appointment(visit),
        },
    ] = &changes[..]
    else {
        panic!("{changes:?}")
    };
    assert_eq!(
        (visit.id, &visit.status),
        (VISIT, &Status::Arrived { arrived: at(9, 30) })
    );

    assert_eq!(sara.result().await, (1, MutationResult::Ok));
    sara.delta().await;
    assert_eq!(sara.decided, Mid(1));
    assert_eq!(sara.rows, marta.rows);
}

async fn a_mutation_sent_twice_is_answered_with_what_was_decided(database: Database) {
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    sara.push([(1, mark(VISIT, Mark::Arrived)), (2, mark(VISIT, Mark::Left))])
        .await;
    let first = sara.results(2).await;
    let (1, MutationResult::Ok) = &first[0] else {
        panic!("{first:?}")
    };
    let (2, MutationResult::Refused { refusal }) = &first[1] else {
        panic!("{first:?}")
    };

    let mut again = live.mute("sara", 1).await;
    again.take_snapshot().await;
    again.read_on().await;
    let written = database.number("SELECT head FROM practice").await;
    again
        .push([
            (1, mark(VISIT, Mark::Arrived)),
            (2, mark(VISIT, Mark::Left)),
            (2, mark(VISIT, Mark::Done)),
        ])
        .await;
    let expected = [
        (1, MutationResult::Dup { refusal: None }),
        (
            2,
            MutationResult::Dup {
                refusal: Some(refusal.clone()),
            },
        ),
        // Another command under a number that is used up is not taken for the one that was decided.
        (
            2,
            MutationResult::Refused {
                refusal: Refusal::AlreadyRecorded,
            },
        ),
    ];
    assert_eq!(again.results(3).await, expected);
    assert_eq!(database.number("SELECT head FROM practice").await, written);
}

async fn of_two_bookings_of_one_place_the_second_waits_for_a_person(database: Database) {
    let live = Live::over(&database).await;
    let (mut sara, mut marta) = (live.device("sara", 1).await, live.device("marta", 2).await);
    tokio::join!(
        sara.push([(1, booking(0xb1, ANNA, 15, 0))]),
        marta.push([(1, booking(0xb2, BRUNO, 15, 10))]),
    );
    let (of_sara, of_marta) = tokio::join!(sara.result(), marta.result());
    assert_eq!(
        [of_sara.1, of_marta.1],
        [MutationResult::Ok, MutationResult::Ok],
        "both numbers are used up"
    );
    while sara.rows.reviews().next().is_none() {
        sara.delta().await;
    }
    let review = sara.rows.reviews().next().expect("one waits");
    let about = review
        .about
        .as_ref()
        .expect("the front desk sees what it is about");
    let Command::BookAppointment(lost) = &about.command else {
        panic!("{about:?}")
    };
    let kept = if lost.patient == ANNA {
        (0xb2, BRUNO)
    } else {
        (0xb1, ANNA)
    };
    let taken = Refusal::PlaceTaken {
        by: AppointmentId(Uuid::from_u128(kept.0)),
        patient: kept.1,
        common: Common::Chair,
    };
    assert_eq!(about.refusal, Some(taken));
    assert_eq!(database.number("SELECT count(*) FROM review").await, 1);
    assert_eq!(
        database
            .number("SELECT count(*) FROM appointment WHERE start_minute >= 900")
            .await,
        1
    );
}

async fn a_refused_mutation_does_not_hold_up_the_next(database: Database) {
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    sara.push([(1, booking(0xb1, ANNA, 3, 0)), (2, mark(VISIT, Mark::Arrived))])
        .await;
    let results = sara.results(2).await;
    assert!(
        matches!(
            &results[..],
            [(1, MutationResult::Refused { .. }), (2, MutationResult::Ok)]
        ),
        "{results:?}"
    );
}

async fn a_device_acts_under_its_own_outbox_only(database: Database) {
    let live = Live::over(&database).await;
    let (mut sara, mut marta) = (live.device("sara", 1).await, live.device("marta", 2).await);
    sara.push([(1, mark(VISIT, Mark::Arrived))]).await;
    sara.result().await;
    marta.client = sara.client;
    marta.push([(2, mark(SECOND, Mark::Arrived))]).await;
    let refused = MutationResult::Refused {
        refusal: Refusal::NotAllowed,
    };
    assert_eq!(marta.result().await, (2, refused));
}

/// Marks and takes the marks back, for ever.
fn to_and_fro(appointment: AppointmentId, mid: u64) -> (u64, Command) {
    let command = match mid % 2 {
        1 => mark(appointment, Mark::Arrived),
        _ => Command::UndoMark {
            appointment,
            mark: Mark::Arrived,
        },
    };
    (mid, command)
}

async fn push_and_wait(mut device: Device, visit: AppointmentId) -> Vec<(u64, MutationResult)> {
    for mid in (1..=40).step_by(4) {
        device
            .push((mid..mid + 4).map(|mid| to_and_fro(visit, mid)))
            .await;
    }
    device.results(40).await
}

async fn many_writers_leave_a_log_without_gaps(database: Database) {
    let live = Live::over(&database).await;
    let before = database.number("SELECT head FROM practice").await;
    let devices = [live.device("sara", 1).await, live.device("marta", 2).await];
    let answers = join_all(
        devices
            .into_iter()
            .zip([VISIT, SECOND])
            .map(|(device, visit)| push_and_wait(device, visit)),
    );
    for results in answers.await {
        let expected: Vec<_> = (1..=40).map(|mid| (mid, MutationResult::Ok)).collect();
        assert_eq!(results, expected);
    }
    assert_eq!(database.number("SELECT head FROM practice").await, before + 80);
    assert_eq!(
        database.number("SELECT count(*) FROM change_log").await,
        before + 80
    );
    assert_eq!(
        database.number("SELECT max(seq) FROM change_log").await,
        before + 80
    );
    assert_eq!(database.number("SELECT count(*) FROM client_mutation").await, 80);
}

async fn a_restart_keeps_everything(database: Database) {
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    sara.push([
        (1, mark(VISIT, Mark::Arrived)),
        (2, booking(0xb1, ANNA, 15, 0)),
        (3, mark(VISIT, Mark::Left)),
    ])
    .await;
    let results = sara.results(3).await;
    while sara.decided < Mid(3) {
        sara.delta().await;
    }
    live.app.state.sync.stop().await;
    assert_eq!(sara.next_or_end().await, None, "the server closes its sockets");

    let live = Live::again(database.again().await).await;
    let mut again = live.mute("sara", 1).await;
    again.cursor = sara.cursor.clone();
    again.rows = sara.rows.clone();
    again.read_on().await;
    let known = again.rows.clone();
    again.take_snapshot().await;
    assert_eq!(
        known, again.rows,
        "what it held and read on is what the server has"
    );
    again
        .push([(3, mark(VISIT, Mark::Left)), (4, mark(VISIT, Mark::InChair))])
        .await;
    let (_, MutationResult::Refused { refusal }) = &results[2] else {
        panic!("{results:?}")
    };
    let expected = [
        (
            3,
            MutationResult::Dup {
                refusal: Some(refusal.clone()),
            },
        ),
        (4, MutationResult::Ok),
    ];
    assert_eq!(again.results(2).await, expected);
}

async fn a_device_that_was_away_reads_on(database: Database) {
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    let mut away = live.device("marta", 2).await;
    away.say(&ClientMessage::Bye).await;
    assert_eq!(away.next_or_end().await, None);
    sara.push(
        (1..=30)
            .map(|mid| to_and_fro(VISIT, mid))
            .chain([(31, mark(SECOND, Mark::Arrived))]),
    )
    .await;
    sara.results(31).await;
    while sara.decided < Mid(31) {
        sara.delta().await;
    }
    let mut back = live.mute("marta", 2).await;
    back.cursor = away.cursor.clone();
    back.rows = away.rows.clone();
    back.read_on().await;
    assert_eq!(back.rows, sara.rows);
}

/// Rows that came past the log are not in the server's memory: there, the place is free.
async fn what_the_database_refuses_is_refused_and_the_rest_is_written(database: Database) {
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    let unseen = "INSERT INTO appointment (practice_id, id, patient_id, chair_id, clinician_id, day, start_minute,
             minutes, kind, status)
         SELECT practice_id, '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-000000000053', chair_id,
             clinician_id, day, 900, 30, kind, 'booked'
         FROM appointment WHERE id = '00000000-0000-0000-0000-000000000061'";
    database.run(unseen).await.expect("a visit");
    sara.push([
        (1, mark(VISIT, Mark::Arrived)),
        (2, booking(0xb1, ANNA, 15, 10)),
        (3, mark(SECOND, Mark::Arrived)),
        (4, booking(0xb2, BRUNO, 16, 0)),
    ])
    .await;
    let results = sara.results(4).await;
    let [
        (1, MutationResult::Ok),
        (2, MutationResult::Refused { refusal }),
        (3, MutationResult::Ok),
        (4, MutationResult::Ok),
    ] = &results[..]
    else {
        panic!("{results:?}")
    };
    let Refusal::PlaceTaken {
        by,
        common: Common::Chair,
        ..
    } = refusal
    else {
        panic!("{refusal:?}")
    };
    assert_eq!(*by, AppointmentId(Uuid::from_u128(0xc1)));
    while sara.decided < Mid(4) {
        sara.delta().await;
    }
    let held: BTreeSet<AppointmentId> = sara.rows.appointments_of(BRUNO).map(|visit| visit.id).collect();
    assert_eq!(held, [SECOND, AppointmentId(Uuid::from_u128(0xb2))].into());
    assert_eq!(database.number("SELECT count(*) FROM client_mutation").await, 4);
}

async fn what_is_no_message_ends_the_socket(database: Database) {
    let live = Live::over(&database).await;
    let unreadable = [
        Message::text("{}"),
        Message::text(r#"{"type":"resnapshot"}"#),
        Message::binary(vec![1, 2, 3]),
        Message::text("x".repeat(256 * 1024 + 1)),
    ];
    for message in unreadable {
        let mut sara = live.device("sara", 1).await;
        sara.send(message).await;
        assert_eq!(sara.next_or_end().await, None);
    }
}
