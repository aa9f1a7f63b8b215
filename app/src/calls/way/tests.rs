use app_domain::agenda::PlaceTimes;
use app_domain::id::PatientId;
use app_domain::language::Language;
use app_domain::patient::{Consent, Contacts, Standing};
use uuid::Uuid;

use super::*;
use crate::calls::text::text;

const ROOM: &str = "https://meet.example.org/0123456789abcdef";

fn patient(preferred: Option<Channel>) -> Patient {
    Patient {
        id: PatientId(Uuid::nil()),
        code: "P1".to_owned(),
        surname: "Greco".to_owned(),
        name: "Anna".to_owned(),
        born: None,
        contacts: Some(Contacts {
            language: None,
            mobile: Some("+393475550128".to_owned()),
            landline: Some("+390372411207".to_owned()),
            email: Some("anna@example.org".to_owned()),
            preferred,
            note: String::new(),
        }),
        standing: Standing::Active,
        payer: None,
        dentist: None,
        hygienist: None,
        recall_consent: Consent::NeverAsked,
        oppositions: Vec::new(),
        times: PlaceTimes::default(),
    }
}

/// What is shown of each way, in order, and where it leads.
fn shown(row: &Patient, barred: &[Channel]) -> Vec<(String, Option<String>)> {
    let opposed = |channel| {
        if barred.contains(&channel) {
            Opposed::Wholly
        } else {
            Opposed::No
        }
    };
    let words = &text(Language::Italian).card;
    let all = ways(
        row,
        Some(ROOM.to_owned()),
        words,
        crate::text::text(Language::Italian),
        &opposed,
    );
    let link = |way: Way| (way.words.clone(), way.href.clone().filter(|_| way.is_open()));
    all.into_iter().map(link).collect()
}

fn names(row: &Patient, barred: &[Channel]) -> Vec<String> {
    shown(row, barred).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn the_order_is_the_same_on_every_card_where_nothing_is_preferred() {
    let all = [
        "347 555 01 28",
        "0372 41 12 07",
        "Video",
        "WhatsApp",
        "SMS",
        "E-mail",
    ];
    assert_eq!(names(&patient(None), &[]), all);
    let links: Vec<_> = shown(&patient(None), &[])
        .into_iter()
        .filter_map(|(_, href)| href)
        .collect();
    assert_eq!(
        links[2..5],
        [ROOM, "https://wa.me/393475550128", "sms:+393475550128"]
    );
}

#[test]
fn what_the_patient_prefers_is_first_and_says_so() {
    let row = patient(Some(Channel::Sms));
    assert_eq!(names(&row, &[])[..2], ["SMS", "347 555 01 28"]);
    let words = &text(Language::Italian).card;
    let all = ways(&row, None, words, crate::text::text(Language::Italian), &|_| {
        Opposed::No
    });
    assert_eq!(all[0].label, "SMS, come preferisce");
}

#[test]
fn what_is_not_wanted_is_last_and_leads_nowhere_even_if_it_was_preferred() {
    let row = patient(Some(Channel::WhatsApp));
    let all = shown(&row, &[Channel::WhatsApp]);
    assert_eq!(all.last(), Some(&("WhatsApp".to_owned(), None)));
    assert_eq!(all[0].0, "347 555 01 28");
}

#[test]
fn who_wants_no_telephone_call_wants_no_video_call() {
    let all = shown(&patient(None), &[Channel::Phone]);
    let video = all.iter().find(|(name, _)| name == "Video");
    assert_eq!(video, Some(&("Video".to_owned(), None)));
    assert_eq!(all[0].0, "WhatsApp");
}
