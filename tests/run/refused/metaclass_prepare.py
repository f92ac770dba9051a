# refused: PT0403
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return {"extra": 1}


class A(metaclass=Meta):
    pass


print(A.extra)
