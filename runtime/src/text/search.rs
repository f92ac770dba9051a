//! Finding, counting and replacing, on the bytes that str and bytes share.

use super::{count_points, width, Offsets, Text, TextBuf};

/// Python's `start` and `end` arguments made to lie in 0..=len; a start beyond the length stays beyond the end.
pub fn clamp_range(start: i64, end: i64, len: usize) -> (usize, usize) {
    let len = len as i64;
    let fix = |index: i64| if index < 0 { (index + len).max(0) } else { index };
    let (start, end) = (fix(start).min(len + 1), if end > len { len } else { fix(end) });
    (start as usize, end as usize)
}

/// Where `needle` first occurs in `hay`.
pub fn index_of(hay: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(0),
        [byte] => index_of_byte(hay, *byte),
        _ if needle.len() > hay.len() => None,
        _ => index_of_many(hay, needle),
    }
}

/// Where `byte` first occurs, eight bytes at a time: a byte of `x` is zero where those of `x - 1` borrow.
pub(super) fn index_of_byte(hay: &[u8], byte: u8) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let wanted = ONES * byte as u64;
    let mut chunks = hay.chunks_exact(8);
    let mut at = 0;
    for chunk in &mut chunks {
        let word = u64::from_le_bytes([
            chunk[0], chunk[1], chunk[2], chunk[3], chunk[4], chunk[5], chunk[6], chunk[7],
        ]) ^ wanted;
        let zero = word.wrapping_sub(ONES) & !word & (ONES << 7);
        if zero != 0 {
            return Some(at + zero.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = chunks.remainder().iter().position(|other| *other == byte);
    rest.map(|offset| at + offset)
}

/// Horspool's skip over bytes that the needle does not hold. When comparisons pile up, as periodic texts make
/// them do, the linear search takes over, so that the whole stays linear.
fn index_of_many(hay: &[u8], needle: &[u8]) -> Option<usize> {
    let last = needle.len() - 1;
    let holds = needle.iter().fold(0_u64, |mask, byte| mask | 1 << (byte & 63));
    let gap = last
        - needle[..last]
            .iter()
            .rposition(|byte| *byte == needle[last])
            .map_or(0, |at| at + 1);
    let mut work = 0;
    let mut at = 0;
    while at + last < hay.len() {
        if hay[at + last] == needle[last] {
            let same = needle.iter().zip(&hay[at..]).take_while(|(a, b)| a == b).count();
            if same == needle.len() {
                return Some(at);
            }
            work += same;
            if work > 4 * hay.len() + 256 {
                return index_of_linear(&hay[at..], needle).map(|found| at + found);
            }
            at += gap.max(1);
        } else if at + last + 1 < hay.len() && holds >> (hay[at + last + 1] & 63) & 1 == 0 {
            at += last + 2;
        } else {
            at += 1;
        }
    }
    None
}

/// Knuth, Morris and Pratt's search.
fn index_of_linear(hay: &[u8], needle: &[u8]) -> Option<usize> {
    let mut border = vec![0_usize; needle.len()];
    let mut length = 0;
    for at in 1..needle.len() {
        while length > 0 && needle[at] != needle[length] {
            length = border[length - 1];
        }
        length += (needle[at] == needle[length]) as usize;
        border[at] = length;
    }
    let mut matched = 0;
    for (at, byte) in hay.iter().enumerate() {
        while matched > 0 && *byte != needle[matched] {
            matched = border[matched - 1];
        }
        matched += (*byte == needle[matched]) as usize;
        if matched == needle.len() {
            return Some(at + 1 - matched);
        }
    }
    None
}

/// Where `needle` last occurs in `hay`.
pub fn rindex_of(hay: &[u8], needle: &[u8]) -> Option<usize> {
    let first = match needle.first() {
        None => return Some(hay.len()),
        Some(byte) => *byte,
    };
    let mut end = hay.len().checked_sub(needle.len())? + 1;
    loop {
        let at = hay[..end].iter().rposition(|byte| *byte == first)?;
        if hay[at..].starts_with(needle) {
            return Some(at);
        }
        end = at;
    }
}

/// `str.find` within code points `start..end`, as `clamp_range` gives them.
pub fn find_in(hay: Text, table: Option<&Offsets>, needle: &[u8], start: usize, end: usize) -> Option<usize> {
    if start > end {
        return None;
    }
    let part = hay.slice(table, start, end);
    let found = index_of(part.bytes, needle)?;
    Some(start + part.index(None, found))
}

/// `str.rfind` within code points `start..end`.
pub fn rfind_in(
    hay: Text,
    table: Option<&Offsets>,
    needle: &[u8],
    start: usize,
    end: usize,
) -> Option<usize> {
    if start > end {
        return None;
    }
    let part = hay.slice(table, start, end);
    let found = rindex_of(part.bytes, needle)?;
    Some(start + part.index(None, found))
}

/// How often `needle`, which is not empty, occurs in `hay` without overlap.
pub fn count(mut hay: &[u8], needle: &[u8]) -> usize {
    if let [byte] = needle {
        return hay.iter().filter(|other| *other == byte).count();
    }
    let mut times = 0;
    while let Some(at) = index_of(hay, needle) {
        times += 1;
        hay = &hay[at + needle.len()..];
    }
    times
}

/// Replaces up to `limit` occurrences; `None` when there is none, so that the caller can keep the object.
fn replace_raw(hay: &[u8], old: &[u8], new: &[u8], limit: usize, unit: fn(u8) -> usize) -> Option<Vec<u8>> {
    if limit == 0 {
        return None;
    }
    if old.is_empty() {
        let mut out = Vec::with_capacity(hay.len() + new.len());
        let mut at = 0;
        for _ in 0..limit {
            out.extend_from_slice(new);
            if at == hay.len() {
                break;
            }
            let next = at + unit(hay[at]);
            out.extend_from_slice(&hay[at..next]);
            at = next;
        }
        out.extend_from_slice(&hay[at..]);
        return Some(out);
    }
    let mut found = index_of(hay, old)?;
    let mut out = Vec::with_capacity(hay.len() + new.len());
    let mut rest = hay;
    let mut left = limit;
    loop {
        out.extend_from_slice(&rest[..found]);
        out.extend_from_slice(new);
        rest = &rest[found + old.len()..];
        left -= 1;
        found = match index_of(rest, old) {
            Some(at) if left > 0 => at,
            _ => break,
        };
    }
    out.extend_from_slice(rest);
    Some(out)
}

/// The most replacements or splits that a Python count asks for; negative means all.
pub(super) fn limit_of(count: i64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// `str.replace`; `None` when nothing changes.
pub fn replace(hay: Text, old: Text, new: Text, count: i64) -> Option<TextBuf> {
    let bytes = replace_raw(hay.bytes, old.bytes, new.bytes, limit_of(count), width)?;
    let len = if hay.is_ascii() && new.is_ascii() {
        bytes.len()
    } else {
        count_points(&bytes)
    };
    Some(TextBuf { bytes, len })
}

/// `bytes.replace`; `None` when nothing changes.
pub fn replace_bytes(hay: &[u8], old: &[u8], new: &[u8], count: i64) -> Option<Vec<u8>> {
    replace_raw(hay, old, new, limit_of(count), |_| 1)
}
