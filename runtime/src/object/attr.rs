//! Attribute lookup: descriptors, bound methods, class attributes, `__getattr__`, and the error texts.
use crate::call::{Args, BoundMethod, ClassMethod, Function, MethodDef, Property, StaticMethod};
use crate::error::{exc, Exc, PyErr, R};
use crate::object::attrs::Attrs;
use crate::object::header::{Obj, Ref};
use crate::object::ops::{BinOp, CmpOp};
use crate::object::{class, generic, members, slots, symbols as sym, Class, Instance, Sym, TypeInfo, Value};

/// `object.__doc__` (Objects/typeobject.c of CPython 3.11).
const OBJECT_DOC: &str = "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n";

/// The AttributeError of `x.name`.
#[cold]
pub fn no_attribute(x: &Value, name: Sym) -> PyErr {
    attribute_error(x, name)
        .with_field(sym::name, name.value())
        .with_field(sym::obj, x.clone())
}

fn attribute_error(x: &Value, name: Sym) -> PyErr {
    if let Some(class) = x.cast::<Class>() {
        if let Some(missing) = class.meta().and_then(|meta| meta.missing) {
            return missing(class, name);
        }
        return exc::AttributeError.err(crate::join![
            "type object '",
            class.name().as_str(),
            "' has no attribute '",
            name.text(),
            "'"
        ]);
    }
    if let Some(module) = x.cast::<crate::call::Module>() {
        return exc::AttributeError.err(crate::join![
            "module '",
            &module.name,
            "' has no attribute '",
            name.text(),
            "'"
        ]);
    }
    exc::AttributeError.err(crate::join![
        "'",
        x.type_name().as_str(),
        "' object has no attribute '",
        name.text(),
        "'"
    ])
}

/// The AttributeError of `x.name = …` on a type without a `__dict__`.
#[cold]
pub fn read_only(object: &Obj, name: Sym) -> PyErr {
    inline_read_only(&Value::Obj(object.clone()), name)
}

#[cold]
pub fn inline_read_only(x: &Value, name: Sym) -> PyErr {
    let info = x.obj().map_or_else(|| x.inline_type(), |object| object.vt().info);
    if matches!(info.name, "slice" | "range") && matches!(name, sym::start | sym::stop | sym::step) {
        return exc::AttributeError.err("readonly attribute");
    }
    if matches!(info.field(x, name), Ok(Some(_))) {
        return exc::AttributeError.err(crate::join![
            "attribute '",
            name.text(),
            "' of '",
            info.name,
            "' objects is not writable"
        ]);
    }
    if matches!(x.find_attr(name), Ok(Some(_))) {
        return exc::AttributeError.err(crate::join![
            "'",
            x.type_name().as_str(),
            "' object attribute '",
            name.text(),
            "' is read-only"
        ]);
    }
    no_attribute(x, name)
}

/// A builtin type's own method, its bases included.
pub fn own_method(info: &'static TypeInfo, name: Sym) -> Option<crate::object::Method> {
    let mut next = Some(info);
    while let Some(info) = next {
        if let Some(method) = info.method(name) {
            return Some(method);
        }
        next = info.base;
    }
    None
}

fn type_attr(info: &'static TypeInfo, x: &Value, name: Sym) -> R<Option<Value>> {
    if let Some(value) = members::field(x, name) {
        return Ok(Some(value));
    }
    let mut next = Some(info);
    while let Some(info) = next {
        if let Some(value) = info.field(x, name)? {
            return Ok(Some(value));
        }
        if let Some(value) = info.class_attr(name) {
            return Ok(Some(value));
        }
        next = info.base;
    }
    if name == sym::__doc__ {
        return Ok(Some(Value::None));
    }
    let method =
        own_method(info, name).or_else(|| members::of_every(name).filter(|_| generic::supports(x, name)));
    Ok(method.map(|method| BoundMethod::builtin(x, name, method).value()))
}

/// `x.name` of an object of a builtin type.
pub fn builtin_attr(object: &Obj, name: Sym) -> R<Option<Value>> {
    type_attr(object.vt().info, &Value::Obj(object.clone()), name)
}

/// `x.name` of None, a bool, an int or a float.
pub fn inline_attr(x: &Value, name: Sym) -> R<Option<Value>> {
    type_attr(x.inline_type(), x, name)
}

/// `x.name(args)` of an object of a builtin type.
pub fn builtin_call_method(object: &Obj, name: Sym, args: Args) -> R<Value> {
    let x = Value::Obj(object.clone());
    if let Some(method) = object.vt().info.method(name) {
        return method(&x, args);
    }
    x.attr(name)?.call_args(args)
}

