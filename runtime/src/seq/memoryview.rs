//! `memoryview`: a window of items on the bytes of another object; one dimension.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::Iter;
use crate::member;
use crate::object::{
    hash, symbols as sym, Class, CmpOp, Method, Obj, PyObject, Ref, Str, Sym, TypeInfo, Value,
};
use crate::seq::bytearray::ByteArray;
use crate::seq::bytestring::Bytes;
use crate::seq::items;
use crate::seq::number_array::Array;
use crate::seq::position::{self, place, slice_indices};
use crate::seq::typecode::Typecode;
use crate::seq::{List, Slice, Tuple};
use std::cell::Cell;

pub struct MemoryView {
    source: Value,
    code: Typecode,
    /// Byte offset of the first item, bytes from one item to the next, number of items.
    start: usize,
    stride: i64,
    count: usize,
    readonly: bool,
    released: Cell<bool>,
}

pub static MEMORYVIEW: TypeInfo = TypeInfo {
    new: Some(memoryview_new),
    method: memoryview_method,
    field: memoryview_field,
    ..TypeInfo::plain("memoryview")
};

/// Counts a view more (or less) on an object whose size must stay.
fn export(source: &Value, by: isize) {
    let exports = match (source.cast::<ByteArray>(), source.cast::<Array>()) {
        (Some(array), _) => &array.exports,
        (_, Some(array)) => &array.exports,
        _ => return,
    };
    exports.set(exports.get().wrapping_add_signed(by));
}

impl MemoryView {
    fn make(
        source: &Value,
        code: Typecode,
        start: usize,
        stride: i64,
        count: usize,
        readonly: bool,
    ) -> Value {
        export(source, 1);
        Ref::new(MemoryView {
            source: source.clone(),
            code,
            start,
            stride,
            count,
            readonly,
            released: Cell::new(false),
        })
        .into()
    }

    fn release(&self) {
        if !self.released.replace(true) {
            export(&self.source, -1);
        }
    }

    fn checked(&self) -> R<()> {
        if self.released.get() {
            return Err(exc::ValueError.err("operation forbidden on released memoryview object"));
        }
        Ok(())
    }

    fn read<T>(&self, f: impl FnOnce(&[u8]) -> T) -> T {
        if let Some(bytes) = self.source.cast::<Bytes>() {
            return f(bytes.data());
        }
        if let Some(array) = self.source.cast::<ByteArray>() {
            return array.with_bytes(|data| f(data));
        }
        match self.source.cast::<Array>() {
            Some(array) => array.with_bytes(|data| f(data)),
            None => f(&[]),
        }
    }

    fn write(&self, at: usize, new: &[u8]) {
        let put = |data: &mut Vec<u8>| data[at..at + new.len()].copy_from_slice(new);
        if let Some(array) = self.source.cast::<ByteArray>() {
            array.with_bytes(put);
        } else if let Some(array) = self.source.cast::<Array>() {
            array.with_bytes(put);
        }
    }

    fn offset(&self, i: usize) -> usize {
        (self.start as i64 + i as i64 * self.stride) as usize
    }

    fn at(&self, i: usize) -> Value {
        let (at, size) = (self.offset(i), self.code.size());
        self.read(|data| self.code.decode(&data[at..at + size]))
    }

    /// The items' bytes one after the other.
    pub fn to_vec(&self) -> Vec<u8> {
        let size = self.code.size();
        let mut all = Vec::with_capacity(self.count * size);
        self.read(|data| {
            for i in 0..self.count {
                let at = self.offset(i);
                all.extend_from_slice(&data[at..at + size]);
            }
        });
        all
    }

    fn items(&self) -> Vec<Value> {
        (0..self.count).map(|i| self.at(i)).collect()
    }

    fn subscript(&self, key: &Value) -> R<usize> {
        match position::index_of(key)? {
            Some(_) => match place(position::subscript(key, "memoryview")?, self.count) {
                Some(at) => Ok(at),
                None => Err(exc::IndexError.err("index out of bounds on dimension 1")),
            },
            None => Err(exc::TypeError.err("memoryview: invalid slice key")),
        }
    }

