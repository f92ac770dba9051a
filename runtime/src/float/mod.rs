//! Floating-point and complex numbers.
