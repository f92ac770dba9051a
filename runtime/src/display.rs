//! What displays, comprehensions, slices and large constants compile to.
use crate::call::arg_list::pairs_of;
use crate::error::{exc, R};
use crate::map::{Dict, Set};
use crate::object::{Ref, Str, Value};
use crate::seq::{Bytes, List, Slice, Tuple};

/// `[a, b]`.
pub fn new_list(items: Vec<Value>) -> Value {
    List::value(items)
}

/// `(a, b)`.
pub fn new_tuple(items: Vec<Value>) -> Value {
    Tuple::value(items)
}

/// `{a, b}`.
pub fn new_set(items: Vec<Value>) -> R<Value> {
    Set::from_items(items)
}

/// `{1, 2, 3}`: a display of three or more constants has an order of its own.
pub fn constant_set(items: Vec<Value>) -> R<Value> {
    Set::from_constants(items)
}

/// `{k: v}`.
pub fn new_dict(pairs: Vec<(Value, Value)>) -> R<Value> {
    Dict::from_pairs(pairs)
}

/// `{}`.
pub fn empty_dict() -> Value {
    Dict::new().into()
}

/// `x[start:stop:step]`'s key.
pub fn slice(start: Value, stop: Value, step: Value) -> Value {
    Slice::value(start, stop, step)
}

/// `b"..."`.
pub fn bytes(data: &[u8]) -> Value {
    Bytes::value(data.to_vec())
}

/// A str literal with lone surrogates.
pub fn wtf8(text: &[u8]) -> Value {
    Value::from(Str::from_bytes(text.to_vec()))
}

/// The text of an f-string.
pub fn concat(parts: &[crate::Str]) -> crate::Str {
    let mut text = Vec::with_capacity(parts.iter().map(|part| part.body().bytes().len()).sum());
    for part in parts {
        text.extend_from_slice(part.body().bytes());
    }
    crate::Str::from(Str::from_bytes(text))
}

/// `{x}` in an f-string.
pub fn show(x: &Value) -> R<crate::Str> {
    let text = match x {
        Value::Obj(object) => object.format(&Str::fixed(""))?,
        _ => x.to_str()?,
    };
    Ok(text.into())
}

/// Appends to a list that a display or comprehension is filling.
#[inline]
pub fn push(list: &Value, item: Value) {
    if let Some(list) = list.cast::<List>() {
        list.push(item);
    }
}

/// `[*iterable]` into a list being filled.
pub fn extend(list: &Value, iterable: &Value) -> R<()> {
    let Some(list) = list.cast::<List>() else {
        return Ok(());
    };
    list.extend(iterable).map_err(|e| {
        if e.is(&exc::TypeError) && iterable.iter().is_err() {
            let kind = iterable.type_name();
            return exc::TypeError.err(crate::join![
                "Value after * must be an iterable, not ",
                kind.as_str()
            ]);
        }
        e
    })
}

/// Adds to a set being filled.
#[inline]
pub fn add(set: &Value, item: Value) -> R<()> {
    set.cast::<Set>().map_or(Ok(()), |set| set.add(item))
}

/// `{*iterable}` into a set being filled.
pub fn add_all(set: &Value, iterable: &Value) -> R<()> {
    set.cast::<Set>().map_or(Ok(()), |set| set.update(iterable))
}

/// `{**mapping}` into a dict being filled.
pub fn merge(dict: &Value, mapping: &Value) -> R<()> {
    dict.cast::<Dict>()
        .map_or(Ok(()), |dict| merge_into(dict, mapping))
}

fn merge_into(dict: &Ref<Dict>, mapping: &Value) -> R<()> {
    let pairs = pairs_of(mapping, |kind| {
        exc::TypeError.err(crate::join!["'", kind, "' object is not a mapping"])
    })?;
    for (key, value) in pairs {
        dict.set(key, value)?;
    }
    Ok(())
}

/// A dict display with `**mapping` in it.
pub struct DictBuilder(Ref<Dict>);

impl DictBuilder {
    #[allow(clippy::new_without_default)]
    pub fn new() -> DictBuilder {
        DictBuilder(Dict::new())
    }
    pub fn pair(self, key: Value, value: Value) -> R<DictBuilder> {
        self.0.set(key, value)?;
        Ok(self)
    }
    pub fn merge(self, mapping: &Value) -> R<DictBuilder> {
        merge_into(&self.0, mapping)?;
        Ok(self)
    }
    pub fn done(self) -> Value {
        self.0.into()
    }
}

/// A literal so large that it is a static table; displays inside it are made anew each time.
pub enum Const {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(&'static str),
    Tuple(&'static [Const]),
    List(&'static [Const]),
    Set(&'static [Const]),
    /// Keys and values in turn.
    Dict(&'static [Const]),
}

impl Const {
    /// The value; TypeError for a list where something hashable is needed.
    pub fn value(&self) -> R<Value> {
        let all = |items: &[Const]| items.iter().map(Const::value).collect::<R<Vec<Value>>>();
        Ok(match self {
            Const::None => Value::None,
            Const::Ellipsis => Value::Ellipsis,
            Const::Bool(v) => Value::Bool(*v),
            Const::Int(v) => Value::Int(*v),
            Const::Float(v) => Value::Float(*v),
            Const::Str(text) => Value::from(Str::fixed(text)),
            Const::Tuple(items) => Tuple::value(all(items)?),
            Const::List(items) => List::value(all(items)?),
            Const::Set(items) if items.len() < 3 => Set::from_items(all(items)?)?,
            Const::Set(items) => Set::from_constants(all(items)?)?,
            Const::Dict(items) => {
                let dict = Dict::with_room(items.len() / 2);
                for pair in items.chunks_exact(2) {
                    dict.set(pair[0].value()?, pair[1].value()?)?;
                }
                dict.into()
            }
        })
    }
}
