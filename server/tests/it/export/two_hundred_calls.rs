//! Two hundred calls at random, given as the screens give them, by people on devices of their own.

use std::collections::BTreeMap;

use app_domain::agenda::{AppointmentKind, CancelledBy, Overbooking, Place};
use app_domain::calendar::Calendar;
use app_domain::calls::{
    Advice, CallBoard, CallStatus, Facts, NewRecall, Outcome, OutcomeKind, OutcomeOf, Reason, ReasonDetail,
    ReasonKind, RecallRule, RiskCategory, Settlement, StepAnswer, Topic, evaluate, fits, outcomes_for,
};
use app_domain::care::PlanAnswer;
use app_domain::command::{Booking, Command, LatestCall, NewRequest};
use app_domain::id::{
    AppointmentId, AttemptId, EpisodeId, MemberId, PatientId, PracticeId, RequestId, ReviewId,
};
use app_domain::money::Cents;
use app_domain::patient::{Channel, PatientField, Purpose};
use app_domain::practice::Profession;
use app_domain::risk_marks::NewRisk;
use app_domain::role::Role;
use app_domain::rows::Rows as _;
use app_domain::time::Instant;
use app_domain::treatment_consent::WithdrawalWish;
use app_sync::wire::{ClientMessage, Mid, Mutation, MutationResult};
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};
use uuid::Uuid;

use crate::import::now;
use crate::store::database::Database;
use crate::sync::live::{Device, Live};

const CALLS: usize = 200;

/// What came of the calls.
#[derive(Default)]
pub struct Tally {
    outcomes: BTreeMap<OutcomeKind, usize>,
    booked: usize,
    answered: usize,
    corrected: usize,
    settled: usize,
    handed_over: usize,
    called_off: usize,
    asked: usize,
    attested: usize,
    withdrawn: usize,
    recalled: usize,
    risks: usize,
    plans_answered: usize,
    refused: usize,
}

impl Tally {
    /// Whether it was worth it: every outcome came up, and so did everything that is added to a call.
    pub fn check(&self) {
        let missing: Vec<_> = OutcomeKind::ALL
            .into_iter()
            .filter(|kind| !self.outcomes.contains_key(kind))
            .collect();
        assert!(missing.is_empty(), "no call came to {missing:?}");
        for (what, count) in [
            ("booked", self.booked),
            ("answered", self.answered),
            ("corrected", self.corrected),
            ("settled", self.settled),
            ("handed over", self.handed_over),
            ("called off", self.called_off),
            ("asked", self.asked),
            ("attested", self.attested),
            ("withdrawn", self.withdrawn),
            ("recalled", self.recalled),
            ("risks", self.risks),
            ("plans answered", self.plans_answered),
        ] {
            assert!(count >= 5, "only {count} {what}");
        }
        assert!(self.refused * 10 < CALLS, "{} refused", self.refused);
    }
}

/// Someone at a device, and the number of their next change.
struct Person {
    device: Device,
    next: u64,
}

impl Person {
    async fn at(live: &Live, login: &str, client: u128) -> Self {
        let device = live.device(login, client).await;
        Self { device, next: 1 }
    }

    /// Gives a command and waits until its effect is in the rows; whether it was carried out.
    async fn does(&mut self, command: Command, at: Instant) -> bool {
        let mid = Mid(self.next);
        self.next += 1;
        let push = ClientMessage::Push {
            client: self.device.client,
            after: Mid(mid.0 - 1),
            mutations: vec![Mutation {
                mid,
                command,
                at,
                base: None,
            }],
        };
        self.device.say(&push).await;
        let (_, result) = self.device.result().await;
        while self.device.decided < mid {
            self.device.next().await;
        }
        result == MutationResult::Ok
    }
}

