//! `io.StringIO`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::iter::Iter;
use crate::numbers;
use crate::object::vtable::AttrFn;
use crate::object::{symbols as sym, Class, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::program::raw::unsupported;
use crate::program::stream::{limit_of, lines, stream_attr};
use crate::text::{push_point, Points};
use std::cell::RefCell;

pub static STRING_IO: TypeInfo = TypeInfo {
    module: "_io",
    base: Some(&crate::program::TEXT_IO_BASE),
    subclassable: true,
    new: Some(string_io_new),
    method,
    field,
    ..TypeInfo::plain("StringIO")
};

struct State {
    points: Vec<u32>,
    at: usize,
    closed: bool,
}

pub struct StringIo(RefCell<State>);

fn string_io_new(_: &Ref<Class>, args: Args) -> R<Value> {
    let [initial, newline] = args.bind("StringIO", [sym::initial_value, sym::newline], 0, 0, 2)?;
    let mut points = Vec::new();
    match initial {
        None | Some(Value::None) => {}
        Some(x) => match x.unwrapped().as_str() {
            Some(text) => points.extend(Points(text.bytes())),
            None => {
                return Err(exc::TypeError.err(crate::join![
                    "initial_value must be str or None, not ",
                    x.type_name().as_str()
                ]))
            }
        },
    }
    if newline.is_some_and(Value::is_none) {
        points = universal(&points);
    }
    Ok(Ref::new(StringIo(RefCell::new(State {
        points,
        at: 0,
        closed: false,
    })))
    .value())
}

/// Every line end as `\n`.
fn universal(points: &[u32]) -> Vec<u32> {
    let (cr, lf) = (u32::from(b'\r'), u32::from(b'\n'));
    let mut out = Vec::with_capacity(points.len());
    for (i, point) in points.iter().enumerate() {
        match *point {
            p if p == cr => out.push(lf),
            p if p == lf && i > 0 && points[i - 1] == cr => {}
            p => out.push(p),
        }
    }
    out
}

fn wtf8(points: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(points.len());
    for point in points {
        push_point(&mut bytes, *point);
    }
    bytes
}

impl State {
    fn check(&self) -> R<()> {
        if self.closed {
            return Err(exc::ValueError.err("I/O operation on closed file"));
        }
        Ok(())
    }

    fn take(&mut self, count: usize) -> Vec<u8> {
        let end = (self.at + count).min(self.points.len());
        let start = self.at.min(end);
        self.at = self.at.max(end);
        wtf8(&self.points[start..end])
    }

    fn read_line(&mut self, limit: Option<usize>) -> R<Vec<u8>> {
        self.check()?;
        let rest = self.points.get(self.at..).unwrap_or_default();
        let len = rest
            .iter()
            .position(|p| *p == u32::from(b'\n'))
            .map_or(rest.len(), |i| i + 1);
        Ok(self.take(len.min(limit.unwrap_or(usize::MAX))))
    }

    fn write(&mut self, text: &Str) {
        let zero = 0;
        if self.at > self.points.len() {
            self.points.resize(self.at, zero);
        }
        for point in Points(text.bytes()) {
            match self.points.get_mut(self.at) {
                Some(old) => *old = point,
                None => self.points.push(point),
            }
            self.at += 1;
        }
    }
}

impl PyObject for StringIo {
    const TYPE: &'static TypeInfo = &STRING_IO;

    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        this.0.borrow().check()?;
        Ok(Some(Iter::Object(this.value())))
    }
    fn is_iterator(_: &Ref<Self>) -> bool {
        true
    }
    fn next(this: &Ref<Self>) -> R<Option<Value>> {
        let line = this.0.borrow_mut().read_line(None)?;
        Ok(if line.is_empty() {
            None
        } else {
            Some(Value::from(Str::from_bytes(line)))
        })
    }
    const ATTR: AttrFn<Self> = Some(|this, name| stream_attr(&this.value(), &STRING_IO, name));
}

fn me(x: &Value) -> R<&Ref<StringIo>> {
    x.cast::<StringIo>()
        .ok_or_else(|| x.type_error("' object is no StringIO"))
}

fn text_value(bytes: Vec<u8>) -> Value {
    Value::from(Str::from_bytes(bytes))
}

fn write(x: &Value, text: &Value) -> R<Value> {
    let Some(text) = text.unwrapped().as_str().cloned() else {
        return Err(exc::TypeError.err(crate::join![
            "string argument expected, got '",
            text.type_name().as_str(),
            "'"
        ]));
    };
    let mut state = me(x)?.0.borrow_mut();
    state.check()?;
    state.write(&text);
    Ok(Value::Int(text.chars() as i64))
}

