"""Files that someone chooses or drops, which Python reads from the page piece by piece."""

import asyncio
import itertools
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from homecare.host.page.asking import TAP_S, Ask, word

PIECE_BYTES: Final = 1024 * 1024
"""Read at a time. Larger pieces keep the page or the server busy for longer than a tap may wait."""
_tickets = itertools.count(1)


class TapNeededError(Exception):
    """The answer to a tap came so late that the browser wants another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFile:
    """A file that the page holds: its number there, its name, and its size in bytes."""

    number: int
    name: str
    size: int


class PageFiles:
    """The page's files. Each stays in its hands until `let_go`."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._ticket = next(_tickets)

    async def picked(self, *, many: bool) -> list[PageFile]:
        """Let files be chosen, in answer to a tap; [] if none were. Raises TapNeededError."""
        said = await word(self._ask, "pick", {"many": many}, patience_s=TAP_S)
        if said == "tap-needed":
            raise TapNeededError
        return _files(said)

    async def dropped(self) -> list[PageFile] | None:
        """Wait until files are dropped anywhere on the window; None once nothing more can be dropped.

        Who waits last gets them.
        """
        try:
            said = await self._ask("dropped", {"ticket": self._ticket}, patience_s=None)
        except ConnectionError:
            return None
        return _files(said) if isinstance(said, str) and said else None

    async def want_none(self) -> None:
        """Let nothing more be dropped for this one."""
        await word(self._ask, "want-none", {"ticket": self._ticket})

    async def content(self, file: PageFile, go_on: Callable[[int], bool]) -> bytes | None:
        """What is in the file, which is then let go; `go_on` hears the bytes read so far after each piece.

        None once it answers False. Raises OSError when the file can no longer be read.
        """
        pieces: list[bytes] = []
        done = 0
        try:
            while done < file.size:
                piece = await self._piece(file, done)
                if not piece:
                    raise OSError(f"{file.name} can no longer be read")
                pieces.append(piece)
                done += len(piece)
                if not go_on(done):
                    return None
                await asyncio.sleep(0)  # a tap on Cancel gets its turn
        finally:
            await self.let_go(file)
        if sys.platform == "emscripten":  # the browser's Python has one thread, which is not the page's
            return b"".join(pieces)
        return await asyncio.to_thread(b"".join, pieces)  # 60 MB take as long as a tap may wait

    async def let_go(self, file: PageFile) -> None:
        """The file is not needed any more."""
        await word(self._ask, "let-go", {"number": file.number})

    async def _piece(self, file: PageFile, start: int) -> bytes:
        details = {"number": file.number, "start": start, "end": min(start + PIECE_BYTES, file.size)}
        try:
            piece = await self._ask("piece", details)
        except ConnectionError:
            return b""
        return piece if isinstance(piece, bytes) else b""


def _files(said: str) -> list[PageFile]:
    return [PageFile(**file) for file in json.loads(said or "[]")]
