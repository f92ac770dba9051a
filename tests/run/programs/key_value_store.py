# A command-driven store with transactions, reading standard input.
import sys


class Store:
    def __init__(self):
        self.layers = [{}]

    def get(self, k):
        for layer in reversed(self.layers):
            if k in layer:
                return layer[k]
        return None

    def set(self, k, v):
        self.layers[-1][k] = v

    def count(self, v):
        merged = {}
        for layer in self.layers:
            merged.update(layer)
        return sum(1 for x in merged.values() if x == v)

    def begin(self):
        self.layers.append({})

    def rollback(self):
        if len(self.layers) == 1:
            raise RuntimeError("NO TRANSACTION")
        self.layers.pop()

    def commit(self):
        if len(self.layers) == 1:
            raise RuntimeError("NO TRANSACTION")
        while len(self.layers) > 1:
            top = self.layers.pop()
            self.layers[-1].update(top)


def main():
    s = Store()
    for line in sys.stdin:
        cmd, *args = line.split() or [""]
        try:
            match cmd.upper(), args:
                case "SET", [k, v]:
                    s.set(k, v)
                case "GET", [k]:
                    print(s.get(k) or "NULL")
                case "UNSET", [k]:
                    s.set(k, None)
                case "COUNT", [v]:
                    print(s.count(v))
                case ("BEGIN" | "ROLLBACK" | "COMMIT") as c, []:
                    getattr(s, c.lower())()
                case "END", _:
                    return 0
                case "", _:
                    pass
                case c, a:
                    print(f"bad command {c} with {len(a)} arguments")
        except RuntimeError as e:
            print(e)
    return 1


sys.exit(main())
