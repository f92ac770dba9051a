//! CPython's hash functions with PYTHONHASHSEED=0, on the kernels' SipHash and number hashes, and xxHash-style
//! mixing for tuples (Objects/tupleobject.c of CPython 3.11).
use crate::text::{self, Text};

pub use crate::text::hash_bytes;

/// `hash(str)`: SipHash over the narrowest fixed-width form, never -1; the empty string hashes to 0.
pub fn hash_text(bytes: &[u8], ascii: bool) -> i64 {
    if ascii {
        return hash_bytes(bytes);
    }
    text::hash(Text::new(bytes))
}

/// `hash(int)` of a machine word: the value modulo 2^61 - 1, sign kept, never -1.
#[inline]
pub fn hash_i64(n: i64) -> i64 {
    const PRIME: u64 = (1 << 61) - 1;
    let rest = (n.unsigned_abs() % PRIME) as i64;
    match if n < 0 { -rest } else { rest } {
        -1 => -2,
        hash => hash,
    }
}

/// `hash(float)`: equal to the hash of an equal int.
pub fn hash_f64(x: f64) -> i64 {
    // CPython hashes the address of a NaN; the payload keeps fresh NaNs apart.
    crate::float::hash(x).unwrap_or_else(|| hash_i64((x.to_bits() >> 4) as i64))
}

/// `hash(tuple)` from the hashes of its items.
pub fn hash_tuple(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    const P1: u64 = 11_400_714_785_074_694_791;
    const P2: u64 = 14_029_467_366_897_019_727;
    const P5: u64 = 2_870_177_450_012_600_261;
    let len = items.len() as u64;
    let mut acc = P5;
    for lane in items {
        acc = acc.wrapping_add((lane as u64).wrapping_mul(P2));
        acc = acc.rotate_left(31).wrapping_mul(P1);
    }
    acc = acc.wrapping_add(len ^ (P5 ^ 3_527_539));
    if acc == u64::MAX {
        1_546_275_796
    } else {
        acc as i64
    }
}

/// FNV-1a, for the runtime's own tables.
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl std::hash::Hasher for Fnv {
    fn finish(&self) -> u64 {
        // The table takes the upper bits, too.
        self.0 ^ self.0 >> 29
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    fn write_u32(&mut self, value: u32) {
        self.0 = (self.0 ^ u64::from(value)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
