//! Streams as Python objects: text files, binary files, `io.BytesIO`, the standard streams.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::Iter;
use crate::numbers;
use crate::object::vtable::{AttrFn, CallMethodFn};
use crate::object::{symbols as sym, Class, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::program::io_base::{BUFFERED_IO_BASE, TEXT_IO_BASE};
use crate::program::raw::{unsupported, Raw, Shared};
use crate::program::text_layer::TextLayer;
use crate::seq::List;
use crate::strings;
use std::cell::RefCell;

pub struct Stream {
    info: &'static TypeInfo,
    raw: Shared,
    /// What turns bytes into text and back; None for a binary stream.
    text: Option<RefCell<TextLayer>>,
    name: Value,
    mode: &'static str,
}

const fn stream_type(base: &'static TypeInfo, info: TypeInfo) -> TypeInfo {
    TypeInfo {
        module: "_io",
        base: Some(base),
        method,
        field,
        ..info
    }
}

pub static TEXT_FILE: TypeInfo = stream_type(&TEXT_IO_BASE, TypeInfo::plain("TextIOWrapper"));
pub static BUFFERED_READER: TypeInfo = stream_type(&BUFFERED_IO_BASE, TypeInfo::plain("BufferedReader"));
pub static BUFFERED_WRITER: TypeInfo = stream_type(&BUFFERED_IO_BASE, TypeInfo::plain("BufferedWriter"));
pub static BUFFERED_RANDOM: TypeInfo = stream_type(&BUFFERED_IO_BASE, TypeInfo::plain("BufferedRandom"));
pub static BYTES_IO: TypeInfo = TypeInfo {
    new: Some(bytes_io_new),
    subclassable: true,
    ..stream_type(&BUFFERED_IO_BASE, TypeInfo::plain("BytesIO"))
};

impl Stream {
    pub fn text(raw: Shared, layer: TextLayer, name: Value, mode: &'static str) -> Value {
        Ref::new(Stream {
            info: &TEXT_FILE,
            raw,
            text: Some(RefCell::new(layer)),
            name,
            mode,
        })
        .value()
    }

    pub fn binary(info: &'static TypeInfo, raw: Shared, name: Value, mode: &'static str) -> Value {
        Ref::new(Stream {
            info,
            raw,
            text: None,
            name,
            mode,
        })
        .value()
    }

    /// Text as a str, bytes as a bytes object.
    fn wrap(&self, bytes: Vec<u8>) -> Value {
        if self.text.is_some() {
            Value::from(Str::from_bytes(bytes))
        } else {
            strings::bytes_value(bytes)
        }
    }

    /// `read(size)`: code points of a text stream, bytes of a binary one.
    fn read(&self, limit: Option<usize>) -> R<Vec<u8>> {
        let mut raw = self.raw.borrow_mut();
        raw.check_readable()?;
        match &self.text {
            Some(layer) => layer.borrow_mut().read(&mut raw, limit),
            None => raw.read(limit),
        }
    }

    fn read_line(&self, limit: Option<usize>) -> R<Vec<u8>> {
        let mut raw = self.raw.borrow_mut();
        raw.check_readable()?;
        match &self.text {
            Some(layer) => layer.borrow_mut().read_line(&mut raw, limit),
            None => raw.read_line(limit),
        }
    }

    /// `write(x)`; how much was written.
    pub fn write(&self, x: &Value) -> R<Value> {
        let plain = x.unwrapped();
        match &self.text {
            Some(layer) => {
                let Some(text) = plain.as_str() else {
                    return Err(exc::TypeError.err(crate::join![
                        "write() argument must be str, not ",
                        x.type_name().as_str()
                    ]));
                };
                let mut raw = self.raw.borrow_mut();
                raw.check_writable()?;
                layer.borrow_mut().write(&mut raw, text)?;
                Ok(Value::Int(text.chars() as i64))
            }
            None => {
                let Some(bytes) = strings::bytes_of(&plain) else {
                    return Err(exc::TypeError.err(crate::join![
                        "a bytes-like object is required, not '",
                        x.type_name().as_str(),
                        "'"
                    ]));
                };
                let mut raw = self.raw.borrow_mut();
                raw.check_writable()?;
                raw.write(&bytes)?;
                Ok(Value::Int(bytes.len() as i64))
            }
        }
    }

    fn seek(&self, offset: i64, whence: i64) -> R<Value> {
        let mut raw = self.raw.borrow_mut();
        raw.check_open()?;
        if let Some(layer) = &self.text {
            match whence {
                0 if offset < 0 => {
                    let at = numbers::int_text(offset);
                    return Err(exc::ValueError.err(crate::join!["negative seek position ", &at]));
                }
                1 if offset != 0 => return Err(unsupported("can't do nonzero cur-relative seeks")),
                2 if offset != 0 => return Err(unsupported("can't do nonzero end-relative seeks")),
                1 => {
                    let at = layer.borrow().tell(&mut raw)?;
                    return Ok(Value::Int(at));
                }
                _ => {}
            }
            layer.borrow_mut().forget();
        } else if whence == 0 && offset < 0 {
            let at = numbers::int_text(offset);
            return Err(exc::ValueError.err(crate::join!["negative seek value ", &at]));
        }
        if !(0..=2).contains(&whence) {
            let whence = numbers::int_text(whence);
            return Err(exc::ValueError.err(crate::join![
                "invalid whence (",
                &whence,
                ", should be 0, 1 or 2)"
            ]));
        }
        raw.seek(offset, whence).map(Value::Int)
    }

    fn tell(&self) -> R<i64> {
        let mut raw = self.raw.borrow_mut();
        raw.check_open()?;
        match &self.text {
            Some(layer) => layer.borrow().tell(&mut raw),
            None => raw.tell(),
        }
    }
}

impl PyObject for Stream {
    const TYPE: &'static TypeInfo = &TEXT_FILE;
    const FINALIZE: Option<fn(&crate::object::Obj)> = Some(|object| {
        if let Some(stream) = object.cast::<Stream>() {
            if let Ok(mut raw) = stream.raw.try_borrow_mut() {
                if raw.is_file() && std::rc::Rc::strong_count(&stream.raw) == 1 {
                    let _ = raw.close();
                }
            }
        }
    });

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        this.info
    }
    fn repr(this: &Ref<Self>) -> R<Str> {
        if this.info.id == BYTES_IO.id {
            return Ok(crate::object::default_repr(this.as_obj()));
        }
        let mut text = crate::join!["<_io.", this.info.name, " name=", this.name.repr()?.as_str()];
        if let Some(layer) = &this.text {
            let encoding = layer.borrow().encoding_name().clone();
            text = crate::join![
                &text,
                " mode='",
                this.mode,
                "' encoding='",
                encoding.as_str(),
                "'"
            ];
        }
        text.push('>');
        Ok(Str::from(text))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        this.raw.borrow().check_open()?;
        Ok(Some(Iter::Object(this.value())))
    }
    fn is_iterator(_: &Ref<Self>) -> bool {
        true
    }
    fn next(this: &Ref<Self>) -> R<Option<Value>> {
        let line = this.read_line(None)?;
        Ok(if line.is_empty() {
            None
        } else {
            Some(this.wrap(line))
        })
    }
    const ATTR: AttrFn<Self> = Some(|this, name| stream_attr(&this.value(), this.info, name));
    const CALL_METHOD: CallMethodFn<Self> = Some(|this, name, args| match method(name) {
        Some(method) => method(&this.value(), args),
        None => this.value().attr(name)?.call_args(args),
    });
}

