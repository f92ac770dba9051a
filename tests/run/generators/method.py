class Tree:
    def __iter__(self):
        yield from ()


print(list(Tree()))
