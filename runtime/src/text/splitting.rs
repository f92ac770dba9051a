//! Splitting into pieces, by a separator, by blanks or by lines.

use super::search::{index_of, limit_of, rindex_of};
use super::{first_point, is_space, last_start, width, Text};

/// `bytes.split(sep, limit)`; the separator is not empty. Serves str too.
pub fn split_bytes<'a>(mut rest: &'a [u8], sep: &[u8], limit: i64) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    for _ in 0..limit_of(limit) {
        let Some(at) = index_of(rest, sep) else { break };
        pieces.push(&rest[..at]);
        rest = &rest[at + sep.len()..];
    }
    pieces.push(rest);
    pieces
}

/// `bytes.rsplit(sep, limit)`; the separator is not empty. Serves str too.
pub fn rsplit_bytes<'a>(mut rest: &'a [u8], sep: &[u8], limit: i64) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    for _ in 0..limit_of(limit) {
        let Some(at) = rindex_of(rest, sep) else { break };
        pieces.push(&rest[at + sep.len()..]);
        rest = &rest[..at];
    }
    pieces.push(rest);
    pieces.reverse();
    pieces
}

/// Steps over the units of a str or of bytes, from either end: is the next one blank, and how long is it. What steps
/// is chosen once for a text, so that ASCII takes the plain way.
trait Units {
    fn ahead(bytes: &[u8]) -> (bool, usize);
    fn behind(bytes: &[u8]) -> (bool, usize);
}

struct OfPoints;
struct OfAscii;
struct OfBytes;

impl Units for OfPoints {
    fn ahead(bytes: &[u8]) -> (bool, usize) {
        (is_space(first_point(bytes)), width(bytes[0]))
    }

    fn behind(bytes: &[u8]) -> (bool, usize) {
        let at = last_start(bytes);
        (is_space(first_point(&bytes[at..])), bytes.len() - at)
    }
}

impl Units for OfAscii {
    #[inline]
    fn ahead(bytes: &[u8]) -> (bool, usize) {
        (matches!(bytes[0], b' ' | 9..=13 | 28..=31), 1)
    }

    #[inline]
    fn behind(bytes: &[u8]) -> (bool, usize) {
        (matches!(bytes[bytes.len() - 1], b' ' | 9..=13 | 28..=31), 1)
    }
}

impl Units for OfBytes {
    #[inline]
    fn ahead(bytes: &[u8]) -> (bool, usize) {
        (super::is_space_byte(bytes[0]), 1)
    }

    #[inline]
    fn behind(bytes: &[u8]) -> (bool, usize) {
        (super::is_space_byte(bytes[bytes.len() - 1]), 1)
    }
}

/// How many bytes at the start are blank (or not blank).
#[inline]
fn run_ahead<U: Units>(bytes: &[u8], blank: bool) -> usize {
    let mut at = 0;
    while at < bytes.len() {
        let (is_blank, size) = U::ahead(&bytes[at..]);
        if is_blank != blank {
            break;
        }
        at += size;
    }
    at
}

/// Where the blank (or not blank) end of `bytes` starts.
#[inline]
fn run_behind<U: Units>(bytes: &[u8], blank: bool) -> usize {
    let mut at = bytes.len();
    while at > 0 {
        let (is_blank, size) = U::behind(&bytes[..at]);
        if is_blank != blank {
            break;
        }
        at -= size;
    }
    at
}

fn space_pieces<U: Units>(mut rest: &[u8], limit: i64) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    let mut left = limit_of(limit);
    loop {
        rest = &rest[run_ahead::<U>(rest, true)..];
        if rest.is_empty() {
            return pieces;
        }
        if left == 0 {
            break;
        }
        left -= 1;
        let (piece, tail) = rest.split_at(run_ahead::<U>(rest, false));
        pieces.push(piece);
        rest = tail;
    }
    // The last piece keeps the blanks at its end.
    pieces.push(rest);
    pieces
}

fn space_pieces_back<U: Units>(mut rest: &[u8], limit: i64) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    let mut left = limit_of(limit);
    loop {
        rest = &rest[..run_behind::<U>(rest, true)];
        if rest.is_empty() {
            break;
        }
        if left == 0 {
            pieces.push(rest);
            break;
        }
        left -= 1;
        let (head, piece) = rest.split_at(run_behind::<U>(rest, false));
        pieces.push(piece);
        rest = head;
    }
    pieces.reverse();
    pieces
}

pub fn split_space_bytes(bytes: &[u8], limit: i64) -> Vec<&[u8]> {
    space_pieces::<OfBytes>(bytes, limit)
}

pub fn rsplit_space_bytes(bytes: &[u8], limit: i64) -> Vec<&[u8]> {
    space_pieces_back::<OfBytes>(bytes, limit)
}

fn as_texts<'a>(text: Text<'a>, pieces: Vec<&'a [u8]>) -> Vec<Text<'a>> {
    pieces.into_iter().map(|piece| text.part(piece)).collect()
}

pub fn split<'a>(text: Text<'a>, sep: Text, limit: i64) -> Vec<Text<'a>> {
    as_texts(text, split_bytes(text.bytes, sep.bytes, limit))
}

pub fn rsplit<'a>(text: Text<'a>, sep: Text, limit: i64) -> Vec<Text<'a>> {
    as_texts(text, rsplit_bytes(text.bytes, sep.bytes, limit))
}

pub fn split_space(text: Text, limit: i64) -> Vec<Text> {
    if text.is_ascii() {
        return as_texts(text, space_pieces::<OfAscii>(text.bytes, limit));
    }
    as_texts(text, space_pieces::<OfPoints>(text.bytes, limit))
}

pub fn rsplit_space(text: Text, limit: i64) -> Vec<Text> {
    if text.is_ascii() {
        return as_texts(text, space_pieces_back::<OfAscii>(text.bytes, limit));
    }
    as_texts(text, space_pieces_back::<OfPoints>(text.bytes, limit))
}

/// The lines of `bytes`; `end_at` tells how long the line end at the start of its argument is, 0 for none.
fn lines(mut rest: &[u8], keep_ends: bool, end_at: fn(&[u8]) -> usize) -> Vec<&[u8]> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < rest.len() {
        let end = end_at(&rest[at..]);
        if end == 0 {
            at += 1;
            continue;
        }
        out.push(&rest[..if keep_ends { at + end } else { at }]);
        rest = &rest[at + end..];
        at = 0;
    }
    if !rest.is_empty() {
        out.push(rest);
    }
    out
}

fn line_end_bytes(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

fn line_end_text(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [0x0a..=0x0d | 0x1c..=0x1e, ..] => 1,
        [0xc2, 0x85, ..] => 2,
        [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
        _ => 0,
    }
}

pub fn splitlines_bytes(bytes: &[u8], keep_ends: bool) -> Vec<&[u8]> {
    lines(bytes, keep_ends, line_end_bytes)
}

pub fn splitlines(text: Text, keep_ends: bool) -> Vec<Text> {
    as_texts(text, lines(text.bytes, keep_ends, line_end_text))
}

/// What stands before and after the first `sep`; `None` when it does not occur.
pub fn partition<'a>(bytes: &'a [u8], sep: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    index_of(bytes, sep).map(|at| (&bytes[..at], &bytes[at + sep.len()..]))
}

/// What stands before and after the last `sep`; `None` when it does not occur.
pub fn rpartition<'a>(bytes: &'a [u8], sep: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    rindex_of(bytes, sep).map(|at| (&bytes[..at], &bytes[at + sep.len()..]))
}
