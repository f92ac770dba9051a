//! `Sym`: an interned attribute or parameter name. Ids 0.. are the runtime's fixed names (sym_table.rs), then come the
//! program's own (declared by `program_symbols!` and installed at start), then names made at run time.
use crate::object::hash::Fnv;
use crate::object::{Str, Value};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sym(pub(crate) u32);

/// Names of the running program, in id order after the fixed ones.
pub type Names = &'static [&'static str];

thread_local! {
    static PROGRAM: Cell<Names> = const { Cell::new(&[]) };
    static DYNAMIC: RefCell<Dynamic> = const { RefCell::new(Dynamic { names: Vec::new(), ids: None }) };
}

struct Dynamic {
    names: Vec<&'static str>,
    ids: Option<HashMap<&'static str, u32, BuildHasherDefault<Fnv>>>,
}

/// Makes the program's names known; called once before the program runs.
pub fn install(names: Names) {
    PROGRAM.set(names);
}

impl Sym {
    /// The `index`-th name of the program's own table.
    pub const fn program(index: u32) -> Sym {
        Sym(super::sym_table::NAMES.len() as u32 + index)
    }

    /// The runtime's own names.
    pub fn all_fixed() -> impl Iterator<Item = Sym> {
        (0..super::sym_table::NAMES.len() as u32).map(Sym)
    }

    pub fn text(self) -> &'static str {
        let fixed = super::sym_table::NAMES;
        let id = self.0 as usize;
        if id < fixed.len() {
            return fixed[id];
        }
        let program = PROGRAM.get();
        match program.get(id - fixed.len()) {
            Some(name) => name,
            None => DYNAMIC.with_borrow(|d| d.names[id - fixed.len() - program.len()]),
        }
    }

    pub fn to_str(self) -> Str {
        Str::fixed(self.text())
    }

    pub fn value(self) -> Value {
        Value::from(self.to_str())
    }

    /// The symbol of a name that only the run knows.
    pub fn intern(text: &str) -> Sym {
        DYNAMIC.with_borrow_mut(|dynamic| {
            let base = super::sym_table::NAMES.len() + PROGRAM.get().len();
            let Dynamic { names, ids } = dynamic;
            let ids = ids.get_or_insert_with(|| {
                let all = super::sym_table::NAMES.iter().chain(PROGRAM.get());
                all.enumerate().map(|(id, name)| (*name, id as u32)).collect()
            });
            if let Some(id) = ids.get(text) {
                return Sym(*id);
            }
            let name: &'static str = Box::leak(text.to_string().into_boxed_str());
            let id = (base + names.len()) as u32;
            names.push(name);
            ids.insert(name, id);
            Sym(id)
        })
    }
}

/// Declares the symbols of a program: `program_symbols! { total = "total", r#mod_ = "mod" }` makes `sym::total`, … and
/// `sym::NAMES` for `py::main`.
#[macro_export]
macro_rules! program_symbols {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// Attribute and parameter names.
        #[allow(non_upper_case_globals, non_camel_case_types, dead_code, unused_imports, clippy::upper_case_acronyms)]
        pub mod sym {
            pub use $crate::sym::*;
            enum Id { $($name,)* }
            $(pub const $name: $crate::Sym = $crate::Sym::program(Id::$name as u32);)*
            pub static PROGRAM: &[&str] = &[$($text),*];
        }
    };
}
