//! The one place where commands are carried out: in the browser at once, in the server for good, in the simulator.

use crate::agenda::{Appointment, Confirmation, Mark, Overbooking, Place, Status, Wanted, place};
use crate::calls::{Attempt, Claim, Outcome, OutcomeOf, Topic, fits};
use crate::command::{Booking, Command};
use crate::id::{AppointmentId, AttemptId, PatientId};
use crate::patient::{Channel, Opposition};
use crate::policy;
use crate::refusal::Refusal;
use crate::role::Actor;
use crate::rows::{Change, Key, Row, Rows};
use crate::time::{Instant, Now};

/// Who gives a command, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Context {
    /// Who.
    pub actor: Actor,
    /// When the person gave it; never later than the server's present. For commands that need the server, the server's present.
    pub at: Instant,
}

/// What a command changes. The same command, context and rows give the same changes everywhere.
///
/// No changes means that everything is already as wished.
///
/// # Errors
/// Why the command is not carried out; then nothing has changed.
pub fn apply(command: &Command, context: &Context, rows: &impl Rows) -> Result<Vec<Change>, Refusal> {
    policy::may(&context.actor, command, rows)?;
    match command {
        Command::MarkAppointment { appointment, mark } => {
            mark_appointment(rows, context, *appointment, *mark)
        }
        Command::UndoMark { appointment, mark } => undo_mark(rows, *appointment, *mark),
        Command::MoveAppointment {
            appointment,
            from,
            to,
            overbooking,
        } => move_appointment(rows, context, *appointment, *from, *to, overbooking.as_ref()),
        Command::BookAppointment(booking) => book_appointment(rows, context, booking),
        Command::SetConfirmation {
            appointment,
            confirmation,
        } => set_confirmation(rows, *appointment, *confirmation),
        Command::RecordAttempt {
            attempt,
            patient,
            channel,
            outcomes,
            booking,
        } => {
            let call = Call {
                attempt: *attempt,
                patient: *patient,
                channel: *channel,
                outcomes,
                booking: booking.as_ref(),
            };
            record_attempt(rows, context, &call)
        }
        Command::ClaimCall { patient } => claim_call(rows, context, *patient),
        Command::ReleaseCall { patient } => Ok(release_call(rows, context, *patient)),
    }
}

/// A put, or nothing where the row is already so.
fn put(before: Option<&Appointment>, after: Appointment) -> Vec<Change> {
    if before == Some(&after) {
        Vec::new()
    } else {
        vec![Change::Put {
            row: Row::Appointment(after),
        }]
    }
}

fn existing(rows: &impl Rows, id: AppointmentId) -> Result<&Appointment, Refusal> {
    rows.appointment(id).ok_or(Refusal::NotFound)
}

fn mark_appointment(
    rows: &impl Rows,
    context: &Context,
    id: AppointmentId,
    mark: Mark,
) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    let now = Now::at(context.at);
    let too_early = match mark {
        Mark::NoShow => now.civil < visit.start(),
        Mark::Arrived | Mark::InChair | Mark::Done | Mark::Left => now.today() < visit.start().date(),
    };
    if too_early {
        return Err(Refusal::TooEarly { start: visit.start() });
    }
    let status = visit
        .status
        .clone()
        .marked(mark, context.at)
        .map_err(|_| wrong_state(visit, mark))?;
    Ok(put(
        Some(visit),
        Appointment {
            status,
            ..visit.clone()
        },
    ))
}

fn undo_mark(rows: &impl Rows, id: AppointmentId, mark: Mark) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    let status = visit
        .status
        .clone()
        .unmarked(mark)
        .map_err(|_| wrong_state(visit, mark))?;
    let undone = Appointment {
        status,
        ..visit.clone()
    };
    // A missed visit gave its place back: somebody may have taken it meanwhile.
    if undone.takes_place() && !visit.takes_place() && undone.overbooking.is_none() {
        place::check_free(
            rows,
            &Wanted {
                place: undone.place,
                patient: undone.patient,
                moving: Some(id),
            },
        )?;
    }
    Ok(put(Some(visit), undone))
}

fn wrong_state(visit: &Appointment, wanted: Mark) -> Refusal {
    match &visit.status {
        Status::Cancelled { who, .. } => Refusal::Cancelled { who: *who },
        status => Refusal::WrongState {
            status: status.clone(),
            wanted: Some(wanted),
        },
    }
}

