//! `Value`: any Python value in 16 bytes, and the operations that emitted code calls on it.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::Iter;
use crate::object::header::{Obj, Ref};
use crate::object::ops::{self, BinOp, CmpOp, Operator, UnaryOp};
use crate::object::vtable::{no_item, PyObject};
use crate::object::{attr, class, types, Class, Str, StrBody, Sym};
use std::mem::{ManuallyDrop, MaybeUninit};

/// The tag is a whole word: what is stored as two words must be read as two words while it is fresh, because processors
/// stall when a read takes in several narrower writes.
#[repr(u64)]
pub enum Value {
    /// A variable that is not bound; never seen by Python code.
    Unset,
    None,
    NotImplemented,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Float(f64),
    Obj(Obj),
}

impl Clone for Value {
    #[inline]
    fn clone(&self) -> Value {
        if let Value::Obj(object) = self {
            std::mem::forget(object.clone());
        }
        // SAFETY: the copy of a handle was counted just now; other values are plain data.
        unsafe { self.words() }
    }
}

impl Value {
    /// A bitwise copy, read word by word; a plain copy would be read as 16 bytes at once.
    ///
    /// # Safety
    /// Of the copy and the original, one is forgotten, or an object is counted once more.
    #[inline]
    unsafe fn words(&self) -> Value {
        let words = (self as *const Value).cast::<MaybeUninit<u64>>();
        std::mem::transmute::<[MaybeUninit<u64>; 2], Value>([
            words.read_volatile(),
            words.add(1).read_volatile(),
        ])
    }

    /// The same value, moved word by word.
    #[inline]
    pub(crate) fn moved(self) -> Value {
        let value = ManuallyDrop::new(self);
        // SAFETY: the original is forgotten.
        unsafe { value.words() }
    }
}

const _: () = assert!(std::mem::size_of::<Value>() == 16 && std::mem::size_of::<R<Option<Value>>>() == 16);

