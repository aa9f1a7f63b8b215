//! New databases for tests: a file, or a database of a PostgreSQL cluster that lives as long as the test run.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use server::store::{Db, Store};
use sqlx::{Connection as _, Executor as _, PgConnection};
use tempfile::TempDir;

/// Address of a cluster to use instead of one started here.
const VARIABLE: &str = "RICHIAMO_TEST_POSTGRES";

/// A database of a test's own.
pub struct Database {
    pub store: Store,
    url: String,
    _folder: Option<TempDir>,
}

impl Database {
    /// A new SQLite file.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite:{}", folder.path().join("test.db").display());
        Self {
            store: Store::open(&url).await.expect("a new file"),
            url,
            _folder: Some(folder),
        }
    }

    /// A new database of the cluster.
    pub async fn postgres() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "test_{}_{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let cluster = &CLUSTER.url;
        let mut connection = PgConnection::connect(cluster).await.expect("the cluster answers");
        let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
        connection
            .execute(sqlx::raw_sql(create))
            .await
            .expect("a new database");
        let url = cluster.replacen("/postgres", &format!("/{name}"), 1);
        Self {
            store: Store::open(&url).await.expect("a new database"),
            url,
            _folder: None,
        }
    }

    /// The same database, opened once more: another process.
    pub async fn again(&self) -> Store {
        Store::open(&self.url).await.expect("the same database")
    }

    /// Where it is, as the command line takes it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Runs statements that have no parameters, as somebody would who does not go through the store.
    pub async fn run(&self, sql: &'static str) -> Result<(), sqlx::Error> {
        match self.store.db() {
            Db::Sqlite { write, .. } => write.execute(sqlx::raw_sql(sql)).await.map(drop),
            Db::Postgres(pool) => pool.execute(sqlx::raw_sql(sql)).await.map(drop),
        }
    }

    /// One number.
    pub async fn number(&self, sql: &'static str) -> i64 {
        let number = match self.store.db() {
            Db::Sqlite { read, .. } => sqlx::query_scalar(sql).fetch_one(read).await,
            Db::Postgres(pool) => sqlx::query_scalar(sql).fetch_one(pool).await,
        };
        number.expect("a number")
    }
}

/// The script that keeps a cluster until its input ends. This process holds the other end, and lets go when it is gone.
struct Cluster {
    url: String,
    _script: Option<(Child, ChildStdin)>,
}

static CLUSTER: LazyLock<Cluster> = LazyLock::new(|| match std::env::var(VARIABLE) {
    Ok(url) => Cluster { url, _script: None },
    Err(_) => start(),
});

fn start() -> Cluster {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../scripts/postgres.sh");
    let mut child = Command::new(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("scripts/postgres.sh runs");
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let mut url = String::new();
    BufReader::new(output.expect("its output"))
        .read_line(&mut url)
        .expect("its address");
    let url = url.trim().to_owned();
    assert!(
        !url.is_empty(),
        "no PostgreSQL: what scripts/postgres.sh says above tells what to install"
    );
    Cluster {
        url,
        _script: Some((child, input.expect("its input"))),
    }
}
