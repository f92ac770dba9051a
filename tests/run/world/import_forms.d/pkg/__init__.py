print("pkg runs")
TOP = "top of pkg"
