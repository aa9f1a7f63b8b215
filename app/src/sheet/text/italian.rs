//! Italian words of the patient's sheet.

use super::Text;

/// Italian.
pub static IT: Text = Text {
    title: "Scheda del paziente",
    why: "Perché chiamare",
    no_reason: "Nessun motivo di chiamata adesso.",
    held: "non adesso",
    request: "Nuova richiesta",
    to_call: "Apri la chiamata",
    book: "Prenota",
    recall: super::recall::ITALIAN,
    risk: super::risk::ITALIAN,
    coming: "Appuntamenti",
    past: "Negli ultimi giorni",
    no_visit: "Nessun appuntamento da oggi in poi.",
    booked: "prenotato",
    confirmed: "confermato",
    asks_to_move: "chiede di spostare",
    arrived: "in attesa",
    in_chair: "in poltrona",
    done: "fatto",
    missed: "non venuto",
    called_off: "disdetto",
    born: |born| format!("n. {born}"),
    code: |code| format!("codice {code}"),
    elsewhere: "Non ha appuntamenti in questi giorni né motivi di chiamata: su questo dispositivo c’è solo ciò che vedi qui, finché la scheda è aperta.",
    asking: "Chiedo al server…",
    nobody: "Questo paziente non c’è",
    nobody_text: "L’indirizzo è sbagliato, o è di un altro studio.",
    not_here: "Serve la rete per questa scheda",
    not_here_text: "Su questo dispositivo ci sono i pazienti di questi giorni e quelli da chiamare. Appena torna la rete la scheda si apre da sola.",
    payments: super::payments::ITALIAN,
    statement: super::statement::ITALIAN,
};
