# Errors raised inside callbacks pass through the runtime.
def boom(*a): raise ValueError("boom")
class C:
    def __eq__(self, o): boom()
    def __hash__(self): return 1
    def __lt__(self, o): boom()
    def __len__(self): boom()
    def __iter__(self): boom()
    def __str__(self): boom()
    def __bool__(self): boom()
    def __getitem__(self, k): boom()
    def __add__(self, o): boom()
    def __call__(self): boom()
    def __contains__(self, o): boom()
    def __getattr__(self, n): boom()
    def __enter__(self): boom()
    def __exit__(self, *a): boom()
    def __index__(self): boom()
c = C()
def use_with():
    with c: pass
for f in (lambda: c == 1, lambda: 1 in [C()], lambda: sorted([c, C()]), lambda: len(c), lambda: list(c), lambda: str(c), lambda: f"{c}", lambda: bool(c), lambda: not c, lambda: c[0], lambda: c + 1, lambda: c(), lambda: 1 in c, lambda: c.zz, lambda: hasattr(c, "zz"), use_with, lambda: [1][c], lambda: max(c, C()), lambda: sum([c, 1]), lambda: list(map(boom, [1])), lambda: sorted([1, 2], key=boom), lambda: {c: 1, C(): 2}, lambda: [c].index(C()), lambda: "%s" % c, lambda: "x".join(c), lambda: print(c), lambda: 1 if c else 2, lambda: c and 1, lambda: dict(c), lambda: list(filter(boom, [1])), lambda: any(boom(x) for x in [1]), lambda: [boom(x) for x in [1]], lambda: range(c), lambda: min([1, 2], key=boom), lambda: {**c}, lambda: [*c], lambda: next(iter(boom, 1))):
    try:
        f()
        print("no error")
    except ValueError as e:
        print(e, end=" ")
    except TypeError as e:
        print(type(e).__name__, e)
print()
