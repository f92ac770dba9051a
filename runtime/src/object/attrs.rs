//! `Attrs`: the ordered attribute table of an instance, class, module or function.
use crate::map::Dict;
use crate::object::hash::Fnv;
use crate::object::{Ref, Sym, Value};
use std::cell::{Cell, UnsafeCell};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// Up to this many names a linear scan is fastest.
const SMALL: usize = 8;

/// Hashed by FNV-1a: the default hasher links the system's random numbers.
type Index = HashMap<Sym, usize, BuildHasherDefault<Fnv>>;

pub struct Attrs(UnsafeCell<Table>);

struct Table {
    entries: Vec<(Sym, Value)>,
    /// A bit for the name of each entry: where it is clear, the name is not here.
    seen: u32,
    more: Option<Box<More>>,
}

enum More {
    /// Position of each name, once there are more than `SMALL`.
    Index(Index),
    /// Once the program has asked for `__dict__`, the attributes live there instead.
    Live(Live),
}

/// A dict that holds the attributes. Asked as an object, so that a program that never asks for `__dict__` does not
/// link dicts.
#[derive(Clone)]
struct Live(Ref<Dict>);

impl Live {
    fn get(&self, name: Sym) -> Option<Value> {
        let (dict, key) = (self.0.as_obj(), name.value());
        match dict.contains(&key) {
            Ok(Some(true)) => dict.get_item(&key).ok(),
            _ => None,
        }
    }
    fn set(&self, name: Sym, value: Value) {
        // Only keys that cannot be hashed fail.
        let _ = self.0.as_obj().set_item(&name.value(), value);
    }
    fn remove(&self, name: Sym) -> Option<Value> {
        let old = self.get(name)?;
        self.0.as_obj().del_item(&name.value()).ok()?;
        Some(old)
    }
    fn entries(&self) -> Vec<(Sym, Value)> {
        let keys = self
            .0
            .as_obj()
            .iter()
            .ok()
            .flatten()
            .and_then(|keys| keys.collect().ok());
        let names = keys.unwrap_or_default();
        let names = names
            .iter()
            .filter_map(|key| Some(Sym::intern(key.as_str()?.as_str())));
        names.filter_map(|name| Some((name, self.get(name)?))).collect()
    }
}

#[inline]
fn bit(name: Sym) -> u32 {
    1 << (name.0 & 31)
}

impl Table {
    const EMPTY: Table = Table {
        entries: Vec::new(),
        seen: 0,
        more: None,
    };

    #[inline]
    fn find(&self, name: Sym) -> Option<usize> {
        if self.seen & bit(name) == 0 {
            return None;
        }
        match self.more.as_deref() {
            Some(More::Index(index)) => index.get(&name).copied(),
            _ => self.entries.iter().position(|(n, _)| *n == name),
        }
    }

    fn index(&mut self) {
        if self.entries.len() > SMALL {
            let places = self.entries.iter().enumerate().map(|(at, entry)| (entry.0, at));
            self.more = Some(Box::new(More::Index(places.collect())));
        }
    }

    fn push(&mut self, name: Sym, value: Value) {
        let at = self.entries.len();
        self.entries.push((name, value));
        self.seen |= bit(name);
        match self.more.as_deref_mut() {
            Some(More::Index(index)) => drop(index.insert(name, at)),
            _ if at >= SMALL => self.index(),
            _ => {}
        }
    }
}

impl Attrs {
    pub const fn new() -> Attrs {
        Attrs(UnsafeCell::new(Table::EMPTY))
    }

    #[inline]
    fn table(&self) -> &Table {
        // SAFETY: callers give the reference up before anything else can reach this table: they clone values and
        // compare names in between, nothing that runs Python code or drops a value.
        unsafe { &*self.0.get() }
    }

    /// `change` must not run Python code nor drop a value.
    #[inline]
    fn change<T>(&self, change: impl FnOnce(&mut Table) -> T) -> T {
        // SAFETY: `table` and `change` never overlap, because neither lets go of control while it holds its reference.
        change(unsafe { &mut *self.0.get() })
    }

    fn live(&self) -> Option<Live> {
        match self.table().more.as_deref() {
            Some(More::Live(live)) => Some(live.clone()),
            _ => None,
        }
    }

