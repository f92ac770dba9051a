# bar: 260 KB
import re

print(re.findall(r"\d+", "a1b22"))
