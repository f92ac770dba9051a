//! `namedtuple` and `typing.NamedTuple`: tuple subclasses with named fields.
use crate::call::{Args, FnInfo, Function, Kind, Native, Param};
use crate::error::{exc, R};
use crate::object::attrs::Attrs;
use crate::object::class::{Meta, Parts};
use crate::object::{symbols as sym, types, Class, Instance, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::Tuple;

/// A field of a named tuple: reads one position.
struct Field {
    at: usize,
}

static FIELD: TypeInfo = TypeInfo {
    module: "collections",
    ..TypeInfo::plain("_tuplegetter")
};

impl PyObject for Field {
    const TYPE: &'static TypeInfo = &FIELD;

    fn describe(this: &Ref<Self>, object: &Value, _: &Ref<Class>) -> R<Option<Value>> {
        let tuple = object.unwrapped();
        Ok(tuple
            .cast::<Tuple>()
            .and_then(|tuple| tuple.items().get(this.at).cloned()))
    }
    fn is_fixed(_: &Ref<Self>) -> bool {
        true
    }
}

fn leak<T>(items: Vec<T>) -> &'static [T] {
    Box::leak(items.into_boxed_slice())
}

/// The class of a named tuple. The parameter table of its `__new__` lives as long as the program.
fn make_class(
    name: &Str,
    module: Value,
    fields: &[Sym],
    defaults: Vec<Value>,
    extra: Option<&Attrs>,
) -> R<Value> {
    let attrs = Attrs::new();
    let with_default = fields.len() - defaults.len();
    let mut params = vec![Param::new(sym::cls, Kind::PositionalOnly, false)];
    for (i, field) in fields.iter().enumerate() {
        params.push(Param::new(*field, Kind::Plain, i >= with_default));
    }
    let qualname: &'static str = Box::leak(crate::join![name.as_str(), ".__new__"].into_boxed_str());
    let info: &'static FnInfo = Box::leak(Box::new(FnInfo {
        name: "__new__",
        qualname,
        module: "namedtuple",
        doc: None,
        params: leak(params),
        body: |_, slots| match slots[0].cast::<Class>() {
            Some(class) => Ok(Instance::with_payload(class, Tuple::value(slots[1..].to_vec())).value()),
            None => Err(exc::TypeError.err("tuple.__new__(X): X is not a type object")),
        },
    }));
    let named_defaults = fields[with_default..]
        .iter()
        .copied()
        .zip(defaults.iter().cloned())
        .collect();
    attrs.set(sym::__doc__, doc_of(name, fields));
    attrs.set(sym::__slots__, crate::object::tuple_of(std::iter::empty()));
    attrs.set(
        sym::_fields,
        crate::object::tuple_of(fields.iter().map(|f| f.value())),
    );
    attrs.set(sym::_field_defaults, crate::object::dict_of_syms(named_defaults));
    attrs.set(
        sym::__match_args__,
        crate::object::tuple_of(fields.iter().map(|f| f.value())),
    );
    attrs.set(sym::__new__, Function::new(info, Vec::new(), defaults).value());
    attrs.set(sym::__repr__, Native::method("__repr__", repr));
    attrs.set(sym::_asdict, Native::method("_asdict", asdict));
    attrs.set(sym::_replace, Native::method("_replace", replace));
    for (at, field) in fields.iter().enumerate() {
        attrs.set(*field, Ref::new(Field { at }).value());
    }
    if let Some(extra) = extra {
        for (name, value) in extra.entries() {
            if attrs.get(name).is_none() || matches!(name, sym::__repr__ | sym::__doc__) {
                attrs.set(name, value);
            }
        }
    }
    let bases = vec![crate::seq::TUPLE.value()];
    let keywords = Args::positional(&[]);
    let class = Class::build_plain(
        Parts {
            name,
            qualname: name,
            module,
            bases,
            attrs,
            keywords,
        },
        None,
    )?;
    if let Some(own) = class.cast::<Class>() {
        own.set_own(sym::_make, Some(Native::class_method("_make", own.clone(), make)));
    }
    Ok(class)
}

