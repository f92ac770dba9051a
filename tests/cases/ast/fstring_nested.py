f'{d['a']} {f"{f'{1}'}"}'
f"{'\n'.join(x)}"
f'{
    x  # comment
    + 1
}'
f"{x:{'>'}{w}}"
