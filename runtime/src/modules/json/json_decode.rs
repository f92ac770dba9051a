//! JSON text to values, with the errors of CPython's scanner.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::map::Dict;
use crate::object::string::push_code;
use crate::object::{symbols as sym, Str, Value};
use crate::seq::List;

/// `JSONDecodeError` at a code-point position.
#[cold]
pub fn fault(message: &str, text: &Str, at: usize) -> PyErr {
    let before = &text.bytes()[..text.offset(at)];
    let line = before.iter().filter(|b| **b == b'\n').count() as i64 + 1;
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |p| p + 1);
    let column = crate::object::string::count_chars(&before[start..]) as i64 + 1;
    let number = crate::numbers::int_text;
    let shown = super::text_of(&[
        message,
        ": line ",
        &number(line),
        " column ",
        &number(column),
        " (char ",
        &number(at as i64),
        ")",
    ]);
    let e = super::JSONDecodeError.err(shown);
    let fields = [
        (sym::msg, Value::from(message)),
        (sym::doc, Value::from(text.clone())),
        (sym::pos, Value::Int(at as i64)),
        (sym::lineno, Value::Int(line)),
        (sym::colno, Value::Int(column)),
    ];
    for (name, value) in fields {
        let _ = e.value().set_attr(name, value);
    }
    e
}

/// Functions that the caller wants to make parts of the result.
#[derive(Default)]
pub struct Hooks {
    object: Option<Value>,
    pairs: Option<Value>,
    float: Option<Value>,
    int: Option<Value>,
    constant: Option<Value>,
}

impl Hooks {
    pub fn of(args: Args) -> R<Hooks> {
        let mut hooks = Hooks::default();
        for (name, value) in args.keywords() {
            let slot = match name {
                sym::object_hook => &mut hooks.object,
                sym::object_pairs_hook => &mut hooks.pairs,
                sym::parse_float => &mut hooks.float,
                sym::parse_int => &mut hooks.int,
                sym::parse_constant => &mut hooks.constant,
                sym::strict => continue,
                _ => {
                    return Err(exc::TypeError.err(crate::join![
                        "JSONDecoder.__init__() got an unexpected keyword argument '",
                        name.text(),
                        "'"
                    ]))
                }
            };
            *slot = Some(value.clone()).filter(|v| !v.is_none());
        }
        Ok(hooks)
    }
}

pub fn decode(text: &Str, hooks: &Hooks) -> R<Value> {
    let mut reader = Reader {
        text,
        bytes: text.bytes(),
        at: 0,
        hooks,
    };
    reader.spaces();
    let value = reader.value()?;
    reader.spaces();
    if reader.at < reader.bytes.len() {
        return Err(reader.fault("Extra data", reader.at));
    }
    Ok(value)
}

struct Reader<'a> {
    text: &'a Str,
    bytes: &'a [u8],
    at: usize,
    hooks: &'a Hooks,
}

