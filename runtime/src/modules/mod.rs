//! The standard library modules that have a form in the runtime, one file a module.

/// The members of a module: classes and constants as functions in `value`, functions by their Python name, and the
/// lookup `member` that serves attribute access on the module object.
macro_rules! members {
    (values { $($value:ident $value_text:literal $make:expr;)* } functions { $($function:ident $text:literal;)* }) => {
        #[allow(non_snake_case)]
        pub mod value {
            #[allow(unused_imports)]
            use super::*;
            $(pub fn $value() -> $crate::Value {
                $make
            })*
        }

        /// The members' names.
        pub const NAMES: &[&str] = &[$($value_text,)* $($text,)*];

        pub fn member(name: $crate::Sym) -> Option<$crate::Value> {
            Some(match name.text() {
                $($value_text => value::$value(),)*
                $($text => $crate::Native::function($text, $function),)*
                _ => return None,
            })
        }
    };
}

pub mod abc;
pub mod array;
pub mod bisect;
pub mod builtins;
pub mod cmath;
pub mod collections;
pub mod collections_abc;
pub mod contextlib;
pub mod copy;
pub mod dataclasses;
pub mod enum_;
pub mod functools;
pub mod heapq;
pub mod io;
pub mod itertools;
pub mod json;
pub mod math;
pub mod operator;
pub mod random;
pub mod re;
pub mod string;
pub mod struct_;
mod struct_sequence;
pub mod sys;
pub mod time;
pub mod types;
pub mod typing;
