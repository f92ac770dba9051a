//! Sorting: an adaptive, stable merge sort with natural runs, binary insertion and galloping merges. The order and
//! number of comparisons follow CPython 3.11's `list.sort`, so that `__lt__` methods with side effects, and values
//! without a total order, behave the same.
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::{symbols as sym, Ref, Value};
use crate::seq::{List, Tuple};
use std::cmp::Ordering;

/// `key=` and `reverse=` of `sort` and `sorted`.
pub fn options<'a>(args: &Args<'a>) -> R<(Option<&'a Value>, bool)> {
    let (mut key, mut reverse) = (None, false);
    for (name, value) in args.keywords() {
        match name {
            sym::key => key = Some(value).filter(|v| !v.is_none()),
            sym::reverse => {
                reverse = match crate::seq::position::index_of(value)? {
                    Some(index) => index.clamped() != 0,
                    None => return Err(value.type_error("' object cannot be interpreted as an integer")),
                }
            }
            _ => {
                return Err(exc::TypeError.err(crate::join![
                    "'",
                    name.text(),
                    "' is an invalid keyword argument for sort()"
                ]))
            }
        }
    }
    Ok((key, reverse))
}

/// `sorted(iterable, key=None, reverse=False)`.
pub fn sorted(args: Args) -> R<Value> {
    let given = args.plain().len();
    if given != 1 {
        let given = crate::numbers::int_text(given as i64);
        return Err(exc::TypeError.err(crate::join!["sorted expected 1 argument, got ", &given]));
    }
    let list = List::new(crate::seq::items::collect(&args.values[0])?);
    let (key, reverse) = options(&args)?;
    sort(&list, key, reverse)?;
    Ok(list.into())
}

/// `list.sort(key=key, reverse=reverse)`. While it runs the list looks empty.
pub fn sort(list: &Ref<List>, key: Option<&Value>, reverse: bool) -> R<()> {
    let mut values = list.take();
    let result = match key {
        None => sort_plain(&mut values, reverse),
        Some(key) => sort_by_key(&mut values, key, reverse),
    };
    let touched = list.take();
    let changed = touched.capacity() > 0;
    list.put(values);
    drop(touched);
    result?;
    if changed {
        return Err(exc::ValueError.err("list modified during sort"));
    }
    Ok(())
}

/// `list.sort()` of a list of machine ints, which nothing but their order tells apart.
pub fn sort_ints(list: &Ref<List>) -> R<()> {
    let keys = list.look(|items| {
        let keys = items.iter().map(|item| match item {
            Value::Int(v) => Some(*v),
            _ => None,
        });
        keys.collect::<Option<Vec<i64>>>()
    });
    match keys {
        Some(mut keys) => {
            keys.sort_unstable();
            list.put(keys.into_iter().map(Value::Int).collect());
            Ok(())
        }
        None => sort(list, None, false),
    }
}

/// `list.sort()` of a list of floats. A NaN's place depends on who is compared with whom.
pub fn sort_floats(list: &Ref<List>) -> R<()> {
    let keys = list.look(|items| {
        let keys = items.iter().map(|item| match item {
            Value::Float(v) if !v.is_nan() => Some(*v),
            _ => None,
        });
        keys.collect::<Option<Vec<f64>>>()
    });
    match keys {
        Some(mut keys) => {
            keys.sort_by(|a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal));
            list.put(keys.into_iter().map(Value::Float).collect());
            Ok(())
        }
        None => sort(list, None, false),
    }
}

fn sort_plain(values: &mut Vec<Value>, reverse: bool) -> R<()> {
    if values.len() < 2 {
        return Ok(());
    }
    let order = Order::of(values);
    let mut items: Vec<Plain> = values
        .drain(..)
        .map(|value| Plain {
            rank: order.rank(&value),
            value,
        })
        .collect();
    let result = sort_items(&mut items, order, reverse);
    values.extend(items.into_iter().map(|item| item.value));
    result
}

fn sort_by_key(values: &mut Vec<Value>, key: &Value, reverse: bool) -> R<()> {
    let mut keys = Vec::with_capacity(values.len());
    for value in values.iter() {
        keys.push(key.call(std::slice::from_ref(value))?);
    }
    if values.len() < 2 {
        return Ok(());
    }
    let order = Order::of(&keys);
    let mut items: Vec<Keyed> = keys
        .into_iter()
        .zip(values.drain(..))
        .map(|(key, value)| Keyed {
            rank: order.rank(&key),
            key,
            value,
        })
        .collect();
    let result = sort_items(&mut items, order, reverse);
    let mut keys = Vec::with_capacity(items.len());
    for item in items {
        values.push(item.value);
        keys.push(item.key);
    }
    drop(keys);
    result
}

