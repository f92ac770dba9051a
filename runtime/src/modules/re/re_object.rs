//! `re.Pattern` and `re.Match`.
use super::compiler::{compile, Program};
use super::matcher::{Codes, Matcher, NONE};
use super::node;
use super::parser::parse;
use super::template::{self, Piece};
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::object::{symbols as sym, CmpOp, Method, PyObject, Ref, Str, Sym, TypeInfo, Value};
use std::rc::Rc;

pub struct Pattern {
    text: Str,
    flags: u32,
    pub(super) groups: usize,
    pub(super) names: Vec<(String, usize)>,
    program: Program,
}

pub static PATTERN: TypeInfo = TypeInfo {
    module: "re",
    method: pattern_method,
    field: pattern_field,
    ..TypeInfo::plain("Pattern")
};

/// How a match is anchored.
#[derive(Clone, Copy, PartialEq)]
pub enum How {
    Match,
    Full,
    Search,
}

/// `re.error` with message, pattern and position.
pub fn error_at(message: &str, pattern: &Str, at: usize) -> PyErr {
    let mut text = message.to_string();
    let mut fields = vec![
        (sym::msg, Value::from(message)),
        (sym::pattern, Value::from(pattern.clone())),
    ];
    if at == usize::MAX {
        fields.push((sym::pos, Value::None));
    } else {
        text.push_str(" at position ");
        text.push_str(&crate::numbers::int_text(at as i64));
        let before = &pattern.bytes()[..pattern.offset(at.min(pattern.chars()))];
        let line = before.iter().filter(|b| **b == b'\n').count() + 1;
        let line_start = before.iter().rposition(|b| *b == b'\n').map_or(0, |p| p + 1);
        let column = crate::object::string::count_chars(&before[line_start..]) + 1;
        if pattern.bytes().contains(&b'\n') {
            let (line, column) = (
                crate::numbers::int_text(line as i64),
                crate::numbers::int_text(column as i64),
            );
            text = crate::join![&text, " (line ", &line, ", column ", &column, ")"];
        }
        fields.push((sym::pos, Value::Int(at as i64)));
        fields.push((sym::lineno, Value::Int(line as i64)));
        fields.push((sym::colno, Value::Int(column as i64)));
    }
    let e = super::error.err(text);
    for (name, value) in fields {
        // Exceptions take any attribute.
        let _ = e.value().set_attr(name, value);
    }
    e
}

impl Pattern {
    pub fn compile(text: &Str, flags: u32) -> R<Ref<Pattern>> {
        let codes = Codes::of_text(text);
        let codes: Vec<u32> = (0..codes.len()).map(|i| codes.at(i)).collect();
        let parsed = match parse(&codes, flags, false) {
            Ok(parsed) => parsed,
            Err(fault) => return Err(error_at(&fault.text, text, fault.at)),
        };
        let mut widths = vec![(0, 0); parsed.groups + 1];
        collect_widths(&parsed.node, &mut widths);
        Ok(Ref::new(Pattern {
            text: text.clone(),
            flags: parsed.flags,
            groups: parsed.groups,
            names: parsed.names,
            program: compile(&parsed.node, &widths),
        }))
    }

    fn matcher<'a>(&'a self, codes: &'a Codes, end: Option<i64>) -> Matcher<'a> {
        let len = codes.len();
        let end = end.map_or(len, |end| (end.max(0) as usize).min(len));
        Matcher::new(codes, &self.program, self.groups, end)
    }
}

fn collect_widths(tree: &node::Node, widths: &mut [(usize, usize)]) {
    use node::Node;
    match tree {
        Node::Sequence(parts) | Node::Branch(parts) => parts.iter().for_each(|p| collect_widths(p, widths)),
        Node::Group(group, inner) => {
            collect_widths(inner, widths);
            if let Some(group) = group {
                widths[*group] = node::width(inner, widths);
            }
        }
        Node::Repeat { node, .. } | Node::Look { node, .. } | Node::Atomic(node) => {
            collect_widths(node, widths)
        }
        Node::Conditional { yes, no, .. } => {
            collect_widths(yes, widths);
            collect_widths(no, widths);
        }
        _ => {}
    }
}

/// A string that is being matched, shared by all its matches.
pub struct Subject {
    text: Str,
    codes: Codes,
}

