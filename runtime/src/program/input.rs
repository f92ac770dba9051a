//! stdin, and `input()`.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::object::{Str, Value};
use crate::program;
use std::cell::RefCell;
use std::io::Read;

/// Bytes asked for at a time.
const CHUNK: usize = 8192;

/// What has been read from stdin and not been used yet.
struct Source {
    bytes: Vec<u8>,
    at: usize,
    ended: bool,
}

thread_local! {
    static SOURCE: RefCell<Source> = const {
        RefCell::new(Source { bytes: Vec::new(), at: 0, ended: false })
    };
}

impl Source {
    /// Reads more; false at the end.
    fn fill(&mut self) -> std::io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.bytes.drain(..self.at);
        self.at = 0;
        let old = self.bytes.len();
        self.bytes.resize(old + CHUNK, 0);
        let count = loop {
            match std::io::stdin().lock().read(&mut self.bytes[old..]) {
                Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        self.bytes.truncate(old + *count.as_ref().unwrap_or(&0));
        self.ended = count? == 0;
        Ok(!self.ended)
    }
}

/// The next line of stdin with its line end, at most `limit` bytes; empty at the end.
pub fn read_line(limit: usize) -> R<Vec<u8>> {
    SOURCE.with_borrow_mut(|source| {
        let mut seen = 0;
        loop {
            let rest = &source.bytes[source.at..];
            let found = rest[seen..]
                .iter()
                .position(|b| *b == b'\n')
                .map(|i| seen + i + 1);
            if found.is_some() || rest.len() >= limit {
                let len = found.unwrap_or(limit).min(limit);
                let line = rest[..len].to_vec();
                source.at += len;
                return Ok(line);
            }
            seen = rest.len();
            if !source.fill().map_err(|e| program::os_error(&e, None))? {
                let line = source.bytes.split_off(source.at);
                return Ok(line);
            }
        }
    })
}

/// Up to `limit` bytes of stdin, all of it when the limit is large.
pub fn read_bytes(limit: usize) -> R<Vec<u8>> {
    SOURCE.with_borrow_mut(|source| {
        while source.bytes.len() - source.at < limit {
            if !source.fill().map_err(|e| program::os_error(&e, None))? {
                break;
            }
        }
        let len = (source.bytes.len() - source.at).min(limit);
        let bytes = source.bytes[source.at..source.at + len].to_vec();
        source.at += len;
        Ok(bytes)
    })
}

/// `input([prompt])`.
pub fn input(args: Args) -> R<Value> {
    let prompt = args.between("input", 0, 1)?.first();
    if let Some(prompt) = prompt {
        program::print_text(&prompt.to_str()?)?;
    }
    program::flush_stdout()?;
    let mut line = read_line(usize::MAX)?;
    if line.is_empty() {
        return Err(end_of_input());
    }
    if line.last() == Some(&b'\n') {
        line.pop();
        if line.last() == Some(&b'\r') {
            line.pop();
        }
    }
    crate::strings::decode(&line, None, Some(&Str::fixed("strict"))).map(Value::from)
}

#[cold]
fn end_of_input() -> PyErr {
    exc::EOFError.err("EOF when reading a line")
}
