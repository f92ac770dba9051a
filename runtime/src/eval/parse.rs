//! Statements of code that is only known at run time, and the rules of names that CPython's symbol table checks.
use crate::eval::ast::*;
use crate::eval::lex::{self, Kind, Token};
use crate::eval::parse_expr::KEYWORDS;
use crate::eval::Fault;
use crate::object::{BinOp, Sym, Value};
use std::cell::OnceCell;
use std::collections::HashSet;
use std::rc::Rc;

type P<T> = Result<T, Fault>;

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Module,
    Class,
    Function,
}

/// What is being parsed: its names, and what may stand in it.
struct Context {
    place: Place,
    scope: Scope,
    params: HashSet<Sym>,
    loops: u32,
    suspends: bool,
    /// Names that functions inside declared nonlocal and that no scope has bound yet.
    wanted: Vec<Sym>,
}

pub struct Parser<'a> {
    tokens: Vec<Token<'a>>,
    at: usize,
    pub depth: u32,
    contexts: Vec<Context>,
}

const AUGMENTED: [(&str, BinOp); 13] = [
    ("+=", BinOp::Add),
    ("-=", BinOp::Sub),
    ("*=", BinOp::Mul),
    ("@=", BinOp::MatMul),
    ("/=", BinOp::TrueDiv),
    ("//=", BinOp::FloorDiv),
    ("%=", BinOp::Mod),
    ("**=", BinOp::Pow),
    ("<<=", BinOp::LShift),
    (">>=", BinOp::RShift),
    ("&=", BinOp::And),
    ("^=", BinOp::Xor),
    ("|=", BinOp::Or),
];

const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// The statements of a module.
pub fn module(text: &str) -> P<Vec<Stmt>> {
    let mut parser = Parser::new(lex::tokens(text)?);
    parser.enter(Place::Module, HashSet::new());
    let mut body = Vec::new();
    while parser.token().kind != Kind::End {
        parser.statement(&mut body)?;
    }
    parser.leave()?;
    Ok(body)
}

/// One expression, as `eval` takes it.
pub fn expression(text: &str) -> P<Expr> {
    let mut parser = Parser::new(lex::tokens(text)?);
    parser.enter(Place::Module, HashSet::new());
    let value = parser.expressions(true)?;
    while parser.token().kind == Kind::Newline {
        parser.advance();
    }
    if parser.token().kind != Kind::End {
        return parser.fault("invalid syntax");
    }
    parser.leave()?;
    Ok(value)
}

impl<'a> Parser<'a> {
    fn new(tokens: Vec<Token<'a>>) -> Parser<'a> {
        Parser {
            tokens,
            at: 0,
            depth: 0,
            contexts: Vec::new(),
        }
    }

    // ---- tokens ----

    pub fn token(&self) -> Token<'a> {
        self.tokens[self.at.min(self.tokens.len() - 1)]
    }
    pub fn advance(&mut self) {
        self.at += 1;
    }
    pub fn is_op(&self, text: &str) -> bool {
        let token = self.token();
        token.kind == Kind::Op && token.text == text
    }
    pub fn accept(&mut self, text: &str) -> bool {
        let found = self.is_op(text);
        self.at += usize::from(found);
        found
    }
    pub fn expect(&mut self, text: &str) -> P<()> {
        if self.accept(text) {
            return Ok(());
        }
        self.fault(if text == ":" {
            "expected ':'"
        } else {
            "invalid syntax"
        })
    }
    pub fn is_word(&self, text: &str) -> bool {
        let token = self.token();
        token.kind == Kind::Name && token.text == text
    }
    pub fn next_is_word(&self, text: &str) -> bool {
        let next = self.tokens.get(self.at + 1);
        next.is_some_and(|token| token.kind == Kind::Name && token.text == text)
    }
    pub fn accept_word(&mut self, text: &str) -> bool {
        let found = self.is_word(text);
        self.at += usize::from(found);
        found
    }
    pub fn name(&mut self) -> P<Sym> {
        let token = self.token();
        if token.kind != Kind::Name || KEYWORDS.contains(&token.text) {
            return self.fault("invalid syntax");
        }
        self.advance();
        Ok(Sym::intern(token.text))
    }
    pub fn fault<T>(&self, text: &str) -> P<T> {
        Err(Fault::syntax(text, self.token().line))
    }

