//! Words of the payments on the patient's sheet.

/// Words of the payments on the patient's sheet.
pub struct PaymentsText {
    /// Their heading.
    pub title: &'static str,
    /// None was recorded here.
    pub none: &'static str,
    /// Opens the form.
    pub record: &'static str,
    /// Heading of the form.
    pub form: &'static str,
    /// What an entry is: a payment, a refund, a waiver, a correction.
    pub kinds: [&'static str; 4],
    /// Label of what is recorded.
    pub kind: &'static str,
    /// Label of the amount.
    pub amount: &'static str,
    /// What was typed is no amount.
    pub not_an_amount: &'static str,
    /// Label of the value date.
    pub day: &'static str,
    /// No such day, or too long ago: of how many days at most.
    pub not_a_day: fn(i32) -> String,
    /// Label of the plan.
    pub plan: &'static str,
    /// A plan that was presented on a day, with what is left to pay.
    pub plan_of: fn(&str, &str) -> String,
    /// A plan of which it is not known when it was presented, with what is left to pay.
    pub some_plan: fn(&str) -> String,
    /// Nobody has said yet for which.
    pub choose: &'static str,
    /// It is still to be said for which.
    pub no_purpose: &'static str,
    /// No plan.
    pub no_plan: &'static str,
    /// Label of why.
    pub why: &'static str,
    /// A reason is missing.
    pub no_reason: &'static str,
    /// Records it.
    pub write: &'static str,
    /// What happens to the call list.
    pub follows: &'static str,
    /// The same of a waiver.
    pub waiver_follows: &'static str,
    /// A waiver is more than this person lets a patient off: how much that is.
    pub beyond: fn(&str) -> String,
    /// Asks for it.
    pub ask: &'static str,
    /// It was asked for.
    pub told_asked: &'static str,
    /// An entry has not reached the server.
    pub waits: &'static str,
    /// A value date.
    pub of_day: fn(&str) -> String,
    /// Who recorded an entry, and when.
    pub by: fn(&str, &str) -> String,
    /// An entry that another one takes back.
    pub corrected: &'static str,
    /// Opens the form that takes an entry back.
    pub correct: &'static str,
    /// The same for who hears it: of which amount, of which day.
    pub correct_which: fn(&str, &str) -> String,
    /// What a correction does.
    pub correct_follows: &'static str,
    /// Takes it back.
    pub correct_now: &'static str,
    /// A payment was recorded: how much.
    pub told: fn(&str) -> String,
    /// An entry was taken back: how much it had said.
    pub told_corrected: fn(&str) -> String,
    /// Why an entry was taken back at once.
    pub slip: &'static str,
}

pub(super) const ITALIAN: PaymentsText = PaymentsText {
    title: "Pagamenti",
    none: "Nessun pagamento registrato qui negli ultimi mesi.",
    record: "Registra un pagamento",
    form: "Nuovo pagamento",
    kinds: ["Pagamento", "Rimborso", "Abbuono", "Correzione"],
    kind: "Che cosa",
    amount: "Importo, €",
    not_an_amount: "Scrivi un importo come 120 o 120,50, fino a 100.000 euro.",
    day: "Del giorno",
    not_a_day: |days| format!("Il giorno non può essere dopo oggi, né più di {days} giorni fa."),
    plan: "Per quale piano",
    plan_of: |day, left| format!("Piano presentato il {day} · {left} da pagare"),
    some_plan: |left| format!("Piano senza data · {left} da pagare"),
    choose: "Scegli…",
    no_purpose: "Scegli per quale piano, o nessuno.",
    no_plan: "Nessun piano",
    why: "Perché",
    no_reason: "Scrivi perché.",
    write: "Registra",
    follows: "Non si modifica più: un errore si corregge con un’altra registrazione, con il motivo.",
    waiver_follows: "Non è denaro incassato: toglie l’importo da ciò che il paziente deve, e resta scritto chi l’ha concesso e perché.",
    beyond: |most| {
        format!("Da te concedi fino a {most}: oltre decide la direzione, che trova la proposta pronta.")
    },
    ask: "Chiedi alla direzione",
    told_asked: "Chiesto alla direzione: fino alla risposta l’importo resta dovuto.",
    waits: "Registrato su questo dispositivo: la lista si aggiorna quando il server lo sa.",
    of_day: |day| format!("del {day}"),
    by: |who, when| format!("{who}, {when}"),
    corrected: "corretto",
    correct: "Correggi…",
    correct_which: |amount, day| format!("Correggi {amount} del {day}"),
    correct_follows: "La registrazione resta e se ne aggiunge una contraria. Se l’importo era sbagliato, registra poi quello giusto.",
    correct_now: "Registra la correzione",
    told: |amount| format!("Registrato: {amount}"),
    told_corrected: |amount| format!("Corretto: {amount}"),
    slip: "annullato subito dopo",
};

pub(super) const ENGLISH: PaymentsText = PaymentsText {
    title: "Payments",
    none: "No payment was recorded here in the last months.",
    record: "Record a payment",
    form: "New payment",
    kinds: ["Payment", "Refund", "Waiver", "Correction"],
    kind: "What",
    amount: "Amount, €",
    not_an_amount: "Write an amount like 120 or 120.50, up to 100,000 euros.",
    day: "Of the day",
    not_a_day: |days| format!("The day can be neither after today nor more than {days} days ago."),
    plan: "For which plan",
    plan_of: |day, left| format!("Plan presented on {day} · {left} left to pay"),
    some_plan: |left| format!("Plan without a date · {left} left to pay"),
    choose: "Choose…",
    no_purpose: "Choose for which plan, or none.",
    no_plan: "No plan",
    why: "Why",
    no_reason: "Write why.",
    write: "Record",
    follows: "It is never edited: an error is corrected by another entry, with a reason.",
    waiver_follows: "It is no money that came in: it takes the amount off what the patient owes, and it stays written who granted it and why.",
    beyond: |most| {
        format!(
            "By yourself you grant up to {most}: beyond that the manager decides, with the proposal ready."
        )
    },
    ask: "Ask the manager",
    told_asked: "The manager was asked: until there is an answer the amount stays owed.",
    waits: "Recorded on this device: the list follows when the server knows.",
    of_day: |day| format!("of {day}"),
    by: |who, when| format!("{who}, {when}"),
    corrected: "corrected",
    correct: "Correct…",
    correct_which: |amount, day| format!("Correct {amount} of {day}"),
    correct_follows: "The entry stays and an opposite one is added. If the amount was wrong, record the right one then.",
    correct_now: "Record the correction",
    told: |amount| format!("Recorded: {amount}"),
    told_corrected: |amount| format!("Corrected: {amount}"),
    slip: "taken back at once",
};
