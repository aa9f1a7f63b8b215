//! The public pages: rendered here, complete without any script.

use app::sign_in::{
    HOME, LinkGonePage, LinkGonePageProps, Refused, SignInPage, SignInPageProps, WelcomePage,
    WelcomePageProps, WelcomeTyped,
};
use app_domain::language::Language;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use leptos::prelude::{IntoView, Owner, RenderHtml};

use super::AppState;
use crate::error::HttpError;
use crate::session::SignedIn;

/// What a page is drawn with, whoever asks.
#[derive(Clone, Debug)]
pub(super) struct Look {
    language: Language,
    css: Option<String>,
}

impl Look {
    /// The language is the one of `?lang=`, or the browser's, or Italian.
    pub(super) fn new(state: &AppState, uri: &Uri, headers: &HeaderMap) -> Self {
        Self {
            language: language(uri, headers),
            css: state.assets.css.clone(),
        }
    }
}

/// `GET /accedi`. Whoever is signed in is sent to the app.
pub(super) async fn sign_in(
    State(state): State<AppState>,
    signed_in: Result<SignedIn, HttpError>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, HttpError> {
    match signed_in {
        Ok(_) => Ok(Redirect::to(HOME).into_response()),
        Err(HttpError::SignedOut) => {
            Ok(sign_in_page(Look::new(&state, &uri, &headers), String::new(), None).into_response())
        }
        Err(error) => Err(error),
    }
}

/// `GET /benvenuto/{token}`: the owner's form, or the news that the link is good no longer.
pub(super) async fn welcome(
    State(state): State<AppState>,
    Path(token): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, HttpError> {
    let look = Look::new(&state, &uri, &headers);
    let good = state
        .accounts
        .practice_of_link(&token)
        .await
        .map_err(HttpError::internal)?
        .is_some();
    Ok(if good {
        welcome_page(look, token, WelcomeTyped::default(), None).into_response()
    } else {
        (StatusCode::NOT_FOUND, gone_page(look, token)).into_response()
    })
}

pub(super) fn sign_in_page(look: Look, login: String, refused: Option<Refused>) -> Html<String> {
    let Look { language, css } = look;
    render(|| {
        SignInPage(SignInPageProps {
            language,
            css,
            login,
            refused,
        })
    })
}

pub(super) fn welcome_page(
    look: Look,
    token: String,
    typed: WelcomeTyped,
    refused: Option<Refused>,
) -> Html<String> {
    let Look { language, css } = look;
    render(|| {
        WelcomePage(WelcomePageProps {
            language,
            css,
            token,
            typed,
            refused,
        })
    })
}

pub(super) fn gone_page(look: Look, token: String) -> Html<String> {
    let Look { language, css } = look;
    render(|| LinkGonePage(LinkGonePageProps { language, css, token }))
}

/// Draws a page. The renderers of leptos_axum add inline scripts for hydration, which these pages do not want and our
/// content security policy forbids.
fn render<V: IntoView>(view: impl FnOnce() -> V) -> Html<String> {
    let owner = Owner::new();
    let html = owner.with(|| view().into_view().to_html());
    owner.cleanup();
    Html(html)
}

fn language(uri: &Uri, headers: &HeaderMap) -> Language {
    let asked = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="));
    let accepted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let mut wishes = asked.into_iter().chain(accepted.split(','));
    let known = wishes.find_map(|wish| {
        let tag = wish.split(';').next().unwrap_or_default().trim();
        match tag.split('-').next() {
            Some("it") => Some(Language::Italian),
            Some("en") => Some(Language::English),
            _ => None,
        }
    });
    known.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn speaks(uri: &'static str, accepted: &'static str) -> Language {
        let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accepted))]);
        language(&Uri::from_static(uri), &headers)
    }

    #[test]
    fn the_switch_wins_over_the_browser_and_italian_over_what_is_unknown() {
        assert_eq!(speaks("/accedi?lang=en", "it-IT,it;q=0.9"), Language::English);
        assert_eq!(speaks("/accedi?lang=it", "en"), Language::Italian);
        assert_eq!(speaks("/accedi", "de-DE, en-GB;q=0.8"), Language::English);
        assert_eq!(speaks("/accedi", "de"), Language::Italian);
        assert_eq!(speaks("/accedi?lang=xx", ""), Language::Italian);
    }
}
