//! `function.__code__`: what the compiler's description of a function still tells of it.
use crate::call::{Function, Kind};
use crate::error::exc;
use crate::object::{PyObject, Ref, Str, TypeInfo, Value};

pub struct Code(Ref<Function>);

impl Code {
    pub fn value(function: &Ref<Function>) -> Value {
        Ref::new(Code(function.clone())).value()
    }
}

static CODE: TypeInfo = TypeInfo {
    field: |this, name| {
        let Some(Code(function)) = this.cast::<Code>().map(|this| &**this) else {
            return Ok(None);
        };
        let count = |kinds: &[Kind]| {
            let params = function.info.params.iter();
            Value::Int(params.filter(|p| kinds.contains(&p.kind)).count() as i64)
        };
        Ok(Some(match name.text() {
            "co_name" => Value::from(Str::fixed(function.info.name)),
            "co_qualname" => Value::from(Str::fixed(function.info.qualname)),
            "co_argcount" => count(&[Kind::PositionalOnly, Kind::Plain]),
            "co_posonlyargcount" => count(&[Kind::PositionalOnly]),
            "co_kwonlyargcount" => count(&[Kind::KeywordOnly]),
            text if text.starts_with("co_") => {
                return Err(exc::NotImplementedError.err(crate::join!["code.", text, " is not supported"]))
            }
            _ => return Ok(None),
        }))
    },
    ..TypeInfo::plain("code")
};

impl PyObject for Code {
    const TYPE: &'static TypeInfo = &CODE;
}
