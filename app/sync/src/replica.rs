//! Being written: `Replica`, a set of rows with the indexes that rules look them up by.
