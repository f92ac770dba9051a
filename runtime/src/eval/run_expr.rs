//! Evaluating expressions of code that is only known at run time.
use crate::call::{ArgList, Cell, FnInfo, Function, Kind, Param};
use crate::error::{exc, R};
use crate::eval::ast::*;
use crate::eval::run::Step as Flow;
use crate::eval::space::Env;
use crate::iter::{GenExpr, Iter, Step};
use crate::map::Dict;
use crate::object::{ops, Attrs, PyObject, Ref, Str, Sym, TypeInfo, Value};
use std::rc::Rc;

/// What a function of run-time code captures: its definition and the scopes around it.
struct Closure {
    env: Rc<Env>,
    def: Rc<FnDef>,
}

/// A generator expression at one of its `for` clauses.
struct Clauses {
    env: Rc<Env>,
    comp: Rc<Comp>,
    level: usize,
}

static CAPTURED: TypeInfo = TypeInfo::plain("cell");

impl PyObject for Closure {
    const TYPE: &'static TypeInfo = &CAPTURED;
    const LAYOUT: u64 = 1;
}

impl PyObject for Clauses {
    const TYPE: &'static TypeInfo = &CAPTURED;
    const LAYOUT: u64 = 2;
}

/// The body of every function of run-time code.
fn call_def(function: &Function, values: &[Value]) -> R<Value> {
    let captured = function.cell(0).peek();
    let Some(closure) = captured.cast::<Closure>() else {
        return Ok(Value::None);
    };
    let def = &closure.def;
    if def.suspends {
        return Err(
            exc::NotImplementedError.err("generators in the text of exec() and eval() are not supported")
        );
    }
    let names = def.params.iter().map(|param| param.name);
    let locals = Attrs::new();
    names
        .zip(values)
        .for_each(|(name, value)| locals.set(name, value.clone()));
    let env = Rc::new(Env::frame(&closure.env, &def.scope, locals));
    Ok(match env.run(&def.body)? {
        Flow::Return(value) => value,
        _ => Value::None,
    })
}

/// One element of a generator expression's clause.
fn step(cells: &[Cell], element: &Value) -> R<Step> {
    let captured = cells[0].peek();
    let Some(this) = captured.cast::<Clauses>() else {
        return Ok(Step::Skip);
    };
    let clause = &this.comp.clauses[this.level];
    this.env.assign(&clause.target, element.clone())?;
    for condition in &clause.conditions {
        if !this.env.eval(condition)?.truth()? {
            return Ok(Step::Skip);
        }
    }
    match this.comp.clauses.get(this.level + 1) {
        Some(next) => {
            let source = this.env.eval(&next.iter)?.iter()?;
            Ok(Step::Inner(generator(
                &this.env,
                &this.comp,
                this.level + 1,
                source,
            )))
        }
        None => this.env.eval(&this.comp.item).map(Step::Item),
    }
}

fn generator(env: &Rc<Env>, comp: &Rc<Comp>, level: usize, source: Iter) -> Value {
    let clauses = Ref::new(Clauses {
        env: env.clone(),
        comp: comp.clone(),
        level,
    });
    GenExpr::value(source, vec![Cell::new(clauses.value())], step)
}

