//! Italian words of the frame.

use super::Text;
use crate::port::PasswordProblem;

/// Italian.
pub static IT: Text = Text {
    skip: "Vai al contenuto",
    navigation: "Sezioni",
    agenda: "Agenda",
    calls: "Chiamate",
    requests: "Richieste",
    questions: "Domande",
    to_answer: |count| {
        if count == 1 {
            "1 aspetta una risposta".to_owned()
        } else {
            format!("{count} aspettano una risposta")
        }
    },
    settings: "Studio",
    to_call: |count| {
        if count == 1 {
            "1 da chiamare".to_owned()
        } else {
            format!("{count} da chiamare")
        }
    },
    hide_names: "Nascondi i nomi",
    show_names: "Mostra i nomi",
    person: |name| format!("{name}: ruolo, lingua, uscita"),
    role: "Lavori come",
    role_needs_network: "Per cambiare ruolo serve la rete.",
    language: "Lingua",
    theme: "Aspetto",
    theme_auto: "Automatico",
    theme_light: "Chiaro",
    theme_dark: "Scuro",
    shortcuts: "Tasti rapidi",
    keys: [
        ("Ctrl/⌘ K", "cerca un paziente, un giorno, un comando"),
        ("T", "vai a oggi"),
        ("←", "giorno, settimana o mese prima"),
        ("→", "giorno, settimana o mese dopo"),
        ("G", "vista del giorno"),
        ("S", "vista della settimana"),
        ("M", "vista del mese"),
        ("N", "nuova visita; nelle chiamate, chi viene dopo"),
        (
            "⇧ ← ↑ ↓ →",
            "prendi e sposta la visita scelta; + e − la allungano, Pag↑ e Pag↓ la portano a un altro giorno, Invio la lascia, Esc la rimette dov’era",
        ),
        ("J", "chiamata seguente"),
        ("K", "chiamata precedente"),
        ("?", "questi tasti"),
    ],
    sign_out: "Esci",
    sign_out_question: "Uscire adesso?",
    sign_out_unsent: |count| {
        let what = if count == 1 {
            "1 modifica non è ancora inviata".to_owned()
        } else {
            format!("{count} modifiche non sono ancora inviate")
        };
        format!("{what}. Restano su questo dispositivo e partono quando rientri con il tuo nome.")
    },
    sign_out_anyway: "Esci lo stesso",
    upgrade: "È pronta una nuova versione di Richiamo.",
    upgrade_now: "Aggiorna",
    loading: "Carico l’agenda e le chiamate…",
    unreachable: "Il server non risponde",
    unreachable_text: "Su questo dispositivo non c’è ancora nulla da mostrare. Controlla la rete e riprova: \
                       nessun appuntamento è andato perso.",
    sealed: "Serve la rete per riaprire la giornata",
    sealed_text: |waiting| {
        let then = "L’agenda e le chiamate si riaprono da sole appena torna la rete.";
        match waiting {
            0 => then.to_owned(),
            1 => format!("{then} 1 modifica è al sicuro su questo dispositivo e parte allora."),
            waiting => {
                format!("{then} {waiting} modifiche sono al sicuro su questo dispositivo e partono allora.")
            }
        }
    },
    locked: "Apri la giornata con la tua password",
    locked_text: |waiting| {
        let why = "Non c’è rete, ma questo dispositivo è solo tuo: con la password continui da dove eri.";
        match waiting {
            0 => why.to_owned(),
            1 => format!("{why} 1 modifica è al sicuro qui."),
            waiting => format!("{why} {waiting} modifiche sono al sicuro qui."),
        }
    },
    open: "Apri",
    device: "Questo dispositivo",
    device_shared: "Questo dispositivo è solo mio…",
    device_personal: "È solo tuo: senza rete si apre con la tua password.",
    device_release: "Non è più solo mio",
    device_question: "Questo dispositivo è solo tuo?",
    device_text: "Se lo usi solo tu, la tua password può riaprire la giornata anche senza rete. Non farlo su un tablet condiviso.",
    device_confirm: "È solo mio",
    password: "La tua password",
    password_checking: "Controllo…",
    password_problem: |problem| match problem {
        PasswordProblem::Wrong => "La password non è corretta. Riprova.".to_owned(),
        PasswordProblem::Wait { seconds: 1 } => "Troppi tentativi. Riprova fra un secondo.".to_owned(),
        PasswordProblem::Wait { seconds } => format!("Troppi tentativi. Riprova fra {seconds} secondi."),
        PasswordProblem::NoNetwork => "Per questo serve la rete. Riprova quando torna.".to_owned(),
        PasswordProblem::Broken => {
            "Non è andata a buon fine: su questo dispositivo non è cambiato nulla.".to_owned()
        }
    },
    lost: "Questa pagina non c’è",
    lost_text: "L’indirizzo è sbagliato o la pagina è stata spostata.",
    to_agenda: "Vai all’agenda",
    calls_refused: "Le chiamate non sono per questo ruolo",
    calls_refused_text: "Con il ruolo con cui lavori adesso l’elenco delle chiamate non si vede.",
};