/// Attribute lookup of an object whose type is not its vtable's.
pub(super) fn stream_attr(x: &Value, info: &'static TypeInfo, name: Sym) -> R<Option<Value>> {
    if let Some(value) = info.field(x, name)? {
        return Ok(Some(value));
    }
    if let Some(method) = info.method(name) {
        return Ok(Some(crate::call::BoundMethod::builtin(x, name, method).value()));
    }
    match x {
        Value::Obj(object) => crate::object::attr::builtin_attr(object, name),
        _ => Ok(None),
    }
}

fn me(x: &Value) -> R<&Ref<Stream>> {
    x.cast::<Stream>()
        .ok_or_else(|| x.type_error("' object is no stream"))
}

/// A size argument: None and negative numbers mean no limit.
pub(super) fn limit_of(args: Args, function: &str) -> R<Option<usize>> {
    match args.between(function, 0, 1)? {
        [] | [Value::None] => Ok(None),
        [size, ..] => match numbers::index(size) {
            Ok(size) => Ok(usize::try_from(size).ok()),
            Err(e) if e.is(&exc::TypeError) => Err(exc::TypeError.err(crate::join![
                "argument should be integer or None, not '",
                size.type_name().as_str(),
                "'"
            ])),
            Err(e) => Err(e),
        },
    }
}

