//! The body of a set: an open-addressing table whose probing, growth and tombstones follow CPython 3.11
//! (Objects/setobject.c), because a set's order is the order of its slots.
use crate::map::table::quick_eq;
use crate::object::Value;

/// An empty slot and a tombstone hold no key; hashes tell them apart, since no key hashes to -1.
#[derive(Clone)]
pub(super) struct Slot {
    pub hash: i64,
    pub key: Value,
}

impl Slot {
    #[inline]
    fn state(&self) -> State {
        match (&self.key, self.hash) {
            (Value::Unset, -1) => State::Dummy,
            (Value::Unset, _) => State::Empty,
            _ => State::Full,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Empty,
    Dummy,
    Full,
}

#[derive(Default)]
pub(super) struct Slots {
    pub slots: Vec<Slot>,
    /// Full slots and tombstones.
    pub fill: usize,
    pub used: usize,
    /// Where the next `pop` starts looking.
    pub finger: usize,
    /// Changes whenever the keys move to a new table.
    pub generation: u32,
}

const LEAST: usize = 8;
const LINEAR_PROBES: usize = 9;
const VACANT: Slot = Slot {
    hash: 0,
    key: Value::Unset,
};

/// Where a search stands: the slot that a run of neighbours began at, and how far along it is.
pub(super) struct Walk {
    base: usize,
    step: usize,
    perturb: u64,
    /// The last tombstone passed.
    free: Option<usize>,
}

pub(super) enum Sought {
    /// The slot that a new key goes to: the last tombstone passed, else the empty slot that ended the search.
    Missing(usize),
    Found(usize),
    /// The slot's key has the same hash; only Python can say whether it is equal.
    Ask(usize, Value),
}

impl Walk {
    pub fn new(hash: i64, mask: usize) -> Walk {
        Walk {
            base: hash as usize & mask,
            step: 0,
            perturb: hash as u64,
            free: None,
        }
    }

    #[inline]
    fn slot(&self) -> usize {
        self.base + self.step
    }

    /// The next slot to look at: a run of neighbours that does not wrap, then a jump.
    #[inline]
    fn advance(&mut self, mask: usize) {
        let run = if self.base + LINEAR_PROBES <= mask {
            LINEAR_PROBES
        } else {
            0
        };
        if self.step < run {
            self.step += 1;
            return;
        }
        self.perturb >>= 5;
        self.base = self
            .base
            .wrapping_mul(5)
            .wrapping_add(1)
            .wrapping_add(self.perturb as usize)
            & mask;
        self.step = 0;
    }
}

impl Slots {
    /// Highest slot number; an empty set's table is only imagined.
    pub fn mask(&self) -> usize {
        self.slots.len().max(LEAST) - 1
    }

    #[inline]
    pub fn seek(&self, key: &Value, hash: i64, walk: &mut Walk) -> Sought {
        self.seek_by(hash, walk, |other| quick_eq(other, key))
    }

    /// The same where `eq` knows the key; None: unknown.
    #[inline]
    pub fn seek_by(&self, hash: i64, walk: &mut Walk, eq: impl Fn(&Value) -> Option<bool>) -> Sought {
        let mask = self.mask();
        if self.slots.is_empty() {
            return Sought::Missing(walk.slot());
        }
        loop {
            let at = walk.slot();
            let slot = &self.slots[at];
            match slot.state() {
                State::Empty => return Sought::Missing(walk.free.unwrap_or(at)),
                State::Dummy => walk.free = Some(at),
                State::Full if slot.hash == hash => match eq(&slot.key) {
                    Some(true) => return Sought::Found(at),
                    Some(false) => {}
                    None => {
                        walk.advance(mask);
                        return Sought::Ask(at, slot.key.clone());
                    }
                },
                _ => {}
            }
            walk.advance(mask);
        }
    }

    /// Fills a slot that `seek` found. Using up an empty one grows the table when it is three fifths full.
    pub fn fill_at(&mut self, at: usize, key: Value, hash: i64) {
        if self.slots.is_empty() {
            self.slots.resize(LEAST, VACANT);
        }
        let slot = &mut self.slots[at];
        let reused = slot.state() == State::Dummy;
        *slot = Slot { hash, key };
        self.used += 1;
        if reused {
            return;
        }
        self.fill += 1;
        if self.fill * 5 >= self.mask() * 3 {
            self.grow();
        }
    }

    fn grow(&mut self) {
        let least = if self.used > 50_000 {
            self.used * 2
        } else {
            self.used * 4
        };
        self.resize(least);
    }

    /// Moves the keys to a table of more than `least` slots, without tombstones.
    pub fn resize(&mut self, least: usize) {
        let mut size = LEAST;
        while size <= least {
            size <<= 1;
        }
        let old = std::mem::take(&mut self.slots);
        self.slots.resize(size, VACANT);
        self.generation = self.generation.wrapping_add(1);
        self.fill = self.used;
        for slot in old {
            if slot.state() == State::Full {
                self.place(slot);
            }
        }
    }

    /// Puts a key that is known to be absent into a table without tombstones.
    fn place(&mut self, slot: Slot) {
        let mask = self.mask();
        let mut walk = Walk::new(slot.hash, mask);
        while self.slots[walk.slot()].state() != State::Empty {
            walk.advance(mask);
        }
        let at = walk.slot();
        self.slots[at] = slot;
    }

    /// Takes the key of a full slot out; a tombstone stays.
    pub fn vacate(&mut self, at: usize) -> Value {
        self.used -= 1;
        let slot = &mut self.slots[at];
        slot.hash = -1;
        slot.key.take()
    }

    /// Makes room for the keys of another set, in one step.
    pub fn reserve(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// The quick ways to take over another table's keys; false when they must be added one by one.
    pub fn take_over(&mut self, other: &Slots) -> bool {
        if self.fill != 0 {
            return false;
        }
        if self.mask() == other.mask() && other.fill == other.used {
            self.slots = other.slots.clone();
            self.fill = other.fill;
            self.used = other.used;
            return true;
        }
        if self.slots.is_empty() {
            self.slots.resize(LEAST, VACANT);
        }
        self.fill = other.used;
        self.used = other.used;
        for slot in other.slots.iter().filter(|slot| slot.state() == State::Full) {
            self.place(slot.clone());
        }
        true
    }

    /// After many deletions: drops the tombstones when they are more than a quarter of the table.
    pub fn tidy(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.grow();
        }
    }

    /// The first full slot at `from` or later.
    #[inline]
    pub fn next_from(&self, from: usize) -> Option<usize> {
        (from..self.slots.len()).find(|at| self.slots[*at].state() == State::Full)
    }

    /// `set.pop`: the first key at or after the finger, going round.
    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let start = self.finger & self.mask();
        let at = self.next_from(start).or_else(|| self.next_from(0))?;
        self.finger = at + 1;
        Some(self.vacate(at))
    }

    /// `hash(frozenset)`.
    pub fn hash(&self) -> i64 {
        let shuffle = |h: u64| ((h ^ 89_869_747) ^ (h << 16)).wrapping_mul(3_644_798_167);
        let mut hash = 0u64;
        for slot in self.slots.iter().filter(|slot| slot.state() == State::Full) {
            hash ^= shuffle(slot.hash as u64);
        }
        hash ^= (self.used as u64 + 1).wrapping_mul(1_927_868_237);
        hash ^= (hash >> 11) ^ (hash >> 25);
        hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
        if hash == u64::MAX {
            590_923_713
        } else {
            hash as i64
        }
    }
}
