//! The standard library modules that have a form in the runtime, one file a module.
pub mod itertools;
pub mod re;
pub mod sys;
pub mod typing;
