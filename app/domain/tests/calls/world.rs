//! A practice made up by a seed: histories and calls without any sense but with every kind of fact in them.

use std::collections::BTreeMap;

use app_domain::agenda::{
    Appointment, AppointmentKind, CancelledBy, Confirmation, Place, Status, VisitTimes,
};
use app_domain::calls::{Attempt, Claim, Outcome, OutcomeOf, ReasonKind, Topic};
use app_domain::care::{Act, Care, History, Instalment, Payment, Plan, PlanAnswer, PlanState};
use app_domain::digest::digest;
use app_domain::id::{
    ActId, AppointmentId, AttemptId, ChairId, ClinicianId, ClosureId, InstalmentId, MemberId, PatientId,
    PaymentId, PlanId,
};
use app_domain::money::Cents;
use app_domain::patient::{Channel, Consent, Opposition, Patient, Purpose, Standing};
use app_domain::practice::{Chair, Clinician, Closure, Member, Practice};
use app_domain::rows::Rows;
use app_domain::time::Instant;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};
use uuid::Uuid;

/// Monday 23 November 2026.
pub const TODAY: Date = date(2026, 11, 23);
/// First day of the window.
pub const WINDOW_FROM: Date = date(2026, 11, 16);

/// Numbers that look thrown, the same on every machine.
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From 0 to `below` − 1.
    pub fn below(&mut self, below: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap() % below
    }

    /// One of some things.
    pub fn of<T: Clone>(&mut self, things: &[T]) -> T {
        things[self.below(u32::try_from(things.len()).unwrap()) as usize].clone()
    }

    /// A day from `back` days before today to `ahead` days after it.
    pub fn day(&mut self, back: u32, ahead: u32) -> Date {
        let offset = i64::from(self.below(back + ahead + 1)) - i64::from(back);
        TODAY.saturating_add(offset.days())
    }

    /// An hour of work on such a day.
    pub fn moment(&mut self, back: u32, ahead: u32) -> DateTime {
        let (hour, minute) = (8 + self.below(11), 5 * self.below(12));
        self.day(back, ahead)
            .at(i8::try_from(hour).unwrap(), i8::try_from(minute).unwrap(), 0, 0)
    }

    fn uuid(&mut self) -> Uuid {
        let mut half = || (u128::from(self.below(u32::MAX)) << 32) | u128::from(self.below(u32::MAX));
        Uuid::from_u128((half() << 64) | half())
    }

    fn cents(&mut self) -> Cents {
        Cents(i64::from(self.below(120)) * 1_000 + i64::from(self.of(&[0, 0, 1, 50, 100])))
    }
}

/// Rows in plain maps.
#[derive(Clone, Default)]
pub struct World {
    pub patients: BTreeMap<PatientId, Patient>,
    pub care: BTreeMap<PatientId, Care>,
    pub appointments: BTreeMap<AppointmentId, Appointment>,
    pub attempts: BTreeMap<AttemptId, Attempt>,
    pub closures: Vec<Closure>,
}

impl World {
    /// Families of one to three people.
    pub fn random(seed: u64, families: usize) -> Self {
        let mut dice = Dice::new(seed);
        let mut world = Self {
            closures: vec![a_closure(&mut dice)],
            ..Self::default()
        };
        for _ in 0..families {
            let payer = PatientId(dice.uuid());
            let people = 1 + dice.below(3);
            let family: Vec<History> = (0..people)
                .map(|index| a_history(&mut dice, payer, index, world.patients.len()))
                .collect();
            for care in digest(&family, TODAY, WINDOW_FROM) {
                world.care.insert(care.patient, care);
            }
            for history in family {
                world.take_in(history, &mut dice);
            }
        }
        world
    }

    fn take_in(&mut self, history: History, dice: &mut Dice) {
        let id = history.patient.id;
        let window = history
            .appointments
            .into_iter()
            .filter(|visit| visit.start().date() >= WINDOW_FROM);
        self.appointments.extend(window.map(|visit| (visit.id, visit)));
        self.patients.insert(id, history.patient);
        for _ in 0..dice.below(7) {
            let attempt = an_attempt(dice, id);
            self.attempts.insert(attempt.id, attempt);
        }
        for attempt in a_campaign(dice, id) {
            self.attempts.insert(attempt.id, attempt);
        }
    }

