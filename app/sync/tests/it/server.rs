//! The server core: what becomes of mutations, and who is told.

use std::collections::BTreeMap;

use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_domain::review::Device;
use app_domain::role::Role;
use app_domain::rows::{Change, Row, Rows};
use app_domain::time::Instant;
use app_sync::project::ViewClass;
use app_sync::replica::Replica;
use app_sync::server::CursorSeal;
use app_sync::server::{
    Commit, Decided, Effect, Event, Hub, LogEntry, LogEpoch, Plan, Position, SocketId, Standing, Submission,
    Truth, Verdict, fingerprint, plan,
};
use app_sync::wire::{ClientMessage, Cursor, Mid, Mutation, MutationResult, SCHEMA, ServerMessage};
use uuid::Uuid;

use crate::practice::{
    EPOCH, OpenSeal, arrived, at, book, client_id, member_id, nth_place, patient_id, rows, step_of, viewer,
    visit_id,
};

fn truth() -> Truth {
    Truth::new(EPOCH, 0, Replica::from_rows(rows()), [])
}

fn mutation(mid: u64, command: Command) -> Mutation {
    Mutation {
        mid: Mid(mid),
        command,
        at: at(9, 0),
        base: None,
    }
}

fn submission(socket: u64, client: u128, after: u64, mutations: Vec<Mutation>) -> Submission {
    let actor = viewer(1, Role::FrontDesk).actor();
    Submission {
        socket: SocketId(socket),
        client: client_id(client),
        actor,
        device: Device::Computer,
        after: Mid(after),
        mutations,
        made_in: BTreeMap::new(),
    }
}

fn verdicts(plan: &Plan) -> Vec<&Verdict> {
    plan.items.iter().map(|item| &item.verdict).collect()
}

/// A hub, with what it has sent to each socket.
struct Desk {
    hub: Hub<OpenSeal>,
    sent: BTreeMap<u64, Vec<ServerMessage>>,
    other: Vec<Effect>,
}

impl Desk {
    fn new() -> Self {
        Self::with(truth(), 1)
    }

    fn with(truth: Truth, log_from: u64) -> Self {
        Self {
            hub: Hub::new(truth, OpenSeal, log_from),
            sent: BTreeMap::new(),
            other: Vec::new(),
        }
    }

    fn happen(&mut self, event: Event) {
        for effect in self.hub.handle(event, at(10, 0)) {
            match effect {
                Effect::Send { socket, frame } => {
                    let message = serde_json::from_str(&frame).expect("frames decode");
                    self.sent.entry(socket.0).or_default().push(message);
                }
                other => self.other.push(other),
            }
        }
    }

    fn says(&mut self, socket: u64, message: ClientMessage) {
        self.happen(Event::Message {
            socket: SocketId(socket),
            message,
        });
    }

    fn connect(&mut self, socket: u64, member: u128, role: Role) {
        let viewer = Box::new(viewer(member, role));
        self.happen(Event::Connected {
            socket: SocketId(socket),
            viewer,
            device: Device::Tablet,
        });
    }

    fn hello(&mut self, socket: u64, client: u128, cursor: Option<Cursor>) {
        self.says(
            socket,
            ClientMessage::Hello {
                client: client_id(client),
                schema: SCHEMA,
                cursor,
            },
        );
    }

    /// Connected and reading along.
    fn live(&mut self, socket: u64, member: u128, role: Role) {
        self.connect(socket, member, role);
        self.hello(socket, member, Some(cursor(role, self.hub.truth().head())));
        self.sent.remove(&socket);
    }

    /// Pushes over a socket and carries it through to the disk, with nothing stored before.
    fn carry_out(&mut self, socket: u64, client: u128, mutations: Vec<Mutation>) {
        self.says(
            socket,
            ClientMessage::Push {
                client: client_id(client),
                after: Mid(0),
                mutations,
            },
        );
        let batch = self.other.drain(..).map(|effect| match effect {
            Effect::Submit(submission) => submission,
            other => panic!("{other:?}"),
        });
        let plan = plan(batch.collect(), self.hub.truth(), at(10, 0));
        self.happen(Event::Committed(plan.committed(&BTreeMap::new())));
    }