impl Env {
    fn all(self: &Rc<Env>, items: &[Expr]) -> R<Vec<Value>> {
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            match item {
                Expr::Starred(inner) => {
                    let list = crate::new_list(Vec::new());
                    crate::extend(&list, &self.eval(inner)?)?;
                    values.extend(list.iter()?.collect()?);
                }
                item => values.push(self.eval(item)?),
            }
        }
        Ok(values)
    }

    pub fn eval(self: &Rc<Env>, expr: &Expr) -> R<Value> {
        match expr {
            Expr::Const(value) => Ok(value.clone()),
            Expr::Name(name) => self.load(*name),
            Expr::Tuple(items) => self.all(items).map(crate::new_tuple),
            Expr::List(items) => self.all(items).map(crate::new_list),
            Expr::Set(items) => crate::new_set(self.all(items)?),
            Expr::Dict(pairs) => self.dict(pairs),
            Expr::Starred(inner) => self.eval(inner),
            Expr::Unary(op, operand) => ops::unary(*op, &self.eval(operand)?),
            Expr::Not(operand) => Ok(Value::Bool(!self.eval(operand)?.truth()?)),
            Expr::Binary(op, left, right) => {
                ops::binary(ops::Operator::new(*op), &self.eval(left)?, &self.eval(right)?)
            }
            Expr::And(items) => self.until(items, false),
            Expr::Or(items) => self.until(items, true),
            Expr::Compare(left, rest) => self.compare(left, rest),
            Expr::Cond(condition, then, other) => match self.eval(condition)?.truth()? {
                true => self.eval(then),
                false => self.eval(other),
            },
            Expr::Call(function, args) => {
                let function = match self.eval(function) {
                    Err(e) if e.is(&exc::NameError) => match &**function {
                        Expr::Name(name) => return self.about_caller(*name, args)?.ok_or(e),
                        _ => return Err(e),
                    },
                    function => function?,
                };
                function.call_list(self.arguments(args)?)
            }
            Expr::Attr(object, name) => self.eval(object)?.attr(*name),
            Expr::Item(object, key) => {
                let object = self.eval(object)?;
                object.get_item(&self.eval(key)?)
            }
            Expr::Slice(parts) => {
                let part = |i: usize| parts[i].as_ref().map_or(Ok(Value::None), |part| self.eval(part));
                Ok(crate::slice(part(0)?, part(1)?, part(2)?))
            }
            Expr::Lambda(def) => self.function(def),
            Expr::Comp(comp) => self.comprehension(comp),
            Expr::Walrus(name, value) => {
                let value = self.eval(value)?;
                self.store(*name, value.clone())?;
                Ok(value)
            }
            Expr::Fstring(parts) => self.text(parts).map(Value::from),
            Expr::Suspend(word) => {
                Err(exc::NotImplementedError.err(crate::join![*word, " is not supported here"]))
            }
        }
    }

    /// Builtins that look at their caller; None: `name` is none of them.
    fn about_caller(self: &Rc<Env>, name: Sym, args: &[Arg]) -> R<Option<Value>> {
        let run = match name.text() {
            "globals" if args.is_empty() => return Ok(Some(self.globals())),
            "locals" | "vars" if args.is_empty() => return Ok(Some(self.locals())),
            "eval" => crate::eval::eval,
            "exec" => crate::eval::exec,
            _ => return Ok(None),
        };
        let list = self.arguments(args)?;
        let [globals, locals] = crate::eval::CALLER.map(Sym::intern);
        let list = list.named(globals, self.globals()).named(locals, self.locals());
        list.call(name.text(), run).map(Some)
    }

    fn dict(self: &Rc<Env>, pairs: &[(Option<Expr>, Expr)]) -> R<Value> {
        let dict = Dict::new();
        for (key, value) in pairs {
            match key {
                Some(key) => {
                    let key = self.eval(key)?;
                    dict.set(key, self.eval(value)?)?;
                }
                None => crate::merge(&dict.value(), &self.eval(value)?)?,
            }
        }
        Ok(dict.value())
    }

    /// `and` and `or`: the first operand with that truth, else the last.
    fn until(self: &Rc<Env>, items: &[Expr], truth: bool) -> R<Value> {
        let mut value = Value::None;
        for item in items {
            value = self.eval(item)?;
            if value.truth()? == truth {
                break;
            }
        }
        Ok(value)
    }

    fn compare(self: &Rc<Env>, left: &Expr, rest: &[(Test, Expr)]) -> R<Value> {
        let mut left = self.eval(left)?;
        let mut result = Value::Bool(true);
        for (i, (test, right)) in rest.iter().enumerate() {
            let right = self.eval(right)?;
            result = match test {
                Test::Order(op) => ops::compare(*op, &left, &right)?,
                Test::Is(wanted) => Value::Bool(left.is(&right) == *wanted),
                Test::In(wanted) => Value::Bool(right.contains(&left)? == *wanted),
            };
            if i + 1 < rest.len() && !result.truth()? {
                break;
            }
            left = right;
        }
        Ok(result)
    }

    pub fn arguments(self: &Rc<Env>, args: &[Arg]) -> R<ArgList> {
        let mut list = ArgList::new();
        for arg in args {
            list = match arg {
                Arg::Plain(x) => list.item(self.eval(x)?),
                Arg::Star(x) => list.items(&self.eval(x)?),
                Arg::Named(name, x) => list.named(*name, self.eval(x)?),
                Arg::StarStar(x) => list.merge(&self.eval(x)?),
            };
        }
        Ok(list)
    }

    /// The text of an f-string or of a format.
    fn text(self: &Rc<Env>, parts: &[Part]) -> R<Str> {
        let mut out = String::new();
        for part in parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Field(expr, conversion, spec) => {
                    let mut value = self.eval(expr)?;
                    match conversion {
                        b'r' => value = Value::from(value.repr()?),
                        b's' => value = Value::from(value.to_str()?),
                        b'a' => value = crate::builtins::ascii(crate::Args::positional(&[value]))?,
                        _ => {}
                    }
                    out.push_str(value.format(&self.text(spec)?)?.as_str());
                }
            }
        }
        Ok(Str::from(out))
    }

    pub fn function(self: &Rc<Env>, def: &Rc<FnDef>) -> R<Value> {
        let mut defaults = Vec::new();
        for param in &def.params {
            if let Some(default) = &param.default {
                defaults.push(self.eval(default)?);
            }
        }
        let info = *def.info.get_or_init(|| {
            let params = def.params.iter().map(|p| match p.kind {
                Kind::StarStar => Param::keywords(p.name),
                kind => Param::new(p.name, kind, p.default.is_some()),
            });
            let module = self
                .module_name()
                .to_str()
                .map_or(String::new(), |name| name.as_str().to_string());
            let doc = def
                .doc
                .as_ref()
                .and_then(|doc| doc.as_str())
                .map(|doc| Sym::intern(doc.as_str()).text());
            let mut info = FnInfo::new(def.name.text(), Vec::leak(params.collect()), call_def);
            info.module = Sym::intern(&module).text();
            info.doc = doc;
            Box::leak(Box::new(info))
        });
        let closure = Ref::new(Closure {
            env: self.clone(),
            def: def.clone(),
        });
        Ok(Function::new(info, vec![Cell::new(closure.value())], defaults).value())
    }

    fn comprehension(self: &Rc<Env>, comp: &Rc<Comp>) -> R<Value> {
        let source = self.eval(&comp.clauses[0].iter)?.iter()?;
        let env = Rc::new(Env::frame(self, &comp.scope, Attrs::new()));
        let out = match comp.kind {
            CompKind::List => crate::new_list(Vec::new()),
            CompKind::Set => crate::new_set(Vec::new())?,
            CompKind::Dict => crate::empty_dict(),
            CompKind::Generator => return Ok(generator(&env, comp, 0, source)),
        };
        env.fill(comp, 0, source, &out)?;
        Ok(out)
    }

    fn fill(self: &Rc<Env>, comp: &Comp, level: usize, mut source: Iter, out: &Value) -> R<()> {
        let clause = &comp.clauses[level];
        'elements: while let Some(element) = source.next()? {
            self.assign(&clause.target, element)?;
            for condition in &clause.conditions {
                if !self.eval(condition)?.truth()? {
                    continue 'elements;
                }
            }
            if let Some(next) = comp.clauses.get(level + 1) {
                let source = self.eval(&next.iter)?.iter()?;
                self.fill(comp, level + 1, source, out)?;
                continue;
            }
            let item = self.eval(&comp.item)?;
            match (&comp.value, comp.kind) {
                (Some(value), _) => out.set_item(&item, self.eval(value)?)?,
                (None, CompKind::List) => crate::push(out, item),
                (None, _) => crate::add(out, item)?,
            }
        }
        Ok(())
    }
}
