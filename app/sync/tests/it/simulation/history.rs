//! A history: a seed, and what may go wrong in it. Smaller ones are easier to read.

use app_domain::time::Instant;

use super::plant::Plant;
use super::random::Random;
use super::world::{Violation, World};

/// Monday, 23 November 2026, 9:00 in Rome.
pub const START: Instant = Instant(1_795_420_800_000);

/// For so long people act and things fail, in virtual milliseconds.
const STORMY_MS: i64 = 60_000;

/// What goes wrong, and what people do that makes it worse.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// A socket breaks; its device may not notice.
    Cut,
    /// A browser has no network for a while.
    Offline,
    /// A socket takes a second for each frame.
    Slow,
    /// The server is killed, whatever it does.
    Kill,
    /// The server is killed between two steps of its writer.
    KillMidway,
    /// A backup is made, or the last one put back.
    Restore,
    /// A new version of server and program.
    Deploy,
    /// An import, the turn of the day.
    System,
    /// The person's role changes.
    Role,
    /// The session ends on the server: expired, or the device was revoked.
    Revoke,
    /// The person signs out.
    SignOut,
    /// The page is loaded again.
    Reload,
    /// A second tab, or a third: opened, or cloned.
    OpenTab,
    /// A tab is closed.
    CloseTab,
    /// The browser dies with all its tabs; or the whole machine does.
    KillBrowser,
    /// A page stands still for a while.
    Freeze,
    /// Everybody sleeps for nine hours.
    Night,
    /// The clock of a device is put forward or back.
    Clock,
    /// The disk of a device is slow for a while.
    SlowDisk,
    /// The browser throws the cache away, or everything.
    Evict,
    /// More at once than goes into a batch, or into flight.
    Burst,
    /// Two people want the same thing.
    Contest,
    /// The person deals with what was refused.
    Dismiss,
}

impl Fault {
    const ALL: [Self; 23] = [
        Self::Cut,
        Self::Offline,
        Self::Slow,
        Self::Kill,
        Self::KillMidway,
        Self::Restore,
        Self::Deploy,
        Self::System,
        Self::Role,
        Self::Revoke,
        Self::SignOut,
        Self::Reload,
        Self::OpenTab,
        Self::CloseTab,
        Self::KillBrowser,
        Self::Freeze,
        Self::Night,
        Self::Clock,
        Self::SlowDisk,
        Self::Evict,
        Self::Burst,
        Self::Contest,
        Self::Dismiss,
    ];

    /// How often it comes, beside the others.
    const fn weight(self) -> u64 {
        match self {
            Self::Cut | Self::Offline | Self::Contest => 12,
            Self::Kill | Self::KillMidway | Self::Reload | Self::OpenTab | Self::Role => 8,
            Self::KillBrowser | Self::Freeze | Self::Dismiss => 6,
            Self::CloseTab | Self::System | Self::Slow | Self::Restore | Self::Clock => 4,
            Self::SlowDisk | Self::Revoke | Self::SignOut => 3,
            Self::Night | Self::Deploy | Self::Evict | Self::Burst => 1,
        }
    }

    /// One of them; those that broke things more often come more often.
    pub fn any(random: &mut Random) -> Self {
        let mut left = random.below(Self::ALL.into_iter().map(Self::weight).sum());
        let hit = |fault: &Self| match left.checked_sub(fault.weight()) {
            Some(rest) => {
                left = rest;
                false
            }
            None => true,
        };
        Self::ALL.into_iter().find(hit).unwrap_or(Self::Cut)
    }
}

/// Everything that a run follows from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct History {
    pub seed: u64,
    pub stormy_ms: i64,
    pub plant: Option<Plant>,
    /// One bit per fault, in the order of [`Fault::ALL`].
    faults: u32,
}

impl History {
    pub fn new(seed: u64, plant: Option<Plant>) -> Self {
        Self {
            seed,
            stormy_ms: STORMY_MS,
            plant,
            faults: u32::MAX,
        }
    }

    pub fn has(&self, fault: Fault) -> bool {
        self.faults & (1 << fault as u32) != 0
    }

    fn without(self, fault: Fault) -> Self {
        Self {
            faults: self.faults & !(1 << fault as u32),
            ..self
        }
    }

    fn violation(self) -> Option<Violation> {
        World::new(self).run().err()
    }

    /// A history that still fails, over sooner and with fewer kinds of faults.
    fn shrunk(self) -> Self {
        let shorter =
            [1_000, 2_000, 4_000, 8_000, 15_000, 30_000].map(|stormy_ms| Self { stormy_ms, ..self });
        let shortest = shorter.into_iter().find(|history| history.violation().is_some());
        Fault::ALL
            .into_iter()
            .fold(shortest.unwrap_or(self), |history, fault| {
                let fewer = history.without(fault);
                if fewer.violation().is_some() {
                    fewer
                } else {
                    history
                }
            })
    }

    /// What a person needs who looks for the cause: the smallest history found, its last steps, and what does not hold.
    pub fn report(self) -> String {
        let last = super::from_environment("SIMULATION_LAST", 80) as usize;
        let shrunk = self.shrunk();
        let mut world = World::new(shrunk);
        world.trace = Some(Vec::new());
        let violation = world.run().err().unwrap_or_default();
        let trace = world.trace.unwrap_or_default();
        let faults: Vec<Fault> = Fault::ALL
            .into_iter()
            .filter(|fault| shrunk.has(*fault))
            .collect();
        format!(
            "seed {}, {} ms of storm, {faults:?}, {} steps; the last:\n{}\n{violation}\n\
             (SIMULATION_FIRST={} SIMULATION_SEEDS=1 shows it again)",
            self.seed,
            shrunk.stormy_ms,
            trace.len(),
            trace[trace.len().saturating_sub(last)..].join("\n"),
            self.seed,
        )
    }
}
