//! `bytearray`: the object and the methods that change it; the others are in `byte_methods`.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::Iter;
use crate::object::{symbols as sym, BinOp, Class, CmpOp, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::bytestring::{self, byte, index_error, Buffer, Kind};
use crate::seq::position::{self, adjust, clamp, place, size_arg, times, unpack};
use crate::seq::{byte_methods, items, Slice};
use std::cell::{Cell, RefCell, RefMut};

pub struct ByteArray {
    data: RefCell<Vec<u8>>,
    /// Memoryviews that rely on the size.
    pub(super) exports: Cell<usize>,
}

pub static BYTEARRAY: TypeInfo = TypeInfo {
    new: Some(bytearray_new),
    init: Some(bytearray_init),
    method: bytearray_method,
    class_attr: byte_methods::bytearray_class_attr,
    names: &[
        sym::append,
        sym::clear,
        sym::copy,
        sym::extend,
        sym::insert,
        sym::pop,
        sym::remove,
        sym::reverse,
    ],
    sequence: true,
    subclassable: true,
    ..TypeInfo::plain("bytearray")
};

impl ByteArray {
    pub fn value(data: Vec<u8>) -> Value {
        Ref::new(ByteArray {
            data: RefCell::new(data),
            exports: Cell::new(0),
        })
        .into()
    }
    /// The bytearray inside a bytearray or an instance of a subclass of it.
    pub fn of(x: &Value) -> Option<Ref<ByteArray>> {
        match x.cast::<ByteArray>() {
            Some(array) => Some(array.clone()),
            None => x.obj()?.payload().as_ref().and_then(ByteArray::of),
        }
    }
    pub fn to_vec(&self) -> Vec<u8> {
        self.data.borrow().clone()
    }
    pub fn get(&self, at: usize) -> Option<u8> {
        self.data.borrow().get(at).copied()
    }
    pub fn len(&self) -> usize {
        self.data.borrow().len()
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    pub fn with_bytes<T>(&self, f: impl FnOnce(&mut Vec<u8>) -> T) -> T {
        f(&mut self.data.borrow_mut())
    }
    /// The data, for a change of its size.
    pub fn resizable(&self) -> R<RefMut<'_, Vec<u8>>> {
        if self.exports.get() > 0 {
            return Err(exported());
        }
        Ok(self.data.borrow_mut())
    }
    pub fn extend(&self, more: &[u8]) -> R<()> {
        if !more.is_empty() {
            self.resizable()?.extend_from_slice(more);
        }
        Ok(())
    }

    fn set_slice(&self, slice: &Slice, value: Option<&Value>) -> R<()> {
        let bounds = unpack(slice)?;
        let new = value.map_or(Ok(Vec::new()), values_of)?;
        let span = adjust(bounds, self.len());
        if self.exports.get() > 0 && new.len() != span.count {
            return Err(exported());
        }
        let mut data = self.data.borrow_mut();
        if span.step == 1 {
            let start = span.start as usize;
            data.splice(start..start + span.count, new);
            return Ok(());
        }
        if value.is_none() || new.is_empty() {
            let gone: Vec<usize> = span.places().collect();
            let mut at = 0;
            data.retain(|_| {
                at += 1;
                !gone.contains(&(at - 1))
            });
            return Ok(());
        }
        if new.len() != span.count {
            return Err(exc::ValueError.err(crate::join![
                "attempt to assign bytes of size ",
                &crate::numbers::int_text(new.len() as i64),
                " to extended slice of size ",
                &crate::numbers::int_text(span.count as i64)
            ]));
        }
        for (at, byte) in span.places().zip(new) {
            data[at] = byte;
        }
        Ok(())
    }
}

#[cold]
fn exported() -> PyErr {
    exc::BufferError.err("Existing exports of data: object cannot be re-sized")
}

/// The bytes that a slice assignment or `extend` takes.
fn values_of(x: &Value) -> R<Vec<u8>> {
    if let Some(buffer) = Buffer::of(x) {
        return Ok(buffer.into_vec());
    }
    if x.as_str().is_some() || position::index_value(x)?.is_some() {
        let text = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
        return Err(exc::TypeError.err(text));
    }
    bytestring::build(Kind::Array, Args::positional(std::slice::from_ref(x)))
}

fn bytearray_new(_: &Ref<Class>, _: Args) -> R<Value> {
    Ok(ByteArray::value(Vec::new()))
}

fn bytearray_init(this: &Value, args: Args) -> R<Value> {
    let data = bytestring::build(Kind::Array, args)?;
    *array(this)?.data.borrow_mut() = data;
    Ok(Value::None)
}

fn array(this: &Value) -> R<Ref<ByteArray>> {
    ByteArray::of(this).ok_or_else(|| items::wrong_receiver("bytearray", this))
}

fn bytearray_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::append => |this, args| {
            let [item] = args.exactly::<1>("bytearray.append")?;
            let item = byte(item)?;
            array(this)?.resizable()?.push(item);
            Ok(Value::None)
        },
        sym::extend => |this, args| {
            let [more] = args.exactly::<1>("bytearray.extend")?;
            if Buffer::of(more).is_none() && more.iter().is_err() {
                let kind = more.type_name();
                return Err(exc::TypeError.err(crate::join!["can't extend bytearray with ", kind.as_str()]));
            }
            let more = match more.as_str() {
                Some(_) => bytestring::build(Kind::Array, Args::positional(&[more.iter()?.into_value()]))?,
                None => values_of(more)?,
            };
            array(this)?.extend(&more)?;
            Ok(Value::None)
        },
        sym::insert => |this, args| {
            args.no_keywords("bytearray.insert")?;
            let values = args.between("insert", 2, 2)?;
            let (at, item) = (size_arg(&values[0])?, byte(&values[1])?);
            let array = array(this)?;
            let mut data = array.resizable()?;
            let at = clamp(at, data.len());
            data.insert(at, item);
            Ok(Value::None)
        },
        sym::pop => |this, args| {
            args.no_keywords("bytearray.pop")?;
            let at = args.between("pop", 0, 1)?.first().map_or(Ok(-1), size_arg)?;
            let array = array(this)?;
            let mut data = array.resizable()?;
            if data.is_empty() {
                return Err(exc::IndexError.err("pop from empty bytearray"));
            }
            match place(at, data.len()) {
                Some(at) => Ok(Value::Int(i64::from(data.remove(at)))),
                None => Err(exc::IndexError.err("pop index out of range")),
            }
        },
        sym::remove => |this, args| {
            let [item] = args.exactly::<1>("bytearray.remove")?;
            let item = byte(item)?;
            let array = array(this)?;
            let mut data = array.resizable()?;
            match data.iter().position(|byte| *byte == item) {
                Some(at) => {
                    data.remove(at);
                    Ok(Value::None)
                }
                None => Err(exc::ValueError.err("value not found in bytearray")),
            }
        },
        sym::reverse => |this, args| {
            args.exactly::<0>("bytearray.reverse")?;
            array(this)?.data.borrow_mut().reverse();
            Ok(Value::None)
        },
        sym::clear => |this, args| {
            args.exactly::<0>("bytearray.clear")?;
            array(this)?.resizable()?.clear();
            Ok(Value::None)
        },
        sym::copy => |this, args| {
            args.exactly::<0>("bytearray.copy")?;
            Ok(ByteArray::value(array(this)?.to_vec()))
        },
        name => return byte_methods::bytes_method(name),
    })
}

