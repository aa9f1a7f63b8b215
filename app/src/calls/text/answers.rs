//! Words for what a patient answers to a plan.

use app_domain::care::PlanAnswer;

/// Words of the panel.
pub struct AnswersText {
    /// Title.
    pub title: &'static str,
    /// The same answer to all that has none.
    pub to_all: fn(PlanAnswer) -> &'static str,
    /// An answer to one step.
    pub answer: fn(PlanAnswer) -> &'static str,
    /// A step: its number, what would be done, on which tooth.
    pub step: fn(usize, &str, &str) -> String,
    /// When the plan was presented.
    pub presented: fn(&str) -> String,
    /// Nothing was said of any step.
    pub nothing_said: &'static str,
    /// Writes the answers down.
    pub write: &'static str,
    /// The same, and goes on with a visit.
    pub write_and_book: &'static str,
    /// What is promised by who may not write answers down.
    pub promised: &'static str,
}

/// Italian.
pub(super) const ITALIAN: AnswersText = AnswersText {
    title: "Che cosa risponde al piano",
    to_all: |answer| match answer {
        PlanAnswer::Accepted => "Accetta tutto",
        PlanAnswer::Thinking => "Ci pensa",
        PlanAnswer::Postponed => "Rinvia tutto",
        PlanAnswer::Declined => "Rifiuta tutto",
    },
    answer: |answer| match answer {
        PlanAnswer::Accepted => "accetta",
        PlanAnswer::Thinking => "ci pensa",
        PlanAnswer::Postponed => "rinvia",
        PlanAnswer::Declined => "rifiuta",
    },
    step: |number, what, tooth| match tooth {
        "" => format!("{number}. {what}"),
        "Sup" => format!("{number}. {what}, arcata superiore"),
        "Inf" => format!("{number}. {what}, arcata inferiore"),
        tooth => format!("{number}. {what}, dente {tooth}"),
    },
    presented: |day| format!("Presentato il {day}"),
    nothing_said: "Scegli la risposta di almeno un passo, o una per tutti qui sopra.",
    write: "Registra",
    write_and_book: "Registra e fissa una visita",
    promised: "la risposta al piano di cura, con chi lo segue",
};

/// English.
pub(super) const ENGLISH: AnswersText = AnswersText {
    title: "What they answer to the plan",
    to_all: |answer| match answer {
        PlanAnswer::Accepted => "Accepts all",
        PlanAnswer::Thinking => "Is thinking",
        PlanAnswer::Postponed => "Postpones all",
        PlanAnswer::Declined => "Declines all",
    },
    answer: |answer| match answer {
        PlanAnswer::Accepted => "accepts",
        PlanAnswer::Thinking => "thinking",
        PlanAnswer::Postponed => "postpones",
        PlanAnswer::Declined => "declines",
    },
    step: |number, what, tooth| match tooth {
        "" => format!("{number}. {what}"),
        "Sup" => format!("{number}. {what}, upper arch"),
        "Inf" => format!("{number}. {what}, lower arch"),
        tooth => format!("{number}. {what}, tooth {tooth}"),
    },
    presented: |day| format!("Presented on {day}"),
    nothing_said: "Choose the answer to one step at least, or one for all of them above.",
    write: "Write down",
    write_and_book: "Write down and book a visit",
    promised: "the answer to the plan of care, with who follows it",
};
