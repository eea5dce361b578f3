"""What a clinician's screens say."""

from datetime import date

from homecare.domain.library.change import ChangeGuide
from homecare.domain.report.report import Report
from homecare.domain.report.sessions import Reasons
from homecare.wording import _, dates, ngettext
from homecare.wording.pain import change_words, means_text, percent_text
from homecare.wording.report import day, thin_note
from homecare.wording.session import skip_reason


def change_text(report: Report) -> str:
    """The change since the first week in a few words: "Clearly better: −3.3 points, −70%"."""
    return thin_note(report) if report.tiles is None else change_words(report.tiles.primary)


def change_basis(report: Report) -> str:
    """Which pain the change is of, and both means: "First-step pain: 4.9 in the first week, now 1.6"."""
    return "" if report.tiles is None else means_text(report.tiles.primary)


def difference_text(guide: ChangeGuide) -> str:
    """The smallest difference that counts as clearly better, as the content has it."""
    clear = guide.label("clearly-better")
    return _(
        "Smallest difference that counts as clearly better: {points} points and {percent}% of the first week."
    ).format(points=f"{clear.points_min:g}", percent=f"{clear.percent_min:g}")


def adherence_text(report: Report) -> str:
    """Sessions done of those planned: "31 of 56 (55%)"."""
    tile = report.tiles.sessions if report.tiles else None
    if tile is None or tile.percent is None:
        return "–"
    return _("{done} of {planned} ({percent}%)").format(
        done=tile.done, planned=tile.planned, percent=tile.percent
    )


def red_days_text(report: Report) -> str:
    """How many days had a red light."""
    n = len(report.safety.red_days)
    return ngettext("{n} red day", "{n} red days", n).format(n=n)


def needled_text(last: date | None) -> str:
    """The day of the latest needling session."""
    return _("no needling") if last is None else _("needling {day}").format(day=day(last))


def left_out(reasons: Reasons) -> str:
    """Why an exercise was left out: "Left out or cut short 3 times: it hurt 2, no time 1"."""
    times = sum(count for _reason, count in reasons)
    why = ", ".join(
        f"{skip_reason(reason).lower() if reason else _('no reason given')} {count}"
        for reason, count in reasons
    )
    return ngettext(
        "Left out or cut short {n} time: {why}", "Left out or cut short {n} times: {why}", times
    ).format(n=times, why=why)


def exercise_share(done: int, planned: int) -> str:
    """Bouts done of those planned: "12 of 28 (42%)"."""
    if not planned:
        return _("{n} done, none planned").format(n=done)
    share = percent_text(min(100, 100 * done / planned)).lstrip("+")
    return _("{done} of {planned} ({percent})").format(done=done, planned=planned, percent=share)


def opened_text(patients: int, faults: int) -> str:
    """How many files are open: "12 patients, 1 file could not be read"."""
    said = ngettext("{n} patient", "{n} patients", patients).format(n=patients)
    if not faults:
        return said
    bad = ngettext("{n} file could not be read", "{n} files could not be read", faults).format(n=faults)
    return f"{said}, {bad}"


def made_text(report: Report) -> str:
    """When the patient made the file: "Exported 2 Mar 2026 at 08:30"."""
    made = report.header.made
    return _("Exported {day} at {time}").format(day=day(made.date()), time=dates.clock(made))
