//! `Counter`.
use super::{dict_of, empty_like, native_class, with_self};
use crate::call::Args;
use crate::error::{exc, R};
use crate::map::Dict;
use crate::object::{symbols as sym, Ref, Value};
use crate::seq::List;

pub fn class() -> R<Value> {
    native_class(
        "collections",
        "Counter",
        crate::map::DICT.value(),
        &[
            (sym::__init__, init),
            (sym::__missing__, |_| Ok(Value::Int(0))),
            (sym::__delitem__, delitem),
            (sym::update, update),
            (sym::subtract, subtract),
            (sym::most_common, most_common),
            (sym::elements, elements),
            (sym::total, total),
            (sym::copy, copy),
            (sym::__copy__, copy),
            (sym::fromkeys, |_| {
                Err(exc::NotImplementedError
                    .err("Counter.fromkeys() is undefined.  Use Counter(iterable) instead."))
            }),
            (sym::__repr__, repr),
            (sym::__eq__, |args| compare(args, |a, b| a.is_eq(b))),
            (sym::__ne__, |args| match compare(args, |a, b| a.is_eq(b))? {
                Value::Bool(v) => Ok(Value::Bool(!v)),
                other => Ok(other),
            }),
            (sym::__le__, |args| compare(args, |a, b| a.is_le(b))),
            (sym::__ge__, |args| compare(args, |a, b| a.is_ge(b))),
            (sym::__lt__, |args| strictly(args, |a, b| a.is_le(b))),
            (sym::__gt__, |args| strictly(args, |a, b| a.is_ge(b))),
            (sym::__add__, |args| combine(args, |a, b| a.add(b), true)),
            (sym::__sub__, |args| combine(args, |a, b| a.sub(b), true)),
            (sym::__or__, |args| {
                combine(
                    args,
                    |a, b| Ok(if a.is_lt(b)? { b.clone() } else { a.clone() }),
                    true,
                )
            }),
            (sym::__and__, |args| {
                combine(
                    args,
                    |a, b| Ok(if a.is_lt(b)? { a.clone() } else { b.clone() }),
                    false,
                )
            }),
            (sym::__iadd__, |args| in_place(args, |a, b| a.add(b), true)),
            (sym::__isub__, |args| in_place(args, |a, b| a.sub(b), true)),
            (sym::__ior__, |args| {
                in_place(
                    args,
                    |a, b| Ok(if a.is_lt(b)? { b.clone() } else { a.clone() }),
                    true,
                )
            }),
            (sym::__iand__, |args| {
                in_place(
                    args,
                    |a, b| Ok(if a.is_lt(b)? { a.clone() } else { b.clone() }),
                    false,
                )
            }),
            (sym::__pos__, |args| signed(args, false)),
            (sym::__neg__, |args| signed(args, true)),
        ],
    )
}

const ZERO: Value = Value::Int(0);
type Combine = fn(&Value, &Value) -> R<Value>;

fn count_of(dict: &Ref<Dict>, key: &Value) -> R<Value> {
    Ok(dict.get(key)?.unwrap_or(ZERO))
}

/// Adds the counts of an iterable or mapping, times 1 or -1.
fn count(this: &Value, args: Args, name: &str, negative: bool) -> R<()> {
    if args.plain().len() > 1 {
        let given = crate::numbers::int_text(args.plain().len() as i64 + 1);
        return Err(exc::TypeError.err(crate::join![
            "Counter.",
            name,
            "() takes from 1 to 2 positional arguments but ",
            &given,
            " were given"
        ]));
    }
    let dict = dict_of(this)?;
    let change = |key: Value, by: &Value| -> R<()> {
        let old = dict.get(&key)?;
        let new = match (old, negative) {
            (Some(old), true) => old.sub(by)?,
            (Some(old), false) => by.add(&old)?,
            (None, true) => ZERO.sub(by)?,
            (None, false) => by.clone(),
        };
        dict.set(key, new)
    };
    if let Some(source) = args.plain().first().filter(|s| !s.is_none()) {
        match Dict::of(source) {
            Some(mapping) => {
                for (key, by) in mapping.pairs() {
                    change(key, &by)?;
                }
            }
            None => {
                let mut iter = source.iter()?;
                while let Some(key) = iter.next()? {
                    change(key, &Value::Int(1))?;
                }
            }
        }
    }
    for (key, by) in args.keywords() {
        change(key.value(), by)?;
    }
    Ok(())
}

