//! Cursors are opaque to devices: they must not count what their user may not see.

use crate::project::ViewClass;
use crate::server::LogEpoch;
use crate::wire::Cursor;

/// What a cursor stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Position {
    /// In which log.
    pub epoch: LogEpoch,
    /// Read by which class of viewers.
    pub class: ViewClass,
    /// Up to which step.
    pub seq: u64,
}

/// How the server seals positions. The machine gives the key; the core never sees inside a cursor.
pub trait CursorSeal {
    /// The cursor of a position.
    fn seal(&self, position: Position) -> Cursor;

    /// The position of a cursor that this server has sealed; `None` for anything else.
    fn open(&self, cursor: &Cursor) -> Option<Position>;
}
