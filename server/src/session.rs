//! Who is signed in: the session of a request, how long it lasts, and how it ends.
//!
//! The browser holds a random secret in a cookie; the database holds its hash, the person and the active role. Nobody has
//! a session without being signed in. Times are the server's clock's, so that the cookie itself never says when it ends.

mod cookie;
mod keep;
mod shares;

use app_domain::id::{MemberId, PracticeId};
use app_domain::practice::Member;
use app_domain::role::{Actor, Role};
use app_domain::time::Instant;
use app_sync::wire::Viewer;
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use tokio::sync::broadcast;
use tower_sessions::Session;
use tower_sessions::session::Id;

use crate::accounts::hash_of;
use crate::clock::Clock;
use crate::error::HttpError;
use crate::store::Store;
use crate::store::accounts::SessionRow;

pub use cookie::{CookieLayer, Transport, cookie_layer};
pub use keep::Keep;
pub use shares::Shares;

/// A session without a sign of life for this long is over, in minutes. The screen locks earlier.
pub const IDLE_MINUTES: i64 = 15;
/// A session that began this long ago is over, in minutes: twelve hours.
pub const LONGEST_MINUTES: i64 = 12 * 60;
/// Signs of life are written down at most this often, in milliseconds.
const SEEN_EVERY: i64 = 60_000;
/// Events that a slow listener may lag behind before it misses some; it then asks [`Sessions::still_valid`].
const EVENTS: usize = 256;

/// Names a session: the hash of the secret in the cookie. Safe to keep, to log and to compare; the secret itself is kept nowhere.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SessionId(String);

impl SessionId {
    fn of(secret: Id) -> Self {
        Self(hash_of(&secret.to_string()))
    }

    /// One that no cookie has.
    #[cfg(test)]
    pub(crate) fn for_tests(name: &str) -> Self {
        Self(name.to_owned())
    }
}

impl core::fmt::Display for SessionId {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A person with a live session: proof for every signed-in route, taken as an argument of its handler.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The session.
    pub session: SessionId,
    /// The practice.
    pub practice: PracticeId,
    /// The person.
    pub member: Member,
    /// The person in the active role.
    pub actor: Actor,
}

impl SignedIn {
    fn new(session: SessionId, row: SessionRow) -> Self {
        let SessionRow {
            practice,
            member,
            role,
            ..
        } = row;
        let actor = Actor {
            member: member.id,
            role,
            clinician: member.clinician,
        };
        Self {
            session,
            practice,
            member,
            actor,
        }
    }

    /// Who looks, as the wire says it.
    pub fn viewer(&self) -> Viewer {
        Viewer {
            practice: self.practice,
            member: self.member.clone(),
            role: self.actor.role,
        }
    }
}

/// A person who has just shown who they are, and in which role they begin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entering {
    /// The practice.
    pub practice: PracticeId,
    /// The person.
    pub member: MemberId,
    /// The role.
    pub role: Role,
}

/// What happened to a session while its sockets are open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SessionEvent {
    /// It is over: close its sockets.
    Ended(SessionId),
    /// Every session of a person is over: close their sockets.
    EndedAllOf(MemberId),
    /// Its person works in another role from now on.
    RoleTaken(SessionId, Role),
}

impl SessionEvent {
    /// Whether it is about this session of this person.
    pub fn is_about(&self, session: &SessionId, member: MemberId) -> bool {
        match self {
            Self::Ended(of) | Self::RoleTaken(of, _) => of == session,
            Self::EndedAllOf(of) => *of == member,
        }
    }
}

/// The live sessions. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Sessions {
    store: Store,
    clock: Clock,
    events: broadcast::Sender<SessionEvent>,
}

impl Sessions {
    /// The sessions kept in a store.
    pub fn new(store: Store, clock: Clock) -> Self {
        Self {
            store,
            clock,
            events: broadcast::Sender::new(EVENTS),
        }
    }

