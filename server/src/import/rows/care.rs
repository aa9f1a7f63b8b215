//! Plans, acts, payments, instalments.

use app_domain::care::{PlanAnswer, PlanState};
use uuid::Uuid;

use super::values::{int, plain, some_int, some_text, text};
use super::{Fact, References};
use crate::import::facts::{ActFact, InstalmentFact, PaymentFact, PlanFact};
use crate::import::rows::shapes::{ACTS, INSTALMENTS, PAYMENTS, PLANS};
use crate::store::import::{NewRow, Shape};

impl Fact for PlanFact {
    const SHAPE: Shape = PLANS;
    const NAME: &'static str = "plans";

    fn external(&self) -> String {
        self.code.clone()
    }

    fn row(&self, id: Uuid, of: &dyn References) -> NewRow {
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

impl Fact for ActFact {
    const SHAPE: Shape = ACTS;
    const NAME: &'static str = "acts";

    fn external(&self) -> String {
        self.code.clone()
    }

    fn row(&self, id: Uuid, of: &dyn References) -> NewRow {
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
            some_int(self.gap_days),
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
