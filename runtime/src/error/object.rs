//! The exception object, what `raise` and `except` do with it, and the stack of handled exceptions.
use crate::call::Args;
use crate::error::traceback::Traceback;
use crate::error::{exc, exception_kinds as kinds};
use crate::member;
use crate::object::attrs::Attrs;
use crate::object::vtable::Kinship;
use crate::object::vtable::{AttrFn, CallMethodFn, ClassFn, SetAttrFn};
use crate::object::{attr, members, symbols as sym, Class, Obj, PyObject, Ref, Str, Sym, TypeInfo, Value};
use std::cell::{Cell, RefCell};

pub type R<T> = Result<T, PyErr>;

/// A raised exception: one word, the same object that a Value holds.
pub struct PyErr(Ref<Exc>);

const _: () = assert!(std::mem::size_of::<PyErr>() == std::mem::size_of::<usize>());

pub struct Exc {
    info: &'static TypeInfo,
    /// The class, when it is not `info`'s own.
    class: RefCell<Option<Ref<Class>>>,
    pub(super) args: RefCell<Vec<Value>>,
    attrs: Attrs,
    /// What the class keeps beside `__dict__` (errno, filename, name, …).
    pub(super) extra: Attrs,
    cause: RefCell<Value>,
    context: RefCell<Value>,
    suppress: Cell<bool>,
    /// The runtime raised it: `extra` follows from the arguments.
    own: bool,
    /// `str(e)`, when that no longer follows from what the runtime raised.
    text: Cell<Option<fn(&Exc) -> R<Str>>>,
    /// It has been raised, so that there is a traceback.
    raised: Cell<bool>,
}

/// How a `try` body ended when it did not raise.
#[derive(Default)]
pub enum Flow {
    #[default]
    Next,
    Return(Value),
    Break,
    Continue,
}

/// Runs the body of a `try`.
#[inline]
pub fn attempt<T>(body: impl FnOnce() -> R<T>) -> R<T> {
    body()
}

thread_local! {
    static HANDLED: RefCell<Vec<Ref<Exc>>> = const { RefCell::new(Vec::new()) };
}

/// While it lives, an exception is the one being handled (`raise` alone, `__context__`, `sys.exc_info`).
pub struct Handling(());

impl Drop for Handling {
    fn drop(&mut self) {
        let top = HANDLED.with_borrow_mut(Vec::pop);
        drop(top);
    }
}

/// The stack of handled exceptions as generators see it: a body takes its own part along while it is suspended.
pub mod handled {
    use super::{Exc, HANDLED};
    use crate::object::Ref;

    pub type Stack = Vec<Ref<Exc>>;

    /// Pushes a part back; returns the depth below it.
    pub fn push_all(part: Stack) -> usize {
        HANDLED.with_borrow_mut(|all| {
            let depth = all.len();
            all.extend(part);
            depth
        })
    }

    /// Takes off what lies above `depth`.
    pub fn split_off(depth: usize) -> Stack {
        HANDLED.with_borrow_mut(|all| all.split_off(depth.min(all.len())))
    }
}

/// The exception being handled now.
pub fn handling_top() -> Option<Value> {
    HANDLED.with_borrow(|all| all.last().map(Ref::value))
}

impl PyErr {
    /// Marks the exception as the one being handled, until the guard goes.
    pub fn handling(&self) -> Handling {
        HANDLED.with_borrow_mut(|all| all.push(self.0.clone()));
        Handling(())
    }

    /// The same with an attribute that the class keeps beside `__dict__` (`name`, `obj`).
    pub fn with_field(self, name: Sym, value: Value) -> PyErr {
        self.0.extra.set(name, value);
        self
    }

    /// The exception object.
    pub fn value(&self) -> Value {
        self.0.value()
    }

    pub fn object(&self) -> &Ref<Exc> {
        &self.0
    }

    /// `except Class` for a builtin class.
    pub fn is(&self, class: &'static TypeInfo) -> bool {
        if self.0.info.is_subtype(class) {
            return true;
        }
        match &*self.0.class.borrow() {
            // Several builtin exception bases share one layout.
            Some(own) => own
                .mro()
                .iter()
                .any(|c| c.is_builtin() && std::ptr::eq(c.info, class)),
            None => false,
        }
    }

