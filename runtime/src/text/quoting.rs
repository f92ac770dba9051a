//! `repr` and `ascii` of text, `repr` of bytes.

use super::bytes::push_hex;
use super::{is_printable_point, Text};

/// Python prefers the single quote, unless the text holds that one and not the other.
fn quote_for(bytes: &[u8]) -> u8 {
    if bytes.contains(&b'\'') && !bytes.contains(&b'"') {
        b'"'
    } else {
        b'\''
    }
}

/// Appends the escape of one ASCII character or byte, or itself.
fn push_escaped(out: &mut Vec<u8>, byte: u8, quote: u8) {
    match byte {
        b'\\' => out.extend_from_slice(b"\\\\"),
        b'\t' => out.extend_from_slice(b"\\t"),
        b'\n' => out.extend_from_slice(b"\\n"),
        b'\r' => out.extend_from_slice(b"\\r"),
        _ if byte == quote => out.extend_from_slice(&[b'\\', quote]),
        b' '..=0x7e => out.push(byte),
        _ => push_code(out, byte as u32),
    }
}

/// Appends what repr makes of bytes that stand for a character each, in runs of those that stay as they are.
fn push_bytes(out: &mut Vec<u8>, bytes: &[u8], quote: u8) {
    let mut plain = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(byte, b' '..=0x7e) && *byte != b'\\' && *byte != quote {
            continue;
        }
        out.extend_from_slice(&bytes[plain..at]);
        push_escaped(out, *byte, quote);
        plain = at + 1;
    }
    out.extend_from_slice(&bytes[plain..]);
}

/// Appends the shortest numeric escape of `point`.
pub(super) fn push_code(out: &mut Vec<u8>, point: u32) {
    let (letter, digits) = match point {
        0..=0xff => (b'x', 2),
        0x100..=0xffff => (b'u', 4),
        _ => (b'U', 8),
    };
    out.extend_from_slice(&[b'\\', letter]);
    push_hex(out, point, digits);
}

/// Appends `repr(text)`.
pub fn repr(text: Text, out: &mut Vec<u8>) {
    quoted(text, out, is_printable_point);
}

/// Appends `text` with all but ASCII escaped, unquoted.
pub fn escape(text: Text, out: &mut Vec<u8>) {
    for point in text.points() {
        match point {
            0..=0x7f => out.push(point as u8),
            _ => push_code(out, point),
        }
    }
}

/// Appends `ascii(text)`.
pub fn ascii(text: Text, out: &mut Vec<u8>) {
    quoted(text, out, |_| false);
}

fn quoted(text: Text, out: &mut Vec<u8>, printable: fn(u32) -> bool) {
    let quote = quote_for(text.bytes);
    out.push(quote);
    if text.is_ascii() {
        push_bytes(out, text.bytes, quote);
    } else {
        for point in text.points() {
            if point < 0x80 {
                push_escaped(out, point as u8, quote);
            } else if printable(point) {
                super::push_point(out, point);
            } else {
                push_code(out, point);
            }
        }
    }
    out.push(quote);
}

/// Appends `repr(bytes)`.
pub fn repr_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    let quote = quote_for(bytes);
    out.extend_from_slice(&[b'b', quote]);
    push_bytes(out, bytes, quote);
    out.push(quote);
}
