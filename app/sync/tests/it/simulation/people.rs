//! What people do: any command that the screen would offer for what is shown.

use app_domain::agenda::{Absence, CancelledBy, Confirmation, Ending, LabWork, Mark, Overbooking, Place};
use app_domain::calls::{
    Advice, Attempt, CallsShown, Claim, NewRecall, Outcome, OutcomeOf, ReasonKind, RecallRule, RiskCategory,
    RiskRule, Settlement, StepAnswer, Topic,
};
use app_domain::care::PlanAnswer;
use app_domain::command::{Command, NewRequest};
use app_domain::id::{
    AbsenceId, AppointmentId, AttemptId, DayNoteId, EpisodeId, PatientId, PaymentId, RequestId, ReviewId,
    SharedViewId,
};
use app_domain::money::Cents;
use app_domain::patient::Channel;
use app_domain::payments::{NewPayment, PaymentEntry, RecordedPayment};
use app_domain::requests::Request;
use app_domain::review::Decision;
use app_domain::risk_marks::NewRisk;
use app_domain::rows::Rows;
use app_domain::treatment_consent::WithdrawalWish;
use app_sync::replica::Replica;
use jiff::civil::date;
use uuid::Uuid;

use super::random::Random;
use crate::practice::{booking, clinician_id, member_id, nth_place, patient_id};

/// A correction of how a visit ended, if one has.
fn correction(random: &mut Random, view: &Replica) -> Option<Command> {
    let ended: Vec<(AppointmentId, Ending)> = view
        .appointments()
        .filter_map(|visit| Some((visit.id, Ending::of(&visit.status)?)))
        .collect();
    let (appointment, was) = random.of(&ended)?;
    Some(Command::CorrectAppointment {
        appointment,
        was,
        becomes: random.of(&[
            None,
            Some(Ending::Cancelled {
                who: CancelledBy::Patient,
            }),
        ])?,
        reason: "segnata per errore".to_owned(),
    })
}

/// Somebody is away, or there after all; a note of the day; a booking that was a slip.
fn around_the_agenda(random: &mut Random, view: &Replica, fresh: u128) -> Option<Command> {
    let absences: Vec<AbsenceId> = view.absences().map(|absence| absence.id).collect();
    let notes: Vec<DayNoteId> = view.day_notes().map(|note| note.id).collect();
    let views: Vec<SharedViewId> = view.shared_views().map(|view| view.id).collect();
    let visits: Vec<AppointmentId> = view.appointments().map(|visit| visit.id).collect();
    let from = nth_place(random.below(8), 1, 1).start;
    Some(match random.below(8) {
        7 => Command::ShareView {
            view: SharedViewId(Uuid::from_u128(fresh)),
            name: format!("View {fresh}"),
            shows: CallsShown {
                part: "chiamare".to_owned(),
                reason: "igiene".to_owned(),
                clinician: None,
                language: None,
                never_reached: true,
                my_promises: false,
            },
        },
        6 => Command::StrikeView {
            view: random.of(&views)?,
        },
        5 => {
            let appointment = random.of(&visits)?;
            Command::SetLabWork {
                appointment,
                was: view.appointment(appointment)?.lab,
                becomes: random.of(&[LabWork::None, LabWork::Awaited, LabWork::Arrived])?,
            }
        }
        0 => Command::MarkAbsence(Absence {
            id: AbsenceId(Uuid::from_u128(fresh)),
            clinician: clinician_id(u128::from(random.below(2)) + 1),
            from,
            to: from.saturating_add(jiff::Span::new().hours(2)),
            reason: "influenza".to_owned(),
        }),
        1 => Command::WithdrawAbsence {
            absence: random.of(&absences)?,
        },
        2 => Command::AddDayNote {
            note: DayNoteId(Uuid::from_u128(fresh)),
            day: from.date(),
            text: format!("Note {fresh}"),
        },
        3 => Command::StrikeDayNote {
            note: random.of(&notes)?,
        },
        _ => Command::UnbookAppointment {
            appointment: random.of(&visits)?,
        },
    })
}

