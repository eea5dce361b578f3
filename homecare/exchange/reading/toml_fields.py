"""The fields of a table that a person typed: of the right kind, none unknown, each fault with its place."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, Final, TypeVar

from homecare.domain.library.faults import FaultCode, FaultError
from homecare.exchange.reading.intake import IntakeError
from homecare.wording import _
from homecare.wording.faults import what_is_wrong

V = TypeVar("V")
LONGEST_REASON: Final = 400
"""Characters of a reason: it may quote what was typed, and that may be a page of nonsense."""

KINDS: Final[Mapping[type, str]] = {
    str: "a text",
    int: "a whole number",
    date: "a day like 2026-11-22",
    dict: "a table",
    list: "a list",
    bool: "true or false",
}


def fault(place: str, why: str) -> IntakeError:
    """What is wrong with the field at `place` ("" for the whole plan), as one sentence."""
    told = " ".join(why.split()).rstrip(".")
    if len(told) > LONGEST_REASON:
        told = told[:LONGEST_REASON] + "…"
    return IntakeError(
        _("The plan cannot be used: {place}: {why}.").format(place=place, why=told)
        if place
        else _("The plan cannot be used: {why}.").format(why=told)
    )


def check_names(table: Mapping[str, Any], known: tuple[str, ...], place: str = "") -> None:
    """Raise IntakeError for an unknown field, with the known one that may be meant."""
    for name in table:
        if name not in known:
            raise fault(inside(place, name[:40]), _("there is no such field") + did_you_mean(name, known))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The nearest of the known names, as the end of a sentence; "" where none is near."""
    near = get_close_matches(name.casefold(), known, n=1)
    return _("; did you mean {name}?").format(name=near[0]) if near else ""


def optional(table: Mapping[str, Any], name: str, kind: type[V], place: str = "") -> V | None:
    """The field, None when it is left out. Raises IntakeError when it is of another kind."""
    value = table.get(name)
    if name in table and type(value) is not kind:
        raise fault(inside(place, name), _("this must be {kind}").format(kind=KINDS[kind]))
    return value


def required(table: Mapping[str, Any], name: str, kind: type[V], place: str = "") -> V:
    """The field. Raises IntakeError when it is missing or of another kind."""
    value = optional(table, name, kind, place)
    if value is None:
        raise fault(inside(place, name), _("this is missing"))
    return value


def made(place: str, make: Callable[[], V]) -> V:
    """What `make` makes of fields already read; its ValueError is told with the place."""
    try:
        return make()
    except IntakeError:
        raise
    except FaultError as wrong:
        raise fault(place, what_is_wrong(wrong).rstrip(".") + _nearest(wrong)) from None
    except ValueError as wrong:
        raise fault(place, what_is_wrong(wrong)) from None


def _nearest(wrong: FaultError) -> str:
    """Of the words that a field allows, the one that may be meant."""
    if wrong.code is not FaultCode.NOT_ONE_OF:
        return ""
    allowed = str(wrong.facts["allowed"]).split(", ")
    return did_you_mean(str(wrong.facts["value"]).strip("'\""), allowed)


def inside(place: str, name: str) -> str:
    """The place of a field of the table at `place`."""
    return f"{place}.{name}" if place else name