/// `x.name(args)` of None, a bool, an int or a float.
pub fn inline_call_method(x: &Value, name: Sym, args: Args) -> R<Value> {
    if let Some(method) = x.inline_type().method(name) {
        return method(x, args);
    }
    x.attr(name)?.call_args(args)
}

/// `x.name(args)` of a value of a builtin type, where the name is none that all objects have (`__add__`, …).
pub fn call_plain_method(x: &Value, name: Sym, args: Args) -> R<Value> {
    let own = match x {
        Value::Obj(object) => {
            // Members belong to types with one body each.
            if let Some(method) = members::method(object.vt().info, name) {
                return method(x, args);
            }
            object.own_type()
        }
        _ => x.inline_type(),
    };
    let mut next = Some(own);
    while let Some(info) = next {
        if let Some(method) = info.method(name) {
            return method(x, args);
        }
        next = info.base;
    }
    let found = match x.obj().and_then(|object| object.own_attr(name)) {
        Some(found) => found?,
        None => plain_field(own, x, name)?,
    };
    match found {
        Some(callee) => callee.call_args(args),
        None => Err(no_attribute(x, name)),
    }
}

/// An attribute of a builtin type that is no method.
fn plain_field(info: &'static TypeInfo, x: &Value, name: Sym) -> R<Option<Value>> {
    if let Some(stored) = x.cast::<Exc>().and_then(|e| e.stored(name)) {
        return Ok(Some(stored));
    }
    if let Some(value) = members::field(x, name) {
        return Ok(Some(value));
    }
    let mut next = Some(info);
    while let Some(info) = next {
        if let Some(value) = info.field(x, name)? {
            return Ok(Some(value));
        }
        if let Some(value) = info.class_attr(name) {
            return Ok(Some(value));
        }
        next = info.base;
    }
    Ok(None)
}

/// What a builtin type's class object holds under `name`: class methods, or a method taking the instance first.
pub fn builtin_class_attr(info: &'static TypeInfo, name: Sym) -> Option<Value> {
    if let Some(value) = info.class_attr(name) {
        return Some(value);
    }
    if let Some(method) = info.method(name) {
        return Some(MethodDef::value(info, name, method));
    }
    match name {
        sym::__init__ => Some(MethodDef::value(info, name, info.init().unwrap_or(generic::init))),
        _ if generic::defines(info, name) => {
            members::of_every(name).map(|method| MethodDef::value(info, name, method))
        }
        _ => None,
    }
}

/// Binds what a class holds to an instance: functions become bound methods, descriptors answer.
pub fn bind(found: Value, object: &Value, class: &Ref<Class>) -> R<Value> {
    let Value::Obj(descriptor) = &found else {
        return Ok(found);
    };
    if descriptor.is::<Function>() {
        return Ok(BoundMethod::new(object.clone(), found).value());
    }
    if let Some(method) = descriptor.cast::<MethodDef>() {
        if matches!(crate::object::ops::BinOp::of_dunder(method.name), Some((_, 2))) {
            // In place: the answer is the object itself, not the value inside.
            return Ok(BoundMethod::new(object.clone(), found).value());
        }
        return Ok(BoundMethod::builtin(&object.unwrapped(), method.name, method.method).value());
    }
    if let Some(property) = descriptor.cast::<Property>() {
        return property.read(object);
    }
    if let Some(method) = descriptor.cast::<StaticMethod>() {
        return Ok(method.function.clone());
    }
    if let Some(method) = descriptor.cast::<ClassMethod>() {
        return Ok(BoundMethod::new(class.value(), method.function.clone()).value());
    }
    if let Some(get) = found.special(sym::__get__) {
        return get.call(&[found.clone(), object.clone(), class.value()]);
    }
    Ok(descriptor.describe(object, class)?.unwrap_or(found))
}

/// `descriptor.__get__(object, class=None)` of the builtin descriptors.
pub fn descriptor_get(this: &Value, args: Args) -> R<Value> {
    let given = args.between("__get__", 1, 2)?;
    let class = given.get(1).and_then(|class| class.cast::<Class>());
    match (&given[0], class) {
        (Value::None, None) => Err(exc::TypeError.err("__get__(None, None) is invalid")),
        (Value::None, Some(class)) if this.cast::<Property>().is_none() => bind_to_class(this.clone(), class),
        (Value::None, Some(_)) => Ok(this.clone()),
        (object, class) => bind(this.clone(), object, class.unwrap_or(&object.class())),
    }
}

