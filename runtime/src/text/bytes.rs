//! Methods of bytes that have no counterpart on code points: ASCII case and classes, hexadecimal.

use super::is_space_byte;
use crate::fault::{Fault, Kernel};

pub(super) fn swap_byte(byte: &u8) -> u8 {
    if byte.is_ascii_alphabetic() {
        byte ^ 0x20
    } else {
        *byte
    }
}

pub fn lower_bytes(bytes: &[u8]) -> Vec<u8> {
    bytes.to_ascii_lowercase()
}

pub fn upper_bytes(bytes: &[u8]) -> Vec<u8> {
    bytes.to_ascii_uppercase()
}

pub fn swapcase_bytes(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(swap_byte).collect()
}

pub fn capitalize_bytes(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

pub fn title_bytes(bytes: &[u8]) -> Vec<u8> {
    let mut inside = false;
    let each = |byte: &u8| {
        let out = if inside {
            byte.to_ascii_lowercase()
        } else {
            byte.to_ascii_uppercase()
        };
        inside = byte.is_ascii_alphabetic();
        out
    };
    bytes.iter().map(each).collect()
}

fn all(bytes: &[u8], test: fn(&u8) -> bool) -> bool {
    !bytes.is_empty() && bytes.iter().all(test)
}

pub fn is_alpha_bytes(bytes: &[u8]) -> bool {
    all(bytes, u8::is_ascii_alphabetic)
}

pub fn is_digit_bytes(bytes: &[u8]) -> bool {
    all(bytes, u8::is_ascii_digit)
}

pub fn is_alnum_bytes(bytes: &[u8]) -> bool {
    all(bytes, u8::is_ascii_alphanumeric)
}

pub fn is_space_bytes(bytes: &[u8]) -> bool {
    all(bytes, |byte| is_space_byte(*byte))
}

pub fn is_lower_bytes(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)
}

pub fn is_upper_bytes(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)
}

pub fn is_title_bytes(bytes: &[u8]) -> bool {
    let (mut cased, mut inside) = (false, false);
    for byte in bytes {
        if byte.is_ascii_alphabetic() {
            if byte.is_ascii_uppercase() == inside {
                return false;
            }
            (cased, inside) = (true, true);
        } else {
            inside = false;
        }
    }
    cased
}

const HEX: &[u8; 16] = b"0123456789abcdef";

pub(super) fn push_hex(out: &mut Vec<u8>, value: u32, digits: u32) {
    for at in (0..digits).rev() {
        out.push(HEX[(value >> (4 * at) & 15) as usize]);
    }
}

/// `bytes.hex(sep, group)`; groups are counted from the right, from the left when negative.
pub fn hex(bytes: &[u8], sep: Option<u8>, group: i64) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() * 2);
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    for (at, byte) in bytes.iter().enumerate() {
        if let (Some(sep), true, true) = (sep, size > 0, at > 0) {
            let counted = if group > 0 { bytes.len() - at } else { at };
            if counted % size == 0 {
                out.push(sep);
            }
        }
        push_hex(&mut out, *byte as u32, 2);
    }
    out
}

/// `bytes.fromhex(text)`; blanks may stand between bytes.
pub fn from_hex(text: &[u8]) -> Kernel<Vec<u8>> {
    let digit = |at: usize| text.get(at).and_then(|byte| (*byte as char).to_digit(16));
    let refuse = |at: usize| {
        let mut text = String::from("non-hexadecimal number found in fromhex() arg at position ");
        crate::int::push_number(&mut text, at);
        Err(Fault::value(text))
    };
    let mut out = Vec::with_capacity(text.len() / 2);
    let mut at = 0;
    while at < text.len() {
        if is_space_byte(text[at]) {
            at += 1;
            continue;
        }
        let Some(high) = digit(at) else {
            return refuse(super::count_points(&text[..at]));
        };
        let Some(low) = digit(at + 1) else {
            return refuse(super::count_points(&text[..at + 1]));
        };
        out.push((high << 4 | low) as u8);
        at += 2;
    }
    Ok(out)
}
