"""The safety box of the clinician's page in words."""

from datetime import date

from homecare.domain.records.settings import Settings
from homecare.domain.report.alerts import AlertLine
from homecare.domain.report.report import Report
from homecare.domain.report.safety import AskedLine, FlagLine, Safety
from homecare.wording import _, ngettext
from homecare.wording.placeholders import fill
from homecare.wording.report import MOST_DATES, Line, listed, near


def safety_lines(report: Report) -> list[Line]:
    """The safety box, the most urgent first; it says so when there was no red flag or alert."""
    found, last = report.safety, report.header.period.last
    lines = [_flag(flag, last) for flag in found.flags]
    lines += [_asked(asked, last) for asked in found.asked]
    if found.unanswered:
        days = listed(found.unanswered, last)
        lines.append(Line(text=_("Patient did not answer the red-flag screen on {days}").format(days=days)))
    lines += [_alert(alert, last) for alert in found.alerts]
    if found.injury_scores:
        lines.append(_injury(found, last))
    if found.red_days:
        n = ngettext("Red light on {n} day: {days}", "Red lights on {n} days: {days}", len(found.red_days))
        lines.append(
            Line(text=n.format(n=len(found.red_days), days=listed(found.red_days, last)), strong=True)
        )
    lines += _limits(found)
    if found.nights_woken or found.often_woken:
        said = _("Woken by pain on {n} of {m} nights answered").format(
            n=found.nights_woken, m=found.nights_answered
        )
        often = _("{said}; 3 or more of the last 7 nights").format(said=said) if found.often_woken else said
        lines.append(Line(text=often, strong=found.often_woken))
    if not found.flags and not found.alerts:
        lines.insert(0, Line(text=_("No red flags or alerts in this period")))
    return lines


def _limits(found: Safety) -> list[Line]:
    lines = []
    if found.review_due:
        lines.append(Line(text=_("Review point reached: no clear change in the time expected"), strong=True))
    if found.stiff_mornings:
        said = _("Morning stiffness of 30 min or more on 5 of the last 7 days, heels on both sides")
        lines.append(Line(text=said, strong=True))
    return lines


def _flag(flag: FlagLine, last: date) -> Line:
    state = _("cleared since") if flag.cleared else _("NOT cleared")
    said = _("{day}: red flag ({urgency}), {state}: {text}. Told: {told}").format(
        day=near(flag.day, last),
        urgency={"soon": _("soon"), "urgent": _("urgent"), "emergency": _("emergency")}[flag.urgency],
        state=state,
        text=flag.text.rstrip("."),
        told=fill(flag.told, Settings()),
    )
    return Line(text=said, strong=not flag.cleared)


def _asked(asked: AskedLine, last: date) -> Line:
    questions = " ".join(asked.questions)
    if asked.given_on is None:
        said = _("Should ask a clinician before starting, NOT cleared. Said yes to: {questions}")
        return Line(text=said.format(questions=questions), strong=True)
    said = _("The patient noted that {name} cleared the start on {day}. Said yes to: {questions}")
    return Line(text=said.format(name=asked.by, day=near(asked.given_on, last), questions=questions))


def _alert(alert: AlertLine, last: date) -> Line:
    answers = {
        "have-called": _("Patient said: I have called."),
        "will-call": _("Patient said: I will call."),
        None: _("No answer from the patient."),
    }
    said = _("{day}: alert: {told} {answer}").format(
        day=near(alert.day, last), told=fill(alert.told, Settings()), answer=answers[alert.answer]
    )
    return Line(text=said, strong=alert.answer is None)


def _injury(found: Safety, last: date) -> Line:
    words = {"during": _("during"), "after": _("next morning")}
    shown = found.injury_scores[-MOST_DATES:]
    parts = [f"{near(score.day, last)} {words[score.when]} {score.score}" for score in shown]
    more = len(found.injury_scores) - len(shown)
    tail = [_("and {n} before").format(n=more)] if more else []
    said = _("Pain of 1 or more in the injured foot: {list}").format(list=", ".join([*parts, *tail]))
    return Line(text=said, strong=True)
