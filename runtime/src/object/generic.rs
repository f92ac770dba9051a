//! The dunder methods that every builtin type gets from its vtable, for code that calls them by name:
//! `x.__len__()`, `int.__add__(1, 2)`, `super().__init__()`, `object.__setattr__(o, n, v)`.
use crate::call::{Args, Native};
use crate::error::{exc, R};
use crate::numbers;
use crate::object::ops::{self, BinOp, CmpOp, UnaryOp};
use crate::object::{attr, dunders, symbols as sym, Class, Instance, Ref, Sym, TypeInfo, Value};

crate::object::members::methods! {
    /// The methods that every builtin value has from its vtable.
    pub struct Every;
    sym::__init__ => init,
    sym::__repr__ => |x, args| {
        args.exactly::<0>("__repr__")
            .and_then(|_| x.repr().map(Value::from))
    },
    sym::__str__ => |x, args| {
        args.exactly::<0>("__str__")
            .and_then(|_| x.to_str().map(Value::from))
    },
    sym::__hash__ => |x, args| args.exactly::<0>("__hash__").and_then(|_| default_hash(x)),
    sym::__format__ => |x, args| {
        let [spec] = args.exactly::<1>("__format__")?;
        match spec.as_str() {
            Some(spec) => x.format(spec).map(Value::from),
            None => Err(exc::TypeError.err(crate::join![
                "__format__() argument must be str, not ",
                spec.type_name().as_str()
            ])),
        }
    },
    sym::__len__ => |x, args| {
        args.exactly::<0>("__len__")
            .and_then(|_| x.len().map(|n| Value::Int(n as i64)))
    },
    sym::__iter__ => |x, args| {
        args.exactly::<0>("__iter__")
            .and_then(|_| x.iter().map(|i| i.into_value()))
    },
    sym::__next__ => |x, args| {
        args.exactly::<0>("__next__")
            .and_then(|_| crate::builtins::next_or_stop(x))
    },
    sym::__bool__ => |x, args| {
        args.exactly::<0>("__bool__")
            .and_then(|_| x.truth().map(Value::Bool))
    },
    sym::__call__ => |x, args| match x.cast::<Class>() {
        Some(class) => class.instantiate(args),
        None => x.call_args(args),
    },
    sym::__contains__ => |x, args| {
        let [item] = args.exactly::<1>("__contains__")?;
        x.contains(item).map(Value::Bool)
    },
    sym::__getitem__ => |x, args| {
        let [key] = args.exactly::<1>("__getitem__")?;
        x.get_item(key)
    },
    sym::__setitem__ => |x, args| {
        let [key, value] = args.exactly::<2>("__setitem__")?;
        x.set_item(key, value.clone()).map(|()| Value::None)
    },
    sym::__delitem__ => |x, args| {
        let [key] = args.exactly::<1>("__delitem__")?;
        x.del_item(key).map(|()| Value::None)
    },
    sym::__getattribute__ => |x, args| {
        let [name] = args.exactly::<1>("__getattribute__")?;
        let name = crate::builtins::attribute_name(name)?;
        match x.cast::<Instance>() {
            Some(object) => attr::plain_attr(object.as_obj(), &object.class(), &object.attrs, name),
            None => x.attr(name),
        }
    },
    sym::__setattr__ => |x, args| {
        let [name, value] = args.exactly::<2>("__setattr__")?;
        store(x, name, Some(value.clone()))
    },
    sym::__delattr__ => |x, args| {
        let [name] = args.exactly::<1>("__delattr__")?;
        store(x, name, None)
    },
    sym::__eq__ => |x, args| compare(x, args, CmpOp::Eq),
    sym::__ne__ => |x, args| compare(x, args, CmpOp::Ne),
    sym::__lt__ => |x, args| compare(x, args, CmpOp::Lt),
    sym::__le__ => |x, args| compare(x, args, CmpOp::Le),
    sym::__gt__ => |x, args| compare(x, args, CmpOp::Gt),
    sym::__ge__ => |x, args| compare(x, args, CmpOp::Ge),
    sym::__add__ => |x, args| binary(x, args, BinOp::Add),
    sym::__sub__ => |x, args| binary(x, args, BinOp::Sub),
    sym::__mul__ => |x, args| binary(x, args, BinOp::Mul),
    sym::__truediv__ => |x, args| binary(x, args, BinOp::TrueDiv),
    sym::__floordiv__ => |x, args| binary(x, args, BinOp::FloorDiv),
    sym::__mod__ => |x, args| binary(x, args, BinOp::Mod),
    sym::__divmod__ => |x, args| binary(x, args, BinOp::DivMod),
    sym::__pow__ => |x, args| binary(x, args, BinOp::Pow),
    sym::__and__ => |x, args| binary(x, args, BinOp::And),
    sym::__or__ => |x, args| binary(x, args, BinOp::Or),
    sym::__xor__ => |x, args| binary(x, args, BinOp::Xor),
    sym::__lshift__ => |x, args| binary(x, args, BinOp::LShift),
    sym::__rshift__ => |x, args| binary(x, args, BinOp::RShift),
    sym::__radd__ => |x, args| reflected(x, args, BinOp::Add),
    sym::__rsub__ => |x, args| reflected(x, args, BinOp::Sub),
    sym::__rand__ => |x, args| reflected(x, args, BinOp::And),
    sym::__ror__ => |x, args| reflected(x, args, BinOp::Or),
    sym::__rxor__ => |x, args| reflected(x, args, BinOp::Xor),
    sym::__rmul__ => |x, args| reflected(x, args, BinOp::Mul),
    sym::__rtruediv__ => |x, args| reflected(x, args, BinOp::TrueDiv),
    sym::__rfloordiv__ => |x, args| reflected(x, args, BinOp::FloorDiv),
    sym::__rmod__ => |x, args| reflected(x, args, BinOp::Mod),
    sym::__rdivmod__ => |x, args| reflected(x, args, BinOp::DivMod),
    sym::__rpow__ => |x, args| reflected(x, args, BinOp::Pow),
    sym::__rlshift__ => |x, args| reflected(x, args, BinOp::LShift),
    sym::__rrshift__ => |x, args| reflected(x, args, BinOp::RShift),
    sym::__iadd__ => |x, args| inplace(x, args, BinOp::Add),
    sym::__imul__ => |x, args| inplace(x, args, BinOp::Mul),
    sym::__ior__ => |x, args| inplace(x, args, BinOp::Or),
    sym::__iand__ => |x, args| inplace(x, args, BinOp::And),
    sym::__isub__ => |x, args| inplace(x, args, BinOp::Sub),
    sym::__ixor__ => |x, args| inplace(x, args, BinOp::Xor),
    sym::__neg__ => |x, args| {
        args.exactly::<0>("__neg__")
            .and_then(|_| ops::unary(UnaryOp::Neg, x))
    },
    sym::__pos__ => |x, args| {
        args.exactly::<0>("__pos__")
            .and_then(|_| ops::unary(UnaryOp::Pos, x))
    },
    sym::__invert__ => |x, args| {
        args.exactly::<0>("__invert__")
            .and_then(|_| ops::unary(UnaryOp::Invert, x))
    },
    sym::__abs__ => |x, args| {
        args.exactly::<0>("__abs__")
            .and_then(|_| ops::unary(UnaryOp::Abs, x))
    },
    sym::__int__ => |x, args| {
        args.exactly::<0>("__int__")
            .and_then(|_| ops::try_unary(UnaryOp::Int, x))
    },
    sym::__float__ => |x, args| {
        args.exactly::<0>("__float__")
            .and_then(|_| ops::try_unary(UnaryOp::Float, x))
    },
    sym::__index__ => |x, args| {
        args.exactly::<0>("__index__")
            .and_then(|_| ops::try_unary(UnaryOp::Index, x))
    },
    sym::__init_subclass__ => |x, args| {
        if args.values.is_empty() {
            return Ok(Value::None);
        }
        let class = x.find_attr(sym::__name__)?.unwrap_or(Value::None).to_str()?;
        Err(exc::TypeError.err(crate::join![
            class.as_str(),
            ".__init_subclass__() takes no keyword arguments"
        ]))
    },
    sym::__sizeof__ => |_, _| Ok(Value::Int(16)),
    sym::__dir__ => |x, _| crate::builtins::dir(Args::positional(&[x.clone()])),
}

