"""A bundle back into records, and everything that is no bundle refused in one sentence."""

import json
import random
from dataclasses import fields, replace
from functools import cache
from typing import Any

import pytest

from homecare.domain.evidence.evidence import evidence_at
from homecare.domain.records.diary import ALL_ANSWERS
from homecare.domain.records.plan import ConditionStarted, QuestionnaireAnswered
from homecare.domain.report.report import Named
from homecare.exchange.fhir.bundle import fhir_bytes
from homecare.exchange.fhir.reading import read_bundle
from homecare.exchange.reading.intake import IntakeError
from tests.exchange.report.pages import LIBRARY, LONDON, MADE, demo, page_of
from tests.exchange.spoiling import cut, flipped, foreign, renamed, stuffed, swapped
from tests.exchange.whole import every_event, full_needling, full_session

WAYS = (cut, flipped, stuffed, swapped, swapped, renamed, renamed, foreign)


@cache
def sent() -> bytes:
    return fhir_bytes(
        demo(30), LIBRARY, MADE, LONDON, patient=Named(name="Ann", clinic_id="7"), share_notes=True
    )


def test_entries_come_back_with_every_answer() -> None:
    back = read_bundle(sent()).records.entries
    named = ("id", "at", "created_at", "session", *ALL_ANSWERS)

    for record, other in zip(
        back, sorted(demo(30).entries, key=lambda entry: (entry.at, entry.id)), strict=True
    ):
        for name in named:
            if name != "location":
                assert getattr(record, name) == getattr(other, name)
        assert [(site.region, site.side) for site in record.location] == [
            (site.region, site.side) for site in other.location
        ]


def test_a_session_comes_back_with_everything_that_a_traffic_light_looks_at() -> None:
    was = full_session()
    other = replace(was.exercises[0], condition="nerve-entrapment", outcome="done", reason=None, pain=0)
    was = replace(was, exercises=(*was.exercises, other))
    sent_on = fhir_bytes(
        replace(demo(30), sessions=(was,)), LIBRARY, MADE, LONDON, patient=Named(), share_notes=False
    )

    (back,) = read_bundle(sent_on).records.sessions

    for name in ("at", "slot", "pain_exercise", "tingling_min", "swelling_up", "numb_spread"):
        assert getattr(back, name) == getattr(was, name)
    for done, known in zip(back.exercises, was.exercises, strict=True):
        assert done == known
    assert back.ended_early == was.ended_early


def test_the_score_of_free_practice_counts_for_no_light_when_a_bundle_is_read_back() -> None:
    was = demo(30)
    practice = replace(was.sessions[-1], practice=True)
    score = replace(was.entries[-1], at=practice.ended_at, session=practice.id, pain_exercise=3)
    was = replace(was, sessions=(practice,), entries=(score,))
    back = read_bundle(fhir_bytes(was, LIBRARY, MADE, LONDON)).records

    assert back.entries[0].session == back.sessions[0].id
    assert not any(evidence_at(back, LIBRARY, MADE, LONDON).lights.values())


def test_a_needling_comes_back_with_its_checklist_its_reminders_and_its_warning_signs() -> None:
    was = full_needling()
    for needling in (was, replace(was, cancelled=True)):
        whole = replace(demo(10), needlings=(needling,))
        (back,) = read_bundle(fhir_bytes(whole, LIBRARY, MADE, LONDON, share_notes=True)).records.needlings
        assert back == needling

        (bare,) = read_bundle(fhir_bytes(whole, LIBRARY, MADE, LONDON)).records.needlings
        assert bare == replace(needling, note="")


