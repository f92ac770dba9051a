//! The methods that `@dataclass` adds to a class.
use super::{field_list, Field, FrozenInstanceError, Options};
use crate::call::{Args, Cell, FnInfo, Function, Kind, Native, Param};
use crate::error::{exc, R};
use crate::object::{symbols as sym, Class, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::List;

/// Stands for a default that a factory makes for each instance.
struct Factory;

static FACTORY: TypeInfo = TypeInfo {
    module: "dataclasses",
    ..TypeInfo::plain("_HAS_DEFAULT_FACTORY_CLASS")
};

impl PyObject for Factory {
    const TYPE: &'static TypeInfo = &FACTORY;

    fn repr(_: &Ref<Self>) -> R<Str> {
        Ok(Str::fixed("<factory>"))
    }
}

pub(super) fn add(class: &Ref<Class>, fields: &[Ref<Field>], options: Options) -> R<()> {
    let set = |name: Sym, value: Value| {
        class.set_own(name, Some(value));
    };
    let unless_own = |name: Sym, method: crate::NativeFn| {
        if class.attrs.get(name).is_none() {
            set(name, Native::method(name.text(), method));
        }
    };
    if options.init && class.attrs.get(sym::__init__).is_none() {
        set(sym::__init__, make_init(class, fields)?);
    }
    if options.repr {
        unless_own(sym::__repr__, repr);
    }
    let own_eq = class.attrs.get(sym::__eq__).is_some();
    if options.eq {
        unless_own(sym::__eq__, eq);
    }
    if options.order {
        if !options.eq {
            return Err(exc::ValueError.err("eq must be true if order is true"));
        }
        let methods: [(Sym, crate::NativeFn); 4] = [
            (sym::__lt__, |args| order(args, |a, b| a.lt(b))),
            (sym::__le__, |args| order(args, |a, b| a.le(b))),
            (sym::__gt__, |args| order(args, |a, b| a.gt(b))),
            (sym::__ge__, |args| order(args, |a, b| a.ge(b))),
        ];
        for (name, method) in methods {
            if class.attrs.get(name).is_some() {
                return Err(exc::TypeError.err(crate::join![
                    "Cannot overwrite attribute ",
                    name.text(),
                    " in class ",
                    class.name().as_str(),
                    ". Consider using functools.total_ordering"
                ]));
            }
            set(name, Native::method(name.text(), method));
        }
    }
    if options.frozen {
        set(sym::__setattr__, frozen_guard(class, true));
        set(sym::__delattr__, frozen_guard(class, false));
    }
    let own_hash = class.attrs.get(sym::__hash__);
    let has_hash = own_hash
        .as_ref()
        .is_some_and(|h| !h.is_none() || !own_eq && !h.is_none());
    if options.unsafe_hash || (options.eq && options.frozen && !has_hash) {
        set(sym::__hash__, Native::method("__hash__", hash));
    } else if options.eq && !has_hash {
        set(sym::__hash__, Value::None);
    }
    if class.attrs.get(sym::__match_args__).is_none() {
        let positional = fields.iter().filter(|f| f.init && f.kw_only != Some(true));
        let names = positional.filter_map(|f| f.name.map(Sym::value));
        set(sym::__match_args__, crate::object::tuple_of(names));
    }
    if options.slots {
        let names = fields.iter().filter_map(|f| f.name.map(Sym::value));
        for field in fields {
            if let Some(name) = field.name {
                class.set_own(name, None);
            }
        }
        set(sym::__slots__, crate::object::tuple_of(names));
    }
    if class.attrs.get(sym::__doc__).is_none() {
        set(
            sym::__doc__,
            Value::from(crate::join![class.name().as_str(), "()"]),
        );
    }
    Ok(())
}

/// `__init__`, with a parameter table made for this class; the fields ride along in a cell.
fn make_init(class: &Ref<Class>, fields: &[Ref<Field>]) -> R<Value> {
    let mut params = vec![Param::new(sym::self_, Kind::Plain, false)];
    let mut defaults = Vec::new();
    let mut order: Vec<Value> = Vec::new();
    let mut seen_default: Option<Sym> = None;
    for keyword_only in [false, true] {
        for field in fields
            .iter()
            .filter(|f| f.init && (f.kw_only == Some(true)) == keyword_only)
        {
            let Some(name) = field.name else { continue };
            let kind = if keyword_only {
                Kind::KeywordOnly
            } else {
                Kind::Plain
            };
            if !field.has_default() && seen_default.is_some() && !keyword_only {
                return Err(exc::TypeError.err(crate::join![
                    "non-default argument '",
                    name.text(),
                    "' follows default argument"
                ]));
            }
            if field.has_default() {
                seen_default = Some(name);
                defaults.push(field.default.clone().unwrap_or_else(|| Ref::new(Factory).value()));
            }
            params.push(Param::new(name, kind, field.has_default()));
            order.push(field.value());
        }
    }
    let others = fields.iter().filter(|f| !f.init).map(Ref::value);
    let all = List::value(order.into_iter().chain(others).collect());
    let qualname: &'static str =
        Box::leak(crate::join![class.qualname().as_str(), ".__init__"].into_boxed_str());
    let info: &'static FnInfo = Box::leak(Box::new(FnInfo {
        name: "__init__",
        qualname,
        module: "__main__",
        doc: None,
        params: Box::leak(params.into_boxed_slice()),
        body: init,
    }));
    Ok(Function::new(info, vec![Cell::new(all)], defaults).value())
}

