//! stdout and stderr: stdout is collected in a buffer and written in large pieces, as CPython does for a pipe.
use crate::error::{exc, R};
use crate::object::Value;
use std::cell::RefCell;
use std::io::Write;

/// Bytes collected before they are written.
const LIMIT: usize = 8192;

thread_local! {
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Appends to stdout. Lone surrogates cannot be encoded.
pub fn write_stdout(text: &[u8]) -> R<()> {
    let full = BUFFER.with_borrow_mut(|buffer| {
        buffer.extend_from_slice(text);
        buffer.len() >= LIMIT
    });
    if full {
        flush_stdout()?;
    }
    Ok(())
}

/// Writes what has been collected.
pub fn flush_stdout() -> R<()> {
    let bytes = BUFFER.take();
    if bytes.is_empty() {
        return Ok(());
    }
    let mut out = std::io::stdout().lock();
    match out.write_all(&bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => {
            Err(exc::BrokenPipeError.err_with(vec![Value::Int(32), Value::from("Broken pipe")]))
        }
        Err(e) => Err(exc::OSError.err_with(vec![Value::Int(5), Value::from(e.to_string())])),
    }
}

/// Writes to stderr at once, after what stdout holds has been left where it is.
pub fn write_stderr(text: &[u8]) {
    let _ = std::io::stderr().write_all(text);
}
