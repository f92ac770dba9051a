//! Hashes of text and bytes: SipHash-1-3 with key zero, which is CPython's under PYTHONHASHSEED=0. A str is
//! hashed over the narrowest of one, two or four bytes a character that holds all of it.

use super::Text;

struct Sip {
    v: [u64; 4],
    tail: u64,
    filled: u32,
    length: u64,
}

impl Sip {
    fn new() -> Sip {
        let v = [
            0x736f6d6570736575,
            0x646f72616e646f6d,
            0x6c7967656e657261,
            0x7465646279746573,
        ];
        Sip {
            v,
            tail: 0,
            filled: 0,
            length: 0,
        }
    }

    #[inline]
    fn round(&mut self) {
        let [a, b, c, d] = &mut self.v;
        *a = a.wrapping_add(*b);
        *c = c.wrapping_add(*d);
        *b = b.rotate_left(13) ^ *a;
        *d = d.rotate_left(16) ^ *c;
        *a = a.rotate_left(32);
        *c = c.wrapping_add(*b);
        *a = a.wrapping_add(*d);
        *b = b.rotate_left(17) ^ *c;
        *d = d.rotate_left(21) ^ *a;
        *c = c.rotate_left(32);
    }

    #[inline]
    fn word(&mut self, word: u64) {
        self.v[3] ^= word;
        self.round();
        self.v[0] ^= word;
    }

    /// Takes the lowest `count` bytes of `value`, at most four.
    #[inline]
    fn push(&mut self, value: u32, count: u32) {
        self.tail |= (value as u64) << (8 * self.filled);
        self.length += count as u64;
        if self.filled + count < 8 {
            self.filled += count;
            return;
        }
        self.word(self.tail);
        // Units never straddle a word: 1, 2 and 4 divide 8.
        (self.tail, self.filled) = (0, 0);
    }

    fn push_bytes(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            self.word(u64::from_le_bytes(word));
        }
        self.length += (bytes.len() - chunks.remainder().len()) as u64;
        chunks
            .remainder()
            .iter()
            .for_each(|byte| self.push(*byte as u32, 1));
    }

    fn finish(mut self) -> u64 {
        let word = self.length << 56 | self.tail;
        self.word(word);
        self.v[2] ^= 0xff;
        for _ in 0..3 {
            self.round();
        }
        self.v[0] ^ self.v[1] ^ self.v[2] ^ self.v[3]
    }
}

/// -1 marks an error in CPython's hash functions, so no hash is -1.
fn as_hash(value: u64) -> i64 {
    match value as i64 {
        -1 => -2,
        hash => hash,
    }
}

/// SipHash-1-3 of `bytes` with key zero.
pub fn sip13(bytes: &[u8]) -> u64 {
    let mut sip = Sip::new();
    sip.push_bytes(bytes);
    sip.finish()
}

/// `hash(bytes)`.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    as_hash(sip13(bytes))
}

/// `hash(text)`.
pub fn hash(text: Text) -> i64 {
    if text.is_ascii() {
        return hash_bytes(text.bytes);
    }
    let widest = text.bytes.iter().max().copied().unwrap_or(0);
    // The highest lead byte tells the highest character's class: 0xc3 leads up to 0xff, 0xef up to 0xffff.
    let unit = match widest {
        0..=0xc3 => 1,
        0xc4..=0xef => 2,
        _ => 4,
    };
    let mut sip = Sip::new();
    for point in text.points() {
        sip.push(point, unit);
    }
    as_hash(sip.finish())
}
