//! `Flag` and `IntFlag`: members are bits, combinations are made on demand.
use super::{base_class, find, map_of, one};
use crate::call::Args;
use crate::error::R;
use crate::object::{symbols as sym, types, Class, Instance, Ref, Value};

type BitOp = fn(&Value, &Value) -> R<Value>;

pub fn is_single_bit(value: &Value) -> bool {
    matches!(value, Value::Int(v) if *v > 0 && v & (v - 1) == 0)
}

/// The lowest bit above all earlier values.
pub fn next_bit(earlier: &[Value]) -> R<Value> {
    let mut top = 0i64;
    for value in earlier {
        top = top.max(crate::numbers::index(value)?);
    }
    Ok(Value::Int(if top == 0 {
        1
    } else {
        1 << (64 - top.leading_zeros())
    }))
}

/// The single-bit members of a class with their bits.
fn bits_of(class: &Ref<Class>) -> R<Vec<(i64, Value)>> {
    let mut bits = Vec::new();
    for (_, member) in crate::map::Dict::of(&map_of(class)).map_or(Vec::new(), |map| map.pairs()) {
        let value = member.attr(sym::_value_)?;
        let known = bits.iter().any(|(_, m): &(i64, Value)| m.is(&member));
        if let (Value::Int(bit), true, false) = (&value, is_single_bit(&value), known) {
            bits.push((*bit, member.clone()));
        }
    }
    Ok(bits)
}

/// The combination with a value, made of known bits only; None when it is not one.
pub fn combine(class: &Ref<Class>, value: &Value) -> R<Option<Value>> {
    let Value::Int(wanted) = value.unwrapped() else {
        return Ok(None);
    };
    let bits = bits_of(class)?;
    let all = bits.iter().fold(0, |all, (bit, _)| all | bit);
    let wanted = if wanted < 0 { all & wanted } else { wanted };
    if let Some(member) = find(class, &Value::Int(wanted))? {
        return Ok(Some(member));
    }
    let int_flag = std::ptr::eq(class.info, &types::INT);
    if wanted & !all != 0 && !int_flag {
        return Ok(None);
    }
    let mut names = Vec::new();
    for (bit, member) in &bits {
        if wanted & bit != 0 {
            names.push(super::name_of(member)?.as_str().to_string());
        }
    }
    let rest = wanted & !all;
    if rest != 0 {
        names.push(crate::numbers::int_text(rest));
    }
    let payload = if int_flag {
        Value::Int(wanted)
    } else {
        Value::Unset
    };
    let made = Instance::with_payload(class, payload).value();
    let name = if names.is_empty() {
        Value::None
    } else {
        Value::from(names.join("|"))
    };
    made.set_attr(sym::_name_, name)?;
    made.set_attr(sym::_value_, Value::Int(wanted))?;
    Ok(Some(made))
}

/// `a OP b` of two flags of one class (or an int, for IntFlag).
fn bitwise(args: Args, op: BitOp) -> R<Value> {
    let [this, other] = args.exactly::<2>("__or__")?;
    let class = this.class();
    let right = if other.class().derives_from(&class) {
        other.attr(sym::_value_)?
    } else if std::ptr::eq(class.info, &types::INT) && matches!(other, Value::Int(_) | Value::Bool(_)) {
        other.clone()
    } else {
        return Ok(Value::NotImplemented);
    };
    let value = op(&this.attr(sym::_value_)?, &right)?;
    class.value().call(&[value])
}

fn invert(args: Args) -> R<Value> {
    let this = one(&args, "__invert__")?;
    let all = bits_of(&this.class())?.iter().fold(0, |all, (bit, _)| all | bit);
    let value = crate::numbers::index(&this.attr(sym::_value_)?)?;
    this.class().value().call(&[Value::Int(all & !value)])
}

fn contains(args: Args) -> R<Value> {
    let [this, other] = args.exactly::<2>("__contains__")?;
    if !other.class().derives_from(&this.class()) {
        return Err(crate::exc::TypeError.err(crate::join![
            "unsupported operand type(s) for 'in': '",
            other.type_name().as_str(),
            "' and '",
            this.type_name().as_str(),
            "'"
        ]));
    }
    let (a, b) = (this.attr(sym::_value_)?, other.attr(sym::_value_)?);
    a.bitand(&b)?.eq(&b)
}

/// The single bits of a flag, as members.
fn parts(this: &Value) -> R<Vec<Value>> {
    let value = crate::numbers::index(&this.attr(sym::_value_)?)?;
    let bits = bits_of(&this.class())?;
    Ok(bits
        .into_iter()
        .filter(|(bit, _)| value & bit != 0)
        .map(|(_, member)| member)
        .collect())
}

fn repr(args: Args) -> R<Value> {
    let this = one(&args, "__repr__")?;
    let value = this.attr(sym::_value_)?.repr()?;
    Ok(Value::from(match this.attr(sym::_name_)? {
        Value::None => crate::join!["<", this.type_name().as_str(), ": ", value.as_str(), ">"],
        name => {
            crate::join![
                "<",
                this.type_name().as_str(),
                ".",
                name.to_str()?.as_str(),
                ": ",
                value.as_str(),
                ">"
            ]
        }
    }))
}

fn to_str(args: Args) -> R<Value> {
    let this = one(&args, "__str__")?;
    Ok(Value::from(match this.attr(sym::_name_)? {
        Value::None => {
            let value = this.attr(sym::_value_)?.repr()?;
            crate::join![this.type_name().as_str(), "(", value.as_str(), ")"]
        }
        name => crate::join![this.type_name().as_str(), ".", name.to_str()?.as_str()],
    }))
}

fn methods(class: &'static str, bases: Vec<Value>, text: crate::NativeFn) -> Value {
    base_class(
        class,
        bases,
        &[
            (sym::__or__, |args| bitwise(args, |a, b| a.bitor(b))),
            (sym::__and__, |args| bitwise(args, |a, b| a.bitand(b))),
            (sym::__xor__, |args| bitwise(args, |a, b| a.bitxor(b))),
            (sym::__ror__, |args| bitwise(args, |a, b| a.bitor(b))),
            (sym::__rand__, |args| bitwise(args, |a, b| a.bitand(b))),
            (sym::__rxor__, |args| bitwise(args, |a, b| a.bitxor(b))),
            (sym::__invert__, invert),
            (sym::__contains__, contains),
            (sym::__bool__, |args| {
                one(&args, "__bool__")?
                    .attr(sym::_value_)?
                    .truth()
                    .map(Value::Bool)
            }),
            (sym::__iter__, |args| {
                let items = parts(&one(&args, "__iter__")?)?;
                crate::object::list_of(items.into_iter())
                    .iter()
                    .map(|iter| iter.into_value())
            }),
            (sym::__len__, |args| {
                parts(&one(&args, "__len__")?).map(|items| Value::Int(items.len() as i64))
            }),
            (sym::__repr__, repr),
            (sym::__str__, text),
        ],
    )
}

thread_local! {
    static FLAG: Value = methods("Flag", vec![super::value::Enum()], to_str);
    static INT_FLAG: Value = methods("IntFlag", vec![crate::builtins::value::int(), flag_class()], super::value_str);
}

pub fn flag_class() -> Value {
    FLAG.with(Clone::clone)
}

pub fn int_flag_class() -> Value {
    INT_FLAG.with(Clone::clone)
}
