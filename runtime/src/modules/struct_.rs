//! `struct`: numbers and bytes in a binary layout. A format is read into fields with their offsets; packing and
//! unpacking walk the fields.
mod half;

use crate::call::{Args, Module};
use crate::error::{exc, PyErr, R};
use crate::iter::Lazy;
use crate::object::{symbols as sym, Class, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::position::{index_of, index_value, size_arg, Index};
use crate::seq::{items, view_of, Buffer, ByteArray, Bytes, Slice, Tuple};

/// `struct.error`.
#[allow(non_upper_case_globals)]
pub static error: TypeInfo = TypeInfo {
    module: "struct",
    ..exc::class("error", &exc::Exception)
};

#[derive(Clone, Copy)]
struct Field {
    code: u8,
    size: usize,
    /// How many items; the length for `s` and `p`.
    count: usize,
    offset: usize,
}

struct Layout {
    fields: Vec<Field>,
    size: usize,
    /// Values that pack takes and unpack gives.
    items: usize,
    big_endian: bool,
    native: bool,
}

#[cold]
fn fault(text: impl Into<Str>) -> PyErr {
    error.err(text)
}

/// Size of one item of a code; None: no such code.
fn size_of(code: u8, native: bool) -> Option<usize> {
    Some(match code {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' if !native => 4,
        b'l' | b'L' | b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => 8,
        _ => return None,
    })
}

impl Layout {
    fn read(format: &[u8]) -> R<Layout> {
        let (order, rest) = match format.split_first() {
            Some((order @ (b'@' | b'=' | b'<' | b'>' | b'!'), rest)) => (*order, rest),
            _ => (b'@', format),
        };
        let native = order == b'@';
        let mut layout = Layout {
            fields: Vec::new(),
            size: 0,
            items: 0,
            big_endian: matches!(order, b'>' | b'!'),
            native,
        };
        let mut at = 0;
        while at < rest.len() {
            if rest[at].is_ascii_whitespace() {
                at += 1;
                continue;
            }
            let start = at;
            while rest.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            let mut count = 1usize;
            if at > start {
                let digits = rest[start..at].iter().try_fold(0usize, |n, digit| {
                    n.checked_mul(10)?.checked_add(usize::from(digit - b'0'))
                });
                count = digits.ok_or_else(|| fault("overflow in item count"))?;
            }
            let Some(code) = rest.get(at).copied() else {
                return Err(fault("repeat count given without format specifier"));
            };
            at += 1;
            let Some(size) = size_of(code, native) else {
                return Err(fault("bad char in struct format"));
            };
            if native {
                layout.size = (layout.size + size - 1) / size * size;
            }
            layout.fields.push(Field {
                code,
                size,
                count,
                offset: layout.size,
            });
            layout.items += match code {
                b'x' => 0,
                b's' | b'p' => 1,
                _ => count,
            };
            let end = count.checked_mul(size).and_then(|n| n.checked_add(layout.size));
            layout.size = end.ok_or_else(|| fault("total struct size too long"))?;
        }
        Ok(layout)
    }

    fn of(format: &Value) -> R<Layout> {
        Layout::read(&format_bytes(format)?)
    }

    /// The bytes of the values, which are as many as the layout has items.
    fn pack(&self, values: &[Value]) -> R<Vec<u8>> {
        let mut data = vec![0; self.size];
        let mut values = values.iter();
        for field in &self.fields {
            if field.code == b'x' {
                continue;
            }
            let text = matches!(field.code, b's' | b'p');
            for n in 0..if text { 1 } else { field.count } {
                let Some(value) = values.next() else { break };
                if text {
                    put_text(
                        &mut data[field.offset..field.offset + field.count],
                        field.code,
                        value,
                    )?;
                    continue;
                }
                let word = self.encode(field.code, field.size, value).map_err(|e| {
                    let int = value.class().info.is_subtype(&crate::object::types::INT);
                    if int && e.is(&exc::OverflowError) {
                        fault("int too large to convert")
                    } else {
                        e
                    }
                })?;
                let mut item = word.to_le_bytes();
                if self.big_endian {
                    item[..field.size].reverse();
                }
                let at = field.offset + n * field.size;
                data[at..at + field.size].copy_from_slice(&item[..field.size]);
            }
        }
        Ok(data)
    }

    fn encode(&self, code: u8, size: usize, value: &Value) -> R<u64> {
        match code {
            b'?' => value.truth().map(u64::from),
            b'c' => match value.cast::<Bytes>().map(|bytes| bytes.data()) {
                Some([byte]) => Ok(u64::from(*byte)),
                _ => Err(fault("char format requires a bytes object of length 1")),
            },
            b'e' | b'f' | b'd' => {
                let number = match crate::numbers::float_value(value) {
                    Ok(Some(number)) => number,
                    Ok(None) => return Err(fault("required argument is not a float")),
                    Err(e) if e.is(&exc::TypeError) => return Err(fault("required argument is not a float")),
                    Err(e) => return Err(e),
                };
                match code {
                    b'd' => Ok(number.to_bits()),
                    b'f' => {
                        let single = number as f32;
                        if single.is_infinite() && number.is_finite() && !self.native {
                            return Err(exc::OverflowError.err("float too large to pack with f format"));
                        }
                        Ok(u64::from(single.to_bits()))
                    }
                    _ => match half::pack(number) {
                        Some(bits) => Ok(u64::from(bits)),
                        None => Err(exc::OverflowError.err("float too large to pack with e format")),
                    },
                }
            }
            _ => encode_int(code, size, self.big_endian, value),
        }
    }

    fn unpack(&self, data: &[u8]) -> Value {
        let mut values = Vec::with_capacity(self.items);
        for field in &self.fields {
            let part = &data[field.offset..field.offset + field.count * field.size];
            match field.code {
                b'x' => {}
                b's' => values.push(Bytes::value(part.to_vec())),
                b'p' => {
                    let len = part
                        .first()
                        .map_or(0, |len| usize::from(*len).min(part.len() - 1));
                    let text = if len == 0 { &[] } else { &part[1..1 + len] };
                    values.push(Bytes::value(text.to_vec()));
                }
                code => values.extend(part.chunks_exact(field.size).map(|item| self.decode(code, item))),
            }
        }
        Tuple::value(values)
    }

    fn decode(&self, code: u8, item: &[u8]) -> Value {
        let mut raw = [0; 8];
        raw[..item.len()].copy_from_slice(item);
        if self.big_endian {
            raw[..item.len()].reverse();
        }
        let word = u64::from_le_bytes(raw);
        match code {
            b'?' => Value::Bool(word != 0),
            b'c' => Bytes::value(item.to_vec()),
            b'e' => Value::Float(half::unpack(word as u16)),
            b'f' => Value::Float(f64::from(f32::from_bits(word as u32))),
            b'd' => Value::Float(f64::from_bits(word)),
            b'b' | b'h' | b'i' | b'l' | b'q' | b'n' => {
                let spare = 64 - 8 * item.len() as u32;
                Value::Int((word << spare) as i64 >> spare)
            }
            _ => Value::from(crate::int::Whole::from_u64(word)),
        }
    }
}

/// `s` is padded with zeros or cut; `p` has its length in the first byte.
fn put_text(place: &mut [u8], code: u8, value: &Value) -> R<()> {
    let kind = if code == b's' { "s" } else { "p" };
    let text = match (value.cast::<Bytes>(), ByteArray::of(value)) {
        (None, None) => {
            return Err(fault(crate::join![
                "argument for '",
                kind,
                "' must be a bytes object"
            ]));
        }
        _ => Buffer::required(value)?,
    };
    if code == b's' {
        let len = text.len().min(place.len());
        place[..len].copy_from_slice(&text[..len]);
    } else if let Some((first, rest)) = place.split_first_mut() {
        let len = text.len().min(rest.len()).min(255);
        *first = len as u8;
        rest[..len].copy_from_slice(&text[..len]);
    }
    Ok(())
}

/// The number as an unsigned word; None when it does not fit.
fn unsigned(number: &Value) -> R<Option<u64>> {
    Ok(match index_of(number)? {
        Some(Index::Fits(v)) if v >= 0 => Some(v as u64),
        Some(Index::Huge { negative: false }) => match number.rshift(&Value::Int(1))? {
            Value::Int(half) => {
                let odd = number.bitand(&Value::Int(1))?.truth()?;
                Some((half as u64) << 1 | u64::from(odd))
            }
            _ => None,
        },
        _ => None,
    })
}

fn encode_int(code: u8, size: usize, big_endian: bool, value: &Value) -> R<u64> {
    let number = match index_value(value) {
        Ok(Some(number)) => number,
        Ok(None) => return Err(fault("required argument is not an integer")),
        Err(e) => return Err(e),
    };
    let out_of_range = || {
        Err(fault(if big_endian && size == 8 {
            "int too large to convert"
        } else {
            "argument out of range"
        }))
    };
    let bits = 8 * size as u32;
    if code == b'P' {
        // An address: negative numbers wrap.
        return match number.is_lt(&Value::Int(0))? {
            true => match index_of(&number)? {
                Some(Index::Fits(v)) => Ok(v as u64),
                _ => Err(fault("int too large to convert")),
            },
            false => unsigned(&number)?.ok_or_else(|| fault("int too large to convert")),
        };
    }
    if matches!(code, b'I' | b'L' | b'Q' | b'N') || (code == b'H' && big_endian) {
        let Some(word) = unsigned(&number)? else {
            return out_of_range();
        };
        if bits < 64 && word >> bits != 0 {
            return Err(beyond(code, big_endian, 0, (1i64 << bits) - 1));
        }
        return Ok(word);
    }
    let Some(Index::Fits(v)) = index_of(&number)? else {
        return out_of_range();
    };
    let (least, most) = match code {
        b'B' | b'H' => (0, (1i64 << bits) - 1),
        _ => (-1i64 << (bits - 1), !(-1i64 << (bits - 1))),
    };
    if v < least || v > most {
        return Err(beyond(code, big_endian, least, most));
    }
    Ok(v as u64)
}

#[cold]
fn beyond(code: u8, big_endian: bool, least: i64, most: i64) -> PyErr {
    let quoted = ["'", std::str::from_utf8(&[code]).unwrap_or(""), "'"].concat();
    let name = match code {
        b'b' => "byte",
        b'B' => "ubyte",
        b'h' if !big_endian => "short",
        b'H' if !big_endian => "ushort",
        _ => &quoted,
    };
    let (least, most) = (crate::numbers::int_text(least), crate::numbers::int_text(most));
    fault(crate::join![
        name,
        " format requires ",
        &least,
        " <= number <= ",
        &most
    ])
}

fn format_bytes(format: &Value) -> R<Vec<u8>> {
    let plain = format.unwrapped();
    if let Some(text) = plain.as_str() {
        return Ok(text.bytes().to_vec());
    }
    match plain.cast::<Bytes>() {
        Some(bytes) => Ok(bytes.data().to_vec()),
        None => Err(exc::TypeError.err(crate::join![
            "Struct() argument 1 must be a str or bytes object, not ",
            format.type_name().as_str()
        ])),
    }
}

/// The format, and the arguments after it.
fn with_format<'a>(args: &Args<'a>, function: &str) -> R<(Layout, &'a [Value])> {
    args.no_keywords(function)?;
    match args.values.split_first() {
        Some((format, rest)) => Ok((Layout::of(format)?, rest)),
        None => Err(exc::TypeError.err("missing format argument")),
    }
}