/// Makes them.
pub async fn two_hundred_calls(database: &Database, practice: PracticeId) -> Tally {
    let live = Live::again(database.store.clone()).await;
    live.app.add("sara", &[Role::FrontDesk]).await;
    let marta = live.app.add("marta", &[Role::FrontDesk]).await.id;
    live.app.add("teresa", &[Role::Dentist]).await;
    live.app.add("carla", &[Role::CaseManager]).await;
    assert_eq!(live.app.state.practice, practice);
    let mut sara = Person::at(&live, "sara", 1).await;
    let mut teresa = Person::at(&live, "teresa", 2).await;
    let mut carla = Person::at(&live, "carla", 3).await;
    let mut dice = Dice(20_261_123);
    let mut tally = Tally::default();
    let calendar = Calendar::new(sara.device.rows.closures());
    let listed = listed(&sara.device, &calendar);
    let kinds: Vec<ReasonKind> = listed.keys().copied().collect();
    let mut calls = 0;
    while calls < CALLS {
        // Half an hour before now, a few seconds apart: devices never run ahead of the server.
        let at = Instant(now().instant.0 - 30 * 60_000 + calls as i64 * 7_000);
        let kind = dice.of(&kinds);
        let patient = dice.of(&listed[&kind]);
        let Some(call) = a_call(&sara.device, &calendar, (patient, kind), &mut dice) else {
            continue;
        };
        if !sara.does(call.command(&sara.device), at).await {
            tally.refused += 1;
            continue;
        }
        calls += 1;
        *tally.outcomes.entry(call.outcomes[0].outcome.kind()).or_default() += 1;
        tally.booked += usize::from(call.booking.is_some());
        let later = Instant(at.0 + 3_000);
        after(&call, &mut sara, &mut teresa, marta, later, &mut dice, &mut tally).await;
        if calls.is_multiple_of(3) {
            consent(&mut teresa, patient, later, calls, &mut tally).await;
        }
        if calls.is_multiple_of(4) {
            answers(&mut carla, &calendar, later, calls, &mut tally).await;
        }
        if calls.is_multiple_of(5) {
            recall(&mut sara, patient, later, calls, &mut tally).await;
            risk(&mut teresa, patient, later, calls, &mut tally).await;
        }
    }
    live.app.state.sync.stop().await;
    tally
}

/// The next patient who has not answered a plan answers to each step but the last.
async fn answers(carla: &mut Person, calendar: &Calendar, at: Instant, calls: usize, tally: &mut Tally) {
    let rows = &carla.device.rows;
    let awaits = listed(&carla.device, calendar).remove(&ReasonKind::PlanAwaiting);
    let Some(patient) = awaits.and_then(|awaits| awaits.first().copied()) else {
        return;
    };
    let steps = || {
        rows.care(patient)
            .into_iter()
            .flat_map(|care| &care.plans)
            .flat_map(|plan| &plan.steps)
    };
    let several = steps().count() > 1;
    let answers = [PlanAnswer::Accepted, PlanAnswer::Postponed, PlanAnswer::Declined];
    let said = steps()
        .skip(usize::from(several))
        .zip(answers.iter().cycle().skip(calls / 4))
        .map(|(step, answer)| StepAnswer {
            step: step.step,
            answer: *answer,
        });
    let call = Command::RecordAttempt {
        attempt: AttemptId(Uuid::from_u128(0xa_0000 + calls as u128)),
        patient,
        channel: Channel::Phone,
        outcomes: vec![OutcomeOf {
            topic: Topic::Reason(ReasonKind::PlanAwaiting),
            outcome: Outcome::AnswersPlan {
                steps: said.collect(),
            },
        }],
        booking: None,
        asks: None,
        latest: None,
        question: String::new(),
    };
    if carla.does(call, at).await {
        tally.plans_answered += 1;
        *tally.outcomes.entry(OutcomeKind::AnswersPlan).or_default() += 1;
    }
}

/// The recall of the patient is set by hand: turned off, put off, fixed for a day, or more often.
async fn recall(sara: &mut Person, patient: PatientId, at: Instant, calls: usize, tally: &mut Tally) {
    let today = now().today();
    let rule = RecallRule {
        interval_months: [0, 3, 4, 12][calls % 4],
        fixed: (calls.is_multiple_of(3)).then(|| today.saturating_add(20.days())),
        disabled_until: (calls.is_multiple_of(2)).then(|| today.saturating_add(5.days())),
    };
    let sets = Command::SetRecall(NewRecall {
        patient,
        check: None,
        was: sara.device.rows.recall(patient, None).map(|set| set.rule),
        becomes: rule,
    });
    tally.recalled += usize::from(sara.does(sets, at).await);
}

