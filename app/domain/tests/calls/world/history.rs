//! What might be recorded of somebody.

use app_domain::agenda::{
    Appointment, AppointmentKind, CancelledBy, Confirmation, Place, Status, VisitTimes,
};
use app_domain::care::{Act, History, Instalment, Payment, Plan, PlanAnswer, PlanState};
use app_domain::id::{
    ActId, AppointmentId, ChairId, ClinicianId, InstalmentId, PatientId, PaymentId, PlanId,
};
use app_domain::money::Cents;
use app_domain::patient::{Channel, Consent, Opposition, Patient, Purpose, Standing};
use app_domain::time::Instant;
use uuid::Uuid;

use super::dice::Dice;

pub fn a_history(dice: &mut Dice, payer: PatientId, index: u32, number: usize) -> History {
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
        recall: None,
        check_recalls: Vec::new(),
        risk_marks: None,
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
        times: app_domain::agenda::PlaceTimes::default(),
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
        description: String::new(),
        tooth: dice.of(&["", "16", "36", "Sup", "Inf"]).to_owned(),
        clinician: None,
        done: is_done.then(|| dice.day(300, 0)),
        price: dice.cents(),
        discount: Cents(i64::from(dice.below(3)) * 100),
        answer: dice.of(&answers),
        gap_days: None,
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
        is_waiver: false,
    }
}

fn an_instalment(dice: &mut Dice, plan: PlanId, number: u16) -> Instalment {
    Instalment {
        id: InstalmentId(dice.uuid()),
        plan,
        number,
        due: dice.day(100, 60),
        amount: dice.cents(),
        put_off_from: None,
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