/// True when `getattr(x, name)` of a generic dunder should exist: `hasattr(5, "__len__")` is False.
pub fn supports(x: &Value, name: Sym) -> bool {
    let Value::Obj(object) = x else {
        let object_has = !dunders::is_listed(name) && !matches!(name, sym::__next__ | sym::__call__);
        return object_has || dunders::inherited(x.inline_type(), name);
    };
    match name {
        sym::__next__ => object.is_iterator(),
        sym::__call__ => object.is_callable(),
        _ if !dunders::is_listed(name) || dunders::inherited(object.own_type(), name) => true,
        _ if dunders::covers(object.own_type()) => false,
        // Types of the library, which the table does not list.
        sym::__iter__ => object.is_iterator() || matches!(object.iter(), Ok(Some(_))),
        sym::__len__ | sym::__getitem__ | sym::__contains__ => {
            !object.is_iterator() && matches!(object.len(), Ok(Some(_)))
        }
        _ => false,
    }
}

/// True when the class object of `info` should itself show the dunder (others come from `object`).
pub fn defines(info: &'static TypeInfo, name: Sym) -> bool {
    if dunders::is_listed(name) {
        return dunders::held(info, name);
    }
    match name {
        sym::__call__ => {
            matches!(
                info.name,
                "type" | "function" | "method" | "builtin_function_or_method"
            )
        }
        sym::__eq__ | sym::__ne__ | sym::__lt__ | sym::__le__ | sym::__gt__ | sym::__ge__ => {
            info.base.is_none() || is_compared(info.name)
        }
        sym::__repr__ | sym::__str__ | sym::__hash__ | sym::__format__ => true,
        sym::__init_subclass__
        | sym::__getattribute__
        | sym::__setattr__
        | sym::__delattr__
        | sym::__sizeof__
        | sym::__dir__ => info.base.is_none(),
        _ => false,
    }
}

