//! A small practice for the tests: two chairs, two clinicians, a few patients and their visits of a Monday.

use app_domain::agenda::{Appointment, AppointmentKind, Confirmation, Mark, Place, Status};
use app_domain::calls::{RecallType, RiskCategory};
use app_domain::care::{
    Care, CheckCare, Due, Episode, ExposureBand, FinishedPlan, HygieneCare, MoneyCare, PayablePlan,
    PlanAnswer, PlanCare, StepCare,
};
use app_domain::command::{Booking, Command};
use app_domain::id::{
    ActId, AppointmentId, ChairId, ClinicianId, EpisodeId, MemberId, PatientId, PlanId, PracticeId,
};
use app_domain::money::Cents;
use app_domain::patient::{Consent, Contacts, Patient, Standing};
use app_domain::practice::{Chair, Clinician, Member, Opening, Practice, Profession};
use app_domain::role::Role;
use app_domain::rows::Row;
use app_domain::time::Instant;
use app_sync::project::ViewClass;
use app_sync::server::{CursorSeal, LogEpoch, Position};
use app_sync::wire::{ClientId, Cursor, Viewer};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date, time};
use uuid::Uuid;

pub const MONDAY: Date = date(2026, 11, 23);

/// Identities that tell what they are of when a test fails.
pub fn id(kind: u128, number: u128) -> Uuid {
    Uuid::from_u128((kind << 64) | number)
}

pub fn chair_id(number: u128) -> ChairId {
    ChairId(id(1, number))
}

pub fn clinician_id(number: u128) -> ClinicianId {
    ClinicianId(id(2, number))
}

pub fn patient_id(number: u128) -> PatientId {
    PatientId(id(3, number))
}

pub fn visit_id(number: u128) -> AppointmentId {
    AppointmentId(id(4, number))
}

pub fn member_id(number: u128) -> MemberId {
    MemberId(id(5, number))
}

/// Even numbers: the core takes the odd neighbour of a page's life for its questions.
pub fn client_id(number: u128) -> ClientId {
    ClientId(id(6, number * 2))
}

/// Monday at a time of the wall clock.
pub fn at(hour: i8, minute: i8) -> Instant {
    Instant::from_civil(DateTime::from_parts(MONDAY, time(hour, minute, 0, 0)))
}

pub fn place(hour: i8, minute: i8, chair: u128, clinician: u128) -> Place {
    let start = DateTime::from_parts(MONDAY, time(hour, minute, 0, 0));
    Place {
        start,
        minutes: 30,
        chair: chair_id(chair),
        clinician: clinician_id(clinician),
    }
}

pub fn viewer(number: u128, role: Role) -> Viewer {
    let clinician = role.is_clinician().then(|| clinician_id(1));
    let member = Member {
        id: member_id(number),
        name: format!("Member {number}"),
        roles: vec![role],
        clinician,
    };
    Viewer {
        practice: PracticeId(id(9, 1)),
        member,
        role,
    }
}

