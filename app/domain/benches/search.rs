//! How long an answer takes among 50,000 patients, beside the plainest way of giving the same one.
//!
//! Names are drawn from the made-up practice, so that common ones are common. Both ways answer each query in the same run,
//! one after the other; the answers must be the same. Nothing is asserted of time.

#[path = "../tests/search/naive.rs"]
mod naive;
#[path = "../tests/search/people.rs"]
mod people;

use std::time::{Duration, Instant};

use app_domain::patient::{Patient, Standing};
use app_domain::search::{Query, SearchIndex, Sight};
use jiff::civil::{Date, date};

use naive::{Part, scan};
use people::{Known, person};

const TODAY: Date = date(2026, 11, 23);
const PATIENTS: u32 = 50_000;
const QUERIES: usize = 100;
const LIMIT: usize = 20;
const EXPORT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../server/demo/aurora/pazienti.csv"
);

/// Always the same numbers (an xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, many: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % many as u64).unwrap_or_default()
    }
}

/// Surname, name, birth date and tax code of each patient of the export, which is in Latin-1.
fn rows_of_the_export() -> Vec<[String; 4]> {
    let bytes = std::fs::read(EXPORT).expect("the export of the made-up practice");
    let text: String = bytes.into_iter().map(char::from).collect();
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(';').collect();
        [1, 2, 4, 6].map(|at| cells.get(at).copied().unwrap_or_default().to_owned())
    });
    rows.collect()
}

/// Many patients of a few: a surname of one, a name of another.
fn patients(dice: &mut Dice) -> Vec<Known> {
    let rows = rows_of_the_export();
    let numbers = 0..PATIENTS;
    let patient = |number| {
        let [surname, name, born, tax_code] =
            [0, 1, 2, 3].map(|cell| rows[dice.below(rows.len())][cell].clone());
        let mut known = person(u128::from(number) + 1, &surname, &name)
            .mobile(&format!("+393{:09}", dice.below(1_000_000_000)))
            .tax_code(&tax_code);
        if dice.below(2) == 0 {
            known = known.landline(&format!("+390372{:06}", dice.below(1_000_000)));
        }
        let parts: Vec<&str> = born.split('/').rev().collect();
        let born = parts.join("-");
        if born.parse::<Date>().is_ok() {
            known = known.born(&born);
        }
        if dice.below(20) == 0 {
            known = known.standing(Standing::MovedAway);
        }
        known
    };
    numbers.map(patient).collect()
}

/// What people type of somebody who is there, after so many letters.
fn typed(patient: &Patient, letters: usize, dice: &mut Dice) -> String {
    let whole = match dice.below(4) {
        0 | 1 => patient.surname.clone(),
        2 => patient.name.clone(),
        _ => format!("{} {}", patient.name, patient.surname),
    };
    whole.chars().filter(|one| *one != '\'').take(letters).collect()
}

/// As the plain way understands it.
fn parts(typed: &str) -> Vec<Part> {
    let words = typed.split(|one: char| !one.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(|word| Part::Word(app_domain::calls::folded(word)))
        .collect()
}

#[expect(
    clippy::disallowed_methods,
    reason = "a measure of time needs the machine's clock"
)]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begin = Instant::now();
    let made = work();
    (made, begin.elapsed())
}

/// Bytes of memory that the process holds, where the system says so.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// The middle, and what one in a hundred exceeds, in microseconds.
fn middle_and_slowest(times: &mut [Duration]) -> (u128, u128) {
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_micros();
    (at(50), at(99))
}

/// Times `x`, in tenths.
fn ratio(plain: u128, index: u128) -> String {
    let tenths = plain * 10 / index.max(1);
    format!("{}.{}×", tenths / 10, tenths % 10)
}

fn measure(label: &str, queries: &[(String, Vec<Part>)], index: &SearchIndex, all: &[Known]) {
    let (mut with, mut without) = (Vec::new(), Vec::new());
    let mut found = 0;
    for (typed, parts) in queries {
        let (hits, time) = timed(|| index.search(&Query::parse(typed, TODAY), Sight::WHOLE, LIMIT));
        with.push(time);
        let patients = all
            .iter()
            .map(|known| (&known.patient, known.tax_code.as_deref()));
        let (same, time) = timed(|| scan(patients, parts, Sight::WHOLE, LIMIT));
        without.push(time);
        assert_eq!(hits, same, "{typed}");
        found += hits.patients.len() + hits.more;
    }
    let ((p50, p99), (plain50, plain99)) = (middle_and_slowest(&mut with), middle_and_slowest(&mut without));
    println!(
        "| {label:<14} | {:>7} | {p50:>7} | {p99:>7} | {plain50:>8} | {plain99:>8} | {:>8} | {:>8} |",
        found / queries.len(),
        ratio(plain50, p50),
        ratio(plain99, p99),
    );
}

fn main() {
    let mut dice = Dice(0x0bad_5eed_cafe);
    let all = patients(&mut dice);
    let before = resident();
    let (index, built) = timed(|| {
        let mut index = SearchIndex::default();
        for known in &all {
            index.put_with_tax_code(&known.patient, known.tax_code.as_deref());
        }
        index
    });
    let grown = resident()
        .zip(before)
        .map(|(after, before)| after.saturating_sub(before));
    println!("{PATIENTS} patients, index built in {} ms", built.as_millis());
    if let Some(bytes) = grown {
        println!("memory of the index: {} MB", bytes / 1_000_000);
    }
    println!("microseconds; {QUERIES} queries a line, each answered both ways in turn\n");
    println!("| query          |    hits |     p50 |     p99 | scan p50 | scan p99 |  p50 is  |  p99 is  |");
    println!("|----------------|---------|---------|---------|----------|----------|----------|----------|");
    for letters in 1..=6 {
        let queries: Vec<_> = (0..QUERIES)
            .map(|_| {
                let typed = typed(&all[dice.below(all.len())].patient, letters, &mut dice);
                let parts = parts(&typed);
                (typed, parts)
            })
            .collect();
        measure(&format!("{letters} letters"), &queries, &index, &all);
    }
    let of_each = |typed: fn(&Known) -> (String, Part)| -> Vec<(String, Vec<Part>)> {
        let some = all.iter().step_by(all.len() / (QUERIES));
        some.map(|known| {
            let (typed, part) = typed(known);
            (typed, vec![part])
        })
        .collect()
    };
    let beginning = vec![("3".to_owned(), vec![Part::Figures("3".to_owned(), None)]); QUERIES];
    measure("1 figure", &beginning, &index, &all);
    let telephone = of_each(|known| {
        let number = known.patient.contacts.as_ref().and_then(|of| of.mobile.clone());
        let figures = number.unwrap_or_default()[3..9].to_owned();
        (figures.clone(), Part::Figures(figures, None))
    });
    measure("6 figures", &telephone, &index, &all);
    let tax_codes = of_each(|known| {
        let code = known.tax_code.clone().unwrap_or_default();
        let code: String = code.chars().take(9).collect();
        (code.clone(), Part::Word(code.to_lowercase()))
    });
    let (coded, _): (Vec<_>, Vec<_>) = tax_codes.into_iter().partition(|(typed, _)| typed.len() == 9);
    measure("tax code", &coded, &index, &all);
    let (mut changed, times) = (index.clone(), &mut Vec::new());
    for known in all.iter().step_by(50) {
        let mut renamed = known.patient.clone();
        renamed.surname.push('i');
        times.push(timed(|| changed.put(&renamed)).1);
    }
    let (p50, p99) = middle_and_slowest(times);
    println!("\na change of one patient: p50 {p50} µs, p99 {p99} µs");
}
