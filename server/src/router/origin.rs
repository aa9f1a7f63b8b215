//! Requests that change something, and sockets, come from our own pages only.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::error::HttpError;
use crate::session::Transport;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses what other sites send, and names that do not belong to this server.
pub(super) async fn check(
    State(transport): State<Transport>,
    request: Request,
    next: Next,
) -> Result<Response, HttpError> {
    let host = host(&request).unwrap_or_default().to_owned();
    if transport == Transport::Loopback && !is_this_machine(&host) {
        return Err(HttpError::ForeignOrigin);
    }
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let upgrades = request.headers().contains_key(header::UPGRADE);
    if (!safe || upgrades) && !is_ours(request.headers(), &host, transport) {
        return Err(HttpError::ForeignOrigin);
    }
    Ok(next.run(request).await)
}

fn host(request: &Request) -> Option<&str> {
    let header = request
        .headers()
        .get(header::HOST)
        .and_then(|value| value.to_str().ok());
    header.or_else(|| request.uri().authority().map(|authority| authority.as_str()))
}

/// Without TLS the server is for this machine. A page of another site whose name is made to lead here (DNS rebinding)
/// comes with that name.
fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost"
        || address
            .parse::<std::net::IpAddr>()
            .is_ok_and(|ip| ip.is_loopback())
}

/// Whether the browser says that one of our own pages sent this. Every browser of today says it in `Sec-Fetch-Site`; the
/// form of a page that sends no referrer has the origin `null`, which by itself proves nothing. Silence is no proof either.
fn is_ours(headers: &HeaderMap, host: &str, transport: Transport) -> bool {
    let site = headers.get(SEC_FETCH_SITE);
    let origin = headers
        .get(header::ORIGIN)
        .filter(|origin| origin.as_bytes() != b"null");
    let site_is_ours = site.is_none_or(|site| site == "same-origin");
    let origin_is_ours = origin.is_none_or(|origin| is_own(origin, host, transport));
    (site.is_some() || origin.is_some()) && site_is_ours && origin_is_ours
}

fn is_own(origin: &HeaderValue, host: &str, transport: Transport) -> bool {
    let scheme = match transport {
        Transport::Loopback => "http://",
        Transport::Tls => "https://",
    };
    origin
        .to_str()
        .ok()
        .and_then(|origin| origin.strip_prefix(scheme))
        .is_some_and(|own| own == host)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOST: &str = "127.0.0.1:3000";

    fn ours(headers: &[(HeaderName, &'static str)]) -> bool {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.clone(), HeaderValue::from_static(value)));
        is_ours(&headers.collect(), HOST, Transport::Loopback)
    }

    #[test]
    fn our_own_pages_are_known_by_origin_or_by_the_browsers_word() {
        assert!(ours(&[(header::ORIGIN, "http://127.0.0.1:3000")]));
        assert!(ours(&[(SEC_FETCH_SITE, "same-origin")]));
        assert!(ours(&[(header::ORIGIN, "null"), (SEC_FETCH_SITE, "same-origin")]));
        assert!(ours(&[
            (header::ORIGIN, "http://127.0.0.1:3000"),
            (SEC_FETCH_SITE, "same-origin")
        ]));
    }

    #[test]
    fn what_proves_nothing_or_the_contrary_is_not_ours() {
        assert!(!ours(&[]));
        assert!(!ours(&[(header::ORIGIN, "null")]));
        assert!(!ours(&[(header::ORIGIN, "https://127.0.0.1:3000")]));
        assert!(!ours(&[(header::ORIGIN, "http://127.0.0.1:4000")]));
        assert!(!ours(&[(header::ORIGIN, "http://127.0.0.1:3000.evil.example")]));
        assert!(!ours(&[(SEC_FETCH_SITE, "same-site")]));
        assert!(!ours(&[(SEC_FETCH_SITE, "cross-site")]));
        assert!(!ours(&[(SEC_FETCH_SITE, "none")]));
        assert!(!ours(&[
            (header::ORIGIN, "http://127.0.0.1:3000"),
            (SEC_FETCH_SITE, "cross-site")
        ]));
        assert!(!ours(&[
            (header::ORIGIN, "http://evil.example"),
            (SEC_FETCH_SITE, "same-origin")
        ]));
    }

    #[test]
    fn without_tls_only_names_of_this_machine_lead_here() {
        for name in [
            "localhost",
            "localhost:3000",
            "127.0.0.1:3000",
            "127.0.0.9",
            "[::1]:3000",
            "[::1]",
        ] {
            assert!(is_this_machine(name), "{name}");
        }
        for name in [
            "",
            "evil.example",
            "evil.example:3000",
            "localhost.evil.example",
            "192.168.1.4:3000",
            "127.0.0.1.evil",
        ] {
            assert!(!is_this_machine(name), "{name}");
        }
    }
}
