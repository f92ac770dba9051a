//! Arguments collected one by one: calls with `*xs` or `**kw`, and displays with `*xs`.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::object::{symbols as sym, Sym, Value};
use crate::seq::items;

#[derive(Default)]
pub struct ArgList {
    /// Positional values, then those of the keywords.
    values: Vec<Value>,
    names: Vec<Sym>,
}

impl ArgList {
    pub fn new() -> ArgList {
        ArgList::default()
    }

    /// One more positional argument.
    pub fn item(mut self, value: Value) -> ArgList {
        let at = self.values.len() - self.names.len();
        self.values.insert(at, value);
        self
    }

    /// `*iterable`.
    pub fn items(mut self, iterable: &Value) -> R<ArgList> {
        let more = match items::collect(iterable) {
            Err(e) if e.is(&exc::TypeError) && iterable.iter().is_err() => {
                return Err(exc::TypeError.err(crate::join![
                    "Value after * must be an iterable, not ",
                    iterable.type_name().as_str()
                ]))
            }
            more => more?,
        };
        let at = self.values.len() - self.names.len();
        self.values.splice(at..at, more);
        Ok(self)
    }

    /// `name=value`.
    pub fn named(mut self, name: Sym, value: Value) -> R<ArgList> {
        if self.names.contains(&name) {
            return Err(exc::TypeError.err(crate::join![
                "got multiple values for keyword argument '",
                name.text(),
                "'"
            ]));
        }
        self.names.push(name);
        self.values.push(value);
        Ok(self)
    }

    /// `**mapping`.
    pub fn merge(mut self, mapping: &Value) -> R<ArgList> {
        let pairs = pairs_of(mapping, |kind| {
            exc::TypeError.err(crate::join!["argument after ** must be a mapping, not ", kind])
        })?;
        for (key, value) in pairs {
            let plain = key.unwrapped();
            let Some(name) = plain.as_str() else {
                return Err(exc::TypeError.err("keywords must be strings"));
            };
            self = self.named(Sym::intern(name.as_str()), value)?;
        }
        Ok(self)
    }

    pub fn args(&self) -> Args<'_> {
        Args {
            values: &self.values,
            names: &self.names,
        }
    }

    pub fn into_vec(self) -> Vec<Value> {
        self.values
    }
}

/// The keys and values of a mapping, which is asked for `keys()` unless it is a plain dict.
pub fn pairs_of(mapping: &Value, refuse: impl Fn(&str) -> PyErr) -> R<Vec<(Value, Value)>> {
    if let Some(dict) = mapping.cast::<crate::map::Dict>() {
        return Ok(dict.pairs());
    }
    if mapping.find_attr(sym::keys)?.is_none() {
        return Err(refuse(mapping.type_name().as_str()));
    }
    let mut pairs = Vec::new();
    let mut keys = mapping.call_method(sym::keys, &[])?.iter()?;
    while let Some(key) = keys.next()? {
        let value = mapping.get_item(&key)?;
        pairs.push((key, value));
    }
    Ok(pairs)
}
