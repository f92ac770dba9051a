//! stdout and stderr: stdout is collected in a buffer and written in large pieces, as CPython does for a pipe.
use crate::call::Args;
use crate::error::R;
use crate::object::{Str, Value};
use std::cell::{Cell, RefCell};
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

/// Appends the decimal digits of a number; the end of the line sees to it that the buffer is written.
pub fn write_int(number: i64) {
    BUFFER.with_borrow_mut(|buffer| crate::int::push_i64(buffer, number));
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
        Err(e) => Err(super::stream_error(&e)),
    }
}

/// Writes to stderr at once, after what stdout holds has been left where it is.
pub fn write_stderr(text: &[u8]) {
    let _ = std::io::stderr().write_all(text);
}

/// Appends a str to stdout, which is UTF-8.
pub fn print_text(text: &Str) -> R<()> {
    if !text.is_ascii() && std::str::from_utf8(text.bytes()).is_err() {
        return Err(crate::strings::surrogates_not_allowed(text));
    }
    write_stdout(text.bytes())
}

thread_local! {
    static REPLACED: RefCell<Option<Value>> = const { RefCell::new(None) };
}

thread_local! {
    static PRINT: Cell<Option<Print>> = const { Cell::new(None) };
}

type Print = fn(Args) -> R<Value>;

/// `print`, once the program has replaced stdout; a program that never does so does not link the general form.
pub fn replaced_print() -> Option<Print> {
    PRINT.get()
}

/// What the program has assigned to `sys.stdout`; None: still the original.
pub fn replaced_stdout() -> Option<Value> {
    REPLACED.with_borrow(Clone::clone)
}

/// `sys.stdout = x`; None: the original again.
pub fn replace_stdout(stdout: Option<Value>) {
    PRINT.set(stdout.as_ref().map(|_| crate::builtins::print as Print));
    let old = REPLACED.with_borrow_mut(|slot| std::mem::replace(slot, stdout));
    drop(old);
}
