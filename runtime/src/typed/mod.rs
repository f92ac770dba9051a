//! Typed handles: the ordinary objects, as code sees them for which inference has proved what they hold. `List<i64>`
//! is the dynamic world's list and shares it with whoever else has it; the parameter is what a reader may rely on.
//! Every handle derefs to its Value, so that each dynamic operation works on it.
mod typed_dict;
mod typed_list;
mod typed_set;
mod typed_str;
mod typed_tuple;

pub use typed_dict::{Dict, DictItems, DictIter, DictKeys, DictValues};
pub use typed_list::{List, ListIter};
pub use typed_set::{Set, SetIter};
pub use typed_str::{Str, StrIter};
pub use typed_tuple::{Tuple, TupleIter};

use crate::error::R;
use crate::object::cells::Scalar;
use crate::object::{self, hash, Int, Ref, Sym, Value};
use crate::seq;
use std::cmp::Ordering;

/// What a container's item, a key or a value may be proved to be. The types are exact: a bool is no i64, an instance of
/// a subclass of list no List.
pub trait Elem: Clone + 'static {
    /// Equality, order and hash of two of these run no Python code. Then `equals`, `same`, `order` and `quick_hash` answer.
    const PLAIN: bool = false;

    /// The value as what it was proved to be; ends the program when it is something else.
    fn of(value: &Value) -> Self;

    /// The same; None when it is something else. A borrow that is held over this and no more costs nothing.
    #[inline]
    fn try_of(value: &Value) -> Option<Self> {
        Some(Self::of(value))
    }

    fn into_value(self) -> Value;

    /// `of` for a value that is not needed any more.
    #[inline]
    fn from_value(value: Value) -> Self {
        Self::of(&value)
    }

    /// Lends the Value that this is.
    #[inline]
    fn lend<X>(&self, look: impl FnOnce(&Value) -> X) -> X {
        look(&self.clone().into_value())
    }

    /// The hash; None: ask the Value.
    #[inline]
    fn quick_hash(&self) -> Option<i64> {
        None
    }

    /// Identity or equality, the test that containers use.
    #[inline]
    fn same(&self, _: &Self) -> bool {
        false
    }

    /// The same of a Value of this type.
    #[inline]
    fn equals(&self, value: &Value) -> bool {
        Self::of(value).same(self)
    }

    /// None: neither is less, nor are they equal.
    #[inline]
    fn order(&self, _: &Self) -> Option<Ordering> {
        None
    }

    /// `repr`.
    fn shown(&self) -> R<object::Str> {
        self.lend(Value::repr)
    }

    /// `list[i]`, as `try_of` reads it; the outer None: there is no such place.
    #[inline]
    fn item(list: &seq::List, i: i64) -> Option<Option<Self>> {
        list.read(i, Self::try_of)
    }

    /// `list.sort()` of a list of these.
    fn sort(list: &Ref<seq::List>) -> R<()> {
        seq::sort(list, None, false)
    }
}

/// What `try_of` found.
#[inline]
fn proved<T>(found: Option<T>) -> T {
    match found {
        Some(found) => found,
        None => mistyped(),
    }
}

/// The value as what inference has proved it to be.
#[inline]
pub fn exact<T: Elem>(value: &Value) -> T {
    T::of(value)
}

impl Value {
    /// `self.name`, as what inference has proved it to be.
    #[inline]
    pub fn field<T: Elem>(&self, name: Sym) -> R<T> {
        Ok(T::from_value(self.attr(name)?))
    }
}

/// A value is not what it was proved to be. Whatever the program would do next would be wrong.
#[cold]
#[inline(never)]
pub(crate) fn mistyped() -> ! {
    stop("SystemError: a value is not of its inferred type\n")
}

#[cold]
fn stop(text: &str) -> ! {
    let _ = crate::program::flush_stdout();
    crate::program::write_stderr(text.as_bytes());
    std::process::exit(1)
}

impl Elem for Value {
    #[inline]
    fn of(value: &Value) -> Value {
        value.clone()
    }
    #[inline]
    fn into_value(self) -> Value {
        self
    }
    #[inline]
    fn from_value(value: Value) -> Value {
        value
    }
    #[inline]
    fn lend<X>(&self, look: impl FnOnce(&Value) -> X) -> X {
        look(self)
    }
}

impl Elem for bool {
    const PLAIN: bool = true;

    #[inline]
    fn of(value: &Value) -> bool {
        proved(Self::try_of(value))
    }
    #[inline]
    fn try_of(value: &Value) -> Option<bool> {
        Scalar::read(value)
    }
    #[inline]
    fn item(list: &seq::List, i: i64) -> Option<Option<bool>> {
        list.scalar(i)
    }
    #[inline]
    fn into_value(self) -> Value {
        Value::Bool(self)
    }
    #[inline]
    fn quick_hash(&self) -> Option<i64> {
        Some(i64::from(*self))
    }
    #[inline]
    fn same(&self, other: &bool) -> bool {
        self == other
    }
    #[inline]
    fn order(&self, other: &bool) -> Option<Ordering> {
        Some(self.cmp(other))
    }
    fn shown(&self) -> R<object::Str> {
        Ok(object::Str::fixed(if *self { "True" } else { "False" }))
    }
}

