"""Who should ask a clinician first, in words."""

from homecare.domain.records.plan import ClearanceGiven, PlanEvent, RedFlagCleared
from homecare.wording import _, dates


def cleared_sentence(given: ClearanceGiven) -> str:
    """Who said that the patient may start, as what it is: the patient's own note."""
    said = _("{name} said on {day} that you may start. You wrote this down; homecare cannot check it.")
    return said.format(name=given.by, day=dates.day_name(given.given_on))


def opened_sentence(event: PlanEvent) -> str:
    """Who opened a stopped plan or a phase again, as the patient wrote it down; "" for anything else."""
    if isinstance(event, RedFlagCleared) and event.by:
        said = _("You wrote on {day} that {name} saw you and said you may go on.")
        return said.format(name=event.by, day=dates.day_name(event.day))
    if isinstance(event, ClearanceGiven):
        said = _("{name} said on {day} that you may go on. You wrote this down; homecare cannot check it.")
        return said.format(name=event.by, day=dates.day_name(event.given_on))
    return ""