fn split_self<'a>(args: &Args<'a>) -> (&'a Value, Args<'a>) {
    match args.values.split_first() {
        Some((this, rest)) => (
            this,
            Args {
                values: rest,
                names: args.names,
            },
        ),
        None => (&Value::None, *args),
    }
}

fn init(args: Args) -> R<Value> {
    let (this, rest) = split_self(&args);
    count(this, rest, "__init__", false)?;
    Ok(Value::None)
}

fn update(args: Args) -> R<Value> {
    let (this, rest) = split_self(&args);
    count(this, rest, "update", false)?;
    Ok(Value::None)
}

fn subtract(args: Args) -> R<Value> {
    let (this, rest) = split_self(&args);
    count(this, rest, "subtract", true)?;
    Ok(Value::None)
}

fn delitem(args: Args) -> R<Value> {
    let (this, rest) = with_self::<1>(&args, "__delitem__")?;
    dict_of(this)?.remove(&rest[0])?;
    Ok(Value::None)
}

/// The pairs by falling count; equal counts keep the order of insertion.
fn sorted_pairs(dict: &Ref<Dict>) -> R<Vec<(Value, Value)>> {
    let pairs = dict.pairs();
    let indices = List::new((0..pairs.len()).map(|i| Value::Int(i as i64)).collect());
    let counts = List::new(pairs.iter().map(|(_, count)| count.clone()).collect());
    let key = crate::call::BoundMethod::builtin(&counts.value(), sym::__getitem__, |list, args| {
        let [at] = args.exactly::<1>("__getitem__")?;
        list.get_item(at)
    });
    crate::seq::sort::sort(&indices, Some(&key.value()), true)?;
    let mut sorted = Vec::with_capacity(pairs.len());
    for at in indices.take() {
        if let Value::Int(at) = at {
            sorted.push(pairs[at as usize].clone());
        }
    }
    Ok(sorted)
}

fn most_common(args: Args) -> R<Value> {
    let [this, n] = args.bind("most_common", [sym::self_, sym::n], 1, 1, 2)?;
    let mut pairs = sorted_pairs(&dict_of(this.unwrap_or(&Value::None))?)?;
    if let Some(n) = n.filter(|n| !n.is_none()) {
        pairs.truncate(crate::numbers::index(n)?.max(0) as usize);
    }
    Ok(crate::object::list_of(
        pairs
            .into_iter()
            .map(|(k, v)| crate::object::tuple_of([k, v].into_iter())),
    ))
}

fn elements(args: Args) -> R<Value> {
    let (this, _) = with_self::<0>(&args, "elements")?;
    let mut items = Vec::new();
    for (key, count) in dict_of(this)?.pairs() {
        for _ in 0..crate::numbers::index(&count)?.max(0) {
            items.push(key.clone());
        }
    }
    crate::object::list_of(items.into_iter())
        .iter()
        .map(|iter| iter.into_value())
}

fn total(args: Args) -> R<Value> {
    let (this, _) = with_self::<0>(&args, "total")?;
    let mut sum = ZERO;
    for (_, count) in dict_of(this)?.pairs() {
        sum = sum.add(&count)?;
    }
    Ok(sum)
}

fn copy(args: Args) -> R<Value> {
    let (this, _) = with_self::<0>(&args, "copy")?;
    let copy = empty_like(this);
    let source = dict_of(this)?;
    dict_of(&copy)?.merge(&source)?;
    Ok(copy)
}

