class A:
    shared = []
    count = 0
    def add(self, x):
        self.shared.append(x)
        self.count += 1
        A.count += 10
class B(A): pass
a, b, c = A(), A(), B()
a.add(1); b.add(2); c.add(3)
print(A.shared, B.shared is A.shared, a.count, b.count, c.count, A.count, B.count)
B.count = 99
a.shared = "own"
print(a.shared, b.shared, c.count, B().count, A.count, A().count)
a.count = 5
del a.count
print(a.count)
A.extra = "late"
print(c.extra, B.extra, "extra" in vars(A), "extra" in vars(B), [n for n in ("shared", "count") if n in vars(B)])
