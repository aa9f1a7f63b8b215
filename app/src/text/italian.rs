//! Italiano.

use app_domain::agenda::{AppointmentKind, DayPart};
use app_domain::calls::{RecallType, RiskCategory};
use app_domain::patient::Channel;
use app_domain::role::Role;

use super::Text;

/// Italian words.
pub static IT: Text = Text {
    lang: "it",
    weekdays: [
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
    ],
    day_part: |part| match part {
        DayPart::Morning => "mattina",
        DayPart::Afternoon => "pomeriggio",
        DayPart::Evening => "dopo le 17",
    },
    weekdays_short: ["lun", "mar", "mer", "gio", "ven", "sab", "dom"],
    months: [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    months_short: [
        "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
    ],
    role,
    kind,
    channel,
    risk,
    check: |check| match check {
        RecallType::OrthodonticCheck => "Controllo ortodontico",
        RecallType::ImplantCheck => "Controllo impianti",
        RecallType::DentureCheck => "Controllo protesi",
    },
    spoken: super::spoken::italian,
    age: |years| {
        if years == 1 {
            "1 anno".to_owned()
        } else {
            format!("{years} anni")
        }
    },
    days: |days| {
        if days == 1 {
            "1 giorno".to_owned()
        } else {
            format!("{days} giorni")
        }
    },
    hours_and_minutes,
    edit: "Modifica",
    save: "Salva",
    cancel: "Annulla",
    close: "Chiudi",
    undo: "Annulla",
    go_on: "Avanti",
    back: "Indietro",
    retry: "Riprova",
    yes: "Sì",
    no: "No",
    today: "Oggi",
    tomorrow: "Domani",
    yesterday: "Ieri",
    now: "adesso",
    week: "settimana",
    day: "Giorno",
    in_one_hour: "Tra 1 ora",
    in_two_hours: "Tra 2 ore",
    hour: "Ora",
    duration: "Durata",
    chair: "Poltrona",
    clinician: "Operatore",
    patient: "Paziente",
    reason: "Motivo",
    note: "Nota",
};

fn role(role: Role) -> &'static str {
    match role {
        Role::FrontDesk => "Segreteria",
        Role::RemoteSecretary => "Segreteria remota",
        Role::CaseManager => "Case manager",
        Role::OfficeManager => "Office manager",
        Role::Dentist => "Odontoiatra",
        Role::Hygienist => "Igienista",
        Role::Owner => "Titolare",
    }
}

fn kind(kind: AppointmentKind) -> &'static str {
    match kind {
        AppointmentKind::Hygiene => "Igiene",
        AppointmentKind::Examination => "Visita",
        AppointmentKind::Restorative => "Conservativa",
        AppointmentKind::Endodontics => "Endodonzia",
        AppointmentKind::Prosthetics => "Protesi",
        AppointmentKind::Implant => "Impianto",
        AppointmentKind::Orthodontics => "Ortodonzia",
        AppointmentKind::Surgery => "Chirurgia",
        AppointmentKind::Checkup => "Controllo",
    }
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "Telefono",
        Channel::WhatsApp => "WhatsApp",
        Channel::Sms => "SMS",
        Channel::Email => "E-mail",
    }
}

fn risk(category: RiskCategory) -> &'static str {
    match category {
        RiskCategory::ExtendedProvisional => "provvisorio esteso",
        RiskCategory::FixedOrthodontics => "ortodonzia fissa",
        RiskCategory::ImmediateLoadProvisional => "provvisorio a carico immediato",
        RiskCategory::DentureJustDelivered => "protesi mobile appena consegnata",
        RiskCategory::RetreatmentWithoutCore => "ritrattamento senza ricostruzione",
    }
}

fn hours_and_minutes(hours: i64, minutes: i64) -> String {
    match (hours, minutes) {
        (0, 1) => "1 minuto".to_owned(),
        (0, minutes) => format!("{minutes} minuti"),
        (1, 0) => "1 ora".to_owned(),
        (1, minutes) => format!("1 ora e {minutes}"),
        (hours, 0) => format!("{hours} ore"),
        (hours, minutes) => format!("{hours} ore e {minutes}"),
    }
}
