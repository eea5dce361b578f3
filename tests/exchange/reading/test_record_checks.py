"""A record from outside is read whole or refused: nothing it says is passed over, however deep it says it."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homecare.documents import PLAN_KINDS, document_of
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import PlanEvent
from homecare.domain.records.session import Session
from homecare.exchange.reading.record_checks import read_record
from tests.exchange.whole import whole

RECORDS = whole().records
DOCUMENTS: list[tuple[type, dict[str, Any]]] = [
    *((DiaryEntry, document_of(entry)) for entry in RECORDS.entries),
    *((Session, document_of(session)) for session in RECORDS.sessions),
    *((Needling, document_of(needling)) for needling in RECORDS.needlings),
    *((PlanEvent, document_of(event)) for event in RECORDS.plan),
]
WITH_FIELDS = frozenset(
    (
        *("location", "exercises", "muscles", "checklist", "marks"),
        *("prescription", "items", "dose", "tempo", "schedule", "limits", "answers"),
    )
)
"""The parts of a record whose fields are ours; the names in others are ids of the content."""


def parts(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The document and every object inside it that has fields."""
    yield document
    for name, held in document.items():
        for inner in held if isinstance(held, list) else [held]:
            if isinstance(inner, dict) and name in WITH_FIELDS:
                yield from parts(inner)


def test_the_examples_hold_every_kind_of_record() -> None:
    assert {kind for kind, _document in DOCUMENTS} == {DiaryEntry, Session, Needling, PlanEvent}
    assert {document.get("kind") for _kind, document in DOCUMENTS} - {None} == set(PLAN_KINDS)
    assert sum(1 for _kind, document in DOCUMENTS for _part in parts(document)) > len(DOCUMENTS) + 10


def test_every_part_with_fields_is_checked() -> None:
    def leaves(hint: object) -> Iterator[object]:
        yield hint
        for inner in get_args(hint):
            yield from leaves(inner)

    with_fields = {
        name
        for kind in (DiaryEntry, Session, Needling, *PLAN_KINDS.values())
        for name, hint in get_type_hints(kind).items()
        if any(is_dataclass(leaf) for leaf in leaves(hint))
    }

    assert {"exercises", "answers", "prescription"} <= with_fields <= WITH_FIELDS


def test_what_is_stored_is_read_as_it_is() -> None:
    for kind, document in DOCUMENTS:
        assert document_of(read_record(kind, document)) == document


@given(st.data())
def test_a_field_that_is_not_known_is_refused_wherever_it_stands(data: st.DataObject) -> None:
    kind, document = data.draw(st.sampled_from(DOCUMENTS))
    part = data.draw(st.sampled_from(list(parts(document))))
    name = data.draw(st.text(min_size=1, max_size=60).filter(lambda name: name.lower() == name))
    known = {field for _kind, other in DOCUMENTS for inner in parts(other) for field in inner}
    if name in known or name in (*DiaryEntry.__slots__, *Session.__slots__, *Needling.__slots__):
        return
    part[name] = 1
    try:
        with pytest.raises(ValueError, match="There is no field called"):
            read_record(kind, document)
    finally:
        del part[name]


@given(st.data(), st.sampled_from([1, "text", [[]], ["text"], {"a": []}]))
def test_a_part_that_is_no_object_is_refused(data: st.DataObject, other: object) -> None:
    with_parts = [
        (kind, document, name) for kind, document in DOCUMENTS for name in document if name in WITH_FIELDS
    ]
    kind, document, name = data.draw(st.sampled_from(with_parts))
    with pytest.raises(ValueError, match=r"\w"):
        read_record(kind, {**document, name: other})
