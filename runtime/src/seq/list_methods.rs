//! The methods of `list`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::iter::Iter;
use crate::object::{symbols as sym, Ref, Sym, Value};
use crate::seq::items;
use crate::seq::position::size_arg;
use crate::seq::{sort, List};

pub(super) const NAMES: &[Sym] = &[
    sym::append,
    sym::clear,
    sym::copy,
    sym::count,
    sym::extend,
    sym::index,
    sym::insert,
    sym::pop,
    sym::remove,
    sym::reverse,
    sym::sort,
];

crate::object::members::methods! {
    /// The methods of `list`.
    pub struct ListMethods;
    sym::append => append,
    sym::extend => extend,
    sym::insert => insert,
    sym::pop => pop,
    sym::remove => remove,
    sym::clear => clear,
    sym::index => index,
    sym::count => count,
    sym::sort => sort_method,
    sym::reverse => reverse,
    sym::copy => copy,
    sym::__reversed__ => reversed,
}

fn list(this: &Value) -> R<Ref<List>> {
    List::of(this).ok_or_else(|| items::wrong_receiver("list", this))
}

fn append(this: &Value, args: Args) -> R<Value> {
    let [item] = args.exactly::<1>("list.append")?;
    match this.cast::<List>() {
        Some(list) => list.push(item.clone()),
        None => list(this)?.push(item.clone()),
    }
    Ok(Value::None)
}

fn extend(this: &Value, args: Args) -> R<Value> {
    let [more] = args.exactly::<1>("list.extend")?;
    list(this)?.extend(more)?;
    Ok(Value::None)
}

fn insert(this: &Value, args: Args) -> R<Value> {
    args.no_keywords("list.insert")?;
    let values = args.between("insert", 2, 2)?;
    let list = list(this)?;
    list.insert(size_arg(&values[0])?, values[1].clone());
    Ok(Value::None)
}

fn pop(this: &Value, args: Args) -> R<Value> {
    args.no_keywords("list.pop")?;
    let values = args.between("pop", 0, 1)?;
    let list = list(this)?;
    let at = match values {
        [at] => size_arg(at)?,
        _ => -1,
    };
    list.pop(at)
}

fn remove(this: &Value, args: Args) -> R<Value> {
    let [item] = args.exactly::<1>("list.remove")?;
    list(this)?.remove(item)?;
    Ok(Value::None)
}

fn clear(this: &Value, args: Args) -> R<Value> {
    args.exactly::<0>("list.clear")?;
    drop(list(this)?.take());
    Ok(Value::None)
}

fn index(this: &Value, args: Args) -> R<Value> {
    args.no_keywords("list.index")?;
    let values = args.between("index", 1, 3)?;
    let list = list(this)?;
    let (start, stop) = super::bounds(&values[1..], List::len(&list))?;
    list.index(&values[0], start, stop).map(Value::Int)
}

fn count(this: &Value, args: Args) -> R<Value> {
    let [item] = args.exactly::<1>("list.count")?;
    items::count(&*list(this)?, item).map(Value::Int)
}

fn sort_method(this: &Value, args: Args) -> R<Value> {
    if !args.plain().is_empty() {
        return Err(exc::TypeError.err("sort() takes no positional arguments"));
    }
    let (key, reverse) = sort::options(&args)?;
    sort::sort(&list(this)?, key, reverse)?;
    Ok(Value::None)
}

fn reverse(this: &Value, args: Args) -> R<Value> {
    args.exactly::<0>("list.reverse")?;
    list(this)?.reverse();
    Ok(Value::None)
}

fn copy(this: &Value, args: Args) -> R<Value> {
    args.exactly::<0>("list.copy")?;
    Ok(List::value(list(this)?.to_vec()))
}

fn reversed(this: &Value, args: Args) -> R<Value> {
    args.exactly::<0>("list.__reversed__")?;
    let list = list(this)?;
    let left = List::len(&list);
    Ok(Iter::ListReversed { list, left }.into_value())
}
