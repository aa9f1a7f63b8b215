//! Who offers views of the call list to everybody, and who takes them back.

use super::{Entity, Write, grant};
use crate::calls::SharedView;
use crate::role::{Actor, Role};

/// Whether the role offers its views of the call list to others: who calls does.
pub const fn shares_views(role: Role) -> bool {
    !matches!(grant(role, Entity::Calls).write, Write::Nothing)
}

/// Who shared a view takes it back; the office manager does for who has left.
pub fn may_strike_view(actor: &Actor, view: &SharedView) -> bool {
    view.by == actor.member || actor.role == Role::OfficeManager
}
