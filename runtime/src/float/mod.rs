//! Floating-point and complex numbers, with CPython's results and texts.

mod arith;
mod decimal;
mod hexadecimal;
mod parse;
mod repr;
mod round;

pub use arith::{div, divmod, floordiv, hash, is_integer, modulo, pow, Power};
pub use decimal::{exact_digits, exact_places, shortest, Decimal};
pub use hexadecimal::{from_hex, hex};
pub use parse::{parse, parse_bytes};
pub use repr::{push_repr, repr};
pub use round::{ceil, floor, round_half_even, round_places, round_whole, trunc};