    fn sent(&mut self, socket: u64) -> Vec<ServerMessage> {
        self.sent.remove(&socket).unwrap_or_default()
    }
}

fn cursor(role: Role, seq: u64) -> Cursor {
    OpenSeal.seal(Position {
        epoch: EPOCH,
        class: ViewClass { role },
        seq,
    })
}

fn entry(seq: u64) -> LogEntry {
    let row = truth().rows().appointment(visit_id(1)).cloned().expect("visit 1");
    let note = format!("step {seq}");
    let row = Row::Appointment(app_domain::agenda::Appointment { note, ..row });
    LogEntry {
        seq,
        changes: vec![Change::Put { row }],
        mutation: None,
    }
}

#[test]
fn of_two_bookings_of_one_place_in_one_batch_the_first_keeps_it() {
    let wanted = nth_place(0, 1, 1);
    let batch = vec![
        submission(1, 1, 0, vec![mutation(1, book(20, 1, wanted))]),
        submission(2, 2, 0, vec![mutation(1, book(21, 2, wanted))]),
    ];
    let plan = plan(batch, &truth(), at(9, 30));
    let commit = plan.committed(&BTreeMap::new());
    assert_eq!(commit.answers[0].result, MutationResult::Ok);
    assert_eq!(commit.answers[1].result, MutationResult::Ok);
    let Change::Put {
        row: Row::Review(review),
    } = &commit.entries[1].changes[0]
    else {
        panic!("the second waits for a person: {:?}", commit.entries[1]);
    };
    let about = review.about.as_ref().expect("it says what was asked for");
    assert!(matches!(
        about.refusal,
        Some(Refusal::PlaceTaken { by, .. }) if by == visit_id(20)
    ));
}

#[test]
fn planning_changes_nothing_until_it_is_durable() {
    let truth = truth();
    let before = truth.rows().clone();
    let planned = plan(
        vec![submission(1, 1, 0, vec![mutation(1, arrived(1))])],
        &truth,
        at(9, 30),
    );
    assert_eq!(planned.entries().count(), 1);
    assert!(*truth.rows() == before);
    assert_eq!(truth.last_mid(client_id(1)), Mid(0));
}

#[test]
fn a_refused_mutation_uses_its_number_up_and_the_next_goes_on() {
    let batch = vec![submission(
        1,
        1,
        0,
        vec![mutation(1, arrived(99)), mutation(2, arrived(1))],
    )];
    let mut desk = Desk::new();
    let commit = plan(batch, desk.hub.truth(), at(9, 30)).committed(&BTreeMap::new());
    assert!(matches!(commit.answers[0].result, MutationResult::Refused { .. }));
    assert_eq!(commit.answers[1].result, MutationResult::Ok);
    desk.happen(Event::Committed(commit));
    assert_eq!(desk.hub.truth().last_mid(client_id(1)), Mid(2));
}

#[test]
fn what_comes_again_is_looked_up_and_answered_as_it_was_decided() {
    let mut truth = truth();
    truth.learn(
        client_id(1),
        Standing {
            owner: member_id(1),
            last: Mid(5),
        },
    );
    let again = mutation(3, arrived(1));
    let planned = plan(vec![submission(1, 1, 0, vec![again.clone()])], &truth, at(9, 30));
    assert!(matches!(verdicts(&planned)[..], [Verdict::Known { .. }]));
    let stored = Decided {
        fingerprint: fingerprint(&again.command),
        refusal: Some(Refusal::NotFound),
    };
    let commit = planned.committed(&[((client_id(1), Mid(3)), stored)].into());
    assert_eq!(
        commit.answers[0].result,
        MutationResult::Dup {
            refusal: Some(Refusal::NotFound)
        }
    );
    assert!(commit.entries.is_empty());
}

