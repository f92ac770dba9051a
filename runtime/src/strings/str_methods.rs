//! The methods of `str`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::numbers;
use crate::object::{symbols as sym, BinOp, Str, Value};
use crate::seq::Tuple;
use crate::strings::{self, arguments, codec, interpolate, split, text, translate, value_of, value_of_part};
use crate::text::{self as kernel, Place, Side, Text};

/// The receiver; always a str.
fn me(x: &Value) -> Str {
    arguments::as_str(x).unwrap_or_else(|| Str::fixed(""))
}

macro_rules! test {
    ($name:literal, $kernel:path) => {
        |x, args| {
            args.exactly::<0>($name)?;
            Ok(Value::Bool($kernel(text(&me(x)))))
        }
    };
}

macro_rules! change {
    ($name:literal, $kernel:path) => {
        |x, args| {
            args.exactly::<0>($name)?;
            Ok(value_of($kernel(text(&me(x)))))
        }
    };
}

crate::object::members::methods! {
    /// The methods of `str`.
    pub struct StrMethods;
    sym::join => |x, args| {
        let [items] = args.exactly::<1>("str.join")?;
        join(&me(x), items)
    },
    sym::split => |x, args| split::split(&me(x), args, false),
    sym::rsplit => |x, args| split::split(&me(x), args, true),
    sym::splitlines => |x, args| split::splitlines(&me(x), args),
    sym::partition => |x, args| split::partition(&me(x), args, false),
    sym::rpartition => |x, args| split::partition(&me(x), args, true),
    sym::format => |x, args| interpolate::format_with(&me(x), args),
    sym::format_map => |x, args| {
        let [mapping] = args.exactly::<1>("str.format_map")?;
        interpolate::format_map(&me(x), mapping)
    },
    sym::replace => replace,
    sym::lower => change!("str.lower", kernel::lower),
    sym::upper => change!("str.upper", kernel::upper),
    sym::title => change!("str.title", kernel::title),
    sym::capitalize => change!("str.capitalize", kernel::capitalize),
    sym::swapcase => change!("str.swapcase", kernel::swapcase),
    sym::casefold => change!("str.casefold", kernel::casefold),
    sym::strip => |x, args| strip(x, args, "strip", Side::Both),
    sym::lstrip => |x, args| strip(x, args, "lstrip", Side::Left),
    sym::rstrip => |x, args| strip(x, args, "rstrip", Side::Right),
    sym::find => |x, args| {
        Ok(Value::Int(
            find(x, args, "find", false)?.map_or(-1, |at| at as i64),
        ))
    },
    sym::rfind => |x, args| {
        Ok(Value::Int(
            find(x, args, "rfind", true)?.map_or(-1, |at| at as i64),
        ))
    },
    sym::index => |x, args| found(find(x, args, "index", false)?),
    sym::rindex => |x, args| found(find(x, args, "rindex", true)?),
    sym::count => count,
    sym::startswith => |x, args| starts_or_ends(x, args, "startswith", true),
    sym::endswith => |x, args| starts_or_ends(x, args, "endswith", false),
    sym::removeprefix => |x, args| {
        let [prefix] = args.exactly::<1>("str.removeprefix")?;
        let (s, prefix) = (me(x), arguments::only_str(prefix, "removeprefix")?);
        let rest = s.bytes().strip_prefix(prefix.bytes());
        Ok(rest.map_or_else(
            || Value::from(s.clone()),
            |rest| value_of_part(text(&s).part(rest)),
        ))
    },
    sym::removesuffix => |x, args| {
        let [suffix] = args.exactly::<1>("str.removesuffix")?;
        let (s, suffix) = (me(x), arguments::only_str(suffix, "removesuffix")?);
        let rest = s.bytes().strip_suffix(suffix.bytes());
        Ok(rest.map_or_else(
            || Value::from(s.clone()),
            |rest| value_of_part(text(&s).part(rest)),
        ))
    },
    sym::isalpha => test!("str.isalpha", kernel::is_alpha),
    sym::isdigit => test!("str.isdigit", kernel::is_digit),
    sym::isdecimal => test!("str.isdecimal", kernel::is_decimal),
    sym::isnumeric => test!("str.isnumeric", kernel::is_numeric),
    sym::isalnum => test!("str.isalnum", kernel::is_alnum),
    sym::isspace => test!("str.isspace", kernel::is_space_text),
    sym::isupper => test!("str.isupper", kernel::is_upper),
    sym::islower => test!("str.islower", kernel::is_lower),
    sym::istitle => test!("str.istitle", kernel::is_title),
    sym::isprintable => test!("str.isprintable", kernel::is_printable),
    sym::isidentifier => test!("str.isidentifier", kernel::is_identifier),
    sym::isascii => |x, args| {
        args.exactly::<0>("str.isascii")?;
        Ok(Value::Bool(me(x).is_ascii()))
    },
    sym::center => |x, args| pad(x, args, "center", Place::Center),
    sym::ljust => |x, args| pad(x, args, "ljust", Place::Left),
    sym::rjust => |x, args| pad(x, args, "rjust", Place::Right),
    sym::zfill => |x, args| {
        let [width] = args.exactly::<1>("str.zfill")?;
        Ok(value_of(kernel::zfill(text(&me(x)), width_of(width)?)))
    },
    sym::expandtabs => |x, args| {
        let [size] = args.bind("expandtabs", [sym::tabsize], 0, 0, 1)?;
        let size = size.map_or(Ok(8), numbers::to_c_int)?;
        Ok(value_of(kernel::expandtabs(text(&me(x)), i64::from(size))))
    },
    sym::translate => |x, args| {
        let [table] = args.exactly::<1>("str.translate")?;
        translate::translate(&me(x), table).map(Value::from)
    },
    sym::encode => |x, args| {
        let [encoding, errors] = args.bind("encode", [sym::encoding, sym::errors], 0, 0, 2)?;
        let encoding = encoding
            .map(|e| arguments::named_str(e, "encode", "encoding"))
            .transpose()?;
        let errors = errors
            .map(|e| arguments::named_str(e, "encode", "errors"))
            .transpose()?;
        codec::encode(&me(x), encoding.as_ref(), errors.as_ref()).map(codec::bytes_value)
    },
    sym::__getnewargs__ => |x, args| {
        args.exactly::<0>("str.__getnewargs__")?;
        Ok(Tuple::value(vec![Value::from(me(x))]))
    },
    sym::__rmod__ => |x, args| {
        let [other] = args.exactly::<1>("__rmod__")?;
        match arguments::as_str(other) {
            Some(format) => strings::percent(&format, x),
            None => Ok(Value::NotImplemented),
        }
    },
    sym::__rmul__ => |x, args| {
        let [count] = args.exactly::<1>("__rmul__")?;
        crate::object::ops::try_binary(BinOp::Mul, count, x)
    },
}

