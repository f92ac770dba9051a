# Modules that import each other see what exists so far.
import ping
print(ping.ping(3), ping.names())
import pong
print(pong.seen_at_import, pong.pong(2))
