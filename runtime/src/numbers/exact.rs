//! Arithmetic of `Int`, the exact int of typed code. Small operands take a checked machine operation in line; what
//! does not fit goes to the kernels, out of line.
use crate::error::{exc, R};
use crate::int::{self, Power, Whole};
use crate::object::{Int, Str, Value};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::{Add, AddAssign, BitAnd, BitOr, BitXor, Mul, MulAssign, Neg, Not, Sub, SubAssign};

#[inline]
fn add(a: &Int, b: &Int) -> Int {
    match (a.as_small(), b.as_small()) {
        // Two 63-bit numbers cannot overflow 64 bits.
        (Some(a), Some(b)) => Int::new(a + b),
        _ => int::add(a.by_ref(), b.by_ref()).into(),
    }
}

#[inline]
fn sub(a: &Int, b: &Int) -> Int {
    match (a.as_small(), b.as_small()) {
        (Some(a), Some(b)) => Int::new(a - b),
        _ => int::sub(a.by_ref(), b.by_ref()).into(),
    }
}

#[inline]
fn mul(a: &Int, b: &Int) -> Int {
    if let (Some(x), Some(y)) = (a.as_small(), b.as_small()) {
        if let Some(product) = x.checked_mul(y) {
            return Int::new(product);
        }
    }
    int::mul(a.by_ref(), b.by_ref()).into()
}

#[inline]
fn bitwise(
    a: &Int,
    b: &Int,
    small: fn(i64, i64) -> i64,
    big: fn(int::WholeRef, int::WholeRef) -> Whole,
) -> Int {
    match (a.as_small(), b.as_small()) {
        (Some(a), Some(b)) => Int::new(small(a, b)),
        _ => big(a.by_ref(), b.by_ref()).into(),
    }
}

#[inline]
fn and(a: &Int, b: &Int) -> Int {
    bitwise(a, b, |a, b| a & b, int::and)
}

#[inline]
fn or(a: &Int, b: &Int) -> Int {
    bitwise(a, b, |a, b| a | b, int::or)
}

#[inline]
fn xor(a: &Int, b: &Int) -> Int {
    bitwise(a, b, |a, b| a ^ b, int::xor)
}

/// An operator on Ints, by value and by reference, and on an Int and a machine int.
macro_rules! operator {
    ($($trait:ident $method:ident $of:ident;)*) => {$(
        impl $trait for Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: Int) -> Int {
                $of(&self, &other)
            }
        }
        impl $trait<&Int> for Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: &Int) -> Int {
                $of(&self, other)
            }
        }
        impl $trait<Int> for &Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: Int) -> Int {
                $of(self, &other)
            }
        }
        impl $trait for &Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: &Int) -> Int {
                $of(self, other)
            }
        }
        impl $trait<i64> for Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: i64) -> Int {
                $of(&self, &Int::new(other))
            }
        }
        impl $trait<i64> for &Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: i64) -> Int {
                $of(self, &Int::new(other))
            }
        }
        impl $trait<Int> for i64 {
            type Output = Int;
            #[inline]
            fn $method(self, other: Int) -> Int {
                $of(&Int::new(self), &other)
            }
        }
        impl $trait<&Int> for i64 {
            type Output = Int;
            #[inline]
            fn $method(self, other: &Int) -> Int {
                $of(&Int::new(self), other)
            }
        }
    )*};
}

operator! {
    Add add add;
    Sub sub sub;
    Mul mul mul;
    BitAnd bitand and;
    BitOr bitor or;
    BitXor bitxor xor;
}

/// `a += b` and its like.
macro_rules! assignment {
    ($($trait:ident $method:ident $of:ident;)*) => {$(
        impl $trait for Int {
            #[inline]
            fn $method(&mut self, other: Int) {
                *self = $of(self, &other);
            }
        }
        impl $trait<&Int> for Int {
            #[inline]
            fn $method(&mut self, other: &Int) {
                *self = $of(self, other);
            }
        }
        impl $trait<i64> for Int {
            #[inline]
            fn $method(&mut self, other: i64) {
                *self = $of(self, &Int::new(other));
            }
        }
    )*};
}