/// `readlines(hint=-1)` over any way to read a line.
pub(super) fn lines(
    hint: Option<usize>,
    mut read_line: impl FnMut() -> R<Vec<u8>>,
    wrap: impl Fn(Vec<u8>) -> Value,
) -> R<Value> {
    let mut lines = Vec::new();
    let mut total = 0;
    loop {
        let line = read_line()?;
        if line.is_empty() {
            break;
        }
        total += line.len();
        lines.push(wrap(line));
        if hint.is_some_and(|hint| hint > 0 && total >= hint) {
            break;
        }
    }
    Ok(List::value(lines))
}

fn method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::read | sym::read1 => |x, args| {
            let this = me(x)?;
            let limit = limit_of(args, "read")?;
            Ok(this.wrap(this.read(limit)?))
        },
        sym::readinto => |x, args| {
            let [buffer] = args.exactly::<1>("readinto")?;
            if me(x)?.text.is_some() {
                return Err(crate::object::attr::no_attribute(x, sym::readinto));
            }
            let view = crate::seq::view_of(buffer)?;
            let bytes = me(x)?.read(Some(view.len()?))?;
            let (count, none) = (Value::Int(bytes.len() as i64), Value::None);
            view.set_item(
                &crate::slice(none.clone(), count.clone(), none),
                strings::bytes_value(bytes),
            )?;
            Ok(count)
        },
        sym::readline => |x, args| {
            let this = me(x)?;
            let limit = limit_of(args, "readline")?;
            Ok(this.wrap(this.read_line(limit)?))
        },
        sym::readlines => |x, args| {
            let this = me(x)?;
            let hint = limit_of(args, "readlines")?;
            lines(hint, || this.read_line(None), |line| this.wrap(line))
        },
        sym::write => |x, args| {
            let [text] = args.exactly::<1>("write")?;
            me(x)?.write(text)
        },
        sym::writelines => |x, args| {
            let [lines] = args.exactly::<1>("writelines")?;
            let this = me(x)?;
            this.raw.borrow().check_open()?;
            let mut lines = lines.iter()?;
            while let Some(line) = lines.next()? {
                this.write(&line)?;
            }
            Ok(Value::None)
        },
        sym::seek => |x, args| {
            let given = args.between("seek", 1, 2)?;
            let whence = given.get(1).map_or(Ok(0), numbers::index)?;
            me(x)?.seek(numbers::index(&given[0])?, whence)
        },
        sym::tell => |x, args| {
            args.exactly::<0>("tell")?;
            me(x)?.tell().map(Value::Int)
        },
        sym::truncate => |x, args| {
            let this = me(x)?;
            let size = match args.between("truncate", 0, 1)? {
                [] | [Value::None] => this.tell()?,
                [size, ..] => numbers::index(size)?,
            };
            let mut raw = this.raw.borrow_mut();
            raw.check_writable()?;
            raw.truncate(size)?;
            Ok(Value::Int(size))
        },
        sym::flush => |x, args| {
            args.exactly::<0>("flush")?;
            let this = me(x)?;
            let mut raw = this.raw.borrow_mut();
            raw.check_open()?;
            raw.flush()?;
            Ok(Value::None)
        },
        sym::close => |x, args| {
            args.exactly::<0>("close")?;
            me(x)?.raw.borrow_mut().close()?;
            Ok(Value::None)
        },
        sym::__enter__ => |x, args| {
            args.exactly::<0>("__enter__")?;
            me(x)?.raw.borrow().check_open()?;
            Ok(x.clone())
        },
        sym::__exit__ => |x, _| {
            me(x)?.raw.borrow_mut().close()?;
            Ok(Value::None)
        },
        sym::__iter__ => |x, _| Ok(x.clone()),
        sym::__next__ => |x, _| crate::builtins::next_or_stop(x),
        sym::readable => |x, _| {
            let raw = me(x)?.raw.borrow();
            raw.check_open()?;
            Ok(Value::Bool(raw.readable))
        },
        sym::writable => |x, _| {
            let raw = me(x)?.raw.borrow();
            raw.check_open()?;
            Ok(Value::Bool(raw.writable))
        },
        sym::seekable => |x, _| {
            let raw = me(x)?.raw.borrow();
            raw.check_open()?;
            Ok(Value::Bool(raw.is_seekable()))
        },
        sym::isatty => |x, _| {
            me(x)?.raw.borrow().check_open()?;
            Ok(Value::Bool(false))
        },
        sym::fileno => |x, _| {
            let this = me(x)?;
            if this.info.id == BYTES_IO.id {
                return Err(unsupported("fileno"));
            }
            let raw = this.raw.borrow();
            raw.check_open()?;
            Ok(Value::Int(raw.number()))
        },
        sym::getvalue => |x, args| {
            args.exactly::<0>("getvalue")?;
            let this = me(x)?;
            if this.info.id != BYTES_IO.id {
                return Err(crate::object::attr::no_attribute(x, sym::getvalue));
            }
            let raw = this.raw.borrow();
            raw.check_open()?;
            Ok(strings::bytes_value(raw.content()))
        },
        // Text is UTF-8 whatever the arguments say; only the line buffering could change.
        sym::reconfigure => |_, _| Ok(Value::None),
        _ => return None,
    })
}

