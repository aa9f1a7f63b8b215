//! What a mapping must say beyond its types: alternatives of which one is needed, and words that mean something.

use app_domain::agenda::AppointmentKind;
use app_domain::care::{PlanAnswer, PlanState};
use app_domain::patient::{Channel, Consent, Purpose, Standing};
use app_domain::practice::Profession;

use super::words::{OutcomeWord, TopicWord, WeekdayWord, words_mean};
use super::{ActState, EveryOr, Mapping, OppositionColumn, PaymentKind, Source, VisitState, Word, YesNo};

type Checked = Result<(), (String, String)>;

/// Checks every table.
pub(super) fn tables(mapping: &Mapping) -> Checked {
    people(mapping)?;
    agenda(mapping)?;
    care(mapping)?;
    money(mapping)?;
    contacts(mapping)
}

fn people(mapping: &Mapping) -> Checked {
    let clinicians = &mapping.clinicians.columns;
    let named = clinicians.full_name.is_some() || clinicians.surname.is_some();
    need("clinicians.columns", "surname (or full_name)", named)?;
    meaning::<Profession>("clinicians.columns.profession", clinicians.profession.as_ref())?;
    let patients = &mapping.patients.columns;
    need(
        "patients.columns",
        "surname (or full_name)",
        patients.full_name.is_some() || patients.surname.is_some(),
    )?;
    meaning::<Channel>(
        "patients.columns.preferred_channel",
        patients.preferred_channel.as_ref(),
    )?;
    meaning::<Consent>(
        "patients.columns.recall_consent",
        patients.recall_consent.as_ref(),
    )?;
    meaning::<Standing>("patients.columns.standing", patients.standing.as_ref())?;
    patients.oppositions.iter().try_for_each(opposition)
}

fn opposition(column: &OppositionColumn) -> Checked {
    let key = "patients.columns.oppositions";
    let purpose = column
        .purpose
        .as_deref()
        .filter(|name| EveryOr::<Purpose>::from_name(name).is_none());
    let channel = column
        .channel
        .as_deref()
        .filter(|name| EveryOr::<Channel>::from_name(name).is_none());
    if let Some(name) = purpose.or(channel) {
        return Err((key.to_owned(), format!("\"{name}\" is no purpose or channel")));
    }
    let pair = |entry: &str| {
        let (purpose, channel) = entry.split_once(':')?;
        EveryOr::<Purpose>::from_name(purpose).and(EveryOr::<Channel>::from_name(channel))
    };
    match column
        .entries
        .iter()
        .find(|(_, ours)| !ours.is_empty() && pair(ours).is_none())
    {
        Some((theirs, ours)) => Err((
            format!("{key}.entries.\"{theirs}\""),
            format!("\"{ours}\" is no purpose:channel"),
        )),
        None => Ok(()),
    }
}

fn agenda(mapping: &Mapping) -> Checked {
    if let Some(table) = &mapping.hours {
        let hours = &table.columns;
        need(
            "hours.columns",
            "spans (with weekday) or days",
            !hours.spans.is_empty() || !hours.days.is_empty(),
        )?;
        need(
            "hours.columns",
            "weekday",
            hours.spans.is_empty() || hours.weekday.is_some(),
        )?;
        meaning::<WeekdayWord>("hours.columns.weekday", hours.weekday.as_ref())?;
        if hours.days.iter().any(|day| !(1..=7).contains(&day.weekday)) {
            return Err((
                "hours.columns.days".to_owned(),
                "weekday is 1 (Monday) to 7 (Sunday)".to_owned(),
            ));
        }
    } else if mapping.weekly_hours.is_empty() {
        return need("", "hours or weekly_hours", false);
    }
    let visits = &mapping.appointments.columns;
    need(
        "appointments.columns",
        "start, or date and time",
        visits.start.is_some() || visits.date.is_some(),
    )?;
    need(
        "appointments.columns",
        "time",
        visits.start.is_some() || visits.time.is_some(),
    )?;
    need(
        "appointments.columns",
        "minutes or end",
        visits.minutes.is_some() || visits.end.is_some(),
    )?;
    meaning::<AppointmentKind>("appointments.columns.kind", visits.kind.as_ref())?;
    meaning::<VisitState>("appointments.columns.status", visits.status.as_ref())?;
    meaning::<VisitState>("appointments.columns.confirmation", visits.confirmation.as_ref())?;
    meaning::<YesNo>(
        "appointments.columns.as_soon_as_possible",
        visits.as_soon_as_possible.as_ref(),
    )
}

fn care(mapping: &Mapping) -> Checked {
    for plans in &mapping.plans {
        meaning::<PlanState>("plans.columns.state", plans.columns.state.as_ref())?;
    }
    for acts in mapping.acts.iter().map(|table| &table.columns) {
        need(
            "acts.columns",
            "patient or plan",
            acts.patient.is_some() || acts.plan.is_some(),
        )?;
        need(
            "acts.columns",
            "done or status",
            acts.done.is_some() || acts.status.is_some(),
        )?;
        meaning::<ActState>("acts.columns.status", acts.status.as_ref())?;
        meaning::<PlanAnswer>("acts.columns.answer", acts.answer.as_ref())?;
    }
    Ok(())
}

fn money(mapping: &Mapping) -> Checked {
    for payments in mapping.payments.iter().map(|table| &table.columns) {
        let given = payments.amount.is_some() || payments.refunded.is_some();
        need("payments.columns", "amount or refunded", given)?;
        meaning::<PaymentKind>("payments.columns.kind", payments.kind.as_ref())?;
    }
    Ok(())
}

fn contacts(mapping: &Mapping) -> Checked {
    for contacts in mapping.contacts.iter().map(|table| &table.columns) {
        let given = contacts.at.is_some() || contacts.date.is_some();
        need("contacts.columns", "at, or date and time", given)?;
        meaning::<EveryOr<Channel>>("contacts.columns.channel", contacts.channel.as_ref())?;
        meaning::<TopicWord>("contacts.columns.topic", contacts.topic.as_ref())?;
        meaning::<OutcomeWord>("contacts.columns.outcome", Some(&contacts.outcome))?;
    }
    Ok(())
}

fn need(key: &str, what: &str, given: bool) -> Checked {
    if given {
        Ok(())
    } else {
        Err((key.to_owned(), format!("say where {what} comes from")))
    }
}

fn meaning<W: Word>(key: &str, source: Option<&Source>) -> Checked {
    let Some(source) = source else { return Ok(()) };
    words_mean::<W>(&format!("{key}.words"), &source.words)?;
    match &source.default {
        Some(default)
            if source.words.is_empty() && source.columns.is_empty() && W::from_name(default).is_none() =>
        {
            Err((
                format!("{key}.default"),
                format!("\"{default}\" means nothing here"),
            ))
        }
        _ => Ok(()),
    }
}
