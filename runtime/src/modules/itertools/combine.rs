//! The combinatoric iterators: product, permutations, combinations.
use super::kind;
use crate::call::Args;
use crate::error::{exc, R};
use crate::iter::Lazy;
use crate::object::{symbols as sym, Class, Ref, TypeInfo, Value};

pub static PRODUCT: TypeInfo = kind(TypeInfo::plain("product"), product);
pub static PERMUTATIONS: TypeInfo = kind(TypeInfo::plain("permutations"), permutations);
pub static COMBINATIONS: TypeInfo = kind(TypeInfo::plain("combinations"), combinations);
pub static COMBINATIONS_WITH_REPLACEMENT: TypeInfo = kind(
    TypeInfo::plain("combinations_with_replacement"),
    combinations_with_replacement,
);

fn pick(pool: &[Value], at: &[usize]) -> Value {
    crate::object::tuple_of(at.iter().map(|i| pool[*i].clone()))
}

fn product(_: &Ref<Class>, args: Args) -> R<Value> {
    let mut repeat = 1;
    for (name, value) in args.keywords() {
        if name != sym::repeat {
            return Err(exc::TypeError.err(crate::join![
                "'",
                name.text(),
                "' is an invalid keyword argument for product()"
            ]));
        }
        repeat = crate::numbers::index(value)?;
    }
    if repeat < 0 {
        return Err(exc::ValueError.err("repeat argument cannot be negative"));
    }
    let mut once = Vec::new();
    for iterable in args.plain() {
        once.push(iterable.iter()?.collect()?);
    }
    let mut pools: Vec<Vec<Value>> = Vec::new();
    for _ in 0..repeat {
        pools.extend(once.iter().cloned());
    }
    let mut at = vec![0; pools.len()];
    let mut first = true;
    Ok(Lazy::value(&PRODUCT, move || {
        if first {
            first = false;
            if pools.iter().any(Vec::is_empty) {
                return Ok(None);
            }
        } else {
            let mut i = pools.len();
            loop {
                if i == 0 {
                    return Ok(None);
                }
                i -= 1;
                at[i] += 1;
                if at[i] < pools[i].len() {
                    break;
                }
                at[i] = 0;
            }
        }
        Ok(Some(crate::object::tuple_of(
            pools.iter().zip(&at).map(|(pool, i)| pool[*i].clone()),
        )))
    }))
}

/// `(iterable, r)`: the pool and r, which defaults to its length where allowed.
fn pool_and_size(args: &Args, function: &str, least: usize) -> R<(Vec<Value>, usize)> {
    let [iterable, r] = args.bind(function, [sym::iterable, sym::r], least, 0, 2)?;
    let pool = iterable.unwrap_or(&Value::None).iter()?.collect()?;
    let r = match r {
        None | Some(Value::None) => pool.len() as i64,
        Some(r) => crate::numbers::index(r)?,
    };
    if r < 0 {
        return Err(exc::ValueError.err("r must be non-negative"));
    }
    Ok((pool, r as usize))
}

fn permutations(_: &Ref<Class>, args: Args) -> R<Value> {
    let (pool, r) = pool_and_size(&args, "permutations", 1)?;
    let n = pool.len();
    let mut indices: Vec<usize> = (0..n).collect();
    let mut cycles: Vec<usize> = (0..r).map(|i| n.saturating_sub(i)).collect();
    let mut first = true;
    Ok(Lazy::value(&PERMUTATIONS, move || {
        if r > n {
            return Ok(None);
        }
        if first {
            first = false;
            return Ok(Some(pick(&pool, &indices[..r])));
        }
        for i in (0..r).rev() {
            cycles[i] -= 1;
            if cycles[i] == 0 {
                indices[i..].rotate_left(1);
                cycles[i] = n - i;
            } else {
                indices.swap(i, n - cycles[i]);
                return Ok(Some(pick(&pool, &indices[..r])));
            }
        }
        Ok(None)
    }))
}

fn combinations(_: &Ref<Class>, args: Args) -> R<Value> {
    let (pool, r) = pool_and_size(&args, "combinations", 2)?;
    let n = pool.len();
    let mut at: Vec<usize> = (0..r).collect();
    let mut first = true;
    Ok(Lazy::value(&COMBINATIONS, move || {
        if r > n {
            return Ok(None);
        }
        if !first {
            let Some(i) = (0..r).rev().find(|i| at[*i] != i + n - r) else {
                return Ok(None);
            };
            at[i] += 1;
            for j in i + 1..r {
                at[j] = at[j - 1] + 1;
            }
        }
        first = false;
        Ok(Some(pick(&pool, &at)))
    }))
}

fn combinations_with_replacement(_: &Ref<Class>, args: Args) -> R<Value> {
    let (pool, r) = pool_and_size(&args, "combinations_with_replacement", 2)?;
    let n = pool.len();
    let mut at = vec![0; r];
    let mut first = true;
    Ok(Lazy::value(&COMBINATIONS_WITH_REPLACEMENT, move || {
        if n == 0 && r > 0 {
            return Ok(None);
        }
        if !first {
            let Some(i) = (0..r).rev().find(|i| at[*i] != n - 1) else {
                return Ok(None);
            };
            let next = at[i] + 1;
            at[i..].fill(next);
        }
        first = false;
        Ok(Some(pick(&pool, &at)))
    }))
}
