//! The screens (`app`): compiled to WebAssembly for the signed-in app and to native code for the public pages.
