//! `types`: the types of functions and their kin, and `SimpleNamespace`.
use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::modules::collections::native_class;
use crate::object::{symbols as sym, Instance, Ref, Str, Value};
use std::cell::OnceCell;

/// `SimpleNamespace(**attributes)`.
fn namespace_init(args: Args) -> R<Value> {
    let [this] = args.plain() else {
        return Err(exc::TypeError.err("no positional arguments expected"));
    };
    for (name, value) in args.keywords() {
        this.set_attr(name, value.clone())?;
    }
    Ok(Value::None)
}

fn instance(x: &Value) -> R<&Ref<Instance>> {
    x.cast::<Instance>()
        .ok_or_else(|| x.type_error("' object is no namespace"))
}

fn namespace_repr(args: Args) -> R<Value> {
    let this = &args.between("__repr__", 1, 1)?[0];
    let class = this.class();
    let own = simple_namespace();
    let name = if class.value().is(&own) {
        Str::fixed("namespace")
    } else {
        class.name()
    };
    let mut text = crate::join![name.as_str(), "("];
    for (i, (name, value)) in instance(this)?.attrs.entries().into_iter().enumerate() {
        if i > 0 {
            text.push_str(", ");
        }
        text.push_str(name.text());
        text.push('=');
        text.push_str(value.repr()?.as_str());
    }
    text.push(')');
    Ok(Value::from(text))
}

fn namespace_eq(args: Args) -> R<Value> {
    let given = args.between("__eq__", 2, 2)?;
    if !crate::builtins::is_instance(&given[1], &simple_namespace())? {
        return Ok(Value::NotImplemented);
    }
    let dict = |x: &Value| -> R<Value> { x.attr(crate::member::__dict__.name()) };
    dict(&given[0])?.eq(&dict(&given[1])?)
}

thread_local! {
    static NAMESPACE: OnceCell<Value> = const { OnceCell::new() };
}

fn simple_namespace() -> Value {
    let make = || {
        let methods: [(crate::Sym, crate::call::NativeFn); 3] = [
            (sym::__init__, namespace_init),
            (sym::__repr__, namespace_repr),
            (sym::__eq__, namespace_eq),
        ];
        let object = crate::builtins::value::object();
        native_class("types", "SimpleNamespace", object, &methods).unwrap_or(Value::None)
    };
    NAMESPACE.with(|slot| slot.get_or_init(make).clone())
}

use crate::iter::awaiting::mark as coroutine;

members! {
    values {
        FunctionType "FunctionType" crate::call::FUNCTION.value();
        LambdaType "LambdaType" crate::call::FUNCTION.value();
        MethodType "MethodType" crate::call::METHOD.value();
        BuiltinFunctionType "BuiltinFunctionType" crate::call::NATIVE.value();
        BuiltinMethodType "BuiltinMethodType" crate::call::NATIVE.value();
        ModuleType "ModuleType" crate::call::MODULE.value();
        GeneratorType "GeneratorType" crate::iter::GENERATOR.value();
        CoroutineType "CoroutineType" crate::iter::awaiting::COROUTINE.value();
        AsyncGeneratorType "AsyncGeneratorType" crate::iter::awaiting::ASYNC_GENERATOR.value();
        NoneType "NoneType" crate::types::NONE.value();
        EllipsisType "EllipsisType" crate::types::ELLIPSIS.value();
        NotImplementedType "NotImplementedType" crate::types::NOT_IMPLEMENTED.value();
        TracebackType "TracebackType" crate::error::TRACEBACK.value();
        MappingProxyType "MappingProxyType" crate::map::MAPPING_PROXY.value();
        GenericAlias "GenericAlias" crate::modules::typing::ALIAS.value();
        SimpleNamespace "SimpleNamespace" simple_namespace();
    }
    functions {
        coroutine "coroutine";
    }
}

thread_local! {
    static MODULE: Value = Module::native("types", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
