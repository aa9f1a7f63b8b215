//! Six states of a page that must not be taken for one another: each has its picture, and one action as its child.

use leptos::prelude::*;

/// What all of them share.
#[component]
fn Situation(
    /// Class of `style/ui/situation.css`.
    class: &'static str,
    /// The picture, as one path in a box of 132 × 104.
    path: &'static str,
    /// The ground of the picture.
    ground: &'static str,
    /// What is the case.
    title: Signal<String>,
    /// What it means for the person.
    text: Signal<String>,
    /// The action.
    action: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=format!("situation {class}")>
            <div class="situation__picture">
                <svg viewBox="0 0 132 104" aria-hidden="true" focusable="false">
                    <path class="soft" d=ground />
                    <path d=path />
                </svg>
            </div>
            <h2 class="situation__title">{move || title.get()}</h2>
            <p class="situation__text">{move || text.get()}</p>
            {action.map(|action| view! { <div class="situation__action">{action()}</div> })}
        </div>
    }
}

/// Declares the states that differ in picture only.
macro_rules! situations {
    ($($(#[$doc:meta])* $name:ident: $class:literal, $ground:literal, $path:literal;)+) => {$(
        $(#[$doc])*
        #[component]
        pub fn $name(
            /// What is the case.
            #[prop(into)]
            title: Signal<String>,
            /// What it means for the person.
            #[prop(into)]
            text: Signal<String>,
            /// The one action, if there is one.
            #[prop(optional)]
            children: Option<Children>,
        ) -> impl IntoView {
            view! { <Situation class=$class path=$path ground=$ground title text action=children /> }
        }
    )+};
}

situations! {
    /// Everything was read, and there is nothing: a calm page, an empty chair.
    EmptyState: "situation--empty",
        "M66 8a44 44 0 1 0 0 88 44 44 0 0 0 0-88",
        "M46 24l8 36h26l14 14M54 60l-5 14h38M66 74v18M50 92h34M82 46h16";
    /// The data could not be read: a torn sheet.
    FailedState: "situation--failed",
        "M32 14h68v76H32z",
        "M36 44V14h60v30l-10-6-10 8-10-8-10 8-10-8zM36 60l10-6 10 8 10-8 10 8 10-8 10 6v30H36zM66 66v10M66 82v1";
    /// Never read, and there is no network: a cloud struck through.
    OfflineState: "situation--offline",
        "M44 80a22 22 0 0 1-2-44 30 30 0 0 1 56 8 18 18 0 0 1-4 36z",
        "M28 16l76 76M50 34a30 30 0 0 0-8 6 20 20 0 0 0 2 40h48M62 28a30 30 0 0 1 34 22 18 18 0 0 1 12 26";
    /// It rests here, and cannot be opened yet: a padlock.
    LockedState: "situation--locked",
        "M38 48h56v44H38z",
        "M38 48h56v44H38zM48 48V34a18 18 0 0 1 36 0v14M66 70v10M66 70a5 5 0 1 0 0-10 5 5 0 0 0 0 10";
    /// The person's role may not see this: a door that is shut.
    NotAllowed: "situation--refused",
        "M40 12h52v84H40z",
        "M40 96V12h52v84M28 96h76M54 46h24v20H54zM59 46v-6a7 7 0 0 1 14 0v6M66 54v4";
}

/// Being read for the first time: columns that breathe. It has no action but to wait.
#[component]
pub fn LoadingState(
    /// What is being read.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="situation situation--loading" role="status">
            <div class="situation__picture">
                <svg viewBox="0 0 132 104" aria-hidden="true" focusable="false">
                    <path class="soft pulse" d="M20 14h26v44H20zM20 66h26v22H20z" />
                    <path class="soft pulse" d="M53 14h26v24H53zM53 46h26v42H53z" />
                    <path class="soft pulse" d="M86 14h26v54H86zM86 76h26v12H86z" />
                </svg>
            </div>
            <h2 class="situation__title">{move || title.get()}</h2>
        </div>
    }
}
