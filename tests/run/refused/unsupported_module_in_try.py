# refused: PT0501
try:
    import threading
except ImportError:
    threading = None
print(threading)