impl Elem for i64 {
    const PLAIN: bool = true;

    #[inline]
    fn of(value: &Value) -> i64 {
        proved(Self::try_of(value))
    }
    #[inline]
    fn try_of(value: &Value) -> Option<i64> {
        Scalar::read(value)
    }
    #[inline]
    fn item(list: &seq::List, i: i64) -> Option<Option<i64>> {
        list.scalar(i)
    }
    #[inline]
    fn into_value(self) -> Value {
        Value::Int(self)
    }
    #[inline]
    fn quick_hash(&self) -> Option<i64> {
        Some(hash::hash_i64(*self))
    }
    #[inline]
    fn same(&self, other: &i64) -> bool {
        self == other
    }
    #[inline]
    fn order(&self, other: &i64) -> Option<Ordering> {
        Some(self.cmp(other))
    }
    fn shown(&self) -> R<object::Str> {
        Ok(object::Str::from(crate::numbers::int_text(*self)))
    }
    fn sort(list: &Ref<seq::List>) -> R<()> {
        seq::sort::sort_ints(list)
    }
}

impl Elem for f64 {
    const PLAIN: bool = true;

    #[inline]
    fn of(value: &Value) -> f64 {
        proved(Self::try_of(value))
    }
    #[inline]
    fn try_of(value: &Value) -> Option<f64> {
        Scalar::read(value)
    }
    #[inline]
    fn item(list: &seq::List, i: i64) -> Option<Option<f64>> {
        list.scalar(i)
    }
    #[inline]
    fn into_value(self) -> Value {
        Value::Float(self)
    }
    #[inline]
    fn quick_hash(&self) -> Option<i64> {
        Some(hash::hash_f64(*self))
    }
    /// The bits stand for the identity of a NaN.
    #[inline]
    fn same(&self, other: &f64) -> bool {
        self == other || self.to_bits() == other.to_bits()
    }
    #[inline]
    fn order(&self, other: &f64) -> Option<Ordering> {
        self.partial_cmp(other)
    }
    fn sort(list: &Ref<seq::List>) -> R<()> {
        seq::sort::sort_floats(list)
    }
}

impl Elem for Int {
    const PLAIN: bool = true;

    #[inline]
    fn of(value: &Value) -> Int {
        proved(Self::try_of(value))
    }
    #[inline]
    fn try_of(value: &Value) -> Option<Int> {
        match value {
            Value::Int(value) => Some(Int::new(*value)),
            Value::Bool(_) => None,
            _ => Int::try_from(value).ok(),
        }
    }
    #[inline]
    fn into_value(self) -> Value {
        Value::from(self)
    }
    #[inline]
    fn quick_hash(&self) -> Option<i64> {
        Some(crate::int::hash(self.by_ref()))
    }
    #[inline]
    fn same(&self, other: &Int) -> bool {
        self == other
    }
    #[inline]
    fn order(&self, other: &Int) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Elem and the conversion to a Value of a handle `name<T…>` with the field `known`, whose values `$body` may be.
macro_rules! handle {
    ($name:ident<$($param:ident),*>, $body:ty $(, if $test:expr)?) => {
        impl<$($param: Elem),*> std::ops::Deref for $name<$($param),*> {
            type Target = Value;
            #[inline]
            fn deref(&self) -> &Value {
                &self.known
            }
        }

        impl<$($param: Elem),*> Elem for $name<$($param),*> {
            #[inline]
            fn of(value: &Value) -> Self {
                crate::typed::proved(Self::try_of(value))
            }
            #[inline]
            fn try_of(value: &Value) -> Option<Self> {
                match Known::<$body>::of_lent(value) {
                    Some(known) $(if $test(known.body()))? => Some($name { known, items: PhantomData }),
                    _ => None,
                }
            }
            #[inline]
            fn into_value(self) -> Value {
                self.known.into_value()
            }
            #[inline]
            fn from_value(value: Value) -> Self {
                match Known::<$body>::of(value) {
                    Some(known) $(if $test(known.body()))? => $name { known, items: PhantomData },
                    _ => crate::typed::mistyped(),
                }
            }
            #[inline]
            fn lend<X>(&self, look: impl FnOnce(&Value) -> X) -> X {
                look(self)
            }
        }

        impl<$($param: Elem),*> $name<$($param),*> {
            /// The Value that this is, where Rust does not deref by itself.
            #[inline]
            pub fn as_value(&self) -> &Value {
                self
            }
            #[inline]
            fn handle(body: Ref<$body>) -> Self {
                $name { known: Known::new(body), items: PhantomData }
            }
            #[inline]
            fn body(&self) -> &Ref<$body> {
                self.known.body()
            }
        }

        impl<$($param: Elem),*> From<$name<$($param),*>> for Value {
            #[inline]
            fn from(handle: $name<$($param),*>) -> Value {
                handle.into_value()
            }
        }

        impl<$($param: Elem),*> From<&$name<$($param),*>> for Value {
            #[inline]
            fn from(handle: &$name<$($param),*>) -> Value {
                Value::clone(handle)
            }
        }
    };
}
pub(crate) use handle;