/// Stability under `reverse`: reversed, sorted, and reversed again.
fn sort_items<T: Item>(items: &mut [T], order: Order, reverse: bool) -> R<()> {
    if reverse {
        items.reverse();
    }
    let result = Sorter {
        order,
        gallop: MIN_GALLOP,
    }
    .run(items);
    if reverse {
        items.reverse();
    }
    result
}

/// What is moved about: a value, or a value with its key, and a number that often decides. A taken item leaves a hole.
trait Item {
    fn rank(&self) -> u64;
    fn key(&self) -> &Value;
    fn take(&mut self) -> Self;
}

struct Plain {
    rank: u64,
    value: Value,
}

impl Item for Plain {
    #[inline]
    fn rank(&self) -> u64 {
        self.rank
    }
    #[inline]
    fn key(&self) -> &Value {
        &self.value
    }
    #[inline]
    fn take(&mut self) -> Plain {
        Plain {
            rank: self.rank,
            value: self.value.take(),
        }
    }
}

struct Keyed {
    rank: u64,
    key: Value,
    value: Value,
}

impl Item for Keyed {
    #[inline]
    fn rank(&self) -> u64 {
        self.rank
    }
    #[inline]
    fn key(&self) -> &Value {
        &self.key
    }
    #[inline]
    fn take(&mut self) -> Keyed {
        Keyed {
            rank: self.rank,
            key: self.key.take(),
            value: self.value.take(),
        }
    }
}

/// How two keys compare, found once when they are all of one simple type.
#[derive(Clone, Copy, PartialEq)]
enum Order {
    /// Ints, or floats without a NaN: the ranks decide.
    Rank,
    /// Strings: the ranks are their first eight bytes.
    Str,
    Tuple,
    Any,
}

impl Order {
    fn of(keys: &[Value]) -> Order {
        let all = |test: fn(&Value) -> bool| keys.iter().all(test);
        match &keys[0] {
            Value::Int(_) if all(|x| matches!(x, Value::Int(_))) => Order::Rank,
            Value::Float(_) if all(|x| matches!(x, Value::Float(v) if !v.is_nan())) => Order::Rank,
            x if x.as_str().is_some() && all(|x| x.as_str().is_some()) => Order::Str,
            x if x.cast::<Tuple>().is_some() && all(|x| x.cast::<Tuple>().is_some()) => Order::Tuple,
            _ => Order::Any,
        }
    }

    /// A number in the order of the keys.
    fn rank(self, key: &Value) -> u64 {
        const SIGN: u64 = 1 << 63;
        match (self, key) {
            (Order::Rank, Value::Int(v)) => *v as u64 ^ SIGN,
            (Order::Rank, Value::Float(v)) => {
                // Both zeros are equal.
                let bits = if *v == 0.0 { 0 } else { v.to_bits() };
                if bits & SIGN == 0 {
                    bits | SIGN
                } else {
                    !bits
                }
            }
            (Order::Str, key) => {
                let mut first = [0; 8];
                if let Some(text) = key.as_str() {
                    let bytes = text.bytes();
                    let len = bytes.len().min(8);
                    first[..len].copy_from_slice(&bytes[..len]);
                }
                u64::from_be_bytes(first)
            }
            _ => 0,
        }
    }
}

/// `a < b` where a pair of simple values needs no dispatch.
fn value_lt(a: &Value, b: &Value) -> R<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Ok(a < b),
        (Value::Float(a), Value::Float(b)) => Ok(a < b),
        _ => match (a.as_str(), b.as_str()) {
            (Some(a), Some(b)) => Ok(a.bytes() < b.bytes()),
            _ => a.is_lt(b),
        },
    }
}

/// Tuples: the first items that differ decide, else the lengths.
fn tuple_lt(a: &Tuple, b: &Tuple) -> R<bool> {
    for (x, y) in a.items().iter().zip(b.items()) {
        let same = match (x.as_str(), y.as_str()) {
            (Some(x), Some(y)) => x.bytes() == y.bytes(),
            _ => x.same_or_eq(y)?,
        };
        if !same {
            return value_lt(x, y);
        }
    }
    Ok(a.items().len() < b.items().len())
}

const MIN_GALLOP: usize = 7;

