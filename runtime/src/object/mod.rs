//! The object core: the heap layout, `Value`, types, classes, instances, attributes, symbols, strings' layout.
pub mod attr;
pub mod attrs;
pub mod cells;
pub mod class;
mod class_cache;
mod dunders;
pub mod generic;
pub mod hash;
mod header;
pub mod instance;
mod int_word;
mod known;
pub mod lend;
mod member_table;
pub mod members;
pub mod metaclass;
pub mod ops;
pub mod slots;
pub mod string;
pub mod sym;
mod sym_table;
pub mod types;
mod value;
pub mod vtable;

pub use attrs::Attrs;
pub use class::Class;
pub use header::{Boxed, Obj, Ref};
pub use instance::Instance;
pub use int_word::Int;
pub use known::Known;
pub use ops::{BinOp, CmpOp, UnaryOp};
pub use string::{StaticStr, Str, StrBody};
pub use sym::Sym;
pub use types::{Method, TypeInfo};
pub use value::Value;
pub use vtable::{PyObject, VTable};

/// Constants of the fixed names, for `sym::append` and the like.
pub mod symbols {
    pub use super::sym_table::*;
}

/// What a program tells of the members that it mentions, for `member::append` and the like.
pub mod member {
    pub use super::member_table::*;
}

/// `0x7f…`, as default reprs show an address.
pub fn address_text(object: &Obj) -> String {
    let mut text = String::from("0x");
    let address = object.address();
    let digits = 12;
    for i in (0..digits).rev() {
        let nibble = (address as u64 >> (4 * i)) & 0xF;
        text.push(char::from(b"0123456789abcdef"[nibble as usize]));
    }
    text
}

/// `<module.Class object at 0x…>`.
pub fn default_repr(object: &Obj) -> Str {
    let mut text = String::from("<");
    let (module, name) = match object.python_class() {
        Some(class) => (class.module(), class.qualname()),
        None => {
            let info = object.own_type();
            (Value::from(Str::fixed(info.module)), Str::fixed(info.name))
        }
    };
    if let Some(module) = module.as_str() {
        if module.as_str() != "builtins" {
            text.push_str(module.as_str());
            text.push('.');
        }
    }
    text.push_str(name.as_str());
    text.push_str(" object at ");
    text.push_str(&address_text(object));
    text.push('>');
    Str::from(text)
}

/// A tuple of the items.
pub fn tuple_of(items: impl Iterator<Item = Value>) -> Value {
    crate::seq::Tuple::value(items.collect())
}

/// A list of the items.
pub fn list_of(items: impl Iterator<Item = Value>) -> Value {
    crate::seq::List::value(items.collect())
}

/// A dict from names, which need no fallible hashing.
pub fn dict_of_syms(entries: Vec<(Sym, Value)>) -> Value {
    let dict = crate::map::Dict::new();
    for (name, value) in entries {
        dict.set_str(&name.to_str(), value);
    }
    dict.value()
}

/// `x.__dict__`: a snapshot of the attributes as a dict.
pub fn attrs_dict(object: &Obj) -> Value {
    dict_of_syms(object.fields().unwrap_or_default())
}
