//! `array.array`: numbers of one type, kept as bytes.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::Iter;
use crate::object::{symbols as sym, BinOp, Class, CmpOp, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::bytestring::{Buffer, Bytes};
use crate::seq::items::{self, Live};
use crate::seq::position::{self, adjust, clamp, place, size_arg, times, unpack, Span};
use crate::seq::typecode::Typecode;
use crate::seq::{List, Slice};
use std::cell::{Cell, RefCell, RefMut};

pub struct Array {
    code: Typecode,
    data: RefCell<Vec<u8>>,
    /// Memoryviews that rely on the size.
    pub(super) exports: Cell<usize>,
}

pub static ARRAY: TypeInfo = TypeInfo {
    module: "array",
    new: Some(array_new),
    method: array_method,
    field: array_field,
    names: &[
        sym::append,
        sym::byteswap,
        sym::count,
        sym::extend,
        sym::frombytes,
        sym::fromlist,
        sym::index,
        sym::insert,
        sym::itemsize,
        sym::pop,
        sym::remove,
        sym::reverse,
        sym::tobytes,
        sym::tolist,
        sym::typecode,
    ],
    subclassable: true,
    ..TypeInfo::plain("array")
};

#[cold]
pub(super) fn exported() -> PyErr {
    exc::BufferError.err("cannot resize an array that is exporting buffers")
}

impl Array {
    fn new(code: Typecode, data: Vec<u8>) -> Ref<Array> {
        Ref::new(Array {
            code,
            data: RefCell::new(data),
            exports: Cell::new(0),
        })
    }
    /// The array inside an array or an instance of a subclass of it.
    pub fn of(x: &Value) -> Option<Ref<Array>> {
        match x.cast::<Array>() {
            Some(array) => Some(array.clone()),
            None => x.obj()?.payload().as_ref().and_then(Array::of),
        }
    }
    pub fn code(&self) -> Typecode {
        self.code
    }
    pub fn len(&self) -> usize {
        self.data.borrow().len() / self.code.size()
    }
    pub fn is_empty(&self) -> bool {
        self.data.borrow().is_empty()
    }
    pub fn with_bytes<T>(&self, f: impl FnOnce(&mut Vec<u8>) -> T) -> T {
        f(&mut self.data.borrow_mut())
    }
    /// The data, for a change of its size.
    fn resizable(&self) -> R<RefMut<'_, Vec<u8>>> {
        if self.exports.get() > 0 {
            return Err(exported());
        }
        Ok(self.data.borrow_mut())
    }

    fn push(&self, x: &Value) -> R<()> {
        let item = self.code.encode(x)?;
        self.resizable()?.extend_from_slice(&item[..self.code.size()]);
        Ok(())
    }

    fn extend(&self, more: &Value) -> R<()> {
        if let Some(other) = Array::of(more) {
            if other.code != self.code {
                return Err(exc::TypeError.err("can only extend with array of same kind"));
            }
            let data = other.data.borrow().clone();
            self.resizable()?.extend_from_slice(&data);
            return Ok(());
        }
        let mut iter = more.iter()?;
        while let Some(item) = iter.next()? {
            self.push(&item)?;
        }
        Ok(())
    }

    fn frombytes(&self, bytes: &[u8]) -> R<()> {
        if bytes.len() % self.code.size() != 0 {
            return Err(exc::ValueError.err("bytes length not a multiple of item size"));
        }
        self.resizable()?.extend_from_slice(bytes);
        Ok(())
    }

    /// The bytes that a slice selects.
    fn pick(&self, span: Span) -> Vec<u8> {
        let (size, data) = (self.code.size(), self.data.borrow());
        span.places()
            .flat_map(|at| data[at * size..(at + 1) * size].to_vec())
            .collect()
    }

    fn set_slice(&self, slice: &Slice, value: &Value) -> R<()> {
        let bounds = unpack(slice)?;
        let Some(other) = Array::of(value) else {
            return Err(exc::TypeError.err(crate::join![
                "can only assign array (not \"",
                value.type_name().as_str(),
                "\") to array slice"
            ]));
        };
        if other.code != self.code {
            return Err(exc::TypeError.err("bad argument type for built-in operation"));
        }
        let new = other.data.borrow().clone();
        let size = self.code.size();
        let span = adjust(bounds, self.len());
        if span.step == 1 {
            let start = span.start as usize * size;
            let stop = start + span.count * size;
            if stop - start == new.len() {
                self.data.borrow_mut()[start..stop].copy_from_slice(&new);
            } else {
                self.resizable()?.splice(start..stop, new);
            }
            return Ok(());
        }
        if new.is_empty() {
            return self.remove_places(span);
        }
        if new.len() != span.count * size {
            return Err(exc::ValueError.err(crate::join![
                "attempt to assign array of size ",
                &crate::numbers::int_text((new.len() / size) as i64),
                " to extended slice of size ",
                &crate::numbers::int_text(span.count as i64)
            ]));
        }
        let mut data = self.data.borrow_mut();
        for (at, item) in span.places().zip(new.chunks_exact(size)) {
            data[at * size..(at + 1) * size].copy_from_slice(item);
        }
        Ok(())
    }

    fn remove_places(&self, span: Span) -> R<()> {
        let size = self.code.size();
        let mut gone = vec![false; self.len()];
        for at in span.places() {
            gone[at] = true;
        }
        let mut data = self.resizable()?;
        let mut at = 0;
        data.retain(|_| {
            at += 1;
            !gone[(at - 1) / size]
        });
        Ok(())
    }

    fn subscript(&self, key: &Value, text: &'static str) -> R<usize> {
        let i = match position::index_of(key)? {
            Some(_) => position::subscript(key, "array")?,
            None => return Err(exc::TypeError.err("array indices must be integers")),
        };
        place(i, self.len()).ok_or_else(|| exc::IndexError.err(text))
    }
}

