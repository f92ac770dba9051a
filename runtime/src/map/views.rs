//! `dict.keys()`, `dict.values()`, `dict.items()`: live views, with the set operations of keys and items.
use crate::call::Args;
use crate::error::R;
use crate::iter::Iter;
use crate::map::cursor::{DictCursor, Part};
use crate::map::set::Set;
use crate::map::Dict;
use crate::object::vtable::AttrFn;
use crate::object::{attr, symbols as sym, BinOp, CmpOp, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};
use crate::seq::items::{self, Showing};
use crate::seq::Tuple;

pub struct View {
    dict: Ref<Dict>,
    part: Part,
}

static KEYS: TypeInfo = TypeInfo {
    class_attr: items::no_hash,
    ..view_type("dict_keys")
};
static VALUES: TypeInfo = view_type("dict_values");
static ITEMS: TypeInfo = TypeInfo {
    class_attr: items::no_hash,
    ..view_type("dict_items")
};
static VIEW: TypeInfo = view_type("dict_view");

const fn view_type(name: &'static str) -> TypeInfo {
    TypeInfo {
        method: view_method,
        field: view_field,
        names: &[sym::isdisjoint, sym::mapping],
        ..TypeInfo::plain(name)
    }
}

impl View {
    pub fn value(dict: Ref<Dict>, part: Part) -> Value {
        Ref::new(View { dict, part }).into()
    }

