//! `heapq`: binary heaps in lists; the same comparisons in the same order as CPython.
use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::iter::{Iter, Lazy};
use crate::member;
use crate::object::{symbols as sym, Ref, TypeInfo, Value};
use crate::seq::List;

static MERGE: TypeInfo = TypeInfo {
    method: Lazy::method,
    ..TypeInfo::plain("generator")
};

/// The heap argument of `function`, the words for which depend on how many arguments it takes.
fn heap_of(x: &Value, function: &str) -> R<Ref<List>> {
    List::of(x).ok_or_else(|| {
        exc::TypeError.err(crate::join![
            function,
            " must be list, not ",
            x.type_name().as_str()
        ])
    })
}

fn item(heap: &Ref<List>, at: usize) -> R<Value> {
    heap.get(at)
        .ok_or_else(|| exc::RuntimeError.err("list changed size during iteration"))
}

/// `a < b`, with a check that the comparison left the heap's size alone.
fn less(heap: &Ref<List>, size: usize, a: &Value, b: &Value, max: bool) -> R<bool> {
    let result = if max { b.is_lt(a)? } else { a.is_lt(b)? };
    if heap.len() != size {
        return Err(exc::RuntimeError.err("list changed size during iteration"));
    }
    Ok(result)
}

fn sift_down(heap: &Ref<List>, start: usize, at: usize, max: bool) -> R<()> {
    let size = heap.len();
    let moved = item(heap, at)?;
    let mut at = at;
    while at > start {
        let parent = (at - 1) / 2;
        let above = item(heap, parent)?;
        if !less(heap, size, &moved, &above, max)? {
            break;
        }
        heap.replace(parent, moved.clone());
        heap.replace(at, above);
        at = parent;
    }
    Ok(())
}

fn sift_up(heap: &Ref<List>, at: usize, max: bool) -> R<()> {
    let size = heap.len();
    let start = at;
    let mut at = at;
    while at < size / 2 {
        let mut child = 2 * at + 1;
        if child + 1 < size {
            let (left, right) = (item(heap, child)?, item(heap, child + 1)?);
            if !less(heap, size, &left, &right, max)? {
                child += 1;
            }
        }
        let (below, moved) = (item(heap, child)?, item(heap, at)?);
        heap.replace(child, moved);
        heap.replace(at, below);
        at = child;
    }
    sift_down(heap, start, at, max)
}

/// `heapq.heappush(heap, item)`.
pub fn heappush(args: Args) -> R<Value> {
    let [heap, new] = args.exactly::<2>("heappush")?;
    let heap = heap_of(heap, "heappush() argument 1")?;
    heap.push(new.clone());
    sift_down(&heap, 0, heap.len() - 1, false)?;
    Ok(Value::None)
}

fn pop(heap: &Value, max: bool) -> R<Value> {
    let list = heap_of(heap, "heappop() argument")?;
    if list.is_empty() {
        return Err(exc::IndexError.err("index out of range"));
    }
    let last = heap.call_method(member::pop.name(), &[])?;
    if list.is_empty() {
        return Ok(last);
    }
    let top = list.replace(0, last);
    sift_up(&list, 0, max)?;
    Ok(top)
}

/// `heapq.heappop(heap)`.
pub fn heappop(args: Args) -> R<Value> {
    let [heap] = args.exactly::<1>("heappop")?;
    pop(heap, false)
}

fn replace(args: Args, function: &str, max: bool) -> R<Value> {
    let [heap, new] = args.exactly::<2>(function)?;
    let heap = heap_of(heap, "heapreplace() argument 1")?;
    if heap.is_empty() {
        return Err(exc::IndexError.err("index out of range"));
    }
    let top = heap.replace(0, new.clone());
    sift_up(&heap, 0, max)?;
    Ok(top)
}

/// `heapq.heapreplace(heap, item)`.
pub fn heapreplace(args: Args) -> R<Value> {
    replace(args, "heapreplace", false)
}

/// `heapq.heappushpop(heap, item)`.
pub fn heappushpop(args: Args) -> R<Value> {
    let [heap, new] = args.exactly::<2>("heappushpop")?;
    let list = heap_of(heap, "heappushpop() argument 1")?;
    match list.get(0) {
        Some(top) if top.is_lt(new)? => {
            let top = list.replace(0, new.clone());
            sift_up(&list, 0, false)?;
            Ok(top)
        }
        _ => Ok(new.clone()),
    }
}

