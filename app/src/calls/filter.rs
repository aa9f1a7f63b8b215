//! Filters of the list, by reason.

use app_domain::calls::ReasonKind;

use super::text::ListText;

/// A filter by reason.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(super) enum Filter {
    /// Everybody.
    #[default]
    All,
    /// Clinicians' answers to be told.
    Answered,
    /// Clinical risk.
    Risk,
    /// Promises to call back.
    Promises,
    /// Visits to confirm.
    Confirmations,
    /// Hygiene recalls.
    Hygiene,
    /// Visits to be placed again.
    Displaced,
    /// Balances and instalments.
    Money,
    /// Suspended cycles.
    Suspended,
    /// Missed visits.
    Missed,
    /// Plans without an answer.
    Plans,
    /// Care that has ended.
    Satisfaction,
    /// Periodic checks.
    Checks,
}

impl Filter {
    /// Every filter, in the order of the screen and of the words.
    pub(super) const ALL: [Self; 13] = [
        Self::All,
        Self::Answered,
        Self::Risk,
        Self::Promises,
        Self::Confirmations,
        Self::Hygiene,
        Self::Displaced,
        Self::Money,
        Self::Suspended,
        Self::Missed,
        Self::Plans,
        Self::Satisfaction,
        Self::Checks,
    ];

    /// The reasons that pass; `None` = all.
    const fn kinds(self) -> Option<&'static [ReasonKind]> {
        Some(match self {
            Self::All => return None,
            Self::Answered => &[ReasonKind::Answered],
            Self::Risk => &[ReasonKind::ClinicalRisk],
            Self::Promises => &[ReasonKind::Promise],
            Self::Confirmations => &[ReasonKind::Confirm],
            Self::Hygiene => &[ReasonKind::HygieneRecall],
            Self::Displaced => &[ReasonKind::Displaced],
            Self::Money => &[ReasonKind::Balance, ReasonKind::Instalment],
            Self::Suspended => &[ReasonKind::SuspendedCycle],
            Self::Missed => &[ReasonKind::MissedVisit],
            Self::Plans => &[ReasonKind::PlanAwaiting],
            Self::Satisfaction => &[ReasonKind::Satisfaction],
            Self::Checks => &[ReasonKind::CheckRecall],
        })
    }

    /// Names in addresses and in views that are kept, in the order of [`Self::ALL`].
    const NAMES: [&'static str; 13] = [
        "tutti",
        "risposte",
        "rischio",
        "promesse",
        "conferme",
        "igiene",
        "ricollocare",
        "soldi",
        "sospesi",
        "mancate",
        "piani",
        "andata",
        "controlli",
    ];

    /// The filter of a name, as in `/chiamate?motivo=ricollocare`; everybody where there is none.
    pub(super) fn named(name: &str) -> Self {
        let place = Self::NAMES.iter().position(|other| *other == name);
        place
            .and_then(|place| Self::ALL.get(place))
            .copied()
            .unwrap_or_default()
    }

    /// Its name in addresses and in views that are kept.
    pub(super) fn name(self) -> &'static str {
        let place = Self::ALL.iter().position(|filter| *filter == self);
        place
            .and_then(|place| Self::NAMES.get(place))
            .copied()
            .unwrap_or_default()
    }

    /// Whether a patient with these reasons passes.
    pub(super) fn passes(self, kinds: &[ReasonKind]) -> bool {
        self.kinds()
            .is_none_or(|wanted| kinds.iter().any(|kind| wanted.contains(kind)))
    }

    /// Its name.
    pub(super) fn words(self, text: &ListText) -> &'static str {
        text.filters[Self::ALL.iter().position(|filter| *filter == self).unwrap_or(0)]
    }
}

#[cfg(test)]
mod tests {
    use app_domain::calls::ReasonKind;

    use super::Filter;

    #[test]
    fn a_filter_is_found_by_its_name() {
        for filter in Filter::ALL {
            assert_eq!(Filter::named(filter.name()), filter);
        }
        assert_eq!(Filter::named("ricollocare"), Filter::Displaced);
        assert_eq!(Filter::named("of another version"), Filter::All);
    }

    #[test]
    fn every_reason_passes_exactly_one_filter_besides_all() {
        for kind in ReasonKind::ALL {
            let passing = Filter::ALL
                .into_iter()
                .filter(|filter| filter.passes(&[kind]))
                .count();
            assert_eq!(passing, 2, "{kind:?}");
        }
    }
}
