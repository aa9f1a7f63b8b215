//! The reactive reads of what patients ask for, and of what may be granted.

use app_domain::autonomy::Budget;
use app_domain::calls::{Attempt, CallSettings, RiskCategory, RiskRule, SharedView};
use app_domain::policy::budget;
use app_domain::requests::Request;
use app_domain::role::Role;
use app_domain::rows::Key;
use leptos::prelude::*;

use super::Workspace;
use super::wake::Topic;

/// Requests of patients.
impl Workspace {
    /// The calls in which a patient asked to put a payment off until a day, in no order.
    pub fn delays(self) -> Memo<Vec<Attempt>> {
        Memo::new(move |_| {
            self.watch(Topic::Questions, |core| {
                let asks = |attempt: &&Attempt| attempt.asks_delay().is_some();
                core.view().attempts().filter(asks).cloned().collect()
            })
        })
    }

    /// Every request, the promised hour that comes first first.
    pub fn requests(self) -> Memo<Vec<Request>> {
        Memo::new(move |_| {
            self.watch(Topic::Requests, |core| {
                let mut requests: Vec<_> = core.view().requests().cloned().collect();
                requests.sort_by_key(|request| (request.due, request.id));
                requests
            })
        })
    }

    /// What the practice has set for its calls, or what is usual.
    pub fn call_settings(self) -> Memo<CallSettings> {
        Memo::new(move |_| {
            self.watch(Topic::Row(Key::CallSettings), |core| {
                CallSettings::of(core.view())
            })
        })
    }

    /// What opens and closes the episodes of a category of risk and how often it is checked, as it is set or as it is usual.
    pub fn risk_rule(self, category: RiskCategory) -> Memo<RiskRule> {
        Memo::new(move |_| {
            self.watch(Topic::Row(Key::RiskRule(category)), |core| {
                RiskRule::of(core.view(), category)
            })
        })
    }

    /// The views of the call list that are offered to everybody, by name.
    pub fn shared_views(self) -> Memo<Vec<SharedView>> {
        Memo::new(move |_| {
            self.watch(Topic::SharedViews, |core| {
                let offered = core.view().shared_views().filter(|view| view.struck.is_none());
                let mut offered: Vec<_> = offered.cloned().collect();
                offered.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
                offered
            })
        })
    }

    /// What a role may grant without asking.
    pub fn budget(self, role: Role) -> Memo<Budget> {
        Memo::new(move |_| self.watch(Topic::Budgets, |core| budget(core.view(), role)))
    }
}
