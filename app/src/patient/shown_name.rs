//! A patient's name, as far as the counter may see it.

use app_domain::patient::Patient;

use crate::port::Names;
use crate::ui::initials;

/// The name in full, or initials where names are hidden.
pub fn shown_name(patient: &Patient, names: Names) -> String {
    let full = patient.full_name();
    match names {
        Names::Shown => full,
        Names::Hidden => initials(&full)
            .chars()
            .map(|letter| format!("{letter}."))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

/// How names are shown now, from [`crate::workspace::Workspace::names_hidden`].
pub const fn name_for(hidden: bool) -> Names {
    if hidden { Names::Hidden } else { Names::Shown }
}
