//! Values to JSON text.
use crate::error::{exc, PyErr, R};
use crate::map::Dict;
use crate::object::string::{code_at, push_code};
use crate::object::{symbols as sym, Str, Sym, Value};
use crate::seq::{List, Tuple};

pub struct Settings {
    skip_keys: bool,
    ascii: bool,
    circular: bool,
    nan: bool,
    indent: Option<Vec<u8>>,
    item: Vec<u8>,
    key: Vec<u8>,
    item_given: bool,
    pub default: Option<Value>,
    sort: bool,
}

impl Settings {
    pub fn new() -> Settings {
        Settings {
            skip_keys: false,
            ascii: true,
            circular: true,
            nan: true,
            indent: None,
            item: b", ".to_vec(),
            key: b": ".to_vec(),
            item_given: false,
            default: None,
            sort: false,
        }
    }

    pub fn take(&mut self, name: Sym, value: &Value) -> R<()> {
        match name {
            sym::skipkeys => self.skip_keys = value.truth()?,
            sym::ensure_ascii => self.ascii = value.truth()?,
            sym::check_circular => self.circular = value.truth()?,
            sym::allow_nan => self.nan = value.truth()?,
            sym::sort_keys => self.sort = value.truth()?,
            sym::default => self.default = Some(value.clone()).filter(|d| !d.is_none()),
            sym::indent => {
                self.indent = match value {
                    Value::None => None,
                    value => Some(match value.as_str() {
                        Some(text) => text.bytes().to_vec(),
                        None => vec![b' '; crate::numbers::index(value)?.max(0) as usize],
                    }),
                };
                if self.indent.is_some() && !self.item_given {
                    self.item = b",".to_vec();
                }
            }
            sym::separators if value.is_none() => {}
            sym::separators => {
                let pair = value.iter()?.collect()?;
                if pair.len() != 2 {
                    return Err(exc::ValueError.err("not enough values to unpack (expected 2, got 1)"));
                }
                self.item = pair[0].to_str()?.bytes().to_vec();
                self.key = pair[1].to_str()?.bytes().to_vec();
                self.item_given = true;
            }
            _ => {
                return Err(exc::TypeError.err(crate::join![
                    "JSONEncoder.__init__() got an unexpected keyword argument '",
                    name.text(),
                    "'"
                ]))
            }
        }
        Ok(())
    }
}

/// The JSON text of `x`.
pub fn encode(x: &Value, settings: &Settings) -> R<Str> {
    let mut writer = Writer {
        settings,
        out: Vec::new(),
        open: Vec::new(),
    };
    writer.value(x)?;
    Ok(Str::from_bytes(writer.out))
}

#[cold]
pub fn not_serialisable(x: &Value) -> PyErr {
    exc::TypeError.err(crate::join![
        "Object of type ",
        x.type_name().as_str(),
        " is not JSON serializable"
    ])
}

struct Writer<'a> {
    settings: &'a Settings,
    out: Vec<u8>,
    /// Containers being written, for the check of cycles.
    open: Vec<Value>,
}

