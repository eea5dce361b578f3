"""A plan as a file carries all of it, and nothing else gets in that way."""

import json
from base64 import b64encode
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homecare.domain.records.prescription import Prescription
from homecare.exchange.backup import backup
from homecare.exchange.link.plan import plan_link
from homecare.exchange.link.plan_document import MOST_BYTES, plan_document, read_plan_document
from homecare.exchange.reading.intake import IntakeError
from tests.domain.own_exercise import MARBLES, own_item, with_advice
from tests.exchange.link.prescriptions import library, prescriptions
from tests.exchange.whole import PICTURE

PICTURED = with_advice(items=(own_item(replace(MARBLES, picture=b64encode(PICTURE).decode())),))


def refusal(data: bytes) -> str:
    with pytest.raises(IntakeError) as caught:
        read_plan_document(data, library())
    return str(caught.value)


def changed(**fields: Any) -> bytes:
    whole = json.loads(plan_document(with_advice()))
    whole["plan"] |= fields
    return json.dumps(whole).encode()


@given(prescriptions())
@settings(max_examples=60)
def test_every_plan_that_may_be_comes_back_as_it_was(wanted: Prescription) -> None:
    assert read_plan_document(plan_document(wanted), library()) == wanted


def test_a_picture_goes_by_file_and_not_by_link() -> None:
    assert read_plan_document(plan_document(PICTURED), library()) == PICTURED
    with pytest.raises(ValueError, match="Hand this plan over as a file"):
        plan_link(PICTURED, "https://clinic.example/")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "cut short or damaged"),
        (b"[]", "not a plan from a clinic"),
        (b'{"format": "homecare", "version": 2}', "not a plan from a clinic"),
        (b'{"format": "homecare-plan", "version": 2, "plan": {}}', "later version"),
        (b'{"format": "homecare-plan", "version": 1, "plan": []}', "damaged"),
        (b'{"format": "homecare-plan", "version": 1, "plan": {}}', "damaged"),
        (b"x" * (MOST_BYTES + 1), "too large"),
        (changed(footwear="x" * 201), "Footwear has up to 200 characters"),
        (changed(goals=["x"] * 4), "goals has up to 3 entries"),
        (changed(dance="x"), "damaged"),
        (changed(review="2020-01-02"), "must not be before the day the plan was issued"),
        (changed(orthotic={"what": "Heel lift", "first_h": 1}), "needs all three"),
    ],
)
def test_anything_else_is_refused_in_one_sentence(data: bytes, why: str) -> None:
    said = refusal(data)

    assert why in said
    assert said.endswith(".")
    assert "\n" not in said


def test_restoring_a_plan_says_where_it_is_opened() -> None:
    with pytest.raises(IntakeError, match="open it under Exercises"):
        backup.read(plan_document(with_advice()))


@pytest.mark.parametrize(
    ("own", "why"),
    [
        ({"picture": "PHN2Zz4="}, "must be a PNG or JPEG"),
        ({"picture": "no base64"}, "must be a PNG or JPEG"),
        ({"picture": "A" * 81_925}, "longer than"),
        ({"name": "x" * 61}, "name has up to 60"),
        ({"steps": ["x"] * 7}, "Steps has up to 6"),
        ({"kind": "dance"}, "damaged"),
        ({"name": "Another name"}, "no exercise called own-"),
    ],
)
def test_a_spoilt_own_exercise_is_refused(own: dict[str, Any], why: str) -> None:
    whole = json.loads(plan_document(with_advice()))
    whole["plan"]["items"][1]["own"] |= own

    assert why in refusal(json.dumps(whole).encode())


@given(st.binary(max_size=300))
def test_any_bytes_are_a_plan_or_refused(data: bytes) -> None:
    refusal(data)
