//! Icons, drawn on a grid of 24 with round strokes.

use leptos::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Glyph {
    /// A calendar page.
    Agenda,
    /// A telephone.
    Phone,
    /// A speech bubble.
    Message,
    /// A camera.
    Video,
    /// An envelope.
    Email,
    /// A tick.
    Check,
    /// A cross.
    Cross,
    /// A triangle with a bar.
    Warning,
    /// A clock.
    Clock,
    /// An eye.
    Eye,
    /// An eye struck through.
    EyeOff,
    /// An arrow to the left.
    Back,
    /// An arrow to the right.
    Forward,
    /// An angle to the left.
    Previous,
    /// An angle to the right.
    Next,
    /// An arrow that turns back.
    Undo,
    /// Two arrows in a ring.
    Reload,
    /// Two crossing arrows.
    Move,
    /// A door that somebody enters by.
    Arrive,
    /// A dental chair.
    Chair,
    /// A door that somebody leaves by.
    Leave,
    /// A person who is not there.
    Absent,
    /// A cloud.
    Cloud,
    /// A cloud struck through.
    CloudOff,
    /// A tablet with an arrow into it: kept on this device.
    Kept,
    /// A hand that asks.
    Hand,
    /// A question mark in a ring.
    Question,
    /// An hourglass.
    Waiting,
    /// A bolt: earlier, if possible.
    Sooner,
    /// A magnifying glass.
    Search,
    /// A plus.
    Plus,
    /// A person.
    Person,
    /// Two of them.
    People,
    /// A padlock.
    Lock,
    /// A note with lines.
    Note,
    /// A printer.
    Print,
    /// Columns side by side.
    Columns,
    /// A column beside the page.
    Beside,
    /// Two sliders.
    Settings,
    /// An angle upwards.
    Up,
    /// An angle downwards.
    Down,
    /// Two sheets, one over the other: a copy.
    Copy,
}

impl Glyph {
    /// Every icon.
    pub const ALL: [Self; 42] = [
        Self::Agenda,
        Self::Phone,
        Self::Message,
        Self::Video,
        Self::Email,
        Self::Check,
        Self::Cross,
        Self::Warning,
        Self::Clock,
        Self::Eye,
        Self::EyeOff,
        Self::Back,
        Self::Forward,
        Self::Previous,
        Self::Next,
        Self::Undo,
        Self::Reload,
        Self::Move,
        Self::Arrive,
        Self::Chair,
        Self::Leave,
        Self::Absent,
        Self::Cloud,
        Self::CloudOff,
        Self::Kept,
        Self::Hand,
        Self::Question,
        Self::Waiting,
        Self::Sooner,
        Self::Search,
        Self::Plus,
        Self::Person,
        Self::People,
        Self::Lock,
        Self::Note,
        Self::Print,
        Self::Columns,
        Self::Beside,
        Self::Settings,
        Self::Up,
        Self::Down,
        Self::Copy,
    ];

