//! The runtime that programs written by Portalis link against: Python's semantics, exactly.

pub mod fault;
pub mod float;
pub mod format;
pub mod int;
pub mod text;
