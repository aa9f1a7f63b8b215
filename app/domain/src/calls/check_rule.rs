//! The other types of recall (`domain.md`, `hygiene_recall`): checks of orthodontics, implants and dentures, each some months
//! after the last act of its codes. Off until the practice turns them on.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::risk_table::is_act_code;
use crate::agenda::AppointmentKind;

/// Most codes of one type of recall.
pub const MOST_CHECK_CODES: usize = 8;
/// Most months between two checks.
pub const MOST_CHECK_MONTHS: u8 = 60;

/// A type of recall beside hygiene.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecallType {
    /// `controllo ortodontico`
    OrthodonticCheck,
    /// `controllo impianti`
    ImplantCheck,
    /// `controllo protesi`
    DentureCheck,
}

impl RecallType {
    /// Every type.
    pub const ALL: [Self; 3] = [Self::OrthodonticCheck, Self::ImplantCheck, Self::DentureCheck];

    /// Whether a visit of this kind is such a check, or may be one.
    pub const fn is_served_by(self, kind: AppointmentKind) -> bool {
        match kind {
            AppointmentKind::Checkup => true,
            AppointmentKind::Orthodontics => matches!(self, Self::OrthodonticCheck),
            AppointmentKind::Implant => matches!(self, Self::ImplantCheck),
            AppointmentKind::Prosthetics => matches!(self, Self::DentureCheck),
            _ => false,
        }
    }
}

/// When a type of recall is due. A type that is off has no such rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckRule {
    /// Which.
    pub recall: RecallType,
    /// Codes of the acts from which the months are counted: what is checked, and the check itself.
    pub codes: Vec<String>,
    /// Calendar months from the last of these acts to the next check, at least one.
    pub every_months: u8,
}

impl CheckRule {
    /// Whether an act of this code counts.
    pub fn counts(&self, act_code: &str) -> bool {
        self.codes.iter().any(|code| code == act_code)
    }

    fn is_fit(&self) -> bool {
        let mut seen = BTreeSet::new();
        (1..=MOST_CHECK_CODES).contains(&self.codes.len())
            && self
                .codes
                .iter()
                .all(|code| is_act_code(code) && seen.insert(code))
            && (1..=MOST_CHECK_MONTHS).contains(&self.every_months)
    }
}

/// Whether these rules can be kept: each type once, in the order of [`RecallType::ALL`], with codes and months.
pub fn are_check_rules(rules: &[CheckRule]) -> bool {
    rules.iter().all(CheckRule::is_fit) && rules.is_sorted_by(|a, b| a.recall < b.recall)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(recall: RecallType, codes: &[&str], every_months: u8) -> CheckRule {
        CheckRule {
            recall,
            codes: codes.iter().map(|code| (*code).to_owned()).collect(),
            every_months,
        }
    }

    #[test]
    fn each_type_stands_once_with_codes_and_months() {
        let implant = || rule(RecallType::ImplantCheck, &["IMPIANTO", "CTRL-IMP"], 12);
        let denture = || rule(RecallType::DentureCheck, &["PM-CONSEGNA"], 60);
        assert!(are_check_rules(&[]));
        assert!(are_check_rules(&[implant(), denture()]));
        assert!(!are_check_rules(&[denture(), implant()]));
        assert!(!are_check_rules(&[implant(), implant()]));
        for wrong in [
            rule(RecallType::ImplantCheck, &[], 12),
            rule(RecallType::ImplantCheck, &["impianto"], 12),
            rule(RecallType::ImplantCheck, &["A", "A"], 12),
            rule(
                RecallType::ImplantCheck,
                &["A", "B", "C", "D", "E", "F", "G", "H", "I"],
                12,
            ),
            rule(RecallType::ImplantCheck, &["A"], 0),
            rule(RecallType::ImplantCheck, &["A"], 61),
        ] {
            assert!(!are_check_rules(std::slice::from_ref(&wrong)), "{wrong:?}");
        }
    }
}
