//! A second import: only what the export changed is changed here.

use server::import::report::Kind;
use server::import::{ImportError, Missing, Mode, Progress, Report};

use super::{Files, differences, gestionale, import, now, take_over};
use crate::store::database::Database;
use crate::store::on_both_engines;

on_both_engines!(
    everything_is_new_once,
    a_corrected_export_changes_what_was_corrected,
    what_was_changed_here_stays_unless_the_export_changed_it_too,
    visits_may_change_places,
    a_visit_that_was_booked_here_keeps_its_place,
    rows_that_the_export_has_no_more_stay,
    a_dry_run_writes_nothing_and_tells_the_same,
    an_import_begins_another_log,
);

/// Imports files that are in order.
async fn imported(database: &Database, files: &Files) -> Report {
    take_over(&database.store, files)
        .await
        .expect("an export in order")
}

async fn everything_is_new_once(database: Database) {
    let first = imported(&database, &Files::gestionale()).await;
    let rows: usize = first.tables.iter().map(|count| count.new).sum();
    assert_eq!(rows, 2 + 2 + 2 + 5 + 2 + 8 + 4 + 4 + 2 + 3);
    let second = imported(&database, &Files::gestionale()).await;
    assert_eq!(differences(&second), []);
    assert_eq!(second.defects, first.defects);
}

async fn a_corrected_export_changes_what_was_corrected(database: Database) {
    imported(&database, &Files::gestionale()).await;
    let corrected = Files::gestionale()
        .with("assistiti.csv", "mario@example.com", "rossi@example.com")
        .with("assistiti.csv", "R>* | A>sms", "R>*")
        .with(
            "cassa.csv",
            "203,20011,,2026-09-12,-4.50",
            "203,20011,,2026-09-12,-15.00",
        )
        .with("telefonate.csv", "Non risponde", "Occupato");
    let report = imported(&database, &corrected).await;
    assert_eq!(
        differences(&report),
        [("patients", 0, 2), ("payments", 0, 1), ("contacts", 0, 1)]
    );
    for sql in [
        "SELECT count(*) FROM patient WHERE email = 'rossi@example.com' AND code = '20011'",
        "SELECT count(*) FROM opposition o JOIN patient p ON p.id = o.patient_id WHERE p.code = '20014'",
        "SELECT count(*) FROM payment WHERE amount_cents = -1500",
        "SELECT count(*) FROM attempt_outcome WHERE outcome = 'busy'",
    ] {
        assert_eq!(database.number(sql).await, 1, "{sql}");
    }
    assert_eq!(differences(&imported(&database, &corrected).await), []);
}

async fn what_was_changed_here_stays_unless_the_export_changed_it_too(database: Database) {
    imported(&database, &Files::gestionale()).await;
    database
        .run("UPDATE patient SET mobile = '+390000', note = 'qui' WHERE code = '20011'")
        .await
        .expect("it works");
    assert_eq!(differences(&imported(&database, &Files::gestionale()).await), []);
    let corrected = Files::gestionale().with("assistiti.csv", "333 6103119", "333 6103118");
    assert_eq!(
        differences(&imported(&database, &corrected).await),
        [("patients", 0, 1)]
    );
    let sql =
        "SELECT count(*) FROM patient WHERE code = '20011' AND mobile = '+393336103118' AND note = 'qui'";
    assert_eq!(database.number(sql).await, 1);
}

async fn visits_may_change_places(database: Database) {
    imported(&database, &Files::gestionale()).await;
    let swapped = Files::gestionale()
        .with(
            "appuntamenti.csv",
            "7,2026-12-08 10:00,2026-12-08 10:30",
            "7,2026-11-24 09:00,2026-11-24 10:00",
        )
        .with(
            "appuntamenti.csv",
            "2,2026-11-24 09:00,2026-11-24 10:00",
            "2,2026-12-08 10:00,2026-12-08 10:30",
        );
    let report = imported(&database, &swapped).await;
    assert_eq!(differences(&report), [("appointments", 0, 2)]);
    let sql = "SELECT count(*) FROM appointment WHERE overbooking_reason IS NOT NULL";
    assert_eq!(database.number(sql).await, 1);
}

