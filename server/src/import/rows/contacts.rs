//! Contacts.

use app_domain::calls::{Outcome, Topic};
use jiff::civil::Date;
use uuid::Uuid;

use super::values::{instant, int, some_text, text, word};
use super::{Fact, References};
use crate::import::facts::ContactFact;
use crate::import::rows::shapes::ATTEMPTS;
use crate::store::import::{NewRow, Shape, Value};

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
            Outcome::CallBack { until, .. } => Some(*until),
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