#[test]
fn a_number_that_comes_again_with_another_command_is_refused_aloud() {
    let stored = Decided {
        fingerprint: fingerprint(&arrived(1)),
        refusal: None,
    };
    let refused = MutationResult::Refused {
        refusal: Refusal::AlreadyRecorded,
    };
    assert_eq!(
        Decided::answer_again(Some(&stored), fingerprint(&arrived(2))),
        refused
    );
    assert_eq!(Decided::answer_again(None, fingerprint(&arrived(2))), refused);
    let same = Decided::answer_again(Some(&stored), fingerprint(&arrived(1)));
    assert_eq!(same, MutationResult::Dup { refusal: None });
}

#[test]
fn a_duplicate_within_a_batch_is_carried_out_once() {
    let push = || submission(1, 1, 0, vec![mutation(1, arrived(1))]);
    let plan = plan(vec![push(), push()], &truth(), at(9, 30));
    assert_eq!(plan.entries().count(), 1);
    let commit = plan.committed(&BTreeMap::new());
    assert_eq!(commit.answers[1].result, MutationResult::Dup { refusal: None });
}

#[test]
fn what_must_come_after_something_undecided_is_told_to_come_later() {
    let plan = plan(
        vec![submission(1, 1, 4, vec![mutation(5, arrived(1))])],
        &truth(),
        at(9, 30),
    );
    assert_eq!(verdicts(&plan), [&Verdict::Answer(MutationResult::Later)]);
    let commit = plan.committed(&BTreeMap::new());
    assert!(commit.clients.is_empty(), "its number is not used up");
}

#[test]
fn numbers_may_have_gaps() {
    let plan = plan(
        vec![submission(
            1,
            1,
            0,
            vec![mutation(5, arrived(1)), mutation(9, arrived(2))],
        )],
        &truth(),
        at(9, 30),
    );
    assert_eq!(plan.entries().count(), 2);
}

#[test]
fn nobody_pushes_under_the_name_of_anothers_outbox() {
    let mut truth = truth();
    truth.learn(
        client_id(1),
        Standing {
            owner: member_id(2),
            last: Mid(0),
        },
    );
    let plan = plan(
        vec![submission(1, 1, 0, vec![mutation(1, arrived(1))])],
        &truth,
        at(9, 30),
    );
    let refused = MutationResult::Refused {
        refusal: Refusal::NotAllowed,
    };
    assert_eq!(verdicts(&plan), [&Verdict::Answer(refused)]);
}

#[test]
fn a_device_whose_clock_runs_ahead_does_not_act_in_the_future() {
    let ahead = Mutation {
        at: at(18, 0),
        ..mutation(1, arrived(1))
    };
    let changes = truth()
        .decide(&ahead, viewer(1, Role::FrontDesk).actor(), at(9, 30))
        .expect("arrived");
    let [
        Change::Put {
            row: Row::Appointment(visit),
        },
    ] = &changes[..]
    else {
        panic!("{changes:?}")
    };
    assert_eq!(
        visit.status,
        app_domain::agenda::Status::Arrived { arrived: at(9, 30) }
    );
}

#[test]
fn a_lease_runs_by_the_servers_clock_alone() {
    let early = Mutation {
        at: at(1, 0),
        ..mutation(
            1,
            Command::ClaimCall {
                patient: patient_id(1),
            },
        )
    };
    let changes = truth()
        .decide(&early, viewer(1, Role::FrontDesk).actor(), at(9, 30))
        .expect("a lease");
    let [
        Change::Put {
            row: Row::Claim(claim),
        },
    ] = &changes[..]
    else {
        panic!("{changes:?}")
    };
    assert_eq!((claim.since, claim.until), (at(9, 30), at(9, 40)));
}

