//! `Int`, the int of typed code, in one word of eight bytes: a 63-bit number above a set lowest bit, or the address of
//! a big int, which is the object that a Value would hold. Its arithmetic is in `numbers/exact.rs`.
use crate::int::{BigInt, Whole, WholeRef};
use crate::numbers::Big;
use crate::object::{Ref, Value};

pub struct Int(u64);

impl Int {
    pub const ZERO: Int = Int(1);

    /// The Int of a machine int.
    #[inline]
    pub fn new(value: i64) -> Int {
        match Int::small(value) {
            Some(small) => small,
            None => Int::boxed(BigInt::from(value)),
        }
    }

    /// The Int of a number of at most 63 bits.
    #[inline]
    pub const fn small(value: i64) -> Option<Int> {
        let word = value << 1;
        if word >> 1 == value {
            Some(Int(word as u64 | 1))
        } else {
            None
        }
    }

    #[cold]
    #[inline(never)]
    fn boxed(value: BigInt) -> Int {
        Int(Big::handle(value).into_address() as u64)
    }

    /// The number, when it has at most 63 bits.
    #[inline]
    pub fn as_small(&self) -> Option<i64> {
        if self.0 & 1 == 1 {
            Some((self.0 as i64) >> 1)
        } else {
            None
        }
    }

    #[inline]
    pub fn by_ref(&self) -> WholeRef<'_> {
        match self.as_small() {
            Some(small) => WholeRef::Small(small),
            None => WholeRef::Big(self.big().get()),
        }
    }

    fn big(&self) -> &Big {
        debug_assert!(self.0 & 1 == 0);
        // SAFETY: an even word is an address that `into_address` gave, with a count that this Int owns.
        unsafe { Ref::body_at(self.0 as usize) }
    }

    /// The handle of a big number, which must not be dropped: its count is this Int's.
    fn lent(&self) -> std::mem::ManuallyDrop<Ref<Big>> {
        debug_assert!(self.0 & 1 == 0);
        // SAFETY: as in `big`; ManuallyDrop leaves the count alone.
        std::mem::ManuallyDrop::new(unsafe { Ref::from_address(self.0 as usize) })
    }
}

impl Clone for Int {
    #[inline]
    fn clone(&self) -> Int {
        if self.0 & 1 == 0 {
            std::mem::forget(Ref::clone(&self.lent()));
        }
        Int(self.0)
    }
}

impl Drop for Int {
    #[inline]
    fn drop(&mut self) {
        if self.0 & 1 == 0 {
            drop(std::mem::ManuallyDrop::into_inner(self.lent()));
        }
    }
}

impl From<i64> for Int {
    #[inline]
    fn from(value: i64) -> Int {
        Int::new(value)
    }
}

impl From<Whole> for Int {
    fn from(value: Whole) -> Int {
        match value {
            Whole::Small(value) => Int::new(value),
            Whole::Big(value) => Int::boxed(value),
        }
    }
}

impl From<Int> for Value {
    fn from(value: Int) -> Value {
        Value::from(&value)
    }
}

impl From<&Int> for Value {
    /// A big number becomes the object that it is already; only one of exactly 64 bits changes its form.
    fn from(value: &Int) -> Value {
        match value.by_ref().to_i64() {
            Some(small) => Value::Int(small),
            None => value.lent().value(),
        }
    }
}

impl TryFrom<&Value> for Int {
    type Error = ();

    /// Only an int or a bool is an Int.
    fn try_from(value: &Value) -> Result<Int, ()> {
        match value {
            Value::Int(value) => Ok(Int::new(*value)),
            Value::Bool(value) => Ok(Int::new(*value as i64)),
            Value::Obj(object) => match object.cast::<Big>() {
                Some(big) => Ok(Int(big.clone().into_address() as u64)),
                None => Err(()),
            },
            _ => Err(()),
        }
    }
}