impl PyObject for ByteArray {
    const TYPE: &'static TypeInfo = &BYTEARRAY;

    fn repr(this: &Ref<Self>) -> R<Str> {
        Self::repr_named(this, "bytearray")
    }
    fn repr_named(this: &Ref<Self>, name: &str) -> R<Str> {
        let mut text = crate::join![name, "("].into_bytes();
        text.extend(bytestring::repr(&this.data.borrow()));
        text.push(b')');
        Ok(Str::from_bytes(text))
    }
    fn hash(_: &Ref<Self>) -> R<i64> {
        Err(items::unhashable("bytearray"))
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        Ok(Some(ByteArray::len(this)))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::ByteArray {
            array: this.clone(),
            at: 0,
        }))
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        if let Value::Int(i) = key {
            let data = this.data.borrow();
            return match place(*i, data.len()) {
                Some(at) => Ok(Value::Int(i64::from(data[at]))),
                None => Err(index_error(Kind::Array)),
            };
        }
        bytestring::item(Kind::Array, &this.to_vec(), key)
    }
    fn set_item(this: &Ref<Self>, key: &Value, value: Value) -> R<()> {
        if let Some(slice) = key.cast::<Slice>() {
            return this.set_slice(slice, Some(&value));
        }
        let i = position::subscript(key, "bytearray")?;
        let item = byte(&value)?;
        let mut data = this.data.borrow_mut();
        match place(i, data.len()) {
            Some(at) => {
                data[at] = item;
                Ok(())
            }
            None => Err(index_error(Kind::Array)),
        }
    }
    fn del_item(this: &Ref<Self>, key: &Value) -> R<()> {
        if let Some(slice) = key.cast::<Slice>() {
            return this.set_slice(slice, None);
        }
        let i = position::subscript(key, "bytearray")?;
        let mut data = this.data.borrow_mut();
        match place(i, data.len()) {
            Some(at) => {
                data.remove(at);
                Ok(())
            }
            None => Err(index_error(Kind::Array)),
        }
    }
    fn contains(this: &Ref<Self>, x: &Value) -> R<Option<bool>> {
        bytestring::holds(&this.to_vec(), x).map(Some)
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        Ok(bytestring::compare(&this.to_vec(), op, other))
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        bytestring::binary(Kind::Array, &this.to_vec(), op, other)
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Mul => Self::binary(this, op, other),
            _ => Ok(Value::NotImplemented),
        }
    }
    fn inplace(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Add => match Buffer::of(other) {
                Some(_) if other.is(&this.value()) && !this.is_empty() => {
                    return Err(exported());
                }
                Some(more) => this.extend(&more)?,
                None => return Ok(Value::NotImplemented),
            },
            BinOp::Mul => match times(other)? {
                Some(count) => {
                    let old = this.data.take();
                    let total = crate::seq::repeat_len(old.len(), count)?;
                    *this.data.borrow_mut() = old.repeat(if old.is_empty() { 0 } else { total / old.len() });
                }
                None => return Ok(Value::NotImplemented),
            },
            _ => return Ok(Value::NotImplemented),
        }
        Ok(this.value())
    }
}
