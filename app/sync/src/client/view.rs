//! `shown = replay(pending, base)`, kept up to date by touching as few rows as possible.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use app_domain::apply::{Context, apply};
use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_domain::role::Actor;
use app_domain::rows::{Change, Key, Row};

use super::queue::Pending;
use crate::replica::Replica;

/// What the server has said, and what is shown.
#[derive(Debug, Default)]
pub(super) struct View {
    base: Replica,
    shown: Replica,
    /// Rows of `shown` that speculation has touched. All others are as in `base`.
    touched: BTreeSet<Key>,
}

/// Rows as they were shown, to tell what has changed.
type Before = BTreeMap<Key, Option<Arc<Row>>>;

impl View {
    pub(super) fn base(&self) -> &Replica {
        &self.base
    }

    pub(super) fn shown(&self) -> &Replica {
        &self.shown
    }

    /// Carries a command out on what is shown; answers the rows that it touches.
    pub(super) fn speculate(
        &mut self,
        command: &Command,
        context: &Context,
    ) -> Result<BTreeSet<Key>, Refusal> {
        let changes = apply(command, context, &self.shown)?;
        let keys: BTreeSet<Key> = changes.iter().map(Change::key).collect();
        for change in &changes {
            self.shown.apply(change);
        }
        self.touched.extend(&keys);
        Ok(keys)
    }

    /// Takes truth in and replays what is pending on top of it; answers the rows that are shown otherwise than before.
    pub(super) fn rebase<'a>(
        &mut self,
        changes: &[Change],
        pending: impl Iterator<Item = &'a mut Pending>,
        actor: Option<Actor>,
    ) -> BTreeSet<Key> {
        let mut stale = std::mem::take(&mut self.touched);
        stale.extend(changes.iter().map(Change::key));
        let mut before: Before = stale.iter().map(|key| (*key, self.shown.share(*key))).collect();
        for change in changes {
            self.base.apply(change);
        }
        for key in stale {
            match self.base.share(key) {
                Some(row) => self.shown.put(row),
                None => self.shown.remove(key),
            }
        }
        self.replay(pending, actor, &mut before);
        self.changed(before)
    }

    /// Puts a whole base in the place of the one before.
    pub(super) fn swap<'a>(
        &mut self,
        base: Replica,
        pending: impl Iterator<Item = &'a mut Pending>,
        actor: Option<Actor>,
    ) -> BTreeSet<Key> {
        let keys = self.shown.rows().chain(base.rows()).map(Row::key);
        let mut before: Before = keys.map(|key| (key, self.shown.share(key))).collect();
        self.shown = base.clone();
        self.base = base;
        self.touched.clear();
        self.replay(pending, actor, &mut before);
        self.changed(before)
    }

    /// A command that the rules do not allow on the new base has no effect here; the server decides on it.
    fn replay<'a>(
        &mut self,
        pending: impl Iterator<Item = &'a mut Pending>,
        actor: Option<Actor>,
        before: &mut Before,
    ) {
        let Some(actor) = actor else { return };
        for one in pending {
            let mutation = &one.record.mutation;
            let Ok(changes) = apply(
                &mutation.command,
                &Context {
                    actor,
                    at: mutation.at,
                },
                &self.shown,
            ) else {
                continue;
            };
            for change in &changes {
                let key = change.key();
                before.entry(key).or_insert_with(|| self.shown.share(key));
                self.shown.apply(change);
                self.touched.insert(key);
                one.keys.insert(key);
            }
        }
    }

    fn changed(&self, before: Before) -> BTreeSet<Key> {
        let differs =
            |(key, row): (Key, Option<Arc<Row>>)| (row.as_deref() != self.shown.get(key)).then_some(key);
        before.into_iter().filter_map(differs).collect()
    }
}
