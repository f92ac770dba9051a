ﬁn = µ = ℌ = 1
é = "é"
# expect:
# Module(body=[Assign(targets=[Name(id='fin', ctx=Store(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=4), Name(id='μ', ctx=Store(), lineno=1, col_offset=7, end_lineno=1, end_col_offset=9), Name(id='H', ctx=Store(), lineno=1, col_offset=12, end_lineno=1, end_col_offset=15)], value=Constant(value=1, lineno=1, col_offset=18, end_lineno=1, end_col_offset=19), lineno=1, col_offset=0, end_lineno=1, end_col_offset=19), Assign(targets=[Name(id='é', ctx=Store(), lineno=2, col_offset=0, end_lineno=2, end_col_offset=2)], value=Constant(value='é', lineno=2, col_offset=5, end_lineno=2, end_col_offset=9), lineno=2, col_offset=0, end_lineno=2, end_col_offset=9)], type_ignores=[])
