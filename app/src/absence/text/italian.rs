//! Italian words of absences and closures.

use super::super::draft::Problem;
use super::Text;

/// Italian.
pub static IT: Text = Text {
    common: &crate::text::IT,
    title: "Assenze e chiusure",
    short_title: "Assenze",
    form: "Nuova assenza o chiusura",
    who: "Chi",
    choose: "Scegli…",
    practice: "Tutto lo studio (chiusura)",
    length: "Quanto",
    whole_days: "Giorni interi",
    hours: "Alcune ore",
    from_day: "Dal giorno",
    to_day: "Al giorno, compreso",
    from_hour: "Dalle",
    to_hour: "Alle",
    private_reason: "Facoltativo. Lo vedono solo l’office manager e il titolare.",
    public_reason: "Obbligatorio. Lo vedono tutti.",
    problem,
    affected: |count| match count {
        0 => "Nessuna visita in questo periodo".to_owned(),
        1 => "1 visita in questo periodo".to_owned(),
        count => format!("{count} visite in questo periodo"),
    },
    follows,
    nothing_yet: "Scegli chi e quando: qui vedi quali visite sono da spostare, prima di confermare.",
    submit_absence: |count| match count {
        0 => "Segna l’assenza".to_owned(),
        1 => "Segna l’assenza e sposta 1 visita".to_owned(),
        count => format!("Segna l’assenza e sposta {count} visite"),
    },
    submit_closure: |count| match count {
        0 => "Segna la chiusura".to_owned(),
        1 => "Segna la chiusura e sposta 1 visita".to_owned(),
        count => format!("Segna la chiusura e sposta {count} visite"),
    },
    said: |what, count| match count {
        0 => format!("{what}: segnata, nessuna visita da spostare."),
        1 => format!("{what}: 1 visita da ricollocare."),
        count => format!("{what}: {count} visite da ricollocare."),
    },
    taken_back,
    to_calls: "Chiama i pazienti da ricollocare",
    known: "Da oggi in poi",
    none_known: "Nessuna assenza e nessuna chiusura da oggi in poi.",
    still_waiting: |count| match count {
        1 => "1 visita ancora da ricollocare".to_owned(),
        count => format!("{count} visite ancora da ricollocare"),
    },
    place_order: "I posti si propongono prima a chi ha un bisogno clinico. Un tocco apre la visita con il posto già scritto.",
    over: "Finite: qui resta qualcosa da fare",
    to_resume: |count| match count {
        1 => "1 ciclo di cura da riprendere".to_owned(),
        count => format!("{count} cicli di cura da riprendere"),
    },
    resume_order: "Nell’ordine della lista delle chiamate: prima chi ha un bisogno clinico.",
    call_to_resume: "Chiama in quest’ordine",
    visit_lost: |moment| format!("la visita di {moment} ha perso il posto"),
    suspended_since: |day| format!("sospeso da {day}"),
    remove: "Togli",
    remove_it: |what| format!("Togli: {what}"),
    absence_of: |who| format!("Assenza di {who}"),
    closure_for: |why| format!("Studio chiuso: {why}"),
    from_to: |from, to| format!("da {from} a {to}"),
    somebody: "un operatore",
    unknown: "Paziente non visibile",
    refused: "Le assenze non sono di questo ruolo",
    refused_text: "Le segnano l’office manager, il titolare, e ogni clinico per sé.",
    to_agenda: "Torna all’agenda",
};

const fn problem(problem: Problem) -> &'static str {
    match problem {
        Problem::Nobody => "Scegli chi è assente.",
        Problem::Unreadable => "Manca un giorno o un’ora.",
        Problem::Reversed => "La fine viene prima dell’inizio.",
        Problem::Past => "Questo periodo è già passato.",
        Problem::TooLong => "È più di un anno: dividi il periodo.",
        Problem::ReasonMissing => "Scrivi il motivo della chiusura: lo vedono tutti.",
    }
}

fn follows(count: usize) -> String {
    match count {
        0 => "Nessuna visita da spostare. In questo periodo non si può fissare.".to_owned(),
        1 => "1 visita passa in «Da ricollocare» e il paziente sale nella lista delle chiamate, dopo promesse e rischi clinici. Richiamo non avvisa nessuno: lo chiamate voi.".to_owned(),
        count => format!(
            "{count} visite passano in «Da ricollocare» e i pazienti salgono nella lista delle chiamate, dopo promesse e rischi clinici, in ordine di visita. Richiamo non avvisa nessuno: li chiamate voi."
        ),
    }
}

fn taken_back(what: &str, back: usize, stay: usize) -> String {
    let back = match back {
        0 => String::new(),
        1 => " 1 visita è tornata al suo posto.".to_owned(),
        back => format!(" {back} visite sono tornate al loro posto."),
    };
    let stay = match stay {
        0 => String::new(),
        1 => " 1 resta da ricollocare: il posto è stato preso.".to_owned(),
        stay => format!(" {stay} restano da ricollocare: il posto è stato preso."),
    };
    format!("{what}: tolta.{back}{stay}")
}
