use jiff::civil::{date, time};

use super::*;
use crate::id::ClosureId;
use crate::practice::Closure;

const FRIDAY: Date = date(2026, 11, 20);
const SATURDAY: Date = date(2026, 11, 21);

fn may_call(settings: &CallSettings, day: Date, hour: i8, minute: i8) -> bool {
    settings.is_hour_to_call(&Calendar::default(), Now::at_civil(day.at(hour, minute, 0, 0)))
}

#[test]
fn calls_are_made_in_the_hours_of_working_days() {
    let usual = CallSettings::usual();
    let may_call = |day, hour, minute| may_call(&usual, day, hour, minute);
    assert!(!may_call(FRIDAY, 8, 59));
    assert!(may_call(FRIDAY, 9, 0));
    assert!(may_call(FRIDAY, 12, 59));
    assert!(!may_call(FRIDAY, 13, 0));
    assert!(!may_call(FRIDAY, 14, 59));
    assert!(may_call(FRIDAY, 15, 0));
    assert!(may_call(FRIDAY, 18, 59));
    assert!(!may_call(FRIDAY, 19, 0));
    assert!(!may_call(SATURDAY, 10, 0));
    assert!(!may_call(date(2026, 12, 8), 10, 0));
}

#[test]
fn the_hours_of_the_practice_hold_instead_and_no_closure_is_one() {
    let settings = CallSettings {
        hours: vec![Opening {
            weekday: 6,
            from: time(8, 30, 0, 0),
            to: time(12, 0, 0, 0),
        }],
        video: None,
        follow_up: FollowUp::Off,
        checks: Vec::new(),
    };
    assert!(may_call(&settings, SATURDAY, 8, 30));
    assert!(!may_call(&settings, FRIDAY, 10, 0));
    let closed = Calendar::new([&Closure {
        id: ClosureId(Uuid::nil()),
        from: SATURDAY,
        to: SATURDAY,
        reason: "Corso".to_owned(),
    }]);
    assert!(!settings.is_hour_to_call(&closed, Now::at_civil(SATURDAY.at(9, 0, 0, 0))));
}

#[test]
fn an_address_of_video_calls_is_encrypted_and_has_one_place_for_the_room() {
    let is_fit = |text: &str| VideoTemplate::typed(text).is_fit();
    assert!(is_fit(" https://meet.example.org/{codice} "));
    assert!(is_fit(
        "https://meet.example.org:8443/studio/{codice}?lang=it#config.prejoin=true"
    ));
    for unfit in [
        "",
        "http://meet.example.org/{codice}",
        "javascript:alert(1)/{codice}",
        "https://meet.example.org/",
        "https://meet.example.org/{codice}/{codice}",
        "https://meet.example.org/{codice}/{paziente}",
        "https://{codice}.example.org/{codice}",
        "https://{codice}.example.org/",
        "https:///{codice}",
        "https://meet.example.org@other.example/{codice}",
        "https://meet.example.org/{codice} x",
        "https://meet.example.org/\"{codice}",
    ] {
        assert!(!is_fit(unfit), "{unfit}");
    }
    assert!(!is_fit(&format!(
        "https://meet.example.org/{}{{codice}}",
        "a".repeat(200)
    )));
}

#[test]
fn a_room_tells_neither_the_patient_nor_the_hour() {
    let template = VideoTemplate::typed("https://meet.example.org/{codice}");
    let chance = Uuid::from_u128(0x0193_5f00_0000_7abc_8123_4567_89ab_cdef);
    assert_eq!(
        template.address(chance),
        "https://meet.example.org/0123456789abcdef"
    );
}
