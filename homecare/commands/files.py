"""Files that a command reads and writes; "-" is standard input or output."""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

STANDARD = "-"


def read_input(name: str, *, most: int) -> bytes:
    """What the file holds, at most one byte more than `most`. Raises ValueError when it cannot be read."""
    if name == STANDARD:
        return sys.stdin.buffer.read(most + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise ValueError(f"{name} cannot be read ({reason}); name a file that homecare exported.") from None


def write_output(name: str | None, data: bytes) -> None:
    """Write to the file, for its owner only and whole or not at all; to standard output without a name.

    Raises ValueError when the file cannot be written.
    """
    if name in (None, STANDARD):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(str(name))
    draft = ""
    try:
        if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
            path.write_bytes(data)
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            draft = file.name
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except (OSError, ValueError) as fault:
        with suppress(OSError):
            if draft:
                Path(draft).unlink(missing_ok=True)
        reason = getattr(fault, "strerror", None) or str(fault)
        raise ValueError(f"{name} cannot be written ({reason}); choose another file with --output.") from None
