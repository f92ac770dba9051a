//! Modules: global variables as thread-local slots, and module objects over them.
use crate::error::{exc, PyErr, R};
use crate::object::attrs::Attrs;
use crate::object::vtable::{AttrFn, CallMethodFn, SetAttrFn};
use crate::object::{attr, symbols as sym, Int, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::{exact_bool, exact_f64, exact_i64, exact_int};
use std::cell::RefCell;
use std::mem::ManuallyDrop;
use std::thread::LocalKey;

/// One global variable. Never dropped by the thread's exit, so that an access is a plain load.
pub struct Slot {
    name: &'static str,
    value: ManuallyDrop<RefCell<Value>>,
    /// Once the program has asked for `globals()`, the value lives in the module's dict and `value` stays Unset.
    live: ManuallyDrop<RefCell<Option<Live>>>,
}

#[derive(Clone)]
struct Live {
    module: Ref<Module>,
    name: Sym,
}

impl Slot {
    pub const fn new(name: &'static str) -> Slot {
        Slot {
            name,
            value: ManuallyDrop::new(RefCell::new(Value::Unset)),
            live: ManuallyDrop::new(RefCell::new(None)),
        }
    }

    #[inline(never)]
    fn live(&self) -> Option<Live> {
        self.live.borrow().clone()
    }
}

/// What emitted code does with a global: `TOTAL.get()?`, `TOTAL.set(v)`.
pub trait Global {
    /// Reads the variable; unbound is a NameError.
    fn get(&'static self) -> R<Value>;
    /// The same where the compiler knows that the variable is bound.
    fn value(&'static self) -> Value;
    /// The same as `get` for a variable that is proved to hold a number of this type.
    fn get_bool(&'static self) -> R<bool>;
    fn get_i64(&'static self) -> R<i64>;
    fn get_int(&'static self) -> R<Int>;
    fn get_f64(&'static self) -> R<f64>;
    /// The value, Unset when unbound (for names that fall back to a builtin).
    fn peek(&'static self) -> Value;
    fn set(&'static self, value: Value);
    /// The value, or the builtin of that name while it is unbound.
    fn get_or(&'static self, builtin: impl FnOnce() -> Value) -> Value;
    /// `del name`.
    fn delete(&'static self) -> R<()>;
    /// NameError when the variable is not bound yet; used before a direct call of a function.
    fn ready(&'static self) -> R<()>;
}

impl Global for LocalKey<Slot> {
    #[inline]
    fn get(&'static self) -> R<Value> {
        let value = self.peek();
        if value.is_unset() {
            return Err(not_defined(self.with(|slot| slot.name)));
        }
        Ok(value)
    }
    #[inline]
    fn value(&'static self) -> Value {
        let value = self.peek();
        debug_assert!(!value.is_unset());
        value
    }
    #[inline]
    fn get_bool(&'static self) -> R<bool> {
        self.with(|slot| match *slot.value.borrow() {
            Value::Bool(value) => Some(value),
            _ => None,
        })
        .map_or_else(|| get_exact(self, exact_bool), Ok)
    }
    #[inline]
    fn get_i64(&'static self) -> R<i64> {
        self.with(|slot| match *slot.value.borrow() {
            Value::Int(value) => Some(value),
            _ => None,
        })
        .map_or_else(|| get_exact(self, exact_i64), Ok)
    }
    #[inline]
    fn get_int(&'static self) -> R<Int> {
        self.with(|slot| match *slot.value.borrow() {
            Value::Int(value) => Some(Int::new(value)),
            _ => None,
        })
        .map_or_else(|| get_exact(self, exact_int), Ok)
    }
    #[inline]
    fn get_f64(&'static self) -> R<f64> {
        self.with(|slot| match *slot.value.borrow() {
            Value::Float(value) => Some(value),
            _ => None,
        })
        .map_or_else(|| get_exact(self, exact_f64), Ok)
    }
    #[inline]
    fn peek(&'static self) -> Value {
        let value = self.with(|slot| slot.value.borrow().clone());
        if !value.is_unset() {
            return value;
        }
        match self.with(Slot::live) {
            Some(live) => live.module.attrs.get(live.name).unwrap_or(Value::Unset),
            None => value,
        }
    }
    #[inline]
    fn get_or(&'static self, builtin: impl FnOnce() -> Value) -> Value {
        match self.peek() {
            Value::Unset => builtin(),
            value => value,
        }
    }
    fn set(&'static self, value: Value) {
        if let Some(live) = self.with(Slot::live) {
            return live.module.attrs.set(live.name, value);
        }
        let old = self.with(|slot| slot.value.replace(value));
        drop(old);
    }
    fn delete(&'static self) -> R<()> {
        let old = match self.with(Slot::live) {
            Some(live) => live.module.attrs.remove(live.name).unwrap_or(Value::Unset),
            None => self.with(|slot| slot.value.replace(Value::Unset)),
        };
        if old.is_unset() {
            return Err(not_defined(self.with(|slot| slot.name)));
        }
        Ok(())
    }
    #[inline]
    fn ready(&'static self) -> R<()> {
        if self.with(|slot| slot.value.borrow().is_unset()) && self.peek().is_unset() {
            return Err(not_defined(self.with(|slot| slot.name)));
        }
        Ok(())
    }
}

/// What does not lie in the slot as a plain number: a big int, a live variable, or nothing.
#[cold]
#[inline(never)]
fn get_exact<T>(global: &'static LocalKey<Slot>, exact: fn(&Value) -> R<T>) -> R<T> {
    exact(&global.get()?)
}

#[cold]
pub fn not_defined(name: &str) -> PyErr {
    let error = exc::NameError.err(crate::join!["name '", name, "' is not defined"]);
    error.with_field(sym::name, Value::from(name))
}

/// Declares the global variables of a module: `globals! { TOTAL = "total", LIMIT = "limit" }`.
#[macro_export]
macro_rules! globals {
    ($($name:ident = $text:literal),* $(,)?) => {
        // One expansion each: `thread_local!` recurses over its list.
        $(::std::thread_local! {
            pub(crate) static $name: $crate::Slot = const { $crate::Slot::new($text) };
        })*
    };
}

/// What the compiler knows of a user's module.
pub struct ModuleInfo {
    pub name: &'static str,
    pub file: &'static str,
    pub doc: Option<&'static str>,
    pub package: bool,
    pub globals: &'static [(Sym, &'static LocalKey<Slot>)],
}

/// A module object: a user's module over its slots, or a module of the runtime over a table of members.
pub struct Module {
    pub name: String,
    members: Members,
    attrs: Attrs,
    doc: RefCell<Value>,
}

enum Members {
    Slots(&'static ModuleInfo),
    /// Looks a member up; made on first use, then kept in `attrs`.
    Native(fn(Sym) -> Option<Value>, &'static [&'static str]),
}

pub static MODULE: TypeInfo = TypeInfo::plain("module");

impl ModuleInfo {
    pub const fn new(
        name: &'static str,
        file: &'static str,
        globals: &'static [(Sym, &'static LocalKey<Slot>)],
    ) -> ModuleInfo {
        ModuleInfo {
            name,
            file,
            doc: None,
            package: false,
            globals,
        }
    }
    pub const fn doc(mut self, doc: &'static str) -> ModuleInfo {
        self.doc = Some(doc);
        self
    }
    pub const fn package(mut self) -> ModuleInfo {
        self.package = true;
        self
    }
}

impl Module {
    pub fn user(info: &'static ModuleInfo) -> Ref<Module> {
        let doc = info.doc.map_or(Value::None, |doc| Value::from(Str::fixed(doc)));
        Ref::new(Module {
            name: info.name.to_string(),
            members: Members::Slots(info),
            attrs: Attrs::new(),
            doc: RefCell::new(doc),
        })
    }

    /// A module of the runtime; `names` are its members for `dir()` and `import *`.
    pub fn native(
        name: &str,
        member: fn(Sym) -> Option<Value>,
        names: &'static [&'static str],
    ) -> Ref<Module> {
        Ref::new(Module {
            name: name.to_string(),
            members: Members::Native(member, names),
            attrs: Attrs::new(),
            doc: RefCell::new(Value::None),
        })
    }

    /// `globals()`: the dict where the module's names live from now on. `builtins` is given by who links them anyway.
    pub fn globals(this: &Ref<Module>, builtins: Option<Value>) -> Value {
        let Members::Slots(info) = &this.members else {
            return this.attrs.dict().value();
        };
        let fresh = info
            .globals
            .first()
            .is_none_or(|(_, slot)| slot.with(|s| s.live().is_none()));
        if fresh && !this.attrs.is_live() {
            let names = [
                (sym::__name__, Value::from(this.name.as_str())),
                (sym::__doc__, this.doc.borrow().clone()),
                (Sym::intern("__package__"), Value::None),
                (Sym::intern("__loader__"), Value::None),
                (Sym::intern("__spec__"), Value::None),
                (sym::__annotations__, crate::object::dict_of_syms(Vec::new())),
                (sym::__builtins__, builtins.unwrap_or(Value::Unset)),
                (sym::__file__, Value::from(Str::fixed(info.file))),
                (Sym::intern("__cached__"), Value::None),
            ];
            for (name, value) in names {
                if !value.is_unset() {
                    this.attrs.set(name, value);
                }
            }
            for (name, slot) in info.globals {
                let value = slot.peek();
                if !value.is_unset() {
                    this.attrs.set(*name, value);
                }
                let live = Live {
                    module: this.clone(),
                    name: *name,
                };
                slot.with(|slot| *slot.live.borrow_mut() = Some(live));
                let old = slot.with(|slot| slot.value.replace(Value::Unset));
                drop(old);
            }
        }
        this.attrs.dict().value()
    }

    /// `module.__dict__`.
    pub fn dict(this: &Ref<Module>) -> Value {
        match &this.members {
            Members::Slots(_) => Module::globals(this, None),
            Members::Native(..) => crate::object::attrs_dict(this.as_obj()),
        }
    }

    fn slot(&self, name: Sym) -> Option<&'static LocalKey<Slot>> {
        match &self.members {
            Members::Slots(info) => info
                .globals
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, slot)| *slot),
            Members::Native(..) => None,
        }
    }
}

impl PyObject for Module {
    const TYPE: &'static TypeInfo = &MODULE;

    fn repr(this: &Ref<Self>) -> R<Str> {
        Ok(Str::from(match &this.members {
            Members::Slots(info) => crate::join!["<module '", &this.name, "' from '", info.file, "'>"],
            Members::Native(..) => crate::join!["<module '", &this.name, "' (built-in)>"],
        }))
    }
    const ATTR: AttrFn<Self> = Some(|this, name| {
        if let Some(slot) = this.slot(name) {
            let value = slot.peek();
            if !value.is_unset() {
                return Ok(Some(value));
            }
        }
        if let Some(value) = this.attrs.get(name) {
            return Ok(Some(value));
        }
        if let Members::Native(member, _) = &this.members {
            if let Some(value) = member(name) {
                this.attrs.set(name, value.clone());
                return Ok(Some(value));
            }
        }
        match name {
            sym::__name__ => Ok(Some(Value::from(this.name.as_str()))),
            sym::__doc__ => Ok(Some(this.doc.borrow().clone())),
            sym::__file__ => match &this.members {
                Members::Slots(info) => Ok(Some(Value::from(Str::fixed(info.file)))),
                Members::Native(..) => Ok(None),
            },
            sym::__class__ | sym::__dict__ => attr::builtin_attr(this.as_obj(), name),
            _ => match this
                .attrs
                .get(sym::__getattr__)
                .or_else(|| this.slot(sym::__getattr__).map(|s| s.peek()))
            {
                Some(hook) if !hook.is_unset() => hook.call(&[name.value()]).map(Some),
                _ => attr::builtin_attr(this.as_obj(), name),
            },
        }
    });
    const SET_ATTR: SetAttrFn<Self> = Some(|this, name, value| {
        match (this.slot(name), value) {
            (Some(slot), Some(value)) => slot.set(value),
            (Some(slot), None) => slot.delete()?,
            (None, Some(value)) => {
                if name == sym::stdout && this.name == "sys" {
                    crate::program::replace_stdout(Some(value.clone()));
                }
                this.attrs.set(name, value);
            }
            (None, None) => drop(this.attrs.remove(name)),
        }
        Ok(())
    });
    const CALL_METHOD: CallMethodFn<Self> = Some(|this, name, args| this.value().attr(name)?.call_args(args));
    fn fields(this: &Ref<Self>) -> Option<Vec<(Sym, Value)>> {
        let mut fields = match &this.members {
            _ if this.attrs.is_live() => Vec::new(),
            Members::Slots(info) => {
                let all = info.globals.iter().map(|(name, slot)| (*name, slot.peek()));
                all.filter(|(_, value)| !value.is_unset()).collect()
            }
            Members::Native(member, names) => names
                .iter()
                .map(|name| Sym::intern(name))
                .filter_map(|name| member(name).map(|value| (name, value)))
                .collect::<Vec<_>>(),
        };
        fields.extend(this.attrs.entries());
        Some(fields)
    }
}