impl Subject {
    fn of(value: &Value) -> R<Rc<Subject>> {
        match value.unwrapped().as_str() {
            Some(text) => Ok(Rc::new(Subject {
                text: text.clone(),
                codes: Codes::of_text(text),
            })),
            None if matches!(value.type_name().as_str(), "bytes" | "bytearray") => {
                Err(exc::TypeError.err("cannot use a string pattern on a bytes-like object"))
            }
            None => Err(exc::TypeError.err(crate::join![
                "expected string or bytes-like object, got '",
                value.type_name().as_str(),
                "'"
            ])),
        }
    }

    fn slice(&self, from: usize, to: usize) -> Value {
        if from == 0 && to == self.codes.len() {
            return Value::from(self.text.clone());
        }
        let (from, to) = (self.text.offset(from), self.text.offset(to));
        Value::from(Str::from_bytes(self.text.bytes()[from..to].to_vec()))
    }
}

/// Runs through successive matches as `finditer` does: a match may be empty only where no empty one was before.
struct Scan<'a> {
    matcher: Matcher<'a>,
    at: usize,
}

impl Scan<'_> {
    /// True: the matcher's slots hold the next match.
    fn next(&mut self) -> bool {
        if self.at > self.matcher.end || !self.matcher.search(self.at) {
            return false;
        }
        let (from, to) = (self.matcher.slots[0], self.matcher.slots[1]);
        self.matcher.not_empty_at = if from == to { to } else { NONE };
        self.at = to;
        true
    }
}

impl Ref<Pattern> {
    fn scan<'a>(&'a self, subject: &'a Subject, from: i64, end: Option<i64>) -> Scan<'a> {
        let matcher = self.matcher(&subject.codes, end);
        Scan {
            at: (from.max(0) as usize).min(subject.codes.len()),
            matcher,
        }
    }

    pub fn match_from(&self, string: &Value, from: i64, end: Option<i64>, how: How) -> R<Value> {
        let subject = Subject::of(string)?;
        let mut matcher = self.matcher(&subject.codes, end);
        matcher.whole = how == How::Full;
        let start = (from.max(0) as usize).min(subject.codes.len());
        let found = match how {
            How::Search => matcher.search(start),
            _ => start <= matcher.end && matcher.match_at(start),
        };
        if !found {
            return Ok(Value::None);
        }
        let (slots, last) = (matcher.slots.clone(), matcher.last_group());
        let bounds = (start, matcher.end);
        Ok(Match::value(self, &subject, slots, last, bounds))
    }

    pub fn find_all(&self, string: &Value, from: i64, end: Option<i64>) -> R<Value> {
        let subject = Subject::of(string)?;
        let mut scan = self.scan(&subject, from, end);
        let mut items = Vec::new();
        while scan.next() {
            let slots = &scan.matcher.slots;
            let group = |g: usize| match slots[2 * g + 1] {
                NONE => crate::lit!(""),
                to => subject.slice(slots[2 * g], to),
            };
            items.push(match self.groups {
                0 => group(0),
                1 => group(1),
                n => crate::object::tuple_of((1..=n).map(group)),
            });
        }
        Ok(crate::object::list_of(items.into_iter()))
    }

    /// All matches as a list iterator; they are found at once, which nobody can tell apart from lazily.
    pub fn find_iter(&self, string: &Value, from: i64, end: Option<i64>) -> R<Value> {
        let subject = Subject::of(string)?;
        let mut scan = self.scan(&subject, from, end);
        let mut items = Vec::new();
        let bounds = (scan.at, scan.matcher.end);
        while scan.next() {
            let last = scan.matcher.last_group();
            items.push(Match::value(
                self,
                &subject,
                scan.matcher.slots.clone(),
                last,
                bounds,
            ));
        }
        let list = crate::object::list_of(items.into_iter());
        list.iter().map(|iter| iter.into_value())
    }

    pub fn split(&self, string: &Value, most: i64) -> R<Value> {
        let subject = Subject::of(string)?;
        let mut scan = self.scan(&subject, 0, None);
        let mut items = Vec::new();
        let mut last = 0;
        let mut count = 0;
        while (most <= 0 || count < most) && most >= 0 && scan.next() {
            let slots = &scan.matcher.slots;
            items.push(subject.slice(last, slots[0]));
            for g in 1..=self.groups {
                items.push(match slots[2 * g + 1] {
                    NONE => Value::None,
                    to => subject.slice(slots[2 * g], to),
                });
            }
            last = slots[1];
            count += 1;
        }
        items.push(subject.slice(last, subject.codes.len()));
        Ok(crate::object::list_of(items.into_iter()))
    }

