//! Iterators as Python objects: a cursor behind `iter(x)`, and generator expressions.
use crate::call::Cell;
use crate::error::R;
use crate::iter::Iter;
use crate::map::cursor::Part;
use crate::object::{symbols as sym, Method, PyObject, Ref, Sym, TypeInfo, Value};
use std::cell::RefCell;

/// `iter(x)` of a builtin type.
pub struct IterObject {
    /// The iterator type that the cursor was when the object was made.
    info: &'static TypeInfo,
    cursor: RefCell<Iter>,
}

macro_rules! iterator_types {
    ($($info:ident $name:literal;)*) => {
        $(static $info: TypeInfo = TypeInfo {
            method: cursor_method,
            ..TypeInfo::plain($name)
        };)*
    };
}

iterator_types! {
    ITERATOR "iterator";
    LIST_ITERATOR "list_iterator";
    LIST_REVERSE_ITERATOR "list_reverseiterator";
    TUPLE_ITERATOR "tuple_iterator";
    STR_ITERATOR "str_iterator";
    STR_ASCII_ITERATOR "str_ascii_iterator";
    RANGE_ITERATOR "range_iterator";
    LONG_RANGE_ITERATOR "longrange_iterator";
    BYTES_ITERATOR "bytes_iterator";
    BYTEARRAY_ITERATOR "bytearray_iterator";
    SET_ITERATOR "set_iterator";
    DICT_KEY_ITERATOR "dict_keyiterator";
    DICT_VALUE_ITERATOR "dict_valueiterator";
    DICT_ITEM_ITERATOR "dict_itemiterator";
    DICT_REVERSE_KEY_ITERATOR "dict_reversekeyiterator";
    DICT_REVERSE_VALUE_ITERATOR "dict_reversevalueiterator";
    DICT_REVERSE_ITEM_ITERATOR "dict_reverseitemiterator";
}

/// The Python type of an iterator at that kind of position.
fn type_of(cursor: &Iter) -> &'static TypeInfo {
    match cursor {
        Iter::List { .. } => &LIST_ITERATOR,
        Iter::ListReversed { .. } => &LIST_REVERSE_ITERATOR,
        Iter::Tuple { .. } => &TUPLE_ITERATOR,
        Iter::Str { text, .. } if text.is_ascii() => &STR_ASCII_ITERATOR,
        Iter::Str { .. } => &STR_ITERATOR,
        Iter::Range { .. } => &RANGE_ITERATOR,
        Iter::BigRange { .. } => &LONG_RANGE_ITERATOR,
        Iter::Bytes { .. } => &BYTES_ITERATOR,
        Iter::ByteArray { .. } => &BYTEARRAY_ITERATOR,
        Iter::Set(_) => &SET_ITERATOR,
        Iter::Dict(cursor) => match (cursor.part(), cursor.is_reversed()) {
            (Part::Keys, false) => &DICT_KEY_ITERATOR,
            (Part::Values, false) => &DICT_VALUE_ITERATOR,
            (Part::Items, false) => &DICT_ITEM_ITERATOR,
            (Part::Keys, true) => &DICT_REVERSE_KEY_ITERATOR,
            (Part::Values, true) => &DICT_REVERSE_VALUE_ITERATOR,
            (Part::Items, true) => &DICT_REVERSE_ITEM_ITERATOR,
        },
        _ => &ITERATOR,
    }
}

fn cursor_method(name: Sym) -> Option<Method> {
    match name {
        sym::__length_hint__ => Some(|this, args| {
            args.exactly::<0>("__length_hint__")?;
            let left = this
                .cast::<IterObject>()
                .map_or(0, |this| this.cursor.borrow().size_hint());
            Ok(Value::Int(left as i64))
        }),
        name => iterator_method(name),
    }
}

/// `__next__` and `__iter__` of every iterator type of the runtime.
pub fn iterator_method(name: Sym) -> Option<Method> {
    match name {
        sym::__next__ => Some(|this, args| {
            args.exactly::<0>("__next__")?;
            crate::builtins::next_or_stop(this)
        }),
        sym::__iter__ => Some(|this, _| Ok(this.clone())),
        _ => None,
    }
}

impl IterObject {
    pub fn value(cursor: Iter) -> Value {
        Ref::new(IterObject {
            info: type_of(&cursor),
            cursor: RefCell::new(cursor),
        })
        .value()
    }
}

impl PyObject for IterObject {
    const TYPE: &'static TypeInfo = &ITERATOR;

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        this.info
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Object(this.value())))
    }
    fn is_iterator(_: &Ref<Self>) -> bool {
        true
    }
    fn next(this: &Ref<Self>) -> R<Option<Value>> {
        // Taken out while it runs: an item's own code may ask this iterator again.
        let mut cursor = this.cursor.replace(Iter::Done);
        let item = cursor.next();
        *this.cursor.borrow_mut() = cursor;
        item
    }
}

/// What one element of a generator expression's source gives.
pub enum Step {
    /// The element expression's value.
    Item(Value),
    /// A condition was false.
    Skip,
    /// An inner `for`: its own generator, to be drained first.
    Inner(Value),
}

/// A generator expression: a source, and a function from each element to an item, nothing or an inner generator.
pub struct GenExpr {
    cells: Vec<Cell>,
    body: fn(&[Cell], &Value) -> R<Step>,
    state: RefCell<State>,
}

struct State {
    source: Iter,
    inner: Option<Value>,
}

impl GenExpr {
    /// `close()`.
    pub fn finish(&self) {
        let old = self.state.replace(State {
            source: Iter::Done,
            inner: None,
        });
        drop(old);
    }

    /// `source` is the evaluated iterator of the outermost `for`.
    pub fn value(source: Iter, cells: Vec<Cell>, body: fn(&[Cell], &Value) -> R<Step>) -> Value {
        Ref::new(GenExpr {
            cells,
            body,
            state: RefCell::new(State { source, inner: None }),
        })
        .value()
    }

    fn advance(&self, state: &mut State) -> R<Option<Value>> {
        loop {
            if let Some(Value::Obj(inner)) = &state.inner {
                if let Some(item) = inner.next()? {
                    return Ok(Some(item));
                }
                state.inner = None;
            }
            let Some(element) = state.source.next()? else {
                return Ok(None);
            };
            match (self.body)(&self.cells, &element)? {
                Step::Item(item) => return Ok(Some(item)),
                Step::Skip => {}
                Step::Inner(inner) => state.inner = Some(inner),
            }
        }
    }
}

impl PyObject for GenExpr {
    const TYPE: &'static TypeInfo = &crate::iter::GENERATOR;

    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Object(this.value())))
    }
    fn is_iterator(_: &Ref<Self>) -> bool {
        true
    }
    fn next(this: &Ref<Self>) -> R<Option<Value>> {
        let mut state = this.state.replace(State {
            source: Iter::Done,
            inner: None,
        });
        let item = this.advance(&mut state);
        // After an error the generator is finished.
        if item.is_ok() {
            *this.state.borrow_mut() = state;
        }
        item
    }
}
