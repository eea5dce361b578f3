"""A window opens at every address, and one that is closed for good no longer reads the folder."""

import asyncio
import logging
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from homecare.start.window import app_for
from homecare.storage.store import Store
from tests.fixed_host import FixedHost
from tests.ui.harness import Window


def watchers() -> list[asyncio.Task[object]]:
    return [task for task in asyncio.all_tasks() if "watch_folder" in repr(task.get_coro())]


def test_closing_a_window_ends_its_watch_of_the_folder_without_a_complaint(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def told() -> None:
        window = Window(lambda: [])
        app_for(FixedHost(tmp_path))(window.page)
        window.session.get_page_patch()  # type: ignore[no-untyped-call]
        window.session.start_updates_scheduler()  # type: ignore[no-untyped-call]
        await window.settle()
        assert len(watchers()) == 1

        window.close()
        await window.settle()

        assert watchers() == []

    with caplog.at_level(logging.WARNING):
        asyncio.run(told())

    assert caplog.messages == []


@pytest.mark.parametrize(
    "address",
    ["/nothing", "/diary/2026-11-28", "/exercises/exercise/none/of-it", "/plan", "/%F0%9F%98%80", "/../etc"],
)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_address_that_leads_nowhere_says_so(
    tmp_path: Path, address: str, theme: Literal["light", "dark"]
) -> None:
    store = Store.open(tmp_path)
    store.save_settings(replace(store.settings(), theme=theme))

    async def told() -> None:
        window = Window(lambda: [])
        window.page.route = address
        app_for(FixedHost(tmp_path))(window.page)
        window.session.get_page_patch()  # type: ignore[no-untyped-call]
        window.session.start_updates_scheduler()  # type: ignore[no-untyped-call]
        await window.settle()
        assert {"There is nothing at this address", "Go to Today"} <= set(window.texts())
        window.close()

    asyncio.run(told())
