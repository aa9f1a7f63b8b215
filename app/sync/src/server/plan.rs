//! What becomes of a batch of mutations: decided on paper, so that a failed commit leaves nothing to take back.

use std::collections::BTreeMap;

use app_domain::apply::{Context, apply};
use app_domain::command::Command;
use app_domain::id::ReviewId;
use app_domain::refusal::Refusal;
use app_domain::review::{About, Cause, Device, Review, is_for_a_person};
use app_domain::role::{Actor, Role};
use app_domain::rows::{Change, Row};
use app_domain::time::Instant;
use uuid::Uuid;

use super::overlay::Overlay;
use super::{Decided, LogEntry, SocketId, Standing, Truth, fingerprint};
use crate::wire::{ClientId, Mid, Mutation, MutationResult};

/// Mutations of one client, as they came over one socket.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Submission {
    /// Where the answers go.
    pub socket: SocketId,
    /// Whose outbox.
    pub client: ClientId,
    /// Who acts, as the session says.
    pub actor: Actor,
    /// On what kind of device.
    pub device: Device,
    /// What must have been decided before.
    pub after: Mid,
    /// In the order of their numbers.
    pub mutations: Vec<Mutation>,
    /// Those that were made in another role than the actor's, with that role: they wait for a person (`domain.md`,
    /// "Who may do what": nothing is applied by virtue of a role that is gone).
    pub made_in: BTreeMap<Mid, Role>,
}

/// What becomes of a batch. Written in one transaction, in this order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// One for each mutation of the batch.
    pub items: Vec<Planned>,
}

/// What becomes of one mutation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Planned {
    /// Where the answer goes.
    pub socket: SocketId,
    /// Whose outbox.
    pub client: ClientId,
    /// Who acts.
    pub actor: Actor,
    /// Which mutation.
    pub mid: Mid,
    /// What becomes of it.
    pub verdict: Verdict,
}

/// What becomes of one mutation, as far as memory can tell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Decided now. To be stored: `decided` under (client, mid), and the step of the log, if anything changes.
    New {
        /// What is decided.
        decided: Decided,
        /// The step of the log.
        entry: Option<LogEntry>,
    },
    /// Decided in an earlier batch: its stored `Decided` is to be looked up and given to [`Plan::committed`].
    Known {
        /// Fingerprint of what came now.
        fingerprint: u64,
    },
    /// Nothing to store.
    Answer(MutationResult),
}

/// An answer to a mutation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// Where it goes.
    pub socket: SocketId,
    /// Whose outbox.
    pub client: ClientId,
    /// Which mutation.
    pub mid: Mid,
    /// What became of it.
    pub result: MutationResult,
}

/// What has become durable, for the hub.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Commit {
    /// Steps of the log, in order.
    pub entries: Vec<LogEntry>,
    /// How far clients are now.
    pub clients: Vec<(ClientId, Standing)>,
    /// What to answer.
    pub answers: Vec<Answer>,
}

impl Commit {
    /// Steps of the log that something else than this plan has written: an import, another server process.
    pub fn of_log(entries: Vec<LogEntry>) -> Self {
        Self {
            entries,
            ..Self::default()
        }
    }
}

impl Plan {
    /// The steps of the log that the plan adds, in order.
    pub fn entries(&self) -> impl Iterator<Item = &LogEntry> {
        self.items.iter().filter_map(|item| match &item.verdict {
            Verdict::New { entry, .. } => entry.as_ref(),
            Verdict::Known { .. } | Verdict::Answer(_) => None,
        })
    }

    /// What to tell the hub **after the commit**. `stored` holds what was looked up for [`Verdict::Known`].
    pub fn committed(self, stored: &BTreeMap<(ClientId, Mid), Decided>) -> Commit {
        let mut commit = Commit::default();
        for Planned {
            socket,
            client,
            actor,
            mid,
            verdict,
        } in self.items
        {
            let result = match verdict {
                Verdict::New { decided, entry } => {
                    commit.entries.extend(entry);
                    commit.clients.push((
                        client,
                        Standing {
                            owner: actor.member,
                            last: mid,
                        },
                    ));
                    decided.answer()
                }
                Verdict::Known { fingerprint } => {
                    Decided::answer_again(stored.get(&(client, mid)), fingerprint)
                }
                Verdict::Answer(result) => result,
            };
            commit.answers.push(Answer {
                socket,
                client,
                mid,
                result,
            });
        }
        commit
    }

    /// What to tell the hub when the transaction was rolled back: everybody sends again, in order, after a while.
    pub fn postponed(self) -> Commit {
        let later = |item: Planned| Answer {
            socket: item.socket,
            client: item.client,
            mid: item.mid,
            result: MutationResult::Later,
        };
        Commit {
            answers: self.items.into_iter().map(later).collect(),
            ..Commit::default()
        }
    }
}

/// What becomes of a batch that came in this order, at the server's present. The truth stays as it is.
pub fn plan(batch: Vec<Submission>, truth: &Truth, now: Instant) -> Plan {
    let mut planner = Planner {
        truth,
        now,
        rows: Overlay::new(truth.rows()),
        head: truth.head(),
        clients: BTreeMap::new(),
        decided: BTreeMap::new(),
    };
    let items = batch
        .into_iter()
        .flat_map(|submission| planner.submission(submission))
        .collect();
    Plan { items }
}

impl Truth {
    /// What a mutation changes, were it decided now.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn decide(&self, mutation: &Mutation, actor: Actor, now: Instant) -> Result<Vec<Change>, Refusal> {
        decide(mutation, actor, now, &Overlay::new(self.rows()))
    }
}

