//! `cmath` over the kernels, which know finite numbers; functions of infinities and NaN are refused.
use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::fault::Kernel;
use crate::float::complex_math::{self as kernel, Pair};
use crate::numbers::{complex_argument, float_value, Complex};
use crate::object::{symbols as sym, Value};
use crate::seq::Tuple;

/// The complex number that an argument is.
fn pair(x: &Value) -> R<Pair> {
    match complex_argument(x)? {
        Some((pair, _)) => Ok(pair),
        None => Err(exc::TypeError.err(crate::join!["must be real number, not ", x.type_name().as_str()])),
    }
}

fn is_finite(z: Pair) -> bool {
    z.0.is_finite() && z.1.is_finite()
}

fn finite(x: &Value, function: &str) -> R<Pair> {
    let z = pair(x)?;
    if is_finite(z) {
        return Ok(z);
    }
    Err(exc::NotImplementedError.err(crate::join![
        function,
        "() of infinities and NaN is not supported"
    ]))
}

fn apply(args: Args, function: &str, f: impl Fn(Pair) -> Kernel<Pair>) -> R<Value> {
    let [x] = args.exactly::<1>(function)?;
    let (re, im) = f(finite(x, function)?)?;
    Ok(Complex::value(re, im))
}

macro_rules! functions {
    ($($name:ident $text:literal $kernel:expr;)*) => {$(
        pub fn $name(args: Args) -> R<Value> {
            apply(args, $text, $kernel)
        }
    )*};
}

functions! {
    sqrt "cmath.sqrt" |z| Ok(kernel::sqrt(z));
    exp "cmath.exp" kernel::exp;
    log10 "cmath.log10" kernel::log10;
    sin "cmath.sin" kernel::sin_of;
    cos "cmath.cos" kernel::cos_of;
    tan "cmath.tan" |z| Ok(kernel::tan(z));
    asin "cmath.asin" |z| Ok(kernel::asin(z));
    acos "cmath.acos" |z| Ok(kernel::acos(z));
    atan "cmath.atan" kernel::atan;
    sinh "cmath.sinh" kernel::sinh;
    cosh "cmath.cosh" kernel::cosh;
    tanh "cmath.tanh" |z| Ok(kernel::tanh(z));
    asinh "cmath.asinh" |z| Ok(kernel::asinh(z));
    acosh "cmath.acosh" |z| Ok(kernel::acosh(z));
    atanh "cmath.atanh" kernel::atanh;
}

/// `cmath.log(z[, base])`.
pub fn log(args: Args) -> R<Value> {
    let given = args.between("log", 1, 2)?;
    let (re, im) = kernel::log(finite(&given[0], "cmath.log")?)?;
    let value = Complex::value(re, im);
    match given.get(1) {
        None => Ok(value),
        Some(base) => {
            let (re, im) = kernel::log(finite(base, "cmath.log")?)?;
            value.truediv(&Complex::value(re, im))
        }
    }
}

/// `cmath.phase(z)`.
pub fn phase(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("cmath.phase")?;
    Ok(Value::Float(kernel::phase(pair(x)?)))
}

/// `cmath.polar(z)`.
pub fn polar(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("cmath.polar")?;
    let z = pair(x)?;
    let size = z.0.hypot(z.1);
    if size.is_infinite() && is_finite(z) {
        return Err(exc::OverflowError.err("math range error"));
    }
    Ok(Tuple::value(vec![
        Value::Float(size),
        Value::Float(kernel::phase(z)),
    ]))
}

fn real(x: &Value) -> R<f64> {
    float_value(x)?
        .ok_or_else(|| exc::TypeError.err(crate::join!["must be real number, not ", x.type_name().as_str()]))
}

/// `cmath.rect(r, phi)`.
pub fn rect(args: Args) -> R<Value> {
    let given = args.between("rect", 2, 2)?;
    let (size, angle) = (real(&given[0])?, real(&given[1])?);
    if !size.is_finite() || !angle.is_finite() {
        return Err(exc::NotImplementedError.err("cmath.rect() of infinities and NaN is not supported"));
    }
    let (re, im) = kernel::rect(size, angle);
    Ok(Complex::value(re, im))
}

/// `cmath.isnan(z)`.
pub fn isnan(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("cmath.isnan")?;
    let z = pair(x)?;
    Ok(Value::Bool(z.0.is_nan() || z.1.is_nan()))
}

/// `cmath.isinf(z)`.
pub fn isinf(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("cmath.isinf")?;
    let z = pair(x)?;
    Ok(Value::Bool(z.0.is_infinite() || z.1.is_infinite()))
}

/// `cmath.isfinite(z)`.
pub fn isfinite(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("cmath.isfinite")?;
    pair(x).map(|z| Value::Bool(is_finite(z)))
}

/// `cmath.isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)`.
pub fn isclose(args: Args) -> R<Value> {
    let names = [sym::a, sym::b, sym::rel_tol, sym::abs_tol];
    let [a, b, relative, absolute] = args.bind("isclose", names, 2, 0, 2)?;
    let (a, b) = (pair(a.unwrap_or(&Value::None))?, pair(b.unwrap_or(&Value::None))?);
    let relative = relative.map_or(Ok(1e-9), real)?;
    let absolute = absolute.map_or(Ok(0.0), real)?;
    if relative < 0.0 || absolute < 0.0 {
        return Err(exc::ValueError.err("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::Bool(true));
    }
    if !is_finite(a) || !is_finite(b) {
        return Ok(Value::Bool(false));
    }
    let size = |z: Pair| z.0.hypot(z.1);
    let gap = size((a.0 - b.0, a.1 - b.1));
    Ok(Value::Bool(
        gap <= relative * size(b) || gap <= relative * size(a) || gap <= absolute,
    ))
}

members! {
    values {
        pi "pi" Value::Float(std::f64::consts::PI);
        e "e" Value::Float(std::f64::consts::E);
        tau "tau" Value::Float(std::f64::consts::TAU);
        inf "inf" Value::Float(f64::INFINITY);
        nan "nan" Value::Float(f64::NAN);
        infj "infj" Complex::value(0.0, f64::INFINITY);
        nanj "nanj" Complex::value(0.0, f64::NAN);
    }
    functions {
        sqrt "sqrt";
        exp "exp";
        log "log";
        log10 "log10";
        sin "sin";
        cos "cos";
        tan "tan";
        asin "asin";
        acos "acos";
        atan "atan";
        sinh "sinh";
        cosh "cosh";
        tanh "tanh";
        asinh "asinh";
        acosh "acosh";
        atanh "atanh";
        phase "phase";
        polar "polar";
        rect "rect";
        isnan "isnan";
        isinf "isinf";
        isfinite "isfinite";
        isclose "isclose";
    }
}

thread_local! {
    static MODULE: Value = Module::native("cmath", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
