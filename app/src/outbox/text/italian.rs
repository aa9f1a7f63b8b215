//! Italian words of the outbox.

use crate::workspace::StorageTrouble;
use app_domain::calls::{ReasonKind, Topic};
use app_domain::care::PlanAnswer;

use super::{DescribeText, DrawerText, OutcomeText, RefusalText, Text};

/// Italian.
pub static IT: Text = Text {
    drawer: DRAWER,
    describe: DESCRIBE,
    addenda: super::addenda::ITALIAN,
    practice: super::practice::ITALIAN,
    request: super::request::ITALIAN,
    consent: super::consent::ITALIAN,
    payment: super::payment::ITALIAN,
    recall: super::recall::ITALIAN,
    risk: super::risk::ITALIAN,
    standing: super::standing::ITALIAN,
    outcome: OUTCOME,
    topic,
    refusal: REFUSAL,
};

const DRAWER: DrawerText = DrawerText {
    live: "dal vivo",
    loading: "carico…",
    as_of: |hour| format!("alle {hour}"),
    to_send: |count| format!("{count} da inviare"),
    saving: "salvataggio…",
    to_settle: |count| format!("{count} da risolvere"),
    to_review: |count| format!("{count} da rivedere"),
    open: |state| format!("Stato dei dati: {state}. Apri le modifiche da inviare"),
    title: "Modifiche di questo dispositivo",
    close: "Chiudi",
    empty: "È tutto inviato. Qui compare ciò che aspetta la rete e ciò che non è riuscito.",
    refused: "Non riuscite",
    waiting: "In attesa",
    writing: "in scrittura",
    unkept: "solo in questa pagina",
    kept: "conservato su questo dispositivo",
    sent: "in invio",
    accepted: "ricevuto",
    asked_at: |when| format!("fatto {when}"),
    refused_at: |when| format!("risposta {when}"),
    seen: "Ho visto",
    other_place: "Scegli un altro posto",
    open_card: "Apri la scheda della chiamata",
    open_absences: "Apri assenze e chiusure",
    open_requests: "Apri le richieste",
    open_sheet: "Apri la scheda",
    open_setup: "Apri le impostazioni",
    open_day: "Apri quel giorno",
    offline_note: "Senza rete: puoi continuare, si invia da sé appena torna.",
    too_old: "Il server ha una versione nuova: ricarica la pagina. Ciò che non è inviato non si perde.",
    rescued: |count| {
        if count == 1 {
            "1 modifica consegnata al server per essere rivista.".to_owned()
        } else {
            format!("{count} modifiche consegnate al server per essere riviste.")
        }
    },
    trouble: |trouble| match trouble {
        StorageTrouble::CacheNotKept => {
            "Su questo dispositivo non c’è spazio per l’agenda: senza rete si lavora finché la pagina resta aperta."
        }
        StorageTrouble::OutboxNotKept => {
            "Questo dispositivo non riesce a conservare le ultime modifiche: non chiudere la pagina prima che siano inviate."
        }
        StorageTrouble::NothingKept => {
            "Questo browser non conserva nulla: se chiudi la pagina prima dell’invio, le modifiche si perdono."
        }
    },
    unreadable: |count| {
        let what = if count == 1 {
            "1 modifica non leggibile".to_owned()
        } else {
            format!("{count} modifiche non leggibili")
        };
        format!("{what} su questo dispositivo: non viene cancellato nulla, avvisa chi amministra lo studio.")
    },
};