impl Live for Array {
    fn at(&self, i: usize) -> Option<Value> {
        let size = self.code.size();
        let data = self.data.borrow();
        Some(self.code.decode(data.get(i * size..(i + 1) * size)?))
    }
    fn count(&self) -> usize {
        self.len()
    }
}

/// `array(typecode[, initializer])`.
fn array_new(_: &Ref<Class>, args: Args) -> R<Value> {
    let values = args.plain();
    if values.is_empty() || values.len() > 2 {
        let limit = if values.is_empty() {
            "at least 1 argument ("
        } else {
            "at most 2 arguments ("
        };
        let given = crate::numbers::int_text(values.len() as i64);
        return Err(exc::TypeError.err(crate::join!["array() takes ", limit, &given, " given)"]));
    }
    let code = values[0].unwrapped();
    let Some(code) = code.as_str().filter(|code| code.chars() == 1) else {
        return Err(exc::TypeError.err(crate::join![
            "array() argument 1 must be a unicode character, not ",
            values[0].type_name().as_str()
        ]));
    };
    let Some(code) = Typecode::find(crate::text::first_point(code.bytes())) else {
        let text = "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)";
        return Err(exc::ValueError.err(text));
    };
    let array = Array::new(code, Vec::new());
    let Some(source) = values.get(1) else {
        return Ok(array.into());
    };
    let text = source.unwrapped().as_str().is_some();
    if code.0 != b'u' {
        let from = source.cast::<Array>().is_some_and(|other| other.code.0 == b'u');
        if text || from {
            return Err(exc::TypeError.err(crate::join![
                "cannot use a ",
                if text { "str" } else { "unicode array" },
                " to initialize an array with typecode '",
                code.text(),
                "'"
            ]));
        }
    }
    let bytes_like = Array::of(source).is_none() && !text;
    match Buffer::of(source).filter(|_| bytes_like) {
        Some(bytes) => array.frombytes(&bytes)?,
        None => {
            let mut iter = source.iter()?;
            while let Some(item) = iter.next()? {
                array.push(&item)?;
            }
        }
    }
    Ok(array.into())
}

fn receiver(this: &Value) -> R<Ref<Array>> {
    Array::of(this).ok_or_else(|| items::wrong_receiver("array.array", this))
}

fn array_field(this: &Value, name: Sym) -> R<Option<Value>> {
    let Some(array) = Array::of(this) else {
        return Ok(None);
    };
    Ok(match name {
        sym::typecode => Some(Value::from(Str::fixed(array.code.text()))),
        sym::itemsize => Some(Value::Int(array.code.size() as i64)),
        _ => None,
    })
}

