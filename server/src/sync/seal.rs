//! Sealed cursors: a device can hand one back, but neither read it, nor make one, nor count with it.

use app_domain::role::Role;
use app_sync::project::ViewClass;
use app_sync::server::{CursorSeal, LogEpoch, Position};
use app_sync::wire::Cursor;
use sha2::{Digest, Sha256};

/// Bytes of a position: the role, and the number of the step.
const POSITION: usize = 9;
/// Bytes of the proof that a cursor was made here.
const PROOF: usize = 16;

/// Seals the positions of one log.
///
/// The key comes from the log's epoch: random, stored with the practice and never told to a device. So every server
/// process reads every other's cursors, a restart spoils none, and those of another log do not open.
#[derive(Clone, Debug)]
pub(super) struct Seal {
    epoch: LogEpoch,
}

impl Seal {
    pub(super) fn of(epoch: LogEpoch) -> Self {
        Self { epoch }
    }

    /// The proof is computed from the position, and the position is hidden under a pad computed from the proof: equal
    /// positions give equal cursors, so that a frame can be shared, and others have nothing in common.
    fn proof(&self, position: &[u8; POSITION]) -> [u8; PROOF] {
        let hash = self.hash(b"proof", position);
        std::array::from_fn(|index| hash[index])
    }

    fn pad(&self, proof: &[u8; PROOF], position: &[u8; POSITION]) -> [u8; POSITION] {
        let hash = self.hash(b"pad", proof);
        std::array::from_fn(|index| position[index] ^ hash[index])
    }

    fn hash(&self, purpose: &[u8], content: &[u8]) -> [u8; 32] {
        Sha256::new()
            .chain_update(b"richiamo cursor ")
            .chain_update(self.epoch.0.as_bytes())
            .chain_update(purpose)
            .chain_update(content)
            .finalize()
            .into()
    }
}

impl CursorSeal for Seal {
    fn seal(&self, position: Position) -> Cursor {
        let role = Role::ALL
            .iter()
            .position(|role| *role == position.class.role)
            .unwrap_or_default();
        let mut plain = [0; POSITION];
        plain[0] = u8::try_from(role).unwrap_or_default();
        plain[1..].copy_from_slice(&position.seq.to_be_bytes());
        let proof = self.proof(&plain);
        let hidden = self.pad(&proof, &plain);
        Cursor(
            proof
                .iter()
                .chain(&hidden)
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        )
    }

    fn open(&self, cursor: &Cursor) -> Option<Position> {
        let bytes = from_hex(&cursor.0)?;
        let (proof, hidden) = bytes.split_at_checked(PROOF)?;
        let proof: [u8; PROOF] = proof.try_into().ok()?;
        let plain = self.pad(&proof, hidden.try_into().ok()?);
        if self.proof(&plain) != proof {
            return None;
        }
        let role = *Role::ALL.get(usize::from(plain[0]))?;
        let seq = u64::from_be_bytes(plain[1..].try_into().ok()?);
        Some(Position {
            epoch: self.epoch,
            class: ViewClass { role },
            seq,
        })
    }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|value| value.try_into().ok()))
        .collect();
    let digits = digits.filter(|digits| digits.len() == 2 * (PROOF + POSITION))?;
    Some(digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const LOG: LogEpoch = LogEpoch(Uuid::from_u128(7));

    fn at(seq: u64) -> Position {
        Position {
            epoch: LOG,
            class: ViewClass { role: Role::Owner },
            seq,
        }
    }

    #[test]
    fn a_sealed_position_opens_again() {
        let seal = Seal::of(LOG);
        assert_eq!(seal.open(&seal.seal(at(0))), Some(at(0)));
        assert_eq!(seal.open(&seal.seal(at(u64::MAX))), Some(at(u64::MAX)));
    }

    #[test]
    fn a_cursor_of_another_log_does_not_open() {
        let other = Seal::of(LogEpoch(Uuid::from_u128(8)));
        assert_eq!(other.open(&Seal::of(LOG).seal(at(3))), None);
    }

    #[test]
    fn a_changed_cursor_does_not_open() {
        let seal = Seal::of(LOG);
        let good = seal.seal(at(3)).0;
        for index in 0..good.len() {
            let mut changed: Vec<char> = good.chars().collect();
            changed[index] = if changed[index] == '0' { '1' } else { '0' };
            assert_eq!(seal.open(&Cursor(changed.into_iter().collect())), None);
        }
        for text in ["", "zz", "0011", &good[2..], &format!("{good}00")] {
            assert_eq!(seal.open(&Cursor(text.to_owned())), None, "{text}");
        }
    }

    #[test]
    fn neighbours_share_nothing_that_could_be_counted() {
        let seal = Seal::of(LOG);
        let (one, two) = (seal.seal(at(1)).0, seal.seal(at(2)).0);
        let same = one.chars().zip(two.chars()).filter(|(a, b)| a == b).count();
        assert!(same < one.len() / 3, "{one} {two}");
    }
}