/// What is added to a call: a correction, an answer, a hand-over; and a call that is taken from somebody.
fn around_the_calls(random: &mut Random, view: &Replica) -> Option<Command> {
    // Of a call whose outcomes are hidden there is nothing to correct.
    let shown = |attempt: &&Attempt| !attempt.outcomes.is_empty();
    let attempts: Vec<&Attempt> = view.attempts().filter(shown).collect();
    let attempt = random.of(&attempts)?;
    let until = nth_place(8, 1, 1).start;
    Some(match random.below(9) {
        7 | 8 => settling(random, view, attempt)?,
        0..=2 => {
            let outcome = match random.below(12) {
                0..=2 => Outcome::AllWell,
                3..=5 => Outcome::CallBack {
                    until,
                    what: "il preventivo".to_owned(),
                },
                6 => Outcome::NoAnswer,
                7 => Outcome::MovedAway,
                8 => Outcome::DeclinesToGoOn,
                _ => Outcome::Problem {
                    clinician: Some(clinician_id(1)),
                    until: Some(until),
                },
            };
            let about = |about: &OutcomeOf| OutcomeOf {
                topic: about.topic,
                outcome: outcome.clone(),
            };
            Command::CorrectAttempt {
                attempt: attempt.id,
                was: attempt.outcomes.clone(),
                becomes: attempt.outcomes.iter().map(about).collect(),
                question: String::new(),
            }
        }
        3 => Command::AnswerEscalation {
            attempt: attempt.id,
            advice: random.of(&Advice::ALL)?,
            words: "venga oggi".to_owned(),
        },
        6 => Command::DecideDelay {
            attempt: attempt.id,
            granted: random.percent(50),
            words: String::new(),
        },
        4 => Command::HandOverPromise {
            attempt: attempt.id,
            from: attempt.owner(),
            to: member_id(u128::from(random.below(2)) + 1),
            word: String::new(),
        },
        _ => {
            let claims: Vec<&Claim> = view.claims().collect();
            let claim = random.of(&claims)?;
            Command::TakeOverCall {
                patient: claim.patient,
                from: claim.by,
                word: String::new(),
            }
        }
    })
}

/// Something is settled of what a call left to decide: mostly what it did leave.
fn settling(random: &mut Random, view: &Replica, attempt: &Attempt) -> Option<Command> {
    let reason = ReasonKind::HygieneRecall;
    let standing = view.patient(attempt.patient)?.standing;
    let all = [
        Settlement::Confirmed { standing },
        Settlement::NotTrue,
        Settlement::Resolved,
        Settlement::Retry { reason },
        Settlement::Closed { reason },
        Settlement::Seen,
    ];
    let fitting: Vec<Settlement> = all.into_iter().filter(|one| one.fits(attempt)).collect();
    let settlement = random.of(&fitting).or_else(|| random.of(&all))?;
    Some(Command::SettleCall {
        attempt: attempt.id,
        was: attempt
            .settled_about(settlement.matter())
            .map(|last| last.settlement),
        settlement,
        words: "deciso".to_owned(),
    })
}

/// A request is written down, taken in charge, handed on, put off, solved, or opened again; a payment is put off.
fn around_requests(random: &mut Random, view: &Replica, fresh: u128) -> Option<Command> {
    let requests: Vec<&Request> = view.requests().collect();
    let somebody = member_id(u128::from(random.below(2)) + 1);
    let due = nth_place(8 + random.below(8), 1, 1).start;
    if requests.is_empty() || random.percent(25) {
        return Some(Command::OpenRequest(NewRequest {
            request: RequestId(Uuid::from_u128(fresh)),
            patient: patient_id(u128::from(random.below(6)) + 1),
            channel: random.of(&[None, Some(Channel::Email)])?,
            answer_by: Channel::Phone,
            words: format!("Richiesta {fresh}"),
            due,
            owner: random.of(&[None, Some(somebody)])?,
        }));
    }
    let request = random.of(&requests)?;
    let id = request.id;
    Some(match random.below(5) {
        0 | 1 => Command::HandOverRequest {
            request: id,
            from: request.owner(),
            to: somebody,
            word: String::new(),
        },
        2 => Command::PutOffRequest {
            request: id,
            was: request.due,
            becomes: due,
        },
        3 => Command::SolveRequest {
            request: id,
            words: "fatto".to_owned(),
        },
        _ => Command::ReopenRequest {
            request: id,
            reason: random.of(&["", "non era tutto"])?.to_owned(),
        },
    })
}

