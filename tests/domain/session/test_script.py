import pytest

from homecare.domain.session.script import script_of
from tests.domain.session.guided import BALANCE, RAISE, ROLL, STRETCH, planned, script


def test_the_script_lasts_as_long_as_its_steps() -> None:
    whole = script(STRETCH, RAISE, ROLL)

    assert whole.total_ms == sum(step.seconds for step in whole.steps) * 1000
    assert whole.total_ms == (5 + 80 + 8 + 2 * 24 + 120 + 8 + 120) * 1000


def test_the_script_ends_with_done() -> None:
    whole = script(ROLL)

    assert whole.steps[-1].kind == "done"
    assert whole.step_at(whole.total_ms) == whole.step_at(whole.total_ms + 60_000) == len(whole.steps) - 1


def test_a_place_belongs_to_the_step_that_starts_there() -> None:
    whole = script(STRETCH)

    assert [whole.steps[whole.step_at(ms)].kind for ms in (0, 4_999, 5_000, 25_000)] == [
        "ready",
        "ready",
        "hold",
        "rest",
    ]


def test_every_set_of_every_leg_is_a_block_after_its_lead_in() -> None:
    whole = script_of([planned(BALANCE, "right", "left")])

    assert [
        (block.turn, block.set_no, block.lead_ms, block.start_ms, block.end_ms) for block in whole.blocks
    ] == [
        ("right", 1, 0, 5_000, 35_000),
        ("right", 2, 35_000, 65_000, 95_000),
        ("left", 1, 95_000, 105_000, 135_000),
        ("left", 2, 135_000, 165_000, 195_000),
    ]


def test_a_routine_without_exercises_is_no_session() -> None:
    with pytest.raises(ValueError, match="no-exercise"):
        script_of([])
