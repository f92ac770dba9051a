//! The functions of the module `builtins`. Each has the general form `fn(Args) -> R<Value>` under its Python name here
//! (a Rust keyword gets a trailing `_`); those that emitted code calls directly have a second form in `direct`.
mod attributes;
mod classes;
pub mod direct;
mod iterate;
mod lazy_types;
mod numeric;
mod objects;
mod printing;
mod reduce;
mod textual;
pub mod values;

pub use attributes::{attribute_name, delattr, dir, getattr, hasattr, setattr, vars};
pub use classes::{callable, is_instance, is_subclass, isinstance, issubclass};
pub use iterate::{iter, len, next, next_or_stop, sorted};
pub use lazy_types::{ENUMERATE, FILTER, MAP, REVERSED, ZIP};
pub use numeric::{abs, bin, char_of_code, chr, code_of_char, divmod, hex, oct, ord, pow, round};
pub use objects::{exit, hash, id};
pub use printing::print;
pub use reduce::{all, any, max, min, sum};
pub use textual::{ascii, format, repr};

/// The classes and constants, each by a function of its name.
pub use values as value;

pub use crate::iter::awaiting::{aiter, anext};
pub use crate::program::{input, open};
