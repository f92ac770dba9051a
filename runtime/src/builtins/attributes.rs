//! `getattr` and its kin, `dir`, `vars`.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::object::{
    attrs_dict, member, members, slots, symbols as sym, Class, Instance, Str, Sym, TypeInfo, Value,
};
use crate::seq::List;

/// The name that an argument gives, which must be a str.
pub fn attribute_name(name: &Value) -> R<Sym> {
    match name.unwrapped().as_str() {
        Some(name) => Ok(members::asked(name.as_str())),
        None => Err(exc::TypeError.err(crate::join![
            "attribute name must be string, not '",
            name.type_name().as_str(),
            "'"
        ])),
    }
}

/// `getattr(x, name[, default])`.
pub fn getattr(args: Args) -> R<Value> {
    match args.between("getattr", 2, 3)? {
        [x, name] => x.attr(attribute_name(name)?),
        given => {
            let found = given[0].find_attr(attribute_name(&given[1])?);
            found_or(found, &given[2])
        }
    }
}

fn found_or(found: R<Option<Value>>, default: &Value) -> R<Value> {
    match found {
        Ok(Some(value)) => Ok(value),
        Ok(None) => Ok(default.clone()),
        Err(e) if e.is(&exc::AttributeError) => Ok(default.clone()),
        Err(e) => Err(e),
    }
}

/// `hasattr(x, name)`.
pub fn hasattr(args: Args) -> R<Value> {
    let given = args.between("hasattr", 2, 2)?;
    has(&given[0], &given[1])
}

pub(super) fn has(x: &Value, name: &Value) -> R<Value> {
    match x.find_attr(attribute_name(name)?) {
        Ok(found) => Ok(Value::Bool(found.is_some())),
        Err(e) if e.is(&exc::AttributeError) => Ok(Value::Bool(false)),
        Err(e) => Err(e),
    }
}

/// `setattr(x, name, value)`.
pub fn setattr(args: Args) -> R<Value> {
    let given = args.between("setattr", 3, 3)?;
    given[0].set_attr(attribute_name(&given[1])?, given[2].clone())?;
    Ok(Value::None)
}

/// `delattr(x, name)`.
pub fn delattr(args: Args) -> R<Value> {
    let given = args.between("delattr", 2, 2)?;
    given[0].del_attr(attribute_name(&given[1])?)?;
    Ok(Value::None)
}

/// What every object shows in `dir`.
const OBJECT_NAMES: [&str; 23] = [
    "__class__",
    "__delattr__",
    "__dir__",
    "__doc__",
    "__eq__",
    "__format__",
    "__ge__",
    "__getattribute__",
    "__getstate__",
    "__gt__",
    "__hash__",
    "__init__",
    "__init_subclass__",
    "__le__",
    "__lt__",
    "__ne__",
    "__new__",
    "__reduce__",
    "__reduce_ex__",
    "__repr__",
    "__setattr__",
    "__sizeof__",
    "__str__",
];

/// The names of a builtin type's own methods and attributes.
fn type_names(info: &'static TypeInfo) -> Vec<&'static str> {
    let fixed =
        Sym::all_fixed().filter(|name| info.method(*name).is_some() || info.class_attr(*name).is_some());
    fixed.chain(info.names.iter().copied()).map(Sym::text).collect()
}

/// `dir(x)`: the names in sorted order.
pub fn dir(args: Args) -> R<Value> {
    members::install_all();
    let [x] = args.between("dir", 0, 1)? else {
        return Err(exc::TypeError.err("dir() without an argument needs the names of its caller"));
    };
    if let Some(hook) = x.special(sym::__dir__) {
        let names = List::value(hook.call(&[x.clone()])?.iter()?.collect()?);
        names.call_method(member::sort.name(), &[])?;
        return Ok(names);
    }
    let mut names: Vec<&'static str> = Vec::new();
    if let Some(object) = x.obj() {
        names.extend(
            object
                .fields()
                .unwrap_or_default()
                .iter()
                .map(|(name, _)| name.text()),
        );
    }
    let module = x.cast::<crate::call::Module>().is_some();
    if module {
        names.extend(["__doc__", "__name__"]);
    } else {
        let class = x.cast::<Class>().cloned().unwrap_or_else(|| x.class());
        for class in class.mro() {
            names.extend(class.attrs.entries().iter().map(|(name, _)| name.text()));
            if class.is_builtin() {
                names.extend(type_names(class.info));
            }
            if !class.is_builtin() {
                names.extend(["__dict__", "__module__", "__weakref__"]);
            }
        }
        names.extend(OBJECT_NAMES);
        names.push("__subclasshook__");
    }
    names.sort_unstable();
    names.dedup();
    Ok(List::value(
        names
            .into_iter()
            .map(|name| Value::from(Str::fixed(name)))
            .collect(),
    ))
}

/// `vars(x)`.
pub fn vars(args: Args) -> R<Value> {
    match args.between("vars", 0, 1)? {
        [x] => vars_of(x),
        _ => Err(exc::TypeError.err("vars() without an argument needs the names of its caller")),
    }
}

fn vars_of(x: &Value) -> R<Value> {
    match x {
        Value::Obj(object) if object.is::<Instance>() && !slots::has_dict(&x.class()) => Err(no_dict()),
        Value::Obj(object) if object.fields().is_some() => match x.find_attr(member::__dict__.name())? {
            Some(dict) => Ok(dict),
            None => Ok(attrs_dict(object)),
        },
        Value::Obj(_) => x.find_attr(member::__dict__.name())?.ok_or_else(no_dict),
        _ => Err(no_dict()),
    }
}

#[cold]
fn no_dict() -> PyErr {
    exc::TypeError.err("vars() argument must have __dict__ attribute")
}
