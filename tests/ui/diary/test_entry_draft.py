import re
from datetime import date, datetime, timedelta

import pytest

from homecare.domain.records.diary import BOUNDS, DiaryEntry, Site
from homecare.ui.diary.entry_draft import (
    CLOCK,
    Draft,
    DraftFaultError,
    draft_of,
    entry_of,
    instant,
    read_number,
)
from homecare.wording.faults import what_is_wrong
from tests.fixed_host import BERLIN

NOW = datetime(2026, 11, 18, 20, 30, tzinfo=BERLIN)
LABELS = {name: name for name in BOUNDS}


def made(draft: Draft, **typed: str) -> DiaryEntry:
    return entry_of(draft, {CLOCK: "20:30", **typed}, labels=LABELS, now=NOW, zone=BERLIN)


def test_nothing_is_preset_so_an_empty_draft_is_no_entry() -> None:
    with pytest.raises(DraftFaultError, match="at least one answer"):
        made(Draft(at=NOW, day=NOW.date()))


def test_zero_is_an_answer_and_a_cleared_score_is_none() -> None:
    draft = Draft(at=NOW, day=NOW.date()).with_pain("pain_now", 0).with_pain("pain_worst", 6)
    entry = made(draft.with_pain("pain_worst", None))

    assert (entry.pain_now, entry.pain_worst) == (0, None)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("steps", "7,850", 7850),
        ("steps", " 12 000 ", 12000),
        ("sleep_h", "7,5", 7.5),
        ("sleep_h", "7.5", 7.5),
        ("stiffness_min", "0", 0),
        ("stiffness_min", "7", 7),
        ("walk_min", "", None),
    ],
)
def test_numbers_are_read_as_people_type_them(name: str, text: str, value: float | None) -> None:
    assert read_number(name, "It", text) == value


@pytest.mark.parametrize("text", ["-5", "245", "7.5", "a lot", "1e400", "nan", "٣٣٣ ٣"])
def test_a_number_off_its_scale_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError) as fault:
        read_number("stiffness_min", "Morning stiffness", text)

    assert re.match(r"Morning stiffness must be .* 0 to 240", what_is_wrong(fault.value))


def test_every_wrong_answer_is_named_at_once() -> None:
    draft = Draft(at=NOW, day=NOW.date(), pains={"pain_now": 3})

    with pytest.raises(DraftFaultError) as caught:
        made(draft, sleep_h="20", steps="many", **{CLOCK: "25:00"})

    assert set(caught.value.faults) == {"sleep_h", "steps", CLOCK}


def test_a_time_before_four_belongs_to_the_night_of_the_day() -> None:
    draft = Draft(at=NOW, day=date(2026, 11, 17))

    assert instant(draft, {CLOCK: "01:30"}, NOW, BERLIN) == datetime(2026, 11, 18, 1, 30, tzinfo=BERLIN)
    with pytest.raises(ValueError, match="still to come"):
        instant(Draft(at=NOW, day=NOW.date()), {CLOCK: "01:30"}, NOW, BERLIN)


def test_places_stay_marked_as_carried_until_changed() -> None:
    heel = Site(region="heel-under", side="R")
    draft = Draft(at=NOW, day=NOW.date(), pains={"pain_now": 3}, location=(heel,), carried=(heel,))
    changed = Draft(at=NOW, day=NOW.date(), pains={"pain_now": 3}, carried=(heel,))

    assert made(draft).carried_forward
    assert not made(changed).carried_forward


def test_an_entry_opened_and_saved_unchanged_says_the_same() -> None:
    entry = DiaryEntry(
        id="e",
        at=NOW - timedelta(minutes=5, seconds=12),
        created_at=NOW,
        edited_at=NOW,
        pain_now=0,
        location=(Site(region="arch", side="L", pain=2),),
        quality=("aching",),
        steps=7850,
        sleep_h=7.5,
        sleep_woken=False,
        medication="Paracetamol 500 mg",
        notes="=1+1\nsecond line",
    )
    draft, typed = draft_of(entry)

    assert entry_of(draft, typed, labels=LABELS, now=NOW, zone=BERLIN, old=entry) == entry