struct Sorter {
    order: Order,
    gallop: usize,
}

struct Run {
    base: usize,
    len: usize,
    /// Depth of the boundary after this run in the ideal merge tree.
    power: u32,
}

impl Sorter {
    #[inline]
    fn lt<T: Item>(&self, a: &T, b: &T) -> R<bool> {
        match self.order {
            Order::Rank => Ok(a.rank() < b.rank()),
            Order::Str if a.rank() != b.rank() => Ok(a.rank() < b.rank()),
            Order::Tuple => match (a.key().cast::<Tuple>(), b.key().cast::<Tuple>()) {
                (Some(a), Some(b)) => tuple_lt(a, b),
                _ => a.key().is_lt(b.key()),
            },
            Order::Str | Order::Any => value_lt(a.key(), b.key()),
        }
    }

    fn run<T: Item>(mut self, a: &mut [T]) -> R<()> {
        let total = a.len();
        let least = min_run(total);
        let mut runs: Vec<Run> = Vec::new();
        let (mut base, mut left) = (0, total);
        while left > 0 {
            let mut len = self.count_run(&mut a[base..])?;
            if len < least {
                let forced = left.min(least);
                self.insert_rest(&mut a[base..base + forced], len)?;
                len = forced;
            }
            if let Some(last) = runs.last() {
                let power = boundary_power(last.base, last.len, len, total);
                while runs.len() > 1 && runs[runs.len() - 2].power > power {
                    let at = runs.len() - 2;
                    self.merge_at(a, &mut runs, at)?;
                }
                if let Some(last) = runs.last_mut() {
                    last.power = power;
                }
            }
            runs.push(Run { base, len, power: 0 });
            base += len;
            left -= len;
        }
        while runs.len() > 1 {
            let mut at = runs.len() - 2;
            if at > 0 && runs[at - 1].len < runs[at + 1].len {
                at -= 1;
            }
            self.merge_at(a, &mut runs, at)?;
        }
        Ok(())
    }

    /// Length of the run at the start of `a`; a strictly descending one is reversed.
    fn count_run<T: Item>(&self, a: &mut [T]) -> R<usize> {
        if a.len() < 2 {
            return Ok(a.len());
        }
        let mut n = 2;
        if self.lt(&a[1], &a[0])? {
            while n < a.len() && self.lt(&a[n], &a[n - 1])? {
                n += 1;
            }
            a[..n].reverse();
        } else {
            while n < a.len() && !self.lt(&a[n], &a[n - 1])? {
                n += 1;
            }
        }
        Ok(n)
    }

    /// Binary insertion of `a[sorted..]` into the sorted front.
    fn insert_rest<T: Item>(&self, a: &mut [T], sorted: usize) -> R<()> {
        for at in sorted..a.len() {
            let (mut low, mut high) = (0, at);
            while low < high {
                let mid = low + (high - low) / 2;
                if self.lt(&a[at], &a[mid])? {
                    high = mid;
                } else {
                    low = mid + 1;
                }
            }
            a[low..=at].rotate_right(1);
        }
        Ok(())
    }

    /// Merges runs `i` and `i + 1`.
    fn merge_at<T: Item>(&mut self, a: &mut [T], runs: &mut Vec<Run>, i: usize) -> R<()> {
        let (base_a, len_a) = (runs[i].base, runs[i].len);
        let len_b = runs[i + 1].len;
        runs[i].len = len_a + len_b;
        runs.remove(i + 1);
        let (left, right) = a[base_a..base_a + len_a + len_b].split_at(len_a);
        // Items of the left run that are in place already, and of the right run at its end.
        let skip = self.gallop_right(&right[0], left, 0)?;
        if skip == len_a {
            return Ok(());
        }
        let keep = self.gallop_left(&left[len_a - 1], right, len_b - 1)?;
        if keep == 0 {
            return Ok(());
        }
        let part = &mut a[base_a + skip..base_a + len_a + keep];
        if len_a - skip <= keep {
            self.merge_low(part, len_a - skip)
        } else {
            self.merge_high(part, len_a - skip)
        }
    }

