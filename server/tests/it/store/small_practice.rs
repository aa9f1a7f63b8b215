//! A practice with two chairs, two clinicians and three patients, on Monday 2026-11-23 at 9:30.

use app_domain::agenda::{
    Absence, Appointment, AppointmentKind, Confirmation, DayNote, Place, Status, VisitTimes, VisitType,
};
use app_domain::autonomy::Budget;
use app_domain::calls::{
    CallSettings, CallsShown, HandOff, Recall, RecallRule, RecallType, RiskCategory, RiskRule, SharedView,
};
use app_domain::care::Episode;
use app_domain::id::{
    AbsenceId, AppointmentId, ChairId, ClinicianId, ClosureId, DayNoteId, EpisodeId, MemberId, PatientId,
    PracticeId, RequestId, SharedViewId,
};
use app_domain::patient::{
    Channel, Consent, Contacts, Opposition, Patient, Purpose, SpokenLanguage, Standing,
};
use app_domain::practice::{Chair, Clinician, Closure, Member, Opening, Practice, Profession};
use app_domain::requests::{HourWas, Reopened, Request, Solved};
use app_domain::risk_marks::{RiskMark, RiskMarks, RiskSaid, RiskStanding};
use app_domain::role::Role;
use app_domain::rows::{Change, Row};
use app_domain::time::{Instant, Now};
use jiff::civil::{Date, DateTime, date, time};
use server::store::Store;
use server::store::change::write_changes;
use server::store::practice::{NewPractice, insert_practice};
use uuid::Uuid;

pub const PRACTICE: PracticeId = PracticeId(Uuid::from_u128(1));
pub const BLUE: ChairId = ChairId(Uuid::from_u128(0x11));
pub const GREEN: ChairId = ChairId(Uuid::from_u128(0x12));
pub const DENTIST: ClinicianId = ClinicianId(Uuid::from_u128(0x21));
pub const HYGIENIST: ClinicianId = ClinicianId(Uuid::from_u128(0x22));
pub const CLOSURE: ClosureId = ClosureId(Uuid::from_u128(0x31));
pub const ABSENCE: AbsenceId = AbsenceId(Uuid::from_u128(0x32));
pub const REQUEST: RequestId = RequestId(Uuid::from_u128(0x34));
pub const NOTE: DayNoteId = DayNoteId(Uuid::from_u128(0x33));
pub const VIEW: SharedViewId = SharedViewId(Uuid::from_u128(0x36));
pub const SARA: MemberId = MemberId(Uuid::from_u128(0x41));
/// Pays for herself and for Bruno.
pub const ANNA: PatientId = PatientId(Uuid::from_u128(0x51));
pub const BRUNO: PatientId = PatientId(Uuid::from_u128(0x52));
/// Has not been here for a while, and nothing is wanted of her.
pub const CARLA: PatientId = PatientId(Uuid::from_u128(0x53));
/// Anna's, today at 10.
pub const VISIT: AppointmentId = AppointmentId(Uuid::from_u128(0x61));
/// Bruno's, today at 11.
pub const SECOND: AppointmentId = AppointmentId(Uuid::from_u128(0x62));
/// Carla's, two weeks ago.
pub const PAST: AppointmentId = AppointmentId(Uuid::from_u128(0x63));

pub const TODAY: Date = date(2026, 11, 23);
pub const WINDOW_FROM: Date = date(2026, 11, 16);

/// Monday at 9:30.
pub fn now() -> Now {
    Now::at_civil(TODAY.at(9, 30, 0, 0))
}

pub fn practice() -> Practice {
    Practice {
        id: PRACTICE,
        name: "Studio di prova".into(),
        window_from: WINDOW_FROM,
    }
}

pub fn chair(id: ChairId, code: &str, position: u16) -> Chair {
    let half = |weekday, from, to| Opening { weekday, from, to };
    let day = |weekday| {
        [
            half(weekday, time(9, 0, 0, 0), time(13, 0, 0, 0)),
            half(weekday, time(15, 0, 0, 0), time(19, 0, 0, 0)),
        ]
    };
    let opening = (1..=5).flat_map(day).collect();
    Chair {
        id,
        code: code.into(),
        name: format!("Poltrona {code}"),
        position,
        hidden: false,
        opening,
    }
}

