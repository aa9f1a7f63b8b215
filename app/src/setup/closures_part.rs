//! When the practice is closed, and the way to a new closure and to absences.

use app_domain::practice::Closure;
use leptos::prelude::*;

use super::act::Act;
use super::text::text;
use crate::address::{ABSENCES, NEW_CLOSURE};
use crate::ui::{Button, Glyph, Icon};
use crate::workspace::expect_workspace;

/// The closures that are not over, each with a way to take it back; and the way to a new one, which shows what it displaces.
#[component]
pub(super) fn ClosuresPart() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let (closures, today) = (workspace.closures(), workspace.today());
    let coming = Memo::new(move |_| {
        let today = today.get();
        let closures = closures.read();
        let coming = closures.iter().filter(|closure| closure.to >= today);
        coming.cloned().collect::<Vec<_>>()
    });
    view! {
        <section class="setup__part" aria-labelledby="setup-closures">
            <h2 id="setup-closures" class="setup__title">{move || words().closures}</h2>
            <p class="setup__note">{move || words().closures_note}</p>
            <ul class="setup__rows">
                <For
                    each=move || coming.get()
                    key=|closure| closure.id
                    children=|closure| view! { <ClosureRow closure /> }
                />
            </ul>
            <div class="setup__ways">
                <a class="button" href=NEW_CLOSURE>
                    <Icon glyph=Glyph::Plus />
                    {move || words().add_closure}
                </a>
                <a class="button" href=ABSENCES>
                    {move || words().to_closures}
                </a>
            </div>
        </section>
    }
}

/// One of them: from which day to which, and why.
#[component]
fn ClosureRow(closure: Closure) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::expect();
    let words = move || text(workspace.language().get());
    let (from, to) = (closure.from, closure.to);
    let when = move || {
        let common = words().common;
        if from == to {
            common.day_short(from)
        } else {
            format!("{} – {}", common.day_short(from), common.day_short(to))
        }
    };
    let reason = closure.reason.clone();
    let label = {
        let reason = reason.clone();
        move || (words().reopen_it)(&format!("{reason}, {}", when()))
    };
    view! {
        <li class="setup-closure">
            <b class="num">{when}</b>
            <span>{reason}</span>
            <Button attr:aria-label=label on:click=move |_| act.reopen(&closure)>
                {move || words().reopen}
            </Button>
        </li>
    }
}
