"""Every record is the same after storing, and is stored under the names that the export uses."""

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homecare.documents import PLAN_KINDS, document_of, record_of
from homecare.domain.records import plan
from homecare.domain.records.diary import BOUNDS, EXERCISES_DONE, FOOTWEAR, DiaryEntry, Site, corrected
from homecare.domain.records.needling import ChecklistAnswer, ReminderMark
from homecare.domain.records.prescription import Prescription
from homecare.domain.records.questionnaire import ItemAnswer
from homecare.domain.records.settings import Settings
from tests.storage.examples import moment, needled, rated, started, trained

SCORES = st.none() | st.integers(0, 10)
MOMENTS = st.datetimes(
    min_value=datetime(1950, 1, 1),  # noqa: DTZ001 - the zone is drawn as well
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
NOTES = st.text(max_size=200)


def _amounts(name: str) -> st.SearchStrategy[float | None]:
    bounds = BOUNDS[name]
    steps = st.integers(0, int((bounds.most - bounds.least) / bounds.step))
    whole = bounds.step == int(bounds.step)
    return st.none() | steps.map(lambda n: int(n * bounds.step) if whole else n * bounds.step)


ENTRIES = st.builds(
    DiaryEntry,
    id=st.uuids().map(str),
    at=MOMENTS,
    created_at=MOMENTS,
    edited_at=MOMENTS,
    pain_now=st.integers(0, 10),
    pain_worst=SCORES,
    needling_soreness=SCORES,
    location=st.lists(
        st.builds(Site, region=st.sampled_from(["heel", "arch"]), side=st.sampled_from("LR"), pain=SCORES),
        max_size=2,
        unique_by=lambda site: (site.region, site.side),
    ).map(tuple),
    quality=st.lists(st.sampled_from(["dull", "sharp", "burning"]), max_size=3, unique=True).map(tuple),
    exercises_done=st.none() | st.sampled_from(EXERCISES_DONE),
    footwear=st.none() | st.sampled_from(FOOTWEAR),
    sleep_woken=st.none() | st.booleans(),
    medication=NOTES,
    notes=NOTES,
    late=st.booleans(),
    carried_forward=st.booleans(),
    **{name: _amounts(name) for name in BOUNDS},
)


def stored(record: Any, kind: Any) -> Any:
    return record_of(kind, json.loads(json.dumps(document_of(record))))


@given(ENTRIES, ENTRIES, MOMENTS)
def test_every_entry_is_the_same_after_storing_corrections_included(
    old: DiaryEntry, new: DiaryEntry, at: datetime
) -> None:
    assert stored(old, DiaryEntry) == old
    once = corrected(old, new, at=at)
    assert stored(once, DiaryEntry) == once


def test_sessions_needlings_and_settings_are_the_same_after_storing() -> None:
    at = moment(22)
    marked = replace(
        needled(at),
        checklist=(ChecklistAnswer(item="fear", yes=False),),
        marks=(ReminderMark(reminder="heat", status="snoozed", at=at, until=at + timedelta(hours=1)),),
        heat_allowed=False,
        needles_used_count=3,
        warning_signs=("fever",),
    )
    choices = Settings(exercise_times={"morning": time(6, 15)}, text_size="largest", sound=False)

    for record in (trained(at), trained(at, pain=None), needled(at), marked, Settings(), choices):
        assert stored(record, type(record)) == record


def _example_of(kind: type[plan.PlanEvent]) -> plan.PlanEvent:
    """A decision of this kind with a value in every field that needs one."""
    samples: dict[Any, Any] = {
        str: "some-id",
        bool: True,
        date: date(2026, 11, 22),
        datetime: datetime(2026, 11, 22, 8, tzinfo=UTC),
        tuple[str, ...]: ("one", "two"),
        plan.Side: "left",
        plan.Advice: "ease-off",
        plan.Level: "harder",
        dict[str, float]: {"reps": 12, "hold_s": 1.5},
        tuple[ItemAnswer, ...]: (ItemAnswer(item="own-1", value=4, text="Climb the stairs"),),
        Prescription: Prescription(
            condition="plantar-fasciitis", side="left", phase="pf-1", items=(), issued=date(2026, 11, 22)
        ),
    }
    hints = get_type_hints(kind)
    given_fields = {
        field.name: samples[hints[field.name]] for field in fields(kind) if hints[field.name] in samples
    }
    if kind is plan.AlertConfirmed:
        given_fields["answer"] = "have-called"
    return kind(**given_fields)


@pytest.mark.parametrize("kind", PLAN_KINDS.values(), ids=list(PLAN_KINDS))
def test_every_decision_of_the_plan_is_the_same_after_storing(kind: type[plan.PlanEvent]) -> None:
    event = _example_of(kind)

    assert stored(event, plan.PlanEvent) == event


def test_every_kind_of_decision_can_be_stored() -> None:
    names = {kind.__name__ for kind in plan.PlanEvent.__subclasses__()}

    assert {kind.__name__ for kind in PLAN_KINDS.values()} == names


def test_an_entry_is_stored_under_the_names_of_the_export_and_without_unanswered_fields() -> None:
    assert document_of(rated(6, moment(22), id_="a")) == {
        "id": "a",
        "at": "2026-11-22T08:00:00+01:00",
        "created_at": "2026-11-22T08:00:00+01:00",
        "edited_at": "2026-11-22T08:00:00+01:00",
        "pain_now": 6,
    }


def test_a_choice_is_stored_even_when_it_is_the_default() -> None:
    assert document_of(Settings())["theme"] == "system"
    assert document_of(needled(moment(1)))["heat_allowed"] is False
    assert document_of(started(moment(1)))["kind"] == "condition-started"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pain_now", 11),
        ("pain_now", "6"),
        ("pain_now", 6.0),
        ("pain_now", True),
        ("at", "2026-11-22T08:00:00"),
        ("at", "yesterday"),
        ("at", 5),
        ("notes", None),
        ("location", [{"region": "heel"}]),
        ("location", 3),
        ("quality", "dull"),
        ("footwear", "skis"),
    ],
)
def test_a_value_off_its_scale_is_refused_when_read(field: str, value: object) -> None:
    document = {**document_of(rated(6, moment(22))), field: value}

    with pytest.raises(ValueError, match=r"."):
        record_of(DiaryEntry, document)


@pytest.mark.parametrize("field", ["id", "at", "edited_at"])
def test_a_missing_field_is_named(field: str) -> None:
    document = document_of(rated(6, moment(22)))
    del document[field]

    with pytest.raises(ValueError, match=field):
        record_of(DiaryEntry, document)


def test_a_decision_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="unheard-of"):
        record_of(plan.PlanEvent, {**document_of(started(moment(1))), "kind": "unheard-of"})
