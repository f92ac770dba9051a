# bar: 400 KB
class P:
    def __init__(self, x):
        self.x = x

    def twice(self):
        return self.x * 2


class Q(P):
    def twice(self):
        return super().twice() + 1


print(Q(3).twice())
