//! What narrows the list besides the reason. Everything that is chosen must hold.

use app_domain::agenda::Displacement;
use app_domain::id::{ClinicianId, MemberId, PatientId};
use app_domain::patient::SpokenLanguage;

use super::board_view::Entry;

/// What narrows the list besides the reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Narrow {
    /// Patients of this dentist or hygienist, or whose reason is about them.
    pub(super) clinician: Option<ClinicianId>,
    /// Patients who are spoken to in this language.
    pub(super) language: Option<SpokenLanguage>,
    /// Patients whom no call has reached yet.
    pub(super) never_reached: bool,
    /// Promises that the person who looks keeps.
    pub(super) my_promises: bool,
    /// Patients whose cycle of care this has stopped.
    pub(super) stopped_by: Option<Displacement>,
}

/// One thing that narrows the list, to be taken away by itself.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Narrowing {
    /// By clinician.
    Clinician(ClinicianId),
    /// By language.
    Language(SpokenLanguage),
    /// Whom no call has reached.
    NeverReached,
    /// One's own promises.
    MyPromises,
    /// Whose cycle this has stopped.
    StoppedBy(Displacement),
}

impl Narrow {
    /// What is chosen, one by one.
    pub(super) fn chosen(self) -> Vec<Narrowing> {
        let clinician = self.clinician.map(Narrowing::Clinician);
        let language = self.language.map(Narrowing::Language);
        let never_reached = self.never_reached.then_some(Narrowing::NeverReached);
        let my_promises = self.my_promises.then_some(Narrowing::MyPromises);
        let stopped_by = self.stopped_by.map(Narrowing::StoppedBy);
        [clinician, language, never_reached, my_promises, stopped_by]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Whether nothing is chosen.
    pub(super) fn is_open(self) -> bool {
        self == Self::default()
    }

    /// The same without one of what is chosen.
    pub(super) const fn without(mut self, one: Narrowing) -> Self {
        match one {
            Narrowing::Clinician(_) => self.clinician = None,
            Narrowing::Language(_) => self.language = None,
            Narrowing::NeverReached => self.never_reached = false,
            Narrowing::MyPromises => self.my_promises = false,
            Narrowing::StoppedBy(_) => self.stopped_by = None,
        }
        self
    }

    /// Whether a patient passes, but for whose cycle stands still, which the list asks once for all: `me` looks, `about` says
    /// what is not in the board.
    pub(super) fn passes(self, entry: &Entry, me: Option<MemberId>, about: &impl About) -> bool {
        let is_mine = !self.my_promises || (me.is_some() && entry.promised_by == me);
        let is_theirs =
            |clinician| entry.clinicians.contains(&clinician) || about.treats(clinician, entry.patient);
        let is_spoken = |language| about.speaks(entry.patient) == Some(language);
        // Calls are looked through last: it costs most.
        is_mine
            && self.clinician.is_none_or(is_theirs)
            && self.language.is_none_or(is_spoken)
            && !(self.never_reached && about.is_reached(entry.patient))
    }
}

/// What the list asks of a patient that is not in the board.
pub(super) trait About {
    /// Whether the clinician follows the patient.
    fn treats(&self, clinician: ClinicianId, patient: PatientId) -> bool;

    /// The language in which the patient is spoken to, where it is not Italian.
    fn speaks(&self, patient: PatientId) -> Option<SpokenLanguage>;

    /// Whether a call has reached the patient.
    fn is_reached(&self, patient: PatientId) -> bool;
}

#[cfg(test)]
mod tests {
    use app_domain::calls::ReasonKind;
    use uuid::Uuid;

    use super::*;

    const ANNA: ClinicianId = ClinicianId(Uuid::from_u128(1));
    const BRUNO: ClinicianId = ClinicianId(Uuid::from_u128(2));
    const ME: MemberId = MemberId(Uuid::from_u128(3));

    fn entry() -> Entry {
        Entry {
            patient: PatientId(Uuid::from_u128(9)),
            kinds: vec![ReasonKind::Promise],
            clinicians: vec![ANNA],
            promised_by: Some(ME),
        }
    }

    fn passes(narrow: Narrow, me: MemberId, is_reached: bool) -> bool {
        narrow.passes(&entry(), Some(me), &Known { is_reached })
    }

    /// Bruno follows the patient, who speaks Romanian.
    struct Known {
        is_reached: bool,
    }

    impl About for Known {
        fn treats(&self, clinician: ClinicianId, _: PatientId) -> bool {
            clinician == BRUNO
        }

        fn speaks(&self, _: PatientId) -> Option<SpokenLanguage> {
            Some(SpokenLanguage::Romanian)
        }

        fn is_reached(&self, _: PatientId) -> bool {
            self.is_reached
        }
    }

    #[test]
    fn a_language_passes_who_is_spoken_to_in_it() {
        let of = |language| Narrow {
            language: Some(language),
            ..Narrow::default()
        };
        assert!(passes(of(SpokenLanguage::Romanian), ME, true));
        assert!(!passes(of(SpokenLanguage::Ukrainian), ME, true));
    }

    #[test]
    fn the_patients_clinician_and_that_of_the_reason_both_count() {
        let of = |clinician| Narrow {
            clinician: Some(clinician),
            ..Narrow::default()
        };
        assert!(passes(of(ANNA), ME, true));
        assert!(passes(of(BRUNO), ME, true));
        assert!(!passes(of(ClinicianId(Uuid::from_u128(4))), ME, true));
    }

    #[test]
    fn everything_chosen_must_hold_and_each_is_taken_away_by_itself() {
        let all = Narrow {
            clinician: Some(ANNA),
            language: Some(SpokenLanguage::Romanian),
            never_reached: true,
            my_promises: true,
            stopped_by: Some(Displacement::Person(ME)),
        };
        assert!(passes(all, ME, false));
        assert!(!passes(all, ME, true));
        assert!(!passes(all, MemberId(Uuid::from_u128(8)), false));
        assert!(passes(all.without(Narrowing::NeverReached), ME, true));
        let none = all.chosen().into_iter().fold(all, Narrow::without);
        assert!(none.is_open());
        assert!(passes(none, MemberId(Uuid::from_u128(8)), true));
    }
}
