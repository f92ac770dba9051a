//! `itertools`: lazy iterators, each a type of its own as in CPython.
mod combine;
mod counted;
mod group;

use crate::call::{Args, Module, Native};
use crate::error::{exc, R};
use crate::iter::{Iter, Lazy};
use crate::object::{symbols as sym, Class, Ref, Sym, TypeInfo, Value};
use counted::{COUNT, REPEAT};
use std::collections::VecDeque;

type New = fn(&Ref<Class>, Args) -> R<Value>;

const fn kind(info: TypeInfo, new: New) -> TypeInfo {
    TypeInfo {
        module: "itertools",
        new: Some(new),
        method: Lazy::method,
        ..info
    }
}

static CYCLE: TypeInfo = kind(TypeInfo::plain("cycle"), cycle);
static ACCUMULATE: TypeInfo = kind(TypeInfo::plain("accumulate"), accumulate);
static CHAIN: TypeInfo = TypeInfo {
    class_attr: chain_attr,
    ..kind(TypeInfo::plain("chain"), chain)
};
static COMPRESS: TypeInfo = kind(TypeInfo::plain("compress"), compress);
static DROPWHILE: TypeInfo = kind(TypeInfo::plain("dropwhile"), dropwhile);
static TAKEWHILE: TypeInfo = kind(TypeInfo::plain("takewhile"), takewhile);
static FILTERFALSE: TypeInfo = kind(TypeInfo::plain("filterfalse"), filterfalse);
static ISLICE: TypeInfo = kind(TypeInfo::plain("islice"), islice);
static PAIRWISE: TypeInfo = kind(TypeInfo::plain("pairwise"), pairwise);
static STARMAP: TypeInfo = kind(TypeInfo::plain("starmap"), starmap);
static ZIP_LONGEST: TypeInfo = kind(TypeInfo::plain("zip_longest"), zip_longest);
static TEE: TypeInfo = TypeInfo {
    module: "itertools",
    method: Lazy::method,
    ..TypeInfo::plain("_tee")
};

fn cycle(_: &Ref<Class>, args: Args) -> R<Value> {
    let [iterable] = args.exactly::<1>("cycle")?;
    let mut source = Some(iterable.iter()?);
    let mut saved = Vec::new();
    let mut at = 0;
    Ok(Lazy::value(&CYCLE, move || {
        if let Some(iter) = &mut source {
            if let Some(item) = iter.next()? {
                saved.push(item.clone());
                return Ok(Some(item));
            }
            source = None;
        }
        let item: Option<Value> = saved.get(at).cloned();
        at = if at + 1 >= saved.len() { 0 } else { at + 1 };
        Ok(item)
    }))
}

fn accumulate(_: &Ref<Class>, args: Args) -> R<Value> {
    let names = [sym::iterable, sym::func, sym::initial];
    let [iterable, func, initial] = args.bind("accumulate", names, 1, 0, 2)?;
    let mut source = iterable.unwrap_or(&Value::None).iter()?;
    let func = func.filter(|f| !f.is_none()).cloned();
    let mut initial = initial.filter(|v| !v.is_none()).cloned();
    let mut total: Option<Value> = None;
    Ok(Lazy::value(&ACCUMULATE, move || {
        if let Some(first) = initial.take() {
            total = Some(first.clone());
            return Ok(Some(first));
        }
        let Some(item) = source.next()? else {
            return Ok(None);
        };
        let next = match (&total, &func) {
            (None, _) => item,
            (Some(total), Some(func)) => func.call(&[total.clone(), item])?,
            (Some(total), None) => total.add(&item)?,
        };
        total = Some(next.clone());
        Ok(Some(next))
    }))
}

fn chained(mut sources: Iter) -> Value {
    let mut current: Option<Iter> = None;
    Lazy::value(&CHAIN, move || loop {
        if let Some(iter) = &mut current {
            if let Some(item) = iter.next()? {
                return Ok(Some(item));
            }
        }
        match sources.next()? {
            Some(source) => current = Some(source.iter()?),
            None => return Ok(None),
        }
    })
}

fn chain(_: &Ref<Class>, args: Args) -> R<Value> {
    args.no_keywords("chain")?;
    Ok(chained(
        crate::object::tuple_of(args.values.iter().cloned()).iter()?,
    ))
}

