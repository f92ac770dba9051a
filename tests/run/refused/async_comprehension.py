# refused: PT0402
async def main(xs):
    return [x async for x in xs]


print(main)
