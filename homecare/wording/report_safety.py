"""The safety box of the clinician's page in words."""

from datetime import date

from homecare.domain.library.diary import AlertId
from homecare.domain.records.settings import Settings
from homecare.domain.report.need import Need, NeedReason
from homecare.domain.report.report import Report
from homecare.domain.report.safety import AlertLine, AskedLine, FlagLine, Safety
from homecare.domain.safety.alert import Urgency
from homecare.domain.safety.pressing import Pressing, PressingKind
from homecare.wording import _, ngettext
from homecare.wording.placeholders import fill
from homecare.wording.report import MOST_DATES, Line, listed, near


def pressing_text(pressing: Pressing, last: date) -> str:
    """What is pressing, whole, with its date; `last` is the day the reader looks back from."""
    since = near(pressing.since, last)
    told = fill(pressing.told, Settings())
    if pressing.kind is PressingKind.FLARE:
        return _("Flare since {day}. Told: {told}").format(day=since, told=told)
    if pressing.kind is PressingKind.RED_FLAG:
        count = len(pressing.texts)
        said = ngettext(
            "Red flag ({urgency}) since {day}, not cleared: {texts}. Told: {told}",
            "Red flags ({urgency}) since {day}, not cleared: {texts}. Told: {told}",
            count,
        )
        texts = "; ".join(text.rstrip(".") for text in pressing.texts)
        return said.format(urgency=urgency_word(pressing.urgency), day=since, texts=texts, told=told)
    answer = _("Patient said: I will call.") if pressing.promised else _("No answer from the patient.")
    return _("Alert ({urgency}) since {day}: {told} {answer}").format(
        urgency=urgency_word(pressing.urgency), day=since, told=told, answer=answer
    )


def need_text(need: Need, last: date) -> str:
    """Why the patient needs a call, in a few words; "" without a reason. `last` is the period's last day."""
    return {
        NeedReason.PRESSING: _("Call first: something is pressing"),
        NeedReason.WORSE: _("Pain is worse"),
        NeedReason.STOPPED: _("Stopped recording: {last}").format(
            last=_("no entry")
            if need.last_entry is None
            else _("last entry {day}").format(day=near(need.last_entry, last))
        ),
        NeedReason.LOW_ADHERENCE: _("Few of the planned sessions done"),
        NeedReason.NONE: "",
    }[need.reason]


def urgency_word(urgency: Urgency | None) -> str:
    """How urgent something is, in a word or two."""
    return {
        "emergency": _("emergency"),
        "urgent": _("urgent"),
        "call-today": _("call today"),
        "soon": _("soon"),
        None: "",
    }[urgency]


def safety_lines(report: Report) -> list[Line]:
    """The safety box: what is pressing stands first; without any red flag or alert it says so."""
    found, last = report.safety, report.header.period.last
    lines = [Line(text=pressing_text(pressing, last), strong=True) for pressing in found.pressing]
    if report.need.reason is NeedReason.STOPPED:
        lines.append(Line(text=need_text(report.need, last), strong=True))
    lines += [_flag(flag, last) for flag in found.flags if flag.cleared]
    lines += [_asked(answer, last) for answer in found.asked]
    if found.unanswered:
        days = listed(found.unanswered, last)
        lines.append(Line(text=_("Patient did not answer the red-flag screen on {days}").format(days=days)))
    held = {flag_id for pressing in found.pressing for flag_id in pressing.ids}
    if any(pressing.kind is PressingKind.RED_FLAG for pressing in found.pressing):
        held.add(AlertId.RED_FLAG)
    lines += [_alert(alert, last) for alert in found.alerts if alert.alert not in held]
    if found.injury_scores:
        lines.append(_injury(found, last))
    if found.red_days:
        lines.append(_red_lights(found, last))
    lines += _limits(found)
    if found.nights_woken or found.often_woken:
        said = _("Woken by pain on {n} of {m} nights answered").format(
            n=found.nights_woken, m=found.nights_answered
        )
        often = _("{said}; 3 or more of the last 7 nights").format(said=said) if found.often_woken else said
        lines.append(Line(text=often, strong=found.often_woken))
    if not found.flags and not found.alerts and not found.pressing:
        lines.insert(0, Line(text=_("No red flags or alerts in this period")))
    return lines


def _red_lights(found: Safety, last: date) -> Line:
    n = len(found.red_days)
    said = ngettext("Red light on {n} day: {days}", "Red lights on {n} days: {days}", n)
    if found.red_since is not None:
        said = ngettext(
            "Red light on {n} day since {since}: {days}", "Red lights on {n} days since {since}: {days}", n
        )
    since = "" if found.red_since is None else near(found.red_since, last)
    return Line(text=said.format(n=n, days=listed(found.red_days, last), since=since), strong=True)


def _limits(found: Safety) -> list[Line]:
    lines = []
    if found.review_due:
        lines.append(Line(text=_("Review point reached: no clear change in the time expected"), strong=True))
    if found.stiff_mornings:
        said = _("Morning stiffness of 30 min or more on 5 of the last 7 days, heels on both sides")
        lines.append(Line(text=said, strong=True))
    return lines


def _flag(flag: FlagLine, last: date) -> Line:
    said = _("{day}: red flag ({urgency}), cleared since: {text}. Told: {told}").format(
        day=near(flag.day, last),
        urgency=urgency_word(flag.urgency),
        text=flag.text.rstrip("."),
        told=fill(flag.told, Settings()),
    )
    return Line(text=said)


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
