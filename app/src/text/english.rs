//! English.

use app_domain::agenda::{AppointmentKind, DayPart};
use app_domain::calls::{RecallType, RiskCategory};
use app_domain::patient::Channel;
use app_domain::role::Role;

use super::Text;

/// English words.
pub static EN: Text = Text {
    lang: "en",
    weekdays: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    day_part: |part| match part {
        DayPart::Morning => "morning",
        DayPart::Afternoon => "afternoon",
        DayPart::Evening => "after 5 pm",
    },
    weekdays_short: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    months_short: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    role,
    kind,
    channel,
    risk,
    check: |check| match check {
        RecallType::OrthodonticCheck => "Orthodontic check",
        RecallType::ImplantCheck => "Implant check",
        RecallType::DentureCheck => "Denture check",
    },
    spoken: super::spoken::english,
    age: |years| {
        if years == 1 {
            "1 year old".to_owned()
        } else {
            format!("{years} years old")
        }
    },
    days: |days| {
        if days == 1 {
            "1 day".to_owned()
        } else {
            format!("{days} days")
        }
    },
    hours_and_minutes,
    edit: "Change",
    save: "Save",
    cancel: "Cancel",
    close: "Close",
    undo: "Undo",
    go_on: "Go on",
    back: "Back",
    retry: "Try again",
    yes: "Yes",
    no: "No",
    today: "Today",
    tomorrow: "Tomorrow",
    yesterday: "Yesterday",
    now: "now",
    week: "week",
    day: "Day",
    in_one_hour: "In 1 hour",
    in_two_hours: "In 2 hours",
    hour: "Time",
    duration: "Length",
    chair: "Chair",
    clinician: "Clinician",
    patient: "Patient",
    reason: "Reason",
    note: "Note",
};

fn role(role: Role) -> &'static str {
    match role {
        Role::FrontDesk => "Front desk",
        Role::RemoteSecretary => "Remote secretary",
        Role::CaseManager => "Case manager",
        Role::OfficeManager => "Office manager",
        Role::Dentist => "Dentist",
        Role::Hygienist => "Hygienist",
        Role::Owner => "Owner",
    }
}

fn kind(kind: AppointmentKind) -> &'static str {
    match kind {
        AppointmentKind::Hygiene => "Hygiene",
        AppointmentKind::Examination => "Examination",
        AppointmentKind::Restorative => "Restorative",
        AppointmentKind::Endodontics => "Endodontics",
        AppointmentKind::Prosthetics => "Prosthetics",
        AppointmentKind::Implant => "Implant",
        AppointmentKind::Orthodontics => "Orthodontics",
        AppointmentKind::Surgery => "Surgery",
        AppointmentKind::Checkup => "Check-up",
    }
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "Phone",
        Channel::WhatsApp => "WhatsApp",
        Channel::Sms => "SMS",
        Channel::Email => "E-mail",
    }
}

fn risk(category: RiskCategory) -> &'static str {
    match category {
        RiskCategory::ExtendedProvisional => "extended provisional",
        RiskCategory::FixedOrthodontics => "fixed orthodontics",
        RiskCategory::ImmediateLoadProvisional => "provisional on an immediately loaded implant",
        RiskCategory::DentureJustDelivered => "denture just delivered",
        RiskCategory::RetreatmentWithoutCore => "root canal retreatment, core not built",
    }
}

fn hours_and_minutes(hours: i64, minutes: i64) -> String {
    match (hours, minutes) {
        (0, 1) => "1 minute".to_owned(),
        (0, minutes) => format!("{minutes} minutes"),
        (1, 0) => "1 hour".to_owned(),
        (1, minutes) => format!("1 hour {minutes}"),
        (hours, 0) => format!("{hours} hours"),
        (hours, minutes) => format!("{hours} hours {minutes}"),
    }
}
