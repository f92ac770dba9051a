//! `defaultdict`.
use super::{dict_of, native_class, with_self};
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::{symbols as sym, types, Value};

pub fn class() -> R<Value> {
    let _ = types::OBJECT.class();
    native_class(
        "collections",
        "defaultdict",
        crate::map::DICT.value(),
        &[
            (sym::__init__, init),
            (sym::__missing__, missing),
            (sym::__repr__, repr),
            (sym::copy, copy),
            (sym::__copy__, copy),
            (sym::__or__, or),
        ],
    )
}

fn init(args: Args) -> R<Value> {
    let Some((this, rest)) = args.values.split_first() else {
        return Ok(Value::None);
    };
    let rest = Args {
        values: rest,
        names: args.names,
    };
    let factory = rest.plain().first().cloned().unwrap_or(Value::None);
    if !factory.is_none() && !factory.obj().is_some_and(|o| o.is_callable()) {
        return Err(exc::TypeError.err("first argument must be callable or None"));
    }
    this.set_attr(sym::default_factory, factory)?;
    let skip = usize::from(!rest.plain().is_empty());
    let dict = dict_of(this)?;
    let rest = Args {
        values: &rest.values[skip..],
        names: rest.names,
    };
    if let Some(source) = rest.plain().first() {
        dict.update(source)?;
    }
    for (name, value) in rest.keywords() {
        dict.set_str(&name.to_str(), value.clone());
    }
    Ok(Value::None)
}

fn factory_of(this: &Value) -> R<Value> {
    Ok(this.find_attr(sym::default_factory)?.unwrap_or(Value::None))
}

fn missing(args: Args) -> R<Value> {
    let (this, rest) = with_self::<1>(&args, "__missing__")?;
    let factory = factory_of(this)?;
    if factory.is_none() {
        return Err(crate::map::key_error(&rest[0]));
    }
    let value = factory.call(&[])?;
    this.set_item(&rest[0], value.clone())?;
    Ok(value)
}

fn repr(args: Args) -> R<Value> {
    let (this, _) = with_self::<0>(&args, "__repr__")?;
    let inner = dict_of(this)?.show()?;
    let factory = factory_of(this)?.repr()?;
    super::shown(&this.class().value(), &[factory.as_str(), ", ", inner.as_str()])
}

fn copied(this: &Value) -> R<Value> {
    let copy = super::empty_like(this);
    copy.set_attr(sym::default_factory, factory_of(this)?)?;
    dict_of(&copy)?.update(this)?;
    Ok(copy)
}

fn copy(args: Args) -> R<Value> {
    let (this, _) = with_self::<0>(&args, "copy")?;
    copied(this)
}

fn or(args: Args) -> R<Value> {
    let (this, rest) = with_self::<1>(&args, "__or__")?;
    if crate::map::Dict::of(&rest[0]).is_none() {
        return Ok(Value::NotImplemented);
    }
    let result = copied(this)?;
    dict_of(&result)?.update(&rest[0])?;
    Ok(result)
}
