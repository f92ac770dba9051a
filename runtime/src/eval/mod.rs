//! `eval`, `exec` and `compile`: code that is only known at run time is parsed and run here. Its functions are ordinary
//! function objects; what it cannot run (generators, imports) fails with NotImplementedError.
mod ast;
mod lex;
mod literal;
mod parse;
mod parse_expr;
mod run;
mod run_expr;
mod space;

use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::map::Dict;
use crate::object::{symbols as sym, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::strings;
use space::Env;
use std::rc::Rc;

/// An error of syntax.
pub struct Fault {
    class: &'static str,
    text: String,
    line: u32,
}

impl Fault {
    fn new(class: &'static str, text: &str, line: u32) -> Fault {
        Fault {
            class,
            text: text.to_string(),
            line,
        }
    }
    fn syntax(text: &str, line: u32) -> Fault {
        Fault::new("SyntaxError", text, line)
    }
    fn with(mut self, more: &str) -> Fault {
        self.text.push_str(more);
        self
    }

    fn raised(self, file: &Str, source: &str) -> PyErr {
        let line = source
            .lines()
            .nth(self.line.saturating_sub(1) as usize)
            .unwrap_or("");
        let place = [
            Value::from(file.clone()),
            Value::Int(i64::from(self.line)),
            Value::Int(1),
            Value::from(line),
        ];
        let place = crate::object::tuple_of(place.into_iter());
        let class = match self.class {
            "IndentationError" => exc::value::IndentationError(),
            "TabError" => exc::value::TabError(),
            _ => exc::value::SyntaxError(),
        };
        match class.call(&[Value::from(self.text.as_str()), place]) {
            Ok(error) => PyErr::raise(&error),
            Err(e) => e,
        }
    }
}

enum Tree {
    Statements(Vec<ast::Stmt>),
    Expression(ast::Expr),
}

/// What `compile` makes.
pub struct Code {
    tree: Tree,
    file: Str,
}

static CODE: TypeInfo = TypeInfo {
    field: |this, name| {
        Ok(this.cast::<Code>().and_then(|this| match name.text() {
            "co_filename" => Some(Value::from(this.file.clone())),
            "co_name" => Some(Value::from("<module>")),
            _ => None,
        }))
    },
    ..TypeInfo::plain("code")
};

impl PyObject for Code {
    const TYPE: &'static TypeInfo = &CODE;
}

#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Exec,
    Eval,
    Single,
}

/// The text of a source argument.
fn source_text(source: &Value, function: &str) -> R<Str> {
    let plain = source.unwrapped();
    if let Some(text) = plain.as_str() {
        strings::encode(text, None, None)?;
        return Ok(text.clone());
    }
    let bytes = match plain.cast::<crate::seq::MemoryView>() {
        Some(view) => Some(view.to_vec()),
        None => strings::bytes_of(&plain),
    };
    match bytes {
        Some(bytes) => strings::decode(&bytes, None, None),
        None => Err(exc::TypeError.err(crate::join![
            function,
            "() arg 1 must be a string, bytes or code object"
        ])),
    }
}

fn compiled(source: &Value, file: &Str, mode: Mode, function: &str) -> R<Ref<Code>> {
    if let Some(code) = source.cast::<Code>() {
        return Ok(code.clone());
    }
    let text = source_text(source, function)?;
    if text.bytes().contains(&0) {
        return Err(exc::ValueError.err("source code string cannot contain null bytes"));
    }
    let text = text.as_str().replace("\r\n", "\n").replace('\r', "\n");
    let tree = match mode {
        Mode::Eval => parse::expression(text.trim_start_matches([' ', '\t'])).map(Tree::Expression),
        Mode::Exec | Mode::Single => parse::module(&text).map(Tree::Statements),
    };
    let tree = tree.map_err(|fault| fault.raised(file, &text))?;
    Ok(Ref::new(Code {
        tree,
        file: file.clone(),
    }))
}

/// The keywords by which emitted code tells the names of the caller.
const CALLER: [&str; 2] = ["__caller_globals__", "__caller_locals__"];