/// An episode of risk of the patient is closed by hand, if one is open, and another one is opened.
async fn risk(teresa: &mut Person, patient: PatientId, at: Instant, calls: usize, tally: &mut Tally) {
    let rows = &teresa.device.rows;
    let open = rows
        .care(patient)
        .map(|care| care.open_episodes(rows.risk_marks(patient)));
    let first = open.and_then(|open| open.first().and_then(|episode| episode.id));
    if let Some(episode) = first {
        let closes = Command::CloseRisk {
            patient,
            episode,
            reason: "fatto; \"altrove\"".to_owned(),
        };
        tally.risks += usize::from(teresa.does(closes, at).await);
    }
    let opens = Command::OpenRisk(NewRisk {
        episode: EpisodeId(Uuid::from_u128(0xe_0000 + calls as u128)),
        patient,
        category: RiskCategory::DentureJustDelivered,
        opened: now().today().saturating_sub(10.days()),
        tooth: "Sup".to_owned(),
        reason: "consegnata altrove".to_owned(),
    });
    tally.risks += usize::from(teresa.does(opens, at).await);
}

/// A consent to a plan of the patient is attested; of each second one, withdrawn at once.
async fn consent(teresa: &mut Person, patient: PatientId, at: Instant, calls: usize, tally: &mut Tally) {
    let care = teresa.device.rows.care(patient);
    let Some(plan) = care.and_then(|care| care.plans.first()).map(|care| care.plan) else {
        return;
    };
    let attests = Command::AttestConsent {
        plan,
        patient,
        signed: now().today(),
    };
    tally.attested += usize::from(teresa.does(attests, at).await);
    if calls.is_multiple_of(2) {
        let withdraws = Command::WithdrawConsent {
            plan,
            patient,
            wish: WithdrawalWish::Patient,
            reason: "ci ripensa; \"forse\"".to_owned(),
        };
        tally.withdrawn += usize::from(teresa.does(withdraws, at).await);
    }
}

/// Who is on the list for what, in the order of calling.
fn listed(device: &Device, calendar: &Calendar) -> BTreeMap<ReasonKind, Vec<PatientId>> {
    let patients: Vec<PatientId> = device.rows.patients().map(|patient| patient.id).collect();
    let board = CallBoard::of(&device.rows, patients, calendar, now());
    let mut listed: BTreeMap<ReasonKind, Vec<PatientId>> = BTreeMap::new();
    for patient in board.ranked() {
        let reasons = board.status(patient).map_or(&[][..], |status| &status.listed);
        for reason in reasons {
            listed.entry(reason.kind()).or_default().push(patient);
        }
    }
    listed
}

struct Call {
    attempt: AttemptId,
    patient: PatientId,
    channel: Channel,
    outcomes: Vec<OutcomeOf>,
    booking: Option<Booking>,
    asks: Option<ReviewId>,
}

impl Call {
    fn command(&self, device: &Device) -> Command {
        let latest = device
            .rows
            .attempts_of(self.patient)
            .max_by_key(|attempt| (attempt.at, attempt.id))
            .map_or(LatestCall::Nobody, |attempt| LatestCall::Attempt(attempt.id));
        let asks = self.outcomes[0].outcome.kind() == OutcomeKind::Problem;
        Command::RecordAttempt {
            attempt: self.attempt,
            patient: self.patient,
            channel: self.channel,
            outcomes: self.outcomes.clone(),
            booking: self.booking.clone(),
            asks: self.asks,
            latest: Some(latest),
            question: if asks {
                "gonfiore; \"da ieri\"\nchiede se venire"
            } else {
                ""
            }
            .to_owned(),
        }
    }
}

