"""Numbers that the content has to give and no code reads: a change to one would change nothing."""

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import time
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.around_needling import AroundNeedling
from homecare.domain.library.condition import Condition
from homecare.domain.library.diary import DiaryGuide
from homecare.domain.library.exercise import Exercise
from homecare.domain.library.foot_map import FootMapDrawings
from homecare.domain.library.questionnaire import Questionnaire
from homecare.domain.library.safety import AskFirst, SafetyGuide

CODE = Path(__file__).parent.parent
GUIDES = (
    SafetyGuide,
    AskFirst,
    AroundNeedling,
    DiaryGuide,
    AftercareGuide,
    FootMapDrawings,
    Condition,
    Exercise,
    Questionnaire,
)
NUMBERS = (int, float, time)


def unread_numbers(guides: tuple[type, ...] = GUIDES, code: Path = CODE) -> tuple[str, ...]:
    """Each number of these guides, as "Guide.name", that no code under the folder `code` reads.

    A value's own checks of itself do not count as reading. Names are compared, not types: two guides may hide
    behind each other's name, which only changing each number shows.
    """
    read = _attributes_read(code)
    return tuple(f"{kind.__name__}.{name}" for kind, name in _numbers(guides) if name not in read)


def _numbers(guides: tuple[type, ...]) -> Iterator[tuple[type, str]]:
    waiting, seen = list(guides), set()
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        seen.add(kind)
        hints = get_type_hints(kind)
        for field in fields(kind):
            inside = list(_leaves(hints[field.name]))
            waiting += [leaf for leaf in inside if is_dataclass(leaf)]
            if any(leaf in NUMBERS for leaf in inside):
                yield kind, field.name


def _leaves(hint: Any) -> Iterator[type]:
    """The types a hint is made of, as `int` and `Dose` of `tuple[int, ...] | Dose | None`."""
    if get_origin(hint) in (Union, UnionType) or get_args(hint):
        for arg in get_args(hint):
            yield from _leaves(arg)
    elif isinstance(hint, type):
        yield hint


@cache
def _attributes_read(code: Path) -> frozenset[str]:
    found: set[str] = set()
    for path in sorted(code.rglob("*.py")):
        found |= _read_in(ast.parse(path.read_text(encoding="utf-8")))
    return frozenset(found)


def _read_in(node: ast.AST) -> set[str]:
    if isinstance(node, ast.FunctionDef) and node.name == "__post_init__":
        return set()
    found = {node.attr} if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) else set()
    for child in ast.iter_child_nodes(node):
        found |= _read_in(child)
    return found
