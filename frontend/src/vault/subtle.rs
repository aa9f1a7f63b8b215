//! WebCrypto, as far as the vault needs it: every key but those that are being wrapped stays out of reach of scripts.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::Unopened;
use crate::clock;

/// Bytes of a nonce. Random for every encryption: a key seals far fewer things than the 2³² for which that is safe.
const NONCE: usize = 12;
/// Bits of a pair's modulus.
const MODULUS: u32 = 3072;

/// Bytes as they rest: base64.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text64(String);

impl Text64 {
    /// Writes bytes down.
    pub fn of(bytes: &[u8]) -> Self {
        Self(BASE64_STANDARD.encode(bytes))
    }

    /// Reads them.
    pub fn bytes(&self) -> Result<Vec<u8>, Unopened> {
        BASE64_STANDARD.decode(&self.0).map_err(|_| Unopened)
    }
}

/// Bytes under AES-GCM.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Boxed {
    /// Never used twice with one key.
    pub nonce: Text64,
    /// The bytes, with the tag at their end.
    pub bytes: Text64,
}

/// Whether the raw bytes of a key may be taken out again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Grip {
    /// Never.
    Firm,
    /// Only to be wrapped once more.
    ToWrap,
}

/// The browser's WebCrypto.
#[derive(Clone)]
pub struct Subtle(SubtleCrypto);

impl Subtle {
    /// WebCrypto; `None` outside a secure context.
    pub fn of_browser() -> Option<Self> {
        let subtle = web_sys::window()?.crypto().ok()?.subtle();
        (!subtle.is_undefined()).then_some(Self(subtle))
    }

    /// A fresh key for data, which can be wrapped.
    pub async fn fresh_key(&self) -> Result<CryptoKey, Unopened> {
        let made = self
            .0
            .generate_key_with_object(&aes(), true, &usages(&["encrypt", "decrypt"]));
        key(made).await
    }

    /// Encrypts; what `about` says must be said again to decrypt.
    pub async fn seal(&self, with: &CryptoKey, about: &str, plain: &[u8]) -> Result<Boxed, Unopened> {
        let nonce = clock::random::<NONCE>();
        let sealed = self
            .0
            .encrypt_with_object_and_u8_array(&gcm(&nonce, about), with, plain);
        Ok(Boxed {
            nonce: Text64::of(&nonce),
            bytes: Text64::of(&bytes(sealed).await?),
        })
    }

    /// Decrypts what was encrypted with this key, about the same.
    pub async fn unseal(&self, with: &CryptoKey, about: &str, sealed: &Boxed) -> Result<Vec<u8>, Unopened> {
        let algorithm = gcm(&sealed.nonce.bytes()?, about);
        let plain = self
            .0
            .decrypt_with_object_and_u8_array(&algorithm, with, &sealed.bytes.bytes()?);
        bytes(plain).await
    }

    /// The key that wraps others, derived from a share.
    pub async fn opener_of_share(&self, share: &[u8], info: &str) -> Result<CryptoKey, Unopened> {
        let base = self.import("raw", share, &named("HKDF"), "deriveKey").await?;
        let algorithm = with(
            &named("HKDF"),
            &[
                ("hash", "SHA-256".into()),
                ("salt", Uint8Array::new_with_length(0).into()),
                ("info", Uint8Array::from(info.as_bytes()).into()),
            ],
        );
        self.derive(&algorithm, &base).await
    }

    /// The key that wraps a pair, derived from a password. Slow on purpose.
    pub async fn opener_of_password(
        &self,
        password: &str,
        salt: &[u8],
        iterations: u32,
    ) -> Result<CryptoKey, Unopened> {
        let base = self
            .import("raw", password.as_bytes(), &named("PBKDF2"), "deriveKey")
            .await?;
        let algorithm = with(
            &named("PBKDF2"),
            &[
                ("hash", "SHA-256".into()),
                ("salt", Uint8Array::from(salt).into()),
                ("iterations", iterations.into()),
            ],
        );
        self.derive(&algorithm, &base).await
    }

    /// Wraps a key for data.
    pub async fn wrap(&self, key: &CryptoKey, with: &CryptoKey, about: &str) -> Result<Boxed, Unopened> {
        self.wrap_as("raw", key, with, about).await
    }

    /// Unwraps a key for data.
    pub async fn unwrap(
        &self,
        wrapped: &Boxed,
        with: &CryptoKey,
        about: &str,
        grip: Grip,
    ) -> Result<CryptoKey, Unopened> {
        let opener = gcm(&wrapped.nonce.bytes()?, about);
        self.unwrap_data("raw", &wrapped.bytes.bytes()?, with, &opener, grip)
            .await
    }

    /// A fresh pair: to its public half keys are wrapped, with its private half they are unwrapped.
    pub async fn fresh_pair(&self) -> Result<(CryptoKey, CryptoKey), Unopened> {
        let algorithm = with(
            &oaep(),
            &[
                ("modulusLength", MODULUS.into()),
                ("publicExponent", Uint8Array::from([1, 0, 1].as_slice()).into()),
            ],
        );
        let made = self
            .0
            .generate_key_with_object(&algorithm, true, &usages(&["wrapKey", "unwrapKey"]));
        let pair = value(made).await?;
        let half = |name: &str| {
            Reflect::get(&pair, &name.into())
                .ok()
                .and_then(|half| half.dyn_into().ok())
                .ok_or(Unopened)
        };
        Ok((half("publicKey")?, half("privateKey")?))
    }

