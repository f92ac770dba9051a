//! `operator`: the operators as functions, and getters.
use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::object::{members, Class, PyObject, Ref, Str, Sym, TypeInfo, Value};

macro_rules! functions {
    ($($name:ident $python:literal $count:literal [$($arg:ident),+] $body:expr;)*) => {
        $(#[allow(non_snake_case)]
        pub fn $name(args: Args) -> R<Value> {
            let [$($arg),+] = args.exactly::<$count>($python)?;
            $body
        })*
    };
}

/// `a OP= b` of a copy of the handle, as `operator.iadd` does.
fn in_place(a: &Value, b: &Value, op: fn(&mut Value, &Value) -> R<()>) -> R<Value> {
    let mut result = a.clone();
    op(&mut result, b)?;
    Ok(result)
}

fn concat_checked(a: &Value, b: &Value) -> R<Value> {
    if a.obj().is_some_and(|o| o.vt().info.sequence) {
        return a.add(b);
    }
    Err(a.type_error("' object can't be concatenated"))
}

functions! {
    add "add" 2 [a, b] a.add(b);
    sub "sub" 2 [a, b] a.sub(b);
    mul "mul" 2 [a, b] a.mul(b);
    matmul "matmul" 2 [a, b] a.matmul(b);
    truediv "truediv" 2 [a, b] a.truediv(b);
    floordiv "floordiv" 2 [a, b] a.floordiv(b);
    mod_ "mod" 2 [a, b] a.modulo(b);
    pow "pow" 2 [a, b] a.pow(b);
    lshift "lshift" 2 [a, b] a.lshift(b);
    rshift "rshift" 2 [a, b] a.rshift(b);
    and_ "and_" 2 [a, b] a.bitand(b);
    or_ "or_" 2 [a, b] a.bitor(b);
    xor "xor" 2 [a, b] a.bitxor(b);
    neg "neg" 1 [a] a.neg();
    pos "pos" 1 [a] a.pos();
    inv "inv" 1 [a] a.invert();
    invert "invert" 1 [a] a.invert();
    abs "abs" 1 [a] crate::object::ops::unary(crate::object::UnaryOp::Abs, a);
    not_ "not_" 1 [a] Ok(Value::Bool(!a.truth()?));
    truth "truth" 1 [a] a.truth().map(Value::Bool);
    is_ "is_" 2 [a, b] Ok(Value::Bool(a.is(b)));
    is_not "is_not" 2 [a, b] Ok(Value::Bool(!a.is(b)));
    eq "eq" 2 [a, b] a.eq(b);
    ne "ne" 2 [a, b] a.ne(b);
    lt "lt" 2 [a, b] a.lt(b);
    le "le" 2 [a, b] a.le(b);
    gt "gt" 2 [a, b] a.gt(b);
    ge "ge" 2 [a, b] a.ge(b);
    contains "contains" 2 [a, b] a.contains(b).map(Value::Bool);
    concat "concat" 2 [a, b] concat_checked(a, b);
    getitem "getitem" 2 [a, b] a.get_item(b);
    setitem "setitem" 3 [a, b, c] a.set_item(b, c.clone()).map(|()| Value::None);
    delitem "delitem" 2 [a, b] a.del_item(b).map(|()| Value::None);
    index "index" 1 [a] crate::numbers::index_value(a);
    countOf "countOf" 2 [a, b] count(a, b);
    indexOf "indexOf" 2 [a, b] position(a, b);
    iadd "iadd" 2 [a, b] in_place(a, b, Value::iadd);
    isub "isub" 2 [a, b] in_place(a, b, Value::isub);
    imul "imul" 2 [a, b] in_place(a, b, Value::imul);
    itruediv "itruediv" 2 [a, b] in_place(a, b, Value::itruediv);
    ifloordiv "ifloordiv" 2 [a, b] in_place(a, b, Value::ifloordiv);
    imod "imod" 2 [a, b] in_place(a, b, Value::imodulo);
    ipow "ipow" 2 [a, b] in_place(a, b, Value::ipow);
    ilshift "ilshift" 2 [a, b] in_place(a, b, Value::ilshift);
    irshift "irshift" 2 [a, b] in_place(a, b, Value::irshift);
    iand "iand" 2 [a, b] in_place(a, b, Value::ibitand);
    ior "ior" 2 [a, b] in_place(a, b, Value::ibitor);
    ixor "ixor" 2 [a, b] in_place(a, b, Value::ibitxor);
    imatmul "imatmul" 2 [a, b] in_place(a, b, Value::imatmul);
    iconcat "iconcat" 2 [a, b] in_place(a, b, Value::iadd);
}

fn count(a: &Value, b: &Value) -> R<Value> {
    let mut n = 0;
    let mut iter = a.iter()?;
    while let Some(item) = iter.next()? {
        n += i64::from(item.same_or_eq(b)?);
    }
    Ok(Value::Int(n))
}

fn position(a: &Value, b: &Value) -> R<Value> {
    let mut at = 0;
    let mut iter = a.iter()?;
    while let Some(item) = iter.next()? {
        if item.same_or_eq(b)? {
            return Ok(Value::Int(at));
        }
        at += 1;
    }
    Err(exc::ValueError.err("sequence.index(x): x not in sequence"))
}

/// `itemgetter`, `attrgetter` and `methodcaller` objects.
pub struct Getter {
    info: &'static TypeInfo,
    what: What,
}

