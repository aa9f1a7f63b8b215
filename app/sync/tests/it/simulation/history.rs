//! A history: a seed, and what may go wrong in it. Smaller ones are easier to read.

use app_domain::time::Instant;

use super::random::Random;
use super::world::{Plant, Violation, World};

/// Monday, 23 November 2026, 9:00 in Rome.
pub const START: Instant = Instant(1_795_420_800_000);

/// For so long people act and things fail, in virtual milliseconds.
const STORMY_MS: i64 = 60_000;

/// What goes wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// A socket breaks.
    Cut,
    /// A device has no network for a while.
    Offline,
    /// The server is killed.
    Kill,
    /// The page is closed and opened again.
    Reload,
    /// The person deals with what was refused.
    Dismiss,
    /// The person's role changes.
    Role,
}

impl Fault {
    const ALL: [Self; 6] = [
        Self::Cut,
        Self::Offline,
        Self::Kill,
        Self::Reload,
        Self::Dismiss,
        Self::Role,
    ];

    /// One of them; those that broke things more often come more often.
    pub fn any(random: &mut Random) -> Self {
        match random.below(9) {
            0 | 1 => Self::Cut,
            2 | 3 => Self::Offline,
            4 | 5 => Self::Kill,
            6 => Self::Reload,
            7 => Self::Dismiss,
            _ => Self::Role,
        }
    }
}

/// Everything that a run follows from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct History {
    pub seed: u64,
    pub stormy_ms: i64,
    pub plant: Option<Plant>,
    /// One bit per fault, in the order of [`Fault::ALL`].
    faults: u8,
}

impl History {
    pub fn new(seed: u64, plant: Option<Plant>) -> Self {
        Self {
            seed,
            stormy_ms: STORMY_MS,
            plant,
            faults: u8::MAX,
        }
    }

    pub fn has(&self, fault: Fault) -> bool {
        self.faults & (1 << fault as u8) != 0
    }

    fn without(self, fault: Fault) -> Self {
        Self {
            faults: self.faults & !(1 << fault as u8),
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
        const LAST: usize = 60;
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
            trace[trace.len().saturating_sub(LAST)..].join("\n"),
            self.seed,
        )
    }
}
