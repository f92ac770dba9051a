//! `copy`: shallow and deep copies.
use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::map::{Dict, Set};
use crate::member;
use crate::object::{symbols as sym, Class, Instance, Ref, Value};
use crate::seq::{List, Tuple};
use std::collections::HashMap;

/// `copy.copy(x)`.
pub fn copy(args: Args) -> R<Value> {
    let [x] = args.bind("copy", [sym::x], 1, 0, 1)?;
    shallow(x.unwrap_or(&Value::None))
}

fn shallow(x: &Value) -> R<Value> {
    if let Some(list) = x.cast::<List>() {
        return Ok(List::value(list.to_vec()));
    }
    if let Some(dict) = x.cast::<Dict>() {
        return Ok(dict.copy().value());
    }
    if let Some(set) = x.cast::<Set>() {
        return Ok(if set.is_frozen() {
            x.clone()
        } else {
            set.copy(false)?.value()
        });
    }
    if let Some(hook) = hook_of(x, sym::__copy__) {
        return hook.call(&[]);
    }
    match x.cast::<Instance>() {
        Some(object) => {
            let payload = match x.obj().and_then(|o| o.payload()) {
                Some(payload) => shallow(&payload)?,
                None => Value::Unset,
            };
            let copy = Instance::with_payload(&object.class(), payload);
            for (name, value) in object.attrs.entries() {
                copy.attrs.set(name, value);
            }
            Ok(copy.value())
        }
        None if is_atomic(x) => Ok(x.clone()),
        None => Err(uncopyable(x)),
    }
}

/// `x.__copy__` / `x.__deepcopy__`, when its class defines one.
fn hook_of(x: &Value, name: crate::Sym) -> Option<Value> {
    let object = x.obj()?;
    let own = object.is::<Instance>() && x.special(name).is_some();
    let builtin = !object.is::<Instance>() && object.vt().info.method(name).is_some();
    if own || builtin {
        return x.attr(name).ok();
    }
    None
}

/// Types whose objects are their own copies.
fn is_atomic(x: &Value) -> bool {
    let Value::Obj(object) = x else { return true };
    let immutable = [
        "str",
        "int",
        "complex",
        "bytes",
        "type",
        "range",
        "function",
        "builtin_function_or_method",
        "method",
        "module",
        "property",
        "EnumType",
        "slice",
        "Pattern",
        "partial",
    ];
    immutable.contains(&object.vt().info.name) || x.cast::<Tuple>().is_some()
}

fn uncopyable(x: &Value) -> crate::PyErr {
    exc::TypeError.err(crate::join![
        "cannot pickle '",
        x.type_name().as_str(),
        "' object"
    ])
}

/// Copies made so far, by the identity of their originals; it keeps the originals alive, too.
struct Memo {
    made: HashMap<usize, (Value, Value)>,
    /// Handed to `__deepcopy__`.
    dict: Value,
}

impl Memo {
    fn keep(&mut self, x: &Value, copy: Value) {
        if let Some(object) = x.obj() {
            self.made.insert(object.address(), (x.clone(), copy));
        }
    }
}

/// `copy.deepcopy(x, memo=None)`.
pub fn deepcopy(args: Args) -> R<Value> {
    let [x, memo] = args.bind("deepcopy", [sym::x, sym::memo], 1, 0, 2)?;
    let dict = memo
        .filter(|m| !m.is_none())
        .cloned()
        .unwrap_or_else(|| Dict::new().value());
    deep(
        x.unwrap_or(&Value::None),
        &mut Memo {
            made: HashMap::new(),
            dict,
        },
    )
}

fn deep(x: &Value, memo: &mut Memo) -> R<Value> {
    let _frame = crate::enter()?;
    let Value::Obj(object) = x else {
        return Ok(x.clone());
    };
    if let Some((_, copy)) = memo.made.get(&object.address()) {
        return Ok(copy.clone());
    }
    if let Some(tuple) = x.cast::<Tuple>() {
        let items = tuple
            .items()
            .iter()
            .map(|item| deep(item, memo))
            .collect::<R<Vec<_>>>()?;
        let same = items.iter().zip(tuple.items()).all(|(a, b)| a.is(b));
        return Ok(if same { x.clone() } else { Tuple::value(items) });
    }
    if let Some(list) = x.cast::<List>() {
        let copy = List::new(Vec::new());
        memo.keep(x, copy.value());
        for item in list.to_vec() {
            copy.push(deep(&item, memo)?);
        }
        return Ok(copy.value());
    }
    if let Some(dict) = x.cast::<Dict>() {
        let copy = Dict::new();
        memo.keep(x, copy.value());
        for (key, value) in dict.pairs() {
            copy.set(deep(&key, memo)?, deep(&value, memo)?)?;
        }
        return Ok(copy.value());
    }
    if let Some(set) = x.cast::<Set>() {
        let items = set
            .items()
            .iter()
            .map(|item| deep(item, memo))
            .collect::<R<Vec<_>>>()?;
        let copy = Set::from(&List::value(items), set.is_frozen())?.value();
        memo.keep(x, copy.clone());
        return Ok(copy);
    }
    if object.cast::<Class>().is_some() {
        return Ok(x.clone());
    }
    if let Some(hook) = hook_of(x, sym::__deepcopy__) {
        let copy = hook.call(&[memo.dict.clone()])?;
        memo.keep(x, copy.clone());
        return Ok(copy);
    }
    if object.vt().info.name == "deque" {
        let copy = x.call_method(member::copy.name(), &[])?;
        memo.keep(x, copy.clone());
        for i in 0..copy.len()? {
            let at = Value::Int(i as i64);
            copy.set_item(&at, deep(&x.get_item(&at)?, memo)?)?;
        }
        return Ok(copy);
    }
    match object.cast::<Instance>() {
        Some(instance) => deep_instance(x, instance, memo),
        None if is_atomic(x) => Ok(x.clone()),
        None => Err(uncopyable(x)),
    }
}

fn deep_instance(x: &Value, instance: &Ref<Instance>, memo: &mut Memo) -> R<Value> {
    let payload = match x.obj().and_then(|o| o.payload()) {
        Some(payload) => deep(&payload, memo)?,
        None => Value::Unset,
    };
    let copy = Instance::with_payload(&instance.class(), payload);
    memo.keep(x, copy.value());
    for (name, value) in instance.attrs.entries() {
        copy.attrs.set(name, deep(&value, memo)?);
    }
    Ok(copy.value())
}

/// `copy.Error`.
#[allow(non_upper_case_globals)]
static Error: crate::object::TypeInfo = crate::object::TypeInfo {
    module: "copy",
    ..exc::class("Error", &exc::Exception)
};

members! {
    values {
        Error "Error" super::Error.value();
    }
    functions {
        copy "copy";
        deepcopy "deepcopy";
    }
}

thread_local! {
    static MODULE: Value = Module::native("copy", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
