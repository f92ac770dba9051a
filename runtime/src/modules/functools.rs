//! `functools`.
mod cache;
mod dispatch;
mod ordering;

use crate::call::{Args, Module, Native};
use crate::error::{exc, R};
use crate::object::attrs::Attrs;
use crate::object::vtable::{AttrFn, SetAttrFn};
use crate::object::{attr, symbols as sym, Class, PyObject, Ref, Str, Sym, TypeInfo, Value};

/// `functools.reduce(function, iterable[, initial])`.
pub fn reduce(args: Args) -> R<Value> {
    let values = args.between("reduce", 2, 3)?;
    let mut iter = match values[1].iter() {
        Ok(iter) => iter,
        Err(e) if e.is(&exc::TypeError) => {
            return Err(exc::TypeError.err("reduce() arg 2 must support iteration"));
        }
        Err(e) => return Err(e),
    };
    let first = match values.get(2) {
        Some(initial) => Some(initial.clone()),
        None => iter.next()?,
    };
    let Some(mut total) = first else {
        return Err(exc::TypeError.err("reduce() of empty iterable with no initial value"));
    };
    while let Some(item) = iter.next()? {
        total = values[0].call(&[total, item])?;
    }
    Ok(total)
}

/// `functools.partial(func, *args, **keywords)`.
pub struct Partial {
    func: Value,
    values: Vec<Value>,
    names: Vec<Sym>,
    attrs: Attrs,
}

pub static PARTIAL: TypeInfo = TypeInfo {
    module: "functools",
    new: Some(Partial::create),
    ..TypeInfo::plain("partial")
};

impl Partial {
    fn create(_: &Ref<Class>, args: Args) -> R<Value> {
        let Some(func) = args.plain().first() else {
            return Err(exc::TypeError.err("type 'partial' takes at least one argument"));
        };
        if !func.obj().is_some_and(|o| o.is_callable()) {
            return Err(exc::TypeError.err("the first argument must be callable"));
        }
        let rest = Args {
            values: &args.values[1..],
            names: args.names,
        };
        // A partial of a partial is flattened.
        let (func, values, names) = match func.cast::<Partial>() {
            Some(inner) if inner.attrs.is_empty() => {
                let (values, names) = inner.joined(rest);
                (inner.func.clone(), values, names)
            }
            _ => (func.clone(), rest.values.to_vec(), rest.names.to_vec()),
        };
        Ok(Ref::new(Partial {
            func,
            values,
            names,
            attrs: Attrs::new(),
        })
        .value())
    }

    fn plain(&self) -> &[Value] {
        &self.values[..self.values.len() - self.names.len()]
    }

    /// Own arguments followed by the call's; a keyword of the call replaces an own one in its place.
    fn joined(&self, args: Args) -> (Vec<Value>, Vec<Sym>) {
        let mut values = self.plain().to_vec();
        values.extend_from_slice(args.plain());
        let mut names = self.names.clone();
        let mut keyword_values = self.values[self.plain().len()..].to_vec();
        for (name, value) in args.keywords() {
            match names.iter().position(|n| *n == name) {
                Some(at) => keyword_values[at] = value.clone(),
                None => {
                    names.push(name);
                    keyword_values.push(value.clone());
                }
            }
        }
        values.extend(keyword_values);
        (values, names)
    }
}

impl PyObject for Partial {
    const TYPE: &'static TypeInfo = &PARTIAL;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let mut text = crate::join!["functools.partial(", this.func.repr()?.as_str()];
        for value in this.plain() {
            text.push_str(", ");
            text.push_str(value.repr()?.as_str());
        }
        for (name, value) in this.names.iter().zip(&this.values[this.plain().len()..]) {
            text.push_str(", ");
            text.push_str(name.text());
            text.push('=');
            text.push_str(value.repr()?.as_str());
        }
        text.push(')');
        Ok(Str::from(text))
    }
    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        let (values, names) = this.joined(args);
        this.func.call_named(&values, &names)
    }
    const ATTR: AttrFn<Self> = Some(|this, name| {
        if let Some(value) = this.attrs.get(name) {
            return Ok(Some(value));
        }
        match name {
            sym::func => Ok(Some(this.func.clone())),
            sym::args => Ok(Some(crate::object::tuple_of(this.plain().iter().cloned()))),
            sym::keywords => {
                let values = this.values[this.plain().len()..].iter().cloned();
                Ok(Some(crate::object::dict_of_syms(
                    this.names.iter().copied().zip(values).collect(),
                )))
            }
            _ => attr::builtin_attr(this.as_obj(), name),
        }
    });
    const SET_ATTR: SetAttrFn<Self> = Some(|this, name, value| {
        match value {
            Some(value) => this.attrs.set(name, value),
            None => drop(this.attrs.remove(name)),
        }
        Ok(())
    });
}

/// Copies what makes a wrapper look like what it wraps.
fn update(wrapper: &Value, wrapped: &Value) -> R<Value> {
    for name in [sym::__module__, sym::__name__, sym::__qualname__, sym::__doc__] {
        match wrapped.find_attr(name) {
            Ok(Some(value)) => wrapper.set_attr(name, value)?,
            Ok(None) => {}
            Err(e) if e.is(&exc::AttributeError) => {}
            Err(e) => return Err(e),
        }
    }
    if let Some(fields) = wrapped.obj().and_then(|o| o.fields()) {
        for (name, value) in fields {
            wrapper.set_attr(name, value)?;
        }
    }
    wrapper.set_attr(sym::__wrapped__, wrapped.clone())?;
    Ok(wrapper.clone())
}

/// `functools.update_wrapper(wrapper, wrapped)`.
pub fn update_wrapper(args: Args) -> R<Value> {
    let [wrapper, wrapped] = args.bind("update_wrapper", [sym::wrapper, sym::wrapped], 2, 0, 2)?;
    update(wrapper.unwrap_or(&Value::None), wrapped.unwrap_or(&Value::None))
}

/// `functools.wraps(wrapped)`.
pub fn wraps(args: Args) -> R<Value> {
    let [wrapped] = args.bind("wraps", [sym::wrapped], 1, 0, 1)?;
    let wrapped = wrapped.cloned().unwrap_or(Value::None);
    let apply = Native::function("update_wrapper", |args| {
        let [wrapped, wrapper] = args.exactly::<2>("update_wrapper")?;
        update(wrapper, wrapped)
    });
    Partial::create(&PARTIAL.class(), Args::positional(&[apply, wrapped]))
}

members! {
    values {
        partial "partial" PARTIAL.value();
        cached_property "cached_property" cache::CACHED_PROPERTY.value();
    }
    functions {
        reduce "reduce";
        wraps "wraps";
        update_wrapper "update_wrapper";
        lru_cache "lru_cache";
        cache "cache";
        cmp_to_key "cmp_to_key";
        total_ordering "total_ordering";
        singledispatch "singledispatch";
    }
}

pub use cache::{cache, lru_cache};
pub use dispatch::singledispatch;
pub use ordering::{cmp_to_key, total_ordering};

thread_local! {
    static MODULE: Value = Module::native("functools", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
