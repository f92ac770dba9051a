//! Coroutines and asynchronous generators: generators by another protocol. `await x` is `yield from` what `awaitable`
//! gives; one step of an asynchronous generator is an object of its own.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::generator::{generator_method, stop, thrown, Generator, Kind, Resumed};
use crate::iter::{iterator_method, Iter};
use crate::object::{symbols as sym, PyObject, Ref, Sym, TypeInfo, Value};
use std::cell::{Cell, RefCell};

pub static COROUTINE: TypeInfo = TypeInfo {
    method: |name| match name {
        sym::__await__ => Some(|this, args| args.exactly::<0>("__await__").map(|_| this.clone())),
        sym::__iter__ | sym::__next__ => None,
        name => generator_method(name),
    },
    ..TypeInfo::plain("coroutine")
};

pub static ASYNC_GENERATOR: TypeInfo = TypeInfo {
    method: |name| match name.text() {
        "__aiter__" => Some(|this, args| args.exactly::<0>("__aiter__").map(|_| this.clone())),
        "__anext__" => Some(|this, args| {
            args.exactly::<0>("__anext__")?;
            step_of(this, Ok(Value::None), false)
        }),
        "asend" => Some(|this, args| {
            let [value] = args.exactly::<1>("asend")?;
            step_of(this, Ok(value.clone()), false)
        }),
        "athrow" => Some(|this, args| step_of(this, Err(thrown(args)?), false)),
        "aclose" => Some(|this, args| {
            args.exactly::<0>("aclose")?;
            step_of(this, Err(exc::GeneratorExit.bare_err()), true)
        }),
        _ => None,
    },
    ..TypeInfo::plain("async_generator")
};

/// `asend(value)` and the like: drives the generator to its next item.
pub struct Step {
    generator: Ref<Generator>,
    /// What the first resumption sends.
    first: RefCell<Option<R<Value>>>,
    closing: bool,
    done: Cell<bool>,
}

static STEP: TypeInfo = TypeInfo {
    method: |name| match name {
        sym::send => Some(|this, args| {
            let [value] = args.exactly::<1>("send")?;
            advance(this, Ok(value.clone()))
        }),
        sym::throw => Some(|this, args| advance(this, Err(thrown(args)?))),
        sym::close => Some(|_, _| Ok(Value::None)),
        sym::__await__ => Some(|this, _| Ok(this.clone())),
        name => iterator_method(name),
    },
    ..TypeInfo::plain("async_generator_asend")
};

fn step_of(generator: &Value, first: R<Value>, closing: bool) -> R<Value> {
    let Some(generator) = generator.cast::<Generator>() else {
        return Ok(Value::None);
    };
    Ok(Ref::new(Step {
        generator: generator.clone(),
        first: RefCell::new(Some(first)),
        closing,
        done: Cell::new(false),
    })
    .value())
}

pub fn is_step(x: &Value) -> bool {
    x.cast::<Step>().is_some()
}

/// One resumption of a step, for `yield from`.
pub(super) fn resume_step(step: &Value, sent: R<Value>) -> R<Resumed> {
    match advance(step, sent) {
        Ok(value) => Ok(Resumed::Yielded(value)),
        Err(e) if e.is(&exc::StopIteration) => e.value().attr(sym::value).map(Resumed::Returned),
        Err(e) => Err(e),
    }
}

/// What the generator waits for, or its item as a StopIteration.
fn advance(step: &Value, sent: R<Value>) -> R<Value> {
    let Some(step) = step.cast::<Step>() else {
        return Ok(Value::None);
    };
    if step.done.get() {
        return Err(exc::RuntimeError.err("cannot reuse already awaited __anext__()/asend()"));
    }
    let first = step.first.borrow_mut().take();
    let unstarted = step.closing && first.is_some() && step.generator.is_fresh();
    if unstarted {
        step.generator.finish();
        step.done.set(true);
        return Err(stop(Value::None));
    }
    let outcome = step.generator.resume(first.unwrap_or(sent));
    let item = step.generator.gave_item();
    let end = match outcome {
        Ok(Resumed::Yielded(value)) if !item => return Ok(value),
        Ok(Resumed::Yielded(_)) if step.closing => {
            exc::RuntimeError.err("async generator ignored GeneratorExit")
        }
        Ok(Resumed::Yielded(value)) => exc::StopIteration.err_value(value),
        Ok(Resumed::Returned(_)) if step.closing => stop(Value::None),
        Ok(Resumed::Returned(_)) => exc::StopAsyncIteration.bare_err(),
        Err(e) if step.closing && (e.is(&exc::GeneratorExit) || e.is(&exc::StopAsyncIteration)) => {
            stop(Value::None)
        }
        Err(e) => e,
    };
    step.done.set(true);
    Err(end)
}

impl PyObject for Step {
    const TYPE: &'static TypeInfo = &STEP;

    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Object(this.value())))
    }
    fn is_iterator(_: &Ref<Self>) -> bool {
        true
    }
    fn next(this: &Ref<Self>) -> R<Option<Value>> {
        match advance(&this.value(), Ok(Value::None)) {
            Ok(value) => Ok(Some(value)),
            Err(e) if e.is(&exc::StopIteration) => Ok(None),
            Err(e) => Err(e),
        }
    }
}

