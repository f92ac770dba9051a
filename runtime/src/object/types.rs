//! `TypeInfo`: the static description of a builtin type. Its address is the type's identity; the class object that
//! Python code sees is made from it on first need.
//!
//! The types that the runtime itself makes everywhere (numbers, strings, exceptions) are described by two of them: a
//! bare one, which is their identity, and one with their functions, which only `complete` knows.
use crate::call::Args;
use crate::error::R;
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
    /// The functions above are in another description; so they are read through the methods of the same names.
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
        self.complete().new
    }
    pub fn init(&'static self) -> Option<Method> {
        self.complete().init
    }
    pub fn method(&'static self, name: Sym) -> Option<Method> {
        (self.complete().method)(name)
    }
    pub fn field(&'static self, x: &Value, name: Sym) -> R<Option<Value>> {
        (self.complete().field)(x, name)
    }
    pub fn class_attr(&'static self, name: Sym) -> Option<Value> {
        (self.complete().class_attr)(name)
    }

    /// The description that has the functions.
    fn complete(&'static self) -> &'static TypeInfo {
        if self.bare {
            described(self)
        } else {
            self
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
pub static NONE: TypeInfo = TypeInfo {
    new: Some(|_, args| args.exactly::<0>("NoneType").map(|_| Value::None)),
    ..TypeInfo::plain("NoneType")
};
pub static NOT_IMPLEMENTED: TypeInfo = TypeInfo {
    new: Some(|_, args| {
        args.exactly::<0>("NotImplementedType")
            .map(|_| Value::NotImplemented)
    }),
    ..TypeInfo::plain("NotImplementedType")
};
pub static ELLIPSIS: TypeInfo = TypeInfo {
    new: Some(|_, args| args.exactly::<0>("ellipsis").map(|_| Value::Ellipsis)),
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

static OBJECT_COMPLETE: TypeInfo = TypeInfo {
    new: Some(crate::object::instance::new_object),
    ..TypeInfo::plain("object")
};
static TYPE_COMPLETE: TypeInfo = TypeInfo {
    new: Some(crate::object::class::type_new),
    ..TypeInfo::plain("type")
};
static INT_COMPLETE: TypeInfo = TypeInfo {
    new: Some(crate::numbers::int_new),
    method: crate::numbers::int_method,
    field: crate::numbers::int_field,
    class_attr: crate::numbers::int_class_attr,
    ..TypeInfo::plain("int")
};
static BOOL_COMPLETE: TypeInfo = TypeInfo {
    new: Some(crate::numbers::bool_new),
    method: crate::numbers::int_method,
    field: crate::numbers::int_field,
    class_attr: crate::numbers::int_class_attr,
    ..TypeInfo::plain("bool")
};
static FLOAT_COMPLETE: TypeInfo = TypeInfo {
    new: Some(crate::numbers::float_new),
    method: crate::numbers::float_method,
    field: crate::numbers::float_field,
    class_attr: crate::numbers::float_class_attr,
    ..TypeInfo::plain("float")
};
static STR_COMPLETE: TypeInfo = TypeInfo {
    new: Some(crate::strings::str_new),
    method: crate::strings::str_method,
    class_attr: crate::strings::str_class_attr,
    ..TypeInfo::plain("str")
};

fn described(info: &'static TypeInfo) -> &'static TypeInfo {
    let known = [
        (&OBJECT, &OBJECT_COMPLETE),
        (&TYPE, &TYPE_COMPLETE),
        (&INT, &INT_COMPLETE),
        (&BOOL, &BOOL_COMPLETE),
        (&FLOAT, &FLOAT_COMPLETE),
        (&STR, &STR_COMPLETE),
    ];
    match known.into_iter().find(|(bare, _)| bare.id == info.id) {
        Some((_, complete)) => complete,
        None => crate::error::exc::complete(info),
    }
}
