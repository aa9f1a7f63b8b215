//! Which episodes of clinical risk are open: acts open them, and acts close them.

use jiff::civil::Date;

use crate::calls::{RiskCategory, RiskTable};
use crate::care::{Act, Episode, History};
use crate::id::EpisodeId;

/// Code of an extraction: it closes every episode of that very tooth.
pub(crate) const EXTRACTION: &str = "ESTRAZ";

/// The episodes still open on `today`, by the day they opened.
pub(crate) fn open(acts: &[Act], table: &RiskTable, today: Date) -> Vec<Episode> {
    let mut episodes: Vec<Episode> = acts
        .iter()
        .filter_map(|act| {
            let opened = act.done.filter(|day| *day <= today)?;
            let category = table.opened_by(&act.act_code)?.category;
            let is_closed = acts
                .iter()
                .any(|later| closes(later, table, category, opened, &act.tooth, today));
            (!is_closed).then(|| Episode {
                id: Some(EpisodeId(act.id.0)),
                category,
                opened,
                tooth: act.tooth.clone(),
                clinician: act.clinician,
            })
        })
        .collect();
    episodes.sort_by(|a, b| (a.opened, a.category, &a.tooth).cmp(&(b.opened, b.category, &b.tooth)));
    episodes
}

/// Of the episodes that a clinician has opened by hand, those that an act has closed by `today`.
pub(crate) fn closed_by_acts(history: &History, table: &RiskTable, today: Date) -> Vec<EpisodeId> {
    let marks = history.risk_marks.iter().flat_map(|marks| &marks.marks);
    let by_hand = marks.filter_map(|mark| Some((mark.episode, mark.by_hand.as_ref()?)));
    let is_closed = |episode: &Episode| {
        let closes = |act: &Act| {
            closes(
                act,
                table,
                episode.category,
                episode.opened,
                &episode.tooth,
                today,
            )
        };
        history.acts.iter().any(closes)
    };
    by_hand
        .filter(|(_, episode)| is_closed(episode))
        .map(|(id, _)| id)
        .collect()
}

/// Whether an act closes an episode that was opened on a day at a tooth.
fn closes(
    act: &Act,
    table: &RiskTable,
    category: RiskCategory,
    opened: Date,
    tooth: &str,
    today: Date,
) -> bool {
    let Some(done) = act.done.filter(|day| *day <= today) else {
        return false;
    };
    if table.closes(category, &act.act_code) {
        return done >= opened && teeth_agree(&act.tooth, tooth);
    }
    act.act_code == EXTRACTION && done > opened && act.tooth == tooth && quadrant(tooth).is_some()
}

/// Equal, or an arch that contains the tooth, or one side empty.
fn teeth_agree(one: &str, other: &str) -> bool {
    one.is_empty()
        || other.is_empty()
        || one == other
        || arch_contains(one, other)
        || arch_contains(other, one)
}

fn arch_contains(arch: &str, tooth: &str) -> bool {
    match (arch, quadrant(tooth)) {
        ("Sup", Some(quadrant)) => matches!(quadrant, 1 | 2 | 5 | 6),
        ("Inf", Some(quadrant)) => matches!(quadrant, 3 | 4 | 7 | 8),
        _ => false,
    }
}

/// Whether this is the number of a tooth, or an arch.
pub(crate) fn is_tooth(text: &str) -> bool {
    matches!(text, "Sup" | "Inf") || quadrant(text).is_some()
}

/// The quadrant of an FDI number of two digits: 1–4 of adults, 5–8 of children.
fn quadrant(tooth: &str) -> Option<u32> {
    let mut digits = tooth.chars().map(|digit| digit.to_digit(10));
    match (digits.next(), digits.next(), digits.next()) {
        (Some(Some(quadrant @ 1..=8)), Some(Some(_)), None) => Some(quadrant),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
