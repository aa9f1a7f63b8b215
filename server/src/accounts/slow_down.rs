//! Failed sign-ins make the next ones wait, per account and per peer address.
//!
//! A try is charged before the password is looked at and given back if it was right, so that many tries at once gain nothing.
//! What is remembered is bounded: it lives in memory, and is forgotten with time.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use app_domain::time::Instant;

use super::Login;

/// How fast one kind of key is slowed down.
#[derive(Clone, Copy, Debug)]
struct Pace {
    /// This many failures cost nothing; the next ones 1 s, 2 s, 4 s, … after the last.
    free: u32,
    /// The longest wait, in seconds.
    longest: i64,
}

/// An account: three typing mistakes are free. Nobody is locked out for longer than a minute by somebody else's tries.
const ACCOUNT: Pace = Pace { free: 3, longest: 60 };
/// An address: a whole practice may sit behind it.
const PEER: Pace = Pace {
    free: 10,
    longest: 300,
};
/// Failures are forgotten when none came for this long, in milliseconds.
const FORGOTTEN_AFTER: i64 = 15 * 60_000;
/// Keys remembered of each kind.
const REMEMBERED: usize = 10_000;

/// The failures of late.
#[derive(Debug, Default)]
pub struct SlowDown {
    accounts: Mutex<Ledger<Login>>,
    peers: Mutex<Ledger<IpAddr>>,
}

/// How long to wait before the next try.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Wait {
    /// Whole seconds, at least one.
    pub seconds: u32,
}

impl SlowDown {
    /// Charges a try to the account and the address, or says how long to wait. A try that must wait is not charged.
    ///
    /// # Errors
    /// The longer of the two waits.
    pub fn charge(&self, login: &Login, peer: IpAddr, now: Instant) -> Result<(), Wait> {
        let peer = neighbourhood(peer);
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        let mut peers = self.peers.lock().unwrap_or_else(PoisonError::into_inner);
        let wait = accounts
            .wait(login, ACCOUNT, now)
            .max(peers.wait(&peer, PEER, now));
        if let Some(wait) = wait {
            return Err(wait);
        }
        accounts.charge(login.clone(), now);
        peers.charge(peer, now);
        Ok(())
    }

    /// The password was right: the account starts afresh, and the address gets this one try back. Not more: otherwise
    /// whoever has one account could go on trying those of others.
    pub fn forgive(&self, login: &Login, peer: IpAddr) {
        self.accounts
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .tries
            .remove(login);
        self.peers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .give_back(&neighbourhood(peer));
    }
}

/// Whoever has one IPv6 address has all of its /64.
fn neighbourhood(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V4(v4) => IpAddr::V4(v4),
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
    }
}

#[derive(Clone, Copy, Debug)]
struct Tries {
    failed: u32,
    last: Instant,
}

impl Tries {
    fn is_forgotten(self, now: Instant) -> bool {
        now.0.saturating_sub(self.last.0) >= FORGOTTEN_AFTER
    }
}

#[derive(Debug)]
struct Ledger<K> {
    tries: HashMap<K, Tries>,
}

impl<K> Default for Ledger<K> {
    fn default() -> Self {
        Self {
            tries: HashMap::new(),
        }
    }
}

impl<K: Eq + Hash> Ledger<K> {
    fn wait(&self, key: &K, pace: Pace, now: Instant) -> Option<Wait> {
        let tries = self.tries.get(key).filter(|tries| !tries.is_forgotten(now))?;
        let doublings = tries.failed.checked_sub(pace.free)?.min(30);
        let pause = (1_i64 << doublings).min(pace.longest) * 1000;
        let left = tries.last.0.saturating_add(pause).saturating_sub(now.0);
        // Rounded up, so that whoever waits this long may try.
        (left > 0).then(|| Wait {
            seconds: u32::try_from(left.saturating_add(999) / 1000).unwrap_or(u32::MAX),
        })
    }

    fn charge(&mut self, key: K, now: Instant) {
        if self.tries.len() >= REMEMBERED && !self.tries.contains_key(&key) {
            self.make_room(now);
        }
        let tries = self.tries.entry(key).or_insert(Tries { failed: 0, last: now });
        let failed = if tries.is_forgotten(now) { 0 } else { tries.failed };
        *tries = Tries {
            failed: failed.saturating_add(1),
            last: now,
        };
    }

