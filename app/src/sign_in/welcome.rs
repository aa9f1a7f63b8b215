//! The page on which the first owner makes their account, and the one that says that the link is good no longer.

use app_domain::language::Language;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::page::{Alert, PublicPage};
use super::words::Words;
use super::{Refused, SIGN_IN_PAGE, Welcome, WelcomeProblem};
use crate::ui::{Button, ButtonKind, ButtonLook, ButtonSize, Field};

/// What was typed before; never the password.
#[derive(Clone, Debug, Default)]
pub struct WelcomeTyped {
    /// Name of the practice.
    pub practice: String,
    /// Name of the owner.
    pub name: String,
    /// Login name.
    pub login: String,
}

/// A field of the form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Practice,
    Name,
    Login,
    Password,
}

const fn place(problem: WelcomeProblem) -> Option<At> {
    Some(match problem {
        WelcomeProblem::Link => return None,
        WelcomeProblem::PracticeMissing => At::Practice,
        WelcomeProblem::NameMissing => At::Name,
        WelcomeProblem::Login | WelcomeProblem::LoginTaken => At::Login,
        WelcomeProblem::PasswordShort
        | WelcomeProblem::PasswordLong
        | WelcomeProblem::PasswordCommon
        | WelcomeProblem::PasswordsDiffer => At::Password,
    })
}

/// The page on which the first owner makes their account.
#[component]
pub fn WelcomePage(
    /// Language of the words.
    language: Language,
    /// Address of the style sheet, where the site is built.
    css: Option<String>,
    /// The secret of the link.
    token: String,
    /// What was typed before.
    typed: WelcomeTyped,
    /// Why the last try failed.
    refused: Option<Refused>,
) -> impl IntoView {
    let words = Words::of(language);
    let sentence = refused.as_ref().map(|refused| (words.refused)(refused));
    let at = refused.as_ref().and_then(|refused| match refused {
        Refused::Welcome { problem } => place(*problem),
        _ => None,
    });
    let alert = sentence
        .clone()
        .filter(|_| at.is_none())
        .map(|text| view! { <Alert text /> });
    let error = |field: At| sentence.clone().filter(|_| at == Some(field));
    let [practice, name, login, password] = [At::Practice, At::Name, At::Login, At::Password].map(error);
    let other_language = format!("/benvenuto/{token}?lang={}", words.other.0);
    view! {
        <PublicPage language css other_language title=words.welcome_title lead=words.welcome_lead>
            {alert}
            <form class="public__form" method="post" action=format!("{}?lang={}", Welcome::PATH, words.lang)>
                <input type="hidden" name="token" value=token />
                <TextField
                    id="practice"
                    label=words.practice
                    hint=words.practice_hint
                    autocomplete="organization"
                    value=typed.practice
                    error=practice
                />
                <TextField
                    id="name"
                    label=words.name
                    hint=words.name_hint
                    autocomplete="name"
                    value=typed.name
                    error=name
                />
                <TextField
                    id="login"
                    label=words.login
                    hint=words.login_hint
                    autocomplete="username"
                    value=typed.login
                    error=login
                />
                <PasswordField
                    id="password"
                    label=words.password
                    hint=words.password_hint
                    error=password
                />
                <PasswordField id="again" label=words.again hint=words.again_hint error=None />
                <Button look=ButtonLook::Main size=ButtonSize::Big kind=ButtonKind::Submit>
                    {words.begin}
                </Button>
            </form>
        </PublicPage>
    }
}

/// A line of text.
#[component]
fn TextField(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    autocomplete: &'static str,
    value: String,
    error: Option<String>,
) -> impl IntoView {
    let wrong = error.is_some();
    view! {
        <Field id label hint error=Signal::stored(error)>
            <input
                class="input"
                id=id
                name=id
                value=value
                required
                maxlength="120"
                autocomplete=autocomplete
                autocapitalize=if id == "login" { "none" } else { "words" }
                spellcheck="false"
                autofocus=wrong
                aria-invalid=wrong.then_some("true")
                aria-describedby=wrong.then(|| format!("{id}-error"))
            />
        </Field>
    }
}

/// A password that is being chosen.
#[component]
fn PasswordField(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    error: Option<String>,
) -> impl IntoView {
    let wrong = error.is_some();
    view! {
        <Field id label hint error=Signal::stored(error)>
            <input
                class="input"
                id=id
                name=id
                type="password"
                required
                minlength="12"
                maxlength="256"
                autocomplete="new-password"
                autofocus=wrong
                aria-invalid=wrong.then_some("true")
                aria-describedby=wrong.then(|| format!("{id}-error"))
            />
        </Field>
    }
}

/// The page of a link that is good no longer.
#[component]
pub fn LinkGonePage(
    /// Language of the words.
    language: Language,
    /// Address of the style sheet, where the site is built.
    css: Option<String>,
    /// The secret of the link.
    token: String,
) -> impl IntoView {
    let words = Words::of(language);
    let other_language = format!("/benvenuto/{token}?lang={}", words.other.0);
    view! {
        <PublicPage language css other_language title=words.gone_title lead=words.gone_lead>
            <a class="button button--main button--big" href=SIGN_IN_PAGE>
                {words.gone_action}
            </a>
        </PublicPage>
    }
}