    /// Where `key` belongs in sorted `a`, before equal items; the search starts at `hint`.
    fn gallop_left<T: Item>(&self, key: &T, a: &[T], hint: usize) -> R<usize> {
        let n = a.len() as isize;
        let hint = hint as isize;
        let (mut last, mut offset) = (0isize, 1isize);
        if self.lt(&a[hint as usize], key)? {
            let most = n - hint;
            while offset < most && self.lt(&a[(hint + offset) as usize], key)? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = offset.min(most);
            last += hint;
            offset += hint;
        } else {
            let most = hint + 1;
            while offset < most && !self.lt(&a[(hint - offset) as usize], key)? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = offset.min(most);
            (last, offset) = (hint - offset, hint - last);
        }
        last += 1;
        while last < offset {
            let mid = last + ((offset - last) >> 1);
            if self.lt(&a[mid as usize], key)? {
                last = mid + 1;
            } else {
                offset = mid;
            }
        }
        Ok(offset as usize)
    }

    /// The same, after equal items.
    fn gallop_right<T: Item>(&self, key: &T, a: &[T], hint: usize) -> R<usize> {
        let n = a.len() as isize;
        let hint = hint as isize;
        let (mut last, mut offset) = (0isize, 1isize);
        if self.lt(key, &a[hint as usize])? {
            let most = hint + 1;
            while offset < most && self.lt(key, &a[(hint - offset) as usize])? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = offset.min(most);
            (last, offset) = (hint - offset, hint - last);
        } else {
            let most = n - hint;
            while offset < most && !self.lt(key, &a[(hint + offset) as usize])? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = offset.min(most);
            last += hint;
            offset += hint;
        }
        last += 1;
        while last < offset {
            let mid = last + ((offset - last) >> 1);
            if self.lt(key, &a[mid as usize])? {
                offset = mid;
            } else {
                last = mid + 1;
            }
        }
        Ok(offset as usize)
    }

    /// Merges `a[..n]` with `a[n..]`, the left part being the shorter: it moves to a buffer, results grow from the
    /// left. The last item of the left part is greater than all of the right, and `a[n]` goes first.
    fn merge_low<T: Item>(&mut self, a: &mut [T], n: usize) -> R<()> {
        let mut temp: Vec<T> = a[..n].iter_mut().map(T::take).collect();
        let mut m = MergeLow {
            dest: 0,
            left: 0,
            right: n,
        };
        let result = self.merge_low_loop(a, &mut temp, &mut m);
        // The rest of the buffer fills the hole, also after an error.
        for item in &mut temp[m.left..] {
            a[m.dest] = item.take();
            m.dest += 1;
        }
        result
    }

