//! When to call, and where video calls take place.

use app_domain::calls::{CallSettings, CheckRule, FollowUp, VideoTemplate};
use app_domain::command::Command;
use app_domain::language::Language;
use app_domain::rows::{Key, Rows};
use leptos::prelude::*;

use super::calls_form::CallsForm;
use super::hours_week::{HoursWeek, hours_in_words};
use super::refused_change::RefusedChange;
use super::text::{Text, text};
use crate::outbox::RowStanding;
use crate::ui::Button;
use crate::workspace::expect_workspace;

/// What is set for calls, and the form to set it otherwise.
#[component]
pub(super) fn CallsPart() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let set = workspace.call_settings();
    let hours = Memo::new(move |_| set.read().hours.clone());
    let is_open = RwSignal::new(false);
    let video = move || video_in_words(&set.read(), words());
    let asks_how_it_went = move || set.read().follow_up == FollowUp::On;
    let is_its = move |command: &Command| match command {
        Command::SetUpCalls { becomes, .. } => Some(in_words(becomes, workspace.language().get())),
        _ => None,
    };
    let again = move |command: Command| match command {
        Command::SetUpCalls { becomes, .. } => Command::SetUpCalls {
            was: workspace.read(|rows| rows.call_settings().cloned()),
            becomes,
        },
        command => command,
    };
    view! {
        <section class="setup__part" aria-labelledby="setup-calls">
            <h2 id="setup-calls" class="setup__title">{move || words().calls.title}</h2>
            <p class="setup__note">{move || words().calls.note}</p>
            <div class="setup-chair">
                <div class="setup-chair__head">
                    <b class="setup-chair__name">{video}</b>
                    <RowStanding key=Key::CallSettings />
                    <div class="setup-chair__tools">
                        <Button
                            attr:aria-expanded=move || is_open.get().to_string()
                            on:click=move |_| is_open.update(|open| *open = !*open)
                        >
                            {move || words().calls.edit}
                        </Button>
                    </div>
                </div>
                <RefusedChange is_its again />
                <Show when=move || asks_how_it_went() && !is_open.get()>
                    <p class="setup__note">{move || words().calls.follow_up_on}</p>
                </Show>
                <Show when=move || !is_open.get()>
                    {move || {
                        let checks = checks_in_words(&set.read(), workspace.language().get());
                        checks.into_iter().map(|check| view! { <p class="setup__note">{check}</p> }).collect_view()
                    }}
                </Show>
                <Show when=move || is_open.get() fallback=move || view! { <HoursWeek opening=hours /> }>
                    <CallsForm set on_close=move |()| is_open.set(false) />
                </Show>
            </div>
        </section>
    }
}

/// "Controllo impianti: IMPIANTO, ogni 12 mesi", one for each type that is on.
fn checks_in_words(set: &CallSettings, language: Language) -> Vec<String> {
    let words = text(language);
    let rule = |rule: &CheckRule| {
        let name = (crate::text::text(language).check)(rule.recall);
        (words.calls.check_on)(name, &rule.codes.join(", "), rule.every_months)
    };
    set.checks.iter().map(rule).collect()
}

fn video_in_words(set: &CallSettings, words: &Text) -> String {
    let video = set.video.as_ref().map(VideoTemplate::as_str);
    video.unwrap_or(words.calls.no_video).to_owned()
}

/// "https://meet.example.org/{codice} · lun 9:00–13:00, …": all that is set, in a line.
pub(super) fn in_words(set: &CallSettings, language: Language) -> String {
    let words = text(language);
    let asks = (set.follow_up == FollowUp::On).then(|| words.calls.follow_up_on.to_owned());
    let all = [video_in_words(set, words), hours_in_words(&set.hours, words)];
    let checks = checks_in_words(set, language);
    all.into_iter()
        .chain(asks)
        .chain(checks)
        .collect::<Vec<_>>()
        .join(" · ")
}
