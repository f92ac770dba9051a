//! Exceptions: `PyErr` is the counted exception object itself.
pub mod exc;
mod exception_group;
mod exception_kinds;
/// What exception classes can do; read through `TypeInfo`.
pub(crate) mod exception {
    pub use super::object::{
        exc_field as field, exc_init as init, exc_linked as linked, exc_new as new, exc_store as store,
        ExcMethods as Methods,
    };
}
mod from_fault;
mod object;
mod traceback;

pub use object::{attempt, handled, handling_top, Exc, Flow, Handling, OwnExc, PyErr, R};
pub use traceback::TRACEBACK;
