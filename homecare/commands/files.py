"""Files that a command reads and writes; "-" is standard input or output."""

import errno
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, cast

from homecare.wording import _

STANDARD = "-"
WRITER_COMES_S: Final = 2.0
"""How long a pipe may be without anybody who writes to it."""


def read_input(name: str, *, most: int) -> bytes:
    """What the file holds, at most one byte more than `most`. Raises ValueError when it cannot be read."""
    if name == STANDARD:
        if sys.stdin is None:
            raise ValueError(_("Standard input is closed; name a file."))
        return sys.stdin.buffer.read(most + 1)
    if not name:
        raise ValueError(_("The name of the file is empty; name a file."))
    try:
        if is_pipe(name):
            return _read_pipe(name, most + 1)
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise ValueError(
            _("{name} cannot be read ({reason}); check its name, or choose another file.").format(
                name=name, reason=reason
            )
        ) from None


def is_pipe(name: str) -> bool:
    """Whether this is a named pipe; False for a name that no file can have."""
    try:
        return Path(name).is_fifo()
    except (OSError, ValueError):
        return False


def _read_pipe(name: str, most: int) -> bytes:
    """What a named pipe holds, as `<(gpg -d backup.gpg)` makes one. Raises OSError when nobody writes to it.

    Opening a pipe waits until somebody writes, so it is opened without waiting; the writer has a moment.
    """
    with open(os.open(name, os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0) as pipe:  # noqa: PTH123 - a descriptor
        patience = time.monotonic() + WRITER_COMES_S
        found = pipe.read(most)
        while found == b"" and time.monotonic() < patience:
            time.sleep(0.02)
            found = pipe.read(most)
        if found == b"":
            raise OSError(errno.EPIPE, "it is a pipe that nothing is written to")
        os.set_blocking(pipe.fileno(), True)
        pieces = [found or b""]  # None: somebody writes, but nothing is there yet
        while (room := most - sum(map(len, pieces))) > 0 and (piece := pipe.read(room)):
            pieces.append(piece)
        return b"".join(pieces)


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
    if name is None or name == STANDARD:
        if sys.stdout is None:
            raise ValueError(_("Standard output is closed; name a file with --output."))
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if not name:
        raise ValueError(_("The name of the file is empty; name one with --output."))
    path = Path(name)
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
        raise ValueError(
            _("{name} cannot be written ({reason}); choose another file with --output.").format(
                name=name, reason=reason
            )
        ) from None
    finally:
        if draft:
            Path(draft).unlink(missing_ok=True)
