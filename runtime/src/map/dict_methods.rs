//! The methods of `dict`.
use crate::call::{Args, Native};
use crate::error::{exc, R};
use crate::iter::Iter;
use crate::map::cursor::{DictCursor, Part};
use crate::map::dict::{key_error, update_args};
use crate::map::views::View;
use crate::map::{Dict, DICT};
use crate::object::{symbols as sym, Class, Ref, Sym, TypeInfo, Value};
use crate::seq::{items, Tuple};

pub(super) const NAMES: &[Sym] = &[
    sym::clear,
    sym::copy,
    sym::fromkeys,
    sym::get,
    sym::items,
    sym::keys,
    sym::pop,
    sym::popitem,
    sym::setdefault,
    sym::update,
    sym::values,
];

crate::object::members::methods! {
    /// The methods of `dict`.
    pub struct DictMethods;
    sym::get => get,
    sym::setdefault => setdefault,
    sym::pop => pop,
    sym::popitem => popitem,
    sym::update => update,
    sym::items => |this, args| view(this, "dict.items", args, Part::Items),
    sym::keys => |this, args| view(this, "dict.keys", args, Part::Keys),
    sym::values => |this, args| view(this, "dict.values", args, Part::Values),
    sym::copy => copy,
    sym::clear => clear,
    sym::__reversed__ => reversed,
}

/// `dict.fromkeys`.
pub fn dict_fromkeys(info: &'static TypeInfo) -> Option<Value> {
    (info.id == DICT.id).then(|| Native::class_method("fromkeys", DICT.class(), fromkeys))
}

fn dict(this: &Value) -> R<Ref<Dict>> {
    Dict::of(this).ok_or_else(|| items::wrong_receiver("dict", this))
}

fn get(this: &Value, args: Args) -> R<Value> {
    args.no_keywords("dict.get")?;
    let values = args.between("get", 1, 2)?;
    let found = match this.cast::<Dict>() {
        Some(dict) => dict.get(&values[0])?,
        None => dict(this)?.get(&values[0])?,
    };
    Ok(match found {
        Some(value) => value,
        None => values.get(1).cloned().unwrap_or(Value::None),
    })
}

fn setdefault(this: &Value, args: Args) -> R<Value> {
    args.no_keywords("dict.setdefault")?;
    let values = args.between("setdefault", 1, 2)?;
    dict(this)?.get_or_set(&values[0], || values.get(1).cloned().unwrap_or(Value::None))
}

fn pop(this: &Value, args: Args) -> R<Value> {
    args.no_keywords("dict.pop")?;
    let values = args.between("pop", 1, 2)?;
    match (dict(this)?.pop(&values[0])?, values) {
        (Some(value), _) => Ok(value),
        (None, [_, default]) => Ok(default.clone()),
        _ => Err(key_error(&values[0])),
    }
}

fn popitem(this: &Value, args: Args) -> R<Value> {
    args.exactly::<0>("dict.popitem")?;
    match dict(this)?.pop_last() {
        Some((key, value)) => Ok(Tuple::value(vec![key, value])),
        None => Err(exc::KeyError.err_key(Value::from("popitem(): dictionary is empty"))),
    }
}

fn update(this: &Value, args: Args) -> R<Value> {
    update_args(&*dict(this)?, "update", args)?;
    Ok(Value::None)
}

fn view(this: &Value, function: &str, args: Args, part: Part) -> R<Value> {
    args.exactly::<0>(function)?;
    Ok(View::value(dict(this)?, part))
}

fn copy(this: &Value, args: Args) -> R<Value> {
    args.exactly::<0>("dict.copy")?;
    Ok(dict(this)?.copy().into())
}

fn clear(this: &Value, args: Args) -> R<Value> {
    args.exactly::<0>("dict.clear")?;
    dict(this)?.clear();
    Ok(Value::None)
}

fn reversed(this: &Value, args: Args) -> R<Value> {
    args.exactly::<0>("dict.__reversed__")?;
    let dict = dict(this)?;
    Ok(Iter::Dict(DictCursor::reversed(dict, Part::Keys)).into_value())
}

/// `dict.fromkeys(iterable, value=None)`, of `dict` or a subclass.
fn fromkeys(class: &Ref<Class>, args: Args) -> R<Value> {
    args.no_keywords("dict.fromkeys")?;
    let values = args.between("fromkeys", 1, 2)?;
    let value = values.get(1).cloned().unwrap_or(Value::None);
    let target = class.value().call(&[])?;
    let mut iter = values[0].iter()?;
    match target.cast::<Dict>() {
        Some(dict) => {
            while let Some(key) = iter.next()? {
                dict.set(key, value.clone())?;
            }
        }
        None => {
            while let Some(key) = iter.next()? {
                target.set_item(&key, value.clone())?;
            }
        }
    }
    Ok(target)
}
