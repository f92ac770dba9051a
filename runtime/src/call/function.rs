//! Function objects: the static description that the compiler writes, plus captured cells, defaults and attributes.
use crate::call::binder::{call_bound, Kind, Param};
use crate::call::{Args, Cell};
use crate::error::{exc, R};
use crate::object::attrs::Attrs;
use crate::object::vtable::{AttrFn, CallMethodFn, SetAttrFn};
use crate::object::{symbols as sym, PyObject, Ref, Str, Sym, TypeInfo, Value};
use std::cell::{Cell as StdCell, RefCell};

/// What the compiler knows of a function; one static per `def` or lambda that is used as a value.
pub struct FnInfo {
    pub name: &'static str,
    pub qualname: &'static str,
    pub module: &'static str,
    pub doc: Option<&'static str>,
    pub params: &'static [Param],
    /// The body, with one value per parameter.
    pub body: fn(&Function, &[Value]) -> R<Value>,
}

impl FnInfo {
    /// A function of the main module without a docstring whose qualified name is its name; the rest by the methods below.
    pub const fn new(
        name: &'static str,
        params: &'static [Param],
        body: fn(&Function, &[Value]) -> R<Value>,
    ) -> FnInfo {
        FnInfo {
            name,
            qualname: name,
            module: "__main__",
            doc: None,
            params,
            body,
        }
    }
    pub const fn qualname(mut self, qualname: &'static str) -> FnInfo {
        self.qualname = qualname;
        self
    }
    pub const fn module(mut self, module: &'static str) -> FnInfo {
        self.module = module;
        self
    }
    pub const fn doc(mut self, doc: &'static str) -> FnInfo {
        self.doc = Some(doc);
        self
    }

    /// True when all parameters are plain positional ones.
    pub fn simple(&self) -> bool {
        self.params
            .iter()
            .all(|p| matches!(p.kind, Kind::PositionalOnly | Kind::Plain))
    }
}

pub struct Function {
    pub info: &'static FnInfo,
    /// True when all parameters are plain positional ones.
    pub(super) simple: bool,
    cells: Vec<Cell>,
    /// Values of the parameters that have a default, in parameter order.
    pub(super) defaults: RefCell<Vec<Value>>,
    name: RefCell<Option<Str>>,
    qualname: RefCell<Option<Str>>,
    pub attrs: Attrs,
}

impl Function {
    /// The function object of a `def` that captures `cells`; `defaults` in parameter order.
    pub fn new(info: &'static FnInfo, cells: Vec<Cell>, defaults: Vec<Value>) -> Ref<Function> {
        Ref::new(Function {
            simple: info.simple(),
            info,
            cells,
            defaults: RefCell::new(defaults),
            name: RefCell::new(None),
            qualname: RefCell::new(None),
            attrs: Attrs::new(),
        })
    }

    /// A function without captures and defaults, as a value.
    pub fn plain(info: &'static FnInfo) -> Value {
        Function::new(info, Vec::new(), Vec::new()).value()
    }

    /// The `i`-th captured variable.
    #[inline]
    pub fn cell(&self, i: usize) -> &Cell {
        &self.cells[i]
    }

    pub fn name(&self) -> Str {
        self.name
            .borrow()
            .clone()
            .unwrap_or_else(|| Str::fixed(self.info.name))
    }

    pub fn qualname(&self) -> Str {
        self.qualname
            .borrow()
            .clone()
            .unwrap_or_else(|| Str::fixed(self.info.qualname))
    }

    pub fn default_values(&self, keyword_only: bool) -> Vec<(Sym, Value)> {
        let defaults = self.defaults.borrow();
        let with = self.info.params.iter().filter(|p| p.default).zip(defaults.iter());
        let wanted = with.filter(|(p, _)| (p.kind == Kind::KeywordOnly) == keyword_only);
        wanted.map(|(p, v)| (p.name, v.clone())).collect()
    }
}

/// What calls rely on and cannot be given another value.
#[cold]
fn fixed(name: &str) -> crate::error::PyErr {
    exc::NotImplementedError.err(crate::join![
        "setting ",
        name,
        " of a function like this is not supported"
    ])
}

