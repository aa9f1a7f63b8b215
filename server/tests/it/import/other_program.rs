//! An export of a program that is like "aurora" in nothing, read by a mapping alone.

use app_domain::calls::{Outcome, ReasonKind, Topic};
use app_domain::care::PlanAnswer;
use app_domain::money::Cents;
use app_domain::patient::{Channel, Consent, Opposition, Purpose, Standing};
use jiff::civil::date;
use server::import::facts::{Facts, PatientFact};
use server::import::mapping::VisitState;
use server::import::report::Kind;
use server::import::{Mapping, Progress, Report};

use super::{Files, GESTIONALE, gestionale, import, now};

fn read() -> (Facts, Report) {
    import(&Files::gestionale(), &gestionale())
        .facts(now(), &mut Progress::Silent)
        .expect("it is there")
}

fn patient<'f>(facts: &'f Facts, code: &str) -> &'f PatientFact {
    facts
        .patients
        .iter()
        .find(|patient| patient.code == code)
        .expect("it is there")
}

fn kinds_of(report: &Report, file: &str, id: &str) -> Vec<Kind> {
    let of_row = report
        .defects
        .iter()
        .filter(|defect| defect.file == file && defect.id == id);
    of_row.map(|defect| defect.kind).collect()
}

#[test]
fn names_in_one_column_are_told_apart() {
    let (facts, report) = read();
    let name = |code| {
        (
            patient(&facts, code).surname.as_str(),
            patient(&facts, code).name.as_str(),
        )
    };
    assert_eq!(name("20011"), ("Rossi", "Mario"));
    assert_eq!(name("20014"), ("Dalla Costa", "Maria Grazia"));
    assert_eq!(
        (
            facts.clinicians[1].surname.as_str(),
            facts.clinicians[1].name.as_str()
        ),
        ("DELLA CORTE", "Pia")
    );
    assert!(kinds_of(&report, "assistiti.csv", "20014").contains(&Kind::NameSplit));
}

#[test]
fn phones_in_one_column_are_told_apart() {
    let (facts, _) = read();
    let mario = patient(&facts, "20011");
    assert_eq!(mario.landline.as_deref(), Some("+390372447799"));
    assert_eq!(mario.mobile.as_deref(), Some("+393336103119"));
}

#[test]
fn words_flags_and_lists_mean_what_the_mapping_says() {
    let (facts, _) = read();
    let standing = |code| patient(&facts, code).standing;
    assert_eq!(standing("20011"), Standing::Active);
    assert_eq!(standing("20017"), Standing::Inactive);
    assert_eq!(standing("20020"), Standing::Deceased);
    assert_eq!(standing("20023"), Standing::MovedAway);
    let maria = patient(&facts, "20014");
    assert_eq!(maria.consent, Consent::Denied);
    assert_eq!(maria.preferred, Some(Channel::WhatsApp));
    let opposed = |purpose, channel| Opposition { purpose, channel };
    assert_eq!(
        maria.oppositions,
        [
            opposed(Some(Purpose::Recalls), None),
            opposed(Some(Purpose::Administration), Some(Channel::Sms))
        ]
    );
    assert_eq!(patient(&facts, "20020").oppositions, [opposed(None, None)]);
    assert_eq!(patient(&facts, "20017").hygiene_interval_months, 4);
    assert_eq!(patient(&facts, "20014").hygiene_interval_months, 6);
}

#[test]
fn dates_in_other_ways_are_read_and_reported() {
    let (facts, report) = read();
    assert_eq!(patient(&facts, "20014").born, Some(date(1990, 4, 3)));
    assert_eq!(patient(&facts, "20017").born, Some(date(1931, 5, 7)));
    assert!(kinds_of(&report, "assistiti.csv", "20017").contains(&Kind::DateFormat));
}

#[test]
fn a_quote_that_never_closes_loses_no_row() {
    let (facts, report) = read();
    assert_eq!(facts.patients.len(), 5);
    assert_eq!(
        patient(&facts, "20017").note,
        r#""Gigi" per gli amici, chiama sempre la moglie "Pina"#
    );
    assert_eq!(patient(&facts, "20017").address.as_deref(), Some("Via Roma, 82"));
    let faults = report
        .defects
        .iter()
        .filter(|defect| defect.kind == Kind::UnescapedQuote);
    assert_eq!(
        faults
            .map(|fault| (fault.line, fault.id.as_str()))
            .collect::<Vec<_>>(),
        [(3, "20014"), (4, "20017")]
    );
}

