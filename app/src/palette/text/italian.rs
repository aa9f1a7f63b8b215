//! Italian words of the palette.

use super::{Actions, Text};

/// Italian.
pub static IT: Text = Text {
    open: "Cerca (Ctrl K)",
    title: "Cerca pazienti, giorni, comandi",
    placeholder: "Nome, telefono, data di nascita, giorno…",
    results: "Risultati",
    days: "Giorni",
    patients: "Pazienti",
    recent: "Aperti da poco",
    people: "Persone dello studio",
    things_to_do: "Comandi",
    born: |born| format!("n. {born}"),
    away: |days| match days {
        days if days > 0 => format!("fra {days} giorni"),
        days => format!("{} giorni fa", -days),
    },
    nothing_to_open: "nulla da aprire adesso",
    found: |rows, patients, more| {
        let rows = match rows {
            0 => return "Nessun risultato".to_owned(),
            1 => "1 risultato".to_owned(),
            rows => format!("{rows} risultati"),
        };
        match (patients, more) {
            (0, 0) => rows,
            (1, 0) => format!("{rows}, 1 paziente"),
            (patients, 0) => format!("{rows}, {patients} pazienti"),
            (patients, more) => format!("{rows}, {patients} pazienti e altri {more}"),
        }
    },
    more: |more| {
        if more == 1 {
            "Un altro paziente: scrivi ancora qualche lettera".to_owned()
        } else {
            format!("Altri {more} pazienti: scrivi ancora qualche lettera")
        }
    },
    asking: "Cerco…",
    nothing: "Nessun risultato. Prova con una parte del cognome, il telefono o la data di nascita.",
    offline: "Senza rete: solo ciò che è su questo dispositivo.",
    offline_with_tax_code: "Senza rete: solo ciò che è su questo dispositivo; il codice fiscale si cerca solo con la rete.",
    silent: "Il server non ha risposto: solo ciò che è su questo dispositivo.",
    to_select: "scegli",
    to_open: "apri",
    to_shut: "chiudi",
    actions: Actions {
        today: ("Agenda di oggi", "giornata appuntamenti today"),
        week: ("Settimana", "vista settimanale week"),
        month: ("Mese", "vista mensile pienezza month"),
        book: ("Prenota una visita", "nuovo appuntamento fissa book"),
        requests: ("Richieste dei pazienti", "prendere in carico risposte requests"),
        absences: (
            "Assenze e giorni chiusi",
            "ferie malattia chiusura studio absences",
        ),
        setup: ("Impostazioni dello studio", "poltrone orari tipi di visita setup"),
        calls: ("Chiamate da fare", "elenco richiami telefonate calls"),
        outbox: (
            "Modifiche di questo dispositivo",
            "da inviare rivedere in attesa outbox",
        ),
        hide_names: ("Nascondi i nomi", "privacy iniziali hide"),
        show_names: ("Mostra i nomi", "privacy iniziali show"),
        print: ("Stampa il giorno", "carta foglio print"),
        by_chair: ("Giorno per poltrona", "colonne vista poltrone chair"),
        by_clinician: ("Giorno per operatore", "colonne vista operatori clinician"),
        light: ("Aspetto chiaro", "tema giorno light"),
        dark: ("Aspetto scuro", "tema notte dark"),
        auto: ("Aspetto come il dispositivo", "tema automatico auto"),
        italian: ("Italiano", "lingua italian language"),
        english: ("English", "lingua inglese language"),
        shortcuts: ("Tasti rapidi", "tastiera scorciatoie aiuto keys"),
        sign_out: ("Esci", "uscita logout disconnetti"),
    },
};