fn field(x: &Value, name: Sym) -> R<Option<Value>> {
    let Some(this) = x.cast::<Stream>() else {
        return Ok(None);
    };
    let layer = this.text.as_ref();
    Ok(match (name, layer) {
        (sym::closed, _) => Some(Value::Bool(this.raw.borrow().closed)),
        (sym::name, _) if this.info.id != BYTES_IO.id => Some(this.name.clone()),
        (sym::mode, _) if this.info.id != BYTES_IO.id => Some(Value::from(Str::fixed(this.mode))),
        (sym::encoding, Some(layer)) => Some(Value::from(layer.borrow().encoding_name().clone())),
        (sym::errors, Some(layer)) => Some(Value::from(layer.borrow().errors_name().clone())),
        (sym::newlines, Some(_)) => Some(Value::None),
        (sym::line_buffering, Some(_)) => Some(Value::Bool(false)),
        (sym::buffer, Some(_)) => {
            let raw = this.raw.clone();
            let (readable, writable) = (raw.borrow().readable, raw.borrow().writable);
            let info = buffered_type(readable, writable);
            Some(Stream::binary(info, raw, this.name.clone(), this.mode))
        }
        _ => None,
    })
}

pub(super) fn buffered_type(readable: bool, writable: bool) -> &'static TypeInfo {
    match (readable, writable) {
        (true, true) => &BUFFERED_RANDOM,
        (false, true) => &BUFFERED_WRITER,
        _ => &BUFFERED_READER,
    }
}

fn bytes_io_new(_: &Ref<Class>, args: Args) -> R<Value> {
    let [initial] = args.bind("BytesIO", [sym::initial_bytes], 0, 0, 1)?;
    let bytes = match initial {
        None | Some(Value::None) => Vec::new(),
        Some(x) => strings::bytes_of(&x.unwrapped()).ok_or_else(|| not_bytes(x))?,
    };
    let raw = Raw::new(super::raw::Device::Memory { bytes, at: 0 }, true, true);
    Ok(Stream::binary(&BYTES_IO, raw, Value::None, "rb+"))
}

#[cold]
fn not_bytes(x: &Value) -> PyErr {
    exc::TypeError.err(crate::join![
        "a bytes-like object is required, not '",
        x.type_name().as_str(),
        "'"
    ])
}
