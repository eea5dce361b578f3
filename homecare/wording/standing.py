"""Whether a clinician's plan holds, in one sentence."""

from homecare.domain.plan.standing import PrescriptionNow
from homecare.wording import _
from homecare.wording.dates import short_day


def standing_text(now: PrescriptionNow, name: str) -> str:
    """That a clinician's plan holds for the condition called `name`, or that its time is over."""
    whose = now.clinic or _("your clinic")
    if now.expires is None:
        return _("{name}: the plan of {clinic} holds.").format(clinic=whose, name=name)
    day = f"{short_day(now.expires)} {now.expires.year}"
    if not now.lapsed:
        return _("{name}: the plan of {clinic} holds up to and including {day}.").format(
            clinic=whose, name=name, day=day
        )
    return _(
        "{name}: the plan of {clinic} ended on {day}, and the app's usual plan holds again. Ask your clinic "
        "whether there is a new one."
    ).format(clinic=whose, name=name, day=day)
