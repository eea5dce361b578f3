"""A day of the diary by its address: what was missed is added to the day it belongs to."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.start.window import app_for
from homecare.ui.state.care import CareState, new_id, stamped
from tests.ui.harness import Window, opened_at
from tests.ui.session.guided_care import care_with_plan, host_of

YESTERDAY = date(2026, 3, 1)


def at_address(care: CareState, route: str, look: Callable[[Window], Coroutine[Any, Any, None]]) -> None:
    """Open the whole app at this address and look at it."""

    async def told() -> None:
        window = opened_at(app_for(host_of(care)), route)
        await window.settle()
        await look(window)
        window.close()
        await window.settle()

    asyncio.run(told())


def test_a_past_day_leads_to_exercises_done_without_the_app_and_they_are_kept_on_that_day(
    tmp_path: Path,
) -> None:
    care = care_with_plan(tmp_path)
    wanted: list[str] = []

    async def day(window: Window) -> None:
        window.page.navigate = wanted.append
        await window.tap("Add exercises done without the app")

    async def form(window: Window) -> None:
        done = [control for control in window.controls() if getattr(control, "value", "") == "Done"]
        await window.session.dispatch_event(done[0]._i, "click", None)
        await window.settle()
        await window.tap("Save")

    at_address(care, f"/diary/day/{YESTERDAY}", day)
    assert wanted == [f"/diary/session/new?day={YESTERDAY}"]
    at_address(care, wanted[0], form)

    (session,) = care.store.all_sessions()
    assert session.at.astimezone(ZoneInfo("Europe/Berlin")).isoformat() == "2026-03-01T12:00:00+01:00"


def test_two_taps_on_delete_delete_once_and_two_on_undo_bring_it_back_once(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    at = care.now() - timedelta(hours=1)
    care.store.add_entry(DiaryEntry(id=new_id(), at=at, pain_now=4, **stamped(at)))
    before = care.store.all_entries()

    async def day(window: Window) -> None:
        for act, after in (("Delete the entry at 09:00", []), ("Undo", before)):
            await window.tap(act, times=2)
            assert care.store.all_entries() == after
            assert not [text for text in window.texts() if "no longer there" in text or "already" in text]

    at_address(care, f"/diary/day/{diary_day(at)}", day)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-W09-7", "2026", "2026-02-30"])
def test_an_address_that_names_no_day_of_the_diary_says_so(day: str, tmp_path: Path) -> None:
    async def look(window: Window) -> None:
        assert "There is no such day" in window.texts()

    at_address(care_with_plan(tmp_path), f"/diary/day/{day}", look)
