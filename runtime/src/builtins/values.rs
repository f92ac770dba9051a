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
    ($($name:ident $info:ident;)*) => {
        $(pub fn $name() -> Value {
            $info.value()
        })*
    };
}

classes! {
    bool BOOL;
    bytearray BYTEARRAY;
    bytes BYTES;
    classmethod CLASS_METHOD;
    complex COMPLEX;
    dict DICT;
    enumerate ENUMERATE;
    filter FILTER;
    float FLOAT;
    frozenset FROZENSET;
    int INT;
    list LIST;
    map MAP;
    memoryview MEMORYVIEW;
    object OBJECT;
    property PROPERTY;
    range RANGE;
    reversed REVERSED;
    set SET;
    slice SLICE;
    staticmethod STATIC_METHOD;
    str STR;
    super_ SUPER;
    tuple TUPLE;
    type_ TYPE;
    zip ZIP;
}

pub fn Ellipsis() -> Value {
    Value::Ellipsis
}

pub fn NotImplemented() -> Value {
    Value::NotImplemented
}
