"""Title and text of a reminder: the content's own after needling, the app's for every day."""

from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.today.daily_reminders import DIARY, EXERCISE
from homecare.wording import _


def reminder_title(reminder: ReminderDue) -> str:
    """The line a patient sees first."""
    if reminder.id == DIARY:
        return _("Your diary for today")
    return {
        EXERCISE + "morning": _("Your morning exercises"),
        EXERCISE + "midday": _("Your midday exercises"),
        EXERCISE + "afternoon": _("Your afternoon exercises"),
        EXERCISE + "evening": _("Your evening exercises"),
    }.get(reminder.id, reminder.title)


def reminder_text(reminder: ReminderDue) -> str:
    """What it asks for, in a sentence."""
    if reminder.id == DIARY:
        return _("How was your pain today? One tap is enough.")
    if reminder.id.startswith(EXERCISE):
        return _("Your exercises are ready when you are.")
    return reminder.text
