//! `list`: the object, its operators and its place in the vtable. Methods are in `list_methods`. No borrow of the
//! items is held while Python code may run: comparisons, reprs and drops of items happen outside.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::Iter;
use crate::object::cells::{self, Scalar};
use crate::object::{BinOp, Class, CmpOp, PyObject, Ref, Str, TypeInfo, Value};
use crate::seq::items::{self, Live};
use crate::seq::position::{self, adjust, clamp, place, times, Span};
use crate::seq::Slice;
use std::cell::RefCell;

pub struct List {
    pub(super) items: RefCell<Vec<Value>>,
}

pub static LIST: TypeInfo = TypeInfo {
    new: Some(list_new),
    init: Some(list_init),
    class_attr: items::no_hash,
    names: super::list_methods::NAMES,
    sequence: true,
    subclassable: true,
    ..TypeInfo::plain("list")
};

impl List {
    #[allow(clippy::new_ret_no_self)]
    pub fn new(items: Vec<Value>) -> Ref<List> {
        Ref::new(List {
            items: RefCell::new(items),
        })
    }
    pub fn value(items: Vec<Value>) -> Value {
        List::new(items).into()
    }
    /// The list inside a list or an instance of a subclass of list.
    pub fn of(x: &Value) -> Option<Ref<List>> {
        match x.cast::<List>() {
            Some(list) => Some(list.clone()),
            None => x.obj()?.payload().as_ref().and_then(List::of),
        }
    }
    #[inline]
    pub fn get(&self, i: usize) -> Option<Value> {
        self.items.borrow().get(i).cloned()
    }
    #[inline]
    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    #[inline]
    pub fn push(&self, item: Value) {
        self.items.borrow_mut().push(item);
    }
    /// Puts `item` at `i`, which is in range, and gives what was there.
    #[inline]
    pub fn replace(&self, i: usize, item: Value) -> Value {
        std::mem::replace(&mut self.items.borrow_mut()[i], item)
    }
    pub fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().clone()
    }
    /// All items, leaving the list empty.
    pub fn take(&self) -> Vec<Value> {
        self.items.take()
    }
    /// The items in place of the old ones, which are dropped with no borrow held.
    pub fn put(&self, items: Vec<Value>) {
        drop(self.items.replace(items));
    }

    /// What `look` makes of all items. It runs no Python code.
    #[inline]
    pub fn look<X>(&self, look: impl FnOnce(&[Value]) -> X) -> X {
        look(&self.items.borrow())
    }
    /// What `read` makes of `self[i]`; None: there is none. It runs no Python code.
    #[inline]
    pub fn read<X>(&self, i: i64, read: impl FnOnce(&Value) -> X) -> Option<X> {
        let items = self.items.borrow();
        place(i, items.len()).map(|at| read(&items[at]))
    }
    /// `self[i]` of a list of `S`, as `cells::scalar_at` gives it.
    #[inline]
    pub fn scalar<S: Scalar>(&self, i: i64) -> Option<Option<S>> {
        cells::scalar_at(&self.items, i)
    }
    /// `self[i] = item`.
    #[inline]
    pub fn write(&self, i: i64, item: Value) -> R<()> {
        match cells::replace_at(&self.items, i, item) {
            Ok(old) => {
                drop(old);
                Ok(())
            }
            Err(_) => Err(no_such_place()),
        }
    }
    /// `del self[i]`.
    pub fn delete(&self, i: i64) -> R<()> {
        match place(i, self.len()) {
            Some(at) => {
                let old = self.items.borrow_mut().remove(at);
                drop(old);
                Ok(())
            }
            None => Err(no_such_place()),
        }
    }
    /// `self.insert(i, item)`.
    pub fn insert(&self, i: i64, item: Value) {
        let mut items = self.items.borrow_mut();
        let at = clamp(i, items.len());
        items.insert(at, item);
    }
    /// `self.pop(i)`.
    pub fn pop(&self, i: i64) -> R<Value> {
        let mut items = self.items.borrow_mut();
        if i == -1 {
            return items.pop().ok_or_else(empty_pop);
        }
        match place(i, items.len()) {
            Some(at) => Ok(items.remove(at)),
            None if items.is_empty() => Err(empty_pop()),
            None => Err(exc::IndexError.err("pop index out of range")),
        }
    }
    /// `self.index(item, start, stop)`.
    pub fn index(&self, item: &Value, start: usize, stop: usize) -> R<i64> {
        match items::position(self, item, start, stop)? {
            Some(at) => Ok(at as i64),
            None => Err(not_in_list(&item.repr()?)),
        }
    }
    /// `self.remove(item)`.
    pub fn remove(&self, item: &Value) -> R<()> {
        self.remove_at(items::position(self, item, 0, usize::MAX)?)
    }
    /// The end of `remove`: the item found at `at` goes.
    pub fn remove_at(&self, at: Option<usize>) -> R<()> {
        let Some(at) = at else {
            return Err(exc::ValueError.err("list.remove(x): x not in list"));
        };
        let mut items = self.items.borrow_mut();
        // The comparison may have shortened the list.
        let old = if at < items.len() {
            Some(items.remove(at))
        } else {
            None
        };
        drop(items);
        drop(old);
        Ok(())
    }
    /// `self.reverse()`.
    pub fn reverse(&self) {
        self.items.borrow_mut().reverse();
    }
    /// `self[start:stop:step]`, the bounds as `position::bounds` gives them.
    pub fn slice(&self, bounds: (i64, i64, i64)) -> Ref<List> {
        let items = self.items.borrow();
        let part = adjust(bounds, items.len()).pick(&items);
        List::new(part)
    }
    /// `self + other`.
    pub fn concat(&self, other: &List) -> Ref<List> {
        let (left, right) = (self.items.borrow(), other.items.borrow());
        let mut all = Vec::with_capacity(left.len() + right.len());
        all.extend_from_slice(&left);
        all.extend_from_slice(&right);
        List::new(all)
    }
    /// `self * count`.
    pub fn repeat(&self, count: i64) -> R<Ref<List>> {
        Ok(List::new(items::repeat(&self.items.borrow(), count)?))
    }
    /// `self.extend(list)`.
    pub fn append_all(&self, other: &List) {
        if std::ptr::eq(self, other) {
            let more = self.to_vec();
            self.items.borrow_mut().extend(more);
        } else {
            self.items.borrow_mut().extend_from_slice(&other.items.borrow());
        }
    }

    /// `self.extend(iterable)`.
    pub fn extend(&self, more: &Value) -> R<()> {
        if let Some(more) = more.cast::<List>() {
            self.append_all(more);
            return Ok(());
        }
        if let Some(more) = more.cast::<crate::seq::Tuple>() {
            self.items.borrow_mut().extend_from_slice(more.items());
            return Ok(());
        }
        let mut iter = more.iter()?;
        let hint = iter.size_hint();
        self.items.borrow_mut().reserve(hint);
        while let Some(item) = iter.next()? {
            self.push(item);
        }
        Ok(())
    }

    fn set_slice(&self, slice: &Slice, value: &Value) -> R<()> {
        let bounds = position::unpack(slice)?;
        let span = adjust(bounds, self.len());
        if span.step == 1 {
            let new = items::collect_or(value, "can only assign an iterable")?;
            let len = self.len();
            let start = (span.start as usize).min(len);
            let stop = (span.stop.max(span.start) as usize).min(len);
            let old: Vec<Value> = self.items.borrow_mut().splice(start..stop, new).collect();
            drop(old);
            return Ok(());
        }
        let new = items::collect_or(value, "must assign iterable to extended slice")?;
        let span = adjust(bounds, self.len());
        if new.len() != span.count {
            return Err(exc::ValueError.err(crate::join![
                "attempt to assign sequence of size ",
                &crate::numbers::int_text(new.len() as i64),
                " to extended slice of size ",
                &crate::numbers::int_text(span.count as i64)
            ]));
        }
        let old: Vec<Value> = span
            .places()
            .zip(new)
            .map(|(at, item)| self.replace(at, item))
            .collect();
        drop(old);
        Ok(())
    }

    fn del_slice(&self, slice: &Slice) -> R<()> {
        let span = adjust(position::unpack(slice)?, self.len());
        drop(self.cut(span));
        Ok(())
    }

    /// Takes the selected items out.
    fn cut(&self, span: Span) -> Vec<Value> {
        let mut items = self.items.borrow_mut();
        if span.count == 0 {
            return Vec::new();
        }
        if span.step == 1 {
            let start = span.start as usize;
            return items.drain(start..start + span.count).collect();
        }
        let mut places: Vec<usize> = span.places().collect();
        if span.step < 0 {
            places.reverse();
        }
        let (mut gone, mut next) = (Vec::with_capacity(places.len()), 0);
        let all = std::mem::take(&mut *items);
        items.reserve(all.len() - places.len());
        for (i, item) in all.into_iter().enumerate() {
            if places.get(next) == Some(&i) {
                next += 1;
                gone.push(item);
            } else {
                items.push(item);
            }
        }
        gone
    }
}