    /// `except matcher`: a class or a tuple of classes.
    pub fn matches(&self, matcher: &Value) -> R<bool> {
        self.fits(matcher).map_err(|_| {
            // Raised while this exception is being handled.
            let _handling = self.handling();
            not_exception_classes()
        })
    }

    fn fits(&self, matcher: &Value) -> Result<bool, ()> {
        if let Some(class) = matcher.cast::<Class>() {
            if !class.info.is_subtype(&exc::BaseException) {
                return Err(());
            }
            return Ok(self.0.value().class().derives_from(class));
        }
        match matcher.cast::<crate::seq::Tuple>() {
            Some(tuple) => {
                for item in tuple.items() {
                    if self.fits(item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            None => Err(()),
        }
    }

    /// `raise x`: an exception object, or a class to be called.
    pub fn raise(x: &Value) -> PyErr {
        let object = match x.cast::<Class>() {
            Some(class) if class.info.is_subtype(&exc::BaseException) => match x.call(&[]) {
                Ok(object) => object,
                Err(e) => return e,
            },
            _ => x.clone(),
        };
        match object.cast::<Exc>() {
            Some(object) => {
                object.set_context();
                PyErr(object.clone())
            }
            None => exc::TypeError.err("exceptions must derive from BaseException"),
        }
    }

    /// `raise x from cause`.
    pub fn raise_from(x: &Value, cause: &Value) -> PyErr {
        crate::program::report_fully();
        let error = PyErr::raise(x);
        let cause = match cause.cast::<Class>() {
            Some(class) if class.info.is_subtype(&exc::BaseException) => match cause.call(&[]) {
                Ok(object) => object,
                Err(e) => return e,
            },
            _ => cause.clone(),
        };
        if !cause.is_none() && cause.cast::<Exc>().is_none() {
            return exc::TypeError.err("exception causes must derive from BaseException");
        }
        *error.0.cause.borrow_mut() = cause;
        error.0.suppress.set(true);
        error
    }

    /// `raise` alone.
    pub fn reraise() -> PyErr {
        match HANDLED.with_borrow(|all| all.last().cloned()) {
            Some(object) => PyErr(object),
            None => exc::RuntimeError.err("No active exception to reraise"),
        }
    }

    /// `str(e)`.
    pub fn text(&self) -> R<Str> {
        self.0.value().to_str()
    }

    pub fn class(&self) -> Ref<Class> {
        self.0.value().class()
    }

    /// The last line of a traceback: `Class: text`.
    pub fn last_line(&self) -> String {
        let class = self.class();
        let mut line = String::new();
        if let Some(module) = class.module().as_str() {
            if module.as_str() != "builtins" && module.as_str() != "__main__" {
                line = crate::join![module.as_str(), "."];
            }
        }
        line.push_str(class.qualname().as_str());
        match self.text() {
            Ok(text) if text.is_empty() => {}
            Ok(text) => {
                line.push_str(": ");
                line.push_str(text.as_str());
            }
            Err(_) => line.push_str(": <exception str() failed>"),
        }
        line
    }
}

impl From<Ref<Exc>> for PyErr {
    fn from(object: Ref<Exc>) -> PyErr {
        PyErr(object)
    }
}

impl Clone for PyErr {
    fn clone(&self) -> PyErr {
        PyErr(self.0.clone())
    }
}

impl std::fmt::Debug for PyErr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.last_line())
    }
}

#[cold]
fn not_exception_classes() -> PyErr {
    exc::TypeError.err("catching classes that do not inherit from BaseException is not allowed")
}

impl Exc {
    fn new(info: &'static TypeInfo, class: Option<Ref<Class>>, args: Vec<Value>) -> Ref<Exc> {
        crate::program::report_fully();
        Ref::new(Exc::body(info, class, args))
    }

