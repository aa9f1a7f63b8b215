//! Being written: what a class of viewers sees of a row.
