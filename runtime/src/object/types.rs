//! `TypeInfo`: the static description of a builtin type. Its address is the type's identity; the class object that
//! Python code sees is made from it on first need.
use crate::call::Args;
use crate::error::R;
use crate::object::header::Ref;
use crate::object::{Class, Sym, Value};

/// A method of a builtin type: receiver, then the other arguments.
pub type Method = fn(&Value, Args) -> R<Value>;

pub struct TypeInfo {
    pub name: &'static str,
    pub module: &'static str,
    pub base: Option<&'static TypeInfo>,
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
}

// SAFETY is not needed: function pointers, strings and symbols only, so TypeInfo is Sync by itself.

impl TypeInfo {
    /// A type with no methods that Python code cannot create; the starting point for `..TypeInfo::plain("name")`.
    pub const fn plain(name: &'static str) -> TypeInfo {
        TypeInfo {
            name,
            module: "builtins",
            base: Some(&OBJECT),
            new: None,
            init: None,
            method: |_| None,
            field: |_, _| Ok(None),
            class_attr: |_| None,
            names: &[],
            sequence: false,
            subclassable: false,
        }
    }

    /// The class object.
    pub fn class(&'static self) -> Ref<Class> {
        crate::object::class::builtin_class(self)
    }

    /// True when `self` is `other` or derives from it.
    pub fn is_subtype(&'static self, other: &'static TypeInfo) -> bool {
        let mut info = self;
        loop {
            if std::ptr::eq(info, other) {
                return true;
            }
            match info.base {
                Some(base) => info = base,
                None => return false,
            }
        }
    }
}

pub static OBJECT: TypeInfo = TypeInfo {
    base: None,
    new: Some(crate::object::instance::new_object),
    subclassable: true,
    ..TypeInfo::plain("object")
};
pub static TYPE: TypeInfo = TypeInfo {
    new: Some(crate::object::class::type_new),
    ..TypeInfo::plain("type")
};
pub static NONE: TypeInfo = TypeInfo::plain("NoneType");
pub static NOT_IMPLEMENTED: TypeInfo = TypeInfo::plain("NotImplementedType");
pub static ELLIPSIS: TypeInfo = TypeInfo::plain("ellipsis");
pub static INT: TypeInfo = TypeInfo {
    new: Some(crate::numbers::int_new),
    method: crate::numbers::int_method,
    field: crate::numbers::int_field,
    class_attr: crate::numbers::int_class_attr,
    subclassable: true,
    ..TypeInfo::plain("int")
};
pub static BOOL: TypeInfo = TypeInfo {
    base: Some(&INT),
    new: Some(crate::numbers::bool_new),
    subclassable: false,
    ..INT_LIKE_BOOL
};
const INT_LIKE_BOOL: TypeInfo = TypeInfo {
    method: crate::numbers::int_method,
    field: crate::numbers::int_field,
    class_attr: crate::numbers::int_class_attr,
    ..TypeInfo::plain("bool")
};
pub static FLOAT: TypeInfo = TypeInfo {
    new: Some(crate::numbers::float_new),
    method: crate::numbers::float_method,
    field: crate::numbers::float_field,
    class_attr: crate::numbers::float_class_attr,
    subclassable: true,
    ..TypeInfo::plain("float")
};
pub static STR: TypeInfo = TypeInfo {
    new: Some(crate::strings::str_new),
    method: crate::strings::str_method,
    class_attr: crate::strings::str_class_attr,
    sequence: true,
    subclassable: true,
    ..TypeInfo::plain("str")
};
