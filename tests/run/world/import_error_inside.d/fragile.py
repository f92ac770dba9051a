import config
print("fragile runs")
if not config.ok:
    raise ValueError("not configured")
value = 42
