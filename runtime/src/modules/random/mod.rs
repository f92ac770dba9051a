//! `random`: the Mersenne Twister with CPython's seeding and its exact use of the bits.
mod sha512;
mod twister;

use crate::call::{Args, BoundMethod, Module};
use crate::error::{exc, R};
use crate::int::{Whole, WholeRef};
use crate::object::{symbols as sym, Class, Method, PyObject, Ref, Sym, TypeInfo, Value};
use crate::seq::List;
use std::cell::RefCell;
use twister::Twister;

/// `random.Random`.
pub struct Random {
    state: RefCell<Twister>,
    /// The second value of the last `gauss` pair.
    gauss_next: RefCell<Option<f64>>,
}

pub static RANDOM: TypeInfo = TypeInfo {
    module: "random",
    new: Some(Random::create),
    method: random_method,
    subclassable: true,
    ..TypeInfo::plain("Random")
};

impl PyObject for Random {
    const TYPE: &'static TypeInfo = &RANDOM;
}

impl Random {
    fn create(_: &Ref<Class>, args: Args) -> R<Value> {
        let [seed] = args.bind("Random", [sym::x], 0, 0, 1)?;
        let random = Random {
            state: RefCell::new(Twister::new()),
            gauss_next: RefCell::new(None),
        };
        random.seed(seed.unwrap_or(&Value::None))?;
        Ok(Ref::new(random).value())
    }

    fn seed(&self, seed: &Value) -> R<()> {
        *self.gauss_next.borrow_mut() = None;
        let words = match seed {
            Value::None => {
                let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
                let nanos = now.map_or(0, |d| d.as_nanos());
                vec![nanos as u32, (nanos >> 32) as u32, (nanos >> 64) as u32]
            }
            Value::Float(_) => words_of(&Value::Int(seed.hash()?))?,
            seed => match crate::numbers::int_ref(seed) {
                Some(_) => words_of(seed)?,
                None => match text_of(seed)? {
                    Some(text) => {
                        // The bytes, then their SHA-512, as one big-endian number.
                        let mut number = text.clone();
                        number.extend_from_slice(&sha512::digest(&text));
                        words_of(&Value::from(crate::int::from_bytes(&number, false, false)))?
                    }
                    None => {
                        return Err(exc::TypeError.err(
                        "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.",
                    ));
                    }
                },
            },
        };
        self.state.borrow_mut().seed(&words);
        Ok(())
    }

    fn random(&self) -> f64 {
        self.state.borrow_mut().next_f64()
    }

    /// A uniform int in [0, n), n > 0.
    fn below(&self, n: u64) -> u64 {
        let bits = 64 - n.leading_zeros();
        loop {
            let r = self.state.borrow_mut().bits64(bits);
            if r < n {
                return r;
            }
        }
    }

    /// `getrandbits(k)` as a Value.
    fn bits(&self, k: u64) -> Value {
        if k <= 63 {
            return Value::Int(self.state.borrow_mut().bits64(k as u32) as i64);
        }
        let mut bytes = Vec::with_capacity((k as usize).div_ceil(8));
        let mut left = k;
        while left > 0 {
            let take = left.min(32) as u32;
            let mut word = self.state.borrow_mut().next_u32();
            if take < 32 {
                word >>= 32 - take;
            }
            bytes.extend_from_slice(&word.to_le_bytes());
            left -= u64::from(take);
        }
        Value::from(crate::int::from_bytes(&bytes, true, false))
    }

    /// A uniform int in [0, n) for any n > 0.
    fn below_value(&self, n: &Value) -> R<Value> {
        if let Value::Int(n) = n {
            return Ok(Value::Int(self.below(*n as u64) as i64));
        }
        let k = crate::int::bit_length(whole(n)?);
        loop {
            let r = self.bits(k);
            if r.is_lt(n)? {
                return Ok(r);
            }
        }
    }