    /// The public half as it rests, in clear.
    pub async fn write_public(&self, public: &CryptoKey) -> Result<Text64, Unopened> {
        Ok(Text64::of(&bytes(self.0.export_key("spki", public)).await?))
    }

    /// The public half as it rested.
    pub async fn read_public(&self, text: &Text64) -> Result<CryptoKey, Unopened> {
        self.import("spki", &text.bytes()?, &oaep(), "wrapKey").await
    }

    /// Wraps a private half.
    pub async fn wrap_private(
        &self,
        private: &CryptoKey,
        with: &CryptoKey,
        about: &str,
    ) -> Result<Boxed, Unopened> {
        self.wrap_as("pkcs8", private, with, about).await
    }

    /// Unwraps a private half.
    pub async fn unwrap_private(
        &self,
        wrapped: &Boxed,
        with: &CryptoKey,
        about: &str,
    ) -> Result<CryptoKey, Unopened> {
        let opener = gcm(&wrapped.nonce.bytes()?, about);
        let unwrapped = self.0.unwrap_key_with_u8_array_and_object_and_object(
            "pkcs8",
            &wrapped.bytes.bytes()?,
            with,
            &opener,
            &oaep(),
            false,
            &usages(&["unwrapKey"]),
        );
        key(unwrapped).await
    }

    /// Wraps a key for data to a public half.
    pub async fn wrap_to(
        &self,
        key: &CryptoKey,
        public: &CryptoKey,
        about: &str,
    ) -> Result<Text64, Unopened> {
        let wrapped = self.0.wrap_key_with_object("raw", key, public, &labelled(about));
        Ok(Text64::of(&bytes(wrapped).await?))
    }

    /// Unwraps a key for data with a private half.
    pub async fn unwrap_with(
        &self,
        wrapped: &Text64,
        private: &CryptoKey,
        about: &str,
    ) -> Result<CryptoKey, Unopened> {
        self.unwrap_data("raw", &wrapped.bytes()?, private, &labelled(about), Grip::Firm)
            .await
    }

    async fn import(
        &self,
        format: &str,
        data: &[u8],
        algorithm: &Object,
        usage: &str,
    ) -> Result<CryptoKey, Unopened> {
        let data = Uint8Array::from(data);
        let imported = self
            .0
            .import_key_with_object(format, &data, algorithm, false, &usages(&[usage]));
        key(imported).await
    }

    async fn derive(&self, algorithm: &Object, base: &CryptoKey) -> Result<CryptoKey, Unopened> {
        let derived = self.0.derive_key_with_object_and_object(
            algorithm,
            base,
            &aes(),
            false,
            &usages(&["wrapKey", "unwrapKey"]),
        );
        key(derived).await
    }

    async fn wrap_as(
        &self,
        format: &str,
        key: &CryptoKey,
        with: &CryptoKey,
        about: &str,
    ) -> Result<Boxed, Unopened> {
        let nonce = clock::random::<NONCE>();
        let wrapped = self
            .0
            .wrap_key_with_object(format, key, with, &gcm(&nonce, about));
        Ok(Boxed {
            nonce: Text64::of(&nonce),
            bytes: Text64::of(&bytes(wrapped).await?),
        })
    }

    async fn unwrap_data(
        &self,
        format: &str,
        wrapped: &[u8],
        with: &CryptoKey,
        opener: &Object,
        grip: Grip,
    ) -> Result<CryptoKey, Unopened> {
        let unwrapped = self.0.unwrap_key_with_u8_array_and_object_and_object(
            format,
            wrapped,
            with,
            opener,
            &aes(),
            grip == Grip::ToWrap,
            &usages(&["encrypt", "decrypt"]),
        );
        key(unwrapped).await
    }
}

async fn value(promise: Result<Promise, JsValue>) -> Result<JsValue, Unopened> {
    let promise = promise.map_err(|_| Unopened)?;
    JsFuture::from(promise).await.map_err(|_| Unopened)
}

async fn key(promise: Result<Promise, JsValue>) -> Result<CryptoKey, Unopened> {
    value(promise).await?.dyn_into().map_err(|_| Unopened)
}

async fn bytes(promise: Result<Promise, JsValue>) -> Result<Vec<u8>, Unopened> {
    Ok(Uint8Array::new(&value(promise).await?).to_vec())
}

fn usages(names: &[&str]) -> JsValue {
    names
        .iter()
        .map(|name| JsString::from(*name))
        .collect::<Array>()
        .into()
}

fn named(name: &str) -> Object {
    with(&Object::new(), &[("name", name.into())])
}

fn aes() -> Object {
    with(&named("AES-GCM"), &[("length", 256.into())])
}

fn gcm(nonce: &[u8], about: &str) -> Object {
    with(
        &named("AES-GCM"),
        &[
            ("iv", Uint8Array::from(nonce).into()),
            ("additionalData", Uint8Array::from(about.as_bytes()).into()),
        ],
    )
}

fn oaep() -> Object {
    with(&named("RSA-OAEP"), &[("hash", "SHA-256".into())])
}

fn labelled(about: &str) -> Object {
    with(
        &named("RSA-OAEP"),
        &[("label", Uint8Array::from(about.as_bytes()).into())],
    )
}

fn with(object: &Object, fields: &[(&str, JsValue)]) -> Object {
    for (name, value) in fields {
        let set = Reflect::set(object, &(*name).into(), value);
        debug_assert!(set.is_ok(), "a plain object takes a field");
    }
    object.clone()
}