def test_sessions_needlings_and_plan_come_back_as_far_as_a_bundle_carries_them() -> None:
    back, was = read_bundle(sent()), demo(30)

    assert back.patient == Named(name="Ann", clinic_id="7")
    for session, other in zip(back.records.sessions, was.sessions, strict=True):
        assert (session.at, session.slot, session.pain_exercise, len(session.exercises)) == (
            other.at,
            other.slot,
            other.pain_exercise,
            len(other.exercises),
        )
    assert [needling.muscles for needling in back.records.needlings] == [
        needling.muscles for needling in was.needlings
    ]
    started = [event for event in back.records.plan if isinstance(event, ConditionStarted)]
    answered = [event for event in back.records.plan if isinstance(event, QuestionnaireAnswered)]
    assert [event.condition for event in started] == ["plantar-fasciitis"]
    assert answered == [event for event in was.plan if isinstance(event, QuestionnaireAnswered)]


def test_the_clinician_reads_the_same_numbers_from_the_bundle() -> None:
    records, was = read_bundle(sent()).records, demo(30)
    first, other = page_of(records).tiles, page_of(was).tiles

    assert first is not None
    assert other is not None
    assert (first.primary, first.worst, first.diary) == (other.primary, other.worst, other.diary)


def test_an_entry_of_which_only_an_unshared_note_is_left_does_not_come_back() -> None:
    records = demo(20)
    unanswered: dict[str, Any] = {
        field.name: field.default
        for field in fields(records.entries[0])
        if field.name in ALL_ANSWERS and field.name != "notes"
    }
    bare = replace(records.entries[0], **unanswered, notes="only this")
    whole = replace(records, entries=(bare, *records.entries[1:]))

    assert (
        len(read_bundle(fhir_bytes(whole, LIBRARY, MADE, LONDON)).records.entries) == len(records.entries) - 1
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"resourceType":"Bundle"}',
        b'{"resourceType":"Patient"}',
        b'{"resourceType":"Bundle","entry":5}',
        b'{"resourceType":"Bundle","entry":[7]}',
    ],
)
def test_what_is_no_bundle_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(IntakeError) as refused:
        read_bundle(data)

    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


@pytest.mark.slow
def test_a_thousand_spoilt_bundles_are_read_or_refused_and_nothing_else() -> None:
    small = fhir_bytes(demo(3), LIBRARY, MADE, LONDON)
    chance = random.Random(9)
    refused = 0
    for number in range(1_000):
        data = WAYS[number % len(WAYS)](small, chance)
        try:
            read_bundle(data)
        except IntakeError as fault:
            refused += 1
            assert str(fault).endswith(".")
            assert "\n" not in str(fault)
    assert refused > 500


def test_the_same_resource_twice_is_refused() -> None:
    whole = json.loads(fhir_bytes(demo(3), LIBRARY, MADE, LONDON))
    whole["entry"].append(whole["entry"][-3])

    with pytest.raises(IntakeError, match="same id"):
        read_bundle(json.dumps(whole).encode())


def test_what_was_entered_in_error_or_is_about_somebody_else_is_not_read_as_the_patients() -> None:
    whole = json.loads(sent())
    found = [entry["resource"] for entry in whole["entry"]]
    answered = [resource for resource in found if resource["resourceType"] == "QuestionnaireResponse"]
    answered[0]["status"] = "entered-in-error"
    answered[1]["subject"] = {"reference": "Patient/somebody-else"}
    session = next(
        resource
        for resource in found
        if resource["resourceType"] == "Observation" and "valueString" in resource
    )
    session["subject"] = {"reference": "urn:uuid:00000000-0000-4000-8000-000000000000"}
    gone = {answered[0]["id"], answered[1]["id"], session["id"]}

    before, back = read_bundle(sent()).records, read_bundle(json.dumps(whole).encode()).records

    assert {entry.id for entry in before.entries} - {entry.id for entry in back.entries} == gone - {
        session["id"]
    }
    assert {kept.id for kept in before.sessions} - {one.id for one in back.sessions} == {session["id"]}


def test_answered_questionnaires_come_back() -> None:
    answered = tuple(event for event in every_event() if isinstance(event, QuestionnaireAnswered))
    data = fhir_bytes(replace(demo(30), plan=answered), LIBRARY, MADE, LONDON, share_notes=True)

    back = read_bundle(data).records.plan

    assert back == answered