#[test]
fn a_rolled_back_batch_is_told_to_come_later_and_nothing_has_moved() {
    let mut desk = Desk::new();
    desk.live(1, 1, Role::FrontDesk);
    let planned = plan(
        vec![submission(1, 1, 0, vec![mutation(1, arrived(1))])],
        desk.hub.truth(),
        at(9, 30),
    );
    desk.happen(Event::Committed(planned.postponed()));
    assert_eq!(
        desk.sent(1),
        [ServerMessage::Result {
            mid: Mid(1),
            result: MutationResult::Later
        }]
    );
    assert_eq!(desk.hub.truth().head(), 0);
    assert_eq!(desk.hub.truth().last_mid(client_id(1)), Mid(0));
}

#[test]
fn a_device_without_a_cursor_is_sent_for_a_snapshot() {
    let mut desk = Desk::new();
    desk.connect(1, 1, Role::FrontDesk);
    desk.hello(1, 1, None);
    assert!(matches!(
        desk.sent(1)[..],
        [ServerMessage::Welcome { snapshot: true, .. }]
    ));
    desk.happen(Event::Committed(Commit::of_log(vec![entry(1)])));
    assert!(desk.sent(1).is_empty(), "deltas are of no use to it yet");
}

#[test]
fn a_device_that_comes_back_reads_what_it_missed_in_one_delta_then_live() {
    let mut desk = Desk::new();
    desk.happen(Event::Committed(Commit::of_log(vec![entry(1), entry(2)])));
    desk.connect(1, 1, Role::FrontDesk);
    desk.hello(1, 1, Some(cursor(Role::FrontDesk, 0)));
    let sent = desk.sent(1);
    let [
        ServerMessage::Welcome { snapshot: false, .. },
        ServerMessage::Delta(delta),
    ] = &sent[..]
    else {
        panic!("{sent:?}")
    };
    assert_eq!(
        (step_of(&delta.cursor), delta.changes.len()),
        (2, 1),
        "the last of each row"
    );
    desk.happen(Event::Committed(Commit::of_log(vec![entry(3)])));
    assert!(matches!(desk.sent(1)[..], [ServerMessage::Delta(_)]));
}

#[test]
fn who_has_missed_nothing_is_told_so() {
    let mut desk = Desk::new();
    desk.connect(1, 1, Role::FrontDesk);
    desk.hello(1, 1, Some(cursor(Role::FrontDesk, 0)));
    let sent = desk.sent(1);
    assert!(matches!(&sent[..], [_, ServerMessage::Delta(delta)] if delta.changes.is_empty()));
}

#[test]
fn what_memory_does_not_hold_is_read_from_the_disk_bit_by_bit() {
    let mut rows = Replica::from_rows(rows());
    entry(2).changes.iter().for_each(|change| rows.apply(change));
    let mut desk = Desk::with(Truth::new(EPOCH, 2, rows, []), 1);
    desk.connect(1, 1, Role::FrontDesk);
    desk.hello(1, 1, Some(cursor(Role::FrontDesk, 0)));
    assert_eq!(
        desk.other.pop(),
        Some(Effect::ReadLog {
            socket: SocketId(1),
            after: 0
        })
    );
    desk.happen(Event::Committed(Commit::of_log(vec![entry(3)])));
    desk.happen(Event::Log {
        socket: SocketId(1),
        entries: vec![entry(1)],
    });
    assert_eq!(
        desk.other.pop(),
        Some(Effect::ReadLog {
            socket: SocketId(1),
            after: 1
        })
    );
    // The disk is ahead of what the hub has been told: step 4 must not be in a delta that says 3.
    desk.happen(Event::Log {
        socket: SocketId(1),
        entries: vec![entry(2), entry(3), entry(4)],
    });
    let sent = desk.sent(1);
    let Some(ServerMessage::Delta(delta)) = sent.last() else {
        panic!("{sent:?}")
    };
    assert_eq!(step_of(&delta.cursor), 3);
    assert_eq!(delta.changes, entry(3).changes);
}

