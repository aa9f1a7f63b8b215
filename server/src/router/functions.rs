//! Server functions: forms and programs call the same ones. A form that is refused gets its page back, with what was typed.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use app::sign_in::door::{Answer, Door, NewOwner};
use app::sign_in::{Refused, WelcomeProblem, WelcomeTyped};
use app_domain::role::Role;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, State};
use axum::http::{Request, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use leptos::prelude::provide_context;
use tower_sessions::Session;

use super::AppState;
use super::pages::{Look, gone_page, sign_in_page, welcome_page};
use crate::accounts::{AddMemberError, NewPassword, OwnerError, PasswordError, SignInError, Wait, Welcome};
use crate::error::HttpError;

/// Bytes of a form, or of a function's arguments.
const LARGEST_FORM: usize = 16 * 1024;

/// Runs the server function of this address.
///
/// # Errors
/// When the arguments are too large, or not in order.
pub(super) async fn run(
    State(state): State<AppState>,
    cookie: Session,
    request: Request<Body>,
) -> Result<Response, HttpError> {
    // Read here, because the function itself would read without end.
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST_FORM)
        .await
        .map_err(|_| HttpError::TooLarge)?;
    let request = Request::from_parts(parts, Body::from(body));
    let look = Look::new(&state, request.uri(), request.headers());
    let wants_page = request
        .headers()
        .get(header::ACCEPT)
        .is_some_and(|accept| accept.to_str().is_ok_and(|accept| accept.contains("text/html")));
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|peer| peer.0.ip());
    let outcome = Arc::new(Mutex::new(Outcome::NotCalled));
    let door: Arc<dyn Door> = Arc::new(DoorOf {
        state,
        cookie,
        // Only a test calls without a connection.
        peer: peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        outcome: Arc::clone(&outcome),
    });
    let provide = move || provide_context(Arc::clone(&door));
    let response = leptos_axum::handle_server_fns_with_context(provide, request)
        .await
        .into_response();
    let outcome = std::mem::take(&mut *outcome.lock().unwrap_or_else(PoisonError::into_inner));
    match outcome {
        Outcome::Done => Ok(response),
        // The arguments could not be read: the function did not come as far as the door.
        Outcome::NotCalled => Err(HttpError::bad_request("the arguments are not in order")),
        Outcome::Refused(refused, form) => Ok(match form {
            Some(form) if wants_page => {
                (status(&refused), retry_after(&refused), form.page(look, refused)).into_response()
            }
            _ => (status(&refused), retry_after(&refused), said(response)).into_response(),
        }),
    }
}

/// What the function says to a program, without a status or a redirection of its own.
fn said(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    parts.status = StatusCode::OK;
    parts.headers.remove(header::LOCATION);
    Response::from_parts(parts, body)
}

/// What came of a call, for the answer to a form.
#[derive(Default)]
enum Outcome {
    #[default]
    NotCalled,
    Done,
    Refused(Refused, Option<Form>),
}

/// What was typed into a form; never a password.
enum Form {
    SignIn { login: String },
    Welcome { token: String, typed: WelcomeTyped },
}

impl Form {
    fn page(self, look: Look, refused: Refused) -> Html<String> {
        match self {
            Self::SignIn { login } => sign_in_page(look, login, Some(refused)),
            Self::Welcome { token, .. }
                if refused
                    == (Refused::Welcome {
                        problem: WelcomeProblem::Link,
                    }) =>
            {
                gone_page(look, token)
            }
            Self::Welcome { token, typed } => welcome_page(look, token, typed, Some(refused)),
        }
    }
}