/// Types with comparisons of their own.
fn is_compared(name: &str) -> bool {
    let number = matches!(name, "int" | "float" | "bool" | "complex");
    number
        || matches!(
            name,
            "list" | "dict" | "set" | "frozenset" | "tuple" | "str" | "bytes" | "range"
        )
}

/// True when a builtin class hides what later classes of a method resolution order define under the name.
pub fn hides(info: &'static TypeInfo, name: Sym) -> bool {
    let has_base = info.base.is_some();
    match name {
        sym::__init__ | sym::__new__ => has_base,
        sym::__round__ | sym::__trunc__ | sym::__floor__ | sym::__ceil__ => {
            matches!(info.name, "int" | "float")
        }
        sym::__reversed__ => matches!(info.name, "list" | "dict"),
        _ => has_base && defines(info, name),
    }
}

/// `T.__new__` of a builtin type: the class comes first.
pub fn new_function(info: &'static TypeInfo) -> Option<Value> {
    info.new()?;
    Some(Native::function("__new__", |args| {
        let Some(class) = args.plain().first().and_then(|c| c.cast::<Class>()) else {
            return Err(exc::TypeError.err("object.__new__(): not enough arguments"));
        };
        let rest = Args {
            values: &args.values[1..],
            names: args.names,
        };
        if class.is_builtin() {
            return match class.info.new() {
                Some(new) => new(class, rest),
                None => Err(exc::TypeError.err(crate::join![
                    "cannot create '",
                    class.name().as_str(),
                    "' instances"
                ])),
            };
        }
        new_instance(class, rest)
    }))
}

