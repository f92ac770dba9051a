# Imports in try, if and functions run then and there.
try:
    import not_installed_fast as impl
except ImportError:
    import slow as impl
print(impl.name)
if impl.name == "slow":
    from extras import bonus
else:
    bonus = None
print(bonus)
def use():
    print("before")
    import lazy
    return lazy.value
print(use(), use())
class K:
    from slow import name as n
    import slow as s
print(K.n, K.s is impl)