    fn randrange(&self, start: &Value, stop: Option<&Value>, step: &Value) -> R<Value> {
        let zero = Value::Int(0);
        let Some(stop) = stop else {
            if start.is_le(&zero)? {
                return Err(exc::ValueError.err("empty range for randrange()"));
            }
            return self.below_value(start);
        };
        let width = stop.sub(start)?;
        if let Value::Int(1) = step {
            if width.is_le(&zero)? {
                let text = [start.to_str()?, stop.to_str()?, width.to_str()?];
                return Err(exc::ValueError.err(crate::join![
                    "empty range for randrange() (",
                    text[0].as_str(),
                    ", ",
                    text[1].as_str(),
                    ", ",
                    text[2].as_str(),
                    ")"
                ]));
            }
            return start.add(&self.below_value(&width)?);
        }
        let one = Value::Int(1);
        let count = if step.is_gt(&zero)? {
            width.add(step)?.sub(&one)?.floordiv(step)?
        } else if step.is_lt(&zero)? {
            width.add(step)?.add(&one)?.floordiv(step)?
        } else {
            return Err(exc::ValueError.err("zero step for randrange()"));
        };
        if count.is_le(&zero)? {
            return Err(exc::ValueError.err("empty range for randrange()"));
        }
        start.add(&step.mul(&self.below_value(&count)?)?)
    }

    fn gauss(&self, mu: f64, sigma: f64) -> f64 {
        let next = self.gauss_next.borrow_mut().take();
        let z = next.unwrap_or_else(|| {
            let x2pi = self.random() * std::f64::consts::TAU;
            let g2rad = (-2.0 * (1.0 - self.random()).ln()).sqrt();
            *self.gauss_next.borrow_mut() = Some(x2pi.sin() * g2rad);
            x2pi.cos() * g2rad
        });
        mu + z * sigma
    }

    fn normal(&self, mu: f64, sigma: f64) -> f64 {
        let magic = 4.0 * (-0.5f64).exp() / 2.0f64.sqrt();
        loop {
            let u1 = self.random();
            let u2 = 1.0 - self.random();
            let z = magic * (u1 - 0.5) / u2;
            if z * z / 4.0 <= -u2.ln() {
                return mu + z * sigma;
            }
        }
    }

    /// `sample(population, k)`: the two algorithms of CPython, chosen by the same sizes.
    fn sample(&self, population: Vec<Value>, k: i64) -> R<Value> {
        let n = population.len();
        if k < 0 || k as usize > n {
            return Err(exc::ValueError.err("Sample larger than population or is negative"));
        }
        let k = k as usize;
        let mut set_size = 21.0;
        if k > 5 {
            set_size += 4f64.powf((((k * 3) as f64).ln() / 4f64.ln()).ceil());
        }
        let mut result = Vec::with_capacity(k);
        if n as f64 <= set_size {
            let mut pool = population;
            for i in 0..k {
                let j = self.below((n - i) as u64) as usize;
                result.push(pool[j].clone());
                pool[j] = pool[n - i - 1].clone();
            }
        } else {
            let mut chosen = std::collections::BTreeSet::new();
            for _ in 0..k {
                let mut j = self.below(n as u64) as usize;
                while !chosen.insert(j) {
                    j = self.below(n as u64) as usize;
                }
                result.push(population[j].clone());
            }
        }
        Ok(List::value(result))
    }

    fn choices(
        &self,
        population: &Value,
        weights: Option<&Value>,
        cumulative: Option<&Value>,
        k: i64,
    ) -> R<Value> {
        let n = population.len()?;
        let sums = match (weights, cumulative) {
            (Some(_), Some(_)) => {
                return Err(exc::TypeError.err("Cannot specify both weights and cumulative weights"));
            }
            (None, None) => {
                let mut result = Vec::new();
                for _ in 0..k {
                    let at = (self.random() * n as f64).floor() as i64;
                    result.push(population.get_item(&Value::Int(at))?);
                }
                return Ok(List::value(result));
            }
            (Some(weights), None) => {
                let mut sums: Vec<Value> = Vec::new();
                let mut iter = weights.iter()?;
                while let Some(weight) = iter.next()? {
                    let sum = sums.last().map_or(Ok(weight.clone()), |last| last.add(&weight))?;
                    sums.push(sum);
                }
                sums
            }
            (None, Some(cumulative)) => cumulative.iter()?.collect()?,
        };
        if sums.len() != n {
            return Err(exc::ValueError.err("The number of weights does not match the population"));
        }
        let total = match sums.last() {
            Some(last) => float(last)? + 0.0,
            None => return Err(exc::IndexError.err("list index out of range")),
        };
        if total <= 0.0 {
            return Err(exc::ValueError.err("Total of weights must be greater than zero"));
        }
        if !total.is_finite() {
            return Err(exc::ValueError.err("Total of weights must be finite"));
        }
        let sums = sums.iter().map(float).collect::<R<Vec<f64>>>()?;
        let mut result = Vec::new();
        for _ in 0..k {
            let x = self.random() * total;
            let at = sums[..n - 1].partition_point(|sum| *sum <= x);
            result.push(population.get_item(&Value::Int(at as i64))?);
        }
        Ok(List::value(result))
    }
}

