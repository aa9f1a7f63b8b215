//! The client core: what a device shows, keeps, sends and takes in.

use app_domain::agenda::{Appointment, Mark, Place, Status};
use app_domain::calls::Claim;
use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::{Change, Key, Row, Rows};
use app_domain::time::{Instant, Now};
use app_sync::client::{Client, Effect, Event, Link, RowState};
use app_sync::outbox::{OutboxRecord, OutboxState};
use app_sync::wire::{
    ClientId, ClientMessage, Cursor, Delta, Mid, Mutation, MutationResult, SCHEMA, ServerMessage, Snapshot,
};

use crate::practice::{
    arrived, at, book, client_id, member_id, moved, patient_id, place, rows, viewer, visit, visit_id,
};

fn visit_put(number: u128) -> Change {
    Change::Put {
        row: Row::Appointment(visit(number, 1, place(15, 0, 1, 1))),
    }
}

const OUTBOX: u128 = 1;
const LIFE: u128 = 500;

/// A device whose clock is right, unless a test says otherwise.
struct Desk {
    core: Client,
    now: Instant,
}

impl Desk {
    /// The page has started with what rested on the disk.
    fn started(cache: Option<Snapshot>, outbox: Vec<OutboxRecord>) -> (Self, Vec<Effect>) {
        let mut desk = Self {
            core: Client::new(client_id(LIFE)),
            now: at(9, 0),
        };
        let cache = cache.map(Box::new);
        let effects = desk.happen(Event::Started {
            client: client_id(OUTBOX),
            cache,
            outbox,
            last_mid: Mid(0),
        });
        (desk, effects)
    }

    /// Connected and reading along, at step 0.
    fn live() -> Self {
        let (mut desk, _) = Self::started(Some(snapshot()), Vec::new());
        desk.connect();
        desk
    }

    /// With a view as of the cache, and no network.
    fn offline() -> Self {
        let (mut desk, _) = Self::started(Some(snapshot()), Vec::new());
        desk.happen(Event::Closed);
        desk
    }

    fn happen(&mut self, event: Event) -> Vec<Effect> {
        self.core.handle(event, Now::at(self.now))
    }

    fn hears(&mut self, message: ServerMessage) -> Vec<Effect> {
        self.happen(Event::Message(message))
    }

    fn welcome(&mut self, snapshot: bool) -> Vec<Effect> {
        let viewer = viewer(1, Role::FrontDesk);
        self.hears(ServerMessage::Welcome {
            now: self.now,
            viewer,
            snapshot,
            last_mid: Mid(0),
        })
    }

    fn connect(&mut self) -> Vec<Effect> {
        self.happen(Event::Opened);
        let mut effects = self.welcome(false);
        effects.extend(self.hears(delta("0", Vec::new(), &[])));
        effects
    }

    /// Gives a command, and has it kept on the disk.
    fn does(&mut self, command: Command) -> Vec<Effect> {
        let effects = self.happen(Event::Command(command));
        let kept = effects.iter().find_map(|effect| match effect {
            Effect::Keep(record) => Some(record.mutation.mid),
            _ => None,
        });
        let mid = kept.unwrap_or_else(|| panic!("not kept: {effects:?}"));
        self.happen(Event::Kept(mid))
    }

    fn result(&mut self, mid: u64, result: MutationResult) -> Vec<Effect> {
        self.hears(ServerMessage::Result {
            mid: Mid(mid),
            result,
        })
    }

    fn waits(&mut self, seconds: i64) -> Vec<Effect> {
        self.now = Instant(self.now.0 + seconds * 1_000);
        self.happen(Event::Woke)
    }

    fn status(&self, number: u128) -> Status {
        self.core
            .view()
            .appointment(visit_id(number))
            .expect("the visit is shown")
            .status
            .clone()
    }

    fn states(&self) -> Vec<OutboxState> {
        self.core
            .outbox()
            .into_iter()
            .map(|record| record.state)
            .collect()
    }

    fn row_state(&self, number: u128) -> RowState {
        self.core.row_state(Key::Appointment(visit_id(number)))
    }
}

fn snapshot() -> Snapshot {
    Snapshot {
        schema: SCHEMA,
        cursor: Cursor("0".into()),
        at: at(8, 30),
        viewer: viewer(1, Role::FrontDesk),
        rows: rows(),
        last_mids: Default::default(),
    }
}

fn delta(cursor: &str, changes: Vec<Change>, settled: &[(ClientId, u64)]) -> ServerMessage {
    let last_mids = settled
        .iter()
        .map(|(client, mid)| (client.0, Mid(*mid)))
        .collect();
    ServerMessage::Delta(Delta {
        cursor: Cursor(cursor.into()),
        changes,
        last_mids,
    })
}

fn put(visit: Appointment) -> Change {
    Change::Put {
        row: Row::Appointment(visit),
    }
}

fn with_status(number: u128, place: Place, status: Status) -> Change {
    put(Appointment {
        status,
        ..visit(number, number, place)
    })
}

fn is_arrived(instant: Instant) -> Status {
    Status::Arrived { arrived: instant }
}