pub fn visit(number: u128, patient: u128, place: Place) -> Appointment {
    Appointment {
        id: visit_id(number),
        patient: patient_id(patient),
        place,
        kind: AppointmentKind::Checkup,
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

pub fn patient(number: u128) -> Patient {
    Patient {
        id: patient_id(number),
        code: format!("P{number}"),
        surname: format!("Surname{number}"),
        name: "Name".into(),
        born: Some(date(1980, 1, 1)),
        contacts: Some(Contacts {
            mobile: Some(format!("+3933300000{number:02}")),
            email: Some("someone@example.org".into()),
            note: "calls back".into(),
            ..Contacts::default()
        }),
        standing: Standing::Active,
        payer: Some(patient_id(1)),
        dentist: Some(clinician_id(1)),
        hygienist: None,
        recall_consent: Consent::Given,
        oppositions: Vec::new(),
        times: app_domain::agenda::PlaceTimes::default(),
    }
}

pub fn care(number: u128) -> Care {
    let due = |day| Due {
        amount: Some(Cents(45_000)),
        day,
    };
    Care {
        patient: patient_id(number),
        episodes: vec![Episode {
            id: Some(EpisodeId(id(9, number))),
            category: RiskCategory::ExtendedProvisional,
            opened: date(2026, 10, 1),
            tooth: "36".into(),
            clinician: Some(clinician_id(1)),
        }],
        hygiene: HygieneCare {
            interval_months: 6,
            last_done: Some(date(2026, 5, 1)),
            fixed: None,
        },
        plans: vec![PlanCare {
            plan: PlanId(id(7, number)),
            title: "Implant 36".into(),
            presented: Some(date(2026, 9, 1)),
            last_done: None,
            steps_open: 3,
            steps_accepted: 1,
            steps_unanswered: 1,
            next_gap_days: None,
            steps: vec![StepCare {
                step: ActId(id(9, number)),
                what: "Impianto".into(),
                tooth: "36".into(),
                answer: Some(PlanAnswer::Thinking),
            }],
        }],
        checks: vec![CheckCare {
            recall: RecallType::ImplantCheck,
            last_done: date(2026, 2, 2),
        }],
        finished: Some(FinishedPlan {
            plan: PlanId(id(8, number)),
            title: "Corona 46".into(),
            last_done: date(2026, 4, 1),
        }),
        money: Some(MoneyCare {
            balance: Some(due(date(2026, 8, 1))),
            instalment: Some(due(date(2026, 9, 1))),
            band: ExposureBand::Medium,
            plans: vec![PayablePlan {
                plan: PlanId(id(8, number)),
                presented: Some(date(2026, 2, 1)),
                left: Cents(30_000),
            }],
        }),
        missed: Vec::new(),
        closed_episodes: vec![EpisodeId(id(9, 100 + number))],
        last_visit_done: None,
    }
}

fn chair(number: u128) -> Chair {
    let all_day = |weekday| Opening {
        weekday,
        from: time(8, 0, 0, 0),
        to: time(20, 0, 0, 0),
    };
    Chair {
        id: chair_id(number),
        code: format!("C{number}"),
        name: format!("Chair {number}"),
        position: u16::try_from(number).expect("few chairs"),
        hidden: false,
        opening: (1..=7).map(all_day).collect(),
    }
}

fn clinician(number: u128) -> Clinician {
    Clinician {
        id: clinician_id(number),
        code: format!("D{number}"),
        surname: format!("Dentist{number}"),
        name: "Name".into(),
        profession: Profession::Dentist,
    }
}

/// Six patients; visits 1 to 4 at 9, 10, 11 and 12 on chair 1 with dentist 1, visits 5 and 6 at 9 and 10 on chair 2.
pub fn rows() -> Vec<Row> {
    let practice = Practice {
        id: PracticeId(id(9, 1)),
        name: "Practice".into(),
        window_from: MONDAY,
    };
    let mut rows = vec![Row::Practice(practice)];
    for number in 1..=2 {
        rows.push(Row::Chair(chair(number)));
        rows.push(Row::Clinician(clinician(number)));
    }
    for number in 1..=6 {
        rows.push(Row::Patient(patient(number)));
        rows.push(Row::Care(care(number)));
    }
    for number in 1..=4 {
        let hour = i8::try_from(number).expect("few visits") + 8;
        rows.push(Row::Appointment(visit(number, number, place(hour, 0, 1, 1))));
    }
    rows.push(Row::Appointment(visit(5, 5, place(9, 0, 2, 2))));
    rows.push(Row::Appointment(visit(6, 6, place(10, 0, 2, 2))));
    rows.push(Row::Member(viewer(1, Role::FrontDesk).member));
    rows.push(Row::Member(viewer(2, Role::FrontDesk).member));
    rows
}

pub fn booking(number: u128, patient: u128, place: Place) -> Booking {
    Booking {
        appointment: visit_id(number),
        patient: patient_id(patient),
        place,
        kind: AppointmentKind::Hygiene,
        plan: None,
        overbooking: None,
        note: String::new(),
    }
}

pub fn book(number: u128, patient: u128, place: Place) -> Command {
    Command::BookAppointment(booking(number, patient, place))
}

pub fn arrived(number: u128) -> Command {
    Command::MarkAppointment {
        appointment: visit_id(number),
        mark: Mark::Arrived,
    }
}

pub fn moved(number: u128, from: Place, to: Place) -> Command {
    Command::MoveAppointment {
        appointment: visit_id(number),
        from,
        to,
        overbooking: None,
    }
}

/// A place of the Monday, from 8 o'clock on, in steps of half an hour.
pub fn nth_place(step: u64, chair: u128, clinician: u128) -> Place {
    let minutes = i64::try_from(step).expect("few steps") * 30;
    let start = DateTime::from_parts(MONDAY, time(8, 0, 0, 0)).saturating_add(minutes.minutes());
    Place {
        start,
        minutes: 30,
        chair: chair_id(chair),
        clinician: clinician_id(clinician),
    }
}

pub const EPOCH: LogEpoch = LogEpoch(Uuid::from_u128(0xe));

/// Cursors that the tests can read: `epoch/role/step`.
#[derive(Clone, Copy, Debug)]
pub struct OpenSeal;

impl CursorSeal for OpenSeal {
    fn seal(&self, position: Position) -> Cursor {
        Cursor(format!(
            "{}/{}/{}",
            position.epoch.0,
            position.class.role.code(),
            position.seq
        ))
    }

    fn open(&self, cursor: &Cursor) -> Option<Position> {
        let mut parts = cursor.0.split('/');
        let epoch = LogEpoch(parts.next()?.parse().ok()?);
        let class = ViewClass {
            role: Role::from_code(parts.next()?)?,
        };
        Some(Position {
            epoch,
            class,
            seq: parts.next()?.parse().ok()?,
        })
    }
}

/// The step that a cursor of [`OpenSeal`] stands for.
pub fn step_of(cursor: &Cursor) -> u64 {
    OpenSeal.open(cursor).expect("a cursor of the tests").seq
}
