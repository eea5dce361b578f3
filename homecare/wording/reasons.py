"""Why the app says hold, progress or ease off: one plain sentence for each reason code of the rules."""

from collections.abc import Mapping
from datetime import date

from homecare.domain.today.answer import ItemGuidance
from homecare.wording import _, ngettext
from homecare.wording.dates import short_day

Facts = Mapping[str, object]

BY_LIGHT = frozenset(
    {
        "red-rest",
        "red-easier",
        "red-over",
        "amber-hold",
        "amber-in-a-row",
        "amber-allowed",
        "green-hold",
        "green-after-red",
        "green-adherence",
        "green-top",
        "green-prescribed",
        "green-progress",
        "week-hold",
        "week-step",
    }
)
"""Reasons that rest on the limits of the traffic light."""


def reason_sentence(item: ItemGuidance) -> str:
    """Why an item is to be held, taken further or eased off, in words.

    Where the limits of the light were not studied in this condition, a second sentence says so.
    """
    sentence = _sentence(item.reason, dict(item.reason_facts))
    if item.extrapolated and item.reason in BY_LIGHT:
        return f"{sentence} {_('For your condition the limits of this light are usual practice.')}"
    return sentence


def advice_word(item: ItemGuidance) -> str:
    """What to do, in two or three words."""
    return {
        "hold": _("Stay as you are"),
        "progress": _("Next step possible"),
        "ease-off": _("Ease off"),
    }[item.advice]


def held_sentence(item: ItemGuidance) -> str:
    """Why an item may not be done now; "" when it may."""
    return "" if item.held is None else _sentence(item.held, dict(item.reason_facts))


def _sentence(code: str, facts: Facts) -> str:
    gently = _without_easier(code, facts) if facts.get("easier") is False else None
    if gently is not None:
        return gently
    known = {**_held(), **_eased(facts), **_by_light(facts), **_steps(facts)}
    return known.get(code, _("Stay as you are for now."))


def _held() -> dict[str, str]:
    return {
        "red-flag": _("Paused until the warning sign you reported has been checked."),
        "screening": _("Please answer the safety questions first."),
        "ask-first": _("Paused until a clinician has said that you may start."),
        "stress-fracture": _("Paused while your stress fracture heals."),
        "injury-pain": _(
            "There was pain in the injured foot, so stop here and call your clinician before you do any more."
        ),
        "variant": _("This is for another form of your condition; ask your clinician which form you have."),
        "gate": _("Please wait with this one until your clinician says you may start."),
        "alert": _("Paused until you have made the call that Today asks for."),
        "needled": _("This muscle was needled, so it rests for now."),
        "red-rest": _("It was too much last time, so this one rests today."),
        "rest-day": _("Rest day: nothing to do for this one today."),
    }


def _eased(facts: Facts) -> dict[str, str]:
    day, until = _day(facts, "day"), _day(facts, "until")
    n = _number(facts, "in_a_row")
    return {
        "red-easier": _("It was too much on {day}, so the easier version is right until {until}.").format(
            day=day, until=until
        ),
        "red-over": _("The easy days are over; start again with the last amount that was fine."),
        "flare-easier": _(
            "Your pain is up for now (a flare), so the easier version is right until {until}."
        ).format(until=until),
        "flare-hold": _("Your flare is not over yet, so do not add more for now."),
        "after-needling": _(
            "This muscle was needled less than 2 days ago, so begin with the easier version."
        ),
        "after-gap": _("After a long break, start again with the easier version."),
        "amber-in-a-row": ngettext(
            "It was amber {n} session in a row, so the easier version is right.",
            "It was amber {n} sessions in a row, so the easier version is right.",
            n,
        ).format(n=n),
    }


def _by_light(facts: Facts) -> dict[str, str]:
    pain, rise = _number(facts, "pain"), _number(facts, "rise")
    n, needed = _number(facts, "in_a_row"), _number(facts, "needed")
    return {
        "no-session": _("No session yet: start as planned and tell us how sore it was."),
        "no-score": _("There is no pain score for your last session, so nothing changes."),
        "confounded": _(
            "That was within 3 days of needling, when soreness can blur the score, so nothing changes."
        ),
        "waiting-for-morning": _("Pain was {pain} out of 10; the next morning shows how it settled.").format(
            pain=pain
        ),
        "morning-missing": _("There is no score for the morning after {day}, so nothing changes.").format(
            day=_day(facts, "day")
        ),
        "no-usual-morning": _(
            "A few more morning scores are needed to compare with, so nothing changes yet."
        ),
        "amber-hold": _amber(pain, rise),
        "amber-allowed": _("Pain was {pain} out of 10, which this plan allows; stay at this amount.").format(
            pain=pain
        ),
        "green-hold": _green(n, needed),
        "green-after-red": _(
            "It is going well, but there was a red light in the last 7 days, so stay here a little longer."
        ),
        "green-adherence": _(
            "It is going well; with {least}% of sessions done in 2 weeks the next step opens."
        ).format(least=_number(facts, "least")),
        "green-top": _("Your foot coped well; there is no harder step in this phase, so keep going."),
        "green-prescribed": _("Your foot coped well; your clinic decides on the next step, so keep going."),
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
    return _("Your foot coped well: green {n} of {needed} times in a row, so do the same again.").format(
        n=n, needed=needed
    )


def _without_easier(code: str, facts: Facts) -> str | None:
    """What an easier version would be said for where the content names none; None for other reasons."""
    until = _day(facts, "until")
    return {
        "red-easier": _("It was too much on {day}, so go gently and add nothing until {until}.").format(
            day=_day(facts, "day"), until=until
        ),
        "flare-easier": _("Your pain is up for now (a flare), so go gently until {until}.").format(
            until=until
        ),
        "after-needling": _("This muscle was needled less than 2 days ago, so begin gently."),
        "after-gap": _("After a long break, begin again gently."),
        "amber-in-a-row": _("It stayed amber for some sessions in a row, so do not add more for now."),
    }.get(code)


def _steps(facts: Facts) -> dict[str, str]:
    n = _number(facts, "needed")
    return {
        "green-progress": ngettext(
            "It was green {n} time in a row, so you may take the next step.",
            "It was green {n} times in a row, so you may take the next step.",
            n,
        ).format(n=n),
        "alert-open": _("It is going well, but please make the call that Today asks for first."),
        "week-hold": _("This plan changes by weeks; stay at this amount for now."),
        "week-easier": _("Your foot coped with the easier version, so you may go back to the plan."),
        "week-step": _("The next step of your weekly plan is due, so you may take it."),
        "declined": _("You chose to stay as you are; we ask again when there is something new."),
    }


def _day(facts: Facts, name: str) -> str:
    day = facts.get(name)
    return short_day(day) if isinstance(day, date) else _("that day")


def _number(facts: Facts, name: str) -> int:
    number = facts.get(name)
    return int(number) if isinstance(number, int | float) else 0
