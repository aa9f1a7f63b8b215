//! Questions to the server about the books: one at a time, and of those that come meanwhile the last.

use app::workspace::Stated;
use app_sync::statement::{StatementAnswer, StatementRequest};
use leptos::prelude::Set;
use wasm_bindgen_futures::spawn_local;

use super::Browser;
use crate::http;

/// Where the books are asked for.
const STATEMENT: &str = "/sync/statement";

impl Browser {
    pub(super) fn ask_for_statement(&self, asked: StatementRequest) {
        self.0.statement_asked.set(Some(asked));
        if self.0.statement_asking.replace(true) {
            return;
        }
        let browser = self.clone();
        spawn_local(async move {
            while let Some(asked) = browser.0.statement_asked.take() {
                let answer = answer(asked).await;
                if !browser.0.leaving.get() {
                    let stated = browser.workspace().stated();
                    stated.set(Some(Stated { asked, answer }));
                }
            }
            browser.0.statement_asking.set(false);
        });
    }
}

/// Nothing where the server says nothing that can be read.
async fn answer(asked: StatementRequest) -> Option<StatementAnswer> {
    let body = serde_json::to_string(&asked).ok()?;
    match http::post_json(STATEMENT, &body).await.ok()? {
        (200, text) => serde_json::from_str(&text).ok(),
        _ => None,
    }
}
