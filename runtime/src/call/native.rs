//! `Native`: a function of the runtime as a Python object (`len`, `math.sqrt`, `dict.fromkeys`).
use crate::call::Args;
use crate::error::R;
use crate::object::vtable::AttrFn;
use crate::object::{attr, symbols as sym, Class, PyObject, Ref, Str, TypeInfo, Value};

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
    /// A method of a class that the runtime defines in Python's way: the receiver is the first argument.
    Method(NativeFn),
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

    /// A method for the namespace of a class object; it binds to instances.
    pub fn method(name: &'static str, function: NativeFn) -> Value {
        Ref::new(Native {
            name,
            body: Body::Method(function),
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

    /// What `C.name` gives: class methods learn which class they were asked through, others stay as they are.
    pub(crate) fn asked_through(&self, class: &Ref<Class>, found: &Value) -> Value {
        match &self.body {
            Body::OfClass(function, _) => Ref::new(Native {
                name: self.name,
                body: Body::OfClass(*function, Some(class.clone())),
            })
            .value(),
            _ => found.clone(),
        }
    }
}

impl Native {
    fn same(&self, other: &Native) -> bool {
        match (&self.body, &other.body) {
            (Body::Plain(a), Body::Plain(b)) | (Body::Method(a), Body::Method(b)) => {
                self.name == other.name && std::ptr::eq(*a as *const (), *b as *const ())
            }
            _ => false,
        }
    }
}

impl PyObject for Native {
    const TYPE: &'static TypeInfo = &NATIVE;

    fn repr(this: &Ref<Self>) -> R<Str> {
        Ok(Str::from(crate::join!["<built-in function ", this.name, ">"]))
    }
    fn compare(this: &Ref<Self>, op: crate::object::CmpOp, other: &Value) -> R<Value> {
        let Some(other) = other.cast::<Native>() else {
            return Ok(Value::NotImplemented);
        };
        let same = Ref::same(this, other) || Native::same(this, other);
        Ok(match op {
            crate::object::CmpOp::Eq => Value::Bool(same),
            crate::object::CmpOp::Ne => Value::Bool(!same),
            _ => Value::NotImplemented,
        })
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        Ok(crate::object::hash::hash_bytes(this.name.as_bytes()))
    }
    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    #[inline]
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        match &this.body {
            Body::Plain(function) | Body::Method(function) => function(args),
            Body::OfClass(function, Some(class)) => function(class, args),
            Body::OfClass(function, None) => function(&crate::object::types::OBJECT.class(), args),
            Body::Constant(value) => Ok(value.clone()),
        }
    }
    fn describe(this: &Ref<Self>, object: &Value, _: &Ref<Class>) -> R<Option<Value>> {
        Ok(match this.body {
            Body::Method(_) => Some(crate::call::BoundMethod::new(object.clone(), this.value()).value()),
            _ => None,
        })
    }
    const ATTR: AttrFn<Self> = Some(|this, name| match name {
        sym::__name__ | sym::__qualname__ => Ok(Some(Value::from(Str::fixed(this.name)))),
        sym::__module__ => Ok(Some(Value::from(Str::fixed("builtins")))),
        _ => attr::builtin_attr(this.as_obj(), name),
    });
}
