//! Italian words of the agenda.

use app_domain::agenda::Mark;
use app_domain::calendar::NationalHoliday;

use super::{ColumnsText, DayText, DialogText, EndingText, MonthText, MoveText, SideText, Text, WeekText};

/// Italian.
pub static IT: Text = Text {
    common: &crate::text::IT,
    day: DAY,
    week: WEEK,
    month: MONTH,
    columns: COLUMNS,
    side: SIDE,
    dialog: DIALOG,
    moving: MOVING,
    booking: super::booking::ITALIAN,
    consent: super::consent::IT,
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
    first_visit: "prima visita",
    lab: "attende il laboratorio",
    lab_here: "lavoro arrivato",
    earlier: "se si libera prima",
    saving: "salvataggio in corso",
    writing: "in scrittura su questo dispositivo",
    unkept: "non conservato: vive solo in questa pagina finché non parte",
    kept: "tenuto su questo dispositivo",
    needs_you: "da risolvere",
    unknown: "Paziente non visibile",
    mark_step,
    marked,
    confirmation_set: |name| format!("Risposta segnata: {name}"),
    moved: |name, moment| format!("{name}: spostato a {moment}"),
    cancelled: |name| format!("Disdetto: {name}"),
    corrected: |name| format!("Corretto: {name}"),
    lab_set: [
        |name| format!("Non serve il laboratorio: {name}"),
        |name| format!("Attende il laboratorio: {name}"),
        |name| format!("Lavoro di laboratorio arrivato: {name}"),
    ],
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
    view: "Vista",
    by_chair: "Poltrone",
    by_clinician: "Operatori",
    week: "Settimana",
    month: "Mese",
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

const WEEK: WeekText = WeekText {
    region: |day| format!("Agenda della settimana da {day}"),
    day: |day, visits| format!("{day}, {}", visits_in_words(visits)),
    previous: "Settimana prima",
    next: "Settimana dopo",
    visits: visits_in_words,
    free_from: |hour| format!("libero {hour}"),
    no_gap: "niente libero",
    away_at: |hours| format!("assente {hours}"),
    to_day: |day| format!("Apri {day}"),
    beyond: "Questa settimana non è sul dispositivo",
    part: "Che cosa mostrare",
    whole: "Tutte le poltrone",
};

const MONTH: MonthText = MonthText {
    region: |month| format!("Agenda di {month}"),
    previous: "Mese prima",
    next: "Mese dopo",
    free: |hours, minutes| match (hours, minutes) {
        (0, 0) => "niente libero".to_owned(),
        (0, minutes) => format!("{minutes} min liberi"),
        (hours, 0) => format!("{hours} h libere"),
        (hours, minutes) => format!("{hours} h {minutes} libere"),
    },
    full: |percent, visits, free| format!("occupato per il {percent} per cento, {visits}, {free}"),
    shut: "chiuso",
    away: "assente",
    beyond: "non qui",
    beyond_aloud: "non è su questo dispositivo",
};

const COLUMNS: ColumnsText = ColumnsText {
    title: "Colonne",
    hint: "Solo per te, su questo dispositivo.",
    earlier: |chair| format!("Sposta prima: {chair}"),
    later: |chair| format!("Sposta dopo: {chair}"),
    reset: "Come nello studio",
    hidden_with: |chairs, visits| {
        let chairs = if chairs == 1 {
            "1 poltrona nascosta".to_owned()
        } else {
            format!("{chairs} poltrone nascoste")
        };
        format!("{chairs} con {}", visits_in_words(visits))
    },
    show_all: "Mostra tutte",
};

fn visits_in_words(visits: usize) -> String {
    match visits {
        0 => "nessuna visita".to_owned(),
        1 => "1 visita".to_owned(),
        visits => format!("{visits} visite"),
    }
}

const SIDE: SideText = SideText {
    region: "A colpo d’occhio",
    waiting: "In sala d’attesa",
    toggle: "Attese, visite da ricollocare e segni",
    wait: "attesa",
    nobody_waits: "Nessuno in attesa",
    displaced: "Da ricollocare",
    none_displaced: "Niente da ricollocare",
    earlier: "Appena si libera",
    was_on: |when| format!("era {when}"),
    freed: |when, who| format!("Libero {when}, {who}"),
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
    lab: [
        "Non serve il laboratorio",
        "Attende il laboratorio",
        "Lavoro di laboratorio arrivato",
    ],
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
    ask_hint: "Fuori orario decide la direzione: lo leggerà con la richiesta.",
    ask: "Chiedi alla direzione",
    asked: "Chiesto alla direzione: fino alla risposta l’agenda resta com’è.",
};

fn mark_step(mark: Mark, name: &str) -> String {
    match mark {
        Mark::Arrived => format!("Segna l’arrivo: {name}"),
        Mark::InChair => format!("Segna in poltrona: {name}"),
        Mark::Done => format!("Segna finito: {name}"),
        Mark::Left => format!("Segna l’uscita: {name}"),
        Mark::NoShow => format!("Segna l’assenza: {name}"),
    }
}

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
