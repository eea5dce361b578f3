"""Makers of guided sessions for the tests of the player."""

from datetime import UTC, datetime, timedelta

from homecare.domain.library.dose import Dose, Tempo
from homecare.domain.session.position import Position
from homecare.domain.session.script import Script, script_of
from homecare.domain.session.steps import Planned, Turn

START = datetime(2026, 3, 2, 19, 30, tzinfo=UTC)

STRETCH = Dose(sets=1, reps=3, hold_s=20, rest_s=10)
BALANCE = Dose(sets=2, reps=1, hold_s=30, rest_s=30)
RAISE = Dose(sets=2, reps=3, tempo=Tempo(up_s=3, hold_s=2, down_s=3), rest_s=120)
ROLL = Dose(sets=1, duration_s=120)


def planned(dose: Dose, *turns: Turn, exercise: str = "calf-stretch-straight") -> Planned:
    side = "both" if len(turns) > 1 else (turns or ("right",))[0]
    return Planned(
        condition="plantar-heel-pain",
        item=exercise,
        exercise=exercise,
        side=side,
        turns=turns or ("right",),
        dose=dose,
    )


def script(*doses: Dose) -> Script:
    return script_of([planned(dose) for dose in doses])


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def seconds_left(here: Position) -> int:
    """Whole seconds left of the step, rounded up, as the countdown shows them."""
    return -(-here.remaining_ms // 1000)
