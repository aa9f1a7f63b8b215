//! Italian words of the calls.

use app_domain::calls::Cause;

use super::{CardText, DayText, FollowsText, ListText, NarrowText, PanelText, Text, ViewsText};

/// Italian.
pub static IT: Text = Text {
    list: LIST,
    card: CARD,
    panel: PANEL,
    follows: FOLLOWS,
    answers: super::answers::ITALIAN,
    settling: super::settling::ITALIAN,
    cause,
};

const LIST: ListText = ListText {
    title: "Chiamate",
    segments: "Quali pazienti",
    to_call: "Da chiamare",
    to_review: "Da rivedere",
    excluded: "Esclusi",
    filter: "Filtra per motivo",
    filters: [
        "Tutti",
        "Risposte",
        "Rischio",
        "Promesse",
        "Conferme",
        "Igiene",
        "Da ricollocare",
        "Saldo/Rate",
        "Cicli sospesi",
        "Visite mancate",
        "Piani",
        "Com’è andata",
        "Controlli",
    ],
    rows: "Pazienti, dal più urgente",
    is_calling: |who| format!("{who} sta chiamando"),
    no_phone: "Senza telefono",
    left_out: |reason, cause| format!("{reason}: {cause}"),
    empty_title: "Nessuno da chiamare",
    empty_note: "Tutti i motivi di oggi sono a posto. Chi torna in lista compare qui da sé.",
    none_to_review: "Nessuno da rivedere",
    none_excluded: "Nessuno escluso",
    none_here: "Nessuno con questo motivo",
    all: "Mostra tutti",
    pick: "Scegli chi chiamare",
    pick_note: "J e K per scorrere, Invio per aprire la scheda.",
    put_off: "Rimandati",
    none_put_off: "Nessuno rimandato",
    comes_back: |sentence, when| format!("{sentence}, torna in lista {when}"),
    at_hour: |hour| format!("alle {hour}"),
    narrow: NarrowText {
        title: "Filtri",
        stopped: "Cicli da riprendere",
        stopped_by_closure: |why| format!("Cicli da riprendere, studio chiuso: {why}"),
        stopped_by_absence: |who| format!("Cicli da riprendere, assenza di {who}"),
        chosen: "Filtri scelti",
        remove: |filter| format!("{filter}: togli il filtro"),
        clinician: "Medico o igienista",
        any_clinician: "Tutti",
        never_reached: "Mai raggiunti",
        language: "Lingua",
        any_language: "Tutte",
        in_language: |language| format!("Parlano {language}"),
        my_promises: "Mie promesse",
        nobody: "Nessuno con questi filtri",
    },
    views: ViewsText {
        title: "Le mie viste",
        shared: "Viste dello studio",
        name: "Salva questa lista come",
        hint: "Resta in questo browser, solo per te. Nel nome non scrivere pazienti.",
        hint_shared: "La vede chiunque usi la lista, su ogni dispositivo. Nel nome non scrivere pazienti.",
        for_all: "Per tutto lo studio",
        keep: "Salva",
        forget: |name| format!("Elimina la vista «{name}»"),
        strike: |name| format!("Togli a tutti la vista «{name}»"),
        by: |who| format!("di {who}"),
    },
    day: DayText {
        title: "Le chiamate di oggi",
        reached: |count| format!("{count} sentiti"),
        booked: |count| format!("· {count} prenotati"),
        mine: "Tu",
        all: "Tutto lo studio",
        rows: [
            "Persone chiamate",
            "Persone sentite",
            "Visite fissate",
            "Promesse di richiamare",
            "Domande ai medici",
        ],
    },
};