fn chain_attr(name: Sym) -> Option<Value> {
    (name == sym::from_iterable).then(|| {
        Native::function("from_iterable", |args| {
            let [iterables] = args.exactly::<1>("from_iterable")?;
            Ok(chained(iterables.iter()?))
        })
    })
}

fn compress(_: &Ref<Class>, args: Args) -> R<Value> {
    let [data, selectors] = args.bind("compress", [sym::data, sym::selectors], 2, 0, 2)?;
    let mut data = data.unwrap_or(&Value::None).iter()?;
    let mut selectors = selectors.unwrap_or(&Value::None).iter()?;
    Ok(Lazy::value(&COMPRESS, move || loop {
        let Some(item) = data.next()? else { return Ok(None) };
        let Some(wanted) = selectors.next()? else {
            return Ok(None);
        };
        if wanted.truth()? {
            return Ok(Some(item));
        }
    }))
}

fn dropwhile(_: &Ref<Class>, args: Args) -> R<Value> {
    let [predicate, iterable] = args.exactly::<2>("dropwhile")?;
    let mut source = iterable.iter()?;
    let mut predicate = Some(predicate.clone());
    Ok(Lazy::value(&DROPWHILE, move || loop {
        let Some(item) = source.next()? else {
            return Ok(None);
        };
        match &predicate {
            Some(test) if test.call(&[item.clone()])?.truth()? => {}
            _ => {
                predicate = None;
                return Ok(Some(item));
            }
        }
    }))
}

fn takewhile(_: &Ref<Class>, args: Args) -> R<Value> {
    let [predicate, iterable] = args.exactly::<2>("takewhile")?;
    let mut source = iterable.iter()?;
    let predicate = predicate.clone();
    Ok(Lazy::value(&TAKEWHILE, move || {
        let Some(item) = source.next()? else {
            return Ok(None);
        };
        Ok(if predicate.call(&[item.clone()])?.truth()? {
            Some(item)
        } else {
            None
        })
    }))
}

fn filterfalse(_: &Ref<Class>, args: Args) -> R<Value> {
    let [predicate, iterable] = args.exactly::<2>("filterfalse")?;
    let mut source = iterable.iter()?;
    let predicate = predicate.clone();
    Ok(Lazy::value(&FILTERFALSE, move || loop {
        let Some(item) = source.next()? else {
            return Ok(None);
        };
        let wanted = if predicate.is_none() {
            item.truth()?
        } else {
            predicate.call(&[item.clone()])?.truth()?
        };
        if !wanted {
            return Ok(Some(item));
        }
    }))
}

/// A bound of `islice`: None, or an int ≥ 0.
fn bound(value: &Value, text: &str) -> R<Option<usize>> {
    if value.is_none() {
        return Ok(None);
    }
    match crate::numbers::index(value) {
        Ok(n) if n >= 0 => Ok(Some(n as usize)),
        _ => Err(exc::ValueError.err(text)),
    }
}

fn islice(_: &Ref<Class>, args: Args) -> R<Value> {
    let values = args.between("islice", 2, 4)?;
    const STOP: &str = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    const INDICES: &str = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    const STEP: &str = "Step for islice() must be a positive integer or None.";
    let mut source = values[0].iter()?;
    let (start, stop, step) = match values.len() {
        2 => (0, bound(&values[1], STOP)?, 1),
        _ => {
            let start = bound(&values[1], INDICES)?.unwrap_or(0);
            let stop = bound(&values[2], INDICES)?;
            let step = values.get(3).map_or(Ok(None), |v| bound(v, STEP))?.unwrap_or(1);
            (start, stop, step)
        }
    };
    if step == 0 {
        return Err(exc::ValueError.err(STEP));
    }
    let mut wanted = start;
    let mut at = 0;
    Ok(Lazy::value(&ISLICE, move || {
        if stop.is_some_and(|stop| wanted >= stop) {
            // CPython consumes up to the stop even when no item is wanted there.
            while stop.is_some_and(|stop| at < stop) {
                at += 1;
                if source.next()?.is_none() {
                    break;
                }
            }
            return Ok(None);
        }
        while at < wanted {
            at += 1;
            if source.next()?.is_none() {
                return Ok(None);
            }
        }
        at += 1;
        let item = source.next()?;
        wanted = wanted.saturating_add(step);
        Ok(item)
    }))
}