/// A consent is attested, or withdrawn, or one of both was a slip.
fn around_consents(random: &mut Random, view: &Replica) -> Option<Command> {
    let patient = patient_id(u128::from(random.below(6)) + 1);
    let plan = view.care(patient)?.plans.first()?.plan;
    Some(match random.below(3) {
        0 | 1 => Command::AttestConsent {
            plan,
            patient,
            signed: random.of(&[date(2026, 11, 20), date(2026, 11, 23)])?,
        },
        _ => Command::WithdrawConsent {
            plan,
            patient,
            wish: random.of(&[WithdrawalWish::Patient, WithdrawalWish::Clinician])?,
            reason: random.of(&["", "ha cambiato idea"])?.to_owned(),
        },
    })
}

/// Somebody pays, or is given money back; an entry is corrected; a tap was a double one.
fn around_payments(random: &mut Random, view: &Replica, fresh: u128) -> Option<Command> {
    let payments: Vec<&RecordedPayment> = view.payments().collect();
    let known = random.of(&payments).filter(|_| random.percent(60));
    let Some(known) = known else {
        let (waives, asks) = (random.percent(25), random.percent(50));
        let entry = if waives {
            PaymentEntry::Waiver {
                reason: "sconto promesso".to_owned(),
            }
        } else if random.percent(70) {
            PaymentEntry::Payment
        } else {
            PaymentEntry::Refund {
                reason: "pagato due volte".to_owned(),
            }
        };
        let most = if waives { 1_000 } else { 50_000 };
        let entry = Command::RecordPayment(NewPayment {
            payment: PaymentId(Uuid::from_u128(fresh)),
            patient: patient_id(u128::from(random.below(6)) + 1),
            plan: None,
            day: random.of(&[date(2026, 11, 20), date(2026, 11, 23)])?,
            amount: Cents(i64::try_from(random.below(most)).ok()? + 1),
            entry,
        });
        return Some(if waives && asks {
            Command::Ask {
                review: ReviewId(Uuid::from_u128(fresh)),
                wish: Box::new(entry),
            }
        } else {
            entry
        });
    };
    let (payment, entry) = if random.percent(70) {
        let entry = PaymentEntry::Correction {
            of: known.id,
            reason: "importo sbagliato".to_owned(),
        };
        (PaymentId(Uuid::from_u128(fresh)), entry)
    } else {
        (known.id, known.entry.clone())
    };
    Some(Command::RecordPayment(NewPayment {
        payment,
        patient: known.patient,
        plan: known.plan,
        day: known.day,
        amount: Cents(known.amount.0.abs()),
        entry,
    }))
}

/// The recall of somebody is set by hand: mostly by who sees what is set.
fn around_recalls(random: &mut Random, view: &Replica) -> Option<Command> {
    let patient = patient_id(u128::from(random.below(6)) + 1);
    let seen = view.recall(patient, None).map(|recall| recall.rule);
    let rule = RecallRule {
        interval_months: random.of(&[0, 3, 6, 12, 61])?,
        fixed: random.of(&[
            None,
            Some(date(2026, 11, 20)),
            Some(date(2026, 12, 1)),
            Some(date(2027, 3, 1)),
        ])?,
        disabled_until: random.of(&[None, None, Some(date(2027, 1, 7))])?,
    };
    Some(Command::SetRecall(NewRecall {
        patient,
        check: None,
        was: if random.percent(80) { seen } else { None },
        becomes: rule,
    }))
}

/// A clinician opens an episode of risk by hand, or closes one, whoever opened it.
fn around_risks(random: &mut Random, view: &Replica, fresh: u128) -> Option<Command> {
    let patient = patient_id(u128::from(random.below(6)) + 1);
    let open = view.care(patient)?.open_episodes(view.risk_marks(patient));
    let ids: Vec<EpisodeId> = open.iter().filter_map(|episode| episode.id).collect();
    Some(match random.of(&ids) {
        Some(episode) if random.percent(50) => Command::CloseRisk {
            patient,
            episode,
            reason: random.of(&["", "corona fatta altrove"])?.to_owned(),
        },
        _ => Command::OpenRisk(NewRisk {
            episode: EpisodeId(Uuid::from_u128(fresh)),
            patient,
            category: random.of(&RiskCategory::ALL)?,
            opened: date(2026, 11, 20),
            tooth: random.of(&["", "16", "Sup"])?.to_owned(),
            reason: "si muove".to_owned(),
        }),
    })
}

