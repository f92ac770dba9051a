//! Arguments collected one by one: calls with `*xs` or `**kw`, and displays with `*xs`.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::member;
use crate::object::{symbols as sym, Str, Sym, Value};
use crate::seq::items;

/// What went wrong while the arguments were collected. It is raised by the call, which can name its callee.
enum Fault {
    Error(PyErr),
    NotIterable(Str),
    NotMapping(Str),
    Twice(Sym),
    NotStrings,
}

#[derive(Default)]
pub struct ArgList {
    /// Positional values, then those of the keywords.
    values: Vec<Value>,
    names: Vec<Sym>,
    fault: Option<Fault>,
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
    pub fn items(mut self, iterable: &Value) -> ArgList {
        if self.fault.is_some() {
            return self;
        }
        match items::collect(iterable) {
            Ok(more) => {
                let at = self.values.len() - self.names.len();
                self.values.splice(at..at, more);
            }
            Err(e) if e.is(&exc::TypeError) && iterable.iter().is_err() => {
                self.fault = Some(Fault::NotIterable(iterable.type_name()));
            }
            Err(e) => self.fault = Some(Fault::Error(e)),
        }
        self
    }

    /// `name=value`.
    pub fn named(mut self, name: Sym, value: Value) -> ArgList {
        if self.names.contains(&name) {
            self.fault.get_or_insert(Fault::Twice(name));
            return self;
        }
        self.names.push(name);
        self.values.push(value);
        self
    }

    /// `**mapping`.
    pub fn merge(mut self, mapping: &Value) -> ArgList {
        if self.fault.is_some() {
            return self;
        }
        let mut refused = false;
        let pairs = pairs_of(mapping, |kind| exc::TypeError.err(kind));
        if pairs.is_err() {
            refused = mapping
                .find_attr(member::keys.name())
                .is_ok_and(|keys| keys.is_none());
        }
        match pairs {
            Ok(pairs) => {
                for (key, value) in pairs {
                    let plain = key.unwrapped();
                    let Some(name) = plain.as_str() else {
                        self.fault.get_or_insert(Fault::NotStrings);
                        break;
                    };
                    self = self.named(Sym::intern(name.as_str()), value);
                }
            }
            Err(_) if refused => self.fault = Some(Fault::NotMapping(mapping.type_name())),
            Err(e) => self.fault = Some(Fault::Error(e)),
        }
        self
    }

    /// The bases and keywords of a class statement.
    pub fn args(&mut self) -> R<Args<'_>> {
        match self.fault.take() {
            Some(fault) => Err(fault.error(Some("__build_class__()"))),
            None => Ok(Args {
                values: &self.values,
                names: &self.names,
            }),
        }
    }

    /// The items of a display.
    pub fn into_vec(self) -> R<Vec<Value>> {
        match self.fault {
            Some(fault) => Err(fault.error(None)),
            None => Ok(self.values),
        }
    }

    /// Calls a function of the library; `callee` is its name as messages show it, `len()`.
    pub fn call(self, callee: &str, function: fn(Args) -> R<Value>) -> R<Value> {
        match self.fault {
            Some(fault) => Err(fault.error(Some(callee))),
            None => function(Args {
                values: &self.values,
                names: &self.names,
            }),
        }
    }
}

impl Value {
    /// `self(...)` with collected arguments.
    pub fn call_list(&self, list: ArgList) -> R<Value> {
        match list.fault {
            Some(fault) => Err(fault.error(Some(&callee_text(self)))),
            None => self.call_named(&list.values, &list.names),
        }
    }

    /// `self.name(...)` with collected arguments.
    pub fn method_list(&self, name: Sym, list: ArgList) -> R<Value> {
        self.call_method_list(name, list)
    }

    /// The same for any name.
    pub fn call_method_list(&self, name: Sym, list: ArgList) -> R<Value> {
        match list.fault {
            Some(fault) => Err(fault.error(Some(&callee_text(&self.attr(name)?)))),
            None => self.call_method_named(name, &list.values, &list.names),
        }
    }
}

/// What messages call a callable: `module.qualname()`, without the module for builtins.
fn callee_text(callee: &Value) -> String {
    let text = |name: Sym| {
        callee
            .find_attr(name)
            .ok()
            .flatten()
            .filter(|v| v.as_str().is_some())
    };
    let Some(qualname) = text(sym::__qualname__) else {
        return callee
            .to_str()
            .map_or(String::new(), |text| text.as_str().to_string());
    };
    let mut whole = String::new();
    if let Some(module) = text(sym::__module__).as_ref().and_then(Value::as_str) {
        if module.as_str() != "builtins" {
            whole = crate::join![module.as_str(), "."];
        }
    }
    if let Some(name) = qualname.as_str() {
        whole.push_str(name.as_str());
    }
    whole.push_str("()");
    whole
}

impl Fault {
    #[cold]
    fn error(self, callee: Option<&str>) -> PyErr {
        let before = callee.map_or(String::new(), |callee| crate::join![callee, " "]);
        exc::TypeError.err(match self {
            Fault::Error(e) => return e,
            Fault::NotIterable(kind) if callee.is_none() => {
                crate::join!["Value after * must be an iterable, not ", kind.as_str()]
            }
            Fault::NotIterable(kind) => {
                crate::join![
                    &before,
                    "argument after * must be an iterable, not ",
                    kind.as_str()
                ]
            }
            Fault::NotMapping(kind) => {
                crate::join![
                    &before,
                    "argument after ** must be a mapping, not ",
                    kind.as_str()
                ]
            }
            Fault::Twice(name) => {
                crate::join![
                    &before,
                    "got multiple values for keyword argument '",
                    name.text(),
                    "'"
                ]
            }
            Fault::NotStrings => "keywords must be strings".to_string(),
        })
    }
}

/// The keys and values of a mapping, which is asked for `keys()` unless it is a plain dict.
pub fn pairs_of(mapping: &Value, refuse: impl Fn(&str) -> PyErr) -> R<Vec<(Value, Value)>> {
    if let Some(dict) = mapping.cast::<crate::map::Dict>() {
        return Ok(dict.pairs());
    }
    if mapping.find_attr(member::keys.name())?.is_none() {
        return Err(refuse(mapping.type_name().as_str()));
    }
    let mut pairs = Vec::new();
    let mut keys = mapping.call_method(member::keys.name(), &[])?.iter()?;
    while let Some(key) = keys.next()? {
        let value = mapping.get_item(&key)?;
        pairs.push((key, value));
    }
    Ok(pairs)
}
