def search(grid, wanted):
    for row in grid:
        for cell in row:
            if cell == wanted:
                break
        else:
            continue
        break
    else:
        return "nowhere"
    while cell:
        cell = cell.next
    return cell
print(search)
# expect:
# #![allow(unused_assignments)]
#
# use py::{lit, Function, Global, Param, Value, R};
# use std::process::ExitCode;
#
# py::program_symbols! {
#     grid = "grid",
#     wanted = "wanted",
# }
#
# py::globals! {
#     SEARCH = "search",
# }
#
# fn search(grid: &Value, wanted: &Value) -> R<Value> {
#     let mut cell = Value::Unset;
#     'search_2: {
#         'outer: for row in grid.iter()? {
#             let row = row?;
#             'search: {
#                 for item in row.iter()? {
#                     cell = item?;
#                     if cell.is_eq(wanted)? {
#                         break 'search;
#                     }
#                 }
#                 continue 'outer;
#             }
#             break 'search_2;
#         }
#         return Ok(lit!("nowhere"));
#     }
#     while cell.truth()? {
#         cell = cell.attr(sym::next)?;
#     }
#     Ok(cell)
# }
#
# fn __main__() -> R<()> {
#     SEARCH.set(Function::plain(py::def!(
#         "search",
#         [Param::plain(sym::grid), Param::plain(sym::wanted)],
#         |_, a| search(&a[0], &a[1]),
#     )));
#     py::print(&[SEARCH.value()])?;
#     Ok(())
# }
#
# fn main() -> ExitCode {
#     py::main(sym::PROGRAM, &[], __main__)
# }
