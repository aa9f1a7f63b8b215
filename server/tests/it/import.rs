//! Taking a practice over: what an export brings, what a second one changes, and what a broken one does not.

mod again;
mod aurora;
mod broken;
mod figures;
mod other_program;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use app_domain::time::Now;
use jiff::civil::date;
use server::import::{ExportFiles, Import, ImportError, Mapping, Missing, Mode, Progress, Report};
use server::store::Store;

/// When the exports of these tests were made.
pub fn now() -> Now {
    Now::at_civil(date(2026, 11, 23).at(9, 30, 0, 0))
}

/// The files of an export in memory, to be damaged at will.
#[derive(Clone)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// These.
    pub fn new(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self(files)
    }

    /// The files of a folder of this crate.
    pub fn of(folder: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let entries = std::fs::read_dir(&folder).expect("the folder");
        let read = |entry: io::Result<std::fs::DirEntry>| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, std::fs::read(entry.path()).expect("a file"))
        };
        Self(entries.map(read).collect())
    }

    /// The export of the invented program "gestionale".
    pub fn gestionale() -> Self {
        Self::of("tests/data/gestionale")
    }

    /// The same with other text in a file.
    pub fn with(mut self, file: &str, old: &str, new: &str) -> Self {
        let bytes = self.0.get_mut(file).expect("a file of the export");
        let text = String::from_utf8(bytes.clone()).expect("text");
        assert!(text.contains(old), "{file} does not hold {old}");
        *bytes = text.replace(old, new).into_bytes();
        self
    }

    /// The same with other bytes in a file.
    pub fn with_bytes(mut self, file: &str, change: impl FnOnce(&mut Vec<u8>)) -> Self {
        change(self.0.get_mut(file).expect("a file of the export"));
        self
    }

    /// The same without a file.
    pub fn without(mut self, file: &str) -> Self {
        self.0.remove(file).expect("a file of the export");
        self
    }
}

impl ExportFiles for Files {
    fn content(&self, name: &str) -> io::Result<Option<Cow<'static, [u8]>>> {
        Ok(self.0.get(name).map(|bytes| Cow::Owned(bytes.clone())))
    }
}

/// The text of the mapping of "gestionale".
pub const GESTIONALE: &str = include_str!("../data/gestionale.toml");

pub fn gestionale() -> Mapping {
    Mapping::parse("gestionale", GESTIONALE).expect("the mapping")
}

/// An import as the command makes it.
pub fn import<'a>(files: &'a Files, mapping: &'a Mapping) -> Import<'a> {
    Import {
        files,
        mapping,
        mode: Mode::Write,
        missing: Missing::Refused,
        practice_name: "Studio di prova",
        weeks_later: 0,
    }
}

/// Imports files of "gestionale".
pub async fn take_over(store: &Store, files: &Files) -> Result<Report, ImportError> {
    import(files, &gestionale())
        .run(store, now(), &mut Progress::Silent)
        .await
}

/// Rows that were new and that changed, by table; tables without any left out.
pub fn differences(report: &Report) -> Vec<(&str, usize, usize)> {
    let differs = report.tables.iter().filter(|count| count.new + count.changed > 0);
    differs
        .map(|count| (count.table, count.new, count.changed))
        .collect()
}
