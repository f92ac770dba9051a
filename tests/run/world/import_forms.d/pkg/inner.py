import helper
print("pkg.inner runs")
def deep():
    return "deep in " + __name__
def state_of_helper():
    return helper.state
