//! `array`: the type is a sequence of the runtime.
use crate::call::Module;
use crate::object::Value;
use crate::seq::ARRAY;

members! {
    values {
        ArrayType "ArrayType" ARRAY.value();
        array "array" ARRAY.value();
        typecodes "typecodes" crate::lit!("bBuhHiIlLqQfd");
    }
    functions {
    }
}

thread_local! {
    static MODULE: Value = Module::native("array", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
