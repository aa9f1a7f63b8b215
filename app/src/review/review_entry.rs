//! One change that waits, or that was decided.

use app_domain::autonomy::decide_by;
use app_domain::calendar::Calendar;
use app_domain::review::{Cause, Review, Verdict};
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::decision::DecisionWays;
use super::text::text;
use crate::outbox::describe::{Description, asked_for, describe};
use crate::outbox::refusal::told;
use crate::outbox::{DescribedFields, Lookup};
use crate::patient::name_for;
use crate::workspace::{Workspace, expect_workspace};

/// What is said of a review.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) what: Description,
    made: String,
    why: Option<String>,
    pub(super) became: Option<String>,
    by_when: Option<String>,
}

/// What was asked for and by whom, when and on what; why it waits; and what may be done, or what was.
#[component]
pub fn ReviewEntry(
    /// The review.
    review: Review,
) -> impl IntoView {
    let workspace = expect_workspace();
    let told = review.clone();
    let said = Memo::new(move |_| said(workspace, &told));
    let ways = review.is_open().then(|| view! { <DecisionWays review /> });
    view! {
        <li class="outbox__entry" aria-label=move || said.read().what.headline.clone()>
            <div class="outbox__head">
                <b class="outbox__headline">{move || said.read().what.headline.clone()}</b>
            </div>
            <p class="outbox__when num">{move || said.read().made.clone()}</p>
            {move || said.read().by_when.clone().map(|by_when| view! { <p class="review__by num">{by_when}</p> })}
            {move || said.read().why.clone().map(|why| view! { <p class="outbox__what">{why}</p> })}
            {move || {
                let what = said.read().what.clone();
                view! { <DescribedFields what /> }
            }}
            {move || said.read().became.clone().map(|became| view! { <p class="review__note">{became}</p> })}
            {ways}
        </li>
    }
}

/// What is said of a review now. Tracked.
pub(super) fn said(workspace: Workspace, review: &Review) -> Said {
    let language = workspace.language().get();
    let (names, now) = (name_for(workspace.names_hidden().get()), workspace.now().get());
    let (words, common) = (text(language), crate::text::text(language));
    workspace.read(|rows| {
        let lookup = Lookup {
            rows,
            language,
            names,
        };
        let (who, role) = (lookup.member(review.by), (common.role)(review.role));
        let what = match &review.about {
            Some(about) if review.cause == Cause::BeyondBudget => {
                asked_for(describe(&about.command, &lookup), &lookup)
            }
            Some(about) => describe(&about.command, &lookup),
            None => Description {
                headline: (words.hidden)(role),
                fields: Vec::new(),
            },
        };
        let refusal = review.about.as_ref().and_then(|about| about.refusal.as_ref());
        let why = match review.cause {
            Cause::Conflict => refusal.map(|refusal| told(refusal, &lookup).what),
            Cause::OtherRole => Some((words.other_role)(&who, role)),
            Cause::BeyondBudget => refusal.map(|refusal| (words.beyond)(&who, &told(refusal, &lookup).what)),
        };
        let became = review.settled.as_ref().map(|settled| {
            let (who, when) = (lookup.member(settled.by), common.moment(settled.at.civil()));
            let is_asked = review.cause == Cause::BeyondBudget && settled.by != review.by;
            let became = match settled.verdict {
                Verdict::Done if is_asked => words.granted,
                Verdict::Done => words.done,
                Verdict::Dropped if is_asked => words.not_granted,
                Verdict::Dropped => words.dropped,
            };
            let became = became(&who, &when);
            if settled.words.is_empty() {
                became
            } else {
                (words.with_words)(&became, &settled.words)
            }
        });
        // Who asks, and who decides, know by when.
        let by_when = (review.is_open() && review.cause == Cause::BeyondBudget).then(|| {
            let due = decide_by(review.at, &Calendar::new(rows.closures()));
            let is_late = now.civil > due;
            let moment = common.moment(due);
            if is_late {
                (words.late)(&moment)
            } else {
                (words.by_when)(&moment)
            }
        });
        Said {
            what,
            made: (words.made)(
                &who,
                &common.moment(review.at.civil()),
                (words.device)(review.device),
            ),
            why: why.filter(|_| review.is_open()),
            became,
            by_when,
        }
    })
}
