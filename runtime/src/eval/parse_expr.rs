//! Expressions of code that is only known at run time.
use crate::call::Kind as ParamKind;
use crate::eval::ast::*;
use crate::eval::lex::{Kind, Token};
use crate::eval::parse::Parser;
use crate::eval::{literal, Fault};
use crate::object::{BinOp, CmpOp, Sym, UnaryOp, Value};
use std::rc::Rc;

type P<T> = Result<T, Fault>;

/// Words that are no names.
pub const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Binary operators by how tight they bind.
const LEVELS: [&[(&str, BinOp)]; 6] = [
    &[("|", BinOp::Or)],
    &[("^", BinOp::Xor)],
    &[("&", BinOp::And)],
    &[("<<", BinOp::LShift), (">>", BinOp::RShift)],
    &[("+", BinOp::Add), ("-", BinOp::Sub)],
    &[
        ("*", BinOp::Mul),
        ("/", BinOp::TrueDiv),
        ("//", BinOp::FloorDiv),
        ("%", BinOp::Mod),
        ("@", BinOp::MatMul),
    ],
];

/// Levels of nesting that are parsed.
const DEPTH: u32 = 150;

impl<'a> Parser<'a> {
    pub fn deeper<T>(&mut self, parse: impl FnOnce(&mut Self) -> P<T>) -> P<T> {
        self.depth += 1;
        if self.depth > DEPTH {
            return self.fault("too many nested parentheses");
        }
        let result = parse(self);
        self.depth -= 1;
        result
    }

    /// `a, *b, c` or one expression; a trailing comma makes a tuple.
    pub fn expressions(&mut self, star: bool) -> P<Expr> {
        let first = self.star_or(star, Self::expression)?;
        if !self.is_op(",") {
            return match first {
                Expr::Starred(_) => self.fault("can't use starred expression here"),
                one => Ok(one),
            };
        }
        let mut items = vec![first];
        while self.accept(",") {
            if !self.starts_expression() {
                break;
            }
            items.push(self.star_or(star, Self::expression)?);
        }
        Ok(Expr::Tuple(items))
    }

    fn star_or(&mut self, star: bool, parse: fn(&mut Self) -> P<Expr>) -> P<Expr> {
        if star && self.accept("*") {
            return Ok(Expr::Starred(Box::new(self.binary(0)?)));
        }
        parse(self)
    }

    /// What may follow a comma.
    pub fn starts_expression(&self) -> bool {
        let token = self.token();
        match token.kind {
            Kind::Name => {
                !KEYWORDS.contains(&token.text)
                    || matches!(
                        token.text,
                        "None" | "True" | "False" | "not" | "lambda" | "await" | "yield"
                    )
            }
            Kind::Number | Kind::Text => true,
            Kind::Op => matches!(token.text, "(" | "[" | "{" | "-" | "+" | "~" | "..." | "*"),
            _ => false,
        }
    }

    /// An expression or `name := value`.
    pub fn named_expression(&mut self) -> P<Expr> {
        let value = self.expression()?;
        if !self.is_op(":=") {
            return Ok(value);
        }
        let Expr::Name(name) = value else {
            return self.fault("cannot use assignment expressions with this target");
        };
        self.advance();
        let value = self.expression()?;
        self.bind_walrus(name)?;
        Ok(Expr::Walrus(name, Box::new(value)))
    }

    pub fn expression(&mut self) -> P<Expr> {
        self.deeper(|p| {
            if p.is_word("lambda") {
                return p.lambda();
            }
            if p.is_word("yield") {
                return p.suspension();
            }
            let value = p.disjunction()?;
            if !p.accept_word("if") {
                return Ok(value);
            }
            let condition = p.disjunction()?;
            if !p.accept_word("else") {
                return p.fault("expected 'else' after 'if' expression");
            }
            let other = p.expression()?;
            Ok(Expr::Cond(Box::new(condition), Box::new(value), Box::new(other)))
        })
    }

    /// `yield`, which only functions may hold.
    pub fn suspension(&mut self) -> P<Expr> {
        self.advance();
        if !self.in_function() {
            return self.fault("'yield' outside function");
        }
        if self.accept_word("from") {
            self.expression()?;
        } else if self.starts_expression() {
            self.expressions(true)?;
        }
        self.note_suspension();
        Ok(Expr::Suspend("yield"))
    }