pub fn clinician(id: ClinicianId, code: &str, profession: Profession) -> Clinician {
    Clinician {
        id,
        code: code.into(),
        surname: "Rossi".into(),
        name: "Ada".into(),
        profession,
    }
}

pub fn patient(id: PatientId, code: &str, name: &str) -> Patient {
    Patient {
        id,
        code: code.into(),
        surname: "Bianchi".into(),
        name: name.into(),
        born: Some(date(1980, 2, 29)),
        contacts: Some(Contacts {
            language: Some(SpokenLanguage::Romanian),
            mobile: Some("+393331234567".into()),
            landline: None,
            email: Some("a@example.com".into()),
            preferred: Some(Channel::WhatsApp),
            note: "dopo le 18".into(),
        }),
        standing: Standing::Active,
        payer: None,
        dentist: Some(DENTIST),
        hygienist: None,
        recall_consent: Consent::Given,
        oppositions: Vec::new(),
        times: app_domain::agenda::PlaceTimes::default(),
    }
}

pub fn place(start: DateTime, chair: ChairId, clinician: ClinicianId) -> Place {
    Place {
        start,
        minutes: 30,
        chair,
        clinician,
    }
}

pub fn visit(id: AppointmentId, patient: PatientId, place: Place) -> Appointment {
    Appointment {
        id,
        patient,
        place,
        kind: AppointmentKind::Examination,
        status: Status::Booked,
        confirmation: Confirmation::NotAsked,
        as_soon_as_possible: false,
        correction: None,
        booked: None,
        displaced: None,
        left_place: None,
        lab: app_domain::agenda::LabWork::None,
        plan: None,
        overbooking: None,
        note: String::new(),
    }
}