/// A line of the table of risk is set: mostly by who sees what is set, sometimes with a code that has another place.
fn around_the_table_of_risk(random: &mut Random, view: &Replica) -> Option<Command> {
    let category = random.of(&RiskCategory::ALL)?;
    let usual = RiskRule::usual(category);
    let mut becomes = usual.clone();
    becomes.check_every_days = random.of(&[7, 30, 90, 366])?;
    if random.percent(50) {
        let other = RiskRule::usual(random.of(&RiskCategory::ALL)?);
        let closes = [vec!["CORONA".to_owned()], other.closes, usual.opens];
        becomes.closes.clone_from(random.of(&closes.each_ref())?);
    }
    Some(Command::SetUpRisk {
        was: view.risk_rule(category).cloned().filter(|_| random.percent(80)),
        becomes,
    })
}

/// A place where somebody is away is asked for, and what waits is decided.
fn around_hours(
    random: &mut Random,
    view: &Replica,
    appointment: AppointmentId,
    place: Place,
    fresh: u128,
) -> Option<Command> {
    let open: Vec<ReviewId> = view
        .reviews()
        .filter(|review| review.is_open())
        .map(|review| review.id)
        .collect();
    if random.percent(50)
        && let Some(review) = random.of(&open)
    {
        return Some(Command::SettleReview {
            review,
            decision: if random.percent(50) {
                Decision::Do
            } else {
                Decision::Drop
            },
            words: "va bene".to_owned(),
        });
    }
    let away: Vec<Place> = view
        .absences()
        .map(|absence| Place {
            start: absence.from,
            clinician: absence.clinician,
            ..place
        })
        .collect();
    Some(Command::Ask {
        review: ReviewId(Uuid::from_u128(fresh)),
        wish: Box::new(Command::MoveAppointment {
            appointment,
            from: view.appointment(appointment)?.place,
            to: random.of(&away).unwrap_or(place),
            overbooking: Some(Overbooking {
                by: None,
                reason: "viene da lontano".to_owned(),
            }),
        }),
    })
}

/// A wish. `fresh` numbers what it makes.
pub fn wish(random: &mut Random, view: &Replica, fresh: u128) -> Option<Command> {
    let visits: Vec<AppointmentId> = view.appointments().map(|visit| visit.id).collect();
    let appointment = random.of(&visits)?;
    let patient = patient_id(u128::from(random.below(6)) + 1);
    let place = nth_place(
        random.below(8),
        u128::from(random.below(2)) + 1,
        u128::from(random.below(2)) + 1,
    );
    Some(match random.below(22) {
        0..=2 => {
            let mark = random.of(&[Mark::Arrived, Mark::InChair, Mark::Done, Mark::Left])?;
            Command::MarkAppointment { appointment, mark }
        }
        3 => Command::UndoMark {
            appointment,
            mark: random.of(&[Mark::Arrived, Mark::InChair])?,
        },
        4 | 5 => {
            let from = view.appointment(appointment)?.place;
            Command::MoveAppointment {
                appointment,
                from,
                to: place,
                overbooking: None,
            }
        }
        6 | 7 => Command::BookAppointment(booking(1_000 + fresh, patient_number(patient), place)),
        8 => {
            let confirmation = random.of(&[Confirmation::Confirmed, Confirmation::AskedToMove])?;
            Command::SetConfirmation {
                appointment,
                confirmation,
            }
        }
        12 => Command::CancelAppointment {
            appointment,
            who: random.of(&[CancelledBy::Patient, CancelledBy::Practice])?,
            reason: "influenza".to_owned(),
        },
        13 => correction(random, view)?,
        14 => around_the_agenda(random, view, fresh)?,
        15 => around_the_calls(random, view)?,
        16 => around_requests(random, view, fresh)?,
        17 => around_consents(random, view)?,
        18 => around_payments(random, view, fresh)?,
        19 if random.percent(50) => around_hours(random, view, appointment, place, fresh)?,
        19 => around_recalls(random, view)?,
        20 => around_risks(random, view, fresh)?,
        21 => around_the_table_of_risk(random, view)?,
        9 if random.percent(60) => Command::ClaimCall { patient },
        9 => Command::ReleaseCall { patient },
        _ => {
            let mut visit = booking(1_000 + fresh, patient_number(patient), place);
            let books = random.percent(50);
            let asks = (books && random.percent(20)).then(|| ReviewId(Uuid::from_u128(3_000 + fresh)));
            if asks.is_some() {
                visit.place.start = visit.place.start.date().at(21, 0, 0, 0);
                visit.overbooking = Some(Overbooking {
                    by: None,
                    reason: "lavora".to_owned(),
                });
            }
            let answers = plan_answers(random, view, patient);
            let outcome = if asks.is_some() {
                Outcome::AsksForPlace {
                    appointment: visit.appointment,
                }
            } else if books {
                Outcome::Booked {
                    appointment: Some(visit.appointment),
                }
            } else if let Some(steps) = answers {
                Outcome::AnswersPlan { steps }
            } else if random.percent(30) {
                // Sometimes within what the caller may grant, sometimes beyond.
                Outcome::AsksToSpread {
                    until: random.of(&[Some(place.start.date()), Some(date(2026, 12, 31)), None])?,
                }
            } else {
                Outcome::NoAnswer
            };
            let topic = match outcome {
                Outcome::AsksToSpread { .. } => Topic::Other,
                Outcome::AnswersPlan { .. } => Topic::Reason(ReasonKind::PlanAwaiting),
                _ => Topic::Reason(ReasonKind::HygieneRecall),
            };
            Command::RecordAttempt {
                attempt: AttemptId(Uuid::from_u128(fresh)),
                patient,
                channel: Channel::Phone,
                outcomes: vec![OutcomeOf { topic, outcome }],
                booking: books.then_some(visit),
                asks,
                latest: None,
                question: String::new(),
            }
        }
    })
}

