//! `Cell`: a variable shared between a function and the functions defined in it.
use crate::error::{exc, PyErr, R};
use crate::object::{symbols as sym, PyObject, Ref, TypeInfo, Value};
use std::cell::RefCell;

/// A handle to a captured variable.
pub struct Cell(Ref<CellBody>);

pub struct CellBody(RefCell<Value>);

static CELL: TypeInfo = TypeInfo {
    field: |this, name| match this.cast::<CellBody>() {
        Some(this) if name == sym::cell_contents => match this.0.borrow().clone() {
            Value::Unset => Err(exc::ValueError.err("Cell is empty")),
            value => Ok(Some(value)),
        },
        _ => Ok(None),
    },
    ..TypeInfo::plain("cell")
};

impl PyObject for CellBody {
    const TYPE: &'static TypeInfo = &CELL;
}

impl Clone for Cell {
    fn clone(&self) -> Cell {
        Cell(self.0.clone())
    }
}

impl Default for Cell {
    fn default() -> Cell {
        Cell::new(Value::Unset)
    }
}

impl Cell {
    pub fn new(value: Value) -> Cell {
        Cell(Ref::new(CellBody(RefCell::new(value))))
    }

    /// Reads the variable in the function that owns it; `name` words the UnboundLocalError.
    #[inline]
    pub fn get(&self, name: &str) -> R<Value> {
        let value = self.0 .0.borrow().clone();
        if value.is_unset() {
            return Err(unbound(name));
        }
        Ok(value)
    }

    /// Reads the variable in an inner function; unbound is a NameError there.
    #[inline]
    pub fn get_free(&self, name: &str) -> R<Value> {
        let value = self.0 .0.borrow().clone();
        if value.is_unset() {
            return Err(unbound_free(name));
        }
        Ok(value)
    }

    /// The cell object, as `__closure__` shows it.
    pub fn value(&self) -> Value {
        self.0.value()
    }

    /// The value, Unset when unbound.
    pub fn peek(&self) -> Value {
        self.0 .0.borrow().clone()
    }

    pub fn set(&self, value: Value) {
        let old = self.0 .0.replace(value);
        drop(old);
    }

    /// `del name`.
    pub fn delete(&self, name: &str) -> R<()> {
        let old = self.0 .0.replace(Value::Unset);
        if old.is_unset() {
            return Err(unbound(name));
        }
        Ok(())
    }
}

#[cold]
fn unbound(name: &str) -> PyErr {
    exc::UnboundLocalError.err(crate::join![
        "cannot access local variable '",
        name,
        "' where it is not associated with a value"
    ])
}

#[cold]
fn unbound_free(name: &str) -> PyErr {
    exc::NameError.err(crate::join![
        "cannot access free variable '",
        name,
        "' where it is not associated with a value in enclosing scope"
    ])
}
