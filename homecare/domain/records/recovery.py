"""What is missing from the records or was found beside them: told until it is read, carried by exports."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Final

from homecare.domain.library.faults import FaultCode, refuse_unless
from homecare.domain.library.validity import require_whole, require_words
from homecare.domain.records.plain import keep_lines

MOST_RECORDS: Final = 10**9
LONGEST: Final = 400


class Outcome(StrEnum):
    """What became of a file that was not as it was left."""

    PREVIOUS_GENERATION = "previous-generation"
    """The file as it was before its last save is back in use; that last save may be missing."""
    SET_ASIDE = "set-aside"
    """No good copy was left; the damaged file is kept for a specialist, and its records are missing."""
    GONE = "gone"
    """Something took the file away with every copy; its records are missing."""
    UNREADABLE_RECORD = "unreadable-record"
    """One record cannot be understood; it stays in the file but is not shown."""
    COPY = "copy"
    """Another program left a copy of a file beside it; nothing in it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """One file that was found damaged, missing or copied, and what became of it.

    `file` is the path inside the data folder, `kept_as` where the damaged file is kept ("" when there was
    none), `records` how many records are back in use, `record` the id of an unreadable one.
    """

    file: str
    outcome: Outcome
    kept_as: str = ""
    records: int = 0
    record: str = ""

    def __post_init__(self) -> None:
        """Check what may come from a file."""
        object.__setattr__(self, "outcome", Outcome(self.outcome))
        texts = {"file": self.file, "kept_as": self.kept_as, "record": self.record}
        short = all(isinstance(text, str) and len(text) <= LONGEST for text in texts.values())
        refuse_unless(short, FaultCode.NO_SUCH_FILE)
        require_words("file", self.file)
        require_whole("records", self.records, 0, MOST_RECORDS)
        keep_lines(self, texts)

    @property
    def is_gap(self) -> bool:
        """Whether records may be missing because of it."""
        return self.outcome is not Outcome.COPY


def recovery_document(recovery: Recovery) -> dict[str, object]:
    """The recovery as it is stored and exported; what it does not say is left out."""
    found = {field.name: getattr(recovery, field.name) for field in fields(recovery)}
    return {name: value for name, value in found.items() if value or name in ("file", "outcome")}


def recovery_of(document: Mapping[str, Any]) -> Recovery:
    """The recovery that a document says. Raises ValueError or TypeError when it says none."""
    return Recovery(**document)
