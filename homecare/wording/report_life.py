"""Load and life on the clinician's page in words."""

from homecare.domain.report.life import REPS, Life, LifeLine
from homecare.wording import _, ngettext


def life_name(line: LifeLine) -> str:
    """What is measured: "Repetitions done", else the label of the diary's question."""
    return _("Repetitions done") if line.name == REPS else line.label


def life_range(line: LifeLine) -> str:
    """The scale of the row: "0 to 7.5 h"."""
    return _("0 to {most} {unit}").format(most=_number(line.highest), unit=line.unit).strip()


def life_text(line: LifeLine) -> str:
    """A row in words: "Sleep: recorded on 12 days, lowest 5 h, highest 7.5 h, latest 6 h"."""
    values = [value for value in line.points if value is not None]
    said = ngettext(
        "{name}: recorded on {n} day, lowest {low}, highest {high}, latest {latest} {unit}",
        "{name}: recorded on {n} days, lowest {low}, highest {high}, latest {latest} {unit}",
        line.recorded,
    )
    return said.format(
        name=life_name(line),
        n=line.recorded,
        low=_number(min(values)),
        high=_number(max(values)),
        latest=_number(values[-1]),
        unit=line.unit,
    ).strip()


def life_caption(found: Life, shown: int | None = None) -> str:
    """How the rows are made, what was not recorded, and how many rows a page has no room for."""
    parts = []
    if found.lines:
        parts.append(
            _("Mean of each week's recorded days; gaps: not recorded.")
            if found.weekly
            else _("Each day from 0 to the highest value; gaps: not recorded.")
        )
    if found.unrecorded:
        parts.append(_("Not recorded in this period: {names}.").format(names=", ".join(found.unrecorded)))
    more = 0 if shown is None else len(found.lines) - shown
    if more > 0:
        parts.append(
            ngettext("{n} more line is not shown.", "{n} more lines are not shown.", more).format(n=more)
        )
    return " ".join(parts)


def _number(value: float) -> str:
    return f"{round(value, 1):,g}" if value < 100 else f"{round(value):,}"
