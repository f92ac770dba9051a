//! `mappingproxy`: the read-only view that a class's `__dict__` is, made anew from the class on each access.
use crate::call::Args;
use crate::error::R;
use crate::iter::Iter;
use crate::map::Dict;
use crate::object::{
    attr, symbols as sym, BinOp, Class, CmpOp, Method, PyObject, Ref, Str, Sym, TypeInfo, Value,
};

pub struct MappingProxy {
    mapping: Value,
}

pub static MAPPING_PROXY: TypeInfo = TypeInfo {
    new: Some(|_, args: Args| {
        let [mapping] = args.bind("mappingproxy", [sym::mapping], 1, 0, 1)?;
        Ok(MappingProxy::value(mapping.unwrap_or(&Value::None).clone()))
    }),
    method: proxy_method,
    ..TypeInfo::plain("mappingproxy")
};

/// `__dict__` and `__weakref__` as a class's namespace shows them.
struct Slot {
    name: Sym,
    class: Str,
}

static GETSET: TypeInfo = TypeInfo::plain("getset_descriptor");

impl PyObject for Slot {
    const TYPE: &'static TypeInfo = &GETSET;

    fn repr(this: &Ref<Self>) -> R<Str> {
        Ok(Str::from(crate::join![
            "<attribute '",
            this.name.text(),
            "' of '",
            this.class.as_str(),
            "' objects>"
        ]))
    }
}

impl MappingProxy {
    pub fn value(mapping: Value) -> Value {
        Ref::new(MappingProxy { mapping }).into()
    }
}

fn proxy_method(name: Sym) -> Option<Method> {
    match name {
        sym::get => Some(|this, args| through(this, sym::get, args)),
        sym::keys => Some(|this, args| through(this, sym::keys, args)),
        sym::values => Some(|this, args| through(this, sym::values, args)),
        sym::items => Some(|this, args| through(this, sym::items, args)),
        sym::copy => Some(|this, args| through(this, sym::copy, args)),
        sym::__reversed__ => Some(|this, args| through(this, sym::__reversed__, args)),
        _ => None,
    }
}

fn through(this: &Value, name: Sym, args: Args) -> R<Value> {
    match this.cast::<MappingProxy>() {
        Some(proxy) => proxy.mapping.call_method_args(name, args),
        None => Err(crate::seq::items::wrong_receiver("mappingproxy", this)),
    }
}

/// `C.__dict__`.
pub fn class_namespace(class: &Ref<Class>) -> Value {
    let dict = Dict::new();
    let set = |name: Sym, value: Value| dict.set_str(&name.to_str(), value);
    if class.is_builtin() {
        let makers = [sym::from_bytes, sym::fromhex, sym::fromkeys, sym::maketrans];
        for name in class.info.names.iter().chain(&makers) {
            if let Some(value) = attr::builtin_class_attr(class.info, *name) {
                set(*name, value);
            }
        }
    } else {
        set(sym::__module__, class.module());
        for (name, value) in class.attrs.entries() {
            set(name, value);
        }
        let open = |class: &Ref<Class>| !class.is_builtin() && class.attrs.get(sym::__slots__).is_none();
        if open(class) && !class.mro()[1..].iter().any(open) {
            for name in [sym::__dict__, sym::__weakref__] {
                set(
                    name,
                    Ref::new(Slot {
                        name,
                        class: class.name(),
                    })
                    .into(),
                );
            }
        }
        if class.attrs.get(sym::__doc__).is_none() {
            set(sym::__doc__, Value::None);
        }
    }
    MappingProxy::value(dict.into())
}

impl PyObject for MappingProxy {
    const TYPE: &'static TypeInfo = &MAPPING_PROXY;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let inner = this.mapping.repr()?;
        Ok(Str::from(crate::join!["mappingproxy(", inner.as_str(), ")"]))
    }
    fn to_str(this: &Ref<Self>) -> R<Str> {
        this.mapping.to_str()
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        this.mapping.hash()
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        this.mapping.len().map(Some)
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        this.mapping.iter().map(Some)
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        this.mapping.get_item(key)
    }
    fn contains(this: &Ref<Self>, item: &Value) -> R<Option<bool>> {
        this.mapping.contains(item).map(Some)
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        crate::object::ops::compare(op, &this.mapping, &plain(other))
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Or => crate::object::ops::try_binary(op, &this.mapping, &plain(other)),
            _ => Ok(Value::NotImplemented),
        }
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Or => crate::object::ops::try_binary(op, &plain(other), &this.mapping),
            _ => Ok(Value::NotImplemented),
        }
    }
}

fn plain(x: &Value) -> Value {
    x.cast::<MappingProxy>()
        .map_or_else(|| x.clone(), |proxy| proxy.mapping.clone())
}
