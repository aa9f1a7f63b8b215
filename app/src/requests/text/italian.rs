//! Italian words of the requests.

use super::Text;

/// Italian.
pub static IT: Text = Text {
    title: "Richieste",
    new: "Nuova richiesta",
    late: "In ritardo",
    today: "Entro oggi",
    later: "Più avanti",
    solved_today: "Risolte oggi",
    delays: "Pagamenti da rimandare: decidi tu",
    asked: "Da concedere: decidi tu",
    none: "Nessuna richiesta",
    none_note: "Quello che i pazienti chiedono compare qui, con un nome e un’ora.",
    whose: "Quali richieste",
    whose_options: ["Tutte", "Mie", "Di nessuno"],
    in_person: "di persona",
    came: |came, answer, who, when| {
        format!("Arrivata: {came} · risposta: {answer} · scritta da {who}, {when}")
    },
    has_it: |who, passages, word| {
        let said = if word.is_empty() {
            String::new()
        } else {
            format!(": «{word}»")
        };
        format!("In carico a {who}{passages}{said}")
    },
    passages: |count| match count {
        0 => String::new(),
        1 => " (1 passaggio)".to_owned(),
        count => format!(" ({count} passaggi)"),
    },
    was_due: |first, count| match count {
        1 => format!("Prima promessa: {first}"),
        count => format!("Prima promessa: {first}, poi spostata {count} volte"),
    },
    was_reopened: |who, when, why| format!("Riaperta da {who}, {when}: «{why}»"),
    solved_by: |who, when, words| {
        let said = if words.is_empty() {
            String::new()
        } else {
            format!(": «{words}»")
        };
        format!("Risolta da {who}, {when}{said}")
    },
    take: "Prendo in carico",
    solve: "Risolta…",
    hand_over: "Passa a…",
    other_hour: "Altra ora…",
    reopen: "Riapri…",
    solve_words: "Cosa hai fatto o risposto (se serve)",
    solve_now: "Segna risolta",
    reopen_why: "Perché la riapri",
    reopen_now: "Riapri",
    word: "Due parole per chi la prende (se servono)",
    another_hour: "Un’altra ora",
    promise: "Prometti",
    past: "Scegli un’ora che deve ancora venire.",
    missing: "Scrivi che cosa chiede.",
    told_solved: "Richiesta risolta.",
    told_handed_over: |who| format!("Richiesta passata a {who}."),
    told_written: "Richiesta scritta: tutti la vedono con la sua ora.",
    for_whom: "Chi chiede",
    asks: "Che cosa chiede",
    came_by: "Come è arrivata",
    answer_by: "Come vuole la risposta",
    due: "Entro quando gli rispondiamo",
    mine: "Ci penso io",
    write: "Scrivi la richiesta",
    asks_delay: |day, who, when| format!("Chiede di rimandare il pagamento a {day} · {who}, {when}"),
    delay_words: "Parole per il paziente (se servono)",
    grant: "Concedi",
    deny: "Non concedere",
    told_delay: [
        "Concesso: fino a quel giorno non lo si chiama per questo.",
        "Non concesso: torna nella lista di chi chiama.",
    ],
    refused: "Le richieste sono per chi le segue",
    refused_text: "Qui lavora chi parla con i pazienti.",
    to_agenda: "Vai all’agenda",
};
