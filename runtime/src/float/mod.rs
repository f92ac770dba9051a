//! Floating-point and complex numbers, with CPython's results and texts.

pub mod complex_math;
mod decimal;
mod double_double;
pub mod elementary;
mod float_arith;
mod float_parse;
mod float_repr;
mod gamma;
mod hexadecimal;
mod platform;
mod rounding;
pub mod stand_in;
mod summation;
#[allow(clippy::approx_constant)]
mod trig_tables;
pub mod trigonometry;

pub use decimal::{exact_digits, exact_places, shortest, Decimal};
pub use elementary as math;
pub use float_arith::{div, divmod, floordiv, hash, is_integer, modulo, pow, Power};
pub use float_parse::{parse, parse_bytes};
pub(crate) use float_repr::{push_exponent, push_special};
pub use float_repr::{push_repr, repr};
pub use hexadecimal::{from_hex, hex};
pub use rounding::{ceil, floor, round_half_even, round_places, round_whole, trunc};
