//! The byte level of streams: files, the standard streams and memory, with buffers for both directions.
use crate::error::{exc, PyErr, R};
use crate::object::Value;
use crate::program;
use std::cell::RefCell;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::rc::{Rc, Weak};

/// Bytes asked for at a time, and written at a time.
const CHUNK: usize = 1 << 16;

pub enum Device {
    File(File),
    Memory { bytes: Vec<u8>, at: usize },
    Stdin,
    Stdout,
    Stderr,
}

pub struct Raw {
    device: Device,
    /// Read and not used yet.
    ahead: Vec<u8>,
    at: usize,
    /// Written and not handed on yet.
    behind: Vec<u8>,
    pub closed: bool,
    pub readable: bool,
    pub writable: bool,
}

pub type Shared = Rc<RefCell<Raw>>;

thread_local! {
    /// Files that may hold unwritten bytes when the program ends.
    static OPEN: RefCell<Vec<Weak<RefCell<Raw>>>> = const { RefCell::new(Vec::new()) };
}

/// Writes what open files still hold; called when the program ends.
fn flush_all() {
    for raw in OPEN.take() {
        if let Some(raw) = raw.upgrade() {
            if let Ok(mut raw) = raw.try_borrow_mut() {
                let _ = raw.flush();
            }
        }
    }
}

#[cold]
fn failed(e: &std::io::Error) -> PyErr {
    program::stream_error(e)
}

impl Raw {
    pub fn new(device: Device, readable: bool, writable: bool) -> Shared {
        let raw = Rc::new(RefCell::new(Raw {
            device,
            ahead: Vec::new(),
            at: 0,
            behind: Vec::new(),
            closed: false,
            readable,
            writable,
        }));
        if writable {
            program::call_at_exit(flush_all);
            OPEN.with_borrow_mut(|all| {
                if all.len() % 64 == 63 {
                    all.retain(|raw| raw.strong_count() > 0);
                }
                all.push(Rc::downgrade(&raw));
            });
        }
        raw
    }

    pub fn is_stdin(&self) -> bool {
        matches!(self.device, Device::Stdin)
    }

    pub fn is_file(&self) -> bool {
        matches!(self.device, Device::File(_))
    }

    pub fn is_seekable(&self) -> bool {
        matches!(self.device, Device::File(_) | Device::Memory { .. })
    }

    /// The descriptor, for the standard streams; files show one above them.
    pub fn number(&self) -> i64 {
        match self.device {
            Device::Stdin => 0,
            Device::Stdout => 1,
            Device::Stderr => 2,
            _ => 3,
        }
    }

    fn fill(&mut self) -> R<bool> {
        let chunk = match &mut self.device {
            Device::File(file) => {
                let mut chunk = vec![0; CHUNK];
                let count = loop {
                    match file.read(&mut chunk) {
                        Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
                        other => break other.map_err(|e| failed(&e))?,
                    }
                };
                chunk.truncate(count);
                chunk
            }
            Device::Memory { bytes, at } => {
                let rest = bytes.get(*at..).unwrap_or_default().to_vec();
                *at += rest.len();
                rest
            }
            Device::Stdin => program::read_bytes(CHUNK)?,
            Device::Stdout | Device::Stderr => Vec::new(),
        };
        self.ahead.drain(..self.at);
        self.at = 0;
        self.ahead.extend_from_slice(&chunk);
        Ok(!chunk.is_empty())
    }

    /// Up to `limit` bytes; None: all that is left.
    pub fn read(&mut self, limit: Option<usize>) -> R<Vec<u8>> {
        self.flush()?;
        let limit = limit.unwrap_or(usize::MAX);
        while self.ahead.len() - self.at < limit {
            if !self.fill()? {
                break;
            }
        }
        let end = self.at + limit.min(self.ahead.len() - self.at);
        let bytes = self.ahead[self.at..end].to_vec();
        self.at = end;
        Ok(bytes)
    }

    /// The next line with its `\n`, at most `limit` bytes.
    pub fn read_line(&mut self, limit: Option<usize>) -> R<Vec<u8>> {
        self.flush()?;
        let limit = limit.unwrap_or(usize::MAX);
        if self.is_stdin() && self.at == self.ahead.len() {
            return program::read_line(limit);
        }
        let mut seen = 0;
        loop {
            let rest = &self.ahead[self.at..];
            let found = rest[seen..]
                .iter()
                .position(|b| *b == b'\n')
                .map(|i| seen + i + 1);
            if found.is_some() || rest.len() >= limit {
                break;
            }
            seen = rest.len();
            if !self.fill()? {
                break;
            }
        }
        let rest = &self.ahead[self.at..];
        let end = rest
            .iter()
            .position(|b| *b == b'\n')
            .map_or(rest.len(), |i| i + 1);
        let line = rest[..end.min(limit)].to_vec();
        self.at += line.len();
        Ok(line)
    }