fn array_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::append => |this, args| {
            let [item] = args.exactly::<1>("array.append")?;
            receiver(this)?.push(item)?;
            Ok(Value::None)
        },
        sym::extend => |this, args| {
            let [more] = args.exactly::<1>("array.extend")?;
            receiver(this)?.extend(more)?;
            Ok(Value::None)
        },
        sym::insert => |this, args| {
            let values = args.between("insert", 2, 2)?;
            let array = receiver(this)?;
            let at = size_arg(&values[0])?;
            let item = array.code.encode(&values[1])?;
            let size = array.code.size();
            let at = clamp(at, array.len()) * size;
            array.resizable()?.splice(at..at, item[..size].iter().copied());
            Ok(Value::None)
        },
        sym::pop => |this, args| {
            let at = args.between("pop", 0, 1)?.first().map_or(Ok(-1), size_arg)?;
            let array = receiver(this)?;
            if array.is_empty() {
                return Err(exc::IndexError.err("pop from empty array"));
            }
            let Some(at) = place(at, array.len()) else {
                return Err(exc::IndexError.err("pop index out of range"));
            };
            let size = array.code.size();
            let gone: Vec<u8> = array.resizable()?.drain(at * size..(at + 1) * size).collect();
            Ok(array.code.decode(&gone))
        },
        sym::remove => |this, args| {
            let [item] = args.exactly::<1>("array.remove")?;
            let array = receiver(this)?;
            match items::position(&*array, item, 0, usize::MAX)? {
                Some(at) => {
                    let size = array.code.size();
                    array.resizable()?.drain(at * size..(at + 1) * size);
                    Ok(Value::None)
                }
                None => Err(exc::ValueError.err("array.remove(x): x not in array")),
            }
        },
        sym::index => |this, args| {
            let values = args.between("index", 1, 3)?;
            let array = receiver(this)?;
            let (start, stop) = super::bounds(&values[1..], array.len())?;
            match items::position(&*array, &values[0], start, stop)? {
                Some(at) => Ok(Value::Int(at as i64)),
                None => Err(exc::ValueError.err("array.index(x): x not in array")),
            }
        },
        sym::count => |this, args| {
            let [item] = args.exactly::<1>("array.count")?;
            items::count(&*receiver(this)?, item).map(Value::Int)
        },
        sym::reverse => |this, args| {
            args.exactly::<0>("array.reverse")?;
            let array = receiver(this)?;
            let span = Span {
                start: array.len() as i64 - 1,
                stop: -1,
                step: -1,
                count: array.len(),
            };
            let turned = array.pick(span);
            *array.data.borrow_mut() = turned;
            Ok(Value::None)
        },
        sym::byteswap => |this, args| {
            args.exactly::<0>("array.byteswap")?;
            let array = receiver(this)?;
            let size = array.code.size();
            array
                .data
                .borrow_mut()
                .chunks_exact_mut(size)
                .for_each(<[u8]>::reverse);
            Ok(Value::None)
        },
        sym::tolist => |this, args| {
            args.exactly::<0>("array.tolist")?;
            let array = receiver(this)?;
            Ok(List::value(
                (0..array.len()).filter_map(|i| array.at(i)).collect(),
            ))
        },
        sym::tobytes => |this, args| {
            args.exactly::<0>("array.tobytes")?;
            Ok(Bytes::value(receiver(this)?.data.borrow().clone()))
        },
        sym::frombytes => |this, args| {
            let [bytes] = args.exactly::<1>("array.frombytes")?;
            receiver(this)?.frombytes(&Buffer::required(bytes)?)?;
            Ok(Value::None)
        },
        sym::fromlist => |this, args| {
            let [list] = args.exactly::<1>("array.fromlist")?;
            let Some(list) = List::of(list) else {
                return Err(exc::TypeError.err("arg must be list"));
            };
            let array = receiver(this)?;
            let mut data = Vec::new();
            for item in list.to_vec() {
                data.extend_from_slice(&array.code.encode(&item)?[..array.code.size()]);
            }
            array.resizable()?.extend(data);
            Ok(Value::None)
        },
        sym::tounicode => |this, args| {
            args.exactly::<0>("array.tounicode")?;
            let array = receiver(this)?;
            if array.code.0 != b'u' {
                let text = "tounicode() may only be called on unicode type arrays";
                return Err(exc::ValueError.err(text));
            }
            Ok(Value::from(array.text()))
        },
        sym::__copy__ | sym::__deepcopy__ => |this, _| {
            let array = receiver(this)?;
            let data = array.data.borrow().clone();
            Ok(Array::new(array.code, data).into())
        },
        _ => return None,
    })
}

