//! Iteration: `Iter`, the cursor that `for` holds, with fast forms for the common builtin types.
pub mod awaiting;
mod generator;
mod iter_object;
mod lazy;

pub use generator::{
    async_generator, attempt_async, coroutine, generator, stopped, Co, Generator, GENERATOR,
};
pub use iter_object::{iterator_method, GenExpr, IterObject, Step};
pub use lazy::Lazy;

use crate::error::{exc, R};
use crate::map::cursor::{DictCursor, SetCursor};
use crate::object::string::width;
use crate::object::{Ref, Str, Value};
use crate::seq::{ByteArray, Bytes, List, Tuple};

/// A position in something that is being iterated over.
pub enum Iter {
    /// `range` with machine ints: next value, step, how many are left.
    Range {
        next: i64,
        step: i64,
        left: usize,
    },
    /// A live list; after its end the iterator stays exhausted (`at` = usize::MAX).
    List {
        list: Ref<List>,
        at: usize,
    },
    Tuple {
        tuple: Ref<Tuple>,
        at: usize,
    },
    /// Byte offset of the next code point.
    Str {
        text: Str,
        at: usize,
    },
    /// `reversed(list)`: how many items are still before the position.
    ListReversed {
        list: Ref<List>,
        left: usize,
    },
    Bytes {
        bytes: Ref<Bytes>,
        at: usize,
    },
    ByteArray {
        array: Ref<ByteArray>,
        at: usize,
    },
    Dict(DictCursor),
    Set(SetCursor),
    /// A range beyond machine words.
    BigRange {
        next: Value,
        step: Value,
        left: Value,
    },
    /// The old protocol: `__getitem__` with 0, 1, 2, … until IndexError.
    Sequence {
        object: Value,
        at: i64,
    },
    /// Any object with `__next__`.
    Object(Value),
    Done,
}

impl Iter {
    /// The cursor of an iterator object.
    pub fn of(iterator: Value) -> Iter {
        Iter::Object(iterator)
    }

    #[inline]
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> R<Option<Value>> {
        match self {
            Iter::Range { next, step, left } => {
                if *left == 0 {
                    return Ok(None);
                }
                *left -= 1;
                let value = *next;
                *next = value.wrapping_add(*step);
                Ok(Some(Value::Int(value)))
            }
            Iter::List { list, at } => match list.get(*at) {
                Some(item) => {
                    *at += 1;
                    Ok(Some(item))
                }
                None => {
                    *at = usize::MAX;
                    Ok(None)
                }
            },
            Iter::Tuple { tuple, at } => {
                let item = tuple.items().get(*at).cloned();
                *at += usize::from(item.is_some());
                Ok(item)
            }
            Iter::Dict(cursor) => cursor.next(),
            Iter::Set(cursor) => cursor.next(),
            Iter::Str { text, at } => {
                let bytes = text.bytes();
                if *at >= bytes.len() {
                    return Ok(None);
                }
                let end = *at + width(bytes[*at]);
                let item = crate::strings::one_char(&bytes[*at..end]);
                *at = end;
                Ok(Some(item))
            }
            other => other.next_slow(),
        }
    }

    #[inline(never)]
    fn next_slow(&mut self) -> R<Option<Value>> {
        match self {
            Iter::Sequence { object, at } => match object.get_item(&Value::Int(*at)) {
                Ok(item) => {
                    *at += 1;
                    Ok(Some(item))
                }
                Err(e) if e.is(&exc::IndexError) || e.is(&exc::StopIteration) => {
                    *self = Iter::Done;
                    Ok(None)
                }
                Err(e) => Err(e),
            },
            Iter::Object(Value::Obj(object)) => object.next(),
            Iter::Bytes { bytes, at } => {
                let item = bytes.data().get(*at).copied();
                *at += 1;
                Ok(item.map(|byte| Value::Int(i64::from(byte))))
            }
            Iter::ByteArray { array, at } => {
                let item = array.get(*at);
                *at = if item.is_some() { *at + 1 } else { usize::MAX };
                Ok(item.map(|byte| Value::Int(i64::from(byte))))
            }
            Iter::ListReversed { list, left } => {
                let item = left.checked_sub(1).and_then(|at| list.get(at));
                *left = if item.is_some() { *left - 1 } else { 0 };
                Ok(item)
            }
            Iter::BigRange { next, step, left } => {
                if !left.truth()? {
                    return Ok(None);
                }
                let item = next.clone();
                *left = left.sub(&Value::Int(1))?;
                *next = next.add(step)?;
                Ok(Some(item))
            }
            _ => Ok(None),
        }
    }

    /// How many items are surely left, to size a container.
    pub fn size_hint(&self) -> usize {
        match self {
            Iter::Range { left, .. } => *left,
            Iter::List { list, at } => list.len().saturating_sub(*at),
            Iter::Tuple { tuple, at } => tuple.items().len() - at,
            Iter::Str { text, at } => crate::object::string::count_chars(&text.bytes()[*at..]),
            Iter::ListReversed { left, .. } => *left,
            Iter::ByteArray { array, at } => array.len().saturating_sub(*at),
            Iter::Bytes { bytes, at } => bytes.data().len().saturating_sub(*at),
            Iter::Dict(cursor) => cursor.left(),
            Iter::Set(cursor) => cursor.left(),
            _ => 0,
        }
    }

    /// All remaining items.
    pub fn collect(mut self) -> R<Vec<Value>> {
        let mut items = Vec::with_capacity(self.size_hint());
        while let Some(item) = self.next()? {
            items.push(item);
        }
        Ok(items)
    }

    /// The iterator as a Python object.
    pub fn into_value(self) -> Value {
        match self {
            Iter::Object(object) => object,
            other => IterObject::value(other),
        }
    }
}

/// `for item in xs.iter()? { let item = item?; … }`.
impl Iterator for Iter {
    type Item = R<Value>;

    #[inline]
    fn next(&mut self) -> Option<R<Value>> {
        Iter::next(self).transpose()
    }
}
