"""Unsaved answers, kept while the window is open: a Back gesture or a wrong tap loses nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from homecare.ui.diary.entry_draft import Draft
from homecare.ui.state.care import CareState

_KEPT: WeakKeyDictionary[CareState, dict[str, "Kept"]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An unsaved draft and what was typed."""

    draft: Draft
    typed: Mapping[str, str] = field(default_factory=dict)


def kept_for(care: CareState, key: str) -> Kept | None:
    """The unsaved answers of this window's entry `key` ("" for a new one), None when there are none."""
    return _KEPT.get(care, {}).get(key)


def keep(care: CareState, key: str, kept: Kept) -> None:
    """Keep unsaved answers until they are saved or thrown away."""
    _KEPT.setdefault(care, {})[key] = kept


def forget(care: CareState, key: str) -> None:
    """The answers are saved, or thrown away."""
    _KEPT.get(care, {}).pop(key, None)