    /// An expression inside an f-string.
    pub fn nested(&mut self, source: &'a str, line: u32) -> P<Expr> {
        let mut tokens = lex::tokens(source.trim()).map_err(|fault| Fault { line, ..fault })?;
        tokens.iter_mut().for_each(|token| token.line = line);
        let outer = (std::mem::replace(&mut self.tokens, tokens), self.at);
        self.at = 0;
        let value = self.expressions(true).and_then(|value| {
            while self.token().kind == Kind::Newline {
                self.advance();
            }
            match self.token().kind {
                Kind::End => Ok(value),
                _ => self.fault("f-string: invalid syntax"),
            }
        });
        (self.tokens, self.at) = outer;
        value
    }

    // ---- names ----

    fn enter(&mut self, place: Place, params: HashSet<Sym>) {
        let scope = Scope {
            locals: params.clone(),
            ..Scope::default()
        };
        let (loops, suspends, wanted) = (0, false, Vec::new());
        self.contexts.push(Context {
            place,
            scope,
            params,
            loops,
            suspends,
            wanted,
        });
    }

    /// Ends a scope; what it does not bind is looked for outside.
    fn leave(&mut self) -> P<(Scope, bool)> {
        let Some(context) = self.contexts.pop() else {
            return self.fault("invalid syntax");
        };
        let Context {
            place,
            scope,
            suspends,
            mut wanted,
            ..
        } = context;
        if place == Place::Function {
            wanted.retain(|name| !scope.locals.contains(name) || scope.nonlocals.contains(name));
        }
        wanted.extend(scope.nonlocals.iter());
        match self.contexts.last_mut() {
            Some(outer) => outer.wanted.extend(wanted),
            None => {
                if let Some(name) = wanted.first() {
                    return Err(Fault::syntax(
                        &format!("no binding for nonlocal '{}' found", name.text()),
                        1,
                    ));
                }
            }
        }
        Ok((scope, suspends))
    }

    fn bind(&mut self, name: Sym) {
        if let Some(context) = self.contexts.last_mut() {
            context.scope.locals.insert(name);
        }
    }

    pub fn bind_walrus(&mut self, name: Sym) -> P<()> {
        self.bind(name);
        Ok(())
    }

    pub fn in_function(&self) -> bool {
        self.contexts.last().is_some_and(|c| c.place == Place::Function)
    }

    pub fn note_suspension(&mut self) {
        if let Some(context) = self.contexts.last_mut() {
            context.suspends = true;
        }
    }

    /// A function's body in a scope of its own.
    pub fn function(
        &mut self,
        name: Sym,
        params: Vec<ParamDef>,
        body: impl FnOnce(&mut Self) -> P<Vec<Stmt>>,
    ) -> P<FnDef> {
        self.enter(Place::Function, params.iter().map(|p| p.name).collect());
        let body = body(self)?;
        let (scope, suspends) = self.leave()?;
        let doc = match body.first() {
            Some(Stmt::Expr(Expr::Const(value))) if value.as_str().is_some() => Some(value.clone()),
            _ => None,
        };
        Ok(FnDef {
            name,
            params,
            body,
            scope: Rc::new(scope),
            suspends,
            doc,
            info: OnceCell::new(),
        })
    }

