class Vec:
    """A vector."""
    count = 0
    def __init__(self, x, y=0.0):
        self.x = x
        self.y = y
    def add(self, o):
        return Vec(self.x + o.x, self.y + o.y)
    def norm2(self):
        return self.x * self.x + self.y * self.y
    def __repr__(self):
        return f"Vec({self.x}, {self.y})"
class Stack:
    def __init__(self):
        self.items = []
        self.n = 0
    def push(self, x):
        self.items.append(x)
        self.n += 1
    def pop(self):
        self.n -= 1
        return self.items.pop()
    def size(self):
        return len(self.items)
class Animal:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return "..."
    def intro(self):
        return self.name + " says " + self.speak()
class Dog(Animal):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self):
        return "woof"
class Cat(Animal):
    def speak(self):
        return "meow"
p = Vec(0.0)
d = Vec(1.0, 2.0)
for i in range(5):
    p = p.add(d)
print(p, p.norm2(), Vec.count)
s = Stack()
for i in range(4):
    s.push(i * i)
print(s.pop(), s.size(), s.n, s.items)
for a in [Dog("Rex", 3), Cat("Tom")]:
    print(a.intro(), a.name)
print(Dog("Fido", 5).age, Animal("x").speak(), Animal.speak(Cat("z")))
class Node:
    def __init__(self, v):
        self.v = v
        self.next = None
class LinkedList:
    def __init__(self):
        self.head = None
        self.size = 0
    def add(self, v):
        n = Node(v)
        n.next = self.head
        self.head = n
        self.size += 1
    def total(self):
        t = 0
        n = self.head
        while n is not None:
            t += n.v
            n = n.next
        return t
l = LinkedList()
for i in range(5): l.add(i)
print(l.total(), l.size)
class Prop:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, n): self._v = n
    @staticmethod
    def st(a): return a + 1
    @classmethod
    def make(cls): return cls()
q = Prop(); q.v = "text"; print(q.v, q._v, Prop.st(1), Prop.make().v)
class Acc:
    total = 0
    log = []
    def add(self, n):
        self.total += n
        self.log.append(n)
        return self
a, b = Acc(), Acc()
a.add(1).add(2); b.add(5)
print(a.total, b.total, Acc.total, Acc.log, a.log is b.log)
Acc.total = "cls"
print(Acc().total, a.total)
class Money:
    def __init__(self, c): self.c = c
    def __add__(self, o): return Money(self.c + o.c)
    def __eq__(self, o): return self.c == o.c
    def __lt__(self, o): return self.c < o.c
    def __str__(self): return "$%d" % self.c
    def __neg__(self): return Money(-self.c)
m = Money(1) + Money(2)
print(m, -m, m == Money(3), sorted([Money(3), Money(1)])[0], max(Money(1), Money(9)))
try:
    Vec()
except TypeError as e:
    print(e)
try:
    print(Vec(1.0).z)
except AttributeError as e:
    print(e)
class Counter:
    def __init__(self): self.d = {}
    def inc(self, k):
        self.d[k] = self.d.get(k, 0) + 1
        return self.d[k]
c = Counter()
for w in "a b a".split(): c.inc(w)
print(c.d)
class Shadow:
    def f(self): return 1
sh = Shadow()
sh.f = lambda: "shadow"
print(sh.f(), Shadow().f())
def patch(o): o.x = "patched"
vv = Vec(1.0)
patch(vv)
print(vv.x, vv)
class Matrix:
    def __init__(self, rows): self.rows = rows
    def __getitem__(self, i): return self.rows[i]
    def __len__(self): return len(self.rows)
    def __iter__(self): return iter(self.rows)
    def __call__(self, k): return [[k * v for v in r] for r in self.rows]
    def __contains__(self, v): return any(v in r for r in self.rows)
mx = Matrix([[1, 2], [3, 4]])
print(mx[0][1], len(mx), list(mx), mx(2), 3 in mx, 9 in mx, bool(mx))
class Tree:
    def __init__(self, val, kids=()):
        self.val = val
        self.kids = list(kids)
    def depth(self):
        return 1 + max([k.depth() for k in self.kids], default=0)
    def sum(self):
        return self.val + sum(k.sum() for k in self.kids)
t = Tree(1, [Tree(2, [Tree(3)]), Tree(4)])
print(t.depth(), t.sum())
