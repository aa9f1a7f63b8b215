//! Gzip, by the browser: Chromium takes no more than ten megabytes of localStorage to the disk in an hour.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableWritablePair, Response};

// `web-sys` counts them as unstable.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

const GZIP: &str = "gzip";

/// Packs bytes; fails where the browser cannot.
pub async fn pack(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    through(bytes, CompressionStream::new(GZIP)?.unchecked_ref()).await
}

/// Unpacks them.
pub async fn unpack(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    through(bytes, DecompressionStream::new(GZIP)?.unchecked_ref()).await
}

async fn through(bytes: &[u8], stream: &ReadableWritablePair) -> Result<Vec<u8>, JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let stream = blob.stream().pipe_through(stream);
    let all = Response::new_with_opt_readable_stream(Some(&stream))?.array_buffer()?;
    Ok(Uint8Array::new(&JsFuture::from(all).await?).to_vec())
}
