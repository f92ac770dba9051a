//! `repr`, `ascii`, `format`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::{Str, Value};
use crate::strings;

/// `repr(x)`.
pub fn repr(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("repr")?;
    x.repr().map(Value::from)
}

/// `ascii(x)`.
pub fn ascii(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("ascii")?;
    strings::ascii(x).map(Value::from)
}

/// `format(x, spec='')`.
pub fn format(args: Args) -> R<Value> {
    match args.between("format", 1, 2)? {
        [x] => x.format(&Str::fixed("")).map(Value::from),
        given => match given[1].unwrapped().as_str() {
            Some(spec) => given[0].format(spec).map(Value::from),
            None => Err(exc::TypeError.err(crate::join![
                "format() argument 2 must be str, not ",
                given[1].type_name().as_str()
            ])),
        },
    }
}
