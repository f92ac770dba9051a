//! `lru_cache`, `cache` and `cached_property`.
use super::Partial;
use crate::call::{Args, BoundMethod, Native};
use crate::error::{exc, R};
use crate::map::Dict;
use crate::object::attrs::Attrs;
use crate::object::vtable::{AttrFn, SetAttrFn};
use crate::object::{attr, symbols as sym, Class, PyObject, Ref, Sym, TypeInfo, Value};
use std::cell::{Cell, RefCell};

/// A function with a memory of its results, the least recently used going first.
pub struct Cached {
    func: Value,
    most: Option<usize>,
    typed: bool,
    /// In order of use: the oldest first.
    results: RefCell<Ref<Dict>>,
    hits: Cell<i64>,
    misses: Cell<i64>,
    attrs: Attrs,
}

static CACHED: TypeInfo = TypeInfo {
    module: "functools",
    method: cached_method,
    ..TypeInfo::plain("_lru_cache_wrapper")
};

fn wrap(func: &Value, most: Option<usize>, typed: bool) -> R<Value> {
    let wrapper = Ref::new(Cached {
        func: func.clone(),
        most,
        typed,
        results: RefCell::new(Dict::new()),
        hits: Cell::new(0),
        misses: Cell::new(0),
        attrs: Attrs::new(),
    })
    .value();
    super::update(&wrapper, func)
}

/// `functools.cache(f)`.
pub fn cache(args: Args) -> R<Value> {
    let [func] = args.exactly::<1>("cache")?;
    wrap(func, None, false)
}

/// `functools.lru_cache(maxsize=128, typed=False)`, or directly on a function.
pub fn lru_cache(args: Args) -> R<Value> {
    let [most, typed] = args.bind("lru_cache", [sym::maxsize, sym::typed], 0, 0, 2)?;
    let typed_flag = typed.map_or(Ok(false), Value::truth)?;
    let most = match most {
        None => Some(128),
        Some(Value::None) => None,
        Some(n @ (Value::Int(_) | Value::Bool(_))) => Some(crate::numbers::index(n)?.max(0) as usize),
        Some(func) if func.obj().is_some_and(|o| o.is_callable()) => {
            return wrap(func, Some(128), typed_flag)
        }
        Some(_) => {
            return Err(exc::TypeError.err("Expected first argument to be an integer, a callable, or None"));
        }
    };
    let decorate = Native::function("decorating_function", |args| {
        let [most, typed, func] = args.exactly::<3>("decorating_function")?;
        let most = if most.is_none() {
            None
        } else {
            Some(crate::numbers::index(most)? as usize)
        };
        wrap(func, most, typed.truth()?)
    });
    let most = most.map_or(Value::None, |n| Value::Int(n as i64));
    Partial::create(
        &super::PARTIAL.class(),
        Args::positional(&[decorate, most, Value::Bool(typed_flag)]),
    )
}

impl Cached {
    fn key(&self, args: Args) -> R<Value> {
        if args.names.is_empty() && !self.typed {
            if let [one @ (Value::Int(_) | Value::Obj(_))] = args.values {
                if one.obj().is_none() || one.as_str().is_some() {
                    return Ok(one.clone());
                }
            }
        }
        let mut parts = args.plain().to_vec();
        if !args.names.is_empty() {
            parts.push(Value::Ellipsis);
            for (name, value) in args.keywords() {
                parts.push(name.value());
                parts.push(value.clone());
            }
        }
        if self.typed {
            parts.extend(args.values.iter().map(|v| v.class().value()));
        }
        // One level down, so that a key tuple never equals a plain argument.
        Ok(crate::object::tuple_of(
            [crate::object::tuple_of(parts.into_iter())].into_iter(),
        ))
    }
}

