//! The agenda: a day, a week or a month.

use app_sync::presence::LookingAt;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_params_map};

use super::agenda_address::{Shown, monday, path, shown};
use super::agenda_navigation::AgendaNavigation;
use super::agenda_view_choice::AgendaViewChoice;
use super::appointment_dialog::AppointmentDialog;
use super::away_link::AwayLink;
use super::booking::{BookButton, BookingDialog, OpenBooking};
use super::choices::Choices;
use super::columns_choice::ColumnsChoice;
use super::day_board::DayBoard;
use super::drag_turn::PageTurn;
use super::month_board::MonthBoard;
use super::move_draft::MoveDrafts;
use super::open_appointment::OpenAppointment;
use super::part_choice::PartChoice;
use super::print_button::PrintButton;
use super::side_panel::SidePanel;
use super::side_toggle::SideToggle;
use super::tray::Tray;
use super::week_board::WeekBoard;
use crate::layout::TopBar;
use crate::port::{DayView, Reach};
use crate::presence::Watchers;
use crate::text::{Text, capitalised, text};
use crate::workspace::expect_workspace;

/// What the address names of the agenda, or what was looked at last.
#[component]
pub fn AgendaPage() -> impl IntoView {
    let workspace = expect_workspace();
    let choices = Choices::expect();
    let shown = shown_by_address(choices);
    let (reach, day) = (
        Memo::new(move |_| shown.read().reach),
        Memo::new(move |_| shown.read().day),
    );
    let go = go_callback(choices);
    let open = OpenAppointment::provide();
    MoveDrafts::provide();
    Tray::provide(day, open);
    let go_to_day = Callback::new(move |day| {
        go.run(Shown {
            day,
            ..shown.get_untracked()
        });
    });
    PageTurn::provide(day, go_to_day);
    let booking = OpenBooking::provide();
    let side = RwSignal::new(false);
    let words = move || text(workspace.language().get());
    let columns = choices.columns();
    let by_chair = move || reach.get() == Reach::Day && columns.get() == DayView::Chairs;
    view! {
        <TopBar
            title=Signal::derive(move || heading(words(), shown.get()))
            short_title=Signal::derive(move || short_heading(words(), shown.get()))
        >
            <AgendaNavigation shown go=go_to_day />
            <BookButton />
            <AgendaViewChoice reach go=move |reach| go.run(Shown { reach, ..shown.get_untracked() }) />
            <Show when=move || reach.get() == Reach::Day fallback=PartChoice>
                <Show when=by_chair>
                    <ColumnsChoice />
                </Show>
                <PrintButton />
                <Watchers looking_at=Signal::derive(move || LookingAt::Day { day: day.get() }) />
            </Show>
            <SideToggle open=side />
            <AwayLink day />
        </TopBar>
        {move || match reach.get() {
            Reach::Day => view! { <DayBoard day /> }.into_any(),
            Reach::Week => view! { <WeekBoard day /> }.into_any(),
            Reach::Month => view! { <MonthBoard day /> }.into_any(),
        }}
        <SidePanel open=side />
        <For each=move || open.get() key=|id| *id children=|id| view! { <AppointmentDialog id /> } />
        <For each=move || booking.get() key=|visit| *visit children=move |visit| view! { <BookingDialog visit day /> } />
    }
}

/// What the address shows. It says so itself, also where it was left to what was looked at last.
fn shown_by_address(choices: Choices) -> Memo<Shown> {
    let workspace = expect_workspace();
    let params = use_params_map();
    let (today, last) = (workspace.today(), choices.reach());
    let first = Memo::new(move |_| params.read().get("view"));
    let shown = Memo::new(move |_| {
        let second = params.read().get("day");
        shown(
            first.read().as_deref(),
            second.as_deref(),
            last.get(),
            today.get(),
        )
    });
    let navigate = use_navigate();
    let query = use_location().search;
    Effect::new(move || {
        let shown = shown.get();
        choices.set_reach(shown.reach);
        if first.read().is_none() && shown.reach != Reach::Day {
            let options = NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            };
            // What the address asks for besides, a window to be opened, goes with it.
            let to = path(shown.reach, shown.day, shown.day);
            let query = query.get_untracked();
            match query.trim_start_matches('?') {
                "" => navigate(&to, options),
                asked => navigate(&format!("{to}?{asked}"), options),
            }
        }
    });
    shown
}

/// Goes to what is to be shown.
fn go_callback(choices: Choices) -> Callback<Shown> {
    let today = expect_workspace().today();
    let navigate = use_navigate();
    Callback::new(move |to: Shown| {
        choices.set_reach(to.reach);
        let options = NavigateOptions {
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&path(to.reach, to.day, today.get_untracked()), options);
    })
}

/// "Lunedì 23 novembre", "Settimana dal 23 novembre", "Novembre 2026".
fn heading(text: &Text, shown: Shown) -> String {
    match shown.reach {
        Reach::Day => text.day_heading(shown.day),
        Reach::Week => capitalised(&text.week_of(monday(shown.day))),
        Reach::Month => capitalised(&text.month_of(shown.day)),
    }
}

/// The same where there is little room.
fn short_heading(text: &Text, shown: Shown) -> String {
    let short: fn(&Text, Date) -> String = match shown.reach {
        Reach::Day => Text::day_short,
        Reach::Week => |text, day| text.days_of_week(monday(day)),
        Reach::Month => Text::month_short_of,
    };
    capitalised(&short(text, shown.day))
}
