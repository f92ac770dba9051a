//! The report of an uncaught exception: its causes, the exceptions of a group, notes. Without places in the source.
use crate::error::{exc, Exc, PyErr};
use crate::object::{symbols as sym, Ref};

/// Causes and contexts beyond this depth are left out.
const DEEP: u32 = 20;

struct Report {
    out: String,
    /// Levels of groups around the present exception.
    level: usize,
    /// The frame of the innermost group is still open at the bottom.
    open: bool,
}

/// What goes to stderr.
pub fn text(e: &Ref<Exc>) -> String {
    let mut report = Report {
        out: String::new(),
        level: 0,
        open: false,
    };
    report.exception(e, 0);
    report.out
}

/// The same for exceptions that the runtime raised.
pub fn own_text(e: &Ref<Exc>) -> String {
    let mut text = String::new();
    if let (Some(context), false) = (e.context().cast::<Exc>(), e.suppresses_context()) {
        text = own_text(context);
        text.push_str("\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    text.push_str("Traceback (most recent call last):\n");
    text.push_str(&e.own_line());
    text.push('\n');
    text
}

fn is_group(e: &Ref<Exc>) -> bool {
    e.info().has_base(exc::BaseExceptionGroup.id)
}

impl Report {
    fn margin(&mut self, mark: &str) {
        for _ in 0..self.level {
            self.out.push_str("  ");
        }
        if self.level > 0 {
            self.out.push_str(mark);
        }
    }

    fn line(&mut self, text: &str) {
        for line in text.split('\n') {
            self.margin("| ");
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn exception(&mut self, e: &Ref<Exc>, depth: u32) {
        if depth < DEEP {
            let (cause, context) = (e.cause(), e.context());
            if let Some(cause) = cause.cast::<Exc>() {
                self.exception(cause, depth + 1);
                self.line("\nThe above exception was the direct cause of the following exception:\n");
            } else if let (Some(context), false) = (context.cast::<Exc>(), e.suppresses_context()) {
                self.exception(context, depth + 1);
                self.line("\nDuring handling of the above exception, another exception occurred:\n");
            }
        }
        if is_group(e) {
            return self.group(e, depth);
        }
        if e.is_raised() {
            self.line("Traceback (most recent call last):");
        }
        self.last(e);
    }

    /// `Class: text`, and the notes.
    fn last(&mut self, e: &Ref<Exc>) {
        self.line(&PyErr::from(e.clone()).last_line());
        let Ok(Some(notes)) = e.value().find_attr(crate::member::__notes__.name()) else {
            return;
        };
        let Ok(notes) = notes.iter().and_then(|notes| notes.collect()) else {
            return;
        };
        for note in notes {
            if let Ok(note) = note.to_str() {
                self.line(note.as_str());
            }
        }
    }

    fn group(&mut self, e: &Ref<Exc>, depth: u32) {
        let outermost = self.level == 0;
        if outermost {
            self.level = 1;
            self.margin("+ ");
            self.out
                .push_str("Exception Group Traceback (most recent call last):\n");
        } else if e.is_raised() {
            self.line("Exception Group Traceback (most recent call last):");
        }
        self.last(e);
        let members = e
            .value()
            .attr(sym::exceptions)
            .and_then(|all| all.iter()?.collect());
        let members = members.unwrap_or_default();
        for (at, member) in members.iter().enumerate() {
            self.margin(if at == 0 { "+-" } else { "  " });
            let number = crate::numbers::int_text(at as i64 + 1);
            self.out.push_str(&crate::join![
                "+---------------- ",
                &number,
                " ----------------\n"
            ]);
            self.open |= at + 1 == members.len();
            self.level += 1;
            if let (Some(member), true) = (member.cast::<Exc>(), depth < DEEP) {
                self.exception(member, depth + 1);
            }
            self.level -= 1;
            if self.open && at + 1 == members.len() {
                self.margin("  ");
                self.out.push_str("+------------------------------------\n");
                self.open = false;
            }
        }
        if outermost {
            self.level = 0;
        }
    }
}
