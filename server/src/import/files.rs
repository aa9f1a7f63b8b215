//! The files of an export in a folder.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::import::ExportFiles;

/// A folder with an export. Names are looked up without regard to case, as on the machines that most exports come from.
#[derive(Debug)]
pub struct Folder(HashMap<String, PathBuf>);

impl Folder {
    /// The files of a folder.
    ///
    /// # Errors
    /// When there is no such folder, or it cannot be read.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let entries = std::fs::read_dir(path)
            .with_context(|| format!("the folder {} cannot be read", path.display()))?;
        let mut files = HashMap::new();
        for entry in entries {
            let entry = entry.with_context(|| format!("the folder {} cannot be read", path.display()))?;
            files.insert(entry.file_name().to_string_lossy().to_lowercase(), entry.path());
        }
        Ok(Self(files))
    }
}

impl ExportFiles for Folder {
    fn content(&self, name: &str) -> io::Result<Option<Cow<'static, [u8]>>> {
        let Some(path) = self.0.get(&name.to_lowercase()) else {
            return Ok(None);
        };
        std::fs::read(path).map(|bytes| Some(Cow::Owned(bytes)))
    }
}
