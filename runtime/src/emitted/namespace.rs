//! Class statements: the namespace that a class body fills, and the class made of it.
use crate::call::module::not_defined;
use crate::call::{Args, Cell, Super};
use crate::error::R;
use crate::object::{Attrs, Class, Str, Sym, Value};

pub struct Namespace {
    attrs: Attrs,
    class: Cell,
}

impl Namespace {
    pub fn set(&self, name: Sym, value: Value) {
        self.attrs.set(name, value);
    }
    /// A name read in the body: its own, else what the enclosing scopes say.
    pub fn lookup(&self, name: Sym, outer: impl FnOnce() -> R<Value>) -> R<Value> {
        match self.attrs.get(name) {
            Some(value) => Ok(value),
            None => outer(),
        }
    }
    pub fn delete(&self, name: Sym) -> R<()> {
        match self.attrs.remove(name) {
            Some(_) => Ok(()),
            None => Err(not_defined(name.text())),
        }
    }
    /// The cell that methods read as `__class__`.
    pub fn class_cell(&self) -> Cell {
        self.class.clone()
    }
}

/// `class name(bases, keywords): body`.
pub fn new_class(
    name: &'static str,
    qualname: &'static str,
    module: &'static str,
    bases: Args,
    body: impl FnOnce(&Namespace) -> R<()>,
) -> R<Value> {
    let ns = Namespace {
        attrs: Attrs::new(),
        class: Cell::default(),
    };
    body(&ns)?;
    let given = bases.plain().to_vec();
    let keywords = Args {
        values: &bases.values[given.len()..],
        names: bases.names,
    };
    let module = Value::from(Str::fixed(module));
    let class = Class::build(
        &Str::fixed(name),
        &Str::fixed(qualname),
        module,
        given,
        ns.attrs,
        keywords,
    )?;
    ns.class.set(class.clone());
    Ok(class)
}

/// `super()` in a method of `class`.
pub fn super_of(class: &Value, object: &Value) -> R<Value> {
    Super::of(class, object)
}