fn status(refused: &Refused) -> StatusCode {
    match refused {
        Refused::Wrong | Refused::SignedOut => StatusCode::UNAUTHORIZED,
        Refused::Wait { .. } => StatusCode::TOO_MANY_REQUESTS,
        Refused::NotFound
        | Refused::Welcome {
            problem: WelcomeProblem::Link,
        } => StatusCode::NOT_FOUND,
        Refused::Welcome { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Refused::Broken => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn retry_after(refused: &Refused) -> Option<[(header::HeaderName, String); 1]> {
    match refused {
        Refused::Wait { seconds } => Some([(header::RETRY_AFTER, seconds.to_string())]),
        _ => None,
    }
}

/// The door of one request.
struct DoorOf {
    state: AppState,
    cookie: Session,
    peer: IpAddr,
    outcome: Arc<Mutex<Outcome>>,
}

impl DoorOf {
    fn note(&self, result: Result<(), Refused>, form: Option<Form>) -> Result<(), Refused> {
        let outcome = match &result {
            Ok(()) => Outcome::Done,
            Err(refused) => Outcome::Refused(refused.clone(), form),
        };
        *self.outcome.lock().unwrap_or_else(PoisonError::into_inner) = outcome;
        result
    }

    async fn try_sign_in(&self, login: &str, password: String) -> Result<(), Refused> {
        let entering = self
            .state
            .accounts
            .sign_in(login, password, self.peer)
            .await
            .map_err(refused_sign_in)?;
        self.state
            .sessions
            .enter(&self.cookie, entering)
            .await
            .map_err(broken)
    }

    async fn try_take_role(&self, role: Role) -> Result<(), Refused> {
        let refuse = |error| match error {
            HttpError::SignedOut => Refused::SignedOut,
            HttpError::NotFound => Refused::NotFound,
            other => broken(other),
        };
        let signed_in = self
            .state
            .sessions
            .signed_in(&self.cookie)
            .await
            .map_err(refuse)?;
        self.state
            .sessions
            .take_role(&signed_in, role)
            .await
            .map_err(refuse)
    }

    async fn try_check_password(&self, password: String) -> Result<(), Refused> {
        let signed_in = self.state.sessions.signed_in(&self.cookie).await;
        let signed_in = signed_in.map_err(|error| match error {
            HttpError::SignedOut => Refused::SignedOut,
            other => broken(other),
        })?;
        let checked =
            self.state
                .accounts
                .check_password(signed_in.practice, signed_in.member.id, password, self.peer);
        checked.await.map_err(refused_sign_in)
    }

    async fn try_welcome(&self, owner: NewOwner) -> Result<(), Refused> {
        let problem = |problem| Refused::Welcome { problem };
        let token = owner.token.clone();
        let welcome = parse(owner).map_err(problem)?;
        let made = self.state.accounts.become_owner(&token, welcome).await;
        let entering = made.map_err(|error| match error {
            OwnerError::Link => problem(WelcomeProblem::Link),
            OwnerError::NoPracticeName => problem(WelcomeProblem::PracticeMissing),
            OwnerError::Account(AddMemberError::NoName) => problem(WelcomeProblem::NameMissing),
            OwnerError::Account(AddMemberError::LoginTaken(_)) => problem(WelcomeProblem::LoginTaken),
            OwnerError::Account(other) => broken(other),
        })?;
        // Written past the writer: open pages are to hear of the new name at once.
        self.state.sync.poke();
        self.state
            .sessions
            .enter(&self.cookie, entering)
            .await
            .map_err(broken)
    }
}

impl Door for DoorOf {
    fn sign_in(&self, login: String, password: String) -> Answer<'_> {
        Box::pin(async move {
            let result = self.try_sign_in(&login, password).await;
            self.note(result, Some(Form::SignIn { login }))
        })
    }

    fn sign_out(&self) -> Answer<'_> {
        Box::pin(async move {
            let result = self.state.sessions.leave(&self.cookie).await.map_err(broken);
            self.note(result, None)
        })
    }

    fn take_role(&self, role: Role) -> Answer<'_> {
        Box::pin(async move {
            let result = self.try_take_role(role).await;
            self.note(result, None)
        })
    }

    fn check_password(&self, password: String) -> Answer<'_> {
        Box::pin(async move {
            let result = self.try_check_password(password).await;
            self.note(result, None)
        })
    }

    fn welcome(&self, owner: NewOwner) -> Answer<'_> {
        Box::pin(async move {
            let (practice, name, login) = (owner.practice.clone(), owner.name.clone(), owner.login.clone());
            let form = Form::Welcome {
                token: owner.token.clone(),
                typed: WelcomeTyped {
                    practice,
                    name,
                    login,
                },
            };
            let result = self.try_welcome(owner).await;
            self.note(result, Some(form))
        })
    }
}

/// The owner's form, looked over from the top: the first thing that is wrong is told.
fn parse(owner: NewOwner) -> Result<Welcome, WelcomeProblem> {
    if owner.practice.trim().is_empty() {
        return Err(WelcomeProblem::PracticeMissing);
    }
    if owner.name.trim().is_empty() {
        return Err(WelcomeProblem::NameMissing);
    }
    let login = owner.login.parse().map_err(|_| WelcomeProblem::Login)?;
    let password = NewPassword::parse(&owner.password, &login).map_err(|error| match error {
        PasswordError::TooShort => WelcomeProblem::PasswordShort,
        PasswordError::TooLong => WelcomeProblem::PasswordLong,
        PasswordError::Common => WelcomeProblem::PasswordCommon,
    })?;
    if owner.password != owner.again {
        return Err(WelcomeProblem::PasswordsDiffer);
    }
    Ok(Welcome {
        practice: owner.practice,
        name: owner.name,
        login,
        password,
    })
}

fn refused_sign_in(error: SignInError) -> Refused {
    match error {
        SignInError::Wrong => Refused::Wrong,
        SignInError::Wait(Wait { seconds }) => Refused::Wait { seconds },
        SignInError::Internal(error) => broken(error),
    }
}

fn broken(error: impl Into<anyhow::Error>) -> Refused {
    tracing::error!(error = format!("{:#}", error.into()), "server function failed");
    Refused::Broken
}
