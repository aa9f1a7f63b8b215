//! Frozen samples of every message. A sample is never changed: devices with an older program send and read it. A message
//! that grows gets a new sample beside the old one, and both must decode.

use app_domain::agenda::{CancelledBy, Correction, Ending, Overbooking, Status, VisitTimes};
use app_domain::command::{Command, LatestCall};
use app_domain::id::{AttemptId, PatientId, ReviewId};
use app_domain::patient::{Channel, Consent, PatientField};
use app_domain::refusal::Refusal;
use app_domain::review::{About, Cause, Decision, Device, Review, Settled, Verdict};
use app_domain::role::Role;
use app_domain::rows::{Change, Key, Row};
use app_domain::time::Instant;
use app_sync::outbox::{OutboxRecord, OutboxState};
use app_sync::presence::{LookingAt, Present};
use app_sync::server::{Decided, LogEntry};
use app_sync::wire::{ClientMessage, Cursor, Delta, Mid, Mutation, MutationResult, ServerMessage, Snapshot};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::practice::{MONDAY, arrived, client_id, member_id, patient_id, place, viewer, visit, visit_id};

/// Decodes to the value, and is what the value encodes to.
#[track_caller]
pub fn is<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(sample: &str, value: T) {
    assert_eq!(
        serde_json::from_str::<T>(sample).expect("the sample decodes"),
        value
    );
    assert_eq!(serde_json::to_string(&value).expect("the value encodes"), sample);
}

/// Decodes to the value, as older programs wrote it.
#[track_caller]
fn decodes<T: DeserializeOwned + PartialEq + std::fmt::Debug>(sample: &str, value: T) {
    assert_eq!(
        serde_json::from_str::<T>(sample).expect("the sample decodes"),
        value
    );
}

fn mutation() -> Mutation {
    Mutation {
        mid: Mid(7),
        command: arrived(1),
        at: Instant(1_795_420_800_000),
        base: None,
    }
}

const MUTATION: &str = r#"{"mid":7,"command":{"name":"mark_appointment","args":{"appointment":"00000000-0000-0004-0000-000000000001","mark":"arrived"}},"at":1795420800000}"#;

const VIEWER: &str = r#"{"practice":"00000000-0000-0009-0000-000000000001","member":{"id":"00000000-0000-0005-0000-000000000001","name":"Member 1","roles":["FD"],"clinician":null},"role":"FD"}"#;

const VISIT: &str = r#"{"table":"appointment","row":{"id":"00000000-0000-0004-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","place":{"start":"2026-11-23T09:00:00","minutes":30,"chair":"00000000-0000-0001-0000-000000000001","clinician":"00000000-0000-0002-0000-000000000001"},"kind":"checkup","status":{"is":"booked"},"confirmation":{"is":"not_asked"}}}"#;

#[test]
fn hello_stays_as_it_was() {
    is(
        r#"{"type":"hello","client":"00000000-0000-0006-0000-000000000002","schema":1,"cursor":"abc"}"#,
        ClientMessage::Hello {
            client: client_id(1),
            schema: 1,
            cursor: Some(Cursor("abc".into())),
        },
    );
    is(
        r#"{"type":"hello","client":"00000000-0000-0006-0000-000000000002","schema":1}"#,
        ClientMessage::Hello {
            client: client_id(1),
            schema: 1,
            cursor: None,
        },
    );
}

#[test]
fn push_stays_as_it_was() {
    is(
        &format!(
            r#"{{"type":"push","client":"00000000-0000-0006-0000-000000000002","after":6,"mutations":[{MUTATION}]}}"#
        ),
        ClientMessage::Push {
            client: client_id(1),
            after: Mid(6),
            mutations: vec![mutation()],
        },
    );
    decodes(
        r#"{"type":"push","client":"00000000-0000-0006-0000-000000000002","mutations":[]}"#,
        ClientMessage::Push {
            client: client_id(1),
            after: Mid(0),
            mutations: Vec::new(),
        },
    );
}

