//! `singledispatch`: the implementation is chosen by the class of the first argument.
use crate::call::{Args, BoundMethod};
use crate::error::{exc, R};
use crate::object::attrs::Attrs;
use crate::object::vtable::{AttrFn, SetAttrFn};
use crate::object::{attr, symbols as sym, Class, PyObject, Ref, Sym, TypeInfo, Value};
use std::cell::RefCell;

pub struct Dispatcher {
    default: Value,
    registry: RefCell<Vec<(Ref<Class>, Value)>>,
    attrs: Attrs,
}

static DISPATCHER: TypeInfo = TypeInfo {
    method: dispatcher_method,
    ..TypeInfo::plain("function")
};

/// `functools.singledispatch(f)`.
pub fn singledispatch(args: Args) -> R<Value> {
    let [func] = args.exactly::<1>("singledispatch")?;
    let dispatcher = Ref::new(Dispatcher {
        default: func.clone(),
        registry: RefCell::new(Vec::new()),
        attrs: Attrs::new(),
    })
    .value();
    super::update(&dispatcher, func)
}

impl Dispatcher {
    fn find(&self, class: &Ref<Class>) -> Value {
        let registry = self.registry.borrow();
        for base in class.mro() {
            if let Some((_, func)) = registry.iter().rev().find(|(c, _)| c.same(&base)) {
                return func.clone();
            }
        }
        self.default.clone()
    }
}

fn this_dispatcher(this: &Value) -> R<&Ref<Dispatcher>> {
    this.cast::<Dispatcher>()
        .ok_or_else(|| this.type_error("' object is no dispatcher"))
}

fn dispatcher_method(name: Sym) -> Option<crate::object::Method> {
    Some(match name {
        sym::register => |this, args| {
            let dispatcher = this_dispatcher(this)?;
            let values = args.between("register", 1, 2)?;
            match values {
                [class, func] => {
                    let Some(class) = class.cast::<Class>() else {
                        return Err(exc::TypeError.err("Invalid first argument to `register()`"));
                    };
                    dispatcher
                        .registry
                        .borrow_mut()
                        .push((class.clone(), func.clone()));
                    Ok(func.clone())
                }
                [one] => match one.cast::<Class>() {
                    Some(_) => Ok(super::Partial::create(
                        &super::PARTIAL.class(),
                        Args::positional(&[this.attr(sym::register)?, one.clone()]),
                    )?),
                    None => {
                        let annotations = one.attr(sym::__annotations__)?;
                        let mut names = annotations.iter()?;
                        let class = match names.next()? {
                            Some(name) => annotations.get_item(&name)?,
                            None => Value::None,
                        };
                        this.call_method(sym::register, &[class, one.clone()])
                    }
                },
                _ => Ok(Value::None),
            }
        },
        sym::dispatch => |this, args| {
            let [class] = args.exactly::<1>("dispatch")?;
            match class.cast::<Class>() {
                Some(class) => Ok(this_dispatcher(this)?.find(class)),
                None => Err(class.type_error("' object is not a class")),
            }
        },
        _ => return None,
    })
}

impl PyObject for Dispatcher {
    const TYPE: &'static TypeInfo = &DISPATCHER;

    fn is_callable(_: &Ref<Self>) -> bool {
        true
    }
    fn call(this: &Ref<Self>, args: Args) -> R<Value> {
        match args.plain().first() {
            Some(first) => this.find(&first.class()).call_args(args),
            None => {
                let name = this.value().attr(sym::__name__)?.to_str()?;
                Err(exc::TypeError.err(crate::join![
                    name.as_str(),
                    " requires at least 1 positional argument"
                ]))
            }
        }
    }
    const ATTR: AttrFn<Self> = Some(|this, name| match this.attrs.get(name) {
        None => attr::builtin_attr(this.as_obj(), name),
        found => Ok(found),
    });
    const SET_ATTR: SetAttrFn<Self> = Some(|this, name, value| {
        match value {
            Some(value) => this.attrs.set(name, value),
            None => drop(this.attrs.remove(name)),
        }
        Ok(())
    });
    fn describe(this: &Ref<Self>, object: &Value, _: &Ref<Class>) -> R<Option<Value>> {
        Ok(Some(BoundMethod::new(object.clone(), this.value()).value()))
    }
}
