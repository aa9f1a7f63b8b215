//! Views of the list: a part with its filters, under a name. Those that a person keeps lie in this browser; those that are
//! shared are rows that everybody has.

use app_domain::calls::{CallsShown, LONGEST_VIEW_NAME, SharedView};
use app_domain::command::Command;
use app_domain::id::SharedViewId;
use leptos::prelude::*;

use super::filter::Filter;
use super::list_state::ListState;
use super::narrow::Narrow;
use super::segment::Segment;
use crate::port::{CallView, CallViews};
use crate::workspace::Workspace;

/// The views of the person who looks. A handle: cheap to copy into closures.
#[derive(Clone, Copy)]
pub(super) struct Views {
    of: RwSignal<CallViews>,
    shared: Memo<Vec<SharedView>>,
    workspace: Workspace,
    list: ListState,
}

impl Views {
    /// Reads them, and keeps what changes.
    pub(super) fn new(workspace: Workspace, list: ListState) -> Self {
        let of = RwSignal::new(workspace.call_views());
        Effect::new(move |before: Option<CallViews>| {
            let kept = of.get();
            if before.is_some_and(|before| before != kept) {
                workspace.remember_call_views(&kept);
            }
            kept
        });
        Self {
            of,
            shared: workspace.shared_views(),
            workspace,
            list,
        }
    }

    /// Their names, in the order in which they were kept.
    pub(super) fn names(self) -> Vec<String> {
        let views = self.of.read();
        views.kept.iter().map(|view| view.name.clone()).collect()
    }

    /// Whether the list shows just this view.
    pub(super) fn is_shown(self, name: &str) -> bool {
        self.named(name).is_some_and(|view| self.is_on_show(shows(&view)))
    }

    /// Whether the list shows just what a shared view does.
    pub(super) fn is_shared_shown(self, id: SharedViewId) -> bool {
        self.shared_one(id)
            .is_some_and(|view| self.is_on_show(shows(&view)))
    }

    fn is_on_show(self, shown: Shown) -> bool {
        shown
            == (
                self.list.segment.get(),
                self.list.filter.get(),
                self.list.narrow.get(),
            )
    }

    /// Shows a view.
    pub(super) fn show(self, name: &str) {
        if let Some(view) = self.named(name) {
            self.put_on_show(shows(&view));
        }
    }

    /// Shows a shared view.
    pub(super) fn show_shared(self, id: SharedViewId) {
        if let Some(view) = self.shared_one(id) {
            self.put_on_show(shows(&view));
        }
    }

    fn put_on_show(self, (segment, filter, narrow): Shown) {
        self.list.show_only(segment, filter, narrow);
    }

    /// Keeps what the list shows under a name; a view of the same name becomes this one.
    pub(super) fn keep(self, name: &str) {
        if let Some(view) = view_of(name, self.on_show()) {
            self.of.update(|views| put(views, view));
        }
    }

    /// Offers what the list shows to everybody, under a name.
    pub(super) fn share(self, name: &str) {
        if let Some(view) = view_of(name, self.on_show()) {
            self.workspace.act(Command::ShareView {
                view: SharedViewId(self.workspace.new_id()),
                shows: shown_by(&view),
                name: view.name,
            });
        }
    }

    fn on_show(self) -> Shown {
        (
            self.list.segment.get_untracked(),
            self.list.filter.get_untracked(),
            self.list.narrow.get_untracked(),
        )
    }

    /// Forgets a view.
    pub(super) fn forget(self, name: &str) {
        self.of
            .update(|views| views.kept.retain(|view| view.name != name));
    }

    /// The views that are offered to everybody, by name.
    pub(super) const fn shared(self) -> Memo<Vec<SharedView>> {
        self.shared
    }

    /// Offers a view to nobody any more.
    pub(super) fn strike(self, view: SharedViewId) {
        self.workspace.act(Command::StrikeView { view });
    }

