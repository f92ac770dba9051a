//! `deque`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::iter::{Iter, Lazy};
use crate::object::{symbols as sym, BinOp, CmpOp, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

pub struct Deque {
    items: RefCell<VecDeque<Value>>,
    most: Cell<Option<usize>>,
    /// Grows with every change of size, so that iterators notice.
    version: Cell<u64>,
}

pub static DEQUE: TypeInfo = TypeInfo {
    module: "collections",
    new: Some(|_, _| Ok(Deque::with(VecDeque::new(), None).value())),
    init: Some(init),
    method: deque_method,
    field: |this, name| match (name, this.unwrapped().cast::<Deque>()) {
        (sym::maxlen, Some(deque)) => Ok(Some(
            deque.most.get().map_or(Value::None, |n| Value::Int(n as i64)),
        )),
        _ => Ok(None),
    },
    sequence: true,
    subclassable: true,
    ..TypeInfo::plain("deque")
};

static ITERATOR: TypeInfo = TypeInfo {
    method: Lazy::method,
    ..TypeInfo::plain("_deque_iterator")
};

impl Deque {
    fn with(items: VecDeque<Value>, most: Option<usize>) -> Ref<Deque> {
        Ref::new(Deque {
            items: RefCell::new(items),
            most: Cell::new(most),
            version: Cell::new(0),
        })
    }

    fn of(x: &Value) -> R<Ref<Deque>> {
        x.unwrapped()
            .cast::<Deque>()
            .cloned()
            .ok_or_else(|| x.type_error("' object is not a deque"))
    }

    fn changed(&self) {
        self.version.set(self.version.get() + 1);
    }

    fn len(&self) -> usize {
        self.items.borrow().len()
    }

    fn items(&self) -> Vec<Value> {
        self.items.borrow().iter().cloned().collect()
    }

    fn push(&self, item: Value, left: bool) {
        self.changed();
        let mut items = self.items.borrow_mut();
        if left {
            items.push_front(item);
        } else {
            items.push_back(item);
        }
        let dropped = match self.most.get() {
            Some(most) if items.len() > most => {
                if left {
                    items.pop_back()
                } else {
                    items.pop_front()
                }
            }
            _ => None,
        };
        drop(items);
        drop(dropped);
    }

    fn pop(&self, left: bool) -> R<Value> {
        self.changed();
        let mut items = self.items.borrow_mut();
        let item = if left { items.pop_front() } else { items.pop_back() };
        item.ok_or_else(|| exc::IndexError.err("pop from an empty deque"))
    }

    fn extend(&self, source: &Value, left: bool) -> R<()> {
        for item in source.iter()?.collect()? {
            self.push(item, left);
        }
        Ok(())
    }

    /// A copy with the same bound.
    fn copy(&self) -> Ref<Deque> {
        Deque::with(self.items.borrow().clone(), self.most.get())
    }

    fn rotate(&self, n: i64) {
        let mut items = self.items.borrow_mut();
        if !items.is_empty() {
            let n = n.rem_euclid(items.len() as i64) as usize;
            items.rotate_right(n);
        }
        drop(items);
        self.changed();
    }

    /// The place of an int index.
    fn place(&self, key: &Value) -> R<usize> {
        let index = match crate::numbers::index(key) {
            Ok(index) => index,
            Err(e) if e.is(&exc::TypeError) => {
                return Err(exc::TypeError.err(crate::join![
                    "sequence index must be integer, not '",
                    key.type_name().as_str(),
                    "'"
                ]))
            }
            Err(e) => return Err(e),
        };
        let len = self.len() as i64;
        let at = if index < 0 { index + len } else { index };
        if at < 0 || at >= len {
            return Err(exc::IndexError.err("deque index out of range"));
        }
        Ok(at as usize)
    }

    fn position(&self, wanted: &Value) -> R<Option<usize>> {
        let version = self.version.get();
        for (at, item) in self.items().iter().enumerate() {
            if item.same_or_eq(wanted)? {
                return Ok(Some(at));
            }
            if self.version.get() != version {
                return Err(exc::RuntimeError.err("deque mutated during iteration"));
            }
        }
        Ok(None)
    }
}

fn init(this: &Value, args: Args) -> R<Value> {
    let [iterable, most] = args.bind("deque", [sym::iterable, sym::maxlen], 0, 0, 2)?;
    let deque = Deque::of(this)?;
    let most = match most.filter(|m| !m.is_none()) {
        None => None,
        Some(most) => match crate::numbers::index(most) {
            Ok(n) if n >= 0 => Some(n as usize),
            Ok(_) => return Err(exc::ValueError.err("maxlen must be non-negative")),
            Err(_) => return Err(exc::TypeError.err("an integer is required")),
        },
    };
    deque.most.set(most);
    let old = deque.items.take();
    drop(old);
    if let Some(iterable) = iterable {
        deque.extend(iterable, false)?;
    }
    Ok(Value::None)
}

fn deque_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::append => |this, args| {
            let [item] = args.exactly::<1>("append")?;
            Deque::of(this)?.push(item.clone(), false);
            Ok(Value::None)
        },
        sym::appendleft => |this, args| {
            let [item] = args.exactly::<1>("appendleft")?;
            Deque::of(this)?.push(item.clone(), true);
            Ok(Value::None)
        },
        sym::pop => |this, args| args.exactly::<0>("pop").and_then(|_| Deque::of(this)?.pop(false)),
        sym::popleft => |this, args| {
            args.exactly::<0>("popleft")
                .and_then(|_| Deque::of(this)?.pop(true))
        },
        sym::extend => |this, args| {
            let [source] = args.exactly::<1>("extend")?;
            Deque::of(this)?.extend(source, false).map(|()| Value::None)
        },
        sym::extendleft => |this, args| {
            let [source] = args.exactly::<1>("extendleft")?;
            Deque::of(this)?.extend(source, true).map(|()| Value::None)
        },
        sym::clear => |this, args| {
            args.exactly::<0>("clear")?;
            let deque = Deque::of(this)?;
            deque.changed();
            let old = deque.items.take();
            drop(old);
            Ok(Value::None)
        },
        sym::rotate => |this, args| {
            let n = args
                .between("rotate", 0, 1)?
                .first()
                .map_or(Ok(1), crate::numbers::index)?;
            Deque::of(this)?.rotate(n);
            Ok(Value::None)
        },
        sym::reverse => |this, args| {
            args.exactly::<0>("reverse")?;
            Deque::of(this)?.items.borrow_mut().make_contiguous().reverse();
            Ok(Value::None)
        },
        sym::copy | sym::__copy__ => |this, args| {
            args.exactly::<0>("copy")?;
            Ok(Deque::of(this)?.copy().value())
        },
        sym::count => |this, args| {
            let [item] = args.exactly::<1>("count")?;
            let mut n = 0;
            for other in Deque::of(this)?.items() {
                n += i64::from(other.same_or_eq(item)?);
            }
            Ok(Value::Int(n))
        },
        sym::index => |this, args| {
            let values = args.between("index", 1, 3)?;
            let deque = Deque::of(this)?;
            let len = deque.len() as i64;
            let bound = |at: usize, default: i64| -> R<i64> {
                let n = values.get(at).map_or(Ok(default), crate::numbers::index)?;
                Ok(if n < 0 { (n + len).max(0) } else { n.min(len) })
            };
            let (start, stop) = (bound(1, 0)?, bound(2, len)?);
            for (at, item) in deque.items().iter().enumerate() {
                if (start..stop).contains(&(at as i64)) && item.same_or_eq(&values[0])? {
                    return Ok(Value::Int(at as i64));
                }
            }
            Err(exc::ValueError.err(crate::join![values[0].repr()?.as_str(), " is not in deque"]))
        },
        sym::remove => |this, args| {
            let [item] = args.exactly::<1>("remove")?;
            let deque = Deque::of(this)?;
            match deque.position(item)? {
                Some(at) => {
                    deque.changed();
                    let old = deque.items.borrow_mut().remove(at);
                    drop(old);
                    Ok(Value::None)
                }
                None => Err(exc::ValueError.err(crate::join![item.repr()?.as_str(), " is not in deque"])),
            }
        },
        sym::insert => |this, args| {
            let [at, item] = args.exactly::<2>("insert")?;
            let deque = Deque::of(this)?;
            let len = deque.len() as i64;
            if deque.most.get().is_some_and(|most| most as i64 == len) {
                return Err(exc::IndexError.err("deque already at its maximum size"));
            }
            let at = crate::numbers::index(at)?;
            let at = if at < 0 { (at + len).max(0) } else { at.min(len) };
            deque.changed();
            deque.items.borrow_mut().insert(at as usize, item.clone());
            Ok(Value::None)
        },
        sym::__reversed__ => |this, args| {
            args.exactly::<0>("__reversed__")?;
            let mut items = Deque::of(this)?.items();
            Ok(Lazy::value(&ITERATOR, move || Ok(items.pop())))
        },
        _ => return None,
    })
}