#[cold]
fn cannot(before: &str, x: &Value, after: &str) -> PyErr {
    exc::TypeError.err(crate::join![before, x.type_name().as_str(), after])
}

/// The iterator that `await x` runs through; None: `x` cannot be awaited.
fn awaited(x: &Value) -> R<Option<Value>> {
    if let Some(generator) = x.cast::<Generator>() {
        let fit = generator.kind == Kind::Coroutine || generator.awaitable.get();
        return Ok(fit.then(|| x.clone()));
    }
    if is_step(x) {
        return Ok(Some(x.clone()));
    }
    let Some(method) = x.find_attr(sym::__await__)? else {
        return Ok(None);
    };
    let iterator = method.call(&[])?;
    if iterator
        .cast::<Generator>()
        .is_some_and(|g| g.kind == Kind::Coroutine)
    {
        return Err(exc::TypeError.err("__await__() returned a coroutine"));
    }
    match iterator.obj().is_some_and(|object| object.is_iterator()) {
        true => Ok(Some(iterator)),
        false => Err(cannot(
            "__await__() returned non-iterator of type '",
            &iterator,
            "'",
        )),
    }
}

/// The iterator of `await x`.
pub fn awaitable(x: &Value) -> R<Value> {
    awaited(x)?.ok_or_else(|| cannot("object ", x, " can't be used in 'await' expression"))
}

/// The iterator of `async for`.
pub fn async_iter(x: &Value) -> R<Value> {
    let Some(method) = x.find_attr(sym::__aiter__)? else {
        return Err(cannot(
            "'async for' requires an object with __aiter__ method, got ",
            x,
            "",
        ));
    };
    let iterator = method.call(&[])?;
    match iterator.find_attr(sym::__anext__)? {
        Some(_) => Ok(iterator),
        None => {
            let text = "'async for' received an object from __aiter__ that does not implement __anext__: ";
            Err(cannot(text, &iterator, ""))
        }
    }
}

/// The iterator of the next item's `await`.
pub fn async_next(iterator: &Value) -> R<Value> {
    let item = iterator.call_method(sym::__anext__, &[])?;
    awaited(&item)?.ok_or_else(|| {
        cannot(
            "'async for' received an invalid object from __anext__: ",
            &item,
            "",
        )
    })
}

/// `__aexit__` of a manager, which must have an `__aenter__`, too.
pub fn async_leave(manager: &Value) -> R<Value> {
    let text = "' object does not support the asynchronous context manager protocol";
    if manager.find_attr(sym::__aenter__)?.is_none() {
        return Err(cannot("'", manager, text));
    }
    let missing = || {
        let text = crate::join![text, " (missed __aexit__ method)"];
        cannot("'", manager, &text)
    };
    manager.find_attr(sym::__aexit__)?.ok_or_else(missing)
}

/// The iterator of `await manager.__aenter__()`.
pub fn async_enter(manager: &Value) -> R<Value> {
    let entered = manager.call_method(sym::__aenter__, &[])?;
    awaited(&entered)?.ok_or_else(|| {
        cannot(
            "'async with' received an object from __aenter__ that does not implement __await__: ",
            &entered,
            "",
        )
    })
}

/// `aiter(x)`.
pub fn aiter(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("aiter")?;
    match x.find_attr(sym::__aiter__)? {
        Some(method) => method.call(&[]),
        None => Err(cannot("'", x, "' object is not an async iterable")),
    }
}

/// `anext(x)`.
pub fn anext(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("anext")?;
    match x.find_attr(sym::__anext__)? {
        Some(method) => method.call(&[]),
        None => Err(cannot("'", x, "' object is not an async iterator")),
    }
}

/// `types.coroutine(function)`: what its generators are is fit for `await`.
struct Marked(Value);

impl PyObject for Marked {
    const TYPE: &'static TypeInfo = &MARKED;

    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        let result = this.0.call_args(args)?;
        if let Some(generator) = result.cast::<Generator>() {
            generator.awaitable.set(true);
        }
        Ok(result)
    }
    fn describe(this: &Ref<Self>, object: &Value, _: &Ref<crate::Class>) -> R<Option<Value>> {
        Ok(Some(
            crate::call::BoundMethod::new(object.clone(), this.value()).value(),
        ))
    }
}

static MARKED: TypeInfo = TypeInfo {
    field: |this, name: Sym| {
        this.cast::<Marked>()
            .map_or(Ok(None), |this| this.0.find_attr(name))
    },
    ..TypeInfo::plain("function")
};

/// `types.coroutine(function)`.
pub fn mark(args: Args) -> R<Value> {
    let [function] = args.exactly::<1>("coroutine")?;
    match function.obj().is_some_and(|f| f.is_callable()) {
        true => Ok(Ref::new(Marked(function.clone())).value()),
        false => Err(exc::TypeError.err("types.coroutine() expects a callable")),
    }
}