/// What a person writes down on the card of a patient: one outcome, for all listed reasons that it fits.
fn a_call(
    device: &Device,
    calendar: &Calendar,
    (patient, kind): (PatientId, ReasonKind),
    dice: &mut Dice,
) -> Option<Call> {
    let rows = &device.rows;
    let status = evaluate(&Facts::gather(rows, patient)?, calendar, now());
    // One that an earlier call took off the list is called about something else.
    let about = topics(&status)
        .into_iter()
        .find(|topic| *topic == Topic::Reason(kind) && dice.below(8) > 0)
        .unwrap_or(Topic::Other);
    // What can be said of a visit alone would come up too seldom.
    let of_visits = about == Topic::Reason(ReasonKind::Confirm) && dice.below(4) > 0;
    let kinds: Vec<OutcomeKind> = if of_visits {
        vec![OutcomeKind::Confirms, OutcomeKind::AsksToMove]
    } else {
        // What a plan is answered is not for the front desk to write down.
        let of_others = |kind: &OutcomeKind| *kind != OutcomeKind::AnswersPlan;
        outcomes_for(about).filter(of_others).collect()
    };
    let kind = dice.of(&kinds);
    let booking = matches!(kind, OutcomeKind::Booked | OutcomeKind::AsksForPlace)
        .then(|| a_booking(device, calendar, patient, dice))
        .flatten();
    let booking = booking.map(|booking| match kind {
        OutcomeKind::AsksForPlace => in_the_evening(booking),
        _ => booking,
    });
    let asks = (kind == OutcomeKind::AsksForPlace).then(|| ReviewId(dice.uuid()));
    let outcome = an_outcome(device, kind, &status, booking.as_ref(), dice)?;
    let mut outcomes: Vec<OutcomeOf> = topics(&status)
        .into_iter()
        .filter(|topic| fits(*topic, &outcome) && (*topic != Topic::Other || about == Topic::Other))
        .filter(|topic| *topic == about || dice.below(4) > 0)
        .map(|topic| OutcomeOf {
            topic,
            outcome: outcome.clone(),
        })
        .collect();
    outcomes.sort_by_key(|one| one.topic != about);
    Some(Call {
        attempt: AttemptId(dice.uuid()),
        patient,
        channel: dice.of(&[Channel::Phone, Channel::Phone, Channel::WhatsApp]),
        outcomes,
        booking,
        asks,
    })
}

fn topics(status: &CallStatus) -> Vec<Topic> {
    let listed = status.listed.iter().map(Reason::kind).map(Topic::Reason);
    listed.chain([Topic::Other]).collect()
}

fn an_outcome(
    device: &Device,
    kind: OutcomeKind,
    status: &CallStatus,
    booking: Option<&Booking>,
    dice: &mut Dice,
) -> Option<Outcome> {
    let visit = || {
        status.listed.iter().find_map(|reason| match &reason.detail {
            ReasonDetail::Confirm(detail) => detail.visits.first().map(|visit| visit.appointment),
            _ => None,
        })
    };
    Some(match kind {
        OutcomeKind::AllWell => Outcome::AllWell,
        OutcomeKind::Problem => Outcome::Problem {
            clinician: device
                .rows
                .clinicians()
                .min_by_key(|one| &one.code)
                .map(|one| one.id),
            until: Some(dice.moment(0)),
        },
        OutcomeKind::Confirms => Outcome::Confirms {
            appointment: Some(visit()?),
        },
        OutcomeKind::AsksToMove => Outcome::AsksToMove {
            appointment: Some(visit()?),
        },
        OutcomeKind::Booked => Outcome::Booked {
            appointment: Some(booking?.appointment),
        },
        OutcomeKind::AsksForPlace => Outcome::AsksForPlace {
            appointment: booking?.appointment,
        },
        OutcomeKind::CallBack => Outcome::CallBack {
            until: dice.moment(12),
            what: dice.of(&["", "la risposta sul preventivo"]).to_owned(),
        },
        OutcomeKind::Later => Outcome::Later {
            until: dice.moment(60).date(),
        },
        OutcomeKind::AnswersPlan => return None,
        OutcomeKind::Thinking => Outcome::Thinking,
        OutcomeKind::NoAnswer => Outcome::NoAnswer,
        OutcomeKind::Busy => Outcome::Busy,
        OutcomeKind::Voicemail => Outcome::Voicemail,
        OutcomeKind::Family => Outcome::Family,
        OutcomeKind::WrongNumber => Outcome::WrongNumber,
        OutcomeKind::PromisesToPay => Outcome::PromisesToPay {
            by: dice.moment(20).date(),
            amount: dice.of(&[None, Some(Cents(12_345))]),
        },
        // Sometimes within what the caller may grant, sometimes for the manager to decide.
        OutcomeKind::AsksToSpread => Outcome::AsksToSpread {
            until: Some(dice.moment(40).date()),
        },
        OutcomeKind::Disputes => Outcome::Disputes,
        OutcomeKind::DeclinesToGoOn => Outcome::DeclinesToGoOn,
        OutcomeKind::DoNotContact => Outcome::DoNotContact {
            purpose: dice.of(&[None, Some(Purpose::Recalls), Some(Purpose::Administration)]),
            channel: dice.of(&[None, Some(Channel::Phone)]),
        },
        OutcomeKind::Deceased => Outcome::Deceased,
        OutcomeKind::MovedAway => Outcome::MovedAway,
    })
}

