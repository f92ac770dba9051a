from ..util import helper
from .parts import PARTS
from . import PARENT_VERSION
from . import parts as p
class Engine:
    def __init__(self, name):
        self.name = name
    def describe(self):
        return helper(self.name) + ",".join(PARTS) + PARENT_VERSION + str(len(p.PARTS))
