//! Who else looks at the same thing.

use app_domain::id::MemberId;
use app_sync::presence::LookingAt;
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// "Sara guarda questo giorno". The line is there also while nobody looks: nothing moves when somebody comes or goes.
#[component]
pub fn Watchers(
    /// What is on the screen here.
    #[prop(into)]
    looking_at: Signal<LookingAt>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let present = workspace.present();
    let who = Memo::new(move |_| {
        let at = looking_at.get();
        let here = |member: MemberId| workspace.member(member).get().map(|member| member.name);
        let mut names: Vec<String> = present
            .read()
            .iter()
            .filter(|person| person.looking_at.contains(&at))
            .filter_map(|person| here(person.member))
            .collect();
        names.sort();
        names
    });
    let words = Memo::new(move |_| {
        let text = text(workspace.language().get());
        let say = match looking_at.get() {
            LookingAt::Day { .. } => text.day,
            LookingAt::Call { .. } => text.call,
        };
        let who = who.read();
        (!who.is_empty()).then(|| (say(&first_names(&who)), say(&who)))
    });
    let short = move || words.get().map(|(short, _)| short);
    let full = move || words.get().map(|(_, full)| full);
    view! {
        <p class="watchers" role="status" title=full>
            <Show when=move || words.read().is_some()>
                <Icon glyph=Glyph::Eye />
                <span class="watchers__words">{short}</span>
            </Show>
        </p>
    }
}

/// Names without what comes after the first word, but for two people of one first name.
fn first_names(names: &[String]) -> Vec<String> {
    let first = |name: &String| name.split_whitespace().next().unwrap_or_default().to_owned();
    let is_alone = |name: &String| names.iter().filter(|other| first(other) == first(name)).count() == 1;
    let shown = |name: &String| if is_alone(name) { first(name) } else { name.clone() };
    names.iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::first_names;

    #[test]
    fn people_are_called_by_their_first_names_as_long_as_those_tell_them_apart() {
        let names = ["Anna Galli", "Sara Conti", "Sara Riva"].map(str::to_owned);
        assert_eq!(first_names(&names), ["Anna", "Sara Conti", "Sara Riva"]);
        assert_eq!(first_names(&names[..2]), ["Anna", "Sara"]);
    }
}
