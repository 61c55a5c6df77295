"""Blocks a pre-started interpreter until its case arrives; then leaves no trace and lets it open main.py."""


def _wait():
    import os
    import sys

    gate = 197
    os.write(gate, b"r")
    orders = b""
    while piece := os.read(gate, 65536):
        orders += piece
    os.close(gate)
    with_channel, *args = orders.decode("utf-8", "surrogateescape").split("\0")
    if with_channel == "1":
        os.environ["DEVCAPSULES_CHANNEL"] = "198,199"
    else:
        os.close(198)
        os.close(199)
    hooks = os.environ.pop("PYTHONPATH")
    sys.path.remove(hooks)
    sys.path_importer_cache.pop(hooks, None)
    sys.argv[1:] = args
    sys.orig_argv[2:] = args


_wait()