impl Reader<'_> {
    fn fault(&self, message: &str, at: usize) -> PyErr {
        fault(message, self.text, self.text.char_index(at.min(self.bytes.len())))
    }

    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn spaces(&mut self) {
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.bytes[self.at..].starts_with(word.as_bytes());
        if found {
            self.at += word.len();
        }
        found
    }

    fn value(&mut self) -> R<Value> {
        let _frame = crate::enter()?;
        match self.peek() {
            b'"' => self.string().map(Value::from),
            b'{' => self.object(),
            b'[' => self.array(),
            b'n' if self.word("null") => Ok(Value::None),
            b't' if self.word("true") => Ok(Value::Bool(true)),
            b'f' if self.word("false") => Ok(Value::Bool(false)),
            b'N' if self.word("NaN") => self.constant("NaN", f64::NAN),
            b'I' if self.word("Infinity") => self.constant("Infinity", f64::INFINITY),
            b'-' if self.word("-Infinity") => self.constant("-Infinity", f64::NEG_INFINITY),
            b'-' | b'0'..=b'9' => self.number(),
            _ => Err(self.fault("Expecting value", self.at)),
        }
    }

    fn constant(&self, name: &'static str, value: f64) -> R<Value> {
        match &self.hooks.constant {
            Some(hook) => hook.call(&[Value::from(name)]),
            None => Ok(Value::Float(value)),
        }
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> R<Value> {
        let start = self.at;
        if self.peek() == b'-' {
            self.at += 1;
        }
        if self.peek() == b'0' {
            self.at += 1;
        } else if self.digits() == 0 {
            return Err(self.fault("Expecting value", start));
        }
        let mut float = false;
        let mark = self.at;
        if self.peek() == b'.' {
            self.at += 1;
            if self.digits() > 0 {
                float = true;
            } else {
                self.at = mark;
            }
        }
        let mark = self.at;
        if matches!(self.peek(), b'e' | b'E') {
            self.at += 1;
            if matches!(self.peek(), b'+' | b'-') {
                self.at += 1;
            }
            if self.digits() > 0 {
                float = true;
            } else {
                self.at = mark;
            }
        }
        let text = &self.bytes[start..self.at];
        let hook = if float { &self.hooks.float } else { &self.hooks.int };
        if let Some(hook) = hook {
            return hook.call(&[Value::from(Str::from_bytes(text.to_vec()))]);
        }
        if float {
            return Ok(Value::Float(crate::float::parse_bytes(text)?));
        }
        let limit = crate::modules::sys::int_max_str_digits();
        Ok(Value::from(crate::int::parse_bytes(text, 10, limit)?))
    }

    /// A string, at its opening quote.
    fn string(&mut self) -> R<Str> {
        let begin = self.at;
        self.at += 1;
        let mut out = Vec::new();
        loop {
            let start = self.at;
            while !matches!(self.bytes.get(self.at), None | Some(b'"' | b'\\' | 0..=0x1F)) {
                self.at += 1;
            }
            out.extend_from_slice(&self.bytes[start..self.at]);
            match self.bytes.get(self.at) {
                None => return Err(self.fault("Unterminated string starting at", begin)),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(Str::from_bytes(out));
                }
                Some(b'\\') => self.escape(begin, &mut out)?,
                Some(_) => return Err(self.fault("Invalid control character at", self.at)),
            }
        }
    }

    fn escape(&mut self, begin: usize, out: &mut Vec<u8>) -> R<()> {
        let at = self.at;
        let Some(c) = self.bytes.get(at + 1) else {
            return Err(self.fault("Unterminated string starting at", begin));
        };
        self.at += 2;
        out.push(match c {
            b'"' | b'\\' | b'/' => *c,
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => {
                let mut code = self.hex(at + 1)?;
                let low_follows = self.bytes[self.at..].starts_with(b"\\u");
                if (0xD800..0xDC00).contains(&code) && low_follows {
                    let back = self.at;
                    self.at += 2;
                    let low = self.hex(back + 1)?;
                    if (0xDC00..0xE000).contains(&low) {
                        code = 0x1_0000 + ((code - 0xD800) << 10 | (low - 0xDC00));
                    } else {
                        self.at = back;
                    }
                }
                push_code(out, code);
                return Ok(());
            }
            _ => return Err(self.fault("Invalid \\escape", at)),
        });
        Ok(())
    }

    /// The four hex digits after `\u`; `mark` is the place of the `u`.
    fn hex(&mut self, mark: usize) -> R<u32> {
        let digits = self.bytes.get(self.at..self.at + 4).unwrap_or(&[]);
        let mut code = 0;
        for d in digits {
            match char::from(*d).to_digit(16) {
                Some(d) => code = code * 16 + d,
                None => return Err(self.fault("Invalid \\uXXXX escape", mark)),
            }
        }
        if digits.len() < 4 {
            return Err(self.fault("Invalid \\uXXXX escape", mark));
        }
        self.at += 4;
        Ok(code)
    }

    fn array(&mut self) -> R<Value> {
        self.at += 1;
        let mut items = Vec::new();
        self.spaces();
        if self.peek() == b']' {
            self.at += 1;
            return Ok(List::value(items));
        }
        loop {
            items.push(self.value()?);
            self.spaces();
            match self.peek() {
                b']' => {
                    self.at += 1;
                    return Ok(List::value(items));
                }
                b',' => {
                    self.at += 1;
                    self.spaces();
                }
                _ => return Err(self.fault("Expecting ',' delimiter", self.at)),
            }
        }
    }

    fn object(&mut self) -> R<Value> {
        self.at += 1;
        let mut pairs = Vec::new();
        self.spaces();
        if self.peek() == b'}' {
            self.at += 1;
            return self.built(pairs);
        }
        loop {
            if self.peek() != b'"' {
                return Err(self.fault("Expecting property name enclosed in double quotes", self.at));
            }
            let key = self.string()?;
            self.spaces();
            if self.peek() != b':' {
                return Err(self.fault("Expecting ':' delimiter", self.at));
            }
            self.at += 1;
            self.spaces();
            pairs.push((Value::from(key), self.value()?));
            self.spaces();
            match self.peek() {
                b'}' => {
                    self.at += 1;
                    return self.built(pairs);
                }
                b',' => {
                    self.at += 1;
                    self.spaces();
                }
                _ => return Err(self.fault("Expecting ',' delimiter", self.at)),
            }
        }
    }

    fn built(&self, pairs: Vec<(Value, Value)>) -> R<Value> {
        if let Some(hook) = &self.hooks.pairs {
            let pairs = pairs
                .into_iter()
                .map(|(k, v)| crate::object::tuple_of([k, v].into_iter()));
            return hook.call(&[crate::object::list_of(pairs)]);
        }
        let dict = Dict::from_pairs(pairs)?;
        match &self.hooks.object {
            Some(hook) => hook.call(&[dict]),
            None => Ok(dict),
        }
    }
}
