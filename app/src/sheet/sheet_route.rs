//! `/pazienti/<patient>`: the lasting address of a sheet.

use app_domain::id::PatientId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_params_map;

use super::sheet_path;

/// Leads to today's agenda with the sheet above it.
#[component]
pub fn SheetRoute() -> impl IntoView {
    let named = use_params_map().with_untracked(|params| params.get("patient"));
    let patient = named.and_then(|id| id.parse::<PatientId>().ok());
    let path = patient.map_or_else(|| "/agenda".to_owned(), |id| sheet_path("/agenda", id));
    view! { <Redirect path=path options=NavigateOptions { replace: true, ..NavigateOptions::default() } /> }
}
