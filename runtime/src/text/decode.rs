//! `bytes.decode`.

use super::encode::{is_surrogate, unknown_policy, Encoding, Order, Policy};
use super::quoting::push_code;
use super::{first_point, push_point, TextBuf};
use crate::fault::{CodecFault, Fault, Kernel};

/// One step of a decoder: a character and the bytes it took, or the bytes that are wrong and why.
type Step = Result<(u32, usize), (usize, &'static str)>;

const UNEXPECTED_END: &str = "unexpected end of data";
const BAD_CONTINUATION: &str = "invalid continuation byte";

fn step_utf8(bytes: &[u8], surrogates: bool) -> Step {
    let lead = bytes[0];
    if let ([0xed, 0xa0..=0xbf, 0x80..=0xbf, ..], true) = (bytes, surrogates) {
        return Ok((first_point(bytes), 3));
    }
    let size = match lead {
        0..=0x7f => return Ok((lead as u32, 1)),
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Err((1, "invalid start byte")),
    };
    for at in 1..size {
        let Some(&byte) = bytes.get(at) else {
            return Err((bytes.len(), UNEXPECTED_END));
        };
        // The second byte rules out overlong forms, surrogates and what lies beyond the last character.
        let allowed = match (at, lead) {
            (1, 0xe0) => 0xa0..=0xbf,
            (1, 0xed) => 0x80..=0x9f,
            (1, 0xf0) => 0x90..=0xbf,
            (1, 0xf4) => 0x80..=0x8f,
            _ => 0x80..=0xbf,
        };
        if !allowed.contains(&byte) {
            return Err((at, BAD_CONTINUATION));
        }
    }
    Ok((first_point(bytes), size))
}

fn step_utf16(bytes: &[u8], order: Order, surrogates: bool) -> Step {
    let unit = |at: usize| match (bytes.get(at), bytes.get(at + 1), order) {
        (Some(a), Some(b), Order::Big) => Some((*a as u32) << 8 | *b as u32),
        (Some(a), Some(b), _) => Some((*b as u32) << 8 | *a as u32),
        _ => None,
    };
    let Some(first) = unit(0) else {
        return Err((bytes.len(), "truncated data"));
    };
    if !is_surrogate(first) {
        return Ok((first, 2));
    }
    let second = unit(2);
    if let (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) = (first, second) {
        return Ok((0x10000 + ((first & 0x3ff) << 10 | (low & 0x3ff)), 4));
    }
    if surrogates {
        return Ok((first, 2));
    }
    match (first, second) {
        (0xdc00.., _) => Err((2, "illegal encoding")),
        (_, None) => Err((bytes.len(), UNEXPECTED_END)),
        _ => Err((2, "illegal UTF-16 surrogate")),
    }
}

fn step_utf32(bytes: &[u8], order: Order, surrogates: bool) -> Step {
    let Some(Ok(unit)) = bytes.get(..4).map(<[u8; 4]>::try_from) else {
        return Err((bytes.len(), "truncated data"));
    };
    let point = if order == Order::Big {
        u32::from_be_bytes(unit)
    } else {
        u32::from_le_bytes(unit)
    };
    if is_surrogate(point) && !surrogates {
        return Err((4, "code point in surrogate code point range(0xd800, 0xe000)"));
    }
    if point >= 0x110000 {
        return Err((4, "code point not in range(0x110000)"));
    }
    Ok((point, 4))
}

/// Takes a byte order mark off and settles the order.
fn settle(bytes: &[u8], encoding: Encoding) -> (usize, Encoding) {
    match (encoding, bytes) {
        (Encoding::Utf8Sig, [0xef, 0xbb, 0xbf, ..]) => (3, Encoding::Utf8),
        (Encoding::Utf8Sig, _) => (0, Encoding::Utf8),
        (Encoding::Utf16(Order::Marked), [0xff, 0xfe, ..]) => (2, Encoding::Utf16(Order::Little)),
        (Encoding::Utf16(Order::Marked), [0xfe, 0xff, ..]) => (2, Encoding::Utf16(Order::Big)),
        (Encoding::Utf32(Order::Marked), [0xff, 0xfe, 0, 0, ..]) => (4, Encoding::Utf32(Order::Little)),
        (Encoding::Utf32(Order::Marked), [0, 0, 0xfe, 0xff, ..]) => (4, Encoding::Utf32(Order::Big)),
        _ => (0, encoding),
    }
}

/// `bytes.decode(encoding, policy)`.
pub fn decode(bytes: &[u8], encoding: Encoding, policy: Policy) -> Kernel<TextBuf> {
    let (mut at, settled) = settle(bytes, encoding);
    // Only this codec cuts the mark off before it counts.
    let skip = if encoding == Encoding::Utf8Sig { at } else { 0 };
    let encoding = settled;
    match encoding {
        Encoding::Utf8 if std::str::from_utf8(&bytes[at..]).is_ok() => {
            return Ok(TextBuf::from_bytes(bytes[at..].to_vec()));
        }
        Encoding::Ascii if bytes.is_ascii() => return Ok(TextBuf::from_ascii(bytes.to_vec())),
        _ => {}
    }
    let surrogates = policy == Policy::SurrogatePass;
    let mut out = Vec::with_capacity(bytes.len());
    while at < bytes.len() {
        let rest = &bytes[at..];
        let step = match encoding {
            Encoding::Latin1 => Ok((rest[0] as u32, 1)),
            Encoding::Ascii if rest[0] < 0x80 => Ok((rest[0] as u32, 1)),
            Encoding::Ascii => Err((1, "ordinal not in range(128)")),
            Encoding::Utf16(order) => step_utf16(rest, order, surrogates),
            Encoding::Utf32(order) => step_utf32(rest, order, surrogates),
            Encoding::Utf8 | Encoding::Utf8Sig => step_utf8(rest, surrogates),
        };
        match step {
            Ok((point, size)) => {
                push_point(&mut out, point);
                at += size;
            }
            Err((size, reason)) => {
                let fault = CodecFault {
                    encoding: encoding.title(true),
                    start: at - skip,
                    end: at - skip + size,
                    skip,
                    reason,
                };
                at += push_wrong(&mut out, &rest[..size], policy, fault)?;
            }
        }
    }
    Ok(TextBuf::from_bytes(out))
}

/// Does what `policy` says about bytes that mean nothing; answers how many of them it has dealt with.
fn push_wrong(out: &mut Vec<u8>, wrong: &[u8], policy: Policy, fault: CodecFault) -> Kernel<usize> {
    match policy {
        Policy::Ignore => {}
        Policy::Replace => push_point(out, 0xfffd),
        Policy::BackslashReplace => wrong.iter().for_each(|byte| push_code(out, *byte as u32)),
        Policy::SurrogateEscape => {
            let high = wrong.iter().take_while(|byte| **byte >= 0x80).count();
            if high == 0 {
                return Err(Fault::Decode(Box::new(fault)));
            }
            wrong[..high]
                .iter()
                .for_each(|byte| push_point(out, 0xdc00 + *byte as u32));
            return Ok(high);
        }
        Policy::XmlCharRefReplace => {
            return Err(Fault::type_(
                "don't know how to handle UnicodeDecodeError in error callback",
            ));
        }
        Policy::Unknown(name) => return Err(unknown_policy(name)),
        Policy::Strict | Policy::SurrogatePass => return Err(Fault::Decode(Box::new(fault))),
    }
    Ok(wrong.len())
}