fn pushed(effects: &[Effect]) -> Vec<(ClientId, Mid, Vec<u64>)> {
    let push = |effect: &Effect| match effect {
        Effect::Send(ClientMessage::Push {
            client,
            after,
            mutations,
        }) => Some((
            *client,
            *after,
            mutations.iter().map(|mutation| mutation.mid.0).collect(),
        )),
        _ => None,
    };
    effects.iter().filter_map(push).collect()
}

fn record(mid: u64, command: Command) -> OutboxRecord {
    let mutation = Mutation {
        mid: Mid(mid),
        command,
        at: at(8, 45),
        base: None,
    };
    OutboxRecord {
        mutation,
        state: OutboxState::Kept,
    }
}

fn claim() -> Command {
    Command::ClaimCall {
        patient: patient_id(1),
    }
}

// ---- what is shown

#[test]
fn a_change_is_shown_at_once_and_called_kept_only_when_it_is() {
    let mut desk = Desk::offline();
    let effects = desk.happen(Event::Command(arrived(1)));
    assert!(
        effects.iter().any(
            |effect| matches!(effect, Effect::Show(keys) if keys.contains(&Key::Appointment(visit_id(1))))
        )
    );
    assert_eq!(desk.status(1), is_arrived(at(9, 0)));
    assert_eq!(
        (desk.row_state(1), desk.row_state(2)),
        (RowState::Writing, RowState::Saved)
    );
    desk.happen(Event::Kept(Mid(1)));
    assert_eq!(desk.row_state(1), RowState::Kept);
    assert_eq!(
        desk.core.base().appointment(visit_id(1)).expect("there").status,
        Status::Booked
    );
}

#[test]
fn what_the_rules_refuse_here_is_shown_and_not_queued() {
    let mut desk = Desk::offline();
    let effects = desk.happen(Event::Command(book(20, 1, place(9, 0, 1, 1))));
    assert!(
        matches!(&effects[..], [Effect::ShowRefusal(_, Refusal::PlaceTaken { .. })]),
        "{effects:?}"
    );
    assert!(desk.core.outbox().is_empty());
}

#[test]
fn later_commands_build_on_earlier_ones_that_wait() {
    let mut desk = Desk::offline();
    desk.does(arrived(1));
    desk.does(Command::MarkAppointment {
        appointment: visit_id(1),
        mark: Mark::InChair,
    });
    assert!(matches!(desk.status(1), Status::InChair { .. }));
    assert_eq!(desk.states(), [OutboxState::Kept, OutboxState::Kept]);
}

#[test]
fn truth_from_elsewhere_slides_under_what_waits_here() {
    let mut desk = Desk::live();
    desk.does(arrived(1));
    let elsewhere = place(15, 0, 1, 1);
    desk.hears(delta(
        "1",
        vec![put(visit(1, 1, elsewhere)), put(visit(2, 2, place(16, 0, 1, 1)))],
        &[],
    ));
    let shown = desk.core.view().appointment(visit_id(1)).expect("there");
    assert_eq!(
        (shown.place, shown.status.clone()),
        (elsewhere, is_arrived(at(9, 0)))
    );
}

#[test]
fn a_change_that_no_longer_fits_shows_the_truth_and_waits_for_the_servers_word() {
    let mut desk = Desk::live();
    desk.does(moved(1, place(9, 0, 1, 1), place(15, 0, 1, 1)));
    desk.hears(delta("1", vec![put(visit(1, 1, place(17, 0, 1, 1)))], &[]));
    assert_eq!(
        desk.core.view().appointment(visit_id(1)).expect("there").place,
        place(17, 0, 1, 1)
    );
    assert_eq!(desk.states(), [OutboxState::Sent]);
}

#[test]
fn only_rows_that_look_different_are_shown_again() {
    let mut desk = Desk::live();
    desk.does(arrived(1));
    let effects = desk.hears(delta(
        "1",
        vec![with_status(2, place(10, 0, 1, 1), is_arrived(at(9, 0)))],
        &[],
    ));
    let shown = effects.iter().find_map(|effect| match effect {
        Effect::Show(keys) => Some(keys.clone()),
        _ => None,
    });
    assert_eq!(shown, Some([Key::Appointment(visit_id(2))].into()));
}

// ---- the way of a mutation

#[test]
fn nothing_is_sent_before_it_is_kept() {
    let mut desk = Desk::live();
    let effects = desk.happen(Event::Command(arrived(1)));
    assert!(pushed(&effects).is_empty());
    let effects = desk.happen(Event::Kept(Mid(1)));
    assert_eq!(pushed(&effects), [(client_id(OUTBOX), Mid(0), vec![1])]);
    assert_eq!(desk.row_state(1), RowState::Saving);
}

#[test]
fn a_record_written_sooner_does_not_overtake_the_one_before_it() {
    let mut desk = Desk::live();
    desk.happen(Event::Command(arrived(1)));
    desk.happen(Event::Command(arrived(2)));
    assert!(pushed(&desk.happen(Event::Kept(Mid(2)))).is_empty());
    assert_eq!(
        pushed(&desk.happen(Event::Kept(Mid(1)))),
        [(client_id(OUTBOX), Mid(0), vec![1, 2])]
    );
}

