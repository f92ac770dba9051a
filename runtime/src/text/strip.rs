//! Taking blanks, or any of a set of characters, off the ends.

use super::{first_point, is_space, last_start, width, Points, Text};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
    Both,
}

fn strip_points<'a>(text: Text<'a>, side: Side, goes: impl Fn(u32) -> bool) -> Text<'a> {
    let mut bytes = text.bytes;
    if side != Side::Right {
        while !bytes.is_empty() && goes(first_point(bytes)) {
            bytes = &bytes[width(bytes[0])..];
        }
    }
    if side != Side::Left {
        while !bytes.is_empty() {
            let at = last_start(bytes);
            if !goes(first_point(&bytes[at..])) {
                break;
            }
            bytes = &bytes[..at];
        }
    }
    if bytes.len() == text.bytes.len() {
        text
    } else {
        text.part(bytes)
    }
}

pub fn strip_space(text: Text, side: Side) -> Text {
    strip_points(text, side, is_space)
}

pub fn strip<'a>(text: Text<'a>, chars: Text, side: Side) -> Text<'a> {
    if let ([byte], true) = (chars.bytes, chars.is_ascii()) {
        let point = *byte as u32;
        return strip_points(text, side, |other| other == point);
    }
    strip_points(text, side, |point| {
        Points(chars.bytes).any(|other| other == point)
    })
}

/// `bytes.strip(chars)`, `None` for blanks.
pub fn strip_bytes<'a>(mut bytes: &'a [u8], chars: Option<&[u8]>, side: Side) -> &'a [u8] {
    let goes = |byte: u8| match chars {
        Some(chars) => chars.contains(&byte),
        None => super::is_space_byte(byte),
    };
    while side != Side::Right && !bytes.is_empty() && goes(bytes[0]) {
        bytes = &bytes[1..];
    }
    while side != Side::Left && !bytes.is_empty() && goes(bytes[bytes.len() - 1]) {
        bytes = &bytes[..bytes.len() - 1];
    }
    bytes
}
