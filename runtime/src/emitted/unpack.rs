//! `a, b = xs` and `a, *b, c = xs`.
use crate::error::{exc, PyErr, R};
use crate::iter::Iter;
use crate::object::Value;
use crate::seq::List;

impl Value {
    /// Exactly `N` items.
    pub fn unpack<const N: usize>(&self) -> R<[Value; N]> {
        let mut iter = iter_of(self)?;
        let mut items = Vec::with_capacity(N);
        take(&mut iter, &mut items, N, N, "")?;
        if iter.next()?.is_some() {
            return Err(too_many(N));
        }
        to_array(items)
    }

    /// `N` items, a list of what lies between, `M` items.
    pub fn unpack_star<const N: usize, const M: usize>(&self) -> R<([Value; N], Value, [Value; M])> {
        let mut iter = iter_of(self)?;
        let mut first = Vec::with_capacity(N);
        let expected = N + M;
        take(&mut iter, &mut first, N, expected, "at least ")?;
        let mut rest = iter.collect()?;
        if rest.len() < M {
            return Err(too_few(expected, N + rest.len(), "at least "));
        }
        let last = rest.split_off(rest.len() - M);
        Ok((to_array(first)?, List::value(rest), to_array(last)?))
    }
}

fn iter_of(x: &Value) -> R<Iter> {
    match x.iter() {
        Err(e) if e.is(&exc::TypeError) && x.special(crate::sym::__iter__).is_none() => Err(exc::TypeError
            .err(crate::join![
                "cannot unpack non-iterable ",
                x.type_name().as_str(),
                " object"
            ])),
        other => other,
    }
}

fn take(iter: &mut Iter, items: &mut Vec<Value>, count: usize, expected: usize, least: &str) -> R<()> {
    while items.len() < count {
        match iter.next()? {
            Some(item) => items.push(item),
            None => return Err(too_few(expected, items.len(), least)),
        }
    }
    Ok(())
}

#[cold]
fn too_few(expected: usize, got: usize, least: &str) -> PyErr {
    exc::ValueError.err(crate::join![
        "not enough values to unpack (expected ",
        least,
        &expected.to_string(),
        ", got ",
        &got.to_string(),
        ")"
    ])
}

fn to_array<const N: usize>(items: Vec<Value>) -> R<[Value; N]> {
    items
        .try_into()
        .map_err(|_| exc::SystemError.err("unpacking lost an item"))
}

/// `count` targets, of which the one at `star` takes a list of what is left.
pub fn unpack_items(x: &Value, count: usize, star: Option<usize>) -> R<Vec<Value>> {
    let mut iter = iter_of(x)?;
    let mut items = Vec::with_capacity(count);
    let Some(star) = star else {
        take(&mut iter, &mut items, count, count, "")?;
        if iter.next()?.is_some() {
            return Err(too_many(count));
        }
        return Ok(items);
    };
    take(&mut iter, &mut items, star, count - 1, "at least ")?;
    let mut rest = iter.collect()?;
    let after = count - 1 - star;
    if rest.len() < after {
        return Err(too_few(count - 1, star + rest.len(), "at least "));
    }
    let last = rest.split_off(rest.len() - after);
    items.push(List::value(rest));
    items.extend(last);
    Ok(items)
}

#[cold]
fn too_many(expected: usize) -> PyErr {
    exc::ValueError.err(crate::join![
        "too many values to unpack (expected ",
        &expected.to_string(),
        ")"
    ])
}
