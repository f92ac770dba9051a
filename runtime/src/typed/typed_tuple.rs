//! `Tuple<T>`, a tuple of any length whose items are all `T`, and tuples of Rust, whose items are each of a type.
use crate::error::{exc, PyErr, R};
use crate::object::{hash, Known, Ref, Value};
use crate::seq::{self, position::place};
use crate::typed::{handle, mistyped, proved, Elem};
use std::cmp::Ordering;
use std::marker::PhantomData;

#[repr(transparent)]
#[derive(Clone)]
pub struct Tuple<T: Elem> {
    known: Known<seq::Tuple>,
    items: PhantomData<T>,
}

handle! { Tuple<T>, seq::Tuple }

impl<T: Elem> Tuple<T> {
    pub fn new(items: Vec<T>) -> Tuple<T> {
        Tuple::handle(seq::Tuple::new(items.into_iter().map(T::into_value).collect()))
    }

    /// `len(self)`.
    #[inline]
    pub fn len(&self) -> i64 {
        self.body().items().len() as i64
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.body().items().is_empty()
    }

    /// `self[i]`.
    #[inline]
    pub fn at(&self, i: i64) -> R<T> {
        let items = self.body().items();
        match place(i, items.len()) {
            Some(at) => Ok(T::of(&items[at])),
            None => Err(out_of_range()),
        }
    }

    #[inline]
    pub fn iter(&self) -> TupleIter<T> {
        TupleIter {
            tuple: self.clone(),
            at: 0,
        }
    }
}

#[cold]
#[inline(never)]
fn out_of_range() -> PyErr {
    exc::IndexError.err("tuple index out of range")
}

pub struct TupleIter<T: Elem> {
    tuple: Tuple<T>,
    at: usize,
}

impl<T: Elem> Iterator for TupleIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let item = T::of(self.tuple.body().items().get(self.at)?);
        self.at += 1;
        Some(item)
    }
}

macro_rules! rust_tuple {
    ($($item:ident $at:tt),+) => {
        impl<$($item: Elem),+> Elem for ($($item,)+) {
            const PLAIN: bool = $($item::PLAIN)&&+;

            #[inline]
            fn of(value: &Value) -> Self {
                proved(Self::try_of(value))
            }
            #[inline]
            fn try_of(value: &Value) -> Option<Self> {
                match value.cast::<seq::Tuple>().map(|tuple| tuple.items()) {
                    Some(items) if items.len() == [$($at),+].len() => Some(($($item::try_of(&items[$at])?,)+)),
                    _ => None,
                }
            }
            fn into_value(self) -> Value {
                seq::Tuple::value(vec![$(self.$at.into_value()),+])
            }
            #[inline]
            fn quick_hash(&self) -> Option<i64> {
                Some(hash::hash_tuple([$(self.$at.quick_hash()?),+].into_iter()))
            }
            #[inline]
            fn same(&self, other: &Self) -> bool {
                $(self.$at.same(&other.$at))&&+
            }
            #[inline]
            fn equals(&self, value: &Value) -> bool {
                match value.cast::<seq::Tuple>().map(|tuple| tuple.items()) {
                    Some(items) if items.len() == [$($at),+].len() => $(self.$at.equals(&items[$at]))&&+,
                    _ => mistyped(),
                }
            }
            fn order(&self, other: &Self) -> Option<Ordering> {
                $(if !self.$at.same(&other.$at) {
                    return self.$at.order(&other.$at);
                })+
                Some(Ordering::Equal)
            }
        }

        impl<$($item: Elem),+> From<($($item,)+)> for Value {
            fn from(items: ($($item,)+)) -> Value {
                items.into_value()
            }
        }
    };
}

rust_tuple! { A 0 }
rust_tuple! { A 0, B 1 }
rust_tuple! { A 0, B 1, C 2 }
rust_tuple! { A 0, B 1, C 2, D 3 }
rust_tuple! { A 0, B 1, C 2, D 3, E 4 }
rust_tuple! { A 0, B 1, C 2, D 3, E 4, F 5 }
rust_tuple! { A 0, B 1, C 2, D 3, E 4, F 5, G 6 }
rust_tuple! { A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7 }
