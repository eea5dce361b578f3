"""Words of reminders: the app's own for every day, the content's after needling."""

from datetime import UTC, datetime

from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.records.records import Records
from homecare.domain.records.session import SLOTS
from homecare.domain.today.daily_reminders import everyday_reminders
from homecare.wording.reminders import reminder_text, reminder_title

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_every_everyday_reminder_has_words():
    found = everyday_reminders(Records(), SLOTS, NOON, UTC)

    assert [reminder_title(reminder) for reminder in found] == [
        "Your morning exercises",
        "Your midday exercises",
        "Your afternoon exercises",
        "Your evening exercises",
        "Your diary for today",
    ]
    assert all(reminder_text(reminder) for reminder in found)


def test_an_aftercare_reminder_speaks_with_the_words_of_the_content():
    walk = ReminderDue(
        id="rm-walk", kind="action", at=NOON, title="Easy walk", text="Walk gently.", status="due"
    )

    assert (reminder_title(walk), reminder_text(walk)) == ("Easy walk", "Walk gently.")
