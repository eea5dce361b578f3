"""An alert as it stands: how urgent it is, what it says, and what it rests on."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Urgency = Literal["soon", "call-today", "urgent", "emergency"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """An alert of the content that holds now; `say` keeps its placeholders unfilled."""

    id: str
    severity: Urgency
    say: str
    since: date
    entries: tuple[str, ...] = ()
    answered: Literal["have-called", "will-call"] | None = None
