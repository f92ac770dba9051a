//! Exceptions: `PyErr` is the counted exception object itself.
pub mod exc;
mod exception_group;
mod exception_kinds;
mod from_fault;
mod object;
mod traceback;

pub use object::{attempt, handled, handling_top, Exc, Flow, Handling, PyErr, R};
