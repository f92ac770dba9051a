//! What emitted code calls besides the methods of `Value` and the displays: unpacking, `with`, class statements, imports,
//! `match`.
mod context;
mod import;
mod known_value;
mod namespace;
mod pattern;
mod star;
mod unpack;

pub use context::{enter_with, handling, leave_with};
pub use import::{copy_global, globals_dict, import, import_from, module, module_not_found, undefined};
pub use known_value::{annotated, big, imaginary, merge_keywords, native};
pub use namespace::{new_class, super_of, Namespace};
pub use pattern::{
    locals_dict, match_class, match_item, match_keys, match_length_is, match_length_min, match_mapping,
    match_others, match_rest, match_sequence,
};
pub use star::StarHandlers;
pub use unpack::unpack_items;

/// Describes a function for `Function::plain` and `Function::new`: `def!("name", [Param::plain(sym::x)], |_, a| …)`,
/// then `qualname = "…"`, `module = "…"`, `doc = "…"` where they differ from the defaults.
#[macro_export]
macro_rules! def {
    ($name:expr, [$($param:expr),* $(,)?], $body:expr $(, $key:ident = $value:expr)* $(,)?) => {{
        static INFO: $crate::FnInfo = $crate::FnInfo::new($name, &[$($param),*], $body)$(.$key($value))*;
        &INFO
    }};
}
