//! Instances of Python classes. A class that derives from a builtin type keeps the builtin value as `payload`; every
//! operator looks for the class's dunder first and falls back to the payload.
use crate::call::{call_bound, Args, BoundMethod, Function, Property};
use crate::error::{exc, R};
use crate::iter::Iter;
use crate::object::attrs::Attrs;
use crate::object::class::hook;
use crate::object::class_cache::Kind;
use crate::object::header::{Obj, Ref};
use crate::object::lend::Lent;
use crate::object::ops::{BinOp, CmpOp, UnaryOp};
use crate::object::vtable::{no_deletion, Kinship, PyObject};
use crate::object::vtable::{AttrFn, CallMethodFn, ClassFn, SetAttrFn};
use crate::object::{attr, class, symbols as sym, types, Class, Str, Sym, TypeInfo, Value};
use std::cell::Cell;

/// An instance. Those of subclasses of builtin types have `PAYLOAD`; the others have a vtable of their own, which links
/// nothing that a payload could need. Both are one body, an `Instance`, for whoever looks at it.
pub struct InstanceOf<const PAYLOAD: bool> {
    class: Cell<&'static Ref<Class>>,
    pub attrs: Attrs,
    payload: Value,
}

pub type Instance = InstanceOf<true>;

impl Instance {
    /// A plain instance, before `__init__`.
    pub fn plain(class: &Ref<Class>) -> Ref<Instance> {
        let body = InstanceOf::<false> {
            class: Cell::new(Class::lasting(class)),
            attrs: Attrs::new(),
            payload: Value::Unset,
        };
        Ref::new(body).with_layout_of()
    }

    /// An instance of a subclass of a builtin type.
    pub fn with_payload(class: &Ref<Class>, payload: Value) -> Ref<Instance> {
        Ref::new(Instance {
            class: Cell::new(Class::lasting(class)),
            attrs: Attrs::new(),
            payload,
        })
    }
}

impl<const PAYLOAD: bool> InstanceOf<PAYLOAD> {
    pub fn class(&self) -> Ref<Class> {
        self.class.get().clone()
    }

    fn inner(&self) -> Option<&Value> {
        if !PAYLOAD || self.payload.is_unset() {
            None
        } else {
            Some(&self.payload)
        }
    }

    /// A method of the builtin type that lays this object out itself, without a value inside (`io.IOBase`).
    fn native(&self, name: Sym) -> Option<crate::object::Method> {
        let info = self.class.get().info;
        if std::ptr::eq(info, &types::OBJECT) || !self.payload.is_unset() {
            return None;
        }
        attr::own_method(info, name)
    }

    /// `type(self).name`, when Python code defined it.
    #[inline]
    fn special(&self, name: Sym) -> Option<Value> {
        self.class.get().special(name)
    }

    /// `self.name` of an attribute of the instance itself that is where the last one was, and nothing of the class comes
    /// first.
    #[inline]
    fn own_attr(this: &Ref<Self>, name: Sym) -> Option<Value> {
        let class = this.class.get();
        if class.hooks() & hook::GETATTRIBUTE != 0 {
            return None;
        }
        let slot = class.slot(name);
        match slot.kind() {
            Kind::Absent | Kind::Member | Kind::Constant | Kind::Function => {
                this.attrs.get_at(name, &slot.place)
            }
            _ => None,
        }
    }

    /// `self.name` in any other case.
    #[inline(never)]
    fn class_attr(this: &Ref<Self>, name: Sym) -> R<Option<Value>> {
        let class = this.class.get();
        let slot = class.slot(name);
        if class.hooks() & hook::GETATTRIBUTE == 0 {
            if matches!(
                slot.kind(),
                Kind::Absent | Kind::Member | Kind::Constant | Kind::Function
            ) {
                if let Some(value) = this.attrs.seek(name, &slot.place) {
                    return Ok(Some(value));
                }
            }
            match slot.kind() {
                Kind::Constant => return Ok(Some(slot.value())),
                Kind::Function => return Ok(Some(BoundMethod::new(this.value(), slot.value()).value())),
                Kind::Property => {
                    if let Some(property) = slot.value().cast::<Property>() {
                        let value = property.read(&Lent::object(this.as_obj())[0]);
                        return attr::or_getattr(value, this.as_obj(), class, name);
                    }
                }
                _ => {}
            }
        }
        attr::instance_attr(this.as_obj(), class, &this.attrs, name)
    }