    fn cast_to(&self, format: &Value) -> R<Value> {
        let code = format
            .unwrapped()
            .as_str()
            .and_then(|text| match text.as_str().as_bytes() {
                [code] | [b'@', code] if *code != b'u' => match code {
                    b'c' => None,
                    code => Typecode::find(u32::from(*code)),
                },
                _ => None,
            });
        let Some(code) = code else {
            let text = "memoryview: destination format must be a native single character format prefixed with an optional '@'";
            return Err(exc::ValueError.err(text));
        };
        let bytes = self.count * self.code.size();
        if self.code.size() != 1 && code.size() != 1 {
            let text = "memoryview: cannot cast between two non-byte formats";
            return Err(exc::TypeError.err(text));
        }
        if self.stride != self.code.size() as i64 {
            return Err(exc::TypeError.err("memoryview: casts are restricted to C-contiguous views"));
        }
        if bytes % code.size() != 0 {
            return Err(exc::TypeError.err("memoryview: length is not a multiple of itemsize"));
        }
        let count = bytes / code.size();
        let stride = code.size() as i64;
        Ok(MemoryView::make(
            &self.source,
            code,
            self.start,
            stride,
            count,
            self.readonly,
        ))
    }
}

impl Drop for MemoryView {
    fn drop(&mut self) {
        self.release();
    }
}

/// A view of a whole bytes-like object.
pub fn view_of(x: &Value) -> R<Value> {
    if let Some(view) = x.cast::<MemoryView>() {
        view.checked()?;
        let MemoryView {
            source,
            code,
            start,
            stride,
            count,
            readonly,
            ..
        } = &**view;
        return Ok(MemoryView::make(
            source, *code, *start, *stride, *count, *readonly,
        ));
    }
    let plain = x.unwrapped();
    if let Some(bytes) = plain.cast::<Bytes>() {
        return Ok(MemoryView::make(
            &plain,
            Typecode(b'B'),
            0,
            1,
            bytes.data().len(),
            true,
        ));
    }
    if let Some(array) = plain.cast::<ByteArray>() {
        return Ok(MemoryView::make(&plain, Typecode(b'B'), 0, 1, array.len(), false));
    }
    if let Some(array) = plain.cast::<Array>() {
        let code = array.code();
        return Ok(MemoryView::make(
            &plain,
            code,
            0,
            code.size() as i64,
            array.len(),
            false,
        ));
    }
    Err(exc::TypeError.err(crate::join![
        "memoryview: a bytes-like object is required, not '",
        x.type_name().as_str(),
        "'"
    ]))
}

fn memoryview_new(_: &Ref<Class>, args: Args) -> R<Value> {
    let [object] = args.bind("memoryview", [sym::object], 1, 0, 1)?;
    view_of(object.unwrap_or(&Value::None))
}

fn receiver(this: &Value) -> R<&Ref<MemoryView>> {
    let view = this
        .cast::<MemoryView>()
        .ok_or_else(|| items::wrong_receiver("memoryview", this))?;
    view.checked()?;
    Ok(view)
}

fn memoryview_field(this: &Value, name: Sym) -> R<Option<Value>> {
    let known = matches!(
        name,
        sym::obj
            | sym::nbytes
            | sym::itemsize
            | sym::format
            | sym::readonly
            | sym::ndim
            | sym::shape
            | sym::strides
            | sym::suboffsets
            | sym::c_contiguous
            | sym::f_contiguous
            | sym::contiguous
    );
    if !known {
        return Ok(None);
    }
    let view = receiver(this)?;
    let size = view.code.size();
    let plain = view.stride == size as i64 || view.count < 2;
    Ok(Some(match name {
        sym::obj => view.source.clone(),
        sym::nbytes => Value::Int((view.count * size) as i64),
        sym::itemsize => Value::Int(size as i64),
        sym::format => Value::from(Str::fixed(view.code.text())),
        sym::readonly => Value::Bool(view.readonly),
        sym::ndim => Value::Int(1),
        sym::shape => Tuple::value(vec![Value::Int(view.count as i64)]),
        sym::strides => Tuple::value(vec![Value::Int(view.stride)]),
        sym::suboffsets => Tuple::value(Vec::new()),
        _ => Value::Bool(plain),
    }))
}

