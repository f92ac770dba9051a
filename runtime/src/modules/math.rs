//! `math`: the arguments of its functions and the choice between int and float forms; the computing is in `float::math`
//! and `int`.
use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::float::{self, math};
use crate::int::{self, Whole, WholeRef};
use crate::numbers::{float_value, int_ref, number, whole, Number};
use crate::object::ops::try_unary;
use crate::object::{symbols as sym, UnaryOp, Value};
use crate::seq::Tuple;

/// A float argument, `must be real number` for anything else.
fn real(x: &Value) -> R<f64> {
    match x {
        Value::Float(v) => Ok(*v),
        Value::Int(v) => Ok(*v as f64),
        _ => match float_value(x)? {
            Some(v) => Ok(v),
            None => {
                Err(exc::TypeError.err(crate::join!["must be real number, not ", x.type_name().as_str()]))
            }
        },
    }
}

fn pair(args: &Args, function: &str) -> R<(f64, f64)> {
    let values = args.between(function, 2, 2)?;
    Ok((real(&values[0])?, real(&values[1])?))
}

/// Functions of one float: fallible kernels, then plain ones.
macro_rules! floats {
    (checked { $($name:ident $text:literal;)* } plain { $($plain:ident $plain_text:literal $path:path;)* }) => {
        $(pub fn $name(args: Args) -> R<Value> {
            let [x] = args.exactly::<1>($text)?;
            Ok(Value::Float(math::$name(real(x)?)?))
        })*
        $(pub fn $plain(args: Args) -> R<Value> {
            let [x] = args.exactly::<1>($plain_text)?;
            Ok($path(real(x)?).into())
        })*
    };
}

floats! {
    checked {
        acos "math.acos"; acosh "math.acosh"; asin "math.asin"; asinh "math.asinh"; atan "math.atan";
        atanh "math.atanh"; cos "math.cos"; cosh "math.cosh"; exp "math.exp"; exp2 "math.exp2"; expm1 "math.expm1";
        log1p "math.log1p"; sin "math.sin"; sinh "math.sinh"; sqrt "math.sqrt"; tan "math.tan"; tanh "math.tanh";
        gamma "math.gamma"; lgamma "math.lgamma";
    }
    plain {
        erf "math.erf" math::erf; erfc "math.erfc" math::erfc; cbrt "math.cbrt" math::cbrt; fabs "math.fabs" f64::abs;
        degrees "math.degrees" math::degrees; radians "math.radians" math::radians; ulp "math.ulp" math::ulp;
        isnan "math.isnan" f64::is_nan; isinf "math.isinf" f64::is_infinite; isfinite "math.isfinite" f64::is_finite;
    }
}

macro_rules! pairs {
    ($($name:ident $text:literal $x:ident $y:ident $value:expr;)*) => {
        $(pub fn $name(args: Args) -> R<Value> {
            let ($x, $y) = pair(&args, $text)?;
            Ok(Value::Float($value))
        })*
    };
}

pairs! {
    atan2 "atan2" y x math::atan2(y, x);
    copysign "copysign" x y x.copysign(y);
    fmod "fmod" x y math::fmod(x, y)?;
    nextafter "nextafter" x y math::nextafter(x, y);
    pow "pow" x y math::pow(x, y)?;
    remainder "remainder" x y math::remainder(x, y)?;
}

/// A logarithm of an int of any size, or of a float.
fn logarithm(
    x: &Value,
    of_int: fn(WholeRef) -> crate::fault::Kernel<f64>,
    of_float: fn(f64) -> crate::fault::Kernel<f64>,
) -> R<f64> {
    match int_ref(x) {
        Some(v) => Ok(of_int(v)?),
        None => Ok(of_float(real(x)?)?),
    }
}

/// `math.log(x[, base])`.
pub fn log(args: Args) -> R<Value> {
    let values = args.between("log", 1, 2)?;
    let top = logarithm(&values[0], math::log_int, math::log)?;
    if values.len() == 1 {
        return Ok(Value::Float(top));
    }
    let bottom = logarithm(&values[1], math::log_int, math::log)?;
    if bottom == 0.0 {
        return Err(exc::ZeroDivisionError.err("float division by zero"));
    }
    Ok(Value::Float(top / bottom))
}

/// `math.log2(x)`.
pub fn log2(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("math.log2")?;
    logarithm(x, math::log2_int, math::log2).map(Value::Float)
}

