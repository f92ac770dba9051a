//! The classes and constants of the module `builtins` as values.
#![allow(non_snake_case)]
use crate::builtins::{ENUMERATE, FILTER, MAP, REVERSED, ZIP};
use crate::call::{CLASS_METHOD, PROPERTY, STATIC_METHOD, SUPER};
use crate::map::{DICT, FROZENSET, SET};
use crate::numbers::COMPLEX;
use crate::object::types::{BOOL, FLOAT, INT, OBJECT, STR, TYPE};
use crate::object::Value;
use crate::seq::{BYTEARRAY, BYTES, LIST, MEMORYVIEW, RANGE, SLICE, TUPLE};

macro_rules! classes {
    ($($name:ident $info:ident $($new:path)?;)*) => {
        $(pub fn $name() -> Value {
            $($info.made_by($new, None);)?
            $info.value()
        })*
    };
}

classes! {
    bytearray BYTEARRAY;
    bytes BYTES;
    classmethod CLASS_METHOD;
    complex COMPLEX;
    dict DICT;
    enumerate ENUMERATE;
    filter FILTER;
    float FLOAT crate::numbers::float_new;
    frozenset FROZENSET;
    int INT crate::numbers::int_new;
    list LIST;
    map MAP;
    memoryview MEMORYVIEW;
    property PROPERTY;
    range RANGE;
    reversed REVERSED;
    set SET;
    slice SLICE;
    staticmethod STATIC_METHOD;
    str STR crate::strings::str_new;
    super_ SUPER;
    tuple TUPLE;
    type_ TYPE crate::object::class::type_new;
    zip ZIP;
}

pub fn object() -> Value {
    OBJECT.plain_value()
}

pub fn bool() -> Value {
    // `bool.__base__` is int.
    INT.made_by(crate::numbers::int_new, None);
    BOOL.made_by(crate::numbers::bool_new, None).value()
}

pub fn Ellipsis() -> Value {
    Value::Ellipsis
}

pub fn NotImplemented() -> Value {
    Value::NotImplemented
}