/// `s.join(items)`.
pub fn join(s: &Str, items: &Value) -> R<Value> {
    let items = match items.iter() {
        Ok(iter) => iter.collect()?,
        Err(e) if e.is(&exc::TypeError) => return Err(exc::TypeError.err("can only join an iterable")),
        Err(e) => return Err(e),
    };
    join_items(s, &items)
}

/// The same of items that are at hand. Runs no Python code.
pub fn join_items(s: &Str, items: &[Value]) -> R<Value> {
    if let [only] = items {
        if only.as_str().is_some() {
            return Ok(only.clone());
        }
    }
    let mut out = Vec::with_capacity(items.len() * (s.bytes().len() + 8));
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.extend_from_slice(s.bytes());
        }
        match item.as_str() {
            Some(item) => out.extend_from_slice(item.bytes()),
            None => match arguments::as_str(item) {
                Some(item) => out.extend_from_slice(item.bytes()),
                None => {
                    let at = numbers::int_text(at as i64);
                    return Err(exc::TypeError.err(crate::join![
                        "sequence item ",
                        &at,
                        ": expected str instance, ",
                        item.type_name().as_str(),
                        " found"
                    ]));
                }
            },
        }
    }
    Ok(Value::from(Str::from_bytes(out)))
}

fn replace(x: &Value, args: Args) -> R<Value> {
    let given = args.between("replace", 2, 3)?;
    let s = me(x);
    let old = arguments::nth_str(&given[0], "replace", 1)?;
    let new = arguments::nth_str(&given[1], "replace", 2)?;
    let count = given.get(2).map_or(Ok(-1), numbers::index)?;
    Ok(Value::from(replaced(&s, &old, &new, count)))
}

/// `s.replace(old, new, count)`.
pub fn replaced(s: &Str, old: &Str, new: &Str, count: i64) -> Str {
    match kernel::replace(text(s), text(old), text(new), count) {
        Some(changed) => strings::from_buf(changed),
        None => s.clone(),
    }
}

fn strip(x: &Value, args: Args, function: &str, side: Side) -> R<Value> {
    let s = me(x);
    match args.between(function, 0, 1)? {
        [] | [Value::None] => Ok(stripped(&s, None, side)),
        [chars, ..] => match arguments::as_str(chars) {
            Some(chars) => Ok(stripped(&s, Some(&chars), side)),
            None => Err(exc::TypeError.err(crate::join![function, " arg must be None or str"])),
        },
    }
}

/// `s.strip(chars)`, blanks for None.
pub fn stripped(s: &Str, chars: Option<&Str>, side: Side) -> Value {
    let part = match chars {
        Some(chars) => kernel::strip(text(s), text(chars), side),
        None => kernel::strip_space(text(s), side),
    };
    unless_same(s, part)
}