    fn shared_one(self, id: SharedViewId) -> Option<CallView> {
        let views = self.shared.read();
        views.iter().find(|view| view.id == id).map(like_a_kept_one)
    }

    fn named(self, name: &str) -> Option<CallView> {
        let views = self.of.read();
        views.kept.iter().find(|view| view.name == name).cloned()
    }
}

/// A part of the list, and its filters.
type Shown = (Segment, Filter, Narrow);

/// What the list shows, under a name; nothing without a name.
fn view_of(name: &str, (segment, filter, narrow): Shown) -> Option<CallView> {
    let name: String = name.trim().chars().take(LONGEST_VIEW_NAME).collect();
    (!name.is_empty()).then(|| CallView {
        name,
        part: segment.name().to_owned(),
        reason: filter.name().to_owned(),
        clinician: narrow.clinician,
        language: narrow.language,
        never_reached: narrow.never_reached,
        my_promises: narrow.my_promises,
    })
}

/// What a view shows.
fn shows(view: &CallView) -> Shown {
    let narrow = Narrow {
        clinician: view.clinician,
        language: view.language,
        never_reached: view.never_reached,
        my_promises: view.my_promises,
        // An absence is over some day: no view is kept of it.
        stopped_by: None,
    };
    (Segment::named(&view.part), Filter::named(&view.reason), narrow)
}

fn shown_by(view: &CallView) -> CallsShown {
    CallsShown {
        part: view.part.clone(),
        reason: view.reason.clone(),
        clinician: view.clinician,
        language: view.language,
        never_reached: view.never_reached,
        my_promises: view.my_promises,
    }
}

fn like_a_kept_one(view: &SharedView) -> CallView {
    let shows = view.shows.clone();
    CallView {
        name: view.name.clone(),
        part: shows.part,
        reason: shows.reason,
        clinician: shows.clinician,
        language: shows.language,
        never_reached: shows.never_reached,
        my_promises: shows.my_promises,
    }
}

fn put(views: &mut CallViews, view: CallView) {
    match views.kept.iter_mut().find(|kept| kept.name == view.name) {
        Some(kept) => *kept = view,
        None => views.kept.push(view),
    }
}

#[cfg(test)]
mod tests {
    use app_domain::id::ClinicianId;
    use app_domain::patient::SpokenLanguage;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_view_shows_what_was_shown_when_it_was_kept() {
        let narrow = Narrow {
            clinician: Some(ClinicianId(Uuid::from_u128(7))),
            language: Some(SpokenLanguage::Romanian),
            never_reached: true,
            my_promises: false,
            stopped_by: None,
        };
        for segment in Segment::ALL {
            let shown = (segment, Filter::Hygiene, narrow);
            let kept = view_of("  Igiene della mattina ", shown).expect("it has a name");
            let json = serde_json::to_string(&kept).expect("a view is plain data");
            let read: CallView = serde_json::from_str(&json).expect("what was written is read");
            assert_eq!(read.name, "Igiene della mattina");
            assert_eq!(shows(&read), shown);
        }
        assert_eq!(view_of("   ", (Segment::ToCall, Filter::All, narrow)), None);
    }

    #[test]
    fn whatever_can_be_kept_can_be_shared() {
        for segment in Segment::ALL {
            for filter in Filter::ALL {
                let kept = view_of("x", (segment, filter, Narrow::default())).expect("it has a name");
                assert!(shown_by(&kept).is_fit(), "{kept:?}");
            }
        }
    }

    #[test]
    fn a_name_is_kept_once() {
        let mut views = CallViews::default();
        let kept = |filter| view_of("Mattina", (Segment::ToCall, filter, Narrow::default()));
        for view in [kept(Filter::Risk), kept(Filter::Money)].into_iter().flatten() {
            put(&mut views, view);
        }
        assert_eq!(views.kept.len(), 1);
        assert_eq!(shows(&views.kept[0]).1, Filter::Money);
    }
}
