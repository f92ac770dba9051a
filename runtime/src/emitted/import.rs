//! Modules of the program: run once, then known by their object; names that do not exist.
use crate::call::module::not_defined;
use crate::call::{Global, Module, ModuleInfo, Slot};
use crate::error::{exc, R};
use crate::object::{PyObject, Ref, Sym, Value};
use std::cell::RefCell;
use std::thread::LocalKey;

struct Entry {
    info: &'static ModuleInfo,
    object: Ref<Module>,
    begun: bool,
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
                begun: false,
            })
        });
        object
    })
}

/// The module object, without running the module.
pub fn module(info: &'static ModuleInfo) -> Value {
    object_of(info).value()
}

/// `import m`: runs the body unless it has begun; a body that fails may be tried again.
pub fn import(info: &'static ModuleInfo, body: fn() -> R<()>) -> R<Value> {
    let object = object_of(info);
    let set = |begun: bool| {
        MODULES.with_borrow_mut(|all| {
            let entry = all.iter_mut().find(|e| std::ptr::eq(e.info, info));
            entry.map_or(true, |entry| std::mem::replace(&mut entry.begun, begun))
        })
    };
    if !set(true) {
        if let Err(error) = body() {
            set(false);
            return Err(error);
        }
    }
    Ok(object.value())
}

/// `from m import name`.
pub fn import_from(info: &'static ModuleInfo, name: Sym) -> R<Value> {
    let object = object_of(info);
    if let Some(value) = Module::attr(&object, name)? {
        return Ok(value);
    }
    let full = crate::join![info.name, ".", name.text()];
    let submodule =
        MODULES.with_borrow(|all| all.iter().find(|e| e.info.name == full).map(|e| e.object.clone()));
    if let Some(submodule) = submodule {
        return Ok(submodule.value());
    }
    Err(exc::ImportError.err(crate::join![
        "cannot import name '",
        name.text(),
        "' from '",
        info.name,
        "' (",
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
    module(info).attr(crate::sym::__dict__)
}

pub fn module_not_found(name: &str) -> R<Value> {
    Err(exc::ModuleNotFoundError.err(crate::join!["No module named '", name, "'"]))
}

/// A global that nothing ever binds.
pub fn undefined(name: &str) -> R<Value> {
    Err(not_defined(name))
}
