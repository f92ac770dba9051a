//! Formatting.

use super::{Answer, Arg};

pub fn answer(_op: &str, _args: &[Arg]) -> Option<Answer> {
    None
}
