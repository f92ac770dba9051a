//! `X | Y` of classes.
use crate::error::R;
use crate::object::{symbols as sym, BinOp, Class, CmpOp, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::Tuple;

struct Union {
    members: Vec<Value>,
}

pub static UNION: TypeInfo = TypeInfo {
    module: "types",
    ..TypeInfo::plain("UnionType")
};

/// The classes of a union; None: `x` is none.
pub(super) fn members(x: &Value) -> Option<Vec<Value>> {
    Some(x.cast::<Union>()?.members.clone())
}

/// What may stand in a union: classes, None and unions.
fn parts(x: &Value) -> Option<Vec<Value>> {
    match x {
        Value::None => Some(vec![crate::object::types::NONE.value()]),
        _ if x.cast::<Class>().is_some() => Some(vec![x.clone()]),
        _ => members(x),
    }
}

/// `left | right`; NotImplemented when either may not stand in a union.
pub fn union_of(left: &Value, right: &Value) -> R<Value> {
    let (Some(left), Some(right)) = (parts(left), parts(right)) else {
        return Ok(Value::NotImplemented);
    };
    let mut members: Vec<Value> = Vec::new();
    for member in left.into_iter().chain(right) {
        if !members.iter().any(|known| known.is(&member)) {
            members.push(member);
        }
    }
    if let [only] = members.as_slice() {
        return Ok(only.clone());
    }
    Ok(Ref::new(Union { members }).value())
}

fn shown(member: &Value) -> R<String> {
    let Some(class) = member.cast::<Class>() else {
        return Ok(member.repr()?.as_str().to_string());
    };
    if class.same(&crate::object::types::NONE.class()) {
        return Ok("None".to_string());
    }
    Ok(match class.module().as_str() {
        Some(module) if module.as_str() != "builtins" => {
            crate::join![module.as_str(), ".", class.qualname().as_str()]
        }
        _ => class.qualname().as_str().to_string(),
    })
}

impl PyObject for Union {
    const TYPE: &'static TypeInfo = &UNION;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let shown: Vec<String> = this.members.iter().map(shown).collect::<R<_>>()?;
        Ok(Str::from(shown.join(" | ")))
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        let mut all = 0;
        for member in &this.members {
            all ^= member.hash()?;
        }
        Ok(all)
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        let Some(other) = other.cast::<Union>() else {
            return Ok(Value::NotImplemented);
        };
        let within = |a: &Union, b: &Union| a.members.iter().all(|m| b.members.iter().any(|n| n.is(m)));
        let same = within(this, other) && within(other, this);
        Ok(match op {
            CmpOp::Eq => Value::Bool(same),
            CmpOp::Ne => Value::Bool(!same),
            _ => Value::NotImplemented,
        })
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Or => union_of(&this.value(), other),
            _ => Ok(Value::NotImplemented),
        }
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Or => union_of(other, &this.value()),
            _ => Ok(Value::NotImplemented),
        }
    }
    fn attr(this: &Ref<Self>, name: Sym) -> R<Option<Value>> {
        match name {
            sym::__args__ => Ok(Some(Tuple::value(this.members.clone()))),
            _ => crate::object::attr::builtin_attr(this.as_obj(), name),
        }
    }
}
