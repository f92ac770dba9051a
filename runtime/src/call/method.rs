//! Bound methods, the methods of builtin types as class attributes, property, staticmethod, classmethod, super.
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::ops::{BinOp, CmpOp};
use crate::object::vtable::{AttrFn, CallMethodFn};
use crate::object::{attr, symbols as sym, types, Class, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};
use std::cell::RefCell;

/// `obj.method` as a value.
pub struct BoundMethod {
    receiver: Value,
    target: Target,
}

enum Target {
    Python(Value),
    Builtin(Sym, Method),
}

impl BoundMethod {
    pub fn new(receiver: Value, function: Value) -> Ref<BoundMethod> {
        Ref::new(BoundMethod {
            receiver,
            target: Target::Python(function),
        })
    }
    pub fn builtin(receiver: &Value, name: Sym, method: Method) -> Ref<BoundMethod> {
        Ref::new(BoundMethod {
            receiver: receiver.clone(),
            target: Target::Builtin(name, method),
        })
    }
}

pub static METHOD: TypeInfo = TypeInfo {
    new: Some(|_, args| {
        let given = args.between("method", 2, 2)?;
        if !given[0].obj().is_some_and(|function| function.is_callable()) {
            return Err(exc::TypeError.err("first argument must be callable"));
        }
        Ok(BoundMethod::new(given[1].clone(), given[0].clone()).value())
    }),
    ..TypeInfo::plain("method")
};

impl PyObject for BoundMethod {
    const TYPE: &'static TypeInfo = &METHOD;

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        match this.target {
            Target::Python(_) => &METHOD,
            Target::Builtin(..) => &crate::call::native::NATIVE,
        }
    }
    fn repr(this: &Ref<Self>) -> R<Str> {
        match &this.target {
            Target::Python(function) => {
                let name = function
                    .find_attr(sym::__qualname__)?
                    .unwrap_or(Value::None)
                    .to_str()?;
                let receiver = this.receiver.repr()?;
                Ok(Str::from(crate::join![
                    "<bound method ",
                    name.as_str(),
                    " of ",
                    receiver.as_str(),
                    ">"
                ]))
            }
            Target::Builtin(name, _) => {
                let kind = this.receiver.type_name();
                let address = crate::object::address_text(this.as_obj());
                Ok(Str::from(crate::join![
                    "<built-in method ",
                    name.text(),
                    " of ",
                    kind.as_str(),
                    " object at ",
                    &address,
                    ">"
                ]))
            }
        }
    }
    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        match &this.target {
            Target::Python(function) => args.with_first(&this.receiver, |args| function.call_args(args)),
            Target::Builtin(_, method) => method(&this.receiver, args),
        }
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        let Some(other) = other.cast::<BoundMethod>() else {
            return Ok(Value::NotImplemented);
        };
        let same = this.receiver.is(&other.receiver)
            && match (&this.target, &other.target) {
                (Target::Python(a), Target::Python(b)) => a.is(b),
                (Target::Builtin(a, _), Target::Builtin(b, _)) => a == b,
                _ => false,
            };
        Ok(match op {
            CmpOp::Eq => Value::Bool(same),
            CmpOp::Ne => Value::Bool(!same),
            _ => Value::NotImplemented,
        })
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        let receiver = this.receiver.obj().map_or(0, |o| o.address() as i64 >> 4);
        Ok(receiver
            ^ match &this.target {
                Target::Python(function) => function.obj().map_or(0, |o| o.address() as i64 >> 4),
                Target::Builtin(name, _) => i64::from(name.0),
            })
    }
    const ATTR: AttrFn<Self> = Some(|this, name| match (&this.target, name) {
        (_, sym::__self__) => Ok(Some(this.receiver.clone())),
        (Target::Python(function), sym::__func__) => Ok(Some(function.clone())),
        (Target::Python(function), _) => function.find_attr(name),
        (Target::Builtin(method, _), sym::__name__ | sym::__qualname__) => Ok(Some(method.value())),
        _ => attr::builtin_attr(this.as_obj(), name),
    });
}

/// A method of a builtin type as its class object holds it: `str.lower`.
pub struct MethodDef {
    pub owner: &'static TypeInfo,
    pub name: Sym,
    pub method: Method,
}