    fn merge_low_loop<T: Item>(&mut self, a: &mut [T], temp: &mut [T], m: &mut MergeLow) -> R<()> {
        let end = a.len();
        m.take_right(a);
        if m.right == end {
            return Ok(());
        }
        if temp.len() - m.left == 1 {
            m.flush_right(a, end - m.right);
            return Ok(());
        }
        let mut min_gallop = self.gallop;
        loop {
            let (mut left_wins, mut right_wins) = (0, 0);
            loop {
                if self.lt(&a[m.right], &temp[m.left])? {
                    m.take_right(a);
                    right_wins += 1;
                    left_wins = 0;
                    if m.right == end {
                        return Ok(());
                    }
                    if right_wins >= min_gallop {
                        break;
                    }
                } else {
                    m.take_left(a, temp);
                    left_wins += 1;
                    right_wins = 0;
                    if temp.len() - m.left == 1 {
                        m.flush_right(a, end - m.right);
                        return Ok(());
                    }
                    if left_wins >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                self.gallop = min_gallop;
                let k = self.gallop_right(&a[m.right], &temp[m.left..], 0)?;
                for _ in 0..k {
                    m.take_left(a, temp);
                }
                if k > 0 {
                    if temp.len() - m.left == 1 {
                        m.flush_right(a, end - m.right);
                        return Ok(());
                    }
                    // Only with an inconsistent comparison.
                    if temp.len() == m.left {
                        return Ok(());
                    }
                }
                m.take_right(a);
                if m.right == end {
                    return Ok(());
                }
                let j = self.gallop_left(&temp[m.left], &a[m.right..], 0)?;
                for _ in 0..j {
                    m.take_right(a);
                }
                if j > 0 && m.right == end {
                    return Ok(());
                }
                m.take_left(a, temp);
                if temp.len() - m.left == 1 {
                    m.flush_right(a, end - m.right);
                    return Ok(());
                }
                if k < MIN_GALLOP && j < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.gallop = min_gallop;
        }
    }

    /// The mirror image: the right part is the shorter, results grow from the right.
    fn merge_high<T: Item>(&mut self, a: &mut [T], n: usize) -> R<()> {
        let mut temp: Vec<T> = a[n..].iter_mut().map(T::take).collect();
        let mut m = MergeHigh {
            dest: a.len(),
            left: n,
            right: temp.len(),
        };
        let result = self.merge_high_loop(a, &mut temp, &mut m);
        for item in temp[..m.right].iter_mut().rev() {
            m.dest -= 1;
            a[m.dest] = item.take();
        }
        result
    }

    fn merge_high_loop<T: Item>(&mut self, a: &mut [T], temp: &mut [T], m: &mut MergeHigh) -> R<()> {
        m.take_left(a);
        if m.left == 0 {
            return Ok(());
        }
        if m.right == 1 {
            m.flush_left(a, m.left);
            return Ok(());
        }
        let mut min_gallop = self.gallop;
        loop {
            let (mut left_wins, mut right_wins) = (0, 0);
            loop {
                if self.lt(&temp[m.right - 1], &a[m.left - 1])? {
                    m.take_left(a);
                    left_wins += 1;
                    right_wins = 0;
                    if m.left == 0 {
                        return Ok(());
                    }
                    if left_wins >= min_gallop {
                        break;
                    }
                } else {
                    m.take_right(a, temp);
                    right_wins += 1;
                    left_wins = 0;
                    if m.right == 1 {
                        m.flush_left(a, m.left);
                        return Ok(());
                    }
                    if right_wins >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                self.gallop = min_gallop;
                let k = m.left - self.gallop_right(&temp[m.right - 1], &a[..m.left], m.left - 1)?;
                for _ in 0..k {
                    m.take_left(a);
                }
                if k > 0 && m.left == 0 {
                    return Ok(());
                }
                m.take_right(a, temp);
                if m.right == 1 {
                    m.flush_left(a, m.left);
                    return Ok(());
                }
                let j = m.right - self.gallop_left(&a[m.left - 1], &temp[..m.right], m.right - 1)?;
                for _ in 0..j {
                    m.take_right(a, temp);
                }
                if j > 0 {
                    if m.right == 1 {
                        m.flush_left(a, m.left);
                        return Ok(());
                    }
                    if m.right == 0 {
                        return Ok(());
                    }
                }
                m.take_left(a);
                if m.left == 0 {
                    return Ok(());
                }
                if k < MIN_GALLOP && j < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.gallop = min_gallop;
        }
    }
}

/// Next free place, next buffered item of the left part, next item of the right part.
struct MergeLow {
    dest: usize,
    left: usize,
    right: usize,
}

impl MergeLow {
    #[inline]
    fn take_right<T: Item>(&mut self, a: &mut [T]) {
        a[self.dest] = a[self.right].take();
        self.dest += 1;
        self.right += 1;
    }
    #[inline]
    fn take_left<T: Item>(&mut self, a: &mut [T], temp: &mut [T]) {
        a[self.dest] = temp[self.left].take();
        self.dest += 1;
        self.left += 1;
    }
    /// The last buffered item belongs after everything on the right.
    fn flush_right<T: Item>(&mut self, a: &mut [T], count: usize) {
        for _ in 0..count {
            self.take_right(a);
        }
    }
}

/// End of the free gap, end of what is left of the left part, end of the buffered right part.
struct MergeHigh {
    dest: usize,
    left: usize,
    right: usize,
}

impl MergeHigh {
    #[inline]
    fn take_left<T: Item>(&mut self, a: &mut [T]) {
        self.dest -= 1;
        self.left -= 1;
        a[self.dest] = a[self.left].take();
    }
    #[inline]
    fn take_right<T: Item>(&mut self, a: &mut [T], temp: &mut [T]) {
        self.dest -= 1;
        self.right -= 1;
        a[self.dest] = temp[self.right].take();
    }
    fn flush_left<T: Item>(&mut self, a: &mut [T], count: usize) {
        for _ in 0..count {
            self.take_left(a);
        }
    }
}

/// Shortest run worth keeping: `n` scaled into 32..=64 so that `n / run` is just under a power of two.
fn min_run(mut n: usize) -> usize {
    let mut rest = 0;
    while n >= 64 {
        rest |= n & 1;
        n >>= 1;
    }
    n + rest
}

/// The depth, in a perfectly balanced merge tree over `total` items, of the boundary between two adjacent runs.
fn boundary_power(base: usize, len: usize, next: usize, total: usize) -> u32 {
    let mut a = 2 * base + len;
    let mut b = a + len + next;
    let mut power = 0;
    loop {
        power += 1;
        if a >= total {
            a -= total;
            b -= total;
        } else if b >= total {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}
