//! The rows in the page: which ones, and that they stay where they are looked at.
//!
//! The browser's own anchoring is turned off: not every browser has it, and none keeps a place through a list whose rows
//! are taken away and put back. Here one function does it all: it measures the rows, puts right what has moved without the
//! person, and tells which rows are in sight. It runs as the person scrolls, and before the next paint after anything else.

use app_domain::id::PatientId;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{DomRect, Element, HtmlElement};

use super::row_window::{Heights, Piece, Sight, drift, pieces};
use crate::heed::heed;

/// The window over the rows. A handle: cheap to copy into closures.
#[derive(Clone, Copy)]
pub(super) struct ListScroll {
    /// What is in the page.
    pub(super) pieces: Memo<Vec<Piece>>,
    /// The pane that scrolls.
    pub(super) pane: NodeRef<html::Section>,
    /// What stands above the rows and scrolls with them.
    pub(super) top: NodeRef<html::Div>,
    /// The rows.
    pub(super) rows: NodeRef<html::Ol>,
    patients: Memo<Vec<PatientId>>,
    tops: Memo<Vec<f64>>,
    heights: RwSignal<Heights>,
    sight: RwSignal<Sight>,
    seen: StoredValue<Seen>,
    touched: RwSignal<()>,
}

/// How the page was when it was last looked at.
#[derive(Clone, Default)]
struct Seen {
    /// The rows that were in sight, and where they stood below the first row.
    anchors: Vec<(PatientId, f64)>,
    /// How high what is above the rows was, where it was out of sight; in sight, it is the person who makes it higher.
    head: Option<f64>,
    scroll: i32,
    width: i32,
    is_hidden: bool,
    /// The list has begun anew.
    from_the_top: bool,
    is_due: bool,
    /// The row that had the focus before the rows in the page changed.
    focused: Option<PatientId>,
}

impl ListScroll {
    /// A window over these patients; the row of the cursor is always in it.
    pub(super) fn new(patients: Memo<Vec<PatientId>>, cursor: RwSignal<Option<PatientId>>) -> Self {
        let heights = RwSignal::new(Heights::default());
        let sight = RwSignal::new(Sight::default());
        let tops = Memo::new(move |_| heights.read().tops(&patients.read()));
        let at = Memo::new(move |_| {
            let cursor = cursor.get()?;
            patients.read().iter().position(|patient| *patient == cursor)
        });
        let pieces = Memo::new(move |_| {
            let patients = patients.read();
            pieces(&patients, &tops.read(), &sight.read().among(&patients), at.get())
        });
        Self {
            pieces,
            pane: NodeRef::new(),
            top: NodeRef::new(),
            rows: NodeRef::new(),
            patients,
            tops,
            heights,
            sight,
            seen: StoredValue::new(Seen::default()),
            touched: RwSignal::new(()),
        }
    }

    /// Another list: it is shown from its top.
    pub(super) fn restart(self) {
        self.sight.set(Sight::default());
        self.seen.update_value(|seen| {
            seen.anchors.clear();
            seen.head = None;
            seen.from_the_top = true;
        });
        self.touch();
    }

    /// What a row says has changed, and maybe its height.
    pub(super) fn touch(self) {
        self.touched.set(());
    }

    /// Looks at the page again before the next paint, whenever the rows in it have changed. Called once, by the list.
    pub(super) fn follow(self, shown: impl Fn() + 'static) {
        Effect::new(move || {
            heed(self.pieces);
            heed(self.touched);
            heed(self.rows);
            shown();
            self.look_soon();
        });
        let resized = window_event_listener(leptos::ev::resize, move |_| self.look_soon());
        on_cleanup(move || resized.remove());
    }

    fn look_soon(self) {
        let is_due = self
            .seen
            .try_update_value(|seen| std::mem::replace(&mut seen.is_due, true));
        if is_due != Some(false) {
            return;
        }
        request_animation_frame(move || {
            // The page may have gone.
            if self.seen.try_update_value(|seen| seen.is_due = false).is_some() {
                self.look();
                self.give_the_focus_back();
            }
        });
    }