#[test]
fn each_push_names_what_must_have_come_before() {
    let mut desk = Desk::live();
    desk.does(arrived(1));
    assert_eq!(
        pushed(&desk.does(arrived(2))),
        [(client_id(OUTBOX), Mid(1), vec![2])]
    );
    desk.result(1, MutationResult::Ok);
    desk.result(2, MutationResult::Ok);
    assert_eq!(
        pushed(&desk.does(arrived(3))),
        [(client_id(OUTBOX), Mid(0), vec![3])]
    );
}

#[test]
fn a_mutation_leaves_when_its_answer_and_its_effect_are_there_in_either_order() {
    let effect = || vec![with_status(1, place(9, 0, 1, 1), is_arrived(at(9, 0)))];
    let settles = || delta("1", effect(), &[(client_id(OUTBOX), 1)]);
    let forgets = |effects: &[Effect]| effects.contains(&Effect::Forget(Mid(1)));

    let mut desk = Desk::live();
    desk.does(arrived(1));
    assert!(!forgets(&desk.result(1, MutationResult::Ok)));
    assert_eq!(
        (desk.status(1), desk.states()),
        (is_arrived(at(9, 0)), vec![OutboxState::Accepted])
    );
    assert!(forgets(&desk.hears(settles())));
    assert_eq!(
        (desk.status(1), desk.row_state(1)),
        (is_arrived(at(9, 0)), RowState::Saved)
    );

    let mut desk = Desk::live();
    desk.does(arrived(1));
    assert!(!forgets(&desk.hears(settles())));
    assert_eq!(
        desk.states(),
        [OutboxState::Sent],
        "it may have been refused: the answer will tell"
    );
    assert!(forgets(&desk.result(1, MutationResult::Ok)));
}

#[test]
fn an_effect_in_the_base_is_not_carried_out_a_second_time() {
    let mut desk = Desk::live();
    desk.does(Command::MarkAppointment {
        appointment: visit_id(1),
        mark: Mark::Arrived,
    });
    desk.does(Command::UndoMark {
        appointment: visit_id(1),
        mark: Mark::Arrived,
    });
    // The base holds the first of the two; the second is replayed on it alone.
    let first = with_status(1, place(9, 0, 1, 1), is_arrived(at(9, 0)));
    desk.hears(delta("1", vec![first], &[(client_id(OUTBOX), 1)]));
    assert_eq!(desk.status(1), Status::Booked);
}

#[test]
fn a_refused_mutation_is_taken_back_kept_as_typed_and_shown_until_dealt_with() {
    let mut desk = Desk::live();
    desk.does(arrived(1));
    let refusal = Refusal::NotAllowed;
    let effects = desk.result(
        1,
        MutationResult::Refused {
            refusal: refusal.clone(),
        },
    );
    assert_eq!(desk.status(1), Status::Booked);
    assert_eq!(desk.row_state(1), RowState::NeedsYou);
    let needs_you = OutboxState::NeedsYou {
        refusal,
        at: at(9, 0),
    };
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Keep(record) if record.state == needs_you))
    );
    desk.hears(delta("1", Vec::new(), &[(client_id(OUTBOX), 1)]));
    assert_eq!(desk.states(), [needs_you]);
    assert!(
        desk.happen(Event::Dismissed(Mid(1)))
            .contains(&Effect::Forget(Mid(1)))
    );
    assert_eq!((desk.states(), desk.row_state(1)), (Vec::new(), RowState::Saved));
}

#[test]
fn a_refusal_does_not_jam_what_comes_after() {
    let mut desk = Desk::live();
    desk.does(arrived(1));
    desk.does(arrived(2));
    desk.result(
        1,
        MutationResult::Refused {
            refusal: Refusal::NotAllowed,
        },
    );
    desk.result(2, MutationResult::Ok);
    assert_eq!(
        pushed(&desk.does(arrived(3))),
        [(client_id(OUTBOX), Mid(0), vec![3])]
    );
}

#[test]
fn only_what_was_refused_can_be_dismissed() {
    let mut desk = Desk::offline();
    desk.does(arrived(1));
    desk.happen(Event::Dismissed(Mid(1)));
    assert_eq!(desk.states(), [OutboxState::Kept]);
}

#[test]
fn what_the_server_puts_off_goes_again_in_order_after_a_while() {
    let mut desk = Desk::live();
    desk.does(arrived(1));
    desk.does(arrived(2));
    desk.result(1, MutationResult::Later);
    let effects = desk.result(2, MutationResult::Later);
    assert!(pushed(&effects).is_empty());
    assert_eq!(desk.states(), [OutboxState::Kept, OutboxState::Kept]);
    assert_eq!(pushed(&desk.waits(1)), [(client_id(OUTBOX), Mid(0), vec![1, 2])]);
}

