//! `groupby`: groups share the source with their parent, as in CPython.
use super::kind;
use crate::call::Args;
use crate::error::R;
use crate::iter::{Iter, Lazy};
use crate::object::{symbols as sym, Class, Ref, TypeInfo, Value};
use std::cell::RefCell;
use std::rc::Rc;

pub static GROUPBY: TypeInfo = kind(TypeInfo::plain("groupby"), groupby);
static GROUPER: TypeInfo = TypeInfo {
    module: "itertools",
    method: Lazy::method,
    ..TypeInfo::plain("_grouper")
};

struct Shared {
    source: Option<Iter>,
    key: Value,
    /// Key of the group that was handed out last.
    target: Option<Value>,
    /// The element read ahead and its key.
    current: Option<(Value, Value)>,
    /// Which group may still read.
    turn: u64,
}

/// Reads the next element and its key; false at the end.
fn step(shared: &RefCell<Shared>) -> R<bool> {
    let (source, key) = {
        let mut shared = shared.borrow_mut();
        (shared.source.take(), shared.key.clone())
    };
    let Some(mut source) = source else {
        return Ok(false);
    };
    let item = source.next();
    shared.borrow_mut().source = Some(source);
    let Some(item) = item? else { return Ok(false) };
    let key = if key.is_none() {
        item.clone()
    } else {
        key.call(&[item.clone()])?
    };
    shared.borrow_mut().current = Some((item, key));
    Ok(true)
}

fn groupby(_: &Ref<Class>, args: Args) -> R<Value> {
    let [iterable, key] = args.bind("groupby", [sym::iterable, sym::key], 1, 0, 2)?;
    let shared = Rc::new(RefCell::new(Shared {
        source: Some(iterable.unwrap_or(&Value::None).iter()?),
        key: key.cloned().unwrap_or(Value::None),
        target: None,
        current: None,
        turn: 0,
    }));
    Ok(Lazy::value(&GROUPBY, move || {
        shared.borrow_mut().turn += 1;
        loop {
            let (current, target) = {
                let shared = shared.borrow();
                (
                    shared.current.as_ref().map(|(_, key)| key.clone()),
                    shared.target.clone(),
                )
            };
            match (current, target) {
                (None, _) => {}
                (Some(_), None) => break,
                (Some(current), Some(target)) => {
                    if !current.same_or_eq(&target)? {
                        break;
                    }
                }
            }
            if !step(&shared)? {
                return Ok(None);
            }
        }
        let key = shared.borrow().current.as_ref().map(|(_, key)| key.clone());
        let Some(key) = key else { return Ok(None) };
        shared.borrow_mut().target = Some(key.clone());
        let group = grouper(shared.clone(), key.clone());
        Ok(Some(crate::object::tuple_of([key, group].into_iter())))
    }))
}

fn grouper(shared: Rc<RefCell<Shared>>, target: Value) -> Value {
    let turn = shared.borrow().turn;
    Lazy::value(&GROUPER, move || {
        if shared.borrow().turn != turn {
            return Ok(None);
        }
        if shared.borrow().current.is_none() && !step(&shared)? {
            return Ok(None);
        }
        let current = shared.borrow().current.clone();
        let Some((item, key)) = current else {
            return Ok(None);
        };
        if !target.same_or_eq(&key)? {
            return Ok(None);
        }
        shared.borrow_mut().current = None;
        Ok(Some(item))
    })
}
