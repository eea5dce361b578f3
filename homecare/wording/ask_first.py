"""Who should ask a clinician first, in words."""

from homecare.domain.records.plan import ClearanceGiven
from homecare.wording import _, dates


def cleared_sentence(given: ClearanceGiven) -> str:
    """Who said that the patient may start, as what it is: the patient's own note."""
    said = _("{name} said on {day} that you may start. You wrote this down; homecare cannot check it.")
    return said.format(name=given.by, day=dates.day_name(given.given_on))
