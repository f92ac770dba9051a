//! Formatting: the format-specification language, `%` and the fields of `str.format`. What an object's own
//! `__format__` or `__str__` does is the object core's affair; here are the rules and the texts.

mod directive;
mod fields;
mod float_text;
mod number_text;
mod spec;

pub use directive::{percent_float, percent_int, percent_text, Amount, Directive, Directives, Flags, Part};
pub use fields::{index_out_of_range, unknown_conversion};
pub use fields::{AutoNumber, Field, FieldName, Fields, First, Piece, Step};
pub use float_text::{push_float, Style};
pub use number_text::{format_complex, format_float, format_int};
pub use spec::{format_text, Align, Spec};