    fn body(info: &'static TypeInfo, class: Option<Ref<Class>>, args: Vec<Value>) -> Exc {
        Exc {
            info,
            class: RefCell::new(class),
            args: RefCell::new(args),
            attrs: Attrs::new(),
            extra: Attrs::new(),
            cause: RefCell::new(Value::None),
            context: RefCell::new(Value::None),
            suppress: Cell::new(false),
            raised: Cell::new(false),
            own: false,
            text: Cell::new(None),
        }
    }

    /// `Class(text)` or `Class()`, raised by the runtime itself.
    pub(super) fn raise_own(info: &'static TypeInfo, args: Vec<Value>) -> PyErr {
        let body = Exc {
            own: true,
            ..Exc::body(info, None, args)
        };
        let object = Ref::new(OwnExc(body)).with_layout_of::<Exc>();
        object.set_context();
        PyErr(object)
    }

    pub(super) fn raise_builtin(info: &'static TypeInfo, args: Vec<Value>) -> PyErr {
        let object = Exc::new(info, None, Vec::new());
        if let Ok(own) = kinds::init(&object, Args::positional(&args)) {
            *object.args.borrow_mut() = own;
        }
        object.set_context();
        PyErr(object)
    }

    /// `Class(value)`, raised by the runtime itself: `text` words `str(e)`.
    pub(super) fn raise_value(info: &'static TypeInfo, value: Value, text: fn(&Exc) -> R<Str>) -> PyErr {
        let error = Exc::raise_own(info, vec![value]);
        error.0.text.set(Some(text));
        error
    }

    /// `str(e)` of an exception that the runtime raised.
    pub(crate) fn own_text(&self) -> String {
        match self.worded() {
            Some(Ok(text)) => text.as_str().to_string(),
            Some(Err(_)) => String::from("<exception str() failed>"),
            None => kinds::own_text(self),
        }
    }

    fn worded(&self) -> Option<R<Str>> {
        self.text.get().map(|text| text(self))
    }

    /// The first argument.
    pub(super) fn first(&self) -> Value {
        self.args.borrow().first().cloned().unwrap_or(Value::None)
    }

    /// The last line of a traceback, for exceptions that the runtime raised: `Class: text`.
    pub(crate) fn own_line(&self) -> String {
        let mut line = String::new();
        if self.info.module != "builtins" {
            line = crate::join![self.info.module, "."];
        }
        line.push_str(self.info.name);
        let text = self.own_text();
        if !text.is_empty() {
            line.push_str(": ");
            line.push_str(&text);
        }
        line
    }

    /// Gives a derived group the notes, cause and context of the group it comes from.
    pub(super) fn copy_links(from: &Ref<Exc>, to: &Ref<Exc>) -> R<()> {
        *to.cause.borrow_mut() = from.cause();
        *to.context.borrow_mut() = from.context();
        to.suppress.set(from.suppress.get());
        if let Some(notes) = from.attrs.get(sym::__notes__) {
            to.attrs
                .set(sym::__notes__, crate::seq::List::value(notes.iter()?.collect()?));
        }
        Ok(())
    }

    /// What the class keeps beside `__dict__`.
    pub(super) fn extra(&self, name: Sym) -> Option<Value> {
        match self.extra.get(name) {
            None if self.own => kinds::own_field(self.info, &self.args.borrow(), name),
            found => found,
        }
    }

    fn class_of(this: &Ref<Exc>) -> Ref<Class> {
        this.class.borrow().clone().unwrap_or_else(|| this.info.class())
    }

    fn type_text(&self) -> Str {
        match &*self.class.borrow() {
            Some(class) => class.name(),
            None => Str::fixed(self.info.name),
        }
    }

    /// `e.__dict__`.
    pub(crate) fn dict(&self) -> Ref<crate::map::Dict> {
        crate::program::report_fully();
        self.attrs.dict()
    }

    /// `BaseException.__str__`, and those of the builtin classes that have their own.
    fn base_text(&self) -> R<Str> {
        if let Some(text) = kinds::text(self)? {
            return Ok(text);
        }
        match self.args().as_slice() {
            [] => Ok(Str::fixed("")),
            [one] => one.to_str(),
            more => crate::object::tuple_of(more.iter().cloned()).repr(),
        }
    }

