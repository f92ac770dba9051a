//! Hash containers: dict, its views, set and frozenset.
pub mod cursor;
mod dict;
mod dict_methods;
mod proxy;
mod set;
mod set_methods;
mod set_table;
mod table;
mod views;

pub use dict::{key_error, Dict, DICT};
pub use dict_methods::{dict_fromkeys, DictMethods};
pub use proxy::{class_namespace, MappingProxy, MAPPING_PROXY};
pub use set::{Set, FROZENSET, SET};
pub use views::View;
