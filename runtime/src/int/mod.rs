//! Integers of any size.
