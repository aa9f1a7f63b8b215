//! Short questions to the server.

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Request, RequestCredentials, RequestInit, Response};

/// Milliseconds after which nobody is there: a person waits for the answer before anything is shown.
const PATIENCE: u32 = 4_000;

/// Asks, with the fields of a form if there are any; the answer's status and text, or nothing in time.
pub async fn ask(method: &str, path: &str, form: Option<&str>) -> Result<(u16, String), JsValue> {
    // A password takes the server a while.
    let patience = if form.is_some() { 4 * PATIENCE } else { PATIENCE };
    let form = form.map(|form| (form, "application/x-www-form-urlencoded"));
    send(method, path, form, patience).await
}

/// `body` is a text with its type.
async fn send(
    method: &str,
    path: &str,
    body: Option<(&str, &str)>,
    patience: u32,
) -> Result<(u16, String), JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    if !window.navigator().on_line() {
        return Err(JsValue::UNDEFINED);
    }
    let stop = AbortController::new()?;
    let init = RequestInit::new();
    init.set_method(method);
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_signal(Some(&stop.signal()));
    if let Some((body, _)) = body {
        init.set_body(&body.into());
    }
    let request = Request::new_with_str_and_init(path, &init)?;
    let headers = request.headers();
    headers.set("accept", "application/json")?;
    if let Some((_, kind)) = body {
        headers.set("content-type", kind)?;
    }
    let _late = Timeout::new(patience, move || stop.abort());
    let response: Response = JsFuture::from(window.fetch_with_request(&request))
        .await?
        .dyn_into()?;
    let text = JsFuture::from(response.text()?).await?;
    Ok((response.status(), text.as_string().unwrap_or_default()))
}

/// Posts a JSON text; the answer's status and text, or nothing in time.
pub async fn post_json(path: &str, body: &str) -> Result<(u16, String), JsValue> {
    send("POST", path, Some((body, "application/json")), PATIENCE).await
}

/// One field of a form.
pub fn field(name: &str, value: &str) -> String {
    format!("{name}={}", String::from(js_sys::encode_uri_component(value)))
}
