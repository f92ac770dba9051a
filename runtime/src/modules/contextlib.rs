//! `contextlib`: context managers made of generators, and the common ready-made ones.
mod exit_stack;

use crate::call::{Args, BoundMethod, Module};
use crate::error::{exc, PyErr, R};
use crate::object::vtable::AttrFn;
use crate::object::{symbols as sym, Class, Method, PyObject, Ref, Sym, TypeInfo, Value};
use std::cell::RefCell;

/// What a function decorated with `contextmanager` becomes.
struct Factory {
    function: Value,
}

static FACTORY: TypeInfo = TypeInfo::plain("function");

impl PyObject for Factory {
    const TYPE: &'static TypeInfo = &FACTORY;
    const ATTR: AttrFn<Self> = Some(|this, name| match name {
        sym::__wrapped__ => Ok(Some(this.function.clone())),
        _ => this.function.find_attr(name),
    });

    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        let generator = this.function.call_args(args)?;
        Ok(Manager::value(&GENERATED, Kind::Generated(generator)))
    }
    fn describe(this: &Ref<Self>, object: &Value, _: &Ref<Class>) -> R<Option<Value>> {
        Ok(Some(BoundMethod::new(object.clone(), this.value()).value()))
    }
}

/// `contextlib.contextmanager(function)`.
pub fn contextmanager(args: Args) -> R<Value> {
    let [function] = args.bind("contextmanager", [sym::func], 1, 0, 1)?;
    let function = function.cloned().unwrap_or(Value::None);
    Ok(Ref::new(Factory { function }).value())
}

enum Kind {
    Generated(Value),
    Suppress(Vec<Value>),
    /// The new stdout, and the ones to go back to.
    Redirect(Value, RefCell<Vec<Value>>),
    Closing(Value),
    Null(Value),
}

struct Manager {
    info: &'static TypeInfo,
    kind: Kind,
}

static MANAGER: TypeInfo = manager_type(TypeInfo::plain("context manager"));

const fn manager_type(info: TypeInfo) -> TypeInfo {
    TypeInfo {
        module: "contextlib",
        method: manager_method,
        ..info
    }
}

static GENERATED: TypeInfo = manager_type(TypeInfo::plain("_GeneratorContextManager"));
static SUPPRESS: TypeInfo = TypeInfo {
    new: Some(|_, args| {
        args.no_keywords("suppress")?;
        Ok(Manager::value(&SUPPRESS, Kind::Suppress(args.values.to_vec())))
    }),
    ..manager_type(TypeInfo::plain("suppress"))
};
static REDIRECT: TypeInfo = TypeInfo {
    new: Some(|_, args| {
        let [target] = args.bind("redirect_stdout", [sym::new_target], 1, 0, 1)?;
        let target = target.cloned().unwrap_or(Value::None);
        let kind = Kind::Redirect(target, RefCell::new(Vec::new()));
        Ok(Manager::value(&REDIRECT, kind))
    }),
    ..manager_type(TypeInfo::plain("redirect_stdout"))
};
static CLOSING: TypeInfo = TypeInfo {
    new: Some(|_, args| {
        let [thing] = args.bind("closing", [sym::thing], 1, 0, 1)?;
        let thing = thing.cloned().unwrap_or(Value::None);
        Ok(Manager::value(&CLOSING, Kind::Closing(thing)))
    }),
    ..manager_type(TypeInfo::plain("closing"))
};
static NULL: TypeInfo = TypeInfo {
    new: Some(|_, args| {
        let [result] = args.bind("nullcontext", [sym::enter_result], 0, 0, 1)?;
        let result = result.cloned().unwrap_or(Value::None);
        Ok(Manager::value(&NULL, Kind::Null(result)))
    }),
    ..manager_type(TypeInfo::plain("nullcontext"))
};

impl Manager {
    fn value(info: &'static TypeInfo, kind: Kind) -> Value {
        Ref::new(Manager { info, kind }).value()
    }
}

