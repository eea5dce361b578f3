"""Wires store, library, state and screens together for a window; nothing else does."""

from collections.abc import Callable
from contextlib import suppress

import flet as ft

from homecare.content.library import Library
from homecare.host.host import Host
from homecare.storage.errors import StorageError
from homecare.storage.lock import Lock
from homecare.storage.store import Store
from homecare.ui.state.care import CareState
from homecare.ui.state.device import Device
from homecare.ui.window.notices import FolderProblem
from homecare.ui.window.root import Root
from homecare.wording import _, use_language
from homecare.wording.storage_faults import fault_sentence


def open_store(host: Host, lock: Lock | None = None) -> Store:
    """The records of this folder; raises StorageError, in one sentence, when it cannot be used."""
    return Store.open(host.data_dir, lock=lock)


def app_for(
    host: Host, *, device: Device | None = None, lock: Lock | None = None
) -> Callable[[ft.Page], None]:
    """The function that Flet calls for every window; windows share one store and one library.

    What the first window will show is read and worked out before it opens, so that it opens sooner.

    `device` says what else the place can do (None: what a computer that serves itself can do); `lock` keeps
    other writers out of the folder (None: a lock file).
    """
    library = Library()
    shared: list[Store] = []

    def opened() -> CareState:
        if not shared:
            shared.append(open_store(host, lock))
        use_language(shared[0].settings().language)
        return CareState(host=host, store=shared[0], library=library, device=device)

    ready: list[CareState] = []
    with suppress(StorageError):  # the first window meets the same trouble and tells the user
        ready.append(opened())

    def main(page: ft.Page) -> None:
        page.title = "homecare"
        try:
            care = ready.pop() if ready else opened()
        except StorageError as fault:
            sentence = fault_sentence(fault.code, str(fault.path), str(fault))
            page.render(lambda: FolderProblem(sentence))
            return
        care.refresh_if_changed()
        page.title = _("homecare")
        page.on_close = lambda _event: care.closed.set()
        page.render_views(lambda: Root(care))

    return main
