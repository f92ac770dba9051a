//! Where the names of run-time code live.
use crate::error::{exc, PyErr, R};
use crate::eval::ast::Scope;
use crate::map::Dict;
use crate::object::{symbols as sym, Attrs, Ref, Sym, Value};
use std::rc::Rc;

pub struct Env {
    globals: Ref<Dict>,
    space: Space,
    /// The function around, whose variables this code sees.
    outer: Option<Rc<Env>>,
}

enum Space {
    /// A module or class body.
    Mapping(Value, Rc<Scope>),
    /// A function or a comprehension.
    Frame(Rc<Scope>, Attrs),
}

/// Where a name of an inner scope is.
enum Place<'a> {
    Here(&'a Attrs),
    Outer(&'a Attrs),
    Global,
}

impl Env {
    pub fn module(globals: Ref<Dict>, locals: Value) -> Env {
        Env {
            globals,
            space: Space::Mapping(locals, Rc::default()),
            outer: None,
        }
    }

    pub fn class(this: &Rc<Env>, names: Value, scope: &Rc<Scope>) -> Env {
        Env {
            globals: this.globals.clone(),
            space: Space::Mapping(names, scope.clone()),
            outer: this.visible(),
        }
    }

    pub fn frame(this: &Rc<Env>, scope: &Rc<Scope>, values: Attrs) -> Env {
        let space = Space::Frame(scope.clone(), values);
        Env {
            globals: this.globals.clone(),
            space,
            outer: this.visible(),
        }
    }

    /// The innermost environment that functions inside see.
    fn visible(self: &Rc<Env>) -> Option<Rc<Env>> {
        match self.space {
            Space::Frame(..) => Some(self.clone()),
            Space::Mapping(..) => self.outer.clone(),
        }
    }

    /// `globals()`.
    pub fn globals(&self) -> Value {
        self.globals.value()
    }

    /// `locals()`: the mapping itself, or a copy of a function's variables.
    pub fn locals(&self) -> Value {
        match &self.space {
            Space::Mapping(names, _) => names.clone(),
            Space::Frame(_, values) => crate::object::dict_of_syms(values.entries()),
        }
    }

    /// `__name__` of the module that the code is of.
    pub fn module_name(&self) -> Value {
        self.globals
            .get(&sym::__name__.value())
            .ok()
            .flatten()
            .unwrap_or(Value::from("builtins"))
    }

    fn in_outer(&self, name: Sym) -> Option<&Attrs> {
        let mut next = self.outer.as_deref();
        while let Some(env) = next {
            if let Space::Frame(scope, values) = &env.space {
                if scope.locals.contains(&name)
                    && !scope.globals.contains(&name)
                    && !scope.nonlocals.contains(&name)
                {
                    return Some(values);
                }
            }
            next = env.outer.as_deref();
        }
        None
    }

    fn place(&self, name: Sym) -> Place<'_> {
        let (Space::Frame(scope, _) | Space::Mapping(_, scope)) = &self.space;
        if scope.globals.contains(&name) {
            return Place::Global;
        }
        if let Space::Frame(scope, values) = &self.space {
            if scope.locals.contains(&name) && !scope.nonlocals.contains(&name) {
                return Place::Here(values);
            }
        }
        self.in_outer(name).map_or(Place::Global, Place::Outer)
    }

    fn global(&self, name: Sym) -> R<Value> {
        if let Some(value) = self.globals.get(&name.value())? {
            return Ok(value);
        }
        let missing = || crate::call::module::not_defined(name.text());
        match self.globals.get(&sym::__builtins__.value())? {
            Some(builtins) if Dict::of(&builtins).is_some() => match Dict::of(&builtins) {
                Some(dict) => dict.get(&name.value())?.ok_or_else(missing),
                None => Err(missing()),
            },
            Some(module) => module.find_attr(name)?.ok_or_else(missing),
            None => Err(missing()),
        }
    }

    pub fn load(&self, name: Sym) -> R<Value> {
        let (Space::Frame(scope, _) | Space::Mapping(_, scope)) = &self.space;
        if let (Space::Mapping(names, _), false) = (&self.space, scope.globals.contains(&name)) {
            match names.get_item(&name.value()) {
                Ok(value) => return Ok(value),
                Err(e) if e.is(&exc::KeyError) => {}
                Err(e) => return Err(e),
            }
        }
        match self.place(name) {
            Place::Here(values) => values.get(name).ok_or_else(|| unbound(name)),
            Place::Outer(values) => values.get(name).ok_or_else(|| {
                let text = "' where it is not associated with a value in enclosing scope";
                exc::NameError.err(crate::join!["cannot access free variable '", name.text(), text])
            }),
            Place::Global => self.global(name),
        }
    }

    pub fn store(&self, name: Sym, value: Value) -> R<()> {
        match (&self.space, self.place(name)) {
            (_, Place::Here(values)) => values.set(name, value),
            (Space::Mapping(names, scope), _)
                if !scope.globals.contains(&name) && !scope.nonlocals.contains(&name) =>
            {
                names.set_item(&name.value(), value)?
            }
            (_, Place::Outer(values)) => values.set(name, value),
            (_, Place::Global) => self.globals.set(name.value(), value)?,
        }
        Ok(())
    }

    pub fn delete(&self, name: Sym) -> R<()> {
        let missing = || crate::call::module::not_defined(name.text());
        match (&self.space, self.place(name)) {
            (_, Place::Here(values) | Place::Outer(values)) => {
                let old = values.remove(name);
                old.map(drop).ok_or_else(|| unbound(name))
            }
            (Space::Mapping(names, scope), _) if !scope.globals.contains(&name) => {
                match names.del_item(&name.value()) {
                    Err(e) if e.is(&exc::KeyError) => Err(missing()),
                    other => other,
                }
            }
            (_, Place::Global) => self.globals.remove(&name.value())?.map(drop).ok_or_else(missing),
        }
    }
}

fn unbound(name: Sym) -> PyErr {
    exc::UnboundLocalError.err(crate::join![
        "cannot access local variable '",
        name.text(),
        "' where it is not associated with a value"
    ])
}
