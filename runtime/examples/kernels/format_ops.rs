//! Formatting.

use super::{ok, Answer, Arg, Wire};
use py::fault::Kernel;
use py::format::{self, AutoNumber, Directives, FieldName, Fields, First, Part, Step};
use py::int::DEFAULT_DIGIT_LIMIT;
use py::text::{Text, TextBuf};

pub fn answer(op: &str, a: &[Arg]) -> Option<Answer> {
    Some(match op {
        "format_int" => format::format_int(a[0].int(), a[1].text(), "int", DEFAULT_DIGIT_LIMIT).and_then(ok),
        "format_float" => format::format_float(a[0].float(), a[1].text(), "float").and_then(ok),
        "format_str" => format::format_text(a[0].text(), a[1].text(), "str").and_then(ok),
        "format_complex" => {
            format::format_complex(a[0].float(), a[1].float(), a[2].text(), "complex").and_then(ok)
        }
        "format_percent" => percent(a[0].bytes(), &a[1]).and_then(ok),
        "format_fields" => fields(a[0].bytes()),
        "format_name" => name(a[0].bytes()),
        _ => return None,
    })
}

fn percent(source: &[u8], value: &Arg) -> Kernel<TextBuf> {
    let mut parts = Directives::new(source);
    let mut out = TextBuf::new();
    while let Some(part) = parts.next_part()? {
        match part {
            Part::Literal(bytes) => out.push_text(Text::new(bytes)),
            Part::Directive(directive) => match u8::try_from(directive.kind).unwrap_or(0) {
                b'%' => out.push(b'%' as u32),
                b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => {
                    format::percent_int(&mut out, value.int(), &directive, DEFAULT_DIGIT_LIMIT)?
                }
                b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => {
                    format::percent_float(&mut out, value.float(), &directive)?
                }
                b's' | b'c' => format::percent_text(&mut out, value.text(), &directive)?,
                _ => return Err(directive.unsupported(source)),
            },
        }
    }
    Ok(out)
}

/// What `_string.formatter_parser` answers, each piece as four texts.
fn fields(source: &[u8]) -> Answer {
    let mut pieces = Fields::new(source);
    let mut out = Vec::new();
    while let Some(piece) = pieces.next_piece()? {
        out.push(Text::new(piece.literal).wire());
        match piece.field {
            None => out.push("n:,n:,n:".to_string()),
            Some(field) => {
                out.push(Text::new(field.name).wire());
                out.push(Text::new(field.spec).wire());
                out.push(if field.conversion == 0 {
                    "n:".to_string()
                } else {
                    (field.conversion as i64).wire()
                });
            }
        }
    }
    Ok(out.join(","))
}

/// What `_string.formatter_field_name_split` answers, attributes and items alike as a flag and a text or number.
fn name(source: &[u8]) -> Answer {
    let mut parsed = FieldName::parse(source, &mut AutoNumber::Undecided)?;
    let mut out = vec![match parsed.first {
        First::Index(index) => index.wire(),
        First::Key(key) => Text::new(key).wire(),
    }];
    while let Some(step) = parsed.next_step()? {
        out.push(match step {
            Step::Attribute(name) => format!("i:1,{}", Text::new(name).wire()),
            Step::Index(index) => format!("i:0,{}", index.wire()),
            Step::Key(key) => format!("i:0,{}", Text::new(key).wire()),
        });
    }
    Ok(out.join(","))
}
