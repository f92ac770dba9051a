# An exception raised while importing ends the program.
print("main starts")
import breaks
print("never")
