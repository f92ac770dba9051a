//! What a class answers for the names it was asked about, and what an instance's attribute access has to know of each
//! answer. A table grows and is never freed, as classes are; a change of a class takes single answers out.
use crate::call::{Function, MethodDef, Property};
use crate::map::{Dict, Set};
use crate::object::{slots, symbols as sym, StrBody, Sym, Value};
use crate::seq::{List, Tuple};
use std::cell::{Cell, UnsafeCell};

/// What a class holds under a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Not known (any more).
    Stale,
    /// Nothing: an instance may have an attribute of that name.
    Absent,
    /// A function of Python code.
    Function,
    /// A value that does not bind to instances.
    Constant,
    /// A method of a builtin type.
    Builtin,
    Property,
    /// A name of `__slots__`.
    Member,
    /// Whatever needs a closer look.
    Other,
}

impl Kind {
    /// The kind of what the MRO gave for a name.
    fn of(name: Sym, found: Option<&Value>) -> Kind {
        if matches!(name, sym::__class__ | sym::__dict__) {
            return Kind::Other;
        }
        let Some(Value::Obj(object)) = found else {
            return match found {
                None => Kind::Absent,
                Some(_) => Kind::Constant,
            };
        };
        if object.is::<Function>() {
            Kind::Function
        } else if object.is::<MethodDef>() {
            Kind::Builtin
        } else if object.is::<Property>() {
            Kind::Property
        } else if object.is::<slots::Member>() {
            Kind::Member
        } else if object.is::<StrBody>()
            || object.is::<List>()
            || object.is::<Dict>()
            || object.is::<Tuple>()
            || object.is::<Set>()
        {
            Kind::Constant
        } else {
            Kind::Other
        }
    }
}

pub struct Slot {
    name: Cell<Option<Sym>>,
    kind: Cell<Kind>,
    /// Where the last instance that was asked keeps its own attribute of this name.
    pub place: Cell<u8>,
    value: UnsafeCell<Value>,
}

impl Slot {
    #[inline]
    pub fn kind(&self) -> Kind {
        self.kind.get()
    }

    /// What the class holds; Unset: nothing.
    #[inline]
    pub fn value(&self) -> Value {
        // SAFETY: the reference ends with the clone, which runs no other code.
        unsafe { (*self.value.get()).clone() }
    }

    fn store(&self, kind: Kind, value: Value) -> Value {
        self.kind.set(kind);
        // SAFETY: no reference to the value is alive, because `value` gives copies; the old one is moved out.
        unsafe { std::mem::replace(&mut *self.value.get(), value) }
    }
}

/// Entries of a new table; a power of two, as all sizes.
const FIRST: usize = 16;
/// A table of this size starts anew when it is full, so that made-up names do not fill the memory.
const LARGEST: usize = 1024;

pub struct Cache {
    slots: Cell<&'static [Slot]>,
    used: Cell<usize>,
}

impl Cache {
    pub const fn new() -> Cache {
        Cache {
            slots: Cell::new(&[]),
            used: Cell::new(0),
        }
    }

    /// The place of a name: its own, or the free one where it would go. None: there is no table yet.
    #[inline]
    fn place(slots: &'static [Slot], name: Sym) -> Option<&'static Slot> {
        let mask = slots.len().wrapping_sub(1);
        let mut at = name.0 as usize & mask;
        loop {
            let slot = slots.get(at)?;
            match slot.name.get() {
                Some(other) if other != name => at = (at + 1) & mask,
                _ => return Some(slot),
            }
        }
    }

    /// The answer for `name`, when it is known.
    #[inline]
    pub fn get(&self, name: Sym) -> Option<&'static Slot> {
        Cache::place(self.slots.get(), name).filter(|slot| slot.kind.get() != Kind::Stale)
    }

    /// Notes what the MRO gave for `name`.
    pub fn fill(&self, name: Sym, found: Option<Value>) -> &'static Slot {
        // Dropped last: the last holder of a value may run user code.
        let _forgotten = (self.used.get() * 2 >= self.slots.get().len()).then(|| self.grow());
        let slots = self.slots.get();
        let slot = Cache::place(slots, name).unwrap_or(&slots[0]);
        if slot.name.replace(Some(name)).is_none() {
            self.used.set(self.used.get() + 1);
        }
        let kind = Kind::of(name, found.as_ref());
        // A stale entry holds no value, so that nothing is dropped here.
        drop(slot.store(kind, found.unwrap_or(Value::Unset)));
        slot
    }

    /// Forgets the answer for a name, or all; the caller drops what it was, when nothing is half done any more.
    pub fn forget(&self, name: Option<Sym>, held: &mut Vec<Value>) {
        let mut forget = |slot: &Slot| {
            if slot.kind.get() != Kind::Stale {
                held.push(slot.store(Kind::Stale, Value::Unset));
            }
        };
        match name {
            Some(name) => {
                if let Some(slot) = self.get(name) {
                    forget(slot);
                }
            }
            None => self.slots.get().iter().for_each(forget),
        }
    }

    /// A larger table; what it does not take over goes to the caller.
    fn grow(&self) -> Vec<Value> {
        let old = self.slots.get();
        let size = (old.len() * 2).clamp(FIRST, LARGEST);
        let empty = || Slot {
            name: Cell::new(None),
            kind: Cell::new(Kind::Stale),
            place: Cell::new(0),
            value: UnsafeCell::new(Value::Unset),
        };
        let slots: &'static [Slot] = Box::leak((0..size).map(|_| empty()).collect());
        let full = old.len() == LARGEST;
        let mut used = 0;
        let mut forgotten = Vec::new();
        for slot in old {
            let kind = slot.kind.get();
            let value = slot.store(Kind::Stale, Value::Unset);
            if full || kind == Kind::Stale {
                forgotten.push(value);
                continue;
            }
            if let (Some(name), Some(place)) = (
                slot.name.get(),
                slot.name.get().and_then(|n| Cache::place(slots, n)),
            ) {
                place.name.set(Some(name));
                place.place.set(slot.place.get());
                used += 1;
                forgotten.push(place.store(kind, value));
            }
        }
        self.slots.set(slots);
        self.used.set(used);
        forgotten
    }
}
