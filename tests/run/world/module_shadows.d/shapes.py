class Circle:
    def __init__(self, r):
        self.r = r
def area(c):
    return 3 * c.r * c.r
