//! `dict`: lookups that survive Python code changing the dict under them, the object and its operators. Methods are
//! in `dict_methods`, views in `views`, the table in `table`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::iter::Iter;
use crate::map::cursor::{DictCursor, Part};
use crate::map::dict_methods;
use crate::map::table::{Probe, Seek, Table};
use crate::object::{symbols as sym, BinOp, Class, CmpOp, PyObject, Ref, Str, TypeInfo, Value};
use crate::seq::items::{self, Showing};
use std::cell::RefCell;

pub struct Dict {
    pub(super) table: RefCell<Table>,
}

pub static DICT: TypeInfo = TypeInfo {
    new: Some(dict_new),
    init: Some(dict_init),
    class_attr: items::no_hash,
    names: dict_methods::NAMES,
    subclassable: true,
    ..TypeInfo::plain("dict")
};

impl Dict {
    #[allow(clippy::new_ret_no_self)]
    pub fn new() -> Ref<Dict> {
        Dict::with_room(0)
    }

    pub fn with_room(count: usize) -> Ref<Dict> {
        Ref::new(Dict {
            table: RefCell::new(Table::with_room(count)),
        })
    }

    /// The dict inside a dict, a native subclass of it, or an instance of a Python subclass.
    pub fn of(x: &Value) -> Option<Ref<Dict>> {
        match x.cast::<Dict>() {
            Some(dict) => Some(dict.clone()),
            None => x.obj()?.payload().as_ref().and_then(Dict::of),
        }
    }

    /// A dict display: pairs in order, later ones winning.
    pub fn from_pairs(pairs: Vec<(Value, Value)>) -> R<Value> {
        let dict = Dict::with_room(pairs.len());
        for (key, value) in pairs {
            dict.set(key, value)?;
        }
        Ok(dict.into())
    }

