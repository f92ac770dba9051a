//! Positions: code point indexes against byte offsets. In ASCII text they are equal; elsewhere a table of every
//! 64th code point's offset, which the owner of the text builds when it is first indexed, keeps access constant.

use super::{count_points, first_point, width, Text, TextBuf};

const STRIDE: usize = 64;

/// The byte offset of every 64th code point.
#[derive(Debug, Clone)]
pub struct Offsets(Vec<u32>);

impl Offsets {
    pub fn new(text: Text) -> Offsets {
        let mut table = Vec::with_capacity(text.len / STRIDE + 1);
        let mut index = 0;
        for (at, byte) in text.bytes.iter().enumerate() {
            if (*byte as i8) >= -64 {
                if index % STRIDE == 0 {
                    table.push(at as u32);
                }
                index += 1;
            }
        }
        Offsets(table)
    }
}

fn skip(bytes: &[u8], mut at: usize, count: usize) -> usize {
    for _ in 0..count {
        at += width(bytes[at]);
    }
    at
}

impl<'a> Text<'a> {
    /// The byte offset of the code point at `index`, which is at most the length.
    pub fn offset(&self, table: Option<&Offsets>, index: usize) -> usize {
        if self.is_ascii() {
            return index;
        }
        if index >= self.len {
            return self.bytes.len();
        }
        match table {
            Some(Offsets(table)) => skip(self.bytes, table[index / STRIDE] as usize, index % STRIDE),
            None => skip(self.bytes, 0, index),
        }
    }

    /// The index of the code point that starts at byte `offset`.
    pub fn index(&self, table: Option<&Offsets>, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        match table {
            Some(Offsets(table)) => {
                let group = table
                    .partition_point(|start| *start as usize <= offset)
                    .saturating_sub(1);
                group * STRIDE + count_points(&self.bytes[table[group] as usize..offset])
            }
            None => count_points(&self.bytes[..offset]),
        }
    }

    /// The code point at `index`, which is below the length.
    pub fn at(&self, table: Option<&Offsets>, index: usize) -> u32 {
        first_point(&self.bytes[self.offset(table, index)..])
    }

    /// The code points `start..end`, both in range.
    pub fn slice(&self, table: Option<&Offsets>, start: usize, end: usize) -> Text<'a> {
        if start >= end {
            return Text { bytes: &[], len: 0 };
        }
        let from = self.offset(table, start);
        let to = if table.is_none() && !self.is_ascii() && end < self.len {
            skip(self.bytes, from, end - start)
        } else {
            self.offset(table, end)
        };
        Text {
            bytes: &self.bytes[from..to],
            len: end - start,
        }
    }

    /// `count` code points from `start` on, `step` apart, all in range.
    pub fn slice_step(&self, table: Option<&Offsets>, start: usize, step: i64, count: usize) -> TextBuf {
        let mut out = TextBuf::with_capacity(count);
        if count == 0 {
            return out;
        }
        if self.is_ascii() {
            let mut at = start as i64;
            for _ in 0..count {
                out.bytes.push(self.bytes[at as usize]);
                at = at.wrapping_add(step);
            }
            out.len = count;
            return out;
        }
        let mut at = self.offset(table, start);
        for taken in 1..=count {
            out.push(first_point(&self.bytes[at..]));
            if taken == count {
                break;
            }
            for _ in 0..step.unsigned_abs() {
                at = if step > 0 {
                    at + width(self.bytes[at])
                } else {
                    super::last_start(&self.bytes[..at])
                };
            }
        }
        out
    }
}