assignment! {
    AddAssign add_assign add;
    SubAssign sub_assign sub;
    MulAssign mul_assign mul;
}

impl Neg for &Int {
    type Output = Int;
    fn neg(self) -> Int {
        int::neg(self.by_ref()).into()
    }
}

impl Neg for Int {
    type Output = Int;
    fn neg(self) -> Int {
        -&self
    }
}

impl Not for &Int {
    type Output = Int;
    fn not(self) -> Int {
        int::invert(self.by_ref()).into()
    }
}

impl Not for Int {
    type Output = Int;
    fn not(self) -> Int {
        !&self
    }
}

impl PartialEq for Int {
    #[inline]
    fn eq(&self, other: &Int) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Int {}

impl PartialOrd for Int {
    #[inline]
    fn partial_cmp(&self, other: &Int) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Int {
    #[inline]
    fn cmp(&self, other: &Int) -> Ordering {
        match (self.as_small(), other.as_small()) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => int::cmp(self.by_ref(), other.by_ref()),
        }
    }
}

impl PartialEq<i64> for Int {
    #[inline]
    fn eq(&self, other: &i64) -> bool {
        self.by_ref().to_i64() == Some(*other)
    }
}

impl PartialOrd<i64> for Int {
    #[inline]
    fn partial_cmp(&self, other: &i64) -> Option<Ordering> {
        Some(match self.as_small() {
            Some(small) => small.cmp(other),
            None => int::cmp(self.by_ref(), int::WholeRef::Small(*other)),
        })
    }
}

impl Hash for Int {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i64(int::hash(self.by_ref()));
    }
}

impl Int {
    /// `self // other`.
    pub fn floordiv(&self, other: &Int) -> R<Int> {
        Ok(int::floordiv(self.by_ref(), other.by_ref())?.into())
    }

    /// `self % other`.
    pub fn modulo(&self, other: &Int) -> R<Int> {
        Ok(int::modulo(self.by_ref(), other.by_ref())?.into())
    }

    /// `self / other`.
    pub fn true_div(&self, other: &Int) -> R<f64> {
        Ok(int::true_div(self.by_ref(), other.by_ref())?)
    }

    /// `self << count`.
    pub fn shl(&self, count: &Int) -> R<Int> {
        Ok(int::shl(self.by_ref(), count.by_ref())?.into())
    }

    /// `self >> count`.
    pub fn shr(&self, count: &Int) -> R<Int> {
        Ok(int::shr(self.by_ref(), count.by_ref())?.into())
    }

    /// `self ** exponent`, an int or, for a negative exponent, a float.
    pub fn pow(&self, exponent: &Int) -> R<Value> {
        Ok(match int::pow(self.by_ref(), exponent.by_ref())? {
            Power::Int(value) => value.into(),
            Power::Float(value) => Value::Float(value),
        })
    }

    /// `pow(self, exponent, modulus)`.
    pub fn pow_mod(&self, exponent: &Int, modulus: &Int) -> R<Int> {
        Ok(int::pow_mod(self.by_ref(), exponent.by_ref(), modulus.by_ref())?.into())
    }

    /// `float(self)`.
    pub fn to_f64(&self) -> R<f64> {
        Ok(int::to_f64(self.by_ref())?)
    }

    /// The number as an index or a size.
    pub fn to_index(&self) -> R<i64> {
        match self.by_ref().to_i64() {
            Some(small) => Ok(small),
            None => Err(exc::OverflowError.err("cannot fit 'int' into an index-sized integer")),
        }
    }

    /// `str(self)`.
    pub fn to_str(&self) -> R<Str> {
        let limit = crate::modules::sys::int_max_str_digits();
        Ok(super::ascii_str(int::show(self.by_ref(), limit)?))
    }
}
