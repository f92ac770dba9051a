//! Single steps on the items of a list without the bookkeeping of a borrow, which costs a loop over a list more than
//! the steps themselves. Each checks that nobody has the items, and ends before anybody else can run.
use crate::object::Value;
use crate::seq::position::place;
use std::cell::RefCell;

type Items = RefCell<Vec<Value>>;

/// What a Value holds inline.
///
/// # Safety
/// `read` looks at the Value and does nothing else.
pub unsafe trait Scalar: Copy {
    fn read(value: &Value) -> Option<Self>;
}

macro_rules! scalar {
    ($($type:ty, $variant:ident;)*) => {$(
        // SAFETY: a match and a copy.
        unsafe impl Scalar for $type {
            #[inline]
            fn read(value: &Value) -> Option<$type> {
                match value {
                    Value::$variant(value) => Some(*value),
                    _ => None,
                }
            }
        }
    )*};
}

scalar! {
    bool, Bool;
    i64, Int;
    f64, Float;
}

#[inline]
fn look(items: &Items) -> &Vec<Value> {
    // SAFETY: the callers, all in this file, neither call what could change the items nor keep the reference.
    match unsafe { items.try_borrow_unguarded() } {
        Ok(items) => items,
        Err(_) => taken(),
    }
}

#[cold]
#[inline(never)]
fn taken() -> ! {
    panic!("a list's items are borrowed over Python code")
}

/// `items[i]`, read as an `S`. The outer None: there is no such place; the inner: it is something else.
#[inline]
pub fn scalar_at<S: Scalar>(items: &Items, i: i64) -> Option<Option<S>> {
    let items = look(items);
    place(i, items.len()).map(|at| S::read(&items[at]))
}

/// `items[i]`.
#[inline]
pub fn clone_at(items: &Items, i: i64) -> Option<Value> {
    let items = look(items);
    place(i, items.len()).map(|at| items[at].clone())
}

/// Puts `item` at `i` and gives what was there; when there is no such place, gives `item` back as the error.
#[inline]
pub fn replace_at(items: &Items, i: i64, item: Value) -> Result<Value, Value> {
    if items.try_borrow_mut().is_err() {
        taken();
    }
    // SAFETY: nobody has the items, as just checked, and the reference is gone before anybody else can run.
    let items = unsafe { &mut *items.as_ptr() };
    match place(i, items.len()) {
        Some(at) => Ok(std::mem::replace(&mut items[at], item)),
        None => Err(item),
    }
}
