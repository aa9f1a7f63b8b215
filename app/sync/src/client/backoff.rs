//! How long to wait before the next try: `rand(0, min(30 s, 0.5 s · 2ⁿ))`, so that a practice's devices do not come back
//! all at once.

use app_domain::time::Instant;
use uuid::Uuid;

const FIRST_MS: u64 = 500;
const LONGEST_MS: u64 = 30_000;

/// Tries in a row, and the source of their jitter.
#[derive(Debug)]
pub(super) struct Backoff {
    tries: u32,
    random: u64,
}

impl Backoff {
    pub(super) fn new(seed: Uuid, salt: u64) -> Self {
        let (high, low) = seed.as_u64_pair();
        Self {
            tries: 0,
            random: high ^ low ^ salt,
        }
    }

    /// When to try again after one more failure.
    pub(super) fn again(&mut self, now: Instant) -> Instant {
        let doubled = FIRST_MS.saturating_mul(1_u64.checked_shl(self.tries).unwrap_or(u64::MAX));
        self.tries = (self.tries + 1).min(32);
        let wait = self.next() % (doubled.min(LONGEST_MS) + 1);
        later(now, wait)
    }

    pub(super) fn succeeded(&mut self) {
        self.tries = 0;
    }

    /// splitmix64.
    fn next(&mut self) -> u64 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// An instant so many milliseconds later.
pub(super) fn later(instant: Instant, milliseconds: u64) -> Instant {
    Instant(
        instant
            .0
            .saturating_add(i64::try_from(milliseconds).unwrap_or(i64::MAX)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_never_exceeds_the_doubled_bound_nor_half_a_minute() {
        for seed in 0..50 {
            let mut backoff = Backoff::new(Uuid::from_u128(seed), 0);
            for tries in 0..40_u32 {
                let wait = backoff.again(Instant(0)).0;
                let bound = 500_i64
                    .checked_shl(tries.min(20))
                    .map_or(30_000, |bound| bound.min(30_000));
                assert!((0..=bound).contains(&wait), "try {tries}: {wait} ms");
            }
        }
    }

    #[test]
    fn a_success_starts_over_with_short_waits() {
        let mut backoff = Backoff::new(Uuid::from_u128(7), 0);
        for _ in 0..20 {
            backoff.again(Instant(0));
        }
        backoff.succeeded();
        assert!(backoff.again(Instant(0)).0 <= 500);
    }

    #[test]
    fn two_devices_do_not_come_back_together() {
        let waits = |seed| {
            let mut backoff = Backoff::new(Uuid::from_u128(seed), 0);
            (0..8).map(|_| backoff.again(Instant(0)).0).collect::<Vec<_>>()
        };
        assert_ne!(waits(1), waits(2));
    }
}
