//! The program around Python code: start, output, the report of an uncaught exception, exit status.
mod input;
mod io_base;
mod open;
mod os_error;
mod output;
mod raw;
mod report;
mod stream;
mod string_io;
mod text_layer;

pub use input::{input, read_bytes, read_line};
pub use io_base::{BUFFERED_IO_BASE, IO_BASE, RAW_IO_BASE, TEXT_IO_BASE};
pub use open::{open, path_text, standard_stream};
pub use os_error::{error_class, error_text, os_error, os_error_number, stream_error};
pub use output::{
    flush_stdout, print_text, replace_stdout, replaced_print, replaced_stdout, write_int, write_stderr,
    write_stdout,
};
pub use stream::{BUFFERED_RANDOM, BUFFERED_READER, BUFFERED_WRITER, BYTES_IO, TEXT_FILE};
pub use string_io::STRING_IO;

use crate::error::{exc, PyErr, R};
use crate::object::members::Member;
use crate::object::sym::Names;
use crate::object::{TypeInfo, Value};
use std::cell::Cell;
use std::process::ExitCode;

/// `io.UnsupportedOperation`.
pub static UNSUPPORTED_OPERATION: TypeInfo = TypeInfo {
    module: "io",
    second_base: Some(&exc::ValueError),
    ..exc::class("UnsupportedOperation", &exc::OSError)
};

/// Bytes of native stack that Python recursion may use; the program's thread is made with this and a reserve.
#[cfg(not(target_family = "wasm"))]
const STACK: usize = 1 << 30;
#[cfg(not(target_family = "wasm"))]
const RESERVE: usize = 1 << 20;

/// Runs a program: its main module's body, then what CPython does at exit.
pub fn main(names: Names, members: &'static [&'static Member], body: fn() -> R<()>) -> ExitCode {
    #[cfg(not(target_family = "wasm"))]
    {
        let thread = std::thread::Builder::new().stack_size(STACK + RESERVE);
        let run = move || {
            let here = 0u8;
            crate::call::set_stack_end((std::ptr::addr_of!(here) as usize).saturating_sub(STACK));
            run(names, members, body)
        };
        match thread.spawn(run).map(std::thread::JoinHandle::join) {
            Ok(Ok(status)) => ExitCode::from(status),
            _ => ExitCode::from(1),
        }
    }
    #[cfg(target_family = "wasm")]
    {
        // The linear stack starts at its size (set by the linker) and grows down to 0.
        crate::call::set_stack_end(256 << 10);
        ExitCode::from(run(names, members, body))
    }
}

thread_local! {
    static AT_EXIT: Cell<Option<fn()>> = const { Cell::new(None) };
}

/// Has `finish` called when the program ends. Files use it, so that a program without files does not link them.
fn call_at_exit(finish: fn()) {
    AT_EXIT.set(Some(finish));
}

thread_local! {
    static REPORT: Cell<fn(&PyErr) -> u8> = const { Cell::new(report_own) };
}

/// Called when Python code makes an exception: then the report of an uncaught one knows all that Python can do to
/// it. A program that never does so does not link that.
pub(crate) fn report_fully() {
    REPORT.set(report);
}

/// Reports an exception that the runtime raised.
fn report_own(e: &PyErr) -> u8 {
    let _ = flush_stdout();
    let object = e.object();
    if e.is(&exc::SystemExit) {
        let text = object.own_text();
        if object.args().is_empty() {
            return 0;
        }
        write_stderr(crate::join![&text, "\n"].as_bytes());
        return 1;
    }
    write_stderr(report::own_text(object).as_bytes());
    if e.is(&exc::KeyboardInterrupt) {
        130
    } else {
        1
    }
}

fn run(names: Names, members: &[&'static Member], body: fn() -> R<()>) -> u8 {
    crate::object::sym::install(names);
    crate::object::members::install(members);
    let mut status = match body() {
        Ok(()) => 0,
        Err(e) => REPORT.get()(&e),
    };
    if let Some(finish) = AT_EXIT.get() {
        finish();
    }
    if flush_stdout().is_err() && status == 0 {
        status = 120;
    }
    status
}

/// The last act of an uncaught exception: stderr and the exit status.
fn report(e: &PyErr) -> u8 {
    if e.is(&exc::SystemExit) {
        return exit_status(&e.value());
    }
    let _ = flush_stdout();
    write_stderr(report::text(e.object()).as_bytes());
    // As a shell shows the end by the signal.
    if e.is(&exc::KeyboardInterrupt) {
        130
    } else {
        1
    }
}

/// What `SystemExit(code)` does: None is 0, an int its low byte, anything else is printed and 1.
fn exit_status(e: &Value) -> u8 {
    let code = e
        .find_attr(crate::sym::code)
        .ok()
        .flatten()
        .unwrap_or(Value::None);
    let _ = flush_stdout();
    match code {
        Value::None => 0,
        Value::Int(code) => code as u8,
        Value::Bool(code) => u8::from(code),
        other => {
            if let Ok(text) = other.to_str() {
                write_stderr(text.bytes());
                write_stderr(b"\n");
            }
            1
        }
    }
}

/// An exception that nobody can catch (`__del__`): a note on stderr.
pub fn report_unraisable(e: &PyErr) {
    let text = crate::join!["Exception ignored in: ", &e.last_line(), "\n"];
    write_stderr(text.as_bytes());
}