enum What {
    Items(Vec<Value>),
    /// Dotted paths.
    Attrs(Vec<Vec<Sym>>),
    Method(Sym, Vec<Value>, Vec<Sym>),
}

static GETTER: TypeInfo = TypeInfo::plain("getter");
pub static ITEMGETTER: TypeInfo = TypeInfo {
    module: "operator",
    new: Some(itemgetter),
    ..TypeInfo::plain("itemgetter")
};
pub static ATTRGETTER: TypeInfo = TypeInfo {
    module: "operator",
    new: Some(attrgetter),
    ..TypeInfo::plain("attrgetter")
};
pub static METHODCALLER: TypeInfo = TypeInfo {
    module: "operator",
    new: Some(methodcaller),
    ..TypeInfo::plain("methodcaller")
};

fn itemgetter(_: &Ref<Class>, args: Args) -> R<Value> {
    args.no_keywords("itemgetter")?;
    if args.values.is_empty() {
        return Err(exc::TypeError.err("itemgetter expected 1 argument, got 0"));
    }
    Ok(Ref::new(Getter {
        info: &ITEMGETTER,
        what: What::Items(args.values.to_vec()),
    })
    .value())
}

fn attrgetter(_: &Ref<Class>, args: Args) -> R<Value> {
    args.no_keywords("attrgetter")?;
    if args.values.is_empty() {
        return Err(exc::TypeError.err("attrgetter expected 1 argument, got 0"));
    }
    let mut paths = Vec::new();
    for value in args.values {
        match value.as_str() {
            Some(path) => paths.push(path.as_str().split('.').map(members::asked).collect()),
            None => return Err(exc::TypeError.err("attribute name must be a string")),
        }
    }
    Ok(Ref::new(Getter {
        info: &ATTRGETTER,
        what: What::Attrs(paths),
    })
    .value())
}

fn methodcaller(_: &Ref<Class>, args: Args) -> R<Value> {
    match args.plain().first().map(|name| name.as_str().cloned()) {
        Some(Some(name)) => {
            let what = What::Method(
                members::asked(name.as_str()),
                args.values[1..].to_vec(),
                args.names.to_vec(),
            );
            Ok(Ref::new(Getter {
                info: &METHODCALLER,
                what,
            })
            .value())
        }
        Some(None) => Err(exc::TypeError.err("method name must be a string")),
        None => Err(exc::TypeError.err("methodcaller needs at least one argument, the method name")),
    }
}

impl PyObject for Getter {
    const TYPE: &'static TypeInfo = &GETTER;

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        this.info
    }
    fn repr(this: &Ref<Self>) -> R<Str> {
        let mut text = crate::join!["operator.", this.info.name, "("];
        let shown: Vec<Value> = match &this.what {
            What::Items(keys) => keys.clone(),
            What::Attrs(paths) => {
                let dotted = |path: &Vec<Sym>| path.iter().map(|s| s.text()).collect::<Vec<_>>().join(".");
                paths.iter().map(|path| Value::from(dotted(path))).collect()
            }
            What::Method(name, values, _) => std::iter::once(name.value())
                .chain(values.iter().cloned())
                .collect(),
        };
        for (i, value) in shown.iter().enumerate() {
            if i > 0 {
                text.push_str(", ");
            }
            text.push_str(value.repr()?.as_str());
        }
        text.push(')');
        Ok(Str::from(text))
    }
    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        let [x] = args.exactly::<1>(this.info.name)?;
        let all = |results: Vec<Value>| match results.len() {
            1 => results.into_iter().next().unwrap_or(Value::None),
            _ => crate::object::tuple_of(results.into_iter()),
        };
        match &this.what {
            What::Items(keys) => keys
                .iter()
                .map(|key| x.get_item(key))
                .collect::<R<Vec<_>>>()
                .map(all),
            What::Attrs(paths) => {
                let walk = |path: &Vec<Sym>| path.iter().try_fold(x.clone(), |x, name| x.attr(*name));
                paths.iter().map(walk).collect::<R<Vec<_>>>().map(all)
            }
            What::Method(name, values, names) => x.call_method_named(*name, values, names),
        }
    }
}

members! {
    values {
        itemgetter "itemgetter" ITEMGETTER.value();
        attrgetter "attrgetter" ATTRGETTER.value();
        methodcaller "methodcaller" METHODCALLER.value();
    }
    functions {
        add "add";
        sub "sub";
        mul "mul";
        matmul "matmul";
        truediv "truediv";
        floordiv "floordiv";
        mod_ "mod";
        pow "pow";
        lshift "lshift";
        rshift "rshift";
        and_ "and_";
        or_ "or_";
        xor "xor";
        neg "neg";
        pos "pos";
        inv "inv";
        invert "invert";
        abs "abs";
        not_ "not_";
        truth "truth";
        is_ "is_";
        is_not "is_not";
        eq "eq";
        ne "ne";
        lt "lt";
        le "le";
        gt "gt";
        ge "ge";
        contains "contains";
        concat "concat";
        getitem "getitem";
        setitem "setitem";
        delitem "delitem";
        index "index";
        countOf "countOf";
        indexOf "indexOf";
        iadd "iadd";
        isub "isub";
        imul "imul";
        itruediv "itruediv";
        ifloordiv "ifloordiv";
        imod "imod";
        ipow "ipow";
        ilshift "ilshift";
        irshift "irshift";
        iand "iand";
        ior "ior";
        ixor "ixor";
        imatmul "imatmul";
        iconcat "iconcat";
    }
}

thread_local! {
    static MODULE: Value = Module::native("operator", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
