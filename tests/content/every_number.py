"""Each number of the content, changed by one in memory, and the content as it would then be."""

import copy
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from homecare.content.library import CONTENT, Library
from homecare.content.reading import localised, parsed, value_of
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.condition import Condition
from homecare.domain.library.diary import DiaryGuide
from homecare.domain.library.safety import SafetyGuide
from tests.domain.care import LIBRARY

Path = tuple[str | int, ...]
GUIDES: dict[str, tuple[str, type]] = {
    "diary.toml": ("diary", DiaryGuide),
    "aftercare.toml": ("aftercare", AftercareGuide),
    "safety.toml": ("safety", SafetyGuide),
}
TABLES = {
    file: localised(parsed((CONTENT / file).read_text(encoding="utf-8"), file), "en", file)
    for file in (*GUIDES, *(f"conditions/{name}.toml" for name in LIBRARY.condition_ids))
}


def numbers_in(value: Any, path: Path = ()) -> Iterator[Path]:
    """Where each number and time of day stands."""
    if isinstance(value, int | float | time) and not isinstance(value, bool):
        yield path
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield from numbers_in(inside, (*path, name))
    elif isinstance(value, list):
        for at, inside in enumerate(value):
            yield from numbers_in(inside, (*path, at))


def called(file: str, path: Path) -> str:
    """A number as a person would look for it: "diary.toml: flare.severe_at"."""
    value: Any = TABLES[file]
    words = []
    for step in path:
        value = value[step]
        named = value.get("id") or value.get("exercise") if isinstance(value, dict) else None
        words.append(str(named or step) if isinstance(step, int) else step)
    return f"{file}: {'.'.join(words)}"


def with_change(file: str, path: Path, by: int) -> Library:
    """The content with one number `by` larger. Raises ContentError where it cannot be."""
    table = copy.copy(TABLES[file])
    at: Any = table
    for step in path[:-1]:
        at[step] = copy.copy(at[step])
        at = at[step]
    at[path[-1]] = _moved(at[path[-1]], by)
    library = copy.copy(LIBRARY)
    if file in GUIDES:
        name, kind = GUIDES[file]
        library.__dict__[name] = value_of(table, kind, file)
    else:
        condition = value_of(table, Condition, file)
        library._conditions = {**LIBRARY._conditions, condition.id: condition}
    return library


def _moved(value: Any, by: int) -> Any:
    if isinstance(value, time):
        return (datetime.combine(date(2026, 3, 2), value) + timedelta(minutes=by)).time()
    return value + by
