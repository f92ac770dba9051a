//! Text and bytes. A str is a sequence of code points kept as UTF-8 in which lone surrogates may stand as
//! three-byte sequences of their own. Byte order is code point order, and a byte search finds what a search
//! by code points would, so most kernels work on the bytes and only positions are translated.

mod bytes;
mod case;
mod decode;
mod encode;
mod offsets;
mod padding;
mod predicate;
mod quoting;
mod search;
mod siphash;
mod splitting;
mod strip;
pub mod tables;

pub use bytes::*;
pub use case::{capitalize, casefold, lower, swapcase, title, upper};
pub use decode::decode;
pub use encode::{
    decode_message, encode, encode_message, find_encoding, find_policy, Encoding, Order, Policy,
};
pub use offsets::Offsets;
pub use padding::{expandtabs, margins, pad, pad_bytes, translate, zfill, Mapped, Place};
pub use predicate::*;
pub use quoting::{ascii, escape, repr, repr_bytes};
pub use search::{clamp_range, count, find_in, index_of, replace, replace_bytes, rfind_in, rindex_of};
pub use siphash::{hash, hash_bytes, sip13};
pub use splitting::{
    partition, rpartition, rsplit, rsplit_bytes, rsplit_space, rsplit_space_bytes, split, split_bytes,
    split_space, split_space_bytes, splitlines, splitlines_bytes,
};
pub use strip::{strip, strip_bytes, strip_space, Side};

/// A str that is read: its bytes and how many code points they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'a> {
    pub bytes: &'a [u8],
    pub len: usize,
}

/// A str being made. `len` counts its code points.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextBuf {
    pub bytes: Vec<u8>,
    pub len: usize,
}

/// The number of code points in `bytes`.
pub fn count_points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte as i8) >= -64).count()
}

/// How many bytes the code point takes that starts with `lead`.
#[inline]
pub fn width(lead: u8) -> usize {
    match lead {
        0..=0xbf => 1,
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    }
}

/// The code point that starts `bytes`, which is not empty.
#[inline]
pub fn first_point(bytes: &[u8]) -> u32 {
    let lead = bytes[0] as u32;
    let tail = |at: usize| bytes[at] as u32 & 0x3f;
    match lead {
        0..=0x7f => lead,
        0x80..=0xdf => (lead & 0x1f) << 6 | tail(1),
        0xe0..=0xef => (lead & 0x0f) << 12 | tail(1) << 6 | tail(2),
        _ => (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3),
    }
}

/// Where the last code point of `bytes`, which is not empty, begins.
#[inline]
pub fn last_start(bytes: &[u8]) -> usize {
    let mut at = bytes.len() - 1;
    while at > 0 && bytes[at] & 0xc0 == 0x80 {
        at -= 1;
    }
    at
}

/// Appends one code point, a surrogate included.
#[inline]
pub fn push_point(out: &mut Vec<u8>, point: u32) {
    let tail = |shift: u32| 0x80 | (point >> shift & 0x3f) as u8;
    match point {
        0..=0x7f => out.push(point as u8),
        0x80..=0x7ff => out.extend_from_slice(&[0xc0 | (point >> 6) as u8, tail(0)]),
        0x800..=0xffff => out.extend_from_slice(&[0xe0 | (point >> 12) as u8, tail(6), tail(0)]),
        _ => out.extend_from_slice(&[0xf0 | (point >> 18) as u8, tail(12), tail(6), tail(0)]),
    }
}

/// The code points of a text, from either end.
#[derive(Clone)]
pub struct Points<'a>(pub &'a [u8]);

impl Iterator for Points<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let point = first_point(if self.0.is_empty() { return None } else { self.0 });
        self.0 = &self.0[width(self.0[0])..];
        Some(point)
    }
}

impl DoubleEndedIterator for Points<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<u32> {
        if self.0.is_empty() {
            return None;
        }
        let (head, last) = self.0.split_at(last_start(self.0));
        self.0 = head;
        Some(first_point(last))
    }
}

impl<'a> Text<'a> {
    pub fn new(bytes: &'a [u8]) -> Text<'a> {
        Text {
            bytes,
            len: count_points(bytes),
        }
    }

    /// A text all of whose code points are below 128.
    pub fn from_ascii(bytes: &'a [u8]) -> Text<'a> {
        Text {
            bytes,
            len: bytes.len(),
        }
    }

    #[inline]
    pub fn is_ascii(&self) -> bool {
        self.len == self.bytes.len()
    }

    pub fn points(&self) -> Points<'a> {
        Points(self.bytes)
    }

    /// A part of this text that begins and ends at code points.
    pub fn part(&self, bytes: &'a [u8]) -> Text<'a> {
        if self.is_ascii() {
            Text::from_ascii(bytes)
        } else {
            Text::new(bytes)
        }
    }
}

impl TextBuf {
    pub fn new() -> TextBuf {
        TextBuf::default()
    }

    pub fn with_capacity(bytes: usize) -> TextBuf {
        TextBuf {
            bytes: Vec::with_capacity(bytes),
            len: 0,
        }
    }

    pub fn from_bytes(bytes: Vec<u8>) -> TextBuf {
        let len = count_points(&bytes);
        TextBuf { bytes, len }
    }

    pub fn from_ascii(bytes: Vec<u8>) -> TextBuf {
        let len = bytes.len();
        TextBuf { bytes, len }
    }

    pub fn as_text(&self) -> Text<'_> {
        Text {
            bytes: &self.bytes,
            len: self.len,
        }
    }

    #[inline]
    pub fn push(&mut self, point: u32) {
        push_point(&mut self.bytes, point);
        self.len += 1;
    }

    pub fn push_text(&mut self, text: Text) {
        self.bytes.extend_from_slice(text.bytes);
        self.len += text.len;
    }

    pub fn push_ascii(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.len += bytes.len();
    }

    pub fn push_many(&mut self, point: u32, count: usize) {
        if point < 0x80 {
            self.bytes.resize(self.bytes.len() + count, point as u8);
            self.len += count;
            return;
        }
        for _ in 0..count {
            self.push(point);
        }
    }
}

/// At most the first `count` code points of `bytes`.
pub fn prefix(bytes: &[u8], count: usize) -> &[u8] {
    match bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| (**byte as i8) >= -64)
        .nth(count)
    {
        Some((end, _)) => &bytes[..end],
        None => bytes,
    }
}

/// `bytes` without the blanks of C's isspace at either end.
pub fn trim_ascii(mut bytes: &[u8]) -> &[u8] {
    while let [b' ' | 9..=13, rest @ ..] = bytes {
        bytes = rest;
    }
    while let [rest @ .., b' ' | 9..=13] = bytes {
        bytes = rest;
    }
    bytes
}

/// A numeral with the decimal digits and blanks of every script replaced by ASCII's, as `int` and `float` read
/// it; what is neither becomes `?`, which no numeral holds. An ASCII text is left alone.
pub fn to_ascii_digits(text: Text<'_>) -> std::borrow::Cow<'_, [u8]> {
    if text.is_ascii() {
        return text.bytes.into();
    }
    let mut out = Vec::with_capacity(text.len);
    for point in text.points() {
        out.push(match point {
            0..=0x7f => point as u8,
            _ if is_space(point) => b' ',
            _ => decimal_value(point).map_or(b'?', |digit| b'0' + digit as u8),
        });
    }
    out.into()
}
