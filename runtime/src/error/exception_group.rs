//! Exception groups: their constructor's checks, `split`, `subgroup`, `derive`, and what `except*` needs.
use crate::call::Args;
use crate::error::object::Exc;
use crate::error::{exc, PyErr, R};
use crate::object::{symbols as sym, Class, Method, Ref, Sym, TypeInfo, Value};
use crate::seq::{List, Tuple};

/// Checks `Group(message, exceptions)`.
pub(super) fn check(info: &'static TypeInfo, args: &[Value]) -> R<()> {
    let [message, members] = args else {
        let given = crate::numbers::int_text(args.len() as i64);
        return Err(exc::TypeError.err(crate::join![
            "BaseExceptionGroup.__new__() takes exactly 2 arguments (",
            &given,
            " given)"
        ]));
    };
    if message.unwrapped().as_str().is_none() {
        return Err(exc::TypeError.err(crate::join![
            "BaseExceptionGroup.__new__() argument 1 must be str, not ",
            message.type_name().as_str()
        ]));
    }
    let plain = members.unwrapped();
    if plain.cast::<List>().is_none() && plain.cast::<Tuple>().is_none() {
        return Err(exc::TypeError.err("second argument (exceptions) must be a sequence"));
    }
    let members = plain.iter()?.collect()?;
    if members.is_empty() {
        return Err(exc::ValueError.err("second argument (exceptions) must be a non-empty sequence"));
    }
    for (at, member) in members.iter().enumerate() {
        let Some(member) = member.cast::<Exc>() else {
            let at = crate::numbers::int_text(at as i64);
            return Err(exc::ValueError.err(crate::join![
                "Item ",
                &at,
                " of second argument (exceptions) is not an exception"
            ]));
        };
        if info.has_base(exc::ExceptionGroup.id) && !member.info().has_base(exc::Exception.id) {
            return Err(exc::TypeError.err("Cannot nest BaseExceptions in an ExceptionGroup"));
        }
    }
    Ok(())
}

pub(super) fn method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::split => |this, args| {
            let [condition] = args.exactly::<1>("BaseExceptionGroup.split")?;
            let (matching, rest) = split(this, &condition_of(condition)?)?;
            Ok(Tuple::value(vec![matching.into(), rest.into()]))
        },
        sym::subgroup => |this, args| {
            let [condition] = args.exactly::<1>("BaseExceptionGroup.subgroup")?;
            Ok(split(this, &condition_of(condition)?)?.0.into())
        },
        sym::derive => |this, args: Args| {
            let [members] = args.exactly::<1>("BaseExceptionGroup.derive")?;
            let group: &'static TypeInfo = &exc::BaseExceptionGroup;
            group.value().call(&[this.attr(sym::message)?, members.clone()])
        },
        _ => return None,
    })
}

/// What decides whether an exception belongs to the matching part.
enum Condition {
    Classes(Value),
    Function(Value),
}

fn condition_of(x: &Value) -> R<Condition> {
    let is_class = |c: &Value| {
        c.cast::<Class>()
            .is_some_and(|c| c.info.has_base(exc::BaseException.id))
    };
    if is_class(x)
        || x.cast::<Tuple>()
            .is_some_and(|all| all.items().iter().all(is_class))
    {
        return Ok(Condition::Classes(x.clone()));
    }
    if x.cast::<Class>().is_none() && x.obj().is_some_and(|o| o.is_callable()) {
        return Ok(Condition::Function(x.clone()));
    }
    Err(exc::TypeError.err("expected a function, exception type or tuple of exception types"))
}

impl Condition {
    fn holds(&self, e: &Value) -> R<bool> {
        match self {
            Condition::Classes(classes) => crate::builtins::is_instance(e, classes),
            Condition::Function(function) => function.call(&[e.clone()])?.truth(),
        }
    }
}

fn is_group(e: &Value) -> bool {
    e.cast::<Exc>()
        .is_some_and(|e| e.info().has_base(exc::BaseExceptionGroup.id))
}

/// The part of `e` for which the condition holds, and the other part.
fn split(e: &Value, condition: &Condition) -> R<(Option<Value>, Option<Value>)> {
    if condition.holds(e)? {
        return Ok((Some(e.clone()), None));
    }
    if !is_group(e) {
        return Ok((None, Some(e.clone())));
    }
    let (mut matching, mut rest) = (Vec::new(), Vec::new());
    let mut members = e.attr(sym::exceptions)?.iter()?;
    while let Some(member) = members.next()? {
        let (yes, no) = split(&member, condition)?;
        matching.extend(yes);
        rest.extend(no);
    }
    Ok((derived(e, matching)?, derived(e, rest)?))
}

/// A group like `e` of other members, with its notes, cause and context.
fn derived(e: &Value, members: Vec<Value>) -> R<Option<Value>> {
    if members.is_empty() {
        return Ok(None);
    }
    let group = e.call_method(sym::derive, &[List::value(members)])?;
    if let (Some(from), Some(to)) = (e.cast::<Exc>(), group.cast::<Exc>()) {
        Exc::copy_links(from, to)?;
    }
    Ok(Some(group))
}

impl PyErr {
    /// `except* classes`: the part that matches, as a group, and what is left.
    pub fn split(&self, classes: &Value) -> R<(Option<PyErr>, Option<PyErr>)> {
        let e = self.value();
        let wrap = |e: Option<Value>| e.and_then(|e| e.cast::<Exc>().cloned()).map(PyErr::from);
        for class in groups_in(classes) {
            if class {
                return Err(exc::TypeError
                    .err("catching ExceptionGroup with except* is not allowed. Use except instead."));
            }
        }
        if is_group(&e) {
            let (matching, rest) = split(&e, &Condition::Classes(classes.clone()))?;
            return Ok((wrap(matching), wrap(rest)));
        }
        if !self.matches(classes)? {
            return Ok((None, Some(self.clone())));
        }
        // A bare exception is handled as a group of one.
        let members = List::value(vec![e]);
        let group = exc::value::BaseExceptionGroup().call(&[crate::lit!(""), members])?;
        Ok((wrap(Some(group)), None))
    }
}

fn groups_in(classes: &Value) -> Vec<bool> {
    let is_group = |c: &Value| {
        c.cast::<Class>()
            .is_some_and(|c: &Ref<Class>| c.info.has_base(exc::BaseExceptionGroup.id))
    };
    match classes.cast::<Tuple>() {
        Some(all) => all.items().iter().map(is_group).collect(),
        None => vec![is_group(classes)],
    }
}
