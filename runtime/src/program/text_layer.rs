//! The text level of streams: decoding, encoding, line ends.
use crate::error::{exc, R};
use crate::object::{Str, Value};
use crate::program::raw::Raw;
use crate::strings;
use crate::text::width;

/// What `newline=` says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Newline {
    /// None: any line end is read as `\n`; written as it is.
    Universal,
    /// `''`: any line end ends a line, untranslated.
    Any,
    /// `'\n'`, `'\r'`, `'\r\n'`: lines end so; `\n` is written so.
    Exact(&'static str),
}

impl Newline {
    pub fn of(x: Option<&Value>) -> R<Newline> {
        let x = match x {
            None | Some(Value::None) => return Ok(Newline::Universal),
            Some(x) => x,
        };
        let Some(text) = x.as_str() else {
            return Err(exc::TypeError.err(crate::join![
                "open() argument 'newline' must be str or None, not ",
                x.type_name().as_str()
            ]));
        };
        Ok(match text.as_str() {
            "" => Newline::Any,
            "\n" => Newline::Exact("\n"),
            "\r" => Newline::Exact("\r"),
            "\r\n" => Newline::Exact("\r\n"),
            other => return Err(exc::ValueError.err(crate::join!["illegal newline value: ", other])),
        })
    }
}

pub struct TextLayer {
    encoding: Str,
    errors: Str,
    newline: Newline,
    /// Decoded and not used yet.
    ahead: Vec<u8>,
    at: usize,
    /// Where in the device `ahead` begins.
    base: i64,
}

impl TextLayer {
    pub fn new(encoding: Str, errors: Str, newline: Newline) -> TextLayer {
        TextLayer {
            encoding,
            errors,
            newline,
            ahead: Vec::new(),
            at: 0,
            base: 0,
        }
    }

    pub fn encoding_name(&self) -> &Str {
        &self.encoding
    }

    pub fn errors_name(&self) -> &Str {
        &self.errors
    }

    /// Drops what was decoded ahead, after the device has been moved.
    pub fn forget(&mut self) {
        self.ahead.clear();
        self.at = 0;
    }

    fn translated(&self, text: Str) -> Vec<u8> {
        let bytes = text.bytes();
        if self.newline != Newline::Universal || !bytes.contains(&b'\r') {
            return bytes.to_vec();
        }
        let mut out = Vec::with_capacity(bytes.len());
        for (i, byte) in bytes.iter().enumerate() {
            match byte {
                b'\r' => out.push(b'\n'),
                b'\n' if i > 0 && bytes[i - 1] == b'\r' => {}
                _ => out.push(*byte),
            }
        }
        out
    }

    /// Decodes more: a line of an interactive stream, else all that is left.
    fn fill(&mut self, raw: &mut Raw) -> R<bool> {
        let line_wise = raw.is_stdin();
        if !line_wise {
            self.base = raw.tell().unwrap_or(0);
        }
        let bytes = if line_wise {
            raw.read_line(None)?
        } else {
            raw.read(None)?
        };
        if bytes.is_empty() {
            return Ok(false);
        }
        let text = strings::decode(&bytes, Some(&self.encoding), Some(&self.errors))?;
        let text = self.translated(text);
        self.ahead.drain(..self.at);
        self.at = 0;
        self.ahead.extend_from_slice(&text);
        Ok(true)
    }

    /// Up to `limit` code points.
    pub fn read(&mut self, raw: &mut Raw, limit: Option<usize>) -> R<Vec<u8>> {
        let mut end = self.at;
        let mut left = limit.unwrap_or(usize::MAX);
        while left > 0 {
            if end == self.ahead.len() {
                let used = end - self.at;
                if !self.fill(raw)? {
                    break;
                }
                end = self.at + used;
                continue;
            }
            end += width(self.ahead[end]);
            left -= 1;
        }
        let text = self.ahead[self.at..end].to_vec();
        self.at = end;
        Ok(text)
    }

    /// The length of the first line of `rest` with its end; None when the end is not in sight.
    fn line_len(&self, rest: &[u8]) -> Option<usize> {
        match self.newline {
            Newline::Exact("\r\n") => rest.windows(2).position(|pair| pair == b"\r\n").map(|i| i + 2),
            Newline::Exact("\r") => rest.iter().position(|b| *b == b'\r').map(|i| i + 1),
            Newline::Any => {
                let at = rest.iter().position(|b| matches!(b, b'\n' | b'\r'))?;
                Some(at + if rest[at..].starts_with(b"\r\n") { 2 } else { 1 })
            }
            _ => rest.iter().position(|b| *b == b'\n').map(|i| i + 1),
        }
    }

    /// The next line, at most `limit` code points.
    pub fn read_line(&mut self, raw: &mut Raw, limit: Option<usize>) -> R<Vec<u8>> {
        let len = loop {
            if let Some(len) = self.line_len(&self.ahead[self.at..]) {
                break len;
            }
            if !self.fill(raw)? {
                break self.ahead.len() - self.at;
            }
        };
        let mut line = &self.ahead[self.at..self.at + len];
        if let Some(limit) = limit {
            line = crate::text::prefix(line, limit);
        }
        let line = line.to_vec();
        self.at += line.len();
        Ok(line)
    }

    pub fn write(&mut self, raw: &mut Raw, text: &Str) -> R<()> {
        self.forget();
        let translated;
        let text = match self.newline {
            Newline::Exact(end) if end != "\n" && text.bytes().contains(&b'\n') => {
                translated = Str::from(text.as_str().replace('\n', end));
                &translated
            }
            _ => text,
        };
        raw.write(&strings::encode(text, Some(&self.encoding), Some(&self.errors))?)
    }

    /// The device position of the next character; exact for UTF-8 without translated line ends.
    pub fn tell(&self, raw: &mut Raw) -> R<i64> {
        if self.at < self.ahead.len() {
            return Ok(self.base + self.at as i64);
        }
        raw.tell()
    }
}
