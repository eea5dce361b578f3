"""A slip of the finger on a pain number is corrected, not counted twice."""

import asyncio
from pathlib import Path

from homecare.domain.today.question import Asked, Question
from homecare.ui.diary.acts import delete_entry, rate_pain
from homecare.ui.state.care import CareState
from tests.ui.session.guided_care import care_with_plan, wait

NOW = Question(asked=Asked.NOW)
FIRST_STEPS = Question(asked=Asked.FIRST_STEP, counts_twice=True)


def scores(care: CareState) -> list[int | None]:
    return [entry.pain_now for entry in care.store.all_entries()]


def test_a_second_tap_within_a_minute_replaces_the_first(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    asyncio.run(rate_pain(care, 7, NOW))
    wait(care, 20)
    entry = asyncio.run(rate_pain(care, 2, NOW))

    assert scores(care) == [2]
    assert entry is not None
    asyncio.run(delete_entry(care, entry))
    assert scores(care) == []


def test_a_tap_a_minute_later_is_another_score(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    asyncio.run(rate_pain(care, 7, NOW))
    wait(care, 61)
    asyncio.run(rate_pain(care, 2, NOW))

    assert scores(care) == [7, 2]


def test_first_steps_are_kept_as_the_morning_after_too_and_both_are_corrected(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    asyncio.run(rate_pain(care, 7, FIRST_STEPS))
    wait(care, 20)
    asyncio.run(rate_pain(care, 2, FIRST_STEPS))

    assert [(entry.pain_first_step, entry.pain_next_morning) for entry in care.store.all_entries()] == [
        (2, 2)
    ]


def test_pain_now_does_not_correct_the_first_steps_of_a_moment_ago(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    asyncio.run(rate_pain(care, 7, FIRST_STEPS))
    wait(care, 5)
    asyncio.run(rate_pain(care, 2, NOW))

    assert {(entry.pain_first_step, entry.pain_now) for entry in care.store.all_entries()} == {
        (7, None),
        (None, 2),
    }
