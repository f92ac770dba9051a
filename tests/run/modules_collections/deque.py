# deque: both ends, rotation, maxlen, errors.
from collections import deque
d = deque([1, 2, 3])
d.append(4); d.appendleft(0); d.extend([5, 6]); d.extendleft([-1, -2])
print(d, len(d), d[0], d[-1], d[3], d.pop(), d.popleft(), d, list(d), 3 in d, d.count(3), d.index(3))
d.rotate(2); print(d)
d.rotate(-3); print(d)
d.rotate(); print(d)
d.remove(3); d.insert(1, "ins"); d.reverse(); d[0] = "set"
del d[1]
print(d, d.copy() == d, deque("abc"), deque(), deque([1]) + deque([2]), deque([1, 2]) * 2, deque([1]) == deque([1]), deque([1]) == [1], deque([1, 2]) < deque([1, 3]), bool(deque()))
m = deque(maxlen=3)
for i in range(6):
    m.append(i)
print(m, m.maxlen, d.maxlen)
m.appendleft("L"); m.extend("xy")
print(m, list(reversed(m)), [x for x in m], sorted(deque([3, 1])), deque(range(5), 2), max(deque([1, 5])))
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(9), lambda: deque([1]).index(9), lambda: deque(maxlen=-1), lambda: hash(deque()), lambda: deque([1, 2], 2).insert(0, 9), lambda: deque(5), lambda: deque([1])[0:1], lambda: deque([1]) + [2]):
    try:
        print(f())
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
q = deque([1, 2])
try:
    for x in q:
        q.append(x)
except RuntimeError as e:
    print(e)
queue, order = deque(["start"]), []
graph = {"start": ["a", "b"], "a": ["c"], "b": ["c", "d"], "c": [], "d": ["start"]}
seen = set(queue)
while queue:
    n = queue.popleft()
    order.append(n)
    for k in graph[n]:
        if k not in seen:
            seen.add(k)
            queue.append(k)
print(order)
d.clear()
print(d)
