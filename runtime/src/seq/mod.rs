//! Sequences: list, tuple, range, slice, and sorting.
mod list;
mod tuple;

pub use list::List;
pub use tuple::Tuple;
