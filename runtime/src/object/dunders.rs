//! Which of the special methods that the vtable can answer a builtin type really has, as `dir()` of CPython 3.11 shows:
//! `hasattr([], "__sub__")` is False although every vtable has an operator slot.
use crate::object::{symbols as sym, Sym, TypeInfo};

/// (types, what their class objects hold themselves); a derived type has what its base has.
#[rustfmt::skip]
const HELD: &[(&[&str], &[Sym])] = &[
    (&["int"], &[
        sym::__bool__, sym::__add__, sym::__radd__, sym::__sub__, sym::__rsub__, sym::__mul__,
        sym::__rmul__, sym::__mod__, sym::__rmod__, sym::__truediv__, sym::__rtruediv__, sym::__floordiv__,
        sym::__rfloordiv__, sym::__divmod__, sym::__rdivmod__, sym::__pow__, sym::__rpow__, sym::__and__,
        sym::__rand__, sym::__or__, sym::__ror__, sym::__xor__, sym::__rxor__, sym::__lshift__,
        sym::__rlshift__, sym::__rshift__, sym::__rrshift__, sym::__neg__, sym::__pos__, sym::__invert__,
        sym::__abs__, sym::__int__, sym::__float__, sym::__index__,
    ]),
    (&["bool"], &[
        sym::__and__, sym::__rand__, sym::__or__, sym::__ror__, sym::__xor__, sym::__rxor__,
    ]),
    (&["float"], &[
        sym::__bool__, sym::__add__, sym::__radd__, sym::__sub__, sym::__rsub__, sym::__mul__,
        sym::__rmul__, sym::__mod__, sym::__rmod__, sym::__truediv__, sym::__rtruediv__, sym::__floordiv__,
        sym::__rfloordiv__, sym::__divmod__, sym::__rdivmod__, sym::__pow__, sym::__rpow__, sym::__neg__,
        sym::__pos__, sym::__abs__, sym::__int__, sym::__float__,
    ]),
    (&["complex"], &[
        sym::__bool__, sym::__add__, sym::__radd__, sym::__sub__, sym::__rsub__, sym::__mul__,
        sym::__rmul__, sym::__truediv__, sym::__rtruediv__, sym::__pow__, sym::__rpow__, sym::__neg__,
        sym::__pos__, sym::__abs__,
    ]),
    (&["str", "bytes"], &[
        sym::__len__, sym::__iter__, sym::__contains__, sym::__getitem__, sym::__add__, sym::__mul__,
        sym::__rmul__, sym::__mod__, sym::__rmod__,
    ]),
    (&["bytearray"], &[
        sym::__len__, sym::__iter__, sym::__contains__, sym::__getitem__, sym::__setitem__,
        sym::__delitem__, sym::__add__, sym::__iadd__, sym::__mul__, sym::__rmul__, sym::__imul__,
        sym::__mod__, sym::__rmod__,
    ]),
    (&["list", "deque", "array"], &[
        sym::__len__, sym::__iter__, sym::__contains__, sym::__getitem__, sym::__setitem__,
        sym::__delitem__, sym::__add__, sym::__iadd__, sym::__mul__, sym::__rmul__, sym::__imul__,
    ]),
    (&["tuple"], &[
        sym::__len__, sym::__iter__, sym::__contains__, sym::__getitem__, sym::__add__, sym::__mul__,
        sym::__rmul__,
    ]),
    (&["dict"], &[
        sym::__len__, sym::__iter__, sym::__contains__, sym::__getitem__, sym::__setitem__,
        sym::__delitem__, sym::__or__, sym::__ror__, sym::__ior__,
    ]),
    (&["set"], &[
        sym::__len__, sym::__iter__, sym::__contains__, sym::__sub__, sym::__rsub__, sym::__isub__,
        sym::__and__, sym::__rand__, sym::__iand__, sym::__or__, sym::__ror__, sym::__ior__, sym::__xor__,
        sym::__rxor__, sym::__ixor__,
    ]),
    (&["frozenset", "dict_keys", "dict_items"], &[
        sym::__len__, sym::__iter__, sym::__contains__, sym::__sub__, sym::__rsub__, sym::__and__,
        sym::__rand__, sym::__or__, sym::__ror__, sym::__xor__, sym::__rxor__,
    ]),
    (&["range"], &[
        sym::__len__, sym::__iter__, sym::__bool__, sym::__contains__, sym::__getitem__,
    ]),
    (&["dict_values"], &[
        sym::__len__, sym::__iter__,
    ]),
    (&["mappingproxy"], &[
        sym::__len__, sym::__iter__, sym::__contains__, sym::__getitem__, sym::__or__, sym::__ror__,
        sym::__ior__,
    ]),
    (&["memoryview"], &[
        sym::__len__, sym::__iter__, sym::__getitem__, sym::__setitem__, sym::__delitem__,
    ]),
    (&["OrderedDict"], &[
        sym::__iter__, sym::__setitem__, sym::__delitem__, sym::__or__, sym::__ror__, sym::__ior__,
    ]),
    (&["Counter"], &[
        sym::__delitem__, sym::__add__, sym::__iadd__, sym::__sub__, sym::__isub__, sym::__and__,
        sym::__iand__, sym::__or__, sym::__ior__, sym::__neg__, sym::__pos__,
    ]),
    (&["defaultdict", "type"], &[
        sym::__or__, sym::__ror__,
    ]),
    (&["NoneType"], &[
        sym::__bool__,
    ]),
    (&["Match"], &[
        sym::__getitem__,
    ]),
];

/// True for the special methods that the table speaks of.
pub fn is_listed(name: Sym) -> bool {
    HELD.iter().any(|(_, names)| names.contains(&name))
}

/// True for the types that the table speaks of.
pub fn covers(info: &TypeInfo) -> bool {
    HELD.iter().any(|(types, _)| types.contains(&info.name))
}

/// True when the class object of `info` itself holds `name`.
pub fn held(info: &TypeInfo, name: Sym) -> bool {
    HELD.iter()
        .any(|(types, names)| types.contains(&info.name) && names.contains(&name))
}

/// True when `info` or one of its bases holds `name`.
pub fn inherited(info: &'static TypeInfo, name: Sym) -> bool {
    let mut next = Some(info);
    while let Some(info) = next {
        if held(info, name) {
            return true;
        }
        next = info.base;
    }
    false
}
