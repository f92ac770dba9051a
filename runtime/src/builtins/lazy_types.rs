//! The lazy iterator types: `map`, `filter`, `zip`, `enumerate`, `reversed`.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::{Iter, Lazy};
use crate::member;
use crate::numbers;
use crate::object::{attr, symbols as sym, Class, Ref, TypeInfo, Value};
use crate::seq::Tuple;

type New = fn(&Ref<Class>, Args) -> R<Value>;

const fn kind(info: TypeInfo, new: New) -> TypeInfo {
    TypeInfo {
        new: Some(new),
        method: Lazy::method,
        subclassable: true,
        ..info
    }
}

pub static MAP: TypeInfo = kind(TypeInfo::plain("map"), map);
pub static FILTER: TypeInfo = kind(TypeInfo::plain("filter"), filter);
pub static ZIP: TypeInfo = kind(TypeInfo::plain("zip"), zip);
pub static ENUMERATE: TypeInfo = kind(TypeInfo::plain("enumerate"), enumerate);
pub static REVERSED: TypeInfo = kind(TypeInfo::plain("reversed"), reversed);
fn iters(values: &[Value]) -> R<Vec<Iter>> {
    values.iter().map(Value::iter).collect()
}

/// `map(function, iterable, *iterables)`.
fn map(_: &Ref<Class>, args: Args) -> R<Value> {
    args.no_keywords("map")?;
    let [function, sources @ ..] = args.values else {
        return Err(too_few_for_map());
    };
    let function = function.clone();
    let mut sources = iters(sources)?;
    match sources.len() {
        0 => Err(too_few_for_map()),
        1 => {
            let mut source = sources.remove(0);
            Ok(Lazy::value(&MAP, move || match source.next()? {
                Some(item) => function.call(&[item]).map(Some),
                None => Ok(None),
            }))
        }
        _ => Ok(Lazy::value(&MAP, move || {
            let mut items = Vec::with_capacity(sources.len());
            for source in &mut sources {
                match source.next()? {
                    Some(item) => items.push(item),
                    None => return Ok(None),
                }
            }
            function.call(&items).map(Some)
        })),
    }
}

#[cold]
fn too_few_for_map() -> PyErr {
    exc::TypeError.err("map() must have at least two arguments.")
}

/// `filter(function or None, iterable)`.
fn filter(_: &Ref<Class>, args: Args) -> R<Value> {
    let given = args.between("filter", 2, 2)?;
    let test = Some(given[0].clone()).filter(|test| !test.is_none());
    let mut source = given[1].iter()?;
    Ok(Lazy::value(&FILTER, move || {
        while let Some(item) = source.next()? {
            let keep = match &test {
                Some(test) => test.call(&[item.clone()])?.truth()?,
                None => item.truth()?,
            };
            if keep {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }))
}

/// `zip(*iterables, strict=False)`.
fn zip(_: &Ref<Class>, args: Args) -> R<Value> {
    let mut strict = false;
    for (name, value) in args.keywords() {
        if name != sym::strict {
            return Err(exc::TypeError.err(crate::join![
                "'",
                name.text(),
                "' is an invalid keyword argument for zip()"
            ]));
        }
        strict = value.truth()?;
    }
    let mut sources = iters(args.plain())?;
    Ok(Lazy::value(&ZIP, move || {
        if sources.is_empty() {
            return Ok(None);
        }
        let mut items = Vec::with_capacity(sources.len());
        for at in 0..sources.len() {
            match sources[at].next()? {
                Some(item) => items.push(item),
                None if !strict => return Ok(None),
                None if at > 0 => return Err(uneven(at, "shorter")),
                None => {
                    for (at, source) in sources.iter_mut().enumerate().skip(1) {
                        if source.next()?.is_some() {
                            return Err(uneven(at, "longer"));
                        }
                    }
                    return Ok(None);
                }
            }
        }
        Ok(Some(Tuple::value(items)))
    }))
}

#[cold]
fn uneven(at: usize, how: &str) -> PyErr {
    let number = numbers::int_text(at as i64 + 1);
    let before = numbers::int_text(at as i64);
    let others = if at == 1 {
        " than argument 1".to_string()
    } else {
        crate::join![" than arguments 1-", &before]
    };
    exc::ValueError.err(crate::join!["zip() argument ", &number, " is ", how, &others])
}

/// `enumerate(iterable, start=0)`.
fn enumerate(_: &Ref<Class>, args: Args) -> R<Value> {
    if args.values.is_empty() {
        return Err(exc::TypeError.err("enumerate() missing required argument 'iterable'"));
    }
    let [iterable, start] = args.bind("enumerate", [sym::iterable, sym::start], 1, 0, 2)?;
    let mut next = start.map_or(Ok(Value::Int(0)), numbers::index_value)?;
    let mut source = iterable.unwrap_or(&Value::None).iter()?;
    Ok(Lazy::value(&ENUMERATE, move || {
        let Some(item) = source.next()? else {
            return Ok(None);
        };
        let at = next.clone();
        next = at.add(&Value::Int(1))?;
        Ok(Some(Tuple::value(vec![at, item])))
    }))
}

/// `reversed(sequence)`.
fn reversed(_: &Ref<Class>, args: Args) -> R<Value> {
    let given = args.between("reversed", 1, 1)?;
    reverse(&given[0])
}

pub(super) fn reverse(x: &Value) -> R<Value> {
    let class = x.class();
    match class.special(sym::__reversed__) {
        Some(Value::None) => return Err(not_reversible(x)),
        Some(hook) => return hook.call(&[x.clone()]),
        None => {}
    }
    let own_items = class.special(sym::__getitem__).is_some();
    if own_items && class.special(sym::__len__).is_none() {
        return Err(x.type_error("' object is not reversible"));
    }
    if own_items {
        return walk_back(&REVERSED, x.clone());
    }
    let plain = x.unwrapped();
    let Value::Obj(inner) = &plain else {
        return Err(not_reversible(x));
    };
    let info = inner.vt().info;
    if let Some(hook) = attr::own_method(info, member::__reversed__.name()) {
        return hook(&plain, Args::positional(&[]));
    }
    if info.sequence {
        return walk_back(&REVERSED, plain.clone());
    }
    Err(not_reversible(x))
}

/// Items from the last one down, by index; the object may shrink meanwhile.
fn walk_back(info: &'static TypeInfo, x: Value) -> R<Value> {
    let mut left = x.len()?;
    Ok(Lazy::value(info, move || {
        if left == 0 {
            return Ok(None);
        }
        left -= 1;
        match x.get_item(&Value::Int(left as i64)) {
            Ok(item) => Ok(Some(item)),
            Err(e) if e.is(&exc::IndexError) || e.is(&exc::StopIteration) => Ok(None),
            Err(e) => Err(e),
        }
    }))
}

#[cold]
fn not_reversible(x: &Value) -> PyErr {
    x.type_error("' object is not reversible")
}
