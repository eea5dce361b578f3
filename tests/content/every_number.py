"""Each number of the content, changed by one in memory, and the content as it would then be."""

import copy
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

from homecare.content.library import CONTENT, Library, foot_map_of
from homecare.content.reading import ContentError, localised, parsed, value_of
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.condition import Condition
from homecare.domain.library.diary import DiaryGuide
from homecare.domain.library.exercise import Exercise
from homecare.domain.library.questionnaire import Questionnaire
from homecare.domain.library.safety import SafetyGuide
from tests.domain.care import LIBRARY

Path = tuple[str | int, ...]
GUIDES: dict[str, tuple[str, type]] = {
    "diary.toml": ("diary", DiaryGuide),
    "aftercare.toml": ("aftercare", AftercareGuide),
    "safety.toml": ("safety", SafetyGuide),
}
FOOT_MAP = "foot_map.toml"
TABLES = {
    file: localised(parsed((CONTENT / file).read_text(encoding="utf-8"), file), "en", file)
    for file in (
        *GUIDES,
        FOOT_MAP,
        *(f"conditions/{name}.toml" for name in LIBRARY.condition_ids),
        *(f"exercises/{name}.toml" for name in LIBRARY.exercise_ids),
        *(f"questionnaires/{asked.id}.toml" for asked in LIBRARY.all_questionnaires),
        "around_needling.toml",
        "ask_first.toml",
        "sources.toml",
    )
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


EDGES = {
    ("to_min", "from_min"),
    ("score_max", "score_min"),
    ("week_to", "week_from"),
    ("rise_green_max", "rise_red_min"),
    ("green_max", "amber_max"),
}
"""Where one part ends and the next begins: one number written on both sides, so both move together."""


def changes(file: str, path: Path) -> Iterator[Library]:
    """The content with one number a step up and a step down, where the type takes it.

    A number on an edge that the type refuses to move alone moves with its other side. Nothing is given for
    a number that can have no other value.
    """
    found = False
    for by in (1, -1):
        with suppress(ContentError):
            yield with_change(file, [path], by)
            found = True
    if found:
        return
    for by in (1, -1):
        with suppress(ContentError):
            yield with_change(file, [path, *_other_sides(file, path)], by)


def _other_sides(file: str, path: Path) -> list[Path]:
    """The numbers that must move along: in the next part, the part before, or the same one."""
    name, near = path[-1], []
    for ends, begins in EDGES:
        if name not in (ends, begins):
            continue
        other = begins if name == ends else ends
        step = 1 if name == ends else -1
        if isinstance(path[-2], int) and not str(name).startswith(("rise", "green")):
            near.append((*path[:-2], path[-2] + step, other))
        else:
            near.append((*path[:-1], other))
    known = set(numbers_in(TABLES[file]))
    return [path for path in near if path in known]


def with_change(file: str, paths: Iterable[Path], by: int) -> Library:
    """The content with these numbers `by` larger. Raises ContentError where it cannot be."""
    table = copy.deepcopy(TABLES[file])
    for path in paths:
        at: Any = table
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = _moved(at[path[-1]], by)
    library = copy.copy(LIBRARY)
    if file == FOOT_MAP:
        library.__dict__["foot_map"] = foot_map_of(table, file)
    elif file in GUIDES:
        name, kind = GUIDES[file]
        library.__dict__[name] = value_of(table, kind, file)
    elif file.startswith("exercises/"):
        exercise = value_of(table, Exercise, file)
        library._exercises = {**LIBRARY._exercises, exercise.id: exercise}
    elif file.startswith("questionnaires/"):
        changed = value_of(table, Questionnaire, file)
        every = LIBRARY.all_questionnaires
        library.__dict__["all_questionnaires"] = tuple(
            changed if asked.id == changed.id else asked for asked in every
        )
    else:
        condition = value_of(table, Condition, file)
        library._conditions = {**LIBRARY._conditions, condition.id: condition}
    return library


def _moved(value: Any, by: int) -> Any:
    if isinstance(value, time):
        return (datetime.combine(date(2026, 3, 2), value) + timedelta(minutes=by)).time()
    return value + by