#[test]
fn after_a_lost_connection_everything_unanswered_goes_again() {
    let mut desk = Desk::live();
    desk.does(arrived(1));
    desk.does(arrived(2));
    desk.result(1, MutationResult::Ok);
    desk.happen(Event::Closed);
    assert_eq!(desk.states(), [OutboxState::Accepted, OutboxState::Kept]);
    desk.happen(Event::Online);
    assert_eq!(pushed(&desk.connect()), [(client_id(OUTBOX), Mid(0), vec![1, 2])]);
}

#[test]
fn a_lost_answer_comes_as_a_duplicate_and_counts_the_same() {
    let refused = MutationResult::Dup {
        refusal: Some(Refusal::NotAllowed),
    };
    let mut desk = Desk::live();
    desk.does(arrived(1));
    desk.does(arrived(2));
    desk.result(1, MutationResult::Dup { refusal: None });
    desk.result(2, refused);
    assert!(matches!(
        desk.states()[..],
        [OutboxState::Accepted, OutboxState::NeedsYou { .. }]
    ));
}

#[test]
fn long_outboxes_go_in_batches_and_not_all_at_once() {
    let outbox = (1..=240).map(|mid| record(mid, arrived(1))).collect();
    let (mut desk, _) = Desk::started(Some(snapshot()), outbox);
    desk.happen(Event::Opened);
    let first = pushed(&desk.welcome(false));
    let sizes: Vec<_> = first
        .iter()
        .map(|(_, after, mids)| (after.0, mids.len()))
        .collect();
    assert_eq!(sizes, [(0, 50), (50, 50)]);
    assert_eq!(
        pushed(&desk.result(1, MutationResult::Ok)),
        [(client_id(OUTBOX), Mid(100), vec![101])]
    );
}

// ---- what cannot be kept

#[test]
fn what_the_disk_refuses_is_sent_under_the_pages_life_and_never_called_kept() {
    let mut desk = Desk::live();
    desk.happen(Event::Command(arrived(1)));
    let effects = desk.happen(Event::KeepFailed(Mid(1)));
    assert_eq!(pushed(&effects), [(client_id(LIFE), Mid(0), vec![1])]);
    desk.happen(Event::Closed);
    assert_eq!(desk.row_state(1), RowState::Unkept);
    assert_eq!(desk.states(), [OutboxState::Unkept]);
    desk.happen(Event::Online);
    desk.connect();
    desk.result(1, MutationResult::Ok);
    let effects = desk.hears(delta("1", Vec::new(), &[(client_id(LIFE), 1)]));
    assert!(desk.core.outbox().is_empty());
    assert!(effects.contains(&Effect::ShowState), "the screen is told");
}

#[test]
fn a_claim_needs_a_live_connection() {
    let effects = Desk::offline().happen(Event::Command(claim()));
    assert_eq!(
        effects,
        [Effect::ShowRefusal(Box::new(claim()), Refusal::NeedsServer)]
    );
}

#[test]
fn a_claim_is_asked_at_once_and_neither_kept_nor_shown_as_given() {
    let mut desk = Desk::live();
    let effects = desk.happen(Event::Command(claim()));
    assert_eq!(pushed(&effects).len(), 1);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Keep(_))));
    assert!(desk.core.outbox().is_empty());
    assert_eq!(desk.core.view().claim(patient_id(1)), None);
}

#[test]
fn a_claim_that_somebody_else_holds_is_refused_here_or_there() {
    let taken = Refusal::Claimed {
        by: member_id(2),
        since: at(9, 0),
        until: at(9, 10),
    };
    let mut desk = Desk::live();
    desk.happen(Event::Command(claim()));
    let effects = desk.result(
        1,
        MutationResult::Refused {
            refusal: taken.clone(),
        },
    );
    assert!(effects.contains(&Effect::ShowRefusal(Box::new(claim()), taken.clone())));

    let held = Claim {
        patient: patient_id(1),
        by: member_id(2),
        since: at(9, 0),
        until: at(9, 10),
        taken: None,
    };
    desk.hears(delta(
        "1",
        vec![Change::Put {
            row: Row::Claim(held),
        }],
        &[],
    ));
    assert_eq!(
        desk.happen(Event::Command(claim())),
        [Effect::ShowRefusal(Box::new(claim()), taken)]
    );
}

#[test]
fn a_claim_that_was_on_its_way_when_the_connection_broke_is_told_as_not_given() {
    let mut desk = Desk::live();
    desk.happen(Event::Command(claim()));
    let effects = desk.happen(Event::Closed);
    assert!(effects.contains(&Effect::ShowRefusal(Box::new(claim()), Refusal::NeedsServer)));
}

#[test]
fn numbers_are_not_used_twice_whatever_went_out_under_which_client() {
    let mut desk = Desk::live();
    desk.happen(Event::Command(claim()));
    desk.does(arrived(1));
    assert_eq!(desk.core.outbox()[0].mutation.mid, Mid(2));
    let (mut again, _) = Desk::started(Some(snapshot()), vec![record(9, arrived(1))]);
    again.does(arrived(2));
    assert_eq!(again.core.outbox()[1].mutation.mid, Mid(10));
}

