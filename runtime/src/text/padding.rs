//! Padding, tabs, repetition and character translation.

use super::{Points, Text, TextBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Left,
    Right,
    Center,
}

/// A size that Python code asks for: none below zero, and all there is where it is beyond memory.
fn clamp_size(size: i64) -> usize {
    usize::try_from(size.max(0)).unwrap_or(usize::MAX)
}

/// How much filling goes before and after `len` characters in a field of `width`.
pub fn margins(len: usize, width: i64, place: Place) -> (usize, usize) {
    let gap = clamp_size(width).saturating_sub(len);
    let left = match place {
        Place::Left => 0,
        Place::Right => gap,
        // An odd gap leaves its extra place on the left only when the width is odd too.
        Place::Center => gap / 2 + (gap & width as usize & 1),
    };
    (left, gap - left)
}

/// `str.ljust`, `rjust` and `center`.
pub fn pad(text: Text, width: i64, place: Place, fill: u32) -> TextBuf {
    let (left, right) = margins(text.len, width, place);
    let mut out = TextBuf::with_capacity(text.bytes.len() + left + right);
    out.push_many(fill, left);
    out.push_text(text);
    out.push_many(fill, right);
    out
}

/// `bytes.ljust`, `rjust` and `center`.
pub fn pad_bytes(bytes: &[u8], width: i64, place: Place, fill: u8) -> Vec<u8> {
    let (left, right) = margins(bytes.len(), width, place);
    let mut out = vec![fill; left];
    out.extend_from_slice(bytes);
    out.resize(left + bytes.len() + right, fill);
    out
}

/// `str.zfill`; also of bytes, taken as a text of single bytes.
pub fn zfill(text: Text, width: i64) -> TextBuf {
    let (zeros, _) = margins(text.len, width, Place::Right);
    let (sign, rest) = match text.bytes {
        [b'+' | b'-', rest @ ..] => (&text.bytes[..1], rest),
        _ => (&text.bytes[..0], text.bytes),
    };
    let mut out = TextBuf::with_capacity(text.bytes.len() + zeros);
    out.push_ascii(sign);
    out.push_many(b'0' as u32, zeros);
    out.push_text(Text {
        bytes: rest,
        len: text.len - sign.len(),
    });
    out
}

/// `str.expandtabs`; also of bytes, taken as a text of single bytes.
pub fn expandtabs(text: Text, size: i64) -> TextBuf {
    let size = clamp_size(size);
    let mut out = Vec::with_capacity(text.bytes.len());
    let (mut column, mut added) = (0, 0);
    for &byte in text.bytes {
        if byte == 9 {
            let gap = if size > 0 { size - column % size } else { 0 };
            out.resize(out.len() + gap, b' ');
            column += gap;
            added += gap;
            continue;
        }
        out.push(byte);
        if byte == 10 || byte == 13 {
            column = 0;
        } else if text.is_ascii() || (byte as i8) >= -64 {
            column += 1;
        }
    }
    let tabs = text.bytes.iter().filter(|byte| **byte == 9).count();
    TextBuf {
        bytes: out,
        len: text.len + added - tabs,
    }
}

/// What a translation table says of a character.
pub enum Mapped<'a> {
    Same,
    Point(u32),
    Text(Text<'a>),
    Dropped,
}

/// `str.translate`; `look_up` asks the table, its failures end the translation.
pub fn translate<'a, E>(
    text: Text,
    mut look_up: impl FnMut(u32) -> Result<Mapped<'a>, E>,
) -> Result<TextBuf, E> {
    let mut out = TextBuf::with_capacity(text.bytes.len());
    for point in Points(text.bytes) {
        match look_up(point)? {
            Mapped::Same => out.push(point),
            Mapped::Point(other) => out.push(other),
            Mapped::Text(other) => out.push_text(other),
            Mapped::Dropped => {}
        }
    }
    Ok(out)
}
