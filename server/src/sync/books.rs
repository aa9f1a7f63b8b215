//! What an entry of the books changes beside itself, and a call in which a patient answers a plan or has an instalment put off:
//! the digests of everybody for whom the same person pays, in the same step of the log, so that a reason to call closes
//! everywhere at once.

use std::collections::{BTreeMap, BTreeSet};

use app_domain::calls::Attempt;
use app_domain::id::{PatientId, PracticeId};
use app_domain::rows::{Change, Row};
use app_domain::time::Now;

use super::day::{Making, Newcomer};
use crate::store::attempt::attempts_of;
use crate::store::care::{care_as_of, care_of, put_care};
use crate::store::history::{family_of, histories};
use crate::store::truth::attempts_from;
use crate::store::{Families, StoreError, Tx};

/// Whether these changes bear on the digests.
pub(super) fn moves_digests(changes: &[Change]) -> bool {
    !concerned(changes).is_empty()
}

/// Whose books these changes bear on.
fn concerned(changes: &[Change]) -> BTreeSet<PatientId> {
    let patients = changes.iter().filter_map(|change| match change {
        Change::Put {
            row: Row::Payment(payment),
        } => Some(payment.patient),
        Change::Put {
            row: Row::Attempt(attempt),
        } => attempt.bears_on_plans().then_some(attempt.patient),
        _ => None,
    });
    patients.collect()
}

/// The digests that these changes, which are written already, make anew: those of the families whose books they
/// bear on. Written here, as of the day of the others; none before a day was ever turned.
pub(super) async fn digests_after(
    tx: &mut Tx,
    practice: PracticeId,
    changes: &[Change],
    now: Now,
) -> Result<Vec<Change>, StoreError> {
    let concerned = concerned(changes);
    if concerned.is_empty() {
        return Ok(Vec::new());
    }
    let Some(as_of) = care_as_of(tx, practice).await? else {
        return Ok(Vec::new());
    };
    let mut families = BTreeMap::new();
    for patient in concerned {
        let family = family_of(tx, practice, patient).await?;
        families.extend(family.map(|family| (family.first, family)));
    }
    // Shortly after midnight the digests are still of yesterday; the turn of the day makes all of them anew.
    let of_day = if as_of == now.today() {
        now
    } else {
        Now::at_civil(as_of.at(23, 59, 59, 0))
    };
    let day = Day {
        practice,
        making: Making::of(tx, practice, of_day).await?,
    };
    let mut made = Vec::new();
    for family in families.values() {
        made.extend(day.digests_of(tx, family).await?);
    }
    Ok(made)
}

/// The day of the digests.
struct Day {
    practice: PracticeId,
    making: Making,
}

impl Day {
    /// The digests of a family that differ from those that are stored. Who has come to be called meanwhile is brought to the
    /// devices; who has no reason left stays until the turn of the day.
    async fn digests_of(&self, tx: &mut Tx, family: &Families) -> Result<Vec<Change>, StoreError> {
        let window_from = self.making.window_from();
        let mut attempts: BTreeMap<PatientId, Vec<Attempt>> = BTreeMap::new();
        for attempt in attempts_of(tx, self.practice, family, attempts_from(window_from)).await? {
            attempts.entry(attempt.patient).or_default().push(attempt);
        }
        let mut changes = Vec::new();
        for histories in histories(tx, self.practice, family).await? {
            let cares = self.making.digest(&histories);
            for (history, care) in histories.iter().zip(cares) {
                let attempts = attempts.remove(&care.patient).unwrap_or_default();
                let known = care_of(tx, self.practice, care.patient).await?;
                match known {
                    Some(known) if known == care => {}
                    Some(_) => {
                        put_care(tx, self.practice, &care).await?;
                        changes.push(Change::Put { row: Row::Care(care) });
                    }
                    None if self.making.is_in_scope(history, &care, &attempts) => {
                        put_care(tx, self.practice, &care).await?;
                        let newcomer = Newcomer {
                            history,
                            care,
                            attempts,
                        };
                        changes.extend(newcomer.changes(tx, self.practice, window_from).await?);
                    }
                    None => {}
                }
            }
        }
        Ok(changes)
    }
}
