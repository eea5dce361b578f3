from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from homecare.content.library import Library
from homecare.domain.records.needling import NeedledMuscle, Needling
from homecare.ui.aftercare.needling_draft import (
    CHECKLIST,
    CLOCK,
    MUSCLES,
    NEEDLES,
    NeedlingDraft,
    NeedlingFaultError,
    draft_of,
    needling_of,
)

GUIDE = Library().aftercare
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 10, 20, 0, tzinfo=LONDON)
CALF = NeedledMuscle(muscle="gastrocnemius", side="right")
ENOUGH = NeedlingDraft(day=date(2026, 3, 10), clock="19:30", muscles=(CALF,))


def made(draft: NeedlingDraft, old: Needling | None = None) -> Needling:
    return needling_of(draft, GUIDE, fresh_id="n1", now=NOW, zone=LONDON, old=old)


def faults_of(draft: NeedlingDraft) -> dict[str, str]:
    with pytest.raises(NeedlingFaultError) as fault:
        made(draft)
    return fault.value.faults


def test_time_and_one_muscle_are_enough_and_the_zone_is_kept() -> None:
    needling = made(ENOUGH)

    assert needling.at == datetime(2026, 3, 10, 19, 30, tzinfo=UTC)
    assert needling.muscles == (CALF,)
    assert needling.zone == "Europe/London"
    assert needling.all_needles_out_checked is None


def test_every_wrong_answer_gets_its_own_sentence() -> None:
    faults = faults_of(NeedlingDraft(day=date(2026, 3, 10), clock="25:00", needles="41"))

    assert faults == {
        CLOCK: "Type a time like 19:30.",
        MUSCLES: "Tap where the needles were, or choose “I don't know which”.",
        NEEDLES: "Type a whole number from 1 to 40.",
    }


def test_a_session_still_to_come_is_refused() -> None:
    assert CLOCK in faults_of(replace(ENOUGH, clock="20:01"))
    assert made(replace(ENOUGH, clock="20:00")).at == NOW


def test_an_answer_that_stops_needling_needs_a_name_and_a_decision() -> None:
    stopped = replace(ENOUGH, answers={"ck-clot": True})

    assert list(faults_of(stopped)) == [CHECKLIST]
    assert list(faults_of(replace(stopped, decision="Go ahead"))) == [CHECKLIST]
    decided = made(replace(stopped, decided_by="Dr Sole", decision="Go ahead"))
    assert decided.checklist_decision == "Dr Sole: Go ahead"


def test_a_record_opened_and_saved_unchanged_stays_as_it_was() -> None:
    full = made(
        replace(
            ENOUGH,
            clinician="Dr Sole",
            needles="4",
            needles_out=True,
            twitch=False,
            reaction="felt-faint",
            heat_allowed=False,
            note="Lay flat.",
            answers={"ck-consent": True, "ck-clot": True},
            decided_by="Dr Sole",
            decision="Old clot: fine",
        )
    )

    assert made(draft_of(full, LONDON), full) == full


def test_a_second_tap_on_a_muscle_takes_it_out_again() -> None:
    other = NeedledMuscle(muscle="soleus", side="left")

    assert ENOUGH.toggled(other).muscles == (CALF, other)
    assert ENOUGH.toggled(other).toggled(CALF).muscles == (other,)


@pytest.mark.parametrize("name", ["Clinic: Dr Sole", "Dr Sole", "A: B: C"])
def test_a_name_with_a_colon_comes_back_as_it_was_typed(name: str) -> None:
    stopped = replace(ENOUGH, answers={"ck-clot": True}, decided_by=name, decision="Go ahead: twice")
    again = draft_of(made(stopped), LONDON)

    assert (again.decided_by, again.decision) == (name, "Go ahead: twice")


def test_c9_a_warm_pack_nobody_said_is_safe_is_not_allowed() -> None:
    assert made(ENOUGH).heat_allowed is False
