//! Italian words of the questions.

use super::Text;

/// Italian.
pub static IT: Text = Text {
    title: "Domande",
    open: "Aspettano una risposta",
    none: "Nessuna domanda",
    none_note: "Le domande di chi telefona ai pazienti compaiono qui.",
    answered_today: "Risposte di oggi",
    at_risk: "A rischio e non raggiunti",
    at_risk_note: "Tuoi pazienti con un rischio aperto che nessuno riesce a sentire, o che non vanno chiamati.",
    declined: "Non vogliono proseguire",
    declined_note: "L’hanno detto in una chiamata: per questo motivo non li richiama più nessuno.",
    said_to: |about, who, when| match who {
        "" => format!("{about} · {when}"),
        who => format!("{about} · scritto da {who}, {when}"),
    },
    risk_stays: "Il rischio clinico resta aperto.",
    seen: "Visto",
    until: |when| format!("entro {when}"),
    asked: |about, who, when| format!("{about} · chiesto da {who}, {when}"),
    no_words: "Chi ha chiamato non ha aggiunto altro.",
    say: "Parole da dire al paziente (se servono)",
    answers: ["Venga oggi", "Rassicurare", "Alla prossima visita", "Chiamo io"],
    sent: [
        "Risposta inviata: è in cima alla lista di chi chiama.",
        "Risposta inviata: è in cima alla lista di chi chiama.",
        "Risposta inviata: è in cima alla lista di chi chiama.",
        "Lo chiami tu: per oggi nessun altro lo cerca per questo.",
    ],
    told: |who, hour, advice, words| {
        let words = if words.is_empty() {
            String::new()
        } else {
            format!(" «{words}»")
        };
        format!("{who}, {hour}: {advice}.{words}")
    },
    refused: "Le domande sono per chi cura",
    refused_text: "Qui rispondono odontoiatri e igienisti.",
    to_agenda: "Vai all’agenda",
};
