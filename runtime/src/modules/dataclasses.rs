//! `dataclasses`: the decorator reads a class's annotations and adds the methods.
mod methods;

use crate::call::{Args, Module, Native};
use crate::error::{exc, R};
use crate::map::Dict;
use crate::object::vtable::AttrFn;
use crate::object::{symbols as sym, Class, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::List;

/// One field, or `field(...)` before the class is made.
pub struct Field {
    name: Option<Sym>,
    kind: Value,
    default: Option<Value>,
    factory: Option<Value>,
    init: bool,
    repr: bool,
    compare: bool,
    hash: Option<bool>,
    kw_only: Option<bool>,
    metadata: Value,
    /// `InitVar[...]`: a parameter that is handed to `__post_init__` and not stored.
    init_only: bool,
}

pub static FIELD: TypeInfo = TypeInfo {
    module: "dataclasses",
    ..TypeInfo::plain("Field")
};

/// The value of an absent default.
struct Missing;

static MISSING: TypeInfo = TypeInfo {
    module: "dataclasses",
    ..TypeInfo::plain("_MISSING_TYPE")
};

impl PyObject for Missing {
    const TYPE: &'static TypeInfo = &MISSING;
}

/// What `InitVar[int]` evaluates to.
struct InitVar;

static INIT_VAR: TypeInfo = TypeInfo {
    module: "dataclasses",
    ..TypeInfo::plain("InitVar")
};

impl PyObject for InitVar {
    const TYPE: &'static TypeInfo = &INIT_VAR;

    fn get_item(this: &Ref<Self>, _: &Value) -> R<Value> {
        Ok(this.value())
    }
}

#[allow(non_upper_case_globals)]
static FrozenInstanceError: TypeInfo = TypeInfo {
    module: "dataclasses",
    ..exc::class("FrozenInstanceError", &exc::AttributeError)
};

thread_local! {
    static THE_MISSING: Value = Ref::new(Missing).value();
    static THE_INIT_VAR: Value = Ref::new(InitVar).value();
    static KW_ONLY: Value = Ref::new(KeywordOnly).value();
    static MODULE: Value = Module::native("dataclasses", member, NAMES).value();
}

/// The marker `KW_ONLY`.
struct KeywordOnly;

static KEYWORD_ONLY: TypeInfo = TypeInfo {
    module: "dataclasses",
    ..TypeInfo::plain("_KW_ONLY_TYPE")
};

impl PyObject for KeywordOnly {
    const TYPE: &'static TypeInfo = &KEYWORD_ONLY;
}

impl PyObject for Field {
    const TYPE: &'static TypeInfo = &FIELD;

    const ATTR: AttrFn<Self> = Some(|this, name| {
        let or_missing = |v: &Option<Value>| v.clone().unwrap_or_else(|| THE_MISSING.with(Clone::clone));
        Ok(Some(match name {
            sym::name => this.name.map_or(Value::None, Sym::value),
            sym::type_ => this.kind.clone(),
            sym::default => or_missing(&this.default),
            sym::default_factory => or_missing(&this.factory),
            sym::init => Value::Bool(this.init),
            sym::repr => Value::Bool(this.repr),
            sym::compare => Value::Bool(this.compare),
            sym::hash => this.hash.map_or(Value::None, Value::Bool),
            sym::kw_only => Value::Bool(this.kw_only.unwrap_or(false)),
            sym::metadata => this.metadata.clone(),
            _ => return crate::object::attr::builtin_attr(this.as_obj(), name),
        }))
    });
}

impl Field {
    fn named(&self, name: Sym, kind: Value, keyword_only: bool, init_only: bool) -> Field {
        Field {
            name: Some(name),
            kind,
            default: self.default.clone(),
            factory: self.factory.clone(),
            init: self.init,
            repr: self.repr,
            compare: self.compare,
            hash: self.hash,
            kw_only: Some(self.kw_only.unwrap_or(keyword_only)),
            metadata: self.metadata.clone(),
            init_only,
        }
    }

    fn plain(default: Option<Value>) -> Field {
        Field {
            name: None,
            kind: Value::None,
            default,
            factory: None,
            init: true,
            repr: true,
            compare: true,
            hash: None,
            kw_only: None,
            metadata: Dict::new().value(),
            init_only: false,
        }
    }

    fn has_default(&self) -> bool {
        self.default.is_some() || self.factory.is_some()
    }
}

/// `dataclasses.field(*, default, default_factory, init, repr, hash, compare, metadata, kw_only)`.
pub fn field(args: Args) -> R<Value> {
    let names = [
        sym::default,
        sym::default_factory,
        sym::init,
        sym::repr,
        sym::hash,
        sym::compare,
        sym::metadata,
        sym::kw_only,
    ];
    let [default, factory, init, repr, hash, compare, metadata, kw_only] =
        args.bind("field", names, 0, 0, 0)?;
    if default.is_some() && factory.is_some() {
        return Err(exc::ValueError.err("cannot specify both default and default_factory"));
    }
    let flag = |v: Option<&Value>, absent: bool| v.map_or(Ok(absent), Value::truth);
    Ok(Ref::new(Field {
        factory: factory.cloned(),
        init: flag(init, true)?,
        repr: flag(repr, true)?,
        compare: flag(compare, true)?,
        hash: hash.filter(|h| !h.is_none()).map(Value::truth).transpose()?,
        kw_only: kw_only.map(Value::truth).transpose()?,
        metadata: metadata.cloned().unwrap_or_else(|| Dict::new().value()),
        ..Field::plain(default.cloned())
    })
    .value())
}

/// The decorator's settings.
#[derive(Clone, Copy)]
struct Options {
    init: bool,
    repr: bool,
    eq: bool,
    order: bool,
    unsafe_hash: bool,
    frozen: bool,
    kw_only: bool,
    slots: bool,
}

/// `@dataclass`, bare or with settings.
pub fn dataclass(args: Args) -> R<Value> {
    let names = [
        sym::cls,
        sym::init,
        sym::repr,
        sym::eq,
        sym::order,
        sym::unsafe_hash,
        sym::frozen,
        sym::match_args,
        sym::kw_only,
        sym::slots,
        sym::weakref_slot,
    ];
    let [class, init, repr, eq, order, unsafe_hash, frozen, _, kw_only, slots, _] =
        args.bind("dataclass", names, 0, 1, 1)?;
    let flag = |v: Option<&Value>, absent: bool| v.map_or(Ok(absent), Value::truth);
    let options = Options {
        init: flag(init, true)?,
        repr: flag(repr, true)?,
        eq: flag(eq, true)?,
        order: flag(order, false)?,
        unsafe_hash: flag(unsafe_hash, false)?,
        frozen: flag(frozen, false)?,
        kw_only: flag(kw_only, false)?,
        slots: flag(slots, false)?,
    };
    match class.filter(|c| !c.is_none()) {
        Some(class) => process(class, options),
        None => {
            let bits = [
                options.init,
                options.repr,
                options.eq,
                options.order,
                options.unsafe_hash,
                options.frozen,
                options.kw_only,
                options.slots,
            ];
            let bits = crate::object::tuple_of(bits.into_iter().map(Value::Bool));
            let decorate = Native::function("wrap", |args| {
                let [bits, class] = args.exactly::<2>("wrap")?;
                let bit = |i: i64| bits.get_item(&Value::Int(i))?.truth();
                let options = Options {
                    init: bit(0)?,
                    repr: bit(1)?,
                    eq: bit(2)?,
                    order: bit(3)?,
                    unsafe_hash: bit(4)?,
                    frozen: bit(5)?,
                    kw_only: bit(6)?,
                    slots: bit(7)?,
                };
                process(class, options)
            });
            Ok(crate::call::BoundMethod::new(bits, decorate).value())
        }
    }
}

fn field_list(class: &Ref<Class>) -> Vec<Ref<Field>> {
    let Some(all) = class.lookup(sym::__dataclass_fields__) else {
        return Vec::new();
    };
    let all = Dict::of(&all).map_or(Vec::new(), |dict| dict.pairs());
    all.into_iter()
        .filter_map(|(_, field)| field.cast::<Field>().cloned())
        .collect()
}

/// True for `ClassVar` annotations, also written as text.
fn is_class_var(kind: &Value) -> bool {
    match kind.as_str() {
        Some(text) => text.as_str().starts_with("ClassVar") || text.as_str().starts_with("typing.ClassVar"),
        None => kind
            .repr()
            .is_ok_and(|r| r.as_str().starts_with("typing.ClassVar")),
    }
}

fn process(class: &Value, options: Options) -> R<Value> {
    let Some(own) = class.cast::<Class>() else {
        return Err(class.type_error("' object is not a class"));
    };
    let all = Dict::new();
    let mut frozen_base = None;
    for base in own.mro().iter().skip(1).rev() {
        if base.attrs.get(sym::__dataclass_fields__).is_some() {
            for field in field_list(base) {
                all.set_str(&field.name.map_or(Str::fixed(""), Sym::to_str), field.value());
            }
            frozen_base = Some(
                base.attrs
                    .get(sym::__dataclass_params__)
                    .is_some_and(|p| p.truth().unwrap_or(false)),
            );
        }
    }
    match frozen_base {
        Some(true) if !options.frozen => {
            return Err(exc::TypeError.err("cannot inherit non-frozen dataclass from a frozen one"));
        }
        Some(false) if options.frozen => {
            return Err(exc::TypeError.err("cannot inherit frozen dataclass from a non-frozen one"));
        }
        _ => {}
    }
    let mut keyword_only = options.kw_only;
    let annotations = own.attrs.get(sym::__annotations__);
    for (name, kind) in annotations
        .as_ref()
        .and_then(Dict::of)
        .map_or(Vec::new(), |a| a.pairs())
    {
        let name = Sym::intern(name.to_str()?.as_str());
        if kind.cast::<KeywordOnly>().is_some() {
            keyword_only = true;
            continue;
        }
        if is_class_var(&kind) {
            continue;
        }
        let init_only = kind.cast::<InitVar>().is_some();
        let given = own.attrs.get(name);
        let field = match given.as_ref().and_then(|v| v.cast::<Field>()) {
            Some(field) => {
                // The class keeps the plain default, or nothing.
                own.set_own(name, field.default.clone());
                field.named(name, kind, keyword_only, init_only)
            }
            None => Field::plain(given).named(name, kind, keyword_only, init_only),
        };
        if let Some(default) = &field.default {
            let unhashable = default.special(sym::__hash__).is_some_and(|h| h.is_none());
            if unhashable || matches!(default.class().info.name, "list" | "dict" | "set") {
                return Err(exc::ValueError.err(crate::join![
                    "mutable default ",
                    default.class().value().repr()?.as_str(),
                    " for field ",
                    name.text(),
                    " is not allowed: use default_factory"
                ]));
            }
        }
        all.set_str(&name.to_str(), Ref::new(field).value());
    }
    own.set_own(sym::__dataclass_fields__, Some(all.value()));
    own.set_own(sym::__dataclass_params__, Some(Value::Bool(options.frozen)));
    methods::add(own, &field_list(own), options)?;
    Ok(class.clone())
}

/// The stored fields of a dataclass or of an instance of one.
fn fields_of(x: &Value) -> R<Vec<Ref<Field>>> {
    let class = x.cast::<Class>().cloned().unwrap_or_else(|| x.class());
    if class.lookup(sym::__dataclass_fields__).is_none() {
        return Err(exc::TypeError.err("must be called with a dataclass type or instance"));
    }
    Ok(field_list(&class).into_iter().filter(|f| !f.init_only).collect())
}

/// `dataclasses.fields(class_or_instance)`.
pub fn fields(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("fields")?;
    Ok(crate::object::tuple_of(fields_of(x)?.iter().map(Ref::value)))
}

/// `dataclasses.is_dataclass(x)`.
pub fn is_dataclass(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("is_dataclass")?;
    let class = x.cast::<Class>().cloned().unwrap_or_else(|| x.class());
    Ok(Value::Bool(class.lookup(sym::__dataclass_fields__).is_some()))
}

fn is_instance(x: &Value) -> bool {
    x.cast::<Class>().is_none() && x.class().lookup(sym::__dataclass_fields__).is_some()
}

/// Turns dataclass instances inside `x` into dicts or tuples; lists, tuples and dicts are rebuilt, the rest copied.
fn converted(x: &Value, tuples: bool) -> R<Value> {
    let _frame = crate::enter()?;
    if is_instance(x) {
        let dict = Dict::new();
        let mut values = Vec::new();
        for field in fields_of(x)? {
            let Some(name) = field.name else { continue };
            let value = converted(&x.attr(name)?, tuples)?;
            match tuples {
                true => values.push(value),
                false => dict.set_str(&name.to_str(), value),
            }
        }
        return Ok(if tuples {
            crate::object::tuple_of(values.into_iter())
        } else {
            dict.value()
        });
    }
    if let Some(list) = x.cast::<List>() {
        return list
            .to_vec()
            .iter()
            .map(|item| converted(item, tuples))
            .collect::<R<Vec<_>>>()
            .map(List::value);
    }
    if let Some(tuple) = x.cast::<crate::seq::Tuple>() {
        let items = tuple
            .items()
            .iter()
            .map(|item| converted(item, tuples))
            .collect::<R<Vec<_>>>()?;
        return Ok(crate::object::tuple_of(items.into_iter()));
    }
    if let Some(dict) = x.cast::<Dict>() {
        let copy = Dict::new();
        for (key, value) in dict.pairs() {
            copy.set(converted(&key, tuples)?, converted(&value, tuples)?)?;
        }
        return Ok(copy.value());
    }
    crate::modules::copy::deepcopy(Args::positional(&[x.clone()]))
}

/// `dataclasses.asdict(instance)`.
pub fn asdict(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("asdict")?;
    if !is_instance(x) {
        return Err(exc::TypeError.err("asdict() should be called on dataclass instances"));
    }
    converted(x, false)
}

/// `dataclasses.astuple(instance)`.
pub fn astuple(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("astuple")?;
    if !is_instance(x) {
        return Err(exc::TypeError.err("astuple() should be called on dataclass instances"));
    }
    converted(x, true)
}

/// `dataclasses.replace(instance, **changes)`.
pub fn replace(args: Args) -> R<Value> {
    let [x] = args.plain() else {
        return Err(exc::TypeError.err("replace() takes 1 positional argument"));
    };
    if !is_instance(x) {
        return Err(exc::TypeError.err("replace() should be called on dataclass instances"));
    }
    let mut names: Vec<Sym> = args.names.to_vec();
    let mut values: Vec<Value> = args.values[1..].to_vec();
    for field in field_list(&x.class()) {
        let Some(name) = field.name else { continue };
        let given = names.contains(&name);
        if !field.init {
            if given {
                return Err(exc::ValueError.err(crate::join![
                    "field ",
                    name.text(),
                    " is declared with init=False, it cannot be specified with replace()"
                ]));
            }
            continue;
        }
        if !given {
            if field.init_only {
                if field.default.is_none() {
                    return Err(exc::ValueError.err(crate::join![
                        "InitVar '",
                        name.text(),
                        "' must be specified with replace()"
                    ]));
                }
                continue;
            }
            names.push(name);
            values.push(x.attr(name)?);
        }
    }
    x.class().value().call_named(&values, &names)
}

members! {
    values {
        MISSING "MISSING" super::THE_MISSING.with(Clone::clone);
        KW_ONLY "KW_ONLY" super::KW_ONLY.with(Clone::clone);
        InitVar "InitVar" super::THE_INIT_VAR.with(Clone::clone);
        Field "Field" super::FIELD.value();
        FrozenInstanceError "FrozenInstanceError" super::FrozenInstanceError.value();
    }
    functions {
        dataclass "dataclass";
        field "field";
        fields "fields";
        is_dataclass "is_dataclass";
        asdict "asdict";
        astuple "astuple";
        replace "replace";
    }
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
