//! `range`. Bounds that fit machine words, with a machine-sized length, take the fast form everywhere; others go
//! through Value arithmetic.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::Iter;
use crate::object::{symbols as sym, Class, CmpOp, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::items;
use crate::seq::position::{self, index_value, place, Span};
use crate::seq::{Slice, Tuple};

pub struct Range {
    start: Value,
    stop: Value,
    step: Value,
    len: Value,
    /// (start, step, length) when machine words will do.
    fast: Option<(i64, i64, usize)>,
}

pub static RANGE: TypeInfo = TypeInfo {
    new: Some(range_new),
    method: range_method,
    field: range_field,
    names: &[sym::count, sym::index, sym::start, sym::step, sym::stop],
    ..TypeInfo::plain("range")
};

impl Range {
    /// `range(start, stop, step)`; the step is not zero.
    pub fn small(start: i64, stop: i64, step: i64) -> Ref<Range> {
        let (low, high) = if step > 0 { (start, stop) } else { (stop, start) };
        let gap = if low < high {
            high.wrapping_sub(low) as u64
        } else {
            0
        };
        let len = if gap == 0 {
            0
        } else {
            (gap - 1) / step.unsigned_abs() + 1
        };
        let fast = usize::try_from(len)
            .ok()
            .filter(|n| *n <= isize::MAX as usize)
            .map(|n| (start, step, n));
        let len = match i64::try_from(len) {
            Ok(len) => Value::Int(len),
            // Half of it fits: the sum is the big int.
            Err(_) => {
                let half = Value::Int((len / 2) as i64);
                let even = half.add(&half).unwrap_or(Value::Int(i64::MAX));
                even.add(&Value::Int((len % 2) as i64)).unwrap_or(even)
            }
        };
        Ref::new(Range {
            start: Value::Int(start),
            stop: Value::Int(stop),
            step: Value::Int(step),
            len,
            fast,
        })
    }

    /// The same with ints of any size.
    fn any(start: Value, stop: Value, step: Value) -> R<Ref<Range>> {
        if let (Value::Int(start), Value::Int(stop), Value::Int(step)) = (&start, &stop, &step) {
            return Ok(Range::small(*start, *stop, *step));
        }
        let up = step.is_gt(&Value::Int(0))?;
        let (low, high) = if up { (&start, &stop) } else { (&stop, &start) };
        let len = if low.is_lt(high)? {
            let pace = if up { step.clone() } else { step.neg()? };
            let gap = high.sub(low)?.sub(&Value::Int(1))?;
            gap.floordiv(&pace)?.add(&Value::Int(1))?
        } else {
            Value::Int(0)
        };
        Ok(Ref::new(Range {
            start,
            stop,
            step,
            len,
            fast: None,
        }))
    }

    fn item(&self, i: &Value) -> R<Value> {
        self.start.add(&i.mul(&self.step)?)
    }

    /// `x in range` for an int.
    fn holds(&self, x: &Value) -> R<bool> {
        let up = self.step.is_gt(&Value::Int(0))?;
        let inside = if up {
            self.start.is_le(x)? && x.is_lt(&self.stop)?
        } else {
            self.stop.is_lt(x)? && x.is_le(&self.start)?
        };
        Ok(inside && !x.sub(&self.start)?.modulo(&self.step)?.truth()?)
    }

    /// An int that can be tested by arithmetic; others are compared item by item.
    fn plain_int(x: &Value) -> Option<Value> {
        match x {
            Value::Int(_) => Some(x.clone()),
            Value::Bool(b) => Some(Value::Int(i64::from(*b))),
            Value::Obj(o) if std::ptr::eq(o.vt().info, &crate::object::types::INT) => Some(x.clone()),
            _ => None,
        }
    }

    fn cursor(&self) -> Iter {
        match self.fast {
            Some((start, step, len)) => Iter::Range {
                next: start,
                step,
                left: len,
            },
            None => Iter::BigRange {
                next: self.start.clone(),
                step: self.step.clone(),
                left: self.len.clone(),
            },
        }
    }

    /// The cursor of `reversed(range)`.
    fn backwards(&self) -> R<Iter> {
        if let Some((start, step, len)) = self.fast {
            let last = start.wrapping_add((len as i64).wrapping_sub(1).wrapping_mul(step));
            if step != i64::MIN {
                return Ok(Iter::Range {
                    next: last,
                    step: -step,
                    left: len,
                });
            }
        }
        Ok(Iter::BigRange {
            next: self.item(&self.len.sub(&Value::Int(1))?)?,
            step: self.step.neg()?,
            left: self.len.clone(),
        })
    }

    /// `len(range)`, which may be more than the machine's memory has places.
    pub fn length(&self) -> R<Value> {
        match self.len {
            Value::Int(len) => Ok(Value::Int(len)),
            _ => Err(too_long()),
        }
    }

    fn slice(&self, slice: &Slice) -> R<Value> {
        let len = match &self.len {
            Value::Int(len) => *len,
            _ => return Err(too_long()),
        };
        let Span {
            start, stop, step, ..
        } = position::fit(position::unpack(slice)?, len);
        let step = self.step.mul(&Value::Int(step))?;
        let (start, stop) = (self.item(&Value::Int(start))?, self.item(&Value::Int(stop))?);
        Ok(Range::any(start, stop, step)?.into())
    }

    /// What equality and the hash look at: length, and start and step where they matter.
    fn essence(&self) -> R<[Value; 3]> {
        let none = || Value::None;
        Ok(match &self.len {
            Value::Int(0) => [self.len.clone(), none(), none()],
            Value::Int(1) => [self.len.clone(), self.start.clone(), none()],
            _ => [self.len.clone(), self.start.clone(), self.step.clone()],
        })
    }
}

#[cold]
fn too_long() -> PyErr {
    exc::OverflowError.err("Python int too large to convert to C ssize_t")
}

fn whole(x: &Value) -> R<Value> {
    match index_value(x)? {
        Some(x) => Ok(x),
        None => Err(x.type_error("' object cannot be interpreted as an integer")),
    }
}

/// `range(stop)`, `range(start, stop[, step])`.
fn range_new(_: &Ref<Class>, args: Args) -> R<Value> {
    args.no_keywords("range")?;
    match args.between("range", 1, 3)? {
        [stop] => range(&Value::Int(0), stop, None),
        [start, stop] => range(start, stop, None),
        values => range(&values[0], &values[1], Some(&values[2])),
    }
}

/// `range(start, stop, step)` of any values.
pub fn range(start: &Value, stop: &Value, step: Option<&Value>) -> R<Value> {
    let (start, stop) = (whole(start)?, whole(stop)?);
    let step = step.map_or(Ok(Value::Int(1)), whole)?;
    if !step.truth()? {
        return Err(exc::ValueError.err("range() arg 3 must not be zero"));
    }
    Ok(Range::any(start, stop, step)?.into())
}

fn range_field(this: &Value, name: Sym) -> R<Option<Value>> {
    let Some(range) = this.cast::<Range>() else {
        return Ok(None);
    };
    Ok(match name {
        sym::start => Some(range.start.clone()),
        sym::stop => Some(range.stop.clone()),
        sym::step => Some(range.step.clone()),
        _ => None,
    })
}

fn receiver(this: &Value) -> R<&Ref<Range>> {
    this.cast::<Range>()
        .ok_or_else(|| items::wrong_receiver("range", this))
}

fn range_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::count => |this, args| {
            let [x] = args.exactly::<1>("range.count")?;
            let range = receiver(this)?;
            if let Some(x) = Range::plain_int(x) {
                return Ok(Value::Int(i64::from(range.holds(&x)?)));
            }
            let (mut iter, mut n) = (range.cursor(), 0);
            while let Some(item) = iter.next()? {
                n += i64::from(item.same_or_eq(x)?);
            }
            Ok(Value::Int(n))
        },
        sym::index => |this, args| {
            let [x] = args.exactly::<1>("range.index")?;
            let range = receiver(this)?;
            if let Some(x) = Range::plain_int(x) {
                if range.holds(&x)? {
                    return x.sub(&range.start)?.floordiv(&range.step);
                }
                return Err(exc::ValueError.err(crate::join![x.repr()?.as_str(), " is not in range"]));
            }
            let (mut iter, mut at) = (range.cursor(), 0);
            while let Some(item) = iter.next()? {
                if item.same_or_eq(x)? {
                    return Ok(Value::Int(at));
                }
                at += 1;
            }
            Err(exc::ValueError.err("sequence.index(x): x not in sequence"))
        },
        sym::__reversed__ => |this, args| {
            args.exactly::<0>("range.__reversed__")?;
            Ok(receiver(this)?.backwards()?.into_value())
        },
        _ => return None,
    })
}

