//! What narrows the list besides the reason. Everything that is chosen must hold.

use app_domain::agenda::Displacement;
use app_domain::id::{ClinicianId, MemberId, PatientId};

use super::board_view::Entry;

/// What narrows the list besides the reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Narrow {
    /// Patients of this dentist or hygienist, or whose reason is about them.
    pub(super) clinician: Option<ClinicianId>,
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
        let never_reached = self.never_reached.then_some(Narrowing::NeverReached);
        let my_promises = self.my_promises.then_some(Narrowing::MyPromises);
        let stopped_by = self.stopped_by.map(Narrowing::StoppedBy);
        [clinician, never_reached, my_promises, stopped_by]
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
            Narrowing::NeverReached => self.never_reached = false,
            Narrowing::MyPromises => self.my_promises = false,
            Narrowing::StoppedBy(_) => self.stopped_by = None,
        }
        self
    }

    /// Whether a patient passes, but for whose cycle stands still, which the list asks once for all: `me` looks, `treats` says whose patient somebody is, `is_reached` whom a call has reached.
    pub(super) fn passes(
        self,
        entry: &Entry,
        me: Option<MemberId>,
        treats: impl FnOnce(ClinicianId, PatientId) -> bool,
        is_reached: impl FnOnce(PatientId) -> bool,
    ) -> bool {
        let is_mine = !self.my_promises || (me.is_some() && entry.promised_by == me);
        let is_theirs = |clinician| entry.clinicians.contains(&clinician) || treats(clinician, entry.patient);
        // Calls are looked through last: it costs most.
        is_mine && self.clinician.is_none_or(is_theirs) && !(self.never_reached && is_reached(entry.patient))
    }
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
        narrow.passes(
            &entry(),
            Some(me),
            |clinician, _| clinician == BRUNO,
            |_| is_reached,
        )
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