#[test]
fn the_server_may_know_of_higher_numbers_than_the_device() {
    let mut desk = Desk::offline();
    desk.happen(Event::Online);
    desk.happen(Event::Opened);
    let viewer = viewer(1, Role::FrontDesk);
    desk.hears(ServerMessage::Welcome {
        now: desk.now,
        viewer,
        snapshot: false,
        last_mid: Mid(41),
    });
    desk.does(arrived(1));
    assert_eq!(desk.core.outbox()[0].mutation.mid, Mid(42));
}

// ---- starting

#[test]
fn a_reload_without_a_network_shows_the_cache_with_the_outbox_on_top() {
    let (desk, effects) = Desk::started(Some(snapshot()), vec![record(1, arrived(1))]);
    assert_eq!(desk.status(1), is_arrived(at(8, 45)));
    assert_eq!(desk.core.link(), Link::AsOf(at(8, 30)));
    assert_eq!(desk.row_state(1), RowState::Kept);
    assert!(effects.contains(&Effect::Connect));
}

#[test]
fn what_the_cache_already_holds_is_not_replayed_on_it() {
    let mut cache = snapshot();
    cache.last_mids = [(client_id(OUTBOX).0, Mid(1))].into();
    let (desk, _) = Desk::started(Some(cache), vec![record(1, arrived(1))]);
    assert_eq!(desk.status(1), Status::Booked);
    assert_eq!(desk.states(), [OutboxState::Kept], "its answer is not known yet");
}

#[test]
fn a_cache_of_another_version_is_dropped_and_the_outbox_kept() {
    let mut cache = snapshot();
    cache.schema = SCHEMA + 1;
    let (desk, effects) = Desk::started(Some(cache), vec![record(1, arrived(1))]);
    assert!(effects.contains(&Effect::DropCache));
    assert_eq!((desk.core.link(), desk.states().len()), (Link::Loading, 1));
}

#[test]
fn the_first_start_fetches_a_snapshot_and_says_hello_again() {
    let (mut desk, _) = Desk::started(None, Vec::new());
    let hello = |cursor| {
        Effect::Send(ClientMessage::Hello {
            client: client_id(OUTBOX),
            schema: SCHEMA,
            cursor,
        })
    };
    assert!(desk.happen(Event::Opened).contains(&hello(None)));
    assert!(desk.welcome(true).contains(&Effect::FetchSnapshot));
    assert_eq!(desk.core.link(), Link::Loading);
    let effects = desk.happen(Event::Snapshot(Box::new(snapshot())));
    assert!(effects.contains(&hello(Some(Cursor("0".into())))));
    assert_ne!(
        desk.core.link(),
        Link::Live,
        "the rest of the log is not read yet"
    );
    desk.welcome(false);
    desk.hears(delta("0", Vec::new(), &[]));
    assert_eq!(desk.core.link(), Link::Live);
}

#[test]
fn uploads_do_not_wait_for_the_snapshot() {
    let (mut desk, _) = Desk::started(None, vec![record(1, arrived(1))]);
    desk.happen(Event::Opened);
    assert_eq!(pushed(&desk.welcome(true)).len(), 1);
}

#[test]
fn a_snapshot_that_fails_is_asked_for_again() {
    let (mut desk, _) = Desk::started(None, Vec::new());
    desk.happen(Event::Opened);
    desk.welcome(true);
    assert!(
        !desk
            .happen(Event::SnapshotFailed)
            .contains(&Effect::FetchSnapshot)
    );
    assert!(desk.waits(1).contains(&Effect::FetchSnapshot));
}

#[test]
fn what_the_cache_is_given_comes_back_as_it_was() {
    let mut desk = Desk::live();
    desk.does(arrived(1));
    desk.hears(delta(
        "7",
        vec![with_status(2, place(10, 0, 1, 1), is_arrived(at(9, 0)))],
        &[(client_id(OUTBOX), 0)],
    ));
    let cache = desk.core.snapshot_for_cache().expect("there is a base");
    let (again, _) = Desk::started(Some(cache), desk.core.outbox());
    assert!(again.core.base() == desk.core.base());
    assert!(again.core.view() == desk.core.view());
    assert_eq!(again.core.cursor(), desk.core.cursor());
}

#[test]
fn a_page_takes_over_the_outbox_that_a_closed_one_has_left() {
    let mut desk = Desk::live();
    desk.does(arrived(2));
    desk.result(1, MutationResult::Ok);
    desk.hears(delta(
        "1",
        vec![with_status(2, place(10, 0, 1, 1), is_arrived(at(9, 0)))],
        &[(client_id(OUTBOX), 1)],
    ));
    let left = client_id(77);
    let outbox = vec![record(1, arrived(1))];
    let effects = desk.happen(Event::Started {
        client: left,
        cache: None,
        outbox,
        last_mid: Mid(1),
    });
    assert!(effects.contains(&Effect::Connect));
    assert_eq!(
        (desk.status(1), desk.status(2)),
        (is_arrived(at(8, 45)), is_arrived(at(9, 0)))
    );
    assert_eq!(pushed(&desk.connect()), [(left, Mid(0), vec![1])]);
    desk.does(arrived(3));
    assert_eq!(desk.core.outbox()[1].mutation.mid, Mid(2));
}

