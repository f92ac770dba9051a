# A module that raises while it is imported can be imported again.
for i in range(2):
    try:
        import fragile
        print("imported", fragile.value)
    except ValueError as e:
        print("failed:", e)
import config
config.ok = True
try:
    import fragile
    print("imported", fragile.value)
except ValueError as e:
    print("failed:", e)