/// A free half hour of the next weeks, as the finder would propose one.
/// The same at nine in the evening, when nothing is open, with a reason.
fn in_the_evening(booking: Booking) -> Booking {
    Booking {
        place: Place {
            start: booking.place.start.date().at(21, 0, 0, 0),
            ..booking.place
        },
        overbooking: Some(Overbooking {
            by: None,
            reason: "viene da \"lontano\"".to_owned(),
        }),
        ..booking
    }
}

fn a_booking(device: &Device, calendar: &Calendar, patient: PatientId, dice: &mut Dice) -> Option<Booking> {
    let rows = &device.rows;
    // By code: ids are new in every run.
    let chairs: BTreeMap<_, _> = rows.chairs().map(|chair| (&chair.code, chair.id)).collect();
    let hygienists: BTreeMap<_, _> = rows
        .clinicians()
        .filter(|one| one.profession == Profession::Hygienist)
        .map(|one| (&one.code, one.id))
        .collect();
    let chairs: Vec<_> = chairs.into_values().collect();
    let hygienists: Vec<_> = hygienists.into_values().collect();
    for _ in 0..200 {
        let start = dice.moment(40);
        let place = Place {
            start,
            minutes: 30,
            chair: dice.of(&chairs),
            clinician: dice.of(&hygienists),
        };
        let open = calendar.is_working_day(start.date()) && start.date() > now().today();
        let taken = rows.appointments_on(start.date()).any(|other| {
            let shares = other.place.chair == place.chair
                || other.place.clinician == place.clinician
                || other.patient == patient;
            shares && other.takes_place() && other.place.overlaps(&place)
        });
        if open && !taken {
            return Some(Booking {
                appointment: AppointmentId(dice.uuid()),
                patient,
                place,
                kind: AppointmentKind::Hygiene,
                plan: None,
                overbooking: None,
                note: String::new(),
            });
        }
    }
    None
}