#[test]
fn the_short_messages_of_a_device_stay_as_they_were() {
    is(r#"{"type":"ping"}"#, ClientMessage::Ping);
    is(r#"{"type":"resnap"}"#, ClientMessage::Resnap);
    is(r#"{"type":"bye"}"#, ClientMessage::Bye);
}

#[test]
fn presence_stays_as_it_was() {
    let day = LookingAt::Day { day: MONDAY };
    let patient = patient_id(1);
    is(
        r#"{"type":"presence","looking_at":{"at":"day","day":"2026-11-23"}}"#,
        ClientMessage::Presence {
            looking_at: Some(day),
        },
    );
    is(
        r#"{"type":"presence","looking_at":{"at":"call","patient":"00000000-0000-0003-0000-000000000001"}}"#,
        ClientMessage::Presence {
            looking_at: Some(LookingAt::Call { patient }),
        },
    );
    is(
        r#"{"type":"presence"}"#,
        ClientMessage::Presence { looking_at: None },
    );
    let present = |number, looking_at| Present {
        member: member_id(number),
        looking_at,
    };
    is(
        r#"{"type":"presence","people":[{"member":"00000000-0000-0005-0000-000000000001"},{"member":"00000000-0000-0005-0000-000000000002","looking_at":[{"at":"day","day":"2026-11-23"}]}]}"#,
        ServerMessage::Presence {
            people: vec![present(1, Vec::new()), present(2, vec![day])],
        },
    );
}

#[test]
fn welcome_stays_as_it_was() {
    let sample = format!(r#"{{"type":"welcome","now":5,"viewer":{VIEWER},"snapshot":true,"last_mid":3}}"#);
    let viewer = viewer(1, Role::FrontDesk);
    is(
        &sample,
        ServerMessage::Welcome {
            now: Instant(5),
            viewer,
            snapshot: true,
            last_mid: Mid(3),
        },
    );
}

#[test]
fn delta_stays_as_it_was() {
    let delta = Delta {
        cursor: Cursor("abc".into()),
        changes: vec![
            Change::Put {
                row: Row::Appointment(visit(1, 1, place(9, 0, 1, 1))),
            },
            Change::Remove {
                key: Key::Claim(patient_id(2)),
            },
        ],
        last_mids: [(client_id(1).0, Mid(7))].into(),
    };
    let put = VISIT.replacen('{', r#"{"op":"put","#, 1);
    let sample = format!(
        r#"{{"type":"delta","cursor":"abc","changes":[{put},{{"op":"remove","table":"claim","id":"00000000-0000-0003-0000-000000000002"}}],"last_mids":{{"00000000-0000-0006-0000-000000000002":7}}}}"#
    );
    is(&sample, ServerMessage::Delta(delta));
    let empty = Delta {
        cursor: Cursor("abc".into()),
        changes: Vec::new(),
        last_mids: Default::default(),
    };
    decodes(r#"{"type":"delta","cursor":"abc"}"#, ServerMessage::Delta(empty));
}

#[test]
fn the_practices_own_row_can_go_and_come() {
    is(
        r#"{"op":"remove","table":"practice"}"#,
        Change::Remove { key: Key::Practice },
    );
}

#[test]
fn results_stay_as_they_were() {
    let result = |result| ServerMessage::Result { mid: Mid(7), result };
    is(
        r#"{"type":"result","mid":7,"result":{"is":"ok"}}"#,
        result(MutationResult::Ok),
    );
    is(
        r#"{"type":"result","mid":7,"result":{"is":"later"}}"#,
        result(MutationResult::Later),
    );
    is(
        r#"{"type":"result","mid":7,"result":{"is":"dup","refusal":null}}"#,
        result(MutationResult::Dup { refusal: None }),
    );
    is(
        r#"{"type":"result","mid":7,"result":{"is":"refused","refusal":{"why":"place_taken","by":"00000000-0000-0004-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","common":"chair"}}}"#,
        result(MutationResult::Refused {
            refusal: Refusal::PlaceTaken {
                by: visit_id(1),
                patient: patient_id(1),
                common: app_domain::refusal::Common::Chair,
            },
        }),
    );
}

#[test]
fn the_short_messages_of_the_server_stay_as_they_were() {
    is(r#"{"type":"rescope"}"#, ServerMessage::Rescope);
    is(r#"{"type":"wipe"}"#, ServerMessage::Wipe);
    is(r#"{"type":"upgrade"}"#, ServerMessage::Upgrade);
    is(
        r#"{"type":"pong","now":5}"#,
        ServerMessage::Pong { now: Instant(5) },
    );
    is(
        r#"{"type":"heartbeat","now":5,"cursor":"abc","checksum":18446744073709551615}"#,
        ServerMessage::Heartbeat {
            now: Instant(5),
            cursor: Cursor("abc".into()),
            checksum: u64::MAX,
        },
    );
}

#[test]
fn snapshot_stays_as_it_was() {
    let snapshot = Snapshot {
        schema: 1,
        cursor: Cursor("abc".into()),
        at: Instant(5),
        viewer: viewer(1, Role::FrontDesk),
        rows: vec![Row::Appointment(visit(1, 1, place(9, 0, 1, 1)))],
        last_mids: [(client_id(1).0, Mid(7))].into(),
    };
    let sample = format!(
        r#"{{"schema":1,"cursor":"abc","at":5,"viewer":{VIEWER},"rows":[{VISIT}],"last_mids":{{"00000000-0000-0006-0000-000000000002":7}}}}"#
    );
    is(&sample, snapshot);
}

#[test]
fn what_rests_in_an_outbox_stays_readable() {
    let record = |state| OutboxRecord {
        mutation: mutation(),
        state,
    };
    is(
        &format!(r#"{{"mutation":{MUTATION},"state":{{"is":"kept"}}}}"#),
        record(OutboxState::Kept),
    );
    is(
        &format!(
            r#"{{"mutation":{MUTATION},"state":{{"is":"needs_you","refusal":{{"why":"not_found"}},"at":5}}}}"#
        ),
        record(OutboxState::NeedsYou {
            refusal: Refusal::NotFound,
            at: Instant(5),
        }),
    );
}

#[test]
fn what_the_log_holds_stays_readable() {
    is(
        r#"{"seq":3,"changes":[],"mutation":["00000000-0000-0006-0000-000000000002",7]}"#,
        LogEntry {
            seq: 3,
            changes: Vec::new(),
            mutation: Some((client_id(1), Mid(7))),
        },
    );
    is(
        r#"{"seq":3,"changes":[]}"#,
        LogEntry {
            seq: 3,
            changes: Vec::new(),
            mutation: None,
        },
    );
    is(
        r#"{"fingerprint":9}"#,
        Decided {
            fingerprint: 9,
            refusal: None,
        },
    );
}

#[test]
fn the_fingerprint_of_a_command_is_the_same_in_every_version() {
    let claim = Command::ClaimCall {
        patient: PatientId(Uuid::from_u128(1)),
    };
    assert_eq!(app_sync::server::fingerprint(&claim), FINGERPRINT_OF_A_CLAIM);
    assert_ne!(
        app_sync::server::fingerprint(&Command::ReleaseCall {
            patient: PatientId(Uuid::from_u128(1))
        }),
        FINGERPRINT_OF_A_CLAIM
    );
}

const FINGERPRINT_OF_A_CLAIM: u64 = 4_640_649_753_696_904_619;

#[test]
fn what_waits_for_a_person_stays_as_it_was() {
    let review = Review {
        id: ReviewId(Uuid::from_u128(1)),
        by: member_id(1),
        role: Role::FrontDesk,
        at: Instant(5),
        received: Instant(6),
        device: Device::Tablet,
        cause: Cause::Conflict,
        about: None,
        settled: None,
    };
    is(
        r#"{"table":"review","row":{"id":"00000000-0000-0000-0000-000000000001","by":"00000000-0000-0005-0000-000000000001","role":"FD","at":5,"received":6,"device":"tablet","cause":"conflict"}}"#,
        Row::Review(review.clone()),
    );
    let whole = Review {
        cause: Cause::OtherRole,
        about: Some(Box::new(About {
            command: arrived(1),
            refusal: Some(Refusal::FieldChanged {
                now: PatientField::Mobile(Some("+39333".into())),
            }),
        })),
        settled: Some(Settled {
            by: member_id(1),
            at: Instant(7),
            verdict: Verdict::Dropped,
            words: String::new(),
        }),
        ..review
    };
    is(
        r#"{"table":"review","row":{"id":"00000000-0000-0000-0000-000000000001","by":"00000000-0000-0005-0000-000000000001","role":"FD","at":5,"received":6,"device":"tablet","cause":"other_role","about":{"command":{"name":"mark_appointment","args":{"appointment":"00000000-0000-0004-0000-000000000001","mark":"arrived"}},"refusal":{"why":"field_changed","now":{"field":"mobile","value":"+39333"}}},"settled":{"by":"00000000-0000-0005-0000-000000000001","at":7,"verdict":"dropped"}}}"#,
        Row::Review(whole),
    );
}

#[test]
fn edits_decisions_and_calls_that_know_of_others_stay_as_they_were() {
    is(
        r#"{"name":"edit_patient","args":{"patient":"00000000-0000-0003-0000-000000000001","was":{"field":"recall_consent","value":"never_asked"},"becomes":{"field":"recall_consent","value":"denied"}}}"#,
        Command::EditPatient {
            patient: patient_id(1),
            was: PatientField::RecallConsent(Consent::NeverAsked),
            becomes: PatientField::RecallConsent(Consent::Denied),
        },
    );
    is(
        r#"{"name":"ask","args":{"review":"00000000-0000-0000-0000-000000000001","wish":{"name":"move_appointment","args":{"appointment":"00000000-0000-0004-0000-000000000001","from":{"start":"2026-11-23T09:00:00","minutes":30,"chair":"00000000-0000-0001-0000-000000000001","clinician":"00000000-0000-0002-0000-000000000001"},"to":{"start":"2026-11-23T20:00:00","minutes":30,"chair":"00000000-0000-0001-0000-000000000001","clinician":"00000000-0000-0002-0000-000000000001"},"overbooking":{"by":null,"reason":"viene da lontano"}}}}}"#,
        Command::Ask {
            review: ReviewId(Uuid::from_u128(1)),
            wish: Box::new(Command::MoveAppointment {
                appointment: visit_id(1),
                from: place(9, 0, 1, 1),
                to: place(20, 0, 1, 1),
                overbooking: Some(Overbooking {
                    by: None,
                    reason: "viene da lontano".to_owned(),
                }),
            }),
        },
    );
    is(
        r#"{"name":"settle_review","args":{"review":"00000000-0000-0000-0000-000000000001","decision":{"is":"do"}}}"#,
        Command::SettleReview {
            review: ReviewId(Uuid::from_u128(1)),
            decision: Decision::Do,
            words: String::new(),
        },
    );
    is(
        r#"{"is":"place_at","place":{"start":"2026-11-23T09:00:00","minutes":30,"chair":"00000000-0000-0001-0000-000000000001","clinician":"00000000-0000-0002-0000-000000000001"}}"#,
        Decision::PlaceAt {
            place: place(9, 0, 1, 1),
            overbooking: None,
        },
    );
    let call = |latest| Command::RecordAttempt {
        attempt: AttemptId(Uuid::from_u128(1)),
        patient: patient_id(1),
        channel: Channel::Phone,
        outcomes: Vec::new(),
        booking: None,
        asks: None,
        latest,
        question: String::new(),
    };
    is(
        r#"{"name":"record_attempt","args":{"attempt":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","channel":"phone","outcomes":[]}}"#,
        call(None),
    );
    is(
        r#"{"name":"record_attempt","args":{"attempt":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","channel":"phone","outcomes":[],"latest":"nobody"}}"#,
        call(Some(LatestCall::Nobody)),
    );
}

#[test]
fn endings_and_their_corrections_stay_as_they_were() {
    let cancelled = Ending::Cancelled {
        who: CancelledBy::Patient,
    };
    is(
        r#"{"name":"cancel_appointment","args":{"appointment":"00000000-0000-0004-0000-000000000001","who":"patient","reason":"febbre"}}"#,
        Command::CancelAppointment {
            appointment: visit_id(1),
            who: CancelledBy::Patient,
            reason: "febbre".to_owned(),
        },
    );
    let correct = |becomes| Command::CorrectAppointment {
        appointment: visit_id(1),
        was: Ending::NoShow,
        becomes,
        reason: "aveva telefonato".to_owned(),
    };
    is(
        r#"{"name":"correct_appointment","args":{"appointment":"00000000-0000-0004-0000-000000000001","was":{"is":"no_show"},"reason":"aveva telefonato"}}"#,
        correct(None),
    );
    is(
        r#"{"name":"correct_appointment","args":{"appointment":"00000000-0000-0004-0000-000000000001","was":{"is":"no_show"},"becomes":{"is":"cancelled","who":"patient"},"reason":"aveva telefonato"}}"#,
        correct(Some(cancelled)),
    );
    is(
        r#"{"name":"set_as_soon_as_possible","args":{"appointment":"00000000-0000-0004-0000-000000000001","as_soon_as_possible":true}}"#,
        Command::SetAsSoonAsPossible {
            appointment: visit_id(1),
            as_soon_as_possible: true,
        },
    );
    is(
        r#"{"by":"00000000-0000-0005-0000-000000000001","at":5,"was":{"is":"left","times":{}},"reason":"segnata per errore"}"#,
        Correction {
            by: member_id(1),
            at: Instant(5),
            was: Status::Left {
                times: VisitTimes::default(),
            },
            reason: "segnata per errore".to_owned(),
        },
    );
}

#[test]
fn a_message_with_an_unknown_field_is_refused() {
    let with_more = r#"{"mid":7,"command":{"name":"claim_call","args":{"patient":"00000000-0000-0003-0000-000000000002"}},"at":1,"admin":true}"#;
    assert!(serde_json::from_str::<Mutation>(with_more).is_err());
}

#[test]
fn the_actor_of_a_viewer_is_the_member_in_the_active_role() {
    let actor = viewer(1, Role::Dentist).actor();
    assert_eq!((actor.member, actor.role), (member_id(1), Role::Dentist));
    assert!(actor.clinician.is_some());
}
