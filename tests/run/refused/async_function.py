# refused: PT0402
async def main():
    return 1


print(main)
