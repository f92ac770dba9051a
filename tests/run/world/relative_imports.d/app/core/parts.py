PARTS = ["piston", "valve"]
