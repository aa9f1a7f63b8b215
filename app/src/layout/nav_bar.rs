//! The way from one section to another.

use app_domain::policy::{may_record_calls, may_set_up};
use leptos::prelude::*;
use leptos_router::components::A;

use super::AfterPaint;
use super::calls_route::sees_calls;
use super::text::text;
use crate::questions::{open_questions, sees_questions};
use crate::requests::waiting_requests;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// The sections that exist, and how many patients wait for a call.
#[component]
pub fn NavBar() -> impl IntoView {
    let workspace = expect_workspace();
    let painted = AfterPaint::expect();
    let words = move || text(workspace.language().get());
    let sees = sees_calls(workspace);
    let viewer = workspace.viewer();
    let sets_up = Memo::new(move |_| viewer.read().as_ref().is_some_and(|who| may_set_up(who.role)));
    let waiting = Memo::new(move |_| {
        if painted.has_come() {
            workspace.call_list().read().len()
        } else {
            0
        }
    });
    let answers = sees_questions(workspace);
    let questions = open_questions(workspace);
    let asked = Memo::new(move |_| if answers.get() { questions.read().len() } else { 0 });
    let carries = Memo::new(move |_| {
        viewer
            .read()
            .as_ref()
            .is_some_and(|who| may_record_calls(who.role))
    });
    let requests = waiting_requests(workspace);
    view! {
        <nav class="nav" aria-label=move || words().navigation>
            <span class="nav__sign" aria-hidden="true">
                "R."
            </span>
            <A href="/agenda" attr:class="nav__item">
                <Icon glyph=Glyph::Agenda />
                {move || words().agenda}
            </A>
            <Show when=move || sees.get()>
                <A href="/chiamate" attr:class="nav__item">
                    <Icon glyph=Glyph::Phone />
                    {move || words().calls}
                    <Show when=move || waiting.get() != 0>
                        <span class="nav__count num" aria-hidden="true">
                            {waiting}
                        </span>
                        <span class="aloud">{move || format!(", {}", (words().to_call)(waiting.get()))}</span>
                    </Show>
                </A>
            </Show>
            <Show when=move || carries.get()>
                <A href="/richieste" attr:class="nav__item">
                    <Icon glyph=Glyph::Message />
                    {move || words().requests}
                    <Show when=move || requests.get() != 0>
                        <span class="nav__count num" aria-hidden="true">
                            {requests}
                        </span>
                        <span class="aloud">{move || format!(", {}", (words().to_answer)(requests.get()))}</span>
                    </Show>
                </A>
            </Show>
            <Show when=move || answers.get()>
                <A href="/domande" attr:class="nav__item">
                    <Icon glyph=Glyph::Warning />
                    {move || words().questions}
                    <Show when=move || asked.get() != 0>
                        <span class="nav__count num" aria-hidden="true">
                            {asked}
                        </span>
                        <span class="aloud">{move || format!(", {}", (words().to_answer)(asked.get()))}</span>
                    </Show>
                </A>
            </Show>
            <Show when=move || sets_up.get()>
                <A href="/impostazioni" attr:class="nav__item">
                    <Icon glyph=Glyph::Settings />
                    {move || words().settings}
                </A>
            </Show>
        </nav>
    }
}
