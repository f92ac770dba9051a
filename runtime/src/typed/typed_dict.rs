//! `Dict<K, V>`: a dict whose keys are all `K` and whose values are all `V`.
use crate::error::R;
use crate::map::cursor::{DictCursor, Part};
use crate::map::{self, key_error};
use crate::object::{Known, Ref, Value};
use crate::typed::{handle, proved, Elem};
use std::marker::PhantomData;

#[repr(transparent)]
#[derive(Clone)]
pub struct Dict<K: Elem, V: Elem> {
    known: Known<map::Dict>,
    items: PhantomData<(K, V)>,
}

handle! { Dict<K, V>, map::Dict }

/// The hash of a key whose lookup runs no Python code.
#[inline]
fn plain_hash<K: Elem>(key: &K) -> Option<i64> {
    if K::PLAIN {
        key.quick_hash()
    } else {
        None
    }
}

impl<K: Elem, V: Elem> Dict<K, V> {
    /// `{}`.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Dict<K, V> {
        Dict::handle(map::Dict::new())
    }

    /// `{key: value, …}`: later pairs win.
    pub fn from_pairs(pairs: Vec<(K, V)>) -> R<Dict<K, V>> {
        let dict = Dict::handle(map::Dict::with_room(pairs.len()));
        for (key, value) in pairs {
            dict.set(key, value)?;
        }
        Ok(dict)
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

    /// `self.get(key)`.
    pub fn get(&self, key: &K) -> R<Option<V>> {
        match plain_hash(key) {
            Some(hash) => Ok(self
                .body()
                .read_plain(hash, |other| key.equals(other), V::try_of)
                .map(proved)),
            None => {
                let found = key.lend(|key| self.body().get(key))?;
                Ok(found.map(V::from_value))
            }
        }
    }

    /// `self[key]`.
    pub fn at(&self, key: &K) -> R<V> {
        match self.get(key)? {
            Some(value) => Ok(value),
            None => Err(key.lend(key_error)),
        }
    }

    /// `self.get(key, default)`.
    pub fn get_or(&self, key: &K, default: V) -> R<V> {
        Ok(self.get(key)?.unwrap_or(default))
    }

    /// `self[key] = value`.
    pub fn set(&self, key: K, value: V) -> R<()> {
        let value = value.into_value();
        match plain_hash(&key) {
            Some(hash) => {
                let make = || key.clone().into_value();
                self.body()
                    .set_plain(hash, |other| key.equals(other), make, value);
                Ok(())
            }
            None => self.body().set(key.into_value(), value),
        }
    }

    pub fn setdefault(&self, key: K, default: V) -> R<V> {
        if K::PLAIN {
            if let Some(value) = self.get(&key)? {
                return Ok(value);
            }
            self.set(key, default.clone())?;
            return Ok(default);
        }
        let key = key.into_value();
        self.body()
            .get_or_set(&key, || default.into_value())
            .map(V::from_value)
    }

    /// `key in self`.
    pub fn has(&self, key: &K) -> R<bool> {
        match plain_hash(key) {
            Some(hash) => Ok(self
                .body()
                .read_plain(hash, |other| key.equals(other), |_| ())
                .is_some()),
            None => key.lend(|key| self.body().contains_key(key)),
        }
    }

    fn take(&self, key: &K) -> R<Option<Value>> {
        match plain_hash(key) {
            Some(hash) => Ok(self.body().remove_plain(hash, |other| key.equals(other))),
            None => key.lend(|key| self.body().remove(key)),
        }
    }

    /// `del self[key]`.
    pub fn delete(&self, key: &K) -> R<()> {
        match self.take(key)? {
            Some(_) => Ok(()),
            None => Err(key.lend(key_error)),
        }
    }

    fn popped(&self, key: &K) -> R<Option<V>> {
        if self.is_empty() {
            // Then the key is not even hashed.
            return Ok(None);
        }
        Ok(self.take(key)?.map(V::from_value))
    }

    pub fn pop(&self, key: &K) -> R<V> {
        match self.popped(key)? {
            Some(value) => Ok(value),
            None => Err(key.lend(key_error)),
        }
    }

    /// `self.pop(key, default)`.
    pub fn pop_or(&self, key: &K, default: V) -> R<V> {
        Ok(self.popped(key)?.unwrap_or(default))
    }

    pub fn clear(&self) {
        self.body().clear();
    }

    pub fn copy(&self) -> Dict<K, V> {
        Dict::handle(self.body().copy())
    }

    pub fn update(&self, other: &Dict<K, V>) -> R<()> {
        self.body().merge(other.body())
    }

    pub fn keys(&self) -> DictKeys<K> {
        DictIter::new(self.body().clone())
    }

    pub fn values(&self) -> DictValues<V> {
        DictIter::new(self.body().clone())
    }

    pub fn items(&self) -> DictItems<K, V> {
        DictIter::new(self.body().clone())
    }
}

/// A position in a live dict, which complains of changes as the dynamic iterators do. `P` says what it gives.
pub struct DictIter<P> {
    cursor: DictCursor,
    part: PhantomData<P>,
}

pub type DictKeys<K> = DictIter<Keys<K>>;
pub type DictValues<V> = DictIter<Values<V>>;
pub type DictItems<K, V> = DictIter<(Keys<K>, Values<V>)>;

/// Which part of an entry an iterator gives.
pub trait Pick {
    type Item;
    fn pick(key: &Value, value: &Value) -> Self::Item;
}

pub struct Keys<K>(PhantomData<K>);
pub struct Values<V>(PhantomData<V>);

impl<K: Elem> Pick for Keys<K> {
    type Item = K;
    #[inline]
    fn pick(key: &Value, _: &Value) -> K {
        K::of(key)
    }
}

impl<V: Elem> Pick for Values<V> {
    type Item = V;
    #[inline]
    fn pick(_: &Value, value: &Value) -> V {
        V::of(value)
    }
}

impl<A: Pick, B: Pick> Pick for (A, B) {
    type Item = (A::Item, B::Item);
    #[inline]
    fn pick(key: &Value, value: &Value) -> (A::Item, B::Item) {
        (A::pick(key, value), B::pick(key, value))
    }
}

impl<P: Pick> DictIter<P> {
    fn new(dict: Ref<map::Dict>) -> DictIter<P> {
        DictIter {
            // The part only matters to a cursor that makes Values.
            cursor: DictCursor::new(dict, Part::Keys),
            part: PhantomData,
        }
    }
}

impl<P: Pick> Iterator for DictIter<P> {
    type Item = R<P::Item>;

    fn next(&mut self) -> Option<R<P::Item>> {
        self.cursor.step(P::pick).transpose()
    }
}
