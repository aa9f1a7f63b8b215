//! The visits of a day of the week, drawn by the hundred.
//!
//! Cards are text that the browser reads in one go, and from then on only what has changed is touched: elements, effects and
//! memos of their own for each of a thousand cards would take several times as long. A card that stays is the same element
//! for good, so nobody's focus or hand is taken off.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use app_domain::id::AppointmentId;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

use super::week_card::{attributes, inside, outside};
use super::week_look::{WeekLook, WeekLooks};

/// The cards of a day.
#[component]
pub fn WeekCards(
    /// How they look.
    looks: Memo<WeekLooks>,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |drawn: Option<Drawn>| {
        let mut drawn = drawn.unwrap_or_default();
        if let Some(place) = place.get() {
            drawn.follow(&place, looks.read().visits());
        }
        drawn
    });
    view! { <div class="week__cards" node_ref=place></div> }
}

/// What is on the page.
#[derive(Default)]
struct Drawn {
    cards: BTreeMap<AppointmentId, Card>,
    order: Vec<AppointmentId>,
}

/// A card on the page, and how it looks there.
struct Card {
    element: Element,
    look: Arc<WeekLook>,
}

impl Drawn {
    /// Makes the page look like this.
    fn follow(&mut self, place: &Element, looks: Vec<(AppointmentId, Arc<WeekLook>)>) {
        let order: Vec<_> = looks.iter().map(|(id, _)| *id).collect();
        if self.order != order {
            self.remove_all_but(&order.iter().copied().collect());
        }
        let (known, new): (Vec<_>, Vec<_>) =
            looks.into_iter().partition(|(id, _)| self.cards.contains_key(id));
        for (id, look) in known {
            if let Some(card) = self.cards.get_mut(&id) {
                card.become_like(look);
            }
        }
        self.append(place, new);
        if self.order != order {
            self.put_in_order(place, &order);
            self.order = order;
        }
    }

    fn remove_all_but(&mut self, kept: &BTreeSet<AppointmentId>) {
        self.cards.retain(|id, card| {
            let is_kept = kept.contains(id);
            if !is_kept {
                card.element.remove();
            }
            is_kept
        });
    }

    /// All that are new in one go, at the end.
    fn append(&mut self, place: &Element, new: Vec<(AppointmentId, Arc<WeekLook>)>) {
        if new.is_empty() {
            return;
        }
        let before = place.last_element_child();
        let text: String = new.iter().map(|(id, look)| outside(*id, look)).collect();
        if place.insert_adjacent_html("beforeend", &text).is_err() {
            return;
        }
        let mut next = match before {
            Some(last) => last.next_element_sibling(),
            None => place.first_element_child(),
        };
        for (id, look) in new {
            let Some(element) = next else {
                return;
            };
            next = element.next_element_sibling();
            stand(&element, &look);
            self.cards.insert(id, Card { element, look });
        }
    }

    /// In the order in which they are read. Whatever stands right is left alone.
    fn put_in_order(&self, place: &Element, order: &[AppointmentId]) {
        let mut at = place.first_element_child();
        for card in order.iter().filter_map(|id| self.cards.get(id)) {
            if at.as_ref() == Some(&card.element) {
                at = card.element.next_element_sibling();
            } else {
                // Both are on the page: this does not fail.
                let _ = place.insert_before(&card.element, at.as_deref());
            }
        }
    }
}

impl Card {
    fn become_like(&mut self, look: Arc<WeekLook>) {
        if Arc::ptr_eq(&self.look, &look) || self.look == look {
            self.look = look;
            return;
        }
        for (name, value) in attributes(&look) {
            // A name of ours and a text: this does not fail.
            let _ = match value {
                Some(value) => self.element.set_attribute(name, value),
                None => self.element.remove_attribute(name),
            };
        }
        let (was, is) = (inside(&self.look), inside(&look));
        if was != is {
            self.element.set_inner_html(&is);
        }
        stand(&self.element, &look);
        self.look = look;
    }
}

/// Puts a card in its place. Not as an attribute of the text: the page's policy allows no styles in it.
fn stand(element: &Element, look: &WeekLook) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.style().set_css_text(&look.style);
    }
}
