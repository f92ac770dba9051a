//! Replacement templates: `\1`, `\g<name>`, escapes.
use super::re_object::{error_at, Pattern};
use crate::error::{exc, R};
use crate::object::string::{code_at, push_code};
use crate::object::Str;

/// A piece of a replacement: text, or the number of a group.
pub enum Piece {
    Text(Vec<u8>),
    Group(usize),
}

pub fn parse(pattern: &Pattern, template: &Str) -> R<Vec<Piece>> {
    let bytes = template.bytes();
    let mut pieces = Vec::new();
    let mut text = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let (code, next) = code_at(bytes, at);
        if code != '\\' as u32 {
            push_code(&mut text, code);
            at = next;
            continue;
        }
        let Some(&c) = bytes.get(next) else {
            return Err(error_at(
                "bad escape (end of pattern)",
                template,
                template.char_index(at),
            ));
        };
        let mut end = next + 1;
        match c {
            b'g' => {
                let group = named(pattern, template, &mut end)?;
                push_group(&mut pieces, &mut text, group);
            }
            b'0' => {
                let mut value = 0;
                while end < bytes.len() && end < next + 3 && (b'0'..b'8').contains(&bytes[end]) {
                    value = value * 8 + u32::from(bytes[end] - b'0');
                    end += 1;
                }
                push_code(&mut text, value & 0xFF);
            }
            b'1'..=b'9' => {
                let mut group = usize::from(c - b'0');
                if let Some(d) = bytes.get(end).filter(|d| d.is_ascii_digit()) {
                    end += 1;
                    let octal = c < b'8' && *d < b'8';
                    if let (true, Some(third)) = (octal, bytes.get(end).filter(|d| (b'0'..b'8').contains(d)))
                    {
                        let value =
                            (u32::from(c - b'0') * 8 + u32::from(d - b'0')) * 8 + u32::from(third - b'0');
                        end += 1;
                        if value > 0o377 {
                            let shown = String::from_utf8_lossy(&bytes[at..end]).into_owned();
                            let message =
                                crate::join!["octal escape value ", &shown, " outside of range 0-0o377"];
                            return Err(error_at(&message, template, template.char_index(at)));
                        }
                        push_code(&mut text, value);
                        at = end;
                        continue;
                    }
                    group = group * 10 + usize::from(d - b'0');
                }
                check_group(pattern, template, group, next)?;
                push_group(&mut pieces, &mut text, group);
            }
            b'n' => text.push(b'\n'),
            b't' => text.push(b'\t'),
            b'r' => text.push(b'\r'),
            b'a' => text.push(7),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'v' => text.push(11),
            b'\\' => text.push(b'\\'),
            c if c.is_ascii_alphabetic() => {
                let message = crate::join!["bad escape \\", &char::from(c).to_string()];
                return Err(error_at(&message, template, template.char_index(at)));
            }
            _ => {
                text.push(b'\\');
                end = next;
            }
        }
        at = end;
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

fn push_group(pieces: &mut Vec<Piece>, text: &mut Vec<u8>, group: usize) {
    if !text.is_empty() {
        pieces.push(Piece::Text(std::mem::take(text)));
    }
    pieces.push(Piece::Group(group));
}

fn check_group(pattern: &Pattern, template: &Str, group: usize, at: usize) -> R<()> {
    if group > pattern.groups {
        let message = crate::join!["invalid group reference ", &group.to_string()];
        return Err(error_at(&message, template, template.char_index(at)));
    }
    Ok(())
}

/// `\g<name>`, with `end` after the g.
fn named(pattern: &Pattern, template: &Str, end: &mut usize) -> R<usize> {
    let bytes = template.bytes();
    if bytes.get(*end) != Some(&b'<') {
        return Err(error_at("missing <", template, template.char_index(*end)));
    }
    let start = *end + 1;
    let Some(len) = bytes[start..].iter().position(|b| *b == b'>') else {
        let at = template.char_index(start);
        let text = if start >= bytes.len() {
            "missing group name"
        } else {
            "missing >, unterminated name"
        };
        return Err(error_at(text, template, at));
    };
    *end = start + len + 1;
    let name = String::from_utf8_lossy(&bytes[start..start + len]).into_owned();
    if name.is_empty() {
        return Err(error_at(
            "missing group name",
            template,
            template.char_index(start),
        ));
    }
    if let Ok(group) = name.parse::<usize>() {
        check_group(pattern, template, group, start)?;
        return Ok(group);
    }
    match pattern.names.iter().find(|(n, _)| *n == name) {
        Some((_, group)) => Ok(*group),
        None if name.chars().all(|c| c.is_alphanumeric() || c == '_') => {
            Err(exc::IndexError.err(crate::join!["unknown group name '", &name, "'"]))
        }
        None => {
            let message = crate::join!["bad character in group name '", &name, "'"];
            Err(error_at(&message, template, template.char_index(start)))
        }
    }
}
