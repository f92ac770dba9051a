//! Operations on floats and complex numbers.

use super::{ok, Answer, Arg};
use py::fault::Kernel;
use py::float::{self, math, stand_in, trigonometry};

pub fn answer(op: &str, a: &[Arg]) -> Option<Answer> {
    Some(match op {
        "float_repr" => ok(float::repr(a[0].float())),
        "float_parse" => float::parse(a[0].text()).and_then(ok),
        "float_parse_bytes" => float::parse_bytes(a[0].bytes()).and_then(ok),
        "float_div" => float::div(a[0].float(), a[1].float()).and_then(ok),
        "float_floordiv" => float::floordiv(a[0].float(), a[1].float()).and_then(ok),
        "float_mod" => float::modulo(a[0].float(), a[1].float()).and_then(ok),
        "float_divmod" => float::divmod(a[0].float(), a[1].float()).and_then(ok),
        "float_pow" => float::pow(a[0].float(), a[1].float()).and_then(|power| match power {
            float::Power::Real(value) => ok(value),
            float::Power::Complex => Ok("n:".to_string()),
        }),
        "float_round" => float::round_whole(a[0].float()).and_then(ok),
        "float_places" => float::round_places(a[0].float(), a[1].small()).and_then(ok),
        "float_floor" => float::floor(a[0].float()).and_then(ok),
        "float_ceil" => float::ceil(a[0].float()).and_then(ok),
        "float_trunc" => float::trunc(a[0].float()).and_then(ok),
        "float_hash" => ok(float::hash(a[0].float())),
        "float_is_integer" => ok(float::is_integer(a[0].float())),
        "float_hex" => ok(float::hex(a[0].float())),
        "float_from_hex" => float::from_hex(a[0].bytes()).and_then(ok),
        "near_sin" => ok(trigonometry::sin(a[0].float())),
        "near_cos" => ok(trigonometry::cos(a[0].float())),
        "near_tan" => ok(trigonometry::tan(a[0].float())),
        "near_asin" => ok(trigonometry::asin(a[0].float())),
        "near_acos" => ok(trigonometry::acos(a[0].float())),
        "near_atan" => ok(trigonometry::atan(a[0].float())),
        "near_atan2" => ok(trigonometry::atan2(a[0].float(), a[1].float())),
        "near_cosh" => ok(stand_in::cosh(a[0].float())),
        "near_sinh" => ok(stand_in::sinh(a[0].float())),
        "near_tanh" => ok(stand_in::tanh(a[0].float())),
        "near_log10" => ok(stand_in::log10(a[0].float())),
        "near_cbrt" => ok(math::cbrt(a[0].float())),
        "near_erf" => ok(math::erf(a[0].float())),
        "near_erfc" => ok(math::erfc(a[0].float())),
        _ => return on_math(op.strip_prefix("math_")?, a),
    })
}

fn on_math(name: &str, a: &[Arg]) -> Option<Answer> {
    const UNARY: [(&str, fn(f64) -> Kernel<f64>); 24] = [
        ("acos", math::acos),
        ("acosh", math::acosh),
        ("asin", math::asin),
        ("asinh", math::asinh),
        ("atan", math::atan),
        ("atanh", math::atanh),
        ("cos", math::cos),
        ("cosh", math::cosh),
        ("exp", math::exp),
        ("exp2", math::exp2),
        ("expm1", math::expm1),
        ("gamma", math::gamma),
        ("lgamma", math::lgamma),
        ("log", math::log),
        ("log10", math::log10),
        ("log1p", math::log1p),
        ("log2", math::log2),
        ("sin", math::sin),
        ("sinh", math::sinh),
        ("sqrt", math::sqrt),
        ("tan", math::tan),
        ("tanh", math::tanh),
        ("ulp", |x| Ok(math::ulp(x))),
        ("degrees", |x| Ok(math::degrees(x))),
    ];
    if let Some((_, of)) = UNARY.iter().find(|row| row.0 == name) {
        return Some(of(a[0].float()).and_then(ok));
    }
    let floats = || a.iter().map(Arg::float).collect::<Vec<f64>>();
    Some(match name {
        "log_int" => math::log_int(a[0].int()).and_then(ok),
        "log2_int" => math::log2_int(a[0].int()).and_then(ok),
        "log10_int" => math::log10_int(a[0].int()).and_then(ok),
        "atan2" => ok(math::atan2(a[0].float(), a[1].float())),
        "fmod" => math::fmod(a[0].float(), a[1].float()).and_then(ok),
        "remainder" => math::remainder(a[0].float(), a[1].float()).and_then(ok),
        "pow" => math::pow(a[0].float(), a[1].float()).and_then(ok),
        "frexp" => ok((math::frexp(a[0].float()).0, math::frexp(a[0].float()).1 as i64)),
        "ldexp" => math::ldexp(a[0].float(), a[1].int()).and_then(ok),
        "modf" => ok(math::modf(a[0].float())),
        "nextafter" => ok(math::nextafter(a[0].float(), a[1].float())),
        "radians" => ok(math::radians(a[0].float())),
        "hypot" => ok(math::length(&floats())),
        "fsum" => {
            let mut total = math::ExactSum::new();
            match floats().iter().try_for_each(|value| total.add(*value)) {
                Ok(()) => total.total().and_then(ok),
                Err(fault) => Err(fault),
            }
        }
        _ => return None,
    })
}
