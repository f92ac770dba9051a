//! Hash containers: dict, set, frozenset and the dict views.
mod dict;

pub use dict::Dict;