impl Live for List {
    #[inline]
    fn at(&self, i: usize) -> Option<Value> {
        self.get(i)
    }
    fn count(&self) -> usize {
        self.len()
    }
}

#[cold]
#[inline(never)]
pub fn out_of_range() -> PyErr {
    exc::IndexError.err("list index out of range")
}

#[cold]
#[inline(never)]
fn no_such_place() -> PyErr {
    exc::IndexError.err("list assignment index out of range")
}

#[cold]
#[inline(never)]
fn empty_pop() -> PyErr {
    exc::IndexError.err("pop from empty list")
}

/// `index` of an item that is not there, whose repr is given.
#[cold]
#[inline(never)]
pub fn not_in_list(item: &Str) -> PyErr {
    exc::ValueError.err(crate::join![item.as_str(), " is not in list"])
}

/// `list(iterable)`: makes the empty list that `init` fills.
fn list_new(_: &Ref<Class>, _: Args) -> R<Value> {
    Ok(List::value(Vec::new()))
}

fn list_init(this: &Value, args: Args) -> R<Value> {
    let Some(list) = List::of(this) else {
        return Err(items::wrong_receiver("list", this));
    };
    args.no_keywords("list")?;
    let values = args.between("list", 0, 1)?;
    if !list.is_empty() {
        drop(list.take());
    }
    if let [iterable] = values {
        list.extend(iterable)?;
    }
    Ok(Value::None)
}

