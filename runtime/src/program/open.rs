//! `open()`, and the standard streams as objects.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::numbers;
use crate::object::{symbols as sym, Str, Value};
use crate::program::raw::{Device, Raw};
use crate::program::stream::{buffered_type, Stream};
use crate::program::text_layer::{Newline, TextLayer};
use crate::{program, strings};
use std::cell::RefCell;
use std::fs::OpenOptions;

/// A checked mode.
struct Mode {
    action: u8,
    plus: bool,
    binary: bool,
}

#[cold]
fn bad_value(text: &'static str) -> PyErr {
    exc::ValueError.err(Str::fixed(text))
}

impl Mode {
    fn parse(text: &Str) -> R<Mode> {
        let invalid = || {
            let shown = strings::repr(text);
            exc::ValueError.err(crate::join!["invalid mode: ", shown.as_str()])
        };
        let (mut actions, mut plus, mut binary, mut explicit_text) = (Vec::new(), 0, 0, 0);
        for letter in text.bytes() {
            match letter {
                b'r' | b'w' | b'a' | b'x' => {
                    if actions.contains(letter) {
                        return Err(invalid());
                    }
                    actions.push(*letter);
                }
                b'+' => plus += 1,
                b'b' => binary += 1,
                b't' => explicit_text += 1,
                _ => return Err(invalid()),
            }
        }
        if plus > 1 || binary > 1 || explicit_text > 1 {
            return Err(invalid());
        }
        if binary + explicit_text > 1 {
            return Err(bad_value("can't have text and binary mode at once"));
        }
        match actions.as_slice() {
            [action] => Ok(Mode {
                action: *action,
                plus: plus == 1,
                binary: binary == 1,
            }),
            [] => Err(bad_value(
                "Must have exactly one of create/read/write/append mode and at most one plus",
            )),
            _ => Err(bad_value(
                "must have exactly one of create/read/write/append mode",
            )),
        }
    }

    fn readable(&self) -> bool {
        self.action == b'r' || self.plus
    }

    fn writable(&self) -> bool {
        self.action != b'r' || self.plus
    }

    /// The mode as the file object shows it.
    fn shown(&self) -> &'static str {
        match (self.action, self.plus, self.binary) {
            (b'r', false, false) => "r",
            (b'r', true, false) => "r+",
            (b'w', false, false) => "w",
            (b'w', true, false) => "w+",
            (b'a', false, false) => "a",
            (b'a', true, false) => "a+",
            (b'x', false, false) => "x",
            (b'x', true, false) => "x+",
            (b'r', false, true) => "rb",
            (b'w', false, true) => "wb",
            (b'a', false, true) => "ab",
            (b'x', false, true) => "xb",
            (b'x', true, true) => "xb+",
            (b'a', true, true) => "ab+",
            _ => "rb+",
        }
    }
}

/// The path that a `file` argument names, as text.
pub fn path_text(file: &Value) -> R<Str> {
    let plain = file.unwrapped();
    if let Some(text) = plain.as_str() {
        return Ok(text.clone());
    }
    if let Some(bytes) = strings::bytes_of(&plain) {
        return Ok(Str::from_bytes(bytes));
    }
    if let Some(hook) = file.special(sym::__fspath__) {
        let path = hook.call(&[file.clone()])?;
        if let Some(text) = path.as_str() {
            return Ok(text.clone());
        }
    }
    Err(exc::TypeError.err(crate::join![
        "expected str, bytes or os.PathLike object, not ",
        file.type_name().as_str()
    ]))
}

fn device(file: &Value, mode: &Mode) -> R<Device> {
    if let Value::Int(number) = file {
        return match number {
            0 => Ok(Device::Stdin),
            1 => Ok(Device::Stdout),
            2 => Ok(Device::Stderr),
            _ => Err(program::os_error_number(9, None)),
        };
    }
    let path = path_text(file)?;
    if path.bytes().contains(&0) {
        return Err(bad_value("embedded null byte"));
    }
    let mut options = OpenOptions::new();
    options.read(mode.readable());
    match mode.action {
        b'r' => options.write(mode.plus),
        b'w' => options.write(true).create(true).truncate(true),
        b'a' => options.append(true).create(true),
        _ => options.write(true).create_new(true),
    };
    let failed = |e: std::io::Error| program::os_error(&e, Some(file));
    let handle = options.open(path.as_str()).map_err(failed)?;
    if handle.metadata().is_ok_and(|data| data.is_dir()) {
        return Err(program::os_error_number(21, Some(file)));
    }
    Ok(Device::File(handle))
}