    /// The text with matches replaced, and how many were.
    pub fn substitute(&self, repl: &Value, string: &Value, most: i64) -> R<(Value, i64)> {
        let subject = Subject::of(string)?;
        let pieces = match repl.as_str() {
            Some(text) => Some(template::parse(self, text)?),
            None if repl.obj().is_some_and(|o| o.is_callable()) => None,
            None => {
                return Err(exc::TypeError.err(crate::join![
                    "decoding to str: need a bytes-like object, ",
                    repl.type_name().as_str(),
                    " found"
                ]))
            }
        };
        let mut scan = self.scan(&subject, 0, None);
        let mut out = Vec::new();
        let mut last = 0;
        let mut count = 0;
        let push = |out: &mut Vec<u8>, from: usize, to: usize| {
            out.extend_from_slice(&subject.text.bytes()[subject.text.offset(from)..subject.text.offset(to)]);
        };
        let bounds = (0, subject.codes.len());
        while (most == 0 || count < most) && most >= 0 && scan.next() {
            let slots = scan.matcher.slots.clone();
            push(&mut out, last, slots[0]);
            match &pieces {
                Some(pieces) => {
                    for piece in pieces {
                        match piece {
                            Piece::Text(text) => out.extend_from_slice(text),
                            Piece::Group(g) if slots[2 * g + 1] != NONE => {
                                push(&mut out, slots[2 * g], slots[2 * g + 1]);
                            }
                            Piece::Group(_) => {}
                        }
                    }
                }
                None => {
                    let found =
                        Match::value(self, &subject, slots.clone(), scan.matcher.last_group(), bounds);
                    let text = repl.call(&[found])?;
                    match text.as_str() {
                        Some(text) => out.extend_from_slice(text.bytes()),
                        None if text.is_none() => {}
                        None => {
                            return Err(exc::TypeError.err(crate::join![
                                "sequence item ",
                                &crate::numbers::int_text(count),
                                ": expected str instance, ",
                                text.type_name().as_str(),
                                " found"
                            ]))
                        }
                    }
                }
            }
            last = slots[1];
            count += 1;
        }
        if count == 0 {
            return Ok((Value::from(subject.text.clone()), 0));
        }
        push(&mut out, last, subject.codes.len());
        Ok((Value::from(Str::from_bytes(out)), count))
    }
}

/// `(string, pos=0, endpos=maxsize)` of the pattern's methods.
fn window<'a>(args: &Args<'a>, function: &str) -> R<(&'a Value, i64, Option<i64>)> {
    let [string, pos, end] = args.bind(function, [sym::string, sym::pos, sym::endpos], 1, 0, 3)?;
    let end = end.map(super::int_of).transpose()?;
    Ok((
        string.unwrap_or(&Value::None),
        pos.map_or(Ok(0), super::int_of)?,
        end,
    ))
}

fn this_pattern(this: &Value) -> R<&Ref<Pattern>> {
    this.cast::<Pattern>()
        .ok_or_else(|| this.type_error("' object is not a pattern"))
}

fn pattern_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::match_ => |this, args| {
            let (string, from, end) = window(&args, "match")?;
            this_pattern(this)?.match_from(string, from, end, How::Match)
        },
        sym::fullmatch => |this, args| {
            let (string, from, end) = window(&args, "fullmatch")?;
            this_pattern(this)?.match_from(string, from, end, How::Full)
        },
        sym::search => |this, args| {
            let (string, from, end) = window(&args, "search")?;
            this_pattern(this)?.match_from(string, from, end, How::Search)
        },
        sym::findall => |this, args| {
            let (string, from, end) = window(&args, "findall")?;
            this_pattern(this)?.find_all(string, from, end)
        },
        sym::finditer => |this, args| {
            let (string, from, end) = window(&args, "finditer")?;
            this_pattern(this)?.find_iter(string, from, end)
        },
        sym::split => |this, args| {
            let [string, most] = args.bind("split", [sym::string, sym::maxsplit], 1, 0, 2)?;
            this_pattern(this)?.split(string.unwrap_or(&Value::None), most.map_or(Ok(0), super::int_of)?)
        },
        sym::sub => |this, args| pattern_sub(this, args, "sub").map(|(text, _)| text),
        sym::subn => |this, args| {
            let (text, count) = pattern_sub(this, args, "subn")?;
            Ok(crate::object::tuple_of([text, Value::Int(count)].into_iter()))
        },
        _ => return None,
    })
}

