"""A slip of the finger on a pain number is corrected, not counted twice."""

import asyncio
from pathlib import Path

from homecare.ui.diary.acts import delete_entry, rate_pain
from homecare.ui.state.care import CareState
from tests.ui.session.guided_care import care_with_plan, wait


def scores(care: CareState) -> list[int | None]:
    return [entry.pain_now for entry in care.store.all_entries()]


def test_a_second_tap_within_a_minute_replaces_the_first(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    asyncio.run(rate_pain(care, 7))
    wait(care, 20)
    entry = asyncio.run(rate_pain(care, 2))

    assert scores(care) == [2]
    assert entry is not None
    asyncio.run(delete_entry(care, entry))
    assert scores(care) == []


def test_a_tap_a_minute_later_is_another_score(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    asyncio.run(rate_pain(care, 7))
    wait(care, 61)
    asyncio.run(rate_pain(care, 2))

    assert scores(care) == [7, 2]
