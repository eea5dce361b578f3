"""Nothing that its own page forbids is offered in a session, as practice, as a time, in FHIR or in print."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from homecare.domain.records.local_time import moment
from homecare.domain.report.handout import handout
from homecare.domain.safety.alerts import pressed_evidence_at
from homecare.domain.today.coming import planned_parts
from homecare.domain.today.practice import practice
from homecare.domain.today.under_way import holds_under_way
from homecare.exchange.fhir.bundle import fhir_bytes
from homecare.ui.session.acts import planned_of
from tests.domain.care import LIBRARY, LONDON, Care, when
from tests.domain.plan.test_contraindications import MUSCLES, cares, named_by_its_page

days, hours, sides = st.integers(29, 30), st.integers(4, 23), st.sampled_from(["left", "right", "both"])


@settings(max_examples=40)
@given(care=cares(), day=days, hour=hours, later_h=st.integers(0, 8), muscle=st.sampled_from(MUSCLES))
def test_a_session_that_goes_on_after_another_needling_plays_nothing_forbidden(
    care: Care, day: int, hour: int, later_h: int, muscle: str
) -> None:
    routine = care.today(day, hour).routine
    if routine is None:
        return
    planned = planned_of(routine.items)
    care.needle(
        day, hour + 0.25, muscle, side=planned[0].turns[0] if planned[0].turns[0] != "both" else "left"
    )
    at = when(day, hour + 0.5) + timedelta(hours=later_h)

    held = holds_under_way(planned, care.records, LIBRARY, at, LONDON)

    shown = replace(care.today(day, hour), at=at, day=care.evidence_at(at).day)
    for number, exercise in enumerate(planned):
        if number not in held:
            assert named_by_its_page(exercise.exercise, exercise.side, care, shown) == []


@settings(max_examples=40)
@given(
    care=cares(),
    day=days,
    hour=hours,
    side=sides,
    names=st.lists(st.sampled_from(LIBRARY.exercise_ids), min_size=4, max_size=4, unique=True),
)
def test_nothing_forbidden_may_be_tried_freely(
    care: Care, day: int, hour: int, side: str, names: list[str]
) -> None:
    evidence = pressed_evidence_at(care.records, LIBRARY, when(day, hour), LONDON)

    for name in names:
        if practice(name, side, evidence).held is None:
            assert named_by_its_page(name, side, care, care.today(day, hour)) == []


@settings(max_examples=30)
@given(care=cares(), day=days, hour=hours)
def test_no_coming_time_and_no_reminder_is_for_a_forbidden_exercise(care: Care, day: int, hour: int) -> None:
    now = when(day, hour)
    known = replace(care.records, needlings=tuple(n for n in care.records.needlings if n.at <= now))
    care.needlings = list(known.needlings)

    for part in planned_parts(pressed_evidence_at(care.records, LIBRARY, now, LONDON), days=2):
        shown = replace(care.today(day, hour), at=part.at, day=part.day)
        assert moment(part.at) > moment(now)
        for item in part.items:
            assert named_by_its_page(item.exercise.id, item.side, care, shown) == []


@settings(max_examples=30)
@given(care=cares(), day=days, hour=hours)
def test_fhir_hands_over_as_active_nothing_forbidden(care: Care, day: int, hour: int) -> None:
    shown = care.today(day, hour)
    records = care.records.until(shown.at)
    bundle: dict[str, Any] = json.loads(fhir_bytes(records, LIBRARY, shown.at, LONDON))

    active = {
        resource["code"]["coding"][0]["code"]
        for resource in (entry["resource"] for entry in bundle["entry"])
        if resource["resourceType"] == "ServiceRequest" and resource["status"] == "active"
    }
    free = {item.exercise for item in shown.items if item.held in (None, "rest-day", "red-rest")}
    assert active <= free
    for item in shown.items:
        if item.held is None:
            assert named_by_its_page(item.exercise, item.side, care, shown) == []


@settings(max_examples=30)
@given(care=cares(), day=days, hour=hours)
def test_what_is_printed_is_forbidden_by_nothing_but_a_needling_of_the_day(
    care: Care, day: int, hour: int
) -> None:
    shown = care.today(day, hour)

    for item in handout(care.records, LIBRARY, shown.at, LONDON).items:
        against = named_by_its_page(item.exercise.id, item.side, care, shown)
        assert [reason for reason in against if " needled " not in reason] == []