fn number(n: usize) -> String {
    crate::numbers::int_text(n as i64)
}

fn check_count(layout: &Layout, function: &str, given: usize) -> R<()> {
    if layout.items == given {
        return Ok(());
    }
    Err(fault(crate::join![
        function,
        " expected ",
        &number(layout.items),
        " items for packing (got ",
        &number(given),
        ")"
    ]))
}

fn pack_values(layout: &Layout, values: &[Value]) -> R<Value> {
    check_count(layout, "pack", values.len())?;
    layout.pack(values).map(Bytes::value)
}

fn unpack_exactly(layout: &Layout, buffer: &Value) -> R<Value> {
    let data = Buffer::required(buffer)?;
    if data.len() != layout.size {
        return Err(fault(crate::join![
            "unpack requires a buffer of ",
            &number(layout.size),
            " bytes"
        ]));
    }
    Ok(layout.unpack(&data))
}

/// Where in a buffer of `len` bytes the layout fits; negative offsets count from the end.
fn fit(layout: &Layout, offset: i64, len: usize, packing: bool) -> R<usize> {
    let (function, doing) = if packing {
        ("pack_into", " bytes for packing ")
    } else {
        ("unpack_from", " bytes for unpacking ")
    };
    let shown = crate::numbers::int_text(offset);
    let mut at = offset;
    if offset < 0 {
        if offset + layout.size as i64 > 0 {
            let open = if packing {
                "no space to pack "
            } else {
                "not enough data to unpack "
            };
            return Err(fault(crate::join![
                open,
                &number(layout.size),
                " bytes at offset ",
                &shown
            ]));
        }
        at += len as i64;
        if at < 0 {
            return Err(fault(crate::join![
                "offset ",
                &shown,
                " out of range for ",
                &number(len),
                "-byte buffer"
            ]));
        }
    }
    if (len as i64) - at < layout.size as i64 {
        return Err(fault(crate::join![
            function,
            " requires a buffer of at least ",
            &crate::numbers::int_text(at.saturating_add(layout.size as i64)),
            doing,
            &number(layout.size),
            " bytes at offset ",
            &crate::numbers::int_text(at),
            " (actual buffer size is ",
            &number(len),
            ")"
        ]));
    }
    Ok(at as usize)
}

