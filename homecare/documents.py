"""The patient's records as plain documents and back: the only place that knows stored field names.

A document is what JSON can hold. Times are ISO 8601 with their offset from UTC, field names those of the
domain values. What was not said is left out: a field whose default is None, False, "" or empty is stored
only when it differs; any other default is stored, so that a later default cannot change an old record.
A decision of the plan carries its `kind`. Unknown fields are not read: once a schema version has been
released, a new field needs a new one, so that no older app can drop it. The fields of each version are
written down in tests/storage/old/fields.json, and a test keeps to them. Files of the data folder
and the JSON export hold these documents.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from cattrs import Converter
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from homecare.domain.records import plan
from homecare.domain.records.diary import ALL_ANSWERS, DiaryEntry
from homecare.domain.records.needling import Needling
from homecare.domain.records.session import Session
from homecare.domain.records.settings import Settings

T = TypeVar("T")
Record = DiaryEntry | Session | Needling | plan.PlanEvent | Settings

PLAN_KINDS: Mapping[str, type[plan.PlanEvent]] = {
    "condition-started": plan.ConditionStarted,
    "condition-stopped": plan.ConditionStopped,
    "phase-entered": plan.PhaseEntered,
    "dose-decided": plan.DoseDecided,
    "screened": plan.Screened,
    "asked-first": plan.AskedFirst,
    "red-flag-cleared": plan.RedFlagCleared,
    "clearance-given": plan.ClearanceGiven,
    "self-checked": plan.SelfChecked,
    "alert-confirmed": plan.AlertConfirmed,
    "alert-shown": plan.AlertShown,
    "prescription-accepted": plan.PrescriptionAccepted,
    "questionnaire-answered": plan.QuestionnaireAnswered,
}
_KIND_OF = {kind: name for name, kind in PLAN_KINDS.items()}


def document_of(record: Record) -> dict[str, object]:
    """The document that stores `record`."""
    document: dict[str, object] = _CONVERTER.unstructure(record)
    if isinstance(record, plan.PlanEvent):
        return {"kind": _KIND_OF[type(record)], **document}
    return document


def plain_of(part: object) -> Any:
    """What JSON can hold of a part of a record, such as a dose; `record_of` reads it back."""
    return _CONVERTER.unstructure(part)


def record_of(kind: type[T], document: Mapping[str, object]) -> T:
    """The record of this kind that a document stores. Raises ValueError when it stores none."""
    try:
        if kind is plan.PlanEvent:
            kind = PLAN_KINDS[str(document["kind"])]  # type: ignore[assignment]  # a subclass of what was asked
        return _CONVERTER.structure(document, kind)
    except KeyError as error:
        raise ValueError(f"The field {error} is missing or has an unknown value.") from error
    except (TypeError, AttributeError) as error:
        raise ValueError(f"A field has the wrong kind of value ({error}).") from error
    except ValueError:
        raise
    except Exception as error:  # cattrs has error types of its own, which share no base but this
        raise ValueError(f"The record does not fit its kind ({error}).") from error


def _exactly(*kinds: type) -> Any:
    def checked(value: object, _: object) -> object:
        if type(value) not in kinds:
            raise ValueError(f"{value!r} is not of the kind {kinds[-1].__name__}.")
        return value

    return checked


ALWAYS_WRITTEN = {"heat_allowed"}
"""Version 0.1.0 took a missing answer for a yes: a no must stand in what it may read."""


def _says_nothing(field: Field[Any]) -> bool:
    if field.default is not MISSING:
        return field.default is None or field.default is False or field.default in ("", ())
    return field.default_factory is dict


def _writer(kind: type) -> Any:
    options: dict[str, Any] = {
        field.name: override(omit_if_default=True)
        for field in fields(kind)
        if _says_nothing(field) and field.name not in ALWAYS_WRITTEN
    }
    if kind is DiaryEntry:
        options["replaced"] = override(omit_if_default=True, unstruct_hook=_write_replaced)
    return make_dict_unstructure_fn(kind, _CONVERTER, **options)


def _reader(kind: type) -> Any:
    options: dict[str, Any] = {"replaced": override(struct_hook=_read_replaced)} if kind is DiaryEntry else {}
    return make_dict_structure_fn(kind, _CONVERTER, _cattrs_detailed_validation=False, **options)


def _write_replaced(replaced: tuple[dict[str, object], ...]) -> list[dict[str, object]]:
    return [
        {name: _CONVERTER.unstructure(value) for name, value in correction.items()} for correction in replaced
    ]


def _read_replaced(replaced: list[dict[str, object]], _: object) -> tuple[dict[str, object], ...]:
    hints = get_type_hints(DiaryEntry)
    return tuple(
        {
            name: _CONVERTER.structure(value, hints[name]) if name in ALL_ANSWERS else value
            for name, value in correction.items()
        }
        for correction in replaced
    )


@lru_cache(maxsize=16)
def _time_of(kind: Any, text: str) -> Any:
    """The time a text says; the times of a record are mostly one and the same."""
    return kind.fromisoformat(text)


def _text_of_times() -> Callable[[Any], str]:
    """Gives the text of a time, made once for the times of a record that are one object.

    Equal instants are not enough: their offsets may differ.
    """
    last: tuple[Any, str] = (None, "")

    def text(value: Any) -> str:
        nonlocal last
        known = last
        if known[0] is not value:
            last = known = (value, value.isoformat())
        return known[1]

    return text


def _plain_reader(kind: Any) -> Any:
    """Reads one of several plain types, or None, with one check instead of one for each of them."""
    allowed = {arg for arg in get_args(kind) if arg is not NoneType}
    names = " or ".join(sorted(kind.__name__ for kind in allowed))
    exact = allowed | {int} if float in allowed else allowed

    def read(value: object, _: object) -> object:
        if value is None or type(value) in exact:
            return value
        raise ValueError(f"{value!r} is not of the kind {names}.")

    return read


def _is_plain_optional(kind: object) -> bool:
    """Whether a value of this type is None or of plain types without a list of values."""
    return get_origin(kind) in (Union, UnionType) and set(get_args(kind)) <= {str, int, float, bool, NoneType}


def _is_plain(kind: object) -> bool:
    """Whether a value of this type, or None, needs no change to be stored; asking each time costs time."""
    return get_origin(kind) in (Union, UnionType) and all(
        arg in (str, int, float, bool, NoneType) or get_origin(arg) is Literal for arg in get_args(kind)
    )


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _list_reader(kind: Any) -> Any:
    """Reads `tuple[X, ...]` from a list only: a text would come apart into its letters."""
    of = get_args(kind)[0]
    hook = _CONVERTER.get_structure_hook(of)

    def read(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, list | tuple):
            raise ValueError(f"{value!r} is not a list.")
        return tuple(hook(item, of) for item in value)

    return read


def _converter() -> Converter:
    converter = Converter(detailed_validation=False, unstruct_collection_overrides={tuple: list})
    for kind in (str, bool, int):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(float, _exactly(int, float))
    converter.register_unstructure_hook_func(_is_plain, identity)
    for moment in (datetime, date, time):
        converter.register_unstructure_hook(moment, _text_of_times())
        converter.register_structure_hook(moment, lambda text, kind: _time_of(kind, text))
    converter.register_structure_hook_factory(_is_plain_optional, _plain_reader)
    converter.register_structure_hook_factory(_is_tuple, _list_reader)
    converter.register_unstructure_hook_factory(is_dataclass, _writer)
    converter.register_structure_hook_factory(is_dataclass, _reader)
    return converter


_CONVERTER = _converter()
