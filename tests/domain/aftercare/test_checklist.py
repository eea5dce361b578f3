"""The checklist before needling: a stop needs a clinician's decision, a caution must be read first."""

from homecare.domain.aftercare.checklist import ChecklistResult, checklist_result
from homecare.domain.records.needling import ChecklistAnswer
from tests.domain.aftercare.makers import GUIDE

USUAL = {item.id: item.if_answer == "no" for item in GUIDE.checklist}


def checked(decision: str = "", **changed: bool) -> ChecklistResult:
    answers = {**USUAL, **{name.replace("_", "-"): yes for name, yes in changed.items()}}
    return checklist_result(
        GUIDE, [ChecklistAnswer(item=item, yes=yes) for item, yes in answers.items()], decision
    )


def test_usual_answers_raise_nothing():
    assert checked() == ChecklistResult(stops=(), cautions=(), unanswered=(), decided=False)


def test_a_stop_blocks_until_a_clinician_decided():
    assert checked(ck_clot=True).blocked
    assert not checked("May be needled, Dr Roe", ck_clot=True).blocked
    assert checked("  ", ck_clot=True).blocked


def test_not_agreeing_stops_and_not_having_eaten_is_a_caution():
    found = checked(ck_consent=False, ck_food=False)

    assert (found.stops, found.cautions) == (("ck-consent",), ("ck-food",))


def test_a_blood_thinner_must_be_read_but_does_not_block():
    found = checked(ck_anticoag=True)

    assert found.cautions == ("ck-anticoag",)
    assert not found.blocked


def test_a_question_without_an_answer_is_named():
    found = checklist_result(GUIDE, [])

    assert found.unanswered == tuple(item.id for item in GUIDE.checklist)
    assert found.stops == ()
