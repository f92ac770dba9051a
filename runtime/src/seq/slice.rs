//! `slice`: what `x[a:b:c]` passes to `__getitem__`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::{symbols as sym, Class, CmpOp, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::items::{self, Live};
use crate::seq::position::{self, index_of, index_value};
use crate::seq::Tuple;

pub struct Slice {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

pub static SLICE: TypeInfo = TypeInfo {
    new: Some(slice_new),
    method: slice_method,
    field: slice_field,
    class_attr: items::no_hash,
    names: &[sym::indices, sym::start, sym::step, sym::stop],
    ..TypeInfo::plain("slice")
};

impl Slice {
    pub fn value(start: Value, stop: Value, step: Value) -> Value {
        Ref::new(Slice { start, stop, step }).into()
    }
}

impl Live for Slice {
    fn at(&self, i: usize) -> Option<Value> {
        match i {
            0 => Some(self.start.clone()),
            1 => Some(self.stop.clone()),
            2 => Some(self.step.clone()),
            _ => None,
        }
    }
    fn count(&self) -> usize {
        3
    }
}

/// `slice(stop)`, `slice(start, stop[, step])`.
fn slice_new(_: &Ref<Class>, args: Args) -> R<Value> {
    args.no_keywords("slice")?;
    let step = |values: &[Value]| values.get(2).cloned().unwrap_or(Value::None);
    match args.between("slice", 1, 3)? {
        [stop] => Ok(Slice::value(Value::None, stop.clone(), Value::None)),
        values => Ok(Slice::value(values[0].clone(), values[1].clone(), step(values))),
    }
}

fn slice_field(this: &Value, name: Sym) -> R<Option<Value>> {
    let Some(slice) = this.cast::<Slice>() else {
        return Ok(None);
    };
    Ok(match name {
        sym::start => Some(slice.start.clone()),
        sym::stop => Some(slice.stop.clone()),
        sym::step => Some(slice.step.clone()),
        _ => None,
    })
}

fn slice_method(name: Sym) -> Option<Method> {
    match name {
        sym::indices => Some(indices),
        _ => None,
    }
}

/// `slice.indices(len)` for machine-sized lengths.
fn indices(this: &Value, args: Args) -> R<Value> {
    let [len] = args.exactly::<1>("slice.indices")?;
    let Some(slice) = this.cast::<Slice>() else {
        return Err(items::wrong_receiver("slice", this));
    };
    let Some(len) = index_of(len)? else {
        return Err(len.type_error("' object cannot be interpreted as an integer"));
    };
    let len = len.clamped();
    if len < 0 {
        return Err(exc::ValueError.err("length should not be negative"));
    }
    let span = position::fit(position::unpack(slice)?, len);
    let step = match &slice.step {
        Value::None => Value::Int(1),
        step => index_value(step)?.unwrap_or(Value::Int(span.step)),
    };
    Ok(Tuple::value(vec![
        Value::Int(span.start),
        Value::Int(span.stop),
        step,
    ]))
}

impl PyObject for Slice {
    const TYPE: &'static TypeInfo = &SLICE;

    fn repr(this: &Ref<Self>) -> R<Str> {
        items::repr(&**this, "slice(", ")")
    }
    fn hash(_: &Ref<Self>) -> R<i64> {
        Err(items::unhashable("slice"))
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        match other.cast::<Slice>() {
            Some(other) if this.same(other) => Ok(Value::Bool(op.test(std::cmp::Ordering::Equal))),
            Some(other) => items::compare(op, &**this, &**other),
            None => Ok(Value::NotImplemented),
        }
    }
}
