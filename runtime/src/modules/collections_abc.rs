//! `collections.abc`: the abstract classes, whose instance checks look at what an object can do, and their mixin
//! methods.
use crate::call::{Args, Module, Native, NativeFn};
use crate::error::{exc, R};
use crate::member;
use crate::object::attrs::Attrs;
use crate::object::class::{Meta, Parts};
use crate::object::{symbols as sym, types, Class, Ref, Str, Sym, TypeInfo, Value};

static ABC_META: TypeInfo = TypeInfo {
    module: "abc",
    base: Some(&types::TYPE),
    ..TypeInfo::plain("ABCMeta")
};

static META: Meta = Meta {
    build: |parts| {
        Class::build_plain(parts, None).and_then(|class| {
            mark_missing(&class)?;
            Ok(class)
        })
    },
    check: Some(check),
    ..Meta::plain(&ABC_META)
};

/// Name, base, methods an object must have, and methods the class adds.
struct Row {
    name: &'static str,
    bases: &'static [&'static str],
    needs: &'static [Sym],
    mixins: &'static [(Sym, NativeFn)],
}

const fn row(
    name: &'static str,
    bases: &'static [&'static str],
    needs: &'static [Sym],
    mixins: &'static [(Sym, NativeFn)],
) -> Row {
    Row {
        name,
        bases,
        needs,
        mixins,
    }
}

