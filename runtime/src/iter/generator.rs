//! Generator functions. A body is an `async` block that waits at each `yield`; the generator object polls it, so
//! rustc makes the state machine.
use crate::call::Args;
use crate::error::{exc, handled, PyErr, R};
use crate::iter::{awaiting, GenExpr, Iter};
use crate::member;
use crate::object::vtable::{AttrFn, CallMethodFn};
use crate::object::{symbols as sym, Method, Obj, PyObject, Ref, Str, Sym, TypeInfo, Value};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Wake, Waker};

type Body = Pin<Box<dyn Future<Output = R<Value>>>>;

/// The body's end of the line to its generator object.
#[derive(Clone)]
pub struct Co(Rc<Line>);

#[derive(Default)]
struct Line {
    yielded: RefCell<Option<Value>>,
    /// What `yield` gives: the value sent, or the exception thrown.
    sent: RefCell<Option<R<Value>>>,
    /// The iterator of the `yield from` that the body waits in.
    source: RefCell<Option<Value>>,
    /// An asynchronous generator has given an item, which is not for whoever drives it.
    item: Cell<bool>,
}

impl Co {
    /// `yield value`.
    pub fn yield_(&self, value: Value) -> impl Future<Output = R<Value>> + '_ {
        let mut value = Some(value);
        std::future::poll_fn(move |_| match value.take() {
            Some(value) => {
                *self.0.yielded.borrow_mut() = Some(value);
                Poll::Pending
            }
            None => Poll::Ready(self.0.sent.take().unwrap_or(Ok(Value::None))),
        })
    }

    /// `yield value` of an asynchronous generator.
    pub fn yield_item(&self, value: Value) -> impl Future<Output = R<Value>> + '_ {
        self.0.item.set(true);
        self.yield_(value)
    }

    /// `yield from source`.
    pub async fn yield_from(&self, source: &Value) -> R<Value> {
        let iterator = match awaiting::is_step(source) || source.cast::<Generator>().is_some() {
            true => source.clone(),
            false => source.iter()?.into_value(),
        };
        let mut sent = Ok(Value::None);
        loop {
            match delegate(&iterator, sent)? {
                Resumed::Yielded(value) => {
                    *self.0.source.borrow_mut() = Some(iterator.clone());
                    sent = self.yield_(value).await;
                    self.0.source.take();
                }
                Resumed::Returned(value) => return Ok(value),
            }
        }
    }
}

/// Runs the body of a `try` that may yield.
pub async fn attempt_async<T>(body: impl Future<Output = R<T>>) -> R<T> {
    body.await
}

enum State {
    Fresh(Body),
    Suspended(Body),
    Running,
    Done,
}

/// What one resumption led to.
pub(super) enum Resumed {
    Yielded(Value),
    Returned(Value),
}

/// What kind of function made it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Generator,
    Coroutine,
    AsyncGenerator,
}

impl Kind {
    fn text(self) -> &'static str {
        ["generator", "coroutine", "async generator"][self as usize]
    }
}

pub struct Generator {
    pub(super) kind: Kind,
    /// A generator that `types.coroutine` made fit for `await`.
    pub(super) awaitable: Cell<bool>,
    name: &'static str,
    qualname: &'static str,
    line: Rc<Line>,
    state: RefCell<State>,
    /// Exceptions that the suspended body is handling.
    handling: RefCell<handled::Stack>,
    /// The value of `return`, for the StopIteration that tells of the end.
    returned: RefCell<Option<Value>>,
}

pub static GENERATOR: TypeInfo = TypeInfo {
    method: generator_method,
    field: |this, name| {
        let Some(this) = this.cast::<Generator>() else {
            return Ok(None);
        };
        Ok(match name {
            sym::__name__ => Some(Value::from(Str::fixed(this.name))),
            sym::__qualname__ => Some(Value::from(Str::fixed(this.qualname))),
            sym::gi_running => Some(Value::Bool(matches!(*this.state.borrow(), State::Running))),
            sym::gi_suspended => Some(Value::Bool(matches!(*this.state.borrow(), State::Suspended(_)))),
            sym::gi_yieldfrom => Some(this.line.source.borrow().clone().unwrap_or(Value::None)),
            _ => None,
        })
    },
    ..TypeInfo::plain("generator")
};

