# Relative imports inside a package.
from app import run, VERSION
from app.core import engine
from app.core.engine import Engine
print(VERSION, run(), engine.__name__, Engine("x").describe(), Engine.__module__)
import app
print(app.core.engine is engine, app.util.helper("q"), app.__name__, app.core.__name__)
