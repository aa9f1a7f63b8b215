//! Questions to the server about patients: one at a time, and of those that come meanwhile the last.

use app::workspace::Searched;
use app_sync::search::{SearchAnswer, SearchRequest};
use leptos::prelude::Set;
use wasm_bindgen_futures::spawn_local;

use super::Browser;
use crate::http;

/// Where patients are searched.
const SEARCH: &str = "/sync/search";

impl Browser {
    pub(super) fn ask_for_patients(&self, asked: SearchRequest) {
        self.0.asked.replace(Some(asked));
        if self.0.asking.replace(true) {
            return;
        }
        let browser = self.clone();
        spawn_local(async move {
            while let Some(asked) = browser.0.asked.take() {
                let answer = answer(&asked).await;
                if !browser.0.leaving.get() {
                    browser
                        .workspace()
                        .searched()
                        .set(Some(Searched { asked, answer }));
                }
            }
            browser.0.asking.set(false);
        });
    }
}

/// Nothing where the server says nothing that can be read.
async fn answer(asked: &SearchRequest) -> Option<SearchAnswer> {
    let body = serde_json::to_string(asked).ok()?;
    match http::post_json(SEARCH, &body).await.ok()? {
        (200, text) => serde_json::from_str(&text).ok(),
        _ => None,
    }
}