/// `__get__` as a method of the builtin descriptor types.
pub fn descriptor_method(name: Sym) -> Option<crate::object::Method> {
    (name == sym::__get__).then_some(descriptor_get as crate::object::Method)
}

/// True for what takes precedence over the instance's own attributes.
fn is_data_descriptor(found: &Value) -> bool {
    let Value::Obj(object) = found else { return false };
    if object.is::<Property>() {
        return true;
    }
    if object.is::<Function>() || object.is::<MethodDef>() {
        return false;
    }
    let class = object.class();
    !class.is_builtin() && (class.special(sym::__set__).is_some() || class.special(sym::__delete__).is_some())
}

/// False for a descriptor that only stores: the instance's own value is read then.
fn can_read(descriptor: &Value) -> bool {
    descriptor.cast::<Property>().is_some() || descriptor.special(sym::__get__).is_some()
}

/// `x.__class__`.
pub fn class_of(x: &Value, _: Sym) -> Option<Value> {
    Some(x.class_value())
}

/// `x.__dict__`.
pub fn dict_of(x: &Value, _: Sym) -> Option<Value> {
    if let Some(class) = x.cast::<Class>() {
        return Some(crate::map::class_namespace(class));
    }
    if let Some(function) = x.cast::<Function>() {
        return Some(function.attrs.dict().value());
    }
    if let Some(error) = x.cast::<Exc>() {
        return Some(error.dict().value());
    }
    if let Some(instance) = x.cast::<Instance>() {
        let class = instance.class();
        return slots::has_dict(&class).then(|| instance_dict(&class, &instance.attrs));
    }
    x.cast::<crate::call::Module>().map(crate::call::Module::dict)
}

/// `f.__annotations__` and `f.__kwdefaults__`.
pub fn annotations_of(x: &Value, _: Sym) -> Option<Value> {
    let function = x.cast::<Function>()?;
    let annotations = crate::object::dict_of_syms(Vec::new());
    function.attrs.set(sym::__annotations__, annotations.clone());
    Some(annotations)
}

pub fn keyword_defaults_of(x: &Value, _: Sym) -> Option<Value> {
    let values = x.cast::<Function>()?.default_values(true);
    Some(match values.is_empty() {
        true => Value::None,
        false => crate::object::dict_of_syms(values),
    })
}

/// `f.__code__`.
pub fn code_of(x: &Value, _: Sym) -> Option<Value> {
    x.cast::<Function>().map(crate::call::Code::value)
}

/// `C.__subclasses__`.
pub fn subclasses_of(x: &Value, _: Sym) -> Option<Value> {
    let class = x.cast::<Class>().filter(|class| !class.is_builtin())?;
    let derived = class.subclasses();
    let list = crate::object::list_of(derived.iter().map(Ref::value));
    Some(crate::call::Native::constant("__subclasses__", list))
}

/// `C.mro`.
pub fn mro_of(x: &Value, _: Sym) -> Option<Value> {
    let classes = x.cast::<Class>()?.mro();
    let mro = crate::object::list_of(classes.iter().map(Ref::value));
    Some(crate::call::Native::constant("mro", mro))
}

/// `object.__dict__` of an instance: live, but for objects that have slots as well, whose values are not in it.
fn instance_dict(class: &Ref<Class>, attrs: &Attrs) -> Value {
    if class.lookup(sym::__slots__).is_none() {
        return attrs.dict().value();
    }
    let open = attrs
        .entries()
        .into_iter()
        .filter(|(name, _)| !slots::is_slot(class, *name));
    crate::object::dict_of_syms(open.collect())
}

/// `object.name` for an instance of a Python class.
pub fn instance_attr(object: &Obj, class: &Ref<Class>, attrs: &Attrs, name: Sym) -> R<Option<Value>> {
    if let Some(hook) = class.special(sym::__getattribute__) {
        return or_getattr(
            hook.call(&[Value::Obj(object.clone()), name.value()]),
            object,
            class,
            name,
        );
    }
    or_getattr(plain_attr(object, class, attrs, name), object, class, name)
}