    /// `self.name = value` where that only stores; else the value comes back for the general way.
    #[inline]
    fn quick_set(this: &Ref<Self>, name: Sym, value: Value) -> Result<(), Value> {
        let class = this.class.get();
        let hooks = class.hooks();
        if hooks & hook::SETATTR != 0 {
            return Err(value);
        }
        let slot = class.slot(name);
        match slot.kind() {
            Kind::Absent | Kind::Constant | Kind::Function if hooks & hook::OPEN == 0 => return Err(value),
            Kind::Absent | Kind::Constant | Kind::Function | Kind::Member => {}
            _ => return Err(value),
        }
        this.attrs.set_at(name, value, &slot.place, &class.room);
        Ok(())
    }

    /// `self.name(args)` where the class holds a function; None: the general way decides.
    #[inline]
    fn quick_call(this: &Ref<Self>, name: Sym, args: Args) -> Option<R<Value>> {
        let class = this.class.get();
        if class.hooks() & hook::GETATTRIBUTE != 0 {
            return None;
        }
        let slot = class.slot(name);
        if slot.kind() != Kind::Function || this.attrs.has(name) {
            return None;
        }
        let found = slot.value();
        let function = found.cast::<Function>()?;
        Some(args.with_first(&Lent::object(this.as_obj())[0], |args| call_bound(function, args)))
    }
}

/// Makes an object of a Python class that has no `__new__` of its own.
pub fn allocate(class: &Ref<Class>, args: Args) -> R<Value> {
    match class.info.new() {
        Some(new) if !std::ptr::eq(class.info, &types::OBJECT) => {
            let object = new(class, args)?;
            // Types that know about subclasses (exceptions) made the instance themselves.
            if object.class().same(class) {
                return Ok(object);
            }
            Ok(class::DERIVE.get()(class, object))
        }
        _ => {
            if !args.values.is_empty() && class.special(sym::__init__).is_none() {
                return Err(exc::TypeError.err(crate::join![class.name().as_str(), "() takes no arguments"]));
            }
            Ok(Instance::plain(class).value())
        }
    }
}

/// `object()` and `object.__new__(cls)`.
pub fn new_object(class: &Ref<Class>, args: Args) -> R<Value> {
    if class.is_builtin() && !args.values.is_empty() {
        return Err(exc::TypeError.err("object() takes no arguments"));
    }
    let own = |name| class.special(name).is_some();
    if !args.values.is_empty() && !own(sym::__init__) && !own(sym::__new__) {
        return Err(exc::TypeError.err(crate::join![class.name().as_str(), "() takes no arguments"]));
    }
    Ok(Instance::plain(class).value())
}

/// Refuses to create an instance of a class with abstract methods left (`abc`).
pub fn check_abstract(class: &Ref<Class>) -> R<()> {
    let Some(names) = class.lookup(sym::__abstractmethods__) else {
        return Ok(());
    };
    let mut texts = Vec::new();
    let mut iter = names.iter()?;
    while let Some(name) = iter.next()? {
        texts.push(name.to_str()?.as_str().to_string());
    }
    if texts.is_empty() {
        return Ok(());
    }
    texts.sort();
    let plural = if texts.len() > 1 { "s " } else { " " };
    Err(exc::TypeError.err(crate::join![
        "Can't instantiate abstract class ",
        class.name().as_str(),
        " with abstract method",
        plural,
        &texts.join(", ")
    ]))
}

pub static INSTANCE: TypeInfo = TypeInfo::plain("object");

impl<const PAYLOAD: bool> PyObject for InstanceOf<PAYLOAD> {
    const TYPE: &'static TypeInfo = &INSTANCE;
    const FINALIZE: Option<fn(&Obj)> = Some(finalize);

