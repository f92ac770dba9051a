//! `Known<B>`: a Value that was found to be an object whose body is a `B`. What the typed handles are made of: the
//! Value and the typed view of it are the same two words, so that either costs nothing to have.
use crate::object::header::Ref;
use crate::object::{PyObject, Value};
use std::marker::PhantomData;
use std::ops::Deref;

/// The Value is `Value::Obj` of a `B`, from the constructor on: nobody is lent it for a change.
#[repr(transparent)]
pub struct Known<B: PyObject> {
    value: Value,
    body: PhantomData<Ref<B>>,
}

impl<B: PyObject> Known<B> {
    #[inline]
    pub fn new(body: Ref<B>) -> Known<B> {
        Known {
            value: Value::Obj(body.into_obj()),
            body: PhantomData,
        }
    }

    /// The value as what it is; None when it is something else.
    #[inline]
    pub fn of(value: Value) -> Option<Known<B>> {
        match value.cast::<B>() {
            Some(_) => Some(Known {
                value,
                body: PhantomData,
            }),
            None => None,
        }
    }

    /// The same of a value that is lent.
    #[inline]
    pub fn of_lent(value: &Value) -> Option<Known<B>> {
        value.cast::<B>().map(|body| Known::new(body.clone()))
    }

    #[inline]
    pub fn body(&self) -> &Ref<B> {
        match &self.value {
            Value::Obj(object) => object.cast_unchecked(),
            // SAFETY: see the type.
            _ => unsafe { std::hint::unreachable_unchecked() },
        }
    }

    /// The handle, for a change in place or for another object of the type.
    #[inline]
    pub fn body_mut(&mut self) -> &mut Ref<B> {
        match &mut self.value {
            Value::Obj(object) => object.cast_mut_unchecked(),
            // SAFETY: see the type.
            _ => unsafe { std::hint::unreachable_unchecked() },
        }
    }

    #[inline]
    pub fn into_value(self) -> Value {
        self.value
    }
}

impl<B: PyObject> Clone for Known<B> {
    #[inline]
    fn clone(&self) -> Known<B> {
        Known::new(self.body().clone())
    }
}

impl<B: PyObject> Deref for Known<B> {
    type Target = Value;
    #[inline]
    fn deref(&self) -> &Value {
        &self.value
    }
}
