__all__ = ["exported", "_listed"]
_listed = "underscore but listed"
not_exported = 1
shared = "limited's"
def exported():
    return "exported " + str(not_exported)
