class Broken(Exception):
    def __str__(self):
        return f"custom {self.args[0]!r}"
print("start")
raise Broken("why")
