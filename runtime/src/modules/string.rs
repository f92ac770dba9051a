//! `string`: constants and `capwords`; `Template`.
use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::member;
use crate::object::{symbols as sym, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};

/// `string.capwords(s, sep=None)`.
pub fn capwords(args: Args) -> R<Value> {
    let [s, sep] = args.bind("capwords", [sym::s, sym::sep], 1, 0, 2)?;
    let s = s.unwrap_or(&Value::None);
    let sep = sep.cloned().unwrap_or(Value::None);
    let mut words = Vec::new();
    for word in s
        .call_method(member::split.name(), &[sep.clone()])?
        .iter()?
        .collect()?
    {
        words.push(word.call_method(member::capitalize.name(), &[])?);
    }
    let glue = if sep.is_none() { crate::lit!(" ") } else { sep };
    glue.call_method(member::join.name(), &[crate::object::list_of(words.into_iter())])
}

/// `string.Template`.
pub struct Template {
    text: Str,
}

pub static TEMPLATE: TypeInfo = TypeInfo {
    module: "string",
    new: Some(|_, args| {
        let [text] = args.bind("Template", [sym::template], 1, 0, 1)?;
        Ok(Ref::new(Template {
            text: text.unwrap_or(&Value::None).to_str()?,
        })
        .value())
    }),
    method: template_method,
    field: |this, name| match (this.cast::<Template>(), name) {
        (Some(this), sym::template) => Ok(Some(Value::from(this.text.clone()))),
        _ => Ok(None),
    },
    ..TypeInfo::plain("Template")
};

impl PyObject for Template {
    const TYPE: &'static TypeInfo = &TEMPLATE;
}

fn template_method(name: Sym) -> Option<Method> {
    match name {
        sym::substitute => Some(|this, args| substitute(this, args, false)),
        sym::safe_substitute => Some(|this, args| substitute(this, args, true)),
        _ => None,
    }
}

fn lookup(args: &Args, name: &str) -> R<Option<Value>> {
    if let Some((_, value)) = args.keywords().find(|(n, _)| n.text() == name) {
        return Ok(Some(value.clone()));
    }
    match args.plain().first() {
        Some(mapping) => match mapping.get_item(&Value::from(name)) {
            Ok(value) => Ok(Some(value)),
            Err(e) if e.is(&exc::KeyError) => Ok(None),
            Err(e) => Err(e),
        },
        None => Ok(None),
    }
}

/// `$name`, `${name}` and `$$`; what does not fit is an error, or stays when `safe`.
fn substitute(this: &Value, args: Args, safe: bool) -> R<Value> {
    let Some(this) = this.cast::<Template>() else {
        return Ok(Value::None);
    };
    let text = this.text.as_str();
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        if let Some(tail) = after.strip_prefix('$') {
            out.push('$');
            rest = tail;
            continue;
        }
        let (name, taken) = match after.strip_prefix('{') {
            Some(inner) => {
                let end = inner.find('}').filter(|end| is_name(&inner[..*end]));
                (end.map(|end| &inner[..end]), end.map_or(0, |end| end + 2))
            }
            None => {
                let end = after
                    .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                    .unwrap_or(after.len());
                let name = &after[..end];
                (Some(name).filter(|name| is_name(name)), end)
            }
        };
        match name {
            Some(name) => match lookup(&args, name)? {
                Some(value) => out.push_str(value.to_str()?.as_str()),
                None if safe => out.push_str(&rest[at..at + 1 + taken]),
                None => return Err(crate::map::key_error(&Value::from(name))),
            },
            None if safe => {
                out.push('$');
                rest = after;
                continue;
            }
            None => return Err(invalid(text, text.len() - rest.len() + at)),
        }
        rest = &after[taken..];
    }
    out.push_str(rest);
    Ok(Value::from(out))
}

fn is_name(text: &str) -> bool {
    let first = text
        .chars()
        .next()
        .is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
    first && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn invalid(text: &str, at: usize) -> crate::PyErr {
    let before = &text[..at];
    let line = before.matches('\n').count() as i64 + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() as i64 + 1;
    exc::ValueError.err(crate::join![
        "Invalid placeholder in string: line ",
        &crate::numbers::int_text(line),
        ", col ",
        &crate::numbers::int_text(column)
    ])
}

members! {
    values {
        ascii_lowercase "ascii_lowercase" crate::lit!("abcdefghijklmnopqrstuvwxyz");
        ascii_uppercase "ascii_uppercase" crate::lit!("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        ascii_letters "ascii_letters" crate::lit!("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        digits "digits" crate::lit!("0123456789");
        hexdigits "hexdigits" crate::lit!("0123456789abcdefABCDEF");
        octdigits "octdigits" crate::lit!("01234567");
        punctuation "punctuation" crate::lit!("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");
        whitespace "whitespace" crate::lit!(" \t\n\r\x0b\x0c");
        printable "printable" crate::lit!("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\x0b\x0c");
        Template "Template" super::TEMPLATE.value();
    }
    functions {
        capwords "capwords";
    }
}

thread_local! {
    static MODULE: Value = Module::native("string", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}
