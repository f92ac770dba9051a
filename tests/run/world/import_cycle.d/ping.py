print("ping starts")
early = "early"
import pong
late = "late"
def ping(n):
    return "ping" if n == 0 else "ping-" + pong.pong(n - 1)
def names():
    return pong.look()
print("ping ends")
