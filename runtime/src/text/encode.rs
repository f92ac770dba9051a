//! Encodings: their names, what is done about characters that do not fit, and encoding itself.

use super::quoting::push_code;
use super::{push_point, Points, Text};
use crate::fault::{CodecFault, Fault, Kernel};
use crate::int::push_number;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// UTF-8 with a byte order mark in front.
    Utf8Sig,
    Latin1,
    Ascii,
    Utf16(Order),
    Utf32(Order),
}

/// Byte order; `Marked` is little-endian, with a byte order mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Marked,
    Little,
    Big,
}

/// An error handler, by the names that `str.encode` and `bytes.decode` know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy<'a> {
    Strict,
    Ignore,
    Replace,
    SurrogateEscape,
    SurrogatePass,
    BackslashReplace,
    XmlCharRefReplace,
    /// Looked up, and refused, only when there is an error to handle.
    Unknown(&'a str),
}

/// The encoding that `name` means, in any case and with `-`, ` ` or `_` between its parts.
pub fn find_encoding(name: &str) -> Option<Encoding> {
    let plain: String = name
        .chars()
        .map(|letter| {
            if matches!(letter, '-' | ' ') {
                '_'
            } else {
                letter.to_ascii_lowercase()
            }
        })
        .collect();
    Some(match plain.as_str() {
        "utf_8" | "utf8" | "u8" | "utf" | "cp65001" => Encoding::Utf8,
        "utf_8_sig" => Encoding::Utf8Sig,
        "latin_1" | "latin1" | "latin" | "l1" | "iso_8859_1" | "iso8859_1" | "iso8859" | "8859" | "cp819" => {
            Encoding::Latin1
        }
        "ascii" | "us_ascii" | "646" => Encoding::Ascii,
        "utf_16" | "utf16" | "u16" => Encoding::Utf16(Order::Marked),
        "utf_16_le" | "utf_16le" => Encoding::Utf16(Order::Little),
        "utf_16_be" | "utf_16be" => Encoding::Utf16(Order::Big),
        "utf_32" | "utf32" | "u32" => Encoding::Utf32(Order::Marked),
        "utf_32_le" | "utf_32le" => Encoding::Utf32(Order::Little),
        "utf_32_be" | "utf_32be" => Encoding::Utf32(Order::Big),
        _ => return None,
    })
}

pub fn find_policy(name: &str) -> Policy<'_> {
    match name {
        "strict" => Policy::Strict,
        "ignore" => Policy::Ignore,
        "replace" => Policy::Replace,
        "surrogateescape" => Policy::SurrogateEscape,
        "surrogatepass" => Policy::SurrogatePass,
        "backslashreplace" => Policy::BackslashReplace,
        "xmlcharrefreplace" => Policy::XmlCharRefReplace,
        _ => Policy::Unknown(name),
    }
}

impl Encoding {
    /// The name that errors give it.
    pub(super) fn title(self, decoding: bool) -> &'static str {
        match self {
            Encoding::Utf8 | Encoding::Utf8Sig => "utf-8",
            Encoding::Latin1 => "latin-1",
            Encoding::Ascii => "ascii",
            Encoding::Utf16(Order::Marked) if !decoding => "utf-16",
            Encoding::Utf16(Order::Big) => "utf-16-be",
            Encoding::Utf16(_) => "utf-16-le",
            Encoding::Utf32(Order::Marked) if !decoding => "utf-32",
            Encoding::Utf32(Order::Big) => "utf-32-be",
            Encoding::Utf32(_) => "utf-32-le",
        }
    }

    /// Characters from here on do not fit, in encodings of one byte a character.
    fn limit(self) -> u32 {
        match self {
            Encoding::Latin1 => 0x100,
            Encoding::Ascii => 0x80,
            _ => 0x110000,
        }
    }

    fn refuses(self, point: u32) -> bool {
        match self.limit() {
            0x110000 => is_surrogate(point),
            limit => point >= limit,
        }
    }

    fn reason(self) -> &'static str {
        match self {
            Encoding::Latin1 => "ordinal not in range(256)",
            Encoding::Ascii => "ordinal not in range(128)",
            _ => "surrogates not allowed",
        }
    }

    /// Appends one character, as if surrogates were characters.
    fn push(self, out: &mut Vec<u8>, point: u32) {
        match self {
            Encoding::Utf8 | Encoding::Utf8Sig => push_point(out, point),
            Encoding::Latin1 | Encoding::Ascii => out.push(point as u8),
            Encoding::Utf32(Order::Big) => out.extend_from_slice(&point.to_be_bytes()),
            Encoding::Utf32(_) => out.extend_from_slice(&point.to_le_bytes()),
            Encoding::Utf16(order) => {
                let mut unit = |value: u32| match order {
                    Order::Big => out.extend_from_slice(&(value as u16).to_be_bytes()),
                    _ => out.extend_from_slice(&(value as u16).to_le_bytes()),
                };
                if point >= 0x10000 {
                    unit(0xd800 + ((point - 0x10000) >> 10));
                    unit(0xdc00 + (point & 0x3ff));
                } else {
                    unit(point);
                }
            }
        }
    }
}

pub(super) fn is_surrogate(point: u32) -> bool {
    point & 0xffff_f800 == 0xd800
}

pub(super) fn unknown_policy(name: &str) -> Fault {
    let mut text = String::from("unknown error handler name '");
    text.push_str(name);
    text.push('\'');
    Fault::Lookup(text.into())
}

