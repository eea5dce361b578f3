"""What a clinician's reading of many files says of each patient."""

from datetime import date
from pathlib import PurePath

from homecare.domain.report.need import NeedReason
from homecare.domain.report.patient import PatientSummary
from homecare.wording import _, ngettext
from homecare.wording.diary import side
from homecare.wording.pain import change_words, means_text
from homecare.wording.report import day, gap_lines, identity
from homecare.wording.report_safety import need_text, pressing_text

BARS = "▁▂▃▄▅▆▇█"
NOTHING = "·"


def name_of(found: PatientSummary, file: str) -> str:
    """Name, date of birth with age, clinic number, as far as they were shared; else the file's name."""
    return identity(found.patient, found.made.date()) or PurePath(file).name


def unread_title(n: int) -> str:
    """Above the files that could not be read."""
    return ngettext("{n} file could not be read", "{n} files could not be read", n).format(n=n)


def plans_text(found: PatientSummary) -> str:
    """The conditions with side and phase, the one the numbers are about first."""
    plans = [f"{plan.name}, {side(plan.side)}, {plan.phase}" for plan in found.plans]
    return "; ".join(plans) or _("No plan running")


def change_text(found: PatientSummary) -> str:
    """The pain and its change: "Worst pain: 5.9 in the first week, now 2.1. Clearly better: …"."""
    return f"{means_text(found.tiles.primary)}. {change_words(found.tiles.primary)}"


def done_text(found: PatientSummary) -> str:
    """Sessions done of those planned, diary days, red days."""
    tile, diary = found.tiles.sessions, found.tiles.diary
    parts = []
    if tile is not None and tile.percent is not None:
        parts.append(
            _("{done} of {planned} sessions ({percent}%)").format(
                done=tile.done, planned=tile.planned, percent=tile.percent
            )
        )
    n = len(found.red_days)
    parts.append(ngettext("{n} red day", "{n} red days", n).format(n=n))
    parts.append(
        ngettext(
            "{recorded} of {n} day with an entry", "{recorded} of {n} days with an entry", diary.days
        ).format(recorded=diary.recorded, n=diary.days)
    )
    return ", ".join(parts)


def needled_text(last: date | None) -> str:
    """The latest needling session."""
    return _("no needling") if last is None else _("last needling {day}").format(day=day(last))


def warnings(found: PatientSummary) -> list[str]:
    """What may need the clinician, in the words of the report's safety box; the most urgent first.

    Files that lost records come last.
    """
    pressing = [pressing_text(pressing, found.period.last) for pressing in found.pressing]
    return [*pressing, *(line.text for line in gap_lines(found.gaps))]


def other_need(found: PatientSummary) -> bool:
    """Whether there is a reason to call that is not pressing; what is pressing stands in the warnings."""
    return found.need.reason not in (NeedReason.PRESSING, NeedReason.NONE)


def line_text(line: tuple[int | None, ...]) -> str:
    """Pain from 0 to 10 as a row of bars, a dot for each day without a score."""
    top = len(BARS) - 1
    return "".join(NOTHING if value is None else BARS[(value * top + 5) // 10] for value in line)


def summary_lines(found: PatientSummary, file: str) -> list[str]:
    """The summary in a few lines for a terminal; warnings begin with "!"."""
    days = _("{first} to {last}").format(first=day(found.period.first), last=day(found.period.last))
    return [
        f"{name_of(found, file)} ({file})",
        f"  {plans_text(found)}; {days}",
        *(f"  ! {warning}" for warning in warnings(found)),
        *([f"  {need_text(found.need, found.period.last)}"] if other_need(found) else []),
        f"  {change_text(found)}  {line_text(found.line)}",
        f"  {done_text(found)}, {needled_text(found.last_needling)}",
    ]


def heads() -> tuple[str, ...]:
    """The columns of the list of patients."""
    return (
        _("Patient"),
        _("Pain, 28 days, 0 to 10"),
        _("Against the first week"),
        _("Sessions, red days, diary"),
        _("Warnings, needling"),
    )


def title() -> str:
    """What the list is called."""
    return _("Patients at a glance")
