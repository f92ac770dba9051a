# refused: PT0405
from collections import ChainMap

print(ChainMap({"a": 1})["a"])
