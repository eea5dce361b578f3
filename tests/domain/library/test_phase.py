"""homecare.domain.library.phase."""

from typing import Any

import pytest

from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.library.phase import ActivityPlan, LoadRow, RoutineItem, RunWalkStep, Step

STAYS = Step(text="Stay at this dose.")


def prescribed(**changes: Any) -> RoutineItem:
    values: dict[str, Any] = {
        "exercise": "heel-raise-double",
        "kind": "strength",
        "dose": Dose(sets=3, reps=10),
        "side": "both",
        "schedule": Schedule(pattern="daily"),
        "progression": STAYS,
        "regression": STAYS,
        "dose_basis": "as-published",
        "source": "spink2008",
    }
    return RoutineItem(**(values | changes))


def test_a_dose_without_a_source_is_refused():
    with pytest.raises(ValueError, match="the dose of heel-raise-double needs a source"):
        prescribed(source=" ")


def test_usual_practice_is_never_passed_off_as_published():
    with pytest.raises(ValueError, match="rests on consensus in only one of dose_basis and source"):
        prescribed(source="consensus")


def test_a_step_to_an_impossible_dose_is_refused():
    with pytest.raises(ValueError, match=r"not-whole .*reps.*most=100"):
        prescribed(regression=Step(text="No repeats.", dose={"reps": 0}))


def test_an_exercise_for_one_variant_is_not_meant_for_another():
    item = prescribed(variant="tibial")

    assert item.meant_for("tibial")
    assert not item.meant_for("outer-shin")
    assert not item.meant_for("all")
    assert prescribed().meant_for("tibial")


def table(*weeks: tuple[int, int, int]) -> ActivityPlan:
    rows = tuple(LoadRow(week_from=a, week_to=b, sets=3, reps=reps, rm=reps) for a, b, reps in weeks)
    return ActivityPlan(source="beyer2015", dose_basis="as-published", load_table=rows)


def test_a_load_table_without_a_week_is_refused():
    with pytest.raises(ValueError, match="the weeks of a load table follow one another"):
        table((1, 1, 15), (3, 4, 12))


def test_a_running_step_leaves_room_for_its_rest_days():
    with pytest.raises(ValueError, match="rest-days-too-many"):
        RunWalkStep(step=1, run_min=1, walk_min=2, repeats=6, sessions_per_week=5, min_rest_days_between=1)
