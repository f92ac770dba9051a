//! Literals of code that is only known at run time.
use crate::eval::lex::Token;
use crate::eval::Fault;
use crate::object::Value;

type P<T> = Result<T, Fault>;

/// The value of a number literal.
pub fn number(text: &str) -> Option<Value> {
    let plain = text.trim_end_matches(['j', 'J']);
    let lower = plain.to_ascii_lowercase();
    let based = ["0x", "0o", "0b"].iter().any(|prefix| lower.starts_with(prefix));
    let whole = based || !plain.contains(['.', 'e', 'E']);
    if plain.len() < text.len() || !whole {
        let value = crate::builtins::value::float().call(&[Value::from(plain)]).ok()?;
        return match value {
            Value::Float(part) if plain.len() < text.len() => Some(crate::imaginary(part)),
            value => Some(value),
        };
    }
    crate::builtins::value::int()
        .call(&[Value::from(plain), Value::Int(0)])
        .ok()
}

/// A string literal taken apart.
pub struct Text<'a> {
    pub body: &'a str,
    pub raw: bool,
    pub bytes: bool,
    pub format: bool,
    line: u32,
}

impl<'a> Text<'a> {
    pub fn of(token: Token<'a>) -> P<Text<'a>> {
        let text = token.text;
        let at = text.find(['"', '\'']).unwrap_or(0);
        let prefix = text[..at].to_ascii_lowercase();
        let quotes = if text.len() >= at + 6 && text[at..].starts_with(&text[at..=at].repeat(3)) {
            3
        } else {
            1
        };
        let body = &text[at + quotes..text.len() - quotes];
        let has = |c| prefix.contains(c);
        let (raw, bytes, format, line) = (has('r'), has('b'), has('f'), token.line);
        if bytes && !body.is_ascii() {
            return Err(Fault::syntax(
                "bytes can only contain ASCII literal characters",
                line,
            ));
        }
        Ok(Text {
            body,
            raw,
            bytes,
            format,
            line,
        })
    }

    pub fn text(&self) -> P<String> {
        unescaped(self.body, self.raw, self.line)
    }

    /// The bytes of a bytes literal.
    pub fn data(&self) -> P<Vec<u8>> {
        if self.raw {
            return Ok(self.body.as_bytes().to_vec());
        }
        let mut out = Vec::new();
        let mut chars = self.body.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match escape(&mut chars, false, self.line)? {
                    Escape::Code(code) => out.push(code as u8),
                    Escape::Nothing => {}
                    Escape::Kept(c) => out.extend([b'\\', c as u8]),
                },
                c => out.push(c as u8),
            }
        }
        Ok(out)
    }
}

enum Escape {
    Code(u32),
    Nothing,
    Kept(char),
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// After a backslash.
fn escape(chars: &mut Chars, wide: bool, line: u32) -> P<Escape> {
    let Some(c) = chars.next() else {
        return Ok(Escape::Nothing);
    };
    Ok(Escape::Code(match c {
        '\n' => return Ok(Escape::Nothing),
        '\\' | '\'' | '"' => u32::from(c),
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        '0'..='7' => {
            let mut code = c as u32 - 48;
            for _ in 0..2 {
                let Some(digit) = chars.peek().and_then(|c| c.to_digit(8)) else {
                    break;
                };
                chars.next();
                code = code * 8 + digit;
            }
            code
        }
        'x' => hexadecimal(chars, 2, wide, line)?,
        'u' if wide => hexadecimal(chars, 4, wide, line)?,
        'U' if wide => hexadecimal(chars, 8, wide, line)?,
        'N' if wide => return Err(Fault::syntax("\\N escapes are not supported here", line)),
        c => return Ok(Escape::Kept(c)),
    }))
}

fn hexadecimal(chars: &mut Chars, count: u32, wide: bool, line: u32) -> P<u32> {
    let mut code = 0u32;
    for _ in 0..count {
        let Some(digit) = chars.peek().and_then(|c| c.to_digit(16)) else {
            return Err(Fault::syntax(
                match wide {
                    true => "(unicode error) 'unicodeescape' codec can't decode bytes: truncated escape",
                    false => "(value error) invalid \\x escape",
                },
                line,
            ));
        };
        chars.next();
        code = code.wrapping_mul(16) + digit;
    }
    if code > 0x10_ffff {
        let text = "(unicode error) 'unicodeescape' codec can't decode bytes: illegal Unicode character";
        return Err(Fault::syntax(text, line));
    }
    Ok(code)
}

/// The text of a str literal's body.
pub fn unescaped(body: &str, raw: bool, line: u32) -> P<String> {
    if raw || !body.contains('\\') {
        return Ok(body.to_string());
    }
    let mut out = String::new();
    let mut chars = body.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match escape(&mut chars, true, line)? {
                Escape::Code(code) => match char::from_u32(code) {
                    Some(c) => out.push(c),
                    None => return Err(Fault::syntax("lone surrogates are not supported here", line)),
                },
                Escape::Nothing => {}
                Escape::Kept(c) => out.extend(['\\', c]),
            },
            c => out.push(c),
        }
    }
    Ok(out)
}

/// Where the expression of an f-string's field ends: before `!`, `:`, `=` or `}` outside of brackets and strings.
pub fn field_end(body: &str, line: u32) -> P<usize> {
    let bytes = body.as_bytes();
    let (mut depth, mut quote, mut at) = (0i32, None, 0);
    while let Some(c) = bytes.get(at) {
        match (quote, c) {
            (Some(q), c) if *c == q => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(*c),
            (None, b'#') => return Err(Fault::syntax("f-string expression part cannot include '#'", line)),
            (None, b'(' | b'[' | b'{') => depth += 1,
            (None, b')' | b']' | b'}') if depth > 0 => depth -= 1,
            (None, b'}' | b':') if depth == 0 => return Ok(at),
            (None, b'!' | b'=' | b'<' | b'>') if depth == 0 => {
                if bytes.get(at + 1) == Some(&b'=') {
                    at += 1;
                } else if matches!(c, b'!' | b'=') {
                    return Ok(at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    Err(Fault::syntax("f-string: expecting '}'", line))
}