fn pairwise(_: &Ref<Class>, args: Args) -> R<Value> {
    let [iterable] = args.exactly::<1>("pairwise")?;
    let mut source = iterable.iter()?;
    let mut old: Option<Value> = None;
    Ok(Lazy::value(&PAIRWISE, move || {
        if old.is_none() {
            old = source.next()?;
        }
        let Some(first) = old.take() else { return Ok(None) };
        let Some(second) = source.next()? else {
            return Ok(None);
        };
        old = Some(second.clone());
        Ok(Some(crate::object::tuple_of([first, second].into_iter())))
    }))
}

fn starmap(_: &Ref<Class>, args: Args) -> R<Value> {
    let [function, iterable] = args.exactly::<2>("starmap")?;
    let mut source = iterable.iter()?;
    let function = function.clone();
    Ok(Lazy::value(&STARMAP, move || {
        let Some(item) = source.next()? else {
            return Ok(None);
        };
        function.call(&item.iter()?.collect()?).map(Some)
    }))
}

fn zip_longest(_: &Ref<Class>, args: Args) -> R<Value> {
    let mut fill = Value::None;
    for (name, value) in args.keywords() {
        if name != sym::fillvalue {
            return Err(exc::TypeError.err("zip_longest() got an unexpected keyword argument"));
        }
        fill = value.clone();
    }
    let mut sources = Vec::new();
    for iterable in args.plain() {
        sources.push(Some(iterable.iter()?));
    }
    let mut active = sources.len();
    Ok(Lazy::value(&ZIP_LONGEST, move || {
        if active == 0 {
            return Ok(None);
        }
        let mut row = Vec::with_capacity(sources.len());
        for source in &mut sources {
            let item = match source {
                Some(iter) => iter.next()?,
                None => Some(fill.clone()),
            };
            match item {
                Some(item) => row.push(item),
                None => {
                    active -= 1;
                    if active == 0 {
                        return Ok(None);
                    }
                    *source = None;
                    row.push(fill.clone());
                }
            }
        }
        Ok(Some(crate::object::tuple_of(row.into_iter())))
    }))
}

/// `tee(iterable, n=2)`: each result reads from a queue of its own; the source feeds all of them.
pub fn tee(args: Args) -> R<Value> {
    let values = args.between("tee", 1, 2)?;
    let n = values.get(1).map_or(Ok(2), crate::numbers::index)?;
    if n < 0 {
        return Err(exc::ValueError.err("n must be >= 0"));
    }
    let source = std::rc::Rc::new(std::cell::RefCell::new(Some(values[0].iter()?)));
    let queues: Vec<_> = (0..n)
        .map(|_| std::rc::Rc::new(std::cell::RefCell::new(VecDeque::<Value>::new())))
        .collect();
    let all = std::rc::Rc::new(queues);
    let each = (0..n as usize).map(|i| {
        let (source, all) = (source.clone(), all.clone());
        Lazy::value(&TEE, move || {
            let queued = all[i].borrow_mut().pop_front();
            if queued.is_some() {
                return Ok(queued);
            }
            let Some(mut iter) = source.take() else {
                return Ok(None);
            };
            let item = iter.next();
            *source.borrow_mut() = Some(iter);
            let Some(item) = item? else { return Ok(None) };
            for (j, queue) in all.iter().enumerate() {
                if j != i {
                    queue.borrow_mut().push_back(item.clone());
                }
            }
            Ok(Some(item))
        })
    });
    Ok(crate::object::tuple_of(each))
}

members! {
    values {
        count "count" COUNT.value();
        cycle "cycle" CYCLE.value();
        repeat "repeat" REPEAT.value();
        accumulate "accumulate" ACCUMULATE.value();
        chain "chain" CHAIN.value();
        compress "compress" COMPRESS.value();
        dropwhile "dropwhile" DROPWHILE.value();
        takewhile "takewhile" TAKEWHILE.value();
        filterfalse "filterfalse" FILTERFALSE.value();
        islice "islice" ISLICE.value();
        pairwise "pairwise" PAIRWISE.value();
        starmap "starmap" STARMAP.value();
        zip_longest "zip_longest" ZIP_LONGEST.value();
        groupby "groupby" group::GROUPBY.value();
        product "product" combine::PRODUCT.value();
        permutations "permutations" combine::PERMUTATIONS.value();
        combinations "combinations" combine::COMBINATIONS.value();
        combinations_with_replacement "combinations_with_replacement" combine::COMBINATIONS_WITH_REPLACEMENT.value();
    }
    functions {
        tee "tee";
    }
}

thread_local! {
    static MODULE: Value = Module::native("itertools", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
