"""What earlier calendar files said, so that the next one changes those events and doubles none."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import get_type_hints


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """An event as it was last handed out; `digest` tells whether it has changed since.

    `first`, `ends` and `changed_at` are instants in ISO 8601: of its first time, its last one, and the file
    in which it last changed. `rule` tells its rule, "" without one. `cancelled`: it was taken back.
    """

    sequence: int
    changed_at: str
    first: str
    ends: str
    title: str
    digest: str
    rule: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOut:
    """The events in the calendar files of one folder, by UID; `owner` is part of every UID of the folder.

    `neutral`: the last of them called every event "Reminder".
    """

    owner: str = ""
    neutral: bool = False
    events: Mapping[str, Handed] = field(default_factory=lambda: MappingProxyType({}))

    def as_document(self) -> dict[str, object]:
        """As plain values, for the folder."""
        events = {uid: asdict(handed) for uid, handed in self.events.items()}
        return {"owner": self.owner, "neutral": self.neutral, "events": events}


def handed_out(document: Mapping[str, object]) -> HandedOut:
    """What a document of the folder says; an event that cannot be read is left out."""
    owner, events = document.get("owner"), document.get("events")
    found = {}
    for uid, values in (events if isinstance(events, Mapping) else {}).items():
        if isinstance(values, Mapping) and {name: type(value) for name, value in values.items()} == _TYPES:
            found[str(uid)] = Handed(**values)
    return HandedOut(
        owner=owner if isinstance(owner, str) else "",
        neutral=document.get("neutral") is True,
        events=found,
    )


_TYPES: Mapping[str, type] = get_type_hints(Handed)