    pub fn len(&self) -> usize {
        self.table.borrow().used
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry whose key is or equals `key`.
    #[inline]
    pub(super) fn find(&self, key: &Value, hash: i64) -> R<Option<usize>> {
        match self.table.borrow().seek(key, hash, &mut Probe::new(hash)) {
            Seek::Missing => return Ok(None),
            Seek::Found(at) => return Ok(Some(at)),
            Seek::Ask(..) => {}
        }
        self.find_asking(key, hash)
    }

    /// The same where `__eq__` must be asked; it may change the dict, and then the search starts again.
    fn find_asking(&self, key: &Value, hash: i64) -> R<Option<usize>> {
        let mut probe = Probe::new(hash);
        loop {
            let (seek, generation) = {
                let table = self.table.borrow();
                (table.seek(key, hash, &mut probe), table.generation)
            };
            match seek {
                Seek::Missing => return Ok(None),
                Seek::Found(at) => return Ok(Some(at)),
                Seek::Ask(at, candidate) => {
                    let equal = candidate.is_eq(key)?;
                    let table = self.table.borrow();
                    let kept = table.generation == generation
                        && table
                            .entries
                            .get(at)
                            .is_some_and(|entry| entry.key.is(&candidate));
                    if !kept {
                        probe = Probe::new(hash);
                    } else if equal {
                        return Ok(Some(at));
                    }
                }
            }
        }
    }

    /// `dict.get(key)`; TypeError when the key is not hashable.
    #[inline]
    pub fn get(&self, key: &Value) -> R<Option<Value>> {
        let hash = key.hash()?;
        self.get_hashed(key, hash)
    }

    pub fn get_hashed(&self, key: &Value, hash: i64) -> R<Option<Value>> {
        let at = self.find(key, hash)?;
        Ok(at.map(|at| self.table.borrow().entries[at].value.clone()))
    }

    /// What `read` makes of the value under the key that `eq` knows. Neither runs Python code; nor do the others whose
    /// names end in `plain`.
    #[inline]
    pub fn read_plain<X>(
        &self,
        hash: i64,
        eq: impl Fn(&Value) -> bool,
        read: impl FnOnce(&Value) -> X,
    ) -> Option<X> {
        let table = self.table.borrow();
        let at = table.seek_plain(hash, eq)?;
        Some(read(&table.entries[at].value))
    }

    /// `dict[key] = value`; `key` makes the key's Value when it is a new one.
    #[inline]
    pub fn set_plain(
        &self,
        hash: i64,
        eq: impl Fn(&Value) -> bool,
        key: impl FnOnce() -> Value,
        value: Value,
    ) {
        let mut table = self.table.borrow_mut();
        let old = match table.seek_plain(hash, eq) {
            Some(at) => std::mem::replace(&mut table.entries[at].value, value),
            None => return table.insert(hash, key(), value),
        };
        drop(table);
        drop(old);
    }

    /// Takes a key out and gives its value.
    #[inline]
    pub fn remove_plain(&self, hash: i64, eq: impl Fn(&Value) -> bool) -> Option<Value> {
        let mut table = self.table.borrow_mut();
        let at = table.seek_plain(hash, eq)?;
        let (old, value) = table.remove(at);
        drop(table);
        drop(old);
        Some(value)
    }

    pub fn contains_key(&self, key: &Value) -> R<bool> {
        let hash = key.hash()?;
        self.has_hashed(key, hash)
    }

    #[inline]
    pub fn has_hashed(&self, key: &Value, hash: i64) -> R<bool> {
        Ok(self.find(key, hash)?.is_some())
    }

    /// The value under a string key.
    pub fn get_str(&self, key: &Str) -> Option<Value> {
        let hash = key.hash_code();
        self.get_hashed(&Value::from(key.clone()), hash).ok().flatten()
    }

    /// `dict[key] = value`.
    #[inline]
    pub fn set(&self, key: Value, value: Value) -> R<()> {
        let hash = key.hash()?;
        self.set_hashed(key, hash, value)
    }

    pub fn set_hashed(&self, key: Value, hash: i64, value: Value) -> R<()> {
        let old = match self.find(&key, hash)? {
            Some(at) => std::mem::replace(&mut self.table.borrow_mut().entries[at].value, value),
            None => {
                self.table.borrow_mut().insert(hash, key, value);
                return Ok(());
            }
        };
        drop(old);
        Ok(())
    }

    /// Stores under a string key, which cannot fail unless another key's `__eq__` does.
    pub fn set_str(&self, key: &Str, value: Value) {
        let hash = key.hash_code();
        drop(self.set_hashed(Value::from(key.clone()), hash, value));
    }

    /// Takes a key out and gives its value.
    pub fn remove(&self, key: &Value) -> R<Option<Value>> {
        let hash = key.hash()?;
        self.remove_hashed(key, hash)
    }

    pub fn remove_hashed(&self, key: &Value, hash: i64) -> R<Option<Value>> {
        let Some(at) = self.find(key, hash)? else {
            return Ok(None);
        };
        let (old, value) = self.table.borrow_mut().remove(at);
        drop(old);
        Ok(Some(value))
    }

    /// `dict.pop(key)`; an empty dict does not even hash the key.
    pub fn pop(&self, key: &Value) -> R<Option<Value>> {
        if self.is_empty() {
            return Ok(None);
        }
        self.remove(key)
    }

    /// The value under `key`, storing `default()` first when it is absent.
    pub fn get_or_set(&self, key: &Value, default: impl FnOnce() -> Value) -> R<Value> {
        let hash = key.hash()?;
        if let Some(at) = self.find(key, hash)? {
            return Ok(self.table.borrow().entries[at].value.clone());
        }
        let value = default();
        self.table.borrow_mut().insert(hash, key.clone(), value.clone());
        Ok(value)
    }

    /// The last entry, taken out.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        self.table.borrow_mut().pop_last()
    }

    pub fn clear(&self) {
        let empty = self.table.borrow().emptied();
        drop(self.table.replace(empty));
    }

