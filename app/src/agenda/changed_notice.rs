//! Somebody else changed the appointment while its window was open.

use app_domain::agenda::{Appointment, Confirmation, Mark, Place};
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Banner, Button, Glyph, Tone};
use crate::workspace::expect_workspace;

/// What a person sees of an appointment, as far as it matters whether it changed.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Sight {
    place: Place,
    mark: Option<Mark>,
    cancelled: bool,
    confirmation: Confirmation,
}

impl Sight {
    fn of(row: &Appointment) -> Self {
        Self {
            place: row.place,
            mark: row.status.mark(),
            cancelled: matches!(row.status, app_domain::agenda::Status::Cancelled { .. }),
            confirmation: row.confirmation,
        }
    }
}

/// What the person in front of the window has seen, or has done themselves.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    row: Memo<Option<Appointment>>,
    sight: RwSignal<Option<Sight>>,
}

impl Seen {
    /// What is seen when the window opens.
    pub(super) fn of(row: Memo<Option<Appointment>>) -> Self {
        let sight = row.with_untracked(|row| row.as_ref().map(Sight::of));
        Self {
            row,
            sight: RwSignal::new(sight),
        }
    }

    /// The person still thinks that it is there: it was taken up from there.
    pub(super) fn was_at(self, place: Place) {
        self.sight
            .update(|sight| sight.iter_mut().for_each(|sight| sight.place = place));
    }

    /// What is there now is what the person knows: they did it, or said that they have seen it.
    pub(super) fn renew(self) {
        self.sight
            .set(self.row.with_untracked(|row| row.as_ref().map(Sight::of)));
    }

    /// Where the appointment was when the person last looked.
    pub(super) fn place(self) -> Option<Place> {
        self.sight.read().as_ref().map(|sight| sight.place)
    }

    /// Whether it has changed since. Tracked.
    fn is_old(self) -> bool {
        self.row.read().as_ref().map(Sight::of) != *self.sight.read()
    }
}

/// Says that somebody else changed the appointment, until the person has seen it.
#[component]
pub fn ChangedNotice(
    /// What the person has seen.
    seen: Seen,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get()).dialog.changed;
    view! {
        <Show when=move || seen.is_old()>
            <Banner glyph=Glyph::Reload tone=Tone::Promise text=Signal::derive(move || words().to_owned())>
                <Button on:click=move |_| seen.renew()>{move || text(workspace.language().get()).dialog.seen}</Button>
            </Banner>
        </Show>
    }
}