static ROWS: [Row; 17] = [
    row("Hashable", &[], &[sym::__hash__], &[]),
    row("Sized", &[], &[sym::__len__], &[]),
    row("Iterable", &[], &[sym::__iter__], &[]),
    row("Container", &[], &[sym::__contains__], &[]),
    row("Callable", &[], &[sym::__call__], &[]),
    row(
        "Iterator",
        &["Iterable"],
        &[sym::__next__, sym::__iter__],
        &[(sym::__iter__, |args| Ok(args.values[0].clone()))],
    ),
    row(
        "Reversible",
        &["Iterable"],
        &[sym::__reversed__, sym::__iter__],
        &[],
    ),
    row(
        "Generator",
        &["Iterator"],
        &[sym::send, sym::throw, sym::close, sym::__next__],
        &[],
    ),
    row(
        "Collection",
        &["Sized", "Iterable", "Container"],
        &[sym::__len__, sym::__iter__, sym::__contains__],
        &[],
    ),
    row(
        "Sequence",
        &["Reversible", "Collection"],
        &[sym::__getitem__, sym::__len__],
        &[
            (sym::__contains__, sequence_contains),
            (sym::__iter__, sequence_iter),
            (sym::__reversed__, sequence_reversed),
            (sym::index, sequence_index),
            (sym::count, sequence_count),
        ],
    ),
    row(
        "MutableSequence",
        &["Sequence"],
        &[
            sym::__getitem__,
            sym::__setitem__,
            sym::__delitem__,
            sym::__len__,
            sym::insert,
        ],
        &[
            (sym::append, |args| {
                let [this, item] = args.exactly::<2>("append")?;
                let end = Value::Int(this.len()? as i64);
                this.call_method(member::insert.name(), &[end, item.clone()])
            }),
            (sym::extend, |args| {
                let [this, items] = args.exactly::<2>("extend")?;
                for item in items.iter()?.collect()? {
                    this.call_method(member::append.name(), &[item])?;
                }
                Ok(Value::None)
            }),
            (sym::pop, |args| {
                let [this, at] = args.bind("pop", [sym::self_, sym::index], 1, 1, 2)?;
                let (this, at) = (
                    this.unwrap_or(&Value::None),
                    at.cloned().unwrap_or(Value::Int(-1)),
                );
                let item = this.get_item(&at)?;
                this.del_item(&at)?;
                Ok(item)
            }),
            (sym::remove, |args| {
                let [this, item] = args.exactly::<2>("remove")?;
                let at = this.call_method(member::index.name(), &[item.clone()])?;
                this.del_item(&at)?;
                Ok(Value::None)
            }),
            (sym::clear, |args| {
                let [this] = args.exactly::<1>("clear")?;
                while this.len()? > 0 {
                    this.call_method(member::pop.name(), &[])?;
                }
                Ok(Value::None)
            }),
            (sym::__iadd__, |args| {
                let [this, items] = args.exactly::<2>("__iadd__")?;
                this.call_method(member::extend.name(), &[items.clone()])?;
                Ok(this.clone())
            }),
        ],
    ),
    row(
        "Set",
        &["Collection"],
        &[sym::__contains__, sym::__iter__, sym::__len__],
        &[],
    ),
    row(
        "MutableSet",
        &["Set"],
        &[
            sym::__contains__,
            sym::__iter__,
            sym::__len__,
            sym::add,
            sym::discard,
        ],
        &[],
    ),
    row(
        "Mapping",
        &["Collection"],
        &[sym::__getitem__, sym::__iter__, sym::__len__],
        &[
            (sym::get, |args| {
                let [this, key, default] = args.bind("get", [sym::self_, sym::key, sym::default], 2, 1, 3)?;
                match this.unwrap_or(&Value::None).get_item(key.unwrap_or(&Value::None)) {
                    Err(e) if e.is(&exc::KeyError) => Ok(default.cloned().unwrap_or(Value::None)),
                    result => result,
                }
            }),
            (sym::__contains__, |args| {
                let [this, key] = args.exactly::<2>("__contains__")?;
                match this.get_item(key) {
                    Ok(_) => Ok(Value::Bool(true)),
                    Err(e) if e.is(&exc::KeyError) => Ok(Value::Bool(false)),
                    Err(e) => Err(e),
                }
            }),
            (sym::keys, |args| {
                mapping_parts(args, |pairs| pairs.into_iter().map(|(k, _)| k).collect())
            }),
            (sym::values, |args| {
                mapping_parts(args, |pairs| pairs.into_iter().map(|(_, v)| v).collect())
            }),
            (sym::items, |args| {
                mapping_parts(args, |pairs| {
                    pairs
                        .into_iter()
                        .map(|(k, v)| crate::object::tuple_of([k, v].into_iter()))
                        .collect()
                })
            }),
            (sym::__eq__, |args| {
                let [this, other] = args.exactly::<2>("__eq__")?;
                let mine = crate::map::Dict::from_pairs(pairs_of(this)?)?;
                if crate::map::Dict::of(other).is_none() && other.find_attr(member::keys.name())?.is_none() {
                    return Ok(Value::NotImplemented);
                }
                let theirs = crate::map::Dict::from_pairs(pairs_of(other)?)?;
                mine.eq(&theirs)
            }),
        ],
    ),
    row(
        "MutableMapping",
        &["Mapping"],
        &[
            sym::__getitem__,
            sym::__setitem__,
            sym::__delitem__,
            sym::__iter__,
            sym::__len__,
        ],
        &[
            (sym::pop, |args| {
                let [this, key, default] = args.bind("pop", [sym::self_, sym::key, sym::default], 2, 1, 3)?;
                let (this, key) = (this.unwrap_or(&Value::None), key.unwrap_or(&Value::None));
                match (this.get_item(key), default) {
                    (Ok(value), _) => {
                        this.del_item(key)?;
                        Ok(value)
                    }
                    (Err(e), Some(default)) if e.is(&exc::KeyError) => Ok(default.clone()),
                    (Err(e), _) => Err(e),
                }
            }),
            (sym::clear, |args| {
                let [this] = args.exactly::<1>("clear")?;
                for key in this.iter()?.collect()? {
                    this.del_item(&key)?;
                }
                Ok(Value::None)
            }),
            (sym::update, |args| {
                let Some(this) = args.plain().first() else {
                    return Ok(Value::None);
                };
                if let Some(source) = args.plain().get(1) {
                    for (key, value) in pairs_of(source)? {
                        this.set_item(&key, value)?;
                    }
                }
                for (name, value) in args.keywords() {
                    this.set_item(&name.value(), value.clone())?;
                }
                Ok(Value::None)
            }),
            (sym::setdefault, |args| {
                let [this, key, default] =
                    args.bind("setdefault", [sym::self_, sym::key, sym::default], 2, 1, 3)?;
                let (this, key) = (this.unwrap_or(&Value::None), key.unwrap_or(&Value::None));
                match this.get_item(key) {
                    Err(e) if e.is(&exc::KeyError) => {
                        let default = default.cloned().unwrap_or(Value::None);
                        this.set_item(key, default.clone())?;
                        Ok(default)
                    }
                    result => result,
                }
            }),
        ],
    ),
    row(
        "ByteString",
        &["Sequence"],
        &[sym::__getitem__, sym::__len__, sym::hex],
        &[],
    ),
    row("Awaitable", &[], &[sym::__await__], &[]),
];

