# refused: PT0501
import asyncio

print(asyncio)
