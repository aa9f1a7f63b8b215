//! Being written: the server core.
