//! The sign-in page.

use app_domain::language::Language;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::page::{Alert, PublicPage};
use super::words::Words;
use super::{Refused, SIGN_IN_PAGE, SignIn};
use crate::ui::{Button, ButtonKind, ButtonLook, ButtonSize, Field};

/// The page on which a person signs in. What was typed stays after a mistake, the password apart.
#[component]
pub fn SignInPage(
    /// Language of the words.
    language: Language,
    /// Address of the style sheet, where the site is built.
    css: Option<String>,
    /// The login name, as typed before.
    login: String,
    /// Why the last try failed.
    refused: Option<Refused>,
) -> impl IntoView {
    let words = Words::of(language);
    let failed = refused.is_some();
    let other_language = format!("{SIGN_IN_PAGE}?lang={}", words.other.0);
    let alert = refused.map(|refused| view! { <Alert text=(words.refused)(&refused) /> });
    let described = failed.then_some("alert");
    let wrong = failed.then_some("true");
    let (ask_login, ask_password) = (login.is_empty(), !login.is_empty());
    view! {
        <PublicPage language css other_language title=words.sign_in_title lead=words.sign_in_lead>
            {alert}
            <form class="public__form" method="post" action=format!("{}?lang={}", SignIn::PATH, words.lang)>
                <Field id="login" label=words.login>
                    <input
                        class="input"
                        id="login"
                        name="login"
                        value=login
                        required
                        maxlength="64"
                        autocomplete="username"
                        autocapitalize="none"
                        spellcheck="false"
                        autofocus=ask_login
                        aria-invalid=wrong
                        aria-describedby=described
                    />
                </Field>
                <Field id="password" label=words.password>
                    <input
                        class="input"
                        id="password"
                        name="password"
                        type="password"
                        required
                        maxlength="256"
                        autocomplete="current-password"
                        autofocus=ask_password
                        aria-invalid=wrong
                        aria-describedby=described
                    />
                </Field>
                <Button look=ButtonLook::Main size=ButtonSize::Big kind=ButtonKind::Submit>
                    {words.sign_in}
                </Button>
            </form>
            <p class="public__help">{words.sign_in_help}</p>
        </PublicPage>
    }
}
