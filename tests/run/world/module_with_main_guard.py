# A module's own main guard does not run when it is imported.
import tool
print(tool.work(3), tool.ran)
