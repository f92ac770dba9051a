# import in all its forms; module attributes; modules run once.
import helper
import helper as h
from helper import double, NAME as RENAMED
import pkg.inner
import pkg.inner as pin
from pkg import inner, TOP
from pkg.inner import deep
print(helper.NAME, h is helper, double(4), RENAMED, pkg.inner.deep(), pin is pkg.inner, inner is pin, TOP, deep())
print(helper.__name__, pkg.__name__, pkg.inner.__name__, helper.__doc__, hasattr(helper, "double"), helper.double is double)
helper.NAME = "changed"
print(helper.NAME, RENAMED, helper.get(), h.NAME)
helper.state.append("main")
print(helper.state, pkg.inner.state_of_helper())
def late():
    import helper as again
    from helper import state
    return again is helper, state is helper.state
print(late())
try:
    from helper import nope
except ImportError as e:
    print(type(e).__name__, str(e)[:41])
try:
    import nothere.at.all
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    helper.nope
except AttributeError as e:
    print(e)
try:
    import helper.sub
except ModuleNotFoundError as e:
    print(e)
helper.new_attr = 5
print(helper.new_attr, type(helper).__name__)