static METHOD_DESCRIPTOR: TypeInfo = TypeInfo::plain("method_descriptor");

impl MethodDef {
    pub fn value(owner: &'static TypeInfo, name: Sym, method: Method) -> Value {
        Ref::new(MethodDef { owner, name, method }).value()
    }
}

impl PyObject for MethodDef {
    const TYPE: &'static TypeInfo = &METHOD_DESCRIPTOR;

    fn repr(this: &Ref<Self>) -> R<Str> {
        Ok(Str::from(crate::join![
            "<method '",
            this.name.text(),
            "' of '",
            this.owner.name,
            "' objects>"
        ]))
    }
    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        let (name, owner) = (this.name.text(), this.owner);
        let Some(receiver) = args.plain().first() else {
            return Err(exc::TypeError.err(crate::join![
                "unbound method ",
                owner.name,
                ".",
                name,
                "() needs an argument"
            ]));
        };
        if !receiver.class().derives_from(&owner.class()) {
            return Err(exc::TypeError.err(crate::join![
                "descriptor '",
                name,
                "' for '",
                owner.name,
                "' objects doesn't apply to a '",
                receiver.type_name().as_str(),
                "' object"
            ]));
        }
        let inner = receiver.unwrapped();
        let rest = Args {
            values: &args.values[1..],
            names: args.names,
        };
        let result = (this.method)(&inner, rest)?;
        let in_place = matches!(BinOp::of_dunder(this.name), Some((_, 2)));
        Ok(match in_place && result.is(&inner) {
            true => receiver.clone(),
            false => result,
        })
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        let Some(other) = other.cast::<MethodDef>() else {
            return Ok(Value::NotImplemented);
        };
        let same = this.name == other.name && std::ptr::eq(this.owner, other.owner);
        Ok(match op {
            CmpOp::Eq => Value::Bool(same),
            CmpOp::Ne => Value::Bool(!same),
            _ => Value::NotImplemented,
        })
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        Ok(i64::from(this.name.0) ^ 0x6d64)
    }
    const ATTR: AttrFn<Self> = Some(|this, name| match name {
        sym::__name__ => Ok(Some(this.name.value())),
        sym::__qualname__ => Ok(Some(Value::from(crate::join![
            this.owner.name,
            ".",
            this.name.text()
        ]))),
        _ => attr::builtin_attr(this.as_obj(), name),
    });
}

/// `property(fget, fset, fdel, doc)`.
pub struct Property {
    get: Value,
    set: Value,
    delete: Value,
    doc: RefCell<Value>,
    name: RefCell<Option<Sym>>,
}

pub static PROPERTY: TypeInfo = TypeInfo {
    new: Some(Property::create),
    method: property_method,
    ..TypeInfo::plain("property")
};

impl Property {
    fn create(_: &Ref<Class>, args: Args) -> R<Value> {
        let names = [sym::fget, sym::fset, sym::fdel, sym::doc];
        let [get, set, delete, doc] = args.bind("property", names, 0, 0, 4)?;
        let or_none = |v: Option<&Value>| v.cloned().unwrap_or(Value::None);
        Ok(Property::from_parts(
            or_none(get),
            or_none(set),
            or_none(delete),
            or_none(doc),
        ))
    }

    fn from_parts(get: Value, set: Value, delete: Value, doc: Value) -> Value {
        let property = Property {
            get,
            set,
            delete,
            doc: RefCell::new(doc),
            name: RefCell::new(None),
        };
        Ref::new(property).value()
    }

    pub fn read(&self, object: &Value) -> R<Value> {
        if self.get.is_none() {
            return Err(self.missing(object, "getter"));
        }
        self.get.call(std::slice::from_ref(object))
    }

    pub fn write(&self, object: &Value, name: Sym, value: Option<Value>) -> R<()> {
        self.name.borrow_mut().get_or_insert(name);
        match value {
            Some(_) if self.set.is_none() => Err(self.missing(object, "setter")),
            Some(value) => self.set.call(&[object.clone(), value]).map(drop),
            None if self.delete.is_none() => Err(self.missing(object, "deleter")),
            None => self.delete.call(&[object.clone()]).map(drop),
        }
    }