/// What somebody may answer to a plan, where the device knows its steps: now and then.
fn plan_answers(random: &mut Random, view: &Replica, patient: PatientId) -> Option<Vec<StepAnswer>> {
    let plan = view.care(patient)?.plans.first()?;
    let step = plan.steps.first()?.step;
    let answer = random.of(&[PlanAnswer::Accepted, PlanAnswer::Declined])?;
    random.percent(20).then(|| vec![StepAnswer { step, answer }])
}

/// Of what two people may want the same at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    Place,
    MovedVisit,
    CalledPatient,
    MarkedVisit,
    Claim,
}

impl Wish {
    pub const ALL: [Self; 5] = [
        Self::Place,
        Self::MovedVisit,
        Self::CalledPatient,
        Self::MarkedVisit,
        Self::Claim,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Place => "people: book the same place",
            Self::MovedVisit => "people: move the same visit",
            Self::CalledPatient => "people: have called the same patient",
            Self::MarkedVisit => "people: mark the same visit",
            Self::Claim => "people: want to call the same patient",
        }
    }
}

/// What somebody asks for who has this wish; with the same seed, the same.
pub fn wanted(wish: Wish, seed: u64, view: &Replica, fresh: u128) -> Option<Command> {
    let mut random = Random::new(seed);
    let visits: Vec<AppointmentId> = view.appointments().map(|visit| visit.id).collect();
    let appointment = random.of(&visits)?;
    let number = u128::from(random.below(6)) + 1;
    let place = nth_place(random.below(20), u128::from(random.below(2)) + 1, 1);
    Some(match wish {
        Wish::Place => Command::BookAppointment(booking(1_000 + fresh, number, place)),
        Wish::MovedVisit => Command::MoveAppointment {
            appointment,
            from: view.appointment(appointment)?.place,
            to: nth_place(random.below(20) + fresh as u64 % 2, 1, 1),
            overbooking: None,
        },
        Wish::CalledPatient => no_answer(patient_id(number), fresh),
        Wish::MarkedVisit => Command::MarkAppointment {
            appointment,
            mark: random.of(&[Mark::Arrived, Mark::InChair, Mark::Left])?,
        },
        Wish::Claim => Command::ClaimCall {
            patient: patient_id(number),
        },
    })
}

/// A call that nobody answered: it is never refused to who may call.
pub fn call(random: &mut Random, fresh: u128) -> Command {
    no_answer(patient_id(u128::from(random.below(6)) + 1), fresh)
}

fn no_answer(patient: PatientId, fresh: u128) -> Command {
    Command::RecordAttempt {
        attempt: AttemptId(Uuid::from_u128(fresh)),
        patient,
        channel: Channel::Phone,
        outcomes: vec![OutcomeOf {
            topic: Topic::Reason(ReasonKind::HygieneRecall),
            outcome: Outcome::NoAnswer,
        }],
        booking: None,
        asks: None,
        latest: None,
        question: String::new(),
    }
}

fn patient_number(patient: PatientId) -> u128 {
    (1..=6)
        .find(|number| patient_id(*number) == patient)
        .expect("one of the six")
}
