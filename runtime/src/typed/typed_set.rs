//! `Set<T>`: a set, no frozenset, whose items are all `T`.
use crate::error::R;
use crate::map::cursor::SetCursor;
use crate::map::{self, key_error};
use crate::object::{Known, Ref, Value};
use crate::typed::{handle, Elem};
use std::marker::PhantomData;

#[repr(transparent)]
#[derive(Clone)]
pub struct Set<T: Elem> {
    known: Known<map::Set>,
    items: PhantomData<T>,
}

handle! { Set<T>, map::Set, if |set: &Ref<map::Set>| !set.is_frozen() }

impl<T: Elem> Set<T> {
    /// `set()`.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Set<T> {
        Set::handle(map::Set::new())
    }

    /// `{a, b}`, the items added one by one.
    pub fn from_items(items: Vec<T>) -> R<Set<T>> {
        let set = Set::new();
        for item in items {
            set.add(item)?;
        }
        Ok(set)
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

    pub fn add(&self, item: T) -> R<()> {
        match item.quick_hash() {
            Some(hash) if T::PLAIN => {
                let make = || item.clone().into_value();
                self.body().add_plain(hash, |other| item.equals(other), make);
                Ok(())
            }
            _ => self.body().add(item.into_value()),
        }
    }

    /// `item in self`.
    pub fn has(&self, item: &T) -> R<bool> {
        match item.quick_hash() {
            Some(hash) if T::PLAIN => Ok(self.body().has_plain(hash, |other| item.equals(other))),
            _ => item.lend(|item| self.body().has(item)),
        }
    }

    fn take(&self, item: &T) -> R<bool> {
        match item.quick_hash() {
            Some(hash) if T::PLAIN => Ok(self.body().discard_plain(hash, |other| item.equals(other))),
            _ => item.lend(|item| self.body().discard(item)),
        }
    }

    pub fn remove(&self, item: &T) -> R<()> {
        match self.take(item)? {
            true => Ok(()),
            false => Err(item.lend(key_error)),
        }
    }

    pub fn discard(&self, item: &T) -> R<()> {
        self.take(item).map(drop)
    }

    pub fn pop(&self) -> R<T> {
        self.body().pop().map(T::from_value)
    }

    pub fn clear(&self) {
        self.body().clear();
    }

    pub fn copy(&self) -> R<Set<T>> {
        self.body().copy(false).map(Set::handle)
    }

    #[inline]
    pub fn iter(&self) -> SetIter<T> {
        SetIter {
            cursor: SetCursor::new(self.body().clone()),
            items: PhantomData,
        }
    }

    /// `self | other`.
    pub fn union(&self, other: &Set<T>) -> R<Set<T>> {
        self.body().union(other.body()).map(Set::handle)
    }

    /// `self & other`.
    pub fn intersection(&self, other: &Set<T>) -> R<Set<T>> {
        self.body().intersection(other).map(Set::handle)
    }

    /// `self - other`.
    pub fn difference(&self, other: &Set<T>) -> R<Set<T>> {
        self.body().difference(other).map(Set::handle)
    }

    /// `self ^ other`.
    pub fn symmetric_difference(&self, other: &Set<T>) -> R<Set<T>> {
        self.body().symmetric_difference(other).map(Set::handle)
    }
}

/// A position in a live set, which complains when the set's size changes.
pub struct SetIter<T: Elem> {
    cursor: SetCursor,
    items: PhantomData<T>,
}

impl<T: Elem> Iterator for SetIter<T> {
    type Item = R<T>;

    fn next(&mut self) -> Option<R<T>> {
        let item = self.cursor.next().transpose()?;
        Some(item.map(T::from_value))
    }
}
