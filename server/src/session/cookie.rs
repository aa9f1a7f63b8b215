//! The cookie that holds the secret of a session.

use tower_sessions::SessionManagerLayer;
use tower_sessions::cookie::SameSite;

use super::Keep;

/// Gives every request its [`tower_sessions::Session`], and every response its cookie.
pub type CookieLayer = SessionManagerLayer<Keep>;

/// How browsers reach the server.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Transport {
    /// Plain http, on this machine only.
    Loopback,
    /// https.
    Tls,
}

impl Transport {
    /// Name of the cookie. A name with `__Host-` is for this host alone, and only where the cookie is `Secure`; Safari
    /// does not take such a cookie over http, not even from this machine itself.
    pub const fn cookie_name(self) -> &'static str {
        match self {
            Self::Loopback => "richiamo",
            Self::Tls => "__Host-richiamo",
        }
    }
}

/// The layer that reads and writes the cookie: no script sees it, no other site sends it, and it goes when the browser is
/// closed. Over https it is never sent in clear.
pub fn cookie_layer(keep: Keep, transport: Transport) -> CookieLayer {
    SessionManagerLayer::new(keep)
        .with_name(transport.cookie_name())
        .with_http_only(true)
        .with_same_site(SameSite::Strict)
        .with_secure(transport == Transport::Tls)
        .with_path("/")
}
