//! The matcher: backtracking over a program with an explicit stack, sre's semantics.
use super::compiler::Program;
use super::node::*;
use crate::text;
use crate::text::Text;

/// The subject as code points.
pub enum Codes {
    Bytes(Vec<u8>),
    Wide(Vec<u32>),
}

impl Codes {
    pub fn of_text(text: &crate::object::Str) -> Codes {
        let bytes = text.bytes();
        if text.is_ascii() {
            return Codes::Bytes(bytes.to_vec());
        }
        let (mut codes, mut at) = (Vec::with_capacity(text.chars()), 0);
        while at < bytes.len() {
            let (code, next) = crate::object::string::code_at(bytes, at);
            codes.push(code);
            at = next;
        }
        Codes::Wide(codes)
    }
    #[inline]
    pub fn len(&self) -> usize {
        match self {
            Codes::Bytes(b) => b.len(),
            Codes::Wide(w) => w.len(),
        }
    }
    #[inline]
    pub fn at(&self, i: usize) -> u32 {
        match self {
            Codes::Bytes(b) => u32::from(b[i]),
            Codes::Wide(w) => w[i],
        }
    }
}

/// Simple lower-case mapping of one code point.
pub fn lower(code: u32, ascii: bool) -> u32 {
    if code < 128 {
        return u32::from((code as u8).to_ascii_lowercase());
    }
    if ascii {
        return code;
    }
    match char::from_u32(code).map(char::to_lowercase) {
        Some(mut mapped) if mapped.len() == 1 => mapped.next().map_or(code, |c| c as u32),
        _ => code,
    }
}

fn upper(code: u32, ascii: bool) -> u32 {
    if code < 128 {
        return u32::from((code as u8).to_ascii_uppercase());
    }
    if ascii {
        return code;
    }
    match char::from_u32(code).map(char::to_uppercase) {
        Some(mut mapped) if mapped.len() == 1 => mapped.next().map_or(code, |c| c as u32),
        _ => code,
    }
}

fn in_category(what: Category, code: u32, ascii: bool) -> bool {
    if code < 128 || ascii {
        let Ok(byte) = u8::try_from(code) else {
            return false;
        };
        return match what {
            Category::Digit => byte.is_ascii_digit(),
            Category::Space => {
                matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
                    || (!ascii && matches!(byte, 0x1c..=0x1f))
            }
            Category::Word => byte.is_ascii_alphanumeric() || byte == b'_',
        };
    }
    let mut bytes = Vec::with_capacity(4);
    crate::text::push_point(&mut bytes, code);
    let one = Text::new(&bytes);
    match what {
        Category::Digit => text::is_decimal(one),
        Category::Space => text::is_space(code),
        Category::Word => text::is_alnum(one),
    }
}

fn in_members(set: &Set, code: u32) -> bool {
    set.members.iter().any(|member| match member {
        Member::Range(low, high) => *low <= code && code <= *high,
        Member::Category { what, negated } => in_category(*what, code, set.ascii) != *negated,
    })
}

fn test(one: &One, code: u32) -> bool {
    match one {
        One::Char(c) => *c == code,
        One::CharIgnore(c, ascii) => *c == code || *c == lower(code, *ascii),
        One::Any => code != 10,
        One::All => true,
        One::Set(set) => {
            let mut found = in_members(set, code);
            if !found && set.ignore_case {
                found = in_members(set, lower(code, set.ascii)) || in_members(set, upper(code, set.ascii));
            }
            found != set.negated
        }
    }
}

/// What to do when a path fails.
enum Undo {
    /// Go on at an instruction, at a position.
    Try {
        op: usize,
        at: usize,
    },
    Slot {
        slot: usize,
        old: usize,
    },
    Counter {
        counter: usize,
        count: u32,
        last: usize,
    },
    /// A greedy run may give back down to `least`; a lazy one may take up to `most`.
    Give {
        op: usize,
        low: usize,
        at: usize,
    },
    Take {
        op: usize,
        at: usize,
        high: usize,
    },
}

/// "Not matched" in a slot.
pub const NONE: usize = usize::MAX;

pub struct Matcher<'a> {
    pub codes: &'a Codes,
    pub program: &'a Program,
    pub start: usize,
    pub end: usize,
    /// The match must reach `end` (`fullmatch`).
    pub whole: bool,
    /// A match may not be empty at this position (after an empty match there).
    pub not_empty_at: usize,
    pub slots: Vec<usize>,
    counters: Vec<(u32, usize)>,
    last_group: usize,
}