    fn disjunction(&mut self) -> P<Expr> {
        let first = self.conjunction()?;
        if !self.is_word("or") {
            return Ok(first);
        }
        let mut items = vec![first];
        while self.accept_word("or") {
            items.push(self.conjunction()?);
        }
        Ok(Expr::Or(items))
    }

    fn conjunction(&mut self) -> P<Expr> {
        let first = self.inversion()?;
        if !self.is_word("and") {
            return Ok(first);
        }
        let mut items = vec![first];
        while self.accept_word("and") {
            items.push(self.inversion()?);
        }
        Ok(Expr::And(items))
    }

    fn inversion(&mut self) -> P<Expr> {
        if self.accept_word("not") {
            return self.deeper(|p| Ok(Expr::Not(Box::new(p.inversion()?))));
        }
        let left = self.binary(0)?;
        let mut rest = Vec::new();
        while let Some(test) = self.test() {
            rest.push((test, self.binary(0)?));
        }
        Ok(match rest.is_empty() {
            true => left,
            false => Expr::Compare(Box::new(left), rest),
        })
    }

    fn test(&mut self) -> Option<Test> {
        let orders = [
            ("==", CmpOp::Eq),
            ("!=", CmpOp::Ne),
            ("<", CmpOp::Lt),
            ("<=", CmpOp::Le),
            (">", CmpOp::Gt),
            (">=", CmpOp::Ge),
        ];
        if let Some((_, op)) = orders.iter().find(|(text, _)| self.is_op(text)) {
            self.advance();
            return Some(Test::Order(*op));
        }
        if self.is_word("not") && self.next_is_word("in") {
            self.advance();
            self.advance();
            return Some(Test::In(false));
        }
        if self.accept_word("in") {
            return Some(Test::In(true));
        }
        self.accept_word("is").then(|| Test::Is(!self.accept_word("not")))
    }

