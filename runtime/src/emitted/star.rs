//! `try … except*`: which part of the exception each handler gets, and what is raised after them.
use crate::call::{Args, Native};
use crate::error::{exc, Exc, PyErr, R};
use crate::object::{symbols as sym, Value};
use crate::seq::{List, Tuple};
use std::cell::RefCell;

pub struct StarHandlers {
    original: PyErr,
    rest: Option<PyErr>,
    /// What the handler running now was given.
    group: Option<PyErr>,
    raised: Vec<Value>,
    reraised: Vec<Value>,
}

impl StarHandlers {
    pub fn new(error: PyErr) -> StarHandlers {
        StarHandlers {
            rest: Some(error.clone()),
            original: error,
            group: None,
            raised: Vec::new(),
            reraised: Vec::new(),
        }
    }

    /// The part that `except* classes` handles, if any.
    pub fn take(&mut self, classes: &Value) -> R<Option<PyErr>> {
        let Some(rest) = self.rest.take() else {
            return Ok(None);
        };
        let (group, rest) = rest.split(classes)?;
        self.rest = rest;
        self.group = group.clone();
        Ok(group)
    }

    /// How a handler ended.
    pub fn done(&mut self, outcome: R<()>) {
        if let Err(error) = outcome {
            let again = self
                .group
                .take()
                .is_some_and(|group| group.value().is(&error.value()));
            let list = if again {
                &mut self.reraised
            } else {
                &mut self.raised
            };
            list.push(error.value());
        }
    }

    /// After the last handler: raises what was not handled and what the handlers raised.
    pub fn finish(mut self) -> R<()> {
        if self.original.value().find_attr(sym::exceptions)?.is_none() {
            // A bare exception: at most one handler ran.
            let left = self
                .raised
                .pop()
                .or(self.reraised.pop())
                .or(self.rest.map(|e| e.value()));
            return left.map_or(Ok(()), |e| Err(error_of(&e)));
        }
        self.reraised.extend(self.rest.take().map(|e| e.value()));
        if !self.reraised.is_empty() {
            let back = projection(&self.original.value(), &self.reraised)?;
            if self.raised.is_empty() {
                return Err(error_of(&back));
            }
            self.raised.push(back);
        }
        match self.raised.as_slice() {
            [] => Ok(()),
            [one] => Err(error_of(one)),
            _ => {
                let members = List::value(self.raised);
                let group = exc::value::BaseExceptionGroup().call(&[crate::lit!(""), members])?;
                Err(error_of(&group))
            }
        }
    }
}

fn error_of(e: &Value) -> PyErr {
    match e.cast::<Exc>() {
        Some(object) => PyErr::from(object.clone()),
        None => PyErr::raise(e),
    }
}

thread_local! {
    static LEAVES: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
}

/// The part of `original` that the groups hold, with its nesting.
fn projection(original: &Value, groups: &[Value]) -> R<Value> {
    if let [one] = groups {
        return Ok(one.clone());
    }
    let mut leaves = Vec::new();
    for group in groups {
        collect(group, &mut leaves)?;
    }
    LEAVES.set(leaves);
    let kept = Native::function("kept", |args: Args| {
        let known = LEAVES.with_borrow(|all| all.iter().any(|leaf| leaf.is(&args.values[0])));
        Ok(Value::Bool(known))
    });
    let part = original.call_method(sym::subgroup, &[kept]);
    LEAVES.take();
    part
}

fn collect(e: &Value, leaves: &mut Vec<Value>) -> R<()> {
    match e.find_attr(sym::exceptions)? {
        None => leaves.push(e.clone()),
        Some(members) => {
            for member in members.cast::<Tuple>().map_or(&[][..], |all| all.items()) {
                collect(member, leaves)?;
            }
        }
    }
    Ok(())
}
