//! The agenda of a day.

use app_sync::presence::LookingAt;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::appointment_dialog::AppointmentDialog;
use super::away_link::AwayLink;
use super::day_board::DayBoard;
use super::day_navigation::DayNavigation;
use super::day_view_choice::DayViewChoice;
use super::move_draft::MoveDrafts;
use super::open_appointment::OpenAppointment;
use super::print_button::PrintButton;
use super::side_panel::SidePanel;
use crate::layout::TopBar;
use crate::presence::Watchers;
use crate::text::{capitalised, text};
use crate::workspace::expect_workspace;

/// The agenda of the day in the address, or of today.
#[component]
pub fn AgendaPage() -> impl IntoView {
    let workspace = expect_workspace();
    let params = use_params_map();
    let today = workspace.today();
    let day = Memo::new(move |_| {
        let named = params.read().get("day").and_then(|day| day.parse::<Date>().ok());
        named.unwrap_or_else(|| today.get())
    });
    let open = OpenAppointment::provide();
    MoveDrafts::provide();
    let words = move || text(workspace.language().get());
    view! {
        <TopBar
            title=Signal::derive(move || words().day_heading(day.get()))
            short_title=Signal::derive(move || capitalised(&words().day_short(day.get())))
        >
            <DayNavigation day />
            <DayViewChoice />
            <PrintButton />
            <AwayLink day />
            <Watchers looking_at=Signal::derive(move || LookingAt::Day { day: day.get() }) />
        </TopBar>
        <DayBoard day />
        <SidePanel />
        <For each=move || open.get() key=|id| *id children=|id| view! { <AppointmentDialog id /> } />
    }
}