/// The generator object of a call of a generator function.
pub fn generator<F>(name: &'static str, qualname: &'static str, body: impl FnOnce(Co) -> F) -> Value
where
    F: Future<Output = R<Value>> + 'static,
{
    make(Kind::Generator, name, qualname, body)
}

/// The coroutine of a call of an `async def`.
pub fn coroutine<F>(name: &'static str, qualname: &'static str, body: impl FnOnce(Co) -> F) -> Value
where
    F: Future<Output = R<Value>> + 'static,
{
    make(Kind::Coroutine, name, qualname, body)
}

/// The asynchronous generator of a call of an `async def` that yields.
pub fn async_generator<F>(name: &'static str, qualname: &'static str, body: impl FnOnce(Co) -> F) -> Value
where
    F: Future<Output = R<Value>> + 'static,
{
    make(Kind::AsyncGenerator, name, qualname, body)
}

fn make<F>(kind: Kind, name: &'static str, qualname: &'static str, body: impl FnOnce(Co) -> F) -> Value
where
    F: Future<Output = R<Value>> + 'static,
{
    let line = Rc::new(Line::default());
    let body: Body = Box::pin(body(Co(line.clone())));
    Ref::new(Generator {
        kind,
        awaitable: Cell::new(false),
        name,
        qualname,
        line,
        state: RefCell::new(State::Fresh(body)),
        handling: RefCell::default(),
        returned: RefCell::new(None),
    })
    .value()
}

/// Nobody waits for a generator: it is polled when it is asked.
struct Nobody;

static NOBODY: OnceLock<Waker> = OnceLock::new();

impl Wake for Nobody {
    fn wake(self: Arc<Self>) {}
}

impl Generator {
    pub(super) fn resume(&self, sent: R<Value>) -> R<Resumed> {
        let mut body = match (self.state.replace(State::Running), &sent) {
            (State::Running, _) => {
                return Err(exc::ValueError.err(crate::join![self.kind.text(), " already executing"]))
            }
            (State::Done, _) => {
                *self.state.borrow_mut() = State::Done;
                if self.kind == Kind::Coroutine {
                    return Err(exc::RuntimeError.err("cannot reuse already awaited coroutine"));
                }
                return sent.map(|_| Resumed::Returned(Value::None));
            }
            (State::Fresh(_), Err(_)) => {
                *self.state.borrow_mut() = State::Done;
                return sent.map(Resumed::Returned);
            }
            (State::Fresh(body), Ok(value)) if !value.is_none() => {
                *self.state.borrow_mut() = State::Fresh(body);
                let text = crate::join!["can't send non-None value to a just-started ", self.kind.text()];
                return Err(exc::TypeError.err(text));
            }
            (State::Fresh(body) | State::Suspended(body), _) => body,
        };
        let frame = match crate::call::enter() {
            Ok(frame) => frame,
            Err(e) => {
                *self.state.borrow_mut() = State::Suspended(body);
                return Err(e);
            }
        };
        let depth = handled::push_all(self.handling.take());
        *self.line.sent.borrow_mut() = Some(sent);
        let waker = NOBODY.get_or_init(|| Arc::new(Nobody).into());
        let polled = body.as_mut().poll(&mut Context::from_waker(waker));
        *self.handling.borrow_mut() = handled::split_off(depth);
        drop(frame);
        match polled {
            Poll::Pending => {
                *self.state.borrow_mut() = State::Suspended(body);
                Ok(Resumed::Yielded(self.line.yielded.take().unwrap_or(Value::None)))
            }
            Poll::Ready(result) => {
                *self.state.borrow_mut() = State::Done;
                drop(body);
                match result {
                    Ok(value) => Ok(Resumed::Returned(value)),
                    Err(e) if e.is(&exc::StopIteration) || self.is_end(&e) => {
                        let name = e.class().name();
                        let text = Value::from(crate::join![self.kind.text(), " raised ", name.as_str()]);
                        let error = exc::value::RuntimeError().call(&[text])?;
                        Err(PyErr::raise_from(&error, &e.value()))
                    }
                    Err(e) => Err(e),
                }
            }
        }
    }

