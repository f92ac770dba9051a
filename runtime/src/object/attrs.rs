//! `Attrs`: the ordered attribute table of an instance, class, module or function.
use crate::map::Dict;
use crate::object::hash::Fnv;
use crate::object::{Ref, Sym, Value};
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// Up to this many names a linear scan is fastest.
const SMALL: usize = 8;

/// Hashed by FNV-1a: the default hasher links the system's random numbers.
type Index = HashMap<Sym, usize, BuildHasherDefault<Fnv>>;

pub struct Attrs(RefCell<Table>);

struct Table {
    entries: Vec<(Sym, Value)>,
    /// Position of each name, once there are more than `SMALL`.
    index: Option<Box<Index>>,
    /// Once the program has asked for `__dict__`, the attributes live there instead.
    live: Option<Live>,
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

impl Table {
    fn find(&self, name: Sym) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(&name).copied(),
            None => self.entries.iter().position(|(n, _)| *n == name),
        }
    }
}

impl Attrs {
    pub const fn new() -> Attrs {
        Attrs(RefCell::new(Table {
            entries: Vec::new(),
            index: None,
            live: None,
        }))
    }

    fn live(&self) -> Option<Live> {
        self.0.borrow().live.clone()
    }

    pub fn is_live(&self) -> bool {
        self.0.borrow().live.is_some()
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
        self.clear();
        self.0.borrow_mut().live = Some(Live(dict));
    }

    pub fn get(&self, name: Sym) -> Option<Value> {
        let table = self.0.borrow();
        if table.live.is_none() {
            return table.find(name).map(|at| table.entries[at].1.clone());
        }
        drop(table);
        self.live().and_then(|live| live.get(name))
    }

    /// Stores a value; a new name goes to the end.
    pub fn set(&self, name: Sym, value: Value) {
        if let Some(live) = self.live() {
            return live.set(name, value);
        }
        let mut table = self.0.borrow_mut();
        let old = match table.find(name) {
            Some(at) => std::mem::replace(&mut table.entries[at].1, value),
            None => {
                let at = table.entries.len();
                table.entries.push((name, value));
                if let Some(index) = &mut table.index {
                    index.insert(name, at);
                } else if at >= SMALL {
                    table.index = Some(Box::new(
                        table.entries.iter().enumerate().map(|(i, e)| (e.0, i)).collect(),
                    ));
                }
                Value::Unset
            }
        };
        // The old value may run user code when it goes: not under the borrow.
        drop(table);
        drop(old);
    }

    pub fn remove(&self, name: Sym) -> Option<Value> {
        if let Some(live) = self.live() {
            return live.remove(name);
        }
        let mut table = self.0.borrow_mut();
        let at = table.find(name)?;
        let (_, value) = table.entries.remove(at);
        if table.index.is_some() {
            table.index = Some(Box::new(
                table.entries.iter().enumerate().map(|(i, e)| (e.0, i)).collect(),
            ));
        }
        Some(value)
    }

    pub fn len(&self) -> usize {
        match self.live() {
            Some(live) => live.entries().len(),
            None => self.0.borrow().entries.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn clear(&self) {
        let old = std::mem::replace(
            &mut *self.0.borrow_mut(),
            Table {
                entries: Vec::new(),
                index: None,
                live: None,
            },
        );
        drop(old);
    }

    /// A snapshot in insertion order.
    pub fn entries(&self) -> Vec<(Sym, Value)> {
        match self.live() {
            Some(live) => live.entries(),
            None => self.0.borrow().entries.clone(),
        }
    }
}

impl Default for Attrs {
    fn default() -> Attrs {
        Attrs::new()
    }
}
