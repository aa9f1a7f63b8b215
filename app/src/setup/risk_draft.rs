//! What was typed of a line of the table of clinical risk.

use app_domain::calls::{MOST_CHECK_DAYS, MOST_RISK_CODES, RiskCategory, RiskRule, is_risk_code};

use super::codes::codes;

/// What was typed: codes with commas between, and days.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct RiskDraft {
    category: RiskCategory,
    /// Codes that open an episode.
    pub(super) opens: String,
    /// Codes that close it.
    pub(super) closes: String,
    /// Days between two checks.
    pub(super) days: String,
}

/// Why codes cannot be kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum CodesProblem {
    /// There is none, or there are too many.
    HowMany,
    /// This is no code.
    NoCode(String),
    /// This stands here twice.
    Twice(String),
    /// This has its place in another category.
    Taken(String, RiskCategory),
}

impl RiskDraft {
    /// As it is set.
    pub(super) fn of(rule: &RiskRule) -> Self {
        Self {
            category: rule.category,
            opens: rule.opens.join(", "),
            closes: rule.closes.join(", "),
            days: rule.check_every_days.to_string(),
        }
    }

    /// What is wrong with the codes that open, beside the other lines.
    pub(super) fn opens_problem(&self, table: &[RiskRule]) -> Option<CodesProblem> {
        self.problem(&codes(&self.opens), &[], table)
    }

    /// What is wrong with the codes that close, beside those that open and the other lines.
    pub(super) fn closes_problem(&self, table: &[RiskRule]) -> Option<CodesProblem> {
        self.problem(&codes(&self.closes), &codes(&self.opens), table)
    }

    /// Whether the days are none that can be kept.
    pub(super) fn are_days_unfit(&self) -> bool {
        self.days().is_none()
    }

    /// What is set then, if everything can be kept.
    pub(super) fn becomes(&self, table: &[RiskRule]) -> Option<RiskRule> {
        let rule = RiskRule {
            category: self.category,
            opens: codes(&self.opens),
            closes: codes(&self.closes),
            check_every_days: self.days()?,
        };
        (rule.is_fit() && rule.taken_by(table).is_none()).then_some(rule)
    }

    fn problem(&self, codes: &[String], before: &[String], table: &[RiskRule]) -> Option<CodesProblem> {
        if codes.is_empty() || codes.len() > MOST_RISK_CODES {
            return Some(CodesProblem::HowMany);
        }
        let others = || table.iter().filter(|rule| rule.category != self.category);
        (0..).zip(codes).find_map(|(place, code)| {
            if !is_risk_code(code) {
                return Some(CodesProblem::NoCode(code.clone()));
            }
            if before.contains(code) || codes.iter().take(place).any(|one| one == code) {
                return Some(CodesProblem::Twice(code.clone()));
            }
            let taken = others().find(|rule| rule.codes().any(|one| one == code))?;
            Some(CodesProblem::Taken(code.clone(), taken.category))
        })
    }

    fn days(&self) -> Option<u16> {
        let days = self.days.trim().parse().ok()?;
        (1..=MOST_CHECK_DAYS).contains(&days).then_some(days)
    }
}

#[cfg(test)]
mod tests {
    use app_domain::calls::RiskTable;

    use super::*;

    const CATEGORY: RiskCategory = RiskCategory::FixedOrthodontics;

    fn draft() -> RiskDraft {
        RiskDraft::of(&RiskRule::usual(CATEGORY))
    }

    #[test]
    fn what_is_set_reads_back_as_itself_and_small_letters_are_capitals() {
        let table = RiskTable::usual();
        assert_eq!(draft().becomes(table.rules()), Some(RiskRule::usual(CATEGORY)));
        let typed = RiskDraft {
            opens: " orto-bond ; allineatori,D8080".to_owned(),
            days: " 60 ".to_owned(),
            ..draft()
        };
        let becomes = typed.becomes(table.rules()).expect("a line");
        assert_eq!(becomes.opens, ["ORTO-BOND", "ALLINEATORI", "D8080"]);
        assert_eq!(becomes.check_every_days, 60);
    }

    #[test]
    fn what_cannot_be_kept_is_told_where_it_stands() {
        let table = RiskTable::usual();
        let opened_by = |opens: &str| RiskDraft {
            opens: opens.to_owned(),
            ..draft()
        };
        for (opens, problem) in [
            ("", CodesProblem::HowMany),
            ("A B C D E F G H I", CodesProblem::HowMany),
            ("ORTO_BOND", CodesProblem::NoCode("ORTO_BOND".to_owned())),
            ("estraz", CodesProblem::NoCode("ESTRAZ".to_owned())),
            ("UNO, uno", CodesProblem::Twice("UNO".to_owned())),
            (
                "prov-est",
                CodesProblem::Taken("PROV-EST".to_owned(), RiskCategory::ExtendedProvisional),
            ),
        ] {
            let typed = opened_by(opens);
            assert_eq!(typed.opens_problem(table.rules()), Some(problem), "{opens}");
            assert_eq!(typed.becomes(table.rules()), None, "{opens}");
        }
        let both = opened_by("ORTO-DEBOND");
        assert_eq!(both.opens_problem(table.rules()), None);
        assert_eq!(
            both.closes_problem(table.rules()),
            Some(CodesProblem::Twice("ORTO-DEBOND".to_owned()))
        );
        for days in ["", "0", "366", "-1", "molti"] {
            let typed = RiskDraft {
                days: days.to_owned(),
                ..draft()
            };
            assert!(typed.are_days_unfit(), "{days}");
            assert_eq!(typed.becomes(table.rules()), None);
        }
    }
}
