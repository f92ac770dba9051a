//! `enum`: the metaclass that turns a class statement's names into members.
mod flag;

use crate::call::{Args, Function, Module, Native, Property};
use crate::error::{exc, R};
use crate::member;
use crate::object::attrs::Attrs;
use crate::object::class::{Meta, Parts};
use crate::object::{symbols as sym, types, Class, Instance, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::List;

static ENUM_TYPE: TypeInfo = TypeInfo {
    module: "enum",
    base: Some(&types::TYPE),
    ..TypeInfo::plain("EnumType")
};

pub static META: Meta = Meta {
    build,
    call: Some(call),
    iter: Some(|class| members_of(class)?.iter()),
    len: Some(|class| members_of(class)?.len()),
    get_item: Some(get_item),
    contains: Some(contains),
    missing: Some(|_, name| exc::AttributeError.err(name.text())),
    guard: Some(|class, name| {
        let map = crate::map::Dict::of(&map_of(class));
        match map.and_then(|map| map.get_str(&name.to_str())) {
            Some(_) => {
                Err(exc::AttributeError.err(crate::join!["cannot reassign member '", name.text(), "'"]))
            }
            None => Ok(()),
        }
    }),
    repr: Some(|class| {
        Ok(Str::from(crate::join![
            if is_flag(class) { "<flag '" } else { "<enum '" },
            class.qualname().as_str(),
            "'>"
        ]))
    }),
    ..Meta::plain(&ENUM_TYPE)
};

/// `enum.auto()`: the value is made when the class is.
struct Auto;

static AUTO: TypeInfo = TypeInfo {
    module: "enum",
    new: Some(|_, args| {
        args.exactly::<0>("auto")?;
        Ok(Ref::new(Auto).value())
    }),
    ..TypeInfo::plain("auto")
};

impl PyObject for Auto {
    const TYPE: &'static TypeInfo = &AUTO;
}

/// `enum.nonmember(x)` and `enum.member(x)`.
struct Marked {
    value: Value,
    member: bool,
}

static MARKED: TypeInfo = TypeInfo {
    module: "enum",
    ..TypeInfo::plain("member")
};

impl PyObject for Marked {
    const TYPE: &'static TypeInfo = &MARKED;
}

pub fn member_(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("member")?;
    Ok(Ref::new(Marked {
        value: x.clone(),
        member: true,
    })
    .value())
}

pub fn nonmember(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("nonmember")?;
    Ok(Ref::new(Marked {
        value: x.clone(),
        member: false,
    })
    .value())
}

/// The list of canonical members, in order of definition.
fn members_of(class: &Ref<Class>) -> R<Value> {
    Ok(class
        .attrs
        .get(sym::_member_names_)
        .unwrap_or_else(|| List::value(Vec::new())))
}

/// All names, aliases included, with their members.
fn map_of(class: &Ref<Class>) -> Value {
    class
        .attrs
        .get(sym::_member_map_)
        .unwrap_or_else(|| crate::map::Dict::new().value())
}

fn is_flag(class: &Ref<Class>) -> bool {
    flag::flag_class()
        .cast::<Class>()
        .is_some_and(|flag| class.derives_from(flag))
}

/// True for names that stay what they are: dunders, sunders, private names, functions and descriptors.
fn stays(class: &str, name: &str, value: &Value) -> bool {
    let dunder = name.len() > 4 && name.starts_with("__") && name.ends_with("__");
    let sunder = name.len() > 2 && name.starts_with('_') && name.ends_with('_');
    let private = name.starts_with(&crate::join!["_", class, "__"]);
    let Value::Obj(object) = value else {
        return dunder || sunder || private;
    };
    let descriptor = object.is::<Function>()
        || object.is::<Property>()
        || object.is::<crate::call::ClassMethod>()
        || object.is::<crate::call::StaticMethod>()
        || !value.class().is_builtin() && value.special(sym::__get__).is_some();
    dunder || sunder || private || descriptor
}

fn build(parts: Parts) -> R<Value> {
    let Parts {
        name,
        qualname,
        module,
        bases,
        attrs,
        keywords,
    } = parts;
    for base in &bases {
        if let Some(base) = base.cast::<Class>() {
            if base
                .attrs
                .get(sym::_member_names_)
                .is_some_and(|m| m.len().unwrap_or(0) > 0)
            {
                return Err(exc::TypeError.err(crate::join![
                    "<enum '",
                    name.as_str(),
                    "'> cannot extend ",
                    Value::from(base.clone()).repr()?.as_str()
                ]));
            }
        }
    }
    let plain = Attrs::new();
    let mut wanted = Vec::new();
    for (key, value) in attrs.entries() {
        if let Some(marked) = value.cast::<Marked>() {
            match marked.member {
                true => wanted.push((key, marked.value.clone())),
                false => plain.set(key, marked.value.clone()),
            }
        } else if stays(name.as_str(), key.text(), &value) {
            plain.set(key, value);
        } else {
            wanted.push((key, value));
        }
    }
    let class = Class::build_plain(
        Parts {
            name,
            qualname,
            module,
            bases,
            attrs: plain,
            keywords,
        },
        Some(&META),
    )?;
    let Some(own) = class.cast::<Class>().cloned() else {
        return Ok(class);
    };
    let map = crate::map::Dict::new();
    let list = List::new(Vec::new());
    own.set_own(sym::_member_map_, Some(map.value()));
    own.set_own(sym::_member_names_, Some(list.value()));
    own.set_own(sym::__members__, Some(map.value()));
    let mut values: Vec<Value> = Vec::new();
    for (key, value) in wanted {
        let value = resolve_auto(&own, key, value, &values)?;
        values.push(value.clone());
        add_member(&own, &list, &map, key, value)?;
    }
    Ok(class)
}

/// Replaces `auto()`, alone or inside a tuple, by the next value.
fn resolve_auto(class: &Ref<Class>, name: Sym, value: Value, earlier: &[Value]) -> R<Value> {
    if value.cast::<Auto>().is_some() {
        return next_value(class, name, earlier);
    }
    if let Some(tuple) = value.cast::<crate::seq::Tuple>() {
        if tuple.items().iter().any(|item| item.cast::<Auto>().is_some()) {
            let items = tuple.items().iter().map(|item| match item.cast::<Auto>() {
                Some(_) => next_value(class, name, earlier),
                None => Ok(item.clone()),
            });
            return Ok(crate::object::tuple_of(items.collect::<R<Vec<_>>>()?.into_iter()));
        }
    }
    Ok(value)
}

fn next_value(class: &Ref<Class>, name: Sym, earlier: &[Value]) -> R<Value> {
    if let Some(hook) = class.special(sym::_generate_next_value_) {
        let hook = hook
            .cast::<crate::call::StaticMethod>()
            .map_or(hook.clone(), |m| m.function.clone());
        let last = List::value(earlier.to_vec());
        return hook.call(&[
            name.value(),
            Value::Int(1),
            Value::Int(earlier.len() as i64),
            last,
        ]);
    }
    if is_flag(class) {
        return flag::next_bit(earlier);
    }
    let mut best: Option<Value> = None;
    for value in earlier {
        if crate::numbers::int_ref(value).is_some() && best.as_ref().map_or(Ok(true), |b| value.is_gt(b))? {
            best = Some(value.clone());
        }
    }
    best.map_or(Ok(Value::Int(1)), |best| best.add(&Value::Int(1)))
}

fn add_member(
    class: &Ref<Class>,
    list: &Ref<List>,
    map: &Ref<crate::map::Dict>,
    name: Sym,
    value: Value,
) -> R<()> {
    let args = match value.cast::<crate::seq::Tuple>() {
        Some(tuple) => tuple.items().to_vec(),
        None => vec![value.clone()],
    };
    let has_payload = !std::ptr::eq(class.info, &types::OBJECT);
    let (member, value) = match class.special(sym::__new__) {
        Some(new) => {
            let new = new
                .cast::<crate::call::StaticMethod>()
                .map_or(new.clone(), |m| m.function.clone());
            let mut values = vec![class.value()];
            values.extend(args.iter().cloned());
            let member = new.call(&values)?;
            let value = member.find_attr(sym::_value_).ok().flatten().unwrap_or(value);
            (member, value)
        }
        None if has_payload => {
            let Some(new) = class.info.new() else {
                return Err(exc::TypeError.err("enum of this type"));
            };
            let payload = if std::ptr::eq(class.info, &crate::seq::TUPLE) {
                value.clone()
            } else {
                new(&class.info.class(), Args::positional(&args))?
            };
            let value = if args.len() == 1 { payload.clone() } else { value };
            (Instance::with_payload(class, payload).value(), value)
        }
        None => (Instance::plain(class).value(), value),
    };
    for known in list.to_vec() {
        if known.attr(sym::_value_)?.same_or_eq(&value)? {
            map.set(name.value(), known.clone())?;
            class.set_own(name, Some(known));
            return Ok(());
        }
    }
    member.set_attr(sym::_name_, name.value())?;
    member.set_attr(sym::_value_, value.clone())?;
    if let Some(init) = class.special(sym::__init__) {
        let mut values = vec![member.clone()];
        values.extend(args);
        init.call(&values)?;
    }
    let single = !is_flag(class) || flag::is_single_bit(&value);
    if single {
        list.push(member.clone());
    }
    map.set(name.value(), member.clone())?;
    class.set_own(name, Some(member));
    Ok(())
}

/// The member with a value, if there is one.
fn find(class: &Ref<Class>, value: &Value) -> R<Option<Value>> {
    for (_, member) in crate::map::Dict::of(&map_of(class)).map_or(Vec::new(), |map| map.pairs()) {
        if member.is(value) || member.attr(sym::_value_)?.same_or_eq(value)? {
            return Ok(Some(member));
        }
    }
    Ok(None)
}

/// `Color(value)`, or the functional form `Enum("Color", "RED GREEN")`.
fn call(class: &Ref<Class>, args: Args) -> R<Value> {
    if members_of(class)?.len()? == 0 && args.plain().len() > 1 {
        return functional(class, args);
    }
    if args.values.is_empty() {
        return Err(exc::TypeError.err("EnumType.__call__() missing 1 required positional argument: 'value'"));
    }
    let [value] = args.bind("EnumType.__call__", [sym::value], 1, 0, 1)?;
    let value = value.unwrap_or(&Value::None);
    if let Some(member) = find(class, value)? {
        return Ok(member);
    }
    if let Some(hook) = class.special(sym::_missing_) {
        let hook = hook
            .cast::<crate::call::ClassMethod>()
            .map_or(hook.clone(), |m| m.function.clone());
        let found = hook.call(&[class.value(), value.clone()])?;
        if !found.is_none() {
            return Ok(found);
        }
    }
    if is_flag(class) {
        if let Some(combined) = flag::combine(class, value)? {
            return Ok(combined);
        }
    }
    Err(exc::ValueError.err(crate::join![
        value.repr()?.as_str(),
        " is not a valid ",
        class.qualname().as_str()
    ]))
}

fn functional(class: &Ref<Class>, args: Args) -> R<Value> {
    let [name, names, start] =
        args.bind("EnumType.__call__", [sym::value, sym::names, sym::start], 2, 0, 2)?;
    let name = name.unwrap_or(&Value::None).to_str()?;
    let names = names.unwrap_or(&Value::None);
    let mut next = start.cloned().unwrap_or(Value::Int(1));
    let attrs = Attrs::new();
    let plain: Vec<Value> = match names.as_str() {
        Some(text) => text
            .as_str()
            .replace(',', " ")
            .split_whitespace()
            .map(Value::from)
            .collect(),
        None => match crate::map::Dict::of(names) {
            Some(map) => map
                .pairs()
                .into_iter()
                .map(|(k, v)| crate::object::tuple_of([k, v].into_iter()))
                .collect(),
            None => names.iter()?.collect()?,
        },
    };
    for item in plain {
        match item.as_str() {
            Some(text) => {
                attrs.set(Sym::intern(text.as_str()), next.clone());
                next = next.add(&Value::Int(1))?;
            }
            None => {
                let pair = item.iter()?.collect()?;
                attrs.set(Sym::intern(pair[0].to_str()?.as_str()), pair[1].clone());
            }
        }
    }
    build(Parts {
        name: &name,
        qualname: &name,
        module: Value::from("__main__"),
        bases: vec![class.value()],
        attrs,
        keywords: Args::positional(&[]),
    })
}

fn get_item(class: &Ref<Class>, key: &Value) -> R<Value> {
    let map = crate::map::Dict::of(&map_of(class));
    match map.map_or(Ok(None), |map| map.get(key))? {
        Some(member) => Ok(member),
        None => Err(crate::map::key_error(key)),
    }
}

fn contains(class: &Ref<Class>, item: &Value) -> R<bool> {
    if item.class().derives_from(class) {
        return Ok(true);
    }
    if item.find_attr(sym::_value_).ok().flatten().is_none() {
        return Err(exc::TypeError.err(crate::join![
            "unsupported operand type(s) for 'in': '",
            item.type_name().as_str(),
            "' and 'EnumType'"
        ]));
    }
    Ok(false)
}

fn one(args: &Args, name: &str) -> R<Value> {
    args.exactly::<1>(name).map(|[this]| this.clone())
}

fn name_of(this: &Value) -> R<Str> {
    match this.attr(sym::_name_)? {
        Value::None => Ok(Str::fixed("None")),
        name => name.to_str(),
    }
}

fn repr(args: Args) -> R<Value> {
    let this = one(&args, "__repr__")?;
    let value = this.attr(sym::_value_)?.repr()?;
    Ok(Value::from(crate::join![
        "<",
        this.type_name().as_str(),
        ".",
        name_of(&this)?.as_str(),
        ": ",
        value.as_str(),
        ">"
    ]))
}

fn to_str(args: Args) -> R<Value> {
    let this = one(&args, "__str__")?;
    Ok(Value::from(crate::join![
        this.type_name().as_str(),
        ".",
        name_of(&this)?.as_str()
    ]))
}

/// `str(x)` of IntEnum, StrEnum and IntFlag: that of the value.
fn value_str(args: Args) -> R<Value> {
    one(&args, "__str__")?.unwrapped().to_str().map(Value::from)
}

fn format(args: Args) -> R<Value> {
    let [this, spec] = args.exactly::<2>("__format__")?;
    Value::from(this.to_str()?)
        .format(&spec.to_str()?)
        .map(Value::from)
}

fn value_format(args: Args) -> R<Value> {
    let [this, spec] = args.exactly::<2>("__format__")?;
    this.unwrapped().format(&spec.to_str()?).map(Value::from)
}

fn hash(args: Args) -> R<Value> {
    name_of(&one(&args, "__hash__")?).map(|name| Value::Int(name.hash_code()))
}

fn property(read: crate::NativeFn) -> Value {
    crate::call::PROPERTY
        .value()
        .call(&[Native::function("fget", read)])
        .unwrap_or(Value::None)
}

/// Builds one of the module's base classes.
fn base_class(name: &'static str, bases: Vec<Value>, methods: &[(Sym, crate::NativeFn)]) -> Value {
    let attrs = Attrs::new();
    for (name, method) in methods {
        attrs.set(*name, Native::method(name.text(), *method));
    }
    let text = Str::fixed(name);
    let module = Value::from("enum");
    let keywords = Args::positional(&[]);
    let parts = Parts {
        name: &text,
        qualname: &text,
        module,
        bases,
        attrs,
        keywords,
    };
    Class::build_plain(parts, Some(&META)).unwrap_or(Value::None)
}

fn enum_base() -> Value {
    let class = base_class(
        "Enum",
        Vec::new(),
        &[
            (sym::__repr__, repr),
            (sym::__str__, to_str),
            (sym::__format__, format),
            (sym::__hash__, hash),
            (sym::__copy__, |args| one(&args, "__copy__")),
            (sym::__deepcopy__, |args| Ok(args.values[0].clone())),
        ],
    );
    if let Some(own) = class.cast::<Class>() {
        own.set_own(
            sym::name,
            Some(property(|args| one(&args, "name")?.attr(sym::_name_))),
        );
        own.set_own(
            sym::value,
            Some(property(|args| one(&args, "value")?.attr(sym::_value_))),
        );
    }
    class
}

thread_local! {
    static ENUM: Value = enum_base();
    static INT_ENUM: Value = base_class(
        "IntEnum",
        vec![crate::builtins::value::int(), value::Enum()],
        &[(sym::__repr__, repr), (sym::__str__, value_str), (sym::__format__, value_format)],
    );
    static STR_ENUM: Value = str_enum();
    static MODULE: Value = Module::native("enum", member, NAMES).value();
}

fn str_enum() -> Value {
    let methods: &[(Sym, crate::NativeFn)] = &[
        (sym::__repr__, repr),
        (sym::__str__, value_str),
        (sym::__format__, value_format),
    ];
    let class = base_class(
        "StrEnum",
        vec![crate::builtins::value::str(), value::Enum()],
        methods,
    );
    if let Some(own) = class.cast::<Class>() {
        let lower = Native::function("_generate_next_value_", |args| {
            args.values
                .first()
                .cloned()
                .unwrap_or(Value::None)
                .call_method(member::lower.name(), &[])
        });
        own.set_own(sym::_generate_next_value_, Some(lower));
    }
    class
}

/// `@enum.unique`.
pub fn unique(args: Args) -> R<Value> {
    let [class] = args.exactly::<1>("unique")?;
    let Some(own) = class.cast::<Class>() else {
        return Ok(class.clone());
    };
    let mut aliases = Vec::new();
    for (name, member) in crate::map::Dict::of(&map_of(own)).map_or(Vec::new(), |map| map.pairs()) {
        let canonical = name_of(&member)?;
        let name = name.to_str()?;
        if name.bytes() != canonical.bytes() {
            aliases.push(crate::join![name.as_str(), " -> ", canonical.as_str()]);
        }
    }
    if aliases.is_empty() {
        return Ok(class.clone());
    }
    Err(exc::ValueError.err(crate::join![
        "duplicate values found in ",
        class.repr()?.as_str(),
        ": ",
        &aliases.join(", ")
    ]))
}

members! {
    values {
        Enum "Enum" super::ENUM.with(Clone::clone);
        IntEnum "IntEnum" super::INT_ENUM.with(Clone::clone);
        StrEnum "StrEnum" super::STR_ENUM.with(Clone::clone);
        Flag "Flag" flag::flag_class();
        IntFlag "IntFlag" flag::int_flag_class();
        EnumMeta "EnumMeta" super::ENUM_TYPE.value();
        EnumType "EnumType" super::ENUM_TYPE.value();
        auto "auto" super::AUTO.value();
        property "property" crate::call::PROPERTY.value();
    }
    functions {
        unique "unique";
        member_ "member";
        nonmember "nonmember";
    }
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