impl PyObject for Manager {
    const TYPE: &'static TypeInfo = &MANAGER;

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        this.info
    }
}

fn manager_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::__enter__ => |x, args| {
            args.exactly::<0>("__enter__")?;
            enter(x)
        },
        sym::__exit__ => |x, args| {
            let given = args.between("__exit__", 3, 3)?;
            exit(x, &given[0], &given[1]).map(Value::Bool)
        },
        _ => return None,
    })
}

fn set_stdout(x: &Value) -> R<()> {
    crate::modules::sys::module().set_attr(sym::stdout, x.clone())
}

fn enter(x: &Value) -> R<Value> {
    let Some(this) = x.cast::<Manager>() else {
        return Ok(Value::None);
    };
    match &this.kind {
        Kind::Generated(generator) => match next_of(generator)? {
            Some(value) => Ok(value),
            None => Err(exc::RuntimeError.err("generator didn't yield")),
        },
        Kind::Suppress(_) => Ok(Value::None),
        Kind::Redirect(target, before) => {
            let old = crate::modules::sys::value::stdout();
            before.borrow_mut().push(old);
            set_stdout(target)?;
            Ok(target.clone())
        }
        Kind::Closing(thing) => Ok(thing.clone()),
        Kind::Null(result) => Ok(result.clone()),
    }
}

fn next_of(generator: &Value) -> R<Option<Value>> {
    match generator {
        Value::Obj(object) => object.next(),
        _ => Err(generator.type_error("' object is not an iterator")),
    }
}

/// Leaves the block; True swallows the exception.
fn exit(x: &Value, class: &Value, error: &Value) -> R<bool> {
    let Some(this) = x.cast::<Manager>() else {
        return Ok(false);
    };
    match &this.kind {
        Kind::Generated(generator) if class.is_none() => match next_of(generator)? {
            None => Ok(false),
            Some(_) => Err(exc::RuntimeError.err("generator didn't stop")),
        },
        Kind::Generated(generator) => throw_into(generator, error),
        Kind::Suppress(_) if class.is_none() => Ok(false),
        Kind::Suppress(classes) => {
            let classes = crate::seq::Tuple::value(classes.clone());
            crate::builtins::is_subclass(class, &classes)
        }
        Kind::Redirect(_, before) => {
            let old = before.borrow_mut().pop();
            if let Some(old) = old {
                set_stdout(&old)?;
            }
            Ok(false)
        }
        Kind::Closing(thing) => thing.call_method(sym::close, &[]).map(|_| false),
        Kind::Null(_) => Ok(false),
    }
}

/// Raises `error` at the generator's `yield`; True when it dealt with it.
fn throw_into(generator: &Value, error: &Value) -> R<bool> {
    let raised = match generator.call_method(sym::throw, &[error.clone()]) {
        Ok(_) => return Err(exc::RuntimeError.err("generator didn't stop after throw()")),
        Err(raised) => raised,
    };
    let same = raised.value().is(error);
    if raised.is(&exc::StopIteration) {
        return Ok(!same);
    }
    if same || is_wrapped(&raised, error) {
        return Ok(false);
    }
    Err(raised)
}

/// A StopIteration that left the generator is a RuntimeError with it as the cause.
fn is_wrapped(raised: &PyErr, error: &Value) -> bool {
    let stop = PyErr::raise(error).is(&exc::StopIteration);
    stop && raised.is(&exc::RuntimeError) && raised.object().cause().is(error)
}

members! {
    values {
        suppress "suppress" SUPPRESS.value();
        redirect_stdout "redirect_stdout" REDIRECT.value();
        closing "closing" CLOSING.value();
        nullcontext "nullcontext" NULL.value();
        ExitStack "ExitStack" super::exit_stack::EXIT_STACK.value();
    }
    functions {
        contextmanager "contextmanager";
    }
}

thread_local! {
    static MODULE: Value = Module::native("contextlib", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