/// Nobody acts in the future, and leases run by the server's clock alone.
fn decide(
    mutation: &Mutation,
    actor: Actor,
    now: Instant,
    rows: &Overlay<'_>,
) -> Result<Vec<Change>, Refusal> {
    let at = if mutation.command.needs_server() {
        now
    } else {
        mutation.at.min(now)
    };
    apply(&mutation.command, &Context { actor, at }, rows)
}

/// Where a mutation comes from.
#[derive(Clone, Copy)]
struct From {
    client: ClientId,
    actor: Actor,
    /// The role in which it was made.
    role: Role,
    device: Device,
}

/// One mutation waits at most once: its review bears its client and number. Clients are random, so none meets another's.
fn review_id(client: ClientId, mid: Mid) -> ReviewId {
    ReviewId(Uuid::from_u128(client.0.as_u128() ^ (u128::from(mid.0) << 16)))
}

struct Planner<'a> {
    truth: &'a Truth,
    now: Instant,
    rows: Overlay<'a>,
    head: u64,
    clients: BTreeMap<ClientId, Standing>,
    decided: BTreeMap<(ClientId, Mid), Decided>,
}

impl Planner<'_> {
    fn submission(&mut self, submission: Submission) -> Vec<Planned> {
        let Submission {
            socket,
            client,
            actor,
            device,
            mut after,
            mutations,
            made_in,
        } = submission;
        let mut items = Vec::with_capacity(mutations.len());
        for mutation in mutations {
            let role = made_in.get(&mutation.mid).copied().unwrap_or(actor.role);
            let from = From {
                client,
                actor,
                role,
                device,
            };
            let verdict = self.verdict(from, after, &mutation);
            after = after.max(mutation.mid);
            items.push(Planned {
                socket,
                client,
                actor,
                mid: mutation.mid,
                verdict,
            });
        }
        items
    }

    fn verdict(&mut self, from: From, after: Mid, mutation: &Mutation) -> Verdict {
        let From { client, actor, .. } = from;
        let standing = self
            .clients
            .get(&client)
            .copied()
            .or_else(|| self.truth.client(client));
        if standing.is_some_and(|standing| standing.owner != actor.member) {
            return Verdict::Answer(MutationResult::Refused {
                refusal: Refusal::NotAllowed,
            });
        }
        let last = standing.map_or(Mid(0), |standing| standing.last);
        if mutation.mid <= last {
            self.again(client, mutation)
        } else if last < after {
            Verdict::Answer(MutationResult::Later)
        } else {
            self.clients.insert(
                client,
                Standing {
                    owner: actor.member,
                    last: mutation.mid,
                },
            );
            self.first(from, mutation)
        }
    }

    fn again(&self, client: ClientId, mutation: &Mutation) -> Verdict {
        let fingerprint = fingerprint(&mutation.command);
        match self.decided.get(&(client, mutation.mid)) {
            Some(decided) => Verdict::Answer(Decided::answer_again(Some(decided), fingerprint)),
            None => Verdict::Known { fingerprint },
        }
    }

    /// A refused mutation uses its number up all the same: the queue never jams.
    fn first(&mut self, from: From, mutation: &Mutation) -> Verdict {
        let client = from.client;
        let fingerprint = fingerprint(&mutation.command);
        let decided = if from.role == from.actor.role || mutation.command.needs_server() {
            decide(mutation, from.actor, self.now, &self.rows)
        } else {
            self.made_in_another_role(from, mutation)
        };
        let decided = decided.or_else(|refusal| {
            if is_for_a_person(&mutation.command, &refusal) {
                Ok(vec![self.put_aside(
                    from,
                    mutation,
                    Cause::Conflict,
                    Some(refusal),
                )])
            } else {
                Err(refusal)
            }
        });
        let (refusal, entry) = match decided {
            Err(refusal) => (Some(refusal), None),
            Ok(changes) if changes.is_empty() => (None, None),
            Ok(mut changes) => {
                self.receive(&mut changes, from.device);
                (None, Some(self.step(changes, client, mutation.mid)))
            }
        };
        let decided = Decided { fingerprint, refusal };
        self.decided.insert((client, mutation.mid), decided.clone());
        Verdict::New { decided, entry }
    }

    /// When and from what something that is asked for came: the rules do not know it.
    fn receive(&self, changes: &mut [Change], device: Device) {
        for change in changes {
            if let Change::Put {
                row: Row::Review(review),
            } = change
                && review.cause == Cause::BeyondBudget
                && review.is_open()
            {
                (review.received, review.device) = (self.now, device);
            }
        }
    }

    /// What somebody decided of another's change in a role that is gone is not decided; all else waits for a person.
    fn made_in_another_role(&self, from: From, mutation: &Mutation) -> Result<Vec<Change>, Refusal> {
        match mutation.command {
            Command::SettleReview { .. } => Err(Refusal::NotAllowed),
            _ => Ok(vec![self.put_aside(from, mutation, Cause::OtherRole, None)]),
        }
    }

    fn put_aside(&self, from: From, mutation: &Mutation, cause: Cause, refusal: Option<Refusal>) -> Change {
        let about = About {
            command: mutation.command.clone(),
            refusal,
        };
        Change::Put {
            row: Row::Review(Review {
                id: review_id(from.client, mutation.mid),
                by: from.actor.member,
                role: from.role,
                at: mutation.at.min(self.now),
                received: self.now,
                device: from.device,
                cause,
                about: Some(Box::new(about)),
                settled: None,
            }),
        }
    }

    fn step(&mut self, changes: Vec<Change>, client: ClientId, mid: Mid) -> LogEntry {
        for change in &changes {
            self.rows.apply(change);
        }
        self.head += 1;
        LogEntry {
            seq: self.head,
            changes,
            mutation: Some((client, mid)),
        }
    }
}