    fn missing(&self, object: &Value, what: &str) -> crate::error::PyErr {
        let getter_name = self.get.find_attr(sym::__name__).ok().flatten();
        let name = match (*self.name.borrow(), &getter_name) {
            (Some(name), _) => name.text().to_string(),
            (None, Some(name)) => name.as_str().map_or(String::new(), |s| s.as_str().to_string()),
            _ => String::new(),
        };
        let owner = object.class().qualname();
        exc::AttributeError.err(crate::join![
            "property '",
            &name,
            "' of '",
            owner.as_str(),
            "' object has no ",
            what
        ])
    }
}

impl PyObject for Property {
    const TYPE: &'static TypeInfo = &PROPERTY;

    const ATTR: AttrFn<Self> = Some(|this, name| {
        Ok(Some(match name {
            sym::fget => this.get.clone(),
            sym::fset => this.set.clone(),
            sym::fdel => this.delete.clone(),
            sym::__doc__ => match &*this.doc.borrow() {
                Value::None => this.get.find_attr(sym::__doc__)?.unwrap_or(Value::None),
                doc => doc.clone(),
            },
            sym::getter | sym::setter | sym::deleter => {
                let method: Method = match name {
                    sym::getter => |this, args| with_part(this, args, 0),
                    sym::setter => |this, args| with_part(this, args, 1),
                    _ => |this, args| with_part(this, args, 2),
                };
                BoundMethod::builtin(&this.value(), name, method).value()
            }
            _ => return attr::builtin_attr(this.as_obj(), name),
        }))
    });
    const CALL_METHOD: CallMethodFn<Self> = Some(|this, name, args| this.value().attr(name)?.call_args(args));
}

/// A property used by hand, as descriptors written in Python do.
fn property_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::__get__ => attr::descriptor_get,
        sym::__set__ => |this, args| {
            let [object, value] = args.exactly::<2>("__set__")?;
            stored(this, object, Some(value.clone()))
        },
        sym::__delete__ => |this, args| {
            let [object] = args.exactly::<1>("__delete__")?;
            stored(this, object, None)
        },
        _ => return None,
    })
}

fn stored(this: &Value, object: &Value, value: Option<Value>) -> R<Value> {
    if let Some(property) = this.cast::<Property>() {
        let name = property.get.find_attr(sym::__name__)?.unwrap_or(Value::None);
        let name = Sym::intern(name.to_str()?.as_str());
        property.write(object, name, value)?;
    }
    Ok(Value::None)
}

/// `prop.getter(f)`, `.setter(f)`, `.deleter(f)`: a copy with one part replaced.
fn with_part(this: &Value, args: Args, part: usize) -> R<Value> {
    let [function] = args.exactly::<1>(["getter", "setter", "deleter"][part])?;
    let Some(old) = this.cast::<Property>() else {
        return Ok(Value::None);
    };
    let mut parts = [old.get.clone(), old.set.clone(), old.delete.clone()];
    parts[part] = function.clone();
    let [get, set, delete] = parts;
    let doc = old.doc.borrow().clone();
    Ok(Property::from_parts(get, set, delete, doc))
}

