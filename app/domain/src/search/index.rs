//! The index: who is found by what, kept up to date patient by patient.

use std::collections::BTreeMap;
use std::ops::Bound;

use jiff::civil::Date;

use crate::id::PatientId;
use crate::patient::Patient;

use super::entry::{Entry, grams};
use super::query::{Query, Term};
use super::{PHONE_WITHIN_FROM, Place, Sight, TAX_CODE_FROM, WITHIN_FROM};

/// Who was found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hits {
    /// The first ones, in order.
    pub patients: Vec<PatientId>,
    /// How many more there are.
    pub more: usize,
}

/// The number of a patient in the index, to be used again once the patient is gone.
type Slot = u32;

/// A word's patient and the place of the word, in one number: the lists of common names are long.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Posting(u32);

impl Posting {
    fn new(slot: Slot, place: Place) -> Self {
        Self(slot << 2 | u32::from(place.weight()))
    }

    const fn slot(self) -> usize {
        (self.0 >> 2) as usize
    }

    const fn weight(self) -> u8 {
        (self.0 & 3) as u8
    }
}

/// Weight of a patient in whom a part of the query is not found.
const MISSING: u8 = u8::MAX;

/// Patients by whatever is known of them. An answer takes time with the number of patients who match, a change with the
/// number of those who share a name.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    entries: Vec<Option<Entry>>,
    free: Vec<Slot>,
    slots: BTreeMap<PatientId, Slot>,
    words: BTreeMap<Box<str>, Vec<Posting>>,
    births: BTreeMap<Date, Vec<Slot>>,
    codes: BTreeMap<Box<str>, Vec<Slot>>,
    tax_codes: BTreeMap<Box<str>, Vec<Slot>>,
    phone_grams: BTreeMap<Box<str>, Vec<Slot>>,
}

impl SearchIndex {
    /// A patient, new or changed. The tax code, which is no part of the row, stays as it is known.
    pub fn put(&mut self, patient: &Patient) {
        let known = self.entry(patient.id).and_then(|entry| entry.tax_code.clone());
        self.put_with_tax_code(patient, known.as_deref());
    }

    /// A patient, new or changed, with the tax code.
    pub fn put_with_tax_code(&mut self, patient: &Patient, tax_code: Option<&str>) {
        self.remove(patient.id);
        let entry = Entry::of(patient, tax_code);
        let slot = self.free.pop().unwrap_or_else(|| {
            self.entries.push(None);
            // Four thousand million patients do not fit into the memory of any machine.
            Slot::try_from(self.entries.len() - 1).unwrap_or(Slot::MAX)
        });
        for (word, place) in entry.words() {
            insert(&mut self.words, word.into_boxed_str(), Posting::new(slot, place));
        }
        if let Some(born) = entry.born {
            insert(&mut self.births, born, slot);
        }
        insert(&mut self.codes, entry.searched_code().into_boxed_str(), slot);
        if let Some(tax_code) = &entry.tax_code {
            insert(&mut self.tax_codes, tax_code.clone(), slot);
        }
        for gram in entry.grams() {
            insert(&mut self.phone_grams, gram.into(), slot);
        }
        self.slots.insert(entry.id, slot);
        self.entries[slot as usize] = Some(entry);
    }

    /// Takes a patient out, if there.
    pub fn remove(&mut self, id: PatientId) {
        let Some(slot) = self.slots.remove(&id) else {
            return;
        };
        let Some(entry) = self.entries[slot as usize].take() else {
            return;
        };
        for (word, place) in entry.words() {
            take(&mut self.words, word.as_str(), Posting::new(slot, place));
        }
        if let Some(born) = entry.born {
            take(&mut self.births, &born, slot);
        }
        take(&mut self.codes, entry.searched_code().as_str(), slot);
        if let Some(tax_code) = &entry.tax_code {
            take(&mut self.tax_codes, tax_code.as_ref(), slot);
        }
        for gram in entry.grams() {
            take(&mut self.phone_grams, gram, slot);
        }
        self.free.push(slot);
    }

    /// How many patients there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Whether a patient is here.
    pub fn contains(&self, id: PatientId) -> bool {
        self.slots.contains_key(&id)
    }

    /// Who is found, at most so many, by where they are found; then those in care first; then by name; then by code.
    pub fn search(&self, query: &Query, sight: Sight, limit: usize) -> Hits {
        let Some((first, others)) = query.terms.split_first() else {
            return Hits::default();
        };
        let mut weights = self.weights(first, sight);
        for term in others {
            let other = self.weights(term, sight);
            for (sum, weight) in weights.iter_mut().zip(other) {
                *sum = sum.saturating_add(weight);
            }
        }
        self.best(&weights, limit)
    }

    fn entry(&self, id: PatientId) -> Option<&Entry> {
        let slot = *self.slots.get(&id)?;
        self.entries[slot as usize].as_ref()
    }

