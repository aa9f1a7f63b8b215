//! Faults of the machinery around the cores, planted to see the simulation notice them: the test of the test.

use super::history::Fault;

/// What is done wrongly, in every history that is run with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Plant {
    /// The server answers, and moves its memory on, before the transaction is durable.
    AcknowledgesBeforeCommit,
    /// The server shows others what is not durable yet.
    BroadcastsBeforeCommit,
    /// The disk of the server says "written" and writes later; a power cut takes it.
    SyncsLater,
    /// The record of what became of a mutation is not in the transaction of its effect.
    ForgetsTheMutationRecord,
    /// A refused mutation does not use its number up.
    RefusalDoesNotAdvance,
    /// Speculation ends on the result, not on the delta that carries the effect.
    DropsPendingOnResult,
    /// A device that was away reads the log with the role of today, on top of what it saw with the role of then.
    ProjectsWithTodaysPolicy,
    /// A live socket goes on with the role that its user has lost.
    KeepsTheOldRole,
    /// A hidden field travels in a delta.
    LeaksAHiddenField,
    /// A row that has gone is not told of.
    ForgetsALeave,
    /// Rows of one base under the cursor of another.
    SwapsInTwoSteps,
    /// Half a transaction in a delta.
    HalvesDeltas,
    /// A delta does not say which mutations it settles.
    StripsLastMids,
    /// Every tab writes the whole outbox of the browser as one array, as it knows it.
    OutboxAsOneArray,
    /// A tab goes on with the outbox of another one that lives: the lock is not asked for.
    SharesAnOutbox,
    /// Who takes an outbox over begins to number from the records that lie there, not from the highest number ever used.
    ForgetsTheHighestNumber,
    /// Leases are given by the clock of the device that asks.
    LeasesByTheClientsClock,
    /// The server's clock stands still: no lease ever ends.
    LeasesNeverEnd,
    /// The screen says "kept" before the disk does.
    SaysKeptTooEarly,
    /// A page that was frozen does not see that time has passed.
    WakesBelievingItIsLive,
    /// Timers of pages never fire: nobody notices that a line is dead.
    LosesTimers,
    /// A tab that stood still writes its old base over the newer cache of another tab.
    OldTabOverwritesTheCache,
    /// The cache outlives the session, and is read by whoever comes next.
    KeepsTheCacheAfterWipe,
    /// A page asks the browser's storage whose page it is, where another tab may have written somebody else meanwhile.
    AsksStorageWhoseOutboxItIs,
    /// A backup is put back under the old epoch of the log.
    RestoresUnderTheOldEpoch,
    /// A new version of the program drops the outbox with the cache.
    UpgradeDropsTheOutbox,
    /// A socket that does not read is fed without end.
    FeedsSlowSocketsForever,
}

impl Plant {
    pub const ALL: [Self; 27] = [
        Self::AcknowledgesBeforeCommit,
        Self::BroadcastsBeforeCommit,
        Self::SyncsLater,
        Self::ForgetsTheMutationRecord,
        Self::RefusalDoesNotAdvance,
        Self::DropsPendingOnResult,
        Self::ProjectsWithTodaysPolicy,
        Self::KeepsTheOldRole,
        Self::LeaksAHiddenField,
        Self::ForgetsALeave,
        Self::SwapsInTwoSteps,
        Self::HalvesDeltas,
        Self::StripsLastMids,
        Self::OutboxAsOneArray,
        Self::SharesAnOutbox,
        Self::ForgetsTheHighestNumber,
        Self::LeasesByTheClientsClock,
        Self::LeasesNeverEnd,
        Self::SaysKeptTooEarly,
        Self::WakesBelievingItIsLive,
        Self::LosesTimers,
        Self::OldTabOverwritesTheCache,
        Self::KeepsTheCacheAfterWipe,
        Self::AsksStorageWhoseOutboxItIs,
        Self::RestoresUnderTheOldEpoch,
        Self::UpgradeDropsTheOutbox,
        Self::FeedsSlowSocketsForever,
    ];

    /// The faults among which it shows: its histories have more of them, so that a few tell.
    pub const fn shows_by(self) -> &'static [Fault] {
        match self {
            Self::ForgetsTheHighestNumber => &[Fault::Contest, Fault::Reload, Fault::Offline],
            Self::LeasesNeverEnd => &[Fault::Night, Fault::Contest],
            Self::AsksStorageWhoseOutboxItIs => {
                &[Fault::Revoke, Fault::OpenTab, Fault::KillBrowser, Fault::Evict]
            }
            Self::FeedsSlowSocketsForever => &[Fault::Slow, Fault::Contest, Fault::Burst],
            Self::RestoresUnderTheOldEpoch => &[Fault::Restore],
            _ => &[],
        }
    }
}
