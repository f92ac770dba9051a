//! Arguments side by side without counting them: a call borrows its arguments, so that bitwise copies of borrowed values
//! serve as well as clones.
use crate::object::{Obj, Value};
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;

/// Copies of borrowed values that are never dropped; only a shared view of them is given out.
pub struct Lent<'a, const N: usize>([ManuallyDrop<Value>; N], PhantomData<&'a Value>);

fn copy(value: &Value) -> ManuallyDrop<Value> {
    // SAFETY: the copy is not dropped, and whoever makes it keeps the borrow of the original for as long.
    ManuallyDrop::new(unsafe { std::ptr::read(value) })
}

fn copy_object(object: &Obj) -> ManuallyDrop<Value> {
    // SAFETY: as for `copy`; moving the handle into a Value does not count it.
    ManuallyDrop::new(Value::Obj(unsafe { std::ptr::read(object) }))
}

fn view(copies: &[ManuallyDrop<Value>]) -> &[Value] {
    // SAFETY: ManuallyDrop is `repr(transparent)`.
    unsafe { &*(copies as *const [ManuallyDrop<Value>] as *const [Value]) }
}

impl<'a> Lent<'a, 1> {
    pub fn object(object: &'a Obj) -> Self {
        Lent([copy_object(object)], PhantomData)
    }
}

impl<'a> Lent<'a, 2> {
    pub fn pair(object: &'a Obj, other: &'a Value) -> Self {
        Lent([copy_object(object), copy(other)], PhantomData)
    }
}

impl<'a> Lent<'a, 3> {
    pub fn triple(object: &'a Obj, second: &'a Value, third: &'a Value) -> Self {
        Lent([copy_object(object), copy(second), copy(third)], PhantomData)
    }
}

impl<const N: usize> Deref for Lent<'_, N> {
    type Target = [Value];
    #[inline]
    fn deref(&self) -> &[Value] {
        view(&self.0)
    }
}

/// Calls `f` with `first` and then the values of `rest`.
#[inline]
pub fn with_first<T>(first: &Value, rest: &[Value], f: impl FnOnce(&[Value]) -> T) -> T {
    let first = copy(first);
    match rest {
        [] => f(view(&[first])),
        [a] => f(view(&[first, copy(a)])),
        [a, b] => f(view(&[first, copy(a), copy(b)])),
        [a, b, c] => f(view(&[first, copy(a), copy(b), copy(c)])),
        more => {
            let mut all = Vec::with_capacity(more.len() + 1);
            all.push(first);
            all.extend(more.iter().map(copy));
            f(view(&all))
        }
    }
}
