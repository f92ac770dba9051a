//! `with` and `finally`.
use crate::error::{exc, Handling, PyErr, R};
use crate::object::{symbols as sym, Sym, Value};

/// Looks up `__enter__` and `__exit__` on the manager's class, enters it: what `__enter__` gave, and how to leave.
pub fn enter_with(manager: &Value) -> R<(Value, Value)> {
    let enter = special(manager, sym::__enter__, "")?;
    let leave = special(manager, sym::__exit__, " (missed __exit__ method)")?;
    Ok((enter.call(&[])?, leave))
}

fn special(manager: &Value, name: Sym, note: &str) -> R<Value> {
    let missing = || {
        exc::TypeError.err(crate::join![
            "'",
            manager.type_name().as_str(),
            "' object does not support the context manager protocol",
            note
        ])
    };
    if manager.class().is_builtin() {
        return manager.find_attr(name)?.ok_or_else(missing);
    }
    match manager.class().lookup(name) {
        Some(found) => crate::object::attr::bind(found, manager, &manager.class()),
        None => Err(missing()),
    }
}

/// Leaves a `with` block: tells `__exit__` how it ended; a true answer swallows the exception.
pub fn leave_with<T>(leave: &Value, outcome: R<T>) -> R<T>
where
    T: Default,
{
    match outcome {
        Ok(flow) => {
            leave.call(&[Value::None, Value::None, Value::None])?;
            Ok(flow)
        }
        Err(error) => {
            let _handling = error.handling();
            let value = error.value();
            if leave.call(&[value.class_value(), value, Value::None])?.truth()? {
                return Ok(T::default());
            }
            Err(error)
        }
    }
}

/// While a `finally` runs because of an exception, that is the one being handled.
pub fn handling<T>(outcome: &R<T>) -> Option<Handling> {
    outcome.as_ref().err().map(PyErr::handling)
}
