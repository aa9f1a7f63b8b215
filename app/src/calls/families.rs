//! Families on the list: those for whom one person pays are offered together.

use std::collections::BTreeMap;

use app_domain::id::PatientId;
use app_domain::patient::Patient;

/// Who is on the list, by who pays, each family in the order of the list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Families(BTreeMap<PatientId, Vec<PatientId>>);

impl Families {
    /// Sorts the list into families.
    pub(super) fn of<'a>(list: &[PatientId], patient: impl Fn(PatientId) -> Option<&'a Patient>) -> Self {
        let mut families: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for id in list {
            let payer = patient(*id).map_or(*id, payer);
            families.entry(payer).or_default().push(*id);
        }
        Self(families)
    }

    /// The others of a patient's family who are on the list, whether or not the patient is.
    pub(super) fn others(&self, patient: &Patient) -> Vec<PatientId> {
        let family = self.0.get(&payer(patient)).into_iter().flatten();
        family.copied().filter(|other| *other != patient.id).collect()
    }
}

/// Who pays: what makes a family.
pub(super) fn payer(patient: &Patient) -> PatientId {
    patient.payer.unwrap_or(patient.id)
}

/// "Anna", "Anna e Luca", "Anna, Luca e Rita".
pub(super) fn names_in_words(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use app_domain::agenda::PlaceTimes;
    use app_domain::patient::{Consent, Standing};
    use uuid::Uuid;

    use super::*;

    const fn id(number: u128) -> PatientId {
        PatientId(Uuid::from_u128(number))
    }

    fn patient(number: u128, payer: Option<u128>) -> Patient {
        Patient {
            id: id(number),
            code: format!("P{number}"),
            surname: "Greco".to_owned(),
            name: "Anna".to_owned(),
            born: None,
            contacts: None,
            standing: Standing::Active,
            payer: payer.map(id),
            dentist: None,
            hygienist: None,
            recall_consent: Consent::NeverAsked,
            oppositions: Vec::new(),
            times: PlaceTimes::default(),
        }
    }

    #[test]
    fn who_pays_and_those_paid_for_are_one_family_in_the_order_of_the_list() {
        let all = [
            patient(1, None),
            patient(2, Some(1)),
            patient(3, Some(1)),
            patient(4, None),
        ];
        let of = |id| all.iter().find(|patient| patient.id == id);
        let families = Families::of(&[id(3), id(4), id(1), id(2)], of);
        assert_eq!(families.others(&all[0]), [id(3), id(2)]);
        assert_eq!(families.others(&all[1]), [id(3), id(1)]);
        assert!(families.others(&all[3]).is_empty());
        // Who has left the list still has the family there.
        let families = Families::of(&[id(3)], of);
        assert_eq!(families.others(&all[0]), [id(3)]);
    }

    #[test]
    fn names_are_joined_as_people_say_them() {
        let names = ["Anna", "Luca", "Rita"].map(str::to_owned);
        assert_eq!(names_in_words(&names[..1], "e"), "Anna");
        assert_eq!(names_in_words(&names[..2], "e"), "Anna e Luca");
        assert_eq!(names_in_words(&names, "e"), "Anna, Luca e Rita");
    }
}