    const CLASS: ClassFn<Self> = Some(|this| this.class());
    fn python_class(this: &Ref<Self>) -> Option<Ref<Class>> {
        Some(this.class()).filter(|class| !class.is_builtin())
    }
    fn type_name(this: &Ref<Self>) -> Str {
        this.class().name()
    }
    fn kinship(this: &Ref<Self>, other: &Obj) -> Kinship {
        let class = this.class.get();
        match other.cast::<Instance>() {
            Some(other) => class.kinship(other.class.get()),
            None => class.kinship(&other.class()),
        }
    }
    fn overrides(this: &Ref<Self>, other: &Obj, name: Sym) -> bool {
        this.class().overrides(&other.class(), name)
    }
    fn payload(this: &Ref<Self>) -> Option<Value> {
        this.inner().cloned()
    }
    fn fields(this: &Ref<Self>) -> Option<Vec<(Sym, Value)>> {
        Some(this.attrs.entries())
    }

    fn repr(this: &Ref<Self>) -> R<Str> {
        if let Some(method) = this.special(sym::__repr__) {
            return text_result(method.call(&Lent::object(this.as_obj()))?, "__repr__");
        }
        match this.inner() {
            Some(Value::Obj(inner)) => inner.repr_named(this.as_obj().type_name().as_str()),
            Some(inner) => inner.repr(),
            None => Ok(crate::object::default_repr(this.as_obj())),
        }
    }
    fn to_str(this: &Ref<Self>) -> R<Str> {
        if let Some(method) = this.special(sym::__str__) {
            return text_result(method.call(&Lent::object(this.as_obj()))?, "__str__");
        }
        match this.inner() {
            Some(inner) if inner.as_str().is_some() && this.special(sym::__repr__).is_none() => {
                inner.to_str()
            }
            _ => Self::repr(this),
        }
    }
    fn format(this: &Ref<Self>, spec: &Str) -> R<Str> {
        if let Some(method) = this.special(sym::__format__) {
            let result = method.call(&[this.value(), Value::from(spec.clone())])?;
            return match result.unwrapped().as_str() {
                Some(text) => Ok(text.clone()),
                None => Err(exc::TypeError.err(crate::join![
                    "__format__ must return a str, not ",
                    result.type_name().as_str()
                ])),
            };
        }
        match this.inner() {
            _ if spec.is_empty() => Self::to_str(this),
            Some(inner) => inner.format(spec),
            None => Err(exc::TypeError.err(crate::join![
                "unsupported format string passed to ",
                this.class().name().as_str(),
                ".__format__"
            ])),
        }
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        match this.special(sym::__hash__) {
            Some(Value::None) => Err(exc::TypeError.err(crate::join![
                "unhashable type: '",
                this.class().name().as_str(),
                "'"
            ])),
            Some(method) => {
                let result = method.call(&Lent::object(this.as_obj()))?;
                if matches!(result, Value::Int(_) | Value::Bool(_)) || result.obj().is_some() {
                    let hash = crate::numbers::hash_result(&result)?;
                    return Ok(if hash == -1 { -2 } else { hash });
                }
                Err(exc::TypeError.err("__hash__ method should return an integer"))
            }
            None => match this.inner() {
                Some(inner) => inner.hash(),
                None => Ok((this.as_obj().address() >> 4) as i64),
            },
        }
    }
    fn truth(this: &Ref<Self>) -> R<bool> {
        if let Some(method) = this.special(sym::__bool__) {
            return match method.call(&Lent::object(this.as_obj()))? {
                Value::Bool(v) => Ok(v),
                other => Err(exc::TypeError.err(crate::join![
                    "__bool__ should return bool, returned ",
                    other.type_name().as_str()
                ])),
            };
        }
        match Self::len(this)? {
            Some(len) => Ok(len != 0),
            None => this.inner().map_or(Ok(true), Value::truth),
        }
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        if let Some(method) = this.special(sym::__len__) {
            let result = method.call(&Lent::object(this.as_obj()))?;
            return crate::numbers::len_result(&result).map(Some);
        }
        match this.inner() {
            Some(Value::Obj(inner)) => inner.len(),
            _ => Ok(None),
        }
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        match this.special(sym::__iter__) {
            Some(Value::None) => return Ok(None),
            Some(method) => {
                let iterator = method.call(&Lent::object(this.as_obj()))?;
                return match &iterator {
                    Value::Obj(object) if object.is_iterator() => Ok(Some(Iter::of(iterator))),
                    _ => Err(exc::TypeError.err(crate::join![
                        "iter() returned non-iterator of type '",
                        iterator.type_name().as_str(),
                        "'"
                    ])),
                };
            }
            None => {}
        }
        if this.special(sym::__getitem__).is_some() {
            return Ok(Some(Iter::Sequence {
                object: this.value(),
                at: 0,
            }));
        }
        match (this.inner(), this.native(sym::__iter__)) {
            (Some(Value::Obj(inner)), _) => inner.iter(),
            (_, Some(method)) => method(&this.value(), Args::positional(&[])).map(|it| Some(Iter::of(it))),
            _ => Ok(None),
        }
    }
    fn next(this: &Ref<Self>) -> R<Option<Value>> {
        let Some(method) = this.special(sym::__next__) else {
            return match this.native(sym::__next__) {
                Some(method) => stopped(method(&this.value(), Args::positional(&[]))),
                None => Err(this.value().type_error("' object is not an iterator")),
            };
        };
        stopped(method.call(&Lent::object(this.as_obj())))
    }
    fn is_iterator(this: &Ref<Self>) -> bool {
        this.special(sym::__next__).is_some() || this.native(sym::__next__).is_some()
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        if let Some(method) = this.special(sym::__getitem__) {
            return method.call(&Lent::pair(this.as_obj(), key));
        }
        if let Some(missing) = this.special(sym::__missing__) {
            if let Some(dict) = this.inner().and_then(|inner| inner.cast::<crate::map::Dict>()) {
                return match dict.get(key)? {
                    Some(value) => Ok(value),
                    None => missing.call(&Lent::pair(this.as_obj(), key)),
                };
            }
        }
        match this.inner() {
            Some(inner) => inner.get_item(key),
            None => Err(this.value().type_error("' object is not subscriptable")),
        }
    }
    fn set_item(this: &Ref<Self>, key: &Value, value: Value) -> R<()> {
        if let Some(method) = this.special(sym::__setitem__) {
            return method.call(&Lent::triple(this.as_obj(), key, &value)).map(drop);
        }
        match this.inner() {
            Some(inner) => inner.set_item(key, value),
            None => Err(this
                .value()
                .type_error("' object does not support item assignment")),
        }
    }
    fn del_item(this: &Ref<Self>, key: &Value) -> R<()> {
        if let Some(method) = this.special(sym::__delitem__) {
            return method.call(&Lent::pair(this.as_obj(), key)).map(drop);
        }
        match this.inner() {
            Some(inner) => inner.del_item(key),
            None => Err(no_deletion(this.as_obj(), key)),
        }
    }
    fn contains(this: &Ref<Self>, item: &Value) -> R<Option<bool>> {
        match this.special(sym::__contains__) {
            Some(Value::None) => {
                return Err(this.value().type_error("' object is not a container"));
            }
            Some(method) => return method.call(&Lent::pair(this.as_obj(), item))?.truth().map(Some),
            None => {}
        }
        match this.inner() {
            Some(Value::Obj(inner)) => inner.contains(item),
            _ => Ok(None),
        }
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        if let Some(method) = this.special(op.dunder()) {
            if method.is_none() {
                return Ok(Value::NotImplemented);
            }
            return method.call(&Lent::pair(this.as_obj(), other));
        }
        if op == CmpOp::Ne {
            if let Some(method) = this.special(sym::__eq__) {
                let result = method.call(&Lent::pair(this.as_obj(), other))?;
                return match result {
                    Value::NotImplemented => Ok(result),
                    result => Ok(Value::Bool(!result.truth()?)),
                };
            }
        }
        match this.inner() {
            Some(inner) => attr::payload_compare(inner, op, &other.unwrapped()),
            None => Ok(Value::NotImplemented),
        }
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        if let Some(method) = this.special(op.dunder()) {
            return method.call(&Lent::pair(this.as_obj(), other));
        }
        match this.inner() {
            Some(inner) => crate::object::ops::try_binary(op, inner, &other.unwrapped()),
            None => Ok(Value::NotImplemented),
        }
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        if let Some(method) = this.special(op.reflected_dunder()) {
            return method.call(&Lent::pair(this.as_obj(), other));
        }
        match this.inner() {
            Some(inner) => crate::object::ops::try_binary(op, other, inner),
            None => Ok(Value::NotImplemented),
        }
    }
    fn inplace(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        if let Some(method) = this.special(op.inplace_dunder()) {
            return method.call(&Lent::pair(this.as_obj(), other));
        }
        match this.inner() {
            Some(Value::Obj(inner)) if this.special(op.dunder()).is_none() => {
                let result = inner.inplace(op, other)?;
                // A mutable payload that changed itself is still this object.
                let same = matches!(&result, Value::Obj(changed) if changed.same(inner));
                Ok(if same { this.value() } else { result })
            }
            _ => Ok(Value::NotImplemented),
        }
    }
    fn unary(this: &Ref<Self>, op: UnaryOp) -> R<Value> {
        if let Some(method) = this.special(op.dunder()) {
            return method.call(&Lent::object(this.as_obj()));
        }
        match this.inner() {
            Some(inner) => crate::object::ops::try_unary(op, inner),
            None => Ok(Value::NotImplemented),
        }
    }
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        match this.special(sym::__call__) {
            Some(method) => args.with_first(&Lent::object(this.as_obj())[0], |args| method.call_args(args)),
            None => Err(this.value().type_error("' object is not callable")),
        }
    }
    fn is_callable(this: &Ref<Self>) -> bool {
        this.special(sym::__call__).is_some()
    }
    const ATTR: AttrFn<Self> = Some(|this, name| match Self::own_attr(this, name) {
        Some(value) => Ok(Some(value)),
        None => Self::class_attr(this, name),
    });
    const SET_ATTR: SetAttrFn<Self> = Some(|this, name, value| {
        let value = match value {
            Some(value) => match Self::quick_set(this, name, value) {
                Ok(()) => return Ok(()),
                Err(value) => Some(value),
            },
            None => None,
        };
        if name == sym::__class__ {
            let class = value.as_ref().and_then(|v| v.cast::<Class>().cloned());
            return match class {
                Some(class) => {
                    this.class.set(Class::lasting(&class));
                    Ok(())
                }
                None => Err(exc::TypeError.err("__class__ must be set to a class")),
            };
        }
        attr::set_instance_attr(this.as_obj(), this.class.get(), &this.attrs, name, value)
    });
    const CALL_METHOD: CallMethodFn<Self> =
        Some(|this, name, args| match Self::quick_call(this, name, args) {
            Some(result) => result,
            None => attr::call_instance_method(this.as_obj(), this.class.get(), &this.attrs, name, args),
        });
}

/// What `__next__` gave, StopIteration as the end.
fn stopped(item: R<Value>) -> R<Option<Value>> {
    match item {
        Ok(value) => Ok(Some(value.moved())),
        Err(e) if e.is(&exc::StopIteration) => Ok(None),
        Err(e) => Err(e),
    }
}

/// The result of a dunder that must be a str.
pub fn text_result(result: Value, dunder: &str) -> R<Str> {
    match result.unwrapped().as_str() {
        Some(text) => Ok(text.clone()),
        None => Err(exc::TypeError.err(crate::join![
            dunder,
            " returned non-string (type ",
            result.type_name().as_str(),
            ")"
        ])),
    }
}

/// `__del__`.
fn finalize(object: &Obj) {
    let Some(instance) = object.cast::<Instance>() else {
        return;
    };
    if instance.class.get().hooks() & hook::DEL == 0 {
        return;
    }
    if let Some(method) = instance.special(sym::__del__) {
        if let Err(e) = method.call(&[instance.value()]) {
            crate::program::report_unraisable(&e);
        }
    }
}