async fn a_visit_that_was_booked_here_keeps_its_place(database: Database) {
    imported(&database, &Files::gestionale()).await;
    let booked =
        "UPDATE appointment SET day = '2026-12-01', start_minute = 600, minutes = 30 WHERE code = '7'";
    database.run(booked).await.expect("it works");
    let late =
        "ID,Dalle,Alle,Riunito,Medico,Scheda,Prestazione,Stato,Conf,Chi,Annullato,Prima,Preventivo,Nota\n";
    let files = Files::gestionale().with(
        "appuntamenti.csv",
        late,
        &format!("{late}9,2026-12-01 10:15,2026-12-01 11:00,R1,NERG,20011,VISITA,P,0,,,0,,\n"),
    );
    let report = imported(&database, &files).await;
    assert_eq!(differences(&report), [("appointments", 1, 0)]);
    assert!(
        report
            .defects
            .iter()
            .any(|defect| defect.id == "9" && defect.kind == Kind::OverlapOnChair)
    );
    let held = "SELECT count(*) FROM appointment WHERE code = '7' AND overbooking_reason IS NULL";
    assert_eq!(database.number(held).await, 1);
    let beside = "SELECT count(*) FROM appointment WHERE code = '9' AND overbooking_reason IS NOT NULL";
    assert_eq!(database.number(beside).await, 1);
    assert_eq!(differences(&imported(&database, &files).await), []);
}

async fn rows_that_the_export_has_no_more_stay(database: Database) {
    imported(&database, &Files::gestionale()).await;
    let fewer = Files::gestionale().with("cassa.csv", "202,20014,2026/1001,2026-09-10,120.00\n", "");
    let report = imported(&database, &fewer).await;
    assert_eq!(differences(&report), []);
    let missing: Vec<_> = report.tables.iter().filter(|count| count.missing > 0).collect();
    assert_eq!(
        missing
            .iter()
            .map(|count| (count.table, count.missing))
            .collect::<Vec<_>>(),
        [("payments", 1)]
    );
    assert_eq!(database.number("SELECT count(*) FROM payment").await, 4);
}

async fn a_dry_run_writes_nothing_and_tells_the_same(database: Database) {
    imported(&database, &Files::gestionale()).await;
    let corrected = Files::gestionale().with("assistiti.csv", "mario@example.com", "rossi@example.com");
    let mapping = gestionale();
    let mut rehearsal = import(&corrected, &mapping);
    rehearsal.mode = Mode::DryRun;
    let rehearsed = rehearsal
        .run(&database.store, now(), &mut Progress::Silent)
        .await
        .expect("it works");
    assert_eq!(
        database
            .number("SELECT count(*) FROM patient WHERE email = 'mario@example.com'")
            .await,
        1
    );
    assert_eq!(imported(&database, &corrected).await, rehearsed);
}

async fn an_import_begins_another_log(database: Database) {
    imported(&database, &Files::gestionale()).await;
    let practice = database.store.practices().await.expect("it works")[0];
    let epoch = async || database.store.truth(practice).await.expect("it works").epoch();
    let before = epoch().await;
    imported(&database, &Files::gestionale()).await;
    assert_eq!(epoch().await, before);
    let corrected = Files::gestionale().with("assistiti.csv", "mario@example.com", "rossi@example.com");
    imported(&database, &corrected).await;
    assert_ne!(epoch().await, before);
}

#[tokio::test]
async fn an_export_that_has_lost_many_rows_is_refused_unless_that_is_right() {
    let database = Database::sqlite().await;
    let header = "ID,Scheda,Preventivo,Valuta,Euro\n";
    let many: String = (1..=30)
        .map(|id| format!("9{id:02},20011,,2026-09-10,1.00\n"))
        .collect();
    let full = Files::gestionale().with("cassa.csv", header, &format!("{header}{many}"));
    imported(&database, &full).await;
    let refused = take_over(&database.store, &Files::gestionale()).await;
    assert!(matches!(
        refused,
        Err(ImportError::RowsMissing {
            table: "payments",
            missing: 30,
            known: 34
        })
    ));
    let (files, mapping) = (Files::gestionale(), gestionale());
    let mut accepted = import(&files, &mapping);
    accepted.missing = Missing::Accepted;
    assert_eq!(
        accepted
            .run(&database.store, now(), &mut Progress::Silent)
            .await
            .expect("it works")
            .changes(),
        0
    );
}