    pub fn ids(&self) -> Vec<PatientId> {
        self.patients.keys().copied().collect()
    }
}

fn a_closure(dice: &mut Dice) -> Closure {
    let from = dice.day(3, 6);
    Closure {
        id: ClosureId(dice.uuid()),
        from,
        to: from,
        reason: "Corso".to_owned(),
    }
}

fn a_history(dice: &mut Dice, payer: PatientId, index: u32, number: usize) -> History {
    let id = if index == 0 { payer } else { PatientId(dice.uuid()) };
    let plans: Vec<Plan> = (0..dice.below(3)).map(|_| a_plan(dice, id)).collect();
    let of_plan = |dice: &mut Dice| plans.get(dice.below(3) as usize).map(|plan| plan.id);
    let acts = (0..dice.below(9)).map(|_| (of_plan(dice), dice.below(100_000)));
    let acts: Vec<(Option<PlanId>, u32)> = acts.collect();
    let payments: Vec<Option<PlanId>> = (0..dice.below(6)).map(|_| of_plan(dice)).collect();
    let instalments: Vec<PlanId> = (0..dice.below(4)).filter_map(|_| of_plan(dice)).collect();
    History {
        patient: a_patient(dice, id, (index > 0).then_some(payer), number + index as usize),
        hygiene_interval_months: dice.of(&[6, 6, 6, 4, 3, 12, 0]),
        hygiene_fixed: (dice.below(8) == 0).then(|| dice.day(60, 60)),
        appointments: (0..dice.below(5)).map(|_| an_appointment(dice, id)).collect(),
        acts: acts
            .into_iter()
            .map(|(plan, code)| an_act(dice, id, plan, code))
            .collect(),
        payments: payments
            .into_iter()
            .map(|plan| a_payment(dice, id, plan))
            .collect(),
        instalments: instalments
            .into_iter()
            .zip(1..)
            .map(|(plan, number)| an_instalment(dice, plan, number))
            .collect(),
        plans,
    }
}

fn a_patient(dice: &mut Dice, id: PatientId, payer: Option<PatientId>, number: usize) -> Patient {
    let opposition = Opposition {
        purpose: dice.of(&[
            None,
            Some(Purpose::Recalls),
            Some(Purpose::Care),
            Some(Purpose::Administration),
        ]),
        channel: dice.of(&[None, None, Some(Channel::Phone)]),
    };
    Patient {
        id,
        code: format!("P{number:05}"),
        surname: dice
            .of(&["Greco", "Cantù", "CANTU", "Çela", "D'Amico", "Ricci"])
            .to_owned(),
        name: dice.of(&["Anna", "Niccolò", "Zoè", "bruno"]).to_owned(),
        born: None,
        contacts: None,
        standing: a_standing(dice),
        payer,
        dentist: None,
        hygienist: None,
        recall_consent: dice.of(&[
            Consent::NeverAsked,
            Consent::Given,
            Consent::Given,
            Consent::Denied,
        ]),
        oppositions: if dice.below(10) == 0 {
            vec![opposition]
        } else {
            Vec::new()
        },
    }
}

fn a_standing(dice: &mut Dice) -> Standing {
    match dice.below(16) {
        0 => Standing::Deceased,
        1 => Standing::MovedAway,
        2 => Standing::Inactive,
        _ => Standing::Active,
    }
}

fn a_plan(dice: &mut Dice, patient: PatientId) -> Plan {
    Plan {
        id: PlanId(dice.uuid()),
        code: String::new(),
        patient,
        title: dice.of(&["Protesi fissa", "Endodonzia"]).to_owned(),
        presented: (dice.below(5) > 0).then(|| dice.day(120, 0)),
        state: dice.of(&[
            PlanState::Active,
            PlanState::Active,
            PlanState::Finished,
            PlanState::Stopped,
        ]),
    }
}

