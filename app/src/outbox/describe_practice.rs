//! What is asked of the practice itself, in words: who is away, when it is closed, how it is set up, notes of a day.

use app_domain::agenda::Absence;
use app_domain::calls::{CallSettings, CheckRule, RiskRule, VideoTemplate, why};
use app_domain::command::Command;
use app_domain::id::DayNoteId;
use app_domain::practice::{Closure, Opening};
use app_domain::rows::Rows;
use jiff::civil::Date;

use super::Lookup;
use super::describe::Description;

/// What is asked of the practice itself; `None` for commands about a patient.
pub(super) fn describe_practice(command: &Command, lookup: &Lookup<'_, impl Rows>) -> Option<Description> {
    let text = &lookup.text().practice;
    Some(match command {
        Command::MarkAbsence(absence) => away(absence, lookup),
        Command::WithdrawAbsence { absence } => match lookup.rows.absence(*absence) {
            Some(absence) => Description {
                headline: text.not_away.to_owned(),
                ..away(absence, lookup)
            },
            None => headline(text.not_away.to_owned()),
        },
        Command::CloseDays(closure) => closed(closure, lookup),
        Command::ReopenDays { closure } => match lookup.rows.closure(*closure) {
            Some(closure) => Description {
                headline: text.reopens.to_owned(),
                ..closed(closure, lookup)
            },
            None => headline(text.reopens.to_owned()),
        },
        Command::SetUpChair { becomes, .. } => headline((text.chair)(&becomes.name)),
        Command::SetUpVisitType { becomes, .. } => {
            let common = lookup.common();
            Description {
                headline: (text.visit_type)((common.kind)(becomes.kind)),
                fields: vec![(text.length.to_owned(), common.minutes(becomes.minutes))],
            }
        }
        Command::SetUpBudget { becomes, .. } => Description {
            headline: (text.budget)((lookup.common().role)(becomes.role)),
            fields: vec![
                (
                    text.delay.to_owned(),
                    (lookup.common().days)(i64::from(becomes.delay_days)),
                ),
                (text.waive.to_owned(), why::amount(becomes.waive, lookup.language)),
                (
                    text.outside_hours.to_owned(),
                    if becomes.outside_hours {
                        lookup.common().yes
                    } else {
                        lookup.common().no
                    }
                    .to_owned(),
                ),
            ],
        },
        Command::SetUpCalls { becomes, .. } => calls(becomes, lookup),
        Command::SetUpRisk { becomes, .. } => risk(becomes, lookup),
        Command::AddDayNote { day, text: note, .. } => noted(*day, note, lookup),
        Command::StrikeDayNote { note } => struck(*note, lookup),
        Command::ShareView { name, .. } => headline((text.shares_view)(name)),
        Command::StrikeView { view } => {
            let view = lookup.rows.shared_view(*view);
            let name = view.map_or("", |view| view.name.as_str());
            headline((text.strikes_view)(name))
        }
        _ => return None,
    })
}

fn headline(headline: String) -> Description {
    Description {
        headline,
        fields: Vec::new(),
    }
}

fn away(absence: &Absence, lookup: &Lookup<'_, impl Rows>) -> Description {
    let text = &lookup.text().practice;
    let when = (text.from_to)(&lookup.moment(absence.from), &lookup.moment(absence.to));
    let mut fields = vec![(text.when.to_owned(), when)];
    if !absence.reason.is_empty() {
        fields.push((lookup.text().describe.reason.to_owned(), absence.reason.clone()));
    }
    Description {
        headline: (text.away)(&lookup.clinician(absence.clinician)),
        fields,
    }
}

fn closed(closure: &Closure, lookup: &Lookup<'_, impl Rows>) -> Description {
    let (text, common) = (&lookup.text().practice, lookup.common());
    let when = (text.from_to)(&common.day_long(closure.from), &common.day_long(closure.to));
    Description {
        headline: (text.closes)(&closure.reason),
        fields: vec![(text.when.to_owned(), when)],
    }
}

fn calls(set: &CallSettings, lookup: &Lookup<'_, impl Rows>) -> Description {
    let (text, common) = (&lookup.text().practice, lookup.common());
    let span = |span: &Opening| {
        let day = usize::try_from(span.weekday - 1).ok();
        let day = day.and_then(|day| common.weekdays_short.get(day)).copied();
        let (from, to) = (common.clock(span.from), common.clock(span.to));
        format!("{} {from}–{to}", day.unwrap_or_default())
    };
    let hours: Vec<String> = set.hours.iter().map(span).collect();
    let video = set.video.as_ref().map_or(common.no, VideoTemplate::as_str);
    let check = |rule: &CheckRule| {
        let months = (text.months)(rule.every_months);
        (
            (common.check)(rule.recall).to_owned(),
            format!("{}, {months}", rule.codes.join(", ")),
        )
    };
    Description {
        headline: text.calls.to_owned(),
        fields: [
            (text.call_hours.to_owned(), hours.join(", ")),
            (text.video.to_owned(), video.to_owned()),
        ]
        .into_iter()
        .chain(set.checks.iter().map(check))
        .collect(),
    }
}

fn risk(rule: &RiskRule, lookup: &Lookup<'_, impl Rows>) -> Description {
    let (text, common) = (&lookup.text().practice, lookup.common());
    Description {
        headline: (text.risk)((common.risk)(rule.category)),
        fields: vec![
            (text.risk_opens.to_owned(), rule.opens.join(", ")),
            (text.risk_closes.to_owned(), rule.closes.join(", ")),
            (
                text.risk_check.to_owned(),
                (common.days)(i64::from(rule.check_every_days)),
            ),
        ],
    }
}

fn noted(day: Date, note: &str, lookup: &Lookup<'_, impl Rows>) -> Description {
    Description {
        headline: (lookup.text().practice.notes)(&lookup.common().day_long(day)),
        fields: vec![(lookup.text().describe.note.to_owned(), note.to_owned())],
    }
}

fn struck(note: DayNoteId, lookup: &Lookup<'_, impl Rows>) -> Description {
    let note = lookup.rows.day_note(note);
    let fields = note.map(|note| (lookup.text().describe.note.to_owned(), note.text.clone()));
    Description {
        headline: lookup.text().practice.strikes.to_owned(),
        fields: fields.into_iter().collect(),
    }
}
