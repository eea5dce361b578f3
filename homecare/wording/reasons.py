"""Why the app says hold, progress or ease off: one plain sentence for each reason code of the rules."""

from collections.abc import Mapping
from datetime import date, datetime

from homecare.domain.plan.contraindications import Ban, Forbidden
from homecare.domain.progression.streaks import Reason
from homecare.domain.safety.holds import Hold, HoldCode
from homecare.domain.today.answer import ItemGuidance
from homecare.wording import _, ngettext
from homecare.wording.dates import short_day, when

Facts = Mapping[str, object]

BY_LIGHT = frozenset(
    {
        HoldCode.RED_REST,
        Reason.RED_EASIER,
        Reason.RED_OVER,
        Reason.AMBER_HOLD,
        Reason.AMBER_IN_A_ROW,
        Reason.AMBER_ALLOWED,
        Reason.GREEN_HOLD,
        Reason.GREEN_AFTER_RED,
        Reason.GREEN_ADHERENCE,
        Reason.GREEN_TOP,
        Reason.GREEN_PRESCRIBED,
        Reason.GREEN_PROGRESS,
        Reason.WEEK_HOLD,
        Reason.WEEK_STEP,
    }
)
"""Reasons that rest on the limits of the traffic light."""


def reason_sentence(item: ItemGuidance) -> str:
    """Why an item is to be held, taken further or eased off, in words.

    Where another exercise stands in for one that a condition rules out, a sentence before it says so. Where
    the limits of the light were not studied in this condition, one after it does.
    """
    said = [_sentence(item.reason, dict(item.reason_facts))]
    if item.instead_note:
        said.insert(0, item.instead_note)
    if item.warned:
        said.append(
            _("It is usually not done with something you have told us: if you are unsure, ask your clinic.")
        )
    if item.extrapolated and item.reason in BY_LIGHT:
        said.append(_("These limits were not tested for your problem: they are usual practice."))
    return " ".join(said)


def held_sentence(item: ItemGuidance) -> str:
    """Why an item may not be done now; "" when it may."""
    return "" if item.held is None else _sentence(item.held, dict(item.reason_facts))


def hold_sentence(code: HoldCode) -> str:
    """Why something may not be done now."""
    return _held()[code]


def hold_until_sentence(hold: Hold, now: datetime) -> str:
    """Why something may not be done now, and from when on it may, where that is known."""
    said = hold_sentence(hold.code)
    if hold.until is None:
        return said
    return _("{reason} You may do it again {when}.").format(reason=said, when=when(hold.until, now))


def forbidden_sentence(ban: Forbidden, condition: str) -> str:
    """Why the patient must not do an exercise now; `condition` is the name of what forbids it, or ""."""
    until = short_day(ban.until.date()) if ban.until else ""
    return {
        Ban.CONDITION: _("Not for you with {condition} on this side.").format(condition=condition),
        Ban.ANSWERED: _("Not for you unless your clinician asks for it. You said yes to: {question}").format(
            question=ban.question
        ),
        Ban.TOO_EARLY: _("Not yet: {condition} is too new for this one until {day}.").format(
            condition=condition, day=until
        ),
        Ban.NEEDLED: _("Not yet: a muscle it concerns was needled. It may start again on {day}.").format(
            day=until
        ),
    }[ban.ban]


def _sentence(code: HoldCode | Reason, facts: Facts) -> str:
    if isinstance(code, HoldCode):
        return _held()[code]
    gently = _without_easier(code, facts) if facts.get("easier") is False else None
    if gently is not None:
        return gently
    return {**_eased(facts), **_by_light(facts), **_steps(facts)}[code]


def _held() -> dict[HoldCode, str]:
    return {
        HoldCode.RED_FLAG: _("Paused until the warning sign you reported has been checked."),
        HoldCode.SCREENING: _("Please answer the safety questions first."),
        HoldCode.ASK_FIRST: _("Paused until a clinician has said that you may start."),
        HoldCode.STRESS_FRACTURE: _("Paused while your stress fracture heals."),
        HoldCode.INJURY_PAIN: _(
            "There was pain in the injured foot, so stop here and call your clinician before you do any more."
        ),
        HoldCode.VARIANT: _(
            "This is for another form of your condition; ask your clinician which form you have."
        ),
        HoldCode.GATE: _("Wait with this one until your clinician says you may start."),
        HoldCode.ALERT: _("Paused until you have made the call that Today asks for."),
        HoldCode.NEVER: _("Another condition you have rules this one out."),
        HoldCode.ANSWERED: _("One of your answers means this one may not suit you: ask your clinician."),
        HoldCode.TOO_EARLY: _("Your injury is still too new for this one, so it waits."),
        HoldCode.NEEDLED: _("A muscle it may use was needled, so it rests for now."),
        HoldCode.RED_REST: _("It was too much last time, so this one rests today."),
        HoldCode.REST_DAY: _("Rest day: nothing to do for this one today."),
        HoldCode.NO_PLAN: _("Set up your plan first: it asks what makes exercise safe for you."),
        HoldCode.LATER_PHASE: _("Your plan brings this one later, when your foot is ready for it."),
    }


