//! What list and tuple share: comparison, repr, hashing, searching, and reading an iterable into a vector.
use crate::error::{exc, PyErr, R};
use crate::object::{symbols as sym, CmpOp, Obj, Str, Sym, Value};
use crate::seq::{List, Tuple};
use std::cell::RefCell;

/// A container's items while Python code may change them.
pub trait Live {
    fn at(&self, i: usize) -> Option<Value>;
    fn count(&self) -> usize;
}

/// `a OP b` item by item: the first difference decides, else the lengths.
pub fn compare(op: CmpOp, a: &impl Live, b: &impl Live) -> R<Value> {
    if matches!(op, CmpOp::Eq | CmpOp::Ne) && a.count() != b.count() {
        return Ok(Value::Bool(op == CmpOp::Ne));
    }
    let _frame = deeper(" in comparison")?;
    let mut i = 0;
    while let (Some(x), Some(y)) = (a.at(i), b.at(i)) {
        if !x.same_or_eq(&y)? {
            return match op {
                CmpOp::Eq => Ok(Value::Bool(false)),
                CmpOp::Ne => Ok(Value::Bool(true)),
                _ => crate::object::ops::compare(op, &x, &y),
            };
        }
        i += 1;
    }
    Ok(Value::Bool(op.test(a.count().cmp(&b.count()))))
}

/// Where the first item is that is or equals `item`, from `start` up to `stop`.
pub fn position(items: &impl Live, item: &Value, start: usize, stop: usize) -> R<Option<usize>> {
    let mut i = start;
    while i < stop {
        let Some(x) = items.at(i) else { break };
        if x.same_or_eq(item)? {
            return Ok(Some(i));
        }
        i += 1;
    }
    Ok(None)
}

/// How many items are or equal `item`.
pub fn count(items: &impl Live, item: &Value) -> R<i64> {
    let (mut i, mut n) = (0, 0);
    while let Some(x) = items.at(i) {
        n += i64::from(x.same_or_eq(item)?);
        i += 1;
    }
    Ok(n)
}

/// One level deeper in a walk over nested containers, with RecursionError's own end for what is being done.
pub fn deeper(doing: &str) -> R<impl Drop> {
    crate::call::enter()
        .map_err(|_| exc::RecursionError.err(crate::join!["maximum recursion depth exceeded", doing]))
}

thread_local! {
    static SHOWN: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// Marks a container whose repr is being made.
pub struct Showing(());

impl Showing {
    /// None: this very container's repr is already being made.
    pub fn enter(object: &Obj) -> Option<Showing> {
        SHOWN.with_borrow_mut(|all| {
            if all.contains(&object.address()) {
                return None;
            }
            all.push(object.address());
            Some(Showing(()))
        })
    }
}

impl Drop for Showing {
    fn drop(&mut self) {
        SHOWN.with_borrow_mut(Vec::pop);
    }
}

/// `open` + the items' reprs + `close`.
pub fn repr(items: &impl Live, open: &str, close: &str) -> R<Str> {
    let _frame = deeper(" while getting the repr of an object")?;
    let mut text = open.as_bytes().to_vec();
    let mut i = 0;
    while let Some(item) = items.at(i) {
        if i > 0 {
            text.extend_from_slice(b", ");
        }
        text.extend_from_slice(item.repr()?.bytes());
        i += 1;
    }
    text.extend_from_slice(close.as_bytes());
    Ok(Str::from_bytes(text))
}

/// All items of an iterable; lists and tuples are copied without a cursor.
pub fn collect(x: &Value) -> R<Vec<Value>> {
    match exact_items(x) {
        Some(items) => Ok(items),
        None => x.iter()?.collect(),
    }
}

/// The same, with the caller's own words when `x` is not iterable.
pub fn collect_or(x: &Value, text: &str) -> R<Vec<Value>> {
    if let Some(items) = exact_items(x) {
        return Ok(items);
    }
    match x.iter() {
        Ok(iter) => iter.collect(),
        Err(e) if e.is(&exc::TypeError) => Err(exc::TypeError.err(text)),
        Err(e) => Err(e),
    }
}

fn exact_items(x: &Value) -> Option<Vec<Value>> {
    match x.cast::<List>() {
        Some(list) => Some(list.to_vec()),
        None => x.cast::<Tuple>().map(|tuple| tuple.items().to_vec()),
    }
}

/// `items * count`.
pub fn repeat(items: &[Value], count: i64) -> R<Vec<Value>> {
    /// A request of this many items fails only where memory is gone altogether, which ends the program.
    const SMALL: usize = 1 << 20;
    let total = crate::seq::repeat_len(items.len(), count)?;
    let mut all = Vec::new();
    if total <= SMALL {
        all.reserve_exact(total);
    } else if all.try_reserve_exact(total).is_err() {
        return Err(exc::MemoryError.bare_err());
    }
    if let [one] = items {
        all.resize(total, one.clone());
    } else {
        while all.len() < total {
            all.extend_from_slice(items);
        }
    }
    Ok(all)
}

/// A method of `kind` was called on something else.
#[cold]
pub fn wrong_receiver(kind: &str, x: &Value) -> PyErr {
    exc::TypeError.err(crate::join![
        "descriptor requires a '",
        kind,
        "' object but received a '",
        x.type_name().as_str(),
        "'"
    ])
}

/// `__hash__` of an unhashable type's class.
pub fn no_hash(name: Sym) -> Option<Value> {
    (name == sym::__hash__).then_some(Value::None)
}

#[cold]
pub fn unhashable(kind: &str) -> PyErr {
    exc::TypeError.err(crate::join!["unhashable type: '", kind, "'"])
}