fn text_option(x: Option<&Value>, name: &str) -> R<Option<Str>> {
    match x {
        None | Some(Value::None) => Ok(None),
        Some(x) => match x.as_str() {
            Some(text) => Ok(Some(text.clone())),
            None => Err(exc::TypeError.err(crate::join![
                "open() argument '",
                name,
                "' must be str or None, not ",
                x.type_name().as_str()
            ])),
        },
    }
}

/// `open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)`.
pub fn open(args: Args) -> R<Value> {
    let names = [
        sym::file,
        sym::mode,
        sym::buffering,
        sym::encoding,
        sym::errors,
        sym::newline,
        sym::closefd,
        sym::opener,
    ];
    let [file, mode, buffering, encoding, errors, newline, _, _] = args.bind("open", names, 1, 0, 8)?;
    let file = file.unwrap_or(&Value::None);
    if !matches!(file, Value::Int(_)) {
        path_text(file)?;
    }
    let mode = match mode {
        None => Mode::parse(&Str::fixed("r"))?,
        Some(mode) => match mode.as_str() {
            Some(text) => Mode::parse(text)?,
            None => {
                return Err(exc::TypeError.err(crate::join![
                    "open() argument 'mode' must be str, not ",
                    mode.type_name().as_str()
                ]))
            }
        },
    };
    let buffering = buffering.map_or(Ok(-1), numbers::index)?;
    let encoding = text_option(encoding, "encoding")?;
    let errors = text_option(errors, "errors")?;
    if mode.binary {
        let refused = [
            (
                encoding.is_some(),
                "binary mode doesn't take an encoding argument",
            ),
            (errors.is_some(), "binary mode doesn't take an errors argument"),
            (
                newline.is_some_and(|n| !n.is_none()),
                "binary mode doesn't take a newline argument",
            ),
        ];
        if let Some((_, text)) = refused.iter().find(|(given, _)| *given) {
            return Err(bad_value(text));
        }
    } else if buffering == 0 {
        return Err(bad_value("can't have unbuffered text I/O"));
    }
    let newline = Newline::of(newline)?;
    if let Some(encoding) = &encoding {
        strings::decode(b"", Some(encoding), None)?;
    }
    let raw = Raw::new(device(file, &mode)?, mode.readable(), mode.writable());
    if mode.binary {
        let info = buffered_type(mode.readable(), mode.writable());
        return Ok(Stream::binary(info, raw, file.clone(), mode.shown()));
    }
    let layer = TextLayer::new(
        encoding.unwrap_or_else(|| Str::fixed("UTF-8")),
        errors.unwrap_or_else(|| Str::fixed("strict")),
        newline,
    );
    Ok(Stream::text(raw, layer, file.clone(), mode.shown()))
}

thread_local! {
    /// The objects behind `sys.__stdin__`, `sys.__stdout__`, `sys.__stderr__`, made on first use.
    static STANDARD: RefCell<[Option<Value>; 3]> = const { RefCell::new([None, None, None]) };
}

/// The object of a standard stream: 0, 1 or 2.
pub fn standard_stream(number: usize) -> Value {
    if let Some(known) = STANDARD.with_borrow(|all| all[number].clone()) {
        return known;
    }
    let (device, name, mode, errors) = match number {
        0 => (Device::Stdin, "<stdin>", "r", "strict"),
        1 => (Device::Stdout, "<stdout>", "w", "strict"),
        _ => (Device::Stderr, "<stderr>", "w", "backslashreplace"),
    };
    let raw = Raw::new(device, number == 0, number != 0);
    let layer = TextLayer::new(Str::fixed("utf-8"), Str::fixed(errors), Newline::Universal);
    let stream = Stream::text(raw, layer, Value::from(Str::fixed(name)), mode);
    STANDARD.with_borrow_mut(|all| all[number] = Some(stream.clone()));
    stream
}
