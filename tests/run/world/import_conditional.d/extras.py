bonus = "bonus"
