//! Who is signed in: the session of a request, how long it lasts, and how it ends.

use app_domain::id::{MemberId, PracticeId};
use app_domain::practice::Member;
use app_domain::role::{Actor, Role};
use app_sync::wire::Viewer;
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use tokio::sync::broadcast;

use crate::clock::Clock;
use crate::error::HttpError;

/// Names a session: the hash of the secret in the cookie. Safe to keep, to log and to compare; the secret itself is kept nowhere.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SessionId(String);

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
    /// Who looks, as the wire says it.
    pub fn viewer(&self) -> Viewer {
        Viewer { practice: self.practice, member: self.member.clone(), role: self.actor.role }
    }
}

/// What happened to a session while its sockets are open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SessionEvent {
    /// It is over: close its sockets.
    Ended(SessionId),
    /// Its person works in another role from now on.
    RoleTaken(SessionId, Role),
}

/// The live sessions. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Sessions {
    clock: Clock,
    events: broadcast::Sender<SessionEvent>,
}

impl Sessions {
    /// The person of a session, unless it is over. Asked for every request, and for a socket at every batch and every 30 s.
    ///
    /// Being asked counts as activity: a page holds a socket only while it is in front (hidden for five minutes closes it).
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn still_valid(&self, session: &SessionId) -> Result<Option<SignedIn>, HttpError> {
        let _ = (session, self.clock.now());
        Ok(None)
    }

    /// End a session, and close its sockets.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end(&self, session: &SessionId) -> Result<(), HttpError> {
        let _ = self.events.send(SessionEvent::Ended(session.clone()));
        Ok(())
    }

    /// End every session of a person.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_all_of(&self, member: MemberId) -> Result<(), HttpError> {
        let _ = member;
        Ok(())
    }

    /// Work in another role from now on.
    ///
    /// # Errors
    /// [`HttpError::NotFound`] for a role that the person does not hold; or when the database does not answer.
    pub async fn take_role(&self, signed_in: &SignedIn, role: Role) -> Result<(), HttpError> {
        let _ = self.events.send(SessionEvent::RoleTaken(signed_in.session.clone(), role));
        Ok(())
    }

    /// What happens to sessions from now on, for those who hold sockets.
    pub fn events(&self) -> broadcast::Receiver<SessionEvent> {
        self.events.subscribe()
    }
}

impl<S> FromRequestParts<S> for SignedIn
where
    S: Send + Sync,
    Sessions: FromRef<S>,
{
    type Rejection = HttpError;

    async fn from_request_parts(_parts: &mut Parts, _state: &S) -> Result<Self, HttpError> {
        Err(HttpError::SignedOut)
    }
}
