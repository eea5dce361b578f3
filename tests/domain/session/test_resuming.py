import json
from typing import Any

import pytest
from hypothesis import given

from homecare.domain.session import controls
from homecare.domain.session.resuming import Run, run_from_dict, run_to_dict
from tests.domain.session.guided import RAISE, ROLL, START, STRETCH, after, planned, script
from tests.domain.session.test_controls import ACTS, Act, after_acts

WHOLE = script(STRETCH, RAISE, ROLL)


def run_after(acts: list[Act]) -> Run:
    progress, _at = after_acts(WHOLE, acts)
    return Run(id="r1", started_at=START, slot="evening", planned=WHOLE.planned, progress=progress)


@given(ACTS)
def test_a_session_in_progress_comes_back_equal_from_its_file(acts: list[Act]) -> None:
    run = run_after(acts)

    assert run_from_dict(json.loads(json.dumps(run_to_dict(run)))) == run


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("planned"),
        lambda data: data.update(version=99),
        lambda data: data.update(started_at="2026-03-02T19:30"),
        lambda data: data["planned"][0].update(turns=["tail"]),
        lambda data: data["progress"].update(offset_ms=-1),
        lambda data: data["progress"].update(skips=[[0, "bored"]]),
        lambda data: data["planned"][0]["dose"].update(sets=99),
    ],
)
def test_a_spoilt_session_is_refused_in_one_sentence(spoil: Any) -> None:
    data = json.loads(json.dumps(run_to_dict(run_after([("skip_exercise", 10_000, "pain")]))))
    spoil(data)

    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        run_from_dict(data)


def test_both_legs_and_a_pause_survive_a_reload() -> None:
    paused = controls.pause(WHOLE, controls.start(START), after(9))
    run = Run(
        id="r2",
        started_at=START,
        slot="morning",
        planned=(planned(RAISE, "right", "left"),),
        progress=paused,
    )

    assert run_from_dict(json.loads(json.dumps(run_to_dict(run)))) == run


def test_a_session_left_by_version_0_1_0_goes_on_where_it_was_and_waits_for_nobody() -> None:
    run = run_after([("skip_exercise", 10_000, "pain")])
    old = json.loads(json.dumps(run_to_dict(run)))
    del old["progress"]["ready"], old["extra"]
    for exercise in old["planned"]:
        for name in ("count_in_s", "waits", "known"):
            del exercise[name]

    assert run_from_dict(old) == run