fn pack_at(layout: &Layout, rest: &[Value]) -> R<Value> {
    let [buffer, offset, values @ ..] = rest else {
        return Err(match rest {
            [] => exc::TypeError.err("pack_into expected buffer argument"),
            _ => fault("pack_into expected offset argument"),
        });
    };
    check_count(layout, "pack_into", values.len())?;
    let readonly = || {
        exc::TypeError.err(crate::join![
            "argument must be read-write bytes-like object, not ",
            buffer.type_name().as_str()
        ])
    };
    let view = view_of(buffer).map_err(|_| readonly())?;
    if view.attr(sym::readonly)?.truth()? {
        return Err(readonly());
    }
    let view = view.call_method(sym::cast, &[Value::from("B")])?;
    let at = fit(layout, size_arg(offset)?, view.len()?, true)?;
    let data = Bytes::value(layout.pack(values)?);
    let bound = |n: usize| Value::Int(n as i64);
    view.set_item(
        &Slice::value(bound(at), bound(at + layout.size), Value::None),
        data,
    )?;
    Ok(Value::None)
}

fn unpack_at(layout: &Layout, buffer: Option<&Value>, offset: Option<&Value>) -> R<Value> {
    let data = Buffer::required(buffer.unwrap_or(&Value::None))?;
    let at = fit(layout, offset.map_or(Ok(0), size_arg)?, data.len(), false)?;
    Ok(layout.unpack(&data[at..at + layout.size]))
}

