//! The int that does not fit a machine word.
use crate::error::R;
use crate::int::{self, BigInt, WholeRef};
use crate::numbers::arith;
use crate::object::{types, CmpOp, PyObject, Ref, Str, TypeInfo, Value};

pub struct Big(BigInt);

impl Big {
    /// `value` does not fit an i64.
    pub fn value(value: BigInt) -> Value {
        Ref::new(Big(value)).value()
    }

    /// For typed code's Int, which boxes a little earlier than a Value does.
    pub fn handle(value: BigInt) -> Ref<Big> {
        Ref::new(Big(value))
    }

    pub fn get(&self) -> &BigInt {
        &self.0
    }
}

impl PyObject for Big {
    const TYPE: &'static TypeInfo = &types::INT;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let limit = crate::modules::sys::int_max_str_digits();
        Ok(Str::from_bytes(int::show(WholeRef::Big(&this.0), limit)?))
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        Ok(int::hash(WholeRef::Big(&this.0)))
    }
    fn truth(_: &Ref<Self>) -> R<bool> {
        Ok(true)
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        arith::compare(op, &this.value(), other)
    }
}
