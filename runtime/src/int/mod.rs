//! Integers of any size. A value is an `i64` where it fits and a big integer only where it does not, so
//! a program whose numbers stay small runs no big-integer code. The operations here are the general ones,
//! reached when a checked machine operation has failed or an operand is already big.

mod bits;
mod int_arith;
mod int_float;
mod int_parse;
mod number_theory;
mod show;

pub use bits::{and, bit_count, bit_length, from_bytes, invert, or, shl, shr, to_bytes, xor};
pub use int_arith::{add, cmp, divmod, floordiv, modulo, mul, neg, pow, pow_mod, sub, Power};
pub use int_float::{as_integer_ratio, cmp_f64, eq_f64, from_f64, hash, to_f64, true_div};
pub(crate) use int_float::{decode, scale, HASH_PRIME};
pub use int_parse::{parse, parse_bytes};
pub use number_theory::{comb, factorial, gcd, isqrt, lcm, perm};
pub(crate) use show::push_number;
pub use show::{push_i64, show, show_long_numbers, show_radix, DEFAULT_DIGIT_LIMIT};

pub use num_bigint::BigInt;
use num_bigint::Sign;
use std::borrow::Cow;

/// An integer that is owned. `Big` never holds a value that fits an `i64`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whole {
    Small(i64),
    Big(BigInt),
}

/// An integer that is read.
#[derive(Debug, Clone, Copy)]
pub enum WholeRef<'a> {
    Small(i64),
    Big(&'a BigInt),
}

use WholeRef as Ref;

impl Whole {
    pub const ZERO: Whole = Whole::Small(0);

    #[inline]
    pub fn by_ref(&self) -> WholeRef<'_> {
        match self {
            Whole::Small(value) => Ref::Small(*value),
            Whole::Big(value) => Ref::Big(value),
        }
    }

    /// The smallest form of `value`.
    pub fn from_big(value: BigInt) -> Whole {
        match i64::try_from(&value) {
            Ok(small) => Whole::Small(small),
            Err(_) => Whole::Big(value),
        }
    }

    pub fn from_i128(value: i128) -> Whole {
        match i64::try_from(value) {
            Ok(small) => Whole::Small(small),
            Err(_) => Whole::Big(BigInt::from(value)),
        }
    }

    pub fn from_u64(value: u64) -> Whole {
        match i64::try_from(value) {
            Ok(small) => Whole::Small(small),
            Err(_) => Whole::Big(BigInt::from(value)),
        }
    }
}

impl From<i64> for Whole {
    fn from(value: i64) -> Whole {
        Whole::Small(value)
    }
}

impl<'a> WholeRef<'a> {
    /// The value as a big integer, borrowed when it is one already.
    pub fn widen(self) -> Cow<'a, BigInt> {
        match self {
            Ref::Small(value) => Cow::Owned(BigInt::from(value)),
            Ref::Big(value) => Cow::Borrowed(value),
        }
    }

    pub fn to_whole(self) -> Whole {
        match self {
            Ref::Small(value) => Whole::Small(value),
            Ref::Big(value) => Whole::from_big(value.clone()),
        }
    }

    pub fn is_zero(self) -> bool {
        match self {
            Ref::Small(value) => value == 0,
            Ref::Big(value) => value.sign() == Sign::NoSign,
        }
    }

    pub fn is_negative(self) -> bool {
        match self {
            Ref::Small(value) => value < 0,
            Ref::Big(value) => value.sign() == Sign::Minus,
        }
    }

    pub fn to_i64(self) -> Option<i64> {
        match self {
            Ref::Small(value) => Some(value),
            Ref::Big(value) => i64::try_from(value).ok(),
        }
    }
}