/// `object.__getattribute__`: the lookup without the `__getattr__` hook. AttributeError as an error value.
pub fn plain_attr(object: &Obj, class: &Ref<Class>, attrs: &Attrs, name: Sym) -> R<Value> {
    let x = Value::Obj(object.clone());
    let found = class.lookup(name);
    if let Some(found) = &found {
        if is_data_descriptor(found) && can_read(found) {
            return bind(found.clone(), &x, class);
        }
    }
    if let Some(value) = attrs.get(name) {
        return Ok(value);
    }
    if let Some(found) = found.filter(|found| found.cast::<slots::Member>().is_none()) {
        return bind(found, &x, class);
    }
    match name {
        sym::__class__ => return Ok(class.value()),
        sym::__doc__ => return Ok(Value::None),
        sym::__module__ => return Ok(class.module()),
        _ => {}
    }
    if let Some(value) = members::field(&x, name) {
        return Ok(value);
    }
    if !std::ptr::eq(class.info, &crate::object::types::OBJECT) {
        let payload = x.unwrapped();
        if let Some(value) = field_of(class.info, &payload, name)? {
            return Ok(value);
        }
    }
    Err(no_attribute(&x, name))
}

fn field_of(info: &'static TypeInfo, x: &Value, name: Sym) -> R<Option<Value>> {
    let mut next = Some(info);
    while let Some(info) = next {
        if let Some(value) = info.field(x, name)? {
            return Ok(Some(value));
        }
        next = info.base;
    }
    Ok(None)
}

/// Turns an AttributeError into the `__getattr__` hook's answer, or into None when there is no hook and the error is
/// the plain "has no attribute" of this very lookup.
pub(super) fn or_getattr(found: R<Value>, object: &Obj, class: &Ref<Class>, name: Sym) -> R<Option<Value>> {
    match found {
        Ok(value) => Ok(Some(value)),
        Err(e) if e.is(&exc::AttributeError) => match class.special(sym::__getattr__) {
            Some(hook) => hook.call(&[Value::Obj(object.clone()), name.value()]).map(Some),
            None => Err(e),
        },
        Err(e) => Err(e),
    }
}

/// `object.name = value` / `del object.name` for an instance of a Python class.
pub fn set_instance_attr(
    object: &Obj,
    class: &Ref<Class>,
    attrs: &Attrs,
    name: Sym,
    value: Option<Value>,
) -> R<()> {
    let x = Value::Obj(object.clone());
    let hook = if value.is_some() {
        sym::__setattr__
    } else {
        sym::__delattr__
    };
    if let Some(hook) = class.special(hook) {
        let mut values = vec![x, name.value()];
        values.extend(value);
        return hook.call(&values).map(drop);
    }
    store_attr(object, class, attrs, name, value)
}

/// `object.__setattr__` / `object.__delattr__`: the store without the hooks.
pub fn store_attr(object: &Obj, class: &Ref<Class>, attrs: &Attrs, name: Sym, value: Option<Value>) -> R<()> {
    let x = Value::Obj(object.clone());
    if let Some(found) = class.lookup(name) {
        if let Some(property) = found.cast::<Property>() {
            return property.write(&x, name, value);
        }
        if found.obj().is_some_and(|o| o.is_fixed()) {
            return Err(exc::AttributeError.err(match value {
                Some(_) => "can't set attribute",
                None => "can't delete attribute",
            }));
        }
        if is_data_descriptor(&found) {
            let (hook, what) = match value {
                Some(_) => (sym::__set__, "__set__"),
                None => (sym::__delete__, "__delete__"),
            };
            return match found.special(hook) {
                Some(hook) => {
                    let mut values = vec![found.clone(), x];
                    values.extend(value);
                    hook.call(&values).map(drop)
                }
                None => Err(exc::AttributeError.err(what)),
            };
        }
    }
    if name == sym::__dict__ {
        return adopt_dict(attrs, &value.unwrap_or(Value::None));
    }
    if !slots::has_dict(class) && !slots::is_slot(class, name) {
        return Err(match class.lookup(name) {
            Some(_) => inline_read_only(&x, name),
            None => no_attribute(&x, name),
        });
    }
    match value {
        Some(value) => attrs.set(name, value),
        None => {
            if attrs.remove(name).is_none() {
                return Err(no_attribute(&x, name));
            }
        }
    }
    Ok(())
}

/// `object.__dict__ = value`.
pub fn adopt_dict(attrs: &Attrs, value: &Value) -> R<()> {
    match crate::map::Dict::of(value) {
        Some(dict) => {
            attrs.adopt(dict);
            Ok(())
        }
        None => Err(exc::TypeError.err(crate::join![
            "__dict__ must be set to a dictionary, not a '",
            value.type_name().as_str(),
            "'"
        ])),
    }
}

