//! Methods by name. The types that every program has (numbers, strings, lists, dicts, tuples, exceptions) do not bring
//! their methods along: a method is linked because the program mentions its name. The program hands the members that it
//! mentions to `py::main` (the table is member_table.rs); what asks objects for names that only the run knows (`getattr`, `dir`, …) adds all of them.
use super::member_table::{ALL, NAMES};
use crate::error::{exc, R};
use crate::object::{Method, Sym, TypeInfo, Value};
use std::cell::Cell;

/// What the types that every program has mean by one name.
pub struct Member {
    pub(super) name: Sym,
    /// The method that the type itself has, its bases not included.
    pub(super) method: fn(&'static TypeInfo) -> Option<Method>,
    /// The method that every value has (`__add__`), for what has no own one.
    pub(super) every: Option<Method>,
    /// What the class object itself has: class and static methods.
    pub(super) class: fn(&'static TypeInfo) -> Option<Value>,
    /// What an object of any type has by a name that links much (`__dict__`).
    pub(super) field: fn(&Value, Sym) -> Option<Value>,
    /// Stores it (None deletes) in exceptions that the runtime raised.
    pub(super) store: Option<Store>,
}

pub type Store = fn(&Value, Sym, Option<Value>) -> R<()>;

thread_local! {
    /// The known members, at the place of their names.
    static KNOWN: Cell<&'static [Option<&'static Member>]> = const { Cell::new(&[]) };
}

/// Makes members known.
pub fn install(members: &[&'static Member]) {
    let mut known = KNOWN.get().to_vec();
    for member in members {
        let at = member.name.0 as usize;
        if known.len() <= at {
            known.resize(at + 1, None);
        }
        known[at] = Some(member);
    }
    KNOWN.set(known.leak());
}

/// The symbol of a name that a program asks objects for and only the run knows.
pub fn asked(name: &str) -> Sym {
    install_all();
    Sym::intern(name)
}

/// Makes all members known.
pub fn install_all() {
    thread_local! {
        static DONE: Cell<bool> = const { Cell::new(false) };
    }
    if !DONE.replace(true) {
        install(ALL);
        crate::object::class::forget_lookups();
    }
}

/// What is known under the name. In debug builds a name that is not known, but would mean something to whoever asks, is
/// a defect: the runtime asks for it without `Member::name`, or the compiler does not tell of it.
#[inline]
fn find<T>(name: Sym, ask: impl Fn(&Member) -> Option<T>) -> Option<T> {
    let found = KNOWN.get().get(name.0 as usize).copied().flatten();
    debug_assert!(
        found.is_some()
            || ALL
                .iter()
                .all(|member| member.name != name || ask(member).is_none()),
        "the member {} is not known",
        name.text()
    );
    ask(found?)
}

/// The method that the type itself has under the name.
#[inline]
pub fn method(info: &'static TypeInfo, name: Sym) -> Option<Method> {
    find(name, |member| (member.method)(info))
}

/// The method that every value has under the name.
pub fn of_every(name: Sym) -> Option<Method> {
    find(name, |member| member.every)
}

/// What the class object of the type has under the name.
pub fn of_class(info: &'static TypeInfo, name: Sym) -> Option<Value> {
    find(name, |member| (member.class)(info))
}

/// The attribute that is no method, of an object of any type.
pub fn field(x: &Value, name: Sym) -> Option<Value> {
    find(name, |member| (member.field)(x, name))
}

/// `x.name` where only a text asks for it (a format, `__match_args__`): a RuntimeError when it may be a member that is not
/// linked.
pub fn if_known(x: &Value, name: Sym) -> R<Option<Value>> {
    let known = KNOWN.get().get(name.0 as usize).copied().flatten().is_some();
    if known || !NAMES.contains(&name) {
        return x.find_attr(name);
    }
    match x {
        Value::Obj(object) if object.python_class().is_some() => x.find_attr(name),
        _ => Err(exc::RuntimeError.err(crate::join![
            "the attribute '",
            name.text(),
            "' of builtin types is not known where only a text asks for it"
        ])),
    }
}

/// How the attribute is stored where that links much.
pub fn store(name: Sym) -> Option<Store> {
    find(name, |member| member.store)
}

impl Member {
    /// The name, for the runtime's own look-ups: known from now on.
    pub fn name(&'static self) -> Sym {
        if KNOWN.get().get(self.name.0 as usize).copied().flatten().is_none() {
            install(&[self]);
            crate::object::class::forget_lookups();
        }
        self.name
    }
}

/// Declares the methods of a type, each a constant of its own: `sym::append => append,`.
macro_rules! methods {
    ($(#[$doc:meta])* $vis:vis struct $type:ident; $(sym::$name:ident => $method:expr,)*) => {
        $(#[$doc])*
        $vis struct $type;

        #[allow(non_upper_case_globals)]
        impl $type {
            $(pub const $name: $crate::object::Method = $method;)*
        }
    };
}
pub(crate) use methods;
