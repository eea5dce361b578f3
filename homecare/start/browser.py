"""Where the static app begins: Python in the browser's worker starts here.

The worker calls `warm` at once, while the screen's engine is still loading, and `start` when that engine asks
for the app. This is the one module that wires the browser's edge to the app.
"""

from collections.abc import Callable

import flet as ft

from homecare.exchange.backup.sealed import WrongKeyError
from homecare.host.browser.cipher import BrowserCipher
from homecare.host.browser.host import FOLDER, BrowserHost, TabLock, Trouble
from homecare.host.page.keeping import PageReminders, PageShelf
from homecare.sentences import N_
from homecare.start.window import app_for
from homecare.storage.errors import BrowserFullError, BrowserRefusedError, StorageError
from homecare.storage.lock import no_lock
from homecare.ui.state.device import Device
from homecare.ui.window.notices import FolderProblem, OtherTab
from homecare.wording.storage_faults import fault_sentence

CLOSING_S = 1.5
"""How long to wait, in seconds, for another tab that is just closing, as in a reload."""


def _refusal(trouble: Trouble) -> StorageError:
    if trouble == "full":
        return BrowserFullError(N_("This browser has no room left, so nothing was saved."), FOLDER)
    return BrowserRefusedError(N_("This browser did not keep the diary, so nothing was saved."), FOLDER)


_host = BrowserHost(_refusal)
_lock = TabLock()
_device = Device(
    cipher=BrowserCipher(WrongKeyError), reminders=PageReminders(_host.ask), shelf=PageShelf(_host.ask)
)
_shown: list[Callable[[ft.Page], None]] = []


async def warm() -> None:
    """Do all that can be done before there is a screen: take the tab's lock, load diary and content."""
    if await _lock.ours_within(CLOSING_S):
        await _open()


def start() -> None:
    """Show the app."""
    ft.run(main)


async def main(page: ft.Page) -> None:
    """Show the app, or, in a second tab, a notice that it is open in another."""

    async def go_on() -> None:
        await _open()
        _shown[0](page)

    if _lock.is_ours:
        if not _shown:
            await _open()
        _shown[0](page)
    else:
        page.title = "homecare"
        page.render(lambda: OtherTab(lambda: _lock.ours_within(CLOSING_S), go_on))


async def _open() -> None:
    """Fill the folder from the browser's database, and load what the screens need."""
    try:
        await _host.load()
    except StorageError as fault:
        sentence = fault_sentence(fault.code, str(fault.path), str(fault))
        _shown.append(lambda page: page.render(lambda: FolderProblem(sentence)))
    else:
        _shown.append(app_for(_host, device=_device, lock=no_lock))
