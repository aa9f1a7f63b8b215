//! How each table is written: which columns change together.

use crate::store::import::{Parts, Shape};

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
        &["gap_days"],
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
