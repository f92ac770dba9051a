//! `TypeInfo`: the static description of a builtin type. Its address is the type's identity; the class object that
//! Python code sees is made from it on first need.
//!
//! The descriptions of the types that the runtime itself makes everywhere (numbers, strings, exceptions) are bare: their
//! functions are named by the methods of `TypeInfo`, which only what asks for attributes links, and by the program, which
//! mentions their classes.
use crate::call::Args;
use crate::error::{exc, exception, R};
use crate::object::header::Ref;
use crate::object::{class, members, Class, Sym, Value};
use std::cell::{Cell, RefCell};

/// A method of a builtin type: receiver, then the other arguments.
pub type Method = fn(&Value, Args) -> R<Value>;

/// Makes an object of a class: of the builtin type itself, or of a subclass.
pub type New = fn(&Ref<Class>, Args) -> R<Value>;

/// How the instances of a bare type are made.
#[derive(Clone, Copy)]
struct Maker {
    new: New,
    init: Option<Method>,
}

thread_local! {
    /// By the ids of the types.
    static MAKERS: RefCell<Vec<(u64, Maker)>> = const { RefCell::new(Vec::new()) };
}

/// Makes all classes known. Whoever takes the class of any object calls this first.
pub fn make_all() {
    thread_local! {
        static DONE: Cell<bool> = const { Cell::new(false) };
    }
    if !DONE.replace(true) {
        class::hand_out();
        TYPE.made_by(crate::object::class::type_new, None);
        INT.made_by(crate::numbers::int_new, None);
        BOOL.made_by(crate::numbers::bool_new, None);
        FLOAT.made_by(crate::numbers::float_new, None);
        STR.made_by(crate::strings::str_new, None);
        exc::BaseException.made_by(exception::new, Some(exception::init));
    }
}

pub struct TypeInfo {
    /// Unique per type. Tests compare it instead of the address, which would link all the functions below.
    pub id: u64,
    pub name: &'static str,
    pub module: &'static str,
    pub base: Option<&'static TypeInfo>,
    /// A further base class, which adds nothing to the layout (`Exception` of `ExceptionGroup`).
    pub second_base: Option<&'static TypeInfo>,
    /// `T(args)`; the class is T itself or a subclass whose instances T lays out. None: cannot be created from Python.
    pub new: Option<New>,
    /// `__init__` for types that fill an existing object (list, dict, exceptions); None: arguments were used by `new`.
    pub init: Option<Method>,
    /// Methods by name, without the operators, which go through the vtable.
    pub method: fn(Sym) -> Option<Method>,
    /// Attributes that are not methods (`x.real`, `e.args`).
    pub field: fn(&Value, Sym) -> R<Option<Value>>,
    /// Attributes of the class object itself: class and static methods (`dict.fromkeys`, `str.maketrans`).
    pub class_attr: fn(Sym) -> Option<Value>,
    /// Names for `dir()`.
    pub names: &'static [Sym],
    /// True where `+` and `*` on it are worded as for sequences.
    pub sequence: bool,
    /// True when a Python class may derive from it.
    pub subclassable: bool,
    /// The functions above are not here; so they are always read through the methods of the same names.
    pub bare: bool,
}

impl TypeInfo {
    /// A type with no methods that Python code cannot create; the starting point for `..TypeInfo::plain("name")`.
    #[track_caller]
    pub const fn plain(name: &'static str) -> TypeInfo {
        let place = std::panic::Location::caller();
        let salt = fnv(place.file(), (place.line() as u64) << 16 | place.column() as u64);
        TypeInfo {
            id: fnv(name, salt),
            name,
            module: "builtins",
            base: Some(&OBJECT),
            second_base: None,
            new: None,
            init: None,
            method: |_| None,
            field: |_, _| Ok(None),
            class_attr: |_| None,
            names: &[],
            sequence: false,
            subclassable: false,
            bare: false,
        }
    }

    pub fn new(&'static self) -> Option<New> {
        match self.bare {
            false => self.new,
            true if self.id == OBJECT.id => Some(crate::object::instance::new_object),
            true => self.maker().map(|maker| maker.new),
        }
    }
    pub fn init(&'static self) -> Option<Method> {
        match self.bare {
            false => self.init,
            true if self.id == OBJECT.id => None,
            true => self.maker().and_then(|maker| maker.init),
        }
    }

    /// Exceptions are made alike.
    fn made_as(&'static self) -> u64 {
        match self.has_base(exc::BaseException.id) {
            true => exc::BaseException.id,
            false => self.id,
        }
    }

