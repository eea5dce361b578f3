"""Advice for one plan item: what to do, why, the records it rests on, and counts over its lights."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Literal

from homecare.domain.evidence.traffic_light import Judged, Light, only_sore
from homecare.domain.library.lights import PainProfile
from homecare.domain.plan.item_state import ItemNow
from homecare.domain.records.plan import Advice, Level
from homecare.domain.safety.holds import HoldCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A change of dose the patient may accept or decline; it is never applied by itself.

    `kind` says which one thing changes: "reps", "load", "exercise", "step" (row of a loading table),
    "phase", "easier" or "as-planned" (back to the plan). `text` is the content's own words for it.
    """

    kind: Literal["reps", "load", "exercise", "step", "easier", "as-planned"]
    text: str
    level: Level
    exercise: str | None = None
    changes: tuple[tuple[str, float], ...] = ()
    step: int | None = None
    until: date | None = None


class Reason(StrEnum):
    """Why an item that may be done is held, taken further or eased off.

    `homecare.wording.reasons` has a sentence for each.
    """

    RED_EASIER = "red-easier"
    RED_OVER = "red-over"
    FLARE_EASIER = "flare-easier"
    FLARE_HOLD = "flare-hold"
    AFTER_NEEDLING = "after-needling"
    AFTER_GAP = "after-gap"
    AMBER_IN_A_ROW = "amber-in-a-row"
    NO_SESSION = "no-session"
    NO_SCORE = "no-score"
    CONFOUNDED = "confounded"
    WAITING_FOR_MORNING = "waiting-for-morning"
    MORNING_MISSING = "morning-missing"
    NO_USUAL_MORNING = "no-usual-morning"
    AMBER_HOLD = "amber-hold"
    AMBER_ALLOWED = "amber-allowed"
    GREEN_HOLD = "green-hold"
    GREEN_AFTER_RED = "green-after-red"
    GREEN_ADHERENCE = "green-adherence"
    GREEN_TOP = "green-top"
    GREEN_PRESCRIBED = "green-prescribed"
    GREEN_PROGRESS = "green-progress"
    ALERT_OPEN = "alert-open"
    WEEK_HOLD = "week-hold"
    WEEK_EASIER = "week-easier"
    WEEK_STEP = "week-step"
    DECLINED = "declined"


Facts = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """Advice for one item with its reason code, the facts of that reason, and what it rests on.

    `proof` are the session days, `entries` the ids of other entries, `since` the instant of another event
    behind it (needling, a return after a gap).
    """

    advice: Advice
    reason: HoldCode | Reason
    facts: Facts = ()
    offer: Offer | None = None
    proof: tuple[Judged, ...] = field(default=())
    entries: tuple[str, ...] = ()
    since: datetime | None = None


def facts_of(judged: Judged) -> Facts:
    """The day of a light, the pain during exercise and the rise behind it."""
    light = judged.light
    return (("day", light.day), ("pain", light.pain_exercise), ("rise", light.rise))


def red_within(lights: Sequence[Judged], day: date, days: int) -> bool:
    """Whether a red light was given on one of the `days` diary days up to `day`, or later.

    A red that could be needling soreness does not count (content/safety.toml, needling_rule).
    """
    first = day - timedelta(days=days - 1)
    return any(
        light.light.light == "red" and light.light.day >= first and not only_sore(light) for light in lights
    )


def greens_in_a_row(lights: Sequence[Judged]) -> int:
    """How many of the latest lights in a row are final greens that needling cannot have clouded.

    A light whose usual morning is still provisional neither counts nor breaks the row.
    """
    return in_a_row([light for light in lights if not light.light.usual_morning_provisional], "green")


def ambers_in_a_row(lights: Sequence[Judged], profile: PainProfile) -> int:
    """How many of the latest lights in a row are ambers that lead to the easier version.

    In most profiles any amber does, final or not: a missing morning stops progress and nothing else. Where
    the profile eases by the rise only, an amber counts if the next morning was up: pain that settles by then
    is allowed.
    """
    if profile.amber_eases == "rise-only":
        up = [light for light in lights if (light.light.rise or 0) > profile.rise_green_max]
        lights = lights[len(lights) - _tail(lights, up) :]
    return in_a_row(lights, "amber", final=False)


def _tail(lights: Sequence[Judged], wanted: Sequence[Judged]) -> int:
    """How many of the latest lights in a row are among those wanted."""
    return next((n for n, light in enumerate(reversed(lights)) if light not in wanted), len(lights))


def since_decision(now: ItemNow, lights: Sequence[Judged]) -> list[Judged]:
    """The lights at the present dose: since the phase, the last decision or the end of an easier spell."""
    start = now.since.at if now.since is not None else now.plan.doses_since
    first = now.back_from or date.min
    return [light for light in lights if light.done.at >= start and light.light.day >= first]


def in_a_row(lights: Sequence[Judged], colour: Light, *, final: bool = True) -> int:
    """How many of the latest lights in a row are of this colour and not clouded by needling.

    With `final` a session without a final light breaks the row: what nobody recorded cannot count.
    """
    count = 0
    for light in reversed(lights):
        if light.light.light != colour or (final and not light.light.final) or light.light.confounded:
            break
        count += 1
    return count
