//! `id`, `hash`, `exit`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::Value;

/// `hash(x)`.
pub fn hash(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("hash")?;
    x.hash().map(Value::Int)
}

/// `id(x)`.
pub fn id(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("id")?;
    Ok(Value::Int(identity(x)))
}

/// A number that is the same for two values exactly when `is` holds between them.
pub(super) fn identity(x: &Value) -> i64 {
    // Objects have addresses; the others lie far above those, apart by kind.
    const INLINE: i64 = 1 << 56;
    let mixed =
        |kind: i64, bits: u64| INLINE + (kind << 52) + ((bits ^ bits >> 48) as i64 & ((1 << 48) - 1)) * 16;
    match x {
        Value::Obj(object) => object.address() as i64,
        Value::Int(v) => mixed(1, *v as u64),
        Value::Float(v) => mixed(2, v.to_bits()),
        Value::Bool(v) => INLINE + 32 * i64::from(*v),
        Value::None | Value::Unset => INLINE + 64,
        Value::NotImplemented => INLINE + 96,
        Value::Ellipsis => INLINE + 128,
    }
}

/// `exit(code=None)` and `quit(code=None)`.
pub fn exit(args: Args) -> R<Value> {
    let code = args
        .between("exit", 0, 1)?
        .first()
        .cloned()
        .unwrap_or(Value::None);
    Err(exc::SystemExit.err_with(vec![code]))
}
