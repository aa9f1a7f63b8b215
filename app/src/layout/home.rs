//! Where the day begins.

use app_domain::role::Role;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Redirect;

use crate::workspace::expect_workspace;

/// Leads to what the role needs in the first five seconds.
#[component]
pub fn Home() -> impl IntoView {
    let role = expect_workspace().actor().map(|actor| actor.role);
    let path = if role == Some(Role::RemoteSecretary) {
        "/chiamate"
    } else {
        "/agenda"
    };
    view! { <Redirect path=path options=NavigateOptions { replace: true, ..NavigateOptions::default() } /> }
}
