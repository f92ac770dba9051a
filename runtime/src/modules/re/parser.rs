//! Pattern text to syntax tree, with the errors of CPython's `re` (Lib/re/_parser.py describes the grammar).
use super::node::*;

/// A syntax error: message and position in the pattern.
#[derive(Debug)]
pub struct Fault {
    pub text: String,
    pub at: usize,
}

type P<T> = Result<T, Fault>;

pub struct Parsed {
    pub node: Node,
    pub flags: u32,
    /// Number of groups, 0 not counted.
    pub groups: usize,
    pub names: Vec<(String, usize)>,
}

pub struct Parser<'a> {
    text: &'a [u32],
    at: usize,
    flags: u32,
    groups: usize,
    names: Vec<(String, usize)>,
    /// Groups that are still open, for "cannot refer to an open group".
    open: Vec<usize>,
    /// Width of each closed group.
    widths: Vec<(usize, usize)>,
    depth: u32,
    is_bytes: bool,
    in_lookbehind: u32,
}

/// Deepest nesting of groups.
const DEPTH: u32 = 500;

fn fault<T>(text: impl Into<String>, at: usize) -> P<T> {
    Err(Fault {
        text: text.into(),
        at,
    })
}

fn printable(code: u32) -> String {
    char::from_u32(code).map_or(String::new(), String::from)
}

