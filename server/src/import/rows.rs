//! Facts as rows of our tables.

use app_domain::calls::{Outcome, Topic};
use app_domain::time::Instant;
use jiff::civil::{Date, DateTime, Time};
use serde::Serialize;
use uuid::Uuid;

use crate::import::facts::{
    ActFact, AppointmentFact, ChairFact, ClinicianFact, ClosureFact, ContactFact, InstalmentFact,
    PatientFact, PaymentFact, PlanFact,
};
use crate::import::mapping::VisitState;
use crate::store::import::{NewRow, Parts, Shape, Value};

/// Why a visit of an export that overlaps another is overbooked.
pub const OVERBOOKED_IN_EXPORT: &str = "importazione";

/// Chairs with their opening hours.
pub const CHAIRS: Shape = Shape {
    table: "chair",
    groups: &[&["code"] as &[&str], &["name"], &["position"]],
    parts: Some(Parts {
        table: "opening",
        whole: "chair_id",
        columns: &["weekday", "from_minute", "to_minute"],
    }),
};

/// Clinicians.
pub const CLINICIANS: Shape = Shape {
    table: "clinician",
    groups: &[
        &["code"] as &[&str],
        &["surname", "name"],
        &["profession"],
        &["colour"],
    ],
    parts: None,
};

/// Closures.
pub const CLOSURES: Shape = Shape {
    table: "closure",
    groups: &[&["from_day", "to_day", "reason"]],
    parts: None,
};

/// Patients with their oppositions.
pub const PATIENTS: Shape = Shape {
    table: "patient",
    groups: &[
        &["code"] as &[&str],
        &["surname", "name"],
        &["sex"],
        &["born"],
        &["birth_place"],
        &["tax_code"],
        &["mobile"],
        &["landline"],
        &["email"],
        &["preferred_channel"],
        &["address", "postal_code", "town", "province"],
        &["payer_id"],
        &["recall_consent"],
        &["dentist_id"],
        &["hygienist_id"],
        &["hygiene_interval_months"],
        &["hygiene_fixed"],
        &["standing"],
        &["note"],
        &["flags"],
    ],
    parts: Some(Parts {
        table: "opposition",
        whole: "patient_id",
        columns: &["purpose", "channel"],
    }),
};

/// Plans.
pub const PLANS: Shape = Shape {
    table: "plan",
    groups: &[
        &["code"] as &[&str],
        &["patient_id"],
        &["clinician_id"],
        &["title"],
        &["signed"],
        &["presented"],
        &["state"],
    ],
    parts: None,
};

/// Visits.
pub const APPOINTMENTS: Shape = Shape {
    table: "appointment",
    groups: &[
        &["code"] as &[&str],
        &["patient_id"],
        PLACE,
        &["kind"],
        STATUS,
        &["confirmation", "asked_channel"],
        &["as_soon_as_possible"],
        &["plan_id"],
        &["note"],
    ],
    parts: None,
};

/// Columns of the place of a visit.
pub const PLACE: &[&str] = &[
    "chair_id",
    "clinician_id",
    "day",
    "start_minute",
    "minutes",
    "overbooked_by",
    "overbooking_reason",
];

/// Columns of the status of a visit.
pub const STATUS: &[&str] = &[
    "status",
    "arrived_at",
    "seated_at",
    "done_at",
    "left_at",
    "missed_at",
    "cancelled_at",
    "cancelled_by",
    "cancelled_reason",
];

/// Acts.
pub const ACTS: Shape = Shape {
    table: "act",
    groups: &[
        &["code"] as &[&str],
        &["patient_id"],
        &["plan_id", "position"],
        &["act_code", "description"],
        &["tooth"],
        &["clinician_id"],
        &["done"],
        &["price_cents", "discount_cents"],
        &["answer"],
    ],
    parts: None,
};

/// Payments.
pub const PAYMENTS: Shape = Shape {
    table: "payment",
    groups: &[
        &["code"] as &[&str],
        &["patient_id"],
        &["plan_id"],
        &["day"],
        &["amount_cents"],
        &["method"],
    ],
    parts: None,
};

/// Instalments.
pub const INSTALMENTS: Shape = Shape {
    table: "instalment",
    groups: &[&["plan_id", "number"] as &[&str], &["due"], &["amount_cents"]],
    parts: None,
};

/// Attempts with what came of them.
pub const ATTEMPTS: Shape = Shape {
    table: "attempt",
    groups: &[
        &["code"] as &[&str],
        &["patient_id"],
        &["at"],
        &["channel"],
        &["by_name"],
        &["imported"],
    ],
    parts: Some(Parts {
        table: "attempt_outcome",
        whole: "attempt_id",
        columns: &["position", "topic", "outcome", "until", "day", "amount_cents"],
    }),
};