const CARD: CardText = CardText {
    label: |who| format!("Chiamata a {who}"),
    position: |place, all| format!("{place} di {all}"),
    back: "Torna alla lista",
    next: "Chi viene dopo",
    last: "La lista finisce qui",
    gone: "Questo paziente non è visibile",
    gone_note: "Non è fra i dati di questo dispositivo, o il tuo ruolo non lo vede.",
    reach: super::reach::ITALIAN,
    ways: "Come raggiungerlo",
    call_number: |number| format!("Chiama {number}"),
    opposed: "si oppone",
    opposed_for: |purposes| format!("si oppone per {purposes}"),
    purposes: ["richiami", "cura", "amministrazione", "soddisfazione"],
    no_phone: "Nessun telefono",
    no_phone_note: "Chiedilo alla prossima visita, o scrivi per e-mail se c’è.",
    take: "Prendi la chiamata",
    timer: "Durata della chiamata",
    taken: |who, since| format!("{who} sta chiamando dalle {since}."),
    taken_note: "Se vai avanti, restano entrambe le chiamate, segnate come doppie.",
    go_on: "Vai avanti sapendolo",
    offline: "Senza rete gli altri non vedono che stai chiamando.",
    reasons: "Perché chiamare",
    include: |reason| format!("L’esito vale per: {reason}"),
    since: |day| {
        let article = if day.starts_with("8 ") || day.starts_with("11 ") {
            "dall’"
        } else {
            "dal "
        };
        format!("In lista {article}{day}.")
    },
    last_contact: |when, outcome| format!("Ultimo contatto {when}: «{outcome}»."),
    last_outcome: |outcome| format!("L’ultima volta: «{outcome}»."),
    questions: |count| format!("{count} domande da fare"),
    days_ago: |days| match days {
        0 => "oggi".into(),
        1 => "ieri".into(),
        days => format!("{days} giorni fa"),
    },
    ask: "Chiedi, con parole tue:",
    yes_proposes: "C’è un sì: proponi di sentire il medico.",
    places_for: |kind| format!("Prossimi posti liberi: {kind}"),
    no_places: "Nessun posto libero nei prossimi giorni.",
    outcomes: "Com’è andata",
    all_well: "Tutto bene",
    confirms: "Conferma",
    book: "Prenota",
    book_at: |when| format!("Prenota {when}"),
    ask_at: |when| format!("Chiedi {when}"),
    move_to: |when| format!("Sposta a {when}"),
    moved: |when| format!("Visita spostata a {when}."),
    call_back: "Richiamare il…",
    no_answer: "Non risponde",
    busy: "Occupato",
    other: "Altro esito",
    one_by_one: "Un motivo alla volta",
    said_so_far: "Detto finora",
    outcome_of: |topics| format!("Esito per: {topics}"),
    take_back: |said| format!("Togli «{said}»"),
    end_call: |count| match count {
        1 => "Chiudi con 1 esito".into(),
        count => format!("Chiudi con {count} esiti"),
    },
    said: |outcome| format!("Detto: {outcome}"),
    second_visit: "Una chiamata porta un appuntamento solo: chiudila, poi prenoti l’altro.",
    corrected_of: "Che cosa correggi",
    problem: "Ha un problema",
    voicemail: "Segreteria telefonica",
    family: "Risponde un familiare",
    wrong_number: "Numero errato",
    discretion: "A un familiare non si dice nulla di clinico né di soldi: solo di richiamare lo studio.",
    no_reason: "Nessun motivo in lista: la chiamata vale come «altro».",
    until: |when| format!(", fino a {when}"),
    held: "Non oggi",
    earlier: "Tentativi precedenti",
    no_attempts: "Nessun tentativo finora.",
    double: "doppia chiamata",
    double_notice: |calls| format!("Doppia chiamata oggi: {calls}. Valgono entrambe."),
    imported: "dal programma precedente",
    take_over: "Prendi tu la chiamata…",
    take_over_now: "Prendila",
    word_to: |who| format!("Due parole a {who}"),
    taken_from_you: |who| format!("{who} ha preso la chiamata."),
    kept_by: |who, hand_offs| match hand_offs {
        0 => format!("Promesso da {who}."),
        1 => format!("La promessa ora è di {who} (1 passaggio)."),
        count => format!("La promessa ora è di {who} ({count} passaggi)."),
    },
    hand_over: "Passa a…",
    recall: "Data e intervallo del richiamo",
    books: "Pagamenti e conti nella scheda",
    say: |words| format!("Da dire: «{words}»"),
    asked: |question| format!("Chiesto al medico: «{question}»"),
    answered: |who, advice, words| {
        let words = if words.is_empty() {
            String::new()
        } else {
            format!(" «{words}»")
        };
        format!("Risposta di {who}: {advice}.{words}")
    },
    delay_decided: [
        |who, words| {
            let said = if words.is_empty() {
                String::new()
            } else {
                format!(": «{words}»")
            };
            format!("Rinvio concesso da {who}{said}")
        },
        |who, words| {
            let said = if words.is_empty() {
                String::new()
            } else {
                format!(": «{words}»")
            };
            format!("Rinvio non concesso da {who}{said}")
        },
    ],
    delay_waits: "Il rinvio aspetta la direzione",
    family_too: "In famiglia, da chiamare anche",
    handed: |from, to, word| {
        let word = if word.is_empty() {
            String::new()
        } else {
            format!(": «{word}»")
        };
        format!("Promessa passata da {from} a {to}{word}")
    },
    settled: |who, what, words| match words {
        "" => format!("{who}: {what}"),
        words => format!("{who}: {what} «{words}»"),
    },
    was_written: |was, who| format!("Prima: {was}. Corretto da {who}."),
    correct: "Correggi l’esito",
    correcting: |call| format!("Stai correggendo: {call}. Scegli com’è andata davvero."),
    resumed: |at| format!("Ritrovi risposte e appunti del {at}: la chiamata non era stata registrata."),
    start_over: "Ricomincia",
    corrected: "Esito corretto; quello di prima resta in vista.",
    read_only: "Con il tuo ruolo puoi leggere, non registrare chiamate.",
};

