//! Italian words of how the practice is set up.

use app_domain::agenda::Colour;

use super::super::week_draft::DayProblem;
use super::Text;

/// Italian.
pub static IT: Text = Text {
    common: &crate::text::IT,
    title: "Impostazioni dello studio",
    short_title: "Impostazioni",
    chairs: "Poltrone e orari",
    chairs_note: "Le poltrone sono le colonne dell’agenda, in quest’ordine. Una poltrona si nasconde, non si cancella.",
    hidden: "nascosta",
    earlier: |name| format!("Sposta prima: {name}"),
    later: |name| format!("Sposta dopo: {name}"),
    moved: |name, place, all| format!("{name}: colonna {place} di {all}"),
    edit: |name| format!("Modifica {name}"),
    hide: "Nascondi",
    show: "Mostra",
    of_chair: |what, name| format!("{what} {name}"),
    hide_question: |name, count| {
        let visits = if count == 1 {
            "C’è 1 visita futura: resta dov’è".to_owned()
        } else {
            format!("Ci sono {count} visite future: restano dove sono")
        };
        format!(
            "{visits}, e la colonna di {name} si vede nei giorni in cui viene qualcuno. Di nuove non se ne propongono."
        )
    },
    hide_anyway: "Nascondi lo stesso",
    chair_hidden: |name| format!("{name}: nascosta"),
    chair_shown: |name| format!("{name}: di nuovo in agenda"),
    chair_kept: |name| format!("{name}: modificata"),
    chair_added: |name| format!("{name}: aggiunta, con gli orari della prima poltrona"),
    name: "Nome",
    name_problem: "Serve un nome, di 40 lettere al massimo.",
    hours: "Orari di apertura",
    shut: "chiuso",
    from: |day, span| format!("{day}, orario {span}: dalle"),
    to: |day, span| format!("{day}, orario {span}: alle"),
    remove: |day, span| format!("Togli l’orario {span} di {day}"),
    add_span: "Orario",
    add_span_on: |day| format!("Aggiungi un orario a {day}"),
    copy: |day| format!("Copia gli orari di {day} su"),
    copy_to: "Copia su…",
    working_days: "da lunedì a venerdì",
    every_day: "tutti i giorni",
    take_hours: "Prendi gli orari di un’altra poltrona",
    choose: "Scegli…",
    day_problem,
    meanwhile: |now| format!("Nel frattempo qualcun altro l’ha cambiata. Adesso è così: {now}"),
    take_theirs: "Prendi quella di adesso",
    keep_mine: "Tieni ciò che ho scritto",
    refused_change: |what| format!("Avevi chiesto: {what}"),
    again: "Chiedilo di nuovo",
    leave: "Lascia com’è adesso",
    add_chair: "Aggiungi una poltrona",
    add: "Aggiungi",
    new_chair_note: "Ha gli orari della prima poltrona: cambiali dopo.",
    types: "Tipi di visita",
    types_note: "La durata è quella proposta per le visite nuove; quelle già fissate non cambiano.",
    length: |kind| format!("Durata solita: {kind}"),
    colour: |kind| format!("Colore: {kind}"),
    colour_name,
    offered: "si propone",
    offered_of: |kind| format!("{kind}: si propone per le visite nuove"),
    budgets: "Autonomia",
    budgets_note: "Quello che ogni ruolo concede da sé, senza chiedere: viene scritto. Oltre, decide la direzione nella pagina Richieste.",
    delay: |days| match days {
        0 => "nessun rinvio".to_owned(),
        days => format!("rinvio fino a {days} giorni"),
    },
    delay_of: |role| format!("Rinvio di un pagamento: {role}"),
    waive: |most| {
        most.map_or_else(
            || "nessun abbuono".to_owned(),
            |most| format!("abbuono fino a {most}"),
        )
    },
    waive_of: |role| format!("Abbuono: {role}"),
    outside: "anche fuori orario",
    inside: "solo in orario",
    calls: super::calls::ITALIAN,
    risk: super::risk::ITALIAN,
    closures: "Giorni di chiusura",
    closures_note: "Ferie, ponti, lavori. Prima di confermare una chiusura vedi quali visite sono da spostare; le feste nazionali ci sono già.",
    add_closure: "Aggiungi una chiusura",
    reopen: "Togli",
    reopen_it: |what| format!("Togli la chiusura: {what}"),
    reopened: |why| {
        format!("Chiusura tolta: {why}. Le visite spostate tornano al loro posto, dove è ancora libero.")
    },
    to_closures: "Vai ad assenze e chiusure",
    refused: "Le impostazioni non sono di questo ruolo",
    refused_text: "Le cambiano l’office manager e il titolare.",
    to_agenda: "Torna all’agenda",
};

const fn day_problem(problem: DayProblem) -> &'static str {
    match problem {
        DayProblem::Unreadable => "Manca un’ora.",
        DayProblem::Reversed => "Un orario finisce prima di cominciare.",
        DayProblem::Overlap => "Due orari si sovrappongono.",
    }
}

const fn colour_name(colour: Colour) -> &'static str {
    match colour {
        Colour::Petrol => "petrolio",
        Colour::Blue => "blu",
        Colour::Violet => "viola",
        Colour::Rose => "rosa",
        Colour::Orange => "arancio",
        Colour::Ochre => "ocra",
        Colour::Green => "verde",
        Colour::Grey => "grigio",
    }
}