fn heapify_by(heap: &Value, max: bool) -> R<Value> {
    let heap = heap_of(heap, "heapify() argument")?;
    for at in (0..heap.len() / 2).rev() {
        sift_up(&heap, at, max)?;
    }
    Ok(Value::None)
}

/// `heapq.heapify(heap)`.
pub fn heapify(args: Args) -> R<Value> {
    let [heap] = args.exactly::<1>("heapify")?;
    heapify_by(heap, false)
}

fn best(args: Args, function: &str, largest: bool) -> R<Value> {
    let [n, iterable, key] = args.bind(function, [sym::n, sym::iterable, sym::key], 2, 0, 3)?;
    let n = crate::numbers::index(n.unwrap_or(&Value::None))?.max(0) as usize;
    let items = iterable.unwrap_or(&Value::None).iter()?.collect()?;
    let list = List::new(items);
    crate::seq::sort::sort(&list, key.filter(|k| !k.is_none()), largest)?;
    let mut items = list.take();
    items.truncate(n);
    Ok(List::value(items))
}

/// `heapq.nlargest(n, iterable, key=None)`.
pub fn nlargest(args: Args) -> R<Value> {
    best(args, "nlargest", true)
}

/// `heapq.nsmallest(n, iterable, key=None)`.
pub fn nsmallest(args: Args) -> R<Value> {
    best(args, "nsmallest", false)
}

/// `heapq.merge(*iterables, key=None, reverse=False)`: lazy; equal items come in the order of their sources.
pub fn merge(args: Args) -> R<Value> {
    let mut key = None;
    let mut reverse = false;
    for (name, value) in args.keywords() {
        match name {
            sym::key => key = Some(value.clone()).filter(|k| !k.is_none()),
            sym::reverse => reverse = value.truth()?,
            _ => {
                return Err(exc::TypeError.err(crate::join![
                    "merge() got an unexpected keyword argument '",
                    name.text(),
                    "'"
                ]))
            }
        }
    }
    let waiting: Vec<Value> = args.plain().to_vec();
    let mut sources: Option<Vec<(Value, Value, Iter)>> = None;
    Ok(Lazy::value(&MERGE, move || {
        let keyed = |item: &Value| {
            key.as_ref()
                .map_or_else(|| Ok(item.clone()), |k| k.call(&[item.clone()]))
        };
        let heads = match &mut sources {
            Some(heads) => heads,
            None => {
                let mut heads = Vec::new();
                for iterable in &waiting {
                    let mut iter = iterable.iter()?;
                    if let Some(item) = iter.next()? {
                        heads.push((keyed(&item)?, item, iter));
                    }
                }
                sources.insert(heads)
            }
        };
        if heads.is_empty() {
            return Ok(None);
        }
        let mut first = 0;
        for i in 1..heads.len() {
            let (a, b) = (&heads[i].0, &heads[first].0);
            if if reverse { b.is_lt(a)? } else { a.is_lt(b)? } {
                first = i;
            }
        }
        let item = heads[first].1.clone();
        match heads[first].2.next()? {
            Some(next) => {
                heads[first].0 = keyed(&next)?;
                heads[first].1 = next;
            }
            None => drop(heads.remove(first)),
        }
        Ok(Some(item))
    }))
}

fn heappop_max(args: Args) -> R<Value> {
    let [heap] = args.exactly::<1>("_heappop_max")?;
    pop(heap, true)
}

fn heapify_max(args: Args) -> R<Value> {
    let [heap] = args.exactly::<1>("_heapify_max")?;
    heapify_by(heap, true)
}

fn heapreplace_max(args: Args) -> R<Value> {
    replace(args, "_heapreplace_max", true)
}

members! {
    values {
    }
    functions {
        heappush "heappush";
        heappop "heappop";
        heapreplace "heapreplace";
        heappushpop "heappushpop";
        heapify "heapify";
        nlargest "nlargest";
        nsmallest "nsmallest";
        merge "merge";
        heappop_max "_heappop_max";
        heapify_max "_heapify_max";
        heapreplace_max "_heapreplace_max";
    }
}

thread_local! {
    static MODULE: Value = Module::native("heapq", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