/// `math.log10(x)`.
pub fn log10(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("math.log10")?;
    logarithm(x, math::log10_int, math::log10).map(Value::Float)
}

/// The method `op` of an object that has it.
fn hook(x: &Value, op: UnaryOp) -> R<Option<Value>> {
    match x {
        Value::Obj(_) => match try_unary(op, x)? {
            Value::NotImplemented => Ok(None),
            result => Ok(Some(result)),
        },
        _ => Ok(None),
    }
}

fn rounded(
    args: &Args,
    function: &str,
    op: UnaryOp,
    kernel: fn(f64) -> crate::fault::Kernel<Whole>,
) -> R<Value> {
    let [x] = args.exactly::<1>(function)?;
    match number(x) {
        Some(Number::Int(v)) => return Ok(v.to_whole().into()),
        Some(Number::Float(v)) => return Ok(kernel(v)?.into()),
        _ => {}
    }
    match hook(x, op)? {
        Some(result) => Ok(result),
        None => Ok(kernel(real(x)?)?.into()),
    }
}

/// `math.floor(x)`.
pub fn floor(args: Args) -> R<Value> {
    rounded(&args, "math.floor", UnaryOp::Floor, float::floor)
}

/// `math.ceil(x)`.
pub fn ceil(args: Args) -> R<Value> {
    rounded(&args, "math.ceil", UnaryOp::Ceil, float::ceil)
}

/// `math.trunc(x)`.
pub fn trunc(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("math.trunc")?;
    match number(x) {
        Some(Number::Int(v)) => return Ok(v.to_whole().into()),
        Some(Number::Float(v)) => return Ok(float::trunc(v)?.into()),
        _ => {}
    }
    hook(x, UnaryOp::Trunc)?.ok_or_else(|| {
        exc::TypeError.err(crate::join![
            "type ",
            x.type_name().as_str(),
            " doesn't define __trunc__ method"
        ])
    })
}

/// `math.frexp(x)`.
pub fn frexp(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("math.frexp")?;
    let (fraction, exponent) = math::frexp(real(x)?);
    Ok(Tuple::value(vec![
        Value::Float(fraction),
        Value::Int(i64::from(exponent)),
    ]))
}

/// `math.modf(x)`.
pub fn modf(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("math.modf")?;
    let (fraction, integral) = math::modf(real(x)?);
    Ok(Tuple::value(vec![Value::Float(fraction), Value::Float(integral)]))
}

/// `math.ldexp(x, i)`.
pub fn ldexp(args: Args) -> R<Value> {
    let values = args.between("ldexp", 2, 2)?;
    let x = real(&values[0])?;
    match int_ref(&values[1]) {
        Some(exponent) => Ok(Value::Float(math::ldexp(x, exponent)?)),
        None => Err(exc::TypeError.err("Expected an int as second argument to ldexp.")),
    }
}

/// `math.isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)`.
pub fn isclose(args: Args) -> R<Value> {
    let names = [sym::a, sym::b, sym::rel_tol, sym::abs_tol];
    let [a, b, relative, absolute] = args.bind("isclose", names, 2, 0, 2)?;
    let part = |x: Option<&Value>, default: f64| x.map_or(Ok(default), real);
    let (a, b) = (part(a, 0.0)?, part(b, 0.0)?);
    Ok(Value::Bool(math::isclose(
        a,
        b,
        part(relative, 1e-9)?,
        part(absolute, 0.0)?,
    )?))
}

/// The coordinates of a point.
fn coordinates(x: &Value) -> R<Vec<f64>> {
    match x.cast::<Tuple>() {
        Some(point) => point.items().iter().map(real).collect(),
        None => each(x, real),
    }
}

fn each<T>(x: &Value, mut f: impl FnMut(&Value) -> R<T>) -> R<Vec<T>> {
    let mut out = Vec::new();
    let mut items = x.iter()?;
    while let Some(item) = items.next()? {
        out.push(f(&item)?);
    }
    Ok(out)
}

/// `math.hypot(*coordinates)`.
pub fn hypot(args: Args) -> R<Value> {
    args.no_keywords("math.hypot")?;
    let parts = args.values.iter().map(real).collect::<R<Vec<f64>>>()?;
    Ok(Value::Float(math::length(&parts)))
}

/// `math.dist(p, q)`.
pub fn dist(args: Args) -> R<Value> {
    let values = args.between("dist", 2, 2)?;
    let (p, q) = (coordinates(&values[0])?, coordinates(&values[1])?);
    if p.len() != q.len() {
        return Err(exc::ValueError.err("both points must have the same number of dimensions"));
    }
    let parts: Vec<f64> = p.iter().zip(&q).map(|(a, b)| a - b).collect();
    Ok(Value::Float(math::length(&parts)))
}

