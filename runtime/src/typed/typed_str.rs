//! `Str`: exactly a str.
use crate::builtins::{char_of_code, code_of_char};
use crate::error::R;
use crate::numbers;
use crate::object::{self, Int, Known, StrBody, Value};
use crate::seq::position;
use crate::strings::{self, text};
use crate::text::{self as kernel, Place, Side};
use crate::typed::{mistyped, proved, stop, Elem, List};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

#[repr(transparent)]
#[derive(Clone)]
pub struct Str {
    known: Known<StrBody>,
}

/// A string literal, as a `Str`: made once and never counted.
#[macro_export]
macro_rules! text {
    ($text:expr $(,)?) => {{
        static LITERAL: $crate::StaticStr = $crate::StaticStr::new($text);
        $crate::Str::from(LITERAL.str())
    }};
}

impl std::ops::Deref for Str {
    type Target = Value;
    #[inline]
    fn deref(&self) -> &Value {
        &self.known
    }
}

impl Elem for Str {
    const PLAIN: bool = true;

    #[inline]
    fn of(value: &Value) -> Str {
        proved(Self::try_of(value))
    }
    #[inline]
    fn try_of(value: &Value) -> Option<Str> {
        Known::of_lent(value).map(|known| Str { known })
    }
    #[inline]
    fn into_value(self) -> Value {
        self.known.into_value()
    }
    #[inline]
    fn from_value(value: Value) -> Str {
        match Known::of(value) {
            Some(known) => Str { known },
            None => mistyped(),
        }
    }
    #[inline]
    fn lend<X>(&self, look: impl FnOnce(&Value) -> X) -> X {
        look(self)
    }
    #[inline]
    fn quick_hash(&self) -> Option<i64> {
        Some(self.body().hash_code())
    }
    #[inline]
    fn same(&self, other: &Str) -> bool {
        self == other
    }
    #[inline]
    fn equals(&self, value: &Value) -> bool {
        match value.as_str() {
            Some(other) => self.body().same(other) || self.body().bytes() == other.bytes(),
            None => mistyped(),
        }
    }
    #[inline]
    fn order(&self, other: &Str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<object::Str> for Str {
    #[inline]
    fn from(body: object::Str) -> Str {
        Str {
            known: Known::new(body),
        }
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Str {
        Str::from(object::Str::from(text))
    }
}

impl From<Str> for object::Str {
    #[inline]
    fn from(text: Str) -> object::Str {
        text.body().clone()
    }
}

impl From<Str> for Value {
    #[inline]
    fn from(text: Str) -> Value {
        text.into_value()
    }
}

impl From<&Str> for Value {
    #[inline]
    fn from(text: &Str) -> Value {
        Value::clone(text)
    }
}

impl PartialEq for Str {
    #[inline]
    fn eq(&self, other: &Str) -> bool {
        self.body().same(other.body()) || self.body().bytes() == other.body().bytes()
    }
}

impl Eq for Str {}

impl PartialEq<&str> for Str {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        self.body().bytes() == other.as_bytes()
    }
}

impl PartialOrd for Str {
    #[inline]
    fn partial_cmp(&self, other: &Str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Str {
    #[inline]
    fn cmp(&self, other: &Str) -> Ordering {
        self.body().bytes().cmp(other.body().bytes())
    }
}

impl Hash for Str {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i64(self.body().hash_code());
    }
}

/// The value that a function about strings made, a str.
fn made(value: Value) -> Str {
    Str::from_value(value)
}

/// `width`, which is one that a text can have.
fn width(width: i64) -> i64 {
    match strings::checked_width(width) {
        Ok(width) => width,
        Err(_) => stop("OverflowError: padded string is too long\n"),
    }
}

macro_rules! changes {
    ($($name:ident)*) => {
        impl Str {
    /// The Value that this is, where Rust does not deref by itself.
    #[inline]
    pub fn as_value(&self) -> &Value {
        self
    }

            $(pub fn $name(&self) -> Str {
                strings::from_buf(kernel::$name(text(self.body()))).into()
            })*
        }
    };
}

macro_rules! tests {
    ($($name:ident $kernel:ident;)*) => {
        impl Str {
            $(pub fn $name(&self) -> bool {
                kernel::$kernel(text(self.body()))
            })*
        }
    };
}

macro_rules! strips {
    ($($name:ident $of:ident $side:ident;)*) => {
        impl Str {
            $(pub fn $name(&self) -> Str {
                made(strings::stripped(self.body(), None, Side::$side))
            }
            pub fn $of(&self, chars: &Str) -> Str {
                made(strings::stripped(self.body(), Some(chars.body()), Side::$side))
            })*
        }
    };
}

macro_rules! pads {
    ($($name:ident $place:ident;)*) => {
        impl Str {
            $(pub fn $name(&self, size: i64) -> Str {
                strings::padded(self.body(), width(size), Place::$place, u32::from(b' ')).into()
            })*
        }
    };
}

changes! { upper lower capitalize title swapcase casefold }

tests! {
    isdigit is_digit;
    isalpha is_alpha;
    isalnum is_alnum;
    isupper is_upper;
    islower is_lower;
    isspace is_space_text;
    isdecimal is_decimal;
    isnumeric is_numeric;
    istitle is_title;
    isprintable is_printable;
    isidentifier is_identifier;
}

strips! {
    strip strip_of Both;
    lstrip lstrip_of Left;
    rstrip rstrip_of Right;
}

pads! {
    ljust Left;
    rjust Right;
    center Center;
}

impl Str {
    /// The object.
    #[inline]
    pub fn body(&self) -> &object::Str {
        self.known.body()
    }

    /// `len(self)`.
    #[inline]
    pub fn len(&self) -> i64 {
        self.body().chars() as i64
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.body().is_empty()
    }

    /// `self[i]`.
    pub fn at(&self, i: i64) -> R<Str> {
        strings::char_at(self.body(), i).map(made)
    }

    /// `self[start:stop]`.
    pub fn slice(&self, start: Option<i64>, stop: Option<i64>) -> Str {
        let bounds = (start.unwrap_or(0), stop.unwrap_or(i64::MAX), 1);
        made(strings::sliced(self.body(), bounds))
    }

    /// `self[start:stop:step]`.
    pub fn slice_step(&self, start: Option<i64>, stop: Option<i64>, step: i64) -> R<Str> {
        let bounds = position::bounds(start, stop, step)?;
        Ok(made(strings::sliced(self.body(), bounds)))
    }

    /// `self + other`.
    pub fn concat(&self, other: &Str) -> Str {
        self.body().concat(other.body()).into()
    }

    /// `self += other`: in place when nobody else holds the string.
    #[inline]
    pub fn push(&mut self, other: &Str) {
        self.known.body_mut().push(other.body());
    }

    /// `self * count`.
    pub fn repeat(&self, count: i64) -> R<Str> {
        strings::repeated(self.body(), count).map(made)
    }

    /// The characters, each as a string.
    #[inline]
    pub fn iter(&self) -> StrIter {
        StrIter {
            text: self.clone(),
            at: 0,
        }
    }

    /// `part in self`.
    pub fn has(&self, part: &Str) -> bool {
        kernel::index_of(self.body().bytes(), part.body().bytes()).is_some()
    }

    /// `self.split()`.
    pub fn split(&self) -> List<Str> {
        List::with(strings::words(self.body(), -1, false))
    }

    /// `self.split(separator)`.
    pub fn split_on(&self, separator: &Str) -> R<List<Str>> {
        strings::pieces(self.body(), separator.body(), -1, false).map(List::with)
    }

    pub fn splitlines(&self) -> List<Str> {
        List::with(strings::lines(self.body(), false))
    }

    pub fn join(&self, items: &List<Str>) -> Str {
        match items.look(|items: &[Value]| strings::join_items(self.body(), items)) {
            Ok(joined) => made(joined),
            Err(_) => mistyped(),
        }
    }

    pub fn starts_with(&self, part: &Str) -> bool {
        self.body().bytes().starts_with(part.body().bytes())
    }

    pub fn ends_with(&self, part: &Str) -> bool {
        self.body().bytes().ends_with(part.body().bytes())
    }

    fn place(&self, part: &Str, last: bool) -> Option<usize> {
        strings::find_in(self.body(), part.body(), 0, i64::MAX, last)
    }

    pub fn find(&self, part: &Str) -> i64 {
        self.place(part, false).map_or(-1, |at| at as i64)
    }

    pub fn rfind(&self, part: &Str) -> i64 {
        self.place(part, true).map_or(-1, |at| at as i64)
    }

    pub fn index(&self, part: &Str) -> R<i64> {
        strings::found_at(self.place(part, false))
    }

    pub fn rindex(&self, part: &Str) -> R<i64> {
        strings::found_at(self.place(part, true))
    }

    pub fn count(&self, part: &Str) -> i64 {
        strings::count_in(self.body(), part.body(), 0, i64::MAX)
    }

    pub fn replace(&self, old: &Str, new: &Str) -> Str {
        strings::replaced(self.body(), old.body(), new.body(), -1).into()
    }

    pub fn isascii(&self) -> bool {
        self.body().is_ascii()
    }

    pub fn zfill(&self, size: i64) -> Str {
        strings::from_buf(kernel::zfill(text(self.body()), width(size))).into()
    }

    /// `ord(self)`.
    pub fn ord(&self) -> R<i64> {
        code_of_char(self.body())
    }

    /// `chr(code)`.
    pub fn chr(code: i64) -> R<Str> {
        char_of_code(code).map(made)
    }

    /// `int(self)`.
    pub fn parse_int(&self) -> R<Int> {
        numbers::parse_int(self.body()).map(Int::from)
    }

    /// `float(self)`.
    pub fn parse_float(&self) -> R<f64> {
        numbers::parse_float(self.body())
    }
}

/// The characters of a string, each as a string.
pub struct StrIter {
    text: Str,
    /// Byte offset of the next one.
    at: usize,
}

impl Iterator for StrIter {
    type Item = Str;

    #[inline]
    fn next(&mut self) -> Option<Str> {
        let bytes = self.text.body().bytes();
        let first = *bytes.get(self.at)?;
        if first < 0x80 {
            self.at += 1;
            return Some(strings::ascii_char(first).into());
        }
        let end = self.at + kernel::width(first);
        let item = object::Str::from_bytes(bytes[self.at..end].to_vec());
        self.at = end;
        Some(item.into())
    }
}