#[test]
fn what_lies_in_one_outbox_never_goes_out_under_the_name_of_another() {
    let mut desk = Desk::offline();
    desk.does(arrived(1));
    desk.happen(Event::Started {
        client: client_id(77),
        cache: None,
        outbox: Vec::new(),
        last_mid: Mid(0),
    });
    assert!(pushed(&desk.connect()).is_empty());
    assert_eq!(
        desk.status(1),
        Status::Booked,
        "it is shown again when its outbox is opened again"
    );
}

// ---- snapshots and deltas

#[test]
fn deltas_that_come_while_a_snapshot_is_fetched_are_not_mixed_into_the_old_base() {
    let mut desk = Desk::live();
    let wrong = desk.core.base().checksum() ^ 1;
    let cursor = Cursor("1".into());
    let effects = desk.hears(ServerMessage::Heartbeat {
        now: desk.now,
        cursor,
        checksum: wrong,
    });
    assert!(effects.contains(&Effect::Send(ClientMessage::Resnap)));
    assert!(effects.contains(&Effect::FetchSnapshot));
    desk.hears(delta(
        "2",
        vec![with_status(1, place(9, 0, 1, 1), is_arrived(at(9, 0)))],
        &[],
    ));
    assert_eq!(desk.status(1), Status::Booked);
    assert_ne!(desk.core.link(), Link::Live);
}

#[test]
fn a_heartbeat_that_sums_up_moves_the_cursor_and_nothing_else() {
    let mut desk = Desk::live();
    let checksum = desk.core.base().checksum();
    let effects = desk.hears(ServerMessage::Heartbeat {
        now: desk.now,
        cursor: Cursor("5".into()),
        checksum,
    });
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::Send(_) | Effect::FetchSnapshot))
    );
    assert_eq!(desk.core.cursor(), Some(&Cursor("5".into())));
}

#[test]
fn a_snapshot_that_comes_after_the_device_has_read_on_does_not_take_it_back() {
    let mut desk = Desk::live();
    let checksum = desk.core.base().checksum() ^ 1;
    desk.hears(ServerMessage::Heartbeat {
        now: desk.now,
        cursor: Cursor("1".into()),
        checksum,
    });
    desk.happen(Event::Closed);
    desk.happen(Event::Online);
    desk.connect();
    desk.hears(delta(
        "3",
        vec![with_status(1, place(9, 0, 1, 1), is_arrived(at(9, 0)))],
        &[],
    ));
    desk.happen(Event::Snapshot(Box::new(snapshot())));
    assert_eq!(desk.status(1), is_arrived(at(9, 0)));
    assert_eq!(desk.core.cursor(), Some(&Cursor("3".into())));
}

#[test]
fn the_snapshot_of_a_restored_server_brings_back_what_it_has_lost() {
    let mut desk = Desk::live();
    desk.does(arrived(1));
    desk.result(1, MutationResult::Ok);
    desk.happen(Event::Closed);
    desk.happen(Event::Online);
    desk.happen(Event::Opened);
    desk.welcome(true);
    desk.happen(Event::Snapshot(Box::new(snapshot())));
    assert_eq!(
        desk.status(1),
        is_arrived(at(9, 0)),
        "what was accepted and is not there is pending again"
    );
    assert_eq!(desk.states(), [OutboxState::Accepted]);
}

// ---- roles, sessions, versions

#[test]
fn another_role_drops_what_was_seen_at_once_and_keeps_the_outbox() {
    let mut desk = Desk::live();
    desk.does(arrived(1));
    let effects = desk.hears(ServerMessage::Rescope);
    assert!(effects.contains(&Effect::DropCache) && effects.contains(&Effect::FetchSnapshot));
    assert!(desk.core.view().is_empty());
    assert_eq!((desk.core.link(), desk.states().len()), (Link::Loading, 1));
    assert_eq!(desk.core.snapshot_for_cache(), None);
}

/// Found by the simulation: the role changes while hello is on its way.
#[test]
fn what_was_to_be_added_to_a_dropped_base_is_not_added_to_nothing() {
    let (mut desk, _) = Desk::started(Some(snapshot()), Vec::new());
    desk.happen(Event::Opened);
    desk.hears(ServerMessage::Rescope);
    desk.welcome(false);
    desk.hears(delta("1", vec![visit_put(1)], &[]));
    assert!(desk.core.view().is_empty());
}

/// Found by the simulation: the base held the effect, the role changed, and the answer came last.
#[test]
fn what_a_dropped_base_held_stays_in_the_outbox_until_the_next_base_holds_it() {
    let mut desk = Desk::live();
    desk.does(arrived(1));
    desk.hears(delta("1", Vec::new(), &[(client_id(OUTBOX), 1)]));
    desk.hears(ServerMessage::Rescope);
    let effects = desk.result(1, MutationResult::Ok);
    assert!(!effects.contains(&Effect::Forget(Mid(1))));
    assert_eq!(desk.states(), [OutboxState::Accepted]);
}