    fn is_end(&self, e: &PyErr) -> bool {
        self.kind == Kind::AsyncGenerator && e.is(&exc::StopAsyncIteration)
    }

    /// True when what it last gave is an item of an asynchronous generator.
    pub(super) fn gave_item(&self) -> bool {
        self.line.item.take()
    }

    /// `next`, `send` and `throw`: the item, or StopIteration.
    fn item(&self, sent: R<Value>) -> R<Value> {
        match self.resume(sent)? {
            Resumed::Yielded(value) => Ok(value),
            Resumed::Returned(value) => Err(stop(value)),
        }
    }

    pub(super) fn is_fresh(&self) -> bool {
        matches!(*self.state.borrow(), State::Fresh(_))
    }

    /// Drops a body that has not begun.
    pub(super) fn finish(&self) {
        drop(self.state.replace(State::Done));
    }

    fn close(&self) -> R<()> {
        if matches!(*self.state.borrow(), State::Fresh(_) | State::Done) {
            let old = self.state.replace(State::Done);
            drop(old);
            return Ok(());
        }
        match self.resume(Err(exc::GeneratorExit.bare_err())) {
            Ok(Resumed::Yielded(_)) => {
                Err(exc::RuntimeError.err(crate::join![self.kind.text(), " ignored GeneratorExit"]))
            }
            Ok(Resumed::Returned(_)) => Ok(()),
            Err(e) if e.is(&exc::GeneratorExit) || e.is(&exc::StopIteration) => Ok(()),
            Err(e) => Err(e),
        }
    }
}

/// StopIteration with a return value; None is left out.
pub(super) fn stop(value: Value) -> PyErr {
    match value {
        Value::None => exc::StopIteration.bare_err(),
        value => exc::StopIteration.err_value(value),
    }
}

/// The StopIteration of an iterator that has just ended, for `next()`.
pub fn stopped(iterator: &Value) -> PyErr {
    let returned = iterator.cast::<Generator>().and_then(|g| g.returned.take());
    stop(returned.unwrap_or(Value::None))
}

/// One step of `yield from`: what came in goes to the inner iterator.
fn delegate(iterator: &Value, sent: R<Value>) -> R<Resumed> {
    if awaiting::is_step(iterator) {
        return awaiting::resume_step(iterator, sent);
    }
    if let Some(inner) = iterator.cast::<Generator>() {
        if let Err(e) = &sent {
            if e.is(&exc::GeneratorExit) {
                inner.close()?;
                return sent.map(Resumed::Returned);
            }
        }
        return inner.resume(sent);
    }
    let answer = match sent {
        Ok(value) if value.is_none() => match iterator {
            Value::Obj(object) if object.is::<crate::object::Instance>() => {
                iterator.call_method(member::__next__.name(), &[])
            }
            Value::Obj(object) => match object.next()? {
                Some(value) => Ok(value),
                None => return Ok(Resumed::Returned(Value::None)),
            },
            _ => return Ok(Resumed::Returned(Value::None)),
        },
        Ok(value) => iterator.call_method(sym::send, &[value]),
        Err(e) if e.is(&exc::GeneratorExit) => {
            if let Ok(Some(close)) = iterator.find_attr(sym::close) {
                close.call(&[])?;
            }
            return Err(e);
        }
        Err(e) => match iterator.find_attr(sym::throw) {
            Ok(Some(throw)) => throw.call(&[e.value()]),
            _ => return Err(e),
        },
    };
    match answer {
        Ok(value) => Ok(Resumed::Yielded(value)),
        Err(e) if e.is(&exc::StopIteration) => e.value().attr(sym::value).map(Resumed::Returned),
        Err(e) => Err(e),
    }
}

