//! `abc`: abstract methods. A class is checked for them when it is instantiated.
use crate::call::{Args, Module, Native};
use crate::error::{exc, R};
use crate::member;
use crate::object::attrs::Attrs;
use crate::object::class::{Meta, Parts};
use crate::object::{symbols as sym, types, Class, Ref, Str, Value};

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
    check: Some(|class, other| Ok(other.derives_from(class) || is_registered(class, other))),
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
        own.set_abstract(crate::map::Set::from(&names, true)?.value());
        own.set_own(
            sym::register,
            Some(Native::class_method("register", own.clone(), register)),
        );
    }
    Ok(class)
}

/// True when `other`, or a class it derives from, was registered with the abstract class.
fn is_registered(class: &Ref<Class>, other: &Ref<Class>) -> bool {
    let Some(known) = class.attrs.get(sym::_abc_registry) else {
        return false;
    };
    let known = known
        .cast::<crate::seq::List>()
        .map_or(Vec::new(), |list| list.to_vec());
    known.iter().any(|known| {
        known
            .cast::<Class>()
            .is_some_and(|known| other.derives_from(known))
    })
}

/// `C.register(subclass)`.
fn register(class: &Ref<Class>, args: Args) -> R<Value> {
    let [subclass] = args.exactly::<1>("register")?;
    if subclass.cast::<Class>().is_none() {
        return Err(exc::TypeError.err("Can only register classes"));
    }
    match class.attrs.get(sym::_abc_registry) {
        Some(known) => drop(known.call_method(member::append.name(), &[subclass.clone()])?),
        None => drop(class.set_own(
            sym::_abc_registry,
            Some(crate::seq::List::value(vec![subclass.clone()])),
        )),
    }
    Ok(subclass.clone())
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
    static MODULE: Value = Module::native("abc", member, NAMES).value();
}

pub use abstractmethod as abstractproperty;

members! {
    values {
        ABC "ABC" super::ABC.with(Clone::clone);
        ABCMeta "ABCMeta" crate::object::class::offer(&super::META);
    }
    functions {
        abstractmethod "abstractmethod";
        abstractproperty "abstractproperty";
    }
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