    /// The person of a session, unless it is over. Asked for every request, and for a socket at every batch and every 30 s.
    ///
    /// Being asked counts as a sign of life. So an open socket keeps its session: a page holds one only while it is in
    /// front (hidden for five minutes closes it), and an agenda that hangs at the front desk must not sign itself out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn still_valid(&self, session: &SessionId) -> Result<Option<SignedIn>, HttpError> {
        let row = self
            .store
            .session(&session.0)
            .await
            .map_err(HttpError::internal)?;
        let now = self.clock.now();
        let Some(row) = row.filter(|row| is_live(row, now)) else {
            return Ok(None);
        };
        if now.0.saturating_sub(row.seen.0) >= SEEN_EVERY {
            self.store
                .see_session(&session.0, now)
                .await
                .map_err(HttpError::internal)?;
        }
        Ok(Some(SignedIn::new(session.clone(), row)))
    }

    /// The person of a request's cookie.
    ///
    /// # Errors
    /// [`HttpError::SignedOut`] where there is none; or when the database does not answer.
    pub async fn signed_in(&self, cookie: &Session) -> Result<SignedIn, HttpError> {
        let secret = cookie.id().ok_or(HttpError::SignedOut)?;
        self.still_valid(&SessionId::of(secret))
            .await?
            .ok_or(HttpError::SignedOut)
    }

    /// Signs a person in: the browser gets a new secret, whatever it held before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn enter(&self, cookie: &Session, entering: Entering) -> Result<(), HttpError> {
        if let Some(before) = cookie.id() {
            self.end(&SessionId::of(before)).await?;
        }
        keep::enter(cookie, entering).await.map_err(HttpError::internal)?;
        tracing::info!(member = %entering.member, "signed in");
        Ok(())
    }

    /// Signs the person of a request out, if anybody is signed in.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn leave(&self, cookie: &Session) -> Result<(), HttpError> {
        let Some(secret) = cookie.id() else { return Ok(()) };
        cookie.flush().await.map_err(HttpError::internal)?;
        self.announce(SessionEvent::Ended(SessionId::of(secret)));
        Ok(())
    }

    /// Ends a session and closes its sockets.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end(&self, session: &SessionId) -> Result<(), HttpError> {
        self.store
            .delete_session(&session.0)
            .await
            .map_err(HttpError::internal)?;
        self.announce(SessionEvent::Ended(session.clone()));
        Ok(())
    }

    /// Works in another role from now on.
    ///
    /// # Errors
    /// [`HttpError::NotFound`] for a role that the person does not hold; or when the database does not answer.
    pub async fn take_role(&self, signed_in: &SignedIn, role: Role) -> Result<(), HttpError> {
        if !signed_in.member.roles.contains(&role) {
            return Err(HttpError::NotFound);
        }
        if signed_in.actor.role == role {
            return Ok(());
        }
        self.store
            .set_session_role(&signed_in.session.0, role)
            .await
            .map_err(HttpError::internal)?;
        self.announce(SessionEvent::RoleTaken(signed_in.session.clone(), role));
        tracing::info!(member = %signed_in.member.id, role = role.code(), "role taken");
        Ok(())
    }

    /// Drops what is left of sessions that are over.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sweep(&self) -> anyhow::Result<u64> {
        let now = self.clock.now();
        let idle = now.plus_minutes(-IDLE_MINUTES);
        Ok(self
            .store
            .delete_old_sessions(idle, now.plus_minutes(-LONGEST_MINUTES))
            .await?)
    }

    /// What happens to sessions from now on, for those who hold sockets.
    pub fn events(&self) -> broadcast::Receiver<SessionEvent> {
        self.events.subscribe()
    }

    /// Tells those who hold sockets that a person's sessions are gone from the database.
    pub(crate) fn announce_end_of(&self, member: MemberId) {
        self.announce(SessionEvent::EndedAllOf(member));
    }

    fn announce(&self, event: SessionEvent) {
        // Nobody listens where no socket is open.
        let _ = self.events.send(event);
    }
}

fn is_live(row: &SessionRow, now: Instant) -> bool {
    now < row.seen.plus_minutes(IDLE_MINUTES) && now < row.started.plus_minutes(LONGEST_MINUTES)
}

impl<S> FromRequestParts<S> for SignedIn
where
    S: Send + Sync,
    Sessions: FromRef<S>,
{
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, HttpError> {
        let cookie = parts.extensions.get::<Session>();
        let cookie = cookie.ok_or_else(|| HttpError::internal(anyhow::anyhow!("no session layer")))?;
        Sessions::from_ref(state).signed_in(cookie).await
    }
}
