//! `TypeInfo`: the static description of a builtin type. Its address is the type's identity; the class object that
//! Python code sees is made from it on first need.
//!
//! The descriptions of the types that the runtime itself makes everywhere (numbers, strings, exceptions) are bare: their
//! functions are named by the methods of `TypeInfo`, which only what asks for attributes links.
use crate::call::Args;
use crate::error::{exc, exception, R};
use crate::object::header::Ref;
use crate::object::{Class, Sym, Value};

/// A method of a builtin type: receiver, then the other arguments.
pub type Method = fn(&Value, Args) -> R<Value>;

pub struct TypeInfo {
    /// Unique per type. Tests compare it instead of the address, which would link all the functions below.
    pub id: u64,
    pub name: &'static str,
    pub module: &'static str,
    pub base: Option<&'static TypeInfo>,
    /// A further base class, which adds nothing to the layout (`Exception` of `ExceptionGroup`).
    pub second_base: Option<&'static TypeInfo>,
    /// `T(args)`; the class is T itself or a subclass whose instances T lays out. None: cannot be created from Python.
    pub new: Option<fn(&Ref<Class>, Args) -> R<Value>>,
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

    pub fn new(&'static self) -> Option<fn(&Ref<Class>, Args) -> R<Value>> {
        if !self.bare {
            return self.new;
        }
        Some(match self.id {
            id if id == OBJECT.id => crate::object::instance::new_object,
            id if id == TYPE.id => crate::object::class::type_new,
            id if id == INT.id => crate::numbers::int_new,
            id if id == BOOL.id => crate::numbers::bool_new,
            id if id == FLOAT.id => crate::numbers::float_new,
            id if id == STR.id => crate::strings::str_new,
            _ => exception::new,
        })
    }
    pub fn init(&'static self) -> Option<Method> {
        if !self.bare {
            return self.init;
        }
        self.has_base(exc::BaseException.id)
            .then_some(exception::init as Method)
    }
    pub fn method(&'static self, name: Sym) -> Option<Method> {
        if !self.bare {
            return (self.method)(name);
        }
        match self.id {
            id if id == OBJECT.id || id == TYPE.id => None,
            id if id == INT.id || id == BOOL.id => crate::numbers::int_method(name),
            id if id == FLOAT.id => crate::numbers::float_method(name),
            id if id == STR.id => crate::strings::str_method(name),
            _ => exception::method(self, name),
        }
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
        if !self.bare {
            return (self.class_attr)(name);
        }
        match self.id {
            id if id == INT.id || id == BOOL.id => crate::numbers::int_class_attr(name),
            id if id == FLOAT.id => crate::numbers::float_class_attr(name),
            id if id == STR.id => crate::strings::str_class_attr(name),
            _ => None,
        }
    }

    /// The class object.
    pub fn class(&'static self) -> Ref<Class> {
        crate::object::class::builtin_class(self)
    }

    /// The class object as a value.
    pub fn value(&'static self) -> Value {
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
pub static TYPE: TypeInfo = bare("type");
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