impl PyObject for Range {
    const TYPE: &'static TypeInfo = &RANGE;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let (start, stop) = (this.start.repr()?, this.stop.repr()?);
        let mut text = crate::join!["range(", start.as_str(), ", ", stop.as_str()];
        if !matches!(this.step, Value::Int(1)) {
            text.push_str(", ");
            text.push_str(this.step.repr()?.as_str());
        }
        text.push(')');
        Ok(Str::from(text))
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        Tuple::value(this.essence()?.to_vec()).hash()
    }
    fn truth(this: &Ref<Self>) -> R<bool> {
        this.len.truth()
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        match &this.len {
            Value::Int(len) => usize::try_from(*len).map(Some).map_err(|_| too_long()),
            _ => Err(too_long()),
        }
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(this.cursor()))
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        if let Some(slice) = key.cast::<Slice>() {
            return this.slice(slice);
        }
        if index_value(key)?.is_none() {
            position::subscript(key, "range")?;
        }
        let out = || exc::IndexError.err("range object index out of range");
        if let (Some((start, step, len)), Value::Int(i)) = (this.fast, key) {
            return match place(*i, len) {
                Some(at) => Ok(Value::Int(start.wrapping_add(step.wrapping_mul(at as i64)))),
                None => Err(out()),
            };
        }
        let mut i = whole(key)?;
        if i.is_lt(&Value::Int(0))? {
            i = i.add(&this.len)?;
        }
        if i.is_lt(&Value::Int(0))? || i.is_ge(&this.len)? {
            return Err(out());
        }
        this.item(&i)
    }
    fn contains(this: &Ref<Self>, item: &Value) -> R<Option<bool>> {
        match Range::plain_int(item) {
            Some(x) => this.holds(&x).map(Some),
            None => Ok(None),
        }
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        let Some(other) = other.cast::<Range>() else {
            return Ok(Value::NotImplemented);
        };
        if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
            return Ok(Value::NotImplemented);
        }
        let (mine, theirs) = (this.essence()?, other.essence()?);
        let mut same = true;
        for (a, b) in mine.iter().zip(&theirs) {
            same = same && a.same_or_eq(b)?;
        }
        Ok(Value::Bool(same == (op == CmpOp::Eq)))
    }
}
