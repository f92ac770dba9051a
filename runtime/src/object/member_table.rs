//! What the types that every program has mean by their members' names (members.rs), one row a name. The compiler reads
//! the rows, too: a name listed here is `py::member::NAME` in emitted code.
use super::members::Member;
use crate::object::{attr, generic, symbols as sym, Sym};

macro_rules! own {
    (every, $name:ident, $of:ident) => {};
    (int, $name:ident, $of:ident) => {
        own!(crate::object::types::INT, crate::numbers::IntMethods, $name, $of)
    };
    (float, $name:ident, $of:ident) => {
        own!(
            crate::object::types::FLOAT,
            crate::numbers::FloatMethods,
            $name,
            $of
        )
    };
    (str, $name:ident, $of:ident) => {
        own!(crate::object::types::STR, crate::strings::StrMethods, $name, $of)
    };
    (list, $name:ident, $of:ident) => {
        own!(crate::seq::LIST, crate::seq::ListMethods, $name, $of)
    };
    (dict, $name:ident, $of:ident) => {
        own!(crate::map::DICT, crate::map::DictMethods, $name, $of)
    };
    (tuple, $name:ident, $of:ident) => {
        own!(crate::seq::TUPLE, crate::seq::TupleMethods, $name, $of)
    };
    (exception, $name:ident, $of:ident) => {
        if $of.has_base({ crate::error::exc::BaseException.id }) {
            return Some(crate::error::exception::Methods::$name);
        }
    };
    ($info:path, $methods:path, $name:ident, $of:ident) => {
        if $of.id == { $info.id } {
            return Some(<$methods>::$name);
        }
    };
}

macro_rules! every {
    (every, $name:ident) => { Some(generic::Every::$name) };
    ($type:ident, $name:ident) => { None };
    ($type:ident, $($more:ident),+; $name:ident) => { every!($($more),+; $name) };
    ($type:ident; $name:ident) => { every!($type, $name) };
}

macro_rules! stored {
    () => {
        None
    };
    ($store:path) => {
        Some($store)
    };
}

macro_rules! members {
    ($(fn $name:ident: $($type:ident),+;)* $(class $other:ident: $class:path;)* $(field $field:ident: $read:path $(, $store:path)?;)*) => {
        $(#[allow(non_upper_case_globals)]
        pub const $name: &Member = &Member {
            name: sym::$name,
            method: |_of| {
                $(own!($type, $name, _of);)*
                None
            },
            every: every!($($type),+; $name),
            class: |_| None,
            field: |_, _| None,
            store: None,
        };)*
        $(#[allow(non_upper_case_globals)]
        pub const $other: &Member = &Member {
            name: sym::$other,
            method: |_| None,
            every: None,
            class: $class,
            field: |_, _| None,
            store: None,
        };)*
        $(#[allow(non_upper_case_globals)]
        pub const $field: &Member = &Member {
            name: sym::$field,
            method: |_| None,
            every: None,
            class: |_| None,
            field: $read,
            store: stored!($($store)?),
        };)*
        pub(super) static NAMES: &[Sym] = &[$(sym::$name,)* $(sym::$other,)* $(sym::$field,)*];
        pub(super) const ALL: &[&Member] = &[$($name,)* $($other,)* $($field,)*];
    };
}