fn move_appointment(
    rows: &impl Rows,
    context: &Context,
    id: AppointmentId,
    from: Place,
    to: Place,
    overbooking: Option<&Overbooking>,
) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    if visit.place == to {
        return Ok(Vec::new());
    }
    match &visit.status {
        Status::Booked => {}
        Status::Cancelled { who, .. } => return Err(Refusal::Cancelled { who: *who }),
        status => {
            return Err(Refusal::WrongState {
                status: status.clone(),
                wanted: None,
            });
        }
    }
    if visit.place != from {
        return Err(Refusal::MovedMeanwhile { place: visit.place });
    }
    let wanted = Wanted {
        place: to,
        patient: visit.patient,
        moving: Some(id),
    };
    check_wanted(rows, context, &wanted, overbooking)?;
    // Who said yes to another hour has not said yes to this one.
    let confirmation = if from.start == to.start {
        visit.confirmation
    } else {
        Confirmation::NotAsked
    };
    let moved = Appointment {
        place: to,
        confirmation,
        overbooking: by_actor(overbooking, context),
        ..visit.clone()
    };
    Ok(put(Some(visit), moved))
}

fn book_appointment(rows: &impl Rows, context: &Context, booking: &Booking) -> Result<Vec<Change>, Refusal> {
    let appointment = booked(rows, context, booking)?;
    Ok(put(rows.appointment(booking.appointment), appointment))
}

/// The visit of a booking, checked.
fn booked(rows: &impl Rows, context: &Context, booking: &Booking) -> Result<Appointment, Refusal> {
    if rows.patient(booking.patient).is_none() {
        return Err(Refusal::NotFound);
    }
    if rows.appointment(booking.appointment).is_some() {
        return Err(Refusal::AlreadyRecorded);
    }
    let wanted = Wanted {
        place: booking.place,
        patient: booking.patient,
        moving: None,
    };
    check_wanted(rows, context, &wanted, booking.overbooking.as_ref())?;
    Ok(Appointment {
        id: booking.appointment,
        patient: booking.patient,
        place: booking.place,
        kind: booking.kind,
        status: Status::Booked,
        confirmation: Confirmation::NotAsked,
        as_soon_as_possible: false,
        plan: booking.plan,
        overbooking: by_actor(booking.overbooking.as_ref(), context),
        note: booking.note.clone(),
    })
}

/// Who overbooks is who gives the command, whatever the command says.
fn by_actor(overbooking: Option<&Overbooking>, context: &Context) -> Option<Overbooking> {
    overbooking.map(|given| Overbooking { by: Some(context.actor.member), reason: given.reason.clone() })
}

/// Whether the place may be taken, with what the actor may override by giving a reason.
fn check_wanted(
    rows: &impl Rows,
    context: &Context,
    wanted: &Wanted,
    overbooking: Option<&Overbooking>,
) -> Result<(), Refusal> {
    place::check_grid(rows, &wanted.place)?;
    let start = wanted.place.start;
    if start.date() < Now::at(context.at).today() {
        return Err(Refusal::Past { start });
    }
    let role = context.actor.role;
    if overbooking.is_none() || !policy::may_take_closed_place(role) {
        place::check_open(rows, &wanted.place)?;
    }
    if overbooking.is_none() {
        place::check_free(rows, wanted)
    } else {
        Ok(())
    }
}

fn set_confirmation(
    rows: &impl Rows,
    id: AppointmentId,
    confirmation: Confirmation,
) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    match &visit.status {
        Status::Booked | Status::Arrived { .. } | Status::InChair { .. } => Ok(put(
            Some(visit),
            Appointment {
                confirmation,
                ..visit.clone()
            },
        )),
        Status::Cancelled { who, .. } => Err(Refusal::Cancelled { who: *who }),
        status => Err(Refusal::WrongState {
            status: status.clone(),
            wanted: None,
        }),
    }
}

/// A call as it is written down.
struct Call<'a> {
    attempt: AttemptId,
    patient: PatientId,
    channel: Channel,
    outcomes: &'a [OutcomeOf],
    booking: Option<&'a Booking>,
}