fn repr(args: Args) -> R<Value> {
    let (this, _) = with_self::<0>(&args, "__repr__")?;
    let dict = dict_of(this)?;
    if dict.is_empty() {
        return super::shown(&this.class().value(), &[]);
    }
    let text = match sorted_pairs(&dict) {
        Ok(pairs) => Dict::from_pairs(pairs)?.repr()?,
        Err(e) if e.is(&exc::TypeError) => dict.value().repr()?,
        Err(e) => return Err(e),
    };
    super::shown(&this.class().value(), &[text.as_str()])
}

/// True for every key of both; a missing one counts 0.
fn all(a: &Ref<Dict>, b: &Ref<Dict>, test: fn(&Value, &Value) -> R<bool>) -> R<bool> {
    for key in a.keys().iter().chain(&b.keys()) {
        if !test(&count_of(a, key)?, &count_of(b, key)?)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Both operands as dicts, when both are Counters.
fn operands(args: &Args, name: &str) -> R<Option<(Ref<Dict>, Ref<Dict>)>> {
    let (this, rest) = with_self::<1>(args, name)?;
    if !super::is_instance(&rest[0], &super::counter_class()) {
        return Ok(None);
    }
    Ok(Some((dict_of(this)?, dict_of(&rest[0])?)))
}

fn compare(args: Args, test: fn(&Value, &Value) -> R<bool>) -> R<Value> {
    match operands(&args, "__eq__")? {
        Some((a, b)) => all(&a, &b, test).map(Value::Bool),
        None => Ok(Value::NotImplemented),
    }
}

fn strictly(args: Args, test: fn(&Value, &Value) -> R<bool>) -> R<Value> {
    match operands(&args, "__lt__")? {
        Some((a, b)) => Ok(Value::Bool(
            all(&a, &b, test)? && !all(&a, &b, |a, b| a.is_eq(b))?,
        )),
        None => Ok(Value::NotImplemented),
    }
}

/// The positive results of combining counts; keys of the right operand alone take part when `both`.
fn combined(a: &Ref<Dict>, b: &Ref<Dict>, rule: Combine, both: bool) -> R<Vec<(Value, Value)>> {
    let mut pairs = Vec::new();
    for (key, count) in a.pairs() {
        let new = rule(&count, &count_of(b, &key)?)?;
        if new.is_gt(&ZERO)? {
            pairs.push((key, new));
        }
    }
    if both {
        for (key, count) in b.pairs() {
            if a.get(&key)?.is_none() {
                let new = rule(&ZERO, &count)?;
                if new.is_gt(&ZERO)? {
                    pairs.push((key, new));
                }
            }
        }
    }
    Ok(pairs)
}

fn fresh(pairs: Vec<(Value, Value)>) -> R<Value> {
    let result = super::counter_class().call(&[])?;
    let dict = dict_of(&result)?;
    for (key, count) in pairs {
        dict.set(key, count)?;
    }
    Ok(result)
}

fn combine(args: Args, rule: Combine, both: bool) -> R<Value> {
    match operands(&args, "__add__")? {
        Some((a, b)) => fresh(combined(&a, &b, rule, both)?),
        None => Ok(Value::NotImplemented),
    }
}

fn in_place(args: Args, rule: Combine, both: bool) -> R<Value> {
    match operands(&args, "__iadd__")? {
        Some((a, b)) => {
            let pairs = combined(&a, &b, rule, both)?;
            a.clear();
            for (key, count) in pairs {
                a.set(key, count)?;
            }
            Ok(args.values[0].clone())
        }
        None => Ok(Value::NotImplemented),
    }
}

/// `+c` and `-c`: the positive counts, of the negated counter.
fn signed(args: Args, negative: bool) -> R<Value> {
    let (this, _) = with_self::<0>(&args, "__pos__")?;
    let mut pairs = Vec::new();
    for (key, count) in dict_of(this)?.pairs() {
        let count = if negative { ZERO.sub(&count)? } else { count };
        if count.is_gt(&ZERO)? {
            pairs.push((key, count));
        }
    }
    fresh(pairs)
}
