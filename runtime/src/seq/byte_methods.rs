//! The methods that bytes and bytearray share. Results have the receiver's type.
use crate::call::{Args, Native};
use crate::error::{exc, R};
use crate::numbers;
use crate::object::{symbols as sym, Class, Method, Ref, Str, Sym, Value};
use crate::seq::bytestring::{byte, Buffer, Bytes, Kind, BYTES};
use crate::seq::{items, position, List, Tuple, BYTEARRAY};
use crate::text::{self as kernel, Place, Side};

pub(super) const NAMES: &[Sym] = &[
    sym::capitalize,
    sym::center,
    sym::count,
    sym::decode,
    sym::endswith,
    sym::expandtabs,
    sym::find,
    sym::fromhex,
    sym::hex,
    sym::index,
    sym::isalnum,
    sym::isalpha,
    sym::isascii,
    sym::isdigit,
    sym::islower,
    sym::isspace,
    sym::istitle,
    sym::isupper,
    sym::join,
    sym::ljust,
    sym::lower,
    sym::lstrip,
    sym::maketrans,
    sym::partition,
    sym::removeprefix,
    sym::removesuffix,
    sym::replace,
    sym::rfind,
    sym::rindex,
    sym::rjust,
    sym::rpartition,
    sym::rsplit,
    sym::rstrip,
    sym::split,
    sym::splitlines,
    sym::startswith,
    sym::strip,
    sym::swapcase,
    sym::title,
    sym::translate,
    sym::upper,
    sym::zfill,
];

/// The receiver's content and type.
fn me(this: &Value) -> R<(Buffer, Kind)> {
    match Buffer::of(this) {
        Some(data) => Ok((data, Kind::of(this))),
        None => Err(items::wrong_receiver("bytes", this)),
    }
}

fn is_ascii(data: &[u8]) -> bool {
    data.is_ascii()
}

macro_rules! test {
    ($name:literal, $kernel:path) => {
        |this, args| {
            args.exactly::<0>($name)?;
            Ok(Value::Bool($kernel(&me(this)?.0)))
        }
    };
}

macro_rules! change {
    ($name:literal, $kernel:path) => {
        |this, args| {
            args.exactly::<0>($name)?;
            let (data, kind) = me(this)?;
            Ok(kind.make($kernel(&data)))
        }
    };
}