    /// The first living entry at position `from` or later: its position, key and value. A loop over positions sees
    /// the dict live, as CPython's own loops do.
    pub fn entry_from(&self, from: usize) -> Option<(usize, Value, Value)> {
        let table = self.table.borrow();
        let at = table.next_from(from)?;
        let entry = &table.entries[at];
        Some((at, entry.key.clone(), entry.value.clone()))
    }

    pub(super) fn hashed_from(&self, from: usize) -> Option<(usize, i64, Value, Value)> {
        let table = self.table.borrow();
        let at = table.next_from(from)?;
        let entry = &table.entries[at];
        Some((at, entry.hash, entry.key.clone(), entry.value.clone()))
    }

    /// Number of entry positions, tombstones included.
    pub(super) fn positions(&self) -> usize {
        self.table.borrow().entries.len()
    }

    pub fn keys(&self) -> Vec<Value> {
        self.pairs().into_iter().map(|(key, _)| key).collect()
    }

    /// All keys and values in order.
    pub fn pairs(&self) -> Vec<(Value, Value)> {
        let table = self.table.borrow();
        let living = table.entries.iter().filter(|entry| !entry.key.is_unset());
        living
            .map(|entry| (entry.key.clone(), entry.value.clone()))
            .collect()
    }

    pub fn copy(&self) -> Ref<Dict> {
        let copy = Dict::with_room(self.len());
        {
            let (from, mut to) = (self.table.borrow(), copy.table.borrow_mut());
            for entry in from.entries.iter().filter(|entry| !entry.key.is_unset()) {
                to.insert(entry.hash, entry.key.clone(), entry.value.clone());
            }
        }
        copy
    }

    /// Takes over all of another dict's entries.
    pub fn merge(&self, other: &Dict) -> R<()> {
        if std::ptr::eq(self, other) || other.is_empty() {
            return Ok(());
        }
        self.table.borrow_mut().reserve_for_merge(other.len());
        let positions = other.positions();
        let mut from = 0;
        while let Some((at, hash, key, value)) = other.hashed_from(from) {
            self.set_hashed(key, hash, value)?;
            if other.positions() != positions {
                return Err(exc::RuntimeError.err("dict mutated during update"));
            }
            from = at + 1;
        }
        Ok(())
    }

    /// `dict.update(x)` for a mapping or an iterable of pairs.
    pub fn update(&self, x: &Value) -> R<()> {
        if let Some(other) = Dict::of(x) {
            if x.special(sym::__iter__).is_none() {
                return self.merge(&other);
            }
        }
        if let Some(keys) = x.find_attr(sym::keys)? {
            let mut keys = keys.call(&[])?.iter()?;
            while let Some(key) = keys.next()? {
                let value = x.get_item(&key)?;
                self.set(key, value)?;
            }
            return Ok(());
        }
        self.update_from_pairs(x)
    }

    fn update_from_pairs(&self, x: &Value) -> R<()> {
        let mut iter = x.iter()?;
        let mut at = 0;
        while let Some(item) = iter.next()? {
            let number = || crate::numbers::int_text(at);
            let pair = items::collect_or(&item, "").map_err(|e| {
                if e.is(&exc::TypeError) && item.iter().is_err() {
                    exc::TypeError.err(crate::join![
                        "cannot convert dictionary update sequence element #",
                        &number(),
                        " to a sequence"
                    ])
                } else {
                    e
                }
            })?;
            let [key, value] = pair.as_slice() else {
                return Err(exc::ValueError.err(crate::join![
                    "dictionary update sequence element #",
                    &number(),
                    " has length ",
                    &crate::numbers::int_text(pair.len() as i64),
                    "; 2 is required"
                ]));
            };
            self.set(key.clone(), value.clone())?;
            at += 1;
        }
        Ok(())
    }

    /// `self == other`.
    fn same_as(&self, other: &Dict) -> R<bool> {
        if self.len() != other.len() {
            return Ok(false);
        }
        let _frame = items::deeper(" in comparison")?;
        let mut from = 0;
        while let Some((at, hash, key, value)) = self.hashed_from(from) {
            match other.get_hashed(&key, hash)? {
                Some(theirs) if value.same_or_eq(&theirs)? => {}
                _ => return Ok(false),
            }
            from = at + 1;
        }
        Ok(true)
    }

