//! Whose sheet is open: kept in the address, so that "back" shuts it and it can be linked to.

use app_domain::id::PatientId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};

use super::patient_sheet::PatientSheet;

/// The name in the address.
const QUERY: &str = "paziente";

/// The address of a page with a patient's sheet above it.
pub fn sheet_path(page: &str, patient: PatientId) -> String {
    format!("{page}?{QUERY}={patient}")
}

/// The sheet that the address names, above the page.
#[component]
pub fn Sheet() -> impl IntoView {
    let query = use_query_map();
    let path = use_location().pathname;
    let navigate = use_navigate();
    let patient = Memo::new(move |_| {
        query
            .read()
            .get(QUERY)
            .and_then(|id| id.parse::<PatientId>().ok())
    });
    let close = Callback::new(move |()| {
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&path.get_untracked(), options);
    });
    view! {
        <For
            each=move || patient.get()
            key=|patient| *patient
            children=move |patient| view! { <PatientSheet patient on_close=close /> }
        />
    }
}
