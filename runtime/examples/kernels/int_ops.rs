//! Integer operations.

use super::{ok, Answer, Arg};
use py::int;
use py::Int;

pub fn answer(op: &str, a: &[Arg]) -> Option<Answer> {
    let limit = int::DEFAULT_DIGIT_LIMIT;
    Some(match op {
        "int_add" => ok(int::add(a[0].int(), a[1].int())),
        "int_sub" => ok(int::sub(a[0].int(), a[1].int())),
        "int_mul" => ok(int::mul(a[0].int(), a[1].int())),
        "int_neg" => ok(int::neg(a[0].int())),
        "int_floordiv" => int::floordiv(a[0].int(), a[1].int()).and_then(ok),
        "int_mod" => int::modulo(a[0].int(), a[1].int()).and_then(ok),
        "int_divmod" => int::divmod(a[0].int(), a[1].int()).and_then(ok),
        "int_cmp" => ok(int::cmp(a[0].int(), a[1].int()) as i64),
        "int_pow" => int::pow(a[0].int(), a[1].int()).and_then(|power| match power {
            int::Power::Int(value) => ok(value),
            int::Power::Float(value) => ok(value),
        }),
        "int_pow_mod" => int::pow_mod(a[0].int(), a[1].int(), a[2].int()).and_then(ok),
        "int_shl" => int::shl(a[0].int(), a[1].int()).and_then(ok),
        "int_shr" => int::shr(a[0].int(), a[1].int()).and_then(ok),
        "int_and" => ok(int::and(a[0].int(), a[1].int())),
        "int_or" => ok(int::or(a[0].int(), a[1].int())),
        "int_xor" => ok(int::xor(a[0].int(), a[1].int())),
        "int_invert" => ok(int::invert(a[0].int())),
        "int_bit_length" => ok(int::bit_length(a[0].int()) as usize),
        "int_bit_count" => ok(int::bit_count(a[0].int()) as usize),
        "int_to_bytes" => {
            let flags = a[2].small();
            int::to_bytes(a[0].int(), a[1].small() as usize, flags & 1 != 0, flags & 2 != 0).and_then(ok)
        }
        "int_from_bytes" => ok(int::from_bytes(
            a[0].bytes(),
            a[1].small() & 1 != 0,
            a[1].small() & 2 != 0,
        )),
        "int_hash" => ok(int::hash(a[0].int())),
        "int_true_div" => int::true_div(a[0].int(), a[1].int()).and_then(ok),
        "int_to_float" => int::to_f64(a[0].int()).and_then(ok),
        "int_from_float" => int::from_f64(a[0].float()).and_then(ok),
        "int_cmp_float" => ok(int::cmp_f64(a[0].int(), a[1].float()).map(|order| order as i64)),
        "int_ratio" => int::as_integer_ratio(a[0].float()).and_then(ok),
        "int_str" => int::show(a[0].int(), limit).and_then(ok),
        "int_radix" => ok(int::show_radix(a[0].int(), a[1].small() as u32)),
        "int_parse" => int::parse(a[0].text(), a[1].small(), limit).and_then(ok),
        "int_parse_bytes" => int::parse_bytes(a[0].bytes(), a[1].small(), limit).and_then(ok),
        "int_isqrt" => int::isqrt(a[0].int()).and_then(ok),
        "int_gcd" => ok(int::gcd(a[0].int(), a[1].int())),
        "int_lcm" => ok(int::lcm(a[0].int(), a[1].int())),
        "int_factorial" => int::factorial(a[0].int()).and_then(ok),
        "int_comb" => int::comb(a[0].int(), a[1].int()).and_then(ok),
        "int_perm" => int::perm(a[0].int(), a[1].int()).and_then(ok),
        _ => return on_words(op.strip_prefix("word_")?, a),
    })
}

/// The same numbers as `Int`, in one word.
fn on_words(op: &str, a: &[Arg]) -> Option<Answer> {
    let word = |at: usize| Int::from(a[at].int().to_whole());
    let (x, y) = (word(0), if a.len() > 1 { word(1) } else { Int::ZERO });
    let copy = x.clone();
    let result = match op {
        "add" => copy + &y,
        "sub" => &copy - y,
        "mul" => &copy * &y,
        "and" => copy & y,
        "or" => copy | y,
        "xor" => copy ^ y,
        "neg" => -copy,
        "invert" => !copy,
        "square_less" => {
            let mut total = copy;
            total *= &x;
            total -= y;
            total += 1;
            total
        }
        "floordiv" => match x.floordiv(&y) {
            Ok(quotient) => quotient,
            Err(_) => return Some(Ok("!ZeroDivisionError".to_string())),
        },
        "cmp" => Int::new(x.cmp(&y) as i64),
        "value" => match Int::try_from(&py::Value::from(&x)) {
            Ok(back) => back,
            Err(()) => return Some(Ok("?".to_string())),
        },
        _ => return None,
    };
    Some(ok(result.by_ref().to_whole()))
}
