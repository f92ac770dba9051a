# A cycle that needs a name too early fails as in CPython.
try:
    import first
except ImportError as e:
    print(type(e).__name__, "partially initialized module 'first'" in str(e))
print("end")
