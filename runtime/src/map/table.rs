//! The body of a dict: entries in insertion order, and an open-addressing index into them. Sizes, growth and
//! tombstones follow CPython 3.11 (Objects/dictobject.c), because a loop that changes the dict can see them.
use crate::object::Value;

pub(super) struct Entry {
    pub hash: i64,
    /// Unset: the entry was deleted.
    pub key: Value,
    pub value: Value,
}

#[derive(Default)]
pub(super) struct Table {
    pub entries: Vec<Entry>,
    /// A power of two long, or empty.
    index: Vec<u32>,
    pub used: usize,
    /// How many entries may still be appended before the table grows.
    usable: usize,
    /// Changes whenever entries move.
    pub generation: u32,
}

const EMPTY: u32 = u32::MAX;
const DUMMY: u32 = u32::MAX - 1;
const LEAST: usize = 8;

/// Where a search stands.
pub(super) struct Probe {
    slot: usize,
    perturb: u64,
}

pub(super) enum Seek {
    Missing,
    Found(usize),
    /// The entry's key has the same hash; only Python can say whether it is equal.
    Ask(usize, Value),
}

impl Probe {
    #[inline]
    pub fn new(hash: i64) -> Probe {
        Probe {
            slot: hash as usize,
            perturb: hash as u64,
        }
    }
    #[inline]
    fn advance(&mut self) {
        self.perturb >>= 5;
        self.slot = self
            .slot
            .wrapping_mul(5)
            .wrapping_add(self.perturb as usize)
            .wrapping_add(1);
    }
}

/// Equality of keys that needs no Python code; None: unknown.
#[inline]
pub(super) fn quick_eq(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a == b),
        (Value::Obj(x), Value::Obj(y)) => {
            if x.same(y) {
                return Some(true);
            }
            match (a.as_str(), b.as_str()) {
                (Some(a), Some(b)) => Some(a.bytes() == b.bytes()),
                _ => None,
            }
        }
        (Value::None, Value::None) => Some(true),
        // A NaN is found by its bits, which stand for its identity.
        (Value::Float(a), Value::Float(b)) => Some(a == b || a.to_bits() == b.to_bits()),
        _ => None,
    }
}

fn usable_of(size: usize) -> usize {
    (size << 1) / 3
}

fn size_for(least: usize) -> usize {
    least.max(LEAST).next_power_of_two()
}

impl Table {
    /// A table that takes `count` entries without growing.
    pub fn with_room(count: usize) -> Table {
        let mut table = Table::default();
        if count > usable_of(LEAST) {
            table.resize(size_for((count * 3 + 1) / 2));
        }
        table
    }

    /// The empty table that takes this one's place in its dict.
    pub fn emptied(&self) -> Table {
        Table {
            generation: self.generation.wrapping_add(1),
            ..Table::default()
        }
    }

    #[inline]
    pub fn seek(&self, key: &Value, hash: i64, probe: &mut Probe) -> Seek {
        let is = |other: &Value| matches!((other, key), (Value::Obj(a), Value::Obj(b)) if a.same(b));
        self.seek_by(hash, probe, is, |other| quick_eq(other, key))
    }

    /// The entry of the key that `eq` knows. It runs no Python code.
    #[inline]
    pub fn seek_plain(&self, hash: i64, eq: impl Fn(&Value) -> bool) -> Option<usize> {
        match self.seek_by(hash, &mut Probe::new(hash), |_| false, |other| Some(eq(other))) {
            Seek::Found(at) => Some(at),
            _ => None,
        }
    }

    #[inline]
    fn seek_by(
        &self,
        hash: i64,
        probe: &mut Probe,
        is: impl Fn(&Value) -> bool,
        eq: impl Fn(&Value) -> Option<bool>,
    ) -> Seek {
        if self.index.is_empty() {
            return Seek::Missing;
        }
        let mask = self.index.len() - 1;
        loop {
            let at = self.index[probe.slot & mask];
            if at == EMPTY {
                return Seek::Missing;
            }
            if at != DUMMY {
                let at = at as usize;
                let entry = &self.entries[at];
                if entry.hash == hash {
                    match eq(&entry.key) {
                        Some(true) => return Seek::Found(at),
                        Some(false) => {}
                        None => {
                            probe.advance();
                            return Seek::Ask(at, entry.key.clone());
                        }
                    }
                } else if is(&entry.key) {
                    return Seek::Found(at);
                }
            }
            probe.advance();
        }
    }

    /// Appends a key that is known to be absent.
    pub fn insert(&mut self, hash: i64, key: Value, value: Value) {
        if self.usable == 0 {
            self.resize(size_for(self.used * 3));
        }
        let at = self.entries.len() as u32;
        self.link(hash, at);
        self.entries.push(Entry { hash, key, value });
        self.usable -= 1;
        self.used += 1;
    }

    fn link(&mut self, hash: i64, at: u32) {
        let mask = self.index.len() - 1;
        let mut probe = Probe::new(hash);
        while self.index[probe.slot & mask] < DUMMY {
            probe.advance();
        }
        self.index[probe.slot & mask] = at;
    }

    fn resize(&mut self, size: usize) {
        self.generation = self.generation.wrapping_add(1);
        self.entries.retain(|entry| !entry.key.is_unset());
        self.index.clear();
        self.index.resize(size, EMPTY);
        self.usable = usable_of(size) - self.entries.len();
        self.entries.reserve_exact(self.usable.min(1 << 16));
        for at in 0..self.entries.len() {
            let hash = self.entries[at].hash;
            self.link(hash, at as u32);
        }
    }

    /// Grows once for `more` keys that are coming from another dict.
    pub fn reserve_for_merge(&mut self, more: usize) {
        if self.usable < more {
            self.resize(size_for(((self.used + more) * 3 + 1) / 2));
        }
    }

    /// Takes entry `at` out; a tombstone stays.
    pub fn remove(&mut self, at: usize) -> (Value, Value) {
        let mask = self.index.len() - 1;
        let mut probe = Probe::new(self.entries[at].hash);
        while self.index[probe.slot & mask] != at as u32 {
            probe.advance();
        }
        self.index[probe.slot & mask] = DUMMY;
        self.used -= 1;
        let entry = &mut self.entries[at];
        (entry.key.take(), entry.value.take())
    }

    /// Takes the last entry out; tombstones behind it go too.
    pub fn pop_last(&mut self) -> Option<(Value, Value)> {
        let at = self.entries.iter().rposition(|entry| !entry.key.is_unset())?;
        let pair = self.remove(at);
        self.entries.truncate(at);
        self.generation = self.generation.wrapping_add(1);
        Some(pair)
    }

    /// The first living entry at `from` or later.
    #[inline]
    pub fn next_from(&self, from: usize) -> Option<usize> {
        (from..self.entries.len()).find(|at| !self.entries[*at].key.is_unset())
    }

    /// The last living entry before `to`.
    pub fn last_before(&self, to: usize) -> Option<usize> {
        (0..to.min(self.entries.len()))
            .rev()
            .find(|at| !self.entries[*at].key.is_unset())
    }
}