/// `list(x)`.
pub fn list_from(x: &Value) -> R<Value> {
    let list = List::new(Vec::new());
    list.extend(x)?;
    Ok(list.into())
}

impl PyObject for List {
    const TYPE: &'static TypeInfo = &LIST;

    fn repr(this: &Ref<Self>) -> R<Str> {
        if this.is_empty() {
            return Ok(Str::fixed("[]"));
        }
        match items::Showing::enter(this.as_obj()) {
            Some(_showing) => items::repr(&**this, "[", "]"),
            None => Ok(Str::fixed("[...]")),
        }
    }
    fn hash(_: &Ref<Self>) -> R<i64> {
        Err(items::unhashable("list"))
    }
    fn truth(this: &Ref<Self>) -> R<bool> {
        Ok(!this.is_empty())
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        Ok(Some(List::len(this)))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::List {
            list: this.clone(),
            at: 0,
        }))
    }
    #[inline]
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        let i = match key {
            Value::Int(i) => *i,
            key => {
                if let Some(slice) = key.cast::<Slice>() {
                    let bounds = position::unpack(slice)?;
                    return Ok(this.slice(bounds).into());
                }
                position::subscript(key, "list")?
            }
        };
        cells::clone_at(&this.items, i).ok_or_else(out_of_range)
    }
    #[inline]
    fn set_item(this: &Ref<Self>, key: &Value, value: Value) -> R<()> {
        let i = match key {
            Value::Int(i) => *i,
            key => {
                if let Some(slice) = key.cast::<Slice>() {
                    return this.set_slice(slice, &value);
                }
                position::subscript(key, "list")?
            }
        };
        this.write(i, value)
    }
    fn del_item(this: &Ref<Self>, key: &Value) -> R<()> {
        if let Some(slice) = key.cast::<Slice>() {
            return this.del_slice(slice);
        }
        this.delete(position::subscript(key, "list")?)
    }
    fn contains(this: &Ref<Self>, item: &Value) -> R<Option<bool>> {
        Ok(Some(items::position(&**this, item, 0, usize::MAX)?.is_some()))
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        match List::of(other) {
            Some(other) => items::compare(op, &**this, &*other),
            None => Ok(Value::NotImplemented),
        }
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Add => match List::of(other) {
                Some(other) => Ok(this.concat(&other).into()),
                None => Ok(Value::NotImplemented),
            },
            BinOp::Mul => match times(other)? {
                Some(count) => Ok(this.repeat(count)?.into()),
                None => Ok(Value::NotImplemented),
            },
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
            BinOp::Add => this.extend(other)?,
            BinOp::Mul => match times(other)? {
                Some(count) => {
                    let all = items::repeat(&this.items.borrow(), count)?;
                    this.put(all);
                }
                None => return Ok(Value::NotImplemented),
            },
            _ => return Ok(Value::NotImplemented),
        }
        Ok(this.value())
    }
}