pub(super) fn bytes_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::decode => |this, args| {
            let [encoding, errors] = args.bind("decode", [sym::encoding, sym::errors], 0, 0, 2)?;
            let (encoding, errors) = (text_arg(encoding, "encoding")?, text_arg(errors, "errors")?);
            let data = me(this)?.0;
            if data.is_empty() {
                return Ok(crate::lit!(""));
            }
            crate::strings::decode(&data, encoding.as_ref(), errors.as_ref()).map(Value::from)
        },
        sym::hex => hex,
        sym::find => |this, args| {
            Ok(Value::Int(
                find(this, args, "find", false)?.map_or(-1, |at| at as i64),
            ))
        },
        sym::rfind => |this, args| {
            Ok(Value::Int(
                find(this, args, "rfind", true)?.map_or(-1, |at| at as i64),
            ))
        },
        sym::index => |this, args| found(find(this, args, "index", false)?),
        sym::rindex => |this, args| found(find(this, args, "rindex", true)?),
        sym::count => count,
        sym::startswith => |this, args| starts_or_ends(this, args, "startswith", true),
        sym::endswith => |this, args| starts_or_ends(this, args, "endswith", false),
        sym::split => |this, args| split(this, args, false),
        sym::rsplit => |this, args| split(this, args, true),
        sym::splitlines => |this, args| {
            let [keep] = args.bind("splitlines", [sym::keepends], 0, 0, 1)?;
            let keep = keep.map_or(Ok(false), Value::truth)?;
            let (data, kind) = me(this)?;
            Ok(list(kind, kernel::splitlines_bytes(&data, keep)))
        },
        sym::partition => |this, args| partition(this, args, false),
        sym::rpartition => |this, args| partition(this, args, true),
        sym::join => join,
        sym::replace => |this, args| {
            args.no_keywords("bytes.replace")?;
            let given = args.between("replace", 2, 3)?;
            let (data, kind) = me(this)?;
            let (old, new) = (Buffer::required(&given[0])?, Buffer::required(&given[1])?);
            let count = given.get(2).map_or(Ok(-1), position::size_arg)?;
            match kernel::replace_bytes(&data, &old, &new, count) {
                Some(changed) => Ok(kind.make(changed)),
                None => Ok(kind.make(data.into_vec())),
            }
        },
        sym::strip => |this, args| strip(this, args, "strip", Side::Both),
        sym::lstrip => |this, args| strip(this, args, "lstrip", Side::Left),
        sym::rstrip => |this, args| strip(this, args, "rstrip", Side::Right),
        sym::removeprefix => |this, args| {
            let [prefix] = args.exactly::<1>("bytes.removeprefix")?;
            let ((data, kind), prefix) = (me(this)?, Buffer::required(prefix)?);
            Ok(kind.make(data.strip_prefix(&*prefix).unwrap_or(&data).to_vec()))
        },
        sym::removesuffix => |this, args| {
            let [suffix] = args.exactly::<1>("bytes.removesuffix")?;
            let ((data, kind), suffix) = (me(this)?, Buffer::required(suffix)?);
            Ok(kind.make(data.strip_suffix(&*suffix).unwrap_or(&data).to_vec()))
        },
        sym::lower => change!("bytes.lower", kernel::lower_bytes),
        sym::upper => change!("bytes.upper", kernel::upper_bytes),
        sym::title => change!("bytes.title", kernel::title_bytes),
        sym::capitalize => change!("bytes.capitalize", kernel::capitalize_bytes),
        sym::swapcase => change!("bytes.swapcase", kernel::swapcase_bytes),
        sym::isalpha => test!("bytes.isalpha", kernel::is_alpha_bytes),
        sym::isdigit => test!("bytes.isdigit", kernel::is_digit_bytes),
        sym::isalnum => test!("bytes.isalnum", kernel::is_alnum_bytes),
        sym::isspace => test!("bytes.isspace", kernel::is_space_bytes),
        sym::islower => test!("bytes.islower", kernel::is_lower_bytes),
        sym::isupper => test!("bytes.isupper", kernel::is_upper_bytes),
        sym::istitle => test!("bytes.istitle", kernel::is_title_bytes),
        sym::isascii => test!("bytes.isascii", is_ascii),
        sym::center => |this, args| pad(this, args, "center", Place::Center),
        sym::ljust => |this, args| pad(this, args, "ljust", Place::Left),
        sym::rjust => |this, args| pad(this, args, "rjust", Place::Right),
        sym::zfill => |this, args| {
            let [width] = args.exactly::<1>("bytes.zfill")?;
            let (data, kind) = me(this)?;
            let missing = position::size_arg(width)?
                .saturating_sub(data.len() as i64)
                .max(0);
            let sign = usize::from(matches!(data.first(), Some(b'+' | b'-')));
            let mut out = data[..sign].to_vec();
            out.resize(sign + missing as usize, b'0');
            out.extend_from_slice(&data[sign..]);
            Ok(kind.make(out))
        },
        sym::expandtabs => expandtabs,
        sym::translate => translate,
        sym::__getnewargs__ => |this, args| {
            args.exactly::<0>("bytes.__getnewargs__")?;
            Ok(Tuple::value(vec![Bytes::value(me(this)?.0.into_vec())]))
        },
        sym::__bytes__ => |this, args| {
            args.exactly::<0>("bytes.__bytes__")?;
            Ok(Bytes::value(me(this)?.0.into_vec()))
        },
        _ => return None,
    })
}

pub(super) fn bytes_class_attr(name: Sym) -> Option<Value> {
    class_attr(name, BYTES.class())
}

pub(super) fn bytearray_class_attr(name: Sym) -> Option<Value> {
    items::no_hash(name).or_else(|| class_attr(name, BYTEARRAY.class()))
}

fn class_attr(name: Sym, class: Ref<Class>) -> Option<Value> {
    match name {
        sym::fromhex => Some(Native::class_method("fromhex", class, fromhex)),
        sym::maketrans => Some(Native::function("maketrans", maketrans)),
        _ => None,
    }
}

fn text_arg(x: Option<&Value>, name: &str) -> R<Option<Str>> {
    let Some(x) = x else { return Ok(None) };
    match x.unwrapped().as_str() {
        Some(text) => Ok(Some(text.clone())),
        None => Err(exc::TypeError.err(crate::join![
            "decode() argument '",
            name,
            "' must be str, not ",
            x.type_name().as_str()
        ])),
    }
}

fn hex(this: &Value, args: Args) -> R<Value> {
    let [sep, group] = args.bind("hex", [sym::sep, sym::bytes_per_sep], 0, 0, 2)?;
    let sep = match sep {
        None => None,
        Some(sep) => {
            let text = match sep.as_str() {
                Some(text) => text.bytes().to_vec(),
                None => match Buffer::of(sep) {
                    Some(data) => data.into_vec(),
                    None => return Err(exc::TypeError.err("sep must be str or bytes.")),
                },
            };
            match text.as_slice() {
                [one] if one.is_ascii() => Some(*one),
                [_] => return Err(exc::ValueError.err("sep must be ASCII.")),
                _ => return Err(exc::ValueError.err("sep must be length 1.")),
            }
        }
    };
    let group = group.map_or(Ok(1), position::size_arg)?;
    Ok(Value::from(Str::from_bytes(kernel::hex(
        &me(this)?.0,
        sep,
        group,
    ))))
}