#[test]
fn the_answer_to_a_hello_that_another_one_followed_starts_nothing() {
    let mut desk = Desk::live();
    desk.hears(ServerMessage::Rescope);
    desk.happen(Event::Closed);
    desk.happen(Event::Online);
    desk.happen(Event::Opened);
    desk.happen(Event::Snapshot(Box::new(snapshot())));
    let before = desk.core.base().clone();
    desk.welcome(false);
    desk.hears(delta("1", vec![visit_put(9)], &[]));
    assert_eq!(*desk.core.base(), before);
    desk.welcome(false);
    desk.hears(delta("2", vec![visit_put(9)], &[]));
    assert_ne!(*desk.core.base(), before);
}

#[test]
fn a_snapshot_asked_for_in_the_former_role_is_thrown_away() {
    let (mut desk, _) = Desk::started(None, Vec::new());
    desk.happen(Event::Opened);
    desk.welcome(true);
    desk.hears(ServerMessage::Rescope);
    let effects = desk.happen(Event::Snapshot(Box::new(snapshot())));
    assert!(effects.contains(&Effect::FetchSnapshot));
    assert!(desk.core.view().is_empty());
}

#[test]
fn a_welcome_in_another_role_counts_as_a_change_of_role() {
    let (mut desk, _) = Desk::started(Some(snapshot()), Vec::new());
    desk.happen(Event::Opened);
    let viewer = viewer(1, Role::Owner);
    desk.hears(ServerMessage::Welcome {
        now: desk.now,
        viewer,
        snapshot: true,
        last_mid: Mid(0),
    });
    assert!(desk.core.view().is_empty());
}

#[test]
fn nothing_is_sent_under_another_persons_session() {
    let (mut desk, _) = Desk::started(Some(snapshot()), vec![record(1, arrived(1))]);
    desk.happen(Event::Opened);
    let viewer = viewer(2, Role::FrontDesk);
    let effects = desk.hears(ServerMessage::Welcome {
        now: desk.now,
        viewer,
        snapshot: false,
        last_mid: Mid(0),
    });
    assert!(pushed(&effects).is_empty());
    assert!(effects.contains(&Effect::Disconnect) && effects.contains(&Effect::SignIn));
    assert_eq!(desk.states(), [OutboxState::Kept]);
}

/// Found by the simulation: somebody else has signed in, and the server tells that the role is another one before it welcomes.
#[test]
fn nothing_is_sent_before_the_server_has_said_whose_session_it_is() {
    let (mut desk, _) = Desk::started(Some(snapshot()), vec![record(1, arrived(1))]);
    desk.happen(Event::Opened);
    let effects = desk.hears(ServerMessage::Rescope);
    assert!(pushed(&effects).is_empty());
    assert!(desk.core.view().is_empty());
    assert_eq!(pushed(&desk.welcome(false)).len(), 1);
}

#[test]
fn a_wiped_device_shows_nothing_and_drops_its_cache() {
    let mut desk = Desk::live();
    let effects = desk.hears(ServerMessage::Wipe);
    for expected in [Effect::DropCache, Effect::Disconnect, Effect::SignIn] {
        assert!(effects.contains(&expected), "{expected:?}");
    }
    assert!(desk.core.view().is_empty());
    assert!(desk.waits(3_600).is_empty(), "and does not come back by itself");
}

#[test]
fn a_device_without_proof_for_too_long_shows_nothing_and_keeps_what_is_unsent() {
    let mut desk = Desk::offline();
    desk.does(arrived(1));
    let effects = desk.happen(Event::Expired);
    assert!(effects.contains(&Effect::DropCache));
    assert!(desk.core.view().is_empty());
    assert_eq!((desk.core.viewer(), desk.core.link()), (None, Link::Loading));
    assert_eq!(desk.states(), [OutboxState::Kept]);
    // It comes back by itself, with another base, and what was unsent is carried out on it and sent.
    assert!(desk.happen(Event::Online).contains(&Effect::Connect));
    let hello = desk.happen(Event::Opened);
    let without_cursor =
        |effect: &Effect| matches!(effect, Effect::Send(ClientMessage::Hello { cursor: None, .. }));
    assert!(hello.iter().any(without_cursor), "{hello:?}");
    assert!(desk.welcome(true).contains(&Effect::FetchSnapshot));
    desk.happen(Event::Snapshot(Box::new(snapshot())));
    assert!(matches!(desk.status(1), Status::Arrived { .. }));
}

#[test]
fn a_device_that_expires_with_a_connection_begins_anew_over_the_next() {
    let mut desk = Desk::live();
    let effects = desk.happen(Event::Expired);
    assert!(effects.contains(&Effect::Disconnect));
    assert!(desk.core.view().is_empty());
    assert!(desk.happen(Event::Online).contains(&Effect::Connect));
    desk.happen(Event::Opened);
    assert!(desk.welcome(false).contains(&Effect::FetchSnapshot));
}

