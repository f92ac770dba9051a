//! What single exception classes add to the others: constructors' checks, attributes of their own, texts.
use crate::call::Args;
use crate::error::object::Exc;
use crate::error::{exc, PyErr, R};
use crate::object::{symbols as sym, Ref, Str, Sym, TypeInfo, Value};
use crate::strings;

/// The class that `Class(*args)` really makes: OSError is told apart by its number, groups by their members.
pub(super) fn real_class(info: &'static TypeInfo, args: &[Value]) -> &'static TypeInfo {
    if info.id == exc::OSError.id && (2..=5).contains(&args.len()) {
        if let Value::Int(number) = args[0] {
            return crate::program::error_class(number);
        }
    }
    if info.id == exc::BaseExceptionGroup.id {
        let plain = |e: &Value| {
            e.cast::<Exc>()
                .is_some_and(|e| e.info().has_base(exc::Exception.id))
        };
        if let Some(Ok(iter)) = args.get(1).map(Value::iter) {
            if iter.collect().is_ok_and(|all| all.iter().all(plain)) {
                return &exc::ExceptionGroup;
            }
        }
    }
    info
}

/// Checks arguments where the class does so before `__init__`.
pub(super) fn check_new(info: &'static TypeInfo, args: &[Value]) -> R<()> {
    if info.has_base(exc::BaseExceptionGroup.id) {
        return crate::error::exception_group::check(info, args);
    }
    Ok(())
}

/// The keywords that a class's constructor accepts.
fn keywords(info: &'static TypeInfo) -> &'static [Sym] {
    if info.has_base(exc::ImportError.id) {
        &[sym::name, sym::path]
    } else if info.has_base(exc::AttributeError.id) {
        &[sym::name, sym::obj]
    } else if info.has_base(exc::NameError.id) {
        &[sym::name]
    } else {
        &[]
    }
}

#[cold]
fn must_be_str(position: &str, x: &Value) -> PyErr {
    exc::TypeError.err(crate::join![
        "argument ",
        position,
        " must be str, not ",
        x.type_name().as_str()
    ])
}

/// `Class.__init__`: what the arguments mean beyond `args`. Answers the value of `args`.
pub(super) fn init(object: &Ref<Exc>, args: Args) -> R<Vec<Value>> {
    let info = object.info();
    let known = keywords(info);
    for (name, value) in args.keywords() {
        if known.is_empty() {
            return Err(exc::TypeError.err(crate::join![info.name, "() takes no keyword arguments"]));
        }
        if !known.contains(&name) {
            return Err(exc::TypeError.err(crate::join![
                "'",
                name.text(),
                "' is an invalid keyword argument for ",
                info.name,
                "()"
            ]));
        }
        object.extra.set(name, value.clone());
    }
    let plain = args.plain();
    let mut own = plain.to_vec();
    let at = |i: usize| plain.get(i).cloned().unwrap_or(Value::None);
    if info.has_base(exc::OSError.id) && (2..=5).contains(&plain.len()) {
        object.extra.set(sym::errno, at(0));
        object.extra.set(sym::strerror, at(1));
        if plain.len() > 2 {
            if info.id == exc::BlockingIOError.id && matches!(plain[2], Value::Int(_)) {
                object.extra.set(sym::characters_written, at(2));
            } else {
                object.extra.set(sym::filename, at(2));
                own.truncate(2);
            }
        }
        if plain.len() == 5 {
            object.extra.set(sym::filename2, at(4));
        }
    } else if info.has_base(exc::StopIteration.id) {
        object.extra.set(sym::value, at(0));
    } else if info.has_base(exc::SystemExit.id) {
        let code = match plain {
            [] => Value::None,
            [one] => one.clone(),
            more => crate::object::tuple_of(more.iter().cloned()),
        };
        object.extra.set(sym::code, code);
    } else if info.has_base(exc::ImportError.id) {
        object
            .extra
            .set(sym::msg, if plain.len() == 1 { at(0) } else { Value::None });
    } else if info.has_base(exc::SyntaxError.id) {
        init_syntax(object, plain)?;
    } else if is_codec(info) {
        init_codec(object, plain)?;
    } else if info.has_base(exc::BaseExceptionGroup.id) && plain.len() == 2 {
        object.extra.set(sym::message, at(0));
        let members = plain[1].iter()?.collect()?;
        object
            .extra
            .set(sym::exceptions, crate::object::tuple_of(members.into_iter()));
    }
    Ok(own)
}

/// An attribute that `init` would have made, of an exception that the runtime raised: its arguments are a text, or an
/// error number and a text.
pub(super) fn own_field(info: &'static TypeInfo, args: &[Value], name: Sym) -> Option<Value> {
    let at = match name {
        sym::errno if info.has_base(exc::OSError.id) => 0,
        sym::strerror if info.has_base(exc::OSError.id) => 1,
        sym::encoding if info.id == exc::UnicodeEncodeError.id => 0,
        sym::object if info.id == exc::UnicodeEncodeError.id => 1,
        sym::start if info.id == exc::UnicodeEncodeError.id => 2,
        sym::end if info.id == exc::UnicodeEncodeError.id => 3,
        sym::reason if info.id == exc::UnicodeEncodeError.id => 4,
        sym::value if info.has_base(exc::StopIteration.id) => 0,
        sym::code if info.has_base(exc::SystemExit.id) => 0,
        sym::msg if info.has_base(exc::ImportError.id) || info.has_base(exc::SyntaxError.id) => 0,
        _ => return None,
    };
    if info.has_base(exc::OSError.id) && args.len() != 2 {
        return None;
    }
    args.get(at).cloned()
}

fn init_syntax(object: &Ref<Exc>, plain: &[Value]) -> R<()> {
    object
        .extra
        .set(sym::msg, plain.first().cloned().unwrap_or(Value::None));
    if let [_, place] = plain {
        let names = [
            sym::filename,
            sym::lineno,
            sym::offset,
            sym::text,
            sym::end_lineno,
            sym::end_offset,
        ];
        for (name, value) in names.into_iter().zip(place.iter()?.collect()?) {
            object.extra.set(name, value);
        }
    }
    Ok(())
}

fn is_codec(info: &'static TypeInfo) -> bool {
    info.has_base(exc::UnicodeDecodeError.id) || info.has_base(exc::UnicodeEncodeError.id)
}

fn init_codec(object: &Ref<Exc>, plain: &[Value]) -> R<()> {
    let [encoding, source, start, end, reason] = plain else {
        let given = crate::numbers::int_text(plain.len() as i64);
        return Err(exc::TypeError.err(crate::join![
            "function takes exactly 5 arguments (",
            &given,
            " given)"
        ]));
    };
    if encoding.as_str().is_none() {
        return Err(must_be_str("1", encoding));
    }
    let decoding = object.info().has_base(exc::UnicodeDecodeError.id);
    if decoding && strings::bytes_of(source).is_none() {
        return Err(exc::TypeError.err(crate::join![
            "a bytes-like object is required, not '",
            source.type_name().as_str(),
            "'"
        ]));
    }
    if !decoding && source.as_str().is_none() {
        return Err(must_be_str("2", source));
    }
    if reason.as_str().is_none() {
        return Err(must_be_str("5", reason));
    }
    for (name, value) in [
        (sym::encoding, encoding),
        (sym::object, source),
        (sym::start, start),
        (sym::end, end),
        (sym::reason, reason),
    ] {
        object.extra.set(name, value.clone());
    }
    Ok(())
}

/// Attributes that a class always has, None until something sets them.
pub(super) fn absent(info: &'static TypeInfo, name: Sym) -> Option<Value> {
    let class: &'static TypeInfo = match name {
        sym::errno | sym::strerror | sym::filename2 => &exc::OSError,
        sym::filename if info.has_base(exc::OSError.id) => &exc::OSError,
        sym::value => &exc::StopIteration,
        sym::code => &exc::SystemExit,
        sym::path => &exc::ImportError,
        sym::obj => &exc::AttributeError,
        sym::name => {
            let named = [exc::ImportError.id, exc::AttributeError.id, exc::NameError.id];
            return named.iter().any(|id| info.has_base(*id)).then_some(Value::None);
        }
        sym::msg if info.has_base(exc::ImportError.id) => &exc::ImportError,
        sym::msg
        | sym::filename
        | sym::lineno
        | sym::offset
        | sym::text
        | sym::end_lineno
        | sym::end_offset
        | sym::print_file_and_line => &exc::SyntaxError,
        _ => return None,
    };
    info.has_base(class.id).then_some(Value::None)
}

/// True for the attributes that live beside the object's `__dict__`.
pub(super) fn is_own_field(object: &Exc, name: Sym) -> bool {
    object.extra(name).is_some() || absent(object.info(), name).is_some()
}

/// `str(e)` where the class words it; None: by the arguments.
pub(super) fn text(object: &Exc) -> R<Option<Str>> {
    let info = object.info();
    let field = |name: Sym| object.extra(name).filter(|v| !v.is_none());
    if info.has_base(exc::OSError.id) {
        let (Some(number), Some(text)) = (object.extra(sym::errno), object.extra(sym::strerror)) else {
            return Ok(None);
        };
        let number = number.to_str()?;
        let text = text.to_str()?;
        let mut line = crate::join!["[Errno ", number.as_str(), "] ", text.as_str()];
        if let Some(file) = field(sym::filename) {
            line = crate::join![&line, ": ", file.repr()?.as_str()];
            if let Some(second) = field(sym::filename2) {
                line = crate::join![&line, " -> ", second.repr()?.as_str()];
            }
        }
        return Ok(Some(Str::from(line)));
    }
    if info.has_base(exc::KeyError.id) {
        return match object.args().as_slice() {
            [key] => key.repr().map(Some),
            _ => Ok(None),
        };
    }
    if info.has_base(exc::ImportError.id) {
        return Ok(field(sym::msg).and_then(|msg| msg.as_str().cloned()));
    }
    if info.has_base(exc::SyntaxError.id) {
        return syntax_text(object).map(Some);
    }
    if is_codec(info) {
        return codec_text(object).map(Some);
    }
    if info.has_base(exc::BaseExceptionGroup.id) {
        let message = field(sym::message).unwrap_or(Value::None).to_str()?;
        let count = object.extra(sym::exceptions).map_or(Ok(0), |all| all.len())?;
        let plural = if count == 1 { ")" } else { "s)" };
        let count = crate::numbers::int_text(count as i64);
        return Ok(Some(Str::from(crate::join![
            message.as_str(),
            " (",
            &count,
            " sub-exception",
            plural
        ])));
    }
    Ok(None)
}

/// `str(e)` of an exception that the runtime raised.
pub(super) fn own_text(object: &Exc) -> String {
    let args = object.args.borrow();
    match args.as_slice() {
        [Value::Int(number), text] => {
            let text = text.as_str().map_or("", |text| text.as_str());
            let number = crate::numbers::int_text(*number);
            if object.info().has_base(exc::OSError.id) {
                crate::join!["[Errno ", &number, "] ", text]
            } else {
                crate::join!["(", &number, ", '", text, "')"]
            }
        }
        [encoding, source, Value::Int(start), Value::Int(end), reason] => {
            let (Some(encoding), Some(source), Some(reason)) =
                (encoding.as_str(), source.as_str(), reason.as_str())
            else {
                return String::new();
            };
            let (start, end) = (*start as usize, *end as usize);
            crate::text::encode_message(
                strings::text(source),
                encoding.as_str(),
                start,
                end,
                reason.as_str(),
            )
        }
        [text, ..] => text.as_str().map_or("", |text| text.as_str()).to_string(),
        [] => String::new(),
    }
}

fn syntax_text(object: &Exc) -> R<Str> {
    let field = |name: Sym| object.extra(name).filter(|v| !v.is_none());
    let msg = object.extra(sym::msg).unwrap_or(Value::None).to_str()?;
    let file = field(sym::filename).and_then(|f| f.as_str().cloned());
    let file = file
        .as_ref()
        .map(|f| f.as_str().rsplit('/').next().unwrap_or_default());
    let line = match field(sym::lineno) {
        Some(line @ Value::Int(_)) => Some(line.to_str()?),
        _ => None,
    };
    Ok(match (file, line) {
        (Some(file), Some(line)) => Str::from(crate::join![
            msg.as_str(),
            " (",
            file,
            ", line ",
            line.as_str(),
            ")"
        ]),
        (Some(file), None) => Str::from(crate::join![msg.as_str(), " (", file, ")"]),
        (None, Some(line)) => Str::from(crate::join![msg.as_str(), " (line ", line.as_str(), ")"]),
        (None, None) => msg,
    })
}

fn codec_text(object: &Exc) -> R<Str> {
    let field = |name: Sym| object.extra(name).unwrap_or(Value::None);
    let place = |name: Sym| match field(name) {
        Value::Int(v) => usize::try_from(v).unwrap_or(0),
        _ => 0,
    };
    let encoding = field(sym::encoding).to_str()?;
    let reason = field(sym::reason).to_str()?;
    let source = field(sym::object);
    let (start, end) = (place(sym::start), place(sym::end));
    let (encoding, reason) = (encoding.as_str(), reason.as_str());
    Ok(Str::from(match source.as_str() {
        Some(source) => crate::text::encode_message(strings::text(source), encoding, start, end, reason),
        None => {
            let bytes = strings::bytes_of(&source).unwrap_or_default();
            crate::text::decode_message(&bytes, encoding, start, end, reason)
        }
    }))
}
