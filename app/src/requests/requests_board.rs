//! The requests by hour: what is late, what is of today, what comes later, and what was solved today.

use app_domain::calls::Attempt;
use app_domain::id::RequestId;
use app_domain::requests::Request;
use app_domain::time::Now;
use leptos::prelude::*;

use super::asked_for::AskedFor;
use super::delay_card::DelayCard;
use super::new_request::NewRequestButton;
use super::open_requests::{open_delays, open_wishes};
use super::request_card::RequestCard;
use super::text::{Text, text};
use crate::ui::{EmptyState, Segmented};
use crate::workspace::expect_workspace;

/// Whose requests are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Whose {
    All,
    Mine,
    Nobodys,
}

/// A part of the board.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    Late,
    Today,
    Later,
    Solved,
}

impl Part {
    const ALL: [Self; 4] = [Self::Late, Self::Today, Self::Later, Self::Solved];

    /// The part in which a request stands; what was solved on an earlier day stands in none.
    fn of(request: &Request, now: Now) -> Option<Self> {
        match &request.solved {
            Some(solved) => (solved.at.civil().date() == now.today()).then_some(Self::Solved),
            None if request.is_late(now.instant) => Some(Self::Late),
            None if request.due.date() <= now.today() => Some(Self::Today),
            None => Some(Self::Later),
        }
    }

    const fn heading(self) -> &'static str {
        match self {
            Self::Late => "requests-late",
            Self::Today => "requests-today",
            Self::Later => "requests-later",
            Self::Solved => "requests-solved",
        }
    }

    const fn title(self, words: &Text) -> &'static str {
        match self {
            Self::Late => words.late,
            Self::Today => words.today,
            Self::Later => words.later,
            Self::Solved => words.solved_today,
        }
    }
}

/// The board: the delays to decide first, then the requests part by part, each by its hour.
#[component]
pub(super) fn RequestsBoard() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let (requests, now, viewer) = (workspace.requests(), workspace.now(), workspace.viewer());
    let whose = RwSignal::new(Whose::All);
    let shown = Memo::new(move |_| {
        let me = viewer.read().as_ref().map(|who| who.member.id);
        let is_shown = |request: &&Request| match whose.get() {
            Whose::All => true,
            Whose::Mine => request.owner() == me,
            Whose::Nobodys => request.owner().is_none(),
        };
        requests
            .read()
            .iter()
            .filter(is_shown)
            .cloned()
            .collect::<Vec<_>>()
    });
    let of_part = move |part: Part| {
        Memo::new(move |_| {
            let now = now.get();
            let mut found: Vec<Request> = shown
                .read()
                .iter()
                .filter(|request| Part::of(request, now) == Some(part))
                .cloned()
                .collect();
            if part == Part::Solved {
                found.sort_by_key(|request| {
                    std::cmp::Reverse(request.solved.as_ref().map(|solved| solved.at))
                });
            }
            found
        })
    };
    let parts = Part::ALL.map(|part| (part, of_part(part)));
    let (delays, wishes) = (open_delays(workspace), open_wishes(workspace));
    let is_empty = move || {
        delays.read().is_empty()
            && wishes.read().is_empty()
            && parts.iter().all(|(_, requests)| requests.read().is_empty())
    };
    let options = Signal::derive(move || {
        let [all, mine, nobodys] = words().whose_options.map(str::to_owned);
        vec![(Whose::All, all), (Whose::Mine, mine), (Whose::Nobodys, nobodys)]
    });
    view! {
        <div class="requests__tools">
        <NewRequestButton />
        <Segmented
            name="requests-whose"
            label=Signal::derive(move || words().whose.to_owned())
            options
            chosen=whose
            on_choose=move |chosen| whose.set(chosen)
        />
        </div>
        <AskedFor />
        <Show when=move || !delays.read().is_empty()>
            <section class="requests__part" aria-labelledby="requests-delays">
                <h2 id="requests-delays" class="requests__title">{move || words().delays}</h2>
                <ul class="requests__list">
                    <For
                        each=move || delays.get()
                        key=|asked: &Attempt| asked.id
                        children=move |asked| view! { <DelayCard asked /> }
                    />
                </ul>
            </section>
        </Show>
        {parts
            .map(|(part, requests)| view! { <BoardPart part requests /> })
            .collect_view()}
        <Show when=is_empty>
            <EmptyState
                title=Signal::derive(move || words().none.to_owned())
                text=Signal::derive(move || words().none_note.to_owned())
            />
        </Show>
    }
}

/// A part of the board, where something stands in it.
#[component]
fn BoardPart(
    /// Which.
    part: Part,
    /// What stands in it, in order.
    requests: Memo<Vec<Request>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    view! {
        <Show when=move || !requests.read().is_empty()>
            <section class="requests__part" aria-labelledby=part.heading()>
                <h2 id=part.heading() class="requests__title">
                    {move || part.title(words())}
                    " "
                    <span class="num">{move || requests.read().len()}</span>
                </h2>
                <ul class="requests__list">
                    <For
                        each=move || ids(&requests.read())
                        key=|id| *id
                        children=move |id| view! { <RequestCard id /> }
                    />
                </ul>
            </section>
        </Show>
    }
}

fn ids(requests: &[Request]) -> Vec<RequestId> {
    requests.iter().map(|request| request.id).collect()
}
