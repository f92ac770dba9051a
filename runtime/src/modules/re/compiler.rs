//! Syntax tree to program.
use super::node::*;

pub struct Program {
    pub ops: Vec<Op>,
    pub counters: usize,
}

/// The program of a whole pattern; slots 2g and 2g+1 hold the bounds of group g.
pub fn compile(node: &Node, widths: &[(usize, usize)]) -> Program {
    let mut compiler = Compiler {
        ops: Vec::new(),
        counters: 0,
        widths,
    };
    compiler.node(node);
    compiler.ops.push(Op::Match);
    Program {
        ops: compiler.ops,
        counters: compiler.counters,
    }
}

struct Compiler<'a> {
    ops: Vec<Op>,
    counters: usize,
    widths: &'a [(usize, usize)],
}

impl Compiler<'_> {
    fn here(&self) -> usize {
        self.ops.len()
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Empty => {}
            Node::One(one) => self.ops.push(Op::One(one.clone())),
            Node::At(place) => self.ops.push(Op::At(*place)),
            Node::Sequence(parts) => parts.iter().for_each(|part| self.node(part)),
            Node::Branch(parts) => self.branch(parts),
            Node::Group(None, node) => self.node(node),
            Node::Group(Some(group), node) => {
                self.ops.push(Op::Save(2 * group));
                self.node(node);
                self.ops.push(Op::Save(2 * group + 1));
            }
            Node::Repeat {
                node,
                least,
                most,
                kind,
            } => self.repeat(node, *least, *most, *kind),
            Node::BackReference {
                group,
                ignore_case,
                ascii,
            } => {
                self.ops.push(Op::BackReference {
                    group: *group,
                    ignore_case: *ignore_case,
                    ascii: *ascii,
                });
            }
            Node::Look {
                node,
                behind,
                negated,
            } => {
                let width = if *behind { width(node, self.widths).0 } else { 0 };
                let at = self.here();
                self.ops.push(Op::Accept);
                self.node(node);
                self.ops.push(Op::Accept);
                self.ops[at] = Op::Look {
                    negated: *negated,
                    width,
                    exit: self.here(),
                };
            }
            Node::Atomic(node) => self.atomic(|compiler| compiler.node(node)),
            Node::Conditional { group, yes, no } => {
                let test = self.here();
                self.ops.push(Op::Accept);
                self.node(yes);
                let jump = self.here();
                self.ops.push(Op::Accept);
                self.ops[test] = Op::IfNot {
                    group: *group,
                    target: self.here(),
                };
                self.node(no);
                self.ops[jump] = Op::Jump(self.here());
            }
        }
    }

    fn atomic(&mut self, body: impl FnOnce(&mut Self)) {
        let at = self.here();
        self.ops.push(Op::Accept);
        body(self);
        self.ops.push(Op::Accept);
        self.ops[at] = Op::Atomic { exit: self.here() };
    }

    fn branch(&mut self, parts: &[Node]) {
        let mut jumps = Vec::new();
        for (i, part) in parts.iter().enumerate() {
            if i + 1 < parts.len() {
                let split = self.here();
                self.ops.push(Op::Accept);
                self.node(part);
                jumps.push(self.here());
                self.ops.push(Op::Accept);
                self.ops[split] = Op::Split(split + 1, self.here());
            } else {
                self.node(part);
            }
        }
        for jump in jumps {
            self.ops[jump] = Op::Jump(self.here());
        }
    }

    fn repeat(&mut self, node: &Node, least: u32, most: u32, kind: RepeatKind) {
        if kind == RepeatKind::Possessive {
            return self.atomic(|compiler| compiler.repeat(node, least, most, RepeatKind::Greedy));
        }
        let lazy = kind == RepeatKind::Lazy;
        if let Node::One(one) = node {
            self.ops.push(Op::Run {
                one: one.clone(),
                least,
                most,
                lazy,
            });
            return;
        }
        let counter = self.counters;
        self.counters += 1;
        self.ops.push(Op::LoopStart(counter));
        let test = self.here();
        self.ops.push(Op::Accept);
        self.node(node);
        self.ops.push(Op::Jump(test));
        self.ops[test] = Op::Loop {
            counter,
            least,
            most,
            lazy,
            body: test + 1,
            exit: self.here(),
        };
    }
}