    /// For each slot, the weight of the best place where a part of the query is found.
    fn weights(&self, term: &Term, sight: Sight) -> Vec<u8> {
        let mut weights = vec![MISSING; self.entries.len()];
        match term {
            Term::Word(word) => {
                self.weigh_names(word, &mut weights);
                weigh(&mut weights, self.codes.get(word.as_str()).into_iter().flatten());
                if sight.tax_code && word.chars().count() >= TAX_CODE_FROM {
                    weigh(
                        &mut weights,
                        beginning(&self.tax_codes, word).flat_map(|(_, slots)| slots),
                    );
                }
            }
            Term::Figures { digits, born } => {
                weigh(
                    &mut weights,
                    self.codes.get(digits.as_str()).into_iter().flatten(),
                );
                if let Some(born) = born.filter(|_| sight.born) {
                    weigh(&mut weights, self.births.get(&born).into_iter().flatten());
                }
                if sight.phones {
                    weigh(&mut weights, self.with_phone(digits));
                }
            }
            Term::Born(born) => {
                if sight.born {
                    weigh(&mut weights, self.births.get(born).into_iter().flatten());
                }
            }
        }
        weights
    }

    /// Those in whose numbers the figures are: of the pieces of the figures the rarest says who they may be.
    fn with_phone(&self, digits: &str) -> impl Iterator<Item = &Slot> {
        let few = Some(digits).filter(|digits| digits.len() < PHONE_WITHIN_FROM);
        let lists = grams(digits).chain(few).map(|gram| self.phone_grams.get(gram));
        let rarest = lists.min_by_key(|list| list.map_or(0, Vec::len)).flatten();
        let has = |slot: &&Slot| {
            self.entries[**slot as usize]
                .as_ref()
                .is_some_and(|entry| entry.has_phone(digits))
        };
        rarest.into_iter().flatten().filter(has)
    }

    fn weigh_names(&self, word: &str, weights: &mut [u8]) {
        for (_, postings) in beginning(&self.words, word) {
            for posting in postings {
                let weight = &mut weights[posting.slot()];
                *weight = (*weight).min(posting.weight());
            }
        }
        if word.chars().count() >= WITHIN_FROM {
            for (_, postings) in self.words.iter().filter(|(known, _)| known.contains(word)) {
                for posting in postings {
                    let weight = &mut weights[posting.slot()];
                    *weight = (*weight).min(Place::Within.weight());
                }
            }
        }
    }

    /// The best ones in order, and the number of the others.
    fn best(&self, weights: &[u8], limit: usize) -> Hits {
        let found = self.entries.iter().zip(weights);
        let found = found.filter_map(|(entry, weight)| Some((*weight, entry.as_ref()?)));
        let mut best: Vec<(u8, &Entry)> = Vec::with_capacity(limit + 1);
        let mut all = 0;
        for (weight, entry) in found.filter(|(weight, _)| *weight != MISSING) {
            all += 1;
            let key = (weight, entry.order());
            let is_full = best.len() == limit;
            let is_worse = |(weight, last): &(u8, &Entry)| (*weight, last.order()) < key;
            if is_full && best.last().is_none_or(is_worse) {
                continue;
            }
            let at = best.partition_point(|(weight, other)| (*weight, other.order()) < key);
            best.insert(at, (weight, entry));
            best.truncate(limit);
        }
        Hits {
            more: all - best.len(),
            patients: best.into_iter().map(|(_, entry)| entry.id).collect(),
        }
    }
}

/// Those are found in figures, unless they are found in a better place.
fn weigh<'a>(weights: &mut [u8], slots: impl Iterator<Item = &'a Slot>) {
    for slot in slots {
        let weight = &mut weights[*slot as usize];
        *weight = (*weight).min(Place::Figures.weight());
    }
}

/// Everything whose key begins so.
fn beginning<'a, T>(map: &'a BTreeMap<Box<str>, T>, with: &'a str) -> impl Iterator<Item = (&'a str, &'a T)> {
    map.range::<str, _>((Bound::Included(with), Bound::Unbounded))
        .map(|(key, value)| (key.as_ref(), value))
        .take_while(move |(key, _)| key.starts_with(with))
}

/// Lists are sorted, so that one is found in a long list at once.
fn insert<K: Ord, T: Ord>(map: &mut BTreeMap<K, Vec<T>>, key: K, value: T) {
    let list = map.entry(key).or_default();
    if let Err(at) = list.binary_search(&value) {
        list.insert(at, value);
    }
}

fn take<K: Ord + core::borrow::Borrow<Q>, Q: Ord + ?Sized, T: Ord>(
    map: &mut BTreeMap<K, Vec<T>>,
    key: &Q,
    value: T,
) {
    let Some(list) = map.get_mut(key) else { return };
    if let Ok(at) = list.binary_search(&value) {
        list.remove(at);
    }
    if list.is_empty() {
        map.remove(key);
    }
}
