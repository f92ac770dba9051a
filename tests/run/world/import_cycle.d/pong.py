print("pong starts")
import ping
seen_at_import = (hasattr(ping, "early"), hasattr(ping, "late"))
def pong(n):
    return "pong" if n == 0 else "pong-" + ping.ping(n - 1)
def look():
    return ping.early, ping.late
print("pong ends")
