//! The standard library modules that have a form in the runtime, one file a module.
pub mod sys;
pub mod re;
pub mod typing;