    /// One path in a box of 24 × 24, stroked.
    const fn path(self) -> &'static str {
        match self {
            Self::Agenda => {
                "M6 5h12a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3M3 10h18M8 3v4M16 3v4"
            }
            Self::Phone => {
                "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2"
            }
            Self::Message => "M4 5h16v11H9l-5 4z",
            Self::Video => {
                "M5 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2M15 10l6-3v10l-6-3"
            }
            Self::Email => "M4 6h16v12H4zM4 7l8 6 8-6",
            Self::Check => "m5 13 4 4L19 7",
            Self::Cross => "M6 6l12 12M18 6 6 18",
            Self::Warning => "M12 3 2 20h20zM12 10v4M12 17v.5",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 2",
            Self::Eye => "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
            Self::EyeOff => {
                "M4 4l16 16M9.5 5.4A9 9 0 0 1 12 5c6 0 10 7 10 7a18 18 0 0 1-3 3.6M6.5 7A18 18 0 0 0 2 12s4 7 10 7a9 9 0 0 0 4.6-1.3"
            }
            Self::Back => "M19 12H5M11 6l-6 6 6 6",
            Self::Forward => "M5 12h14M13 6l6 6-6 6",
            Self::Previous => "m14 6-6 6 6 6",
            Self::Next => "m10 6 6 6-6 6",
            Self::Undo => "M4 9h10a5.5 5.5 0 0 1 0 11H8M8 5 4 9l4 4",
            Self::Reload => "M4 12a8 8 0 0 1 13.7-5.6L20 9M20 4v5h-5M20 12a8 8 0 0 1-13.7 5.6L4 15M4 20v-5h5",
            Self::Move => "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",
            Self::Arrive => "M13 4h5a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-5M3 12h11M10 8l4 4-4 4",
            Self::Chair => "M5 4l2 9h8l4 4M7 13l-1 4h10M10 17v4M6 21h9M15 9h4",
            Self::Leave => "M11 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h5M10 12h11M17 8l4 4-4 4",
            Self::Absent => "M10 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M3 21a7 7 0 0 1 12-5M16 15l5 5M21 15l-5 5",
            Self::Cloud => "M7 18a4.5 4.5 0 0 1-.4-9A6 6 0 0 1 18 10.5a3.8 3.8 0 0 1-.5 7.5z",
            Self::CloudOff => {
                "M4 4l16 16M8 8a6 6 0 0 0-1.4 1A4.5 4.5 0 0 0 7 18h10M11 6a6 6 0 0 1 7 4.5 3.8 3.8 0 0 1 2.4 5.6"
            }
            Self::Kept => "M6 3h12v18H6zM12 7v7M9 11l3 3 3-3M11 18h2",
            Self::Hand => {
                "M8 12V6a1.5 1.5 0 0 1 3 0v5-7a1.5 1.5 0 0 1 3 0v7-5a1.5 1.5 0 0 1 3 0v8a7 7 0 0 1-7 7c-3 0-4-2-6-6a1.6 1.6 0 0 1 2.6-1.6z"
            }
            Self::Question => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M12 16.8v.2"
            }
            Self::Waiting => "M7 3h10M7 21h10M8 3v3c0 3 4 4 4 6s-4 3-4 6v3M16 3v3c0 3-4 4-4 6s4 3 4 6v3",
            Self::Sooner => "M13 3 5 14h6l-1 7 8-11h-6z",
            Self::Search => "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M20 20l-4-4",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Person => "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21a8 8 0 0 1 16 0",
            Self::People => {
                "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2 20a7 7 0 0 1 14 0M16 5.3a3.5 3.5 0 0 1 0 6.4M18.5 14.5A7 7 0 0 1 22 20"
            }
            Self::Lock => "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
            Self::Print => "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
            Self::Columns => "M4 5h16v14H4zM9.3 5v14M14.7 5v14",
            Self::Beside => "M4 5h16v14H4zM14 5v14M17 9h.5M17 12h.5",
            Self::Settings => "M4 8h8M18 8h2M15 5v6M4 16h2M12 16h8M9 13v6",
            Self::Up => "m6 14 6-6 6 6",
            Self::Down => "m6 10 6 6 6-6",
            Self::Copy => "M9 8h11v12H9zM15 8V4H4v12h5",
            Self::Note => "M6 3h9l4 4v14H6zM9 11h7M9 15h7",
        }
    }
}

/// A picture that repeats what a word beside it says; it is not read aloud.
#[component]
pub fn Icon(
    /// What it shows.
    #[prop(into)]
    glyph: Signal<Glyph>,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=move || glyph.get().path() />
        </svg>
    }
}

/// The same as text, for what is drawn by the thousand; see [`super::html`].
pub fn icon_html(glyph: Glyph) -> String {
    format!(
        r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>"#,
        glyph.path()
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Glyph;

    #[test]
    fn no_two_icons_are_drawn_alike() {
        let drawings: BTreeSet<_> = Glyph::ALL.into_iter().map(Glyph::path).collect();
        assert_eq!(drawings.len(), Glyph::ALL.len());
    }
}
