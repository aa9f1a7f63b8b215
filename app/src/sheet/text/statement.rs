//! Words of the rows behind the figures of money.

use app_domain::money::ledger::CycleState;
use app_domain::money::statement::Source;

/// Words of the rows behind the figures of money. Amounts and days come as they are written.
pub struct StatementText {
    /// Unfolds the rows; the name of their part of the sheet.
    pub title: &'static str,
    /// The server is being asked.
    pub loading: &'static str,
    /// There is no network.
    pub offline: &'static str,
    /// The server gave no answer.
    pub failed: &'static str,
    /// Of which day the figures are.
    pub as_of: fn(&str) -> String,
    /// The balance, which is what is not covered over all cycles; the day of the oldest unpaid act.
    pub balance: fn(&str, &str) -> String,
    /// The balance where the payer owes less in all: the balance, what is not covered, the day.
    pub capped: fn(&str, &str, &str) -> String,
    /// Nothing is a balance.
    pub no_balance: &'static str,
    /// The payer owes nothing in all, though something is not covered: how much.
    pub paid_elsewhere: fn(&str) -> String,
    /// More was given back than paid, and no act is unpaid: how much.
    pub no_act: fn(&str) -> String,
    /// Overdue instalments: how much, since when.
    pub overdue: fn(&str, &str) -> String,
    /// There is no row at all.
    pub nothing: &'static str,
    /// A plan, by the day on which it was presented.
    pub plan: fn(&str) -> String,
    /// A plan of which it is not known when it was presented.
    pub some_plan: &'static str,
    /// The acts outside any plan.
    pub no_plan: &'static str,
    /// How a cycle stands.
    pub state: fn(CycleState) -> &'static str,
    /// What was done.
    pub done: &'static str,
    /// Payments and refunds.
    pub payments: &'static str,
    /// Parts of the price.
    pub instalments: &'static str,
    /// Heading of a day.
    pub day: &'static str,
    /// Heading of a price.
    pub price: &'static str,
    /// Heading of a discount.
    pub discount: &'static str,
    /// Heading of a price less discount.
    pub cost: &'static str,
    /// Heading of where an entry comes from.
    pub source: &'static str,
    /// Where an entry comes from.
    pub sources: fn(Source) -> &'static str,
    /// Heading of an amount.
    pub amount: &'static str,
    /// Heading of a due day.
    pub due: &'static str,
    /// Heading of what was paid of an instalment.
    pub paid: &'static str,
    /// Heading of how late an instalment is.
    pub late: &'static str,
    /// Heading of a sum.
    pub sum: &'static str,
    /// The number and the due day of an instalment.
    pub part: fn(u16, &str) -> String,
    /// The same, put off: from which day.
    pub put_off: fn(&str, &str) -> String,
    /// Nothing is late.
    pub not_late: &'static str,
    /// Cost, less paid, is owed.
    pub owed: fn(&str, &str, &str) -> String,
    /// Agreed, less paid, is left to pay by instalments.
    pub remaining: fn(&str, &str, &str) -> String,
    /// More was paid than the instalments come to: agreed, and paid.
    pub nothing_remains: fn(&str, &str) -> String,
    /// Owed, less what the instalments will bring, is not covered.
    pub uncovered: fn(&str, &str, &str) -> String,
    /// The cycle goes on.
    pub goes_on: &'static str,
    /// The instalments of a stopped plan.
    pub no_agreement: &'static str,
    /// Who pays.
    pub payer: fn(&str) -> String,
    /// Heading of the people for whom somebody pays.
    pub for_whom: &'static str,
    /// Heading of what is owed.
    pub owes: &'static str,
    /// What the payer owes in all.
    pub in_all: fn(&str) -> String,
    /// The payer owes nothing in all.
    pub in_all_nothing: &'static str,
    /// How old it is.
    pub aging: &'static str,
    /// The four buckets, what is not due yet, what was paid too much.
    pub ages: [&'static str; 6],
}

pub(super) const ITALIAN: StatementText = StatementText {
    title: "Da dove viene l’importo",
    loading: "Chiedo i conti al server…",
    offline: "I conti sono sul server: per vederli serve la rete.",
    failed: "Il server non ha risposto.",
    as_of: |day| format!("Conti al {day}."),
    balance: |amount, day| {
        format!("Saldo {amount}: la somma degli scoperti, dalla cura non pagata del {day}.")
    },
    capped: |amount, uncovered, day| {
        format!(
            "Saldo {amount}: gli scoperti sono {uncovered}, ma in tutto chi paga deve {amount}. Dalla cura non pagata del {day}."
        )
    },
    no_balance: "Nessun saldo: fino a un euro è niente.",
    paid_elsewhere: |uncovered| {
        format!("Nessun saldo: gli scoperti sono {uncovered}, ma in tutto chi paga non deve niente.")
    },
    no_act: |uncovered| {
        format!("Nessun saldo: gli scoperti di {uncovered} vengono da rimborsi, e nessuna cura è da pagare.")
    },
    overdue: |amount, day| format!("Rate scadute {amount}: la più vecchia è del {day}."),
    nothing: "Nessuna cura fatta, nessun pagamento e nessuna rata.",
    plan: |day| format!("Piano presentato il {day}"),
    some_plan: "Piano senza data",
    no_plan: "Senza piano",
    state: |state| match state {
        CycleState::Active => "in corso",
        CycleState::Finished => "finito",
        CycleState::Stopped => "interrotto",
    },
    done: "Cure fatte",
    payments: "Pagamenti e rimborsi",
    instalments: "Rate",
    day: "Giorno",
    price: "Prezzo",
    discount: "Sconto",
    cost: "Costo",
    source: "Da dove",
    sources: |source| match source {
        Source::Here => "registrato qui",
        Source::Imported => "importato",
        Source::Waived => "abbuono",
    },
    amount: "Importo",
    due: "Scadenza",
    paid: "Pagato",
    late: "Ritardo",
    sum: "Totale",
    part: |number, day| format!("n. {number} · {day}"),
    put_off: |part, from| format!("{part}, rimandata dal {from}"),
    not_late: "–",
    owed: |cost, paid, owed| format!("Cure {cost} − pagato {paid} = dovuto {owed}."),
    remaining: |agreed, paid, left| {
        format!("Rate {agreed} − pagato {paid} = ancora da versare a rate {left}.")
    },
    nothing_remains: |agreed, paid| {
        format!("Rate {agreed}, pagato {paid}: a rate non resta da versare niente.")
    },
    uncovered: |owed, left, uncovered| {
        format!("Dovuto {owed} − da versare a rate {left} = scoperto {uncovered}.")
    },
    goes_on: "Il ciclo è in corso: non entra nel saldo.",
    no_agreement: "Il piano è interrotto: le rate non valgono più.",
    payer: |name| format!("Chi paga: {name}"),
    for_whom: "Per chi",
    owes: "Dovuto",
    in_all: |amount| format!("In tutto deve {amount}."),
    in_all_nothing: "In tutto non deve niente: fino a un euro è niente.",
    aging: "Da quanto tempo",
    ages: [
        "fino a 30 giorni",
        "da 31 a 60 giorni",
        "da 61 a 90 giorni",
        "oltre 90 giorni",
        "rate non ancora scadute",
        "pagato in più",
    ],
};

pub(super) const ENGLISH: StatementText = StatementText {
    title: "Where the amount comes from",
    loading: "Asking the server for the books…",
    offline: "The books are on the server: seeing them needs the network.",
    failed: "The server did not answer.",
    as_of: |day| format!("Books as of {day}."),
    balance: |amount, day| {
        format!("Balance {amount}: the sum of what is not covered, since the unpaid care of {day}.")
    },
    capped: |amount, uncovered, day| {
        format!(
            "Balance {amount}: {uncovered} is not covered, but in all the payer owes {amount}. Since the unpaid care of {day}."
        )
    },
    no_balance: "No balance: up to a euro is nothing.",
    paid_elsewhere: |uncovered| {
        format!("No balance: {uncovered} is not covered, but in all the payer owes nothing.")
    },
    no_act: |uncovered| {
        format!("No balance: the {uncovered} that is not covered comes from refunds, and no care is unpaid.")
    },
    overdue: |amount, day| format!("Overdue instalments {amount}: the oldest was due on {day}."),
    nothing: "No care done, no payment and no instalment.",
    plan: |day| format!("Plan presented on {day}"),
    some_plan: "Plan without a date",
    no_plan: "Without a plan",
    state: |state| match state {
        CycleState::Active => "under way",
        CycleState::Finished => "finished",
        CycleState::Stopped => "stopped",
    },
    done: "Care done",
    payments: "Payments and refunds",
    instalments: "Instalments",
    day: "Day",
    price: "Price",
    discount: "Discount",
    cost: "Cost",
    source: "From where",
    sources: |source| match source {
        Source::Here => "recorded here",
        Source::Imported => "imported",
        Source::Waived => "waiver",
    },
    amount: "Amount",
    due: "Due",
    paid: "Paid",
    late: "Late",
    sum: "Total",
    part: |number, day| format!("no. {number} · {day}"),
    put_off: |part, from| format!("{part}, put off from {from}"),
    not_late: "–",
    owed: |cost, paid, owed| format!("Care {cost} − paid {paid} = owed {owed}."),
    remaining: |agreed, paid, left| {
        format!("Instalments {agreed} − paid {paid} = still to come by instalments {left}.")
    },
    nothing_remains: |agreed, paid| {
        format!("Instalments {agreed}, paid {paid}: no instalment is left to pay.")
    },
    uncovered: |owed, left, uncovered| {
        format!("Owed {owed} − to come by instalments {left} = not covered {uncovered}.")
    },
    goes_on: "The cycle is under way: it is not part of the balance.",
    no_agreement: "The plan was stopped: its instalments hold no more.",
    payer: |name| format!("Who pays: {name}"),
    for_whom: "For whom",
    owes: "Owed",
    in_all: |amount| format!("In all they owe {amount}."),
    in_all_nothing: "In all they owe nothing: up to a euro is nothing.",
    aging: "For how long",
    ages: [
        "up to 30 days",
        "31 to 60 days",
        "61 to 90 days",
        "more than 90 days",
        "instalments not yet due",
        "paid too much",
    ],
};
