//! `Str`: the one string type. Counted, WTF-8 bytes (UTF-8 plus lone surrogates), an ASCII flag, code-point offsets
//! made on first need. Literals are immortal statics.
use crate::error::R;
use crate::iter::Iter;
use crate::object::header::{Boxed, Ref};
use crate::object::ops::{BinOp, CmpOp};
use crate::object::vtable::PyObject;
use crate::object::{TypeInfo, Value};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::OnceLock;

use crate::text::first_point;
pub use crate::text::{count_points as count_chars, push_point as push_code, width};

/// A handle to a Python string.
pub type Str = Ref<StrBody>;

enum Text {
    Static(&'static str),
    Owned(Vec<u8>),
}

/// Code-point positions of a non-ASCII string: its length, and the byte offset of every `STEP`-th code point.
struct Index {
    chars: usize,
    marks: Vec<u32>,
}

const STEP: usize = 32;

pub struct StrBody {
    text: Text,
    ascii: bool,
    /// 0: not computed yet (a computed 0 is stored again on every call, which is harmless).
    hash: AtomicI64,
    index: OnceLock<Box<Index>>,
}

/// A string literal: an object that lives in a `static`.
pub struct StaticStr(Boxed<StrBody>);

// SAFETY: an immortal object's count is never written, and the caches inside StrBody are atomics and a OnceLock.
unsafe impl Sync for StaticStr {}

impl StaticStr {
    pub const fn new(text: &'static str) -> StaticStr {
        StaticStr(Boxed::immortal(StrBody::fixed(text)))
    }

    pub fn str(&'static self) -> Str {
        self.0.handle()
    }

    pub fn value(&'static self) -> Value {
        Value::Obj(self.0.handle().into_obj())
    }
}

/// The value of a string literal, made once and never counted.
#[macro_export]
macro_rules! lit {
    ($text:expr $(,)?) => {{
        static LITERAL: $crate::StaticStr = $crate::StaticStr::new($text);
        LITERAL.value()
    }};
}

/// Joins pieces of text without the formatting machinery.
#[macro_export]
macro_rules! join {
    ($($piece:expr),+ $(,)?) => {{
        let mut text = String::new();
        $(text.push_str($piece);)+
        text
    }};
}

const fn is_ascii(bytes: &[u8]) -> bool {
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] >= 0x80 {
            return false;
        }
        i += 1;
    }
    true
}

impl StrBody {
    const fn fixed(text: &'static str) -> StrBody {
        StrBody {
            text: Text::Static(text),
            ascii: is_ascii(text.as_bytes()),
            hash: AtomicI64::new(0),
            index: OnceLock::new(),
        }
    }

    /// The WTF-8 bytes.
    #[inline]
    pub fn bytes(&self) -> &[u8] {
        match &self.text {
            Text::Static(text) => text.as_bytes(),
            Text::Owned(bytes) => bytes,
        }
    }

    /// The text, for strings that hold no lone surrogate; one that does reads as "\u{fffd}".
    pub fn as_str(&self) -> &str {
        match &self.text {
            Text::Static(text) => text,
            Text::Owned(bytes) => std::str::from_utf8(bytes).unwrap_or("\u{fffd}"),
        }
    }

    #[inline]
    pub fn is_ascii(&self) -> bool {
        self.ascii
    }

    pub fn is_empty(&self) -> bool {
        self.bytes().is_empty()
    }

    /// Length in code points.
    pub fn chars(&self) -> usize {
        if self.ascii {
            self.bytes().len()
        } else {
            self.index().chars
        }
    }

    /// Byte offset of code point `i` (0 ≤ i ≤ length).
    pub fn offset(&self, i: usize) -> usize {
        if self.ascii {
            return i;
        }
        let bytes = self.bytes();
        let index = self.index();
        if i >= index.chars {
            return bytes.len();
        }
        let mut at = index.marks[i / STEP] as usize;
        for _ in 0..i % STEP {
            at += width(bytes[at]);
        }
        at
    }

    /// Number of code points before byte offset `at`, which must be a boundary.
    pub fn char_index(&self, at: usize) -> usize {
        if self.ascii {
            return at;
        }
        let index = self.index();
        let mark = index
            .marks
            .partition_point(|m| *m as usize <= at)
            .saturating_sub(1);
        let from = index.marks.get(mark).map_or(0, |m| *m as usize);
        mark * STEP + count_chars(&self.bytes()[from..at])
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let bytes = self.bytes();
            let (mut at, mut chars, mut marks) = (0, 0, Vec::new());
            while at < bytes.len() {
                if chars % STEP == 0 {
                    marks.push(at as u32);
                }
                at += width(bytes[at]);
                chars += 1;
            }
            Box::new(Index { chars, marks })
        })
    }

    /// `hash(s)` as CPython computes it with PYTHONHASHSEED=0.
    pub fn hash_code(&self) -> i64 {
        let known = self.hash.load(Ordering::Relaxed);
        if known != 0 {
            return known;
        }
        let hash = crate::object::hash::hash_text(self.bytes(), self.ascii);
        self.hash.store(hash, Ordering::Relaxed);
        hash
    }
}