impl Function {
    /// Other values for the same positional parameters; which ones have a default is fixed.
    fn set_defaults(&self, value: &Value) -> R<()> {
        let items = match value.cast::<crate::seq::Tuple>() {
            Some(tuple) => tuple.items().to_vec(),
            None => return Err(fixed("__defaults__")),
        };
        if items.len() != self.default_values(false).len() {
            return Err(fixed("__defaults__"));
        }
        let mut items = items.into_iter();
        let with = self.info.params.iter().filter(|p| p.default);
        let mut old = Vec::new();
        for (param, place) in with.zip(self.defaults.borrow_mut().iter_mut()) {
            if param.kind != Kind::KeywordOnly {
                old.extend(items.next().map(|item| std::mem::replace(place, item)));
            }
        }
        drop(old);
        Ok(())
    }
}

pub static FUNCTION: TypeInfo = TypeInfo {
    method: crate::object::attr::descriptor_method,
    ..TypeInfo::plain("function")
};

impl PyObject for Function {
    const TYPE: &'static TypeInfo = &FUNCTION;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let address = crate::object::address_text(this.as_obj());
        Ok(Str::from(crate::join![
            "<function ",
            this.qualname().as_str(),
            " at ",
            &address,
            ">"
        ]))
    }
    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    #[inline]
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        call_bound(this, args)
    }
    const ATTR: AttrFn<Self> = Some(|this, name| {
        if let Some(value) = this.attrs.get(name) {
            return Ok(Some(value));
        }
        Ok(Some(match name {
            sym::__name__ => Value::from(this.name()),
            sym::__qualname__ => Value::from(this.qualname()),
            sym::__module__ => Value::from(Str::fixed(this.info.module)),
            sym::__doc__ => this
                .info
                .doc
                .map_or(Value::None, |doc| Value::from(Str::fixed(doc))),
            sym::__closure__ if this.cells.is_empty() => Value::None,
            sym::__closure__ => crate::object::tuple_of(this.cells.iter().map(Cell::value)),
            sym::__defaults__ => {
                let values = this.default_values(false);
                match values.is_empty() {
                    true => Value::None,
                    false => crate::object::tuple_of(values.into_iter().map(|(_, v)| v)),
                }
            }
            _ => return crate::object::attr::builtin_attr(this.as_obj(), name),
        }))
    });
    const SET_ATTR: SetAttrFn<Self> = Some(|this, name, value| {
        match (name, value) {
            (sym::__name__, Some(value)) => *this.name.borrow_mut() = Some(value.to_str()?),
            (sym::__qualname__, Some(value)) => *this.qualname.borrow_mut() = Some(value.to_str()?),
            (sym::__defaults__, Some(value)) => this.set_defaults(&value)?,
            (name, _) if matches!(name.text(), "__defaults__" | "__kwdefaults__" | "__code__") => {
                return Err(fixed(name.text()));
            }
            (_, Some(value)) => this.attrs.set(name, value),
            (_, None) => {
                if this.attrs.remove(name).is_none() {
                    return Err(crate::object::attr::no_attribute(&this.value(), name));
                }
            }
        }
        Ok(())
    });
    const CALL_METHOD: CallMethodFn<Self> = Some(|this, name, args| this.value().attr(name)?.call_args(args));
    fn fields(this: &Ref<Self>) -> Option<Vec<(Sym, Value)>> {
        Some(this.attrs.entries())
    }
}

thread_local! {
    static DEPTH: StdCell<u32> = const { StdCell::new(0) };
    static LIMIT: StdCell<u32> = const { StdCell::new(1000) };
    /// Lowest stack address that Python frames may reach; 0: not known.
    static STACK_END: StdCell<usize> = const { StdCell::new(0) };
}

/// `sys.setrecursionlimit(limit)`.
pub fn set_recursion_limit(limit: u32) {
    LIMIT.set(limit);
}

/// `sys.getrecursionlimit()`.
pub fn recursion_limit() -> u32 {
    LIMIT.get()
}

/// Tells where the stack of the program's thread ends.
pub fn set_stack_end(address: usize) {
    STACK_END.set(address);
}

/// One level of Python recursion; leaving it is its drop.
pub struct Frame(());

/// Enters a function that may recurse: `let _frame = py::enter()?;`.
#[inline]
pub fn enter() -> R<Frame> {
    let depth = DEPTH.get();
    let here = 0u8;
    if depth >= LIMIT.get() || (std::ptr::addr_of!(here) as usize) < STACK_END.get() {
        return Err(too_deep());
    }
    DEPTH.set(depth + 1);
    Ok(Frame(()))
}

impl Drop for Frame {
    #[inline]
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

#[cold]
fn too_deep() -> crate::error::PyErr {
    exc::RecursionError.err("maximum recursion depth exceeded")
}
