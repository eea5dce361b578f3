"""Dry needling as content: what is recorded, the checklist before it, the muscles and their stretches."""

from dataclasses import dataclass
from typing import Literal, get_args

from homecare.domain.library.validity import require_one_of, require_words

RecordType = Literal["datetime", "list", "string", "integer", "boolean", "enum"]
CheckFlag = Literal["stop", "caution"]
"""stop: blocks needling until a clinician decides; caution: the clinician must read it first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedlingField:
    """One field of a needling record; `wording` is "" where the content gives none."""

    id: str
    type: RecordType
    required: bool
    wording: str = ""
    values: tuple[str, ...] = ()
    of: str = ""
    least: int | None = None
    most: int | None = None
    default: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """A question before needling; the answer `if_answer` raises the `flag`. `source` None: none is given."""

    id: str
    question: str
    if_answer: Literal["yes", "no"]
    flag: CheckFlag
    note: str = ""
    source: str | None = None

    def __post_init__(self) -> None:
        require_words("question", self.question)
        require_one_of("if_answer", self.if_answer, ("yes", "no"))
        require_one_of("flag", self.flag, get_args(CheckFlag))


@dataclass(frozen=True, slots=True, kw_only=True)
class Muscle:
    """A muscle that may be needled.

    `stretch` is the exercise for afterwards; with a condition of `avoid_stretch_if` ("condition" or
    "condition:variant") active, `alternative_stretch` replaces it, and None means no stretch at all.
    `clinician_note` names what lies close; "" for nothing noted.
    """

    id: str
    name: str
    plain_name: str
    stretch: str
    related_conditions: tuple[str, ...]
    avoid_stretch_if: tuple[str, ...]
    alternative_stretch: str | None = None
    clinician_note: str = ""

    def __post_init__(self) -> None:
        for name in ("id", "name", "plain_name", "stretch"):
            require_words(name, getattr(self, name))