    /// Forgets what was read ahead, so that the device stands where the program thinks it does.
    fn settle(&mut self) -> R<()> {
        let unused = self.ahead.len() - self.at;
        self.ahead.clear();
        self.at = 0;
        if unused > 0 {
            match &mut self.device {
                Device::File(file) => {
                    file.seek(SeekFrom::Current(-(unused as i64)))
                        .map_err(|e| failed(&e))?;
                }
                Device::Memory { at, .. } => *at -= unused,
                _ => {}
            }
        }
        Ok(())
    }

    pub fn write(&mut self, bytes: &[u8]) -> R<()> {
        self.settle()?;
        match &mut self.device {
            Device::Memory { bytes: all, at } => {
                if *at > all.len() {
                    all.resize(*at, 0);
                }
                let shared = bytes.len().min(all.len() - *at);
                all[*at..*at + shared].copy_from_slice(&bytes[..shared]);
                all.extend_from_slice(&bytes[shared..]);
                *at += bytes.len();
            }
            Device::Stdout => program::write_stdout(bytes)?,
            Device::Stderr => program::write_stderr(bytes),
            _ => {
                self.behind.extend_from_slice(bytes);
                if self.behind.len() >= CHUNK {
                    self.flush()?;
                }
            }
        }
        Ok(())
    }

    pub fn flush(&mut self) -> R<()> {
        match &mut self.device {
            Device::File(file) if !self.behind.is_empty() => {
                let bytes = std::mem::take(&mut self.behind);
                file.write_all(&bytes).map_err(|e| failed(&e))
            }
            Device::Stdout => program::flush_stdout(),
            _ => Ok(()),
        }
    }

    pub fn tell(&mut self) -> R<i64> {
        self.flush()?;
        let unused = (self.ahead.len() - self.at) as i64;
        match &mut self.device {
            Device::File(file) => {
                let at = file.stream_position().map_err(|e| failed(&e))?;
                Ok(at as i64 - unused)
            }
            Device::Memory { at, .. } => Ok(*at as i64 - unused),
            _ => Err(program::os_error_number(29, None)),
        }
    }

    /// `seek(offset, whence)`; the new position.
    pub fn seek(&mut self, offset: i64, whence: i64) -> R<i64> {
        self.flush()?;
        self.settle()?;
        match &mut self.device {
            Device::File(file) => {
                let to = match whence {
                    0 => SeekFrom::Start(offset.max(0) as u64),
                    1 => SeekFrom::Current(offset),
                    _ => SeekFrom::End(offset),
                };
                Ok(file.seek(to).map_err(|e| failed(&e))? as i64)
            }
            Device::Memory { bytes, at } => {
                let base = match whence {
                    0 => 0,
                    1 => *at as i64,
                    _ => bytes.len() as i64,
                };
                *at = usize::try_from(base.saturating_add(offset)).unwrap_or(0);
                Ok(*at as i64)
            }
            _ => Err(program::os_error_number(29, None)),
        }
    }

    pub fn truncate(&mut self, size: i64) -> R<()> {
        self.flush()?;
        match &mut self.device {
            Device::File(file) => file.set_len(size.max(0) as u64).map_err(|e| failed(&e)),
            Device::Memory { bytes, .. } => {
                bytes.truncate(usize::try_from(size).unwrap_or(0));
                Ok(())
            }
            _ => Err(program::os_error_number(22, None)),
        }
    }

    /// The whole content of a memory stream.
    pub fn content(&self) -> Vec<u8> {
        match &self.device {
            Device::Memory { bytes, .. } => bytes.clone(),
            _ => Vec::new(),
        }
    }

    pub fn close(&mut self) -> R<()> {
        if self.closed {
            return Ok(());
        }
        let result = self.flush();
        self.closed = true;
        if matches!(self.device, Device::File(_)) {
            self.device = Device::Memory {
                bytes: Vec::new(),
                at: 0,
            };
        }
        result
    }

    /// ValueError once the stream is closed.
    pub fn check_open(&self) -> R<()> {
        if self.closed {
            return Err(exc::ValueError.err("I/O operation on closed file."));
        }
        Ok(())
    }

    /// UnsupportedOperation unless the stream may be read.
    pub fn check_readable(&self) -> R<()> {
        self.check_open()?;
        if self.readable {
            return Ok(());
        }
        Err(unsupported("not readable"))
    }

    pub fn check_writable(&self) -> R<()> {
        self.check_open()?;
        if self.writable {
            return Ok(());
        }
        Err(unsupported("not writable"))
    }
}

/// `io.UnsupportedOperation`.
pub fn unsupported(text: &'static str) -> PyErr {
    program::UNSUPPORTED_OPERATION.err_with(vec![Value::from(crate::object::Str::fixed(text))])
}
