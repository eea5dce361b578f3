"""A window that is closed for good no longer reads the folder."""

import asyncio
import logging
from pathlib import Path

import pytest

from homecare.start.window import app_for
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
