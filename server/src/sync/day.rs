//! The turn of the day: the window moves on, every patient's digest is made anew, and the devices follow.

use std::collections::{BTreeMap, BTreeSet};

use app_domain::calendar::Calendar;
use app_domain::calls::{Attempt, CheckRule, Facts, FollowUp, RiskTable, evaluate};
use app_domain::care::{Care, History};
use app_domain::digest::digest;
use app_domain::id::{PatientId, PracticeId};
use app_domain::rows::{Change, Key, Row};
use app_domain::time::Now;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::store::attempt::attempts_of;
use crate::store::call_settings::{are_checks_new, check_rules, checks_are_known};
use crate::store::care::{care_as_of, cares as all_cares, put_new_care, replace_cares};
use crate::store::claim::delete_old_claims;
use crate::store::closure::closures;
use crate::store::history::{all_families, histories};
use crate::store::log::{Head, append_system, fresh_epoch, head_of, lock_head, renew_epoch};
use crate::store::payment::recorded_payments_of;
use crate::store::request::patients_who_wait;
use crate::store::risk_rule::{is_risk_table_new, risk_table, risk_table_is_known};
use crate::store::treatment_consent::treatment_consents_of;
use crate::store::truth::{attempts_from, payments_from, rows};
use crate::store::{Families, Store, StoreError, Tx};

/// Days before today whose appointments are rows of their own on the devices.
const WINDOW_DAYS: i32 = 7;

/// How often the digests are made beside the writers before they are made with all writers waiting.
const TRIES: usize = 3;

/// Whether a day was turned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// The digests are of today already.
    NotDue,
    /// The digests are of today now.
    Done,
}

/// First day of the window, on a day.
pub fn window_from(today: Date) -> Date {
    today.saturating_sub(WINDOW_DAYS.days())
}

/// Turns the day if it is due: at start, after midnight, after an import, and once the table of risk was set otherwise, for
/// then other acts open and close episodes.
///
/// What differs goes through the log as one entry of the system. After an import there is nothing to differ from: a new
/// epoch makes everybody load anew.
pub async fn turn(store: &Store, practice: PracticeId, now: Now) -> Result<Turn, StoreError> {
    for attempt in 1..=TRIES {
        let mut reading = store.db().begin_read().await?;
        let is_of_today = care_as_of(&mut reading, practice).await? == Some(now.today());
        let is_known = !is_risk_table_new(&mut reading, practice).await?
            && !are_checks_new(&mut reading, practice).await?;
        if is_of_today && is_known {
            return Ok(Turn::NotDue);
        }
        // Two thousand families at a time take a while; nobody waits meanwhile, unless somebody always comes between.
        let made = if attempt < TRIES {
            Some(make(&mut reading, practice, now).await?)
        } else {
            None
        };
        reading.rollback().await?;
        let mut tx = store.begin().await?;
        let head = lock_head(&mut tx, practice).await?;
        let cares = match made {
            Some(made) if made.head == head => made.cares,
            Some(_) => continue,
            None => make(&mut tx, practice, now).await?.cares,
        };
        replace(&mut tx, practice, now, &cares).await?;
        tx.commit().await?;
        tracing::info!(%practice, patients = cares.len(), "day turned");
        return Ok(Turn::Done);
    }
    Ok(Turn::NotDue)
}

