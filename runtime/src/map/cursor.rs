//! Cursors over dicts and sets, with the errors of containers that change while they are iterated over.
use crate::error::{exc, PyErr, R};
use crate::map::{Dict, Set};
use crate::object::{Ref, Value};
use crate::seq::Tuple;

#[cold]
#[inline(never)]
fn changed(text: &'static str) -> PyErr {
    exc::RuntimeError.err(text)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Keys,
    Values,
    Items,
}

impl Part {
    fn of(self, key: Value, value: Value) -> Value {
        match self {
            Part::Keys => key,
            Part::Values => value,
            Part::Items => Tuple::value(vec![key, value]),
        }
    }
}

pub struct DictCursor {
    /// None: exhausted for good.
    dict: Option<Ref<Dict>>,
    part: Part,
    /// Next entry position; one past it when going backwards.
    at: usize,
    /// Size of the dict at the start; MAX after the complaint, which stays.
    used: usize,
    left: usize,
    backwards: bool,
}

impl DictCursor {
    pub fn new(dict: Ref<Dict>, part: Part) -> DictCursor {
        let used = dict.len();
        DictCursor {
            dict: Some(dict),
            part,
            at: 0,
            used,
            left: used,
            backwards: false,
        }
    }

    pub fn reversed(dict: Ref<Dict>, part: Part) -> DictCursor {
        let at = dict.positions();
        DictCursor {
            at,
            backwards: true,
            ..DictCursor::new(dict, part)
        }
    }

    pub fn part(&self) -> Part {
        self.part
    }

    pub fn is_reversed(&self) -> bool {
        self.backwards
    }

    pub fn left(&self) -> usize {
        match &self.dict {
            Some(dict) if dict.len() == self.used => self.left,
            _ => 0,
        }
    }

    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> R<Option<Value>> {
        let part = self.part;
        self.step(|key, value| part.of(key.clone(), value.clone()))
    }

    /// What `read` makes of the next entry's key and value. It runs no Python code.
    pub fn step<X>(&mut self, read: impl FnOnce(&Value, &Value) -> X) -> R<Option<X>> {
        let Some(dict) = &self.dict else {
            return Ok(None);
        };
        let table = dict.table.borrow();
        if table.used != self.used {
            self.used = usize::MAX;
            return Err(changed("dictionary changed size during iteration"));
        }
        let found = if self.backwards {
            table.last_before(self.at)
        } else {
            table.next_from(self.at)
        };
        let Some(at) = found else {
            drop(table);
            self.dict = None;
            return Ok(None);
        };
        if self.left == 0 {
            drop(table);
            self.dict = None;
            return Err(changed("dictionary keys changed during iteration"));
        }
        self.left -= 1;
        self.at = if self.backwards { at } else { at + 1 };
        let entry = &table.entries[at];
        Ok(Some(read(&entry.key, &entry.value)))
    }
}

pub struct SetCursor {
    set: Option<Ref<Set>>,
    at: usize,
    used: usize,
    left: usize,
}

impl SetCursor {
    pub fn new(set: Ref<Set>) -> SetCursor {
        let used = set.len();
        SetCursor {
            set: Some(set),
            at: 0,
            used,
            left: used,
        }
    }

    pub fn left(&self) -> usize {
        match &self.set {
            Some(set) if set.len() == self.used => self.left,
            _ => 0,
        }
    }

    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> R<Option<Value>> {
        let Some(set) = &self.set else {
            return Ok(None);
        };
        if set.len() != self.used {
            self.used = usize::MAX;
            return Err(changed("Set changed size during iteration"));
        }
        match set.item_from(self.at) {
            Some((at, _, key)) => {
                self.at = at + 1;
                self.left = self.left.saturating_sub(1);
                Ok(Some(key))
            }
            None => {
                self.set = None;
                Ok(None)
            }
        }
    }
}
