//! `time`. Local time is UTC, as it is inside the sandbox.
mod calendar_text;

use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::modules::struct_sequence::{Shape, StructSequence};
use crate::numbers;
use crate::object::{Class, Ref, Str, TypeInfo, Value};
use crate::seq::Tuple;
use calendar_text::Moment;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

pub use calendar_text::{asctime, ctime, strftime, strptime};

thread_local! {
    static START: Instant = Instant::now();
}

fn since_epoch() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// Since an arbitrary moment before the first call.
fn running() -> Duration {
    START.with(|start| start.elapsed()) + Duration::from_secs(1)
}

fn seconds(span: Duration) -> Value {
    Value::Float(span.as_secs_f64())
}

fn nanoseconds(span: Duration) -> Value {
    crate::int::Whole::from_i128(span.as_nanos() as i128).into()
}

/// `time.time()`.
pub fn time(args: Args) -> R<Value> {
    args.exactly::<0>("time.time").map(|_| seconds(since_epoch()))
}

/// `time.time_ns()`.
pub fn time_ns(args: Args) -> R<Value> {
    args.exactly::<0>("time.time_ns")
        .map(|_| nanoseconds(since_epoch()))
}

/// `time.perf_counter()`.
pub fn perf_counter(args: Args) -> R<Value> {
    args.exactly::<0>("time.perf_counter").map(|_| seconds(running()))
}

/// `time.perf_counter_ns()`.
pub fn perf_counter_ns(args: Args) -> R<Value> {
    args.exactly::<0>("time.perf_counter_ns")
        .map(|_| nanoseconds(running()))
}

pub use perf_counter as monotonic;
pub use perf_counter_ns as monotonic_ns;

/// The processor's time so far; where the system does not say, the time since the first call.
fn used() -> Duration {
    let known = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = known.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(running, Duration::from_nanos)
}

/// `time.process_time()`.
pub fn process_time(args: Args) -> R<Value> {
    args.exactly::<0>("time.process_time").map(|_| seconds(used()))
}

/// `time.process_time_ns()`.
pub fn process_time_ns(args: Args) -> R<Value> {
    args.exactly::<0>("time.process_time_ns")
        .map(|_| nanoseconds(used()))
}

pub use process_time as thread_time;

/// `time.sleep(seconds)`.
pub fn sleep(args: Args) -> R<Value> {
    let [span] = args.exactly::<1>("time.sleep")?;
    let Some(span) = numbers::float_value(span)? else {
        return Err(span.type_error("' object cannot be interpreted as an integer"));
    };
    if span.is_nan() {
        return Err(exc::ValueError.err("Invalid value NaN (not a number)"));
    }
    if span < 0.0 {
        return Err(exc::ValueError.err("sleep length must be non-negative"));
    }
    std::thread::sleep(Duration::try_from_secs_f64(span).unwrap_or(Duration::MAX));
    Ok(Value::None)
}

pub static STRUCT_TIME: TypeInfo = TypeInfo {
    module: "time",
    base: Some(&crate::seq::TUPLE),
    new: Some(struct_time_new),
    ..TypeInfo::plain("struct_time")
};

static SHAPE: Shape = Shape {
    info: &STRUCT_TIME,
    shown: "time.struct_time",
    fields: &[
        "tm_year",
        "tm_mon",
        "tm_mday",
        "tm_hour",
        "tm_min",
        "tm_sec",
        "tm_wday",
        "tm_yday",
        "tm_isdst",
        "tm_zone",
        "tm_gmtoff",
    ],
};

fn struct_time_new(_: &Ref<Class>, args: Args) -> R<Value> {
    let [items] = args.exactly::<1>("time.struct_time")?;
    let items = items.iter()?.collect()?;
    if items.len() < 9 {
        let given = numbers::int_text(items.len() as i64);
        return Err(exc::TypeError.err(crate::join![
            "time.struct_time() takes an at least 9-sequence (",
            &given,
            "-sequence given)"
        ]));
    }
    let (items, _) = items.split_at(9);
    Ok(StructSequence::value(
        &SHAPE,
        items.to_vec(),
        vec![Value::None, Value::None],
    ))
}

impl Moment {
    /// The struct_time; `dst` is -1 where nobody knows.
    fn value(&self, dst: i64) -> Value {
        let items = [
            self.year,
            self.month,
            self.day,
            self.hour,
            self.minute,
            self.second,
            self.weekday,
            self.yearday,
            dst,
        ];
        let hidden = vec![Value::from(Str::fixed("UTC")), Value::Int(0)];
        StructSequence::value(&SHAPE, items.iter().map(|v| Value::Int(*v)).collect(), hidden)
    }
}

/// The seconds that an optional argument gives, now when there is none.
fn moment_argument(args: Args, function: &str) -> R<i64> {
    match args.between(function, 0, 1)? {
        [] | [Value::None] => Ok(since_epoch().as_secs() as i64),
        [seconds, ..] => match numbers::float_value(seconds)? {
            Some(seconds) if seconds.is_finite() => Ok(seconds.floor() as i64),
            Some(_) => Err(exc::OverflowError.err("timestamp out of range for platform time_t")),
            None => Err(exc::TypeError.err(crate::join![
                "'",
                seconds.type_name().as_str(),
                "' object cannot be interpreted as an integer"
            ])),
        },
    }
}

/// `time.gmtime([seconds])`.
pub fn gmtime(args: Args) -> R<Value> {
    Ok(Moment::of(moment_argument(args, "gmtime")?).value(0))
}

pub use gmtime as localtime;

/// `time.mktime(tuple)`.
pub fn mktime(args: Args) -> R<Value> {
    let [tuple] = args.exactly::<1>("time.mktime")?;
    Ok(Value::Float(Moment::from_tuple(tuple)?.seconds() as f64))
}

members! {
    values {
        struct_time "struct_time" STRUCT_TIME.value();
        timezone "timezone" Value::Int(0);
        altzone "altzone" Value::Int(0);
        daylight "daylight" Value::Int(0);
        tzname "tzname" Tuple::value(vec![crate::lit!("UTC"), crate::lit!("UTC")]);
    }
    functions {
        time "time";
        time_ns "time_ns";
        perf_counter "perf_counter";
        perf_counter_ns "perf_counter_ns";
        monotonic "monotonic";
        monotonic_ns "monotonic_ns";
        process_time "process_time";
        process_time_ns "process_time_ns";
        thread_time "thread_time";
        sleep "sleep";
        gmtime "gmtime";
        localtime "localtime";
        mktime "mktime";
        strftime "strftime";
        strptime "strptime";
        asctime "asctime";
        ctime "ctime";
    }
}

thread_local! {
    static MODULE: Value = Module::native("time", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
