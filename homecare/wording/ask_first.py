"""Who should ask a clinician first, in words."""

from homecare.domain.library.safety import AskFirstTheme
from homecare.domain.records.plan import ClearanceGiven
from homecare.wording import _, dates


def theme_title(theme: AskFirstTheme) -> str:
    """The heading of a page of questions."""
    return {
        "health": _("Your health"),
        "injury": _("Injuries, operations and injections"),
        "age-and-feet": _("Your age and your feet"),
    }[theme]


def cleared_sentence(given: ClearanceGiven) -> str:
    """Who said that the patient may start, as what it is: the patient's own note."""
    return _(
        "{name} said on {day} that you may start. You wrote this down; homecare cannot check it."
    ).format(name=given.by, day=dates.day_name(given.given_on))
