//! No two visits stand on one place, whoever writes them.

use app_domain::agenda::{Appointment, CancelledBy, Overbooking, Place, Status};
use app_domain::id::{AppointmentId, PatientId};
use app_domain::refusal::Common;
use app_domain::rows::{Change, Row};
use server::store::StoreError;
use server::store::appointment::in_the_way;
use server::store::change::write_change;
use server::store::refused::Constraint;
use uuid::Uuid;

use super::database::Database;
use super::small_practice::{
    ANNA, BLUE, BRUNO, CARLA, DENTIST, GREEN, HYGIENIST, PRACTICE, SECOND, TODAY, VISIT, fill, place, visit,
};

super::on_both_engines!(
    one_chair_takes_one_visit_at_a_time,
    one_clinician_sees_one_patient_at_a_time,
    one_patient_is_in_one_chair_at_a_time,
    visits_that_touch_do_not_overlap,
    a_visit_that_is_off_frees_its_place,
    a_visit_that_comes_back_needs_its_place,
    an_overbooking_stands_where_it_wants,
    a_visit_cannot_be_moved_onto_another,
    whoever_goes_past_the_store_is_stopped_too,
    an_undone_mark_leaves_what_was_before,
);

/// Carla on the green chair with the hygienist: nothing in common with Anna's visit today at 10.
fn apart() -> Appointment {
    visit(
        AppointmentId(Uuid::from_u128(0x64)),
        CARLA,
        place(TODAY.at(10, 15, 0, 0), GREEN, HYGIENIST),
    )
}

fn with(change: impl FnOnce(&mut Appointment)) -> Appointment {
    let mut visit = apart();
    change(&mut visit);
    visit
}

async fn write(database: &Database, visit: Appointment) -> Result<(), StoreError> {
    let mut tx = database.store.begin().await?;
    write_change(
        &mut tx,
        PRACTICE,
        &Change::Put {
            row: Row::Appointment(visit),
        },
    )
    .await?;
    Ok(tx.commit().await?)
}

async fn refused(database: &Database, visit: Appointment, common: Common) {
    let error = write(database, visit.clone()).await.expect_err("an overlap");
    assert_eq!(error.constraint(), Some(Constraint::Overlap), "{error}");
    let mut tx = database.store.begin().await.expect("a transaction");
    let other = in_the_way(&mut tx, PRACTICE, &visit).await.expect("a look");
    assert_eq!(
        other.map(|(other, common)| (other.id, common)),
        Some((VISIT, common))
    );
}

async fn one_chair_takes_one_visit_at_a_time(database: Database) {
    fill(&database.store).await;
    refused(&database, with(|visit| visit.place.chair = BLUE), Common::Chair).await;
    write(&database, apart()).await.expect("another chair");
}

async fn one_clinician_sees_one_patient_at_a_time(database: Database) {
    fill(&database.store).await;
    refused(
        &database,
        with(|visit| visit.place.clinician = DENTIST),
        Common::Clinician,
    )
    .await;
}

async fn one_patient_is_in_one_chair_at_a_time(database: Database) {
    fill(&database.store).await;
    refused(&database, with(|visit| visit.patient = ANNA), Common::Patient).await;
}

async fn visits_that_touch_do_not_overlap(database: Database) {
    fill(&database.store).await;
    let next = with(|visit| visit.place = place(TODAY.at(10, 30, 0, 0), BLUE, DENTIST));
    write(&database, next).await.expect("right after, right before");
}

async fn a_visit_that_is_off_frees_its_place(database: Database) {
    fill(&database.store).await;
    let off = [
        Status::NoShow { at: None },
        Status::Cancelled {
            who: CancelledBy::Patient,
            reason: String::new(),
            at: None,
        },
    ];
    for (number, status) in (0x65..).zip(off) {
        let there = with(|visit| {
            visit.id = AppointmentId(Uuid::from_u128(number));
            visit.place.chair = BLUE;
            visit.status = status;
        });
        write(&database, there).await.expect("it takes no place");
    }
    let anna = visit(VISIT, ANNA, place(TODAY.at(10, 0, 0, 0), BLUE, DENTIST));
    write(
        &database,
        Appointment {
            status: Status::NoShow { at: None },
            ..anna
        },
    )
    .await
    .expect("missed");
    write(&database, with(|visit| visit.place.chair = BLUE))
        .await
        .expect("the place is free");
}

