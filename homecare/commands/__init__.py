"""The command line, one command per file: `options` says what it takes, `run` does it and gives the status.

A file here is imported only when its command is asked for, so that each starts as fast as it can.
"""
