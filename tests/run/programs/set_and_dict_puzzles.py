def two_sum(xs, target):
    seen = {}
    for i, x in enumerate(xs):
        if target - x in seen:
            return seen[target - x], i
        seen[x] = i

def longest_run(xs):
    s, best = set(xs), 0
    for x in s:
        if x - 1 not in s:
            n = 1
            while x + n in s:
                n += 1
            best = max(best, n)
    return best

def group_anagrams(ws):
    d = {}
    for w in ws:
        d.setdefault(tuple(sorted(w)), []).append(w)
    return list(d.values())

def first_unique(s):
    counts = {}
    for c in s:
        counts[c] = counts.get(c, 0) + 1
    return next((i for i, c in enumerate(s) if counts[c] == 1), -1)

def longest_unique(s):
    last, start, best = {}, 0, ""
    for i, c in enumerate(s):
        if last.get(c, -1) >= start:
            start = last[c] + 1
        last[c] = i
        if i - start + 1 > len(best):
            best = s[start:i + 1]
    return best

def brackets(s):
    pairs, stack = {")": "(", "]": "[", "}": "{"}, []
    for c in s:
        if c in pairs.values():
            stack.append(c)
        elif c in pairs and (not stack or stack.pop() != pairs[c]):
            return False
    return not stack

def happy(n):
    seen = set()
    while n != 1 and n not in seen:
        seen.add(n)
        n = sum(int(d) ** 2 for d in str(n))
    return n == 1

def isomorphic(a, b):
    return len(a) == len(b) and len(set(zip(a, b))) == len(set(a)) == len(set(b))

def invert(d):
    out = {}
    for k, v in d.items():
        out.setdefault(v, []).append(k)
    return out

def flatten(d, prefix=""):
    out = {}
    for k, v in d.items():
        key = f"{prefix}.{k}" if prefix else k
        if isinstance(v, dict):
            out.update(flatten(v, key))
        else:
            out[key] = v
    return out

print(two_sum([2, 7, 11, 15], 9), two_sum([1, 2], 9), longest_run([100, 4, 200, 1, 3, 2]), longest_run([]))
print(group_anagrams(["eat", "tea", "tan", "ate", "nat", "bat"]), first_unique("leetcode"), first_unique("aabb"))
print(longest_unique("abcabcbb"), longest_unique("pwwkew"), repr(longest_unique("")))
print([brackets(s) for s in ("()[]{}", "(]", "([)]", "{[]}", "((", "", "a(b)c")])
print([n for n in range(1, 50) if happy(n)], isomorphic("egg", "add"), isomorphic("foo", "bar"), isomorphic("badc", "baba"))
print(invert({"a": 1, "b": 2, "c": 1}), flatten({"a": 1, "b": {"c": 2, "d": {"e": 3}}}))
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a & b, a | b, a - b, a ^ b, {x * y for x in a for y in b if x < y}, {frozenset(p) for p in [(1, 2), (2, 1)]} == {frozenset({1, 2})})
majority = lambda xs: next((x for x in set(xs) if xs.count(x) > len(xs) // 2), None)
print(majority([3, 3, 4, 2, 3, 3]), majority([1, 2]))
