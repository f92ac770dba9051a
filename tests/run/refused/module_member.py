# refused: PT0405
import math

print(math.no_such_function(1))