    /// An attribute of the `__dict__`.
    pub(crate) fn stored(&self, name: Sym) -> Option<Value> {
        self.attrs.get(name)
    }

    pub fn args(&self) -> Vec<Value> {
        self.args.borrow().clone()
    }

    pub fn info(&self) -> &'static TypeInfo {
        self.info
    }

    pub fn cause(&self) -> Value {
        self.cause.borrow().clone()
    }

    pub fn context(&self) -> Value {
        self.context.borrow().clone()
    }

    /// True once it has been raised.
    pub fn is_raised(&self) -> bool {
        self.raised.get()
    }

    pub fn suppresses_context(&self) -> bool {
        self.suppress.get()
    }
}

impl Ref<Exc> {
    /// What `raise` does: the exception being handled becomes the context, without making a cycle.
    fn set_context(&self) {
        self.raised.set(true);
        let Some(top) = HANDLED.with_borrow(|all| all.last().cloned()) else {
            return;
        };
        if top.same(self) {
            return;
        }
        let mut link = top.clone();
        loop {
            let next = link.context.borrow().cast::<Exc>().cloned();
            match next {
                Some(next) if next.same(self) => {
                    *link.context.borrow_mut() = Value::None;
                    break;
                }
                Some(next) => link = next,
                None => break,
            }
        }
        *self.context.borrow_mut() = top.value();
    }
}

/// `Class(*args)`: keeps the arguments; a subclass may see other ones in its `__init__`.
pub fn exc_new(class: &Ref<Class>, args: Args) -> R<Value> {
    kinds::check_new(class.info, args.plain())?;
    if class.is_builtin() {
        let info = kinds::real_class(class.info, args.plain());
        return Ok(Exc::new(info, None, args.plain().to_vec()).value());
    }
    let object = Exc::new(class.info, Some(class.clone()), args.plain().to_vec());
    if class.info.has_base(exc::BaseExceptionGroup.id) {
        kinds::init(&object, Args::positional(args.plain()))?;
    }
    Ok(object.value())
}

/// `Class.__init__(self, *args)`.
pub fn exc_init(this: &Value, args: Args) -> R<Value> {
    if let Some(object) = this.cast::<Exc>() {
        let own = kinds::init(object, args)?;
        *object.args.borrow_mut() = own;
    }
    Ok(Value::None)
}

crate::object::members::methods! {
    /// The methods of `BaseException`.
    pub struct ExcMethods;
    sym::__str__ => |this, _| match this.cast::<Exc>() {
        Some(object) => object.base_text().map(Value::from),
        None => this.to_str().map(Value::from),
    },
    sym::__repr__ => |this, _| match this.cast::<Exc>() {
        Some(object) => object.base_repr().map(Value::from),
        None => this.repr().map(Value::from),
    },
    sym::with_traceback => |this, args| {
        let [traceback] = args.exactly::<1>("BaseException.with_traceback")?;
        if !traceback.is_none() && traceback.cast::<Traceback>().is_none() {
            return Err(exc::TypeError.err("__traceback__ must be a traceback or None"));
        }
        Ok(this.clone())
    },
    sym::add_note => |this, args| {
        let [note] = args.exactly::<1>("BaseException.add_note")?;
        if note.unwrapped().as_str().is_none() {
            return Err(exc::TypeError.err(crate::join![
                "note must be a str, not '",
                note.type_name().as_str(),
                "'"
            ]));
        }
        let Some(object) = this.cast::<Exc>() else {
            return Ok(Value::None);
        };
        crate::program::report_fully();
        match object.attrs.get(sym::__notes__) {
            Some(notes) => notes.call_method(member::append.name(), &[note.clone()])?,
            None => {
                object
                    .attrs
                    .set(sym::__notes__, crate::object::list_of([note.clone()].into_iter()));
                Value::None
            }
        };
        Ok(Value::None)
    },
}

pub fn exc_field(x: &Value, name: Sym) -> R<Option<Value>> {
    let Some(object) = x.cast::<Exc>() else {
        return Ok(None);
    };
    if let Some(value) = object.extra(name) {
        return Ok(Some(value));
    }
    Ok(kinds::absent(object.info, name))
}

