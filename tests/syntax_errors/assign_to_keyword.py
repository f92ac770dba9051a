None = 1
True = 2