fn whole(x: &Value) -> R<WholeRef<'_>> {
    crate::numbers::int_ref(x).ok_or_else(|| x.type_error("' object cannot be interpreted as an integer"))
}

/// A bound of `randrange`: an int, or a number that equals one.
fn range_arg(x: &Value, text: &str) -> R<Value> {
    match crate::numbers::index_value(x) {
        Err(e) if e.is(&exc::TypeError) => {
            let whole = crate::builtins::value::int().call(&[x.clone()])?;
            if whole.is_eq(x)? {
                Ok(whole)
            } else {
                Err(exc::ValueError.err(text))
            }
        }
        result => result,
    }
}

/// The bytes of a seed that is text; None: it is not.
fn text_of(seed: &Value) -> R<Option<Vec<u8>>> {
    let plain = seed.unwrapped();
    if let Some(text) = plain.as_str() {
        return Ok(Some(text.bytes().to_vec()));
    }
    if !matches!(plain.type_name().as_str(), "bytes" | "bytearray") {
        return Ok(None);
    }
    let items = plain.iter()?.collect()?;
    items
        .iter()
        .map(|item| crate::numbers::index(item).map(|b| b as u8))
        .collect::<R<Vec<u8>>>()
        .map(Some)
}

/// The 32-bit words of |seed|, lowest first, at least one.
fn words_of(seed: &Value) -> R<Vec<u32>> {
    let number = whole(seed)?;
    let positive: Whole = if number.is_negative() {
        crate::int::neg(number)
    } else {
        number.to_whole()
    };
    let length = (crate::int::bit_length(positive.by_ref()) as usize)
        .div_ceil(32)
        .max(1)
        * 4;
    let bytes = crate::int::to_bytes(positive.by_ref(), length, true, false).unwrap_or_default();
    Ok(bytes
        .chunks(4)
        .map(|c| u32::from_le_bytes([c[0], c[1], c[2], c[3]]))
        .collect())
}

fn float(x: &Value) -> R<f64> {
    match crate::numbers::float_value(x)? {
        Some(v) => Ok(v),
        None => Err(exc::TypeError.err(crate::join!["must be real number, not ", x.type_name().as_str()])),
    }
}

fn floats<const N: usize>(args: &Args, function: &str, names: [Sym; N], defaults: [f64; N]) -> R<[f64; N]> {
    let given = args.bind(function, names, 0, 0, N)?;
    let mut result = defaults;
    for (slot, value) in result.iter_mut().zip(given) {
        if let Some(value) = value {
            *slot = float(value)?;
        }
    }
    Ok(result)
}

fn this_random(this: &Value) -> R<Ref<Random>> {
    let inner = this.unwrapped();
    inner
        .cast::<Random>()
        .cloned()
        .ok_or_else(|| this.type_error("' object is no Random"))
}

/// Every method, under its name: `name args body`.
macro_rules! methods {
    ($($name:ident $text:literal ($random:ident, $args:ident) $body:block)*) => {
        fn random_method(name: Sym) -> Option<Method> {
            match name.text() {
                $($text => Some(|this, $args| { let $random = this_random(this)?; $body }),)*
                _ => None,
            }
        }

        $(pub fn $name(args: Args) -> R<Value> {
            let random = shared();
            match random_method(sym_of($text)) {
                Some(method) => method(&random, args),
                None => Ok(Value::None),
            }
        })*
    };
}

fn sym_of(name: &str) -> Sym {
    Sym::intern(name)
}

