def f(a, b):
    a[b()] = b(a.x, *a.rest, key=a.y)
    a.n += b(a.n)
    return a.left() + (b(1) if a else b(2)) < a.right() < 10
print(f)
# expect:
# use py::{ArgList, Function, Global, Param, Value, R};
# use std::process::ExitCode;
#
# py::program_symbols! {
#     rest = "rest",
# }
#
# py::globals! {
#     F = "f",
# }
#
# fn f(a: &Value, b: &Value) -> R<Value> {
#     let value = b.call_list(
#         ArgList::new()
#             .item(a.attr(sym::x)?)
#             .items(&a.attr(sym::rest)?)
#             .named(sym::key, a.attr(sym::y)?),
#     )?;
#     a.set_item(&b.call(&[])?, value)?;
#     a.set_attr(
#         sym::n,
#         a.attr(sym::n)?.inplace(Value::iadd, &b.call(&[a.attr(sym::n)?])?)?,
#     )?;
#     let value_ = a.method(sym::left, &[])?.add(
#         &(if a.truth()? {
#             b.call(&[Value::Int(1)])?
#         } else {
#             b.call(&[Value::Int(2)])?
#         }),
#     )?;
#     let right = a.method(sym::right, &[])?;
#     let test = value_.lt(&right)?;
#     Ok(
#         if test.truth()? {
#             right.lt(&Value::Int(10))?
#         } else {
#             test
#         },
#     )
# }
#
# fn __main__() -> R<()> {
#     F.set(Function::plain(py::def!(
#         "f",
#         [Param::plain(sym::a), Param::plain(sym::b)],
#         |_, a| f(&a[0], &a[1]),
#     )));
#     py::print(&[F.value()])?;
#     Ok(())
# }
#
# fn main() -> ExitCode {
#     py::main(sym::PROGRAM, &[], __main__)
# }
