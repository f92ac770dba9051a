//! `List<T>`: a list whose items are all `T`.
use crate::error::{exc, PyErr, R};
use crate::object::{Int, Known, Ref, Value};
use crate::seq::{self, items, position};
use crate::typed::{handle, proved, Elem};
use std::cmp::Ordering;
use std::marker::PhantomData;

#[repr(transparent)]
#[derive(Clone)]
pub struct List<T: Elem> {
    known: Known<seq::List>,
    items: PhantomData<T>,
}

handle! { List<T>, seq::List }

impl<T: Elem> List<T> {
    /// `[…]`.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(items: Vec<T>) -> List<T> {
        List::with(items.into_iter().map(T::into_value).collect())
    }

    /// The list of items that are values already, each of them a `T`.
    pub fn with(items: Vec<Value>) -> List<T> {
        List::handle(seq::List::new(items))
    }

    /// `len(self)`.
    #[inline]
    pub fn len(&self) -> i64 {
        self.body().len() as i64
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.body().is_empty()
    }

    /// `self[i]`.
    #[inline]
    pub fn at(&self, i: i64) -> R<T> {
        match T::item(self.body(), i) {
            Some(found) => Ok(proved(found)),
            None => Err(seq::out_of_range()),
        }
    }

    /// `self[i] = item`.
    #[inline]
    pub fn set(&self, i: i64, item: T) -> R<()> {
        self.body().write(i, item.into_value())
    }

    /// `del self[i]`.
    pub fn delete(&self, i: i64) -> R<()> {
        self.body().delete(i)
    }

    /// `self.append(item)`.
    #[inline]
    pub fn push(&self, item: T) {
        self.body().push(item.into_value());
    }

    pub fn pop(&self) -> R<T> {
        self.body().pop(-1).map(T::from_value)
    }

    /// `self.pop(i)`.
    pub fn pop_at(&self, i: i64) -> R<T> {
        self.body().pop(i).map(T::from_value)
    }

    pub fn insert(&self, i: i64, item: T) {
        self.body().insert(i, item.into_value());
    }

    pub fn extend(&self, more: &List<T>) {
        self.body().append_all(more.body());
    }

    pub fn clear(&self) {
        drop(self.body().take());
    }

    pub fn reverse(&self) {
        self.body().reverse();
    }

    pub fn copy(&self) -> List<T> {
        List::with(self.body().to_vec())
    }

    /// `self[start:stop]`.
    pub fn slice(&self, start: Option<i64>, stop: Option<i64>) -> List<T> {
        let bounds = (start.unwrap_or(0), stop.unwrap_or(i64::MAX), 1);
        List::handle(self.body().slice(bounds))
    }

    /// `self[start:stop:step]`.
    pub fn slice_step(&self, start: Option<i64>, stop: Option<i64>, step: i64) -> R<List<T>> {
        let bounds = position::bounds(start, stop, step)?;
        Ok(List::handle(self.body().slice(bounds)))
    }

    /// `self + other`.
    pub fn concat(&self, other: &List<T>) -> List<T> {
        List::handle(self.body().concat(other.body()))
    }

    /// `self * count`.
    pub fn repeat(&self, count: i64) -> R<List<T>> {
        self.body().repeat(count).map(List::handle)
    }

    #[inline]
    pub fn iter(&self) -> ListIter<T> {
        ListIter {
            list: self.clone(),
            at: 0,
        }
    }

    /// What `look` makes of the items. It runs no Python code.
    pub(super) fn look<X>(&self, look: impl FnOnce(&[Value]) -> X) -> X {
        self.body().look(look)
    }

    fn find(&self, item: &T) -> R<Option<usize>> {
        if T::PLAIN {
            return Ok(self
                .body()
                .look(|items| items.iter().position(|x| item.equals(x))));
        }
        item.lend(|item| items::position(&**self.body(), item, 0, usize::MAX))
    }

    /// `item in self`.
    pub fn has(&self, item: &T) -> R<bool> {
        Ok(self.find(item)?.is_some())
    }

    pub fn index(&self, item: &T) -> R<i64> {
        match self.find(item)? {
            Some(at) => Ok(at as i64),
            None => Err(seq::not_in_list(&item.shown()?)),
        }
    }

    pub fn count(&self, item: &T) -> R<i64> {
        if T::PLAIN {
            let count = |items: &[Value]| items.iter().filter(|x| item.equals(x)).count();
            return Ok(self.body().look(count) as i64);
        }
        item.lend(|item| items::count(&**self.body(), item))
    }

    pub fn remove(&self, item: &T) -> R<()> {
        let at = self.find(item)?;
        self.body().remove_at(at)
    }

    pub fn sort(&self) -> R<()> {
        T::sort(self.body())
    }

    /// `sorted(self)`.
    pub fn sorted(&self) -> R<List<T>> {
        let copy = self.copy();
        copy.sort()?;
        Ok(copy)
    }

    /// `min(self)`.
    pub fn min(&self) -> R<T> {
        self.best("min() arg is an empty sequence", Ordering::Less, Value::is_lt)
    }

    /// `max(self)`.
    pub fn max(&self) -> R<T> {
        self.best("max() arg is an empty sequence", Ordering::Greater, Value::is_gt)
    }

    /// The first item that no later one beats.
    fn best(&self, text: &'static str, order: Ordering, beats: fn(&Value, &Value) -> R<bool>) -> R<T> {
        let mut items = self.iter();
        let Some(mut best) = items.next() else {
            return Err(empty(text));
        };
        for item in items {
            let better = if T::PLAIN {
                item.order(&best) == Some(order)
            } else {
                item.lend(|item| best.lend(|best| beats(item, best)))?
            };
            if better {
                best = item;
            }
        }
        Ok(best)
    }
}

#[cold]
#[inline(never)]
fn empty(text: &'static str) -> PyErr {
    exc::ValueError.err(text)
}

impl List<i64> {
    /// `sum(self)`.
    pub fn sum(&self) -> Int {
        let (mut total, mut rest) = (Int::ZERO, 0_i64);
        for item in self.iter() {
            rest = match rest.checked_add(item) {
                Some(rest) => rest,
                None => {
                    total += rest;
                    item
                }
            };
        }
        total + rest
    }
}

impl List<Int> {
    /// `sum(self)`.
    pub fn sum(&self) -> Int {
        self.iter().fold(Int::ZERO, |total, item| total + item)
    }
}

/// A position in a live list; after its end it stays exhausted.
pub struct ListIter<T: Elem> {
    list: List<T>,
    at: i64,
}

impl<T: Elem> Iterator for ListIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        match T::item(self.list.body(), self.at) {
            Some(found) => {
                self.at += 1;
                Some(proved(found))
            }
            None => {
                self.at = i64::MAX;
                None
            }
        }
    }
}