    fn maker(&'static self) -> Option<Maker> {
        let id = self.made_as();
        let found = MAKERS.with_borrow(|all| {
            all.iter()
                .find(|(known, _)| *known == id)
                .map(|(_, maker)| *maker)
        });
        debug_assert!(found.is_some(), "the class {} is not linked", self.name);
        found
    }

    /// Tells how the instances of a bare type are made. A class is linked because the program mentions it.
    pub fn made_by(&'static self, new: New, init: Option<Method>) -> &'static TypeInfo {
        let id = self.made_as();
        MAKERS.with_borrow_mut(|all| {
            if all.iter().all(|(known, _)| *known != id) {
                all.push((id, Maker { new, init }));
            }
        });
        self
    }

    pub fn method(&'static self, name: Sym) -> Option<Method> {
        members::method(self, name).or_else(|| (self.method)(name))
    }
    pub fn field(&'static self, x: &Value, name: Sym) -> R<Option<Value>> {
        if !self.bare {
            return (self.field)(x, name);
        }
        match self.id {
            id if id == OBJECT.id || id == TYPE.id || id == STR.id => Ok(None),
            id if id == INT.id || id == BOOL.id => crate::numbers::int_field(x, name),
            id if id == FLOAT.id => crate::numbers::float_field(x, name),
            _ => exception::field(x, name),
        }
    }
    pub fn class_attr(&'static self, name: Sym) -> Option<Value> {
        members::of_class(self, name).or_else(|| (self.class_attr)(name))
    }

    /// The class object.
    pub fn class(&'static self) -> Ref<Class> {
        crate::object::class::builtin_class(self)
    }

    /// The class object as a value.
    pub fn value(&'static self) -> Value {
        class::hand_out();
        self.class().value()
    }

    /// The same for a class whose instances hold no builtin value and that cannot be subscribed.
    pub fn plain_value(&'static self) -> Value {
        self.class().value()
    }

    /// True when `self` is `other` or derives from it.
    pub fn is_subtype(&'static self, other: &'static TypeInfo) -> bool {
        self.has_base(other.id)
    }

    /// True when the type with this id is `self` or a base of it.
    pub fn has_base(&'static self, id: u64) -> bool {
        let mut info = self;
        loop {
            if info.id == id || info.second_base.is_some_and(|second| second.id == id) {
                return true;
            }
            match info.base {
                Some(base) => info = base,
                None => return false,
            }
        }
    }
}

/// FNV-1a of a text, mixed with a number.
pub(crate) const fn fnv(text: &str, salt: u64) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325u64 ^ salt.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        i += 1;
    }
    hash
}

const fn bare(name: &'static str) -> TypeInfo {
    TypeInfo {
        id: fnv(name, 0),
        bare: true,
        ..TypeInfo::plain(name)
    }
}

pub static OBJECT: TypeInfo = TypeInfo {
    base: None,
    subclassable: true,
    ..bare("object")
};
pub static TYPE: TypeInfo = TypeInfo {
    subclassable: true,
    ..bare("type")
};
/// The call of a type with one instance.
fn singleton(value: Value, name: &str, args: Args) -> R<Value> {
    if args.values.is_empty() {
        return Ok(value);
    }
    Err(exc::TypeError.err(crate::join![name, " takes no arguments"]))
}

pub static NONE: TypeInfo = TypeInfo {
    new: Some(|_, args| singleton(Value::None, "NoneType", args)),
    ..TypeInfo::plain("NoneType")
};
pub static NOT_IMPLEMENTED: TypeInfo = TypeInfo {
    new: Some(|_, args| singleton(Value::NotImplemented, "NotImplementedType", args)),
    ..TypeInfo::plain("NotImplementedType")
};
pub static ELLIPSIS: TypeInfo = TypeInfo {
    new: Some(|_, args| singleton(Value::Ellipsis, "EllipsisType", args)),
    ..TypeInfo::plain("ellipsis")
};
pub static INT: TypeInfo = TypeInfo {
    subclassable: true,
    ..bare("int")
};
pub static BOOL: TypeInfo = TypeInfo {
    base: Some(&INT),
    ..bare("bool")
};
pub static FLOAT: TypeInfo = TypeInfo {
    subclassable: true,
    ..bare("float")
};
pub static STR: TypeInfo = TypeInfo {
    sequence: true,
    subclassable: true,
    ..bare("str")
};
