from dataclasses import replace

import pytest

from homecare.domain.progression.streaks import Reason
from homecare.domain.safety.holds import HoldCode
from homecare.domain.today.answer import ItemGuidance
from homecare.wording.reasons import held_sentence, reason_sentence
from tests.domain.care import HEEL_RAISE, SHORT_FOOT, Care

CODES: tuple[HoldCode | Reason, ...] = (*HoldCode, *Reason)


def test_every_reason_has_a_sentence_of_its_own() -> None:
    item = replace(Care().item(SHORT_FOOT, 1), extrapolated=False)
    said = {code: reason_sentence(replace(item, reason=code)) for code in CODES}

    assert len(set(said.values())) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_sentence_of_a_reason_is_short_and_complete(code: HoldCode | Reason) -> None:
    sentence = reason_sentence(replace(Care().item(SHORT_FOOT, 1), reason=code, extrapolated=False))

    assert sentence.endswith(".")
    assert "{" not in sentence
    assert len(sentence.split()) <= 25


@pytest.mark.parametrize("code", HoldCode)
def test_what_is_held_says_why(code: HoldCode) -> None:
    assert held_sentence(replace(Care().item(SHORT_FOOT, 1), held=code)).endswith(".")


def item_after_red() -> ItemGuidance:
    care = Care(first_step=2)
    care.session(1, 7, SHORT_FOOT)
    return care.item(SHORT_FOOT, 3)


def test_the_sentence_names_the_days_it_rests_on() -> None:
    said = reason_sentence(replace(item_after_red(), extrapolated=False))

    assert said == "It was too much on 2 Mar, so the easier version is right until 6 Mar."


def test_limits_that_were_not_studied_in_this_condition_are_named_usual_practice() -> None:
    assert "usual practice" in reason_sentence(item_after_red())


def test_an_easier_version_is_not_spoken_of_where_there_is_none() -> None:
    care = Care(phase="pf-5", first_step=2)
    care.session(1, 7, HEEL_RAISE)

    said = reason_sentence(replace(care.item(HEEL_RAISE, 3), extrapolated=False))

    assert said == "It was too much on 2 Mar, so go gently and add nothing until 6 Mar."


@pytest.mark.parametrize(
    ("morning", "said"),
    [
        (2, "Pain was 4 out of 10: that is allowed, but do not add more."),
        (3, "Pain was 4 out of 10, and next morning 1 above usual: allowed, but do not add more."),
    ],
)
def test_an_amber_names_a_worse_morning_only_when_there_was_one(morning: int, said: str) -> None:
    care = Care(first_step=2)
    care.mornings(2)
    care.session(1, 4, SHORT_FOOT)
    care.mornings(morning, day=2)

    assert reason_sentence(replace(care.item(SHORT_FOOT, 2, 13), extrapolated=False)) == said


def test_after_a_step_no_green_is_counted_yet() -> None:
    care = Care(first_step=1)
    care.usual_morning(1)
    care.mornings(1, 1, 1, 1)
    for day in (1, 2, 3):
        care.session(day, 0, SHORT_FOOT)
    care.decide(4, care.item(SHORT_FOOT, 4), accepted=True)

    said = reason_sentence(replace(care.item(SHORT_FOOT, 4, 11), extrapolated=False))

    assert said == "Your foot coped well; do the same again."


def test_pain_in_the_injured_foot_says_whom_to_call() -> None:
    care = Care("stress-fracture", "sf-2")
    care.clear(1, "sf-mobility", hour=8)
    care.session(1, 1, "ankle-pumps")

    assert "call your clinician" in reason_sentence(care.item("ankle-pumps", 1, 20))


def test_a_reason_that_rests_on_no_light_does_not_speak_of_evidence() -> None:
    care = Care(phase="pf-2")
    care.needle(1, 8.5, "soleus")

    assert (
        reason_sentence(care.item(HEEL_RAISE, 1)) == "A muscle it may use was needled, so it rests for now."
    )


def test_a_rest_day_says_so() -> None:
    care = Care(phase="pf-2")
    care.session(1, 1, HEEL_RAISE)

    assert held_sentence(care.item(HEEL_RAISE, 2)) == "Rest day: nothing to do for this one today."
