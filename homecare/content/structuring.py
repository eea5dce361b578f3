"""Tables to domain values with cattrs, strictly: no unknown names, no guessing of types."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from cattrs import Converter
from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from homecare.domain.library.criterion import CRITERION_TYPES, Criterion
from homecare.domain.library.faults import FaultError
from homecare.wording.faults import what_is_wrong

Value = TypeVar("Value")
WORDS: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a date",
    time: "a time of day",
}


def structured(table: Mapping[str, Any], kind: type[Value]) -> Value:
    """`table` as a value of type `kind`; raises what cattrs raises (see faults_of)."""
    try:
        return _converter(thorough=False).structure(table, kind)
    except Exception:  # whatever it is, the thorough converter below finds it again and says where
        return _converter(thorough=True).structure(table, kind)


def faults_of(fault: BaseException, table: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every fault behind a failed `structured`: where it is, and one sentence that says what it is.

    A list member is named by its id, or by its number (from 1) if it has none.
    """
    if isinstance(fault, ClassValidationError):
        with_notes, others = fault.group_exceptions()
        for inner, note in with_notes:
            inside = table.get(note.name) if isinstance(table, dict) else None
            yield from faults_of(inner, inside, f"{place}.{note.name}".lstrip("."))
        for inner in others:
            yield from faults_of(inner, table, place)
    elif isinstance(fault, IterableValidationError):
        for inner, at in fault.group_exceptions()[0]:
            index = int(at.index)
            yield from faults_of(inner, table[index], f"{place}[{_called(table[index], index)}]")
    else:
        yield place, _sentence(fault)


def _called(member: Any, index: int) -> str:
    names = ("id", "exercise", "urgency", "key", "type")
    own = (member[name] for name in names if isinstance(member, dict) and isinstance(member.get(name), str))
    return str(next(own, index + 1))


def _sentence(fault: BaseException) -> str:
    if isinstance(fault, ForbiddenExtraKeysError):
        unknown = sorted(fault.extra_fields)[0]
        near = get_close_matches(unknown, [name for name in _names(fault.cl) if name != unknown], n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        return f"there is no field called {unknown} here.{hint}"
    if isinstance(fault, KeyError):
        return "this is missing."
    return what_is_wrong(fault) if isinstance(fault, FaultError) else f"{fault}."


def _names(kind: Any) -> tuple[str, ...]:
    return tuple(getattr(kind, "__dataclass_fields__", {}))


def _exactly(value: Any, kind: type) -> Any:
    fits = type(value) is kind or (kind is float and type(value) is int)
    if not fits:
        raise TypeError(f"this must be {WORDS[kind]}, not {value!r}")
    return value


def _one_of(value: Any, kind: Any) -> Any:
    allowed = get_args(kind)
    if value not in allowed:
        raise ValueError(f"this must be one of {', '.join(map(str, allowed))}, not {value!r}")
    return value


def _tuple(value: Any, kind: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TypeError(f"this must be a list in square brackets, not {value!r}")
    member = get_args(kind)[0]
    return tuple(_converter(thorough=False).structure(item, member) for item in value)


def _list(value: Any, kind: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TypeError(f"this must be a list in square brackets, not {value!r}")
    member = get_args(kind)[0]
    members, faults = [], []
    for index, item in enumerate(value):
        try:
            members.append(_converter(thorough=True).structure(item, member))
        except Exception as fault:  # collected, so that each fault can be named with its place
            fault.add_note(IterableValidationNote(f"list index {index}", index, member))
            faults.append(fault)
    if faults:
        raise IterableValidationError("faults in a list", faults, kind)
    return tuple(members)


def _criterion(table: Any, converter: Converter) -> Criterion:
    if not isinstance(table, dict) or table.get("type") not in CRITERION_TYPES:
        allowed = ", ".join(CRITERION_TYPES)
        raise ValueError(f"the type of a criterion must be one of {allowed}")
    rest = {name: value for name, value in table.items() if name != "type"}
    return converter.structure(rest, CRITERION_TYPES[table["type"]])


def _built_from(kind: Any, origin: Any) -> bool:
    return bool(get_origin(kind) == origin)


@cache
def _converter(*, thorough: bool) -> Converter:
    """Both refuse the same things. The thorough one says where each fault is but takes longer to set up."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=thorough)
    for kind in WORDS:
        converter.register_structure_hook(kind, _exactly)
    converter.register_structure_hook_func(lambda kind: _built_from(kind, Literal), _one_of)
    converter.register_structure_hook_func(
        lambda kind: _built_from(kind, tuple), _list if thorough else _tuple
    )
    converter.register_structure_hook(Criterion, lambda table, _kind: _criterion(table, converter))
    return converter
