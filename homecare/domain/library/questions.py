"""The questions of the diary: wording, answers, codes."""

from dataclasses import dataclass
from datetime import time
from typing import Literal, get_args

from homecare.domain.library.validity import require, require_one_of, require_unique, require_words

FieldType = Literal["integer", "number", "boolean", "text", "enum", "multi-select"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCodes:
    """Codes of a field in other systems; None where none was confirmed."""

    local: str
    loinc: str | None = None
    snomed: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChoice:
    """One answer to choose."""

    id: str
    text: str
    snomed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryField:
    """One question of the diary.

    `least`, `most`, `step` and `unit` hold for numbers (None and "" otherwise); `anchor_least` and
    `anchor_most` are the words at the ends of a scale.
    """

    id: str
    label: str
    wording: str
    type: FieldType
    required: bool
    codes: FieldCodes
    least: float | None = None
    most: float | None = None
    step: float | None = None
    unit: str = ""
    anchor_least: str = ""
    anchor_most: str = ""
    choices: tuple[FieldChoice, ...] = ()
    max_selected: int | None = None
    max_length: int | None = None
    notice: str = ""

    def __post_init__(self) -> None:
        for name in ("id", "label", "wording"):
            require_words(name, getattr(self, name))
        require_one_of("type", self.type, get_args(FieldType))
        if self.type in ("integer", "number"):
            least, most, step = self.least, self.most, self.step
            numbers = least is not None and most is not None and step is not None
            require(numbers, f"field {self.id} needs least, most and step")
        require_unique(f"field {self.id}", [choice.id for choice in self.choices])


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionQuestion:
    """A yes-or-no question at the end of a session, for conditions of the pain profile `profile`.

    `id` is the field of the session that keeps the answer.
    """

    id: str
    profile: str
    wording: str

    def __post_init__(self) -> None:
        require_words("id", self.id)
        require_words("wording", self.wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySlot:
    """A time for an entry (local); `closes` earlier than `opens` is the next day. None: no set time."""

    id: str
    default_time: time | None = None
    opens: time | None = None
    closes: time | None = None

    def open_at(self, clock: time) -> bool:
        """Whether `clock` lies from `opens` to before `closes`; never for a slot without a set time."""
        if self.opens is None or self.closes is None:
            return False
        if self.closes < self.opens:
            return self.opens <= clock or clock <= self.closes
        return self.opens <= clock < self.closes
