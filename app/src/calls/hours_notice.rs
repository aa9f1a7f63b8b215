//! That this is no hour to call.

use app_domain::calendar::Calendar;
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// A warning outside the hours in which the practice calls. Nothing is prevented: some calls cannot wait.
#[component]
pub(super) fn HoursNotice() -> impl IntoView {
    let workspace = expect_workspace();
    let set = workspace.call_settings();
    let closures = workspace.closures();
    let calendar = Memo::new(move |_| Calendar::new(closures.read().iter()));
    let said = Memo::new(move |_| {
        let (now, set, calendar) = (workspace.now().get(), set.read(), calendar.read());
        if set.is_hour_to_call(&calendar, now) {
            return None;
        }
        let language = workspace.language().get();
        let (words, common) = (&text(language).card.reach, crate::text::text(language));
        let spans: Vec<String> = set
            .hours_on(&calendar, now.today())
            .map(|span| format!("{}–{}", common.clock(span.from), common.clock(span.to)))
            .collect();
        Some(if spans.is_empty() {
            words.not_today.to_owned()
        } else {
            (words.not_now)(&spans.join(", "))
        })
    });
    view! {
        <Show when=move || said.read().is_some()>
            <p class="call-hours" role="status">
                <Icon glyph=Glyph::Clock />
                {move || said.get()}
            </p>
        </Show>
    }
}
