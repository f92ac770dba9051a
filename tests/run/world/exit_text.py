# sys.exit("text") prints the text on stderr and gives status 1.
import sys
print("before")
sys.exit("something went wrong: é")