fn unless_same(s: &Str, part: Text) -> Value {
    if part.bytes.len() == s.bytes().len() {
        Value::from(s.clone())
    } else {
        value_of_part(part)
    }
}

fn find(x: &Value, args: Args, function: &str, last: bool) -> R<Option<usize>> {
    let (needle, start, end) = arguments::needle_and_range(args, function)?;
    Ok(find_in(&me(x), &arguments::plain_str(needle)?, start, end, last))
}

/// Where `needle` is first or last in `s[start:end]`.
pub fn find_in(s: &Str, needle: &Str, start: i64, end: i64, last: bool) -> Option<usize> {
    let (start, end) = kernel::clamp_range(start, end, s.chars());
    if start > end {
        return None;
    }
    let from = s.offset(start);
    let hay = &s.bytes()[from..s.offset(end)];
    let at = if last {
        kernel::rindex_of(hay, needle.bytes())
    } else {
        kernel::index_of(hay, needle.bytes())
    };
    at.map(|at| s.char_index(from + at))
}

fn found(at: Option<usize>) -> R<Value> {
    found_at(at).map(Value::Int)
}

/// The answer of `index`.
pub fn found_at(at: Option<usize>) -> R<i64> {
    match at {
        Some(at) => Ok(at as i64),
        None => Err(exc::ValueError.err("substring not found")),
    }
}

fn count(x: &Value, args: Args) -> R<Value> {
    let (needle, start, end) = arguments::needle_and_range(args, "count")?;
    Ok(Value::Int(count_in(
        &me(x),
        &arguments::plain_str(needle)?,
        start,
        end,
    )))
}

/// `s.count(needle, start, end)`.
pub fn count_in(s: &Str, needle: &Str, start: i64, end: i64) -> i64 {
    let (start, end) = kernel::clamp_range(start, end, s.chars());
    if start > end {
        return 0;
    }
    if needle.is_empty() {
        return (end - start) as i64 + 1;
    }
    let hay = &s.bytes()[s.offset(start)..s.offset(end)];
    kernel::count(hay, needle.bytes()) as i64
}

fn starts_or_ends(x: &Value, args: Args, function: &str, start_side: bool) -> R<Value> {
    let (needle, start, end) = arguments::needle_and_range(args, function)?;
    let s = me(x);
    let (start, end) = kernel::clamp_range(start, end, s.chars());
    let hay = if start > end {
        None
    } else {
        Some(&s.bytes()[s.offset(start)..s.offset(end)])
    };
    let test = |needle: &Str| {
        hay.is_some_and(|hay| {
            if start_side {
                hay.starts_with(needle.bytes())
            } else {
                hay.ends_with(needle.bytes())
            }
        })
    };
    if let Some(needle) = arguments::as_str(needle) {
        return Ok(Value::Bool(test(&needle)));
    }
    let plain = needle.unwrapped();
    let Some(options) = plain.cast::<Tuple>() else {
        return Err(exc::TypeError.err(crate::join![
            function,
            " first arg must be str or a tuple of str, not ",
            needle.type_name().as_str()
        ]));
    };
    for option in options.items() {
        match arguments::as_str(option) {
            Some(option) if test(&option) => return Ok(Value::Bool(true)),
            Some(_) => {}
            None => {
                return Err(exc::TypeError.err(crate::join![
                    "tuple for ",
                    function,
                    " must only contain str, not ",
                    option.type_name().as_str()
                ]))
            }
        }
    }
    Ok(Value::Bool(false))
}

/// A width that the result must be able to have.
fn width_of(x: &Value) -> R<i64> {
    checked_width(numbers::index(x)?)
}

/// The width; OverflowError when no text can be as wide.
pub fn checked_width(width: i64) -> R<i64> {
    if width > isize::MAX as i64 / 8 {
        return Err(exc::OverflowError.err("padded string is too long"));
    }
    Ok(width)
}

fn pad(x: &Value, args: Args, function: &str, place: Place) -> R<Value> {
    let given = args.between(function, 1, 2)?;
    let width = width_of(&given[0])?;
    let fill = match given.get(1) {
        None => u32::from(b' '),
        Some(fill) => match arguments::as_str(fill) {
            Some(fill) if fill.chars() == 1 => kernel::first_point(fill.bytes()),
            Some(_) => {
                return Err(exc::TypeError.err("The fill character must be exactly one character long"))
            }
            None => {
                return Err(exc::TypeError.err(crate::join![
                    "The fill character must be a unicode character, not ",
                    fill.type_name().as_str()
                ]))
            }
        },
    };
    Ok(Value::from(padded(&me(x), width, place, fill)))
}

/// `s` in a field of `width`.
pub fn padded(s: &Str, width: i64, place: Place, fill: u32) -> Str {
    if width <= s.chars() as i64 {
        return s.clone();
    }
    strings::from_buf(kernel::pad(text(s), width, place, fill))
}