fn memoryview_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::tobytes => |this, args| {
            args.between("tobytes", 0, 1)?;
            Ok(Bytes::value(receiver(this)?.to_vec()))
        },
        sym::tolist => |this, args| {
            args.exactly::<0>("memoryview.tolist")?;
            Ok(List::value(receiver(this)?.items()))
        },
        sym::hex => {
            |this, args| Bytes::value(receiver(this)?.to_vec()).call_method_args(member::hex.name(), args)
        }
        sym::cast => |this, args| {
            let [format, shape] = args.bind("cast", [sym::format, sym::shape], 1, 0, 2)?;
            if shape.is_some() {
                return Err(exc::NotImplementedError.err("memoryview.cast with a shape"));
            }
            receiver(this)?.cast_to(format.unwrap_or(&Value::None))
        },
        sym::toreadonly => |this, args| {
            args.exactly::<0>("memoryview.toreadonly")?;
            let view = receiver(this)?;
            Ok(MemoryView::make(
                &view.source,
                view.code,
                view.start,
                view.stride,
                view.count,
                true,
            ))
        },
        sym::release => |this, args| {
            args.exactly::<0>("memoryview.release")?;
            if let Some(view) = this.cast::<MemoryView>() {
                view.release();
            }
            Ok(Value::None)
        },
        sym::__enter__ => |this, _| {
            receiver(this)?;
            Ok(this.clone())
        },
        sym::__exit__ => |this, _| {
            if let Some(view) = this.cast::<MemoryView>() {
                view.release();
            }
            Ok(Value::None)
        },
        _ => return None,
    })
}

#[cold]
fn structure_error() -> PyErr {
    let text = "memoryview assignment: lvalue and rvalue have different structures";
    exc::ValueError.err(text)
}

impl PyObject for MemoryView {
    const TYPE: &'static TypeInfo = &MEMORYVIEW;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let address = crate::object::address_text(this.as_obj());
        let open = if this.released.get() {
            "<released memory at "
        } else {
            "<memory at "
        };
        Ok(Str::from(crate::join![open, &address, ">"]))
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        this.checked()?;
        if !this.readonly {
            return Err(exc::ValueError.err("cannot hash writable memoryview object"));
        }
        Ok(hash::hash_bytes(&this.to_vec()))
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        this.checked()?;
        Ok(Some(this.count))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        this.checked()?;
        Ok(Some(Iter::Sequence {
            object: this.value(),
            at: 0,
        }))
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        this.checked()?;
        if let Some(slice) = key.cast::<Slice>() {
            let span = slice_indices(this.count, slice)?;
            let start = (this.start as i64 + span.start * this.stride).max(0) as usize;
            let stride = this.stride * span.step;
            return Ok(MemoryView::make(
                &this.source,
                this.code,
                start,
                stride,
                span.count,
                this.readonly,
            ));
        }
        Ok(this.at(this.subscript(key)?))
    }
    fn set_item(this: &Ref<Self>, key: &Value, value: Value) -> R<()> {
        this.checked()?;
        if this.readonly {
            return Err(exc::TypeError.err("cannot modify read-only memory"));
        }
        let Some(slice) = key.cast::<Slice>() else {
            let at = this.subscript(key)?;
            let item = this.code.encode(&value).map_err(|e| {
                let (class, text) = if e.is(&exc::TypeError) {
                    (&exc::TypeError, "memoryview: invalid type for format '")
                } else {
                    (&exc::ValueError, "memoryview: invalid value for format '")
                };
                class.err(crate::join![text, this.code.text(), "'"])
            })?;
            this.write(this.offset(at), &item[..this.code.size()]);
            return Ok(());
        };
        let span = slice_indices(this.count, slice)?;
        let new = view_of(&value).map_err(|_| {
            let kind = value.type_name();
            exc::TypeError.err(crate::join![
                "a bytes-like object is required, not '",
                kind.as_str(),
                "'"
            ])
        })?;
        let Some(new) = new.cast::<MemoryView>() else {
            return Err(structure_error());
        };
        if new.code != this.code || new.count != span.count {
            return Err(structure_error());
        }
        let (data, size) = (new.to_vec(), this.code.size());
        for (at, item) in span.places().zip(data.chunks_exact(size)) {
            this.write(this.offset(at), item);
        }
        Ok(())
    }
    fn del_item(this: &Ref<Self>, _: &Value) -> R<()> {
        this.checked()?;
        if this.readonly {
            return Err(exc::TypeError.err("cannot modify read-only memory"));
        }
        Err(exc::TypeError.err("cannot delete memory"))
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        let equal = op == CmpOp::Eq;
        if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
            return Ok(Value::NotImplemented);
        }
        let Ok(other) = view_of(other) else {
            return Ok(Value::NotImplemented);
        };
        let same = match other.cast::<MemoryView>() {
            Some(other) if other.code == this.code => this.to_vec() == other.to_vec(),
            Some(other) => List::value(this.items()).is_eq(&List::value(other.items()))?,
            None => false,
        };
        Ok(Value::Bool(same == equal))
    }
}

/// The bytes behind a view, for arguments that take any buffer.
pub(super) fn content(object: &Obj) -> Option<Vec<u8>> {
    let view = object.cast::<MemoryView>()?;
    (!view.released.get()).then(|| view.to_vec())
}
