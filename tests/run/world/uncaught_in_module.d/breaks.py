print("breaks starts")
value = {}["gone"]