def _eased(facts: Facts) -> dict[Reason, str]:
    day, until = _day(facts, "day"), _day(facts, "until")
    n = _number(facts, "in_a_row")
    return {
        Reason.RED_EASIER: _(
            "It was too much on {day}, so the easier version is right until {until}."
        ).format(day=day, until=until),
        Reason.RED_OVER: _("The easy days are over; start again with the last amount that was fine."),
        Reason.FLARE_EASIER: _(
            "Your pain is up for now (a flare), so the easier version is right until {until}."
        ).format(until=until),
        Reason.FLARE_HOLD: _("Your flare is not over yet, so do not add more for now."),
        Reason.AFTER_NEEDLING: _(
            "This muscle was needled less than 2 days ago, so begin with the easier version."
        ),
        Reason.AFTER_GAP: _("After a long break, start again with the easier version."),
        Reason.AMBER_IN_A_ROW: ngettext(
            "It was a bit too much (amber) {n} time in a row, so the easier version is right.",
            "It was a bit too much (amber) {n} times in a row, so the easier version is right.",
            n,
        ).format(n=n),
    }


def _by_light(facts: Facts) -> dict[Reason, str]:
    pain, rise = _number(facts, "pain"), _number(facts, "rise")
    n, needed = _number(facts, "in_a_row"), _number(facts, "needed")
    return {
        Reason.NO_SESSION: _("No session yet: start as planned and tell us how sore it was."),
        Reason.NO_SCORE: _("There is no pain score for your last session, so nothing changes."),
        Reason.CONFOUNDED: _(
            "That was within 3 days of needling. Soreness can hide how the exercise went, so nothing changes."
        ),
        Reason.WAITING_FOR_MORNING: _(
            "Pain was {pain} out of 10; the next morning shows how it settled."
        ).format(pain=pain),
        Reason.MORNING_MISSING: _(
            "There is no score for the morning after {day}, so nothing changes."
        ).format(day=_day(facts, "day")),
        Reason.NO_USUAL_MORNING: _(
            "A few more morning scores are needed to compare with, so nothing changes yet."
        ),
        Reason.AMBER_HOLD: _amber(pain, rise),
        Reason.AMBER_ALLOWED: _(
            "Pain was {pain} out of 10, which this plan allows; stay at this amount."
        ).format(pain=pain),
        Reason.GREEN_HOLD: _green(n, needed),
        Reason.GREEN_AFTER_RED: _(
            "It is going well, but there was a red light in the last 7 days, so stay here a little longer."
        ),
        Reason.GREEN_ADHERENCE: _(
            "It is going well. Do at least {least}% of sessions over 2 weeks to reach the next step."
        ).format(least=_number(facts, "least")),
        Reason.GREEN_TOP: _("Your foot coped well; there is no harder step in this phase, so keep going."),
        Reason.GREEN_PRESCRIBED: _(
            "Your foot coped well; your clinic decides on the next step, so keep going."
        ),
    }


def _amber(pain: int, rise: int) -> str:
    if rise:
        return _(
            "Pain was {pain} out of 10, and next morning {rise} above usual: allowed, but do not add more."
        ).format(pain=pain, rise=rise)
    return _("Pain was {pain} out of 10: that is allowed, but do not add more.").format(pain=pain)


def _green(n: int, needed: int) -> str:
    if not n:
        return _("Your foot coped well; do the same again.")
    return _("Your foot coped well, {n} of {needed} times in a row (green), so do the same again.").format(
        n=n, needed=needed
    )


def _without_easier(code: Reason, facts: Facts) -> str | None:
    """What an easier version would be said for where the content names none; None for other reasons."""
    until = _day(facts, "until")
    return {
        Reason.RED_EASIER: _("It was too much on {day}, so go gently and add nothing until {until}.").format(
            day=_day(facts, "day"), until=until
        ),
        Reason.FLARE_EASIER: _("Your pain is up for now (a flare), so go gently until {until}.").format(
            until=until
        ),
        Reason.AFTER_NEEDLING: _("This muscle was needled less than 2 days ago, so begin gently."),
        Reason.AFTER_GAP: _("After a long break, begin again gently."),
        Reason.AMBER_IN_A_ROW: _("It stayed amber for some sessions in a row, so do not add more for now."),
    }.get(code)


def _steps(facts: Facts) -> dict[Reason, str]:
    n = _number(facts, "needed")
    return {
        Reason.GREEN_PROGRESS: ngettext(
            "It went well (green) {n} time in a row, so you may take the next step.",
            "It went well (green) {n} times in a row, so you may take the next step.",
            n,
        ).format(n=n),
        Reason.ALERT_OPEN: _("It is going well, but please make the call that Today asks for first."),
        Reason.WEEK_HOLD: _("This plan changes by weeks; stay at this amount for now."),
        Reason.WEEK_EASIER: _("Your foot coped with the easier version, so you may go back to the plan."),
        Reason.WEEK_STEP: _("The next step of your weekly plan is due, so you may take it."),
        Reason.DECLINED: _("You chose to stay as you are; we ask again when there is something new."),
    }


def _day(facts: Facts, name: str) -> str:
    day = facts.get(name)
    return short_day(day) if isinstance(day, date) else _("that day")


def _number(facts: Facts, name: str) -> int:
    number = facts.get(name)
    return int(number) if isinstance(number, int | float) else 0
