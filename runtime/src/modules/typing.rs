//! `typing`: names that annotations use. At run time they only have to be subscripted, joined by `|`, derived from
//! and shown.
use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::object::attrs::Attrs;
use crate::object::class::{Meta, Parts};
use crate::object::vtable::AttrFn;
use crate::object::{symbols as sym, BinOp, Class, CmpOp, PyObject, Ref, Str, Sym, TypeInfo, Value};

/// `list[int]`, `typing.List`, `typing.Optional[int]`, `int | None`.
pub struct Alias {
    name: Str,
    /// What it stands for at run time: a class, or None.
    origin: Value,
    args: Vec<Value>,
    union: bool,
}

pub static ALIAS: TypeInfo = TypeInfo {
    module: "types",
    ..TypeInfo::plain("GenericAlias")
};

impl Alias {
    fn value(name: Str, origin: Value, args: Vec<Value>, union: bool) -> Value {
        Ref::new(Alias {
            name,
            origin,
            args,
            union,
        })
        .value()
    }

    pub fn origin(&self) -> &Value {
        &self.origin
    }

    pub fn is_union(&self) -> bool {
        self.union
    }

    pub fn args(&self) -> &[Value] {
        &self.args
    }
}

fn args_of(key: &Value) -> Vec<Value> {
    match key.cast::<crate::seq::Tuple>() {
        Some(tuple) => tuple.items().to_vec(),
        None => vec![key.clone()],
    }
}

/// How a type is shown inside an alias: classes by name, None as None, `...` as dots.
fn shown(x: &Value) -> R<Str> {
    if let Some(class) = x.cast::<Class>() {
        let module = class.module();
        return Ok(match module.as_str() {
            Some(module) if module.as_str() != "builtins" => {
                Str::from(crate::join![module.as_str(), ".", class.qualname().as_str()])
            }
            _ => class.qualname(),
        });
    }
    match x {
        Value::Ellipsis => Ok(Str::fixed("...")),
        Value::None => Ok(Str::fixed("None")),
        other => other.repr(),
    }
}

/// `C[key]` of a builtin generic class.
pub fn alias(class: &Ref<Class>, key: &Value) -> R<Value> {
    Ok(Alias::value(
        shown(&class.value())?,
        class.value(),
        args_of(key),
        false,
    ))
}

/// False for what certainly is no type: numbers, texts and containers.
fn may_be_type(x: &Value) -> bool {
    match x {
        Value::None => true,
        Value::Obj(object) => !matches!(
            object.vt().info.name,
            "str" | "bytes" | "list" | "tuple" | "dict" | "set" | "frozenset"
        ),
        _ => false,
    }
}

/// `a | b` of types.
pub fn union(left: &Value, right: &Value) -> R<Value> {
    let mut args: Vec<Value> = Vec::new();
    for side in [left, right] {
        let parts = match side.cast::<Alias>() {
            Some(alias) if alias.union => alias.args.clone(),
            _ if !may_be_type(side) => return Ok(Value::NotImplemented),
            _ => vec![side.clone()],
        };
        for part in parts {
            if !args.iter().any(|a| a.is(&part)) {
                args.push(part);
            }
        }
    }
    Ok(Alias::value(Str::fixed("Union"), Value::None, args, true))
}

/// `typing.Optional[X]`, or `typing.Union[X, Y]`.
fn shown_union(args: &[Value]) -> R<Str> {
    if let [one, Value::None] | [Value::None, one] = args {
        return Ok(Str::from(crate::join![
            "typing.Optional[",
            shown(one)?.as_str(),
            "]"
        ]));
    }
    let mut parts = Vec::new();
    for arg in args {
        let text = if arg.is_none() {
            Str::fixed("NoneType")
        } else {
            shown(arg)?
        };
        parts.push(text.as_str().to_string());
    }
    Ok(Str::from(crate::join!["typing.Union[", &parts.join(", "), "]"]))
}

/// The same members, in any order.
fn same_members(a: &[Value], b: &[Value]) -> bool {
    let has = |all: &[Value], x: &Value| all.iter().any(|y| x.same_or_eq(y).unwrap_or(false));
    a.iter().all(|x| has(b, x)) && b.iter().all(|x| has(a, x))
}

