//! Positions in sequences: what may be an index (`__index__`), and the arithmetic of slices.
use crate::error::{exc, PyErr, R};
use crate::object::ops::{self, UnaryOp};
use crate::object::Value;
use crate::seq::Slice;

/// A whole number that is to be used as a position.
pub enum Index {
    Fits(i64),
    /// Beyond a machine word: its sign.
    Huge {
        negative: bool,
    },
}

impl Index {
    /// The position, the nearest machine word when it is beyond.
    pub fn clamped(&self) -> i64 {
        match self {
            Index::Fits(i) => *i,
            Index::Huge { negative: true } => i64::MIN,
            Index::Huge { negative: false } => i64::MAX,
        }
    }
}

/// `operator.index(x)` as an int Value; None when `x` is no int and has no `__index__`.
pub fn index_value(x: &Value) -> R<Option<Value>> {
    match x {
        Value::Int(_) => Ok(Some(x.clone())),
        Value::Bool(b) => Ok(Some(Value::Int(i64::from(*b)))),
        _ => match ops::try_unary(UnaryOp::Index, x)? {
            Value::NotImplemented => Ok(None),
            Value::Bool(b) => Ok(Some(Value::Int(i64::from(b)))),
            found if is_int(&found) => Ok(Some(found)),
            other => Err(exc::TypeError.err(crate::join![
                "__index__ returned non-int (type ",
                other.type_name().as_str(),
                ")"
            ])),
        },
    }
}

fn is_int(x: &Value) -> bool {
    match x {
        Value::Int(_) => true,
        x => crate::numbers::int_ref(&x.unwrapped()).is_some(),
    }
}

/// The number that `x` means as a position; None when it is no whole number.
pub fn index_of(x: &Value) -> R<Option<Index>> {
    match index_value(x)? {
        None => Ok(None),
        Some(Value::Int(i)) => Ok(Some(Index::Fits(i))),
        Some(big) => {
            let negative = big.is_lt(&Value::Int(0))?;
            Ok(Some(Index::Huge { negative }))
        }
    }
}

/// A position given to `sequence[...]`; `kind` words the errors ("list", "tuple", "range object", "byte").
pub fn subscript(key: &Value, kind: &str) -> R<i64> {
    match index_of(key)? {
        Some(Index::Fits(i)) => Ok(i),
        Some(Index::Huge { .. }) => Err(too_big(&exc::IndexError, key)),
        None => Err(exc::TypeError.err(crate::join![
            kind,
            " indices must be integers or slices, not ",
            key.type_name().as_str()
        ])),
    }
}

/// A method's argument that must be a machine-sized whole number (`insert(i, x)`, `pop(i)`).
pub fn size_arg(x: &Value) -> R<i64> {
    match index_of(x)? {
        Some(Index::Fits(i)) => Ok(i),
        Some(Index::Huge { .. }) => {
            Err(exc::OverflowError.err("Python int too large to convert to C ssize_t"))
        }
        None => Err(x.type_error("' object cannot be interpreted as an integer")),
    }
}

/// A count that `*` can use; None when the operand is no whole number.
pub fn times(x: &Value) -> R<Option<i64>> {
    match index_of(x)? {
        Some(Index::Fits(i)) => Ok(Some(i)),
        Some(Index::Huge { .. }) => Err(too_big(&exc::OverflowError, x)),
        None => Ok(None),
    }
}

/// The optional bounds of `index(x, start, stop)`: clamped, not None.
pub fn bound_arg(x: &Value) -> R<i64> {
    match index_of(x)? {
        Some(index) => Ok(index.clamped()),
        None => Err(exc::TypeError.err("slice indices must be integers or have an __index__ method")),
    }
}

#[cold]
fn too_big(class: &'static crate::object::TypeInfo, x: &Value) -> PyErr {
    class.err(crate::join![
        "cannot fit '",
        x.type_name().as_str(),
        "' into an index-sized integer"
    ])
}

