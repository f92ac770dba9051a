//! The runtime that programs written by Portalis link against: Python's semantics, exactly.
//!
//! The kernels (`int`, `float`, `text`, `format`) know nothing of objects; the object core (`object`, `call`,
//! `error`, `iter`) nothing of the library; `builtins` and `modules` are what Python code imports.

pub mod builtins;
pub mod call;
pub mod display;
pub mod emitted;
pub mod error;
pub mod eval;
pub mod fault;
pub mod float;
pub mod format;
pub mod int;
pub mod iter;
pub mod map;
pub mod modules;
pub mod numbers;
pub mod object;
pub mod program;
pub mod seq;
pub mod strings;
pub mod text;
pub mod typed;

pub use builtins::direct::*;
pub use call::{
    enter, ArgList, Args, Cell, FnInfo, Function, Global, Kind, Module, ModuleInfo, Native, NativeFn, Param,
    Slot,
};
pub use display::{
    add, add_all, bytes, concat, constant_set, empty_dict, extend, merge, new_dict, new_list, new_set,
    new_tuple, push, show, slice, wtf8, Const, DictBuilder,
};
pub use emitted::*;
pub use error::{attempt, exc, Flow, PyErr, R};
pub use iter::awaiting::{async_enter, async_iter, async_leave, async_next, awaitable};
pub use iter::{async_generator, attempt_async, coroutine, generator, Co, GenExpr, Iter, Step};
pub use numbers::{
    count, exact_bool, exact_f64, exact_i64, exact_int, float_div, float_floordiv, float_modulo, float_pow,
    floordiv, modulo, true_div,
};
pub use object::{member, symbols as sym, types, Class, Int, Ref, StaticStr, Sym, Value};
pub use program::main;
pub use typed::{exact, Dict, Elem, List, Set, Str, Tuple};
