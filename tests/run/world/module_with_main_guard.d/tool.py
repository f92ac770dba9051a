ran = []
def work(n):
    return n * n
if __name__ == "__main__":
    ran.append("main")
    print("tool as main")
else:
    ran.append(__name__)
