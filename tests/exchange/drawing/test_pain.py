"""No very high score is missed on the pain chart, whatever it was recorded as and however long the period."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.diary.by_day import PAIN_OF_A_DAY
from homecare.domain.report.pain import PainChart
from homecare.domain.report.report import Period, report
from homecare.exchange.drawing.drawing import Dot, Drawing, Words
from homecare.exchange.drawing.pain import PainSheet, pain_drawing
from homecare.wording.pain import described
from tests.domain.care import LIBRARY, LONDON, Care, day_of, when

SHEET = PainSheet(width=190, height=70)


def chart_of(care: Care, days: int) -> PainChart:
    period = Period(first=day_of(1), last=day_of(days))
    chart = report(care.records, LIBRARY, period, when(days, 23), LONDON).pain
    assert chart is not None
    return chart


def numbers_in_discs(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words) and shape.ink == "paper"]


@given(
    field=st.sampled_from(PAIN_OF_A_DAY),
    score=st.integers(8, 10),
    day=st.integers(1, 200),
    days=st.sampled_from([28, 120, 200]),
)
def test_one_very_high_score_stands_in_a_disc_with_its_number(
    field: Any, score: int, day: int, days: int
) -> None:
    day = min(day, days)
    care = Care(first_step=3)
    care.mornings(*[3] * 10)
    answer: dict[str, Any] = {field: score}
    care.entry(day, 20, **answer)
    chart = chart_of(care, days)

    assert numbers_in_discs(pain_drawing(chart, SHEET)) == [str(score)]
    assert "very high: " in described(chart)


@pytest.mark.parametrize("score", [0, 4, 7])
def test_a_worst_score_between_two_days_without_one_is_seen_as_a_ring(score: int) -> None:
    care = Care(first_step=3)
    care.mornings(*[3] * 10)
    care.entry(5, 20, pain_worst=score)
    chart = chart_of(care, 28)

    level = SHEET.level(score)
    rings = [shape for shape in pain_drawing(chart, SHEET).shapes if isinstance(shape, Dot)]
    assert any(dot.ink == "paper" and dot.y == pytest.approx(level) for dot in rings)


def test_a_pain_now_of_10_is_the_highest_score_of_the_period() -> None:
    care = Care(first_step=3)
    care.mornings(*[3] * 10)
    care.worst(*[4] * 10)
    care.entry(10, 21, pain_now=10)
    made = report(care.records, LIBRARY, Period(first=day_of(1), last=day_of(28)), when(28, 23), LONDON).tiles

    assert made is not None
    assert (made.worst.highest, made.worst.highest_day) == (10, day_of(10))