/// Lets the devices know a patient who has neither a visit nor a reason to call, as is needed to book one. Without a visit
/// or a reason they are gone again with the turn of the day.
///
/// Answers whether there is such a patient.
pub(super) async fn bring(
    store: &Store,
    practice: PracticeId,
    patient: PatientId,
    now: Now,
) -> Result<bool, StoreError> {
    let Some(row) = store.any_patients(practice, &[patient]).await?.pop() else {
        return Ok(false);
    };
    let payer = row.payer.unwrap_or(patient);
    let family = Families {
        first: payer,
        last: payer,
    };
    let mut tx = store.begin().await?;
    lock_head(&mut tx, practice).await?;
    let making = Making::of(&mut tx, practice, now).await?;
    let window_from = making.window_from();
    for family_histories in histories(&mut tx, practice, &family).await? {
        let cares = making.digest(&family_histories);
        let of_patient = family_histories
            .iter()
            .zip(cares)
            .find(|(_, care)| care.patient == patient);
        let Some((history, care)) = of_patient else {
            continue;
        };
        if !put_new_care(&mut tx, practice, &care).await? {
            break;
        }
        let attempts = attempts_of(&mut tx, practice, &family, attempts_from(window_from)).await?;
        let attempts = attempts.into_iter().filter(|attempt| attempt.patient == patient);
        let newcomer = Newcomer {
            history,
            care,
            attempts: attempts.collect(),
        };
        let changes = newcomer.changes(&mut tx, practice, window_from).await?;
        append_system(&mut tx, practice, now.instant, changes).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// A patient whom the devices do not know yet, with what they will know of them.
pub(super) struct Newcomer<'a> {
    /// What is recorded.
    pub history: &'a History,
    /// The digest, which is stored already.
    pub care: Care,
    /// The attempts to reach them that are at hand.
    pub attempts: Vec<Attempt>,
}

impl Newcomer<'_> {
    /// The rows with which the devices come to know them.
    pub(super) async fn changes(
        self,
        tx: &mut Tx,
        practice: PracticeId,
        window_from: Date,
    ) -> Result<Vec<Change>, StoreError> {
        let patient = self.care.patient;
        let visits = self.history.appointments.iter();
        let visits = visits.filter(|visit| visit.is_at_hand(window_from)).cloned();
        let consents = treatment_consents_of(tx, practice, patient).await?;
        let payments = recorded_payments_of(tx, practice, patient, payments_from(window_from)).await?;
        let rows = [Row::Patient(self.history.patient.clone()), Row::Care(self.care)].into_iter();
        let rows = rows
            .chain(self.history.recall.map(Row::Recall))
            .chain(self.history.check_recalls.iter().copied().map(Row::Recall))
            .chain(self.history.risk_marks.clone().map(Row::RiskMarks))
            .chain(visits.map(Row::Appointment))
            .chain(self.attempts.into_iter().map(Row::Attempt))
            .chain(consents.into_iter().map(Row::TreatmentConsent))
            .chain(payments.into_iter().map(Row::Payment));
        Ok(rows.map(|row| Change::Put { row }).collect())
    }
}

/// Turns the day if none was turned yet.
pub(super) async fn turn_first(store: &Store, practice: PracticeId, now: Now) -> Result<(), StoreError> {
    let mut reading = store.db().begin_read().await?;
    let known = care_as_of(&mut reading, practice).await?;
    reading.rollback().await?;
    if known.is_none() {
        turn(store, practice, now).await?;
    }
    Ok(())
}

/// Digests, and how far the log was when they were made.
struct Made {
    head: Head,
    cares: BTreeMap<PatientId, Care>,
}

async fn make(tx: &mut Tx, practice: PracticeId, now: Now) -> Result<Made, StoreError> {
    let head = head_of(tx, practice).await?;
    let making = Making::of(tx, practice, now).await?;
    let mut stay = patients_who_wait(tx, practice).await?;
    if care_as_of(tx, practice).await? == Some(now.today()) {
        // Whom the devices know stays until the day is over: somebody may have their card open.
        let known = all_cares(tx, practice).await?;
        stay.extend(known.into_iter().map(|care| care.patient));
    }
    let mut cares = BTreeMap::new();
    for families in all_families(tx, practice).await? {
        add_families(tx, practice, &families, &making, &stay, &mut cares).await?;
    }
    Ok(Made { head, cares })
}

/// Adds the digests of the patients of some families whom the devices will know: of those who stay in any case, and of those
/// in scope.
async fn add_families(
    tx: &mut Tx,
    practice: PracticeId,
    families: &Families,
    making: &Making,
    stay: &BTreeSet<PatientId>,
    cares: &mut BTreeMap<PatientId, Care>,
) -> Result<(), StoreError> {
    let mut attempts: BTreeMap<PatientId, Vec<Attempt>> = BTreeMap::new();
    for attempt in attempts_of(tx, practice, families, attempts_from(making.window_from())).await? {
        attempts.entry(attempt.patient).or_default().push(attempt);
    }
    for family in histories(tx, practice, families).await? {
        for (history, care) in family.iter().zip(making.digest(&family)) {
            let attempts = attempts.get(&care.patient).map_or(&[][..], Vec::as_slice);
            if stay.contains(&care.patient) || making.is_in_scope(history, &care, attempts) {
                cares.insert(care.patient, care);
            }
        }
    }
    Ok(())
}

