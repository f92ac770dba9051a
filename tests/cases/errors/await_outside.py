def f():
    await x
# expect:
# error[PT0303]: 'await' outside async function
#  --> await_outside.py:2:5
#   |
# 2 |     await x
#   |     ^^^^^^^