members! {
    fn __abs__: every;
    fn __add__: every;
    fn __and__: every;
    fn __bool__: every;
    fn __call__: every;
    fn __ceil__: int, float;
    fn __contains__: every;
    fn __delattr__: every;
    fn __delitem__: every;
    fn __dir__: every;
    fn __divmod__: every;
    fn __eq__: every;
    fn __float__: int, every;
    fn __floor__: int, float;
    fn __floordiv__: every;
    fn __format__: every;
    fn __ge__: every;
    fn __getattribute__: every;
    fn __getitem__: every;
    fn __getnewargs__: int, float, str, tuple;
    fn __gt__: every;
    fn __hash__: every;
    fn __iadd__: every;
    fn __iand__: every;
    fn __imul__: every;
    fn __index__: every;
    fn __init__: every;
    fn __init_subclass__: every;
    fn __int__: every;
    fn __invert__: every;
    fn __ior__: every;
    fn __isub__: every;
    fn __iter__: every;
    fn __ixor__: every;
    fn __le__: every;
    fn __len__: every;
    fn __lshift__: every;
    fn __lt__: every;
    fn __mod__: every;
    fn __mul__: every;
    fn __ne__: every;
    fn __neg__: every;
    fn __next__: every;
    fn __or__: every;
    fn __pos__: every;
    fn __pow__: every;
    fn __radd__: every;
    fn __rand__: every;
    fn __rdivmod__: every;
    fn __repr__: exception, every;
    fn __reversed__: list, dict;
    fn __rfloordiv__: int, float, every;
    fn __rlshift__: every;
    fn __rmod__: int, float, str, every;
    fn __rmul__: str, every;
    fn __ror__: every;
    fn __round__: int, float;
    fn __rpow__: int, float, every;
    fn __rrshift__: every;
    fn __rshift__: every;
    fn __rsub__: every;
    fn __rtruediv__: int, float, every;
    fn __rxor__: every;
    fn __setattr__: every;
    fn __setitem__: every;
    fn __sizeof__: every;
    fn __str__: exception, every;
    fn __sub__: every;
    fn __truediv__: every;
    fn __trunc__: int, float;
    fn __xor__: every;
    fn add_note: exception;
    fn append: list;
    fn as_integer_ratio: int, float;
    fn bit_count: int;
    fn bit_length: int;
    fn capitalize: str;
    fn casefold: str;
    fn center: str;
    fn clear: list, dict;
    fn conjugate: int, float;
    fn copy: list, dict;
    fn count: str, list, tuple;
    fn encode: str;
    fn endswith: str;
    fn expandtabs: str;
    fn extend: list;
    fn find: str;
    fn format: str;
    fn format_map: str;
    fn get: dict;
    fn hex: float;
    fn index: str, list, tuple;
    fn insert: list;
    fn is_integer: float;
    fn isalnum: str;
    fn isalpha: str;
    fn isascii: str;
    fn isdecimal: str;
    fn isdigit: str;
    fn isidentifier: str;
    fn islower: str;
    fn isnumeric: str;
    fn isprintable: str;
    fn isspace: str;
    fn istitle: str;
    fn isupper: str;
    fn items: dict;
    fn join: str;
    fn keys: dict;
    fn ljust: str;
    fn lower: str;
    fn lstrip: str;
    fn partition: str;
    fn pop: list, dict;
    fn popitem: dict;
    fn remove: list;
    fn removeprefix: str;
    fn removesuffix: str;
    fn replace: str;
    fn reverse: list;
    fn rfind: str;
    fn rindex: str;
    fn rjust: str;
    fn rpartition: str;
    fn rsplit: str;
    fn rstrip: str;
    fn setdefault: dict;
    fn sort: list;
    fn split: str;
    fn splitlines: str;
    fn startswith: str;
    fn strip: str;
    fn swapcase: str;
    fn title: str;
    fn to_bytes: int;
    fn translate: str;
    fn update: dict;
    fn upper: str;
    fn values: dict;
    fn with_traceback: exception;
    fn zfill: str;
    class __getformat__: crate::numbers::get_format;
    class __new__: generic::new_function;
    class from_bytes: crate::numbers::from_bytes;
    class fromhex: crate::numbers::from_hex;
    class fromkeys: crate::map::dict_fromkeys;
    class maketrans: crate::strings::maketrans;
    field __annotations__: attr::annotations_of;
    field __cause__: crate::error::exception::linked, crate::error::exception::store;
    field __class__: attr::class_of;
    field __code__: attr::code_of;
    field __context__: crate::error::exception::linked, crate::error::exception::store;
    field __dict__: attr::dict_of;
    field __kwdefaults__: attr::keyword_defaults_of;
    field __notes__: crate::error::exception::linked, crate::error::exception::store;
    field __subclasses__: attr::subclasses_of;
    field __suppress_context__: crate::error::exception::linked, crate::error::exception::store;
    field __traceback__: crate::error::exception::linked, crate::error::exception::store;
    field args: crate::error::exception::linked, crate::error::exception::store;
    field mro: attr::mro_of;
}
