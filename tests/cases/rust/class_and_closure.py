class Shape:
    """Something with a name."""
    sides = 0
    def __init__(self, name, *more, scale=1):
        self.name = name
    # How it shows itself.
    def show(self):
        return super().__repr__() + self.name

def counter(start):
    n = start
    def step(by=1):
        nonlocal n
        n += by
        return n
    return step
print(Shape, counter, sum(x.n for x in Shape.all if x))
# expect:
# use py::{lit, member, Args, Cell, Function, GenExpr, Global, Namespace, Param, Step, Value, R};
# use std::process::ExitCode;
#
# py::program_symbols! {
#     sides = "sides",
#     scale = "scale",
#     more = "more",
#     show = "show",
#     by = "by",
#     all = "all",
# }
#
# py::globals! {
#     SHAPE = "Shape",
#     COUNTER = "counter",
# }
#
# /// Something with a name.
# struct Shape;
#
# impl Shape {
#     fn __init__(self_: &Value, name: &Value, _scale: i64, _more: &Value) -> R<Value> {
#         self_.set_attr(sym::name, name.clone())?;
#         Ok(Value::None)
#     }
#
#     // How it shows itself.
#     fn show(__class__: &Cell, self_: &Value) -> R<Value> {
#         py::super_of(&__class__.get_free("__class__")?, self_)?
#             .call_method(sym::__repr__, &[])?
#             .add(&self_.attr(sym::name)?)
#     }
#
#     fn class_body(ns: &Namespace) -> R<()> {
#         let __class__ = ns.class_cell();
#         ns.set(sym::__doc__, lit!("Something with a name."));
#         ns.set(sym::sides, Value::Int(0));
#         ns.set(
#             sym::__init__,
#             Function::new(
#                 py::def!(
#                     "__init__",
#                     [
#                         Param::plain(sym::self_),
#                         Param::plain(sym::name),
#                         Param::keyword(sym::scale).optional(),
#                         Param::rest(sym::more),
#                     ],
#                     |_, a| Shape::__init__(&a[0], &a[1], py::exact_i64(&a[2])?, &a[3]),
#                     qualname = "Shape.__init__",
#                 ),
#                 Vec::new(),
#                 vec![Value::Int(1)],
#             )
#             .value(),
#         );
#         ns.set(
#             sym::show,
#             Function::new(
#                 py::def!(
#                     "show",
#                     [Param::plain(sym::self_)],
#                     |f, a| Shape::show(f.cell(0), &a[0]),
#                     qualname = "Shape.show",
#                 ),
#                 vec![__class__.clone()],
#                 Vec::new(),
#             )
#             .value(),
#         );
#         Ok(())
#     }
# }
#
# fn counter_step(n: &Cell, by: &Value) -> R<Value> {
#     n.set(n.get_free("n")?.inplace(Value::iadd, by)?);
#     n.get_free("n")
# }
#
# fn counter(start: &Value) -> R<Value> {
#     let n = Cell::default();
#     n.set(start.clone());
#     let step = Function::new(
#         py::def!(
#             "step",
#             [Param::plain(sym::by).optional()],
#             |f, a| counter_step(f.cell(0), &a[0]),
#             qualname = "counter.<locals>.step",
#         ),
#         vec![n.clone()],
#         vec![Value::Int(1)],
#     )
#     .value();
#     Ok(step)
# }
#
# fn generator(x: &Value) -> R<Step> {
#     if !x.truth()? {
#         return Ok(Step::Skip);
#     }
#     Ok(Step::Item(x.attr(sym::n)?))
# }
#
# fn __main__() -> R<()> {
#     SHAPE.set(py::new_class(
#         "Shape",
#         "Shape",
#         "__main__",
#         Args::positional(&[]),
#         Shape::class_body,
#     )?);
#     COUNTER.set(Function::plain(py::def!(
#         "counter",
#         [Param::plain(sym::start)],
#         |_, a| counter(&a[0]),
#     )));
#     py::print(&[
#         SHAPE.value(),
#         COUNTER.value(),
#         py::sum(&GenExpr::value(
#             SHAPE.value().attr(sym::all)?.iter()?,
#             Vec::new(),
#             |_, x| generator(x),
#         ))?,
#     ])?;
#     Ok(())
# }
#
# fn main() -> ExitCode {
#     py::main(sym::PROGRAM, &[member::__repr__], __main__)
# }
