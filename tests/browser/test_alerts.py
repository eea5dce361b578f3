"""Alerts on Today: they say what to do and whom to call, and the answer is kept."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.plan import AlertConfirmed, AlertShown
from homecare.storage.store import Store
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.serving import Server

EVENING = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=30, at=EVENING)


def test_two_days_of_very_high_pain_ask_to_call_and_the_answer_is_kept(served: Server, phone: Screen) -> None:
    store = Store.open(Path(served.folder))
    for n, day in enumerate((EVENING - timedelta(days=1), EVENING - timedelta(hours=1))):
        store.add_entry(DiaryEntry(id=f"very-high-{n}", at=day, created_at=day, edited_at=day, pain_worst=9))
    phone.open(sees="Your pain has been very high for 2 days.")
    assert phone.says("Nobody is watching it live.")
    phone.tap("button", "I have called")
    phone.wait_gone("Your pain has been very high for 2 days.")

    events = Store.open(Path(served.folder)).plan_events()
    shown = [event for event in events if isinstance(event, AlertShown) and event.alert == "al-severe"]
    answers = [
        event.answer for event in events if isinstance(event, AlertConfirmed) and event.alert == "al-severe"
    ]
    assert set(shown[0].entries) >= {"very-high-0", "very-high-1"}
    assert answers == ["have-called"]