static UNPACK_ITERATOR: TypeInfo = TypeInfo {
    method: Lazy::method,
    ..TypeInfo::plain("unpack_iterator")
};

fn unpack_all(layout: Layout, buffer: &Value) -> R<Value> {
    let data = Buffer::required(buffer)?;
    if layout.size == 0 {
        return Err(fault("cannot iteratively unpack with a struct of length 0"));
    }
    if data.len() % layout.size != 0 {
        return Err(fault(crate::join![
            "iterative unpacking requires a buffer of a multiple of ",
            &number(layout.size),
            " bytes"
        ]));
    }
    let mut at = 0;
    Ok(Lazy::value(&UNPACK_ITERATOR, move || {
        let part = data.get(at..at + layout.size);
        at += layout.size;
        Ok(part.map(|part| layout.unpack(part)))
    }))
}

pub fn pack(args: Args) -> R<Value> {
    let (layout, values) = with_format(&args, "pack")?;
    pack_values(&layout, values)
}

pub fn pack_into(args: Args) -> R<Value> {
    let (layout, rest) = with_format(&args, "pack_into")?;
    pack_at(&layout, rest)
}

pub fn unpack(args: Args) -> R<Value> {
    let values = args.between("unpack", 2, 2)?;
    unpack_exactly(&Layout::of(&values[0])?, &values[1])
}