/// Parses a whole pattern.
pub fn parse(text: &[u32], flags: u32, is_bytes: bool) -> P<Parsed> {
    let mut parser = Parser {
        text,
        at: 0,
        flags,
        groups: 0,
        names: Vec::new(),
        open: Vec::new(),
        widths: vec![(0, 0)],
        depth: 0,
        is_bytes,
        in_lookbehind: 0,
    };
    if !is_bytes && flags & ASCII == 0 {
        parser.flags |= UNICODE;
    }
    let mut node = parser.branch()?;
    // A global flag such as VERBOSE at the start changes how the rest is read: once more with it set.
    if parser.flags & VERBOSE != 0 && flags & VERBOSE == 0 {
        return parse(text, flags | VERBOSE, is_bytes);
    }
    if parser.at < text.len() {
        return fault("unbalanced parenthesis", parser.at);
    }
    if matches!(&node, Node::Sequence(parts) if parts.is_empty()) {
        node = Node::Empty;
    }
    Ok(Parsed {
        node,
        flags: parser.flags,
        groups: parser.groups,
        names: parser.names,
    })
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).and_then(|c| char::from_u32(*c))
    }
    fn starts(&self, c: char) -> bool {
        self.text.get(self.at) == Some(&(c as u32))
    }
    fn eat(&mut self, c: char) -> bool {
        let found = self.starts(c);
        self.at += usize::from(found);
        found
    }
    fn flag(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    fn branch(&mut self) -> P<Node> {
        self.depth += 1;
        if self.depth > DEPTH {
            return fault("pattern nested too deeply", self.at);
        }
        let mut parts = vec![self.sequence()?];
        while self.eat('|') {
            parts.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(if parts.len() == 1 {
            parts.remove(0)
        } else {
            Node::Branch(parts)
        })
    }

    fn sequence(&mut self) -> P<Node> {
        let mut parts = Vec::new();
        while let Some(&code) = self.text.get(self.at) {
            let here = self.at;
            let c = char::from_u32(code).unwrap_or('\u{fffd}');
            if c == '|' || c == ')' {
                break;
            }
            self.at += 1;
            if self.flag(VERBOSE) {
                if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c') {
                    continue;
                }
                if c == '#' {
                    while self.at < self.text.len() && !self.eat('\n') {
                        self.at += 1;
                    }
                    continue;
                }
            }
            match c {
                '.' => parts.push(Node::One(if self.flag(DOTALL) { One::All } else { One::Any })),
                '^' => {
                    let place = if self.flag(MULTILINE) {
                        Place::LineStart
                    } else {
                        Place::TextStart
                    };
                    parts.push(Node::At(place));
                }
                '$' => {
                    let place = if self.flag(MULTILINE) {
                        Place::LineEnd
                    } else {
                        Place::TextEndLine
                    };
                    parts.push(Node::At(place));
                }
                '[' => {
                    let set = self.set(here)?;
                    parts.push(set);
                }
                '(' => {
                    if let Some(node) = self.group(here)? {
                        parts.push(node);
                    }
                }
                '\\' => {
                    let node = self.escape(here)?;
                    parts.push(node);
                }
                '*' | '+' | '?' | '{' => {
                    if !self.repeat(c, here, &mut parts)? {
                        parts.push(self.literal(code));
                    }
                }
                _ => parts.push(self.literal(code)),
            }
        }
        Ok(if parts.len() == 1 {
            parts.remove(0)
        } else {
            Node::Sequence(parts)
        })
    }

    fn literal(&self, code: u32) -> Node {
        Node::One(if self.flag(IGNORECASE) {
            let ascii = self.flag(ASCII) || self.is_bytes;
            One::CharIgnore(super::matcher::lower(code, ascii), ascii)
        } else {
            One::Char(code)
        })
    }

    /// A quantifier after the last part; false when a `{` is an ordinary character.
    fn repeat(&mut self, c: char, here: usize, parts: &mut Vec<Node>) -> P<bool> {
        let (least, most) = match c {
            '*' => (0, MANY),
            '+' => (1, MANY),
            '?' => (0, 1),
            _ => {
                if self.starts('}') {
                    return Ok(false);
                }
                let from = self.at;
                let low = self.number();
                let high = if self.eat(',') { self.number() } else { low };
                let comma = self.text[from..self.at].contains(&(',' as u32));
                if !self.eat('}') || (low.is_none() && !comma) {
                    self.at = from;
                    return Ok(false);
                }
                let least = low.unwrap_or(0);
                let most = if comma {
                    high.unwrap_or(u64::from(MANY))
                } else {
                    least
                };
                if least >= u64::from(MANY) || most > u64::from(MANY) {
                    return fault("the repetition number is too large", from);
                }
                if most < least {
                    return fault("min repeat greater than max repeat", from);
                }
                (least as u32, most as u32)
            }
        };
        match parts.last() {
            None | Some(Node::At(_)) => return fault("nothing to repeat", here),
            Some(Node::Repeat { .. }) => return fault("multiple repeat", here),
            Some(_) => {}
        }
        let kind = if self.eat('?') {
            RepeatKind::Lazy
        } else if self.eat('+') {
            RepeatKind::Possessive
        } else {
            RepeatKind::Greedy
        };
        if let Some(node) = parts.pop() {
            parts.push(Node::Repeat {
                node: Box::new(node),
                least,
                most,
                kind,
            });
        }
        Ok(true)
    }

    fn number(&mut self) -> Option<u64> {
        let mut value = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            value = Some(
                value
                    .unwrap_or(0u64)
                    .saturating_mul(10)
                    .saturating_add(u64::from(digit)),
            );
            self.at += 1;
        }
        value
    }

    fn category(c: char) -> Option<(Category, bool)> {
        Some(match c {
            'd' => (Category::Digit, false),
            'D' => (Category::Digit, true),
            's' => (Category::Space, false),
            'S' => (Category::Space, true),
            'w' => (Category::Word, false),
            'W' => (Category::Word, true),
            _ => return None,
        })
    }

    fn one_set(&self, members: Vec<Member>, negated: bool) -> Node {
        let ascii = self.flag(ASCII) || self.is_bytes;
        Node::One(One::Set(Box::new(Set {
            members,
            negated,
            ignore_case: self.flag(IGNORECASE),
            ascii,
        })))
    }

    /// `[…]`, after the bracket.
    fn set(&mut self, here: usize) -> P<Node> {
        let negated = self.eat('^');
        let mut members = Vec::new();
        let first = self.at;
        loop {
            let start = self.at;
            let Some(&code) = self.text.get(self.at) else {
                return fault("unterminated character set", here);
            };
            self.at += 1;
            if code == ']' as u32 && start != first {
                break;
            }
            let low = self.set_member(code, start, here)?;
            if self.starts('-') {
                self.at += 1;
                let Some(&next) = self.text.get(self.at) else {
                    return fault("unterminated character set", here);
                };
                if next == ']' as u32 {
                    self.at += 1;
                    members.push(low);
                    members.push(Member::Range('-' as u32, '-' as u32));
                    break;
                }
                let at = self.at;
                self.at += 1;
                let high = self.set_member(next, at, here)?;
                match (&low, &high) {
                    (Member::Range(a, _), Member::Range(b, _)) if a <= b => {
                        members.push(Member::Range(*a, *b))
                    }
                    _ => {
                        let text: String = self.text[start..self.at].iter().map(|c| printable(*c)).collect();
                        return fault(crate::join!["bad character range ", &text], start);
                    }
                }
            } else {
                members.push(low);
            }
        }
        Ok(self.one_set(members, negated))
    }

    fn set_member(&mut self, code: u32, start: usize, here: usize) -> P<Member> {
        if code != '\\' as u32 {
            return Ok(Member::Range(code, code));
        }
        let Some(c) = self.peek() else {
            let _ = here;
            return fault("bad escape (end of pattern)", start);
        };
        self.at += 1;
        if let Some((what, negated)) = Self::category(c) {
            return Ok(Member::Category { what, negated });
        }
        let code = match c {
            'b' => 8,
            '0'..='7' => {
                let mut value = c.to_digit(8).unwrap_or(0);
                let mut digits = 1;
                while let (Some(d), true) = (self.peek().and_then(|c| c.to_digit(8)), digits < 3) {
                    value = value * 8 + d;
                    self.at += 1;
                    digits += 1;
                }
                if value > 0o377 {
                    let text: String = self.text[start..self.at].iter().map(|c| printable(*c)).collect();
                    return fault(
                        crate::join!["octal escape value ", &text, " outside of range 0-0o377"],
                        start,
                    );
                }
                value
            }
            _ => self.simple_escape(c, start)?,
        };
        Ok(Member::Range(code, code))
    }

    /// Escapes that mean one code point, in sets and outside.
    fn simple_escape(&mut self, c: char, start: usize) -> P<u32> {
        Ok(match c {
            'a' => 7,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            '\\' => '\\' as u32,
            'x' => self.hex(2, start)?,
            'u' if !self.is_bytes => self.hex(4, start)?,
            'U' if !self.is_bytes => {
                let value = self.hex(8, start)?;
                if value > 0x0010_FFFF {
                    return fault("bad escape", start);
                }
                value
            }
            c if c.is_ascii_alphanumeric() => {
                return fault(crate::join!["bad escape \\", &c.to_string()], start)
            }
            c => c as u32,
        })
    }

    fn hex(&mut self, digits: usize, start: usize) -> P<u32> {
        let mut value = 0u32;
        for _ in 0..digits {
            match self.peek().and_then(|c| c.to_digit(16)) {
                Some(digit) => {
                    value = value.wrapping_mul(16) + digit;
                    self.at += 1;
                }
                None => {
                    let text: String = self.text[start..self.at].iter().map(|c| printable(*c)).collect();
                    return fault(crate::join!["incomplete escape ", &text], start);
                }
            }
        }
        Ok(value)
    }

    /// `\…` outside a set, after the backslash.
    fn escape(&mut self, start: usize) -> P<Node> {
        let Some(c) = self.peek() else {
            return fault("bad escape (end of pattern)", start);
        };
        self.at += 1;
        let ascii = self.flag(ASCII) || self.is_bytes;
        if let Some((what, negated)) = Self::category(c) {
            return Ok(self.one_set(vec![Member::Category { what, negated }], false));
        }
        match c {
            'A' => return Ok(Node::At(Place::TextStart)),
            'Z' => return Ok(Node::At(Place::TextEnd)),
            'b' => return Ok(Node::At(Place::Boundary { ascii })),
            'B' => return Ok(Node::At(Place::NotBoundary { ascii })),
            '0' => {
                let mut value = 0;
                let mut digits = 1;
                while let (Some(d), true) = (self.peek().and_then(|c| c.to_digit(8)), digits < 3) {
                    value = value * 8 + d;
                    self.at += 1;
                    digits += 1;
                }
                return Ok(self.literal(value));
            }
            '1'..='9' => return self.numbered(c, start),
            _ => {}
        }
        let code = self.simple_escape(c, start)?;
        Ok(self.literal(code))
    }

    /// `\1` … : a reference to a group, or an octal escape of three digits.
    fn numbered(&mut self, c: char, start: usize) -> P<Node> {
        let mut value = c.to_digit(10).unwrap_or(0) as usize;
        if let Some(second) = self.peek().and_then(|c| c.to_digit(10)) {
            self.at += 1;
            let octal = c.to_digit(8).is_some() && second < 8;
            if let (true, Some(third)) = (octal, self.peek().and_then(|c| c.to_digit(8))) {
                self.at += 1;
                let code = (value as u32 * 8 + second) * 8 + third;
                if code > 0o377 {
                    let text: String = self.text[start..self.at].iter().map(|c| printable(*c)).collect();
                    return fault(
                        crate::join!["octal escape value ", &text, " outside of range 0-0o377"],
                        start,
                    );
                }
                return Ok(self.literal(code));
            }
            value = value * 10 + second as usize;
        }
        self.reference(value, start + 1, &value.to_string())
    }

    fn reference(&self, group: usize, at: usize, shown: &str) -> P<Node> {
        if group > self.groups {
            return fault(crate::join!["invalid group reference ", shown], at);
        }
        if self.open.contains(&group) {
            return fault("cannot refer to an open group", at.saturating_sub(1));
        }
        let ascii = self.flag(ASCII) || self.is_bytes;
        Ok(Node::BackReference {
            group,
            ignore_case: self.flag(IGNORECASE),
            ascii,
        })
    }

    /// A name up to `end`.
    fn name(&mut self, end: char, what: &str) -> P<String> {
        let start = self.at;
        let mut name = String::new();
        loop {
            let Some(c) = self.peek() else {
                if name.is_empty() {
                    return fault(crate::join!["missing ", what], self.at);
                }
                return fault(
                    crate::join!["missing ", &end.to_string(), ", unterminated name"],
                    start,
                );
            };
            self.at += 1;
            if c == end {
                break;
            }
            name.push(c);
        }
        if name.is_empty() {
            return fault(crate::join!["missing ", what], start);
        }
        Ok(name)
    }

    fn check_name(&self, name: &str, at: usize) -> P<()> {
        let mut chars = name.chars();
        let first = chars.next().is_some_and(|c| c.is_alphabetic() || c == '_');
        if !first || !chars.all(|c| c.is_alphanumeric() || c == '_') {
            return fault(crate::join!["bad character in group name '", name, "'"], at);
        }
        Ok(())
    }

    /// `(…)`, after the parenthesis. None: the group stands for nothing (flags, comments).
    fn group(&mut self, here: usize) -> P<Option<Node>> {
        let flags = self.flags;
        if !self.eat('?') {
            return self.capture(None, here).map(Some);
        }
        let Some(c) = self.peek() else {
            return fault("unexpected end of pattern", self.at);
        };
        self.at += 1;
        let node = match c {
            ':' => Node::Group(None, Box::new(self.branch()?)),
            '>' => Node::Atomic(Box::new(self.branch()?)),
            '=' | '!' => Node::Look {
                node: Box::new(self.branch()?),
                behind: false,
                negated: c == '!',
            },
            '<' => {
                let Some(next) = self.peek() else {
                    return fault("unexpected end of pattern", self.at);
                };
                self.at += 1;
                if next != '=' && next != '!' {
                    return fault(crate::join!["unknown extension ?<", &next.to_string()], here + 1);
                }
                self.in_lookbehind += 1;
                let node = self.branch()?;
                self.in_lookbehind -= 1;
                let (low, high) = width(&node, &self.widths);
                if low != high {
                    return fault("look-behind requires fixed-width pattern", usize::MAX);
                }
                Node::Look {
                    node: Box::new(node),
                    behind: true,
                    negated: next == '!',
                }
            }
            'P' => return self.named(here),
            '#' => loop {
                if self.at >= self.text.len() {
                    return fault("missing ), unterminated comment", here);
                }
                if self.eat(')') {
                    return Ok(None);
                }
                self.at += 1;
            },
            '(' => self.conditional()?,
            _ if c == '-' || super::flag_of(c).is_some() => {
                self.at -= 1;
                match self.inline_flags(here)? {
                    true => return Ok(None),
                    false => Node::Group(None, Box::new(self.branch()?)),
                }
            }
            _ => return fault(crate::join!["unknown extension ?", &c.to_string()], here + 1),
        };
        self.close(here)?;
        self.flags = flags;
        Ok(Some(node))
    }

    fn close(&mut self, here: usize) -> P<()> {
        if self.eat(')') {
            Ok(())
        } else {
            fault("missing ), unterminated subpattern", here)
        }
    }

    fn capture(&mut self, name: Option<String>, here: usize) -> P<Node> {
        let flags = self.flags;
        self.groups += 1;
        let group = self.groups;
        self.widths.push((0, 0));
        if let Some(name) = name {
            if let Some((_, old)) = self.names.iter().find(|(n, _)| *n == name) {
                let text = crate::join![
                    "redefinition of group name '",
                    &name,
                    "' as group ",
                    &group.to_string(),
                    "; was group ",
                    &old.to_string()
                ];
                return fault(text, here + 4);
            }
            self.names.push((name, group));
        }
        self.open.push(group);
        let node = self.branch()?;
        self.open.pop();
        self.widths[group] = width(&node, &self.widths);
        self.close(here)?;
        self.flags = flags;
        Ok(Node::Group(Some(group), Box::new(node)))
    }

    /// `(?P<name>…)` and `(?P=name)`.
    fn named(&mut self, here: usize) -> P<Option<Node>> {
        if self.eat('<') {
            let at = self.at;
            let name = self.name('>', "group name")?;
            self.check_name(&name, at)?;
            return self.capture(Some(name), here).map(Some);
        }
        if self.eat('=') {
            let at = self.at;
            let name = self.name(')', "group name")?;
            self.check_name(&name, at)?;
            return match self.names.iter().find(|(n, _)| *n == name) {
                Some((_, group)) => self.reference(*group, at, &name).map(Some),
                None => fault(crate::join!["unknown group name '", &name, "'"], at),
            };
        }
        match self.peek() {
            Some(c) => fault(crate::join!["unknown extension ?P", &c.to_string()], here + 1),
            None => fault("unexpected end of pattern", self.at),
        }
    }

    /// `(?(id)yes|no)`.
    fn conditional(&mut self) -> P<Node> {
        let at = self.at;
        let name = self.name(')', "group name")?;
        let group = match name.parse::<usize>() {
            Ok(0) => return fault("bad group number", at),
            Ok(number) => number,
            Err(_) => {
                self.check_name(&name, at)?;
                match self.names.iter().find(|(n, _)| *n == name) {
                    Some((_, group)) => *group,
                    None => return fault(crate::join!["unknown group name '", &name, "'"], at),
                }
            }
        };
        let yes = self.sequence()?;
        let no = if self.eat('|') {
            self.sequence()?
        } else {
            Node::Empty
        };
        if self.starts('|') {
            return fault("conditional backref with more than two branches", self.at);
        }
        Ok(Node::Conditional {
            group,
            yes: Box::new(yes),
            no: Box::new(no),
        })
    }

    /// `(?i)` or `(?i-s:`; true when it was a global setting, which is closed already.
    fn inline_flags(&mut self, here: usize) -> P<bool> {
        let mut add = 0;
        let mut remove = 0;
        let mut removing = false;
        loop {
            let Some(c) = self.peek() else {
                return fault("missing -, : or )", self.at);
            };
            self.at += 1;
            match c {
                ')' if !removing => {
                    if here != 0 {
                        return fault("global flags not at the start of the expression", here);
                    }
                    self.flags |= add;
                    return Ok(true);
                }
                ':' => break,
                '-' if !removing => removing = true,
                c => match super::flag_of(c) {
                    Some(flag) if removing => remove |= flag,
                    Some(flag) => add |= flag,
                    None if c.is_alphabetic() => return fault("unknown flag", self.at - 1),
                    None => {
                        return fault(
                            if removing {
                                "missing :"
                            } else {
                                "missing -, : or )"
                            },
                            self.at - 1,
                        )
                    }
                },
            }
        }
        if add & ASCII != 0 {
            self.flags &= !UNICODE;
        }
        self.flags = (self.flags | add) & !remove;
        Ok(false)
    }
}