async fn a_visit_that_comes_back_needs_its_place(database: Database) {
    fill(&database.store).await;
    let missed = with(|visit| {
        visit.place.chair = BLUE;
        visit.status = Status::NoShow { at: None };
    });
    write(&database, missed.clone()).await.expect("missed");
    refused(
        &database,
        Appointment {
            status: Status::Booked,
            ..missed
        },
        Common::Chair,
    )
    .await;
}

async fn an_overbooking_stands_where_it_wants(database: Database) {
    fill(&database.store).await;
    let overbooking = Some(Overbooking {
        by: None,
        reason: "urgenza".into(),
    });
    let on_purpose = with(|visit| {
        visit.place.chair = BLUE;
        visit.overbooking = overbooking;
    });
    write(&database, on_purpose.clone()).await.expect("on purpose");
    refused(
        &database,
        Appointment {
            overbooking: None,
            ..on_purpose
        },
        Common::Chair,
    )
    .await;
}

async fn a_visit_cannot_be_moved_onto_another(database: Database) {
    fill(&database.store).await;
    let onto = Place {
        minutes: 45,
        ..place(TODAY.at(9, 30, 0, 0), BLUE, DENTIST)
    };
    refused(&database, visit(SECOND, BRUNO, onto), Common::Chair).await;
    let longer = Place { minutes: 30, ..onto };
    write(&database, visit(SECOND, BRUNO, longer))
        .await
        .expect("it ends when the other begins");
}

async fn whoever_goes_past_the_store_is_stopped_too(database: Database) {
    fill(&database.store).await;
    let insert = "INSERT INTO appointment (practice_id, id, patient_id, chair_id, clinician_id, day, start_minute,
             minutes, kind, status)
         SELECT practice_id, 'another', patient_id, chair_id, clinician_id, day, start_minute + 10, 5, kind, 'booked'
         FROM appointment WHERE id = '00000000-0000-0000-0000-000000000061'";
    let message = database.run(insert).await.expect_err("an overlap").to_string();
    assert!(message.contains("appointment_overlap"), "{message}");
    let update =
        "UPDATE appointment SET start_minute = 605 WHERE id = '00000000-0000-0000-0000-000000000062'";
    let message = database.run(update).await.expect_err("an overlap").to_string();
    assert!(message.contains("appointment_overlap"), "{message}");
    for broken in [
        "UPDATE appointment SET minutes = 0",
        "UPDATE appointment SET start_minute = 1430",
        "UPDATE appointment SET status = 'arrived', arrived_at = NULL",
        "UPDATE appointment SET status = 'cancelled'",
        "UPDATE appointment SET confirmation = 'asked'",
        "UPDATE appointment SET overbooked_by = '00000000-0000-0000-0000-000000000041'",
        "UPDATE appointment SET chair_id = 'nowhere'",
        "UPDATE patient SET payer_id = 'nobody'",
    ] {
        assert!(database.run(broken).await.is_err(), "{broken}");
    }
}

async fn an_undone_mark_leaves_what_was_before(database: Database) {
    fill(&database.store).await;
    let mut tx = database.store.begin().await.expect("a transaction");
    let put = |visit| Change::Put {
        row: Row::Appointment(visit),
    };
    let first = with(|visit| visit.note = "resta".into());
    write_change(&mut tx, PRACTICE, &put(first))
        .await
        .expect("a free place");
    tx.mark().await.expect("a mark");
    let onto = with(|visit| {
        visit.id = AppointmentId(Uuid::from_u128(0x66));
        visit.patient = PatientId(Uuid::from_u128(0x52));
    });
    assert!(write_change(&mut tx, PRACTICE, &put(onto)).await.is_err());
    tx.undo().await.expect("undone");
    tx.mark().await.expect("a mark");
    let third = with(|visit| {
        visit.id = AppointmentId(Uuid::from_u128(0x67));
        visit.place.start = TODAY.at(15, 0, 0, 0);
    });
    write_change(&mut tx, PRACTICE, &put(third))
        .await
        .expect("another free place");
    tx.keep().await.expect("kept");
    tx.commit().await.expect("a commit");
    assert_eq!(
        database
            .number("SELECT count(*) FROM appointment WHERE patient_id LIKE '%53'")
            .await,
        3
    );
}