    /// Measures what is in the page, puts right what has moved by itself, and tells which rows are in sight.
    pub(super) fn look(self) {
        let refs = (
            self.pane.get_untracked(),
            self.top.get_untracked(),
            self.rows.get_untracked(),
        );
        let (Some(pane), Some(top), Some(rows)) = refs else {
            return;
        };
        // On a narrow page the card lies over the list: nothing has a height, and the browser may forget the place.
        if pane.client_height() == 0 {
            self.seen.update_value(|seen| seen.is_hidden = true);
            return;
        }
        let mut seen = self.seen.get_value();
        let was_hidden = std::mem::take(&mut seen.is_hidden);
        let before = if was_hidden {
            seen.scroll
        } else {
            pane.scroll_top()
        };
        let head = || rows.get_bounding_client_rect().top() - top.get_bounding_client_rect().top();
        let (zero, measured) = (rows.get_bounding_client_rect().top(), measure(&rows));
        let moves = seen.anchors.iter().filter_map(|(anchor, stood)| {
            let (_, now) = measured.iter().find(|(patient, _)| patient == anchor)?;
            Some(now.top() - zero - stood)
        });
        let grown = seen.head.map_or(0.0, |was| head() - was);
        let after = if std::mem::take(&mut seen.from_the_top) {
            0
        } else if before <= 0 {
            // Who is at the very top sees who comes in there.
            before
        } else {
            before + whole(drift(&moves.collect::<Vec<_>>()) + grown)
        };
        if pane.scroll_top() != after {
            pane.set_scroll_top(after);
        }
        let width = rows.client_width();
        let is_as_wide = std::mem::replace(&mut seen.width, width) == width;
        self.learn(&measured, is_as_wide);
        seen.scroll = pane.scroll_top();
        let first = rows.get_bounding_client_rect().top();
        let frame = pane.get_bounding_client_rect();
        seen.head = (first <= frame.top()).then(head);
        let is_in_sight = |rect: &DomRect| rect.bottom() > frame.top() && rect.top() < frame.bottom();
        seen.anchors = measure(&rows)
            .into_iter()
            .filter(|(_, rect)| is_in_sight(rect))
            .map(|(patient, rect)| (patient, rect.top() - first))
            .collect();
        self.seen.set_value(seen);
        let (from, to) = (frame.top() - first, frame.bottom() - first);
        let sight = Sight::between(
            &self.patients.read_untracked(),
            &self.tops.read_untracked(),
            from,
            to,
        );
        if sight != *self.sight.read_untracked() {
            self.sight.set(sight);
        }
    }

    /// Heights hold for a width only. Ten thousand of them are looked through only where one is new.
    fn learn(self, measured: &[(PatientId, DomRect)], is_as_wide: bool) {
        let measured: Vec<_> = measured
            .iter()
            .map(|(patient, rect)| (*patient, rect.height()))
            .collect();
        if !is_as_wide {
            let mut heights = Heights::default();
            heights.learn(&measured);
            self.heights.set(heights);
        } else if !self.heights.read_untracked().knows(&measured) {
            self.heights.update(|heights| heights.learn(&measured));
        }
    }

    /// Notes which row has the focus: where rows come in above others, those that stay are put in anew, and an element that
    /// is put in anew has lost the focus.
    pub(super) fn note_the_focus(self) {
        let row = focused().and_then(|element| element.closest(ROW).ok().flatten());
        let patient = row.and_then(|row| patient_of(&row));
        self.seen.update_value(|seen| seen.focused = patient);
    }

    fn give_the_focus_back(self) {
        let patient = self.seen.try_update_value(|seen| seen.focused.take()).flatten();
        let is_nowhere = focused().is_none_or(|element| element.tag_name() == "BODY");
        let (Some(patient), true) = (patient, is_nowhere) else {
            return;
        };
        let (Some(pane), Some(rows)) = (self.pane.get_untracked(), self.rows.get_untracked()) else {
            return;
        };
        let link = rows
            .query_selector(&format!("[data-patient='{patient}'] a"))
            .ok()
            .flatten();
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            let before = pane.scroll_top();
            // Only an element that has left the page cannot take the focus.
            let _gone = link.focus();
            pane.set_scroll_top(before);
        }
    }
}

/// Rows in the page.
const ROW: &str = ".call-row";

fn focused() -> Option<Element> {
    document().active_element()
}

fn patient_of(row: &Element) -> Option<PatientId> {
    row.get_attribute("data-patient")?.parse().ok()
}

/// Where each row of the page is, from top to bottom.
fn measure(rows: &Element) -> Vec<(PatientId, DomRect)> {
    let Ok(found) = rows.query_selector_all(ROW) else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into::<Element>().ok());
    elements
        .filter_map(|row| Some((patient_of(&row)?, row.get_bounding_client_rect())))
        .collect()
}

/// Whole pixels: the browser scrolls by these.
#[expect(clippy::cast_possible_truncation, reason = "a list is not so high")]
fn whole(length: f64) -> i32 {
    length.round() as i32
}
