"""The answers of a diary entry in words: scores, numbers with their unit, places on the foot."""

from collections.abc import Mapping

from homecare.domain.library.foot_map import FootMapGuide
from homecare.domain.library.questions import DiaryField
from homecare.domain.records.diary import PAIN_FIELDS, Site
from homecare.domain.records.plan import Side
from homecare.wording import _, ngettext


def side(code: str) -> str:
    """A side in one word: "left", "both sides"; "L" and "R" are those of the foot map."""
    left, right = _("left"), _("right")
    return {"left": left, "right": right, "both": _("both sides"), "L": left, "R": right}[code]


def side_choices() -> tuple[tuple[Side, str], ...]:
    """The sides a plan can be for, with the words to choose them by."""
    return (("left", _("Left")), ("right", _("Right")), ("both", _("Both")))


def place(guide: FootMapGuide, region: str, code: str) -> str:
    """A place on the foot map: "Under the heel, left"; the id where the content no longer knows it."""
    names = {region.id: region.name for region in guide.regions}
    return _("{place}, {side}").format(place=names.get(region, region), side=side(code))


def place_with_pain(guide: FootMapGuide, site: Site) -> str:
    """A place with its score: "Under the heel, left: 4 of 10"; the place alone when it has none."""
    name = place(guide, site.region, site.side)
    return name if site.pain is None else _("{place}: {n} of 10").format(place=name, n=site.pain)


def number(value: float) -> str:
    """A number as people write it: "7,850", "7.5", "8"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def unit(field: DiaryField) -> str:
    """The unit of a field in full, "" for a field without one."""
    return {"min": _("minutes"), "h": _("hours"), "steps/day": _("steps")}.get(field.unit, field.unit)


def answer(field: DiaryField, value: object, guide: FootMapGuide) -> str:
    """An answer to `field` in words; "Not answered" for None, "" and ()."""
    if value is None or value in ("", (), []):
        return _("Not answered")
    if field.id in PAIN_FIELDS:
        return _("{n} of 10").format(n=value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, int | float):
        return _measured(field, value)
    if isinstance(value, list | tuple):
        return ", ".join(_one_of_many(field, answer, guide) for answer in value)
    return _choice(field, str(value))


def _measured(field: DiaryField, value: float) -> str:
    said = {
        "min": ngettext("{n} minute", "{n} minutes", int(value)),
        "h": ngettext("{n} hour", "{n} hours", 1 if value == 1 else 2),
        "steps/day": ngettext("{n} step", "{n} steps", int(value)),
    }
    return said.get(field.unit, "{n}").format(n=number(value))


def _one_of_many(field: DiaryField, answer: object, guide: FootMapGuide) -> str:
    if isinstance(answer, Site):
        return place_with_pain(guide, answer)
    if isinstance(answer, Mapping):
        site = Site(region=answer["region"], side=answer["side"], pain=answer.get("pain"))
        return place_with_pain(guide, site)
    return _choice(field, str(answer))


def _choice(field: DiaryField, value: str) -> str:
    return {choice.id: choice.text for choice in field.choices}.get(value, value)
