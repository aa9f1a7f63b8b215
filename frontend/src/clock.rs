//! The only clock and the only source of randomness in the browser.

use app_domain::time::Instant;
use uuid::{Builder, Uuid};

/// The device's clock, not corrected.
#[expect(clippy::disallowed_methods, reason = "this is the browser's one clock")]
pub fn now() -> Instant {
    // A double holds every millisecond of the next 280,000 years.
    Instant(js_sys::Date::now() as i64)
}

/// A fresh identity: UUID version 7.
pub fn new_id() -> Uuid {
    let millis = u64::try_from(now().0).unwrap_or_default();
    Builder::from_unix_timestamp_millis(millis, &random()).into_uuid()
}

/// Random bytes.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto
        .expect("every browser that runs WebAssembly has crypto")
        .get_random_values_with_u8_array(&mut bytes)
        .expect("fewer than 65,536 bytes are asked for");
    bytes
}