impl PyObject for Alias {
    const TYPE: &'static TypeInfo = &ALIAS;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let mut text = String::new();
        if this.union && this.name.as_str() == "typing.Union" {
            return shown_union(&this.args);
        }
        if this.union {
            for (i, arg) in this.args.iter().enumerate() {
                if i > 0 {
                    text.push_str(" | ");
                }
                text.push_str(shown(arg)?.as_str());
            }
            return Ok(Str::from(text));
        }
        text.push_str(this.name.as_str());
        if !this.args.is_empty() {
            text.push('[');
            for (i, arg) in this.args.iter().enumerate() {
                if i > 0 {
                    text.push_str(", ");
                }
                match arg.cast::<crate::seq::List>() {
                    Some(list) => {
                        let parts = list.to_vec().iter().map(shown).collect::<R<Vec<Str>>>()?;
                        let parts: Vec<&str> = parts.iter().map(|p| p.as_str()).collect();
                        text.push_str(&crate::join!["[", &parts.join(", "), "]"]);
                    }
                    None => text.push_str(shown(arg)?.as_str()),
                }
            }
            text.push(']');
        }
        Ok(Str::from(text))
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        let args = args_of(key);
        if matches!(this.name.as_str(), "typing.Optional" | "typing.Union") {
            let mut args = args;
            if this.name.as_str() == "typing.Optional" {
                args.push(Value::None);
            }
            return Ok(Alias::value(Str::fixed("typing.Union"), Value::None, args, true));
        }
        Ok(Alias::value(this.name.clone(), this.origin.clone(), args, false))
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Or => union(&this.value(), other),
            _ => Ok(Value::NotImplemented),
        }
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Or => union(other, &this.value()),
            _ => Ok(Value::NotImplemented),
        }
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        let Some(other) = other.cast::<Alias>() else {
            return Ok(Value::NotImplemented);
        };
        let same = this.union && other.union && same_members(&this.args, &other.args)
            || this.name.bytes() == other.name.bytes()
                && !this.union
                && this.args.len() == other.args.len()
                && this
                    .args
                    .iter()
                    .zip(&other.args)
                    .all(|(a, b)| a.same_or_eq(b).unwrap_or(false));
        Ok(match op {
            CmpOp::Eq => Value::Bool(same),
            CmpOp::Ne => Value::Bool(!same),
            _ => Value::NotImplemented,
        })
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        Ok(this.name.hash_code())
    }
    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        if this.origin.is_none() {
            return Err(exc::TypeError.err(crate::join!["Cannot instantiate ", this.name.as_str()]));
        }
        this.origin.call_args(args)
    }
    const ATTR: AttrFn<Self> = Some(|this, name| {
        Ok(Some(match name {
            sym::__origin__ => this.origin.clone(),
            sym::__args__ => crate::object::tuple_of(this.args.iter().cloned()),
            sym::__name__ => Value::from(this.name.as_str().trim_start_matches("typing.")),
            sym::__parameters__ => crate::object::tuple_of(std::iter::empty()),
            _ => match this.origin.find_attr(name) {
                Ok(Some(value)) if !this.origin.is_none() => value,
                _ => return crate::object::attr::builtin_attr(this.as_obj(), name),
            },
        }))
    });
}

/// `typing.TypeVar("T")` and its kin: a name.
pub struct Variable {
    name: Str,
}

pub static TYPE_VAR: TypeInfo = TypeInfo {
    module: "typing",
    new: Some(type_var),
    ..TypeInfo::plain("TypeVar")
};

fn type_var(_: &Ref<Class>, args: Args) -> R<Value> {
    match args.plain().first().and_then(Value::as_str) {
        Some(name) => Ok(Ref::new(Variable { name: name.clone() }).value()),
        None => Err(exc::TypeError.err("TypeVar() missing required argument 'name' (pos 1)")),
    }
}

impl PyObject for Variable {
    const TYPE: &'static TypeInfo = &TYPE_VAR;

    fn repr(this: &Ref<Self>) -> R<Str> {
        Ok(Str::from(crate::join!["~", this.name.as_str()]))
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Or => union(&this.value(), other),
            _ => Ok(Value::NotImplemented),
        }
    }
    const ATTR: AttrFn<Self> = Some(|this, name| match name {
        sym::__name__ => Ok(Some(Value::from(this.name.clone()))),
        _ => crate::object::attr::builtin_attr(this.as_obj(), name),
    });
}

/// What a base of a class statement stands for when it is not a class: the origin of an alias.
pub fn base_of(base: &Value) -> Option<Value> {
    base.cast::<Alias>()
        .map(|alias| alias.origin.clone())
        .filter(|origin| !origin.is_none())
}

