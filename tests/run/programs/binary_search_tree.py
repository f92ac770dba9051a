class BST:
    class _Node:
        __slots__ = ("key", "val", "left", "right")
        def __init__(self, key, val):
            self.key, self.val = key, val
            self.left = self.right = None

    def __init__(self, pairs=()):
        self.root = None
        self._n = 0
        for k, v in pairs:
            self[k] = v

    def __setitem__(self, key, val):
        if self.root is None:
            self.root = self._Node(key, val)
            self._n += 1
            return
        n = self.root
        while True:
            if key == n.key:
                n.val = val
                return
            side = "left" if key < n.key else "right"
            nxt = getattr(n, side)
            if nxt is None:
                setattr(n, side, self._Node(key, val))
                self._n += 1
                return
            n = nxt

    def __getitem__(self, key):
        n = self.root
        while n is not None:
            if key == n.key:
                return n.val
            n = n.left if key < n.key else n.right
        raise KeyError(key)

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __len__(self):
        return self._n

    def __delitem__(self, key):
        self.root = self._delete(self.root, key)
        self._n -= 1

    def _delete(self, n, key):
        if n is None:
            raise KeyError(key)
        if key < n.key:
            n.left = self._delete(n.left, key)
        elif key > n.key:
            n.right = self._delete(n.right, key)
        elif n.left is None:
            return n.right
        elif n.right is None:
            return n.left
        else:
            m = n.right
            while m.left:
                m = m.left
            n.key, n.val = m.key, m.val
            n.right = self._delete(n.right, m.key)
        return n

    def items(self):
        out = []
        def walk(n):
            if n:
                walk(n.left)
                out.append((n.key, n.val))
                walk(n.right)
        walk(self.root)
        return out

    def height(self, n="root"):
        if n == "root":
            n = self.root
        return 0 if n is None else 1 + max(self.height(n.left), self.height(n.right))

    def __iter__(self):
        return iter([k for k, _ in self.items()])

t = BST((w, len(w)) for w in "the quick brown fox jumps over a lazy dog".split())
t["fox"] = "changed"
print(len(t), list(t), t["fox"], "cat" in t, "dog" in t, t.height())
for k in ("the", "a", "over"):
    del t[k]
print(t.items(), len(t))
for f in (lambda: t["gone"], lambda: t.__delitem__("gone")):
    try:
        f()
    except KeyError as e:
        print("KeyError", e)
nums = BST(((i * 73) % 211, i) for i in range(211))
print(len(nums), nums.height(), list(nums)[:5], nums[100], sum(nums))
for i in range(0, 211, 2):
    del nums[i]
print(len(nums), list(nums)[:4], min(nums), max(nums))
try:
    t[5] = 1
except TypeError as e:
    print(e)
