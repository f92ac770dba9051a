# Reverse Polish calculator: one expression a line until the input ends.
import sys

def rpn(line):
    stack = []
    for word in line.split():
        if word in {"+", "-", "*", "/", "**", "%"}:
            if len(stack) < 2:
                return f"too few operands for {word}"
            b, a = stack.pop(), stack.pop()
            try:
                stack.append({"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "**": lambda: a ** b, "%": lambda: a % b}[word]())
            except ZeroDivisionError as e:
                return f"error: {e}"
        elif word == "neg":
            stack.append(-stack.pop())
        elif word == "sum":
            stack[:] = [sum(stack)]
        else:
            try:
                stack.append(int(word))
            except ValueError:
                try:
                    stack.append(float(word))
                except ValueError:
                    return f"what is {word!r}?"
    return stack[0] if len(stack) == 1 else stack

n = 0
for line in sys.stdin:
    line = line.strip()
    if not line or line.startswith("#"):
        continue
    if line == "quit":
        break
    n += 1
    print(f"{n}: {line} -> {rpn(line)}")
print(n, "lines", file=sys.stderr)
sys.exit(0 if n else 1)
