"""What is on screen is what is kept: a save that fails is never shown as saved, not even for a moment."""

import asyncio
from datetime import timedelta
from pathlib import Path

from homecare.content.library import Library
from homecare.storage.errors import BrowserFullError
from homecare.storage.store import Store
from homecare.ui.state.care import CareState
from tests.fixed_host import MONDAY_MORNING, FixedHost
from tests.storage.examples import rated

LIBRARY = Library()


class FullBrowser(FixedHost):
    """Keeps nothing, and says so only when `told` is set; the folder is then as it was, as in a browser."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__(data_dir)
        self.waits, self.told = asyncio.Event(), asyncio.Event()

    async def settle(self) -> None:
        self.waits.set()
        await self.told.wait()
        store = Store.open(self.data_dir)
        for entry in store.all_entries():
            store.remove_entry(entry.id)
        raise BrowserFullError("No room.", self.data_dir)


def test_a_score_that_waits_for_a_full_browser_is_not_shown_as_saved(tmp_path: Path) -> None:
    async def journey() -> None:
        host = FullBrowser(tmp_path)
        care = CareState(host=host, store=Store.open(tmp_path), library=LIBRARY)
        saving = asyncio.create_task(care.save(lambda store: store.add_entry(rated(9, MONDAY_MORNING))))
        await host.waits.wait()
        host.advance(timedelta(minutes=1))
        care.refresh_if_changed()  # as the window does every few seconds
        assert not care.records.entries

        host.told.set()
        assert await saving is False
        assert care.problem is not None
        assert not care.records.entries

    asyncio.run(journey())


def test_what_another_refresh_showed_meanwhile_is_taken_back(tmp_path: Path) -> None:
    async def journey() -> None:
        host = FullBrowser(tmp_path)
        care = CareState(host=host, store=Store.open(tmp_path), library=LIBRARY)
        saving = asyncio.create_task(care.save(lambda store: store.add_entry(rated(9, MONDAY_MORNING))))
        await host.waits.wait()
        care.refresh()  # as the end of an earlier save does
        assert [entry.pain_now for entry in care.records.entries] == [9]

        host.told.set()
        assert await saving is False
        assert not care.records.entries

    asyncio.run(journey())


def test_once_a_save_has_ended_the_folder_is_looked_at_again(tmp_path: Path) -> None:
    care = CareState(host=FixedHost(tmp_path), store=Store.open(tmp_path), library=LIBRARY)
    assert asyncio.run(care.save(lambda store: store.add_entry(rated(2, MONDAY_MORNING))))
    Store.open(tmp_path).add_entry(rated(3, MONDAY_MORNING))

    care.refresh_if_changed()

    assert {entry.pain_now for entry in care.records.entries} == {2, 3}