fn doc_of(name: &Str, fields: &[Sym]) -> Value {
    let names: Vec<&str> = fields.iter().map(|f| f.text()).collect();
    Value::from(crate::join![name.as_str(), "(", &names.join(", "), ")"])
}

/// An instance of a fresh named tuple class, for results of the library (`CacheInfo`).
pub fn named_tuple(name: &'static str, fields: Vec<(Sym, Value)>) -> Value {
    let names: Vec<Sym> = fields.iter().map(|(name, _)| *name).collect();
    let values: Vec<Value> = fields.into_iter().map(|(_, value)| value).collect();
    let class = make_class(
        &Str::fixed(name),
        Value::from("functools"),
        &names,
        Vec::new(),
        None,
    );
    class.and_then(|class| class.call(&values)).unwrap_or(Value::None)
}

/// `collections.namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)`.
pub fn namedtuple(args: Args) -> R<Value> {
    let names = [
        sym::typename,
        sym::field_names,
        sym::rename,
        sym::defaults,
        sym::module,
    ];
    let [name, fields, rename, defaults, module] = args.bind("namedtuple", names, 2, 0, 2)?;
    let name = name.unwrap_or(&Value::None).to_str()?;
    let fields = fields.unwrap_or(&Value::None);
    let mut texts: Vec<String> = match fields.as_str() {
        Some(text) => text
            .as_str()
            .replace(',', " ")
            .split_whitespace()
            .map(String::from)
            .collect(),
        None => {
            let mut texts = Vec::new();
            for field in fields.iter()?.collect()? {
                texts.push(field.to_str()?.as_str().to_string());
            }
            texts
        }
    };
    let rename = rename.map_or(Ok(false), Value::truth)?;
    check_names(&name, &mut texts, rename)?;
    let defaults = match defaults.filter(|d| !d.is_none()) {
        Some(defaults) => defaults.iter()?.collect()?,
        None => Vec::new(),
    };
    if defaults.len() > texts.len() {
        return Err(exc::TypeError.err("Got more default values than field names"));
    }
    let fields: Vec<Sym> = texts.iter().map(|text| Sym::intern(text)).collect();
    let module = module
        .filter(|m| !m.is_none())
        .cloned()
        .unwrap_or_else(|| Value::from("__main__"));
    make_class(&name, module, &fields, defaults, None)
}

fn check_names(name: &Str, fields: &mut [String], rename: bool) -> R<()> {
    let valid = |text: &str| crate::text::is_identifier(crate::text::Text::new(text.as_bytes()));
    let keyword = |text: &str| KEYWORDS.contains(&text);
    if rename {
        for i in 0..fields.len() {
            let bad = !valid(&fields[i]) || keyword(&fields[i]) || fields[i].starts_with('_');
            if bad || fields[..i].contains(&fields[i]) {
                fields[i] = crate::join!["_", &crate::numbers::int_text(i as i64)];
            }
        }
    }
    for text in std::iter::once(name.as_str()).chain(fields.iter().map(String::as_str)) {
        let quoted = Value::from(text).repr()?;
        if !valid(text) {
            return Err(exc::ValueError.err(crate::join![
                "Type names and field names must be valid identifiers: ",
                quoted.as_str()
            ]));
        }
        if keyword(text) {
            return Err(exc::ValueError.err(crate::join![
                "Type names and field names cannot be a keyword: ",
                quoted.as_str()
            ]));
        }
    }
    for (i, text) in fields.iter().enumerate() {
        let quoted = Value::from(text.as_str()).repr()?;
        if text.starts_with('_') && !rename {
            return Err(exc::ValueError.err(crate::join![
                "Field names cannot start with an underscore: ",
                quoted.as_str()
            ]));
        }
        if fields[..i].contains(text) {
            return Err(exc::ValueError.err(crate::join![
                "Encountered duplicate field name: ",
                quoted.as_str()
            ]));
        }
    }
    Ok(())
}