/// The place in `0..len` that index `i` means.
#[inline]
pub fn place(i: i64, len: usize) -> Option<usize> {
    let at = if i < 0 { i.wrapping_add(len as i64) } else { i };
    if (at as u64) < len as u64 {
        Some(at as usize)
    } else {
        None
    }
}

/// A bound of `insert` and `index`: negative counts from the end, then clamped to `0..=len`.
pub fn clamp(i: i64, len: usize) -> usize {
    let len = len as i64;
    let at = if i < 0 { i.saturating_add(len).max(0) } else { i };
    at.min(len) as usize
}

/// What a slice selects of a sequence: `count` places from `start`, `step` apart. `stop` matters only to an insertion.
#[derive(Clone, Copy)]
pub struct Span {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub count: usize,
}

impl Span {
    /// The selected places in order.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        let Span {
            start, step, count, ..
        } = *self;
        (0..count).map(move |n| (start + n as i64 * step) as usize)
    }

    /// The selected items of a slice.
    pub fn pick<T: Clone>(&self, items: &[T]) -> Vec<T> {
        if self.step == 1 {
            let start = self.start as usize;
            return items[start..start + self.count].to_vec();
        }
        self.places().map(|at| items[at].clone()).collect()
    }
}

/// The bounds as numbers, before the length is known: evaluating them may run Python code.
pub fn unpack(slice: &Slice) -> R<(i64, i64, i64)> {
    let part = |x: &Value, absent: i64| -> R<i64> {
        match x {
            Value::None => Ok(absent),
            x => match index_of(x)? {
                Some(index) => Ok(index.clamped()),
                None => {
                    let text = "slice indices must be integers or None or have an __index__ method";
                    Err(exc::TypeError.err(text))
                }
            },
        }
    };
    let (step, start, stop) = open_bounds(part(&slice.step, 1)?)?;
    let start = part(&slice.start, start)?;
    let stop = part(&slice.stop, stop)?;
    Ok((start, stop, step))
}

/// A step as `adjust` takes it, and the bounds that are meant when none are given.
fn open_bounds(step: i64) -> R<(i64, i64, i64)> {
    match step.max(-i64::MAX) {
        0 => Err(exc::ValueError.err("slice step cannot be zero")),
        step if step < 0 => Ok((step, i64::MAX, i64::MIN)),
        step => Ok((step, 0, i64::MAX)),
    }
}

/// The bounds of a slice whose parts are machine ints.
pub fn bounds(start: Option<i64>, stop: Option<i64>, step: i64) -> R<(i64, i64, i64)> {
    let (step, first, last) = open_bounds(step)?;
    Ok((start.unwrap_or(first), stop.unwrap_or(last), step))
}

/// Fits unpacked bounds to a length.
pub fn adjust((start, stop, step): (i64, i64, i64), len: usize) -> Span {
    fit((start, stop, step), len as i64)
}

/// The same for lengths beyond the memory of the machine (ranges).
pub fn fit((start, stop, step): (i64, i64, i64), len: i64) -> Span {
    let bound = |at: i64| {
        let at = if at < 0 { at.saturating_add(len) } else { at };
        let (least, most) = if step < 0 { (-1, len - 1) } else { (0, len) };
        at.clamp(least, most.max(least))
    };
    let (start, stop) = (bound(start), bound(stop));
    let count = if step < 0 {
        if stop < start {
            (start - stop - 1) / -step + 1
        } else {
            0
        }
    } else if start < stop {
        (stop - start - 1) / step + 1
    } else {
        0
    };
    Span {
        start,
        stop,
        step,
        count: count as usize,
    }
}

/// What `slice` selects of a sequence of `len` items.
pub fn slice_indices(len: usize, slice: &Slice) -> R<Span> {
    Ok(adjust(unpack(slice)?, len))
}

/// The number of items of `sequence * count`, or the error that says there is no room.
pub fn repeat_len(len: usize, count: i64) -> R<usize> {
    let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
    match len.checked_mul(count) {
        Some(total) if total <= isize::MAX as usize / 16 => Ok(total),
        _ => Err(exc::MemoryError.bare_err()),
    }
}