    /// `{key: value, ...}`.
    pub fn show(&self) -> R<Str> {
        let _frame = items::deeper(" while getting the repr of an object")?;
        let mut text = b"{".to_vec();
        let mut from = 0;
        while let Some((at, key, value)) = self.entry_from(from) {
            if text.len() > 1 {
                text.extend_from_slice(b", ");
            }
            text.extend_from_slice(key.repr()?.bytes());
            text.extend_from_slice(b": ");
            text.extend_from_slice(value.repr()?.bytes());
            from = at + 1;
        }
        text.push(b'}');
        Ok(Str::from_bytes(text))
    }
}

/// `dict(...)`: makes the empty dict that `init` fills.
fn dict_new(_: &Ref<Class>, _: Args) -> R<Value> {
    Ok(Dict::new().into())
}

fn dict_init(this: &Value, args: Args) -> R<Value> {
    let Some(dict) = Dict::of(this) else {
        return Err(items::wrong_receiver("dict", this));
    };
    update_args(&dict, "dict", args)?;
    Ok(Value::None)
}

/// The arguments of `dict()` and `dict.update()`.
pub(super) fn update_args(dict: &Dict, function: &str, args: Args) -> R<()> {
    let plain = Args::positional(args.plain());
    if let [x] = plain.between(function, 0, 1)? {
        dict.update(x)?;
    }
    for (name, value) in args.keywords() {
        dict.set(name.value(), value.clone())?;
    }
    Ok(())
}

/// The KeyError of a missing key: its argument is the key itself.
#[cold]
pub fn key_error(key: &Value) -> crate::error::PyErr {
    exc::KeyError.err_key(key.clone())
}

impl PyObject for Dict {
    const TYPE: &'static TypeInfo = &DICT;

    fn repr(this: &Ref<Self>) -> R<Str> {
        match Showing::enter(this.as_obj()) {
            Some(_showing) => this.show(),
            None => Ok(Str::fixed("{...}")),
        }
    }
    fn hash(_: &Ref<Self>) -> R<i64> {
        Err(items::unhashable("dict"))
    }
    fn truth(this: &Ref<Self>) -> R<bool> {
        Ok(!this.is_empty())
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        Ok(Some(Dict::len(this)))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Dict(DictCursor::new(this.clone(), Part::Keys))))
    }
    #[inline]
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        match this.get(key)? {
            Some(value) => Ok(value),
            None => Err(key_error(key)),
        }
    }
    #[inline]
    fn set_item(this: &Ref<Self>, key: &Value, value: Value) -> R<()> {
        this.set(key.clone(), value)
    }
    fn del_item(this: &Ref<Self>, key: &Value) -> R<()> {
        match this.remove(key)? {
            Some(_) => Ok(()),
            None => Err(key_error(key)),
        }
    }
    fn contains(this: &Ref<Self>, item: &Value) -> R<Option<bool>> {
        this.contains_key(item).map(Some)
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        match (op, Dict::of(other)) {
            (CmpOp::Eq | CmpOp::Ne, Some(other)) => {
                Ok(Value::Bool(this.same_as(&other)? == (op == CmpOp::Eq)))
            }
            _ => Ok(Value::NotImplemented),
        }
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match (op, Dict::of(other)) {
            (BinOp::Or, Some(other)) => {
                let all = this.copy();
                all.merge(&other)?;
                Ok(all.into())
            }
            _ => Ok(Value::NotImplemented),
        }
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match Dict::of(other) {
            Some(other) => Self::binary(&other, op, &this.value()),
            None => Ok(Value::NotImplemented),
        }
    }
    fn inplace(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        if op != BinOp::Or {
            return Ok(Value::NotImplemented);
        }
        this.update(other)?;
        Ok(this.value())
    }
}
