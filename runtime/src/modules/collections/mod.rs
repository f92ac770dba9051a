//! `collections`. The dict-like classes are class objects over dict whose methods are native, so that user classes
//! derive from them as from any class.
mod counter;
mod default;
mod deque;
mod named;
mod ordered;

pub use deque::Deque;
pub use named::{named_tuple, namedtuple, typed_named_tuple};

use crate::call::{Module, Native, NativeFn};
use crate::error::{exc, R};
use crate::map::Dict;
use crate::object::attrs::Attrs;
use crate::object::class::Parts;
use crate::object::{symbols as sym, Class, Ref, Str, Sym, Value};

/// Builds a class of the runtime over `base` from its native methods.
pub fn native_class(
    module: &'static str,
    name: &'static str,
    base: Value,
    methods: &[(Sym, NativeFn)],
) -> R<Value> {
    let attrs = Attrs::new();
    for (sym, method) in methods {
        attrs.set(*sym, Native::method(sym.text(), *method));
    }
    let name = Str::fixed(name);
    Class::build_plain(
        Parts {
            name: &name,
            qualname: &name,
            module: Value::from(Str::fixed(module)),
            bases: vec![base],
            attrs,
            keywords: crate::Args::positional(&[]),
        },
        None,
    )
}

/// The dict inside an instance of one of these classes.
fn dict_of(this: &Value) -> R<Ref<Dict>> {
    Dict::of(this).ok_or_else(|| this.type_error("' object is not a dict"))
}

/// An empty instance of the class of `this`, without running its `__init__`.
fn empty_like(this: &Value) -> Value {
    crate::object::Instance::with_payload(&this.class(), Dict::new().value()).value()
}

macro_rules! classes {
    ($($slot:ident $getter:ident $make:expr;)*) => {
        thread_local! {
            $(static $slot: std::cell::OnceCell<Value> = const { std::cell::OnceCell::new() };)*
        }
        $(pub fn $getter() -> Value {
            $slot.with(|slot| slot.get_or_init(|| $make().unwrap_or(Value::None)).clone())
        })*
    };
}

classes! {
    COUNTER counter_class counter::class;
    DEFAULTDICT defaultdict_class default::class;
    ORDERED ordered_class ordered::class;
}

/// True when `x` is an instance of the class.
fn is_instance(x: &Value, class: &Value) -> bool {
    class
        .cast::<Class>()
        .is_some_and(|class| x.class().derives_from(class))
}

members! {
    values {
        Counter "Counter" counter_class();
        defaultdict "defaultdict" defaultdict_class();
        OrderedDict "OrderedDict" ordered_class();
        deque "deque" deque::DEQUE.value();
    }
    functions {
        namedtuple "namedtuple";
    }
}

thread_local! {
    static MODULE: Value = Module::native("collections", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}

/// Checks the receiver's argument count: `self` plus `N` others.
fn with_self<'a, const N: usize>(args: &crate::Args<'a>, name: &str) -> R<(&'a Value, &'a [Value])> {
    args.no_keywords(name)?;
    match args.values {
        [this, rest @ ..] if rest.len() == N => Ok((this, rest)),
        values => {
            let given = values.len().saturating_sub(1);
            Err(exc::TypeError.err(crate::join![
                name,
                "() takes ",
                &crate::numbers::int_text(N as i64),
                " arguments (",
                &crate::numbers::int_text(given as i64),
                " given)"
            ]))
        }
    }
}

/// `Class(repr-of-dict)` with the parts given.
fn shown(class: &Value, parts: &[&str]) -> R<Value> {
    let name = class.attr(sym::__name__)?.to_str()?;
    let mut text = crate::join![name.as_str(), "("];
    for part in parts {
        text.push_str(part);
    }
    text.push(')');
    Ok(Value::from(text))
}
