//! `len`, `iter`, `next`, `sorted`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::iter::Lazy;
use crate::member;
use crate::object::{TypeInfo, Value};
use crate::seq::List;

/// `len(x)`.
pub fn len(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("len")?;
    super::direct::len(x)
}

/// `next(x)` of an iterator, StopIteration at its end.
pub fn next_or_stop(x: &Value) -> R<Value> {
    match x {
        Value::Obj(object) => match object.next()? {
            Some(item) => Ok(item),
            None => Err(crate::iter::stopped(x)),
        },
        _ => Err(x.type_error("' object is not an iterator")),
    }
}

/// `next(iterator[, default])`.
pub fn next(args: Args) -> R<Value> {
    match args.between("next", 1, 2)? {
        [x] => next_or_stop(x),
        given => next_or(&given[0], &given[1]),
    }
}

/// `next(x, default)`.
pub(super) fn next_or(x: &Value, default: &Value) -> R<Value> {
    match x {
        Value::Obj(object) => match object.next() {
            Ok(Some(item)) => Ok(item),
            Ok(None) => Ok(default.clone()),
            Err(e) if e.is(&exc::StopIteration) => Ok(default.clone()),
            Err(e) => Err(e),
        },
        _ => Err(x.type_error("' object is not an iterator")),
    }
}

static CALLABLE_ITERATOR: TypeInfo = TypeInfo {
    method: Lazy::method,
    ..TypeInfo::plain("callable_iterator")
};

/// `iter(x)`, `iter(callable, sentinel)`.
pub fn iter(args: Args) -> R<Value> {
    match args.between("iter", 1, 2)? {
        [x] => Ok(x.iter()?.into_value()),
        given => {
            let (function, sentinel) = (given[0].clone(), given[1].clone());
            if !super::classes::is_callable(&function) {
                return Err(exc::TypeError.err("iter(v, w): v must be callable"));
            }
            Ok(Lazy::value(&CALLABLE_ITERATOR, move || {
                let item = match function.call(&[]) {
                    Ok(item) => item,
                    Err(e) if e.is(&exc::StopIteration) => return Ok(None),
                    Err(e) => return Err(e),
                };
                Ok(if sentinel.same_or_eq(&item)? {
                    None
                } else {
                    Some(item)
                })
            }))
        }
    }
}

/// `sorted(iterable, *, key=None, reverse=False)`.
pub fn sorted(args: Args) -> R<Value> {
    let [iterable] = args.plain() else {
        let given = crate::numbers::int_text(args.plain().len() as i64);
        return Err(exc::TypeError.err(crate::join!["sorted expected 1 argument, got ", &given]));
    };
    let list = List::value(iterable.iter()?.collect()?);
    let (names, values): (Vec<_>, Vec<_>) = args.keywords().map(|(n, v)| (n, v.clone())).unzip();
    list.call_method_named(member::sort.name(), &values, &names)?;
    Ok(list)
}