/// How references become ids. Readers have looked every code up already.
pub trait References {
    /// The chair of a code.
    fn chair(&self, code: &str) -> Uuid;
    /// The clinician of a code.
    fn clinician(&self, code: &str) -> Uuid;
    /// The patient of a code.
    fn patient(&self, code: &str) -> Uuid;
    /// The plan of a code.
    fn plan(&self, code: &str) -> Uuid;
}

/// A fact that becomes a row.
pub trait Fact {
    /// How its table is written.
    const SHAPE: Shape;
    /// What it is counted as in the report.
    const NAME: &'static str;
    /// What the export calls it.
    fn external(&self) -> String;
    /// Its row.
    fn row(&self, id: Uuid, of: &dyn References) -> NewRow;
}

fn plain(id: Uuid, values: Vec<Value>) -> NewRow {
    NewRow {
        id,
        values,
        parts: Vec::new(),
    }
}

fn text(value: impl ToString) -> Value {
    Value::Text(Some(value.to_string()))
}

fn some_text<T: ToString>(value: Option<T>) -> Value {
    Value::Text(value.map(|value| value.to_string()))
}

fn int(value: impl Into<i64>) -> Value {
    Value::Int(Some(value.into()))
}

fn some_int<T: Into<i64>>(value: Option<T>) -> Value {
    Value::Int(value.map(Into::into))
}

/// The name on the wire of a variant without content.
fn word<T: Serialize>(variant: T) -> Value {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(word)) => Value::Text(Some(word)),
        other => unreachable!("only variants without content are words, not {other:?}"),
    }
}

fn some_word<T: Serialize>(variant: Option<T>) -> Value {
    variant.map_or(Value::Text(None), word)
}

fn minute(time: Time) -> Value {
    int(i64::from(time.hour()) * 60 + i64::from(time.minute()))
}

fn instant(civil: DateTime) -> Value {
    int(Instant::from_civil(civil).0)
}

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

impl Fact for PlanFact {
    const SHAPE: Shape = PLANS;
    const NAME: &'static str = "plans";

    fn external(&self) -> String {
        self.code.clone()
    }

    fn row(&self, id: Uuid, of: &dyn References) -> NewRow {
        use app_domain::care::PlanState;
        let state = match self.state {
            PlanState::Active => "active",
            PlanState::Finished => "finished",
            PlanState::Stopped => "stopped",
        };
        let values = vec![
            text(&self.code),
            text(of.patient(&self.patient)),
            some_text(self.clinician.as_deref().map(|code| of.clinician(code))),
            text(&self.title),
            some_text(self.signed),
            some_text(self.presented),
            text(state),
        ];
        plain(id, values)
    }
}

impl Fact for AppointmentFact {
    const SHAPE: Shape = APPOINTMENTS;
    const NAME: &'static str = "appointments";

    fn external(&self) -> String {
        self.code.clone()
    }

    fn row(&self, id: Uuid, of: &dyn References) -> NewRow {
        let overbooking = self.overbooked.map(|_| OVERBOOKED_IN_EXPORT);
        let mut values = vec![
            text(&self.code),
            text(of.patient(&self.patient)),
            text(of.chair(&self.chair)),
            text(of.clinician(&self.clinician)),
            text(self.start.date()),
            minute(self.start.time()),
            int(self.minutes),
            Value::Text(None),
            some_text(overbooking),
            word(self.kind),
        ];
        values.extend(self.status_values());
        values.extend(self.confirmation_values());
        values.extend([
            Value::Bool(self.as_soon_as_possible),
            some_text(self.plan.as_deref().map(|code| of.plan(code))),
            text(&self.note),
        ]);
        plain(id, values)
    }
}

impl AppointmentFact {
    /// The columns of [`STATUS`]. An export has no times of arrival: a visit under way began when it was to.
    fn status_values(&self) -> Vec<Value> {
        use VisitState as S;
        let (status, cancelled_by) = match self.state {
            S::Booked | S::Asked | S::Confirmed | S::AskedToMove => ("booked", None),
            S::Arrived => ("arrived", None),
            S::InChair => ("in_chair", None),
            S::Done => ("done", None),
            S::Left => ("left", None),
            S::NoShow => ("no_show", None),
            S::CancelledByPatient => ("cancelled", Some("patient")),
            S::CancelledByPractice => ("cancelled", Some("practice")),
        };
        let at_start = |is: bool| if is { instant(self.start) } else { Value::Int(None) };
        let cancelled_at = self.cancelled_at.filter(|_| cancelled_by.is_some());
        vec![
            text(status),
            at_start(self.state == S::Arrived),
            at_start(self.state == S::InChair),
            Value::Int(None),
            Value::Int(None),
            Value::Int(None),
            some_int(cancelled_at.map(|at| Instant::from_civil(at).0)),
            some_text(cancelled_by),
            some_text(cancelled_by.map(|_| &self.cancelled_reason)),
        ]
    }

