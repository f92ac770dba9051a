# refused: PT0405
from math import no_such_function

print(no_such_function)