fn an_act(dice: &mut Dice, patient: PatientId, plan: Option<PlanId>, code: u32) -> Act {
    let codes = [
        "IGIENE",
        "IGIENE",
        "VISITA",
        "PROV-EST",
        "CORONA-DEF",
        "ORTO-BOND",
        "PROV-CI",
        "PM-CONSEGNA",
        "PM-CONTROLLO",
        "RITR-ENDO",
        "RICOSTR-MONCONE",
        "ESTRAZ",
    ];
    let answers = [
        None,
        Some(PlanAnswer::Accepted),
        Some(PlanAnswer::Thinking),
        Some(PlanAnswer::Declined),
    ];
    let is_done = plan.is_none() || dice.below(3) > 0;
    Act {
        id: ActId(dice.uuid()),
        code: code.to_string(),
        patient,
        plan,
        position: None,
        act_code: dice.of(&codes).to_owned(),
        tooth: dice.of(&["", "16", "36", "Sup", "Inf"]).to_owned(),
        clinician: None,
        done: is_done.then(|| dice.day(300, 0)),
        price: dice.cents(),
        discount: Cents(i64::from(dice.below(3)) * 100),
        answer: dice.of(&answers),
    }
}

fn a_payment(dice: &mut Dice, patient: PatientId, plan: Option<PlanId>) -> Payment {
    let amount = dice.cents();
    let amount = if dice.below(8) == 0 { -amount } else { amount };
    Payment {
        id: PaymentId(dice.uuid()),
        patient,
        plan,
        day: dice.day(300, 5),
        amount,
    }
}

fn an_instalment(dice: &mut Dice, plan: PlanId, number: u16) -> Instalment {
    Instalment {
        id: InstalmentId(dice.uuid()),
        plan,
        number,
        due: dice.day(100, 60),
        amount: dice.cents(),
    }
}

pub fn an_appointment(dice: &mut Dice, patient: PatientId) -> Appointment {
    let start = dice.moment(80, 20);
    let happened = Instant::from_civil(dice.moment(70, 0));
    let statuses = [
        Status::Booked,
        Status::Booked,
        Status::Arrived { arrived: happened },
        Status::Done {
            times: VisitTimes::default(),
        },
        Status::NoShow { at: None },
        Status::Cancelled {
            who: CancelledBy::Patient,
            reason: String::new(),
            at: Some(happened),
        },
        Status::Cancelled {
            who: CancelledBy::Practice,
            reason: String::new(),
            at: None,
        },
    ];
    Appointment {
        id: AppointmentId(dice.uuid()),
        patient,
        place: Place {
            start,
            minutes: 30,
            chair: ChairId(Uuid::nil()),
            clinician: ClinicianId(Uuid::nil()),
        },
        kind: dice.of(&[
            AppointmentKind::Hygiene,
            AppointmentKind::Checkup,
            AppointmentKind::Prosthetics,
        ]),
        status: dice.of(&statuses),
        confirmation: dice.of(&[
            Confirmation::NotAsked,
            Confirmation::Confirmed,
            Confirmation::AskedToMove,
        ]),
        as_soon_as_possible: false,
        plan: None,
        overbooking: None,
        note: String::new(),
    }
}

pub fn an_attempt(dice: &mut Dice, patient: PatientId) -> Attempt {
    let back = dice.of(&[20, 60]);
    let about = (0..1 + dice.below(2))
        .map(|_| OutcomeOf {
            topic: a_topic(dice),
            outcome: an_outcome(dice),
        })
        .collect();
    Attempt {
        id: AttemptId(dice.uuid()),
        patient,
        at: Instant::from_civil(dice.moment(back, 0)),
        channel: Channel::Phone,
        by: None,
        by_name: None,
        imported: dice.below(2) == 0,
        outcomes: about,
    }
}

