# Nothing happens here.

    # an indented comment

# and the end without newline at end
