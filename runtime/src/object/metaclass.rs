//! Metaclasses written in Python: classes that derive from `type`. A class made by one answers through its methods.
use crate::error::{exc, R};
use crate::iter::Iter;
use crate::object::class::{Meta, Parts};
use crate::object::{attr, symbols as sym, types, Attrs, Class, Ref, Sym, Value};

/// What a class of a Python metaclass does differently: it asks the metaclass.
pub static PYTHON: Meta = Meta {
    build,
    call: Some(|class, args| match special(class, sym::__call__) {
        Some(call) => call.call_args(args),
        None => class.instantiate(args),
    }),
    iter: Some(|class| match special(class, sym::__iter__) {
        Some(method) => method.call(&[]).map(Iter::of),
        None => Err(class.value().type_error("' object is not iterable")),
    }),
    len: Some(|class| match special(class, sym::__len__) {
        Some(method) => crate::numbers::len_result(&method.call(&[])?),
        None => Err(class.value().type_error("' has no len()")),
    }),
    get_item: Some(|class, key| match special(class, sym::__getitem__) {
        Some(method) => method.call(&[key.clone()]),
        None => attr::class_get_item(class, key),
    }),
    contains: Some(|class, item| match special(class, sym::__contains__) {
        Some(method) => method.call(&[item.clone()])?.truth(),
        None => {
            let mut items = class.value().iter()?;
            while let Some(other) = items.next()? {
                if other.same_or_eq(item)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
    }),
    repr: Some(|class| match special(class, sym::__repr__) {
        Some(method) => crate::object::instance::text_result(method.call(&[])?, "__repr__"),
        None => Ok(class.plain_repr()),
    }),
    check: Some(|class, other| match special(class, sym::__subclasscheck__) {
        Some(method) => method.call(&[other.value()])?.truth(),
        None => Ok(other.derives_from(class)),
    }),
    ..Meta::plain(&types::TYPE)
};

/// The metaclass's own method, bound to the class.
pub fn special(class: &Ref<Class>, name: Sym) -> Option<Value> {
    let meta = class.metaclass.as_ref()?;
    let found = meta.special(name)?;
    attr::bind(found, &class.value(), meta).ok()
}

/// An attribute that the metaclass gives to the class.
pub fn attribute(class: &Ref<Class>, name: Sym) -> R<Option<Value>> {
    let Some(meta) = &class.metaclass else {
        return Ok(None);
    };
    if let Some(found) = meta.special(name) {
        return attr::bind(found, &class.value(), meta).map(Some);
    }
    match special(class, sym::__getattr__) {
        Some(hook) => hook.call(&[name.value()]).map(Some),
        None => Ok(None),
    }
}

/// The most derived metaclass of the bases and the one that is asked for.
pub fn of_parts(bases: &[Value], asked: Option<&Value>) -> R<Option<Ref<Class>>> {
    let mut best = asked
        .and_then(|asked| asked.cast::<Class>().cloned())
        .filter(|asked| !asked.is_builtin());
    for base in bases {
        let Some(theirs) = base.cast::<Class>().and_then(|base| base.metaclass.clone()) else {
            continue;
        };
        best = Some(match best {
            Some(best) if best.derives_from(&theirs) => best,
            Some(best) if !theirs.derives_from(&best) => {
                return Err(exc::TypeError.err(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
                ))
            }
            _ => theirs,
        });
    }
    Ok(best)
}

/// `metaclass(name, bases, namespace, **keywords)`.
pub fn call(meta: &Ref<Class>, parts: Parts) -> R<Value> {
    if meta.special(sym::__prepare__).is_some() {
        return Err(exc::NotImplementedError.err("__prepare__ is not supported"));
    }
    let namespace = Attrs::new();
    namespace.set(sym::__module__, parts.module);
    namespace.set(sym::__qualname__, Value::from(parts.qualname.clone()));
    for (name, value) in parts.attrs.entries() {
        namespace.set(name, value);
    }
    let dict = crate::object::dict_of_syms(namespace.entries());
    let bases = crate::object::tuple_of(parts.bases.into_iter());
    let mut values = vec![Value::from(parts.name.clone()), bases, dict];
    values.extend_from_slice(parts.keywords.values);
    meta.value().call_named(&values, parts.keywords.names)
}

/// A class statement whose bases have the metaclass.
fn build(parts: Parts) -> R<Value> {
    match of_parts(&parts.bases, None)? {
        Some(meta) => call(&meta, parts),
        None => Class::build_plain(parts, None),
    }
}