/// What follows some of the calls: an answer, a correction, a hand-over, a visit called off, a number written down.
async fn after(
    call: &Call,
    sara: &mut Person,
    teresa: &mut Person,
    marta: MemberId,
    at: Instant,
    dice: &mut Dice,
    tally: &mut Tally,
) {
    let outcome = &call.outcomes[0].outcome;
    match (outcome, &call.booking) {
        (Outcome::Problem { .. }, _) if dice.below(4) > 0 => {
            let answer = Command::AnswerEscalation {
                attempt: call.attempt,
                advice: dice.of(&Advice::ALL),
                words: "venga pure; \"subito\"".to_owned(),
            };
            if teresa.does(answer, at).await {
                tally.answered += 1;
                sara.device.changes().await;
            }
        }
        (Outcome::CallBack { .. }, _) if dice.below(4) > 0 => {
            let from = sara
                .device
                .rows
                .attempt(call.attempt)
                .and_then(|attempt| attempt.by);
            let hand_over = Command::HandOverPromise {
                attempt: call.attempt,
                from,
                to: marta,
                word: "pensaci tu".to_owned(),
            };
            tally.handed_over += usize::from(sara.does(hand_over, at).await);
        }
        (Outcome::Thinking | Outcome::Busy | Outcome::Voicemail | Outcome::Family, _) => {
            let asks = Command::OpenRequest(NewRequest {
                request: RequestId(Uuid::from_u128(!call.attempt.0.as_u128())),
                patient: call.patient,
                channel: Some(Channel::Email),
                answer_by: Channel::Phone,
                words: "vuole \"due righe\"; per iscritto".to_owned(),
                due: now().today().at(18, 0, 0, 0),
                owner: tally.asked.is_multiple_of(2).then_some(marta),
            });
            tally.asked += usize::from(sara.does(asks, at).await);
        }
        (Outcome::Booked { .. }, Some(booking)) if dice.below(4) > 0 => {
            let call_off = Command::CancelAppointment {
                appointment: booking.appointment,
                who: dice.of(&[CancelledBy::Practice, CancelledBy::Patient]),
                reason: "manca il medico".to_owned(),
            };
            tally.called_off += usize::from(sara.does(call_off, at).await);
        }
        (Outcome::WrongNumber, _) => {
            let patient = sara.device.rows.patient(call.patient);
            let was = patient.and_then(|patient| patient.contacts.as_ref()?.mobile.clone());
            let edit = Command::EditPatient {
                patient: call.patient,
                was: PatientField::Mobile(was),
                becomes: PatientField::Mobile(Some("335 12;34 (sera)".to_owned())),
            };
            sara.does(edit, at).await;
        }
        (Outcome::Deceased | Outcome::DeclinesToGoOn | Outcome::Disputes, _) if dice.below(2) > 0 => {
            let settlement = match outcome {
                Outcome::Disputes => Settlement::Resolved,
                Outcome::Deceased if dice.below(2) > 0 => {
                    let patient = sara.device.rows.patient(call.patient);
                    Settlement::Confirmed {
                        standing: patient.map(|patient| patient.standing).unwrap_or_default(),
                    }
                }
                Outcome::Deceased => Settlement::NotTrue,
                _ => Settlement::Seen,
            };
            let settle = Command::SettleCall {
                attempt: call.attempt,
                was: None,
                settlement,
                words: "sentita la figlia; \"di persona\"".to_owned(),
            };
            if settlement != Settlement::Seen {
                tally.settled += usize::from(sara.does(settle, at).await);
            } else if teresa.does(settle, at).await {
                tally.settled += 1;
                sara.device.changes().await;
            }
        }
        (Outcome::NoAnswer | Outcome::AllWell | Outcome::Disputes | Outcome::MovedAway, _) => {
            let becomes: Vec<OutcomeOf> = call
                .outcomes
                .iter()
                .map(|about| OutcomeOf {
                    topic: about.topic,
                    outcome: dice.of(&[Outcome::Busy, Outcome::Voicemail, Outcome::AllWell]),
                })
                .collect();
            let correct = Command::CorrectAttempt {
                attempt: call.attempt,
                was: call.outcomes.clone(),
                becomes,
                question: String::new(),
            };
            if dice.below(2) > 0 {
                tally.corrected += usize::from(sara.does(correct, at).await);
            }
        }
        _ => {}
    }
}

/// Numbers that look thrown, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, below: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).expect("31 bits") % below
    }

    fn of<T: Clone>(&mut self, things: &[T]) -> T {
        things[self.below(u32::try_from(things.len()).expect("few")) as usize].clone()
    }

    fn uuid(&mut self) -> Uuid {
        let parts: [u32; 4] = std::array::from_fn(|_| self.below(u32::MAX));
        Uuid::from_u128(
            parts
                .into_iter()
                .fold(0, |all, part| (all << 32) | u128::from(part)),
        )
    }

    /// An hour of work today or on one of the days after it.
    fn moment(&mut self, ahead: u32) -> DateTime {
        let day: Date = now()
            .today()
            .saturating_add(i64::from(self.below(ahead + 1)).days());
        let (hour, minute) = (10 + self.below(2), 5 * self.below(6));
        let narrow = |number: u32| i8::try_from(number).expect("an hour or a minute");
        day.at(narrow(hour), narrow(minute), 0, 0)
    }
}