/// What holds for every patient when digests are made.
pub(super) struct Making {
    calendar: Calendar,
    risk: RiskTable,
    checks: Vec<CheckRule>,
    now: Now,
}

impl Making {
    /// What holds at a moment.
    pub(super) async fn of(tx: &mut Tx, practice: PracticeId, now: Now) -> Result<Self, StoreError> {
        Ok(Self {
            calendar: Calendar::new(&closures(tx, practice).await?),
            risk: risk_table(tx, practice).await?,
            checks: check_rules(tx, practice).await?,
            now,
        })
    }

    /// First day of the window.
    pub(super) fn window_from(&self) -> Date {
        window_from(self.now.today())
    }

    /// The digests of a family.
    pub(super) fn digest(&self, family: &[History]) -> Vec<Care> {
        digest(
            family,
            &self.risk,
            &self.checks,
            self.now.today(),
            self.window_from(),
        )
    }

    /// Whether the devices know a patient today: by a visit in the window, or by a reason to call, listed or held, now or by
    /// the end of the day.
    pub(super) fn is_in_scope(&self, history: &History, care: &Care, attempts: &[Attempt]) -> bool {
        let window_from = self.window_from();
        let at_hand = |visit: &&app_domain::agenda::Appointment| visit.is_at_hand(window_from);
        let facts = Facts {
            patient: &history.patient,
            care,
            recall: history.recall.as_ref(),
            check_recalls: history.check_recalls.iter().collect(),
            risk_marks: history.risk_marks.as_ref(),
            appointments: history.appointments.iter().filter(at_hand).collect(),
            attempts: attempts.iter().collect(),
            // Once the practice turns it on, the devices know of whom.
            follow_up: FollowUp::On,
            risk_checks: self.risk.checks(),
            checks: &self.checks,
        };
        let has_reason = |now: Now| {
            let status = evaluate(&facts, &self.calendar, now);
            !status.listed.is_empty() || !status.excluded.is_empty()
        };
        let evening = Now::at_civil(self.now.today().at(23, 59, 59, 0));
        !facts.appointments.is_empty() || has_reason(self.now) || has_reason(evening)
    }
}

/// Puts the digests and the window in the place of yesterday's, and tells the log what that changes for the devices.
async fn replace(
    tx: &mut Tx,
    practice: PracticeId,
    now: Now,
    cares: &BTreeMap<PatientId, Care>,
) -> Result<(), StoreError> {
    let known = care_as_of(tx, practice).await?.is_some();
    let before = if known {
        rows(tx, practice).await?
    } else {
        Vec::new()
    };
    risk_table_is_known(tx, practice).await?;
    checks_are_known(tx, practice).await?;
    replace_cares(tx, practice, now.today(), window_from(now.today()), cares).await?;
    delete_old_claims(tx, practice, now.instant).await?;
    if known {
        let after = rows(tx, practice).await?;
        append_system(tx, practice, now.instant, differences(before, after)).await
    } else {
        renew_epoch(tx, practice, fresh_epoch()?).await
    }
}

/// What makes one set of rows of another.
fn differences(before: Vec<Row>, after: Vec<Row>) -> Vec<Change> {
    let before: BTreeMap<Key, Row> = before.into_iter().map(|row| (row.key(), row)).collect();
    let stays: BTreeSet<Key> = after.iter().map(Row::key).collect();
    let gone = before
        .keys()
        .filter(|key| !stays.contains(key))
        .map(|key| Change::Remove { key: *key });
    let mut changes: Vec<Change> = gone.collect();
    let new = after
        .into_iter()
        .filter(|row| before.get(&row.key()) != Some(row));
    changes.extend(new.map(|row| Change::Put { row }));
    changes
}