const DESCRIBE: DescribeText = DescribeText {
    mark: |mark, who| format!("{who}: {mark}"),
    undo_mark: |mark, who| format!("{who}: tolto «{mark}»"),
    moves: |who| format!("Visita di {who} spostata"),
    books: |who| format!("Visita fissata per {who}"),
    cancels: |who| format!("Visita di {who} disdetta"),
    corrects: |who| format!("Visita di {who} corretta"),
    earlier: |who| format!("{who} verrebbe prima"),
    lab: [
        |who| format!("Non serve il laboratorio: {who}"),
        |who| format!("Attende il laboratorio: {who}"),
        |who| format!("Lavoro del laboratorio arrivato: {who}"),
    ],
    not_earlier: |who| format!("{who} non aspetta più un posto prima"),
    endings: [
        "attesa",
        "uscita",
        "assente",
        "disdetta dal paziente",
        "disdetta dallo studio",
    ],
    by: "Come",
    reason: "Motivo",
    confirmation: |who| format!("Conferma della visita di {who}"),
    call: |who| format!("Chiamata a {who}"),
    edits: |field, who| format!("{field} di {who} cambiato"),
    asks: |what| format!("Chiesto alla direzione: {what}"),
    settles: |what| format!("Deciso: {what}"),
    was: "Era",
    becomes: "Scritto",
    nothing: "nessuno",
    consents: ["mai chiesto", "dato", "negato"],
    fields: [
        "Cellulare",
        "Telefono fisso",
        "Indirizzo e-mail",
        "Giorno di nascita",
        "Consenso ai richiami",
        "Orari che vanno bene",
        "Lingua",
    ],
    decisions: ["lasciata perdere", "eseguita", "messa altrove"],
    decision: "Decisione",
    said: "Parole per chi ha chiesto",
    claim: |who| format!("Sto chiamando {who}"),
    release: |who| format!("Non chiamo più {who}"),
    visit: "Visita",
    from: "Da",
    to: "A",
    place: "Posto",
    kind: "Per",
    note: "Nota",
    overbooking: "Perché lì lo stesso",
    answer: "Risposta",
    channel: "Canale",
    unknown_patient: "un paziente non più visibile",
    unknown_visit: "una visita non più visibile",
    unknown: "non più visibile",
    marks: ["arrivo", "in poltrona", "cura fatta", "uscita", "assente"],
    not_asked: "non ancora chiesta",
    asked: |channel| format!("chiesta ({channel})"),
    confirmed: "confermata",
    asked_to_move: "chiede di spostare",
};

const OUTCOME: OutcomeText = OutcomeText {
    problem_name: "ha un problema…",
    call_back_name: "richiamare il…",
    later_name: "non prima del…",
    pays_name: "promette di pagare…",
    do_not_contact_name: "non vuole essere contattato…",
    all_well: "tutto bene",
    problem: "ha un problema",
    problem_until: |until| format!("ha un problema, risposta del medico entro {until}"),
    confirms: "conferma la visita",
    asks_to_move: "chiede di spostare",
    booked: "visita fissata",
    call_back: |until| format!("richiamare {until}"),
    later: |until| format!("non prima di {until}"),
    asks_for_place: "verrebbe fuori orario, chiesto alla direzione",
    answers_plan: "ha risposto al piano",
    answered: |answer, count| match (answer, count) {
        (PlanAnswer::Accepted, 1) => "accetta un passo".to_owned(),
        (PlanAnswer::Accepted, count) => format!("accetta {count} passi"),
        (PlanAnswer::Thinking, 1) => "a uno pensa".to_owned(),
        (PlanAnswer::Thinking, count) => format!("a {count} pensa"),
        (PlanAnswer::Postponed, 1) => "uno rinvia".to_owned(),
        (PlanAnswer::Postponed, count) => format!("{count} rinvia"),
        (PlanAnswer::Declined, 1) => "uno rifiuta".to_owned(),
        (PlanAnswer::Declined, count) => format!("{count} rifiuta"),
    },
    answers_plan_name: "risponde al piano…",
    thinking: "ci pensa",
    no_answer: "non risponde",
    busy: "occupato",
    voicemail: "segreteria telefonica",
    family: "ha risposto un familiare",
    wrong_number: "numero errato",
    promises_to_pay: |by| format!("promette di pagare entro {by}"),
    asks_delay: |day| format!("chiede di rimandare il pagamento al {day}"),
    delay_name: "chiede più tempo per pagare…",
    asks_to_spread: "chiede di dilazionare",
    disputes: "contesta l’importo",
    declines: "non vuole proseguire",
    do_not_contact: "non vuole essere contattato",
    deceased: "segnalato deceduto",
    moved_away: "segnalato trasferito",
};