methods! {
    seed "seed" (random, args) {
        let [seed, _version] = args.bind("seed", [sym::a, sym::version], 0, 0, 2)?;
        random.seed(seed.unwrap_or(&Value::None))?;
        Ok(Value::None)
    }
    random "random" (random, args) {
        args.exactly::<0>("random")?;
        Ok(Value::Float(random.random()))
    }
    getrandbits "getrandbits" (random, args) {
        let [k] = args.exactly::<1>("getrandbits")?;
        match crate::numbers::index(k)? {
            k if k < 0 => Err(exc::ValueError.err("number of bits must be non-negative")),
            k => Ok(random.bits(k as u64)),
        }
    }
    randrange "randrange" (random, args) {
        let [start, stop, step] = args.bind("randrange", [sym::start, sym::stop, sym::step], 1, 0, 3)?;
        let start = range_arg(start.unwrap_or(&Value::None), "non-integer arg 1 for randrange()")?;
        let stop = stop.filter(|s| !s.is_none()).map(|s| range_arg(s, "non-integer stop for randrange()")).transpose()?;
        let step = step.map_or(Ok(Value::Int(1)), |s| range_arg(s, "non-integer step for randrange()"))?;
        random.randrange(&start, stop.as_ref(), &step)
    }
    randint "randint" (random, args) {
        let [a, b] = args.bind("randint", [sym::a, sym::b], 2, 0, 2)?;
        let a = range_arg(a.unwrap_or(&Value::None), "non-integer arg 1 for randrange()")?;
        let stop = b.unwrap_or(&Value::None).add(&Value::Int(1))?;
        let stop = range_arg(&stop, "non-integer stop for randrange()")?;
        random.randrange(&a, Some(&stop), &Value::Int(1))
    }
    choice "choice" (random, args) {
        let [seq] = args.bind("choice", [sym::seq], 1, 0, 1)?;
        let seq = seq.unwrap_or(&Value::None);
        let len = seq.len()?;
        if len == 0 {
            return Err(exc::IndexError.err("Cannot choose from an empty sequence"));
        }
        seq.get_item(&Value::Int(random.below(len as u64) as i64))
    }
    choices "choices" (random, args) {
        let names = [sym::population, sym::weights, sym::cum_weights, sym::k];
        let [population, weights, cumulative, k] = args.bind("choices", names, 1, 0, 2)?;
        let given = |v: Option<&'_ Value>| v.filter(|v| !v.is_none()).cloned();
        let (weights, cumulative) = (given(weights), given(cumulative));
        let k = k.map_or(Ok(1), crate::numbers::index)?;
        random.choices(population.unwrap_or(&Value::None), weights.as_ref(), cumulative.as_ref(), k)
    }
    shuffle "shuffle" (random, args) {
        let [x] = args.bind("shuffle", [sym::x], 1, 0, 1)?;
        let x = x.unwrap_or(&Value::None);
        for i in (1..x.len()?).rev() {
            let j = random.below(i as u64 + 1) as i64;
            let (i, j) = (Value::Int(i as i64), Value::Int(j));
            let (a, b) = (x.get_item(&j)?, x.get_item(&i)?);
            x.set_item(&i, a)?;
            x.set_item(&j, b)?;
        }
        Ok(Value::None)
    }
    sample "sample" (random, args) {
        let [population, k, counts] = args.bind("sample", [sym::population, sym::k, sym::counts], 2, 0, 2)?;
        let population = population.unwrap_or(&Value::None);
        let sequence = crate::modules::collections_abc::value::Sequence();
        if !crate::builtins::is_instance(population, &sequence)? {
            return Err(exc::TypeError.err(
                "Population must be a sequence.  For dicts or sets, use sorted(d).",
            ));
        }
        let mut items = population.iter()?.collect()?;
        if let Some(counts) = counts.filter(|c| !c.is_none()) {
            let mut repeated = Vec::new();
            let mut iter = counts.iter()?;
            for item in items {
                let count = iter.next()?.map_or(Ok(0), |c| crate::numbers::index(&c))?;
                repeated.extend((0..count).map(|_| item.clone()));
            }
            items = repeated;
        }
        random.sample(items, crate::numbers::index(k.unwrap_or(&Value::None))?)
    }
    uniform "uniform" (random, args) {
        let [a, b] = args.bind("uniform", [sym::a, sym::b], 2, 0, 2)?;
        let (a, b) = (float(a.unwrap_or(&Value::None))?, float(b.unwrap_or(&Value::None))?);
        Ok(Value::Float(a + (b - a) * random.random()))
    }
    triangular "triangular" (random, args) {
        let [low, high, mode] = args.bind("triangular", [sym::low, sym::high, sym::mode], 0, 0, 3)?;
        let mut low = low.map_or(Ok(0.0), float)?;
        let mut high = high.map_or(Ok(1.0), float)?;
        let mut u = random.random();
        let mut c = match mode.filter(|m| !m.is_none()) {
            None => 0.5,
            Some(_) if high == low => return Ok(Value::Float(low)),
            Some(mode) => (float(mode)? - low) / (high - low),
        };
        if u > c {
            u = 1.0 - u;
            c = 1.0 - c;
            std::mem::swap(&mut low, &mut high);
        }
        Ok(Value::Float(low + (high - low) * (u * c).sqrt()))
    }
    gauss "gauss" (random, args) {
        let [mu, sigma] = floats(&args, "gauss", [sym::mu, sym::sigma], [0.0, 1.0])?;
        Ok(Value::Float(random.gauss(mu, sigma)))
    }
    normalvariate "normalvariate" (random, args) {
        let [mu, sigma] = floats(&args, "normalvariate", [sym::mu, sym::sigma], [0.0, 1.0])?;
        Ok(Value::Float(random.normal(mu, sigma)))
    }
    lognormvariate "lognormvariate" (random, args) {
        let [mu, sigma] = floats(&args, "lognormvariate", [sym::mu, sym::sigma], [0.0, 1.0])?;
        Ok(Value::Float(random.normal(mu, sigma).exp()))
    }
    expovariate "expovariate" (random, args) {
        let [lambd] = floats(&args, "expovariate", [sym::lambd], [1.0])?;
        Ok(Value::Float(-(1.0 - random.random()).ln() / lambd))
    }
    paretovariate "paretovariate" (random, args) {
        let [alpha] = floats(&args, "paretovariate", [sym::alpha], [1.0])?;
        Ok(Value::Float((1.0 - random.random()).powf(-1.0 / alpha)))
    }
    weibullvariate "weibullvariate" (random, args) {
        let [alpha, beta] = floats(&args, "weibullvariate", [sym::alpha, sym::beta], [1.0, 1.0])?;
        Ok(Value::Float(alpha * (-(1.0 - random.random()).ln()).powf(1.0 / beta)))
    }
    getstate "getstate" (random, args) {
        args.exactly::<0>("getstate")?;
        let words = random.state.borrow().words().into_iter().map(|w| Value::Int(i64::from(w)));
        let next = random.gauss_next.borrow().map_or(Value::None, Value::Float);
        Ok(crate::object::tuple_of([Value::Int(3), crate::object::tuple_of(words), next].into_iter()))
    }
    setstate "setstate" (random, args) {
        let [state] = args.exactly::<1>("setstate")?;
        let words = state.get_item(&Value::Int(1))?.iter()?.collect()?;
        let words = words.iter().map(|w| crate::numbers::index(w).map(|w| w as u32)).collect::<R<Vec<u32>>>()?;
        let next = state.get_item(&Value::Int(2))?;
        *random.gauss_next.borrow_mut() = crate::numbers::float_value(&next)?;
        if !random.state.borrow_mut().restore(&words) {
            return Err(exc::ValueError.err("invalid state"));
        }
        Ok(Value::None)
    }
}

thread_local! {
    static SHARED: RefCell<Option<Value>> = const { RefCell::new(None) };
    static MODULE: Value = Module::native("random", member, &[]).value();
}

/// The generator behind the module's functions, seeded from the clock on first use.
fn shared() -> Value {
    let known = SHARED.with_borrow(Clone::clone);
    known.unwrap_or_else(|| {
        let twister = Random {
            state: RefCell::new(Twister::new()),
            gauss_next: RefCell::new(None),
        };
        let _ = twister.seed(&Value::None);
        let value = Ref::new(twister).value();
        SHARED.set(Some(value.clone()));
        value
    })
}

pub fn member(name: Sym) -> Option<Value> {
    if name.text() == "Random" {
        return Some(RANDOM.value());
    }
    random_method(name).map(|method| BoundMethod::builtin(&shared(), name, method).value())
}

/// Classes as values.
pub mod value {
    #[allow(non_snake_case)]
    pub fn Random() -> crate::Value {
        super::RANDOM.value()
    }
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
