def outer():
    def inner(xs):
        for x in xs:
            got = yield x
            print(got)
    return inner


print(list(outer()([1, 2])))
