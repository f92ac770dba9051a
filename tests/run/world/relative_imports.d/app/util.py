def helper(s):
    return f"<{s}>"
