//! Words of what is recorded of payments.

/// Words of what is recorded of payments.
pub struct PaymentText {
    /// Somebody paid: who.
    pub pays: fn(&str) -> String,
    /// Money was given back: to whom.
    pub refunds: fn(&str) -> String,
    /// Somebody was let off an amount: who.
    pub waives: fn(&str) -> String,
    /// An entry is taken back: whose.
    pub corrects: fn(&str) -> String,
    /// Label of the amount.
    pub amount: &'static str,
    /// Label of the value date.
    pub day: &'static str,
    /// Label of why.
    pub why: &'static str,
}

pub(super) const ITALIAN: PaymentText = PaymentText {
    pays: |who| format!("Pagamento di {who}"),
    refunds: |who| format!("Rimborso a {who}"),
    waives: |who| format!("Abbuono a {who}"),
    corrects: |who| format!("Correzione di un pagamento di {who}"),
    amount: "Importo",
    day: "Del",
    why: "Perché",
};

pub(super) const ENGLISH: PaymentText = PaymentText {
    pays: |who| format!("Payment of {who}"),
    refunds: |who| format!("Refund to {who}"),
    waives: |who| format!("Waiver for {who}"),
    corrects: |who| format!("Correction of a payment of {who}"),
    amount: "Amount",
    day: "Of",
    why: "Why",
};
