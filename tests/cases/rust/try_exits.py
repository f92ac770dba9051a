def first(items, wanted):
    for item in items:
        try:
            if item == wanted:
                return item
            if item is None:
                break
            items.check(item)
        except (KeyError, ValueError) as e:
            print(e)
            continue
        except Exception:
            raise
        else:
            print("fine")
        finally:
            print("left", item)
    return None
print(first)
# expect:
# use py::{exc, lit, Flow, Function, Global, Param, PyErr, Value, R};
# use std::process::ExitCode;
#
# py::program_symbols! {
#     check = "check",
#     wanted = "wanted",
# }
#
# py::globals! {
#     FIRST = "first",
# }
#
# fn first(items: &Value, wanted: &Value) -> R<Value> {
#     for item in items.iter()? {
#         let item = item?;
#         let outcome = py::attempt(|| {
#             match py::attempt(|| {
#                 if item.is_eq(wanted)? {
#                     return Ok(Flow::Return(item.clone()));
#                 }
#                 if item.is_none() {
#                     return Ok(Flow::Break);
#                 }
#                 items.method(sym::check, std::slice::from_ref(&item))?;
#                 Ok(Flow::Next)
#             }) {
#                 Ok(Flow::Return(value)) => return Ok(Flow::Return(value)),
#                 Ok(Flow::Break) => return Ok(Flow::Break),
#                 Ok(_) => {
#                     py::print_texts(&["fine"])?;
#                 }
#                 Err(error) if error.is(&exc::KeyError) || error.is(&exc::ValueError) => {
#                     let _handling = error.handling();
#                     let e = error.value();
#                     py::print(std::slice::from_ref(&e))?;
#                     return Ok(Flow::Continue);
#                 }
#                 Err(error) if error.is(&exc::Exception) => {
#                     let _handling = error.handling();
#                     return Err(PyErr::reraise());
#                 }
#                 Err(error) => return Err(error),
#             }
#             Ok(Flow::Next)
#         });
#         {
#             let _handling = py::handling(&outcome);
#             py::print(&[lit!("left"), item.clone()])?;
#         }
#         match outcome? {
#             Flow::Return(value_) => return Ok(value_),
#             Flow::Break => break,
#             Flow::Continue => continue,
#             _ => {}
#         }
#     }
#     Ok(Value::None)
# }
#
# fn __main__() -> R<()> {
#     FIRST.set(Function::plain(py::def!(
#         "first",
#         [Param::plain(sym::items), Param::plain(sym::wanted)],
#         |_, a| first(&a[0], &a[1]),
#     )));
#     py::print(&[FIRST.value()])?;
#     Ok(())
# }
#
# fn main() -> ExitCode {
#     py::main(sym::PROGRAM, &[], __main__)
# }
