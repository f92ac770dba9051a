//! Operations on floats and complex numbers.

use super::{ok, Answer, Arg};
use py::float;

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
        _ => return None,
    })
}
