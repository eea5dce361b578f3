"""What is pressing now: the same for the patient's Today and everything a clinician reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.evidence.red_flags import OpenFlag
from homecare.domain.library.content import TodayContent
from homecare.domain.library.diary import AlertId
from homecare.domain.safety.alert import Alert, Urgency


class PressingKind(StrEnum):
    """Why something is pressing."""

    RED_FLAG = "red-flag"
    ALERT = "alert"
    FLARE = "flare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressing:
    """A red flag nobody cleared, an alert the patient has not called about, or a flare that goes on.

    `text` is the question of a red flag that was answered yes, "" otherwise; `told` is what the patient was
    told, with its placeholders. `promised` is True when the patient said they will call.
    """

    kind: PressingKind
    id: str
    since: date
    told: str
    urgency: Urgency | None = None
    text: str = ""
    promised: bool = False


def pressing_now(evidence: Evidence, alerts: Iterable[Alert]) -> tuple[Pressing, ...]:
    """Red flags first, then `alerts`, which are those of `evidence`, then a flare.

    The alert that there is a red flag is left out beside the flag itself, which says more.
    """
    content = evidence.content
    found = [
        Pressing(
            kind=PressingKind.RED_FLAG,
            id=flag.id,
            since=flag.since.astimezone(evidence.zone).date(),
            told=content.safety.action(flag.urgency).patient_text,
            urgency=flag.urgency,
            text=flag_text(flag, content),
        )
        for flag in evidence.flags
    ]
    found += [
        Pressing(
            kind=PressingKind.ALERT,
            id=alert.id,
            since=alert.since,
            told=alert.say,
            urgency=alert.severity,
            promised=alert.answered == "will-call",
        )
        for alert in alerts
        if alert.answered != "have-called" and not (evidence.flags and alert.id == AlertId.RED_FLAG)
    ]
    if evidence.flare is not None:
        found.append(
            Pressing(
                kind=PressingKind.FLARE,
                id="flare",
                since=evidence.flare.since,
                told=content.diary.flare.say,
            )
        )
    return tuple(found)


def flag_text(flag: OpenFlag, content: TodayContent) -> str:
    """The question's words; its id when the content no longer has it."""
    asked = list(content.safety.screen.common_flags)
    if flag.condition is not None:
        asked = list(content.condition(flag.condition).red_flags)
    return next((known.text for known in asked if known.id == flag.id), flag.id)
