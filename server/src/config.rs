//! What the server is told: flags of the command line, then the environment, then a TOML file, then what is usual.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The file that is read where no other is named, if it is there.
const USUAL_FILE: &str = "richiamo.toml";
/// The database in the data folder.
const USUAL_DB: &str = "richiamo.db";

/// One source of settings; each may leave some unsaid. Unknown names in a file are refused: a typing mistake is no setting.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// `sqlite:FILE` or `postgres://…`.
    pub db: Option<String>,
    /// Folder for the database and whatever else the server keeps.
    pub data_dir: Option<PathBuf>,
    /// Address and port to serve on.
    pub listen: Option<String>,
}

/// What the server was told, complete.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Config {
    /// `sqlite:FILE` or `postgres://…`.
    pub db: String,
    /// Folder for the database and whatever else the server keeps.
    pub data_dir: PathBuf,
    /// Address and port to serve on.
    pub listen: SocketAddr,
}

/// Why the settings cannot be followed.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("the settings file {} cannot be read: {error}", path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// The file is not what it should be.
    #[error("the settings file {} is not in order: {}", path.display(), error.message())]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// Why.
        error: Box<toml::de::Error>,
    },
    /// Not an address with a port.
    #[error("`{0}` is no address to listen on: give an IP address and a port, like 127.0.0.1:3000")]
    Listen(String),
    /// Others could read along.
    #[error(
        "{0} can be reached from other machines, and without TLS anybody on the way could read names and passwords: \
         until Richiamo has TLS of its own, which a later version brings, it serves this machine only: 127.0.0.1:3000"
    )]
    InClear(SocketAddr),
}

impl Settings {
    /// The settings of the environment: `RICHIAMO_DB`, `RICHIAMO_DATA_DIR`, `RICHIAMO_LISTEN`. Empty means unsaid.
    pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let said = |name: &str| variable(name).filter(|value| !value.is_empty());
        Self {
            db: said("RICHIAMO_DB"),
            data_dir: said("RICHIAMO_DATA_DIR").map(PathBuf::from),
            listen: said("RICHIAMO_LISTEN"),
        }
    }

    /// The settings of a file; of `richiamo.toml` here, where none is named and that is there.
    ///
    /// # Errors
    /// When a named file is not there, or a file is not in order.
    pub fn of_file(named: Option<&Path>) -> Result<Self, ConfigError> {
        let path = named.unwrap_or(Path::new(USUAL_FILE));
        match std::fs::read_to_string(path) {
            Ok(text) => Self::of_toml(&text).map_err(|error| ConfigError::Malformed {
                path: path.to_owned(),
                error: Box::new(error),
            }),
            Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => {
                Ok(Self::default())
            }
            Err(error) => Err(ConfigError::Unreadable {
                path: path.to_owned(),
                error,
            }),
        }
    }

    fn of_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// These settings, and those of `other` where nothing is said here.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            db: self.db.or(other.db),
            data_dir: self.data_dir.or(other.data_dir),
            listen: self.listen.or(other.listen),
        }
    }

    /// The whole, with what is usual where nothing is said: the folder `data`, `richiamo.db` in it, 127.0.0.1:3000.
    ///
    /// # Errors
    /// When the address is none, or would be reached in clear from other machines.
    pub fn complete(self) -> Result<Config, ConfigError> {
        let data_dir = self.data_dir.unwrap_or_else(|| PathBuf::from("data"));
        let db = self
            .db
            .unwrap_or_else(|| format!("sqlite:{}", data_dir.join(USUAL_DB).display()));
        let listen = self.listen.unwrap_or_else(|| "127.0.0.1:3000".to_owned());
        let listen: SocketAddr = listen.parse().map_err(|_| ConfigError::Listen(listen))?;
        if !listen.ip().is_loopback() {
            return Err(ConfigError::InClear(listen));
        }
        Ok(Config { db, data_dir, listen })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(word: &str) -> Settings {
        Settings {
            db: Some(format!("sqlite:{word}.db")),
            data_dir: Some(PathBuf::from(word)),
            listen: Some(format!("127.0.0.1:{}", 3000 + word.len())),
        }
    }

    #[test]
    fn a_flag_wins_over_the_environment_and_that_over_the_file() {
        let (flag, env, file) = (settings("flag"), settings("environment"), settings("in-file"));
        let whole = flag.clone().or(env.clone()).or(file.clone());
        assert_eq!(whole, flag);
        assert_eq!(Settings::default().or(env.clone()).or(file.clone()), env);
        assert_eq!(Settings::default().or(Settings::default()).or(file.clone()), file);
    }

    #[test]
    fn each_setting_is_looked_for_on_its_own() {
        let flag = Settings {
            listen: Some("127.0.0.1:1".to_owned()),
            ..Settings::default()
        };
        let env = Settings {
            data_dir: Some(PathBuf::from("env")),
            listen: Some("127.0.0.1:2".to_owned()),
            db: None,
        };
        let config = flag.or(env).or(Settings::default()).complete().unwrap();
        assert_eq!(config.listen, "127.0.0.1:1".parse().unwrap());
        assert_eq!(config.data_dir, PathBuf::from("env"));
        assert_eq!(config.db, "sqlite:env/richiamo.db");
    }

    #[test]
    fn nothing_said_means_this_machine_and_the_folder_data() {
        let config = Settings::default().complete().unwrap();
        assert_eq!(config.listen, "127.0.0.1:3000".parse().unwrap());
        assert_eq!(config.db, "sqlite:data/richiamo.db");
    }

    #[test]
    fn an_empty_variable_says_nothing() {
        let env = |name: &str| (name == "RICHIAMO_DB").then(String::new);
        assert_eq!(Settings::of_environment(env), Settings::default());
    }

    #[test]
    fn an_address_that_others_can_reach_is_refused_with_the_reason() {
        for open in ["0.0.0.0:3000", "192.168.1.4:3000", "[::]:3000"] {
            let settings = Settings {
                listen: Some(open.to_owned()),
                ..Settings::default()
            };
            let error = settings.complete().unwrap_err();
            assert!(matches!(error, ConfigError::InClear(_)));
            assert!(error.to_string().contains("without TLS"), "{error}");
        }
        let settings = Settings {
            listen: Some("[::1]:3000".to_owned()),
            ..Settings::default()
        };
        assert!(settings.complete().is_ok());
    }

    #[test]
    fn a_misspelt_setting_in_a_file_is_an_error() {
        assert!(Settings::of_toml("lissen = \"127.0.0.1:3000\"").is_err());
        let file = Settings::of_toml("data-dir = \"x\"\nlisten = \"127.0.0.1:9\"").unwrap();
        assert_eq!(file.data_dir, Some(PathBuf::from("x")));
    }
}
