//! `tuple`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::iter::Iter;
use crate::object::{hash, symbols as sym, BinOp, Class, CmpOp, PyObject, Ref, Str, TypeInfo, Value};
use crate::seq::items::{self, Live};
use crate::seq::position::{self, place, times};
use crate::seq::Slice;

pub struct Tuple {
    items: Box<[Value]>,
}

pub static TUPLE: TypeInfo = TypeInfo {
    new: Some(tuple_new),
    names: &[sym::count, sym::index],
    sequence: true,
    subclassable: true,
    ..TypeInfo::plain("tuple")
};

impl Tuple {
    #[allow(clippy::new_ret_no_self)]
    pub fn new(items: Vec<Value>) -> Ref<Tuple> {
        Ref::new(Tuple {
            items: items.into_boxed_slice(),
        })
    }
    pub fn value(items: Vec<Value>) -> Value {
        Tuple::new(items).into()
    }
    /// The tuple inside a tuple or an instance of a subclass of tuple.
    pub fn of(x: &Value) -> Option<Ref<Tuple>> {
        match x.cast::<Tuple>() {
            Some(tuple) => Some(tuple.clone()),
            None => x.obj()?.payload().as_ref().and_then(Tuple::of),
        }
    }
    #[inline]
    pub fn items(&self) -> &[Value] {
        &self.items
    }
}

impl Live for Tuple {
    #[inline]
    fn at(&self, i: usize) -> Option<Value> {
        self.items.get(i).cloned()
    }
    fn count(&self) -> usize {
        self.items.len()
    }
}

/// `tuple(iterable)`.
fn tuple_new(_: &Ref<Class>, args: Args) -> R<Value> {
    args.no_keywords("tuple")?;
    match args.between("tuple", 0, 1)? {
        [x] => tuple_from(x),
        _ => Ok(Tuple::value(Vec::new())),
    }
}

/// `tuple(x)`: a tuple is its own copy.
pub fn tuple_from(x: &Value) -> R<Value> {
    match x.cast::<Tuple>() {
        Some(_) => Ok(x.clone()),
        None => Ok(Tuple::value(items::collect(x)?)),
    }
}

fn tuple(this: &Value) -> R<Ref<Tuple>> {
    Tuple::of(this).ok_or_else(|| items::wrong_receiver("tuple", this))
}

crate::object::members::methods! {
    /// The methods of `tuple`.
    pub struct TupleMethods;
    sym::count => |this, args| {
        let [item] = args.exactly::<1>("tuple.count")?;
        items::count(&*tuple(this)?, item).map(Value::Int)
    },
    sym::index => |this, args| {
        args.no_keywords("tuple.index")?;
        let values = args.between("index", 1, 3)?;
        let tuple = tuple(this)?;
        let (start, stop) = super::bounds(&values[1..], tuple.items.len())?;
        match items::position(&*tuple, &values[0], start, stop)? {
            Some(at) => Ok(Value::Int(at as i64)),
            None => Err(exc::ValueError.err("tuple.index(x): x not in tuple")),
        }
    },
    sym::__getnewargs__ => |this, args| {
        args.exactly::<0>("tuple.__getnewargs__")?;
        Ok(Tuple::value(vec![tuple(this)?.value()]))
    },
}

impl PyObject for Tuple {
    const TYPE: &'static TypeInfo = &TUPLE;

    fn repr(this: &Ref<Self>) -> R<Str> {
        if this.items.is_empty() {
            return Ok(Str::fixed("()"));
        }
        let close = if this.items.len() == 1 { ",)" } else { ")" };
        match items::Showing::enter(this.as_obj()) {
            Some(_showing) => items::repr(&**this, "(", close),
            None => Ok(Str::fixed("(...)")),
        }
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        let _frame = crate::call::enter()?;
        let mut hashes = Vec::with_capacity(this.items.len());
        for item in this.items.iter() {
            hashes.push(item.hash()?);
        }
        Ok(hash::hash_tuple(hashes.into_iter()))
    }
    fn truth(this: &Ref<Self>) -> R<bool> {
        Ok(!this.items.is_empty())
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        Ok(Some(this.items.len()))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Tuple {
            tuple: this.clone(),
            at: 0,
        }))
    }
    #[inline]
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        let i = match key {
            Value::Int(i) => *i,
            key => {
                if let Some(slice) = key.cast::<Slice>() {
                    let span = position::slice_indices(this.items.len(), slice)?;
                    if span.step == 1 && span.count == this.items.len() {
                        return Ok(this.value());
                    }
                    return Ok(Tuple::value(span.pick(&this.items)));
                }
                position::subscript(key, "tuple")?
            }
        };
        match place(i, this.items.len()) {
            Some(at) => Ok(this.items[at].clone()),
            None => Err(exc::IndexError.err("tuple index out of range")),
        }
    }
    fn contains(this: &Ref<Self>, item: &Value) -> R<Option<bool>> {
        Ok(Some(items::position(&**this, item, 0, usize::MAX)?.is_some()))
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        match other.cast::<Tuple>() {
            Some(other) => compare_items(op, this, other),
            None => match Tuple::of(other) {
                Some(other) => compare_items(op, this, &other),
                None => Ok(Value::NotImplemented),
            },
        }
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Add => match Tuple::of(other) {
                Some(other) if this.items.is_empty() => Ok(other.value()),
                Some(other) => Ok(Tuple::value([this.items(), other.items()].concat())),
                None => Ok(Value::NotImplemented),
            },
            BinOp::Mul => match times(other)? {
                Some(1) => Ok(this.value()),
                Some(count) => Ok(Tuple::value(items::repeat(&this.items, count)?)),
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
}

/// Unlike lists, tuples of different lengths are compared item by item even for `==`, as CPython does.
fn compare_items(op: CmpOp, a: &Tuple, b: &Tuple) -> R<Value> {
    let _frame = items::deeper(" in comparison")?;
    for (x, y) in a.items.iter().zip(b.items.iter()) {
        if !x.same_or_eq(y)? {
            return match op {
                CmpOp::Eq => Ok(Value::Bool(false)),
                CmpOp::Ne => Ok(Value::Bool(true)),
                _ => crate::object::ops::compare(op, x, y),
            };
        }
    }
    Ok(Value::Bool(op.test(a.items.len().cmp(&b.items.len()))))
}