impl Writer<'_> {
    fn value(&mut self, x: &Value) -> R<()> {
        let plain = x.unwrapped();
        match &plain {
            Value::None => self.out.extend_from_slice(b"null"),
            Value::Bool(true) => self.out.extend_from_slice(b"true"),
            Value::Bool(false) => self.out.extend_from_slice(b"false"),
            Value::Int(_) => self.out.extend_from_slice(plain.repr()?.bytes()),
            Value::Float(v) => self.float(*v)?,
            other => {
                if let Some(text) = other.as_str() {
                    quote(text.bytes(), self.settings.ascii, &mut self.out);
                } else if let Some(list) = other.cast::<List>() {
                    self.sequence(x, list.to_vec())?;
                } else if let Some(tuple) = other.cast::<Tuple>() {
                    self.sequence(x, tuple.items().to_vec())?;
                } else if let Some(dict) = other.cast::<Dict>() {
                    let pairs = dict.pairs();
                    self.object(x, pairs)?;
                } else if crate::numbers::int_ref(other).is_some() {
                    self.out.extend_from_slice(other.repr()?.bytes());
                } else {
                    self.by_default(x)?;
                }
            }
        }
        Ok(())
    }

    fn by_default(&mut self, x: &Value) -> R<()> {
        let Some(default) = &self.settings.default else {
            return Err(not_serialisable(x));
        };
        let replaced = default.call(&[x.clone()])?;
        self.enter(x)?;
        self.value(&replaced)?;
        self.open.pop();
        Ok(())
    }

    fn enter(&mut self, x: &Value) -> R<()> {
        let _frame = crate::enter()?;
        if self.settings.circular && self.open.iter().any(|open| open.is(x)) {
            return Err(exc::ValueError.err("Circular reference detected"));
        }
        if self.open.len() > crate::call::recursion_limit() as usize {
            return Err(
                exc::RecursionError.err("maximum recursion depth exceeded while encoding a JSON object")
            );
        }
        self.open.push(x.clone());
        Ok(())
    }

    fn float(&mut self, v: f64) -> R<()> {
        let text = if v.is_nan() {
            "NaN"
        } else if v == f64::INFINITY {
            "Infinity"
        } else if v == f64::NEG_INFINITY {
            "-Infinity"
        } else {
            self.out.extend_from_slice(&crate::float::repr(v));
            return Ok(());
        };
        if !self.settings.nan {
            return Err(exc::ValueError.err("Out of range float values are not JSON compliant"));
        }
        self.out.extend_from_slice(text.as_bytes());
        Ok(())
    }

    /// A line break and the indentation of the current depth.
    fn new_line(&mut self) {
        if let Some(indent) = &self.settings.indent {
            self.out.push(b'\n');
            for _ in 0..self.open.len() {
                self.out.extend_from_slice(indent);
            }
        }
    }

    fn sequence(&mut self, x: &Value, items: Vec<Value>) -> R<()> {
        if items.is_empty() {
            self.out.extend_from_slice(b"[]");
            return Ok(());
        }
        self.enter(x)?;
        self.out.push(b'[');
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.out.extend_from_slice(&self.settings.item);
            }
            self.new_line();
            self.value(item)?;
        }
        self.open.pop();
        self.new_line();
        self.out.push(b']');
        Ok(())
    }

    /// A key as text; None: skipped.
    fn key_text(&self, key: &Value) -> R<Option<Str>> {
        let plain = key.unwrapped();
        Ok(Some(match &plain {
            Value::None => Str::fixed("null"),
            Value::Bool(true) => Str::fixed("true"),
            Value::Bool(false) => Str::fixed("false"),
            Value::Float(v) if v.is_nan() => Str::fixed("NaN"),
            Value::Float(v) if v.is_infinite() => Str::fixed(if *v > 0.0 { "Infinity" } else { "-Infinity" }),
            Value::Int(_) | Value::Float(_) => plain.repr()?,
            other => match other.as_str() {
                Some(text) => text.clone(),
                None if crate::numbers::int_ref(other).is_some() => other.repr()?,
                None if self.settings.skip_keys => return Ok(None),
                None => {
                    return Err(exc::TypeError.err(crate::join![
                        "keys must be str, int, float, bool or None, not ",
                        key.type_name().as_str()
                    ]))
                }
            },
        }))
    }

    fn object(&mut self, x: &Value, mut pairs: Vec<(Value, Value)>) -> R<()> {
        if pairs.is_empty() {
            self.out.extend_from_slice(b"{}");
            return Ok(());
        }
        if self.settings.sort {
            let keys = List::new(pairs.iter().map(|(key, _)| key.clone()).collect());
            crate::seq::sort::sort(&keys, None, false)?;
            let dict = Dict::new();
            for (key, value) in pairs {
                dict.set(key, value)?;
            }
            let mut sorted = Vec::new();
            for key in keys.take() {
                let value = dict.get(&key)?.unwrap_or(Value::None);
                sorted.push((key, value));
            }
            pairs = sorted;
        }
        self.enter(x)?;
        self.out.push(b'{');
        let mut first = true;
        for (key, value) in &pairs {
            let Some(key) = self.key_text(key)? else { continue };
            if !first {
                self.out.extend_from_slice(&self.settings.item);
            }
            first = false;
            self.new_line();
            quote(key.bytes(), self.settings.ascii, &mut self.out);
            self.out.extend_from_slice(&self.settings.key);
            self.value(value)?;
        }
        self.open.pop();
        self.new_line();
        self.out.push(b'}');
        Ok(())
    }
}

fn quote(bytes: &[u8], ascii: bool, out: &mut Vec<u8>) {
    out.push(b'"');
    let mut at = 0;
    while at < bytes.len() {
        let (code, next) = code_at(bytes, at);
        at = next;
        match code {
            0x22 => out.extend_from_slice(b"\\\""),
            0x5C => out.extend_from_slice(b"\\\\"),
            0x0A => out.extend_from_slice(b"\\n"),
            0x0D => out.extend_from_slice(b"\\r"),
            0x09 => out.extend_from_slice(b"\\t"),
            0x0C => out.extend_from_slice(b"\\f"),
            0x08 => out.extend_from_slice(b"\\b"),
            0..=0x1F => escape(code, out),
            0x20..=0x7E => out.push(code as u8),
            _ if !ascii => push_code(out, code),
            0x1_0000.. => {
                let rest = code - 0x1_0000;
                escape(0xD800 + (rest >> 10), out);
                escape(0xDC00 + (rest & 0x3FF), out);
            }
            _ => escape(code, out),
        }
    }
    out.push(b'"');
}

/// `\uXXXX`.
fn escape(code: u32, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\\u");
    for shift in [12, 8, 4, 0] {
        out.push(b"0123456789abcdef"[(code >> shift & 0xF) as usize]);
    }
}