const REFUSAL: RefusalText = RefusalText {
    not_found: [
        "Non c’è più, o non è visibile con il tuo ruolo.",
        "Cerca di nuovo il paziente: forse la visita è stata tolta o spostata da un collega.",
    ],
    not_allowed: [
        "Il tuo ruolo non può farlo.",
        "Chiedi alla segreteria o a chi coordina lo studio; ciò che hai scritto resta qui.",
    ],
    chair_taken: |who, chair, when| format!("Posto preso da {who} ({chair}, {when})."),
    clinician_taken: |clinician, who, when| format!("{clinician} è già con {who} ({when})."),
    both_taken: |who, chair, clinician, when| format!("{who} è già in {chair} con {clinician} ({when})."),
    patient_taken: |who, when| format!("{who} ha già una visita a quell’ora ({when})."),
    somebody: "un altro paziente",
    place_todo: "Scegli un altro posto: i prossimi liberi sono nella scheda.",
    patient_todo: "Scegli un’altra ora, oppure sposta l’altra visita.",
    outside_hours: [
        "A quell’ora la poltrona non è aperta.",
        "Scegli un’ora di apertura, o un’altra poltrona.",
    ],
    closed: |day, reason| format!("Lo studio è chiuso {day}: {reason}."),
    holiday: |day| format!("{day} è festa nazionale: lo studio è chiuso."),
    away: |who, until| format!("{who} è assente fino a {until}."),
    away_todo: "Scegli un altro momento, o un altro operatore.",
    set_meanwhile: [
        "Nel frattempo qualcun altro l’ha impostato in un altro modo.",
        "Guarda com’è ora e, se serve, cambialo di nuovo.",
    ],
    closed_todo: "Scegli un altro giorno.",
    not_a_place: [
        "Non è un posto dell’agenda: si va di 5 minuti in 5 minuti, nello stesso giorno.",
        "Correggi ora e durata.",
    ],
    past: |start| format!("{start} è già passato."),
    past_todo: "Scegli un posto da adesso in poi.",
    too_early: |start| format!("La visita comincia {start}: è troppo presto."),
    too_early_todo: "Segnalo quando la visita è cominciata.",
    wrong_state: |state| format!("La visita risulta già {state}."),
    wrong_state_wanted: |state, wanted| {
        format!("La visita risulta già {state}: «{wanted}» non si può segnare.")
    },
    wrong_state_todo: "Guarda l’agenda: forse un collega l’ha già segnata. Se è un errore, annulla l’ultimo segno.",
    states: [
        "prenotata",
        "in attesa",
        "in poltrona",
        "fatta",
        "uscita",
        "assente",
        "disdetta",
    ],
    moved: |place| format!("Un collega ha spostato la visita intanto: ora è {place}."),
    moved_todo: "Guarda il nuovo posto e, se serve, spostala da lì.",
    cancelled_by_patient: "La visita è stata disdetta dal paziente.",
    cancelled_by_practice: "La visita è stata disdetta dallo studio.",
    cancelled_todo: "Fissa una nuova visita.",
    claimed: |who, since, until| {
        format!("{who} sta chiamando questo paziente dalle {since} (al più fino alle {until}).")
    },
    claimed_todo: "Passa al prossimo, o vai avanti sapendolo.",
    colleague: "Un collega",
    reason_missing: [
        "Serve il motivo.",
        "Scrivi il motivo: chi legge dopo deve capire perché.",
    ],
    more_than_owed: |owed| format!("Per questo il paziente deve {owed}."),
    more_than_owed_todo: "Scrivi un importo che non lo supera.",
    beyond_budget: |most| format!("Questo ruolo concede da sé fino a {most}."),
    beyond_todo: "Lo decide la direzione.",
    already: [
        "Questa registrazione esiste già, con un altro contenuto.",
        "Guarda i tentativi del paziente e, se manca qualcosa, registra di nuovo.",
    ],
    unfit: [
        "L’esito non va bene per uno dei motivi scelti.",
        "Scegli a quali motivi si riferisce, o un altro esito.",
    ],
    field_changed: |now| format!("Intanto è stato scritto un altro valore: {now}."),
    field_todo: "Guarda quale vale, e se serve correggi di nuovo.",
    day_is_over: [
        "La giornata della chiamata è finita.",
        "Un esito si corregge il giorno stesso: registra una nuova chiamata.",
    ],
    unfit_value: [
        "Non è un valore possibile per questo campo.",
        "Controlla numero, indirizzo o data.",
    ],
    settled: |who, when| format!("L’ha già deciso {who}, {when}."),
    settled_todo: "Non serve altro.",
    needs_server: [
        "Senza rete non si può fare.",
        "Riprova quando torni in linea; il resto puoi continuarlo.",
    ],
};

fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Reason(ReasonKind::ClinicalRisk) => "Rischio clinico",
        Topic::Reason(ReasonKind::Balance) => "Saldo",
        Topic::Reason(ReasonKind::Instalment) => "Rata",
        Topic::Reason(ReasonKind::SuspendedCycle) => "Ciclo sospeso",
        Topic::Reason(ReasonKind::HygieneRecall) => "Igiene",
        Topic::Reason(ReasonKind::Promise) => "Promessa",
        Topic::Reason(ReasonKind::Confirm) => "Conferma",
        Topic::Reason(ReasonKind::PlanAwaiting) => "Piano in attesa",
        Topic::Reason(ReasonKind::MissedVisit) => "Visita mancata",
        Topic::Reason(ReasonKind::Displaced) => "Da ricollocare",
        Topic::Reason(ReasonKind::Answered) => "Risposta del medico",
        Topic::Reason(ReasonKind::Satisfaction) => "Com’è andata",
        Topic::Reason(ReasonKind::CheckRecall) => "Controllo periodico",
        Topic::Other => "Altro",
    }
}