fn init(function: &Function, slots: &[Value]) -> R<Value> {
    let this = &slots[0];
    let fields = function.cell(0).peek();
    let fields = fields.cast::<List>().map_or(Vec::new(), |list| list.to_vec());
    let frozen = this
        .class()
        .lookup(sym::__dataclass_params__)
        .is_some_and(|p| p.truth().unwrap_or(false));
    let mut post = Vec::new();
    for (i, field) in fields.iter().enumerate() {
        let Some(field) = field.cast::<Field>() else {
            continue;
        };
        let Some(name) = field.name else { continue };
        let value = if field.init {
            let given = &slots[i + 1];
            match &field.factory {
                Some(factory) if given.cast::<Factory>().is_some() => factory.call(&[])?,
                _ => given.clone(),
            }
        } else {
            match (&field.factory, &field.default) {
                (Some(factory), _) => factory.call(&[])?,
                // A plain default without a parameter stays on the class.
                (None, _) => continue,
            }
        };
        if field.init_only {
            post.push(value);
            continue;
        }
        match this.cast::<crate::object::Instance>() {
            Some(object) if frozen => object.attrs.set(name, value),
            _ => this.set_attr(name, value)?,
        }
    }
    if let Some(hook) = this.special(sym::__post_init__) {
        post.insert(0, this.clone());
        hook.call(&post)?;
    }
    Ok(Value::None)
}

fn repr(args: Args) -> R<Value> {
    let [this] = args.exactly::<1>("__repr__")?;
    let mut text = crate::join![this.class().qualname().as_str(), "("];
    let Some(_guard) = this.obj().and_then(crate::seq::items::Showing::enter) else {
        return Ok(crate::lit!("..."));
    };
    let mut first = true;
    for field in field_list(&this.class()) {
        let Some(name) = field.name.filter(|_| field.repr && !field.init_only) else {
            continue;
        };
        if !first {
            text.push_str(", ");
        }
        first = false;
        text.push_str(name.text());
        text.push('=');
        text.push_str(this.attr(name)?.repr()?.as_str());
    }
    text.push(')');
    Ok(Value::from(text))
}

/// The compared fields of an instance as a tuple.
fn compared(x: &Value) -> R<Value> {
    let mut values = Vec::new();
    for field in field_list(&x.class()) {
        if let Some(name) = field.name.filter(|_| field.compare && !field.init_only) {
            values.push(x.attr(name)?);
        }
    }
    Ok(crate::object::tuple_of(values.into_iter()))
}

fn eq(args: Args) -> R<Value> {
    let [this, other] = args.exactly::<2>("__eq__")?;
    if !this.class().same(&other.class()) {
        return Ok(Value::NotImplemented);
    }
    compared(this)?.eq(&compared(other)?)
}

fn order(args: Args, op: fn(&Value, &Value) -> R<Value>) -> R<Value> {
    let [this, other] = args.exactly::<2>("__lt__")?;
    if !this.class().same(&other.class()) {
        return Ok(Value::NotImplemented);
    }
    op(&compared(this)?, &compared(other)?)
}

fn hash(args: Args) -> R<Value> {
    let [this] = args.exactly::<1>("__hash__")?;
    let mut values = Vec::new();
    for field in field_list(&this.class()) {
        let wanted = field.hash.unwrap_or(field.compare) && !field.init_only;
        if let Some(name) = field.name.filter(|_| wanted) {
            values.push(this.attr(name)?);
        }
    }
    crate::object::tuple_of(values.into_iter()).hash().map(Value::Int)
}

/// `__setattr__` or `__delattr__` of a frozen class.
fn frozen_guard(class: &Ref<Class>, store: bool) -> Value {
    let _ = class;
    let method: crate::NativeFn = if store {
        |args| match args.values {
            [_, name, ..] => {
                Err(FrozenInstanceError.err(crate::join!["cannot assign to field ", name.repr()?.as_str()]))
            }
            _ => Ok(Value::None),
        }
    } else {
        |args| match args.values {
            [_, name, ..] => {
                Err(FrozenInstanceError.err(crate::join!["cannot delete field ", name.repr()?.as_str()]))
            }
            _ => Ok(Value::None),
        }
    };
    Native::method(if store { "__setattr__" } else { "__delattr__" }, method)
}