/// Methods of generators, made by functions and by expressions alike.
pub(super) fn generator_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::send => |this, args| {
            let [value] = args.exactly::<1>("send")?;
            match this.cast::<Generator>() {
                Some(this) => this.item(Ok(value.clone())),
                None => crate::builtins::next_or_stop(this),
            }
        },
        sym::throw => |this, args| {
            let e = thrown(args)?;
            match (this.cast::<Generator>(), this.cast::<GenExpr>()) {
                (Some(this), _) => this.item(Err(e)),
                (None, expr) => {
                    if let Some(expr) = expr {
                        expr.finish();
                    }
                    Err(e)
                }
            }
        },
        sym::close => |this, args: Args| {
            args.exactly::<0>("close")?;
            match (this.cast::<Generator>(), this.cast::<GenExpr>()) {
                (Some(this), _) => this.close()?,
                (None, Some(expr)) => expr.finish(),
                _ => {}
            }
            Ok(Value::None)
        },
        _ => return super::iterator_method(name),
    })
}

/// The exception of `throw(type[, value[, traceback]])`.
pub(super) fn thrown(args: Args) -> R<PyErr> {
    let values = args.between("throw", 1, 3)?;
    let class = values[0].cast::<crate::Class>().is_some();
    Ok(match values.get(1).filter(|value| class && !value.is_none()) {
        Some(value) if value.cast::<crate::error::Exc>().is_some() => PyErr::raise(value),
        Some(value) => PyErr::raise(&values[0].call(&[value.clone()])?),
        None if class || values[0].cast::<crate::error::Exc>().is_some() => PyErr::raise(&values[0]),
        None => {
            return Err(exc::TypeError.err(crate::join![
                "exceptions must be classes or instances deriving from BaseException, not ",
                values[0].type_name().as_str()
            ]))
        }
    })
}

impl PyObject for Generator {
    const TYPE: &'static TypeInfo = &GENERATOR;
    const LAYOUT: u64 = 1;
    const FINALIZE: Option<fn(&Obj)> = Some(|object| {
        if let Some(this) = object.cast::<Generator>() {
            if let Err(e) = this.close() {
                crate::program::report_unraisable(&e);
            }
        }
    });

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        match this.kind {
            Kind::Generator => &GENERATOR,
            Kind::Coroutine => &awaiting::COROUTINE,
            Kind::AsyncGenerator => &awaiting::ASYNC_GENERATOR,
        }
    }
    const CALL_METHOD: CallMethodFn<Self> = Some(|this, name, args| match this.kind {
        Kind::Generator => crate::object::attr::builtin_call_method(this.as_obj(), name, args),
        _ => this.value().attr(name)?.call_args(args),
    });
    const ATTR: AttrFn<Self> = Some(|this, name| {
        let own = Self::own_type(this);
        match crate::object::attr::own_method(own, name) {
            Some(method) if this.kind != Kind::Generator => Ok(Some(
                crate::call::BoundMethod::builtin(&this.value(), name, method).value(),
            )),
            None if this.kind != Kind::Generator && generator_method(name).is_some() => Ok(None),
            _ => crate::object::attr::builtin_attr(this.as_obj(), name),
        }
    });
    fn repr(this: &Ref<Self>) -> R<Str> {
        let address = crate::object::address_text(this.as_obj());
        Ok(Str::from(crate::join![
            "<",
            Self::own_type(this).name,
            " object ",
            this.qualname,
            " at ",
            &address,
            ">"
        ]))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok((this.kind == Kind::Generator).then(|| Iter::Object(this.value())))
    }
    fn is_iterator(this: &Ref<Self>) -> bool {
        this.kind == Kind::Generator
    }
    fn next(this: &Ref<Self>) -> R<Option<Value>> {
        if this.kind != Kind::Generator {
            return Err(this.value().type_error("' object is not an iterator"));
        }
        match this.resume(Ok(Value::None))? {
            Resumed::Yielded(value) => Ok(Some(value)),
            Resumed::Returned(value) => {
                *this.returned.borrow_mut() = Some(value).filter(|value| !value.is_none());
                Ok(None)
            }
        }
    }
}
