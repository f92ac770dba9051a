//! `abc`: abstract methods. A class is checked for them when it is instantiated.
use crate::call::{Args, Module};
use crate::error::R;
use crate::object::attrs::Attrs;
use crate::object::class::{Meta, Parts};
use crate::object::{symbols as sym, types, Class, Str, Value};

/// `@abc.abstractmethod`: marks the function.
pub fn abstractmethod(args: Args) -> R<Value> {
    let [function] = args.exactly::<1>("abstractmethod")?;
    // What takes no attributes is marked by what it wraps.
    match function.set_attr(sym::__isabstractmethod__, Value::Bool(true)) {
        Ok(()) => {}
        Err(_) => function
            .attr(sym::__func__)?
            .set_attr(sym::__isabstractmethod__, Value::Bool(true))?,
    }
    Ok(function.clone())
}

/// True for functions marked abstract, and for properties and wrappers over them.
fn is_abstract(value: &Value) -> bool {
    let marked = |x: &Value| {
        matches!(
            x.find_attr(sym::__isabstractmethod__),
            Ok(Some(Value::Bool(true)))
        )
    };
    if value.cast::<crate::call::Property>().is_some() {
        let parts = [sym::fget, sym::fset, sym::fdel];
        return parts
            .iter()
            .any(|part| matches!(value.find_attr(*part), Ok(Some(f)) if marked(&f)));
    }
    value.obj().is_some_and(|o| o.is_callable()) && value.cast::<Class>().is_none() && marked(value)
}

static ABC_META: crate::object::TypeInfo = crate::object::TypeInfo {
    module: "abc",
    base: Some(&types::TYPE),
    ..crate::object::TypeInfo::plain("ABCMeta")
};

/// The metaclass: what is still abstract is listed in `__abstractmethods__`.
pub static META: Meta = Meta {
    build,
    ..Meta::plain(&ABC_META)
};

fn build(parts: Parts) -> R<Value> {
    let class = Class::build_plain(parts, Some(&META))?;
    if let Some(own) = class.cast::<Class>() {
        let mut names = Vec::new();
        for base in own.mro().iter().rev() {
            for (name, value) in base.attrs.entries() {
                names.retain(|n| *n != name);
                if is_abstract(&value) {
                    names.push(name);
                }
            }
        }
        let names = crate::object::tuple_of(names.iter().map(|n| n.value()));
        own.set_own(sym::__abstractmethods__, Some(names));
    }
    Ok(class)
}

/// `abc.ABC` and other classes of this metaclass.
pub fn root(name: &'static str) -> Value {
    let name = Str::fixed(name);
    let parts = Parts {
        name: &name,
        qualname: &name,
        module: Value::from("abc"),
        bases: Vec::new(),
        attrs: Attrs::new(),
        keywords: Args::positional(&[]),
    };
    Class::build_plain(parts, Some(&META)).unwrap_or(Value::None)
}

thread_local! {
    static ABC: Value = root("ABC");
    static MODULE: Value = Module::native("abc", member, &[]).value();
}

pub use abstractmethod as abstractproperty;

members! {
    values {
        ABC "ABC" super::ABC.with(Clone::clone);
        ABCMeta "ABCMeta" super::ABC_META.value();
    }
    functions {
        abstractmethod "abstractmethod";
        abstractproperty "abstractproperty";
    }
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
