//! Italian words of the agenda.

use app_domain::agenda::Mark;
use app_domain::calendar::NationalHoliday;

use super::{DayText, DialogText, EndingText, MoveText, SideText, Text};

/// Italian.
pub static IT: Text = Text {
    common: &crate::text::IT,
    day: DAY,
    side: SIDE,
    dialog: DIALOG,
    moving: MOVING,
    ending: ENDING,
    to_confirm: "da confermare",
    asked: "chiesto",
    confirmed: "confermato",
    asks_to_move: "chiede di spostare",
    expected: |hour| format!("arriva {hour}"),
    overdue: |minutes| format!("ritardo {minutes}"),
    unmarked: "non segnato",
    arrived: "arrivato",
    waiting: |minutes| format!("attende {minutes}"),
    in_chair: |minutes| format!("in poltrona {minutes}"),
    done: |at| at.map_or_else(|| "finito".to_owned(), |at| format!("finito {at}")),
    left: |at| at.map_or_else(|| "uscito".to_owned(), |at| format!("uscita {at}")),
    missed: "assente",
    called_off: "disdetto",
    displaced: "da ricollocare",
    risk: "rischio clinico",
    owed: "importo da saldare",
    promise: "promessa di richiamare",
    earlier: "se si libera prima",
    saving: "salvataggio in corso",
    writing: "in scrittura su questo dispositivo",
    unkept: "non conservato: vive solo in questa pagina finché non parte",
    kept: "tenuto su questo dispositivo",
    needs_you: "da risolvere",
    unknown: "Paziente non visibile",
    mark_arrival: |name| format!("Segna l’arrivo: {name}"),
    marked,
    confirmation_set: |name| format!("Risposta segnata: {name}"),
    moved: |name, moment| format!("{name}: spostato a {moment}"),
    cancelled: |name| format!("Disdetto: {name}"),
    corrected: |name| format!("Corretto: {name}"),
    earlier_set: |name| format!("Verrebbe prima: {name}"),
    earlier_unset: |name| format!("Non aspetta più un posto prima: {name}"),
};

const DAY: DayText = DayText {
    region: |day| format!("Agenda di {day}"),
    previous: "Giorno prima",
    next: "Giorno dopo",
    choose: "Scegli un giorno",
    none: "Nessun appuntamento",
    shut: |weekday| format!("Di {weekday} lo studio non lavora"),
    shut_text: "Nessuna poltrona ha un orario in questo giorno, e non c’è nessun appuntamento.",
    closed: |reason| format!("Chiuso: {reason}"),
    closed_text: "In questo giorno non c’è nessun appuntamento.",
    beyond: "Questo giorno non è sul dispositivo",
    beyond_text: |day| {
        format!(
            "Qui ci sono gli appuntamenti dal {day} in poi. Quelli di prima restano nell’archivio dello studio."
        )
    },
    holiday,
    print: "Stampa il giorno",
    columns: "Colonne",
    by_chair: "Poltrone",
    by_clinician: "Operatori",
    to_today: "Torna a oggi",
    notes: "Note del giorno",
    note_by: |who, when| format!("{who}, {when}"),
    add_note: "Aggiungi una nota del giorno",
    new_note: "Nota del giorno",
    note_hint: "Per tutti: niente di clinico, niente sui pazienti",
    keep_note: "Aggiungi",
    strike_note: |note| format!("Cancella la nota: {note}"),
    note_struck: "Nota cancellata",
    away_link: "Assenze e chiusure",
    away_title: "Assenti in questo giorno",
    away: "assente",
    now: |hour| format!("Sono le {hour}"),
};

const SIDE: SideText = SideText {
    region: "A colpo d’occhio",
    waiting: "In sala d’attesa",
    wait: "attesa",
    nobody_waits: "Nessuno in attesa",
    displaced: "Da ricollocare",
    none_displaced: "Niente da ricollocare",
    earlier: "Appena si libera",
    none_earlier: "Nessuno ha chiesto di venire prima",
    more: |count| format!("e altri {count}"),
    legend: "Segni",
};

