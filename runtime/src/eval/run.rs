//! Running statements of code that is only known at run time.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::eval::ast::*;
use crate::eval::space::Env;
use crate::object::{ops, symbols as sym, Attrs, Class, Value};
use std::rc::Rc;

/// How a statement ended.
#[derive(Default)]
pub enum Step {
    #[default]
    Normal,
    Break,
    Continue,
    Return(Value),
}

impl Env {
    pub fn run(self: &Rc<Env>, body: &[Stmt]) -> R<Step> {
        for stmt in body {
            match self.statement(stmt)? {
                Step::Normal => {}
                other => return Ok(other),
            }
        }
        Ok(Step::Normal)
    }

    fn statement(self: &Rc<Env>, stmt: &Stmt) -> R<Step> {
        match stmt {
            Stmt::Expr(expr) => drop(self.eval(expr)?),
            Stmt::Assign(targets, value) => {
                let value = self.eval(value)?;
                for target in targets {
                    self.assign(target, value.clone())?;
                }
            }
            Stmt::Augmented(target, op, value) => self.augmented(target, *op, value)?,
            Stmt::Annotated(target, Some(value)) => self.assign(target, self.eval(value)?)?,
            Stmt::If(condition, then, orelse) => {
                let body = if self.eval(condition)?.truth()? {
                    then
                } else {
                    orelse
                };
                return self.run(body);
            }
            Stmt::While(condition, body, orelse) => {
                while self.eval(condition)?.truth()? {
                    match self.run(body)? {
                        Step::Break => return Ok(Step::Normal),
                        Step::Return(value) => return Ok(Step::Return(value)),
                        _ => {}
                    }
                }
                return self.run(orelse);
            }
            Stmt::For(target, iter, body, orelse) => {
                let mut iter = self.eval(iter)?.iter()?;
                while let Some(item) = iter.next()? {
                    self.assign(target, item)?;
                    match self.run(body)? {
                        Step::Break => return Ok(Step::Normal),
                        Step::Return(value) => return Ok(Step::Return(value)),
                        _ => {}
                    }
                }
                return self.run(orelse);
            }
            Stmt::Try {
                body,
                handlers,
                orelse,
                last,
            } => {
                let outcome = self.attempt(body, handlers, orelse);
                let _handling = crate::handling(&outcome);
                return match self.run(last)? {
                    Step::Normal => outcome,
                    other => Ok(other),
                };
            }
            Stmt::With(items, body) => return self.with(items, body),
            Stmt::Def(def, decorators) => {
                let function = self.function(def)?;
                let value = self.decorated(function, decorators)?;
                self.store(def.name, value)?;
            }
            Stmt::Class(def, decorators) => {
                let class = self.class_statement(def)?;
                let value = self.decorated(class, decorators)?;
                self.store(def.name, value)?;
            }
            Stmt::Return(value) => {
                let value = value.as_ref().map_or(Ok(Value::None), |value| self.eval(value))?;
                return Ok(Step::Return(value));
            }
            Stmt::Raise(error, cause) => return Err(self.raised(error.as_ref(), cause.as_ref())?),
            Stmt::Assert(test, text) => {
                if !self.eval(test)?.truth()? {
                    let text = text.as_ref().map(|text| self.eval(text)).transpose()?;
                    return Err(exc::AssertionError.err_with(text.into_iter().collect()));
                }
            }
            Stmt::Del(targets) => targets.iter().try_for_each(|target| self.delete_target(target))?,
            Stmt::Break => return Ok(Step::Break),
            Stmt::Continue => return Ok(Step::Continue),
            Stmt::Refused(what) => {
                let text = crate::join![*what, " in the text of exec() is not supported"];
                return Err(exc::NotImplementedError.err(text));
            }
            Stmt::Annotated(_, None) | Stmt::Pass => {}
        }
        Ok(Step::Normal)
    }

    fn attempt(self: &Rc<Env>, body: &[Stmt], handlers: &[Handler], orelse: &[Stmt]) -> R<Step> {
        let error = match self.run(body) {
            Ok(Step::Normal) => return self.run(orelse),
            Ok(other) => return Ok(other),
            Err(error) => error,
        };
        for handler in handlers {
            let _handling = error.handling();
            if let Some(kind) = &handler.kind {
                if !error.matches(&self.eval(kind)?)? {
                    continue;
                }
            }
            let Some(name) = handler.name else {
                return self.run(&handler.body);
            };
            self.store(name, error.value())?;
            let outcome = self.run(&handler.body);
            if let Err(e) = self.delete(name) {
                if !e.is(&exc::NameError) {
                    return Err(e);
                }
            }
            return outcome;
        }
        Err(error)
    }

