//! The same answers on every machine: a made-up practice, all rules, one checksum. Runs natively and in the browser.
#![expect(
    clippy::unwrap_used,
    reason = "a fact of a test that is not there fails the test"
)]

mod calls {
    pub mod world;
}

use app_domain::calendar::Calendar;
use app_domain::calls::{CallBoard, CallStatus, why};
use app_domain::language::Language;
use app_domain::time::Now;
use calls::world::World;
use jiff::civil::date;

/// FNV-1a of a text.
fn checksum(lines: &[String]) -> u64 {
    let bytes = lines.iter().flat_map(|line| line.bytes().chain([b'\n']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// All that the rules say of a patient, in words and numbers.
fn line(code: &str, status: &CallStatus, now: Now) -> String {
    let listed = status.listed.iter().map(|reason| {
        let title = why::reason_title(reason, now, Language::Italian);
        let tag = why::reason_tag(reason, now, Language::English);
        format!("{} {} {title} {tag}", reason.kind().name(), reason.since)
    });
    let excluded = status.excluded.iter().map(|held| {
        format!(
            "{} {} {} {:?}",
            held.reason.kind().name(),
            held.reason.since,
            held.cause.name(),
            held.until
        )
    });
    let parts: Vec<String> = listed.chain(excluded).collect();
    format!(
        "{code} {:?} {:?} {}",
        status.rank,
        status.next_change,
        parts.join(" | ")
    )
}

fn answers(now: Now) -> Vec<String> {
    let world = World::random(20_261_123, 300);
    let board = CallBoard::of(&world, world.ids(), &Calendar::new(&world.closures), now);
    let mut lines: Vec<String> = board
        .statuses()
        .map(|(patient, status)| line(&world.patients[&patient].code, status, now))
        .collect();
    lines.sort();
    lines
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_machine_gives_the_same_answers() {
    let moments = [
        date(2026, 11, 23).at(9, 30, 0, 0),
        date(2026, 10, 25).at(2, 30, 0, 0),
        date(2027, 3, 28).at(12, 0, 0, 0),
    ];
    let sums = moments.map(|moment| checksum(&answers(Now::at_civil(moment))));
    assert_eq!(
        sums,
        [
            0xca82_a766_cf1a_5632,
            0x4e60_4b5b_92b2_8d46,
            0x3ebd_ebc1_a541_8ace
        ],
        "{sums:#x?}"
    );
}
