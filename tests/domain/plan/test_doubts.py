"""Doses that no one would mean are asked about; those of the content never are."""

from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.plan.doubts import DoubtCode, doubts
from homecare.domain.records.prescription import PrescribedItem
from tests.domain.care import LIBRARY
from tests.domain.own_exercise import own_item
from tests.domain.prescribing import prescribed
from tests.exchange.link.prescriptions import every_phase


def asked(dose: Dose, schedule: Schedule) -> list[tuple[DoubtCode, int]]:
    item = PrescribedItem(exercise="heel-raise-towel", dose=dose, schedule=schedule)
    return [(doubt.code, doubt.value) for doubt in doubts(prescribed(items=(item,)), LIBRARY)]


def test_ten_sets_of_a_hundred_and_twelve_times_a_day_are_asked_about() -> None:
    daily, often = Schedule(pattern="daily"), Schedule(pattern="daily", times_per_day=12)

    assert asked(Dose(sets=10, reps=100), daily) == [(DoubtCode.REPEATS_A_DAY, 1000)]
    assert asked(Dose(sets=1, reps=10), often) == [(DoubtCode.TIMES_A_DAY, 12)]
    assert asked(Dose(sets=1, duration_s=3600), daily) == [(DoubtCode.MINUTES_A_DAY, 60)]


def test_no_phase_of_the_content_is_asked_about() -> None:
    assert [plan.phase for plan in every_phase() if doubts(plan, LIBRARY)] == []


def test_a_clinicians_own_exercise_is_asked_about_like_any_other() -> None:
    item = own_item(dose=Dose(sets=10, reps=100))

    assert [doubt.item for doubt in doubts(prescribed(items=(item,)), LIBRARY)] == [item]
