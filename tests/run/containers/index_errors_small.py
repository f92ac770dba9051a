for f in (lambda: [][0], lambda: [1][1], lambda: [1][-2], lambda: ""[0], lambda: ()[0], lambda: "abc"[3], lambda: (1, 2)[2], lambda: b""[0], lambda: range(0)[0], lambda: [[]][0][0], lambda: {}[0], lambda: {"a": {}}["a"]["b"], lambda: [].pop(), lambda: [1].pop(1), lambda: [1].pop(-2)):
    try:
        f()
    except (IndexError, KeyError) as e:
        print(type(e).__name__, e)
