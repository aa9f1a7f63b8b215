//! Frozen samples of requests of patients, and of what a role may grant.

use app_domain::agenda::{LabWork, Struck};
use app_domain::autonomy::Budget;
use app_domain::calls::{
    CallSettings, CallsShown, CheckRule, FollowUp, HandOff, RecallType, SharedView, VideoTemplate,
};
use app_domain::command::{Command, NewRequest};
use app_domain::id::{AppointmentId, ClinicianId, RequestId, SharedViewId};
use app_domain::patient::{Channel, PatientField, SpokenLanguage};
use app_domain::practice::Opening;
use app_domain::requests::{HourWas, Reopened, Request, Solved};
use app_domain::role::Role;
use app_domain::rows::{Key, Row};
use app_domain::time::Instant;
use jiff::civil::time;
use uuid::Uuid;

use crate::practice::{MONDAY, member_id, patient_id};
use crate::wire::is;

const ASKED: RequestId = RequestId(Uuid::from_u128(1));

#[test]
fn what_is_done_with_a_request_stays_as_it_was() {
    is(
        r#"{"name":"open_request","args":{"request":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","channel":"email","answer_by":"phone","words":"la fattura","due":"2026-11-23T12:00:00","owner":"00000000-0000-0005-0000-000000000001"}}"#,
        Command::OpenRequest(NewRequest {
            request: ASKED,
            patient: patient_id(1),
            channel: Some(Channel::Email),
            answer_by: Channel::Phone,
            words: "la fattura".to_owned(),
            due: MONDAY.at(12, 0, 0, 0),
            owner: Some(member_id(1)),
        }),
    );
    is(
        r#"{"name":"hand_over_request","args":{"request":"00000000-0000-0000-0000-000000000001","to":"00000000-0000-0005-0000-000000000002"}}"#,
        Command::HandOverRequest {
            request: ASKED,
            from: None,
            to: member_id(2),
            word: String::new(),
        },
    );
    is(
        r#"{"name":"put_off_request","args":{"request":"00000000-0000-0000-0000-000000000001","was":"2026-11-23T12:00:00","becomes":"2026-11-23T17:00:00"}}"#,
        Command::PutOffRequest {
            request: ASKED,
            was: MONDAY.at(12, 0, 0, 0),
            becomes: MONDAY.at(17, 0, 0, 0),
        },
    );
    is(
        r#"{"name":"solve_request","args":{"request":"00000000-0000-0000-0000-000000000001","words":"mandata"}}"#,
        Command::SolveRequest {
            request: ASKED,
            words: "mandata".to_owned(),
        },
    );
    is(
        r#"{"name":"reopen_request","args":{"request":"00000000-0000-0000-0000-000000000001","reason":"non arrivata"}}"#,
        Command::ReopenRequest {
            request: ASKED,
            reason: "non arrivata".to_owned(),
        },
    );
    is(
        r#"{"name":"set_lab_work","args":{"appointment":"00000000-0000-0000-0000-000000000001","was":"none","becomes":"awaited"}}"#,
        Command::SetLabWork {
            appointment: AppointmentId(Uuid::from_u128(1)),
            was: LabWork::None,
            becomes: LabWork::Awaited,
        },
    );
    is(
        r#"{"name":"set_up_budget","args":{"becomes":{"role":"FD","delay_days":15,"outside_hours":false,"waive":500}}}"#,
        Command::SetUpBudget {
            was: None,
            becomes: Budget::usual(Role::FrontDesk),
        },
    );
    // As it was before anything could be waived.
    is(
        r#"{"name":"set_up_budget","args":{"becomes":{"role":"RS","delay_days":7,"outside_hours":false}}}"#,
        Command::SetUpBudget {
            was: None,
            becomes: Budget::usual(Role::RemoteSecretary),
        },
    );
}