/// The attributes that link more than the others: `e.args`, `e.__cause__`, …
pub fn exc_linked(x: &Value, name: Sym) -> Option<Value> {
    let object = x.cast::<Exc>()?;
    Some(match name {
        sym::args => crate::object::tuple_of(object.args().into_iter()),
        sym::__cause__ => object.cause(),
        sym::__context__ => object.context(),
        sym::__suppress_context__ => Value::Bool(object.suppress.get()),
        sym::__traceback__ if object.raised.get() => Traceback::value(),
        sym::__traceback__ => Value::None,
        _ => return None,
    })
}

/// Stores what says more of an exception than its text did: from then on the report says it, too.
pub fn exc_store(x: &Value, name: Sym, value: Option<Value>) -> R<()> {
    match x.cast::<Exc>() {
        Some(object) => set_attr(object, name, value),
        None => Ok(()),
    }
}

impl Ref<Exc> {
    /// `BaseException.__repr__`.
    fn base_repr(&self) -> R<Str> {
        let mut text = crate::join![self.type_text().as_str(), "("];
        for (i, arg) in self.args().iter().enumerate() {
            if i > 0 {
                text.push_str(", ");
            }
            text.push_str(arg.repr()?.as_str());
        }
        text.push(')');
        Ok(Str::from(text))
    }
}

/// `e.name` of an exception that the runtime raised.
fn own_attr(this: &Ref<Exc>, name: Sym) -> R<Option<Value>> {
    if let Some(value) = this.attrs.get(name) {
        return Ok(Some(value));
    }
    attr::builtin_exc_attr(&this.value(), this.info, name)
}

fn set_attr(this: &Ref<Exc>, name: Sym, value: Option<Value>) -> R<()> {
    crate::program::report_fully();
    match (name, &value) {
        (sym::args, Some(value)) => {
            let mut args = Vec::new();
            let mut iter = value.iter()?;
            while let Some(arg) = iter.next()? {
                args.push(arg);
            }
            for name in [sym::code, sym::errno, sym::msg, sym::strerror, sym::value] {
                if let Some(kept) = this.extra(name) {
                    this.extra.set(name, kept);
                }
            }
            *this.args.borrow_mut() = args;
            this.text.set(Some(|e| e.base_text()));
            return Ok(());
        }
        (sym::__cause__, Some(value)) => {
            *this.cause.borrow_mut() = value.clone();
            this.suppress.set(true);
            return Ok(());
        }
        (sym::__context__, Some(value)) => {
            *this.context.borrow_mut() = value.clone();
            return Ok(());
        }
        (sym::__suppress_context__, Some(value)) => {
            this.suppress.set(value.truth()?);
            return Ok(());
        }
        (sym::__traceback__, Some(value)) => {
            this.raised.set(!value.is_none());
            return Ok(());
        }
        _ => {}
    }
    set_plain_attr(this, name, value)
}

fn set_plain_attr(this: &Ref<Exc>, name: Sym, value: Option<Value>) -> R<()> {
    if kinds::is_own_field(this, name) {
        this.extra.set(name, value.unwrap_or(Value::None));
        return Ok(());
    }
    match value {
        Some(value) if name == sym::__dict__ => return attr::adopt_dict(&this.attrs, &value),
        Some(value) => this.attrs.set(name, value),
        None if this.attrs.remove(name).is_none() => return Err(attr::no_attribute(&this.value(), name)),
        None => {}
    }
    Ok(())
}

/// An exception that the runtime raised and Python code has not made: the same body, of a builtin class; linked by need
/// (`late`).
#[repr(transparent)]
pub struct OwnExc(Exc);

impl OwnExc {
    fn with(this: &Ref<OwnExc>) -> Ref<Exc> {
        this.clone().with_layout_of()
    }
}