#[test]
fn a_device_whose_session_is_over_or_somebody_elses_shows_nothing() {
    let somebody_else = || ServerMessage::Welcome {
        now: at(9, 0),
        viewer: viewer(2, Role::FrontDesk),
        snapshot: false,
        last_mid: Mid(0),
    };
    for event in [Event::SignedOut, Event::Message(somebody_else())] {
        let mut desk = Desk::live();
        desk.does(arrived(1));
        let effects = desk.happen(event);
        assert!(effects.contains(&Effect::DropCache) && effects.contains(&Effect::SignIn));
        assert!(desk.core.base().is_empty() && desk.core.view().is_empty());
        assert_eq!(desk.core.outbox().len(), 1, "and loses nothing that waits");
    }
}

#[test]
fn what_lay_waiting_for_a_page_that_stood_still_is_no_proof_of_life() {
    let mut desk = Desk::live();
    desk.now = at(18, 0);
    let effects = desk.hears(ServerMessage::Pong { now: at(9, 0) });
    assert!(effects.contains(&Effect::Disconnect));
    assert!(matches!(desk.core.link(), Link::AsOf(_)));
}

#[test]
fn an_old_program_offers_the_new_one_and_works_on_without_a_connection() {
    let mut desk = Desk::live();
    assert!(desk.hears(ServerMessage::Upgrade).contains(&Effect::OfferUpgrade));
    desk.does(arrived(1));
    assert_eq!(desk.states(), [OutboxState::Kept]);
    assert!(!desk.happen(Event::Online).contains(&Effect::Connect));
}

// ---- the connection

#[test]
fn never_live_without_proof_of_life_in_the_last_twenty_seconds() {
    let mut desk = Desk::live();
    assert_eq!(desk.core.link(), Link::Live);
    assert!(desk.waits(10).contains(&Effect::Send(ClientMessage::Ping)));
    assert_eq!(desk.core.link(), Link::Live);
    let effects = desk.waits(10);
    assert!(effects.contains(&Effect::Disconnect) && effects.contains(&Effect::ShowState));
    assert_eq!(desk.core.link(), Link::AsOf(at(9, 0)));
}

#[test]
fn a_pong_is_proof_of_life() {
    let mut desk = Desk::live();
    desk.waits(10);
    let now = desk.now;
    desk.hears(ServerMessage::Pong { now });
    desk.waits(10);
    assert_eq!(desk.core.link(), Link::Live);
}

#[test]
fn a_socket_that_never_opens_is_given_up() {
    let (mut desk, effects) = Desk::started(None, Vec::new());
    assert!(effects.contains(&Effect::WakeAt(Instant(at(9, 0).0 + 20_000))));
    assert!(desk.waits(20).contains(&Effect::Disconnect));
}

#[test]
fn it_comes_back_after_a_while_and_at_once_when_the_network_is_back() {
    let mut desk = Desk::offline();
    assert!(
        desk.waits(1).contains(&Effect::Connect),
        "the first wait is half a second at most"
    );
    desk.happen(Event::Closed);
    assert!(desk.happen(Event::Online).contains(&Effect::Connect));
    desk.happen(Event::Closed);
    assert!(desk.happen(Event::Visible).contains(&Effect::Connect));
}

#[test]
fn a_page_that_was_frozen_reconnects_when_it_comes_to_the_front() {
    let mut desk = Desk::live();
    desk.now = at(11, 0);
    let effects = desk.happen(Event::Visible);
    assert!(effects.contains(&Effect::Disconnect) && effects.contains(&Effect::Connect));
}

#[test]
fn a_page_in_the_back_lets_go_after_five_minutes_unless_work_waits() {
    let mut desk = Desk::offline();
    desk.happen(Event::Hidden);
    desk.waits(301);
    assert!(!desk.waits(60).contains(&Effect::Connect));
    assert!(desk.happen(Event::Visible).contains(&Effect::Connect));

    let mut desk = Desk::offline();
    desk.does(arrived(1));
    desk.happen(Event::Hidden);
    assert!(desk.waits(301).contains(&Effect::Connect));
}

#[test]
fn the_time_of_a_command_is_the_servers_however_wrong_the_devices_clock_is() {
    let mut desk = Desk::live();
    let server = Instant(desk.now.0 + 7_200_000);
    desk.hears(ServerMessage::Pong { now: server });
    assert_eq!(desk.core.clock_offset(), 7_200_000);
    desk.does(arrived(1));
    assert_eq!(desk.core.outbox()[0].mutation.at, server);
}

#[test]
fn a_clock_that_is_put_back_does_not_freeze_the_connection() {
    let mut desk = Desk::live();
    desk.now = at(7, 0);
    let effects = desk.happen(Event::Woke);
    assert!(effects.contains(&Effect::Disconnect) && effects.contains(&Effect::Connect));
}

#[test]
fn before_anybody_is_known_nothing_can_be_asked_for() {
    let (mut desk, _) = Desk::started(None, Vec::new());
    let effects = desk.happen(Event::Command(arrived(1)));
    assert_eq!(
        effects,
        [Effect::ShowRefusal(Box::new(arrived(1)), Refusal::NotFound)]
    );
}