#[test]
fn a_cursor_of_another_log_role_or_of_steps_that_are_gone_takes_a_snapshot() {
    let mut desk = Desk::with(Truth::new(EPOCH, 9, Replica::from_rows(rows()), []), 6);
    let class = ViewClass {
        role: Role::FrontDesk,
    };
    let restored = OpenSeal.seal(Position {
        epoch: LogEpoch(Uuid::from_u128(1)),
        class,
        seq: 9,
    });
    let refused = [
        restored,
        cursor(Role::Dentist, 9),
        cursor(Role::FrontDesk, 4),
        cursor(Role::FrontDesk, 10),
        Cursor("nonsense".into()),
    ];
    for (socket, cursor) in (1..).zip(refused) {
        desk.connect(socket, 1, Role::FrontDesk);
        desk.hello(socket, 1, Some(cursor.clone()));
        let sent = desk.sent(socket);
        assert!(
            matches!(sent[..], [ServerMessage::Welcome { snapshot: true, .. }]),
            "{cursor:?}: {sent:?}"
        );
    }
}

#[test]
fn one_frame_serves_a_class_and_the_pusher_also_hears_what_it_settles() {
    let mut desk = Desk::new();
    desk.live(1, 1, Role::FrontDesk);
    desk.live(2, 2, Role::FrontDesk);
    desk.carry_out(1, 1, vec![mutation(1, arrived(1))]);
    let mine = desk.sent(1);
    let [
        ServerMessage::Result {
            result: MutationResult::Ok,
            ..
        },
        ServerMessage::Delta(mine),
    ] = &mine[..]
    else {
        panic!("{mine:?}")
    };
    let others = desk.sent(2);
    let [ServerMessage::Delta(others)] = &others[..] else {
        panic!("{others:?}")
    };
    assert_eq!(mine.changes, others.changes);
    assert_eq!(mine.last_mids, [(client_id(1).0, Mid(1))].into());
    assert!(others.last_mids.is_empty(), "how much others push is not told");
}

#[test]
fn sockets_of_a_class_share_the_very_bytes() {
    let mut desk = Desk::new();
    desk.live(1, 1, Role::FrontDesk);
    desk.live(2, 2, Role::FrontDesk);
    let effects = desk
        .hub
        .handle(Event::Committed(Commit::of_log(vec![entry(1)])), at(10, 0));
    let [
        Effect::Send { frame: first, .. },
        Effect::Send { frame: second, .. },
    ] = &effects[..]
    else {
        panic!("{effects:?}")
    };
    assert!(std::sync::Arc::ptr_eq(first, second));
}

#[test]
fn a_class_that_sees_nothing_of_a_change_hears_nothing() {
    let mut desk = Desk::new();
    desk.live(1, 1, Role::FrontDesk);
    desk.live(2, 2, Role::Owner);
    desk.carry_out(
        1,
        1,
        vec![mutation(
            1,
            Command::ClaimCall {
                patient: patient_id(1),
            },
        )],
    );
    assert_eq!(desk.sent(1).len(), 2);
    assert!(desk.sent(2).is_empty());
}

#[test]
fn what_was_already_so_is_settled_without_a_step_of_the_log() {
    let mut desk = Desk::new();
    desk.live(1, 1, Role::FrontDesk);
    desk.carry_out(1, 1, vec![mutation(1, arrived(1)), mutation(2, arrived(1))]);
    assert_eq!(desk.hub.truth().head(), 1);
    let sent = desk.sent(1);
    let Some(ServerMessage::Delta(delta)) = sent.last() else {
        panic!("{sent:?}")
    };
    assert_eq!(delta.last_mids, [(client_id(1).0, Mid(2))].into());
}

#[test]
fn a_socket_hears_nothing_of_a_strangers_outbox_whatever_it_claims_to_be() {
    let mut desk = Desk::new();
    desk.live(1, 1, Role::FrontDesk);
    desk.carry_out(1, 1, vec![mutation(1, arrived(1))]);
    desk.connect(2, 2, Role::FrontDesk);
    desk.hello(2, 1, Some(cursor(Role::FrontDesk, 1)));
    let sent = desk.sent(2);
    let [
        ServerMessage::Welcome { last_mid, .. },
        ServerMessage::Delta(delta),
    ] = &sent[..]
    else {
        panic!("{sent:?}")
    };
    assert_eq!(*last_mid, Mid(0));
    assert!(delta.last_mids.is_empty());
}

