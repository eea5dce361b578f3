"""Every source stands behind something: a citation that nothing rests on would lend false weight."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final

from homecare.content.library import Library
from homecare.content.reading import ContentError

NAMES_SOURCES: Final = ("source", "week_based_sources")
"""Fields of the content that hold keys of sources.toml."""
AFTERCARE: Final = "aftercare"
"""What a source may stand behind, besides the exercises and conditions by their ids."""


def named_sources(library: Library) -> set[str]:
    """The keys of every source that a dose, a rule, a sentence or an exercise of the content names."""
    content = (
        library.safety,
        library.ask_first,
        library.around_needling,
        library.diary,
        library.aftercare,
        library.all_questionnaires,
        library.conditions(),
        library.exercises(),
    )
    return set(_keys(content))


def source_faults(library: Library) -> Iterator[ContentError]:
    """A source that nothing names and that stands behind nothing, or behind something unknown."""
    named = named_sources(library)
    known = {*library.exercise_ids, *library.condition_ids, AFTERCARE}
    for key, source in library.source_book.sources.items():
        place = f"sources[{key}]"
        if key not in named and not source.background:
            yield ContentError("sources.toml", place, "nothing rests on this source.")
        for subject in source.background:
            if subject not in known:
                fault = f"there is no exercise or condition called {subject}."
                yield ContentError("sources.toml", f"{place}.background", fault)
        if not source.used_for.strip() and not source.customary:
            yield ContentError("sources.toml", f"{place}.used_for", "it does not say what it supports.")


def _keys(value: Any) -> Iterator[str]:
    if is_dataclass(value):
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name in NAMES_SOURCES:
                yield from [held] if isinstance(held, str) else held or ()
            else:
                yield from _keys(held)
    elif isinstance(value, dict):
        for inside in value.values():
            yield from _keys(inside)
    elif isinstance(value, tuple | list):
        for inside in value:
            yield from _keys(inside)
