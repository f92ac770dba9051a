//! The abstract bases of `io`: what classes written in Python derive from, and what the streams are instances of.
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::{symbols as sym, Instance, Method, Sym, TypeInfo, Value};
use crate::program::raw::unsupported;
use crate::program::stream::limit_of;

#[track_caller]
const fn base(name: &'static str, base: Option<&'static TypeInfo>) -> TypeInfo {
    TypeInfo {
        module: "io",
        base,
        new: Some(|class, _| Ok(Instance::plain(class).value())),
        init: Some(|_, _| Ok(Value::None)),
        method,
        field,
        subclassable: true,
        ..TypeInfo::plain(name)
    }
}

pub static IO_BASE: TypeInfo = base("IOBase", Some(&crate::object::types::OBJECT));
pub static RAW_IO_BASE: TypeInfo = TypeInfo {
    method: raw_method,
    ..base("RawIOBase", Some(&IO_BASE))
};
pub static BUFFERED_IO_BASE: TypeInfo = base("BufferedIOBase", Some(&IO_BASE));
pub static TEXT_IO_BASE: TypeInfo = base("TextIOBase", Some(&IO_BASE));

/// The mark of a closed stream among the instance's attributes.
fn mark() -> Sym {
    Sym::intern("__IOBase_closed")
}

fn is_closed(x: &Value) -> R<bool> {
    match x.cast::<Instance>() {
        Some(object) => Ok(object.attrs.get(mark()).is_some()),
        None => Ok(false),
    }
}

fn field(x: &Value, name: Sym) -> R<Option<Value>> {
    match name {
        sym::closed => is_closed(x).map(|closed| Some(Value::Bool(closed))),
        _ => Ok(None),
    }
}

fn check_open(x: &Value) -> R<()> {
    if x.attr(sym::closed)?.truth()? {
        return Err(exc::ValueError.err("I/O operation on closed file."));
    }
    Ok(())
}

/// A line put together from `read(1)`.
fn read_line(x: &Value, limit: Option<usize>) -> R<Value> {
    let mut line: Option<Value> = None;
    let mut count = 0;
    while limit.is_none_or(|limit| count < limit) {
        let more = x.call_method(sym::read, &[Value::Int(1)])?;
        if !more.truth()? {
            line.get_or_insert(more);
            break;
        }
        count += 1;
        let ends = match more.as_str() {
            Some(text) => text.as_str() == "\n",
            None => more.get_item(&Value::Int(0))?.is_eq(&Value::Int(10))?,
        };
        line = Some(match line {
            Some(line) => line.add(&more)?,
            None => more,
        });
        if ends {
            break;
        }
    }
    Ok(line.unwrap_or(crate::strings::bytes_value(Vec::new())))
}

fn method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::close => |x, args| {
            args.exactly::<0>("close")?;
            if !x.attr(sym::closed)?.truth()? {
                x.call_method(sym::flush, &[])?;
                if let Some(object) = x.cast::<Instance>() {
                    object.attrs.set(mark(), Value::Bool(true));
                }
            }
            Ok(Value::None)
        },
        sym::flush => |x, _| check_open(x).map(|()| Value::None),
        sym::readable | sym::writable | sym::seekable | sym::isatty => {
            |x, _| check_open(x).map(|()| Value::Bool(false))
        }
        sym::seek => |_, _| Err(unsupported("seek")),
        sym::truncate => |_, _| Err(unsupported("truncate")),
        sym::fileno => |_, _| Err(unsupported("fileno")),
        sym::tell => |x, _| x.call_method(sym::seek, &[Value::Int(0), Value::Int(1)]),
        sym::__enter__ => |x, _| check_open(x).map(|()| x.clone()),
        sym::__exit__ => |x, _| x.call_method(sym::close, &[]),
        sym::__iter__ => |x, _| check_open(x).map(|()| x.clone()),
        sym::__next__ => |x, _| {
            let line = x.call_method(sym::readline, &[])?;
            match line.truth()? {
                true => Ok(line),
                false => Err(exc::StopIteration.bare_err()),
            }
        },
        sym::readline => |x, args| read_line(x, limit_of(args, "readline")?),
        sym::readlines => |x, args: Args| {
            let _ = limit_of(args, "readlines")?;
            let all = x.iter()?.collect()?;
            Ok(crate::object::list_of(all.into_iter()))
        },
        sym::writelines => |x, args| {
            let [all] = args.exactly::<1>("writelines")?;
            check_open(x)?;
            let mut all = all.iter()?;
            while let Some(line) = all.next()? {
                x.call_method(sym::write, &[line])?;
            }
            Ok(Value::None)
        },
        _ => return None,
    })
}

/// `RawIOBase`: reading by `readinto`.
fn raw_method(name: Sym) -> Option<Method> {
    (name == sym::read).then_some(|x: &Value, args: Args| {
        let limit = limit_of(args, "read")?;
        let mut all = Vec::new();
        loop {
            let size = limit.unwrap_or(8192);
            let buffer = crate::seq::ByteArray::value(vec![0; size]);
            let count = x.call_method(sym::readinto, &[buffer.clone()])?;
            if count.is_none() {
                return Ok(Value::None);
            }
            let count = crate::numbers::index(&count)?.clamp(0, size as i64) as usize;
            let bytes = crate::strings::bytes_of(&buffer).unwrap_or_default();
            all.extend_from_slice(&bytes[..count]);
            if limit.is_some() || count == 0 {
                return Ok(crate::strings::bytes_value(all));
            }
        }
    })
}