/// `object.__new__(cls)` / `int.__new__(cls, x)` for a Python class.
fn new_instance(class: &Ref<Class>, args: Args) -> R<Value> {
    if std::ptr::eq(class.info, &crate::object::types::OBJECT) {
        // The arguments belong to `__init__`.
        return Ok(Instance::plain(class).value());
    }
    crate::object::instance::allocate(class, args)
}

/// `object.__init__`.
pub fn init(x: &Value, args: Args) -> R<Value> {
    if x.cast::<Class>().is_some() {
        return Ok(Value::None); // `type.__init__`
    }
    if !args.values.is_empty() && x.special(sym::__new__).is_none() {
        let name = x.class().name();
        return Err(exc::TypeError.err(match x.special(sym::__init__) {
            Some(_) => {
                "object.__init__() takes exactly one argument (the instance to initialize)".to_string()
            }
            None => crate::join![name.as_str(), "() takes no arguments"],
        }));
    }
    Ok(Value::None)
}

fn default_hash(x: &Value) -> R<Value> {
    match x.cast::<Instance>() {
        Some(object) if std::ptr::eq(object.class().info, &crate::object::types::OBJECT) => {
            Ok(Value::Int((object.as_obj().address() >> 4) as i64))
        }
        _ => x.hash().map(Value::Int),
    }
}

fn store(x: &Value, name: &Value, value: Option<Value>) -> R<Value> {
    let name = crate::builtins::attribute_name(name)?;
    match x.cast::<Instance>() {
        Some(object) => attr::store_attr(object.as_obj(), &object.class(), &object.attrs, name, value)?,
        None => match value {
            Some(value) => x.set_attr(name, value)?,
            None => x.del_attr(name)?,
        },
    }
    Ok(Value::None)
}

fn compare(x: &Value, args: Args, op: CmpOp) -> R<Value> {
    let [other] = args.exactly::<1>(op.dunder().text())?;
    if let Some(object) = x.cast::<Instance>() {
        // object's own comparison: identity.
        if std::ptr::eq(object.class().info, &crate::object::types::OBJECT) {
            return Ok(match (op, x.is(other)) {
                (CmpOp::Eq, true) => Value::Bool(true),
                (CmpOp::Ne, true) => Value::Bool(false),
                _ => Value::NotImplemented,
            });
        }
    }
    let (x, other) = (x.unwrapped(), other.unwrapped());
    if numbers::is_wider(&other, &x) {
        return Ok(Value::NotImplemented);
    }
    attr::payload_compare(&x, op, &other)
}

fn binary(x: &Value, args: Args, op: BinOp) -> R<Value> {
    let other = match (op, args.values) {
        (BinOp::Pow, [other, modulus]) => {
            return crate::builtins::pow(Args::positional(&[x.clone(), other.clone(), modulus.clone()]))
        }
        _ => &args.exactly::<1>(op.dunder().text())?[0],
    };
    if numbers::is_wider(&other.unwrapped(), x) {
        return Ok(Value::NotImplemented);
    }
    match x {
        Value::Obj(object) if !numbers::is_real(x) => match x.as_str() {
            Some(text) if op == BinOp::Mod => crate::strings::percent(text, &other.unwrapped()),
            _ => object.binary(op, &other.unwrapped()),
        },
        _ => numbers::binary(op, x, &other.unwrapped()),
    }
}

fn reflected(x: &Value, args: Args, op: BinOp) -> R<Value> {
    let [other] = args.exactly::<1>(op.reflected_dunder().text())?;
    if numbers::is_wider(&other.unwrapped(), x) {
        return Ok(Value::NotImplemented);
    }
    match x {
        Value::Obj(object) if !numbers::is_real(x) => object.reflected(op, &other.unwrapped()),
        _ => numbers::binary(op, &other.unwrapped(), x),
    }
}

fn inplace(x: &Value, args: Args, op: BinOp) -> R<Value> {
    let [other] = args.exactly::<1>(op.inplace_dunder().text())?;
    ops::inplace(ops::Operator::new(op), x, other)
}
