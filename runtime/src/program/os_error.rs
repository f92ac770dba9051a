//! Errors of the operating system as OSError and its subclasses, with Linux's numbers and texts on every platform.
use crate::error::{exc, PyErr};
use crate::object::{Str, TypeInfo, Value};
use std::io::{Error, ErrorKind};

/// (number, text) of the errors that programs meet.
const ERRORS: [(i32, &str); 29] = [
    (1, "Operation not permitted"),
    (2, "No such file or directory"),
    (4, "Interrupted system call"),
    (5, "Input/output error"),
    (9, "Bad file descriptor"),
    (11, "Resource temporarily unavailable"),
    (12, "Cannot allocate memory"),
    (13, "Permission denied"),
    (16, "Device or resource busy"),
    (17, "File exists"),
    (18, "Invalid cross-device link"),
    (20, "Not a directory"),
    (21, "Is a directory"),
    (22, "Invalid argument"),
    (23, "Too many open files in system"),
    (24, "Too many open files"),
    (27, "File too large"),
    (28, "No space left on device"),
    (29, "Illegal seek"),
    (30, "Read-only file system"),
    (32, "Broken pipe"),
    (36, "File name too long"),
    (38, "Function not implemented"),
    (39, "Directory not empty"),
    (40, "Too many levels of symbolic links"),
    (95, "Operation not supported"),
    (104, "Connection reset by peer"),
    (110, "Connection timed out"),
    (111, "Connection refused"),
];

/// Linux's text for an error number.
pub fn error_text(number: i32) -> String {
    match ERRORS.iter().find(|(known, _)| *known == number) {
        Some((_, text)) => (*text).to_string(),
        None => crate::join!["Unknown error ", &crate::numbers::int_text(i64::from(number))],
    }
}

/// The subclass of OSError that `OSError(number, text)` makes.
pub fn error_class(number: i64) -> &'static TypeInfo {
    match number {
        1 | 13 => &exc::PermissionError,
        2 => &exc::FileNotFoundError,
        3 => &exc::ProcessLookupError,
        4 => &exc::InterruptedError,
        10 => &exc::ChildProcessError,
        11 | 114 | 115 => &exc::BlockingIOError,
        17 => &exc::FileExistsError,
        20 => &exc::NotADirectoryError,
        21 => &exc::IsADirectoryError,
        32 | 108 => &exc::BrokenPipeError,
        103 => &exc::ConnectionAbortedError,
        104 => &exc::ConnectionResetError,
        110 => &exc::TimeoutError,
        111 => &exc::ConnectionRefusedError,
        _ => &exc::OSError,
    }
}

/// WASI's error numbers as Linux's.
#[cfg(target_family = "wasm")]
fn linux_number(raw: i32) -> i32 {
    match raw {
        2 => 13,
        8 => 9,
        10 => 16,
        20 => 17,
        22 => 27,
        27 => 4,
        28 => 22,
        29 => 5,
        31 => 21,
        32 => 40,
        33 => 24,
        37 => 36,
        41 => 23,
        44 => 2,
        48 => 12,
        51 => 28,
        52 => 38,
        54 => 20,
        55 => 39,
        58 => 95,
        63 => 1,
        64 => 32,
        69 => 30,
        70 => 29,
        75 => 18,
        // No capability: outside the directories that the program was given.
        76 => 13,
        other => other,
    }
}

#[cfg(not(target_family = "wasm"))]
fn linux_number(raw: i32) -> i32 {
    raw
}

fn number_of(error: &Error) -> i32 {
    match error.raw_os_error() {
        Some(raw) => linux_number(raw),
        None => match error.kind() {
            ErrorKind::NotFound => 2,
            ErrorKind::PermissionDenied => 13,
            ErrorKind::AlreadyExists => 17,
            ErrorKind::InvalidInput => 22,
            ErrorKind::BrokenPipe => 32,
            // WASI's library finds no granted directory for the path; whether the file exists, nobody can say.
            _ if cfg!(target_family = "wasm") => 13,
            _ => 5,
        },
    }
}

/// The exception for a failed call, with the file's name when there is one.
#[cold]
pub fn os_error(error: &Error, file: Option<&Value>) -> PyErr {
    os_error_number(number_of(error), file)
}

/// The exception for a failed call on an open stream.
#[cold]
pub fn stream_error(error: &Error) -> PyErr {
    plain(number_of(error))
}

fn plain(number: i32) -> PyErr {
    let text = Value::from(Str::from(error_text(number)));
    error_class(i64::from(number)).own_err(vec![Value::Int(i64::from(number)), text])
}

/// The exception for error `number`.
#[cold]
pub fn os_error_number(number: i32, file: Option<&Value>) -> PyErr {
    let Some(file) = file else {
        return plain(number);
    };
    error_class(i64::from(number)).err_with(vec![
        Value::Int(i64::from(number)),
        Value::from(Str::from(error_text(number))),
        file.clone(),
    ])
}