/// Every row of the practice, in the order in which they can be written.
pub fn rows() -> Vec<Row> {
    let bruno = Patient {
        payer: Some(ANNA),
        oppositions: vec![
            Opposition {
                purpose: None,
                channel: Some(Channel::Sms),
            },
            Opposition {
                purpose: Some(Purpose::Administration),
                channel: None,
            },
        ],
        ..patient(BRUNO, "P2", "Bruno")
    };
    let closure = Closure {
        id: CLOSURE,
        from: date(2026, 12, 24),
        to: date(2027, 1, 6),
        reason: "Ferie".into(),
    };
    let absence = Absence {
        id: ABSENCE,
        clinician: HYGIENIST,
        from: date(2026, 12, 1).at(9, 0, 0, 0),
        to: date(2026, 12, 2).at(13, 30, 0, 0),
        reason: "corso".into(),
    };
    let note = DayNote {
        id: NOTE,
        day: TODAY,
        by: SARA,
        at: at(8, 0),
        text: "Tecnico alle 15".into(),
        struck: None,
    };
    let view = SharedView {
        id: VIEW,
        name: "Igiene mai sentiti".into(),
        shows: CallsShown {
            part: "chiamare".into(),
            reason: "igiene".into(),
            clinician: Some(HYGIENIST),
            language: None,
            never_reached: true,
            my_promises: false,
        },
        by: SARA,
        at: at(8, 0),
        struck: None,
    };
    let asked = Request {
        id: REQUEST,
        patient: ANNA,
        by: SARA,
        at: at(8, 0),
        channel: Some(Channel::Email),
        answer_by: Channel::Phone,
        words: "Chiede la fattura di ottobre".into(),
        due: TODAY.at(12, 0, 0, 0),
        put_off: vec![HourWas {
            by: SARA,
            at: at(8, 5),
            due: TODAY.at(11, 0, 0, 0),
        }],
        hand_offs: vec![HandOff {
            from: None,
            to: SARA,
            at: at(8, 0),
            word: "ci penso io".into(),
        }],
        solved: Some(Solved {
            by: SARA,
            at: at(9, 0),
            words: "mandata".into(),
        }),
        reopened: vec![Reopened {
            by: SARA,
            at: at(8, 40),
            reason: "non arrivata".into(),
            was: Solved {
                by: SARA,
                at: at(8, 30),
                words: String::new(),
            },
        }],
    };
    let sara = Member {
        id: SARA,
        name: "Sara".into(),
        roles: vec![Role::FrontDesk, Role::CaseManager],
        clinician: None,
    };
    let recall = Recall {
        patient: ANNA,
        check: None,
        rule: RecallRule {
            interval_months: 4,
            fixed: Some(date(2027, 3, 1)),
            disabled_until: Some(date(2026, 12, 9)),
        },
        by: SARA,
        at: at(8, 0),
    };
    let episode = EpisodeId(Uuid::from_u128(0x91));
    let marks = RiskMarks {
        patient: ANNA,
        marks: vec![RiskMark {
            episode,
            by_hand: Some(Episode {
                id: Some(episode),
                category: RiskCategory::FixedOrthodontics,
                opened: date(2026, 11, 20),
                tooth: "Sup".into(),
                clinician: Some(DENTIST),
            }),
            stands: RiskStanding::Open,
            said: vec![RiskSaid {
                by: SARA,
                at: at(8, 0),
                stands: RiskStanding::Open,
                reason: "messo altrove".into(),
            }],
        }],
    };
    let past = Appointment {
        status: Status::Done {
            times: VisitTimes::default(),
        },
        ..visit(
            PAST,
            CARLA,
            place(date(2026, 11, 9).at(9, 0, 0, 0), BLUE, DENTIST),
        )
    };
    vec![
        Row::Practice(practice()),
        Row::Chair(chair(BLUE, "P1", 0)),
        Row::Chair(Chair {
            hidden: true,
            ..chair(GREEN, "P2", 1)
        }),
        Row::Clinician(clinician(DENTIST, "OP1", Profession::Dentist)),
        Row::Clinician(clinician(HYGIENIST, "OP2", Profession::Hygienist)),
        Row::Closure(closure),
        Row::Absence(absence),
        Row::VisitType(VisitType::usual(AppointmentKind::Hygiene)),
        Row::Budget(Budget::usual(Role::FrontDesk)),
        Row::CallSettings(CallSettings::usual()),
        Row::RiskRule(RiskRule::usual(RiskCategory::FixedOrthodontics)),
        Row::Member(sara),
        Row::DayNote(note),
        Row::SharedView(view),
        Row::Patient(patient(ANNA, "P1", "Anna")),
        Row::Patient(bruno),
        Row::Patient(patient(CARLA, "P3", "Carla")),
        Row::Recall(recall),
        Row::Recall(Recall {
            check: Some(RecallType::DentureCheck),
            ..recall
        }),
        Row::RiskMarks(marks),
        Row::Appointment(visit(VISIT, ANNA, place(TODAY.at(10, 0, 0, 0), BLUE, DENTIST))),
        Row::Appointment(visit(SECOND, BRUNO, place(TODAY.at(11, 0, 0, 0), BLUE, DENTIST))),
        Row::Appointment(past),
        Row::Request(asked),
    ]
}

/// Writes the practice, as an import would: with no digests, and with nothing in the log.
pub async fn fill(store: &Store) {
    let mut tx = store.begin().await.expect("a transaction");
    let new = NewPractice {
        id: PRACTICE,
        name: "Studio di prova",
        window_from: WINDOW_FROM,
        log_epoch: Uuid::from_u128(0xe),
    };
    insert_practice(&mut tx, &new).await.expect("a practice");
    let changes: Vec<Change> = rows().into_iter().map(|row| Change::Put { row }).collect();
    write_changes(&mut tx, PRACTICE, &changes).await.expect("rows");
    tx.commit().await.expect("a commit");
}

/// Writes rows.
pub async fn put(store: &Store, rows: impl IntoIterator<Item = Row>) {
    let changes: Vec<Change> = rows.into_iter().map(|row| Change::Put { row }).collect();
    let mut tx = store.begin().await.expect("a transaction");
    write_changes(&mut tx, PRACTICE, &changes).await.expect("rows");
    tx.commit().await.expect("a commit");
}

/// An instant of today.
pub fn at(hour: i8, minute: i8) -> Instant {
    Instant::from_civil(TODAY.at(hour, minute, 0, 0))
}
