//! Tuples with named fields, as C code makes them: `sys.version_info`, `time.struct_time`.
use crate::error::R;
use crate::iter::Iter;
use crate::object::vtable::AttrFn;
use crate::object::{attr, symbols as sym, BinOp, CmpOp, PyObject, Ref, Str, TypeInfo, Value};
use crate::seq::{Tuple, TUPLE};

/// The names of such a type: as its repr shows it, and of its fields; those beyond the tuple's length come last.
pub struct Shape {
    pub info: &'static TypeInfo,
    pub shown: &'static str,
    pub fields: &'static [&'static str],
}

pub struct StructSequence {
    shape: &'static Shape,
    tuple: Value,
    /// Fields that are no items (`tm_zone`).
    hidden: Vec<Value>,
}

static STRUCT_SEQUENCE: TypeInfo = TypeInfo {
    base: Some(&TUPLE),
    ..TypeInfo::plain("struct_sequence")
};

impl StructSequence {
    pub fn value(shape: &'static Shape, items: Vec<Value>, hidden: Vec<Value>) -> Value {
        Ref::new(StructSequence {
            shape,
            tuple: Tuple::value(items),
            hidden,
        })
        .value()
    }
}

impl PyObject for StructSequence {
    const TYPE: &'static TypeInfo = &STRUCT_SEQUENCE;

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        this.shape.info
    }
    fn payload(this: &Ref<Self>) -> Option<Value> {
        Some(this.tuple.clone())
    }
    fn repr(this: &Ref<Self>) -> R<Str> {
        let mut text = crate::join![this.shape.shown, "("];
        let mut items = this.tuple.iter()?;
        for (i, field) in this.shape.fields.iter().enumerate() {
            let Some(item) = items.next()? else { break };
            if i > 0 {
                text.push_str(", ");
            }
            text.push_str(field);
            text.push('=');
            text.push_str(item.repr()?.as_str());
        }
        text.push(')');
        Ok(Str::from(text))
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        this.tuple.hash()
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        this.tuple.len().map(Some)
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        this.tuple.iter().map(Some)
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        this.tuple.get_item(key)
    }
    fn contains(this: &Ref<Self>, item: &Value) -> R<Option<bool>> {
        this.tuple.contains(item).map(Some)
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        attr::payload_compare(&this.tuple, op, &other.unwrapped())
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        crate::object::ops::try_binary(op, &this.tuple, &other.unwrapped())
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        crate::object::ops::try_binary(op, other, &this.tuple)
    }
    const ATTR: AttrFn<Self> = Some(|this, name| {
        let shape = this.shape;
        if let Some(at) = shape.fields.iter().position(|field| *field == name.text()) {
            let len = this.tuple.len()?;
            return match this.hidden.get(at.wrapping_sub(len)) {
                Some(hidden) => Ok(Some(hidden.clone())),
                None => this.tuple.get_item(&Value::Int(at as i64)).map(Some),
            };
        }
        match name {
            sym::__class__ => Ok(Some(shape.info.value())),
            _ => this.tuple.find_attr(name),
        }
    });
}