fn pattern_sub(this: &Value, args: Args, function: &str) -> R<(Value, i64)> {
    let [repl, string, count] = args.bind(function, [sym::repl, sym::string, sym::count], 2, 0, 3)?;
    let count = count.map_or(Ok(0), super::int_of)?;
    this_pattern(this)?.substitute(
        repl.unwrap_or(&Value::None),
        string.unwrap_or(&Value::None),
        count,
    )
}

fn pattern_field(this: &Value, name: Sym) -> R<Option<Value>> {
    let Some(pattern) = this.cast::<Pattern>() else {
        return Ok(None);
    };
    Ok(Some(match name {
        sym::pattern => Value::from(pattern.text.clone()),
        sym::flags => Value::Int(i64::from(pattern.flags)),
        sym::groups => Value::Int(pattern.groups as i64),
        sym::groupindex => {
            let named = pattern
                .names
                .iter()
                .map(|(n, g)| (Sym::intern(n), Value::Int(*g as i64)));
            crate::object::dict_of_syms(named.collect())
        }
        _ => return Ok(None),
    }))
}

impl PyObject for Pattern {
    const TYPE: &'static TypeInfo = &PATTERN;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let names = [
            (node::ASCII, "re.ASCII"),
            (node::IGNORECASE, "re.IGNORECASE"),
            (node::LOCALE, "re.LOCALE"),
            (node::MULTILINE, "re.MULTILINE"),
            (node::DOTALL, "re.DOTALL"),
            (node::VERBOSE, "re.VERBOSE"),
            (node::DEBUG, "re.DEBUG"),
        ];
        let set: Vec<&str> = names
            .iter()
            .filter(|(f, _)| this.flags & f != 0)
            .map(|(_, n)| *n)
            .collect();
        let text = Value::from(this.text.clone()).repr()?;
        let shown: String = text.as_str().chars().take(200).collect();
        let mut out = crate::join!["re.compile(", &shown];
        if !set.is_empty() {
            out.push_str(", ");
            out.push_str(&set.join("|"));
        }
        out.push(')');
        Ok(Str::from(out))
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        let Some(other) = other.cast::<Pattern>() else {
            return Ok(Value::NotImplemented);
        };
        let same = this.flags == other.flags && this.text.bytes() == other.text.bytes();
        Ok(match op {
            CmpOp::Eq => Value::Bool(same),
            CmpOp::Ne => Value::Bool(!same),
            _ => Value::NotImplemented,
        })
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        Ok(this.text.hash_code() ^ i64::from(this.flags))
    }
}

pub struct Match {
    pattern: Ref<Pattern>,
    subject: Rc<Subject>,
    slots: Vec<usize>,
    last: usize,
    bounds: (usize, usize),
}

pub static MATCH: TypeInfo = TypeInfo {
    module: "re",
    method: match_method,
    field: match_field,
    ..TypeInfo::plain("Match")
};

impl Match {
    fn value(
        pattern: &Ref<Pattern>,
        subject: &Rc<Subject>,
        slots: Vec<usize>,
        last: usize,
        bounds: (usize, usize),
    ) -> Value {
        Ref::new(Match {
            pattern: pattern.clone(),
            subject: subject.clone(),
            slots,
            last,
            bounds,
        })
        .value()
    }

    /// Bounds of a group, None when it did not take part.
    fn span(&self, group: usize) -> Option<(usize, usize)> {
        match (self.slots[2 * group], self.slots[2 * group + 1]) {
            (_, NONE) | (NONE, _) => None,
            (from, to) => Some((from, to)),
        }
    }

    fn text(&self, group: usize, default: &Value) -> Value {
        self.span(group)
            .map_or_else(|| default.clone(), |(from, to)| self.subject.slice(from, to))
    }

    /// A group given by number or name.
    fn group_of(&self, key: &Value) -> R<usize> {
        let found = match key {
            Value::Int(n) => usize::try_from(*n).ok().filter(|n| *n <= self.pattern.groups),
            Value::Bool(n) => Some(usize::from(*n)).filter(|n| *n <= self.pattern.groups),
            other => other.as_str().and_then(|name| {
                let names = &self.pattern.names;
                names
                    .iter()
                    .find(|(n, _)| n.as_bytes() == name.bytes())
                    .map(|(_, g)| *g)
            }),
        };
        found.ok_or_else(|| exc::IndexError.err("no such group"))
    }

