//! What every object can be asked, as a trait with CPython's default answers and the vtable made from it. Dispatch
//! goes only through an object's own vtable, so that a type that is never constructed is never linked (traps 19).
use crate::call::Args;
use crate::error::{exc, OwnExc, PyErr, R};
use crate::iter::Iter;
use crate::object::header::{free_as, Header, Obj, Ref};
use crate::object::ops::{BinOp, CmpOp, UnaryOp};
use crate::object::{attr, Class, Sym, TypeInfo, Value};
use crate::object::{Str, StrBody};
use std::marker::PhantomData;
use std::ptr::NonNull;

macro_rules! vtable {
    ($($(#[$doc:meta])* fn $name:ident($this:ident $(, $arg:ident: $ty:ty)*) -> $ret:ty $default:block)*) => {
        /// The behaviour of a type. `Ok(Value::NotImplemented)` means what it means in Python.
        pub trait PyObject: Sized + 'static {
            /// The type's static description; its address is the type's identity.
            const TYPE: &'static TypeInfo;
            /// Tells apart bodies that share one Python type (list of Values, list of i64, …).
            const LAYOUT: u64 = 0;
            /// Identity of the body: the type's id and the layout.
            const ID: u64 = Self::TYPE.id.wrapping_add(Self::LAYOUT);
            /// Called before the object is freed (`__del__`, open files).
            const FINALIZE: Option<fn(&Obj)> = None;
            /// True: the vtable is empty and the operations look the type up (`late`).
            const LATE: bool = false;
            /// `type(x)`; None: the class of `own_type`.
            const CLASS: ClassFn<Self> = None;
            /// `x.name`, answering None when there is no such attribute (the caller words the AttributeError).
            const ATTR: AttrFn<Self> = None;
            /// `x.name = value`, or `del x.name` when the value is None.
            const SET_ATTR: SetAttrFn<Self> = None;
            /// `x.name(args)` without a bound method in between.
            const CALL_METHOD: CallMethodFn<Self> = None;
            $($(#[$doc])* fn $name($this: &Ref<Self> $(, $arg: $ty)*) -> $ret $default)*
        }

        /// What most types answer alike. The vtable is empty there and the operation has the answer, so that objects
        /// that nobody asks for attributes do not link what makes them.
        pub type ClassFn<T> = Option<fn(&Ref<T>) -> Ref<Class>>;
        pub type AttrFn<T> = Option<fn(&Ref<T>, Sym) -> R<Option<Value>>>;
        pub type SetAttrFn<T> = Option<fn(&Ref<T>, Sym, Option<Value>) -> R<()>>;
        pub type CallMethodFn<T> = Option<fn(&Ref<T>, Sym, Args) -> R<Value>>;

        pub struct VTable {
            pub info: &'static TypeInfo,
            pub id: u64,
            pub late: bool,
            pub(super) free: unsafe fn(NonNull<Header>),
            pub(super) finalize: Option<fn(&Obj)>,
            class: Option<fn(&Obj) -> Ref<Class>>,
            attr: Option<fn(&Obj, Sym) -> R<Option<Value>>>,
            set_attr: Option<fn(&Obj, Sym, Option<Value>) -> R<()>>,
            call_method: Option<fn(&Obj, Sym, Args) -> R<Value>>,
            $(pub $name: Option<fn(&Obj $(, $ty)*) -> $ret>,)*
        }

        /// The table of `T`, promoted to a static.
        pub(super) struct Vt<T>(PhantomData<T>);

        impl<T: PyObject> Vt<T> {
            pub(super) const TABLE: &'static VTable = &VTable {
                info: T::TYPE,
                id: T::ID,
                late: T::LATE,
                free: free_as::<T>,
                finalize: T::FINALIZE,
                class: match T::CLASS {
                    Some(_) if !T::LATE => Some(own_class::<T>),
                    _ => None,
                },
                attr: match T::ATTR {
                    Some(_) if !T::LATE => Some(own_attr::<T>),
                    _ => None,
                },
                set_attr: match T::SET_ATTR {
                    Some(_) if !T::LATE => Some(own_set_attr::<T>),
                    _ => None,
                },
                call_method: match T::CALL_METHOD {
                    Some(_) if !T::LATE => Some(own_call_method::<T>),
                    _ => None,
                },
                $($name: if T::LATE {
                    None
                } else {
                    Some(|object $(, $arg)*| T::$name(object.cast_unchecked::<T>() $(, $arg)*))
                },)*
            };
        }

        impl Obj {
            $($(#[$doc])* #[inline] pub fn $name(&self $(, $arg: $ty)*) -> $ret {
                match self.vt().$name {
                    Some(own) => own(self $(, $arg)*),
                    None => late::$name(self $(, $arg)*),
                }
            })*
        }

        /// The operations on the types that the runtime itself makes everywhere: strings and its own exceptions.
        /// What these types can do is linked because a program asks for it, not because such an object exists.
        mod late {
            use super::*;
            $(#[inline(never)]
            pub(super) fn $name(object: &Obj $(, $arg: $ty)*) -> $ret {
                match object.cast::<StrBody>() {
                    Some(text) => StrBody::$name(text $(, $arg)*),
                    None => OwnExc::$name(object.cast_unchecked::<OwnExc>() $(, $arg)*),
                }
            })*
        }
    };
}

vtable! {
    /// The builtin type, where a body serves several.
    fn own_type(this) -> &'static TypeInfo {
        let _ = this;
        Self::TYPE
    }
    /// The type's name as error texts show it, without making the class: extension types of CPython go by their
    /// dotted name.
    fn type_name(this) -> Str {
        let info = Self::own_type(this);
        let dotted = ["array", "collections", "functools", "itertools", "operator", "re", "time"];
        if dotted.contains(&info.module) {
            return Str::from(crate::join![info.module, ".", info.name]);
        }
        Str::fixed(info.name)
    }
    /// `type(x)` when a class statement made it.
    fn python_class(this) -> Option<Ref<Class>> {
        let _ = this;
        None
    }
    /// How `type(x)` stands to `type(other)`.
    fn kinship(this, other: &Obj) -> Kinship {
        let _ = this;
        let theirs = other.vt().info.id;
        if Self::TYPE.id == theirs {
            Kinship::Same
        } else if Self::TYPE.has_base(theirs) {
            Kinship::Derived
        } else {
            Kinship::Other
        }
    }
    /// True when `type(x)`, derived from `type(other)`, defines `name` anew in Python.
    fn overrides(this, other: &Obj, name: Sym) -> bool {
        let _ = (this, other, name);
        false
    }
    /// `repr(x)`.
    fn repr(this) -> R<Str> {
        Ok(crate::object::default_repr(this.as_obj()))
    }
    /// `repr` of an instance of a Python subclass called `name`, for types that show their class.
    fn repr_named(this, name: &str) -> R<Str> {
        let _ = name;
        this.as_obj().repr()
    }
    /// `str(x)`.
    fn to_str(this) -> R<Str> {
        this.as_obj().repr()
    }
    /// `format(x, spec)`.
    fn format(this, spec: &Str) -> R<Str> {
        if spec.is_empty() {
            return this.as_obj().to_str();
        }
        Err(exc::TypeError.err(crate::join![
            "unsupported format string passed to ", this.as_obj().type_name().as_str(), ".__format__"
        ]))
    }
    /// `hash(x)`; identity by default.
    fn hash(this) -> R<i64> {
        Ok((this.as_obj().address() >> 4) as i64)
    }
    /// `bool(x)`; by default the length decides, else True.
    fn truth(this) -> R<bool> {
        Ok(this.as_obj().len()? != Some(0))
    }
    /// `len(x)`; None: the type has no length.
    fn len(this) -> R<Option<usize>> {
        let _ = this;
        Ok(None)
    }
    /// `iter(x)`; None: not iterable.
    fn iter(this) -> R<Option<Iter>> {
        let _ = this;
        Ok(None)
    }
    /// `next(x)`; None: exhausted. Err(TypeError) when it is no iterator.
    fn next(this) -> R<Option<Value>> {
        Err(not_an_iterator(this.as_obj()))
    }
    /// True for iterators (types with `__next__`).
    fn is_iterator(this) -> bool {
        let _ = this;
        false
    }
    /// `x[key]`.
    fn get_item(this, key: &Value) -> R<Value> {
        let _ = key;
        Err(no_item(this.as_obj(), "' object is not subscriptable"))
    }
    /// `x[key] = value`.
    fn set_item(this, key: &Value, value: Value) -> R<()> {
        let _ = (key, value);
        Err(no_item(this.as_obj(), "' object does not support item assignment"))
    }
    /// `del x[key]`.
    fn del_item(this, key: &Value) -> R<()> {
        Err(no_deletion(this.as_obj(), key))
    }
    /// `item in x`; None: fall back to iteration.
    fn contains(this, item: &Value) -> R<Option<bool>> {
        let _ = (this, item);
        Ok(None)
    }
    /// `x OP other` for `== != < <= > >=`.
    fn compare(this, op: CmpOp, other: &Value) -> R<Value> {
        let _ = (this, op, other);
        Ok(Value::NotImplemented)
    }
    /// `x OP other`.
    fn binary(this, op: BinOp, other: &Value) -> R<Value> {
        let _ = (this, op, other);
        Ok(Value::NotImplemented)
    }
    /// `other OP x`, asked after `other` declined.
    fn reflected(this, op: BinOp, other: &Value) -> R<Value> {
        let _ = (this, op, other);
        Ok(Value::NotImplemented)
    }
    /// `x OP= other` in place; NotImplemented: use `binary`.
    fn inplace(this, op: BinOp, other: &Value) -> R<Value> {
        let _ = (this, op, other);
        Ok(Value::NotImplemented)
    }
    /// `-x`, `+x`, `~x`, `abs(x)` and the conversions `__int__`, `__float__`, `__index__`, …
    fn unary(this, op: UnaryOp) -> R<Value> {
        let _ = (this, op);
        Ok(Value::NotImplemented)
    }
    /// `x(args)`.
    fn call(this, args: Args<'_>) -> R<Value> {
        let _ = args;
        Err(no_item(this.as_obj(), "' object is not callable"))
    }
    /// `callable(x)`.
    fn is_callable(this) -> bool {
        let _ = this;
        false
    }
    /// `descriptor.__get__(object, class)`; None: not a descriptor.
    fn describe(this, object: &Value, class: &Ref<Class>) -> R<Option<Value>> {
        let _ = (this, object, class);
        Ok(None)
    }
    /// A descriptor whose attribute cannot be stored or deleted.
    fn is_fixed(this) -> bool {
        let _ = this;
        false
    }
    /// For subclasses of builtins: the builtin value inside; else None.
    fn payload(this) -> Option<Value> {
        let _ = this;
        None
    }
    /// `vars(x)`: attribute names and values in insertion order; None when the object has no `__dict__`.
    fn fields(this) -> Option<Vec<(Sym, Value)>> {
        let _ = this;
        None
    }
}

fn own_class<T: PyObject>(object: &Obj) -> Ref<Class> {
    match T::CLASS {
        Some(own) => own(object.cast_unchecked()),
        None => object.own_type().class(),
    }
}

fn own_attr<T: PyObject>(object: &Obj, name: Sym) -> R<Option<Value>> {
    match T::ATTR {
        Some(own) => own(object.cast_unchecked(), name),
        None => attr::builtin_attr(object, name),
    }
}

fn own_set_attr<T: PyObject>(object: &Obj, name: Sym, value: Option<Value>) -> R<()> {
    match T::SET_ATTR {
        Some(own) => own(object.cast_unchecked(), name, value),
        None => Err(attr::read_only(object, name)),
    }
}

fn own_call_method<T: PyObject>(object: &Obj, name: Sym, args: Args) -> R<Value> {
    match T::CALL_METHOD {
        Some(own) => own(object.cast_unchecked(), name, args),
        None => attr::builtin_call_method(object, name, args),
    }
}

/// The type's own function, or the answer of types that have none: the runtime's own exceptions are linked by need.
macro_rules! own_or {
    ($object:ident, $slot:ident, $own:ident($($arg:expr),*), $default:expr) => {
        match $object.vt().$slot {
            Some(own) => own($object $(, $arg)*),
            None if $object.vt().late && !$object.is::<StrBody>() => $own::<OwnExc>($object $(, $arg)*),
            None => $default,
        }
    };
}

impl Obj {
    /// `type(x)`.
    pub fn class(&self) -> Ref<Class> {
        own_or!(self, class, own_class(), self.own_type().class())
    }

    /// `x.name`; None: no such attribute (the caller words the AttributeError).
    #[inline]
    pub fn attr(&self, name: Sym) -> R<Option<Value>> {
        own_or!(self, attr, own_attr(name), attr::builtin_attr(self, name))
    }

    /// `x.name = value`, or `del x.name` when the value is None.
    #[inline]
    pub fn set_attr(&self, name: Sym, value: Option<Value>) -> R<()> {
        own_or!(
            self,
            set_attr,
            own_set_attr(name, value),
            Err(attr::read_only(self, name))
        )
    }

    /// `x.name(args)`.
    pub fn call_method(&self, name: Sym, args: Args) -> R<Value> {
        own_or!(
            self,
            call_method,
            own_call_method(name, args),
            attr::builtin_call_method(self, name, args)
        )
    }

    /// The special method `name` that the class defines in Python, if any.
    pub fn special(&self, name: Sym) -> Option<Value> {
        self.python_class()?.special(name)
    }

    /// How the type itself calls a method; None: as most types do.
    #[inline]
    pub(super) fn own_call_method(&self) -> Option<fn(&Obj, Sym, Args) -> R<Value>> {
        self.vt().call_method
    }

    /// `x.name` as the type itself finds it; None: it finds attributes as most types do.
    pub(super) fn own_attr(&self, name: Sym) -> Option<R<Option<Value>>> {
        self.vt().attr.map(|own| own(self, name))
    }
}

/// How the class of one object stands to the class of another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kinship {
    Same,
    /// A proper subclass.
    Derived,
    Other,
}

#[cold]
fn not_an_iterator(object: &Obj) -> PyErr {
    no_item(object, "' object is not an iterator")
}

/// The TypeError of `del x[key]`; sized types and instances of Python classes word it their own way for ints.
#[cold]
pub(crate) fn no_deletion(object: &Obj, key: &Value) -> PyErr {
    let ordered = object.python_class().is_some() || matches!(object.len(), Ok(Some(_)));
    let text = match key {
        Value::Int(_) | Value::Bool(_) if ordered => "' object doesn't support item deletion",
        _ => "' object does not support item deletion",
    };
    no_item(object, text)
}

/// `'<type>` + text, the shape of most TypeErrors about an object.
#[cold]
pub(crate) fn no_item(object: &Obj, text: &str) -> PyErr {
    exc::TypeError.err(crate::join!["'", object.type_name().as_str(), text])
}
