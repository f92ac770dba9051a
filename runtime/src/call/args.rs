//! `Args`: the arguments of a call, and the checks that native functions make on them.
use crate::error::{exc, PyErr, R};
use crate::object::{Sym, Value};

/// Positional values, then the values of the keywords `names`, in one slice.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    pub values: &'a [Value],
    pub names: &'a [Sym],
}

impl<'a> Args<'a> {
    pub const fn positional(values: &'a [Value]) -> Args<'a> {
        Args { values, names: &[] }
    }

    /// The last `names.len()` values belong to the keywords `names`.
    pub const fn named(values: &'a [Value], names: &'a [Sym]) -> Args<'a> {
        Args { values, names }
    }

    /// The positional arguments.
    pub fn plain(&self) -> &'a [Value] {
        &self.values[..self.values.len() - self.names.len()]
    }

    /// The keyword arguments.
    pub fn keywords(&self) -> impl Iterator<Item = (Sym, &'a Value)> {
        let values = &self.values[self.values.len() - self.names.len()..];
        self.names.iter().copied().zip(values)
    }

    /// The keyword argument `name`.
    pub fn keyword(&self, name: Sym) -> Option<&'a Value> {
        self.keywords().find(|(n, _)| *n == name).map(|(_, v)| v)
    }

    /// Calls `f` with `first` put before the positional arguments.
    #[inline]
    pub fn with_first<T>(&self, first: &Value, f: impl FnOnce(Args) -> T) -> T {
        let names = self.names;
        crate::object::lend::with_first(first, self.values, |values| f(Args { values, names }))
    }

    /// Exactly `N` positional arguments and no keywords, in the wording of methods: `list.append() takes exactly one
    /// argument (2 given)`.
    pub fn exactly<const N: usize>(&self, function: &str) -> R<&'a [Value; N]> {
        self.no_keywords(function)?;
        match <&[Value; N]>::try_from(self.values) {
            Ok(values) => Ok(values),
            Err(_) => Err(wrong_count(function, N, self.values.len())),
        }
    }

    /// Between `least` and `most` positional arguments and no keywords, in the wording of `PyArg_UnpackTuple`:
    /// `pop expected at most 1 argument, got 2`.
    pub fn between(&self, function: &str, least: usize, most: usize) -> R<&'a [Value]> {
        self.no_keywords(function)?;
        let given = self.values.len();
        if given < least {
            let how = if least == most { "" } else { "at least " };
            return Err(expected(function, how, least, given));
        }
        if given > most {
            let how = if least == most { "" } else { "at most " };
            return Err(expected(function, how, most, given));
        }
        Ok(self.values)
    }

    pub fn no_keywords(&self, function: &str) -> R<()> {
        if self.names.is_empty() {
            return Ok(());
        }
        Err(exc::TypeError.err(crate::join![function, "() takes no keyword arguments"]))
    }

    /// Binds to named parameters, the first `least` of them required, the first `positional_only` not usable as
    /// keywords, those from `keyword_only` on only as keywords; absent ones are None in the result.
    pub fn bind<const N: usize>(
        &self,
        function: &str,
        names: [Sym; N],
        least: usize,
        positional_only: usize,
        keyword_only: usize,
    ) -> R<[Option<&'a Value>; N]> {
        let mut slots = [None; N];
        let plain = self.plain();
        if plain.len() > keyword_only {
            let count = crate::numbers::int_text(keyword_only as i64);
            let given = crate::numbers::int_text(self.values.len() as i64);
            let how = if least == keyword_only {
                "exactly "
            } else {
                "at most "
            };
            let plural = if keyword_only == 1 {
                " positional argument ("
            } else {
                " positional arguments ("
            };
            let plural = if keyword_only == N {
                plural.replace(" positional", "")
            } else {
                plural.to_string()
            };
            return Err(exc::TypeError.err(crate::join![
                function,
                "() takes ",
                how,
                &count,
                &plural,
                &given,
                " given)"
            ]));
        }
        for (slot, value) in slots.iter_mut().zip(plain) {
            *slot = Some(value);
        }
        for (name, value) in self.keywords() {
            match names.iter().position(|n| *n == name) {
                Some(at) if at >= positional_only => {
                    if slots[at].is_some() {
                        let position = crate::numbers::int_text(at as i64 + 1);
                        return Err(exc::TypeError.err(crate::join![
                            "argument for ",
                            function,
                            "() given by name ('",
                            name.text(),
                            "') and position (",
                            &position,
                            ")"
                        ]));
                    }
                    slots[at] = Some(value);
                }
                _ => {
                    return Err(exc::TypeError.err(crate::join![
                        "'",
                        name.text(),
                        "' is an invalid keyword argument for ",
                        function,
                        "()"
                    ]));
                }
            }
        }
        if let Some(at) = slots[..least].iter().position(Option::is_none) {
            let position = crate::numbers::int_text(at as i64 + 1);
            return Err(exc::TypeError.err(crate::join![
                function,
                "() missing required argument '",
                names[at].text(),
                "' (pos ",
                &position,
                ")"
            ]));
        }
        Ok(slots)
    }
}

#[cold]
fn expected(function: &str, how: &str, count: usize, given: usize) -> PyErr {
    let text = crate::numbers::int_text(count as i64);
    let given = crate::numbers::int_text(given as i64);
    let noun = if count == 1 {
        " argument, got "
    } else {
        " arguments, got "
    };
    exc::TypeError.err(crate::join![function, " expected ", how, &text, noun, &given])
}

/// `f() takes exactly one argument (2 given)` and its kin.
#[cold]
pub fn wrong_count(function: &str, takes: usize, given: usize) -> PyErr {
    let given = crate::numbers::int_text(given as i64);
    let takes = match takes {
        0 => "no arguments (".to_string(),
        1 => "exactly one argument (".to_string(),
        n => crate::join!["exactly ", &crate::numbers::int_text(n as i64), " arguments ("],
    };
    exc::TypeError.err(crate::join![function, "() takes ", &takes, &given, " given)"])
}
