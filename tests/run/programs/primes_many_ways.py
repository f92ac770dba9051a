def is_prime(n):
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True

def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for p in range(2, int(limit ** 0.5) + 1):
        if flags[p]:
            for m in range(p * p, limit + 1, p):
                flags[m] = False
    return [i for i, f in enumerate(flags) if f]

def factor(n):
    out = {}
    d = 2
    while d * d <= n:
        while n % d == 0:
            out[d] = out.get(d, 0) + 1
            n //= d
        d += 1 if d == 2 else 2
    if n > 1:
        out[n] = out.get(n, 0) + 1
    return out

def miller_rabin(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True

print([n for n in range(60) if is_prime(n)])
print(sieve(100) == [n for n in range(101) if is_prime(n)], len(sieve(10000)), sum(sieve(1000)))
for n in (1, 2, 360, 97, 1001, 600851475143, 2 ** 31 - 1):
    f = factor(n)
    print(n, f, " * ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in f.items()) or "1")
print([n for n in (2 ** 61 - 1, 2 ** 61 + 1, 10 ** 18 + 9, 561, 3215031751, 2 ** 89 - 1) if miller_rabin(n)])
print([(p, p + 2) for p in sieve(100) if is_prime(p + 2)], [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
def goldbach(n):
    for p in sieve(n):
        if is_prime(n - p):
            return p, n - p
print({n: goldbach(n) for n in range(4, 30, 4)})
