# __name__ in the main module; functions called under the guard.
VERSION = "1.0"
def main(argv=None):
    print("main", argv, __name__, VERSION)
    return 0
print(__name__, __name__ == "__main__", __doc__)
if __name__ == "__main__":
    import sys
    sys.exit(main([]))
