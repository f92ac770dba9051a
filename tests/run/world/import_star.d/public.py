visible = "visible"
also = [1]
_hidden = "hidden"
shared = "public's"
def show():
    return shared
