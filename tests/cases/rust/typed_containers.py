def count_words(text):
    """How often each word occurs, the most frequent first."""
    counts = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def transpose(rows):
    return [[row[i] for row in rows] for i in range(len(rows[0]))]


def unique(items):
    seen = set()
    kept = []
    for item in items:
        if item not in seen:
            seen.add(item)
            kept.append(item)
    return kept


def caesar(text, shift):
    out = ""
    for c in text:
        out += chr((ord(c) - 97 + shift) % 26 + 97) if c.isalpha() else c
    return out


def swapped(pairs):
    return [(b, a) for a, b in pairs]


for place, (word, n) in enumerate(count_words("a b a"), 1):
    print(place, word, n)
print(transpose([[1, 2], [3, 4]]), unique([1, 2, 1]), caesar("abc xyz", 3), swapped([(1, "a")]))
# expect:
# #![allow(unused_assignments)]
#
# use py::{member, text, Args, Dict, Function, List, Param, Set, Str, Value, R};
# use std::process::ExitCode;
#
# py::program_symbols! {
#     pair = "pair",
# }
#
# fn count_words_lambda(pair: &(Str, i64)) -> R<(i64, Str)> {
#     Ok((-pair.1, pair.0.clone()))
# }
#
# /// How often each word occurs, the most frequent first.
# fn count_words(text_: &Str) -> R<List<(Str, i64)>> {
#     let counts = Dict::<Str, i64>::new();
#     for word in text_.lower().split().iter() {
#         counts.set(word.clone(), counts.get_or(&word, 0)? + 1)?;
#     }
#     Ok(py::exact::<List<(Str, i64)>>(&py::builtins::sorted(Args::named(
#         &[
#             counts.method(sym::items, &[])?,
#             Function::plain(py::def!(
#                 "<lambda>",
#                 [Param::plain(sym::pair)],
#                 |_, a| Ok(Value::from(count_words_lambda(&py::exact::<(Str, i64)>(&a[0]))?)),
#                 qualname = "count_words.<locals>.<lambda>",
#             )),
#         ],
#         &[sym::key],
#     ))?))
# }
#
# fn transpose(rows: &List<List<i64>>) -> R<List<List<i64>>> {
#     let range = 0..rows.at(0)?.len();
#     let list = List::<List<i64>>::new(Vec::new());
#     for i in range {
#         let list_ = List::<i64>::new(Vec::new());
#         for row in rows.iter() {
#             list_.push(row.at(i)?);
#         }
#         list.push(list_);
#     }
#     Ok(list)
# }
#
# fn unique(items: &List<i64>) -> R<List<i64>> {
#     let seen = Set::<i64>::new();
#     let kept = List::<i64>::new(Vec::new());
#     for item in items.iter() {
#         if !seen.has(&item)? {
#             seen.add(item)?;
#             kept.push(item);
#         }
#     }
#     Ok(kept)
# }
#
# fn caesar(text_: &Str, shift: i64) -> R<Str> {
#     let mut out = text!("");
#     for c in text_.iter() {
#         out.push(
#             &(if c.isalpha() {
#                 Str::chr((c.ord()? - 97 + shift).rem_euclid(26) + 97)?
#             } else {
#                 c.clone()
#             }),
#         );
#     }
#     Ok(out)
# }
#
# fn swapped(pairs: &List<(i64, Str)>) -> R<List<(Str, i64)>> {
#     let list = List::<(Str, i64)>::new(Vec::new());
#     for (a, b) in pairs.iter() {
#         list.push((b.clone(), a));
#     }
#     Ok(list)
# }
#
# fn __main__() -> R<()> {
#     for (place, item) in (1_i64..).zip(count_words(&text!("a b a"))?.iter()) {
#         let (word, n) = item;
#         py::print(&[Value::Int(place), Value::from(word.clone()), Value::Int(n)])?;
#     }
#     py::print(&[
#         Value::from(transpose(&List::new(vec![
#             List::new(vec![1_i64, 2]),
#             List::new(vec![3_i64, 4]),
#         ]))?),
#         Value::from(unique(&List::new(vec![1_i64, 2, 1]))?),
#         Value::from(caesar(&text!("abc xyz"), 3)?),
#         Value::from(swapped(&List::new(vec![(1_i64, text!("a"))]))?),
#     ])?;
#     Ok(())
# }
#
# fn main() -> ExitCode {
#     py::main(sym::PROGRAM, &[member::items], __main__)
# }
