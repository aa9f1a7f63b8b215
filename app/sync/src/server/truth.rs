//! The server's memory of what is durable: every row of the window, the head of the log, and how far each client is.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use app_domain::id::MemberId;
use app_domain::role::Role;
use app_domain::rows::{Change, Row};

use super::{LogEntry, LogEpoch};
use crate::project::{ViewClass, project};
use crate::replica::{Replica, row_checksum};
use crate::wire::{ClientId, Mid};

/// How far the server has come with a client's mutations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Whose outbox it is: nobody else may push under its name.
    pub owner: MemberId,
    /// Highest mutation decided.
    pub last: Mid,
}

/// What is durable, in memory. It moves on only by what has been committed.
#[derive(Debug)]
pub struct Truth {
    epoch: LogEpoch,
    head: u64,
    rows: Replica,
    clients: BTreeMap<ClientId, Standing>,
    /// Checksum of each class's view: computed when first asked for, kept up to date from then on.
    checksums: BTreeMap<ViewClass, OnceLock<u64>>,
}

impl Truth {
    /// What the store holds when the server starts.
    pub fn new(
        epoch: LogEpoch,
        head: u64,
        rows: Replica,
        clients: impl IntoIterator<Item = (ClientId, Standing)>,
    ) -> Self {
        let classes = Role::ALL.map(|role| (ViewClass { role }, OnceLock::new()));
        Self {
            epoch,
            head,
            rows,
            clients: clients.into_iter().collect(),
            checksums: classes.into(),
        }
    }

    /// Which log.
    pub fn epoch(&self) -> LogEpoch {
        self.epoch
    }

    /// Number of the last step of the log; 0 before the first.
    pub fn head(&self) -> u64 {
        self.head
    }

    /// Every row.
    pub fn rows(&self) -> &Replica {
        &self.rows
    }

    /// How far a client is; `None` for one that has never had a mutation decided.
    pub fn client(&self, client: ClientId) -> Option<Standing> {
        self.clients.get(&client).copied()
    }

    /// Highest mutation decided of a client; 0 for none.
    pub fn last_mid(&self, client: ClientId) -> Mid {
        self.client(client).map_or(Mid(0), |standing| standing.last)
    }

    /// Checksum of what the class sees.
    pub fn checksum(&self, class: ViewClass) -> u64 {
        let whole = || {
            self.rows
                .rows()
                .map(|row| Parts::of(Some(row)).part(class))
                .fold(0, u64::wrapping_add)
        };
        self.checksums
            .get(&class)
            .map_or_else(whole, |sum| *sum.get_or_init(whole))
    }

    /// Takes a durable step of the log in. Steps that are in already are passed over.
    pub fn commit(&mut self, entry: &LogEntry) {
        if entry.seq <= self.head {
            return;
        }
        for change in &entry.changes {
            self.apply(change);
        }
        self.head = entry.seq;
        if let Some((client, mid)) = entry.mutation
            && let Some(standing) = self.clients.get_mut(&client)
        {
            standing.last = standing.last.max(mid);
        }
    }

    /// Learns how far a client is, from what is durable.
    pub fn learn(&mut self, client: ClientId, standing: Standing) {
        let known = self.clients.entry(client).or_insert(standing);
        known.last = known.last.max(standing.last);
    }

    fn apply(&mut self, change: &Change) {
        let key = change.key();
        let before = self.rows.share(key);
        self.rows.apply(change);
        let (mut before, mut after) = (Parts::of(before.as_deref()), Parts::of(self.rows.get(key)));
        for (class, sum) in &mut self.checksums {
            if let Some(sum) = sum.get_mut() {
                *sum = sum
                    .wrapping_sub(before.part(*class))
                    .wrapping_add(after.part(*class));
            }
        }
    }
}

/// The part of one row in the checksums of the classes. Most classes see most rows alike: each look is summed up once.
struct Parts<'a> {
    row: Option<&'a Row>,
    looks: Vec<(Row, u64)>,
}

impl<'a> Parts<'a> {
    fn of(row: Option<&'a Row>) -> Self {
        Self {
            row,
            looks: Vec::new(),
        }
    }

    /// 0 for what the class does not see.
    fn part(&mut self, class: ViewClass) -> u64 {
        let Some(look) = self.row.and_then(|row| project(class, row)) else {
            return 0;
        };
        if let Some((_, sum)) = self.looks.iter().find(|(known, _)| *known == look) {
            return *sum;
        }
        let sum = row_checksum(&look);
        self.looks.push((look, sum));
        sum
    }
}
