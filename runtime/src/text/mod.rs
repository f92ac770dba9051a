//! Text and bytes.