/// The hard keywords of Python 3.11 (Lib/keyword.py).
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

fn fields_of(this: &Value) -> R<Vec<(Sym, Value)>> {
    let names = this.attr(sym::_fields)?.iter()?.collect()?;
    let tuple = this.unwrapped();
    let items = tuple.cast::<Tuple>().map_or(&[][..], |tuple| tuple.items());
    let pairs = names.iter().zip(items);
    pairs
        .map(|(name, item)| Ok((Sym::intern(name.to_str()?.as_str()), item.clone())))
        .collect()
}

fn repr(args: Args) -> R<Value> {
    let [this] = args.exactly::<1>("__repr__")?;
    let mut text = crate::join![this.type_name().as_str(), "("];
    for (i, (name, value)) in fields_of(this)?.into_iter().enumerate() {
        if i > 0 {
            text.push_str(", ");
        }
        text.push_str(name.text());
        text.push('=');
        text.push_str(value.repr()?.as_str());
    }
    text.push(')');
    Ok(Value::from(text))
}

fn asdict(args: Args) -> R<Value> {
    let [this] = args.exactly::<1>("_asdict")?;
    Ok(crate::object::dict_of_syms(fields_of(this)?))
}

fn replace(args: Args) -> R<Value> {
    let Some(this) = args.plain().first() else {
        return Err(exc::TypeError.err("_replace() needs a receiver"));
    };
    let mut fields = fields_of(this)?;
    let mut unknown = Vec::new();
    for (name, value) in args.keywords() {
        match fields.iter_mut().find(|(n, _)| *n == name) {
            Some((_, old)) => *old = value.clone(),
            None => unknown.push(name.value()),
        }
    }
    if !unknown.is_empty() {
        let names = crate::object::list_of(unknown.into_iter()).repr()?;
        return Err(exc::ValueError.err(crate::join!["Got unexpected field names: ", names.as_str()]));
    }
    let values: Vec<Value> = fields.into_iter().map(|(_, value)| value).collect();
    Ok(Instance::with_payload(&this.class(), Tuple::value(values)).value())
}

fn make(class: &Ref<Class>, args: Args) -> R<Value> {
    let [iterable] = args.exactly::<1>("_make")?;
    let values = iterable.iter()?.collect()?;
    let expected = class.value().attr(sym::_fields)?.len()?;
    if values.len() != expected {
        let number = |n: usize| crate::numbers::int_text(n as i64);
        return Err(exc::TypeError.err(crate::join![
            "Expected ",
            &number(expected),
            " arguments, got ",
            &number(values.len())
        ]));
    }
    Ok(Instance::with_payload(class, Tuple::value(values)).value())
}

/// The metaclass of `typing.NamedTuple`: a class statement over it makes a named tuple.
static META: Meta = Meta {
    build: build_typed,
    ..Meta::plain(&types::TYPE)
};

fn build_typed(parts: Parts) -> R<Value> {
    let mut fields = Vec::new();
    let mut defaults = Vec::new();
    if let Some(annotations) = parts.attrs.get(sym::__annotations__) {
        for name in annotations.iter()?.collect()? {
            let field = Sym::intern(name.to_str()?.as_str());
            match parts.attrs.remove(field) {
                Some(default) => defaults.push(default),
                None if !defaults.is_empty() => {
                    return Err(exc::TypeError.err(crate::join![
                        "non-default namedtuple field ",
                        field.text(),
                        " cannot follow default field"
                    ]));
                }
                None => {}
            }
            fields.push(field);
        }
    }
    make_class(parts.name, parts.module, &fields, defaults, Some(&parts.attrs))
}

/// `typing.NamedTuple`, the class to derive from.
pub fn typed_named_tuple() -> R<Value> {
    let name = Str::fixed("NamedTuple");
    Class::build_plain(
        Parts {
            name: &name,
            qualname: &name,
            module: Value::from("typing"),
            bases: Vec::new(),
            attrs: Attrs::new(),
            keywords: Args::positional(&[]),
        },
        Some(&META),
    )
}
