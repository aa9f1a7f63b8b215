//! The table of clinical risk: which acts open and close an episode of each category, and how often it is checked
//! (`domain.md`, `clinical_risk`). The practice edits it; where it has not, what is usual holds.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::RiskCategory;
use crate::digest::EXTRACTION;
use crate::rows::Rows;

/// Most codes that open a category, and most that close it.
pub const MOST_RISK_CODES: usize = 8;
/// Longest code of an act in the table, in characters.
pub const LONGEST_RISK_CODE: usize = 20;
/// Most days between two checks.
pub const MOST_CHECK_DAYS: u16 = 365;

/// A line of the table: what opens and closes one category, and how often it is checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskRule {
    /// Which.
    pub category: RiskCategory,
    /// Codes of the acts that open an episode.
    pub opens: Vec<String>,
    /// Codes of the acts that close it. An extraction of that very tooth closes it too, whatever is here.
    pub closes: Vec<String>,
    /// Days between two checks.
    pub check_every_days: u16,
}

impl RiskRule {
    /// What holds where the practice has set nothing (the table of `domain.md`).
    pub fn usual(category: RiskCategory) -> Self {
        let (opens, closes) = match category {
            RiskCategory::ExtendedProvisional => ("PROV-EST", "CORONA-DEF"),
            RiskCategory::FixedOrthodontics => ("ORTO-BOND", "ORTO-DEBOND"),
            RiskCategory::ImmediateLoadProvisional => ("PROV-CI", "PROTESI-IMP-DEF"),
            RiskCategory::DentureJustDelivered => ("PM-CONSEGNA", "PM-CONTROLLO"),
            RiskCategory::RetreatmentWithoutCore => ("RITR-ENDO", "RICOSTR-MONCONE"),
        };
        Self {
            category,
            opens: vec![opens.to_owned()],
            closes: vec![closes.to_owned()],
            check_every_days: usual_days(category),
        }
    }

    /// What the practice has set for a category, or what is usual.
    pub fn of(rows: &impl Rows, category: RiskCategory) -> Self {
        let set = rows.risk_rule(category).cloned();
        set.unwrap_or_else(|| Self::usual(category))
    }

    /// Whether an act of this code opens an episode.
    pub fn opens_with(&self, act_code: &str) -> bool {
        self.opens.iter().any(|code| code == act_code)
    }

    /// Whether an act of this code closes one.
    pub fn closes_with(&self, act_code: &str) -> bool {
        self.closes.iter().any(|code| code == act_code)
    }

    /// Every code of the line.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.opens.iter().chain(&self.closes).map(String::as_str)
    }

    /// Whether the line can be kept, whatever stands in the others: codes as they are written, each once, and a number of
    /// days.
    pub fn is_fit(&self) -> bool {
        let are_some = |codes: &[String]| (1..=MOST_RISK_CODES).contains(&codes.len());
        let mut seen = BTreeSet::new();
        are_some(&self.opens)
            && are_some(&self.closes)
            && self.codes().all(|code| is_risk_code(code) && seen.insert(code))
            && (1..=MOST_CHECK_DAYS).contains(&self.check_every_days)
    }

    /// The first code of this line that stands in another one: a code has one place.
    pub fn taken_by<'a>(
        &self,
        others: impl IntoIterator<Item = &'a Self>,
    ) -> Option<(&'a str, RiskCategory)> {
        let others = others.into_iter().filter(|other| other.category != self.category);
        let mut codes = others.flat_map(|other| other.codes().map(move |code| (code, other.category)));
        codes.find(|(code, _)| self.codes().any(|own| own == *code))
    }
}

/// Whether this can be the code of an act in the table. That of an extraction cannot: what it closes is the same for all.
pub fn is_risk_code(code: &str) -> bool {
    is_act_code(code) && code != EXTRACTION
}

/// Whether this can be the code of an act that the practice sets something for.
pub fn is_act_code(code: &str) -> bool {
    let is_of_a_code = |one: u8| one.is_ascii_uppercase() || one.is_ascii_digit() || one == b'-';
    (1..=LONGEST_RISK_CODE).contains(&code.len()) && code.bytes().all(is_of_a_code)
}

/// The whole table, with what is usual where the practice has set nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RiskTable(Vec<RiskRule>);

impl RiskTable {
    /// The table of a practice that has set nothing.
    pub fn usual() -> Self {
        Self::set([])
    }

    /// The table with the lines that are set.
    pub fn set(rules: impl IntoIterator<Item = RiskRule>) -> Self {
        let mut all = RiskCategory::ALL.map(RiskRule::usual).to_vec();
        for rule in rules {
            let place = all.iter_mut().find(|usual| usual.category == rule.category);
            if let Some(place) = place {
                *place = rule;
            }
        }
        Self(all)
    }

    /// The table of a practice.
    pub fn of(rows: &impl Rows) -> Self {
        Self(
            RiskCategory::ALL
                .map(|category| RiskRule::of(rows, category))
                .to_vec(),
        )
    }

    /// Every line, in the order of [`RiskCategory::ALL`].
    pub fn rules(&self) -> &[RiskRule] {
        &self.0
    }

    /// The line whose episodes an act of this code opens, if any.
    pub fn opened_by(&self, act_code: &str) -> Option<&RiskRule> {
        self.0.iter().find(|rule| rule.opens_with(act_code))
    }

    /// Whether an act of this code closes an episode of a category.
    pub fn closes(&self, category: RiskCategory, act_code: &str) -> bool {
        let mut rules = self.0.iter();
        rules.any(|rule| rule.category == category && rule.closes_with(act_code))
    }

    /// How often each category is checked.
    pub fn checks(&self) -> RiskChecks {
        RiskChecks::from(|category| {
            let mut rules = self.0.iter();
            rules.find(|rule| rule.category == category)
        })
    }
}

/// How often each category of risk is checked, in days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RiskChecks([u16; RiskCategory::ALL.len()]);

impl RiskChecks {
    /// What is usual.
    pub fn usual() -> Self {
        Self::from(|_| None)
    }

    /// What holds in a practice.
    pub fn of(rows: &impl Rows) -> Self {
        Self::from(|category| rows.risk_rule(category))
    }

    fn from<'a>(set: impl Fn(RiskCategory) -> Option<&'a RiskRule>) -> Self {
        Self(
            RiskCategory::ALL.map(|category| {
                set(category).map_or_else(|| usual_days(category), |rule| rule.check_every_days)
            }),
        )
    }

    /// Days between two checks of a category.
    pub fn days(&self, category: RiskCategory) -> i64 {
        let mut all = RiskCategory::ALL.into_iter().zip(self.0);
        let days = all.find(|(one, _)| *one == category).map(|(_, days)| days);
        i64::from(days.unwrap_or_else(|| usual_days(category)))
    }
}

const fn usual_days(category: RiskCategory) -> u16 {
    match category {
        RiskCategory::ExtendedProvisional => 30,
        RiskCategory::FixedOrthodontics => 42,
        RiskCategory::ImmediateLoadProvisional => 21,
        RiskCategory::DentureJustDelivered => 7,
        RiskCategory::RetreatmentWithoutCore => 14,
    }
}

#[cfg(test)]
mod tests;