    pub fn binary(&mut self, level: usize) -> P<Expr> {
        let Some(ops) = LEVELS.get(level) else {
            return self.unary();
        };
        let mut left = self.binary(level + 1)?;
        while let Some((_, op)) = ops.iter().find(|(text, _)| self.is_op(text)) {
            self.advance();
            let right = self.binary(level + 1)?;
            left = Expr::Binary(*op, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn unary(&mut self) -> P<Expr> {
        let ops = [("-", UnaryOp::Neg), ("+", UnaryOp::Pos), ("~", UnaryOp::Invert)];
        if let Some((_, op)) = ops.iter().find(|(text, _)| self.is_op(text)) {
            self.advance();
            return self.deeper(|p| Ok(Expr::Unary(*op, Box::new(p.unary()?))));
        }
        let base = self.primary()?;
        if !self.accept("**") {
            return Ok(base);
        }
        let power = self.deeper(Self::unary)?;
        Ok(Expr::Binary(BinOp::Pow, Box::new(base), Box::new(power)))
    }

    fn primary(&mut self) -> P<Expr> {
        if self.is_word("await") {
            self.advance();
            if !self.in_function() {
                return self.fault("'await' outside function");
            }
            self.primary()?;
            self.note_suspension();
            return Ok(Expr::Suspend("await"));
        }
        let mut value = self.atom()?;
        loop {
            if self.accept(".") {
                let name = self.name()?;
                value = Expr::Attr(Box::new(value), name);
            } else if self.accept("(") {
                let args = self.arguments()?;
                value = Expr::Call(Box::new(value), args);
            } else if self.accept("[") {
                let key = self.subscripts()?;
                value = Expr::Item(Box::new(value), Box::new(key));
            } else {
                return Ok(value);
            }
        }
    }

    /// After `(`: the arguments of a call and `)`.
    pub fn arguments(&mut self) -> P<Vec<Arg>> {
        let mut args: Vec<Arg> = Vec::new();
        while !self.accept(")") {
            if self.accept("**") {
                args.push(Arg::StarStar(self.expression()?));
            } else if self.accept("*") {
                if args.iter().any(|a| matches!(a, Arg::StarStar(_))) {
                    return self.fault("iterable argument unpacking follows keyword argument unpacking");
                }
                args.push(Arg::Star(self.expression()?));
            } else {
                let arg = self.argument(&args)?;
                args.push(arg);
            }
            if !self.is_op(")") {
                self.expect(",")?;
            }
        }
        Ok(args)
    }

    fn argument(&mut self, before: &[Arg]) -> P<Arg> {
        let value = self.named_expression()?;
        if self.is_word("for") || self.is_word("async") {
            let comp = self.comprehension(CompKind::Generator, value, None)?;
            if !before.is_empty() || !self.is_op(")") {
                return self.fault("Generator expression must be parenthesized");
            }
            return Ok(Arg::Plain(comp));
        }
        if self.is_op("=") {
            let Expr::Name(name) = value else {
                return self.fault("expression cannot contain assignment, perhaps you meant \"==\"?");
            };
            self.advance();
            if before.iter().any(|a| matches!(a, Arg::Named(n, _) if *n == name)) {
                return self.fault(&format!("keyword argument repeated: {}", name.text()));
            }
            return Ok(Arg::Named(name, self.expression()?));
        }
        if before.iter().any(|a| matches!(a, Arg::StarStar(_))) {
            return self.fault("positional argument follows keyword argument unpacking");
        }
        if before.iter().any(|a| matches!(a, Arg::Named(..))) {
            return self.fault("positional argument follows keyword argument");
        }
        Ok(Arg::Plain(value))
    }

    fn subscripts(&mut self) -> P<Expr> {
        let first = self.subscript()?;
        let mut items = vec![first];
        let mut tuple = false;
        while self.accept(",") {
            tuple = true;
            if self.is_op("]") {
                break;
            }
            items.push(self.subscript()?);
        }
        self.expect("]")?;
        match items.pop() {
            Some(Expr::Starred(one)) => {
                items.push(Expr::Starred(one));
                Ok(Expr::Tuple(items))
            }
            Some(one) if !tuple => Ok(one),
            last => {
                items.extend(last);
                Ok(Expr::Tuple(items))
            }
        }
    }

    fn subscript(&mut self) -> P<Expr> {
        if self.accept("*") {
            return Ok(Expr::Starred(Box::new(self.binary(0)?)));
        }
        let mut parts: [Option<Node>; 3] = [None, None, None];
        if !self.is_op(":") {
            let first = self.named_expression()?;
            if !self.is_op(":") {
                return Ok(first);
            }
            parts[0] = Some(Box::new(first));
        }
        for part in &mut parts[1..] {
            if !self.accept(":") {
                break;
            }
            if !self.is_op(":") && !self.is_op("]") && !self.is_op(",") {
                *part = Some(Box::new(self.expression()?));
            }
        }
        Ok(Expr::Slice(parts))
    }

    fn atom(&mut self) -> P<Expr> {
        let token = self.token();
        match (token.kind, token.text) {
            (Kind::Number, text) => {
                self.advance();
                literal::number(text)
                    .map(Expr::Const)
                    .ok_or_else(|| Fault::syntax("invalid number", token.line))
            }
            (Kind::Text, _) => self.strings(),
            (Kind::Op, "(") => self.deeper(Self::parenthesised),
            (Kind::Op, "[") => self.deeper(Self::list),
            (Kind::Op, "{") => self.deeper(Self::braces),
            (Kind::Op, "...") => {
                self.advance();
                Ok(Expr::Const(Value::Ellipsis))
            }
            (Kind::Name, "None") => self.constant(Value::None),
            (Kind::Name, "True") => self.constant(Value::Bool(true)),
            (Kind::Name, "False") => self.constant(Value::Bool(false)),
            (Kind::Name, text) if !KEYWORDS.contains(&text) => Ok(Expr::Name(self.name()?)),
            (Kind::Indent, _) => Err(Fault::new("IndentationError", "unexpected indent", token.line)),
            _ => self.fault("invalid syntax"),
        }
    }

    fn constant(&mut self, value: Value) -> P<Expr> {
        self.advance();
        Ok(Expr::Const(value))
    }

    fn parenthesised(&mut self) -> P<Expr> {
        self.advance();
        if self.accept(")") {
            return Ok(Expr::Tuple(Vec::new()));
        }
        if self.is_word("yield") {
            let value = self.suspension()?;
            self.expect(")")?;
            return Ok(value);
        }
        let first = self.star_or(true, Self::named_expression)?;
        if self.is_word("for") || self.is_word("async") {
            let comp = self.comprehension(CompKind::Generator, first, None)?;
            self.expect(")")?;
            return Ok(comp);
        }
        if self.accept(")") {
            return match first {
                Expr::Starred(_) => self.fault("cannot use starred expression here"),
                one => Ok(one),
            };
        }
        let mut items = vec![first];
        while self.accept(",") {
            if self.is_op(")") {
                break;
            }
            items.push(self.star_or(true, Self::named_expression)?);
        }
        self.expect(")")?;
        Ok(Expr::Tuple(items))
    }

    fn list(&mut self) -> P<Expr> {
        self.advance();
        let mut items = Vec::new();
        while !self.accept("]") {
            items.push(self.star_or(true, Self::named_expression)?);
            if items.len() == 1 && (self.is_word("for") || self.is_word("async")) {
                let item = items.remove(0);
                let comp = self.comprehension(CompKind::List, item, None)?;
                self.expect("]")?;
                return Ok(comp);
            }
            if !self.is_op("]") {
                self.expect(",")?;
            }
        }
        Ok(Expr::List(items))
    }

    fn braces(&mut self) -> P<Expr> {
        self.advance();
        let mut pairs: Vec<(Option<Expr>, Expr)> = Vec::new();
        let mut items = Vec::new();
        while !self.accept("}") {
            if items.is_empty() && self.accept("**") {
                pairs.push((None, self.binary(0)?));
            } else {
                let key = self.star_or(true, Self::named_expression)?;
                if items.is_empty() && !matches!(key, Expr::Starred(_)) && self.accept(":") {
                    pairs.push((Some(key), self.expression()?));
                } else if pairs.is_empty() {
                    items.push(key);
                } else {
                    return self.fault("':' expected after dictionary key");
                }
                if (self.is_word("for") || self.is_word("async")) && pairs.len() + items.len() == 1 {
                    let comp = match (pairs.pop(), items.pop()) {
                        (Some((Some(key), value)), _) => {
                            self.comprehension(CompKind::Dict, key, Some(value))?
                        }
                        (_, Some(item)) => self.comprehension(CompKind::Set, item, None)?,
                        _ => return self.fault("dict unpacking cannot be used in dict comprehension"),
                    };
                    self.expect("}")?;
                    return Ok(comp);
                }
            }
            if !self.is_op("}") {
                self.expect(",")?;
            }
        }
        Ok(match items.is_empty() {
            true => Expr::Dict(pairs),
            false => Expr::Set(items),
        })
    }

    /// The `for` clauses after an item.
    fn comprehension(&mut self, kind: CompKind, item: Expr, value: Option<Expr>) -> P<Expr> {
        if matches!(item, Expr::Starred(_)) {
            return self.fault("iterable unpacking cannot be used in comprehension");
        }
        let mut clauses = Vec::new();
        let mut scope = Scope::default();
        while self.accept_word("for") {
            let target = self.target_list()?;
            self.bound_names(&target, &mut scope.locals)?;
            if !self.accept_word("in") {
                return self.fault("invalid syntax");
            }
            let iter = self.deeper(Self::disjunction)?;
            let mut conditions = Vec::new();
            while self.accept_word("if") {
                let condition = self.disjunction()?;
                conditions.push(match self.is_op(":=") {
                    true => self.fault("invalid syntax")?,
                    false => condition,
                });
            }
            clauses.push(Clause {
                target,
                iter,
                conditions,
            });
        }
        if clauses.is_empty() {
            return self.fault("asynchronous comprehension outside of an asynchronous function");
        }
        if let Some(name) = self
            .walrus_in_comp(&item, &scope)
            .or(value.as_ref().and_then(|v| self.walrus_in_comp(v, &scope)))
        {
            let text = format!(
                "assignment expression cannot rebind comprehension iteration variable '{}'",
                name.text()
            );
            return self.fault(&text);
        }
        let scope = Rc::new(scope);
        Ok(Expr::Comp(Rc::new(Comp {
            kind,
            item,
            value,
            clauses,
            scope,
        })))
    }

    /// `a, b` after `for`, up to `in`.
    pub fn target_list(&mut self) -> P<Expr> {
        let mut items = Vec::new();
        let mut tuple = false;
        loop {
            let item = match self.accept("*") {
                true => Expr::Starred(Box::new(self.binary(0)?)),
                false => self.binary(0)?,
            };
            items.push(item);
            if !self.accept(",") {
                break;
            }
            tuple = true;
            if self.is_word("in") {
                break;
            }
        }
        let target = match (tuple, items.pop()) {
            (false, Some(one)) => one,
            (_, last) => {
                items.extend(last);
                Expr::Tuple(items)
            }
        };
        self.check_target(&target, "assign to")?;
        Ok(target)
    }

    fn lambda(&mut self) -> P<Expr> {
        self.advance();
        let params = self.parameters(":", false)?;
        self.expect(":")?;
        let def = self.function(Sym::intern("<lambda>"), params, |p| {
            let value = p.expression()?;
            Ok(vec![Stmt::Return(Some(value))])
        })?;
        Ok(Expr::Lambda(Rc::new(def)))
    }

    /// Parameters up to (not including) `end`.
    pub fn parameters(&mut self, end: &str, annotated: bool) -> P<Vec<ParamDef>> {
        let mut params: Vec<ParamDef> = Vec::new();
        let (mut keyword_only, mut bare_star, mut slash) = (false, false, false);
        while !self.is_op(end) {
            if params.last().is_some_and(|p| p.kind == ParamKind::StarStar) {
                return self.fault("arguments cannot follow var-keyword argument");
            }
            if self.accept("**") {
                let name = self.parameter_name(&params, annotated)?;
                params.push(ParamDef {
                    name,
                    kind: ParamKind::StarStar,
                    default: None,
                });
                bare_star = false;
            } else if self.accept("*") {
                if keyword_only {
                    return self.fault("* argument may appear only once");
                }
                keyword_only = true;
                bare_star = self.is_op(",") || self.is_op(end);
                if !bare_star {
                    let name = self.parameter_name(&params, annotated)?;
                    params.push(ParamDef {
                        name,
                        kind: ParamKind::Star,
                        default: None,
                    });
                }
            } else if self.accept("/") {
                if slash || keyword_only || params.is_empty() {
                    return self.fault("invalid syntax");
                }
                slash = true;
                params.iter_mut().for_each(|p| p.kind = ParamKind::PositionalOnly);
            } else {
                let name = self.parameter_name(&params, annotated)?;
                let kind = if keyword_only {
                    ParamKind::KeywordOnly
                } else {
                    ParamKind::Plain
                };
                let default = if self.accept("=") {
                    Some(self.expression()?)
                } else {
                    None
                };
                if default.is_none() && !keyword_only && params.iter().any(|p| p.default.is_some()) {
                    return self.fault("non-default argument follows default argument");
                }
                bare_star = false;
                params.push(ParamDef { name, kind, default });
            }
            if !self.is_op(end) {
                self.expect(",")?;
            }
        }
        if bare_star {
            return self.fault("named arguments must follow bare *");
        }
        Ok(params)
    }

    fn parameter_name(&mut self, before: &[ParamDef], annotated: bool) -> P<Sym> {
        let name = self.name()?;
        if before.iter().any(|p| p.name == name) {
            return self.fault(&format!(
                "duplicate argument '{}' in function definition",
                name.text()
            ));
        }
        if annotated && self.accept(":") {
            self.expression()?;
        }
        Ok(name)
    }

    /// Adjacent string literals.
    fn strings(&mut self) -> P<Expr> {
        let (mut parts, mut bytes): (Vec<Part>, Option<bool>) = (Vec::new(), None);
        let mut data = Vec::new();
        while self.token().kind == Kind::Text {
            let token: Token = self.token();
            self.advance();
            let text = literal::Text::of(token)?;
            if bytes.is_some_and(|bytes| bytes != text.bytes) {
                return self.fault("cannot mix bytes and nonbytes literals");
            }
            bytes = Some(text.bytes);
            if text.bytes {
                data.extend(text.data()?);
            } else if text.format {
                parts.extend(self.fields(text.body, text.raw, token.line, 0)?.0);
            } else {
                parts.push(Part::Text(text.text()?));
            }
        }
        if bytes == Some(true) {
            return Ok(Expr::Const(crate::strings::bytes_value(data)));
        }
        if parts.iter().any(|part| matches!(part, Part::Field(..))) {
            return Ok(Expr::Fstring(parts));
        }
        let all = parts.into_iter().map(|part| match part {
            Part::Text(text) => text,
            Part::Field(..) => String::new(),
        });
        Ok(Expr::Const(Value::from(all.collect::<String>())))
    }

    /// The parts of an f-string's body, or of a format inside one (up to `}`); and how much was used.
    fn fields(&mut self, body: &'a str, raw: bool, line: u32, depth: u32) -> P<(Vec<Part>, usize)> {
        let (mut parts, mut text, mut at) = (Vec::new(), String::new(), 0);
        let bytes = body.as_bytes();
        while let Some(c) = bytes.get(at) {
            match c {
                b'{' if bytes.get(at + 1) == Some(&b'{') && depth == 0 => {
                    text.push('{');
                    at += 2;
                }
                b'}' if bytes.get(at + 1) == Some(&b'}') && depth == 0 => {
                    text.push('}');
                    at += 2;
                }
                b'}' if depth > 0 => break,
                b'}' => return Err(Fault::syntax("f-string: single '}' is not allowed", line)),
                b'{' => {
                    if depth > 1 {
                        return Err(Fault::syntax("f-string: expressions nested too deeply", line));
                    }
                    if !text.is_empty() {
                        parts.push(Part::Text(literal::unescaped(&text, raw, line)?));
                        text.clear();
                    }
                    at += 1 + self.field(&body[at + 1..], raw, line, depth, &mut parts)?;
                }
                b'\\' if !raw && bytes.get(at + 1) == Some(&b'N') && bytes.get(at + 2) == Some(&b'{') => {
                    return Err(Fault::syntax("\\N in an f-string is not supported here", line));
                }
                _ => {
                    let len = body[at..].chars().next().map_or(1, char::len_utf8);
                    text.push_str(&body[at..at + len]);
                    at += len;
                }
            }
        }
        if !text.is_empty() {
            parts.push(Part::Text(literal::unescaped(&text, raw, line)?));
        }
        Ok((parts, at))
    }

    /// One field after its `{`: adds its parts, answers how much was used.
    fn field(&mut self, body: &'a str, raw: bool, line: u32, depth: u32, parts: &mut Vec<Part>) -> P<usize> {
        let end = literal::field_end(body, line)?;
        let source = &body[..end];
        if source.contains('\\') {
            return Err(Fault::syntax(
                "f-string expression part cannot include a backslash",
                line,
            ));
        }
        if source.trim().is_empty() {
            return Err(Fault::syntax("f-string: empty expression not allowed", line));
        }
        let rest = body[end..].as_bytes();
        let (mut at, mut shown) = (end, false);
        if rest.first() == Some(&b'=') {
            shown = true;
            at += 1;
            at += body[at..].len() - body[at..].trim_start().len();
        }
        let expr = self.nested(source, line)?;
        if shown {
            parts.push(Part::Text(body[..at].to_string()));
        }
        let mut conversion = 0;
        if body.as_bytes().get(at) == Some(&b'!') {
            conversion = body.as_bytes().get(at + 1).copied().unwrap_or(0);
            if !matches!(conversion, b's' | b'r' | b'a')
                || !matches!(body.as_bytes().get(at + 2), Some(b':' | b'}'))
            {
                let text = "f-string: invalid conversion character: expected 's', 'r', or 'a'";
                return Err(Fault::syntax(text, line));
            }
            at += 2;
        }
        let mut spec = Vec::new();
        if body.as_bytes().get(at) == Some(&b':') {
            let (inner, used) = self.fields(&body[at + 1..], raw, line, depth + 1)?;
            spec = inner;
            at += 1 + used;
        } else if shown && conversion == 0 {
            conversion = b'r';
        }
        if body.as_bytes().get(at) != Some(&b'}') {
            return Err(Fault::syntax("f-string: expecting '}'", line));
        }
        parts.push(Part::Field(expr, conversion, spec));
        Ok(at + 1)
    }
}
