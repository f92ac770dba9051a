//! The program of a compiled pattern, for the matcher.

/// Flags of a pattern, with the values of Python's `re.RegexFlag`.
pub const IGNORECASE: u32 = 2;
pub const LOCALE: u32 = 4;
pub const MULTILINE: u32 = 8;
pub const DOTALL: u32 = 16;
pub const UNICODE: u32 = 32;
pub const VERBOSE: u32 = 64;
pub const DEBUG: u32 = 128;
pub const ASCII: u32 = 256;

/// A class of code points that has a name.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Category {
    Digit,
    Space,
    Word,
}

/// One member of a `[…]` set.
#[derive(Clone, PartialEq, Debug)]
pub enum Member {
    Range(u32, u32),
    Category { what: Category, negated: bool },
}

#[derive(Clone, PartialEq, Debug)]
pub struct Set {
    pub members: Vec<Member>,
    pub negated: bool,
    pub ignore_case: bool,
    pub ascii: bool,
}

/// A test of one code point.
#[derive(Clone, PartialEq, Debug)]
pub enum One {
    Char(u32),
    /// Compared after lowering both; the stored one is lowered.
    CharIgnore(u32, bool),
    /// Anything but a newline.
    Any,
    All,
    Set(Box<Set>),
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Place {
    LineStart,
    TextStart,
    /// `$` without MULTILINE: the end, or before a last newline.
    TextEndLine,
    LineEnd,
    TextEnd,
    Boundary {
        ascii: bool,
    },
    NotBoundary {
        ascii: bool,
    },
}

/// The syntax tree of a pattern.
#[derive(Clone, PartialEq, Debug)]
pub enum Node {
    Empty,
    One(One),
    At(Place),
    Sequence(Vec<Node>),
    Branch(Vec<Node>),
    /// Group number, or None for `(?:…)`.
    Group(Option<usize>, Box<Node>),
    Repeat {
        node: Box<Node>,
        least: u32,
        most: u32,
        kind: RepeatKind,
    },
    BackReference {
        group: usize,
        ignore_case: bool,
        ascii: bool,
    },
    Look {
        node: Box<Node>,
        behind: bool,
        negated: bool,
    },
    Atomic(Box<Node>),
    Conditional {
        group: usize,
        yes: Box<Node>,
        no: Box<Node>,
    },
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum RepeatKind {
    Greedy,
    Lazy,
    Possessive,
}

/// "No upper bound" of a repeat.
pub const MANY: u32 = u32::MAX;

/// An instruction; targets are indices into the program.
#[derive(Debug)]
pub enum Op {
    One(One),
    At(Place),
    /// Tries the first target, then the second.
    Split(usize, usize),
    Jump(usize),
    Save(usize),
    /// A repeated single-code-point test.
    Run {
        one: One,
        least: u32,
        most: u32,
        lazy: bool,
    },
    /// Starts a counted loop: counter to 0.
    LoopStart(usize),
    /// Decides after `count` rounds whether to go on with the body or to leave.
    Loop {
        counter: usize,
        least: u32,
        most: u32,
        lazy: bool,
        body: usize,
        exit: usize,
    },
    BackReference {
        group: usize,
        ignore_case: bool,
        ascii: bool,
    },
    /// Runs the sub-program that follows up to its `Accept`; `exit` is what comes after it. `width`: how far back.
    Look {
        negated: bool,
        width: usize,
        exit: usize,
    },
    /// Runs the sub-program that follows as a unit, without backtracking into it.
    Atomic {
        exit: usize,
    },
    /// Jumps to the target when the group has not matched.
    IfNot {
        group: usize,
        target: usize,
    },
    /// The end of a sub-program.
    Accept,
    /// The end of the pattern.
    Match,
}

/// Lowest and highest number of code points that a node matches.
pub fn width(node: &Node, groups: &[(usize, usize)]) -> (usize, usize) {
    let limit = usize::MAX;
    match node {
        Node::Empty | Node::At(_) | Node::Look { .. } => (0, 0),
        Node::One(_) => (1, 1),
        Node::Sequence(parts) => parts.iter().fold((0, 0), |(lo, hi), part| {
            let (a, b) = width(part, groups);
            (lo + a, hi.saturating_add(b))
        }),
        Node::Branch(parts) => {
            let all = parts.iter().map(|part| width(part, groups));
            all.fold((limit, 0), |(lo, hi), (a, b)| (lo.min(a), hi.max(b)))
        }
        Node::Group(_, node) | Node::Atomic(node) => width(node, groups),
        Node::Repeat {
            node, least, most, ..
        } => {
            let (lo, hi) = width(node, groups);
            let most = if *most == MANY { limit } else { *most as usize };
            (lo.saturating_mul(*least as usize), hi.saturating_mul(most))
        }
        Node::BackReference { group, .. } => groups.get(*group).copied().unwrap_or((0, 0)),
        Node::Conditional { yes, no, .. } => {
            let (a, b) = width(yes, groups);
            let (c, d) = width(no, groups);
            (a.min(c), b.max(d))
        }
    }
}