impl PyObject for Deque {
    const TYPE: &'static TypeInfo = &DEQUE;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let list = crate::object::list_of(this.items().into_iter());
        let Some(_guard) = crate::seq::items::Showing::enter(this.as_obj()) else {
            return Ok(Str::fixed("[...]"));
        };
        let mut text = crate::join!["deque(", list.repr()?.as_str()];
        if let Some(most) = this.most.get() {
            text.push_str(", maxlen=");
            text.push_str(&crate::numbers::int_text(most as i64));
        }
        text.push(')');
        Ok(Str::from(text))
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        let _ = this;
        Err(exc::TypeError.err("unhashable type: 'collections.deque'"))
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        Ok(Some(Deque::len(this)))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        let deque = this.clone();
        let version = deque.version.get();
        let mut at = 0;
        Ok(Some(Iter::of(Lazy::value(&ITERATOR, move || {
            if deque.version.get() != version {
                return Err(exc::RuntimeError.err("deque mutated during iteration"));
            }
            let item = deque.items.borrow().get(at).cloned();
            at += 1;
            Ok(item)
        }))))
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        let at = this.place(key)?;
        Ok(this.items.borrow()[at].clone())
    }
    fn set_item(this: &Ref<Self>, key: &Value, value: Value) -> R<()> {
        let at = this.place(key)?;
        let old = std::mem::replace(&mut this.items.borrow_mut()[at], value);
        drop(old);
        Ok(())
    }
    fn del_item(this: &Ref<Self>, key: &Value) -> R<()> {
        let at = this.place(key)?;
        this.changed();
        let old = this.items.borrow_mut().remove(at);
        drop(old);
        Ok(())
    }
    fn contains(this: &Ref<Self>, item: &Value) -> R<Option<bool>> {
        this.position(item).map(|at| Some(at.is_some()))
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        let other = other.unwrapped();
        let Some(other) = other.cast::<Deque>() else {
            return Ok(Value::NotImplemented);
        };
        let a = crate::object::list_of(this.items().into_iter());
        let b = crate::object::list_of(other.items().into_iter());
        crate::object::ops::compare(op, &a, &b)
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Add => match other.unwrapped().cast::<Deque>() {
                Some(_) => {
                    let sum = this.copy();
                    sum.extend(other, false)?;
                    Ok(sum.value())
                }
                None => Err(exc::TypeError.err(crate::join![
                    "can only concatenate deque (not \"",
                    other.type_name().as_str(),
                    "\") to deque"
                ])),
            },
            BinOp::Mul if crate::numbers::int_ref(other).is_some() => {
                let product = Deque::with(VecDeque::new(), this.most.get());
                for _ in 0..crate::numbers::index(other)?.max(0) {
                    this.items()
                        .into_iter()
                        .for_each(|item| product.push(item, false));
                }
                Ok(product.value())
            }
            _ => Ok(Value::NotImplemented),
        }
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Mul => Self::binary(this, op, other),
            _ => Ok(Value::NotImplemented),
        }
    }
    fn inplace(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Add => {
                this.extend(other, false)?;
                Ok(this.value())
            }
            BinOp::Mul if crate::numbers::int_ref(other).is_some() => {
                let items = this.items();
                this.items.borrow_mut().clear();
                for _ in 0..crate::numbers::index(other)?.max(0) {
                    items.iter().for_each(|item| this.push(item.clone(), false));
                }
                Ok(this.value())
            }
            _ => Ok(Value::NotImplemented),
        }
    }
}
