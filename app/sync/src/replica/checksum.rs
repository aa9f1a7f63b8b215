//! The checksum of a row: FNV-1a over its JSON, mixed, so that sums of rows that differ little differ much.

use std::io;

use app_domain::rows::Row;

/// The part of one row in the checksum of a replica.
pub fn row_checksum(row: &Row) -> u64 {
    let mut hash = Fnv::default();
    serde_json::to_writer(&mut hash, row).expect("rows are plain data and always have a JSON form");
    hash.mixed()
}

/// FNV-1a with 64 bits, as a place to write to: no row is ever held in memory as text for this.
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// The hash, with every bit of the input spread over all bits (the finish of splitmix64).
    pub(crate) fn mixed(&self) -> u64 {
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

impl io::Write for Fnv {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
