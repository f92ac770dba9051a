//! The methods of `set` and `frozenset`.
use crate::error::R;
use crate::map::set::{key_error, Set};
use crate::object::{symbols as sym, Method, Ref, Sym, Value};
use crate::seq::items;

pub(super) const NAMES: &[Sym] = &[
    sym::add,
    sym::clear,
    sym::copy,
    sym::difference,
    sym::difference_update,
    sym::discard,
    sym::intersection,
    sym::intersection_update,
    sym::isdisjoint,
    sym::issubset,
    sym::issuperset,
    sym::pop,
    sym::remove,
    sym::symmetric_difference,
    sym::symmetric_difference_update,
    sym::union,
    sym::update,
];

pub(super) const FROZEN_NAMES: &[Sym] = &[
    sym::copy,
    sym::difference,
    sym::intersection,
    sym::isdisjoint,
    sym::issubset,
    sym::issuperset,
    sym::symmetric_difference,
    sym::union,
];

pub(super) fn set_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::add => |this, args| {
            let [item] = args.exactly::<1>("set.add")?;
            set(this)?.add(item.clone())?;
            Ok(Value::None)
        },
        sym::remove => |this, args| {
            let [item] = args.exactly::<1>("set.remove")?;
            match set(this)?.discard(item)? {
                true => Ok(Value::None),
                false => Err(key_error(item)),
            }
        },
        sym::discard => |this, args| {
            let [item] = args.exactly::<1>("set.discard")?;
            set(this)?.discard(item)?;
            Ok(Value::None)
        },
        sym::pop => |this, args| {
            args.exactly::<0>("set.pop")?;
            set(this)?.pop()
        },
        sym::clear => |this, args| {
            args.exactly::<0>("set.clear")?;
            set(this)?.clear();
            Ok(Value::None)
        },
        sym::update => |this, args| {
            args.no_keywords("set.update")?;
            let set = set(this)?;
            for other in args.values {
                set.update(other)?;
            }
            Ok(Value::None)
        },
        sym::intersection_update => |this, args| {
            args.no_keywords("set.intersection_update")?;
            let set = set(this)?;
            let result = intersection_of(&set, args.values)?;
            set.swap_in(&result);
            Ok(Value::None)
        },
        sym::difference_update => |this, args| {
            args.no_keywords("set.difference_update")?;
            let set = set(this)?;
            for other in args.values {
                set.difference_update(other)?;
            }
            Ok(Value::None)
        },
        sym::symmetric_difference_update => |this, args| {
            let [other] = args.exactly::<1>("set.symmetric_difference_update")?;
            set(this)?.symmetric_difference_update(other)?;
            Ok(Value::None)
        },
        name => return frozenset_method(name),
    })
}

pub(super) fn frozenset_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::copy => |this, args| {
            args.exactly::<0>("set.copy")?;
            let set = set(this)?;
            if set.is_frozen() {
                return Ok(this.clone());
            }
            Ok(set.copy(false)?.value())
        },
        sym::union => |this, args| {
            args.no_keywords("set.union")?;
            let set = set(this)?;
            let result = set.copy(set.is_frozen())?;
            for other in args.values {
                if !other.is(&set.value()) {
                    result.update(other)?;
                }
            }
            Ok(result.value())
        },
        sym::intersection => |this, args| {
            args.no_keywords("set.intersection")?;
            Ok(intersection_of(&set(this)?, args.values)?.value())
        },
        sym::difference => |this, args| {
            args.no_keywords("set.difference")?;
            let set = set(this)?;
            let Some((first, rest)) = args.values.split_first() else {
                return Ok(set.copy(set.is_frozen())?.value());
            };
            let result = set.difference(first)?;
            for other in rest {
                result.difference_update(other)?;
            }
            Ok(result.value())
        },
        sym::symmetric_difference => |this, args| {
            let [other] = args.exactly::<1>("set.symmetric_difference")?;
            Ok(set(this)?.symmetric_difference(other)?.value())
        },
        sym::issubset => |this, args| {
            let [other] = args.exactly::<1>("set.issubset")?;
            let set = set(this)?;
            let subset = match Set::of(other) {
                Some(other) => set.is_subset(&other)?,
                None => set.is_subset(&*Set::from(other, false)?)?,
            };
            Ok(Value::Bool(subset))
        },
        sym::issuperset => |this, args| {
            let [other] = args.exactly::<1>("set.issuperset")?;
            let set = set(this)?;
            if let Some(other) = Set::of(other) {
                return other.is_subset(&set).map(Value::Bool);
            }
            let mut iter = other.iter()?;
            while let Some(item) = iter.next()? {
                if !set.has(&item)? {
                    return Ok(Value::Bool(false));
                }
            }
            Ok(Value::Bool(true))
        },
        sym::isdisjoint => |this, args| {
            let [other] = args.exactly::<1>("set.isdisjoint")?;
            set(this)?.is_disjoint(other).map(Value::Bool)
        },
        _ => return None,
    })
}

fn set(this: &Value) -> R<Ref<Set>> {
    match this.cast::<Set>() {
        Some(set) => Ok(set.clone()),
        None => Set::of(this).ok_or_else(|| items::wrong_receiver("set", this)),
    }
}

fn intersection_of(set: &Ref<Set>, others: &[Value]) -> R<Ref<Set>> {
    if others.is_empty() {
        return set.copy(set.is_frozen());
    }
    let mut result = set.clone();
    for other in others {
        result = result.intersection(other)?;
    }
    Ok(result)
}
