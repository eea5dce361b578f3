"""What is true of the clinician's page whatever was recorded, in any order, anywhere."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.diary.by_day import calm_by_day, calm_entries, highest_by_day, highest_pain_by_day
from homecare.domain.evidence.evidence import evidence_at
from homecare.domain.library.phase import RoutineItem
from homecare.domain.plan.adherence import prescribed_on
from homecare.domain.records.diary import diary_day
from homecare.domain.records.records import Records
from homecare.domain.report.pain import HIGHEST, WORST
from homecare.domain.report.report import Period, report
from tests.domain.care import LIBRARY
from tests.domain.histories import START, ZONES, histories
from tests.examples import examples

FIRST = diary_day(START)
PERIODS = st.tuples(st.integers(0, 30), st.integers(0, 40)).map(
    lambda pair: Period(
        first=FIRST + timedelta(days=pair[0] - 5), last=FIRST + timedelta(days=pair[0] - 5 + pair[1])
    )
)
AFTER = START + timedelta(days=60)
some = examples(30)


@some
@given(records=histories(), period=PERIODS, chance=st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(records: Records, period: Period, chance: Random) -> None:
    def mixed(kept: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(chance.sample(list(kept), len(list(kept))))

    other = replace(
        records,
        entries=mixed(records.entries),
        sessions=mixed(records.sessions),
        needlings=mixed(records.needlings),
        plan=mixed(records.plan),
    )
    assert report(other, LIBRARY, period, AFTER, ZONES[0]) == report(
        records, LIBRARY, period, AFTER, ZONES[0]
    )


@some
@given(records=histories(), period=PERIODS)
def test_every_point_is_a_score_of_its_day_and_every_other_day_a_gap(
    records: Records, period: Period
) -> None:
    made = report(records, LIBRARY, period, AFTER, ZONES[0])
    if made.pain is None:
        return
    scores = {day: value.value for day, value in highest_by_day(records.entries, "pain_first_step").items()}
    if made.pain.field == HIGHEST:
        scores = highest_pain_by_day(records.entries)
    elif made.pain.field == WORST:
        scores = {day: value.value for day, value in highest_by_day(records.entries, WORST).items()}

    assert [pain_point.first for pain_point in made.pain.points] == [
        period.first + timedelta(days=n) for n in range(period.days)
    ]
    for point in made.pain.points:
        known = scores.get(point.first)
        assert point.primary == (None if known is None else float(known))


@some
@given(records=histories(), period=PERIODS)
def test_a_mean_rests_on_four_days_or_is_not_there(records: Records, period: Period) -> None:
    tiles = report(records, LIBRARY, period, AFTER, ZONES[0]).tiles
    if tiles is None:
        return
    assert (tiles.primary.change.latest is not None) == (tiles.primary.days >= 4)
    assert (tiles.worst.mean is not None) == (tiles.worst.days >= 4)
    assert 0 <= tiles.diary.recorded <= tiles.diary.days <= period.days
    if tiles.sessions is not None:
        assert 0 <= tiles.sessions.done <= tiles.sessions.planned


@some
@given(records=histories(), hours=st.sampled_from([0, 24, 72]))
def test_pain_that_needling_cannot_have_raised_is_that_of_the_calm_entries(
    records: Records, hours: int
) -> None:
    felt = highest_by_day(records.entries, "pain_worst")
    calm = calm_by_day(felt, records.entries, "pain_worst", records.needlings, hours)

    left = calm_entries(records.entries, records.needlings, hours)
    assert list(calm.items()) == list(highest_by_day(left, "pain_worst").items())


@some
@given(records=histories())
def test_a_long_period_asks_for_on_each_day_what_that_day_alone_asks_for(records: Records) -> None:
    evidence = evidence_at(records, LIBRARY, AFTER, ZONES[0])
    days = [FIRST + timedelta(days=n) for n in range(-3, 60)]
    for name in evidence.plans:
        alone: dict[date, Sequence[RoutineItem]] = {}
        for day in days:
            alone |= prescribed_on(name, [day], evidence)

        assert prescribed_on(name, days, evidence) == alone
