"""What is pressing now: the same for the patient's Today and everything a clinician reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.evidence.red_flags import RISING, OpenFlag
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
    """Red flags nobody cleared, an alert the patient has not called about, or a flare that goes on.

    Red flags of one urgency that were answered yes on one day stand together; `texts` are their questions,
    empty otherwise. `told` is what the patient was told, with its placeholders. `promised` is True when the
    patient said they will call.
    """

    kind: PressingKind
    ids: tuple[str, ...]
    since: date
    told: str
    urgency: Urgency | None = None
    texts: tuple[str, ...] = ()
    promised: bool = False


def pressing_now(evidence: Evidence, alerts: Iterable[Alert]) -> tuple[Pressing, ...]:
    """Red flags first, then `alerts`, which are those of `evidence`, then a flare.

    The alert that there is a red flag is left out beside the flag itself, which says more.
    """
    found = _flags(evidence)
    found += [
        Pressing(
            kind=PressingKind.ALERT,
            ids=(alert.id,),
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
                ids=("flare",),
                since=evidence.flare.since,
                told=evidence.content.diary.flare.say,
            )
        )
    return tuple(found)


def _flags(evidence: Evidence) -> list[Pressing]:
    groups: dict[tuple[int, date], list[OpenFlag]] = {}
    for flag in evidence.flags:
        since = flag.since.astimezone(evidence.zone).date()
        groups.setdefault((-RISING.index(flag.urgency), since), []).append(flag)
    safety = evidence.content.safety
    return [
        Pressing(
            kind=PressingKind.RED_FLAG,
            ids=tuple(flag.id for flag in flags),
            since=since,
            told=safety.action(flags[0].urgency).patient_text,
            urgency=flags[0].urgency,
            texts=tuple(flag_text(flag, evidence.content) for flag in flags),
        )
        for (_urgency, since), flags in sorted(groups.items(), key=lambda pair: pair[0])
    ]


def flag_text(flag: OpenFlag, content: TodayContent) -> str:
    """The question's words; its id when the content no longer has it."""
    asked = list(content.safety.screen.common_flags)
    if flag.condition is not None:
        asked = list(content.condition(flag.condition).red_flags)
    return next((question.text for question in asked if question.id == flag.id), flag.id)
