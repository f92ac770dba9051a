//! `Native`: a function of the runtime as a Python object (`len`, `math.sqrt`, `dict.fromkeys`).
use crate::call::Args;
use crate::error::R;
use crate::object::{attr, symbols as sym, Class, PyObject, Ref, Str, Sym, TypeInfo, Value};

pub type NativeFn = fn(Args) -> R<Value>;

pub struct Native {
    name: &'static str,
    body: Body,
}

#[derive(Clone)]
enum Body {
    Plain(NativeFn),
    /// A class method of a builtin type: the class it is asked through comes first.
    OfClass(fn(&Ref<Class>, Args) -> R<Value>, Option<Ref<Class>>),
    /// Answers a fixed value, whatever it is called with.
    Constant(Value),
}

pub static NATIVE: TypeInfo = TypeInfo::plain("builtin_function_or_method");

impl Native {
    pub fn function(name: &'static str, function: NativeFn) -> Value {
        Ref::new(Native {
            name,
            body: Body::Plain(function),
        })
        .value()
    }

    /// A class method; called through a subclass it is given that subclass.
    pub fn class_method(
        name: &'static str,
        class: Ref<Class>,
        function: fn(&Ref<Class>, Args) -> R<Value>,
    ) -> Value {
        Ref::new(Native {
            name,
            body: Body::OfClass(function, Some(class)),
        })
        .value()
    }

    pub fn constant(name: &'static str, value: Value) -> Value {
        Ref::new(Native {
            name,
            body: Body::Constant(value),
        })
        .value()
    }

    pub(crate) fn bound_to(&self, class: &Ref<Class>) -> Value {
        let body = match &self.body {
            Body::OfClass(function, _) => Body::OfClass(*function, Some(class.clone())),
            other => other.clone(),
        };
        Ref::new(Native {
            name: self.name,
            body,
        })
        .value()
    }
}

impl PyObject for Native {
    const TYPE: &'static TypeInfo = &NATIVE;

    fn repr(this: &Ref<Self>) -> R<Str> {
        Ok(Str::from(crate::join!["<built-in function ", this.name, ">"]))
    }
    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    #[inline]
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        match &this.body {
            Body::Plain(function) => function(args),
            Body::OfClass(function, Some(class)) => function(class, args),
            Body::OfClass(function, None) => function(&crate::object::types::OBJECT.class(), args),
            Body::Constant(value) => Ok(value.clone()),
        }
    }
    fn attr(this: &Ref<Self>, name: Sym) -> R<Option<Value>> {
        match name {
            sym::__name__ | sym::__qualname__ => Ok(Some(Value::from(Str::fixed(this.name)))),
            sym::__module__ => Ok(Some(Value::from(Str::fixed("builtins")))),
            _ => attr::builtin_attr(this.as_obj(), name),
        }
    }
}
