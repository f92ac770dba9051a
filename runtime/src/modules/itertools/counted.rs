//! `count` and `repeat`, whose repr tells where they stand.
use super::kind;
use crate::call::Args;
use crate::error::{exc, R};
use crate::iter::Iter;
use crate::object::{symbols as sym, Class, PyObject, Ref, Str, TypeInfo, Value};
use std::cell::{Cell, RefCell};

pub static COUNT: TypeInfo = kind(TypeInfo::plain("count"), count);
pub static REPEAT: TypeInfo = kind(TypeInfo::plain("repeat"), repeat);

pub struct Count {
    next: RefCell<Value>,
    step: Value,
}

fn count(_: &Ref<Class>, args: Args) -> R<Value> {
    let [start, step] = args.bind("count", [sym::start, sym::step], 0, 0, 2)?;
    let next = start.cloned().unwrap_or(Value::Int(0));
    let step = step.cloned().unwrap_or(Value::Int(1));
    for value in [&next, &step] {
        if crate::numbers::number(value).is_none() {
            return Err(exc::TypeError.err("a number is required"));
        }
    }
    let next = RefCell::new(next);
    Ok(Ref::new(Count { next, step }).value())
}

impl PyObject for Count {
    const TYPE: &'static TypeInfo = &COUNT;

    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Object(this.value())))
    }
    fn is_iterator(_: &Ref<Self>) -> bool {
        true
    }
    fn next(this: &Ref<Self>) -> R<Option<Value>> {
        let value = this.next.borrow().clone();
        let following = value.add(&this.step)?;
        *this.next.borrow_mut() = following;
        Ok(Some(value))
    }
    fn repr(this: &Ref<Self>) -> R<Str> {
        let next = this.next.borrow().clone();
        let mut text = crate::join!["count(", next.repr()?.as_str()];
        if !matches!(this.step, Value::Int(1)) {
            text.push_str(", ");
            text.push_str(this.step.repr()?.as_str());
        }
        text.push(')');
        Ok(Str::from(text))
    }
}

pub struct Repeat {
    object: Value,
    /// None: for ever.
    left: Cell<Option<i64>>,
}

fn repeat(_: &Ref<Class>, args: Args) -> R<Value> {
    let [object, times] = args.bind("repeat", [sym::object, sym::times], 1, 0, 2)?;
    let object = object.cloned().unwrap_or(Value::None);
    let left = Cell::new(times.map(crate::numbers::index).transpose()?.map(|n| n.max(0)));
    Ok(Ref::new(Repeat { object, left }).value())
}

impl PyObject for Repeat {
    const TYPE: &'static TypeInfo = &REPEAT;

    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Object(this.value())))
    }
    fn is_iterator(_: &Ref<Self>) -> bool {
        true
    }
    fn next(this: &Ref<Self>) -> R<Option<Value>> {
        match this.left.get() {
            Some(0) => return Ok(None),
            Some(n) => this.left.set(Some(n - 1)),
            None => {}
        }
        Ok(Some(this.object.clone()))
    }
    fn repr(this: &Ref<Self>) -> R<Str> {
        let mut text = crate::join!["repeat(", this.object.repr()?.as_str()];
        if let Some(left) = this.left.get() {
            text.push_str(", ");
            text.push_str(&crate::numbers::int_text(left));
        }
        text.push(')');
        Ok(Str::from(text))
    }
}
