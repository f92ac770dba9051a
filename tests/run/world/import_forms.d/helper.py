"""The helper's doc."""
print("helper runs as", __name__)
NAME = "helper name"
state = ["helper"]
def double(x):
    return x * 2
def get():
    return NAME
