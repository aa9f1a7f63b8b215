//! Which rows of a long list are in the page, and how high what stands for the others is. Pure: no page, no signals.
//!
//! Rows differ in height: a sentence wraps, tags wrap, somebody calls. Fixing the height would cut the sentence that
//! says why the row is there, and letters made larger by the person with it. So rows that have been in the page are
//! measured, and the others are taken to be as high as these are on the average. A guess only ever stands for rows out
//! of sight; `list_scroll.rs` makes good in the same frame what it got wrong.

use std::collections::HashMap;
use std::ops::Range;

use app_domain::id::PatientId;

/// Rows kept in the page above and below the sight.
const MARGIN: usize = 12;

/// Both ends move by so many rows at a time: a scrolled pixel mostly changes nothing.
const STEP: usize = 4;

/// Rows taken to be in sight before the page has told.
const AT_FIRST: usize = 12;

/// Height of a row before any was measured, in pixels.
const GUESS: f64 = 100.0;

/// Moves that differ by less than this are one move: browsers round.
const SAME: f64 = 1.0;

/// How high rows are, as far as it is known.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Heights {
    known: HashMap<PatientId, f64>,
    usual: f64,
}

impl Default for Heights {
    fn default() -> Self {
        Self {
            known: HashMap::new(),
            usual: GUESS,
        }
    }
}

impl Heights {
    /// Whether all this is known already.
    pub(super) fn knows(&self, measured: &[(PatientId, f64)]) -> bool {
        measured
            .iter()
            .all(|(patient, height)| self.known.get(patient) == Some(height))
    }

    /// Learns what was measured. The first rows settle what the unknown ones are taken to be: were that to move with each
    /// row, so would everything below.
    pub(super) fn learn(&mut self, measured: &[(PatientId, f64)]) {
        if self.known.is_empty() && !measured.is_empty() {
            let count = u32::try_from(measured.len()).map_or(1.0, f64::from);
            self.usual = measured.iter().map(|(_, height)| height).sum::<f64>() / count;
        }
        self.known.extend(measured.iter().copied());
    }

    /// Where each row begins below the first one, and where the last one ends.
    pub(super) fn tops(&self, patients: &[PatientId]) -> Vec<f64> {
        let mut at = 0.0;
        let mut tops = Vec::with_capacity(patients.len() + 1);
        tops.push(at);
        tops.extend(patients.iter().map(|patient| {
            at += self.known.get(patient).copied().unwrap_or(self.usual);
            at
        }));
        tops
    }
}

/// The rows in sight when the page was last looked at.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Sight {
    /// Place of the first of them.
    pub(super) first: usize,
    /// Who they were.
    pub(super) rows: Vec<PatientId>,
}

impl Sight {
    /// What is in sight between two heights.
    pub(super) fn between(patients: &[PatientId], tops: &[f64], from: f64, to: f64) -> Self {
        let count = patients.len();
        let first = row_at(tops, from).min(count.saturating_sub(1));
        let end = (row_at(tops, to) + 1).clamp(first, count);
        let rows = patients.get(first..end).unwrap_or_default().to_vec();
        Self { first, rows }
    }

    /// Where the same rows are now that the list may have changed: what was looked at stays in the page.
    pub(super) fn among(&self, patients: &[PatientId]) -> Range<usize> {
        let length = self.rows.len().max(AT_FIRST);
        let first = if patients.get(self.first..self.first + self.rows.len()) == Some(&self.rows[..]) {
            self.first
        } else {
            self.moved(patients)
        };
        let first = first.min(patients.len().saturating_sub(1));
        first..(first + length).min(patients.len())
    }

    fn moved(&self, patients: &[PatientId]) -> usize {
        let mut now: HashMap<PatientId, usize> = HashMap::with_capacity(self.rows.len());
        for (index, patient) in patients.iter().enumerate() {
            if self.rows.contains(patient) {
                now.insert(*patient, index);
            }
        }
        let move_of = |(index, patient): (usize, &PatientId)| {
            let now = now.get(patient).copied()?;
            Some(now.cast_signed() - (self.first + index).cast_signed())
        };
        let moves: Vec<isize> = self.rows.iter().enumerate().filter_map(move_of).collect();
        let by = agreed(&moves, |a, b| a == b).unwrap_or(0);
        self.first.saturating_add_signed(by)
    }
}

/// By how much everything has moved: the first move that another row shares. A row that went its own way, since its
/// patient has become more urgent, takes nobody along.
fn agreed<T: Copy>(moves: &[T], same: impl Fn(T, T) -> bool) -> Option<T> {
    let is_shared = |index: usize, by: T| {
        let mut others = moves.iter().enumerate();
        others.any(|(other, move_of)| other != index && same(*move_of, by))
    };
    let mut moves_in_order = moves.iter().copied().enumerate();
    let shared = moves_in_order.find(|(index, by)| is_shared(*index, *by));
    shared.map(|(_, by)| by).or(moves.first().copied())
}

/// By how many pixels the rows in sight have moved, the topmost first.
pub(super) fn drift(moves: &[f64]) -> f64 {
    agreed(moves, |a, b| (a - b).abs() < SAME)
        .filter(|by| by.abs() >= SAME)
        .unwrap_or(0.0)
}

/// A part of the list in the page, from top to bottom.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Piece {
    /// A row.
    Row(PatientId),
    /// Room of so many pixels for rows that are not in the page.
    Gap {
        /// Which gap from the top.
        order: usize,
        /// How high.
        height: f64,
    },
}

impl Piece {
    /// What tells it from the others; a gap of another height is another gap.
    pub(super) fn key(&self) -> (Option<PatientId>, usize, u64) {
        match self {
            Self::Row(patient) => (Some(*patient), 0, 0),
            Self::Gap { order, height } => (None, *order, height.to_bits()),
        }
    }
}

/// What is in the page: the rows in sight with a margin, and the row that the keyboard stands on with its neighbours,
/// which `Tab` goes to.
pub(super) fn pieces(
    patients: &[PatientId],
    tops: &[f64],
    sight: &Range<usize>,
    cursor: Option<usize>,
) -> Vec<Piece> {
    let count = patients.len();
    let from = sight.start.saturating_sub(MARGIN) / STEP * STEP;
    let to = (sight.end + MARGIN).next_multiple_of(STEP).min(count);
    let beside = cursor.map_or(0..0, |at| at.saturating_sub(1)..(at + 2).min(count));
    let mut drawn: Vec<usize> = (from.min(to)..to).chain(beside).collect();
    drawn.sort_unstable();
    drawn.dedup();
    let mut pieces = Vec::with_capacity(drawn.len() + 3);
    let (mut next, mut order) = (0, 0);
    let mut gap = |pieces: &mut Vec<Piece>, from: usize, to: usize| {
        let height = tops
            .get(to)
            .zip(tops.get(from))
            .map_or(0.0, |(to, from)| to - from);
        if to > from {
            pieces.push(Piece::Gap { order, height });
            order += 1;
        }
    };
    for index in drawn {
        gap(&mut pieces, next, index);
        pieces.extend(patients.get(index).copied().map(Piece::Row));
        next = index + 1;
    }
    gap(&mut pieces, next, count);
    pieces
}

/// The row at a height; the last one below them all.
fn row_at(tops: &[f64], height: f64) -> usize {
    tops.partition_point(|top| *top <= height).saturating_sub(1)
}

#[cfg(test)]
mod tests;