macro_rules! wrapper {
    ($(#[$doc:meta])* $name:ident $info:ident $text:literal) => {
        $(#[$doc])*
        pub struct $name {
            pub function: Value,
        }

        pub static $info: TypeInfo = TypeInfo {
            new: Some($name::create),
            method: attr::descriptor_method,
            ..TypeInfo::plain($text)
        };

        impl $name {
            fn create(_: &Ref<Class>, args: Args) -> R<Value> {
                let [function] = args.exactly::<1>($text)?;
                Ok(Ref::new($name { function: function.clone() }).value())
            }
        }

        impl PyObject for $name {
            const TYPE: &'static TypeInfo = &$info;

            const ATTR: AttrFn<Self> = Some(|this, name| match name {
                sym::__func__ | sym::__wrapped__ => Ok(Some(this.function.clone())),
                sym::__get__ => attr::builtin_attr(this.as_obj(), name),
                _ => this.function.find_attr(name),
            });
            fn is_callable(_: &Ref<Self>) -> bool {
                true
            }
            fn call(this: &Ref<Self>, args: Args) -> R<Value> {
                this.function.call_args(args)
            }
        }
    };
}

wrapper! {
    /// `staticmethod(f)`.
    StaticMethod STATIC_METHOD "staticmethod"
}
wrapper! {
    /// `classmethod(f)`.
    ClassMethod CLASS_METHOD "classmethod"
}

/// `super(cls, obj)`.
pub struct Super {
    class: Ref<Class>,
    object: Value,
    /// The class whose MRO is walked: the object's, or the object itself when it is a class.
    start: Ref<Class>,
}

pub static SUPER: TypeInfo = TypeInfo {
    new: Some(Super::create),
    ..TypeInfo::plain("super")
};

impl Super {
    fn create(_: &Ref<Class>, args: Args) -> R<Value> {
        if args.values.is_empty() {
            return Err(exc::RuntimeError.err("super(): no arguments"));
        }
        let [class, object] = args.exactly::<2>("super")?;
        Super::of(class, object)
    }

    /// `super()` in a method of `class` whose first argument is `object`.
    pub fn of(class: &Value, object: &Value) -> R<Value> {
        let Some(class) = class.cast::<Class>() else {
            return Err(exc::TypeError.err(crate::join![
                "super() argument 1 must be a type, not ",
                class.type_name().as_str()
            ]));
        };
        let as_class = object.cast::<Class>().filter(|c| c.derives_from(class)).cloned();
        let start = as_class.unwrap_or_else(|| object.class());
        if !start.derives_from(class) {
            return Err(exc::TypeError.err("super(type, obj): obj must be an instance or subtype of type"));
        }
        Ok(Ref::new(Super {
            class: class.clone(),
            object: object.clone(),
            start,
        })
        .value())
    }
}

impl PyObject for Super {
    const TYPE: &'static TypeInfo = &SUPER;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let class = this.class.name();
        let start = this.start.name();
        Ok(Str::from(crate::join![
            "<super: <class '",
            class.as_str(),
            "'>, <",
            start.as_str(),
            " object>>"
        ]))
    }

    const ATTR: AttrFn<Self> = Some(|this, name| {
        match name {
            sym::__self__ => return Ok(Some(this.object.clone())),
            sym::__self_class__ => return Ok(Some(this.start.value())),
            sym::__thisclass__ => return Ok(Some(this.class.value())),
            _ => {}
        }
        let Some(found) = this.start.lookup_after(&this.class, name) else {
            return attr::builtin_attr(this.as_obj(), name);
        };
        let through_class = this.object.cast::<Class>().is_some_and(|c| c.same(&this.start));
        if through_class {
            if let Some(method) = found.cast::<ClassMethod>() {
                return Ok(Some(
                    BoundMethod::new(this.object.clone(), method.function.clone()).value(),
                ));
            }
            if let Some(method) = found.cast::<StaticMethod>() {
                return Ok(Some(method.function.clone()));
            }
            if let Some(method) = found
                .cast::<MethodDef>()
                .filter(|_| name == sym::__init_subclass__)
            {
                return Ok(Some(
                    BoundMethod::builtin(&this.object, name, method.method).value(),
                ));
            }
            return Ok(Some(found));
        }
        if name == sym::__init__ {
            if let Some(method) = found.cast::<MethodDef>() {
                // The builtin `__init__` fills the instance itself (exceptions) or its payload.
                let receiver = if std::ptr::eq(method.owner, &types::OBJECT) {
                    this.object.clone()
                } else {
                    this.object.unwrapped()
                };
                return Ok(Some(BoundMethod::builtin(&receiver, name, method.method).value()));
            }
        }
        if let Some(method) = found.cast::<MethodDef>() {
            // Unwrapped only for methods of the payload's type, not for object's own.
            if std::ptr::eq(method.owner, &types::OBJECT) {
                return Ok(Some(
                    BoundMethod::builtin(&this.object, name, method.method).value(),
                ));
            }
        }
        attr::bind(found, &this.object, &this.start).map(Some)
    });
    const CALL_METHOD: CallMethodFn<Self> = Some(|this, name, args| {
        if let Some(found) = this.start.lookup_after(&this.class, name) {
            if found.cast::<crate::call::Function>().is_some() && this.object.cast::<Class>().is_none() {
                return args.with_first(&this.object, |args| found.call_args(args));
            }
        }
        this.value().attr(name)?.call_args(args)
    });
}
