//! The one error that a request can end in.
//!
//! What went wrong inside is logged and never told; a thing that one may not know of is "not found", like one that is not there.

use std::borrow::Cow;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Why a request is not answered with what was asked for.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// There is no such thing, or the person may not know of it.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, or the session is over.
    #[error("signed out")]
    SignedOut,
    /// The request came from another site.
    #[error("from another site")]
    ForeignOrigin,
    /// The person may know of it, but not do this.
    #[error("not allowed")]
    NotAllowed,
    /// The request does not say what it must; the text tells what to do.
    #[error("{0}")]
    BadRequest(Cow<'static, str>),
    /// The body is larger than anything that is asked for there.
    #[error("too large")]
    TooLarge,
    /// Too many tries; try again after this many seconds.
    #[error("too many tries, wait {0} s")]
    TooMany(u32),
    /// The server cannot answer now, but will.
    #[error("not available now")]
    Unavailable,
    /// Something inside is broken. Logged, never told.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

impl HttpError {
    /// What a request is told that does not say what it must.
    pub fn bad_request(message: impl Into<Cow<'static, str>>) -> Self {
        Self::BadRequest(message.into())
    }

    /// An error from inside, to be logged and not told.
    pub fn internal(error: impl Into<anyhow::Error>) -> Self {
        Self::Internal(error.into())
    }

    /// The status line.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::ForeignOrigin | Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The word by which a program tells errors apart.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::SignedOut => "signed_out",
            Self::ForeignOrigin => "foreign_origin",
            Self::NotAllowed => "not_allowed",
            Self::BadRequest(_) => "bad_request",
            Self::TooLarge => "too_large",
            Self::TooMany(_) => "too_many",
            Self::Unavailable => "unavailable",
            Self::Internal(_) => "internal",
        }
    }
}

impl IntoResponse for HttpError {
    fn into_response(self) -> Response {
        let mut body = serde_json::json!({ "error": self.code() });
        match &self {
            Self::Internal(error) => tracing::error!(error = format!("{error:#}"), "request failed"),
            Self::BadRequest(message) => body["message"] = message.as_ref().into(),
            _ => {}
        }
        let mut response = (self.status(), Json(body)).into_response();
        if let Self::TooMany(seconds) = self {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