#[test]
fn visits_have_their_length_and_their_state() {
    let (facts, report) = read();
    let visit = |code: &str| {
        facts
            .appointments
            .iter()
            .find(|visit| visit.code == code)
            .unwrap()
    };
    assert_eq!(visit("1").minutes, 45);
    assert_eq!(visit("2").state, VisitState::Confirmed);
    assert_eq!(visit("4").state, VisitState::CancelledByPatient);
    assert_eq!(visit("4").cancelled_at, Some(date(2026, 11, 18).at(17, 5, 0, 0)));
    assert_eq!(visit("5").state, VisitState::CancelledByPractice);
    assert!(visit("3").overbooked.is_some() && visit("2").overbooked.is_none());
    assert_eq!(kinds_of(&report, "appuntamenti.csv", "3"), [Kind::OverlapOnChair]);
    assert_eq!(
        kinds_of(&report, "appuntamenti.csv", "6"),
        [Kind::ClockChangeDay, Kind::HourSkipped]
    );
    assert_eq!(kinds_of(&report, "appuntamenti.csv", "7"), [Kind::OnHoliday]);
}

#[test]
fn hours_are_read_from_a_column_for_each_day() {
    let (facts, _) = read();
    let spans = |chair: usize, weekday| {
        facts.chairs[chair]
            .opening
            .iter()
            .filter(|span| span.weekday == weekday)
            .count()
    };
    assert_eq!([spans(0, 1), spans(0, 3), spans(1, 3), spans(1, 5)], [2, 1, 0, 1]);
}

#[test]
fn care_and_money_are_read_in_their_own_words() {
    let (facts, report) = read();
    let act = |code: &str| facts.acts.iter().find(|act| act.code == code).unwrap();
    assert_eq!(act("102").act_code, "PROV-EST");
    assert_eq!(
        (act("102").price, act("102").discount),
        (Cents(125_000), Cents(12_500))
    );
    assert_eq!(act("101").discount, Cents(405));
    assert_eq!(
        (act("103").done, act("103").answer),
        (None, Some(PlanAnswer::Thinking))
    );
    assert_eq!(act("104").tooth, "Sup");
    // Days to wait before a step; ten years are a slip.
    assert_eq!((act("102").gap_days, act("103").gap_days), (None, Some(21)));
    assert_eq!(act("104").gap_days, None);
    assert!(kinds_of(&report, "cure.csv", "104").contains(&Kind::NumberUnreadable));
    assert_eq!(kinds_of(&report, "cure.csv", "105"), [Kind::UnknownPatient]);
    let amounts: Vec<i64> = facts.payments.iter().map(|payment| payment.amount.0).collect();
    assert_eq!(amounts, [50_000, 12_000, -450, -1_000]);
    assert_eq!(
        facts.instalments.iter().map(|one| one.number).collect::<Vec<_>>(),
        [1, 2]
    );
}

#[test]
fn contacts_keep_what_was_promised() {
    let (facts, _) = read();
    let promised = date(2026, 11, 23).at(9, 45, 0, 0);
    assert_eq!(
        facts.contacts[0].outcome,
        Outcome::CallBack {
            until: promised,
            what: String::new()
        }
    );
    let pays = Outcome::PromisesToPay {
        by: date(2026, 11, 30),
        amount: Some(Cents(1_000)),
    };
    assert_eq!(facts.contacts[1].outcome, pays);
    assert_eq!(facts.contacts[2].topic, Topic::Reason(ReasonKind::Displaced));
}

#[test]
fn a_payer_that_is_not_there_is_none() {
    let (facts, report) = read();
    assert_eq!(patient(&facts, "20014").payer.as_deref(), Some("20011"));
    assert_eq!(patient(&facts, "20023").payer, None);
    assert!(kinds_of(&report, "assistiti.csv", "20023").contains(&Kind::UnknownPayer));
}

#[test]
fn a_mapping_that_makes_no_sense_names_the_key() {
    for (old, new, told) in [
        ("encoding = \"utf-8\"", "encoding = \"utf-9\"", "format.encoding"),
        ("Odo = \"dentist\"", "Odo = \"dentits\"", "words.profession"),
        (
            "recall_consent = \"Privacy\"",
            "recal_consent = \"Privacy\"",
            "recal_consent",
        ),
        ("end = \"Alle\"", "", "minutes or end"),
        ("dates = [\"yyyy-mm-dd\"", "dates = [\"yyyy-mm\"", "format.dates"),
        (
            "pattern = \"^(\\\\d+)\"",
            "pattern = \"^(\"",
            "patients.columns.hygiene_interval_months",
        ),
    ] {
        assert!(GESTIONALE.contains(old), "{old}");
        let error = Mapping::parse("gestionale", &GESTIONALE.replace(old, new))
            .unwrap_err()
            .to_string();
        let named = told.rsplit('.').next().unwrap_or(told);
        assert!(error.contains(named), "{told}: {error}");
    }
}
