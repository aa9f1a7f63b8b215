//! Italian words of the frame.

use super::Text;

/// Italian.
pub static IT: Text = Text {
    skip: "Vai al contenuto",
    navigation: "Sezioni",
    agenda: "Agenda",
    calls: "Chiamate",
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
        ("T", "vai a oggi"),
        ("←", "giorno prima"),
        ("→", "giorno dopo"),
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
    memory_only: "Questo browser non conserva nulla: se chiudi la pagina prima dell’invio, le modifiche si perdono.",
    loading: "Carico l’agenda e le chiamate…",
    unreachable: "Il server non risponde",
    unreachable_text: "Su questo dispositivo non c’è ancora nulla da mostrare. Controlla la rete e riprova: \
                       nessun appuntamento è andato perso.",
    lost: "Questa pagina non c’è",
    lost_text: "L’indirizzo è sbagliato o la pagina è stata spostata.",
    to_agenda: "Vai all’agenda",
    calls_refused: "Le chiamate non sono per questo ruolo",
    calls_refused_text: "Con il ruolo con cui lavori adesso l’elenco delle chiamate non si vede.",
};