    fn holds(&self, x: &Value) -> R<bool> {
        match self.part {
            Part::Keys => self.dict.contains_key(x),
            Part::Items => match Tuple::of(x) {
                Some(pair) if pair.items().len() == 2 => match self.dict.get(&pair.items()[0])? {
                    Some(value) => value.same_or_eq(&pair.items()[1]),
                    None => Ok(false),
                },
                _ => Ok(false),
            },
            Part::Values => {
                let mut values = DictCursor::new(self.dict.clone(), Part::Values);
                while let Some(value) = values.next()? {
                    if value.same_or_eq(x)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
        }
    }

    /// True when every item is in `other`.
    fn within(&self, other: &Value) -> R<bool> {
        let mut iter = DictCursor::new(self.dict.clone(), self.part);
        while let Some(item) = iter.next()? {
            if !other.contains(&item)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn is_set_like(x: &Value) -> bool {
    Set::of(x).is_some() || set_view(x).is_some()
}

/// A keys or items view.
fn set_view(x: &Value) -> Option<&Ref<View>> {
    x.cast::<View>().filter(|view| view.part != Part::Values)
}

fn view_field(this: &Value, name: Sym) -> R<Option<Value>> {
    match (name, this.cast::<View>()) {
        (sym::mapping, Some(view)) => Ok(Some(view.dict.value())),
        _ => Ok(None),
    }
}

fn view_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::isdisjoint => |this, args: Args| {
            let [other] = args.exactly::<1>("isdisjoint")?;
            let mut iter = other.iter()?;
            while let Some(item) = iter.next()? {
                if this.contains(&item)? {
                    return Ok(Value::Bool(false));
                }
            }
            Ok(Value::Bool(true))
        },
        sym::__reversed__ => |this, args: Args| {
            args.exactly::<0>("__reversed__")?;
            match this.cast::<View>() {
                Some(view) => {
                    let cursor = DictCursor::reversed(view.dict.clone(), view.part);
                    Ok(Iter::Dict(cursor).into_value())
                }
                None => Err(items::wrong_receiver("dict_keys", this)),
            }
        },
        _ => return None,
    })
}

/// The items that a view and another iterable share; the order is that of the one gone through.
fn intersection(view: &Value, other: &Value) -> R<Value> {
    let (mut view, mut other) = (view, other);
    if set_view(view).is_none() {
        (view, other) = (other, view);
    }
    if let Some(set) = other.cast::<Set>() {
        if view.len()? <= set.len() {
            return Ok(set.intersection(view)?.value());
        }
    }
    if set_view(other).is_some() && other.len()? > view.len()? {
        (view, other) = (other, view);
    }
    let result = Set::new();
    let mut iter = other.iter()?;
    while let Some(item) = iter.next()? {
        if view.contains(&item)? {
            result.add(item)?;
        }
    }
    Ok(result.value())
}

/// The pairs that only one of two items views has: first the right one's, then what the left one has left.
fn items_difference(left: &Ref<View>, right: &Ref<View>) -> R<Value> {
    let rest = left.dict.copy();
    let result = Set::new();
    let mut from = 0;
    while let Some((at, key, theirs)) = right.dict.entry_from(from) {
        let same = match rest.get(&key)? {
            Some(mine) => mine.same_or_eq(&theirs)?,
            None => false,
        };
        if same {
            rest.remove(&key)?;
        } else {
            result.add(Tuple::value(vec![key, theirs]))?;
        }
        from = at + 1;
    }
    result.update(&View::value(rest, Part::Items))?;
    Ok(result.value())
}

/// `left OP right` where either is a view.
fn set_operation(op: BinOp, left: &Value, right: &Value) -> R<Value> {
    if op == BinOp::And {
        return intersection(left, right);
    }
    if let (BinOp::Xor, Some(left), Some(right)) = (op, set_view(left), set_view(right)) {
        if left.part == Part::Items && right.part == Part::Items {
            return items_difference(left, right);
        }
    }
    let result = Set::new();
    match set_view(left) {
        Some(view) if view.part == Part::Keys => result.update(&view.dict.value())?,
        _ => result.update(left)?,
    }
    match op {
        BinOp::Or => result.update(right)?,
        BinOp::Sub => result.difference_update(right)?,
        BinOp::Xor => result.symmetric_difference_update(right)?,
        _ => return Ok(Value::NotImplemented),
    }
    Ok(result.value())
}

impl PyObject for View {
    const TYPE: &'static TypeInfo = &VIEW;

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        match this.part {
            Part::Keys => &KEYS,
            Part::Values => &VALUES,
            Part::Items => &ITEMS,
        }
    }
    const ATTR: AttrFn<Self> = Some(|this, name| {
        if this.part != Part::Values && name == sym::__hash__ {
            return Ok(Some(Value::None));
        }
        attr::builtin_attr(this.as_obj(), name)
    });
    fn repr(this: &Ref<Self>) -> R<Str> {
        let open = match this.part {
            Part::Keys => "dict_keys([",
            Part::Values => "dict_values([",
            Part::Items => "dict_items([",
        };
        let Some(_showing) = Showing::enter(this.dict.as_obj()) else {
            return Ok(Str::fixed("..."));
        };
        let mut text = open.as_bytes().to_vec();
        let mut iter = DictCursor::new(this.dict.clone(), this.part);
        let mut first = true;
        while let Some(item) = iter.next()? {
            if !first {
                text.extend_from_slice(b", ");
            }
            first = false;
            text.extend_from_slice(item.repr()?.bytes());
        }
        text.extend_from_slice(b"])");
        Ok(Str::from_bytes(text))
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        match this.part {
            Part::Values => Ok(this.as_obj().address() as i64 >> 4),
            _ => Err(items::unhashable(this.as_obj().type_name().as_str())),
        }
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        Ok(Some(this.dict.len()))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Dict(DictCursor::new(this.dict.clone(), this.part))))
    }
    fn contains(this: &Ref<Self>, item: &Value) -> R<Option<bool>> {
        this.holds(item).map(Some)
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        if this.part == Part::Values || !is_set_like(other) {
            return Ok(Value::NotImplemented);
        }
        let (mine, theirs) = (this.dict.len(), other.len()?);
        let holds_all = || -> R<bool> {
            let mut iter = other.iter()?;
            while let Some(item) = iter.next()? {
                if !this.holds(&item)? {
                    return Ok(false);
                }
            }
            Ok(true)
        };
        Ok(Value::Bool(match op {
            CmpOp::Eq => mine == theirs && this.within(other)?,
            CmpOp::Ne => !(mine == theirs && this.within(other)?),
            CmpOp::Lt => mine < theirs && this.within(other)?,
            CmpOp::Le => mine <= theirs && this.within(other)?,
            CmpOp::Gt => mine > theirs && holds_all()?,
            CmpOp::Ge => mine >= theirs && holds_all()?,
        }))
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match (this.part, op) {
            (Part::Values, _) => Ok(Value::NotImplemented),
            (_, BinOp::And | BinOp::Or | BinOp::Sub | BinOp::Xor) => set_operation(op, &this.value(), other),
            _ => Ok(Value::NotImplemented),
        }
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match (this.part, op) {
            (Part::Values, _) => Ok(Value::NotImplemented),
            (_, BinOp::And | BinOp::Or | BinOp::Sub | BinOp::Xor) => set_operation(op, other, &this.value()),
            _ => Ok(Value::NotImplemented),
        }
    }
}
