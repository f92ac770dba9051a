//! `contextlib.ExitStack`.
use crate::call::Args;
use crate::emitted::enter_with;
use crate::error::{exc, PyErr, R};
use crate::object::{symbols as sym, Method, PyObject, Ref, Sym, TypeInfo, Value};
use std::cell::RefCell;

/// What is to be done at the end.
enum Step {
    /// An `__exit__`, which is told of the exception and may swallow it.
    Leave(Value),
    /// A function with its arguments.
    Call(Value, Vec<Value>, Vec<Sym>),
}

struct ExitStack(RefCell<Vec<Step>>);

pub static EXIT_STACK: TypeInfo = TypeInfo {
    module: "contextlib",
    new: Some(|_, args| {
        args.exactly::<0>("ExitStack")?;
        Ok(Ref::new(ExitStack(RefCell::new(Vec::new()))).value())
    }),
    method,
    ..TypeInfo::plain("ExitStack")
};

impl PyObject for ExitStack {
    const TYPE: &'static TypeInfo = &EXIT_STACK;
}

fn me(x: &Value) -> R<&Ref<ExitStack>> {
    x.cast::<ExitStack>()
        .ok_or_else(|| x.type_error("' object is no ExitStack"))
}

fn method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::__enter__ => |x, _| Ok(x.clone()),
        sym::__exit__ => |x, args| {
            let given = args.between("__exit__", 3, 3)?;
            let error = Some(&given[1]).filter(|e| !e.is_none());
            unwind(me(x)?, error.map(PyErr::raise)).map(Value::Bool)
        },
        sym::enter_context => |x, args| {
            let [manager] = args.exactly::<1>("enter_context")?;
            let (entered, leave) = enter_with(manager)?;
            me(x)?.0.borrow_mut().push(Step::Leave(leave));
            Ok(entered)
        },
        sym::push => |x, args| {
            let [leave] = args.exactly::<1>("push")?;
            let bound = leave.find_attr(sym::__exit__)?;
            let step = Step::Leave(bound.unwrap_or_else(|| leave.clone()));
            me(x)?.0.borrow_mut().push(step);
            Ok(leave.clone())
        },
        sym::callback => |x, args: Args| {
            let Some(function) = args.plain().first() else {
                return Err(exc::TypeError
                    .err("ExitStack.callback() missing 1 required positional argument: 'callback'"));
            };
            let step = Step::Call(function.clone(), args.values[1..].to_vec(), args.names.to_vec());
            me(x)?.0.borrow_mut().push(step);
            Ok(function.clone())
        },
        sym::pop_all => |x, args| {
            args.exactly::<0>("pop_all")?;
            let steps = me(x)?.0.take();
            Ok(Ref::new(ExitStack(RefCell::new(steps))).value())
        },
        sym::close => |x, args| {
            args.exactly::<0>("close")?;
            unwind(me(x)?, None).map(|_| Value::None)
        },
        _ => return None,
    })
}

/// Does all steps, the last one first. True: the exception that was there at first has been swallowed.
fn unwind(stack: &ExitStack, mut error: Option<PyErr>) -> R<bool> {
    let first = error.as_ref().map(PyErr::value);
    loop {
        let step = stack.0.borrow_mut().pop();
        let Some(step) = step else { break };
        let _handling = error.as_ref().map(PyErr::handling);
        let outcome = match step {
            Step::Leave(leave) => {
                let told = match &error {
                    Some(e) => [e.value().class_value(), e.value(), Value::None],
                    None => [Value::None, Value::None, Value::None],
                };
                leave.call(&told).and_then(|answer| answer.truth())
            }
            Step::Call(function, values, names) => function.call_named(&values, &names).map(|_| false),
        };
        match outcome {
            Ok(true) => error = None,
            Ok(false) => {}
            Err(e) => error = Some(e),
        }
    }
    match (error, first) {
        (None, first) => Ok(first.is_some()),
        (Some(error), Some(first)) if error.value().is(&first) => Ok(false),
        (Some(error), _) => Err(error),
    }
}