    fn give_back(&mut self, key: &K) {
        if let Some(tries) = self.tries.get_mut(key) {
            tries.failed = tries.failed.saturating_sub(1);
        }
    }

    /// Drops what is forgotten; if that is not enough, the older half.
    fn make_room(&mut self, now: Instant) {
        self.tries.retain(|_, tries| !tries.is_forgotten(now));
        if self.tries.len() >= REMEMBERED {
            let mut ages: Vec<i64> = self.tries.values().map(|tries| tries.last.0).collect();
            let middle = ages.len() / 2;
            let (_, &mut median, _) = ages.select_nth_unstable(middle);
            self.tries.retain(|_, tries| tries.last.0 > median);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: &str = "anna";
    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));

    fn login(name: &str) -> Login {
        name.parse().unwrap()
    }

    fn at(seconds: i64) -> Instant {
        Instant(seconds * 1000)
    }

    #[test]
    fn three_mistakes_are_free_then_each_waits_twice_as_long() {
        let slow = SlowDown::default();
        let mut now = 0;
        for wait in [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60] {
            if wait > 0 {
                assert_eq!(
                    slow.charge(&login(ANNA), HERE, at(now)),
                    Err(Wait { seconds: wait })
                );
                now += i64::from(wait);
            }
            // From another house each time: only the account is looked at here.
            let peer = IpAddr::from([10, 0, 0, u8::try_from(now % 250).unwrap()]);
            assert_eq!(slow.charge(&login(ANNA), peer, at(now)), Ok(()));
        }
    }

    #[test]
    fn the_right_password_starts_the_account_afresh() {
        let slow = SlowDown::default();
        for _ in 0..3 {
            slow.charge(&login(ANNA), HERE, at(0)).unwrap();
        }
        slow.forgive(&login(ANNA), HERE);
        assert_eq!(slow.charge(&login(ANNA), HERE, at(0)), Ok(()));
    }

    #[test]
    fn an_address_that_tries_many_accounts_is_slowed_down_on_all_of_them() {
        let slow = SlowDown::default();
        for n in 0..10 {
            slow.charge(&login(&format!("guess{n}")), HERE, at(0)).unwrap();
        }
        assert_eq!(
            slow.charge(&login("another"), HERE, at(0)),
            Err(Wait { seconds: 1 })
        );
        assert_eq!(
            slow.charge(&login("another"), IpAddr::from([192, 0, 2, 2]), at(0)),
            Ok(())
        );
    }

    #[test]
    fn signing_in_to_ones_own_account_does_not_clear_the_address() {
        let slow = SlowDown::default();
        for n in 0..10 {
            slow.charge(&login(&format!("guess{n}")), HERE, at(0)).unwrap();
            if n == 8 {
                slow.charge(&login("mine"), HERE, at(0)).unwrap();
                slow.forgive(&login("mine"), HERE);
            }
        }
        assert!(slow.charge(&login("another"), HERE, at(0)).is_err());
    }

    #[test]
    fn neighbours_in_one_ipv6_network_count_as_one() {
        let slow = SlowDown::default();
        for n in 0..10_u16 {
            let peer = IpAddr::from([0x2001, 0xdb8, 0, 0, 0, 0, 0, n]);
            slow.charge(&login(&format!("guess{n}")), peer, at(0)).unwrap();
        }
        let neighbour = IpAddr::from([0x2001, 0xdb8, 0, 0, 9, 9, 9, 9]);
        assert!(slow.charge(&login("another"), neighbour, at(0)).is_err());
    }

    #[test]
    fn a_quarter_of_an_hour_without_a_mistake_forgets_them() {
        let slow = SlowDown::default();
        for _ in 0..3 {
            slow.charge(&login(ANNA), HERE, at(0)).unwrap();
        }
        assert!(slow.charge(&login(ANNA), HERE, at(0)).is_err());
        let later = at(15 * 60);
        for _ in 0..3 {
            assert_eq!(slow.charge(&login(ANNA), HERE, later), Ok(()));
        }
    }

    #[test]
    fn what_is_remembered_is_bounded_and_the_latest_stays() {
        let mut ledger = Ledger::default();
        for n in 0..3 * i64::try_from(REMEMBERED).unwrap() {
            ledger.charge(n, Instant(n));
            assert!(ledger.tries.len() <= REMEMBERED);
            assert!(ledger.tries.contains_key(&n));
        }
    }
}