fn plain_class(name: &'static str) -> Value {
    let text = Str::fixed(name);
    let attrs = Attrs::new();
    let generic = crate::Native::function("__class_getitem__", |args| {
        let [class, key] = args.exactly::<2>("__class_getitem__")?;
        Ok(Alias::value(shown(class)?, class.clone(), args_of(key), false))
    });
    attrs.set(sym::__class_getitem__, generic);
    let parts = Parts {
        name: &text,
        qualname: &text,
        module: Value::from("typing"),
        bases: Vec::new(),
        attrs,
        keywords: Args::positional(&[]),
    };
    Class::build_plain(parts, None).unwrap_or(Value::None)
}

/// The metaclass of `TypedDict`: its classes make plain dicts.
static TYPED_DICT_META: Meta = Meta {
    build: |parts| {
        let keywords = Args::positional(&[]);
        Class::build_plain(Parts { keywords, ..parts }, Some(&TYPED_DICT_META))
    },
    call: Some(|_, args| crate::map::DICT.value().call_args(args)),
    ..Meta::plain(&crate::types::TYPE)
};

fn typed_dict() -> Value {
    let name = Str::fixed("TypedDict");
    let parts = Parts {
        name: &name,
        qualname: &name,
        module: Value::from("typing"),
        bases: vec![crate::map::DICT.value()],
        attrs: Attrs::new(),
        keywords: Args::positional(&[]),
    };
    Class::build_plain(parts, Some(&TYPED_DICT_META)).unwrap_or(Value::None)
}

/// A name that only appears in annotations.
fn special(name: &'static str, origin: Value) -> Value {
    Alias::value(Str::fixed(name), origin, Vec::new(), false)
}

pub fn cast(args: Args) -> R<Value> {
    let [_, value] = args.exactly::<2>("cast")?;
    Ok(value.clone())
}

/// Decorators that give their argument back (`final`, `overload`, `runtime_checkable`, …).
pub fn same(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("final")?;
    Ok(x.clone())
}

pub fn get_type_hints(args: Args) -> R<Value> {
    let values = args.between("get_type_hints", 1, 3)?;
    values[0].attr(sym::__annotations__)
}

pub fn get_origin(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("get_origin")?;
    Ok(x.cast::<Alias>()
        .map_or(Value::None, |alias| alias.origin.clone()))
}

pub fn get_args(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("get_args")?;
    let args = x.cast::<Alias>().map_or(Vec::new(), |alias| alias.args.clone());
    Ok(crate::object::tuple_of(args.into_iter()))
}

/// `typing.NewType(name, type)`: the identity function.
#[allow(non_snake_case)]
pub fn NewType(args: Args) -> R<Value> {
    let [_, _] = args.exactly::<2>("NewType")?;
    Ok(crate::Native::function("NewType", same))
}

thread_local! {
    static GENERIC: Value = plain_class("Generic");
    static PROTOCOL: Value = plain_class("Protocol");
    static NAMED_TUPLE: Value = crate::modules::collections::typed_named_tuple().unwrap_or(Value::None);
    static TYPED_DICT: Value = typed_dict();
    static MODULE: Value = Module::native("typing", member, NAMES).value();
}

/// An abstract class of `collections.abc`, by its name there.
fn abc(name: &str) -> Value {
    crate::modules::collections_abc::member(Sym::intern(name)).unwrap_or(Value::None)
}

