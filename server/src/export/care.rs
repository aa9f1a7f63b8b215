//! Plans, acts, payments, instalments: columns say it all, but for the entries of the books that were made here.

use std::collections::HashMap;

use app_domain::id::PracticeId;
use app_domain::money::Cents;
use app_domain::payments::RecordedPayment;
use app_domain::rows::Row;

use super::sheet::{ExportFile, Sheet, euro, some, whole};
use crate::store::export::{act_records, instalment_records, payment_records, plan_records};
use crate::store::payment::recorded_payments;
use crate::store::{StoreError, Tx};

pub(super) async fn files(tx: &mut Tx, practice: PracticeId) -> Result<Vec<ExportFile>, StoreError> {
    Ok(vec![
        plans(tx, practice).await?,
        acts(tx, practice).await?,
        payments(tx, practice).await?,
        instalments(tx, practice).await?,
    ])
}

async fn plans(tx: &mut Tx, practice: PracticeId) -> Result<ExportFile, StoreError> {
    let headers = [
        "Id Richiamo",
        "Codice",
        "Paziente",
        "Odontoiatra",
        "Titolo",
        "Firmato il",
        "Presentato il",
        "Stato",
    ];
    let mut sheet = Sheet::new("piani.csv", &headers);
    for plan in plan_records(tx, practice).await? {
        sheet.row([
            plan.id,
            plan.code,
            plan.patient,
            some(plan.clinician),
            plan.title,
            some(plan.signed),
            some(plan.presented),
            plan.state,
        ]);
    }
    Ok(sheet.file())
}

async fn acts(tx: &mut Tx, practice: PracticeId) -> Result<ExportFile, StoreError> {
    let headers = [
        "Id Richiamo",
        "Id",
        "Paziente",
        "Piano",
        "Ordine",
        "Codice",
        "Descrizione",
        "Dente",
        "Operatore",
        "Eseguita il",
        "Prezzo",
        "Sconto",
        "Risposta paziente",
        "Giorni dal passo prima",
    ];
    let mut sheet = Sheet::new("prestazioni.csv", &headers);
    for act in act_records(tx, practice).await? {
        sheet.row([
            act.id,
            act.code,
            act.patient,
            some(act.plan),
            some(act.position),
            act.act_code,
            act.description,
            act.tooth,
            some(act.clinician),
            some(act.done),
            euro(Cents(act.price_cents)),
            euro(Cents(act.discount_cents)),
            some(act.answer),
            some(act.gap_days),
        ]);
    }
    Ok(sheet.file())
}

async fn payments(tx: &mut Tx, practice: PracticeId) -> Result<ExportFile, StoreError> {
    let headers = [
        "Id Richiamo",
        "Id",
        "Paziente",
        "Piano",
        "Data",
        "Importo",
        "Metodo",
        "Riga",
    ];
    let made_here = recorded_payments(tx, practice).await?;
    let made_here: HashMap<String, RecordedPayment> = made_here
        .into_iter()
        .map(|payment| (payment.id.to_string(), payment))
        .collect();
    let mut sheet = Sheet::new("pagamenti.csv", &headers);
    for payment in payment_records(tx, practice).await? {
        let row = made_here.get(&payment.id);
        let riga = row.map(|row| whole(&Row::Payment(row.clone())));
        sheet.row([
            payment.id,
            payment.code,
            payment.patient,
            some(payment.plan),
            payment.day,
            euro(Cents(payment.amount_cents)),
            payment.method,
            some(riga),
        ]);
    }
    Ok(sheet.file())
}

async fn instalments(tx: &mut Tx, practice: PracticeId) -> Result<ExportFile, StoreError> {
    let mut sheet = Sheet::new("rate.csv", &["Piano", "Numero", "Scadenza", "Importo"]);
    for (plan, number, due, cents) in instalment_records(tx, practice).await? {
        sheet.row([plan, number.to_string(), due, euro(Cents(cents))]);
    }
    Ok(sheet.file())
}
