//! Visits.

use app_domain::time::Instant;
use uuid::Uuid;

use super::values::{instant, int, minute, plain, some_int, some_text, text, word};
use super::{Fact, References};
use crate::import::facts::AppointmentFact;
use crate::import::mapping::VisitState;
use crate::import::rows::shapes::{APPOINTMENTS, OVERBOOKED_IN_EXPORT};
use crate::store::import::{NewRow, Shape, Value};

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
