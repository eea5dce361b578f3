"""Files that a command reads and writes; "-" is standard input or output."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

STANDARD = "-"


def read_input(name: str, *, most: int) -> bytes:
    """What the file holds, at most one byte more than `most`. Raises ValueError when it cannot be read."""
    if name == STANDARD:
        if sys.stdin is None:
            raise ValueError("Standard input is closed; name a file.")
        return sys.stdin.buffer.read(most + 1)
    try:
        path = Path(name)
        if path.is_fifo() and not name.startswith("/dev/"):  # nobody may ever write to it: it would hang
            raise ValueError("it is a pipe")
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise ValueError(f"{name} cannot be read ({reason}); name a file that homecare exported.") from None


def print_json(text: str) -> None:
    """Print a JSON text; what the console or pipe cannot hold is escaped, as any reader of JSON takes it."""
    if not can_print(text):
        text = json.dumps(json.loads(text), indent=2)
    print(text)


def can_print(text: str) -> bool:
    """Whether standard output can hold every character of the text."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def write_output(name: str | None, data: bytes) -> None:
    """Write to the file, for its owner only and whole or not at all; to standard output without a name.

    Raises ValueError when the file cannot be written.
    """
    with written(name) as out:
        out.write(data)


@contextmanager
def written(name: str | None) -> Iterator[BinaryIO]:
    """What takes the bytes of a file as they come; the file is there, whole, when all have been written.

    For its owner only; standard output without a name. Raises ValueError when it cannot be written.
    """
    if name in (None, STANDARD):
        if sys.stdout is None:
            raise ValueError("Standard output is closed; name a file with --output.")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(str(name))
    draft = ""
    try:
        if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
            with path.open("wb") as file:
                yield file
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as made:
            draft = made.name
            yield cast(BinaryIO, made)
            made.flush()
            os.fsync(made.fileno())
        Path(draft).replace(path)
        draft = ""
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise ValueError(f"{name} cannot be written ({reason}); choose another file with --output.") from None
    finally:
        if draft:
            Path(draft).unlink(missing_ok=True)
