raise ExceptionGroup("several things", [ValueError(1), TypeError("two")])
