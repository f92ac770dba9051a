# array.array of every typecode, and memoryviews of bytes-like objects.
from array import array
import array as A
a = array('i', [1, 2, 3])
print(a, a[1], a[1:], len(a), a.typecode, a.itemsize, list(a), a.tolist(), a.tobytes())
a.append(4); a.extend([5, 6]); a.insert(0, 9); print(a, a.pop(), a.pop(0), a.index(3), a.count(2), 3 in a)
def tr(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for c in 'bBhHiIlLqQ':
    for v in (-1, 128, 256, 40000, 70000, 2**31, 2**32, 2**63, 2**64, -2**31-1, -2**63-1):
        tr(lambda: array(c, [v]))
tr(lambda: array('i', ['a'])); tr(lambda: array('i', [1.5])); tr(lambda: array('d', [1, 2.5])); tr(lambda: array('f', [0.1])); tr(lambda: array('d', ['x'])); tr(lambda: array('u', 'hé')); tr(lambda: array('x')); tr(lambda: array(5)); tr(lambda: array('i', 'ab')); tr(lambda: array()); tr(lambda: array('i', b'123')); tr(lambda: array('h', b'1234')); tr(lambda: array('i', 5))
tr(lambda: a[10]); tr(lambda: a['x']); tr(lambda: a.foo); tr(lambda: a + [1]); tr(lambda: a + a); tr(lambda: a * 2); tr(lambda: 2 * array('b', [1])); tr(lambda: hash(a)); tr(lambda: a.remove(77)); tr(lambda: a.index(77)); tr(lambda: array('b').pop()); tr(lambda: a == [2, 2]); tr(lambda: a < array('i', [9])); tr(lambda: a == array('d', [2, 3, 4, 5]))
a[1:3] = array('i', [7, 8, 9]); print(a); del a[::2]; print(a); a[0] = 100; print(a); tr(lambda: a.__setitem__(0, 'x')); a.reverse(); print(a)
tr(lambda: a.__setitem__(slice(0, 1), [1])); a += array('i', [1]); a *= 2; print(a); a.byteswap(); print(a); a.frombytes(b'\1\0\0\0'); a.fromlist([1]); print(a)
m = memoryview(b'abcdef')
print(m[1], m[1:3].tobytes(), list(m[::-2]), len(m), m == b'abcdef', m.readonly, m.format, m.itemsize, m.nbytes, m.shape, m.strides, m.ndim, m.obj, m.tolist(), m.hex(), bytes(m), hash(m) == hash(b'abcdef'), m.contiguous, m[::2].contiguous)
b = bytearray(b'hello'); w = memoryview(b); w[0] = 72; w[1:3] = b'EL'; print(b); tr(lambda: b.append(1)); tr(lambda: w.__setitem__(0, 300)); tr(lambda: w.__setitem__(0, 'a')); tr(lambda: w.__setitem__(slice(0, 2), b'abc')); tr(lambda: m.__setitem__(0, 1)); tr(lambda: w[9]); tr(lambda: w['a']); tr(lambda: memoryview('a')); tr(lambda: memoryview()); tr(lambda: w + b'')
w.release(); tr(lambda: w[0]); b.append(33); print(b)
with memoryview(b) as v:
    print(v[0], b''.join([v, b'x']), b'H' in v if False else 72 in v)
tr(lambda: v[0])
x = array('i', [1, 2, 3]); y = memoryview(x); y[1] = 50; print(x, y.tolist(), y.cast('B').tolist(), y.cast('B')[4:8].cast('i')[0], y.format)
print(memoryview(bytes(8)).cast('d').tolist(), memoryview(b'ab').toreadonly().readonly, b'abc'.find(memoryview(b'c')), bytearray(memoryview(b'zz')), isinstance(m, memoryview), type(m))
class X(array):
    pass
print(X('b', [1]), X('b', [1]) == array('b', [1]), A.typecodes, type(a), array)
