//! `__slots__`: which names instances of a class may store, and the member descriptors that the class shows for them.
use crate::error::{exc, R};
use crate::object::{symbols as sym, Class, PyObject, Ref, Str, Sym, TypeInfo};

/// `C.name` of a slot.
pub struct Member {
    name: Sym,
    owner: Str,
}

static MEMBER: TypeInfo = TypeInfo::plain("member_descriptor");

impl PyObject for Member {
    const TYPE: &'static TypeInfo = &MEMBER;

    fn repr(this: &Ref<Self>) -> R<Str> {
        Ok(Str::from(crate::join![
            "<member '",
            this.name.text(),
            "' of '",
            this.owner.as_str(),
            "' objects>"
        ]))
    }
}

/// The names in a class's own `__slots__`; None: it has none.
fn own_slots(class: &Class) -> Option<Vec<Sym>> {
    let slots = class.attrs.get(sym::__slots__)?;
    if let Some(one) = slots.as_str() {
        return Some(vec![Sym::intern(one.as_str())]);
    }
    let names = slots.iter().and_then(|iter| iter.collect()).unwrap_or_default();
    Some(
        names
            .iter()
            .filter_map(|name| name.as_str().map(|n| Sym::intern(n.as_str())))
            .collect(),
    )
}

/// Puts the member descriptors of a new class into its namespace.
pub fn define(class: &Class) -> R<()> {
    for name in own_slots(class).unwrap_or_default() {
        if matches!(name, sym::__dict__ | sym::__weakref__) {
            continue;
        }
        if class.attrs.get(name).is_some() {
            return Err(exc::ValueError.err(crate::join![
                "'",
                name.text(),
                "' in __slots__ conflicts with class variable"
            ]));
        }
        class.attrs.set(
            name,
            Ref::new(Member {
                name,
                owner: class.name(),
            })
            .value(),
        );
    }
    Ok(())
}

/// True when instances have a `__dict__`: some class of the MRO leaves names open.
pub fn has_dict(class: &Class) -> bool {
    if class.lookup(sym::__slots__).is_none() {
        // Of the builtin classes only object itself has instances without one that come here.
        return !class.is_builtin() || class.info.base.is_some();
    }
    let mro = class.mro();
    let mut own = mro.iter().filter(|class| !class.is_builtin());
    own.any(|class| own_slots(class).map_or(true, |slots| slots.contains(&sym::__dict__)))
}

/// True for a name that a slot of the class holds.
pub fn is_slot(class: &Ref<Class>, name: Sym) -> bool {
    class
        .lookup(name)
        .is_some_and(|found| found.cast::<Member>().is_some())
}
