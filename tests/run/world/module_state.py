# Module-level state is shared; a from-import is a snapshot; functions see their own module's globals.
import counter
from counter import total, bump, items
bump()
bump(5)
print(total, counter.total, counter.items, items is counter.items)
items.append("from main")
counter.total = 100
print(bump(), counter.total, total, counter.report())
total = "mine"
print(bump(), total, counter.total)
import other
print(other.touch(), counter.total)
bump.attr = 1
print(counter.bump.attr)
