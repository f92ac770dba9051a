//! `isinstance`, `issubclass`, `callable`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::{symbols as sym, Class, Value};
use crate::seq::Tuple;

/// `isinstance(x, class_or_tuple)`.
pub fn isinstance(args: Args) -> R<Value> {
    let given = args.between("isinstance", 2, 2)?;
    is_instance(&given[0], &given[1]).map(Value::Bool)
}

/// `isinstance(x, classes)` as a condition.
pub fn is_instance(x: &Value, classes: &Value) -> R<bool> {
    if let Some(class) = classes.cast::<Class>() {
        if let Some(check) = crate::object::metaclass::special(class, sym::__instancecheck__) {
            if x.class().same(class) {
                return Ok(true);
            }
            return check.call(&[x.clone()])?.truth();
        }
        return Class::is_subclass(&x.class(), class);
    }
    match members(classes) {
        Some(all) => any_of(&all, |class| is_instance(x, class)),
        None => match classes.special(sym::__instancecheck__) {
            Some(check) => check.call(&[classes.clone(), x.clone()])?.truth(),
            None if classes.cast::<crate::modules::typing::Alias>().is_some() => {
                Err(exc::TypeError.err("isinstance() argument 2 cannot be a parameterized generic"))
            }
            None => {
                Err(exc::TypeError.err("isinstance() arg 2 must be a type, a tuple of types, or a union"))
            }
        },
    }
}

/// The classes of a tuple or a union.
fn members(classes: &Value) -> Option<Vec<Value>> {
    let plain = classes.unwrapped();
    if let Some(tuple) = plain.cast::<Tuple>() {
        return Some(tuple.items().to_vec());
    }
    let alias = plain.cast::<crate::modules::typing::Alias>()?;
    if !alias.is_union() {
        return alias.args().is_empty().then(|| vec![alias.origin().clone()]);
    }
    let class_of = |member: &Value| match member {
        Value::None => crate::object::types::NONE.value(),
        other => other.clone(),
    };
    Some(alias.args().iter().map(class_of).collect())
}

fn any_of(classes: &[Value], mut test: impl FnMut(&Value) -> R<bool>) -> R<bool> {
    for class in classes {
        if test(class)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `issubclass(class, class_or_tuple)`.
pub fn issubclass(args: Args) -> R<Value> {
    let given = args.between("issubclass", 2, 2)?;
    is_subclass(&given[0], &given[1]).map(Value::Bool)
}

/// `issubclass(class, classes)` as a condition.
pub fn is_subclass(class: &Value, classes: &Value) -> R<bool> {
    let asked = match classes.cast::<Class>() {
        Some(base) => crate::object::metaclass::special(base, sym::__subclasscheck__),
        None => classes
            .find_attr(sym::__subclasscheck__)?
            .filter(|_| members(classes).is_none()),
    };
    if let Some(check) = asked {
        return check.call(&[class.clone()])?.truth();
    }
    let Some(derived) = class.cast::<Class>() else {
        return Err(exc::TypeError.err("issubclass() arg 1 must be a class"));
    };
    if let Some(base) = classes.cast::<Class>() {
        return Class::is_subclass(derived, base);
    }
    match members(classes) {
        Some(all) => any_of(&all, |base| is_subclass(class, base)),
        None => Err(exc::TypeError.err("issubclass() arg 2 must be a class, a tuple of classes, or a union")),
    }
}

/// `callable(x)`.
pub fn callable(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("callable")?;
    Ok(Value::Bool(is_callable(x)))
}

pub(super) fn is_callable(x: &Value) -> bool {
    x.obj().is_some_and(|object| object.is_callable())
}
