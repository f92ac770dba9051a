//! `cmp_to_key` and `total_ordering`.
use crate::call::{Args, BoundMethod, Native};
use crate::error::{exc, R};
use crate::object::vtable::AttrFn;
use crate::object::{symbols as sym, Class, CmpOp, PyObject, Ref, Sym, TypeInfo, Value};

/// A sort key that compares through a function.
pub struct Key {
    compare: Value,
    object: Value,
}

static KEY: TypeInfo = TypeInfo {
    module: "functools",
    ..TypeInfo::plain("KeyWrapper")
};

/// `functools.cmp_to_key(f)`.
pub fn cmp_to_key(args: Args) -> R<Value> {
    let [compare] = args.bind("cmp_to_key", [sym::mycmp], 1, 0, 1)?;
    let make = Native::function("K", |args| {
        let [compare, object] = args.exactly::<2>("K")?;
        Ok(Ref::new(Key {
            compare: compare.clone(),
            object: object.clone(),
        })
        .value())
    });
    Ok(BoundMethod::new(compare.cloned().unwrap_or(Value::None), make).value())
}

impl PyObject for Key {
    const TYPE: &'static TypeInfo = &KEY;

    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        let Some(other) = other.cast::<Key>() else {
            return Err(exc::TypeError.err("other argument must be K instance"));
        };
        let order = this.compare.call(&[this.object.clone(), other.object.clone()])?;
        let zero = Value::Int(0);
        match op {
            CmpOp::Eq => order.eq(&zero),
            CmpOp::Ne => order.ne(&zero),
            CmpOp::Lt => order.lt(&zero),
            CmpOp::Le => order.le(&zero),
            CmpOp::Gt => order.gt(&zero),
            CmpOp::Ge => order.ge(&zero),
        }
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        Err(this.value().type_error("' object is unhashable"))
    }
    const ATTR: AttrFn<Self> = Some(|this, name| Ok((name == sym::obj).then(|| this.object.clone())));
}

/// `functools.total_ordering(cls)`: the missing comparisons from the one that is there.
pub fn total_ordering(args: Args) -> R<Value> {
    let [class] = args.exactly::<1>("total_ordering")?;
    let Some(own) = class.cast::<Class>() else {
        return Err(class.type_error("' object is not a class"));
    };
    let order = [CmpOp::Lt, CmpOp::Gt, CmpOp::Le, CmpOp::Ge];
    let Some(root) = order.into_iter().find(|op| own.special(op.dunder()).is_some()) else {
        return Err(exc::ValueError.err("must define at least one ordering operation: < > <= >="));
    };
    for op in order {
        if own.special(op.dunder()).is_none() {
            own.set_own(op.dunder(), Some(derived(root, op)));
        }
    }
    Ok(class.clone())
}

/// `OP` computed from `ROOT` (and `==`), as Lib/functools.py pairs them.
fn derived(root: CmpOp, op: CmpOp) -> Value {
    macro_rules! method {
        ($root:ident $op:ident) => {
            Ref::new(Derived {
                name: CmpOp::$op.dunder(),
                body: |x, other| rule(x, other, CmpOp::$root, CmpOp::$op),
            })
            .value()
        };
    }
    match (root, op) {
        (CmpOp::Lt, CmpOp::Gt) => method!(Lt Gt),
        (CmpOp::Lt, CmpOp::Le) => method!(Lt Le),
        (CmpOp::Lt, _) => method!(Lt Ge),
        (CmpOp::Gt, CmpOp::Lt) => method!(Gt Lt),
        (CmpOp::Gt, CmpOp::Le) => method!(Gt Le),
        (CmpOp::Gt, _) => method!(Gt Ge),
        (CmpOp::Le, CmpOp::Lt) => method!(Le Lt),
        (CmpOp::Le, CmpOp::Gt) => method!(Le Gt),
        (CmpOp::Le, _) => method!(Le Ge),
        (_, CmpOp::Lt) => method!(Ge Lt),
        (_, CmpOp::Gt) => method!(Ge Gt),
        _ => method!(Ge Le),
    }
}

fn rule(x: &Value, other: &Value, root: CmpOp, op: CmpOp) -> R<Value> {
    let result = match x {
        Value::Obj(object) => object.compare(root, other)?,
        _ => Value::NotImplemented,
    };
    if matches!(result, Value::NotImplemented) {
        return Ok(result);
    }
    let result = result.truth()?;
    let strict = matches!(root, CmpOp::Lt | CmpOp::Gt);
    let same_side = matches!(
        (root, op),
        (CmpOp::Lt, CmpOp::Le) | (CmpOp::Gt, CmpOp::Ge) | (CmpOp::Le, CmpOp::Lt) | (CmpOp::Ge, CmpOp::Gt)
    );
    let opposite = matches!(
        (root, op),
        (CmpOp::Lt, CmpOp::Ge) | (CmpOp::Gt, CmpOp::Le) | (CmpOp::Le, CmpOp::Gt) | (CmpOp::Ge, CmpOp::Lt)
    );
    Ok(Value::Bool(match (strict, same_side, opposite) {
        (_, _, true) => !result,
        (true, true, _) => result || x.is_eq(other)?,
        (false, true, _) => result && x.is_ne(other)?,
        (true, false, _) => !result && x.is_ne(other)?,
        (false, false, _) => !result || x.is_eq(other)?,
    }))
}

/// A derived comparison as the class holds it.
struct Derived {
    name: Sym,
    body: fn(&Value, &Value) -> R<Value>,
}

static DERIVED: TypeInfo = TypeInfo {
    module: "functools",
    ..TypeInfo::plain("function")
};

impl PyObject for Derived {
    const TYPE: &'static TypeInfo = &DERIVED;

    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        let [x, other] = args.exactly::<2>(this.name.text())?;
        (this.body)(x, other)
    }
    fn describe(this: &Ref<Self>, object: &Value, _: &Ref<Class>) -> R<Option<Value>> {
        Ok(Some(BoundMethod::new(object.clone(), this.value()).value()))
    }
}
