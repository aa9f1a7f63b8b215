//! Every command in words: what it asks for, and all that was typed.

use app_domain::agenda::{CancelledBy, Confirmation, Ending, Mark, Overbooking, Place};
use app_domain::calls::{OutcomeOf, Topic};
use app_domain::command::{Booking, Command};
use app_domain::id::{AppointmentId, PatientId, ReviewId};
use app_domain::patient::Channel;
use app_domain::review::Decision;
use app_domain::rows::Rows;

use super::Lookup;
use super::describe_addenda::describe_addendum;
use super::describe_consent::describe_consent;
use super::describe_patient::edited;
use super::describe_payment::describe_payment;
use super::describe_practice::describe_practice;
use super::describe_recall::describe_recall;
use super::describe_request::describe_request;
use super::describe_risk::describe_risk;
use super::outcome_words::outcome_words;
use super::refusal::mark_index;

/// A command in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Description {
    /// What it asks for, in a line.
    pub headline: String,
    /// What was typed or chosen, with its label.
    pub fields: Vec<(String, String)>,
}

/// A command in words, with names as the replica knows them.
pub fn describe(command: &Command, lookup: &Lookup<'_, impl Rows>) -> Description {
    let described = describe_practice(command, lookup)
        .or_else(|| describe_addendum(command, lookup))
        .or_else(|| describe_request(command, lookup))
        .or_else(|| describe_consent(command, lookup))
        .or_else(|| describe_payment(command, lookup))
        .or_else(|| describe_recall(command, lookup))
        .or_else(|| describe_risk(command, lookup));
    if let Some(description) = described {
        return description;
    }
    let text = &lookup.text().describe;
    match command {
        Command::MarkAppointment { appointment, mark } => marked(*appointment, *mark, text.mark, lookup),
        Command::UndoMark { appointment, mark } => marked(*appointment, *mark, text.undo_mark, lookup),
        Command::MoveAppointment {
            appointment,
            from,
            to,
            overbooking,
        } => moved(*appointment, [*from, *to], overbooking.as_ref(), lookup),
        Command::CancelAppointment {
            appointment,
            who,
            reason,
        } => cancelled(*appointment, *who, reason, lookup),
        Command::CorrectAppointment {
            appointment,
            was,
            becomes,
            reason,
        } => corrected(*appointment, [Some(*was), *becomes], reason, lookup),
        Command::SetAsSoonAsPossible {
            appointment,
            as_soon_as_possible,
        } => earlier(*appointment, *as_soon_as_possible, lookup),
        Command::SetLabWork {
            appointment, becomes, ..
        } => Description {
            headline: (text.lab[*becomes as usize])(&whose(*appointment, lookup)),
            fields: vec![(text.visit.to_owned(), lookup.visit(*appointment))],
        },
        Command::BookAppointment(booking) => Description {
            headline: (text.books)(&lookup.patient_or_unknown(booking.patient)),
            fields: booking_fields(booking, lookup),
        },
        Command::UnbookAppointment { appointment } => Description {
            headline: (lookup.text().practice.unbooks)(&whose(*appointment, lookup)),
            fields: vec![(text.visit.to_owned(), lookup.visit(*appointment))],
        },
        Command::SetConfirmation {
            appointment,
            confirmation,
        } => confirmed(*appointment, *confirmation, lookup),
        Command::RecordAttempt {
            patient,
            channel,
            outcomes,
            booking,
            ..
        } => called(*patient, *channel, outcomes, booking.as_ref(), lookup),
        Command::EditPatient {
            patient,
            was,
            becomes,
        } => edited(*patient, [was, becomes], lookup),
        Command::Ask { wish, .. } => asked_for(describe(wish, lookup), lookup),
        Command::SettleReview {
            review,
            decision,
            words,
        } => decided(*review, decision, words, lookup),
        Command::ClaimCall { patient } => headline((text.claim)(&lookup.patient_or_unknown(*patient))),
        Command::ReleaseCall { patient } => headline((text.release)(&lookup.patient_or_unknown(*patient))),
        // The practice's own, and what is added to a call, are described above.
        _ => headline(String::new()),
    }
}

/// What is not done, and asked of somebody else.
pub fn asked_for(wish: Description, lookup: &Lookup<'_, impl Rows>) -> Description {
    Description {
        headline: (lookup.text().describe.asks)(&wish.headline),
        ..wish
    }
}

