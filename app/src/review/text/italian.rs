//! Italian words of what waits for a person.

use app_domain::patient::PatientField;
use app_domain::review::Device;

use super::Text;

/// Italian.
pub static IT: Text = Text {
    title: "Da rivedere",
    settled: "Decise da poco",
    hidden: |role| format!("Una modifica fatta come {role}"),
    made: |who, when, device| format!("{who} · {when} · {device}"),
    device: |device| match device {
        Device::Phone => "telefono",
        Device::Tablet => "tablet",
        Device::Computer => "computer",
    },
    other_role: |who, role| {
        format!(
            "{who} l’ha fatta come {role}, un ruolo che non aveva più quando è arrivata: non è stata applicata."
        )
    },
    beyond: |who, why| format!("{why} {who} chiede di farlo lo stesso."),
    grant: "Concedi",
    refuse: "Non concedere",
    granted: |who, when| format!("Concesso da {who}, {when}."),
    not_granted: |who, when| format!("Non concesso da {who}, {when}."),
    with_words: |became, words| format!("{became} «{words}»"),
    say: "Due parole per chi chiede (se servono)",
    by_when: |when| format!("Da decidere entro {when}"),
    late: |when| format!("Andava deciso entro {when}: è in ritardo"),
    news_settled: |what, became| format!("{what}: {became}"),
    others_decide: "La decide chi può farlo: la vede già fra le sue.",
    others_will_see: "La decide chi può farlo: la vedrà quando sarà inviata.",
    free_places: "Prossimi posti liberi",
    no_free_place: "Nessun posto libero nei prossimi due mesi.",
    overbook: "Mettila lì lo stesso…",
    overbook_reason: "Perché un doppio posto",
    overbook_now: "Doppio posto",
    which_value: "Quale vale?",
    present_value: "valore attuale",
    other_value: |who, when| format!("scritto da {who}, {when}"),
    no_value: "nessuno",
    do_it: "Esegui ora",
    drop: "Lascia perdere",
    done: |who, when| format!("Eseguita da {who}, {when}."),
    dropped: |who, when| format!("Lasciata perdere da {who}, {when}."),
    news: |what| format!("{what} È fra quelle da rivedere, con ciò che hai scritto."),
    news_other_role: |role| {
        format!("Ciò che hai fatto come {role} non è stato applicato: è da parte, e lo decide chi può farlo.")
    },
    ghost: "posto preso",
    ghost_waits: "da decidere",
    ghost_label: |what, who, why| format!("Da rivedere: {what}, chiesto da {who}: {why}"),
    field: |field| match field {
        PatientField::Mobile(_) => "Cellulare",
        PatientField::Landline(_) => "Telefono fisso",
        PatientField::Email(_) => "E-mail",
        PatientField::Born(_) => "Data di nascita",
        PatientField::Times(_) => "Orari che vanno bene",
        PatientField::Language(_) => "Lingua",
        PatientField::RecallConsent(_) => "Consenso ai richiami",
    },
};
