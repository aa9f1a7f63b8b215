//! Words of booking: the window of a new visit, the finder, series and families.

/// Words of booking.
pub struct BookingText {
    /// The button that opens the window.
    pub open: &'static str,
    /// Heading.
    pub title: &'static str,
    /// Label of the patient's field.
    pub who: &'static str,
    /// Chooses another patient.
    pub other: &'static str,
    /// Label of what the visit is for.
    pub kind: &'static str,
    /// Label of a note.
    pub note: &'static str,
    /// Books it.
    pub submit: &'static str,
    /// Books it in spite of what is in the way.
    pub submit_anyway: &'static str,
    /// Books so many.
    pub submit_all: fn(usize) -> String,
    /// It was booked: name, moment.
    pub booked: fn(&str, &str) -> String,
    /// So many were booked, for names.
    pub booked_all: fn(usize, &str) -> String,
    /// Opens the finder's filters.
    pub filters: &'static str,
    /// With whom a place is looked for.
    pub with: &'static str,
    /// Anybody of the same profession.
    pub with_anybody: &'static str,
    /// Days of the week.
    pub days: &'static str,
    /// Parts of the day.
    pub parts: &'static str,
    /// The chair that was chosen.
    pub chosen_chair: &'static str,
    /// Any chair.
    pub any_chair: &'static str,
    /// Label of the plan of which the visit is a step.
    pub plan: &'static str,
    /// The visit is of no plan.
    pub no_plan: &'static str,
    /// A plan without a title: its number, and the day on which it was presented.
    pub nameless_plan: fn(usize, Option<&str>) -> String,
    /// Label of the days after the last step.
    pub gap: &'static str,
    /// Not before a day: so many days after the last step.
    pub not_before: fn(&str, u16) -> String,
    /// Keeps the times with the patient.
    pub remember: &'static str,
    /// What the patient has said of times.
    pub suits: fn(&str) -> String,
    /// Opens the series.
    pub repeat: &'static str,
    /// Label: every so many weeks.
    pub every: &'static str,
    /// No repetition.
    pub once: &'static str,
    /// Every so many weeks.
    pub weeks: fn(u16) -> String,
    /// Label: how many times.
    pub times: &'static str,
    /// A visit of a series stands as planned.
    pub as_planned: &'static str,
    /// A visit of a series stands elsewhere: why.
    pub elsewhere: fn(&str) -> String,
    /// A visit of a series finds no place: why.
    pub no_place: fn(&str) -> String,
    /// Opens the family.
    pub family: &'static str,
    /// A member of the family finds no place near by.
    pub nobody_free: &'static str,
}

pub(super) const ITALIAN: BookingText = BookingText {
    open: "Prenota",
    title: "Nuova visita",
    who: "Paziente",
    other: "Cambia",
    kind: "Per",
    note: "Nota",
    submit: "Fissa la visita",
    submit_anyway: "Fissa comunque",
    submit_all: |count| format!("Fissa {count} visite"),
    booked: |name, moment| format!("{name}: fissato {moment}"),
    booked_all: |count, names| format!("{names}: fissate {count} visite"),
    filters: "Cerca altri posti",
    with: "Con",
    with_anybody: "chiunque sia libero",
    days: "Giorni",
    parts: "Parte del giorno",
    chosen_chair: "solo la poltrona scelta",
    any_chair: "qualunque poltrona",
    plan: "Ciclo di cure",
    no_plan: "nessuno",
    nameless_plan: |number, day| match day {
        Some(day) => format!("Ciclo {number}, presentato {day}"),
        None => format!("Ciclo {number}"),
    },
    gap: "Almeno giorni dopo l’ultima seduta del ciclo",
    not_before: |day, days| match days {
        0 => format!("Non prima di {day}, quando è l’ultima seduta"),
        1 => format!("Non prima di {day}: 1 giorno dopo l’ultima seduta"),
        days => format!("Non prima di {day}: {days} giorni dopo l’ultima seduta"),
    },
    remember: "Ricorda questi orari per il paziente",
    suits: |times| format!("Al paziente va bene: {times}"),
    repeat: "Ripeti",
    every: "Ogni",
    once: "una volta sola",
    weeks: |weeks| {
        if weeks == 1 {
            "settimana".to_owned()
        } else {
            format!("{weeks} settimane")
        }
    },
    times: "In tutto",
    as_planned: "libero",
    elsewhere: |why| format!("il posto più vicino · {why}"),
    no_place: |why| format!("nessun posto in quella settimana · {why}"),
    family: "Insieme alla famiglia",
    nobody_free: "nessun posto entro due ore",
};

pub(super) const ENGLISH: BookingText = BookingText {
    open: "Book",
    title: "New visit",
    who: "Patient",
    other: "Change",
    kind: "For",
    note: "Note",
    submit: "Book the visit",
    submit_anyway: "Book it all the same",
    submit_all: |count| format!("Book {count} visits"),
    booked: |name, moment| format!("{name}: booked {moment}"),
    booked_all: |count, names| format!("{names}: {count} visits booked"),
    filters: "Look for other places",
    with: "With",
    with_anybody: "whoever is free",
    days: "Days",
    parts: "Part of the day",
    chosen_chair: "only the chosen chair",
    any_chair: "any chair",
    plan: "Plan of care",
    no_plan: "none",
    nameless_plan: |number, day| match day {
        Some(day) => format!("Plan {number}, presented {day}"),
        None => format!("Plan {number}"),
    },
    gap: "At least days after the last visit of the plan",
    not_before: |day, days| match days {
        0 => format!("Not before {day}, when the last visit is"),
        1 => format!("Not before {day}: 1 day after the last visit"),
        days => format!("Not before {day}: {days} days after the last visit"),
    },
    remember: "Remember these times for the patient",
    suits: |times| format!("Suits the patient: {times}"),
    repeat: "Repeat",
    every: "Every",
    once: "only once",
    weeks: |weeks| {
        if weeks == 1 {
            "week".to_owned()
        } else {
            format!("{weeks} weeks")
        }
    },
    times: "In all",
    as_planned: "free",
    elsewhere: |why| format!("the nearest place · {why}"),
    no_place: |why| format!("no place in that week · {why}"),
    family: "Together with the family",
    nobody_free: "no place within two hours",
};
