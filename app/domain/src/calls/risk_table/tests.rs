use super::*;

const CATEGORY: RiskCategory = RiskCategory::ExtendedProvisional;

fn rule(opens: &[&str], closes: &[&str], check_every_days: u16) -> RiskRule {
    let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    RiskRule {
        category: CATEGORY,
        opens: owned(opens),
        closes: owned(closes),
        check_every_days,
    }
}

#[test]
fn what_is_usual_is_fit_and_no_code_stands_twice() {
    let table = RiskTable::usual();
    for rule in table.rules() {
        assert!(rule.is_fit(), "{rule:?}");
        assert_eq!(rule.taken_by(table.rules()), None);
        assert_eq!(
            table.checks().days(rule.category),
            i64::from(rule.check_every_days)
        );
    }
    assert_eq!(table.checks(), RiskChecks::usual());
    let days: Vec<u16> = table.rules().iter().map(|rule| rule.check_every_days).collect();
    assert_eq!(days, [30, 42, 21, 7, 14]);
}

#[test]
fn a_line_has_one_to_eight_codes_on_each_side_and_one_to_365_days() {
    let many = |count: usize| -> Vec<String> { (0..count).map(|one| format!("A-{one}")).collect() };
    let of = |opens: usize, closes: usize, days: u16| RiskRule {
        category: CATEGORY,
        opens: many(opens),
        closes: many(closes).iter().map(|code| format!("{code}-C")).collect(),
        check_every_days: days,
    };
    for (opens, closes, days, is_fit) in [
        (1, 1, 1, true),
        (8, 8, 365, true),
        (0, 1, 30, false),
        (1, 0, 30, false),
        (9, 1, 30, false),
        (1, 9, 30, false),
        (1, 1, 0, false),
        (1, 1, 366, false),
    ] {
        assert_eq!(
            of(opens, closes, days).is_fit(),
            is_fit,
            "{opens} {closes} {days}"
        );
    }
}

#[test]
fn a_code_is_of_capitals_figures_and_hyphens() {
    for (code, is_code) in [
        ("PROV-EST", true),
        ("D2740", true),
        ("ABCDEFGHIJKLMNOPQRST", true),
        ("ABCDEFGHIJKLMNOPQRSTU", false),
        ("", false),
        ("prov", false),
        (" PROV", false),
        ("PROV EST", false),
        ("PROV_EST", false),
        ("CITTÀ", false),
        ("ESTRAZ", false),
    ] {
        assert_eq!(is_risk_code(code), is_code, "{code:?}");
        assert_eq!(rule(&[code], &["FINE"], 30).is_fit(), is_code, "{code:?} opens");
        assert_eq!(
            rule(&["INIZIO"], &[code], 30).is_fit(),
            is_code,
            "{code:?} closes"
        );
    }
}

#[test]
fn a_code_has_one_place() {
    assert!(!rule(&["UNO", "UNO"], &["DUE"], 30).is_fit());
    assert!(!rule(&["UNO"], &["DUE", "UNO"], 30).is_fit());
    let table = RiskTable::usual();
    let taken = |opens: &[&str], closes: &[&str]| {
        let rule = rule(opens, closes, 30);
        let taken = rule.taken_by(table.rules());
        taken.map(|(code, category)| (code.to_owned(), category))
    };
    assert_eq!(taken(&["PROV-EST", "NUOVO"], &["CORONA-DEF"]), None);
    let denture = RiskCategory::DentureJustDelivered;
    let orthodontics = RiskCategory::FixedOrthodontics;
    assert_eq!(
        taken(&["PM-CONSEGNA"], &["DUE"]),
        Some(("PM-CONSEGNA".to_owned(), denture))
    );
    assert_eq!(
        taken(&["UNO"], &["ORTO-BOND"]),
        Some(("ORTO-BOND".to_owned(), orthodontics))
    );
}

#[test]
fn a_line_that_is_set_takes_the_place_of_the_usual_one_and_the_others_stay() {
    let table = RiskTable::set([rule(&["UNO", "DUE"], &["TRE"], 90)]);
    assert_eq!(table.rules().len(), RiskCategory::ALL.len());
    assert_eq!(table.opened_by("DUE").map(|rule| rule.category), Some(CATEGORY));
    assert_eq!(table.opened_by("PROV-EST"), None);
    assert!(table.closes(CATEGORY, "TRE"));
    assert!(!table.closes(CATEGORY, "CORONA-DEF"));
    assert!(!table.closes(RiskCategory::FixedOrthodontics, "TRE"));
    assert!(table.closes(RiskCategory::FixedOrthodontics, "ORTO-DEBOND"));
    assert_eq!(table.checks().days(CATEGORY), 90);
    assert_eq!(table.checks().days(RiskCategory::FixedOrthodontics), 42);
}