impl PyObject for Cached {
    const TYPE: &'static TypeInfo = &CACHED;

    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        if this.most == Some(0) {
            this.misses.set(this.misses.get() + 1);
            return this.func.call_args(args);
        }
        let key = this.key(args)?;
        let results = this.results.borrow().clone();
        if let Some(result) = results.get(&key)? {
            this.hits.set(this.hits.get() + 1);
            if this.most.is_some() {
                results.remove(&key)?;
                results.set(key, result.clone())?;
            }
            return Ok(result);
        }
        this.misses.set(this.misses.get() + 1);
        let result = this.func.call_args(args)?;
        if let Some(most) = this.most {
            if results.len() >= most && results.get(&key)?.is_none() {
                if let Some(oldest) = results.value().iter()?.next()? {
                    results.remove(&oldest)?;
                }
            }
        }
        results.set(key, result.clone())?;
        Ok(result)
    }
    const ATTR: AttrFn<Self> = Some(|this, name| match this.attrs.get(name) {
        None => attr::builtin_attr(this.as_obj(), name),
        found => Ok(found),
    });
    const SET_ATTR: SetAttrFn<Self> = Some(|this, name, value| {
        match value {
            Some(value) => this.attrs.set(name, value),
            None => drop(this.attrs.remove(name)),
        }
        Ok(())
    });
    fn describe(this: &Ref<Self>, object: &Value, _: &Ref<Class>) -> R<Option<Value>> {
        Ok(Some(BoundMethod::new(object.clone(), this.value()).value()))
    }
}

fn cached_method(name: Sym) -> Option<crate::object::Method> {
    Some(match name {
        sym::cache_info => |this, args| {
            args.exactly::<0>("cache_info")?;
            let Some(this) = this.cast::<Cached>() else {
                return Ok(Value::None);
            };
            let most = this.most.map_or(Value::None, |n| Value::Int(n as i64));
            let size = Value::Int(this.results.borrow().len() as i64);
            let fields = vec![
                (sym::hits, Value::Int(this.hits.get())),
                (sym::misses, Value::Int(this.misses.get())),
                (sym::maxsize, most),
                (sym::currsize, size),
            ];
            Ok(crate::modules::collections::named_tuple("CacheInfo", fields))
        },
        sym::cache_clear => |this, args| {
            args.exactly::<0>("cache_clear")?;
            if let Some(this) = this.cast::<Cached>() {
                let old = this.results.replace(Dict::new());
                drop(old);
                this.hits.set(0);
                this.misses.set(0);
            }
            Ok(Value::None)
        },
        _ => return None,
    })
}

/// `functools.cached_property(f)`: computed once, then an ordinary attribute of the instance.
pub struct CachedProperty {
    func: Value,
    name: RefCell<Option<Sym>>,
}

pub static CACHED_PROPERTY: TypeInfo = TypeInfo {
    module: "functools",
    new: Some(CachedProperty::create),
    method: |name| match name {
        sym::__set_name__ => Some(|this, args| {
            let [_, name] = args.exactly::<2>("__set_name__")?;
            if let Some(this) = this.cast::<CachedProperty>() {
                *this.name.borrow_mut() = Some(Sym::intern(name.to_str()?.as_str()));
            }
            Ok(Value::None)
        }),
        _ => None,
    },
    ..TypeInfo::plain("cached_property")
};

impl CachedProperty {
    fn create(_: &Ref<Class>, args: Args) -> R<Value> {
        let [func] = args.exactly::<1>("cached_property")?;
        Ok(Ref::new(CachedProperty {
            func: func.clone(),
            name: RefCell::new(None),
        })
        .value())
    }
}

impl PyObject for CachedProperty {
    const TYPE: &'static TypeInfo = &CACHED_PROPERTY;

    fn describe(this: &Ref<Self>, object: &Value, _: &Ref<Class>) -> R<Option<Value>> {
        let value = this.func.call(&[object.clone()])?;
        let name = *this.name.borrow();
        if let Some(name) = name {
            object.set_attr(name, value.clone())?;
        }
        Ok(Some(value))
    }
}