/// The namespaces of a call: those given, else the caller's, which emitted code passes under names of its own.
fn spaces(args: &Args, function: &str) -> R<Env> {
    crate::object::members::install_all();
    let plain = args.plain();
    let caller = |name: &str| args.keyword(Sym::intern(name)).cloned().unwrap_or(Value::None);
    let given = |at: usize, name: &str| {
        plain
            .get(at)
            .or(args.keyword(Sym::intern(name)))
            .cloned()
            .unwrap_or(Value::None)
    };
    let (mut globals, mut locals) = (given(1, "globals"), given(2, "locals"));
    if globals.is_none() {
        globals = caller(CALLER[0]);
        if locals.is_none() {
            locals = caller(CALLER[1]);
        }
    }
    let Some(dict) = Dict::of(&globals) else {
        if function == "eval" {
            return Err(
                exc::TypeError.err(match globals.find_attr(sym::__getitem__)?.is_some() {
                    true => "globals must be a real dict; try eval(expr, {}, mapping)",
                    false => "globals must be a dict",
                }),
            );
        }
        let kind = globals.type_name();
        return Err(exc::TypeError.err(crate::join!["exec() globals must be a dict, not ", kind.as_str()]));
    };
    if locals.is_none() {
        locals = globals;
    } else if !is_mapping(&locals)? {
        return Err(exc::TypeError.err(match function {
            "eval" => "locals must be a mapping".to_string(),
            _ => crate::join![
                "locals must be a mapping or None, not ",
                locals.type_name().as_str()
            ],
        }));
    }
    let builtins = sym::__builtins__.value();
    if dict.get(&builtins)?.is_none() {
        dict.set(builtins, crate::modules::builtins::namespace())?;
    }
    Ok(Env::module(dict, locals))
}

fn is_mapping(x: &Value) -> R<bool> {
    let has = |name| x.find_attr(name).map(|found| found.is_some());
    Ok(Dict::of(x).is_some()
        || has(sym::__getitem__)?
            && x.as_str().is_none()
            && !matches!(x.type_name().as_str(), "list" | "tuple"))
}

fn check_count(args: &Args, function: &str) -> R<Value> {
    match args.plain() {
        [source] | [source, _] | [source, _, _] => Ok(source.clone()),
        [] => Err(exc::TypeError.err(crate::join![
            function,
            "() takes at least 1 positional argument (0 given)"
        ])),
        more => {
            let count = crate::numbers::int_text(more.len() as i64);
            Err(exc::TypeError.err(crate::join![
                function,
                " expected at most 3 arguments, got ",
                &count
            ]))
        }
    }
}

/// `eval(source, globals=None, locals=None)`.
pub fn eval(args: Args) -> R<Value> {
    let source = check_count(&args, "eval")?;
    let env = Rc::new(spaces(&args, "eval")?);
    let code = compiled(&source, &Str::fixed("<string>"), Mode::Eval, "eval")?;
    match &code.tree {
        Tree::Expression(expr) => env.eval(expr),
        Tree::Statements(body) => env.run(body).map(|_| Value::None),
    }
}

/// `exec(source, globals=None, locals=None)`.
pub fn exec(args: Args) -> R<Value> {
    let source = check_count(&args, "exec")?;
    let env = Rc::new(spaces(&args, "exec")?);
    let code = compiled(&source, &Str::fixed("<string>"), Mode::Exec, "exec")?;
    match &code.tree {
        Tree::Expression(expr) => env.eval(expr).map(drop)?,
        Tree::Statements(body) => env.run(body).map(drop)?,
    }
    Ok(Value::None)
}

/// `compile(source, filename, mode, …)`.
pub fn compile(args: Args) -> R<Value> {
    let names = ["source", "filename", "mode", "flags", "dont_inherit", "optimize"].map(Sym::intern);
    let [source, file, mode, ..] = args.bind("compile", names, 3, 0, 6)?;
    let [source, file, mode] = [source, file, mode].map(|x| x.cloned().unwrap_or(Value::None));
    let mode = match mode.to_str()?.as_str() {
        "exec" => Mode::Exec,
        "eval" => Mode::Eval,
        "single" => Mode::Single,
        _ => return Err(exc::ValueError.err("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    if mode == Mode::Single {
        return Err(exc::NotImplementedError.err("compile() with mode 'single' is not supported"));
    }
    let file = match strings::bytes_of(&file) {
        Some(bytes) => strings::decode(&bytes, None, None)?,
        None => file.to_str()?,
    };
    compiled(&source, &file, mode, "compile").map(|code| code.value())
}