fn method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::read => |x, args| {
            let limit = limit_of(args, "read")?;
            let mut state = me(x)?.0.borrow_mut();
            state.check()?;
            let left = state.points.len().saturating_sub(state.at);
            Ok(text_value(state.take(limit.unwrap_or(left).min(left))))
        },
        sym::readline => |x, args| {
            let limit = limit_of(args, "readline")?;
            me(x)?.0.borrow_mut().read_line(limit).map(text_value)
        },
        sym::readlines => |x, args| {
            let hint = limit_of(args, "readlines")?;
            let this = me(x)?;
            lines(hint, || this.0.borrow_mut().read_line(None), text_value)
        },
        sym::write => |x, args| {
            let [text] = args.exactly::<1>("_io.StringIO.write")?;
            write(x, text)
        },
        sym::writelines => |x, args| {
            let [lines] = args.exactly::<1>("_io._IOBase.writelines")?;
            let mut lines = lines.iter()?;
            while let Some(line) = lines.next()? {
                write(x, &line)?;
            }
            Ok(Value::None)
        },
        sym::getvalue => |x, args| {
            args.exactly::<0>("_io.StringIO.getvalue")?;
            let state = me(x)?.0.borrow();
            state.check()?;
            Ok(text_value(wtf8(&state.points)))
        },
        sym::seek => seek,
        sym::tell => |x, args| {
            args.exactly::<0>("_io.StringIO.tell")?;
            let state = me(x)?.0.borrow();
            state.check()?;
            Ok(Value::Int(state.at as i64))
        },
        sym::truncate => |x, args| {
            let mut state = me(x)?.0.borrow_mut();
            state.check()?;
            let size = match args.between("truncate", 0, 1)? {
                [] | [Value::None] => state.at as i64,
                [size, ..] => numbers::index(size)?,
            };
            match usize::try_from(size) {
                Ok(len) => state.points.truncate(len),
                Err(_) => {
                    let size = numbers::int_text(size);
                    return Err(exc::ValueError.err(crate::join!["Negative size value ", &size]));
                }
            }
            Ok(Value::Int(size))
        },
        sym::flush => |x, _| me(x)?.0.borrow().check().map(|()| Value::None),
        sym::close => |x, _| {
            let mut state = me(x)?.0.borrow_mut();
            state.closed = true;
            state.points = Vec::new();
            Ok(Value::None)
        },
        sym::__enter__ => |x, _| me(x)?.0.borrow().check().map(|()| x.clone()),
        sym::__exit__ => |x, _| {
            me(x)?.0.borrow_mut().closed = true;
            Ok(Value::None)
        },
        sym::readable | sym::writable | sym::seekable => {
            |x, _| me(x)?.0.borrow().check().map(|()| Value::Bool(true))
        }
        sym::isatty => |x, _| me(x)?.0.borrow().check().map(|()| Value::Bool(false)),
        sym::fileno => |_, _| Err(unsupported("fileno")),
        sym::__iter__ => |x, _| Ok(x.clone()),
        sym::__next__ => |x, _| crate::builtins::next_or_stop(x),
        _ => return None,
    })
}

fn seek(x: &Value, args: Args) -> R<Value> {
    let given = args.between("seek", 1, 2)?;
    let offset = numbers::index(&given[0])?;
    let whence = given.get(1).map_or(Ok(0), numbers::index)?;
    let mut state = me(x)?.0.borrow_mut();
    state.check()?;
    state.at = match whence {
        0 => match usize::try_from(offset) {
            Ok(at) => at,
            Err(_) => {
                let offset = numbers::int_text(offset);
                return Err(exc::ValueError.err(crate::join!["Negative seek position ", &offset]));
            }
        },
        1 | 2 if offset != 0 => return Err(exc::OSError.err("Can't do nonzero cur-relative seeks")),
        1 => state.at,
        2 => state.points.len(),
        _ => {
            let whence = numbers::int_text(whence);
            return Err(exc::ValueError.err(crate::join![
                "Invalid whence (",
                &whence,
                ", should be 0, 1 or 2)"
            ]));
        }
    };
    Ok(Value::Int(state.at as i64))
}

fn field(x: &Value, name: Sym) -> R<Option<Value>> {
    Ok(match name {
        sym::closed => Some(Value::Bool(me(x)?.0.borrow().closed)),
        sym::encoding | sym::errors | sym::newlines => Some(Value::None),
        sym::line_buffering => Some(Value::Bool(false)),
        _ => None,
    })
}