    fn expand(&self, template: &Str) -> R<Value> {
        let mut out = Vec::new();
        for piece in template::parse(&self.pattern, template)? {
            match piece {
                Piece::Text(text) => out.extend_from_slice(&text),
                Piece::Group(g) => {
                    if let Some(text) = self.text(g, &Value::None).as_str() {
                        out.extend_from_slice(text.bytes());
                    }
                }
            }
        }
        Ok(Value::from(Str::from_bytes(out)))
    }
}

fn this_match(this: &Value) -> R<&Ref<Match>> {
    this.cast::<Match>()
        .ok_or_else(|| this.type_error("' object is not a match"))
}

/// The group argument of `start`, `end` and `span`, 0 when absent.
fn bounds_of(this: &Value, args: Args, function: &str) -> R<(Value, Value)> {
    let this = this_match(this)?;
    let group = match args.between(function, 0, 1)? {
        [key] => this.group_of(key)?,
        _ => 0,
    };
    let (from, to) = this
        .span(group)
        .map_or((-1, -1), |(from, to)| (from as i64, to as i64));
    Ok((Value::Int(from), Value::Int(to)))
}

fn match_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::group => |this, args| {
            let this = this_match(this)?;
            args.no_keywords("group")?;
            match args.values {
                [] => Ok(this.text(0, &Value::None)),
                [key] => Ok(this.text(this.group_of(key)?, &Value::None)),
                keys => {
                    let mut items = Vec::with_capacity(keys.len());
                    for key in keys {
                        items.push(this.text(this.group_of(key)?, &Value::None));
                    }
                    Ok(crate::object::tuple_of(items.into_iter()))
                }
            }
        },
        sym::groups => |this, args| {
            let this = this_match(this)?;
            let [default] = args.bind("groups", [sym::default], 0, 0, 1)?;
            let default = default.unwrap_or(&Value::None);
            Ok(crate::object::tuple_of(
                (1..=this.pattern.groups).map(|g| this.text(g, default)),
            ))
        },
        sym::groupdict => |this, args| {
            let this = this_match(this)?;
            let [default] = args.bind("groupdict", [sym::default], 0, 0, 1)?;
            let default = default.unwrap_or(&Value::None);
            let named = this
                .pattern
                .names
                .iter()
                .map(|(n, g)| (Sym::intern(n), this.text(*g, default)));
            Ok(crate::object::dict_of_syms(named.collect()))
        },
        sym::start => |this, args| bounds_of(this, args, "start").map(|(from, _)| from),
        sym::end => |this, args| bounds_of(this, args, "end").map(|(_, to)| to),
        sym::span => |this, args| {
            let (from, to) = bounds_of(this, args, "span")?;
            Ok(crate::object::tuple_of([from, to].into_iter()))
        },
        sym::expand => |this, args| {
            let [template] = args.exactly::<1>("expand")?;
            match template.as_str() {
                Some(template) => this_match(this)?.expand(template),
                None => Err(template.type_error("' object is not a template")),
            }
        },
        sym::__copy__ | sym::__deepcopy__ => |this, _| Ok(this.clone()),
        _ => return None,
    })
}

fn match_field(this: &Value, name: Sym) -> R<Option<Value>> {
    let Some(this) = this.cast::<Match>() else {
        return Ok(None);
    };
    Ok(Some(match name {
        sym::string => Value::from(this.subject.text.clone()),
        sym::re => this.pattern.value(),
        sym::pos => Value::Int(this.bounds.0 as i64),
        sym::endpos => Value::Int(this.bounds.1 as i64),
        sym::lastindex if this.last == 0 => Value::None,
        sym::lastindex => Value::Int(this.last as i64),
        sym::lastgroup => {
            let name = this.pattern.names.iter().find(|(_, g)| *g == this.last);
            name.map_or(Value::None, |(n, _)| Value::from(n.as_str()))
        }
        _ => return Ok(None),
    }))
}

impl PyObject for Match {
    const TYPE: &'static TypeInfo = &MATCH;

    fn repr(this: &Ref<Self>) -> R<Str> {
        let (from, to) = this.span(0).unwrap_or((0, 0));
        let text = this.text(0, &Value::None).repr()?;
        let (from, to) = (
            crate::numbers::int_text(from as i64),
            crate::numbers::int_text(to as i64),
        );
        let shown: String = text.as_str().chars().take(50).collect();
        Ok(Str::from(crate::join![
            "<re.Match object; span=(",
            &from,
            ", ",
            &to,
            "), match=",
            &shown,
            ">"
        ]))
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        Ok(this.text(this.group_of(key)?, &Value::None))
    }
}
