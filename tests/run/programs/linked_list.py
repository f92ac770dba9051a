class Node:
    def __init__(self, data, next=None):
        self.data = data
        self.next = next


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for x in items:
            self.append(x)

    def append(self, x):
        node = Node(x)
        if not self.head:
            self.head = node
        else:
            cur = self.head
            while cur.next:
                cur = cur.next
            cur.next = node
        self.size += 1

    def prepend(self, x):
        self.head = Node(x, self.head)
        self.size += 1

    def remove(self, x):
        prev, cur = None, self.head
        while cur and cur.data != x:
            prev, cur = cur, cur.next
        if cur is None:
            raise ValueError(f"{x!r} not in list")
        if prev:
            prev.next = cur.next
        else:
            self.head = cur.next
        self.size -= 1

    def reverse(self):
        prev, cur = None, self.head
        while cur:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev

    def sort(self):
        def merge(a, b):
            head = tail = Node(None)
            while a and b:
                if b.data < a.data:
                    tail.next, b = b, b.next
                else:
                    tail.next, a = a, a.next
                tail = tail.next
            tail.next = a or b
            return head.next
        def rec(h):
            if not h or not h.next:
                return h
            slow, fast = h, h.next
            while fast and fast.next:
                slow, fast = slow.next, fast.next.next
            mid, slow.next = slow.next, None
            return merge(rec(h), rec(mid))
        self.head = rec(self.head)

    def __len__(self):
        return self.size

    def __getitem__(self, i):
        if i < 0:
            i += self.size
        cur = self.head
        while cur and i:
            cur, i = cur.next, i - 1
        if cur is None or i < 0:
            raise IndexError("index out of range")
        return cur.data

    def __str__(self):
        parts = []
        cur = self.head
        while cur is not None:
            parts.append(str(cur.data))
            cur = cur.next
        return " -> ".join(parts + ["None"])


l = LinkedList([5, 3, 9])
l.append(1)
l.prepend(7)
print(l, len(l), l[0], l[-1], list(l), 9 in l)
l.reverse()
print(l)
l.remove(3)
l.remove(7)
print(l, len(l))
l.sort()
print(l, LinkedList(), bool(LinkedList()), max(l))
for f in (lambda: l.remove(100), lambda: l[10]):
    try:
        f()
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
big = LinkedList()
for i in range(300):
    big.prepend((i * 37) % 101)
big.sort()
print(big[0], big[150], big[-1], len(big))