impl From<bool> for Value {
    fn from(v: bool) -> Value {
        Value::Bool(v)
    }
}
impl From<i64> for Value {
    fn from(v: i64) -> Value {
        Value::Int(v)
    }
}
impl From<f64> for Value {
    fn from(v: f64) -> Value {
        Value::Float(v)
    }
}
impl<T: PyObject> From<Ref<T>> for Value {
    fn from(v: Ref<T>) -> Value {
        Value::Obj(v.into_obj())
    }
}
impl From<&str> for Value {
    fn from(v: &str) -> Value {
        Value::from(Str::from(v))
    }
}
impl From<String> for Value {
    fn from(v: String) -> Value {
        Value::from(Str::from(v))
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(v: Option<T>) -> Value {
        v.map_or(Value::None, Into::into)
    }
}

/// The operators on machine ints whose result needs no further thought; None: the general way.
mod quick {
    pub fn none(_: i64, _: i64) -> Option<i64> {
        None
    }
    pub fn floordiv(a: i64, b: i64) -> Option<i64> {
        (b > 0).then(|| a.div_euclid(b))
    }
    pub fn modulo(a: i64, b: i64) -> Option<i64> {
        (b > 0).then(|| a.rem_euclid(b))
    }
    pub fn lshift(a: i64, b: i64) -> Option<i64> {
        let room = a.unsigned_abs().leading_zeros() as i64 - 1;
        (b >= 0 && b < room).then(|| a << b)
    }
    pub fn rshift(a: i64, b: i64) -> Option<i64> {
        (b >= 0).then(|| a >> b.min(63))
    }
    pub fn and(a: i64, b: i64) -> Option<i64> {
        Some(a & b)
    }
    pub fn xor(a: i64, b: i64) -> Option<i64> {
        Some(a ^ b)
    }
    pub fn or(a: i64, b: i64) -> Option<i64> {
        Some(a | b)
    }
}

macro_rules! binary_methods {
    ($($(#[$doc:meta])* $name:ident $inplace:ident $op:ident $quick:ident;)*) => {
        impl Value {
            $($(#[$doc])*
            #[inline(never)]
            pub fn $name(&self, other: &Value) -> R<Value> {
                if let (Value::Int(a), Value::Int(b)) = (self, other) {
                    if let Some(v) = quick::$quick(*a, *b) {
                        return Ok(Value::Int(v));
                    }
                }
                if BinOp::$op == BinOp::Or {
                    class::UNION.set(crate::modules::typing::union);
                }
                if BinOp::$op == BinOp::Mod {
                    return ops::binary(const { Operator::new(BinOp::$op) }, self, other);
                }
                ops::plain_binary(const { Operator::new(BinOp::$op) }, self, other)
            }
            #[inline(never)]
            pub fn $inplace(&mut self, other: &Value) -> R<()> {
                *self = match (&*self, other) {
                    (Value::Int(_), Value::Int(_)) if BinOp::$op != BinOp::MatMul => self.$name(other)?,
                    _ if BinOp::$op == BinOp::Mod => ops::inplace(const { Operator::new(BinOp::$op) }, self, other)?,
                    _ => ops::plain_inplace(const { Operator::new(BinOp::$op) }, self, other)?,
                };
                Ok(())
            })*
        }
    };
}

binary_methods! {
    /// `self @ other`.
    matmul imatmul MatMul none;
    /// `self / other`.
    truediv itruediv TrueDiv none;
    /// `self // other`.
    floordiv ifloordiv FloorDiv floordiv;
    /// `self % other`.
    modulo imodulo Mod modulo;
    /// `self ** other`.
    pow ipow Pow none;
    /// `self << other`.
    lshift ilshift LShift lshift;
    /// `self >> other`.
    rshift irshift RShift rshift;
    /// `self & other`.
    bitand ibitand And and;
    /// `self ^ other`.
    bitxor ibitxor Xor xor;
    /// `self | other`.
    bitor ibitor Or or;
}

/// `a * b` when it fits. Two 32-bit factors need no overflow check, which WASM makes costly.
#[inline]
fn product(a: i64, b: i64) -> Option<i64> {
    if i64::from(a as i32) == a && i64::from(b as i32) == b {
        return Some(a * b);
    }
    a.checked_mul(b)
}

macro_rules! arithmetic_methods {
    ($($(#[$doc:meta])* $name:ident $inplace:ident $op:ident $checked:path, $float:tt;)*) => {
        impl Value {
            $($(#[$doc])*
            #[inline]
            #[allow(clippy::should_implement_trait)]
            pub fn $name(&self, other: &Value) -> R<Value> {
                match (self, other) {
                    (Value::Int(a), Value::Int(b)) => {
                        if let Some(v) = $checked(*a, *b) {
                            return Ok(Value::Int(v));
                        }
                    }
                    (Value::Float(a), Value::Float(b)) => return Ok(Value::Float(a $float b)),
                    _ => {}
                }
                ops::plain_binary(const { Operator::new(BinOp::$op) }, self, other)
            }
            #[inline]
            pub fn $inplace(&mut self, other: &Value) -> R<()> {
                *self = match (&*self, other) {
                    (Value::Int(_), Value::Int(_)) | (Value::Float(_), Value::Float(_)) => self.$name(other)?,
                    _ => return self.inplace_slow(const { Operator::new(BinOp::$op) }, other),
                };
                Ok(())
            })*
        }
    };
}

arithmetic_methods! {
    /// `self + other`.
    add iadd Add i64::checked_add, +;
    /// `self - other`.
    sub isub Sub i64::checked_sub, -;
    /// `self * other`.
    mul imul Mul product, *;
}

macro_rules! compare_methods {
    ($($(#[$doc:meta])* $name:ident $test:ident $op:ident $rust:tt;)*) => {
        impl Value {
            $($(#[$doc])*
            pub fn $name(&self, other: &Value) -> R<Value> {
                match (self, other) {
                    (Value::Int(a), Value::Int(b)) => Ok(Value::Bool(a $rust b)),
                    _ => ops::compare(CmpOp::$op, self, other),
                }
            }
            /// The same, as a condition.
            #[inline]
            pub fn $test(&self, other: &Value) -> R<bool> {
                match (self, other) {
                    (Value::Int(a), Value::Int(b)) => Ok(a $rust b),
                    (Value::Float(a), Value::Float(b)) => Ok(a $rust b),
                    _ => ops::compare(CmpOp::$op, self, other)?.truth(),
                }
            })*
        }
    };
}

compare_methods! {
    /// `self == other`.
    eq is_eq Eq ==;
    /// `self != other`.
    ne is_ne Ne !=;
    /// `self < other`.
    lt is_lt Lt <;
    /// `self <= other`.
    le is_le Le <=;
    /// `self > other`.
    gt is_gt Gt >;
    /// `self >= other`.
    ge is_ge Ge >=;
}

impl Value {
    fn inplace_slow(&mut self, op: Operator, other: &Value) -> R<()> {
        if let (BinOp::Add, Value::Obj(object), Some(more)) = (op.op, &mut *self, other.as_str()) {
            if let Some(text) = object.cast_mut::<StrBody>() {
                text.push(more);
                return Ok(());
            }
        }
        *self = ops::plain_inplace(op, self, other)?;
        Ok(())
    }

    /// `-self`.
    pub fn neg(&self) -> R<Value> {
        ops::unary(UnaryOp::Neg, self)
    }
    /// `+self`.
    pub fn pos(&self) -> R<Value> {
        ops::unary(UnaryOp::Pos, self)
    }
    /// `~self`.
    pub fn invert(&self) -> R<Value> {
        ops::unary(UnaryOp::Invert, self)
    }

    /// `self is other`. Equal numbers of one type count as identical, as CPython's small ints and constants are.
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Obj(a), Value::Obj(b)) => a.same(b),
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }
    pub fn is_unset(&self) -> bool {
        matches!(self, Value::Unset)
    }

    /// Identity or equality, the test that containers use; false when the comparison says so.
    #[inline]
    pub fn same_or_eq(&self, other: &Value) -> R<bool> {
        match (self, other) {
            (Value::Int(a), Value::Int(b)) => Ok(a == b),
            _ => Ok(self.is(other) || self.is_eq(other)?),
        }
    }

    /// `bool(self)`.
    #[inline]
    pub fn truth(&self) -> R<bool> {
        match self {
            Value::Bool(v) => Ok(*v),
            Value::Int(v) => Ok(*v != 0),
            Value::Float(v) => Ok(*v != 0.0),
            Value::Obj(object) => object.truth(),
            Value::None | Value::Unset => Ok(false),
            Value::NotImplemented | Value::Ellipsis => Ok(true),
        }
    }

    /// `len(self)`.
    pub fn len(&self) -> R<usize> {
        if let Value::Obj(object) = self {
            if let Some(len) = object.len()? {
                return Ok(len);
            }
        }
        Err(exc::TypeError.err(crate::join![
            "object of type '",
            self.type_name().as_str(),
            "' has no len()"
        ]))
    }

    /// `iter(self)`.
    pub fn iter(&self) -> R<Iter> {
        if let Value::Obj(object) = self {
            if let Some(iter) = object.iter()? {
                return Ok(iter);
            }
        }
        Err(self.type_error("' object is not iterable"))
    }

    /// `self[key]`.
    pub fn get_item(&self, key: &Value) -> R<Value> {
        match self {
            Value::Obj(object) => object.get_item(key),
            _ => Err(self.type_error("' object is not subscriptable")),
        }
    }
    /// `self[key] = value`.
    pub fn set_item(&self, key: &Value, value: Value) -> R<()> {
        match self {
            Value::Obj(object) => object.set_item(key, value),
            _ => Err(self.type_error("' object does not support item assignment")),
        }
    }
    /// `del self[key]`.
    pub fn del_item(&self, key: &Value) -> R<()> {
        match self {
            Value::Obj(object) => object.del_item(key),
            _ => Err(self.type_error("' object does not support item deletion")),
        }
    }
    /// `item in self`.
    pub fn contains(&self, item: &Value) -> R<bool> {
        if let Value::Obj(object) = self {
            if let Some(found) = object.contains(item)? {
                return Ok(found);
            }
            if let Some(mut iter) = object.iter()? {
                while let Some(element) = iter.next()? {
                    if element.same_or_eq(item)? {
                        return Ok(true);
                    }
                }
                return Ok(false);
            }
        }
        Err(exc::TypeError.err(crate::join![
            "argument of type '",
            self.type_name().as_str(),
            "' is not iterable"
        ]))
    }

    /// `self.name`.
    pub fn attr(&self, name: Sym) -> R<Value> {
        match self.find_attr(name)? {
            Some(value) => Ok(value),
            None => Err(attr::no_attribute(self, name)),
        }
    }
    /// `self.name`, or None where `hasattr` would be False. An AttributeError raised inside `__getattr__` or a
    /// property passes through as an error.
    pub fn find_attr(&self, name: Sym) -> R<Option<Value>> {
        match self {
            Value::Obj(object) => object.attr(name),
            _ => attr::inline_attr(self, name),
        }
    }
    /// `self.name = value`.
    pub fn set_attr(&self, name: Sym, value: Value) -> R<()> {
        match self {
            Value::Obj(object) => object.set_attr(name, Some(value.moved())),
            _ => Err(attr::inline_read_only(self, name)),
        }
    }
    /// `del self.name`.
    pub fn del_attr(&self, name: Sym) -> R<()> {
        match self {
            Value::Obj(object) => object.set_attr(name, None),
            _ => Err(attr::inline_read_only(self, name)),
        }
    }

    /// `self(*values)`.
    pub fn call(&self, values: &[Value]) -> R<Value> {
        self.call_args(Args::positional(values))
    }
    /// `self(...)` with keyword arguments: the last `names.len()` values are theirs.
    pub fn call_named(&self, values: &[Value], names: &[Sym]) -> R<Value> {
        self.call_args(Args { values, names })
    }
    pub fn call_args(&self, args: Args) -> R<Value> {
        match self {
            Value::Obj(object) => object.call(args),
            _ => Err(self.type_error("' object is not callable")),
        }
    }
    /// `self.name(*values)`.
    pub fn call_method(&self, name: Sym, values: &[Value]) -> R<Value> {
        self.call_method_args(name, Args::positional(values))
    }
    /// `self.name(*values)` where the name is none that every object has (`__add__`): links less than `call_method`.
    pub fn method(&self, name: Sym, values: &[Value]) -> R<Value> {
        self.method_args(name, Args::positional(values))
    }
    /// The same with keyword arguments: the last `names.len()` values are theirs.
    pub fn method_named(&self, name: Sym, values: &[Value], names: &[Sym]) -> R<Value> {
        self.method_args(name, Args { values, names })
    }
    fn method_args(&self, name: Sym, args: Args) -> R<Value> {
        match self {
            Value::Obj(object) => match object.own_call_method() {
                Some(own) => own(object, name, args),
                None => attr::call_plain_method(self, name, args),
            },
            _ => attr::call_plain_method(self, name, args),
        }
    }
    /// `self.name(...)` with keyword arguments.
    pub fn call_method_named(&self, name: Sym, values: &[Value], names: &[Sym]) -> R<Value> {
        self.call_method_args(name, Args { values, names })
    }
    pub fn call_method_args(&self, name: Sym, args: Args) -> R<Value> {
        match self {
            Value::Obj(object) => object.call_method(name, args),
            _ => attr::inline_call_method(self, name, args),
        }
    }

    /// `repr(self)`.
    pub fn repr(&self) -> R<Str> {
        match self {
            Value::Obj(object) => object.repr(),
            _ => Ok(self.inline_text()),
        }
    }
    /// `str(self)`.
    pub fn to_str(&self) -> R<Str> {
        match self {
            Value::Obj(object) => object.to_str(),
            _ => Ok(self.inline_text()),
        }
    }
    /// `format(self, spec)`.
    pub fn format(&self, spec: &Str) -> R<Str> {
        match self {
            Value::Obj(object) if spec.is_empty() => object.format(spec),
            _ if spec.is_empty() => Ok(self.inline_text()),
            _ if crate::numbers::is_real(self) => crate::numbers::format(self, spec),
            Value::Obj(object) => object.format(spec),
            _ => Err(exc::TypeError.err(crate::join![
                "unsupported format string passed to ",
                self.type_name().as_str(),
                ".__format__"
            ])),
        }
    }
    fn inline_text(&self) -> Str {
        match self {
            Value::Int(v) => Str::from(crate::numbers::int_text(*v)),
            Value::Float(v) => Str::from(crate::numbers::float_text(*v)),
            Value::Bool(true) => Str::fixed("True"),
            Value::Bool(false) => Str::fixed("False"),
            Value::NotImplemented => Str::fixed("NotImplemented"),
            Value::Ellipsis => Str::fixed("Ellipsis"),
            Value::None => Str::fixed("None"),
            Value::Unset | Value::Obj(_) => Str::fixed("<unset>"),
        }
    }

    /// `hash(self)`.
    pub fn hash(&self) -> R<i64> {
        match self {
            Value::Int(v) => Ok(crate::object::hash::hash_i64(*v)),
            Value::Obj(object) => object.hash(),
            Value::Bool(v) => Ok(i64::from(*v)),
            Value::Float(v) => Ok(crate::object::hash::hash_f64(*v)),
            // An address in CPython 3.11, so any constant will do.
            Value::None | Value::Unset => Ok(0x7f_4e6f_6e65),
            Value::NotImplemented => Ok(0x7f_4e6f_7449),
            Value::Ellipsis => Ok(0x7f_456c_6c69),
        }
    }

    /// `type(self)`.
    pub fn class(&self) -> Ref<Class> {
        match self {
            Value::Obj(object) => object.class(),
            _ => self.inline_type().class(),
        }
    }
    /// `type(self)` for Python code.
    pub fn class_value(&self) -> Value {
        match self.cast::<crate::error::Exc>() {
            Some(_) => drop(crate::error::exc::value::BaseException()),
            None => types::make_all(),
        }
        self.class().value()
    }
    /// The special method `name` that the class defines in Python, if any.
    pub fn special(&self, name: Sym) -> Option<Value> {
        self.obj()?.special(name)
    }
    /// The static type of a value that is no object.
    pub fn inline_type(&self) -> &'static crate::object::TypeInfo {
        match self {
            Value::Bool(_) => &types::BOOL,
            Value::Int(_) => &types::INT,
            Value::Float(_) => &types::FLOAT,
            Value::NotImplemented => &types::NOT_IMPLEMENTED,
            Value::Ellipsis => &types::ELLIPSIS,
            Value::None | Value::Unset | Value::Obj(_) => &types::NONE,
        }
    }
    /// `type(self).__name__`.
    pub fn type_name(&self) -> Str {
        match self {
            Value::Obj(object) => object.type_name(),
            _ => Str::fixed(self.inline_type().name),
        }
    }

    pub fn obj(&self) -> Option<&Obj> {
        match self {
            Value::Obj(object) => Some(object),
            _ => None,
        }
    }
    /// The typed view of an object whose body is exactly a `T`.
    #[inline]
    pub fn cast<T: PyObject>(&self) -> Option<&Ref<T>> {
        match self {
            Value::Obj(object) => object.cast(),
            _ => None,
        }
    }
    /// The value itself, or the builtin value inside an instance of a subclass of a builtin.
    pub fn unwrapped(&self) -> Value {
        match self {
            Value::Obj(object) => object.payload().unwrap_or_else(|| self.clone()),
            _ => self.clone(),
        }
    }
    /// The string, when this is exactly a str.
    #[inline]
    pub fn as_str(&self) -> Option<&Str> {
        self.cast::<StrBody>()
    }

    /// `TypeError: '<type>` + text.
    #[cold]
    pub fn type_error(&self, text: &str) -> PyErr {
        match self {
            Value::Obj(object) => no_item(object, text),
            _ => exc::TypeError.err(crate::join!["'", self.inline_type().name, text]),
        }
    }

    /// Moves the value out and leaves the variable unbound.
    pub fn take(&mut self) -> Value {
        std::mem::replace(self, Value::Unset)
    }
    /// Reads a local variable that may be unbound.
    #[inline]
    pub fn bound(&self, name: &str) -> R<&Value> {
        match self {
            Value::Unset => Err(unbound_local(name)),
            value => Ok(value),
        }
    }
    /// Reads a variable of a module's body that may be unbound.
    #[inline]
    pub fn defined(&self, name: &str) -> R<&Value> {
        match self {
            Value::Unset => Err(crate::call::module::not_defined(name)),
            value => Ok(value),
        }
    }
    /// `del name` in a module's body.
    pub fn undefine(&mut self, name: &str) -> R<()> {
        match self.take() {
            Value::Unset => Err(crate::call::module::not_defined(name)),
            _ => Ok(()),
        }
    }
    /// `self op= other` of a value that is stored somewhere: `x.attr(n)?.inplace(Value::iadd, &y)?`.
    pub fn inplace(mut self, op: fn(&mut Value, &Value) -> R<()>, other: &Value) -> R<Value> {
        op(&mut self, other)?;
        Ok(self.moved())
    }
    /// `del name` of a local variable.
    pub fn unbind(&mut self, name: &str) -> R<()> {
        match self.take() {
            Value::Unset => Err(unbound_local(name)),
            _ => Ok(()),
        }
    }
}

#[cold]
fn unbound_local(name: &str) -> PyErr {
    exc::UnboundLocalError.err(crate::join![
        "cannot access local variable '",
        name,
        "' where it is not associated with a value"
    ])
}
