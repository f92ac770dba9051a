//! `set` and `frozenset`: one body for both. Lookups survive Python code changing the set under them; the algebra
//! goes through the same steps as CPython 3.11 so that results have the same order. Methods are in `set_methods`.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::Iter;
use crate::map::cursor::SetCursor;
use crate::map::set_table::{Slots, Sought, Walk};
use crate::map::{set_methods, Dict};
use crate::object::vtable::{AttrFn, CallMethodFn};
use crate::object::{attr, symbols as sym, BinOp, Class, CmpOp, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::items::{self, Showing};
use std::cell::{Cell, RefCell};

pub struct Set {
    pub(super) slots: RefCell<Slots>,
    frozen: bool,
    /// The hash of a frozenset once it was asked for.
    hash: Cell<Option<i64>>,
}

pub static SET: TypeInfo = TypeInfo {
    new: Some(set_new),
    init: Some(set_init),
    method: set_methods::set_method,
    class_attr: items::no_hash,
    names: set_methods::NAMES,
    subclassable: true,
    ..TypeInfo::plain("set")
};

pub static FROZENSET: TypeInfo = TypeInfo {
    new: Some(frozenset_new),
    method: set_methods::frozenset_method,
    names: set_methods::FROZEN_NAMES,
    subclassable: true,
    ..TypeInfo::plain("frozenset")
};

/// The vtable's own type of both; `class` tells them apart.
static ANY_SET: TypeInfo = TypeInfo {
    method: set_methods::set_method,
    ..TypeInfo::plain("set")
};

impl Set {
    #[allow(clippy::new_ret_no_self)]
    pub fn new() -> Ref<Set> {
        Set::empty(false)
    }

    pub fn empty(frozen: bool) -> Ref<Set> {
        Ref::new(Set {
            slots: RefCell::default(),
            frozen,
            hash: Cell::new(None),
        })
    }

    /// The set or frozenset inside `x`, which may be an instance of a subclass.
    pub fn of(x: &Value) -> Option<Ref<Set>> {
        match x.cast::<Set>() {
            Some(set) => Some(set.clone()),
            None => x.obj()?.payload().as_ref().and_then(Set::of),
        }
    }

    /// A set of what `iterable` gives.
    pub fn from(iterable: &Value, frozen: bool) -> R<Ref<Set>> {
        let set = Set::empty(frozen);
        set.update(iterable)?;
        Ok(set)
    }

    /// A set display or comprehension's items, added one by one.
    pub fn from_items(items: Vec<Value>) -> R<Value> {
        let set = Set::new();
        for item in items {
            set.add(item)?;
        }
        Ok(set.value())
    }

    /// A display of three or more constants: CPython folds it into a frozenset, twice, and updates an empty set from
    /// it, which shows in the order.
    pub fn from_constants(items: Vec<Value>) -> R<Value> {
        let first = Set::empty(true);
        for item in items {
            first.add(item)?;
        }
        let second = Set::empty(true);
        for item in first.items() {
            second.add(item)?;
        }
        let set = Set::new();
        set.merge(&second)?;
        Ok(set.value())
    }

    pub fn is_frozen(&self) -> bool {
        self.frozen
    }
    pub fn len(&self) -> usize {
        self.slots.borrow().used
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The items in order.
    pub fn items(&self) -> Vec<Value> {
        let mut all = Vec::with_capacity(self.len());
        let mut from = 0;
        while let Some((at, _, key)) = self.item_from(from) {
            all.push(key);
            from = at + 1;
        }
        all
    }

    /// The first item in slot `from` or later: slot, hash, key.
    pub(super) fn item_from(&self, from: usize) -> Option<(usize, i64, Value)> {
        let slots = self.slots.borrow();
        let at = slots.next_from(from)?;
        let slot = &slots.slots[at];
        Some((at, slot.hash, slot.key.clone()))
    }

    /// Calls `f` with each item and its hash, seeing the set live; `f` says whether to go on.
    fn each(&self, mut f: impl FnMut(Value, i64) -> R<bool>) -> R<bool> {
        let mut from = 0;
        while let Some((at, hash, key)) = self.item_from(from) {
            if !f(key, hash)? {
                return Ok(false);
            }
            from = at + 1;
        }
        Ok(true)
    }

    fn find(&self, key: &Value, hash: i64) -> R<Sought> {
        let mut walk = Walk::new(hash, self.slots.borrow().mask());
        loop {
            let (sought, generation) = {
                let slots = self.slots.borrow();
                (slots.seek(key, hash, &mut walk), slots.generation)
            };
            let Sought::Ask(at, candidate) = sought else {
                return Ok(sought);
            };
            let equal = candidate.same_or_eq(key)?;
            let slots = self.slots.borrow();
            let kept = slots.generation == generation
                && slots.slots.get(at).is_some_and(|slot| slot.key.is(&candidate));
            if equal && kept {
                return Ok(Sought::Found(at));
            }
            if !kept {
                walk = Walk::new(hash, slots.mask());
            }
        }
    }

    pub fn add(&self, key: Value) -> R<()> {
        let hash = key.hash()?;
        self.add_hashed(key, hash)
    }

    pub fn add_hashed(&self, key: Value, hash: i64) -> R<()> {
        {
            let mut slots = self.slots.borrow_mut();
            let mut walk = Walk::new(hash, slots.mask());
            match slots.seek(&key, hash, &mut walk) {
                Sought::Missing(at) => {
                    slots.fill_at(at, key, hash);
                    return Ok(());
                }
                Sought::Found(_) => return Ok(()),
                Sought::Ask(..) => {}
            }
        }
        if let Sought::Missing(at) = self.find(&key, hash)? {
            self.slots.borrow_mut().fill_at(at, key, hash);
        }
        Ok(())
    }

    /// Whether a key is there that `eq` knows. Neither this nor the others whose names end in `plain` run Python code.
    #[inline]
    pub fn has_plain(&self, hash: i64, eq: impl Fn(&Value) -> bool) -> bool {
        matches!(self.seek_plain(hash, eq), Sought::Found(_))
    }

    #[inline]
    fn seek_plain(&self, hash: i64, eq: impl Fn(&Value) -> bool) -> Sought {
        let slots = self.slots.borrow();
        slots.seek_by(hash, &mut Walk::new(hash, slots.mask()), |key| Some(eq(key)))
    }

    /// Adds a key; `key` makes its Value when it is a new one.
    #[inline]
    pub fn add_plain(&self, hash: i64, eq: impl Fn(&Value) -> bool, key: impl FnOnce() -> Value) {
        if let Sought::Missing(at) = self.seek_plain(hash, eq) {
            self.slots.borrow_mut().fill_at(at, key(), hash);
        }
    }

    /// Takes a key out; false when it was not there.
    #[inline]
    pub fn discard_plain(&self, hash: i64, eq: impl Fn(&Value) -> bool) -> bool {
        let Sought::Found(at) = self.seek_plain(hash, eq) else {
            return false;
        };
        let old = self.slots.borrow_mut().vacate(at);
        drop(old);
        true
    }

    pub fn has_hashed(&self, key: &Value, hash: i64) -> R<bool> {
        Ok(matches!(self.find(key, hash)?, Sought::Found(_)))
    }

    /// `key in self`; a set is looked up as the equal frozenset.
    pub fn has(&self, key: &Value) -> R<bool> {
        let (key, hash) = lookup_key(key)?;
        self.has_hashed(&key, hash)
    }

    /// Takes a key out; false when it was not there.
    pub fn discard(&self, key: &Value) -> R<bool> {
        let (key, hash) = lookup_key(key)?;
        self.discard_hashed(&key, hash)
    }

    pub fn discard_hashed(&self, key: &Value, hash: i64) -> R<bool> {
        match self.find(key, hash)? {
            Sought::Found(at) => {
                let old = self.slots.borrow_mut().vacate(at);
                drop(old);
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// `set.pop()`.
    pub fn pop(&self) -> R<Value> {
        match self.slots.borrow_mut().pop() {
            Some(item) => Ok(item),
            None => Err(exc::KeyError.err_key(Value::from("pop from an empty set"))),
        }
    }

    /// `self | set`, of self's kind.
    pub fn union(&self, other: &Set) -> R<Ref<Set>> {
        let result = self.copy(self.frozen)?;
        if !std::ptr::eq(self, other) {
            result.merge(other)?;
        }
        Ok(result)
    }

    pub fn clear(&self) {
        self.put(Slots::default());
    }

    /// The same items in a set of the given kind; the table may come out tidier.
    pub fn copy(&self, frozen: bool) -> R<Ref<Set>> {
        let copy = Set::empty(frozen);
        copy.merge(self)?;
        Ok(copy)
    }

    pub fn merge(&self, other: &Set) -> R<()> {
        if std::ptr::eq(self, other) || other.is_empty() {
            return Ok(());
        }
        {
            let (mut mine, theirs) = (self.slots.borrow_mut(), other.slots.borrow());
            mine.reserve(theirs.used);
            if mine.take_over(&theirs) {
                return Ok(());
            }
        }
        other.each(|key, hash| self.add_hashed(key, hash).map(|()| true))?;
        Ok(())
    }

    /// `set.update(iterable)`.
    pub fn update(&self, iterable: &Value) -> R<()> {
        if let Some(other) = Set::of(iterable) {
            return self.merge(&other);
        }
        if let Some(dict) = iterable.cast::<Dict>() {
            self.slots.borrow_mut().reserve(dict.len());
            let mut from = 0;
            while let Some((at, hash, key, _)) = dict.hashed_from(from) {
                self.add_hashed(key, hash)?;
                from = at + 1;
            }
            return Ok(());
        }
        let mut iter = iterable.iter()?;
        while let Some(item) = iter.next()? {
            self.add(item)?;
        }
        Ok(())
    }

    /// `self & iterable`, of self's kind.
    pub fn intersection(&self, iterable: &Value) -> R<Ref<Set>> {
        if let Some(other) = Set::of(iterable) {
            return self.intersect(&other);
        }
        let result = Set::empty(self.frozen);
        let mut iter = iterable.iter()?;
        while let Some(key) = iter.next()? {
            let hash = key.hash()?;
            if self.has_hashed(&key, hash)? {
                result.add_hashed(key, hash)?;
            }
        }
        Ok(result)
    }

    fn intersect(&self, other: &Set) -> R<Ref<Set>> {
        if std::ptr::eq(self, other) {
            return self.copy(self.frozen);
        }
        let result = Set::empty(self.frozen);
        let (big, small) = if other.len() > self.len() {
            (other, self)
        } else {
            (self, other)
        };
        small.each(|key, hash| {
            if big.has_hashed(&key, hash)? {
                result.add_hashed(key, hash)?;
            }
            Ok(true)
        })?;
        Ok(result)
    }

    /// `self - iterable`, of self's kind.
    pub fn difference(&self, iterable: &Value) -> R<Ref<Set>> {
        let set = Set::of(iterable);
        let dict = iterable.cast::<Dict>();
        let size = match (&set, dict) {
            (Some(set), _) => Some(set.len()),
            (None, Some(dict)) => Some(dict.len()),
            _ => None,
        };
        // A small subtrahend is taken out of a copy; otherwise what stays is added to an empty set.
        if size.map_or(true, |size| self.len() >> 2 > size) {
            let result = self.copy(self.frozen)?;
            result.difference_update(iterable)?;
            return Ok(result);
        }
        let result = Set::empty(self.frozen);
        self.each(|key, hash| {
            let gone = match (&set, dict) {
                (Some(set), _) => set.has_hashed(&key, hash)?,
                (None, Some(dict)) => dict.get_hashed(&key, hash)?.is_some(),
                _ => false,
            };
            if !gone {
                result.add_hashed(key, hash)?;
            }
            Ok(true)
        })?;
        Ok(result)
    }

    pub fn difference_update(&self, iterable: &Value) -> R<()> {
        match Set::of(iterable) {
            Some(other) if std::ptr::eq(self, &*other) => {
                self.clear();
                return Ok(());
            }
            Some(mut other) => {
                if other.len() >> 3 > self.len() {
                    other = other.intersect(self)?;
                }
                other.each(|key, hash| self.discard_hashed(&key, hash).map(|_| true))?;
            }
            None => {
                let mut iter = iterable.iter()?;
                while let Some(key) = iter.next()? {
                    let hash = key.hash()?;
                    self.discard_hashed(&key, hash)?;
                }
            }
        }
        self.slots.borrow_mut().tidy();
        Ok(())
    }

    pub fn symmetric_difference_update(&self, iterable: &Value) -> R<()> {
        if let Some(dict) = iterable.cast::<Dict>() {
            let mut from = 0;
            while let Some((at, hash, key, _)) = dict.hashed_from(from) {
                self.flip(key, hash)?;
                from = at + 1;
            }
            return Ok(());
        }
        let other = match Set::of(iterable) {
            Some(other) if std::ptr::eq(self, &*other) => {
                self.clear();
                return Ok(());
            }
            Some(other) => other,
            None => Set::from(iterable, self.frozen)?,
        };
        other.each(|key, hash| self.flip(key, hash))?;
        Ok(())
    }

    /// `self ^ iterable`, of self's kind: what the other has is the start.
    pub fn symmetric_difference(&self, iterable: &Value) -> R<Ref<Set>> {
        let result = Set::from(iterable, self.frozen)?;
        self.each(|key, hash| result.flip(key, hash))?;
        Ok(result)
    }

    fn flip(&self, key: Value, hash: i64) -> R<bool> {
        if !self.discard_hashed(&key, hash)? {
            self.add_hashed(key, hash)?;
        }
        Ok(true)
    }

    pub fn is_subset(&self, other: &Set) -> R<bool> {
        if self.len() > other.len() {
            return Ok(false);
        }
        self.each(|key, hash| other.has_hashed(&key, hash))
    }

    pub fn is_disjoint(&self, other: &Value) -> R<bool> {
        if let Some(other) = Set::of(other) {
            if std::ptr::eq(self, &*other) {
                return Ok(self.is_empty());
            }
            let (big, small) = if other.len() > self.len() {
                (&*other, self)
            } else {
                (self, &*other)
            };
            return small.each(|key, hash| big.has_hashed(&key, hash).map(|found| !found));
        }
        let mut iter = other.iter()?;
        while let Some(key) = iter.next()? {
            let hash = key.hash()?;
            if self.has_hashed(&key, hash)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes over another set's items in place of its own.
    pub(super) fn swap_in(&self, other: &Set) {
        self.put(other.slots.take());
    }

    /// A new table in place of the old one; the finger of `pop` stays where it was.
    fn put(&self, new: Slots) {
        let mut slots = self.slots.borrow_mut();
        let (generation, finger) = (slots.generation.wrapping_add(1), slots.finger);
        let old = std::mem::replace(
            &mut *slots,
            Slots {
                generation,
                finger,
                ..new
            },
        );
        drop(slots);
        drop(old);
    }

    fn show(&self, name: &str) -> R<Str> {
        let _frame = items::deeper(" while getting the repr of an object")?;
        let plain = name == "set";
        let mut text = if plain {
            b"{".to_vec()
        } else {
            crate::join![name, "({"].into_bytes()
        };
        for (i, item) in self.items().into_iter().enumerate() {
            if i > 0 {
                text.extend_from_slice(b", ");
            }
            text.extend_from_slice(item.repr()?.bytes());
        }
        text.extend_from_slice(if plain { b"}" } else { b"})" });
        Ok(Str::from_bytes(text))
    }

    /// `repr` of a set whose class is called `name`.
    pub fn repr_as(this: &Ref<Set>, name: &str) -> R<Str> {
        if this.is_empty() {
            return Ok(Str::from(crate::join![name, "()"]));
        }
        match Showing::enter(this.as_obj()) {
            Some(_showing) => this.show(name),
            None => Ok(Str::from(crate::join![name, "(...)"])),
        }
    }
}

/// The key and hash to search for: a set stands for the equal frozenset.
fn lookup_key(key: &Value) -> R<(Value, i64)> {
    match key.hash() {
        Ok(hash) => Ok((key.clone(), hash)),
        Err(e) => match Set::of(key) {
            Some(set) if e.is(&exc::TypeError) => {
                let frozen = set.copy(true)?.value();
                let hash = frozen.hash()?;
                Ok((frozen, hash))
            }
            _ => Err(e),
        },
    }
}

/// `set(iterable)`: makes the empty set that `init` fills.
fn set_new(_: &Ref<Class>, _: Args) -> R<Value> {
    Ok(Set::new().value())
}

fn set_init(this: &Value, args: Args) -> R<Value> {
    let Some(set) = Set::of(this) else {
        return Err(items::wrong_receiver("set", this));
    };
    args.no_keywords("set")?;
    let values = args.between("set", 0, 1)?;
    if !set.is_empty() {
        set.clear();
    }
    if let [iterable] = values {
        set.update(iterable)?;
    }
    Ok(Value::None)
}

/// `frozenset(iterable)`: a frozenset is its own copy.
fn frozenset_new(class: &Ref<Class>, args: Args) -> R<Value> {
    if class.is_builtin() {
        args.no_keywords("frozenset")?;
    }
    let plain = Args::positional(args.plain());
    match plain.between("frozenset", 0, 1)? {
        [x] => match x.cast::<Set>() {
            Some(set) if set.frozen => Ok(x.clone()),
            _ => Ok(Set::from(x, true)?.value()),
        },
        _ => Ok(Set::empty(true).value()),
    }
}

/// A method of set that frozenset does not have.
fn changes_sets(name: Sym) -> bool {
    set_methods::set_method(name).is_some() && set_methods::frozenset_method(name).is_none()
}

#[cold]
pub(super) fn key_error(key: &Value) -> PyErr {
    crate::map::key_error(key)
}

impl PyObject for Set {
    const TYPE: &'static TypeInfo = &ANY_SET;

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        if this.frozen {
            &FROZENSET
        } else {
            &SET
        }
    }
    fn repr(this: &Ref<Self>) -> R<Str> {
        Set::repr_as(this, if this.frozen { "frozenset" } else { "set" })
    }
    fn repr_named(this: &Ref<Self>, name: &str) -> R<Str> {
        Set::repr_as(this, name)
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        if !this.frozen {
            return Err(items::unhashable("set"));
        }
        if let Some(hash) = this.hash.get() {
            return Ok(hash);
        }
        let hash = this.slots.borrow().hash();
        this.hash.set(Some(hash));
        Ok(hash)
    }
    fn truth(this: &Ref<Self>) -> R<bool> {
        Ok(!this.is_empty())
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        Ok(Some(Set::len(this)))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Set(SetCursor::new(this.clone()))))
    }
    fn contains(this: &Ref<Self>, item: &Value) -> R<Option<bool>> {
        this.has(item).map(Some)
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        let Some(other) = Set::of(other) else {
            return Ok(Value::NotImplemented);
        };
        let same = || -> R<bool> {
            if this.len() != other.len() {
                return Ok(false);
            }
            if let (Some(a), Some(b)) = (this.hash.get(), other.hash.get()) {
                if a != b {
                    return Ok(false);
                }
            }
            this.is_subset(&other)
        };
        Ok(Value::Bool(match op {
            CmpOp::Eq => same()?,
            CmpOp::Ne => !same()?,
            CmpOp::Le => this.is_subset(&other)?,
            CmpOp::Ge => other.is_subset(this)?,
            CmpOp::Lt => this.len() < other.len() && this.is_subset(&other)?,
            CmpOp::Gt => this.len() > other.len() && other.is_subset(this)?,
        }))
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        let Some(set) = Set::of(other) else {
            return Ok(Value::NotImplemented);
        };
        Ok(match op {
            BinOp::And => this.intersection(other)?.value(),
            BinOp::Sub => this.difference(other)?.value(),
            BinOp::Xor => this.symmetric_difference(other)?.value(),
            BinOp::Or => this.union(&set)?.value(),
            _ => Value::NotImplemented,
        })
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match Set::of(other) {
            Some(other) => Self::binary(&other, op, &this.value()),
            None => Ok(Value::NotImplemented),
        }
    }
    const ATTR: AttrFn<Self> = Some(|this, name| {
        if this.frozen && changes_sets(name) {
            return Ok(None);
        }
        if !this.frozen && name == sym::__hash__ {
            return Ok(Some(Value::None));
        }
        attr::builtin_attr(this.as_obj(), name)
    });
    const CALL_METHOD: CallMethodFn<Self> = Some(|this, name, args| {
        if this.frozen && changes_sets(name) {
            return Err(attr::no_attribute(&this.value(), name));
        }
        attr::builtin_call_method(this.as_obj(), name, args)
    });
    fn inplace(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        if this.frozen || Set::of(other).is_none() {
            return Ok(Value::NotImplemented);
        }
        match op {
            BinOp::Or => this.update(other)?,
            BinOp::And => this.swap_in(&*this.intersection(other)?),
            BinOp::Sub => this.difference_update(other)?,
            BinOp::Xor => this.symmetric_difference_update(other)?,
            _ => return Ok(Value::NotImplemented),
        }
        Ok(this.value())
    }
}