impl Str {
    /// A string of WTF-8 bytes.
    pub fn from_bytes(bytes: Vec<u8>) -> Str {
        let ascii = bytes.is_ascii();
        Ref::new(StrBody {
            text: Text::Owned(bytes),
            ascii,
            hash: AtomicI64::new(0),
            index: OnceLock::new(),
        })
    }

    /// A string that borrows static text: no copy.
    pub fn fixed(text: &'static str) -> Str {
        Ref::new(StrBody::fixed(text))
    }

    /// The one-code-point string; surrogates are allowed, `code` ≤ 0x10FFFF.
    pub fn from_code(code: u32) -> Str {
        let mut bytes = Vec::with_capacity(4);
        push_code(&mut bytes, code);
        Str::from_bytes(bytes)
    }

    /// `self + other`.
    pub fn concat(&self, other: &Str) -> Str {
        let mut bytes = Vec::with_capacity(self.bytes().len() + other.bytes().len());
        bytes.extend_from_slice(self.bytes());
        push_wtf8(&mut bytes, other.bytes());
        Str::from_bytes(bytes)
    }

    /// `self += other`: in place when this is the only handle.
    pub fn push(&mut self, other: &Str) {
        if let Some(body) = self.unique() {
            if let Text::Owned(bytes) = &mut body.text {
                push_wtf8(bytes, other.bytes());
                body.ascii &= other.ascii;
                *body.hash.get_mut() = 0;
                body.index = OnceLock::new();
                return;
            }
        }
        *self = self.concat(other);
    }
}

/// Appends WTF-8 to WTF-8. A high surrogate before a low one stays two code points, as in CPython.
fn push_wtf8(bytes: &mut Vec<u8>, more: &[u8]) {
    bytes.extend_from_slice(more);
}

/// Decodes the code point at `at`; returns it and the offset after it.
#[inline]
pub fn code_at(bytes: &[u8], at: usize) -> (u32, usize) {
    (first_point(&bytes[at..]), at + width(bytes[at]))
}

impl From<&str> for Str {
    fn from(text: &str) -> Str {
        Str::from_bytes(text.as_bytes().to_vec())
    }
}

impl From<String> for Str {
    fn from(text: String) -> Str {
        Str::from_bytes(text.into_bytes())
    }
}

impl PyObject for StrBody {
    const TYPE: &'static TypeInfo = &crate::object::types::STR;
    const LATE: bool = true;

    fn repr(this: &Str) -> R<Str> {
        Ok(crate::strings::repr(this))
    }
    fn to_str(this: &Str) -> R<Str> {
        Ok(this.clone())
    }
    fn format(this: &Str, spec: &Str) -> R<Str> {
        if spec.is_empty() {
            return Ok(this.clone());
        }
        crate::strings::format(this, spec)
    }
    fn hash(this: &Str) -> R<i64> {
        Ok(this.hash_code())
    }
    fn len(this: &Str) -> R<Option<usize>> {
        Ok(Some(this.chars()))
    }
    fn iter(this: &Str) -> R<Option<Iter>> {
        Ok(Some(Iter::Str {
            text: this.clone(),
            at: 0,
        }))
    }
    fn get_item(this: &Str, key: &Value) -> R<Value> {
        crate::strings::get_item(this, key)
    }
    fn contains(this: &Str, item: &Value) -> R<Option<bool>> {
        crate::strings::contains(this, item).map(Some)
    }
    fn compare(this: &Str, op: CmpOp, other: &Value) -> R<Value> {
        Ok(match other.as_str() {
            Some(other) => Value::Bool(op.test(this.bytes().cmp(other.bytes()))),
            None => Value::NotImplemented,
        })
    }
    fn binary(this: &Str, op: BinOp, other: &Value) -> R<Value> {
        match (op, other.as_str()) {
            (BinOp::Add, Some(other)) => Ok(Value::from(this.concat(other))),
            (BinOp::Mul, _) => crate::strings::repeat(this, other),
            _ => Ok(Value::NotImplemented),
        }
    }
    fn reflected(this: &Str, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Mul => crate::strings::repeat(this, other),
            _ => Ok(Value::NotImplemented),
        }
    }
}