fn fromhex(class: &Ref<Class>, args: Args) -> R<Value> {
    let [text] = args.exactly::<1>("bytes.fromhex")?;
    let Some(text) = text.unwrapped().as_str().cloned() else {
        let kind = text.type_name();
        return Err(exc::TypeError.err(crate::join![
            "fromhex() argument must be str, not ",
            kind.as_str()
        ]));
    };
    let data = kernel::from_hex(text.bytes())?;
    if class.is_builtin() && class.same(&BYTES.class()) {
        return Ok(Bytes::value(data));
    }
    class.value().call(&[Bytes::value(data)])
}

fn maketrans(args: Args) -> R<Value> {
    let [from, to] = args.exactly::<2>("bytes.maketrans")?;
    let (from, to) = (Buffer::required(from)?, Buffer::required(to)?);
    if from.len() != to.len() {
        return Err(exc::ValueError.err("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to.iter()) {
        table[usize::from(*from)] = *to;
    }
    Ok(Bytes::value(table))
}

/// What is searched for: a byte or a part.
fn needle(x: &Value) -> R<Vec<u8>> {
    if let Some(part) = Buffer::of(x) {
        return Ok(part.into_vec());
    }
    if position::index_value(x)?.is_some() {
        return Ok(vec![byte(x)?]);
    }
    let kind = x.type_name();
    let text = "argument should be integer or bytes-like object, not '";
    Err(exc::TypeError.err(crate::join![text, kind.as_str(), "'"]))
}

fn find(this: &Value, args: Args, function: &str, last: bool) -> R<Option<usize>> {
    let (part, start, end) = crate::strings::needle_and_range(args, function)?;
    let (data, part) = (me(this)?.0, needle(part)?);
    let (start, end) = kernel::clamp_range(start, end, data.len());
    if start > end {
        return Ok(None);
    }
    let hay = &data[start..end];
    let at = if last {
        kernel::rindex_of(hay, &part)
    } else {
        kernel::index_of(hay, &part)
    };
    Ok(at.map(|at| start + at))
}

fn found(at: Option<usize>) -> R<Value> {
    match at {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(exc::ValueError.err("subsection not found")),
    }
}

fn count(this: &Value, args: Args) -> R<Value> {
    let (part, start, end) = crate::strings::needle_and_range(args, "count")?;
    let (data, part) = (me(this)?.0, needle(part)?);
    let (start, end) = kernel::clamp_range(start, end, data.len());
    if start > end {
        return Ok(Value::Int(0));
    }
    let hay = &data[start..end];
    if part.is_empty() {
        return Ok(Value::Int(hay.len() as i64 + 1));
    }
    let (mut from, mut n) = (0, 0);
    while let Some(at) = kernel::index_of(&hay[from..], &part) {
        n += 1;
        from += at + part.len();
    }
    Ok(Value::Int(n))
}

fn starts_or_ends(this: &Value, args: Args, function: &str, front: bool) -> R<Value> {
    let (wanted, start, end) = crate::strings::needle_and_range(args, function)?;
    let data = me(this)?.0;
    let (start, end) = kernel::clamp_range(start, end, data.len());
    let hay = if start > end {
        None
    } else {
        Some(&data[start..end])
    };
    let test = |part: &[u8]| {
        hay.is_some_and(|hay| {
            if front {
                hay.starts_with(part)
            } else {
                hay.ends_with(part)
            }
        })
    };
    if let Some(part) = Buffer::of(wanted) {
        return Ok(Value::Bool(test(&part)));
    }
    let Some(options) = Tuple::of(wanted) else {
        return Err(exc::TypeError.err(crate::join![
            function,
            " first arg must be bytes or a tuple of bytes, not ",
            wanted.type_name().as_str()
        ]));
    };
    for option in options.items() {
        if test(&Buffer::required(option)?) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn list(kind: Kind, parts: Vec<&[u8]>) -> Value {
    List::value(parts.into_iter().map(|part| kind.make(part.to_vec())).collect())
}

fn split(this: &Value, args: Args, from_right: bool) -> R<Value> {
    let function = if from_right { "rsplit" } else { "split" };
    let [sep, limit] = args.bind(function, [sym::sep, sym::maxsplit], 0, 0, 2)?;
    let limit = limit.map_or(Ok(-1), numbers::index)?;
    let (data, kind) = me(this)?;
    let sep = match sep {
        None | Some(Value::None) => {
            return Ok(list(
                kind,
                if from_right {
                    kernel::rsplit_space_bytes(&data, limit)
                } else {
                    kernel::split_space_bytes(&data, limit)
                },
            ))
        }
        Some(sep) => Buffer::required(sep)?,
    };
    if sep.is_empty() {
        return Err(exc::ValueError.err("empty separator"));
    }
    Ok(list(
        kind,
        if from_right {
            kernel::rsplit_bytes(&data, &sep, limit)
        } else {
            kernel::split_bytes(&data, &sep, limit)
        },
    ))
}

fn partition(this: &Value, args: Args, from_right: bool) -> R<Value> {
    let function = if from_right {
        "bytes.rpartition"
    } else {
        "bytes.partition"
    };
    let [sep] = args.exactly::<1>(function)?;
    let ((data, kind), sep) = (me(this)?, Buffer::required(sep)?);
    if sep.is_empty() {
        return Err(exc::ValueError.err("empty separator"));
    }
    let parts = if from_right {
        kernel::rpartition(&data, &sep)
    } else {
        kernel::partition(&data, &sep)
    };
    let make = |part: &[u8]| kind.make(part.to_vec());
    Ok(Tuple::value(match parts {
        Some((before, after)) => vec![make(before), make(&sep), make(after)],
        None if from_right => vec![make(b""), make(b""), make(&data)],
        None => vec![make(&data), make(b""), make(b"")],
    }))
}

fn join(this: &Value, args: Args) -> R<Value> {
    let [parts] = args.exactly::<1>("bytes.join")?;
    let (sep, kind) = me(this)?;
    let parts = items::collect_or(parts, "can only join an iterable")?;
    let mut out = Vec::new();
    for (i, part) in parts.iter().enumerate() {
        let Some(part) = Buffer::of(part) else {
            return Err(exc::TypeError.err(crate::join![
                "sequence item ",
                &numbers::int_text(i as i64),
                ": expected a bytes-like object, ",
                part.type_name().as_str(),
                " found"
            ]));
        };
        if i > 0 {
            out.extend_from_slice(&sep);
        }
        out.extend_from_slice(&part);
    }
    Ok(kind.make(out))
}

fn strip(this: &Value, args: Args, function: &str, side: Side) -> R<Value> {
    let (data, kind) = me(this)?;
    let chars = match args.between(function, 0, 1)? {
        [] | [Value::None] => None,
        [chars, ..] => Some(Buffer::required(chars)?),
    };
    let part = kernel::strip_bytes(&data, chars.as_deref(), side);
    if part.len() == data.len() && this.cast::<Bytes>().is_some() {
        return Ok(this.clone());
    }
    Ok(kind.make(part.to_vec()))
}

fn pad(this: &Value, args: Args, function: &str, place: Place) -> R<Value> {
    args.no_keywords(function)?;
    let given = args.between(function, 1, 2)?;
    let width = position::size_arg(&given[0])?;
    let fill = match given.get(1) {
        None => b' ',
        Some(fill) => match Buffer::of(fill).as_deref() {
            Some([one]) => *one,
            _ => {
                return Err(exc::TypeError.err(crate::join![
                    function,
                    "() argument 2 must be a byte string of length 1, not ",
                    fill.type_name().as_str()
                ]))
            }
        },
    };
    let (data, kind) = me(this)?;
    Ok(kind.make(kernel::pad_bytes(&data, width, place, fill)))
}

fn expandtabs(this: &Value, args: Args) -> R<Value> {
    let [size] = args.bind("expandtabs", [sym::tabsize], 0, 0, 1)?;
    let size = size.map_or(Ok(8), position::size_arg)?;
    let (data, kind) = me(this)?;
    let (mut out, mut column) = (Vec::new(), 0i64);
    for byte in data.iter() {
        match byte {
            b'\t' if size > 0 => {
                let pad = size - column % size;
                out.resize(out.len() + pad as usize, b' ');
                column += pad;
            }
            b'\t' => {}
            b'\n' | b'\r' => {
                out.push(*byte);
                column = 0;
            }
            _ => {
                out.push(*byte);
                column += 1;
            }
        }
    }
    Ok(kind.make(out))
}

fn translate(this: &Value, args: Args) -> R<Value> {
    let [table, delete] = args.bind("translate", [sym::table, sym::delete], 1, 1, 2)?;
    let (data, kind) = me(this)?;
    let table = match table {
        None | Some(Value::None) => None,
        Some(table) => {
            let table = Buffer::required(table)?;
            if table.len() != 256 {
                return Err(exc::ValueError.err("translation table must be 256 characters long"));
            }
            Some(table)
        }
    };
    let delete = delete.map(Buffer::required).transpose()?;
    let kept = data
        .iter()
        .filter(|byte| !delete.as_ref().is_some_and(|d| d.contains(byte)));
    let mapped = kept.map(|byte| table.as_ref().map_or(*byte, |table| table[usize::from(*byte)]));
    Ok(kind.make(mapped.collect()))
}
