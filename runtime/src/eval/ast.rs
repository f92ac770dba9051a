//! The syntax tree of code that is only known at run time.
use crate::call::FnInfo;
use crate::object::{BinOp, CmpOp, Sym, UnaryOp, Value};
use std::cell::OnceCell;
use std::collections::HashSet;
use std::rc::Rc;

pub type Node = Box<Expr>;

#[derive(Clone, Copy, PartialEq)]
pub enum Test {
    Order(CmpOp),
    Is(bool),
    In(bool),
}

#[derive(Clone, Copy, PartialEq)]
pub enum CompKind {
    List,
    Set,
    Dict,
    Generator,
}

pub struct Clause {
    pub target: Expr,
    pub iter: Expr,
    pub conditions: Vec<Expr>,
}

pub struct Comp {
    pub kind: CompKind,
    /// The key, for a dict.
    pub item: Expr,
    pub value: Option<Expr>,
    pub clauses: Vec<Clause>,
    pub scope: Rc<Scope>,
}

pub enum Arg {
    Plain(Expr),
    Star(Expr),
    Named(Sym, Expr),
    StarStar(Expr),
}

pub enum Part {
    Text(String),
    /// Expression, conversion (0: none), format.
    Field(Expr, u8, Vec<Part>),
}

pub enum Expr {
    Const(Value),
    Name(Sym),
    Tuple(Vec<Expr>),
    List(Vec<Expr>),
    Set(Vec<Expr>),
    Dict(Vec<(Option<Expr>, Expr)>),
    Starred(Node),
    Unary(UnaryOp, Node),
    Not(Node),
    Binary(BinOp, Node, Node),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Compare(Node, Vec<(Test, Expr)>),
    /// Condition, then, else.
    Cond(Node, Node, Node),
    Call(Node, Vec<Arg>),
    Attr(Node, Sym),
    Item(Node, Node),
    Slice([Option<Node>; 3]),
    Lambda(Rc<FnDef>),
    Comp(Rc<Comp>),
    Walrus(Sym, Node),
    Fstring(Vec<Part>),
    /// `yield` and `await`: only functions that are not run may hold them.
    Suspend(&'static str),
}

pub struct ParamDef {
    pub name: Sym,
    pub kind: crate::call::Kind,
    pub default: Option<Expr>,
}

/// Which names a function, a class or a comprehension binds, and where the others are.
#[derive(Default)]
pub struct Scope {
    pub locals: HashSet<Sym>,
    pub globals: HashSet<Sym>,
    pub nonlocals: HashSet<Sym>,
}

pub struct FnDef {
    pub name: Sym,
    pub params: Vec<ParamDef>,
    pub body: Vec<Stmt>,
    pub scope: Rc<Scope>,
    pub suspends: bool,
    pub doc: Option<Value>,
    /// The description that its function objects share, made at the first.
    pub info: OnceCell<&'static FnInfo>,
}

pub struct ClassDef {
    pub name: Sym,
    pub bases: Vec<Arg>,
    pub body: Vec<Stmt>,
    pub scope: Rc<Scope>,
}

pub struct Handler {
    pub kind: Option<Expr>,
    pub name: Option<Sym>,
    pub body: Vec<Stmt>,
}

pub enum Stmt {
    Expr(Expr),
    Assign(Vec<Expr>, Expr),
    Augmented(Expr, BinOp, Expr),
    /// `target: annotation = value`.
    Annotated(Expr, Option<Expr>),
    If(Expr, Vec<Stmt>, Vec<Stmt>),
    While(Expr, Vec<Stmt>, Vec<Stmt>),
    For(Expr, Expr, Vec<Stmt>, Vec<Stmt>),
    Try {
        body: Vec<Stmt>,
        handlers: Vec<Handler>,
        orelse: Vec<Stmt>,
        last: Vec<Stmt>,
    },
    With(Vec<(Expr, Option<Expr>)>, Vec<Stmt>),
    Def(Rc<FnDef>, Vec<Expr>),
    Class(Rc<ClassDef>, Vec<Expr>),
    Return(Option<Expr>),
    Raise(Option<Expr>, Option<Expr>),
    Assert(Expr, Option<Expr>),
    Del(Vec<Expr>),
    Pass,
    Break,
    Continue,
    /// A statement that is understood but not run.
    Refused(&'static str),
}

impl Expr {
    /// Calls `f` with this expression and all inside it, but for functions.
    pub fn visit(&self, f: &mut dyn FnMut(&Expr)) {
        f(self);
        let mut all = |items: &[Expr]| items.iter().for_each(|item| item.visit(f));
        match self {
            Expr::Tuple(items)
            | Expr::List(items)
            | Expr::Set(items)
            | Expr::And(items)
            | Expr::Or(items) => all(items),
            Expr::Dict(pairs) => pairs.iter().for_each(|(key, value)| {
                key.iter().for_each(|key| key.visit(f));
                value.visit(f);
            }),
            Expr::Starred(inner) | Expr::Unary(_, inner) | Expr::Not(inner) | Expr::Attr(inner, _) => {
                inner.visit(f)
            }
            Expr::Walrus(_, inner) => inner.visit(f),
            Expr::Binary(_, left, right) | Expr::Item(left, right) => {
                left.visit(f);
                right.visit(f);
            }
            Expr::Compare(left, rest) => {
                left.visit(f);
                rest.iter().for_each(|(_, right)| right.visit(f));
            }
            Expr::Cond(a, b, c) => [a, b, c].iter().for_each(|part| part.visit(f)),
            Expr::Call(function, args) => {
                function.visit(f);
                args.iter().for_each(|arg| match arg {
                    Arg::Plain(x) | Arg::Star(x) | Arg::Named(_, x) | Arg::StarStar(x) => x.visit(f),
                });
            }
            Expr::Slice(parts) => parts.iter().flatten().for_each(|part| part.visit(f)),
            Expr::Comp(comp) => {
                comp.item.visit(f);
                comp.value.iter().for_each(|value| value.visit(f));
                comp.clauses.iter().for_each(|clause| {
                    clause.iter.visit(f);
                    clause.conditions.iter().for_each(|condition| condition.visit(f));
                });
            }
            Expr::Const(_) | Expr::Name(_) | Expr::Lambda(_) | Expr::Fstring(_) | Expr::Suspend(_) => {}
        }
    }

    /// What error texts call it.
    pub fn describe(&self) -> &'static str {
        match self {
            Expr::Const(Value::None) => "None",
            Expr::Const(Value::Bool(true)) => "True",
            Expr::Const(Value::Bool(false)) => "False",
            Expr::Const(Value::Ellipsis) => "ellipsis",
            Expr::Const(_) => "literal",
            Expr::Name(_) => "name",
            Expr::Tuple(_) => "tuple",
            Expr::List(_) => "list",
            Expr::Set(_) => "set display",
            Expr::Dict(_) => "dict literal",
            Expr::Starred(_) => "starred",
            Expr::Compare(..) => "comparison",
            Expr::Cond(..) => "conditional expression",
            Expr::Call(..) => "function call",
            Expr::Attr(..) => "attribute",
            Expr::Item(..) => "subscript",
            Expr::Lambda(_) => "lambda",
            Expr::Comp(comp) => match comp.kind {
                CompKind::List => "list comprehension",
                CompKind::Set => "set comprehension",
                CompKind::Dict => "dict comprehension",
                CompKind::Generator => "generator expression",
            },
            Expr::Walrus(..) => "named expression",
            Expr::Fstring(_) => "f-string expression",
            Expr::Suspend("await") => "await expression",
            Expr::Suspend(_) => "yield expression",
            _ => "expression",
        }
    }
}