#[test]
fn the_heartbeat_sums_up_what_each_class_sees() {
    let mut desk = Desk::new();
    desk.live(1, 1, Role::FrontDesk);
    desk.live(2, 2, Role::Owner);
    desk.happen(Event::Tick);
    desk.sent(1);
    desk.sent(2);
    desk.happen(Event::Committed(Commit::of_log(vec![entry(1)])));
    desk.sent(1);
    desk.sent(2);
    desk.happen(Event::Tick);
    for (socket, role) in [(1, Role::FrontDesk), (2, Role::Owner)] {
        let snapshot = desk.hub.snapshot(&viewer(u128::from(socket), role), at(10, 0));
        let expected = Replica::from_rows(snapshot.rows).checksum();
        let sent = desk.sent(socket);
        assert!(
            matches!(sent[..], [ServerMessage::Heartbeat { checksum, .. }] if checksum == expected),
            "{role:?}"
        );
    }
}

#[test]
fn another_role_means_another_view() {
    let mut desk = Desk::new();
    desk.live(1, 1, Role::FrontDesk);
    desk.happen(Event::ViewerChanged {
        socket: SocketId(1),
        viewer: Box::new(viewer(1, Role::Owner)),
    });
    desk.happen(Event::Committed(Commit::of_log(vec![entry(1)])));
    assert_eq!(
        desk.sent(1),
        [ServerMessage::Rescope],
        "and nothing more in the old view"
    );
}

#[test]
fn a_device_of_another_version_is_told_to_renew_itself() {
    let mut desk = Desk::new();
    desk.connect(1, 1, Role::FrontDesk);
    desk.says(
        1,
        ClientMessage::Hello {
            client: client_id(1),
            schema: SCHEMA + 1,
            cursor: None,
        },
    );
    assert_eq!(desk.sent(1), [ServerMessage::Upgrade]);
    assert_eq!(desk.other, [Effect::Close { socket: SocketId(1) }]);
}

#[test]
fn who_pushes_before_saying_hello_is_shown_out() {
    let mut desk = Desk::new();
    desk.connect(1, 1, Role::FrontDesk);
    let mutations = vec![mutation(1, arrived(1))];
    desk.says(
        1,
        ClientMessage::Push {
            client: client_id(1),
            after: Mid(0),
            mutations,
        },
    );
    assert_eq!(desk.other, [Effect::Close { socket: SocketId(1) }]);
}

#[test]
fn a_flood_is_told_to_come_later() {
    let mut desk = Desk::new();
    desk.live(1, 1, Role::FrontDesk);
    let flood: Vec<Mutation> = (1..=513).map(|mid| mutation(mid, arrived(1))).collect();
    desk.says(
        1,
        ClientMessage::Push {
            client: client_id(1),
            after: Mid(0),
            mutations: flood,
        },
    );
    assert!(desk.other.is_empty());
    let sent = desk.sent(1);
    assert_eq!(sent.len(), 513);
    assert!(sent.iter().all(|message| matches!(
        message,
        ServerMessage::Result {
            result: MutationResult::Later,
            ..
        }
    )));
}

#[test]
fn a_snapshot_says_how_far_the_viewers_own_outbox_is() {
    let mut desk = Desk::new();
    desk.live(1, 1, Role::FrontDesk);
    desk.live(2, 2, Role::FrontDesk);
    desk.carry_out(1, 1, vec![mutation(1, arrived(1))]);
    let mine = desk.hub.snapshot(&viewer(1, Role::FrontDesk), Instant(5));
    assert_eq!(mine.last_mids, [(client_id(1).0, Mid(1))].into());
    assert_eq!((mine.at, step_of(&mine.cursor)), (Instant(5), 1));
    assert!(
        desk.hub
            .snapshot(&viewer(2, Role::FrontDesk), Instant(5))
            .last_mids
            .is_empty()
    );
}