/// The patient whom a command is about, where the device knows.
pub fn patient_of(command: &Command, rows: &impl Rows) -> Option<PatientId> {
    match command {
        Command::MarkAppointment { appointment, .. }
        | Command::UndoMark { appointment, .. }
        | Command::CancelAppointment { appointment, .. }
        | Command::CorrectAppointment { appointment, .. }
        | Command::SetAsSoonAsPossible { appointment, .. }
        | Command::SetLabWork { appointment, .. }
        | Command::UnbookAppointment { appointment }
        | Command::MoveAppointment { appointment, .. }
        | Command::SetConfirmation { appointment, .. } => {
            rows.appointment(*appointment).map(|visit| visit.patient)
        }
        Command::BookAppointment(booking) => Some(booking.patient),
        Command::CorrectAttempt { attempt, .. }
        | Command::AnswerEscalation { attempt, .. }
        | Command::DecideDelay { attempt, .. }
        | Command::SettleCall { attempt, .. }
        | Command::HandOverPromise { attempt, .. } => rows.attempt(*attempt).map(|attempt| attempt.patient),
        Command::OpenRequest(wanted) => Some(wanted.patient),
        Command::RecordPayment(wanted) => Some(wanted.patient),
        Command::SetRecall(wanted) => Some(wanted.patient),
        Command::OpenRisk(wanted) => Some(wanted.patient),
        Command::HandOverRequest { request, .. }
        | Command::PutOffRequest { request, .. }
        | Command::SolveRequest { request, .. }
        | Command::ReopenRequest { request, .. } => rows.request(*request).map(|request| request.patient),
        Command::RecordAttempt { patient, .. }
        | Command::AttestConsent { patient, .. }
        | Command::WithdrawConsent { patient, .. }
        | Command::TakeOverCall { patient, .. }
        | Command::CloseRisk { patient, .. }
        | Command::EditPatient { patient, .. }
        | Command::ClaimCall { patient }
        | Command::ReleaseCall { patient } => Some(*patient),
        Command::Ask { wish, .. } => patient_of(wish, rows),
        Command::SettleReview { review, .. } => {
            let about = rows.review(*review)?.about.as_ref()?;
            // A decision is never about a decision.
            patient_of(&about.command, rows)
        }
        _ => None,
    }
}

fn headline(headline: String) -> Description {
    Description {
        headline,
        fields: Vec::new(),
    }
}

fn whose(visit: AppointmentId, lookup: &Lookup<'_, impl Rows>) -> String {
    let patient = lookup
        .patient_of(visit)
        .and_then(|patient| lookup.patient(patient));
    patient.unwrap_or_else(|| lookup.text().describe.unknown_patient.to_owned())
}

fn marked(
    visit: AppointmentId,
    mark: Mark,
    sentence: fn(&str, &str) -> String,
    lookup: &Lookup<'_, impl Rows>,
) -> Description {
    let text = &lookup.text().describe;
    Description {
        headline: sentence(text.marks[mark_index(mark)], &whose(visit, lookup)),
        fields: vec![(text.visit.to_owned(), lookup.visit(visit))],
    }
}

fn moved(
    visit: AppointmentId,
    [from, to]: [Place; 2],
    overbooking: Option<&Overbooking>,
    lookup: &Lookup<'_, impl Rows>,
) -> Description {
    let text = &lookup.text().describe;
    let mut fields = vec![
        (text.from.to_owned(), lookup.place(from)),
        (text.to.to_owned(), lookup.place(to)),
    ];
    fields.extend(overbooking.map(|over| (text.overbooking.to_owned(), over.reason.clone())));
    Description {
        headline: (text.moves)(&whose(visit, lookup)),
        fields,
    }
}

fn cancelled(
    visit: AppointmentId,
    who: CancelledBy,
    reason: &str,
    lookup: &Lookup<'_, impl Rows>,
) -> Description {
    let text = &lookup.text().describe;
    Description {
        headline: (text.cancels)(&whose(visit, lookup)),
        fields: vec![
            (text.visit.to_owned(), lookup.visit(visit)),
            (
                text.by.to_owned(),
                text.endings[ending_index(Some(Ending::Cancelled { who }))].to_owned(),
            ),
            (text.reason.to_owned(), reason.to_owned()),
        ],
    }
}

fn corrected(
    visit: AppointmentId,
    [was, becomes]: [Option<Ending>; 2],
    reason: &str,
    lookup: &Lookup<'_, impl Rows>,
) -> Description {
    let text = &lookup.text().describe;
    let word = |ending| text.endings[ending_index(ending)].to_owned();
    let mut fields = vec![
        (text.visit.to_owned(), lookup.visit(visit)),
        (text.was.to_owned(), word(was)),
        (text.becomes.to_owned(), word(becomes)),
    ];
    if !reason.is_empty() {
        fields.push((text.reason.to_owned(), reason.to_owned()));
    }
    Description {
        headline: (text.corrects)(&whose(visit, lookup)),
        fields,
    }
}

