//! How a chair is called in the parts of a row.

use app_domain::practice::Chair;
use leptos::prelude::*;

/// The name of a chair; nothing where it is gone.
pub(super) fn name_of(chair: Memo<Option<Chair>>) -> impl Fn() -> String + Copy {
    move || {
        chair
            .read()
            .as_ref()
            .map(|chair| chair.name.clone())
            .unwrap_or_default()
    }
}
