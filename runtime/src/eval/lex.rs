//! Tokens of code that is only known at run time, with Python's indentation.
use crate::eval::Fault;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Name,
    Number,
    /// A string literal with its prefix and quotes.
    Text,
    Op,
    Newline,
    Indent,
    Dedent,
    End,
}

#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
    pub line: u32,
}

const OPS: [&str; 47] = [
    "**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
    "@=", "==", "<=", ">=", "<<", ">>", "**", "//", "+", "-", "*", "/", "%", "&", "|", "^", "~", "<", ">",
    "(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "@", "=",
];

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    tokens: Vec<Token<'a>>,
    indents: Vec<(usize, usize)>,
    /// Open brackets, and their lines.
    depth: Vec<(u8, u32)>,
}

pub fn tokens(text: &str) -> Result<Vec<Token<'_>>, Fault> {
    let mut lexer = Lexer {
        text,
        at: 0,
        line: 1,
        tokens: Vec::new(),
        indents: vec![(0, 0)],
        depth: Vec::new(),
    };
    lexer.run()?;
    Ok(lexer.tokens)
}

fn is_name(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
    fn fault<T>(&self, text: &str) -> Result<T, Fault> {
        Err(Fault::syntax(text, self.line))
    }
    fn push(&mut self, kind: Kind, len: usize) {
        let text = &self.text[self.at..self.at + len];
        self.tokens.push(Token {
            kind,
            text,
            line: self.line,
        });
        self.at += len;
    }

    fn run(&mut self) -> Result<(), Fault> {
        let mut fresh = true;
        loop {
            if fresh && self.depth.is_empty() {
                self.indentation()?;
                fresh = false;
            }
            let Some(c) = self.peek() else { break };
            match c {
                b' ' | b'\t' | b'\x0c' => self.at += 1,
                b'#' => self.at += self.rest().find('\n').unwrap_or(self.rest().len()),
                b'\n' => {
                    if self.depth.is_empty() {
                        if !matches!(
                            self.tokens.last().map(|t| t.kind),
                            None | Some(Kind::Newline | Kind::Indent | Kind::Dedent)
                        ) {
                            self.push(Kind::Newline, 0);
                        }
                        fresh = true;
                    }
                    self.at += 1;
                    self.line += 1;
                }
                b'\\' => self.continuation()?,
                _ => self.token(c)?,
            }
        }
        if let Some((open, line)) = self.depth.last() {
            let text = format!("'{}' was never closed", *open as char);
            return Err(Fault::syntax(&text, *line));
        }
        if !matches!(
            self.tokens.last().map(|t| t.kind),
            None | Some(Kind::Newline | Kind::Dedent)
        ) {
            self.push(Kind::Newline, 0);
        }
        for _ in 1..self.indents.len() {
            self.push(Kind::Dedent, 0);
        }
        self.push(Kind::End, 0);
        Ok(())
    }

    fn continuation(&mut self) -> Result<(), Fault> {
        match self.text.as_bytes().get(self.at + 1) {
            Some(b'\n') => {
                self.at += 2;
                self.line += 1;
                if self.at == self.text.len() {
                    return self.fault("unexpected EOF while parsing");
                }
                Ok(())
            }
            Some(_) => self.fault("unexpected character after line continuation character"),
            None => self.fault("unexpected EOF while parsing"),
        }
    }

    /// At the start of a line: what its indentation says. Blank lines say nothing.
    fn indentation(&mut self) -> Result<(), Fault> {
        loop {
            let (mut width, mut alternative, mut end) = (0, 0, self.at);
            for c in self.rest().bytes() {
                match c {
                    b' ' => (width, alternative) = (width + 1, alternative + 1),
                    b'\t' => (width, alternative) = ((width / 8 + 1) * 8, alternative + 1),
                    b'\x0c' => (width, alternative) = (0, 0),
                    _ => break,
                }
                end += 1;
            }
            match self.text.as_bytes().get(end) {
                None => {
                    self.at = end;
                    return Ok(());
                }
                Some(b'\n') => {
                    self.at = end + 1;
                    self.line += 1;
                    continue;
                }
                Some(b'#') => {
                    let line = self.text[end..].find('\n');
                    self.at = line.map_or(self.text.len(), |n| end + n + 1);
                    self.line += 1;
                    continue;
                }
                Some(_) => {}
            }
            self.at = end;
            return self.indent_to(width, alternative);
        }
    }

    fn indent_to(&mut self, width: usize, alternative: usize) -> Result<(), Fault> {
        let (top, other) = self.indents[self.indents.len() - 1];
        let inconsistent = || {
            Fault::new(
                "TabError",
                "inconsistent use of tabs and spaces in indentation",
                self.line,
            )
        };
        if width == top {
            if alternative != other {
                return Err(inconsistent());
            }
        } else if width > top {
            if alternative <= other {
                return Err(inconsistent());
            }
            self.indents.push((width, alternative));
            self.push(Kind::Indent, 0);
        } else {
            while self.indents.last().is_some_and(|(top, _)| *top > width) {
                self.indents.pop();
                self.push(Kind::Dedent, 0);
            }
            if self.indents.last().is_none_or(|(top, _)| *top != width) {
                let text = "unindent does not match any outer indentation level";
                return Err(Fault::new("IndentationError", text, self.line));
            }
        }
        Ok(())
    }

    fn token(&mut self, c: u8) -> Result<(), Fault> {
        if let Some(len) = string_prefix(self.rest()) {
            return self.string(len);
        }
        let Some(first) = self.rest().chars().next() else {
            return Ok(());
        };
        if first == '_' || first.is_alphabetic() {
            let len = self.rest().find(|c| !is_name(c)).unwrap_or(self.rest().len());
            self.push(Kind::Name, len);
            return Ok(());
        }
        if c.is_ascii_digit() || c == b'.' && self.rest().as_bytes().get(1).is_some_and(u8::is_ascii_digit) {
            return self.number();
        }
        let Some(op) = OPS.iter().find(|op| self.rest().starts_with(**op)) else {
            return match c {
                b'!' | b'$' | b'?' | b'`' => self.fault("invalid syntax"),
                _ => self.fault(&format!("invalid character '{}' (U+{:04X})", first, first as u32)),
            };
        };
        match op.as_bytes()[0] {
            open @ (b'(' | b'[' | b'{') => self.depth.push((open, self.line)),
            close @ (b')' | b']' | b'}') => self.close(close)?,
            _ => {}
        }
        self.push(Kind::Op, op.len());
        Ok(())
    }

    fn close(&mut self, close: u8) -> Result<(), Fault> {
        let Some((open, _)) = self.depth.pop() else {
            return self.fault(&format!("unmatched '{}'", close as char));
        };
        if matches!((open, close), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
            return Ok(());
        }
        let (close, open) = (close as char, open as char);
        self.fault(&format!(
            "closing parenthesis '{close}' does not match opening parenthesis '{open}'"
        ))
    }

    fn number(&mut self) -> Result<(), Fault> {
        let text = self.rest().as_bytes();
        let digits = |mut at: usize, radix: u32| {
            while text.get(at).is_some_and(|c| (*c as char).is_digit(radix))
                || text.get(at) == Some(&b'_')
                    && text.get(at + 1).is_some_and(|c| (*c as char).is_digit(radix))
            {
                at += 1;
            }
            at
        };
        let radix = match text.get(1).map(u8::to_ascii_lowercase) {
            Some(b'x') if text[0] == b'0' => 16,
            Some(b'o') if text[0] == b'0' => 8,
            Some(b'b') if text[0] == b'0' => 2,
            _ => 10,
        };
        let mut end = if radix == 10 {
            digits(0, 10)
        } else {
            digits(2, radix)
        };
        if radix != 10 && end == 2 {
            let name = ["", "binary", "octal", "hexadecimal"]
                [[2, 8, 16].iter().position(|r| *r == radix).map_or(0, |i| i + 1)];
            return self.fault(&format!("invalid {name} literal"));
        }
        let mut whole = true;
        if radix == 10 {
            if text.get(end) == Some(&b'.') {
                whole = false;
                end = digits(end + 1, 10);
            }
            let sign = usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
            if matches!(text.get(end), Some(b'e' | b'E'))
                && text.get(end + 1 + sign).is_some_and(u8::is_ascii_digit)
            {
                whole = false;
                end = digits(end + 1 + sign, 10);
            }
            if matches!(text.get(end), Some(b'j' | b'J')) {
                whole = false;
                end += 1;
            }
            let plain = &self.rest()[..end];
            if whole
                && plain.len() > 1
                && plain.starts_with('0')
                && plain.bytes().any(|c| !matches!(c, b'0' | b'_'))
            {
                return self.fault("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
            }
        }
        let next = self.rest()[end..].chars().next();
        let keyword = ["and", "else", "for", "if", "in", "is", "not", "or"];
        if next.is_some_and(is_name) && !keyword.iter().any(|k| self.rest()[end..].starts_with(k)) {
            let name = match radix {
                16 => "hexadecimal",
                8 => "octal",
                2 => "binary",
                _ => "decimal",
            };
            return self.fault(&format!("invalid {name} literal"));
        }
        self.push(Kind::Number, end);
        Ok(())
    }

    fn string(&mut self, prefix: usize) -> Result<(), Fault> {
        let rest = self.rest().as_bytes();
        let quote = rest[prefix];
        let triple = rest[prefix..].starts_with(&[quote; 3]);
        let mut at = prefix + if triple { 3 } else { 1 };
        let line = self.line;
        loop {
            match rest.get(at) {
                None | Some(b'\n') if !triple => {
                    return Err(Fault::syntax(
                        &format!("unterminated string literal (detected at line {line})"),
                        line,
                    ));
                }
                None => {
                    let last = self.line + self.rest().matches('\n').count() as u32;
                    let text = format!("unterminated triple-quoted string literal (detected at line {last})");
                    return Err(Fault::syntax(&text, line));
                }
                Some(b'\\') => at += 2,
                Some(c) if *c == quote && (!triple || rest[at..].starts_with(&[quote; 3])) => break,
                Some(_) => at += 1,
            }
        }
        at += if triple { 3 } else { 1 };
        let lines = self.rest()[..at].matches('\n').count() as u32;
        self.push(Kind::Text, at);
        self.line += lines;
        Ok(())
    }
}

/// The length of a string literal's prefix; None: no string starts here.
fn string_prefix(rest: &str) -> Option<usize> {
    let len = rest.bytes().take(3).position(|c| matches!(c, b'"' | b'\''))?;
    let prefix = rest[..len].to_ascii_lowercase();
    matches!(
        prefix.as_str(),
        "" | "r" | "b" | "u" | "f" | "br" | "rb" | "fr" | "rf"
    )
    .then_some(len)
}