impl PyObject for OwnExc {
    const TYPE: &'static TypeInfo = Exc::TYPE;
    const LATE: bool = true;
    const ATTR: AttrFn<Self> = Some(|this, name| own_attr(&OwnExc::with(this), name));
    const SET_ATTR: SetAttrFn<Self> = Some(|this, name, value| {
        let this = OwnExc::with(this);
        match members::store(name) {
            Some(store) => store(&this.value(), name, value),
            None => set_plain_attr(&this, name, value),
        }
    });

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        this.0.info
    }
    fn repr(this: &Ref<Self>) -> R<Str> {
        OwnExc::with(this).base_repr()
    }
    fn to_str(this: &Ref<Self>) -> R<Str> {
        match this.0.worded() {
            Some(text) => text,
            None => Ok(Str::from(kinds::own_text(&this.0))),
        }
    }
    fn fields(this: &Ref<Self>) -> Option<Vec<(Sym, Value)>> {
        Some(this.0.attrs.entries())
    }
}

impl PyObject for Exc {
    const TYPE: &'static TypeInfo = &exc::BaseException;

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        this.info
    }
    const CLASS: ClassFn<Self> = Some(Exc::class_of);
    fn python_class(this: &Ref<Self>) -> Option<Ref<Class>> {
        this.class.borrow().clone()
    }
    fn type_name(this: &Ref<Self>) -> Str {
        this.type_text()
    }
    fn kinship(this: &Ref<Self>, other: &Obj) -> Kinship {
        Exc::class_of(this).kinship(&other.class())
    }
    fn overrides(this: &Ref<Self>, other: &Obj, name: Sym) -> bool {
        Exc::class_of(this).overrides(&other.class(), name)
    }
    fn repr(this: &Ref<Self>) -> R<Str> {
        if let Some(method) = Exc::class_of(this).special(sym::__repr__) {
            return crate::object::instance::text_result(method.call(&[this.value()])?, "__repr__");
        }
        this.base_repr()
    }
    fn to_str(this: &Ref<Self>) -> R<Str> {
        if let Some(method) = Exc::class_of(this).special(sym::__str__) {
            return crate::object::instance::text_result(method.call(&[this.value()])?, "__str__");
        }
        this.base_text()
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        match Exc::class_of(this).special(sym::__hash__) {
            Some(method) if !method.is_none() => crate::numbers::hash_result(&method.call(&[this.value()])?),
            _ => Ok((this.as_obj().address() >> 4) as i64),
        }
    }
    fn compare(this: &Ref<Self>, op: crate::object::CmpOp, other: &Value) -> R<Value> {
        match Exc::class_of(this).special(op.dunder()) {
            Some(method) => method.call(&[this.value(), other.clone()]),
            None => Ok(Value::NotImplemented),
        }
    }
    fn truth(this: &Ref<Self>) -> R<bool> {
        match Exc::class_of(this).special(sym::__bool__) {
            Some(method) => method.call(&[this.value()])?.truth(),
            None => Ok(true),
        }
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        match Exc::class_of(this).special(sym::__len__) {
            Some(method) => crate::numbers::len_result(&method.call(&[this.value()])?).map(Some),
            None => Ok(None),
        }
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        match Exc::class_of(this).special(sym::__getitem__) {
            Some(method) => method.call(&[this.value(), key.clone()]),
            None => Err(this.value().type_error("' object is not subscriptable")),
        }
    }
    const ATTR: AttrFn<Self> = Some(|this, name| {
        let class = Exc::class_of(this);
        if class.is_builtin() || name == sym::__dict__ || this.attrs.get(name).is_some() {
            return own_attr(this, name);
        }
        attr::instance_attr(this.as_obj(), &class, &this.attrs, name)
    });
    const SET_ATTR: SetAttrFn<Self> = Some(|this, name, value| {
        let special = members::store(name).is_some() || kinds::is_own_field(this, name);
        match Exc::python_class(this).filter(|_| !special) {
            Some(class) => attr::set_instance_attr(this.as_obj(), &class, &this.attrs, name, value),
            None => set_attr(this, name, value),
        }
    });
    const CALL_METHOD: CallMethodFn<Self> = Some(|this, name, args| {
        attr::call_instance_method(this.as_obj(), &Exc::class_of(this), &this.attrs, name, args)
    });
    fn fields(this: &Ref<Self>) -> Option<Vec<(Sym, Value)>> {
        Some(this.attrs.entries())
    }
}