/// The place of an ending among the words of endings.
const fn ending_index(ending: Option<Ending>) -> usize {
    match ending {
        None => 0,
        Some(Ending::Left) => 1,
        Some(Ending::NoShow) => 2,
        Some(Ending::Cancelled {
            who: CancelledBy::Patient,
        }) => 3,
        Some(Ending::Cancelled {
            who: CancelledBy::Practice,
        }) => 4,
    }
}

fn earlier(visit: AppointmentId, earlier: bool, lookup: &Lookup<'_, impl Rows>) -> Description {
    let text = &lookup.text().describe;
    let sentence = if earlier { text.earlier } else { text.not_earlier };
    Description {
        headline: sentence(&whose(visit, lookup)),
        fields: vec![(text.visit.to_owned(), lookup.visit(visit))],
    }
}

fn booking_fields(booking: &Booking, lookup: &Lookup<'_, impl Rows>) -> Vec<(String, String)> {
    let text = &lookup.text().describe;
    let kind = (lookup.common().kind)(booking.kind).to_owned();
    let mut fields = vec![
        (text.kind.to_owned(), kind),
        (text.place.to_owned(), lookup.place(booking.place)),
    ];
    fields.extend(
        booking
            .overbooking
            .as_ref()
            .map(|over| (text.overbooking.to_owned(), over.reason.clone())),
    );
    if !booking.note.is_empty() {
        fields.push((text.note.to_owned(), booking.note.clone()));
    }
    fields
}

fn confirmed(
    visit: AppointmentId,
    confirmation: Confirmation,
    lookup: &Lookup<'_, impl Rows>,
) -> Description {
    let text = &lookup.text().describe;
    let answer = match confirmation {
        Confirmation::NotAsked => text.not_asked.to_owned(),
        Confirmation::Asked { channel } => (text.asked)((lookup.common().channel)(channel)),
        Confirmation::Confirmed => text.confirmed.to_owned(),
        Confirmation::AskedToMove => text.asked_to_move.to_owned(),
    };
    let fields = vec![
        (text.answer.to_owned(), answer),
        (text.visit.to_owned(), lookup.visit(visit)),
    ];
    Description {
        headline: (text.confirmation)(&whose(visit, lookup)),
        fields,
    }
}

fn called(
    patient: PatientId,
    channel: Channel,
    outcomes: &[OutcomeOf],
    booking: Option<&Booking>,
    lookup: &Lookup<'_, impl Rows>,
) -> Description {
    let text = &lookup.text().describe;
    let mut fields = vec![(
        text.channel.to_owned(),
        (lookup.common().channel)(channel).to_owned(),
    )];
    fields.extend(outcomes.iter().map(|OutcomeOf { topic, outcome }: &OutcomeOf| {
        (
            topic_label(*topic, lookup),
            outcome_words(outcome, lookup.language),
        )
    }));
    if let Some(booking) = booking {
        fields.extend(booking_fields(booking, lookup));
    }
    Description {
        headline: (text.call)(&lookup.patient_or_unknown(patient)),
        fields,
    }
}

fn decided(
    review: ReviewId,
    decision: &Decision,
    words: &str,
    lookup: &Lookup<'_, impl Rows>,
) -> Description {
    let text = &lookup.text().describe;
    let about = lookup
        .rows
        .review(review)
        .and_then(|review| review.about.as_ref());
    let what = about.map_or_else(
        || text.unknown.to_owned(),
        |about| describe(&about.command, lookup).headline,
    );
    let (word, place) = match decision {
        Decision::Drop => (text.decisions[0], None),
        Decision::Do => (text.decisions[1], None),
        Decision::PlaceAt { place, .. } => (text.decisions[2], Some(*place)),
    };
    let mut fields = vec![(text.decision.to_owned(), word.to_owned())];
    fields.extend(place.map(|place| (text.place.to_owned(), lookup.place(place))));
    let words = Some(words).filter(|words| !words.is_empty());
    fields.extend(words.map(|words| (text.said.to_owned(), words.to_owned())));
    Description {
        headline: (text.settles)(&what),
        fields,
    }
}

fn topic_label(topic: Topic, lookup: &Lookup<'_, impl Rows>) -> String {
    (lookup.text().topic)(topic).to_owned()
}
