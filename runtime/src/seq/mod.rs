//! Sequences: list, tuple, range, slice, and sorting.
mod byte_format;
mod byte_methods;
mod bytearray;
mod bytestring;
pub mod items;
mod list;
mod list_methods;
pub mod memoryview;
mod number_array;
pub mod position;
mod range;
mod slice;
pub mod sort;
mod tuple;
mod typecode;

pub use bytearray::{ByteArray, BYTEARRAY};
pub use bytestring::{Buffer, Bytes, BYTES};
pub use list::{list_from, not_in_list, out_of_range, List, LIST};
pub use list_methods::ListMethods;
pub use memoryview::{view_of, MemoryView, MEMORYVIEW};
pub use number_array::{Array, ARRAY};
pub use position::{repeat_len, slice_indices, Span};
pub use range::{range, Range, RANGE};
pub use slice::{Slice, SLICE};
pub use sort::{sort, sorted};
pub use tuple::{tuple_from, Tuple, TupleMethods, TUPLE};

use crate::error::R;
use crate::object::Value;

/// The optional `start` and `stop` of `index(x, start, stop)`.
fn bounds(values: &[Value], len: usize) -> R<(usize, usize)> {
    let start = match values.first() {
        Some(start) => position::clamp(position::bound_arg(start)?, len),
        None => 0,
    };
    let stop = match values.get(1) {
        Some(stop) => position::clamp(position::bound_arg(stop)?, len),
        // The list may grow while its items are compared.
        None => usize::MAX,
    };
    Ok((start, stop))
}