const DIALOG: DialogText = DialogText {
    gone: "Appuntamento non più visibile",
    gone_text: "È stato tolto, o è fuori dai giorni di questo dispositivo.",
    step,
    undo,
    confirm: "Conferma",
    unconfirm: "Togli la conferma",
    asks_to_move: "Chiede di spostare",
    move_it: "Sposta…",
    place_again: "Ricolloca…",
    earlier: "Verrebbe prima",
    not_earlier: "Non prima",
    cancel: "Disdici…",
    correct: "Correggi…",
    changed: "Qualcuno ha appena cambiato questo appuntamento: qui vedi com’è adesso.",
    seen: "Ho visto",
    read_only: "Con il tuo ruolo puoi vedere questo appuntamento, non cambiarlo.",
    overbooked: |reason| format!("In doppio posto: {reason}"),
    called_off_because: |reason| format!("Motivo: {reason}"),
    colleague: "un collega",
    corrected_by: |who, when, reason| format!("Corretto da {who}, {when}: {reason}"),
};

const ENDING: EndingText = EndingText {
    cancel_title: "Disdici l’appuntamento",
    who: "Chi disdice",
    by_patient: "Il paziente",
    by_practice: "Lo studio",
    patient_follows: "Il posto si libera, e il paziente va tra le visite mancate da richiamare.",
    practice_follows: "Il posto si libera, e la visita resta tra quelle da ricollocare.",
    cancel: "Disdici",
    keep: "Lascia com’è",
    why: "Perché",
    usual: "Motivi più frequenti",
    patient_reasons: [
        "Malattia",
        "Lavoro o scuola",
        "Impegno in famiglia",
        "Non l’ha detto",
    ],
    practice_reasons: ["Operatore assente", "Guasto", "Urgenza di un altro paziente"],
    correct_title: "Correggi com’è andata",
    truth: "Com’è andata davvero",
    awaited: "È ancora atteso",
    left: "È venuto ed è uscito",
    missed: "Non è venuto",
    cancelled_by_patient: "Ha disdetto il paziente",
    cancelled_by_practice: "Ha disdetto lo studio",
    correction_reasons: ["Segnato per errore", "Saputo dopo"],
    correct_follows: "Ciò che era scritto resta nella storia della visita, con il tuo nome.",
    correct: "Correggi",
};

const MOVING: MoveText = MoveText {
    title: "Sposta l’appuntamento",
    submit: "Sposta",
    submit_anyway: "Sposta comunque",
    free: "Il posto è libero",
    same: "È il posto che ha già",
    incomplete: "Scegli giorno e ora",
    proposals: "Primi posti liberi",
    no_proposal: "Nessun posto libero nelle prossime settimane con questo operatore e questa durata.",
    reason: "Perché qui lo stesso",
    reason_hint: "Lo leggerà chi trova due appuntamenti insieme.",
};

fn marked(mark: Mark, name: &str) -> String {
    match mark {
        Mark::Arrived => format!("Arrivo segnato: {name}"),
        Mark::InChair => format!("In poltrona: {name}"),
        Mark::Done => format!("Visita finita: {name}"),
        Mark::Left => format!("Uscita segnata: {name}"),
        Mark::NoShow => format!("Assenza segnata: {name}"),
    }
}

fn step(mark: Mark) -> &'static str {
    match mark {
        Mark::Arrived => "È arrivato",
        Mark::InChair => "In poltrona",
        Mark::Done => "Finito",
        Mark::Left => "Uscito",
        Mark::NoShow => "Assente",
    }
}

fn undo(mark: Mark) -> &'static str {
    match mark {
        Mark::Arrived => "Annulla l’arrivo",
        Mark::InChair => "Torna in attesa",
        Mark::Done => "Torna in poltrona",
        Mark::Left => "Annulla l’uscita",
        Mark::NoShow => "Annulla l’assenza",
    }
}

fn holiday(holiday: NationalHoliday) -> &'static str {
    match holiday {
        NationalHoliday::NewYear => "Capodanno",
        NationalHoliday::Epiphany => "Epifania",
        NationalHoliday::Easter => "Pasqua",
        NationalHoliday::EasterMonday => "Lunedì dell’Angelo",
        NationalHoliday::Liberation => "Festa della Liberazione",
        NationalHoliday::Labour => "Festa del Lavoro",
        NationalHoliday::Republic => "Festa della Repubblica",
        NationalHoliday::Assumption => "Ferragosto",
        NationalHoliday::SaintFrancis => "San Francesco",
        NationalHoliday::AllSaints => "Ognissanti",
        NationalHoliday::ImmaculateConception => "Immacolata Concezione",
        NationalHoliday::Christmas => "Natale",
        NationalHoliday::SaintStephen => "Santo Stefano",
    }
}
