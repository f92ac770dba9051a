class Node:
    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = None


class LRUCache:
    """Hash map plus doubly linked list; most recent next to head."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.map = {}
        self.head, self.tail = Node(), Node()
        self.head.next, self.tail.prev = self.tail, self.head
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.prev.next, node.next.prev = node.next, node.prev

    def _push(self, node):
        node.prev, node.next = self.head, self.head.next
        self.head.next.prev = node
        self.head.next = node

    def get(self, key, default=None):
        node = self.map.get(key)
        if node is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(node)
        self._push(node)
        return node.value

    def put(self, key, value):
        if key in self.map:
            node = self.map[key]
            node.value = value
            self._unlink(node)
        else:
            if len(self.map) >= self.capacity:
                last = self.tail.prev
                self._unlink(last)
                del self.map[last.key]
            node = self.map[key] = Node(key, value)
        self._push(node)

    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        out, n = [], self.head.next
        while n is not self.tail:
            out.append(n.key)
            n = n.next
        return out

    def __len__(self):
        return len(self.map)


c = LRUCache(3)
for i, k in enumerate("abcd"):
    c.put(k, i)
print(c.keys(), c.get("a"), c.get("b"), c.keys(), len(c))
c.put("c", 99)
c.put("e", 5)
print(list(c), c.get("d", "gone"), c.get("c"), "hits", c.hits, "misses", c.misses)
for i in range(1000):
    c.put(i % 7, i)
    c.get(i % 5)
print(c.keys(), c.hits, c.misses)
