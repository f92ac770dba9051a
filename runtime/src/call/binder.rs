//! The binder of Python functions: positional and keyword arguments to parameter slots, with CPython's error texts.
use crate::call::{enter, Args, FnInfo, Function};
use crate::error::{exc, PyErr, R};
use crate::object::{Sym, Value};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    PositionalOnly,
    Plain,
    /// `*args`
    Star,
    KeywordOnly,
    /// `**kwargs`
    StarStar,
}

pub struct Param {
    pub name: Sym,
    pub kind: Kind,
    /// True when the parameter has a default; its value is in the function object.
    pub default: bool,
    /// Makes the dict of `**kwargs`; reached through the parameter, so that functions without one do not link dicts.
    gather: Option<fn(Vec<(Sym, Value)>) -> Value>,
}

impl Param {
    pub const fn new(name: Sym, kind: Kind, default: bool) -> Param {
        Param {
            name,
            kind,
            default,
            gather: None,
        }
    }
    pub const fn plain(name: Sym) -> Param {
        Param::new(name, Kind::Plain, false)
    }
    pub const fn positional(name: Sym) -> Param {
        Param::new(name, Kind::PositionalOnly, false)
    }
    pub const fn rest(name: Sym) -> Param {
        Param::new(name, Kind::Star, false)
    }
    pub const fn keyword(name: Sym) -> Param {
        Param::new(name, Kind::KeywordOnly, false)
    }
    pub const fn keywords(name: Sym) -> Param {
        Param {
            gather: Some(crate::object::dict_of_syms),
            ..Param::new(name, Kind::StarStar, false)
        }
    }
    /// The same parameter with a default.
    pub const fn optional(self) -> Param {
        Param {
            default: true,
            ..self
        }
    }
}

/// Calls the body with one value per parameter, in order.
pub fn call_bound(function: &Function, args: Args) -> R<Value> {
    let _frame = enter()?;
    let params = function.info.params;
    // The common call: every parameter positional and given.
    if args.names.is_empty() && args.values.len() == params.len() && function.simple {
        return (function.info.body)(function, args.values);
    }
    if params.len() <= FEW {
        let mut slots = [const { Value::Unset }; FEW];
        let slots = &mut slots[..params.len()];
        bind(function, args, slots)?;
        return (function.info.body)(function, slots);
    }
    let mut slots = vec![Value::Unset; params.len()];
    bind(function, args, &mut slots)?;
    (function.info.body)(function, &slots)
}

/// So many parameters are bound without a heap allocation.
const FEW: usize = 6;

/// Fills `slots`, one for each parameter.
fn bind(function: &Function, args: Args, slots: &mut [Value]) -> R<()> {
    let info = function.info;
    let params = info.params;
    let plain = args.plain();
    let accepts = |p: &Param| matches!(p.kind, Kind::PositionalOnly | Kind::Plain);
    let positional = params.iter().filter(|p| accepts(p)).count();
    for (slot, value) in slots.iter_mut().zip(plain.iter().take(positional)) {
        *slot = value.clone();
    }
    let star = params.iter().position(|p| p.kind == Kind::Star);
    if let Some(at) = star {
        slots[at] = crate::object::tuple_of(plain.iter().skip(positional).cloned());
    }
    let mut extra = Vec::new();
    for (name, value) in args.keywords() {
        let usable = |p: &Param| matches!(p.kind, Kind::Plain | Kind::KeywordOnly) && p.name == name;
        match params.iter().position(usable) {
            Some(at) if !slots[at].is_unset() => {
                return Err(exc::TypeError.err(crate::join![
                    function.qualname().as_str(),
                    "() got multiple values for argument '",
                    name.text(),
                    "'"
                ]));
            }
            Some(at) => slots[at] = value.clone(),
            None => extra.push((name, value.clone())),
        }
    }
    match params.last().and_then(|last| last.gather) {
        Some(gather) => slots[params.len() - 1] = gather(extra),
        None => {
            if let Some((name, _)) = extra.first() {
                return Err(unexpected_keyword(function, params, &extra, *name));
            }
        }
    }
    if plain.len() > positional && star.is_none() {
        return Err(too_many(function, info, positional, plain.len(), slots));
    }
    fill_defaults(function, slots)
}