    pub fn is_live(&self) -> bool {
        matches!(self.table().more.as_deref(), Some(More::Live(_)))
    }

    /// `__dict__`: the dict where the attributes live from now on.
    pub fn dict(&self) -> Ref<Dict> {
        if let Some(live) = self.live() {
            return live.0;
        }
        let dict = Dict::new();
        for (name, value) in self.entries() {
            dict.set_str(&name.to_str(), value);
        }
        self.adopt(dict.clone());
        dict
    }

    /// `__dict__ = dict`.
    pub fn adopt(&self, dict: Ref<Dict>) {
        let table = Table {
            entries: Vec::new(),
            seen: !0,
            more: Some(Box::new(More::Live(Live(dict)))),
        };
        drop(self.change(|old| std::mem::replace(old, table)));
    }

    pub fn get(&self, name: Sym) -> Option<Value> {
        let table = self.table();
        match table.find(name) {
            Some(at) => Some(table.entries[at].1.clone()),
            None if table.more.is_none() => None,
            None => self.live().and_then(|live| live.get(name)),
        }
    }

    /// The value of `name`, if `place` says where it is.
    #[inline]
    pub fn get_at(&self, name: Sym, place: &Cell<u8>) -> Option<Value> {
        match self.table().entries.get(usize::from(place.get())) {
            Some((there, value)) if *there == name => Some(value.clone()),
            _ => None,
        }
    }

    /// `get` where `place` was wrong; it is corrected.
    pub fn seek(&self, name: Sym, place: &Cell<u8>) -> Option<Value> {
        if let Some(at) = self.table().find(name) {
            place.set(at as u8);
        }
        self.get(name)
    }

    /// True when there is an entry of that name.
    #[inline]
    pub fn has(&self, name: Sym) -> bool {
        let table = self.table();
        table.seen & bit(name) != 0 && (table.find(name).is_some() || self.get(name).is_some())
    }

    /// Stores a value; a new name goes to the end.
    pub fn set(&self, name: Sym, value: Value) {
        self.set_at(name, value, &Cell::new(0), &Cell::new(0));
    }

    /// `set` with a guess of where the entry is and of how many there will be, which are corrected.
    #[inline]
    pub fn set_at(&self, name: Sym, value: Value, place: &Cell<u8>, room: &Cell<u8>) {
        let mut value = Some(value);
        let old = self.change(|table| match table.entries.get_mut(usize::from(place.get())) {
            Some((there, old)) if *there == name => value.take().map(|value| std::mem::replace(old, value)),
            _ => None,
        });
        // The old value may run user code when it goes: not while the table is in use.
        drop(old);
        if let Some(value) = value {
            self.set_elsewhere(name, value, place, room);
        }
    }

    fn set_elsewhere(&self, name: Sym, value: Value, place: &Cell<u8>, room: &Cell<u8>) {
        if let Some(live) = self.live() {
            return live.set(name, value);
        }
        let old = self.change(|table| match table.find(name) {
            Some(at) => {
                place.set(at as u8);
                Some(std::mem::replace(&mut table.entries[at].1, value))
            }
            None => {
                let at = table.entries.len();
                if table.entries.capacity() == 0 {
                    table.entries = Vec::with_capacity(usize::from(room.get()));
                }
                table.push(name, value);
                place.set(at as u8);
                if at < 255 && at as u8 >= room.get() {
                    room.set(at as u8 + 1);
                }
                None
            }
        });
        drop(old);
    }

    pub fn remove(&self, name: Sym) -> Option<Value> {
        if let Some(live) = self.live() {
            return live.remove(name);
        }
        self.change(|table| {
            let at = table.find(name)?;
            let (_, value) = table.entries.remove(at);
            table.more = None;
            table.index();
            Some(value)
        })
    }

    pub fn len(&self) -> usize {
        match self.live() {
            Some(live) => live.entries().len(),
            None => self.table().entries.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A snapshot in insertion order.
    pub fn entries(&self) -> Vec<(Sym, Value)> {
        match self.live() {
            Some(live) => live.entries(),
            None => self.table().entries.clone(),
        }
    }
}

impl Default for Attrs {
    fn default() -> Attrs {
        Attrs::new()
    }
}