/// `object.name(args)` for an instance of a Python class, without a bound method where the class holds a function.
pub fn call_instance_method(
    object: &Obj,
    class: &Ref<Class>,
    attrs: &Attrs,
    name: Sym,
    args: Args,
) -> R<Value> {
    if class.special(sym::__getattribute__).is_none() {
        if let Some(found) = class.lookup(name) {
            if !attrs.has(name) {
                if let Some(function) = found.cast::<Function>() {
                    return args.with_first(&Value::Obj(object.clone()), |args| {
                        crate::call::call_bound(function, args)
                    });
                }
                if let Some(method) = found.cast::<MethodDef>() {
                    return (method.method)(&Value::Obj(object.clone()).unwrapped(), args);
                }
            }
        }
    }
    Value::Obj(object.clone()).attr(name)?.call_args(args)
}

/// `C.name` for a class object.
pub fn class_attr(class: &Ref<Class>, name: Sym) -> R<Option<Value>> {
    match name {
        sym::__name__ => return Ok(Some(Value::from(class.name()))),
        sym::__qualname__ => return Ok(Some(Value::from(class.qualname()))),
        sym::__module__ => return Ok(Some(class.module())),
        sym::__class__ => return Ok(Some(class.value().class().value())),
        sym::__bases__ => {
            return Ok(Some(crate::object::tuple_of(
                class.bases().iter().map(Ref::value),
            )))
        }
        sym::__mro__ => return Ok(Some(crate::object::tuple_of(class.mro().iter().map(Ref::value)))),
        sym::__base__ => {
            return Ok(Some(class.bases().first().map_or(Value::None, Ref::value)));
        }
        sym::__dict__ => return Ok(members::field(&class.value(), name)),
        _ => {}
    }
    match class.lookup(name) {
        Some(found) => bind_to_class(found, class).map(Some),
        None if name == sym::__doc__
            && std::ptr::eq(class.info, &crate::object::types::OBJECT)
            && class.is_builtin() =>
        {
            Ok(Some(crate::lit!(OBJECT_DOC)))
        }
        None if name == sym::__doc__ => Ok(Some(Value::None)),
        None if name == sym::__call__ => {
            let call: crate::object::Method = |class, args| class.call_args(args);
            Ok(Some(BoundMethod::builtin(&class.value(), name, call).value()))
        }
        None => match crate::object::metaclass::attribute(class, name)? {
            None => Ok(members::field(&class.value(), name)),
            found => Ok(found),
        },
    }
}

fn bind_to_class(found: Value, class: &Ref<Class>) -> R<Value> {
    let Value::Obj(descriptor) = &found else {
        return Ok(found);
    };
    if let Some(method) = descriptor.cast::<StaticMethod>() {
        return Ok(method.function.clone());
    }
    if let Some(method) = descriptor.cast::<ClassMethod>() {
        return Ok(BoundMethod::new(class.value(), method.function.clone()).value());
    }
    if let Some(native) = descriptor.cast::<crate::call::Native>() {
        // Class methods of builtin types learn which class they were asked through.
        return Ok(native.asked_through(class, &found));
    }
    if let Some(get) = found.special(sym::__get__) {
        return get.call(&[found.clone(), Value::None, class.value()]);
    }
    Ok(found)
}

/// `C[key]`: `__class_getitem__`, or the class itself for generic builtins (`list[int]`).
pub fn class_get_item(class: &Ref<Class>, key: &Value) -> R<Value> {
    if let Some(hook) = class.lookup(sym::__class_getitem__) {
        let hook = hook
            .cast::<ClassMethod>()
            .map_or(hook.clone(), |m| m.function.clone());
        return hook.call(&[class.value(), key.clone()]);
    }
    if class.is_builtin() {
        return class::ALIAS.get()(class, key);
    }
    Err(not_subscriptable(class))
}

#[cold]
pub(super) fn not_subscriptable(class: &Ref<Class>) -> PyErr {
    exc::TypeError.err(crate::join![
        "type '",
        class.name().as_str(),
        "' is not subscriptable"
    ])
}

/// `A | B` of classes, as annotations use it.
pub fn class_union(class: &Ref<Class>, op: BinOp, other: &Value) -> R<Value> {
    if op == BinOp::Or && (other.is_none() || other.cast::<Class>().is_some()) {
        return class::UNION.get()(&class.value(), other);
    }
    Ok(Value::NotImplemented)
}

/// Compares the builtin values inside two instances without asking the instances again.
pub fn payload_compare(a: &Value, op: CmpOp, b: &Value) -> R<Value> {
    match a {
        Value::Obj(object) => object.compare(op, b),
        _ => crate::numbers::compare(op, a, b),
    }
}

/// `e.name` of an exception of a builtin class.
pub fn builtin_exc_attr(x: &Value, info: &'static TypeInfo, name: Sym) -> R<Option<Value>> {
    type_attr(info, x, name)
}