/// `math.fsum(seq)`.
pub fn fsum(args: Args) -> R<Value> {
    let [seq] = args.exactly::<1>("math.fsum")?;
    let mut sum = math::ExactSum::new();
    let mut items = seq.iter()?;
    while let Some(item) = items.next()? {
        sum.add(real(&item)?)?;
    }
    Ok(Value::Float(sum.total()?))
}

/// `math.prod(iterable, *, start=1)`.
pub fn prod(args: Args) -> R<Value> {
    let [items, start] = args.bind("prod", [sym::iterable, sym::start], 1, 1, 1)?;
    let mut product = start.cloned().unwrap_or(Value::Int(1));
    let mut items = items.unwrap_or(&Value::None).iter()?;
    while let Some(item) = items.next()? {
        product = product.mul(&item)?;
    }
    Ok(product)
}

/// `math.factorial(x)`.
pub fn factorial(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("math.factorial")?;
    Ok(int::factorial(whole(x)?.by_ref())?.into())
}

/// `math.isqrt(n)`.
pub fn isqrt(args: Args) -> R<Value> {
    let [n] = args.exactly::<1>("math.isqrt")?;
    Ok(int::isqrt(whole(n)?.by_ref())?.into())
}

/// `math.comb(n, k)`.
pub fn comb(args: Args) -> R<Value> {
    let values = args.between("comb", 2, 2)?;
    let (n, k) = (whole(&values[0])?, whole(&values[1])?);
    Ok(int::comb(n.by_ref(), k.by_ref())?.into())
}

/// `math.perm(n, k=None)`.
pub fn perm(args: Args) -> R<Value> {
    let values = args.between("perm", 1, 2)?;
    let n = whole(&values[0])?;
    match values.get(1).filter(|k| !k.is_none()) {
        Some(k) => Ok(int::perm(n.by_ref(), whole(k)?.by_ref())?.into()),
        None => Ok(int::factorial(n.by_ref())?.into()),
    }
}

fn folded(args: &Args, function: &str, first: i64, f: fn(WholeRef, WholeRef) -> Whole) -> R<Value> {
    args.no_keywords(function)?;
    let mut result = Whole::Small(first);
    for x in args.values {
        result = f(result.by_ref(), whole(x)?.by_ref());
    }
    Ok(result.into())
}

/// `math.gcd(*integers)`.
pub fn gcd(args: Args) -> R<Value> {
    folded(&args, "math.gcd", 0, int::gcd)
}

/// `math.lcm(*integers)`.
pub fn lcm(args: Args) -> R<Value> {
    folded(&args, "math.lcm", 1, int::lcm)
}

members! {
    values {
        e "e" Value::Float(std::f64::consts::E);
        inf "inf" Value::Float(f64::INFINITY);
        nan "nan" Value::Float(f64::NAN);
        pi "pi" Value::Float(std::f64::consts::PI);
        tau "tau" Value::Float(std::f64::consts::TAU);
    }
    functions {
        acos "acos"; acosh "acosh"; asin "asin"; asinh "asinh"; atan "atan"; atan2 "atan2"; atanh "atanh"; cbrt "cbrt";
        ceil "ceil"; comb "comb"; copysign "copysign"; cos "cos"; cosh "cosh"; degrees "degrees"; dist "dist"; erf "erf";
        erfc "erfc"; exp "exp"; exp2 "exp2"; expm1 "expm1"; fabs "fabs"; factorial "factorial"; floor "floor";
        fmod "fmod"; frexp "frexp"; fsum "fsum"; gamma "gamma"; gcd "gcd"; hypot "hypot"; isclose "isclose";
        isfinite "isfinite"; isinf "isinf"; isnan "isnan"; isqrt "isqrt"; lcm "lcm"; ldexp "ldexp"; lgamma "lgamma";
        log "log"; log10 "log10"; log1p "log1p"; log2 "log2"; modf "modf"; nextafter "nextafter"; perm "perm"; pow "pow";
        prod "prod"; radians "radians"; remainder "remainder"; sin "sin"; sinh "sinh"; sqrt "sqrt"; tan "tan";
        tanh "tanh"; trunc "trunc"; ulp "ulp";
    }
}

thread_local! {
    static MODULE: Value = Module::native("math", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
