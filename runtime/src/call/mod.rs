//! Calls: arguments, the one binder, function objects, cells, bound methods, decorators that are descriptors, modules.
pub mod arg_list;
mod args;
mod binder;
mod cell;
mod code;
mod function;
mod method;
pub mod module;
mod native;

pub use arg_list::ArgList;
pub use args::Args;
pub use binder::{call_bound, Kind, Param};
pub use cell::Cell;
pub use code::Code;
pub use function::FUNCTION;
pub use function::{enter, recursion_limit, set_recursion_limit, set_stack_end, FnInfo, Frame, Function};
pub use method::{BoundMethod, ClassMethod, MethodDef, Property, StaticMethod, Super};
pub use method::{CLASS_METHOD, METHOD, PROPERTY, STATIC_METHOD, SUPER};
pub use module::{Global, Module, ModuleInfo, Slot, MODULE};
pub use native::{Native, NativeFn, NATIVE};
