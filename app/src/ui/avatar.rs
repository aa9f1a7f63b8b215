//! A person in two letters.

use leptos::prelude::*;

use super::Tone;

/// How large an avatar is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum AvatarSize {
    /// 22 px, inside a line.
    Small,
    /// 34 px.
    #[default]
    Regular,
    /// 46 px, beside a heading.
    Big,
}

impl AvatarSize {
    const fn class(self) -> &'static str {
        match self {
            Self::Small => "avatar--small",
            Self::Regular => "",
            Self::Big => "avatar--big",
        }
    }
}

/// First letters of the first and of the last word of a name, in capitals.
pub fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    let first = words.next();
    let last = words.next_back();
    first
        .into_iter()
        .chain(last)
        .flat_map(char::to_uppercase)
        .collect()
}

/// A person in two letters. The name stands beside it: the letters are drawn by the style sheet and are no text.
#[component]
pub fn Avatar(
    /// The person's name.
    #[prop(into)]
    name: Signal<String>,
    /// What the colour says.
    #[prop(into, optional)]
    tone: Signal<Tone>,
    /// How large.
    #[prop(optional)]
    size: AvatarSize,
) -> impl IntoView {
    view! {
        <span
            class=move || format!("avatar {} {}", size.class(), tone.get().class())
            aria-hidden="true"
            data-initials=move || initials(&name.get())
        ></span>
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        assert_eq!(initials("Greco Anna Maria"), "GM");
        assert_eq!(initials("d’Amico"), "D");
        assert_eq!(initials("  élodie 3 (rossi) "), "ÉR");
        assert_eq!(initials(""), "");
    }
}
