"""The writer for a browser: saves without pause and reports what the browser has kept."""

from collections.abc import Callable

from homecare.host.browser.host import FOLDER, BrowserHost
from homecare.storage.lock import no_lock
from homecare.storage.store import Store
from tests.crash.writer import saves


async def run(name: str, report: Callable[[str], object]) -> None:
    """Save, wait until the browser says that it is kept, and report the id."""
    host = BrowserHost(RuntimeError)
    await host.load()
    for id_ in saves(Store.open(FOLDER, lock=no_lock), name):
        await host.settle()
        if id_:
            report(id_)
