VERSION = "2.1"
from . import util
from .core.engine import Engine
def run():
    return Engine("main").describe()
