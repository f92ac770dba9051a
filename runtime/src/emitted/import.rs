//! Modules of the program: run once, then known by their object; names that do not exist.
use crate::call::module::not_defined;
use crate::call::{Global, Module, ModuleInfo, Slot};
use crate::error::{exc, R};
use crate::object::{symbols as sym, Ref, Sym, Value};
use std::cell::RefCell;
use std::thread::LocalKey;

#[derive(Clone, Copy, PartialEq)]
enum State {
    Untouched,
    Running,
    Complete,
}

struct Entry {
    info: &'static ModuleInfo,
    object: Ref<Module>,
    state: State,
}

thread_local! {
    static MODULES: RefCell<Vec<Entry>> = const { RefCell::new(Vec::new()) };
}

fn object_of(info: &'static ModuleInfo) -> Ref<Module> {
    let known = MODULES.with_borrow(|all| {
        all.iter()
            .find(|e| std::ptr::eq(e.info, info))
            .map(|e| e.object.clone())
    });
    known.unwrap_or_else(|| {
        let object = Module::user(info);
        MODULES.with_borrow_mut(|all| {
            all.push(Entry {
                info,
                object: object.clone(),
                state: State::Untouched,
            })
        });
        object
    })
}

/// The module object, without running the module.
pub fn module(info: &'static ModuleInfo) -> Value {
    object_of(info).value()
}

/// Notes where a module stands; the state before.
fn set_state(info: &'static ModuleInfo, state: State) -> State {
    MODULES.with_borrow_mut(|all| {
        let entry = all.iter_mut().find(|e| std::ptr::eq(e.info, info));
        entry.map_or(State::Complete, |entry| {
            std::mem::replace(&mut entry.state, state)
        })
    })
}

/// The object and state of the module of this name, when its import has begun.
fn known(name: &str) -> Option<(Ref<Module>, State)> {
    MODULES.with_borrow(|all| {
        let entry = all
            .iter()
            .find(|e| e.info.name == name && e.state != State::Untouched)?;
        Some((entry.object.clone(), entry.state))
    })
}

/// `import m`: runs the body unless it has begun; a body that fails may be tried again. A module that has run becomes
/// an attribute of its package.
pub fn import(info: &'static ModuleInfo, body: fn() -> R<()>) -> R<Value> {
    let object = object_of(info);
    let before = set_state(info, State::Running);
    if before != State::Untouched {
        set_state(info, before);
        return Ok(object.value());
    }
    if let Err(error) = body() {
        set_state(info, State::Untouched);
        return Err(error);
    }
    set_state(info, State::Complete);
    if let Some((package, name)) = info.name.rsplit_once('.') {
        if let Some((package, _)) = known(package) {
            package
                .as_obj()
                .set_attr(Sym::intern(name), Some(object.value()))?;
        }
    }
    Ok(object.value())
}

/// `from m import name`.
pub fn import_from(info: &'static ModuleInfo, name: Sym) -> R<Value> {
    let object = object_of(info);
    if let Some(value) = object.as_obj().attr(name)? {
        return Ok(value);
    }
    if let Some((submodule, _)) = known(&crate::join![info.name, ".", name.text()]) {
        return Ok(submodule.value());
    }
    let (how, why) = match known(info.name) {
        Some((_, State::Running)) => (
            "partially initialized module '",
            "' (most likely due to a circular import) (",
        ),
        _ => ("'", "' ("),
    };
    Err(exc::ImportError.err(crate::join![
        "cannot import name '",
        name.text(),
        "' from ",
        how,
        info.name,
        why,
        info.file,
        ")"
    ]))
}

/// One name of `from m import *`.
pub fn copy_global(from: &'static LocalKey<Slot>, to: &'static LocalKey<Slot>) {
    let value = from.peek();
    if !value.is_unset() {
        to.set(value);
    }
}

/// `globals()`: the module's names as a dict.
pub fn globals_dict(info: &'static ModuleInfo) -> R<Value> {
    Ok(Module::globals(
        &object_of(info),
        Some(crate::modules::builtins::module()),
    ))
}

/// `name` may go on with a reason after the closing quote.
pub fn module_not_found(name: &str) -> R<Value> {
    let (name, reason) = name.split_once('\'').unwrap_or((name, ""));
    let error = exc::ModuleNotFoundError.err(crate::join!["No module named '", name, "'", reason]);
    Err(error.with_field(sym::name, Value::from(name)))
}

/// A global that nothing ever binds.
pub fn undefined(name: &str) -> R<Value> {
    Err(not_defined(name))
}