    fn confirmation_values(&self) -> [Value; 2] {
        use VisitState as S;
        match self.confirmation.unwrap_or(self.state) {
            S::Confirmed => [text("confirmed"), Value::Text(None)],
            S::Asked => [text("asked"), text("phone")],
            S::AskedToMove => [text("asked_to_move"), Value::Text(None)],
            _ => [text("not_asked"), Value::Text(None)],
        }
    }
}

impl Fact for ActFact {
    const SHAPE: Shape = ACTS;
    const NAME: &'static str = "acts";

    fn external(&self) -> String {
        self.code.clone()
    }

    fn row(&self, id: Uuid, of: &dyn References) -> NewRow {
        use app_domain::care::PlanAnswer;
        let answer = self.answer.map(|answer| match answer {
            PlanAnswer::Accepted => "accepted",
            PlanAnswer::Thinking => "thinking",
            PlanAnswer::Postponed => "postponed",
            PlanAnswer::Declined => "declined",
        });
        let values = vec![
            text(&self.code),
            text(of.patient(&self.patient)),
            some_text(self.plan.as_deref().map(|code| of.plan(code))),
            some_int(self.position),
            text(&self.act_code),
            text(&self.description),
            text(&self.tooth),
            some_text(self.clinician.as_deref().map(|code| of.clinician(code))),
            some_text(self.done),
            int(self.price.0),
            int(self.discount.0),
            some_text(answer),
        ];
        plain(id, values)
    }
}

impl Fact for PaymentFact {
    const SHAPE: Shape = PAYMENTS;
    const NAME: &'static str = "payments";

    fn external(&self) -> String {
        self.code.clone()
    }

    fn row(&self, id: Uuid, of: &dyn References) -> NewRow {
        let values = vec![
            text(&self.code),
            text(of.patient(&self.patient)),
            some_text(self.plan.as_deref().map(|code| of.plan(code))),
            text(self.day),
            int(self.amount.0),
            text(&self.method),
        ];
        plain(id, values)
    }
}

impl Fact for InstalmentFact {
    const SHAPE: Shape = INSTALMENTS;
    const NAME: &'static str = "instalments";

    fn external(&self) -> String {
        format!("{}/{}", self.plan, self.number)
    }

    fn row(&self, id: Uuid, of: &dyn References) -> NewRow {
        plain(
            id,
            vec![
                text(of.plan(&self.plan)),
                int(self.number),
                text(self.due),
                int(self.amount.0),
            ],
        )
    }
}

impl Fact for ContactFact {
    const SHAPE: Shape = ATTEMPTS;
    const NAME: &'static str = "contacts";

    fn external(&self) -> String {
        self.code.clone()
    }

    fn row(&self, id: Uuid, of: &dyn References) -> NewRow {
        let values = vec![
            text(&self.code),
            text(of.patient(&self.patient)),
            instant(self.at),
            word(self.channel),
            some_text(self.by_name.as_ref()),
            Value::Bool(true),
        ];
        NewRow {
            id,
            values,
            parts: vec![self.outcome_values()],
        }
    }
}

impl ContactFact {
    fn outcome_values(&self) -> Vec<Value> {
        let topic = match self.topic {
            Topic::Reason(kind) => kind.name(),
            Topic::Other => "other",
        };
        let name = serde_json::to_value(&self.outcome)
            .ok()
            .and_then(|json| Some(json["is"].as_str()?.to_owned()));
        let until = match &self.outcome {
            Outcome::CallBack { until } => Some(*until),
            _ => None,
        };
        let (day, amount): (Option<Date>, _) = match &self.outcome {
            Outcome::Later { until } => (Some(*until), None),
            Outcome::PromisesToPay { by, amount } => (Some(*by), amount.map(|amount| amount.0)),
            _ => (None, None),
        };
        vec![
            int(0),
            text(topic),
            some_text(name),
            some_text(until),
            some_text(day),
            Value::Int(amount),
        ]
    }
}