members! {
    values {
        Any "Any" special("typing.Any", Value::None);
        Union "Union" special("typing.Union", Value::None);
        Optional "Optional" special("typing.Optional", Value::None);
        Callable "Callable" special("typing.Callable", abc("Callable"));
        List "List" special("typing.List", crate::seq::LIST.value());
        Dict "Dict" special("typing.Dict", crate::map::DICT.value());
        Set "Set" special("typing.Set", crate::map::SET.value());
        FrozenSet "FrozenSet" special("typing.FrozenSet", crate::map::FROZENSET.value());
        Tuple "Tuple" special("typing.Tuple", crate::seq::TUPLE.value());
        Type "Type" special("typing.Type", crate::builtins::value::type_());
        Deque "Deque" special("typing.Deque", crate::modules::collections::value::deque());
        DefaultDict "DefaultDict" special("typing.DefaultDict", crate::modules::collections::value::defaultdict());
        OrderedDict "OrderedDict" special("typing.OrderedDict", crate::modules::collections::value::OrderedDict());
        Counter "Counter" special("typing.Counter", crate::modules::collections::value::Counter());
        Iterable "Iterable" special("typing.Iterable", abc("Iterable"));
        Iterator "Iterator" special("typing.Iterator", abc("Iterator"));
        Generator "Generator" special("typing.Generator", abc("Generator"));
        Sequence "Sequence" special("typing.Sequence", abc("Sequence"));
        MutableSequence "MutableSequence" special("typing.MutableSequence", abc("MutableSequence"));
        Mapping "Mapping" special("typing.Mapping", abc("Mapping"));
        MutableMapping "MutableMapping" special("typing.MutableMapping", abc("MutableMapping"));
        Collection "Collection" special("typing.Collection", abc("Collection"));
        Container "Container" special("typing.Container", abc("Container"));
        Hashable "Hashable" special("typing.Hashable", abc("Hashable"));
        Sized "Sized" special("typing.Sized", abc("Sized"));
        Reversible "Reversible" special("typing.Reversible", abc("Reversible"));
        AbstractSet "AbstractSet" special("typing.AbstractSet", abc("Set"));
        MutableSet "MutableSet" special("typing.MutableSet", abc("MutableSet"));
        Awaitable "Awaitable" special("typing.Awaitable", Value::None);
        Coroutine "Coroutine" special("typing.Coroutine", Value::None);
        AsyncIterator "AsyncIterator" special("typing.AsyncIterator", Value::None);
        AsyncIterable "AsyncIterable" special("typing.AsyncIterable", Value::None);
        Text "Text" crate::builtins::value::str();
        AnyStr "AnyStr" special("typing.AnyStr", Value::None);
        Literal "Literal" special("typing.Literal", Value::None);
        Final "Final" special("typing.Final", Value::None);
        ClassVar "ClassVar" special("typing.ClassVar", Value::None);
        Annotated "Annotated" special("typing.Annotated", Value::None);
        NoReturn "NoReturn" special("typing.NoReturn", Value::None);
        Never "Never" special("typing.Never", Value::None);
        Self_ "Self" special("typing.Self", Value::None);
        LiteralString "LiteralString" special("typing.LiteralString", Value::None);
        TypeAlias "TypeAlias" special("typing.TypeAlias", Value::None);
        TypeGuard "TypeGuard" special("typing.TypeGuard", Value::None);
        Concatenate "Concatenate" special("typing.Concatenate", Value::None);
        Required "Required" special("typing.Required", Value::None);
        NotRequired "NotRequired" special("typing.NotRequired", Value::None);
        Unpack "Unpack" special("typing.Unpack", Value::None);
        IO "IO" special("typing.IO", Value::None);
        TextIO "TextIO" special("typing.TextIO", Value::None);
        BinaryIO "BinaryIO" special("typing.BinaryIO", Value::None);
        Pattern "Pattern" special("typing.Pattern", Value::None);
        Match "Match" special("typing.Match", Value::None);
        SupportsInt "SupportsInt" special("typing.SupportsInt", Value::None);
        SupportsFloat "SupportsFloat" special("typing.SupportsFloat", Value::None);
        SupportsIndex "SupportsIndex" special("typing.SupportsIndex", Value::None);
        SupportsAbs "SupportsAbs" special("typing.SupportsAbs", Value::None);
        ParamSpec "ParamSpec" super::TYPE_VAR.value();
        TypeVarTuple "TypeVarTuple" super::TYPE_VAR.value();
        TypeVar "TypeVar" super::TYPE_VAR.value();
        Generic "Generic" super::GENERIC.with(Clone::clone);
        Protocol "Protocol" super::PROTOCOL.with(Clone::clone);
        NamedTuple "NamedTuple" super::NAMED_TUPLE.with(Clone::clone);
        TypedDict "TypedDict" super::TYPED_DICT.with(Clone::clone);
        TYPE_CHECKING "TYPE_CHECKING" crate::Value::Bool(false);
    }
    functions {
        cast "cast";
        final_ "final";
        overload "overload";
        override_ "override";
        runtime_checkable "runtime_checkable";
        no_type_check "no_type_check";
        get_type_hints "get_type_hints";
        get_origin "get_origin";
        get_args "get_args";
        NewType "NewType";
    }
}

pub use same as final_;
pub use same as overload;
pub use same as override_;
pub use same as runtime_checkable;
pub use same as no_type_check;

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