#[test]
fn what_is_set_for_calls_stays_as_it_was() {
    let morning = Opening {
        weekday: 6,
        from: time(9, 0, 0, 0),
        to: time(13, 0, 0, 0),
    };
    let set = CallSettings {
        hours: vec![morning],
        video: Some(VideoTemplate::typed("https://meet.example.org/{codice}")),
        follow_up: FollowUp::On,
        checks: Vec::new(),
    };
    is(
        r#"{"name":"set_up_calls","args":{"was":{"hours":[]},"becomes":{"hours":[{"weekday":6,"from":"09:00:00","to":"13:00:00"}],"video":"https://meet.example.org/{codice}","follow_up":"on"}}}"#,
        Command::SetUpCalls {
            was: Some(CallSettings {
                hours: Vec::new(),
                video: None,
                follow_up: FollowUp::Off,
                checks: Vec::new(),
            }),
            becomes: set.clone(),
        },
    );
    is(
        r#"{"table":"call_settings","row":{"hours":[{"weekday":6,"from":"09:00:00","to":"13:00:00"}],"video":"https://meet.example.org/{codice}","follow_up":"on"}}"#,
        Row::CallSettings(set.clone()),
    );
    let with_checks = CallSettings {
        checks: vec![CheckRule {
            recall: RecallType::ImplantCheck,
            codes: vec!["IMPIANTO".to_owned()],
            every_months: 12,
        }],
        ..set
    };
    is(
        r#"{"table":"call_settings","row":{"hours":[{"weekday":6,"from":"09:00:00","to":"13:00:00"}],"video":"https://meet.example.org/{codice}","follow_up":"on","checks":[{"recall":"implant_check","codes":["IMPIANTO"],"every_months":12}]}}"#,
        Row::CallSettings(with_checks),
    );
    is(r#"{"table":"call_settings"}"#, Key::CallSettings);
}

#[test]
fn a_request_and_a_budget_stay_as_they_were() {
    let solved = |at| Solved {
        by: member_id(2),
        at: Instant(at),
        words: String::new(),
    };
    is(
        r#"{"table":"request","row":{"id":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","by":"00000000-0000-0005-0000-000000000001","at":5,"answer_by":"whatsapp","words":"la fattura","due":"2026-11-23T12:00:00","put_off":[{"by":"00000000-0000-0005-0000-000000000001","at":6,"due":"2026-11-23T11:00:00"}],"hand_offs":[{"from":null,"to":"00000000-0000-0005-0000-000000000002","at":7}],"solved":{"by":"00000000-0000-0005-0000-000000000002","at":10},"reopened":[{"by":"00000000-0000-0005-0000-000000000001","at":9,"reason":"no","was":{"by":"00000000-0000-0005-0000-000000000002","at":8}}]}}"#,
        Row::Request(Request {
            id: ASKED,
            patient: patient_id(1),
            by: member_id(1),
            at: Instant(5),
            channel: None,
            answer_by: Channel::WhatsApp,
            words: "la fattura".to_owned(),
            due: MONDAY.at(12, 0, 0, 0),
            put_off: vec![HourWas {
                by: member_id(1),
                at: Instant(6),
                due: MONDAY.at(11, 0, 0, 0),
            }],
            hand_offs: vec![HandOff {
                from: None,
                to: member_id(2),
                at: Instant(7),
                word: String::new(),
            }],
            solved: Some(solved(10)),
            reopened: vec![Reopened {
                by: member_id(1),
                at: Instant(9),
                reason: "no".to_owned(),
                was: solved(8),
            }],
        }),
    );
    is(
        r#"{"table":"budget","row":{"role":"RS","delay_days":7,"outside_hours":false}}"#,
        Row::Budget(Budget::usual(Role::RemoteSecretary)),
    );
}

#[test]
fn a_view_that_is_shared_stays_as_it_was() {
    let id = SharedViewId(Uuid::from_u128(9));
    let shows = CallsShown {
        part: "chiamare".to_owned(),
        reason: "igiene".to_owned(),
        clinician: Some(ClinicianId(Uuid::from_u128(7))),
        language: None,
        never_reached: true,
        my_promises: false,
    };
    is(
        r#"{"name":"share_view","args":{"view":"00000000-0000-0000-0000-000000000009","name":"Mai sentiti","shows":{"part":"chiamare","reason":"igiene","clinician":"00000000-0000-0000-0000-000000000007","never_reached":true}}}"#,
        Command::ShareView {
            view: id,
            name: "Mai sentiti".to_owned(),
            shows: shows.clone(),
        },
    );
    is(
        r#"{"name":"strike_view","args":{"view":"00000000-0000-0000-0000-000000000009"}}"#,
        Command::StrikeView { view: id },
    );
    is(
        r#"{"table":"shared_view","row":{"id":"00000000-0000-0000-0000-000000000009","name":"Mai sentiti","shows":{"part":"chiamare","reason":"igiene","clinician":"00000000-0000-0000-0000-000000000007","never_reached":true},"by":"00000000-0000-0005-0000-000000000001","at":5,"struck":{"by":"00000000-0000-0005-0000-000000000001","at":6}}}"#,
        Row::SharedView(SharedView {
            id,
            name: "Mai sentiti".to_owned(),
            shows,
            by: member_id(1),
            at: Instant(5),
            struck: Some(Struck {
                by: member_id(1),
                at: Instant(6),
            }),
        }),
    );
}

#[test]
fn the_language_of_a_patient_stays_as_it_was() {
    is(
        r#"{"name":"edit_patient","args":{"patient":"00000000-0000-0003-0000-000000000001","was":{"field":"language","value":null},"becomes":{"field":"language","value":"ro"}}}"#,
        Command::EditPatient {
            patient: patient_id(1),
            was: PatientField::Language(None),
            becomes: PatientField::Language(Some(SpokenLanguage::Romanian)),
        },
    );
    is(r#""ise""#, SpokenLanguage::ItalianSign);
}
