//! CPython's hash functions with PYTHONHASHSEED=0: SipHash-1-3 with a zero key over the 1, 2 or 4-byte form of a
//! string, and xxHash-style mixing for tuples (Objects/tupleobject.c, Python/pyhash.c of CPython 3.11).
use crate::object::string::code_at;

/// `hash(str)`: SipHash over the narrowest fixed-width form, never -1; the empty string hashes to 0.
pub fn hash_text(bytes: &[u8], ascii: bool) -> i64 {
    if ascii {
        return hash_bytes(bytes);
    }
    let (mut codes, mut at, mut widest) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        let (code, next) = code_at(bytes, at);
        widest = widest.max(code);
        codes.push(code);
        at = next;
    }
    let wide: Vec<u8> = match widest {
        0..=0xFF => codes.iter().map(|c| *c as u8).collect(),
        0x100..=0xFFFF => codes.iter().flat_map(|c| (*c as u16).to_le_bytes()).collect(),
        _ => codes.iter().flat_map(|c| c.to_le_bytes()).collect(),
    };
    hash_bytes(&wide)
}

/// `hash(bytes)`.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    match siphash13(bytes) as i64 {
        -1 => -2,
        hash => hash,
    }
}

fn siphash13(bytes: &[u8]) -> u64 {
    let mut v = [
        0x736f6d6570736575u64,
        0x646f72616e646f6d,
        0x6c7967656e657261,
        0x7465646279746573,
    ];
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let mut word = [0; 8];
        word.copy_from_slice(chunk);
        compress(&mut v, u64::from_le_bytes(word));
    }
    let mut last = [0; 8];
    let rest = chunks.remainder();
    last[..rest.len()].copy_from_slice(rest);
    last[7] = bytes.len() as u8;
    compress(&mut v, u64::from_le_bytes(last));
    v[2] ^= 0xFF;
    for _ in 0..3 {
        round(&mut v);
    }
    v[0] ^ v[1] ^ v[2] ^ v[3]
}

fn compress(v: &mut [u64; 4], word: u64) {
    v[3] ^= word;
    round(v);
    v[0] ^= word;
}

fn round(v: &mut [u64; 4]) {
    v[0] = v[0].wrapping_add(v[1]);
    v[2] = v[2].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(13) ^ v[0];
    v[3] = v[3].rotate_left(16) ^ v[2];
    v[0] = v[0].rotate_left(32);
    v[2] = v[2].wrapping_add(v[1]);
    v[0] = v[0].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(17) ^ v[2];
    v[3] = v[3].rotate_left(21) ^ v[0];
    v[2] = v[2].rotate_left(32);
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

/// `hash(float)`: equal to the hash of an equal int (Python/pyhash.c `_Py_HashDouble`).
pub fn hash_f64(x: f64) -> i64 {
    const BITS: i32 = 61;
    const PRIME: u64 = (1 << BITS) - 1;
    if x.is_infinite() {
        return if x > 0.0 { 314_159 } else { -314_159 };
    }
    if x.is_nan() {
        // CPython hashes the object's address; the payload keeps fresh NaNs apart.
        return hash_i64((x.to_bits() >> 4) as i64);
    }
    let (mut m, mut e) = split(x.abs());
    let mut hash: u64 = 0;
    while m != 0.0 {
        hash = ((hash << 28) & PRIME) | (hash >> (BITS - 28));
        m *= 268_435_456.0;
        e -= 28;
        let word = m as u64;
        m -= word as f64;
        hash += word;
        if hash >= PRIME {
            hash -= PRIME;
        }
    }
    let e = if e >= 0 {
        e % BITS
    } else {
        BITS - 1 - ((-1 - e) % BITS)
    };
    hash = ((hash << e) & PRIME) | (hash >> (BITS - e));
    let signed = if x < 0.0 { -(hash as i64) } else { hash as i64 };
    if signed == -1 {
        -2
    } else {
        signed
    }
}

/// `frexp` of a finite x ≥ 0: x = m · 2^e with 0.5 ≤ m < 1 (or both 0).
fn split(x: f64) -> (f64, i32) {
    if x == 0.0 {
        return (0.0, 0);
    }
    let scaled = if x < f64::MIN_POSITIVE {
        x * 18_014_398_509_481_984.0
    } else {
        x
    };
    let shift = if x < f64::MIN_POSITIVE { 54 } else { 0 };
    let bits = scaled.to_bits();
    let exponent = ((bits >> 52) & 0x7FF) as i32 - 1022;
    (
        f64::from_bits((bits & !(0x7FF << 52)) | (1022 << 52)),
        exponent - shift,
    )
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
