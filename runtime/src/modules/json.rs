//! `json`: encoder, decoder, and the classes to derive from.
mod json_decode;
mod json_encode;

use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::object::{symbols as sym, Str, TypeInfo, Value};
use json_encode::Settings;

/// `json.JSONDecodeError`.
#[allow(non_upper_case_globals)]
pub static JSONDecodeError: TypeInfo = TypeInfo {
    module: "json.decoder",
    ..exc::class("JSONDecodeError", &exc::ValueError)
};

/// `json.dumps(obj, *, skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys)`.
pub fn dumps(args: Args) -> R<Value> {
    let [x] = args.plain() else {
        return Err(exc::TypeError.err("dumps() missing 1 required positional argument: 'obj'"));
    };
    let settings = settings_of(args)?;
    json_encode::encode(x, &settings).map(Value::from)
}

/// The settings of the keywords, through an encoder class when one is given.
fn settings_of(args: Args) -> R<Settings> {
    let mut settings = Settings::new();
    let mut class = None;
    let mut names = Vec::new();
    let mut values = Vec::new();
    for (name, value) in args.keywords() {
        if name == sym::cls {
            class = Some(value.clone()).filter(|c| !c.is_none());
        } else {
            settings.take(name, value)?;
            names.push(name);
            values.push(value.clone());
        }
    }
    if let Some(class) = class {
        let encoder = class.call_named(&values, &names)?;
        settings.default = Some(encoder.attr(sym::default)?);
    }
    Ok(settings)
}

/// `json.dump(obj, fp, **settings)`.
pub fn dump(args: Args) -> R<Value> {
    let [x, file] = args.plain() else {
        return Err(exc::TypeError.err("dump() missing 1 required positional argument: 'fp'"));
    };
    let text = json_encode::encode(x, &settings_of(args)?)?;
    file.call_method(sym::write, &[Value::from(text)])?;
    Ok(Value::None)
}

/// `json.loads(s, *, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook)`.
pub fn loads(args: Args) -> R<Value> {
    let [source] = args.plain() else {
        return Err(exc::TypeError.err("loads() missing 1 required positional argument: 's'"));
    };
    let text = match source.unwrapped().as_str() {
        Some(text) => text.clone(),
        None if matches!(source.type_name().as_str(), "bytes" | "bytearray") => {
            source.call_method(sym::decode, &[])?.to_str()?
        }
        None => {
            return Err(exc::TypeError.err(crate::join![
                "the JSON object must be str, bytes or bytearray, not ",
                source.type_name().as_str()
            ]))
        }
    };
    if text.bytes().starts_with(b"\xef\xbb\xbf") {
        return Err(json_decode::fault(
            "Unexpected UTF-8 BOM (decode using utf-8-sig)",
            &text,
            0,
        ));
    }
    json_decode::decode(&text, &json_decode::Hooks::of(args)?)
}

/// `json.load(fp, **settings)`.
pub fn load(args: Args) -> R<Value> {
    let [file] = args.plain() else {
        return Err(exc::TypeError.err("load() missing 1 required positional argument: 'fp'"));
    };
    let mut values = args.values.to_vec();
    values[0] = file.call_method(sym::read, &[])?;
    loads(Args {
        values: &values,
        names: args.names,
    })
}

/// `json.JSONEncoder`.
fn encoder_class() -> Value {
    let class = crate::modules::collections::native_class(
        "json.encoder",
        "JSONEncoder",
        crate::types::OBJECT.value(),
        &[
            (sym::__init__, |args| {
                let [this] = args.plain() else {
                    return Ok(Value::None);
                };
                for (name, value) in args.keywords() {
                    if name != sym::default || !value.is_none() {
                        this.set_attr(name, value.clone())?;
                    }
                }
                Ok(Value::None)
            }),
            (sym::default, |args| {
                let [_, x] = args.exactly::<2>("default")?;
                Err(json_encode::not_serialisable(x))
            }),
            (sym::encode, |args| {
                let [this, x] = args.exactly::<2>("encode")?;
                let mut settings = Settings::new();
                for name in [
                    sym::ensure_ascii,
                    sym::allow_nan,
                    sym::indent,
                    sym::separators,
                    sym::sort_keys,
                    sym::skipkeys,
                ] {
                    if let Ok(Some(value)) = this.find_attr(name) {
                        settings.take(name, &value)?;
                    }
                }
                settings.default = Some(this.attr(sym::default)?);
                json_encode::encode(x, &settings).map(Value::from)
            }),
        ],
    );
    class.unwrap_or(Value::None)
}

thread_local! {
    static ENCODER: Value = encoder_class();
    static MODULE: Value = Module::native("json", member, NAMES).value();
}

members! {
    values {
        JSONDecodeError "JSONDecodeError" super::JSONDecodeError.value();
        JSONEncoder "JSONEncoder" super::ENCODER.with(Clone::clone);
    }
    functions {
        dumps "dumps";
        dump "dump";
        loads "loads";
        load "load";
    }
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}

/// A one-piece text of static pieces and an owned middle.
fn text_of(pieces: &[&str]) -> Str {
    Str::from(pieces.concat())
}