impl Array {
    fn text(&self) -> Str {
        let mut text = Vec::new();
        for item in (0..self.len()).filter_map(|i| self.at(i)) {
            if let Some(item) = item.as_str() {
                text.extend_from_slice(item.bytes());
            }
        }
        Str::from_bytes(text)
    }
}

impl PyObject for Array {
    const TYPE: &'static TypeInfo = &ARRAY;

    fn repr(this: &Ref<Self>) -> R<Str> {
        Self::repr_named(this, "array")
    }
    fn repr_named(this: &Ref<Self>, name: &str) -> R<Str> {
        let mut text = crate::join![name, "('", this.code.text(), "'"].into_bytes();
        if !this.is_empty() {
            text.extend_from_slice(b", ");
            if this.code.0 == b'u' {
                text.extend_from_slice(Value::from(this.text()).repr()?.bytes());
            } else {
                text.extend_from_slice(items::repr(&**this, "[", "]")?.bytes());
            }
        }
        text.push(b')');
        Ok(Str::from_bytes(text))
    }
    fn hash(_: &Ref<Self>) -> R<i64> {
        Err(items::unhashable("array.array"))
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        Ok(Some(Array::len(this)))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Sequence {
            object: this.value(),
            at: 0,
        }))
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        if let Some(slice) = key.cast::<Slice>() {
            let span = adjust(unpack(slice)?, Array::len(this));
            return Ok(Array::new(this.code, this.pick(span)).into());
        }
        let at = this.subscript(key, "array index out of range")?;
        Ok(this.at(at).unwrap_or(Value::None))
    }
    fn set_item(this: &Ref<Self>, key: &Value, value: Value) -> R<()> {
        if let Some(slice) = key.cast::<Slice>() {
            return this.set_slice(slice, &value);
        }
        let text = "array assignment index out of range";
        this.subscript(key, text)?;
        let item = this.code.encode(&value)?;
        let (at, size) = (this.subscript(key, text)?, this.code.size());
        this.data.borrow_mut()[at * size..(at + 1) * size].copy_from_slice(&item[..size]);
        Ok(())
    }
    fn del_item(this: &Ref<Self>, key: &Value) -> R<()> {
        if let Some(slice) = key.cast::<Slice>() {
            let span = adjust(unpack(slice)?, Array::len(this));
            return this.remove_places(span);
        }
        let at = this.subscript(key, "array assignment index out of range")?;
        let size = this.code.size();
        this.resizable()?.drain(at * size..(at + 1) * size);
        Ok(())
    }
    fn contains(this: &Ref<Self>, item: &Value) -> R<Option<bool>> {
        Ok(Some(items::position(&**this, item, 0, usize::MAX)?.is_some()))
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        match Array::of(other) {
            Some(other) => items::compare(op, &**this, &*other),
            None => Ok(Value::NotImplemented),
        }
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Add => {
                let Some(other) = Array::of(other) else {
                    return Err(exc::TypeError.err(crate::join![
                        "can only append array (not \"",
                        other.type_name().as_str(),
                        "\") to array"
                    ]));
                };
                if other.code != this.code {
                    return Err(exc::TypeError.err("bad argument type for built-in operation"));
                }
                let data = [&this.data.borrow()[..], &other.data.borrow()[..]].concat();
                Ok(Array::new(this.code, data).into())
            }
            BinOp::Mul => match times(other)? {
                Some(count) => {
                    super::repeat_len(Array::len(this), count)?;
                    let data = this.data.borrow().repeat(count.max(0) as usize);
                    Ok(Array::new(this.code, data).into())
                }
                None => Ok(Value::NotImplemented),
            },
            _ => Ok(Value::NotImplemented),
        }
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Mul => Self::binary(this, op, other),
            _ => Ok(Value::NotImplemented),
        }
    }
    fn inplace(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Add => {
                if Array::of(other).is_none() {
                    return Err(exc::TypeError.err(crate::join![
                        "can only extend with array (not \"",
                        other.type_name().as_str(),
                        "\")"
                    ]));
                }
                this.extend(other)?;
            }
            BinOp::Mul => match times(other)? {
                Some(count) => {
                    let mut data = this.resizable()?;
                    let all = data.repeat(count.max(0) as usize);
                    *data = all;
                }
                None => return Ok(Value::NotImplemented),
            },
            _ => return Ok(Value::NotImplemented),
        }
        Ok(this.value())
    }
}