/// `text.encode(encoding, policy)`.
pub fn encode(text: Text, encoding: Encoding, policy: Policy) -> Kernel<Vec<u8>> {
    let mut out = Vec::with_capacity(text.bytes.len());
    match encoding {
        Encoding::Utf8Sig => push_point(&mut out, 0xfeff),
        Encoding::Utf16(Order::Marked) | Encoding::Utf32(Order::Marked) => encoding.push(&mut out, 0xfeff),
        _ => {}
    }
    let bytewise = matches!(
        encoding,
        Encoding::Utf8 | Encoding::Utf8Sig | Encoding::Latin1 | Encoding::Ascii
    );
    // Only valid UTF-8 is free of surrogates.
    let plain = match encoding {
        Encoding::Utf8 | Encoding::Utf8Sig => std::str::from_utf8(text.bytes).is_ok(),
        _ => bytewise && text.is_ascii(),
    };
    if plain {
        out.extend_from_slice(text.bytes);
        return Ok(out);
    }
    let mut rest = text.points();
    let mut at = 0;
    while let Some(point) = rest.next() {
        if !encoding.refuses(point) {
            encoding.push(&mut out, point);
            at += 1;
            continue;
        }
        // The encodings of whole bytes report a run of characters at once, the wider ones each by itself.
        let mut run = vec![point];
        while let Some(next) = rest
            .clone()
            .next()
            .filter(|next| bytewise && encoding.refuses(*next))
        {
            run.push(next);
            rest.next();
        }
        push_refused(&mut out, encoding, policy, &run, at)?;
        at += run.len();
    }
    Ok(out)
}

/// Does what `policy` says about `run`, characters at index `at` that `encoding` has no place for.
fn push_refused(out: &mut Vec<u8>, encoding: Encoding, policy: Policy, run: &[u32], at: usize) -> Kernel<()> {
    match policy {
        Policy::Ignore => return Ok(()),
        Policy::Replace => run.iter().for_each(|_| encoding.push(out, b'?' as u32)),
        Policy::BackslashReplace => {
            let mut escape = Vec::new();
            run.iter().for_each(|point| push_code(&mut escape, *point));
            escape.iter().for_each(|byte| encoding.push(out, *byte as u32));
        }
        Policy::XmlCharRefReplace => {
            for point in run {
                let mut reference = String::from("&#");
                push_number(&mut reference, *point as usize);
                reference.push(';');
                reference.bytes().for_each(|byte| encoding.push(out, byte as u32));
            }
        }
        Policy::SurrogatePass if encoding.limit() == 0x110000 => {
            run.iter().for_each(|point| encoding.push(out, *point));
        }
        Policy::SurrogateEscape => {
            if matches!(encoding, Encoding::Utf16(_) | Encoding::Utf32(_)) {
                return Err(refusal(encoding, at, at + run.len()));
            }
            let escaped = run
                .iter()
                .take_while(|point| (0xdc80..=0xdcff).contains(*point))
                .count();
            if escaped < run.len() {
                return Err(refusal(encoding, at + escaped, at + run.len()));
            }
            out.extend(run.iter().map(|point| (point & 0xff) as u8));
        }
        Policy::Unknown(name) => return Err(unknown_policy(name)),
        Policy::Strict | Policy::SurrogatePass => return Err(refusal(encoding, at, at + run.len())),
    }
    Ok(())
}

fn refusal(encoding: Encoding, start: usize, end: usize) -> Fault {
    let reason = encoding.reason();
    Fault::Encode(Box::new(CodecFault {
        encoding: encoding.title(false),
        start,
        end,
        skip: 0,
        reason,
    }))
}

fn push_ends(out: &mut String, start: usize, end: usize, reason: &str) {
    push_number(out, start);
    if end != start + 1 {
        out.push('-');
        push_number(out, end.saturating_sub(1));
    }
    out.push_str(": ");
    out.push_str(reason);
}

/// `str()` of a UnicodeEncodeError about code points `start..end` of `text`.
pub fn encode_message(text: Text, encoding: &str, start: usize, end: usize, reason: &str) -> String {
    let mut out = String::from("'");
    out.push_str(encoding);
    out.push_str("' codec can't encode character");
    match Points(text.bytes).nth(start) {
        Some(point) if end == start + 1 => {
            let mut code = Vec::new();
            push_code(&mut code, point);
            out.push_str(" '");
            out.push_str(&String::from_utf8_lossy(&code));
            out.push_str("' in position ");
        }
        _ => out.push_str("s in position "),
    }
    push_ends(&mut out, start, end, reason);
    out
}

/// `str()` of a UnicodeDecodeError about `bytes[start..end]`.
pub fn decode_message(bytes: &[u8], encoding: &str, start: usize, end: usize, reason: &str) -> String {
    let mut out = String::from("'");
    out.push_str(encoding);
    out.push_str("' codec can't decode byte");
    match bytes.get(start) {
        Some(byte) if end == start + 1 => {
            let mut code = Vec::new();
            super::bytes::push_hex(&mut code, *byte as u32, 2);
            out.push_str(" 0x");
            out.push_str(&String::from_utf8_lossy(&code));
            out.push_str(" in position ");
        }
        _ => out.push_str("s in position "),
    }
    push_ends(&mut out, start, end, reason);
    out
}
