"""What setting up a plan stores."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from homecare.domain.records.diary import DiaryEntry
from homecare.storage.store import Store
from homecare.ui.diary.acts import add_entry
from homecare.ui.plan import acts
from homecare.ui.state.care import CareState, new_id, stamped
from tests.domain.care import LIBRARY
from tests.fixed_host import MONDAY_MORNING, FixedHost


def care_of(folder: Path) -> CareState:
    return CareState(host=FixedHost(folder, at=MONDAY_MORNING), store=Store.open(folder), library=LIBRARY)


def test_the_first_step_score_of_the_set_up_is_one_diary_entry_like_any_other(tmp_path: Path) -> None:
    care = care_of(tmp_path)
    heel, arch = LIBRARY.condition("plantar-fasciitis"), LIBRARY.condition("flat-foot")
    plans = [acts.started(care, condition, "left", None, 6) for condition in (heel, arch)]

    assert asyncio.run(acts.set_up(care, plans, {}, ()))

    (entry,) = Store.open(tmp_path).all_entries()
    assert (entry.at, entry.pain_first_step, entry.pain_now) == (care.now(), 6, None)
    assert set(care.plans) == {"plantar-fasciitis", "flat-foot"}
    assert care.today.pain[0].days == 1


@pytest.mark.parametrize("score", [0, 6, 10])
def test_the_set_ups_score_is_stored_as_the_diary_stores_the_same_answer(tmp_path: Path, score: int) -> None:
    set_up, written = care_of(tmp_path / "set-up"), care_of(tmp_path / "diary")
    for care, asked in ((set_up, score), (written, None)):
        plan = acts.started(care, LIBRARY.condition("plantar-fasciitis"), "left", None, asked)
        assert asyncio.run(acts.set_up(care, [plan], {}, ()))
    at = written.now()
    entry = DiaryEntry(id=new_id(), at=at, pain_first_step=score, **stamped(at))
    assert asyncio.run(add_entry(written, entry))

    (kept,), (same,) = set_up.store.all_entries(), written.store.all_entries()
    assert replace(kept, id="") == replace(same, id="")
    assert set_up.today.pain == written.today.pain


def test_a_score_that_was_left_out_makes_no_entry(tmp_path: Path) -> None:
    care = care_of(tmp_path)
    plan = acts.started(care, LIBRARY.condition("plantar-fasciitis"), "left", None, None)

    assert asyncio.run(acts.set_up(care, [plan], {}, ()))

    assert Store.open(tmp_path).all_entries() == []