impl<'a> Matcher<'a> {
    pub fn new(codes: &'a Codes, program: &'a Program, groups: usize, end: usize) -> Matcher<'a> {
        Matcher {
            codes,
            program,
            start: 0,
            end,
            whole: false,
            not_empty_at: NONE,
            slots: vec![NONE; 2 * (groups + 1)],
            counters: vec![(0, NONE); program.counters],
            last_group: 0,
        }
    }

    /// The group that closed last in the match, 0 when none did.
    pub fn last_group(&self) -> usize {
        self.last_group
    }

    /// Tries to match at `at`; the slots hold the groups on success.
    pub fn match_at(&mut self, at: usize) -> bool {
        self.slots.fill(NONE);
        self.last_group = 0;
        self.start = at;
        match self.run(0, at) {
            Some(end) => {
                self.slots[0] = at;
                self.slots[1] = end;
                true
            }
            None => false,
        }
    }

    /// Looks for the first match at or after `from`.
    pub fn search(&mut self, from: usize) -> bool {
        let first = match self.program.ops.first() {
            Some(Op::One(one)) => Some(one),
            Some(Op::Run { one, least, .. }) if *least > 0 => Some(one),
            _ => None,
        };
        let mut at = from;
        while at <= self.end {
            if let Some(one) = first {
                while at < self.end && !test(one, self.codes.at(at)) {
                    at += 1;
                }
                if at >= self.end {
                    return false;
                }
            }
            if self.match_at(at) {
                return true;
            }
            at += 1;
        }
        false
    }

    fn place(&self, place: Place, at: usize) -> bool {
        let word = |i: usize, ascii: bool| in_category(Category::Word, self.codes.at(i), ascii);
        let boundary = |ascii: bool| {
            let before = at > 0 && word(at - 1, ascii);
            let after = at < self.end && word(at, ascii);
            before != after
        };
        match place {
            Place::TextStart => at == 0,
            Place::LineStart => at == 0 || self.codes.at(at - 1) == 10,
            Place::TextEnd => at == self.end,
            Place::TextEndLine => at == self.end || (at + 1 == self.end && self.codes.at(at) == 10),
            Place::LineEnd => at == self.end || self.codes.at(at) == 10,
            Place::Boundary { ascii } => boundary(ascii),
            Place::NotBoundary { ascii } => !boundary(ascii) && self.end > 0,
        }
    }

    fn save(&mut self, slot: usize, at: usize, stack: &mut Vec<Undo>) {
        stack.push(Undo::Slot {
            slot,
            old: self.slots[slot],
        });
        self.slots[slot] = at;
        if slot % 2 == 1 {
            self.last_group = slot / 2;
        }
    }

    /// Runs from an instruction to `Match` or `Accept`; the end position on success.
    fn run(&mut self, op: usize, at: usize) -> Option<usize> {
        let program = self.program;
        let mut stack: Vec<Undo> = Vec::new();
        let (mut op, mut at) = (op, at);
        loop {
            let ok = match &program.ops[op] {
                Op::One(one) => {
                    let ok = at < self.end && test(one, self.codes.at(at));
                    at += 1;
                    op += 1;
                    ok
                }
                Op::At(place) => {
                    op += 1;
                    self.place(*place, at)
                }
                Op::Split(first, second) => {
                    stack.push(Undo::Try { op: *second, at });
                    op = *first;
                    true
                }
                Op::Jump(target) => {
                    op = *target;
                    true
                }
                Op::Save(slot) => {
                    self.save(*slot, at, &mut stack);
                    op += 1;
                    true
                }
                Op::Run {
                    one,
                    least,
                    most,
                    lazy,
                } => {
                    let room = (self.end - at).min(if *most == MANY { usize::MAX } else { *most as usize });
                    let least = *least as usize;
                    let want = if *lazy { least } else { room };
                    let mut count = 0;
                    while count < want.min(room) && test(one, self.codes.at(at + count)) {
                        count += 1;
                    }
                    op += 1;
                    if count >= least {
                        if *lazy {
                            stack.push(Undo::Take {
                                op,
                                at: at + count,
                                high: at + room,
                            });
                        } else if count > least {
                            stack.push(Undo::Give {
                                op,
                                low: at + least,
                                at: at + count,
                            });
                        }
                        at += count;
                        true
                    } else {
                        false
                    }
                }
                Op::LoopStart(counter) => {
                    let (count, last) = self.counters[*counter];
                    stack.push(Undo::Counter {
                        counter: *counter,
                        count,
                        last,
                    });
                    self.counters[*counter] = (0, NONE);
                    op += 1;
                    true
                }
                Op::Loop {
                    counter,
                    least,
                    most,
                    lazy,
                    body,
                    exit,
                } => {
                    let (count, last) = self.counters[*counter];
                    stack.push(Undo::Counter {
                        counter: *counter,
                        count,
                        last,
                    });
                    let again = count < *most && (count < *least || last != at);
                    if count < *least {
                        self.counters[*counter] = (count + 1, at);
                        op = *body;
                    } else if *lazy {
                        // The body, when asked for later, counts one more round.
                        if again {
                            stack.push(Undo::Try {
                                op: program.ops.len() + op,
                                at,
                            });
                        }
                        op = *exit;
                    } else if again {
                        stack.push(Undo::Try { op: *exit, at });
                        // Undoing past the exit must see the old counter, so it is pushed on top again.
                        stack.push(Undo::Counter {
                            counter: *counter,
                            count,
                            last,
                        });
                        self.counters[*counter] = (count + 1, at);
                        op = *body;
                    } else {
                        op = *exit;
                    }
                    true
                }
                Op::BackReference {
                    group,
                    ignore_case,
                    ascii,
                } => {
                    op += 1;
                    self.back_reference(*group, *ignore_case, *ascii, &mut at)
                }
                Op::Look { negated, width, exit } => {
                    let (target, body) = (*exit, op + 1);
                    op = target;
                    let found = match at.checked_sub(*width) {
                        Some(from) => self.sub(body, from, &mut stack, *negated).is_some(),
                        None => false,
                    };
                    found != *negated
                }
                Op::Atomic { exit } => {
                    let (target, body) = (*exit, op + 1);
                    op = target;
                    match self.sub(body, at, &mut stack, false) {
                        Some(end) => {
                            at = end;
                            true
                        }
                        None => false,
                    }
                }
                Op::IfNot { group, target } => {
                    op = if self.slots[2 * group + 1] == NONE {
                        *target
                    } else {
                        op + 1
                    };
                    true
                }
                Op::Accept => return Some(at),
                Op::Match => {
                    let empty = at == self.not_empty_at && at == self.start;
                    if !empty && (!self.whole || at == self.end) {
                        return Some(at);
                    }
                    false
                }
            };
            if ok {
                continue;
            }
            match self.backtrack(&mut stack) {
                Some((next, position)) => {
                    op = next;
                    at = position;
                }
                None => return None,
            }
        }
    }

    /// Runs a sub-program as a unit. Its slots stay when it succeeds (unless `discard`), with their undo kept.
    fn sub(&mut self, op: usize, at: usize, stack: &mut Vec<Undo>, discard: bool) -> Option<usize> {
        let slots = self.slots.clone();
        let counters = self.counters.clone();
        let last_group = self.last_group;
        let end = self.run(op, at);
        self.counters = counters;
        if end.is_none() || discard {
            self.slots = slots;
            self.last_group = last_group;
            return end;
        }
        for (slot, old) in slots.into_iter().enumerate() {
            if old != self.slots[slot] {
                stack.push(Undo::Slot { slot, old });
            }
        }
        end
    }

    fn back_reference(&self, group: usize, ignore_case: bool, ascii: bool, at: &mut usize) -> bool {
        let (from, to) = (self.slots[2 * group], self.slots[2 * group + 1]);
        if from == NONE || to == NONE || to < from {
            return false;
        }
        if to - from > self.end - *at {
            return false;
        }
        for i in from..to {
            let (a, b) = (self.codes.at(i), self.codes.at(*at));
            if a != b && !(ignore_case && lower(a, ascii) == lower(b, ascii)) {
                return false;
            }
            *at += 1;
        }
        true
    }

    fn backtrack(&mut self, stack: &mut Vec<Undo>) -> Option<(usize, usize)> {
        while let Some(undo) = stack.pop() {
            match undo {
                Undo::Slot { slot, old } => self.slots[slot] = old,
                Undo::Counter { counter, count, last } => self.counters[counter] = (count, last),
                Undo::Try { op, at } => {
                    let len = self.program.ops.len();
                    if op < len {
                        return Some((op, at));
                    }
                    // The postponed body of a lazy loop.
                    if let Op::Loop { counter, body, .. } = &self.program.ops[op - len] {
                        let (count, last) = self.counters[*counter];
                        stack.push(Undo::Counter {
                            counter: *counter,
                            count,
                            last,
                        });
                        self.counters[*counter] = (count + 1, at);
                        return Some((*body, at));
                    }
                }
                Undo::Give { op, low, at } => {
                    let at = at - 1;
                    if at > low {
                        stack.push(Undo::Give { op, low, at });
                    }
                    return Some((op, at));
                }
                Undo::Take { op, at, high } => {
                    if let (Op::Run { one, .. }, true) = (&self.program.ops[op - 1], at < high) {
                        if test(one, self.codes.at(at)) {
                            stack.push(Undo::Take { op, at: at + 1, high });
                            return Some((op, at + 1));
                        }
                    }
                }
            }
        }
        None
    }
}
