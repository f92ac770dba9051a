//! `sys`.
use std::cell::Cell;

thread_local! {
    static MAX_STR_DIGITS: Cell<usize> = const { Cell::new(crate::int::DEFAULT_DIGIT_LIMIT) };
}

/// The most digits that `int(text)` and `str(int)` handle; 0: any number.
pub fn int_max_str_digits() -> usize {
    MAX_STR_DIGITS.get()
}
