//! Case mapping. ASCII texts are mapped byte by byte; others through the tables, one character becoming up to three.

use super::predicate::{is_cased, is_ignorable, is_lower, is_upper};
use super::tables::{self, Run};
use super::{push_point, width, Points, Text, TextBuf};

/// One kind of mapping: what it does to ASCII and where the rest is looked up.
struct Mapping {
    ascii: fn(&u8) -> u8,
    runs: &'static [Run],
    special: &'static [(u32, &'static str)],
}

static LOWER: Mapping = Mapping {
    ascii: u8::to_ascii_lowercase,
    runs: &tables::TO_LOWER,
    special: &tables::TO_LOWER_SPECIAL,
};
static UPPER: Mapping = Mapping {
    ascii: u8::to_ascii_uppercase,
    runs: &tables::TO_UPPER,
    special: &tables::TO_UPPER_SPECIAL,
};
static TITLE: Mapping = Mapping {
    ascii: u8::to_ascii_uppercase,
    runs: &tables::TO_TITLE,
    special: &tables::TO_TITLE_SPECIAL,
};
static FOLD: Mapping = Mapping {
    ascii: u8::to_ascii_lowercase,
    runs: &tables::TO_FOLD,
    special: &tables::TO_FOLD_SPECIAL,
};

fn push_mapped(out: &mut Vec<u8>, point: u32, mapping: &Mapping) {
    if point < 0x80 {
        return out.push((mapping.ascii)(&(point as u8)));
    }
    if let Ok(at) = mapping.special.binary_search_by_key(&point, |row| row.0) {
        return out.extend_from_slice(mapping.special[at].1.as_bytes());
    }
    let after = mapping.runs.partition_point(|run| run.first <= point);
    if let Some(run) = after.checked_sub(1).map(|at| &mapping.runs[at]) {
        let (step, stride) = (point - run.first, run.stride as u32);
        if step % stride == 0 && step / stride < run.count as u32 {
            return push_point(out, point.wrapping_add_signed(run.delta));
        }
    }
    push_point(out, point);
}

/// The greek capital sigma is the only letter whose lower case depends on its neighbours.
const SIGMA: u32 = 0x3a3;

/// Appends the lower case of `point`, which stands between `before` and `after`.
fn push_lower(out: &mut Vec<u8>, point: u32, before: &[u8], after: &[u8]) {
    if point != SIGMA {
        return push_mapped(out, point, &LOWER);
    }
    let after_letter = Points(before)
        .rev()
        .find(|other| !is_ignorable(*other))
        .is_some_and(is_cased);
    let before_letter = || {
        Points(after)
            .find(|other| !is_ignorable(*other))
            .is_some_and(is_cased)
    };
    push_point(
        out,
        if after_letter && !before_letter() {
            0x3c2
        } else {
            0x3c3
        },
    );
}

/// Maps every character of a text that is not ASCII; `each` gets it with what stands before and after.
fn map_points(text: Text, mut each: impl FnMut(&mut Vec<u8>, u32, &[u8], &[u8])) -> TextBuf {
    let mut out = Vec::with_capacity(text.bytes.len());
    let mut at = 0;
    while at < text.bytes.len() {
        let next = at + width(text.bytes[at]);
        let point = super::first_point(&text.bytes[at..]);
        each(&mut out, point, &text.bytes[..at], &text.bytes[next..]);
        at = next;
    }
    TextBuf::from_bytes(out)
}

fn map_ascii(text: Text, each: impl FnMut(&u8) -> u8) -> TextBuf {
    TextBuf::from_ascii(text.bytes.iter().map(each).collect())
}

pub fn lower(text: Text) -> TextBuf {
    if text.is_ascii() {
        return map_ascii(text, u8::to_ascii_lowercase);
    }
    map_points(text, push_lower)
}

pub fn upper(text: Text) -> TextBuf {
    if text.is_ascii() {
        return map_ascii(text, u8::to_ascii_uppercase);
    }
    map_points(text, |out, point, _, _| push_mapped(out, point, &UPPER))
}

pub fn casefold(text: Text) -> TextBuf {
    if text.is_ascii() {
        return map_ascii(text, u8::to_ascii_lowercase);
    }
    map_points(text, |out, point, _, _| push_mapped(out, point, &FOLD))
}

pub fn swapcase(text: Text) -> TextBuf {
    if text.is_ascii() {
        return map_ascii(text, super::swap_byte);
    }
    map_points(text, |out, point, before, after| {
        let mut unit = Vec::with_capacity(4);
        push_point(&mut unit, point);
        let alone = Text { bytes: &unit, len: 1 };
        if is_upper(alone) {
            push_lower(out, point, before, after);
        } else if is_lower(alone) {
            push_mapped(out, point, &UPPER);
        } else {
            push_point(out, point);
        }
    })
}

pub fn capitalize(text: Text) -> TextBuf {
    if text.is_ascii() {
        let mut out = text.bytes.to_ascii_lowercase();
        if let Some(first) = out.first_mut() {
            first.make_ascii_uppercase();
        }
        return TextBuf::from_ascii(out);
    }
    map_points(text, |out, point, before, after| {
        if before.is_empty() {
            push_mapped(out, point, &TITLE);
        } else {
            push_lower(out, point, before, after);
        }
    })
}

pub fn title(text: Text) -> TextBuf {
    if text.is_ascii() {
        return TextBuf::from_ascii(super::title_bytes(text.bytes));
    }
    let mut inside = false;
    map_points(text, |out, point, before, after| {
        if inside {
            push_lower(out, point, before, after);
        } else {
            push_mapped(out, point, &TITLE);
        }
        inside = is_cased(point);
    })
}
