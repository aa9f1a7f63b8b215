//! What follows when an entry is chosen.

use std::time::Duration;

use app_domain::language::Language;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, Event};
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::action::Action;
use super::entry::{Entry, Person, PersonWay};
use super::open_palette::OpenPalette;
use crate::address::ABSENCES;
use crate::agenda::{Choices, agenda_path, new_visit_path};
use crate::layout::FrameWindows;
use crate::outbox::OpenDrawer;
use crate::port::{DayView, Reach, Theme};
use crate::sheet::sheet_path;
use crate::workspace::{Workspace, expect_workspace};

/// What an entry does, with what it needs of the page.
#[derive(Clone, Copy)]
struct Page {
    workspace: Workspace,
    choices: Choices,
    palette: OpenPalette,
    windows: FrameWindows,
    drawer: OpenDrawer,
    today: Memo<Date>,
    path: Memo<String>,
    go: Callback<String>,
}

/// Shuts the palette and does what was chosen.
pub(super) fn use_choose() -> Callback<Entry> {
    let navigate = use_navigate();
    let workspace = expect_workspace();
    let page = Page {
        workspace,
        today: workspace.today(),
        choices: Choices::expect(),
        palette: OpenPalette::expect(),
        windows: FrameWindows::expect(),
        drawer: OpenDrawer::expect(),
        path: use_location().pathname,
        go: Callback::new(move |path: String| navigate(&path, NavigateOptions::default())),
    };
    Callback::new(move |entry: Entry| page.choose(entry))
}

/// Whether the page shows a day of the agenda, which is what can be printed.
pub(super) fn shows_a_day(path: &str) -> bool {
    path == "/agenda" || path.starts_with("/agenda/")
}

impl Page {
    fn choose(self, entry: Entry) {
        match entry {
            Entry::Person(Person { way: None, .. }) => return,
            Entry::Patient(patient) => {
                let path = sheet_path(&self.path.get_untracked(), patient.id);
                self.palette.remember(*patient);
                self.leave_for(path);
            }
            Entry::Day(day) => self.leave_for(format!("/agenda/{day}")),
            Entry::Person(Person { way: Some(way), .. }) => match way {
                PersonWay::Column => {
                    self.choices.set_columns(DayView::Clinicians);
                    let here = self.path.get_untracked();
                    let shown = if shows_a_day(&here) {
                        here
                    } else {
                        format!("/agenda/{}", self.today.get_untracked())
                    };
                    self.leave_for(shown);
                }
                PersonWay::Day(day) => self.leave_for(format!("/agenda/{day}")),
                PersonWay::Call(patient) => self.leave_for(format!("/chiamate/{patient}")),
            },
            Entry::Action(action) => self.act(action),
        }
        self.palette.shut();
    }

    /// The windows below the palette belong to what is left.
    fn leave_for(self, path: String) {
        shut_other_windows();
        self.go.run(path);
    }

    fn act(self, action: Action) {
        let (workspace, today) = (self.workspace, self.today.get_untracked());
        match action {
            Action::Today => self.leave_for("/agenda".to_owned()),
            Action::Week => self.leave_for(agenda_path(Reach::Week, today, today)),
            Action::Month => self.leave_for(agenda_path(Reach::Month, today, today)),
            Action::Book => self.leave_for(new_visit_path(&self.path.get_untracked())),
            Action::Requests => self.leave_for("/richieste".to_owned()),
            Action::Absences => self.leave_for(ABSENCES.to_owned()),
            Action::Setup => self.leave_for("/impostazioni".to_owned()),
            Action::Calls => self.leave_for("/chiamate".to_owned()),
            Action::Outbox => self.drawer.open(),
            Action::Names => workspace.names_hidden().update(|hidden| *hidden = !*hidden),
            // Once the palette is off the page. A browser that cannot print says so itself.
            Action::Print => set_timeout(|| drop(window().print()), Duration::ZERO),
            Action::ByChair => self.choices.set_columns(DayView::Chairs),
            Action::ByClinician => self.choices.set_columns(DayView::Clinicians),
            Action::Light => workspace.theme().set(Theme::Light),
            Action::Dark => workspace.theme().set(Theme::Dark),
            Action::Auto => workspace.theme().set(Theme::Auto),
            Action::Italian => workspace.language().set(Language::Italian),
            Action::English => workspace.language().set(Language::English),
            Action::Shortcuts => self.windows.shortcuts().set(true),
            Action::SignOut => self.windows.sign_out(),
        }
    }
}

/// Asks every other window to shut, as Esc does.
fn shut_other_windows() {
    // A selector that the browser does not know would throw: then nothing is open.
    let Ok(open) = document().query_selector_all("dialog[open]:not(.palette)") else {
        return;
    };
    for index in 0..open.length() {
        let window = open.get(index).and_then(|node| node.dyn_into::<Element>().ok());
        if let (Some(window), Ok(event)) = (window, Event::new("cancel")) {
            // Answers whether somebody has said no, which nobody can.
            let _shut = window.dispatch_event(&event);
        }
    }
}
