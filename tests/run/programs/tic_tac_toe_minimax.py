LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
memo = {}

def winner(b):
    for x, y, z in LINES:
        if b[x] != " " and b[x] == b[y] == b[z]:
            return b[x]
    return "draw" if " " not in b else None

def best(b, me):
    key = (b, me)
    if key in memo:
        return memo[key]
    w = winner(b)
    if w:
        r = (0 if w == "draw" else -1, None)
    else:
        other = "O" if me == "X" else "X"
        r = None
        for i, c in enumerate(b):
            if c == " ":
                score = -best(b[:i] + me + b[i + 1:], other)[0]
                if r is None or score > r[0]:
                    r = (score, i)
    memo[key] = r
    return r

def show(b):
    for r in range(0, 9, 3):
        print("|".join(b[r:r + 3]))
        if r < 6:
            print("-+-+-")

board, player = " " * 9, "X"
while not winner(board):
    score, move = best(board, player)
    board = board[:move] + player + board[move + 1:]
    player = "O" if player == "X" else "X"
show(board)
print(winner(board), len(memo), best("XX OO    ", "X"), best("X O  O   ", "X"))
