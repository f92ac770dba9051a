//! Number theory of the `math` module: roots, divisors, counting.

use super::{int_arith as arith, Whole, WholeRef as Ref};
use crate::fault::{Fault, Kernel};
use num_bigint::{BigInt, Sign};

pub fn isqrt(a: Ref) -> Kernel<Whole> {
    if a.is_negative() {
        return Err(Fault::Value("isqrt() argument must be nonnegative".into()));
    }
    Ok(match a {
        Ref::Small(value) => Whole::Small(isqrt_small(value as u64) as i64),
        Ref::Big(value) => Whole::from_big(value.sqrt()),
    })
}

fn isqrt_small(value: u64) -> u64 {
    let mut root = (value as f64).sqrt() as u64;
    while root.checked_mul(root).map_or(true, |square| square > value) {
        root -= 1;
    }
    while (root + 1)
        .checked_mul(root + 1)
        .is_some_and(|square| square <= value)
    {
        root += 1;
    }
    root
}

fn gcd_small(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

pub fn gcd(a: Ref, b: Ref) -> Whole {
    if let (Ref::Small(a), Ref::Small(b)) = (a, b) {
        return Whole::from_u64(gcd_small(a.unsigned_abs(), b.unsigned_abs()));
    }
    let (mut a, mut b) = (a.widen().magnitude().clone(), b.widen().magnitude().clone());
    loop {
        if let (Ok(a), Ok(b)) = (u64::try_from(&a), u64::try_from(&b)) {
            return Whole::from_u64(gcd_small(a, b));
        }
        if b.bits() == 0 {
            return Whole::from_big(BigInt::from(a));
        }
        let rest = &a % &b;
        a = std::mem::replace(&mut b, rest);
    }
}

pub fn lcm(a: Ref, b: Ref) -> Whole {
    if a.is_zero() || b.is_zero() {
        return Whole::ZERO;
    }
    let shared = gcd(a, b).by_ref().widen().into_owned();
    let product = (a.widen().as_ref() / shared) * b.widen().as_ref();
    Whole::from_big(if product.sign() == Sign::Minus {
        -product
    } else {
        product
    })
}

/// The product of `low..=high`, halved until the factors fit a machine word so that big factors meet big ones.
fn product(low: u64, high: u64) -> BigInt {
    if low > high {
        return BigInt::from(1);
    }
    if high - low < 8 {
        return (low + 1..=high).fold(BigInt::from(low), |all, factor| all * factor);
    }
    let middle = low + (high - low) / 2;
    product(low, middle) * product(middle + 1, high)
}

pub fn factorial(a: Ref) -> Kernel<Whole> {
    if a.is_negative() {
        return Err(Fault::Value("factorial() not defined for negative values".into()));
    }
    match a.to_i64() {
        Some(count) => Ok(Whole::from_big(product(1, count as u64))),
        None => Err(Fault::Overflow(
            "factorial() argument should not exceed 9223372036854775807".into(),
        )),
    }
}

fn check_counts(n: Ref, k: Ref) -> Kernel<()> {
    if n.is_negative() {
        return Err(Fault::Value("n must be a non-negative integer".into()));
    }
    if k.is_negative() {
        return Err(Fault::Value("k must be a non-negative integer".into()));
    }
    Ok(())
}

fn falling(n: Ref, k: u64) -> Whole {
    if let Ref::Small(n) = n {
        return Whole::from_big(product(n as u64 - k + 1, n as u64));
    }
    let n = n.widen();
    Whole::from_big((1..k).fold(n.as_ref().clone(), |all, step| all * (n.as_ref() - step)))
}

pub fn perm(n: Ref, k: Ref) -> Kernel<Whole> {
    check_counts(n, k)?;
    if arith::cmp(n, k).is_lt() {
        return Ok(Whole::ZERO);
    }
    match k.to_i64() {
        Some(0) => Ok(Whole::Small(1)),
        Some(k) => Ok(falling(n, k as u64)),
        None => Err(Fault::Overflow("k must not exceed 9223372036854775807".into())),
    }
}

pub fn comb(n: Ref, k: Ref) -> Kernel<Whole> {
    check_counts(n, k)?;
    if arith::cmp(n, k).is_lt() {
        return Ok(Whole::ZERO);
    }
    let rest = arith::sub(n, k);
    let k = if arith::cmp(rest.by_ref(), k).is_lt() {
        rest.by_ref()
    } else {
        k
    };
    match k.to_i64() {
        Some(0) => Ok(Whole::Small(1)),
        Some(k) => {
            let ways = falling(n, k as u64);
            Ok(Whole::from_big(
                ways.by_ref().widen().as_ref() / product(1, k as u64),
            ))
        }
        None => Err(Fault::Overflow(
            "min(n - k, k) must not exceed 9223372036854775807".into(),
        )),
    }
}