fn pairs_of(mapping: &Value) -> R<Vec<(Value, Value)>> {
    if let Some(dict) = crate::map::Dict::of(mapping) {
        return Ok(dict.pairs());
    }
    let mut pairs = Vec::new();
    for key in mapping.iter()?.collect()? {
        let value = mapping.get_item(&key)?;
        pairs.push((key, value));
    }
    Ok(pairs)
}

fn mapping_parts(args: Args, pick: fn(Vec<(Value, Value)>) -> Vec<Value>) -> R<Value> {
    let [this] = args.exactly::<1>("items")?;
    Ok(crate::object::list_of(pick(pairs_of(this)?).into_iter()))
}

/// The items of a sequence by index, up to IndexError.
fn sequence_items(this: &Value) -> R<Vec<Value>> {
    crate::iter::Iter::Sequence {
        object: this.clone(),
        at: 0,
    }
    .collect()
}

fn sequence_contains(args: Args) -> R<Value> {
    let [this, item] = args.exactly::<2>("__contains__")?;
    for other in sequence_items(this)? {
        if other.same_or_eq(item)? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn sequence_iter(args: Args) -> R<Value> {
    let [this] = args.exactly::<1>("__iter__")?;
    Ok(crate::iter::Iter::Sequence {
        object: this.clone(),
        at: 0,
    }
    .into_value())
}

fn sequence_reversed(args: Args) -> R<Value> {
    let [this] = args.exactly::<1>("__reversed__")?;
    let mut items = Vec::new();
    for at in (0..this.len()?).rev() {
        items.push(this.get_item(&Value::Int(at as i64))?);
    }
    crate::object::list_of(items.into_iter())
        .iter()
        .map(|iter| iter.into_value())
}

fn sequence_index(args: Args) -> R<Value> {
    let values = args.between("index", 2, 4)?;
    for (at, item) in sequence_items(&values[0])?.iter().enumerate() {
        if item.same_or_eq(&values[1])? {
            return Ok(Value::Int(at as i64));
        }
    }
    Err(exc::ValueError.bare_err())
}

fn sequence_count(args: Args) -> R<Value> {
    let [this, item] = args.exactly::<2>("count")?;
    let mut n = 0;
    for other in sequence_items(this)? {
        n += i64::from(other.same_or_eq(item)?);
    }
    Ok(Value::Int(n))
}

/// Lists the required methods that a derived class does not define.
fn mark_missing(class: &Value) -> R<()> {
    let Some(own) = class.cast::<Class>() else {
        return Ok(());
    };
    let mut missing = Vec::new();
    for base in own.mro() {
        let row = ROWS.iter().find(|row| {
            row.name == base.name().as_str()
                && base
                    .module()
                    .to_str()
                    .is_ok_and(|m| m.as_str() == "collections.abc")
        });
        for need in row.map_or(&[][..], |row| row.needs) {
            if own.special(*need).is_none() && !missing.contains(need) {
                missing.push(*need);
            }
        }
    }
    own.set_abstract(crate::object::tuple_of(missing.iter().map(|n| n.value())));
    Ok(())
}

/// `isinstance(x, C)` / `issubclass(C2, C)`: registered by inheritance, by the builtin types' nature, or by methods.
fn check(class: &Ref<Class>, other: &Ref<Class>) -> R<bool> {
    if other.derives_from(class) {
        return Ok(true);
    }
    let name = class.name();
    let module = class.module().to_str()?;
    let Some(row) = ROWS.iter().find(|row| row.name == name.as_str()) else {
        return Ok(false);
    };
    if module.as_str() != "collections.abc" {
        return Ok(false);
    }
    let kind = other.info.name;
    let structural = matches!(
        row.name,
        "Hashable"
            | "Sized"
            | "Iterable"
            | "Container"
            | "Callable"
            | "Iterator"
            | "Reversible"
            | "Generator"
            | "Collection"
            | "Awaitable"
    );
    let listed = match row.name {
        "Sequence" => matches!(
            kind,
            "list" | "tuple" | "str" | "bytes" | "bytearray" | "range" | "deque" | "memoryview"
        ),
        "MutableSequence" => matches!(kind, "list" | "bytearray" | "deque"),
        "Set" => matches!(kind, "set" | "frozenset" | "dict_keys" | "dict_items"),
        "MutableSet" => kind == "set",
        "Mapping" | "MutableMapping" => kind == "dict",
        "ByteString" => matches!(kind, "bytes" | "bytearray"),
        _ => false,
    };
    if listed || !structural {
        return Ok(listed);
    }
    Ok(row.needs.iter().all(|need| has_method(other, *need)))
}

/// True when instances of the class answer to the dunder.
fn has_method(class: &Ref<Class>, name: Sym) -> bool {
    if let Some(found) = class.special(name) {
        return !found.is_none();
    }
    let kind = class.info.name;
    let container = matches!(
        kind,
        "list"
            | "tuple"
            | "str"
            | "bytes"
            | "bytearray"
            | "range"
            | "deque"
            | "set"
            | "frozenset"
            | "dict"
            | "dict_keys"
            | "dict_values"
            | "dict_items"
    );
    match name {
        sym::__hash__ => !matches!(
            kind,
            "list" | "dict" | "set" | "bytearray" | "deque" | "dict_keys" | "dict_items" | "slice" | "array"
        ),
        sym::__len__ | sym::__contains__ => container,
        sym::__iter__ => container || class.info.method(sym::__next__).is_some(),
        sym::__next__ => class.info.method(sym::__next__).is_some(),
        sym::__reversed__ => container && !matches!(kind, "set" | "frozenset"),
        sym::__call__ => matches!(
            kind,
            "function"
                | "builtin_function_or_method"
                | "method"
                | "type"
                | "partial"
                | "method_descriptor"
                | "_lru_cache_wrapper"
        ),
        _ => class.info.method(name).is_some(),
    }
}

thread_local! {
    static CLASSES: std::cell::RefCell<Vec<(&'static str, Value)>> = const { std::cell::RefCell::new(Vec::new()) };
    static MODULE: Value = Module::native("collections.abc", member, &[]).value();
}

/// The class called `name`, made with its bases on first use.
fn class(name: &str) -> Option<Value> {
    let known = CLASSES.with_borrow(|all| all.iter().find(|(n, _)| *n == name).map(|(_, c)| c.clone()));
    if known.is_some() {
        return known;
    }
    let row = ROWS.iter().find(|row| row.name == name)?;
    let bases = row.bases.iter().filter_map(|base| class(base)).collect();
    let attrs = Attrs::new();
    for (name, method) in row.mixins {
        attrs.set(*name, Native::method(name.text(), *method));
    }
    let generic = Native::function("__class_getitem__", |args| {
        let [class, key] = args.exactly::<2>("__class_getitem__")?;
        match class.cast::<Class>() {
            Some(class) => crate::modules::typing::alias(class, key),
            None => Ok(class.clone()),
        }
    });
    attrs.set(sym::__class_getitem__, generic);
    let text = Str::fixed(row.name);
    let module = Value::from("collections.abc");
    let keywords = Args::positional(&[]);
    let parts = Parts {
        name: &text,
        qualname: &text,
        module,
        bases,
        attrs,
        keywords,
    };
    let made = Class::build_plain(parts, Some(&META)).ok()?;
    if let Some(own) = made.cast::<Class>() {
        own.set_abstract(crate::object::tuple_of(row.needs.iter().map(|n| n.value())));
    }
    CLASSES.with_borrow_mut(|all| all.push((row.name, made.clone())));
    Some(made)
}

pub fn member(name: Sym) -> Option<Value> {
    class(name.text())
}

macro_rules! values {
    ($($name:ident)*) => {
        /// Classes as values.
        #[allow(non_snake_case)]
        pub mod value {
            $(pub fn $name() -> crate::Value {
                super::class(stringify!($name)).unwrap_or(crate::Value::None)
            })*
        }
    };
}

values! {
    Hashable Sized Iterable Container Callable Iterator Reversible Generator Collection Sequence MutableSequence Set
    MutableSet Mapping MutableMapping ByteString Awaitable
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
