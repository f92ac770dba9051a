stack, queue = [], []
for x in "abc":
    stack.append(x)
    queue.insert(0, x)
print(stack.pop(), stack[-1], queue.pop(), queue, stack)
while stack:
    print(stack.pop(), end=" ")
print(len(stack), not stack)
window = []
for i in range(8):
    window.append(i)
    if len(window) > 3:
        del window[0]
print(window)
