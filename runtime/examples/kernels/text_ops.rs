//! Operations on str and bytes.

use super::{ok, Answer, Arg};
use py::fault::Fault;
use py::text::{self, Offsets, Place, Side};

fn place(code: i64) -> Place {
    [Place::Left, Place::Right, Place::Center][code as usize]
}

fn side(code: i64) -> Side {
    [Side::Left, Side::Right, Side::Both][code as usize]
}

pub fn answer(op: &str, a: &[Arg]) -> Option<Answer> {
    on_str(op, a)
        .or_else(|| on_bytes(op, a))
        .or_else(|| on_codecs(op, a))
}

fn on_str(op: &str, a: &[Arg]) -> Option<Answer> {
    if !op.starts_with("str_") {
        return None;
    }
    let t = a[0].text();
    let table = Offsets::new(t);
    Some(match &op[4..] {
        "at" => ok(t.at(Some(&table), a[1].small() as usize) as i64),
        "slice" => ok(t.slice(Some(&table), a[1].small() as usize, a[2].small() as usize)),
        "slice_plain" => ok(t.slice(None, a[1].small() as usize, a[2].small() as usize)),
        "step" => ok(t.slice_step(
            Some(&table),
            a[1].small() as usize,
            a[2].small(),
            a[3].small() as usize,
        )),
        "find" | "rfind" => {
            let (start, end) = text::clamp_range(a[2].small(), a[3].small(), t.len);
            let kernel = if op == "str_find" {
                text::find_in
            } else {
                text::rfind_in
            };
            ok(kernel(t, Some(&table), a[1].bytes(), start, end))
        }
        "count" => ok(text::count(t.bytes, a[1].bytes())),
        "replace" => ok(text::replace(t, a[1].text(), a[2].text(), a[3].small())),
        "split" => ok(text::split(t, a[1].text(), a[2].small())),
        "rsplit" => ok(text::rsplit(t, a[1].text(), a[2].small())),
        "split_space" => ok(text::split_space(t, a[1].small())),
        "rsplit_space" => ok(text::rsplit_space(t, a[1].small())),
        "splitlines" => ok(text::splitlines(t, a[1].small() != 0)),
        "partition" => ok(text::partition(t.bytes, a[1].bytes())),
        "rpartition" => ok(text::rpartition(t.bytes, a[1].bytes())),
        "strip" if a[1].is_none() => ok(text::strip_space(t, side(a[2].small()))),
        "strip" => ok(text::strip(t, a[1].text(), side(a[2].small()))),
        "lower" => ok(text::lower(t)),
        "upper" => ok(text::upper(t)),
        "title" => ok(text::title(t)),
        "capitalize" => ok(text::capitalize(t)),
        "swapcase" => ok(text::swapcase(t)),
        "casefold" => ok(text::casefold(t)),
        "isalpha" => ok(text::is_alpha(t)),
        "isalnum" => ok(text::is_alnum(t)),
        "isdigit" => ok(text::is_digit(t)),
        "isdecimal" => ok(text::is_decimal(t)),
        "isnumeric" => ok(text::is_numeric(t)),
        "isspace" => ok(text::is_space_text(t)),
        "isupper" => ok(text::is_upper(t)),
        "islower" => ok(text::is_lower(t)),
        "istitle" => ok(text::is_title(t)),
        "isidentifier" => ok(text::is_identifier(t)),
        "isprintable" => ok(text::is_printable(t)),
        "isascii" => ok(t.is_ascii()),
        "zfill" => ok(text::zfill(t, a[1].small())),
        "pad" => ok(text::pad(
            t,
            a[1].small(),
            place(a[2].small()),
            text::first_point(a[3].bytes()),
        )),
        "expandtabs" => ok(text::expandtabs(t, a[1].small())),
        "repr" | "ascii" => {
            let mut out = Vec::new();
            if op == "str_repr" {
                text::repr(t, &mut out);
            } else {
                text::ascii(t, &mut out);
            }
            ok(out)
        }
        "hash" => ok(text::hash(t)),
        _ => return None,
    })
}

fn on_bytes(op: &str, a: &[Arg]) -> Option<Answer> {
    if !op.starts_with("bytes_") {
        return None;
    }
    let b = a[0].bytes();
    Some(match &op[6..] {
        "find" => ok(text::index_of(b, a[1].bytes())),
        "rfind" => ok(text::rindex_of(b, a[1].bytes())),
        "replace" => ok(text::replace_bytes(b, a[1].bytes(), a[2].bytes(), a[3].small())),
        "split" => ok(text::split_bytes(b, a[1].bytes(), a[2].small())),
        "rsplit" => ok(text::rsplit_bytes(b, a[1].bytes(), a[2].small())),
        "split_space" => ok(text::split_space_bytes(b, a[1].small())),
        "rsplit_space" => ok(text::rsplit_space_bytes(b, a[1].small())),
        "splitlines" => ok(text::splitlines_bytes(b, a[1].small() != 0)),
        "strip" => {
            let chars = if a[1].is_none() { None } else { Some(a[1].bytes()) };
            ok(text::strip_bytes(b, chars, side(a[2].small())))
        }
        "lower" => ok(text::lower_bytes(b)),
        "upper" => ok(text::upper_bytes(b)),
        "title" => ok(text::title_bytes(b)),
        "capitalize" => ok(text::capitalize_bytes(b)),
        "swapcase" => ok(text::swapcase_bytes(b)),
        "isalpha" => ok(text::is_alpha_bytes(b)),
        "isalnum" => ok(text::is_alnum_bytes(b)),
        "isdigit" => ok(text::is_digit_bytes(b)),
        "isspace" => ok(text::is_space_bytes(b)),
        "isupper" => ok(text::is_upper_bytes(b)),
        "islower" => ok(text::is_lower_bytes(b)),
        "istitle" => ok(text::is_title_bytes(b)),
        "pad" => ok(text::pad_bytes(
            b,
            a[1].small(),
            place(a[2].small()),
            a[3].bytes()[0],
        )),
        "zfill" => ok(text::zfill(text::Text::from_ascii(b), a[1].small()).bytes),
        "expandtabs" => ok(text::expandtabs(text::Text::from_ascii(b), a[1].small()).bytes),
        "hex" => ok(text::hex(
            b,
            if a[1].is_none() {
                None
            } else {
                Some(a[1].bytes()[0])
            },
            a[2].small(),
        )),
        "from_hex" => text::from_hex(b).and_then(ok),
        "repr" => {
            let mut out = Vec::new();
            text::repr_bytes(b, &mut out);
            ok(out)
        }
        "hash" => ok(text::hash_bytes(b)),
        _ => return None,
    })
}

fn on_codecs(op: &str, a: &[Arg]) -> Option<Answer> {
    let encoding = || text::find_encoding(a[1].str()).ok_or(Fault::Lookup("unknown encoding".into()));
    Some(match op {
        "encode" => encoding()
            .and_then(|encoding| text::encode(a[0].text(), encoding, text::find_policy(a[2].str())))
            .and_then(ok),
        "decode" => encoding()
            .and_then(|encoding| text::decode(a[0].bytes(), encoding, text::find_policy(a[2].str())))
            .and_then(ok),
        _ => return None,
    })
}
