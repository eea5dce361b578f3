"""A week that fits into a small code: what the patient shows is what the clinician reads."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.report.week import SummaryDay, WeekSummary, week_summary
from homecare.exchange.link.plan import plan_text, read_plan
from homecare.exchange.link.qr_code import qr_code
from homecare.exchange.link.text import ALPHABET, text_of
from homecare.exchange.link.week import KIND, VERSION, read_week, week_link, week_text
from homecare.exchange.reading.intake import IntakeError
from tests.domain.care import Care, day_of
from tests.exchange.link.prescriptions import library, richest

BASE = "https://clinic.example/homecare/"
DAYS = st.builds(
    SummaryDay,
    pain=st.none() | st.integers(0, 10),
    done=st.integers(0, 4),
    planned=st.integers(0, 4),
    light=st.sampled_from([None, "green", "amber", "red", "grey"]),
    needled=st.booleans(),
)
PLANS = [(name, phase.id) for name in library().condition_ids for phase in library().condition(name).phases]
WEEKS = st.builds(
    lambda plan, side, last, days: WeekSummary(
        condition=plan[0], phase=plan[1], side=side, last=last, days=tuple(days)
    ),
    st.sampled_from(PLANS),
    st.sampled_from(["left", "right", "both"]),
    st.dates(date(2020, 1, 1), date(2199, 6, 5)),
    st.lists(DAYS, min_size=7, max_size=7),
)


@given(WEEKS)
def test_every_week_comes_back_as_it_was_from_a_small_code(week: WeekSummary) -> None:
    link = week_link(week, BASE)

    assert read_week(link, library()) == week
    assert int(qr_code(link).version) <= 6


def test_the_week_says_what_the_diary_says_and_nothing_about_days_without_an_entry() -> None:
    care = Care(phase="pf-2")
    care.entry(4, pain_worst=6, pain_now=2)
    care.entry(6, pain_now=0)
    care.session(5, 7, "heel-raise-towel")
    care.needle(3, 15)

    week = week_summary("plantar-fasciitis", care.evidence(8, 21))

    assert week.last == day_of(8)
    assert [day.pain for day in week.days] == [None, None, 6, 7, 0, None, None]
    assert [day.light for day in week.days] == [None, None, None, "red", None, None, None]
    assert [day.done for day in week.days] == [0, 0, 0, 1, 0, 0, 0]
    assert [day.needled for day in week.days] == [False, True, *[False] * 5]
    assert all(day.planned >= 1 for day in week.days)


@given(WEEKS, st.data())
def test_a_changed_character_is_refused(week: WeekSummary, data: st.DataObject) -> None:
    text = week_text(week)
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from([other for other in ALPHABET if other != text[place]]))

    with pytest.raises(IntakeError):
        read_week(text[:place] + letter + text[place + 1 :], library())


def test_a_plan_is_no_week_and_a_week_no_plan() -> None:
    week = week_summary("plantar-fasciitis", Care().evidence(3))

    with pytest.raises(IntakeError, match="something else"):
        read_plan(week_text(week), library())
    with pytest.raises(IntakeError, match="something else"):
        read_week(plan_text(richest()), library())


@given(st.binary(max_size=60))
def test_any_bytes_with_a_right_checksum_are_a_week_or_refused(payload: bytes) -> None:
    try:
        week = read_week(text_of(KIND, VERSION, payload), library())
    except IntakeError:
        return
    assert read_week(week_text(week), library()) == week
