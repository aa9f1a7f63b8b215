//! The parts that screens are made of: small, on native elements, without knowledge of patients or of the workspace.
//!
//! Each part has its sheet in `style/ui/`. Events and attributes are put on a part as on an element
//! (`<Button on:click=… attr:aria-label=…>`).

mod avatar;
mod banner;
mod button;
mod chip;
mod dialog;
mod field;
pub mod html;
mod icon;
mod kbd;
mod kind_colour;
mod mark;
mod menu;
mod modal;
mod refused;
mod segmented;
mod select;
mod situation;
mod tag;
mod toast;
mod tone;

pub use avatar::{Avatar, AvatarSize, initials};
pub use banner::Banner;
pub use button::{Button, ButtonKind, ButtonLook, ButtonSize, IconButton};
pub use chip::Chip;
pub use dialog::{Dialog, DialogShape};
pub use field::Field;
pub use icon::{Glyph, Icon, icon_html};
pub use kbd::Kbd;
pub use kind_colour::kind_class;
pub use mark::Mark;
pub use menu::{Menu, MenuGroup};
pub use modal::modal;
pub use refused::Refused;
pub use segmented::Segmented;
pub use select::Select;
pub use situation::{EmptyState, FailedState, LoadingState, LockedState, NotAllowed, OfflineState};
pub use tag::Tag;
pub use toast::{Toast, ToastStack, Toasts, Undo, expect_toasts};
pub use tone::Tone;
