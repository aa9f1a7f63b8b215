//! The site: what the browser loads, built into `target/site` by `scripts/site.sh` and embedded into a release binary.

use std::borrow::Cow;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};
use serde::Deserialize;

use crate::error::HttpError;

/// The files. A debug build reads them from the disk each time; a release build carries them. Without a built site there
/// are none, and the server says so.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../target/site"]
#[allow_missing = true]
struct Files;

/// The page that every address of the app answers with: the same bytes for everybody, so that no cache knows anything.
const SHELL: &str = "index.html";
/// Files whose name tells their content.
const HASHED: &str = "pkg/";

/// The names of the files whose name tells their content.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Assets {
    /// The style sheet.
    pub css: Option<String>,
}

/// The names as the last build wrote them; none without a built site.
pub fn assets() -> Assets {
    let file = Files::get("assets.json");
    file.and_then(|file| serde_json::from_slice(&file.data).ok())
        .unwrap_or_default()
}

/// A file of the site, or the shell for an address of the app.
///
/// # Errors
/// [`HttpError::NotFound`] where there is neither.
pub fn answer(path: &str, asked: &HeaderMap) -> Result<Response, HttpError> {
    let path = path.trim_start_matches('/');
    let is_file = !path.is_empty() && !path.ends_with(".br") && path != "assets.json";
    match is_file.then(|| Files::get(path)).flatten() {
        Some(file) => Ok(serve(path, file, asked)),
        // An address of the app has no dot in its last part; a missing file is missing.
        None if path.starts_with(HASHED) || path.rsplit('/').next().unwrap_or_default().contains('.') => {
            Err(HttpError::NotFound)
        }
        None => Ok(shell(asked)),
    }
}

fn shell(asked: &HeaderMap) -> Response {
    match Files::get(SHELL) {
        Some(file) => serve(SHELL, file, asked),
        None => (
            StatusCode::SERVICE_UNAVAILABLE,
            "Il sito non è stato costruito: scripts/site.sh\nThe site is not built: scripts/site.sh\n",
        )
            .into_response(),
    }
}

fn serve(path: &str, file: EmbeddedFile, asked: &HeaderMap) -> Response {
    let tag = etag(&file);
    let compressed = accepts_brotli(asked)
        .then(|| Files::get(&format!("{path}.br")))
        .flatten();
    let mut response = if asked.get(header::IF_NONE_MATCH).is_some_and(|known| known == tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else if let Some(compressed) = compressed {
        let mut response = Response::new(body(compressed.data));
        response
            .headers_mut()
            .insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        response
    } else {
        Response::new(body(file.data))
    };
    let headers = response.headers_mut();
    headers.insert(header::ETAG, tag);
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(cache_control(path)),
    );
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(path)));
    response
}

/// A name that tells the content is good for ever; everything else is asked for again each time, and mostly not sent.
fn cache_control(path: &str) -> &'static str {
    if path.starts_with(HASHED) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => mime_guess::from_path(path)
            .first_raw()
            .unwrap_or("application/octet-stream"),
    }
}

fn body(data: Cow<'static, [u8]>) -> Body {
    match data {
        Cow::Borrowed(bytes) => Body::from(bytes),
        Cow::Owned(bytes) => Body::from(bytes),
    }
}

fn etag(file: &EmbeddedFile) -> HeaderValue {
    let hash = file.metadata.sha256_hash();
    let short = hash
        .iter()
        .take(12)
        .fold(0_u128, |sum, byte| sum << 8 | u128::from(*byte));
    HeaderValue::from_str(&format!("\"{short:024x}\"")).expect("hexadecimal digits fit into a header")
}

fn accepts_brotli(asked: &HeaderMap) -> bool {
    let encodings = asked
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok());
    encodings.flat_map(|value| value.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("br") && !parts.any(|part| part == "q=0" || part == "q=0.0")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepting(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))])
    }

    #[test]
    fn brotli_goes_only_to_those_who_take_it() {
        assert!(accepts_brotli(&accepting("gzip, deflate, br, zstd")));
        assert!(accepts_brotli(&accepting("br;q=0.5")));
        assert!(!accepts_brotli(&accepting("gzip")));
        assert!(!accepts_brotli(&accepting("br;q=0, gzip")));
        assert!(!accepts_brotli(&HeaderMap::new()));
    }

    #[test]
    fn only_names_that_tell_their_content_are_kept_without_asking() {
        assert!(cache_control("pkg/richiamo.0123.css").contains("immutable"));
        assert_eq!(cache_control("sw.js"), "no-cache");
        assert_eq!(cache_control("index.html"), "no-cache");
    }

    #[test]
    fn a_program_is_served_as_what_browsers_run() {
        assert_eq!(content_type("pkg/a.wasm"), "application/wasm");
        assert_eq!(content_type("pkg/a.js"), "text/javascript; charset=utf-8");
        assert_eq!(content_type("manifest.webmanifest"), "application/manifest+json");
        assert_eq!(content_type("icons/icon.svg"), "image/svg+xml");
    }

    #[test]
    fn a_missing_file_is_not_the_app() {
        assert!(matches!(
            answer("/pkg/gone.js", &HeaderMap::new()),
            Err(HttpError::NotFound)
        ));
        assert!(matches!(
            answer("/favicon.ico", &HeaderMap::new()),
            Err(HttpError::NotFound)
        ));
        assert!(matches!(
            answer("/pkg/richiamo", &HeaderMap::new()),
            Err(HttpError::NotFound)
        ));
        assert!(matches!(
            answer("/../Cargo.toml", &HeaderMap::new()),
            Err(HttpError::NotFound)
        ));
    }
}