/// A call made offline while another called stays beside the other's: attempts are only ever added.
fn record_attempt(rows: &impl Rows, context: &Context, call: &Call<'_>) -> Result<Vec<Change>, Refusal> {
    let attempt = Attempt {
        id: call.attempt,
        patient: call.patient,
        at: context.at,
        channel: call.channel,
        by: Some(context.actor.member),
        by_name: None,
        imported: false,
        outcomes: call.outcomes.to_vec(),
    };
    if rows.attempt(call.attempt).is_some() {
        return Err(Refusal::AlreadyRecorded);
    }
    check_outcomes(rows, call)?;
    let mut changes = vec![Change::Put {
        row: Row::Attempt(attempt),
    }];
    if let Some(booking) = call.booking {
        let appointment = booked(rows, context, booking)?;
        changes.push(Change::Put {
            row: Row::Appointment(appointment),
        });
    }
    for about in call.outcomes {
        changes.extend(follow_up(rows, call, about)?);
    }
    changes.extend(release_call(rows, context, call.patient));
    Ok(changes)
}

/// Every outcome fits what it is about, each thing has one, and what was booked is named.
fn check_outcomes(rows: &impl Rows, call: &Call<'_>) -> Result<(), Refusal> {
    let mut topics: Vec<Topic> = call.outcomes.iter().map(|about| about.topic).collect();
    topics.sort_unstable();
    topics.dedup();
    if topics.is_empty() || topics.len() != call.outcomes.len() {
        return Err(Refusal::UnfitOutcome);
    }
    let mut names_booking = false;
    for about in call.outcomes {
        if !fits(about.topic, &about.outcome) {
            return Err(Refusal::UnfitOutcome);
        }
        let (Outcome::Booked { appointment: named }
        | Outcome::Confirms { appointment: named }
        | Outcome::AsksToMove { appointment: named }) = &about.outcome
        else {
            continue;
        };
        let booked_here = call
            .booking
            .is_some_and(|booking| Some(booking.appointment) == *named);
        names_booking |= booked_here && matches!(about.outcome, Outcome::Booked { .. });
        let known = named
            .and_then(|id| rows.appointment(id))
            .is_some_and(|visit| visit.patient == call.patient);
        if !booked_here && !known {
            return Err(Refusal::NotFound);
        }
    }
    let booking_is_the_patients = call.booking.is_none_or(|booking| booking.patient == call.patient);
    if call.booking.is_some() == names_booking && booking_is_the_patients {
        Ok(())
    } else {
        Err(Refusal::UnfitOutcome)
    }
}

/// What an outcome changes besides being written down; reasons follow from the attempts by themselves.
fn follow_up(rows: &impl Rows, call: &Call<'_>, about: &OutcomeOf) -> Result<Vec<Change>, Refusal> {
    match &about.outcome {
        Outcome::Confirms {
            appointment: Some(id),
        } => set_confirmation(rows, *id, Confirmation::Confirmed),
        Outcome::AsksToMove {
            appointment: Some(id),
        } => set_confirmation(rows, *id, Confirmation::AskedToMove),
        Outcome::DoNotContact { purpose, channel } => {
            let patient = rows.patient(call.patient).ok_or(Refusal::NotFound)?;
            let purpose = purpose.unwrap_or_else(|| about.topic.purpose());
            Ok(oppose(
                patient,
                Opposition {
                    purpose: Some(purpose),
                    channel: *channel,
                },
            ))
        }
        _ => Ok(Vec::new()),
    }
}

/// An opposition is only ever added here: it wins every merge.
fn oppose(patient: &crate::patient::Patient, opposition: Opposition) -> Vec<Change> {
    if patient.oppositions.contains(&opposition) {
        return Vec::new();
    }
    let mut patient = patient.clone();
    patient.oppositions.push(opposition);
    vec![Change::Put {
        row: Row::Patient(patient),
    }]
}

fn claim_call(rows: &impl Rows, context: &Context, patient: PatientId) -> Result<Vec<Change>, Refusal> {
    let by = context.actor.member;
    let held = rows.claim(patient).filter(|claim| claim.holds_at(context.at));
    let since = match held {
        Some(claim) if claim.by != by => {
            return Err(Refusal::Claimed {
                by: claim.by,
                since: claim.since,
                until: claim.until,
            });
        }
        Some(claim) => claim.since,
        None => context.at,
    };
    let claim = Claim {
        patient,
        by,
        since,
        until: context.at.plus_minutes(Claim::MINUTES),
    };
    Ok(vec![Change::Put {
        row: Row::Claim(claim),
    }])
}

fn release_call(rows: &impl Rows, context: &Context, patient: PatientId) -> Vec<Change> {
    let own = rows
        .claim(patient)
        .is_some_and(|claim| claim.by == context.actor.member);
    if own {
        vec![Change::Remove {
            key: Key::Claim(patient),
        }]
    } else {
        Vec::new()
    }
}
