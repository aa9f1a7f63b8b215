//! The frame of every public page: a document of its own, without scripts.

use app_domain::language::Language;
use leptos::prelude::*;

use super::words::Words;

/// A document with one card in the middle.
#[component]
pub(super) fn PublicPage(
    /// Language of the words.
    language: Language,
    /// Address of the style sheet, where the site is built.
    css: Option<String>,
    /// This page in the other language.
    other_language: String,
    /// What the page is for; its heading too.
    title: &'static str,
    /// A sentence below the heading.
    lead: &'static str,
    /// The card's content.
    children: Children,
) -> impl IntoView {
    let words = Words::of(language);
    let (other, other_name) = words.other;
    view! {
        <!DOCTYPE html>
        <html lang=words.lang>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="robots" content="noindex" />
                <title>{format!("{title} · Richiamo")}</title>
                {css.map(|href| view! { <link rel="stylesheet" href=href /> })}
                <link rel="icon" href="/icons/icon.svg" type="image/svg+xml" />
                <link rel="manifest" href="/manifest.webmanifest" />
            </head>
            <body class="public">
                <main class="public__card">
                    <p class="public__brand">"Richiamo"</p>
                    <h1 class="public__title">{title}</h1>
                    <p class="public__lead">{lead}</p>
                    {children()}
                </main>
                <footer class="public__foot">
                    <a class="public__language" href=other_language hreflang=other lang=other>
                        {other_name}
                    </a>
                </footer>
            </body>
        </html>
    }
}

/// The sentence that says what went wrong, read aloud at once.
#[component]
pub(super) fn Alert(
    /// What went wrong.
    text: String,
) -> impl IntoView {
    view! {
        <p class="public__alert" id="alert" role="alert">
            {text}
        </p>
    }
}