fn fill_defaults(function: &Function, slots: &mut [Value]) -> R<()> {
    let params = function.info.params;
    let defaults = function.defaults.borrow();
    let mut at = 0;
    let mut missing: Vec<&str> = Vec::new();
    let mut missing_keywords: Vec<&str> = Vec::new();
    for (param, slot) in params.iter().zip(slots) {
        let default = if param.default { defaults.get(at) } else { None };
        at += usize::from(param.default);
        if !slot.is_unset() {
            continue;
        }
        match (default, param.kind) {
            (Some(value), _) => *slot = value.clone(),
            (None, Kind::KeywordOnly) => missing_keywords.push(param.name.text()),
            (None, _) => missing.push(param.name.text()),
        }
    }
    if !missing.is_empty() {
        return Err(missing_arguments(function, "positional", &missing));
    }
    if !missing_keywords.is_empty() {
        return Err(missing_arguments(function, "keyword-only", &missing_keywords));
    }
    Ok(())
}

#[cold]
fn unexpected_keyword(function: &Function, params: &[Param], extra: &[(Sym, Value)], name: Sym) -> PyErr {
    let positional_only = |name: Sym| {
        params
            .iter()
            .any(|p| p.kind == Kind::PositionalOnly && p.name == name)
    };
    let as_keyword: Vec<&str> = extra
        .iter()
        .filter(|(n, _)| positional_only(*n))
        .map(|(n, _)| n.text())
        .collect();
    let qualname = function.qualname();
    if !as_keyword.is_empty() {
        return exc::TypeError.err(crate::join![
            qualname.as_str(),
            "() got some positional-only arguments passed as keyword arguments: '",
            &as_keyword.join(", "),
            "'"
        ]);
    }
    exc::TypeError.err(crate::join![
        qualname.as_str(),
        "() got an unexpected keyword argument '",
        name.text(),
        "'"
    ])
}

#[cold]
fn too_many(function: &Function, info: &FnInfo, positional: usize, given: usize, slots: &[Value]) -> PyErr {
    let number = |n: usize| crate::numbers::int_text(n as i64);
    let is_positional = |p: &&Param| matches!(p.kind, Kind::PositionalOnly | Kind::Plain);
    let with_default = info
        .params
        .iter()
        .filter(is_positional)
        .filter(|p| p.default)
        .count();
    let takes = if with_default > 0 {
        crate::join![
            "from ",
            &number(positional - with_default),
            " to ",
            &number(positional)
        ]
    } else {
        number(positional)
    };
    let plural = if with_default > 0 || positional != 1 {
        "s"
    } else {
        ""
    };
    let keyword_only = |(p, v): &(&Param, &Value)| p.kind == Kind::KeywordOnly && !v.is_unset();
    let keywords = info.params.iter().zip(slots).filter(keyword_only).count();
    let given_text = if keywords > 0 {
        let noun = if given == 1 {
            " positional argument (and "
        } else {
            " positional arguments (and "
        };
        let more = if keywords == 1 {
            " keyword-only argument) were"
        } else {
            " keyword-only arguments) were"
        };
        crate::join![&number(given), noun, &number(keywords), more]
    } else {
        crate::join![&number(given), if given == 1 { " was" } else { " were" }]
    };
    exc::TypeError.err(crate::join![
        function.qualname().as_str(),
        "() takes ",
        &takes,
        " positional argument",
        plural,
        " but ",
        &given_text,
        " given"
    ])
}

#[cold]
fn missing_arguments(function: &Function, kind: &str, names: &[&str]) -> PyErr {
    let quoted: Vec<String> = names.iter().map(|n| crate::join!["'", n, "'"]).collect();
    let list = match quoted.as_slice() {
        [one] => one.clone(),
        [a, b] => crate::join![a, " and ", b],
        [head @ .., last] => crate::join![&head.join(", "), ", and ", last],
        [] => String::new(),
    };
    let count = crate::numbers::int_text(names.len() as i64);
    let plural = if names.len() == 1 {
        " argument: "
    } else {
        " arguments: "
    };
    exc::TypeError.err(crate::join![
        function.qualname().as_str(),
        "() missing ",
        &count,
        " required ",
        kind,
        plural,
        &list
    ])
}