const PANEL: PanelText = PanelText {
    call_back: "Quando richiamare",
    another_time: "Un’altra ora",
    promised: "Che cosa prometti, oltre a richiamare",
    promised_like: "es. la risposta sul preventivo",
    until_when: "Entro quando",
    promise: "Prometti",
    past: "Quest’ora è già passata.",
    book: "Quale posto",
    kind: "Tipo di visita",
    anybody: "Chiunque",
    clinician: "Con chi",
    another_place: "Un altro giorno e ora",
    why_there: "Perché fuori orario",
    reason_hint: "Resta scritto sull’appuntamento",
    asks_hint: "È fuori orario: con questo motivo lo chiedi alla direzione",
    choose_place: "Scegli quest’ora",
    problem: "Chi risponde, ed entro quando",
    problem_note: "Il medico riceve la domanda; il paziente esce dalla lista fino alla risposta o all’ora scelta.",
    until: "Entro",
    other: "Altro esito",
    question: "Che cosa riferisce",
    said_yes_to: |questions| format!("Sì a: {questions}"),
    later: "Non prima del",
    delay: "Rimandare il pagamento al…",
    delay_within: |day| {
        format!(
            "Fino a {day} lo concedi tu, subito. Oltre, decide la direzione entro il mezzogiorno del prossimo giorno lavorativo."
        )
    },
    delay_asks: "Decide la direzione, entro il mezzogiorno del prossimo giorno lavorativo.",
    pay: "Entro quando paga",
    amount: "Quanto (se lo ha detto), €",
    not_an_amount: "Scrivi un importo, per esempio 120 o 120,50.",
    another_day: "Un altro giorno",
    not_a_later_day: "Scegli un giorno dopo oggi.",
    write: "Registra",
    oppose: "Che cosa non vuole",
    purpose: "Per che cosa",
    of_this_call: "per ciò di cui parla questa chiamata",
    by_channel: "Come non va contattato",
    no_channel: "In nessun modo",
    oppose_note: "Vale da subito su tutti i dispositivi.",
    hand_over: "A chi passa la promessa",
    word: "Due parole (se servono)",
    i_take_it: "La tengo io",
    handed_over: |who| format!("La promessa ora è di {who}."),
};

const FOLLOWS: FollowsText = FollowsText {
    all_well: "Per oggi basta così.",
    all_well_risk: "Il prossimo controllo si conta da oggi.",
    problem: |until| format!("Il medico risponde entro {until}; poi torna in lista."),
    confirms: "Visita confermata.",
    booked: |when| format!("Visita fissata {when}."),
    asked_for: |until| format!("Chiesto alla direzione, che decide entro {until}: la visita non c’è ancora."),
    call_back: |until| format!("Promesso: torna in lista mezz’ora prima di {until}."),
    retry: |day, from, to| format!("Riproviamo {day}, tra le {from} e le {to}."),
    retry_today: "Resta in lista: si può riprovare anche oggi.",
    wrong_number: "Fuori lista finché il numero non è corretto.",
    several: |count| format!("Scritti {count} esiti in una chiamata; il resto resta in lista."),
    other: "Registrato.",
};

fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Deceased => "deceduto",
        Cause::MovedAway => "trasferito",
        Cause::Opposed => "non vuole essere contattato per questo",
        Cause::ConsentDenied => "ha negato il consenso ai richiami",
        Cause::Disabled => "richiamo disattivato",
        Cause::Inactive => "non più in cura da noi",
        Cause::Review => "segnalato deceduto o trasferito: da verificare",
        Cause::WrongNumber => "numero errato: da correggere",
        Cause::Disputed => "importo contestato",
        Cause::PromisedToPay => "ha promesso di pagare",
        Cause::Closed => "non vuole proseguire",
        Cause::ClosedByPractice => "chiuso dallo studio",
        Cause::VisitBooked => "visita già fissata in una chiamata",
        Cause::CallBackPromised => "promesso di richiamare",
        Cause::AwaitingManager => "aspetta la direzione",
        Cause::AwaitingClinician => "aspetta la risposta del medico",
        Cause::Thinking => "ci sta pensando",
        Cause::FiveAttempts => "cinque tentativi a vuoto: decidi come proseguire",
        Cause::SpokenToday => "già sentito oggi",
        Cause::TriedToday => "già provato oggi",
        Cause::ThreeInSevenDays => "tre tentativi in sette giorni",
    }
}