/// Now and then, several tries about one reason, and perhaps a word at last.
fn a_campaign(dice: &mut Dice, patient: PatientId) -> Vec<Attempt> {
    let (count, back) = dice.of(&[(0, 1), (0, 1), (0, 1), (3, 6), (6, 50)]);
    let kind = dice.of(&[
        ReasonKind::HygieneRecall,
        ReasonKind::SuspendedCycle,
        ReasonKind::Balance,
    ]);
    let mut outcomes = vec![Outcome::NoAnswer; count];
    if count > 0 && dice.below(3) == 0 {
        outcomes.push(Outcome::AllWell);
    }
    let calls = outcomes.into_iter().map(|outcome| {
        let day = if outcome == Outcome::AllWell {
            TODAY
        } else {
            dice.day(back, 0)
        };
        let outcomes = vec![OutcomeOf {
            topic: Topic::Reason(kind),
            outcome,
        }];
        Attempt {
            at: Instant::from_civil(day.at(9, 0, 0, 0)),
            outcomes,
            ..an_attempt(dice, patient)
        }
    });
    calls.collect()
}

fn a_topic(dice: &mut Dice) -> Topic {
    match dice.below(11) {
        10 => Topic::Other,
        index => Topic::Reason(ReasonKind::ALL[index as usize]),
    }
}

fn an_outcome(dice: &mut Dice) -> Outcome {
    let (moment, day) = (dice.moment(2, 2), dice.day(10, 20));
    let outcomes = [
        Outcome::AllWell,
        Outcome::Problem {
            clinician: None,
            until: Some(moment),
        },
        Outcome::Booked { appointment: None },
        Outcome::CallBack { until: moment },
        Outcome::CallBack { until: moment },
        Outcome::Later { until: day },
        Outcome::Thinking,
        Outcome::NoAnswer,
        Outcome::NoAnswer,
        Outcome::NoAnswer,
        Outcome::Busy,
        Outcome::Family,
        Outcome::Voicemail,
        Outcome::PromisesToPay {
            by: day,
            amount: Some(Cents(5_000)),
        },
    ];
    let rare = [
        Outcome::WrongNumber,
        Outcome::AsksToSpread,
        Outcome::Disputes,
        Outcome::DeclinesToGoOn,
        Outcome::DoNotContact {
            purpose: None,
            channel: None,
        },
        Outcome::Deceased,
    ];
    if dice.below(12) == 0 {
        dice.of(&rare)
    } else {
        dice.of(&outcomes)
    }
}

impl Rows for World {
    fn practice(&self) -> Option<&Practice> {
        None
    }
    fn chair(&self, _: ChairId) -> Option<&Chair> {
        None
    }
    fn chairs(&self) -> impl Iterator<Item = &Chair> {
        [].iter()
    }
    fn clinician(&self, _: ClinicianId) -> Option<&Clinician> {
        None
    }
    fn clinicians(&self) -> impl Iterator<Item = &Clinician> {
        [].iter()
    }
    fn closures(&self) -> impl Iterator<Item = &Closure> {
        self.closures.iter()
    }
    fn member(&self, _: MemberId) -> Option<&Member> {
        None
    }
    fn patient(&self, id: PatientId) -> Option<&Patient> {
        self.patients.get(&id)
    }
    fn care(&self, patient: PatientId) -> Option<&Care> {
        self.care.get(&patient)
    }
    fn appointment(&self, id: AppointmentId) -> Option<&Appointment> {
        self.appointments.get(&id)
    }
    fn appointments_on(&self, day: Date) -> impl Iterator<Item = &Appointment> {
        self.appointments
            .values()
            .filter(move |visit| visit.start().date() == day)
    }
    fn appointments_of(&self, patient: PatientId) -> impl Iterator<Item = &Appointment> {
        self.appointments
            .values()
            .filter(move |visit| visit.patient == patient)
    }
    fn attempt(&self, id: AttemptId) -> Option<&Attempt> {
        self.attempts.get(&id)
    }
    fn attempts_of(&self, patient: PatientId) -> impl Iterator<Item = &Attempt> {
        self.attempts
            .values()
            .filter(move |attempt| attempt.patient == patient)
    }
    fn claim(&self, _: PatientId) -> Option<&Claim> {
        None
    }
}
