"""Files that someone picks or drops, from whichever device the app runs on."""

import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, Final

import flet as ft

from homecare.exchange.reading.intake import IntakeError
from homecare.host.page.files import PageFile, PageFiles, TapNeededError
from homecare.ui.state.care import CareState
from homecare.wording import _

MEGABYTE: Final = 1024 * 1024
MOST_MB: Final = 64
"""Megabytes above which a file is no diary; it is refused before it is read."""
TOLD_EVERY_S: Final = 0.25
"""Each telling of how far a file has been read draws the screen again."""

GoOn = Callable[[int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedFile:
    """A file that was picked or dropped and not read yet; `size` in bytes.

    `read` gives what is in it, None once the function it is given, which hears the bytes read so far,
    answers False. It raises IntakeError when the file can no longer be read. `let_go` is for a file that is
    not read after all.
    """

    name: str
    size: int
    read: Callable[[GoOn], Awaitable[bytes | None]]
    let_go: Callable[[], Awaitable[None]]

    @property
    def too_large(self) -> str:
        """Why it is not read, in a sentence; "" if it may be."""
        if self.size <= MOST_MB * MEGABYTE:
            return ""
        said = _("The file is larger than {n} MB, too large for a diary; choose the one homecare exported.")
        return said.format(n=MOST_MB)


async def picked_files(care: CareState, *, many: bool = False) -> list[OfferedFile]:
    """The files that someone picks in answer to a tap, [] for none.

    Raises IntakeError, in one sentence, when the browser wants another tap.
    """
    if not ft.context.page.web:
        picked = await ft.FilePicker().pick_files(allow_multiple=many, with_data=True)
        return [_own(file) for file in picked]
    files = PageFiles(care.host.ask)
    try:
        return [_of_page(files, file) for file in await files.picked(many=many)]
    except TapNeededError:
        raise IntakeError(_("That took too long for your browser. Please tap the button again.")) from None


async def one_file(offered: Sequence[OfferedFile]) -> OfferedFile:
    """The only file. Raises IntakeError, and lets all go, if there are others or if it is too large."""
    several = _("You dropped several files; drop one at a time here.") if len(offered) > 1 else ""
    if why := several or offered[0].too_large:
        await let_all_go(offered)
        raise IntakeError(why)
    return offered[0]


async def let_all_go(offered: Sequence[OfferedFile]) -> None:
    """None of these files will be read."""
    for file in offered:
        await file.let_go()


Take = Callable[[list[OfferedFile]], Awaitable[None]]


def use_files(
    care: CareState, take: Take, fail: Callable[[str], None], *, many: bool = False
) -> Callable[[], Coroutine[Any, Any, None]]:
    """Hand `take` what is picked, and what is dropped anywhere on the window while the component is shown.

    Returns what a button does to pick; `fail` is told in a sentence why it could not. Nothing can be dropped
    while `take` runs, nor where the app has a window of its own.
    """
    page = ft.context.page
    files = ft.use_memo(lambda: PageFiles(care.host.ask), [])
    newest: ft.MutableRef[list[Take]] = ft.use_ref(lambda: [])
    newest.current = [take]

    async def listen() -> None:
        while page.web and (dropped := await files.dropped()) is not None:
            for take_now in (newest.current or []) if dropped else []:
                await take_now([_of_page(files, file) for file in dropped])

    async def leave() -> None:
        if page.web:
            await files.want_none()

    async def choose() -> None:
        try:
            offered = await picked_files(care, many=many)
        except IntakeError as fault:
            fail(str(fault))
        else:
            await take(offered)

    ft.use_effect(listen, [], leave)
    return choose


def _own(file: ft.FilePickerFile) -> OfferedFile:
    """A file of this computer, which its dialog has read already."""

    async def read(_go_on: GoOn) -> bytes | None:
        return file.bytes or b""

    async def let_go() -> None:
        """Nothing else holds it."""

    return OfferedFile(name=file.name, size=file.size, read=read, let_go=let_go)


def _of_page(files: PageFiles, file: PageFile) -> OfferedFile:
    async def read(go_on: GoOn) -> bytes | None:
        try:
            return await files.content(file, go_on)
        except OSError:
            raise IntakeError(_("The file can no longer be read; choose it again.")) from None

    async def let_go() -> None:
        await files.let_go(file)

    return OfferedFile(name=file.name, size=file.size, read=read, let_go=let_go)


class Reading:
    """Reads files for one component, says how far it is, and can be stopped."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._stopped = False
        self._left = False
        self._due = 0.0

    def stop(self) -> None:
        """Read no further."""
        self._stopped = True

    def leave(self) -> None:
        """Read no further, and nothing else either: the screen that wanted it is gone."""
        self._left = True

    async def content(self, file: OfferedFile) -> bytes | None:
        """What is in the file, None if the reading was stopped. Raises IntakeError."""
        if self._left:
            await file.let_go()
            return None
        self._stopped = False
        self._due = time.monotonic() + TOLD_EVERY_S

        def heard(done: int) -> bool:
            if time.monotonic() >= self._due:
                self._due = time.monotonic() + TOLD_EVERY_S
                self._say(_("Reading… {percent}%").format(percent=100 * done // max(file.size, 1)))
            return not (self._stopped or self._left)

        try:
            return await file.read(heard)
        finally:
            self._say("")


def use_reading() -> tuple[str, Reading]:
    """How far the reading of a large file is, "" while none is read, and the reader of the component.

    It stops when the component is gone.
    """
    said, say = ft.use_state("")
    reading = ft.use_memo(lambda: Reading(say), [])
    ft.use_effect(lambda: None, [], reading.leave)
    return said, reading