pub fn unpack_from(args: Args) -> R<Value> {
    let names = [sym::format, sym::buffer, sym::offset];
    let [format, buffer, offset] = args.bind("unpack_from", names, 2, 1, 3)?;
    unpack_at(&Layout::of(format.unwrap_or(&Value::None))?, buffer, offset)
}

pub fn iter_unpack(args: Args) -> R<Value> {
    let values = args.between("iter_unpack", 2, 2)?;
    unpack_all(Layout::of(&values[0])?, &values[1])
}

pub fn calcsize(args: Args) -> R<Value> {
    let [format] = args.exactly::<1>("calcsize")?;
    Ok(Value::Int(Layout::of(format)?.size as i64))
}

/// `struct.Struct`: a format that is read once.
pub struct Compiled {
    format: Vec<u8>,
    layout: Layout,
}

static STRUCT: TypeInfo = TypeInfo {
    module: "_struct",
    new: Some(struct_new),
    method: struct_method,
    field: struct_field,
    subclassable: true,
    ..TypeInfo::plain("Struct")
};

impl PyObject for Compiled {
    const TYPE: &'static TypeInfo = &STRUCT;
}

fn struct_new(_: &Ref<Class>, args: Args) -> R<Value> {
    let [format] = args.bind("Struct", [sym::format], 1, 0, 1)?;
    let format = format_bytes(format.unwrap_or(&Value::None))?;
    let layout = Layout::read(&format)?;
    Ok(Ref::new(Compiled { format, layout }).into())
}

fn compiled(this: &Value) -> R<Ref<Compiled>> {
    match this.unwrapped().cast::<Compiled>() {
        Some(compiled) => Ok(compiled.clone()),
        None => Err(items::wrong_receiver("Struct", this)),
    }
}

fn struct_field(this: &Value, name: Sym) -> R<Option<Value>> {
    Ok(match name {
        sym::size => Some(Value::Int(compiled(this)?.layout.size as i64)),
        sym::format => Some(Value::from(Str::from_bytes(compiled(this)?.format.clone()))),
        _ => None,
    })
}

fn struct_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::pack => |this, args| pack_values(&compiled(this)?.layout, args.plain()),
        sym::unpack => |this, args| {
            let [buffer] = args.exactly::<1>("Struct.unpack")?;
            unpack_exactly(&compiled(this)?.layout, buffer)
        },
        sym::pack_into => |this, args| pack_at(&compiled(this)?.layout, args.plain()),
        sym::unpack_from => |this, args| {
            let [buffer, offset] = args.bind("unpack_from", [sym::buffer, sym::offset], 1, 0, 2)?;
            unpack_at(&compiled(this)?.layout, buffer, offset)
        },
        sym::iter_unpack => |this, args| {
            let [buffer] = args.exactly::<1>("Struct.iter_unpack")?;
            unpack_all(Layout::read(&compiled(this)?.format)?, buffer)
        },
        _ => return None,
    })
}

members! {
    values {
        Struct "Struct" STRUCT.value();
        error "error" super::error.value();
    }
    functions {
        calcsize "calcsize";
        iter_unpack "iter_unpack";
        pack "pack";
        pack_into "pack_into";
        unpack "unpack";
        unpack_from "unpack_from";
    }
}

thread_local! {
    static MODULE: Value = Module::native("struct", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