    fn raised(self: &Rc<Env>, error: Option<&Expr>, cause: Option<&Expr>) -> R<PyErr> {
        let Some(error) = error else {
            return Ok(PyErr::reraise());
        };
        let error = self.eval(error)?;
        Ok(match cause {
            Some(cause) => PyErr::raise_from(&error, &self.eval(cause)?),
            None => PyErr::raise(&error),
        })
    }

    fn with(self: &Rc<Env>, items: &[(Expr, Option<Expr>)], body: &[Stmt]) -> R<Step> {
        let Some(((manager, target), rest)) = items.split_first() else {
            return self.run(body);
        };
        let (entered, leave) = crate::enter_with(&self.eval(manager)?)?;
        let bound = target
            .as_ref()
            .map_or(Ok(()), |target| self.assign(target, entered));
        let outcome = bound.and_then(|()| self.with(rest, body));
        crate::leave_with(&leave, outcome)
    }

    fn decorated(self: &Rc<Env>, value: Value, decorators: &[Expr]) -> R<Value> {
        let decorators = decorators
            .iter()
            .map(|decorator| self.eval(decorator))
            .collect::<R<Vec<Value>>>()?;
        decorators
            .iter()
            .rev()
            .try_fold(value, |value, decorator| decorator.call(&[value]))
    }

    fn class_statement(self: &Rc<Env>, def: &ClassDef) -> R<Value> {
        let mut bases = self.arguments(&def.bases)?;
        let names = crate::empty_dict();
        let body = Rc::new(Env::class(self, names.clone(), &def.scope));
        if let Some(Stmt::Expr(Expr::Const(doc))) = def.body.first() {
            if doc.as_str().is_some() {
                body.store(sym::__doc__, doc.clone())?;
            }
        }
        body.run(&def.body)?;
        let attrs = Attrs::new();
        let mut keys = names.iter()?;
        while let Some(key) = keys.next()? {
            attrs.set(crate::builtins::attribute_name(&key)?, names.get_item(&key)?);
        }
        let name = def.name.to_str();
        let args = bases.args()?;
        let keywords = Args {
            values: &args.values[args.plain().len()..],
            names: args.names,
        };
        Class::build(
            &name,
            &name,
            self.module_name(),
            args.plain().to_vec(),
            attrs,
            keywords,
        )
    }

    fn augmented(self: &Rc<Env>, target: &Expr, op: ops::BinOp, value: &Expr) -> R<()> {
        match target {
            Expr::Attr(object, name) => {
                let object = self.eval(object)?;
                let old = object.attr(*name)?;
                object.set_attr(
                    *name,
                    ops::inplace(ops::Operator::new(op), &old, &self.eval(value)?)?,
                )
            }
            Expr::Item(object, key) => {
                let (object, key) = (self.eval(object)?, self.eval(key)?);
                let old = object.get_item(&key)?;
                object.set_item(
                    &key,
                    ops::inplace(ops::Operator::new(op), &old, &self.eval(value)?)?,
                )
            }
            target => {
                let old = self.eval(target)?;
                self.assign(
                    target,
                    ops::inplace(ops::Operator::new(op), &old, &self.eval(value)?)?,
                )
            }
        }
    }

    pub fn assign(self: &Rc<Env>, target: &Expr, value: Value) -> R<()> {
        match target {
            Expr::Name(name) => self.store(*name, value),
            Expr::Attr(object, name) => self.eval(object)?.set_attr(*name, value),
            Expr::Item(object, key) => {
                let object = self.eval(object)?;
                object.set_item(&self.eval(key)?, value)
            }
            Expr::Starred(inner) => self.assign(inner, value),
            Expr::Tuple(items) | Expr::List(items) => {
                let star = items.iter().position(|item| matches!(item, Expr::Starred(_)));
                let values = crate::unpack_items(&value, items.len(), star)?;
                items
                    .iter()
                    .zip(values)
                    .try_for_each(|(item, value)| self.assign(item, value))
            }
            _ => Err(exc::SystemError.err("unexpected target")),
        }
    }

    fn delete_target(self: &Rc<Env>, target: &Expr) -> R<()> {
        match target {
            Expr::Name(name) => self.delete(*name),
            Expr::Attr(object, name) => self.eval(object)?.del_attr(*name),
            Expr::Item(object, key) => {
                let object = self.eval(object)?;
                object.del_item(&self.eval(key)?)
            }
            Expr::Tuple(items) | Expr::List(items) => {
                items.iter().try_for_each(|item| self.delete_target(item))
            }
            _ => Err(exc::SystemError.err("unexpected target")),
        }
    }
}
