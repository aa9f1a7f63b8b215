//! The palette: patients, people, days and commands, by typing a part of their name. `Ctrl K` everywhere.

pub mod text;

mod action;
mod choose;
mod entries;
mod entry;
mod entry_row;
mod open_palette;
mod palette_button;
mod palette_dialog;
mod palette_foot;
mod palette_list;
mod palette_state;
mod people;
mod reveal;

pub use open_palette::OpenPalette;
pub use palette_button::PaletteButton;
pub use palette_dialog::Palette;
