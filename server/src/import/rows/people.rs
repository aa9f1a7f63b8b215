//! The practice and its patients.

use uuid::Uuid;

use super::values::{int, minute, plain, some_text, some_word, text, word};
use super::{Fact, References};
use crate::import::facts::{ChairFact, ClinicianFact, ClosureFact, PatientFact};
use crate::import::rows::shapes::{CHAIRS, CLINICIANS, CLOSURES, PATIENTS};
use crate::store::import::{NewRow, Shape};

impl Fact for ChairFact {
    const SHAPE: Shape = CHAIRS;
    const NAME: &'static str = "chairs";

    fn external(&self) -> String {
        self.code.clone()
    }

    fn row(&self, id: Uuid, _: &dyn References) -> NewRow {
        let opening = |span: &app_domain::practice::Opening| {
            vec![int(span.weekday), minute(span.from), minute(span.to)]
        };
        let values = vec![text(&self.code), text(&self.name), int(self.position)];
        NewRow {
            id,
            values,
            parts: self.opening.iter().map(opening).collect(),
        }
    }
}

impl Fact for ClinicianFact {
    const SHAPE: Shape = CLINICIANS;
    const NAME: &'static str = "clinicians";

    fn external(&self) -> String {
        self.code.clone()
    }

    fn row(&self, id: Uuid, _: &dyn References) -> NewRow {
        let names = [text(&self.code), text(&self.surname), text(&self.name)];
        plain(
            id,
            names
                .into_iter()
                .chain([word(self.profession), some_text(self.colour.as_ref())])
                .collect(),
        )
    }
}

impl Fact for ClosureFact {
    const SHAPE: Shape = CLOSURES;
    const NAME: &'static str = "closures";

    fn external(&self) -> String {
        format!("{}/{}/{}", self.from, self.to, self.reason)
    }

    fn row(&self, id: Uuid, _: &dyn References) -> NewRow {
        plain(id, vec![text(self.from), text(self.to), text(&self.reason)])
    }
}

impl Fact for PatientFact {
    const SHAPE: Shape = PATIENTS;
    const NAME: &'static str = "patients";

    fn external(&self) -> String {
        self.code.clone()
    }

    fn row(&self, id: Uuid, of: &dyn References) -> NewRow {
        let clinician = |code: &Option<String>| some_text(code.as_deref().map(|code| of.clinician(code)));
        let flags = serde_json::Value::from(self.flags.clone());
        let values = vec![
            text(&self.code),
            text(&self.surname),
            text(&self.name),
            some_text(self.sex),
            some_text(self.born),
            some_text(self.birth_place.as_ref()),
            some_text(self.tax_code.as_ref()),
            some_text(self.mobile.as_ref()),
            some_text(self.landline.as_ref()),
            some_text(self.email.as_ref()),
            some_word(self.preferred),
            some_text(self.address.as_ref()),
            some_text(self.postal_code.as_ref()),
            some_text(self.town.as_ref()),
            some_text(self.province.as_ref()),
            some_text(self.payer.as_deref().map(|code| of.patient(code))),
            word(self.consent),
            clinician(&self.dentist),
            clinician(&self.hygienist),
            int(self.hygiene_interval_months),
            some_text(self.hygiene_fixed),
            word(self.standing),
            text(&self.note),
            text(flags),
        ];
        let parts = self
            .oppositions
            .iter()
            .map(|one| vec![some_word(one.purpose), some_word(one.channel)]);
        NewRow {
            id,
            values,
            parts: parts.collect(),
        }
    }
}
