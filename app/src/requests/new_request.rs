//! Writing down what a patient asks.

use app_domain::calendar::Calendar;
use app_domain::command::{Command, NewRequest};
use app_domain::id::{PatientId, RequestId};
use app_domain::patient::Channel;
use app_domain::rows::Rows;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::open_requests::takes_requests;
use super::text::text;
use crate::hours::{QuickChoices, from_input, quick_hours, to_input};
use crate::patient::{HeaderShape, PatientHeader, PatientPicker};
use crate::ui::{
    Button, ButtonKind, ButtonLook, Dialog, Field, Glyph, Icon, Select, Toast, Tone, expect_toasts,
};
use crate::workspace::expect_workspace;

/// Where a request of a patient is written down.
pub fn request_path(patient: PatientId) -> String {
    format!("/richieste?per={patient}")
}

/// Whether the window of a new request is open, and for whom if that is known.
#[derive(Clone, Copy)]
pub(super) struct OpenRequest {
    is_open: RwSignal<bool>,
    patient: RwSignal<Option<PatientId>>,
}

impl OpenRequest {
    /// Makes it for the page; an address that names a patient opens it.
    pub(super) fn provide() {
        let open = Self {
            is_open: RwSignal::new(false),
            patient: RwSignal::new(None),
        };
        let query = use_query_map();
        Effect::new(move || {
            let named = query.read().get("per").and_then(|id| id.parse().ok());
            if named.is_some() {
                open.patient.set(named);
                open.is_open.set(true);
            }
        });
        provide_context(open);
    }

    fn expect() -> Self {
        expect_context()
    }
}

/// Opens the window, for who takes requests in charge.
#[component]
pub(super) fn NewRequestButton() -> impl IntoView {
    let workspace = expect_workspace();
    let open = OpenRequest::expect();
    let takes = takes_requests(workspace);
    let start = move |_| {
        open.patient.set(None);
        open.is_open.set(true);
    };
    view! {
        <Show when=move || takes.get()>
            <Button look=ButtonLook::Main attr:class="button button--main requests__new" on:click=start>
                <Icon glyph=Glyph::Plus />
                {move || text(workspace.language().get()).new}
            </Button>
        </Show>
    }
}

/// The window: who asks, then what, how and by when.
#[component]
pub(super) fn NewRequestWindow() -> impl IntoView {
    let workspace = expect_workspace();
    let open = OpenRequest::expect();
    let words = move || text(workspace.language().get());
    let common = move || crate::text::text(workspace.language().get());
    let close = move || open.is_open.set(false);
    let choose = move || {
        view! {
            <Field id="request-patient" label=Signal::derive(move || words().for_whom.to_owned())>
                <PatientPicker id="request-patient" on_choose=move |id| open.patient.set(Some(id)) />
            </Field>
        }
    };
    let form = move || match open.patient.get() {
        Some(patient) => view! { <RequestForm patient on_done=move |()| close() /> }.into_any(),
        None => choose().into_any(),
    };
    view! {
        <Show when=move || open.is_open.get()>
            <Dialog
                title=Signal::derive(move || words().new.to_owned())
                close_label=Signal::derive(move || common().close.to_owned())
                on_close=move |()| close()
            >
                {form}
            </Dialog>
        </Show>
    }
}

/// What is asked, how it came, how the answer is wanted, and by when: the hour writes nothing by itself, so that a wrong
/// tap costs none.
#[component]
fn RequestForm(
    /// Who asks.
    patient: PatientId,
    /// Called when it is written down.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let words = move || text(workspace.language().get());
    let row = workspace.patient(patient).get_untracked();
    let preferred = row
        .and_then(|row| row.contacts)
        .and_then(|contacts| contacts.preferred)
        .unwrap_or(Channel::Phone);
    let now = workspace.now().get_untracked();
    let hours = workspace.read(|rows| quick_hours(now, &Calendar::new(rows.closures())));
    let first = hours.first().map_or(now.civil, |quick| quick.hour());
    let asked = RwSignal::new(String::new());
    let came = RwSignal::new(Some(Channel::Phone));
    let answer_by = RwSignal::new(preferred);
    let due = RwSignal::new(to_input(first));
    let is_mine = RwSignal::new(true);
    let problem = RwSignal::new(None::<String>);
    let missing = RwSignal::new(None::<String>);
    let channels = Signal::derive(move || {
        let name = crate::text::text(workspace.language().get()).channel;
        Channel::ALL
            .map(|channel| (channel, name(channel).to_owned()))
            .to_vec()
    });
    let sources = Signal::derive(move || {
        let mut sources: Vec<(Option<Channel>, String)> = channels
            .get()
            .into_iter()
            .map(|(channel, name)| (Some(channel), name))
            .collect();
        sources.push((None, words().in_person.to_owned()));
        sources
    });
    let write = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let words = untrack(words);
        let is_blank = asked.with_untracked(|asked| asked.trim().is_empty());
        missing.set(is_blank.then(|| words.missing.to_owned()));
        let hour =
            from_input(&due.get_untracked()).filter(|due| *due > workspace.now().get_untracked().civil);
        problem.set(hour.is_none().then(|| words.past.to_owned()));
        let (false, Some(due)) = (is_blank, hour) else {
            return;
        };
        let me = workspace.actor().map(|actor| actor.member);
        workspace.last_refusal().set(None);
        workspace.act(Command::OpenRequest(NewRequest {
            request: RequestId(workspace.new_id()),
            patient,
            channel: came.get_untracked(),
            answer_by: answer_by.get_untracked(),
            words: asked.get_untracked(),
            due,
            owner: me.filter(|_| is_mine.get_untracked()),
        }));
        if workspace.last_refusal().with_untracked(Option::is_none) {
            toasts.show(Toast {
                text: words.told_written.to_owned(),
                tone: Tone::Good,
                undo: None,
            });
            on_done.run(());
        }
    };
    view! {
        <PatientHeader patient shape=HeaderShape::Full />
        <form class="request__form request__form--new" on:submit=write>
            <Field id="request-words" label=Signal::derive(move || words().asks.to_owned()) error=missing>
                <textarea
                    id="request-words"
                    class="input"
                    rows="2"
                    autocomplete="off"
                    maxlength="500"
                    aria-describedby="request-words-error"
                    prop:value=move || asked.get()
                    on:input:target=move |event| asked.set(event.target().value())
                ></textarea>
            </Field>
            <div class="request__pair">
                <Field id="request-came" label=Signal::derive(move || words().came_by.to_owned())>
                    <Select id="request-came" options=sources chosen=came on_choose=move |by| came.set(by) />
                </Field>
                <Field id="request-answer" label=Signal::derive(move || words().answer_by.to_owned())>
                    <Select
                        id="request-answer"
                        options=channels
                        chosen=answer_by
                        on_choose=move |by| answer_by.set(by)
                    />
                </Field>
            </div>
            <Field id="request-due" label=Signal::derive(move || words().due.to_owned()) error=problem>
                <input
                    id="request-due"
                    class="input num"
                    type="datetime-local"
                    step="300"
                    required
                    aria-describedby="request-due-error"
                    bind:value=due
                />
            </Field>
            <QuickChoices hours on_choose=move |hour| due.set(to_input(hour)) />
            <label class="request__mine">
                <input type="checkbox" bind:checked=is_mine />
                <span>{move || words().mine}</span>
            </label>
            <Button kind=ButtonKind::Submit look=ButtonLook::Main>{move || words().write}</Button>
        </form>
    }
}