    /// The names that a target binds.
    pub fn bound_names(&self, target: &Expr, names: &mut HashSet<Sym>) -> P<()> {
        match target {
            Expr::Name(name) => drop(names.insert(*name)),
            Expr::Starred(inner) => self.bound_names(inner, names)?,
            Expr::Tuple(items) | Expr::List(items) => {
                for item in items {
                    self.bound_names(item, names)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn bind_target(&mut self, target: &Expr) -> P<()> {
        let mut names = HashSet::new();
        self.bound_names(target, &mut names)?;
        names.into_iter().for_each(|name| self.bind(name));
        Ok(())
    }

    /// A walrus inside a comprehension that rebinds one of its variables.
    pub fn walrus_in_comp(&self, expr: &Expr, scope: &Scope) -> Option<Sym> {
        let mut found = None;
        expr.visit(&mut |e| match e {
            Expr::Walrus(name, _) if scope.locals.contains(name) => found = Some(*name),
            _ => {}
        });
        found
    }

    pub fn check_target(&self, target: &Expr, verb: &str) -> P<()> {
        let what = match target {
            Expr::Name(_) | Expr::Attr(..) | Expr::Item(..) => return Ok(()),
            Expr::Tuple(items) | Expr::List(items) => {
                if items
                    .iter()
                    .filter(|item| matches!(item, Expr::Starred(_)))
                    .count()
                    > 1
                {
                    return self.fault("multiple starred expressions in assignment");
                }
                return items.iter().try_for_each(|item| match item {
                    Expr::Starred(inner) if verb != "delete" => self.check_target(inner, verb),
                    item => self.check_target(item, verb),
                });
            }
            other => other.describe(),
        };
        self.fault(&format!("cannot {verb} {what}"))
    }

    // ---- statements ----

    /// `:` and the block after it.
    fn block(&mut self, after: &str) -> P<Vec<Stmt>> {
        let line = self.token().line;
        self.expect(":")?;
        let mut body = Vec::new();
        if self.token().kind != Kind::Newline {
            self.simple_statements(&mut body)?;
            return Ok(body);
        }
        self.advance();
        if self.token().kind != Kind::Indent {
            let text = format!("expected an indented block after {after} on line {line}");
            return Err(Fault::new("IndentationError", &text, self.token().line));
        }
        self.advance();
        self.deeper(|p| {
            while p.token().kind != Kind::Dedent && p.token().kind != Kind::End {
                p.statement(&mut body)?;
            }
            Ok(())
        })?;
        self.advance();
        Ok(body)
    }

    fn statement(&mut self, out: &mut Vec<Stmt>) -> P<()> {
        let token = self.token();
        if token.kind == Kind::Indent {
            return Err(Fault::new("IndentationError", "unexpected indent", token.line));
        }
        let stmt = match (token.kind, token.text) {
            (Kind::Op, "@") => self.decorated()?,
            (Kind::Name, "if") => self.if_statement("'if' statement")?,
            (Kind::Name, "while") => {
                self.advance();
                let condition = self.named_expression()?;
                let body = self.loop_body("'while' statement")?;
                Stmt::While(condition, body, self.orelse()?)
            }
            (Kind::Name, "for") => self.for_statement()?,
            (Kind::Name, "try") => self.try_statement()?,
            (Kind::Name, "with") => self.with_statement()?,
            (Kind::Name, "def") => self.definition(Vec::new())?,
            (Kind::Name, "class") => self.class(Vec::new())?,
            (Kind::Name, "async") => {
                self.advance();
                if !self.is_word("def") {
                    return self.fault("'async' outside async function");
                }
                self.definition(Vec::new())?;
                Stmt::Refused("async def")
            }
            _ => return self.simple_statements(out),
        };
        out.push(stmt);
        Ok(())
    }

    fn simple_statements(&mut self, out: &mut Vec<Stmt>) -> P<()> {
        loop {
            let stmt = self.simple_statement(out.is_empty())?;
            out.push(stmt);
            if !self.accept(";") || self.token().kind == Kind::Newline {
                break;
            }
        }
        match self.token().kind {
            Kind::Newline => self.advance(),
            Kind::End => {}
            _ => return self.fault("invalid syntax"),
        }
        Ok(())
    }

    fn simple_statement(&mut self, first: bool) -> P<Stmt> {
        let token = self.token();
        if token.kind != Kind::Name {
            return self.assignment();
        }
        let in_loop = self.contexts.last().is_some_and(|c| c.loops > 0);
        match token.text {
            "pass" => self.advance(),
            "break" if in_loop => {
                self.advance();
                return Ok(Stmt::Break);
            }
            "break" => return self.fault("'break' outside loop"),
            "continue" if in_loop => {
                self.advance();
                return Ok(Stmt::Continue);
            }
            "continue" => return self.fault("'continue' not properly in loop"),
            "return" => {
                self.advance();
                if !self.in_function() {
                    return self.fault("'return' outside function");
                }
                let value = if self.starts_expression() {
                    Some(self.expressions(true)?)
                } else {
                    None
                };
                return Ok(Stmt::Return(value));
            }
            "raise" => {
                self.advance();
                let error = if self.starts_expression() {
                    Some(self.expression()?)
                } else {
                    None
                };
                let cause = if error.is_some() && self.accept_word("from") {
                    Some(self.expression()?)
                } else {
                    None
                };
                return Ok(Stmt::Raise(error, cause));
            }
            "assert" => {
                self.advance();
                let test = self.expression()?;
                let text = if self.accept(",") {
                    Some(self.expression()?)
                } else {
                    None
                };
                return Ok(Stmt::Assert(test, text));
            }
            "del" => return self.deletion(),
            "global" | "nonlocal" => return self.declaration(token.text),
            "import" => return self.import(),
            "from" => return self.import_from(first),
            _ => return self.assignment(),
        }
        Ok(Stmt::Pass)
    }

    fn deletion(&mut self) -> P<Stmt> {
        self.advance();
        let targets = match self.expressions(true)? {
            Expr::Tuple(items) => items,
            one => vec![one],
        };
        for target in &targets {
            self.check_target(target, "delete")?;
            self.bind_target(target)?;
        }
        Ok(Stmt::Del(targets))
    }

    fn declaration(&mut self, word: &str) -> P<Stmt> {
        self.advance();
        let mut names = vec![self.name()?];
        while self.accept(",") {
            names.push(self.name()?);
        }
        let line = self.token().line;
        let Some(context) = self.contexts.last_mut() else {
            return Ok(Stmt::Pass);
        };
        if word == "nonlocal" && context.place == Place::Module {
            return self.fault("nonlocal declaration not allowed at module level");
        }
        for name in &names {
            let what = if context.params.contains(name) {
                format!("name '{}' is parameter and {word}", name.text())
            } else if context.scope.globals.contains(name) && word == "nonlocal"
                || context.scope.nonlocals.contains(name) && word == "global"
            {
                format!("name '{}' is nonlocal and global", name.text())
            } else if context.scope.locals.contains(name) {
                format!("name '{}' is assigned to before {word} declaration", name.text())
            } else {
                let set = if word == "global" {
                    &mut context.scope.globals
                } else {
                    &mut context.scope.nonlocals
                };
                set.insert(*name);
                continue;
            };
            return Err(Fault::syntax(&what, line));
        }
        Ok(Stmt::Pass)
    }

    fn dotted(&mut self) -> P<Sym> {
        let first = self.name()?;
        while self.accept(".") {
            self.name()?;
        }
        Ok(first)
    }

    fn import(&mut self) -> P<Stmt> {
        self.advance();
        loop {
            let mut name = self.dotted()?;
            if self.accept_word("as") {
                name = self.name()?;
            }
            self.bind(name);
            if !self.accept(",") {
                return Ok(Stmt::Refused("import"));
            }
        }
    }

    fn import_from(&mut self, first: bool) -> P<Stmt> {
        self.advance();
        while self.accept(".") || self.accept("...") {}
        let future = self.is_word("__future__");
        if !self.is_word("import") {
            self.dotted()?;
        }
        if !self.accept_word("import") {
            return self.fault("invalid syntax");
        }
        if future && !first {
            return self.fault("from __future__ imports must occur at the beginning of the file");
        }
        if self.accept("*") {
            return Ok(Stmt::Refused("import"));
        }
        let bracket = self.accept("(");
        loop {
            let mut name = self.name()?;
            if future && !FEATURES.contains(&name.text()) {
                return self.fault(&format!("future feature {} is not defined", name.text()));
            }
            if self.accept_word("as") {
                name = self.name()?;
            }
            self.bind(name);
            if !self.accept(",") || bracket && self.is_op(")") {
                break;
            }
        }
        if bracket {
            self.expect(")")?;
        }
        Ok(if future {
            Stmt::Pass
        } else {
            Stmt::Refused("import")
        })
    }

    fn value(&mut self) -> P<Expr> {
        if self.is_word("yield") {
            return self.suspension();
        }
        self.expressions(true)
    }

    /// An expression, an assignment, or an annotation.
    fn assignment(&mut self) -> P<Stmt> {
        let word = self.token().text;
        let first = self.value()?;
        if let Some((_, op)) = AUGMENTED.iter().find(|(text, _)| self.is_op(text)) {
            if !matches!(first, Expr::Name(_) | Expr::Attr(..) | Expr::Item(..)) {
                return self.fault(&format!(
                    "'{}' is an illegal expression for augmented assignment",
                    first.describe()
                ));
            }
            self.advance();
            self.bind_target(&first)?;
            return Ok(Stmt::Augmented(first, *op, self.value()?));
        }
        if self.accept(":") {
            if !matches!(first, Expr::Name(_) | Expr::Attr(..) | Expr::Item(..)) {
                return self.fault("illegal target for annotation");
            }
            self.expression()?;
            self.bind_target(&first)?;
            let value = if self.accept("=") {
                Some(self.value()?)
            } else {
                None
            };
            return Ok(Stmt::Annotated(first, value));
        }
        if !self.is_op("=") {
            if matches!(word, "print" | "exec") && matches!(first, Expr::Name(_)) && self.starts_expression()
            {
                return self.fault(&format!(
                    "Missing parentheses in call to '{word}'. Did you mean {word}(...)?"
                ));
            }
            return Ok(Stmt::Expr(first));
        }
        let mut targets = vec![first];
        while self.accept("=") {
            targets.push(self.value()?);
        }
        let Some(value) = targets.pop() else {
            return Ok(Stmt::Pass);
        };
        for target in &targets {
            self.check_target(target, "assign to")
                .map_err(|fault| match target {
                    Expr::Tuple(_) | Expr::List(_) | Expr::Suspend(_) => fault,
                    Expr::Const(Value::None | Value::Bool(_) | Value::Ellipsis) => fault,
                    _ => fault.with(" here. Maybe you meant '==' instead of '='?"),
                })?;
            self.bind_target(target)?;
        }
        Ok(Stmt::Assign(targets, value))
    }

    fn if_statement(&mut self, what: &str) -> P<Stmt> {
        self.advance();
        let condition = self.named_expression()?;
        let body = self.block(what)?;
        let orelse = match self.is_word("elif") {
            true => vec![self.deeper(|p| p.if_statement("'elif' statement"))?],
            false => self.orelse()?,
        };
        Ok(Stmt::If(condition, body, orelse))
    }

    fn orelse(&mut self) -> P<Vec<Stmt>> {
        match self.accept_word("else") {
            true => self.block("'else' statement"),
            false => Ok(Vec::new()),
        }
    }

    fn loop_body(&mut self, what: &str) -> P<Vec<Stmt>> {
        self.contexts.iter_mut().rev().take(1).for_each(|c| c.loops += 1);
        let body = self.block(what);
        self.contexts.iter_mut().rev().take(1).for_each(|c| c.loops -= 1);
        body
    }

    fn for_statement(&mut self) -> P<Stmt> {
        self.advance();
        let target = self.target_list()?;
        self.bind_target(&target)?;
        if !self.accept_word("in") {
            return self.fault("invalid syntax");
        }
        let iter = self.expressions(true)?;
        let body = self.loop_body("'for' statement")?;
        Ok(Stmt::For(target, iter, body, self.orelse()?))
    }

    fn try_statement(&mut self) -> P<Stmt> {
        self.advance();
        let body = self.block("'try' statement")?;
        let mut handlers: Vec<Handler> = Vec::new();
        while self.accept_word("except") {
            if handlers.last().is_some_and(|h| h.kind.is_none()) {
                return self.fault("default 'except:' must be last");
            }
            if self.is_op("*") {
                return self.fault("except* is not supported here");
            }
            let (mut kind, mut name) = (None, None);
            if !self.is_op(":") {
                kind = Some(self.expression()?);
                if self.is_op(",") {
                    return self.fault("multiple exception types must be parenthesized");
                }
                if self.accept_word("as") {
                    let bound = self.name()?;
                    self.bind(bound);
                    name = Some(bound);
                }
            }
            let body = self.block("'except' statement")?;
            handlers.push(Handler { kind, name, body });
        }
        let orelse = if handlers.is_empty() {
            Vec::new()
        } else {
            self.orelse()?
        };
        let last = match self.accept_word("finally") {
            true => self.block("'finally' statement")?,
            false if handlers.is_empty() => return self.fault("expected 'except' or 'finally' block"),
            false => Vec::new(),
        };
        Ok(Stmt::Try {
            body,
            handlers,
            orelse,
            last,
        })
    }

    fn with_statement(&mut self) -> P<Stmt> {
        self.advance();
        let mark = self.at;
        let bracket = self.accept("(");
        let items = match self.with_items(bracket) {
            Ok(items) if self.is_op(":") => items,
            // The bracket belongs to the first manager's expression.
            _ if bracket => {
                self.at = mark;
                self.with_items(false)?
            }
            Ok(_) => return self.fault("expected ':'"),
            Err(fault) => return Err(fault),
        };
        let body = self.block("'with' statement")?;
        Ok(Stmt::With(items, body))
    }

    fn with_items(&mut self, bracket: bool) -> P<Vec<(Expr, Option<Expr>)>> {
        let mut items = Vec::new();
        loop {
            let manager = self.expression()?;
            let mut target = None;
            if self.accept_word("as") {
                let bound = self.binary(0)?;
                self.check_target(&bound, "assign to")?;
                self.bind_target(&bound)?;
                target = Some(bound);
            }
            items.push((manager, target));
            if !self.accept(",") || bracket && self.is_op(")") {
                break;
            }
        }
        if bracket {
            self.expect(")")?;
        }
        Ok(items)
    }

    fn decorated(&mut self) -> P<Stmt> {
        let mut decorators = Vec::new();
        while self.accept("@") {
            decorators.push(self.named_expression()?);
            if self.token().kind != Kind::Newline {
                return self.fault("invalid syntax");
            }
            self.advance();
        }
        match self.token().text {
            "def" => self.definition(decorators),
            "class" => self.class(decorators),
            _ => self.fault("invalid syntax"),
        }
    }

    fn definition(&mut self, decorators: Vec<Expr>) -> P<Stmt> {
        self.advance();
        let name = self.name()?;
        self.expect("(")?;
        let params = self.parameters(")", true)?;
        self.expect(")")?;
        if self.accept("->") {
            self.expression()?;
        }
        self.bind(name);
        let def = self.function(name, params, |p| p.block("function definition"))?;
        Ok(Stmt::Def(Rc::new(def), decorators))
    }

    fn class(&mut self, decorators: Vec<Expr>) -> P<Stmt> {
        self.advance();
        let name = self.name()?;
        let bases = if self.accept("(") {
            self.arguments()?
        } else {
            Vec::new()
        };
        self.bind(name);
        self.enter(Place::Class, HashSet::new());
        let body = self.block("class definition")?;
        let (scope, _) = self.leave()?;
        let def = ClassDef {
            name,
            bases,
            body,
            scope: Rc::new(scope),
        };
        Ok(Stmt::Class(Rc::new(def), decorators))
    }
}
