//! Free places of the agenda.
